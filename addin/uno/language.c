/* SPDX-License-Identifier: MPL-2.0
 *
 * language.c: asking the office's configuration for the language of its user interface, and a
 * document for a word of its own.
 */
#include "uno/language.h"

#include "uno/access.h"
#include "uno/document.h"

static const char ACCESS[] = "com.sun.star.configuration.ConfigurationAccess";

/* An any that holds the NamedValue nodepath = path. */
static bool node_path(uno_Any *any, const char *path) {
    struct {
        rtl_uString *name;
        uno_Any value;
    } named = {kp_string("nodepath"), {0}};
    kp_any_string(&named.value, path);
    bool made = named.name != NULL && named.value.pType != NULL &&
                kp_any_of(any, &named, "com.sun.star.beans.NamedValue");
    kp_any_end(&named.value);
    if (named.name != NULL) rtl_uString_release(named.name);
    return made;
}

static uno_Interface *configuration(uno_Interface *context, const char *path) {
    kp_auto provider = kp_create(context, "configuration.ConfigurationProvider");
    kp_auto_any argument = {0};
    kp_auto_any list = {0};
    if (!node_path(&argument, path) || !kp_any_list(&list, "[]any", &argument, 1)) return NULL;
    return kp_get(provider, "lang.XMultiServiceFactory::createInstanceWithArguments", "sa", ACCESS,
                  &list);
}

void kp_office_locale(uno_Interface *context, char *tag, size_t size) {
    kp_auto names = configuration(context, "/org.openoffice.Setup/L10N");
    kp_auto_any value = {0};
    kp_get_any(&value, names, "container.XNameAccess::getByName", "s", "ooLocale");
    const rtl_uString *text = kp_any_text(&value);
    tag[0] = '\0';
    if (text != NULL) kp_string_copy(text, tag, size);
}

void kp_document_word(uno_Interface *document, const char *property, char *text, size_t size) {
    text[0] = '\0';
    if (document == NULL) return;
    kp_auto own = kp_document_own_properties(document);
    kp_auto_any value = {0};
    if (!kp_property(own, property, &value)) return;
    const rtl_uString *word = kp_any_text(&value);
    if (word != NULL) kp_string_copy(word, text, size);
}
