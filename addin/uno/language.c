/* SPDX-License-Identifier: MPL-2.0
 *
 * language.c: asking the office's configuration for the language of its user interface.
 */
#include "uno/language.h"

#include "uno/call.h"
#include "uno/value.h"

/* An any that holds the NamedValue nodepath = path. */
static void node_path(uno_Any *any, const char *path) {
    struct {
        rtl_uString *name;
        uno_Any value;
    } named;
    typelib_TypeDescription *type = kp_type("com.sun.star.beans.NamedValue");
    named.name = kp_string("nodepath");
    kp_any_string(&named.value, path);
    uno_any_construct(any, &named, type, NULL);
    kp_any_end(&named.value);
    rtl_uString_release(named.name);
    typelib_typedescription_release(type);
}

static uno_Interface *configuration(uno_Interface *context, const char *path) {
    uno_Interface *provider = kp_create(context, "com.sun.star.configuration.ConfigurationProvider",
                                        "com.sun.star.lang.XMultiServiceFactory");
    uno_Any argument;
    node_path(&argument, path);
    typelib_TypeDescription *type = kp_type("[]any");
    uno_Sequence *list = NULL;
    uno_sequence_construct(&list, type, &argument, 1, NULL);
    rtl_uString *service = kp_string("com.sun.star.configuration.ConfigurationAccess");
    void *arguments[] = {&service, &list};
    uno_Interface *access = NULL;
    uno_Interface *names = NULL;
    if (kp_call(provider, "com.sun.star.lang.XMultiServiceFactory::createInstanceWithArguments",
                &access, arguments, NULL, 0))
        names = kp_query(access, "com.sun.star.container.XNameAccess");
    kp_release(access);
    rtl_uString_release(service);
    uno_destructData(&list, type, NULL);
    typelib_typedescription_release(type);
    kp_any_end(&argument);
    kp_release(provider);
    return names;
}

void kp_office_locale(uno_Interface *context, char *tag, size_t size) {
    uno_Interface *names = configuration(context, "/org.openoffice.Setup/L10N");
    rtl_uString *name = kp_string("ooLocale");
    void *arguments[] = {&name};
    uno_Any value;
    tag[0] = '\0';
    if (kp_call(names, "com.sun.star.container.XNameAccess::getByName", &value, arguments, NULL,
                0)) {
        const rtl_uString *text = kp_any_text(&value);
        if (text != NULL) kp_string_copy(text, tag, size);
        kp_any_end(&value);
    }
    rtl_uString_release(name);
    kp_release(names);
}
