/* SPDX-License-Identifier: MPL-2.0
 *
 * call.c: calling out to the office.
 */
#include "uno/call.h"

#include <stdarg.h>
#include <string.h>

#include "uno/value.h"

void kp_release(uno_Interface *object) {
    if (object != NULL) object->release(object);
}

/* An exception begins with its message. */
static void take_message(const uno_Any *exception, char *message, size_t size) {
    if (message != NULL &&
        !kp_string_copy(*(rtl_uString *const *)exception->pData, message, size) && size > 0)
        strncpy(message, "(a long message)", size - 1);
}

bool kp_call(uno_Interface *target, const char *method, void *result, void **arguments,
             char *message, size_t size) {
    if (message != NULL && size > 0) memset(message, 0, size);
    if (target == NULL) return false;
    typelib_TypeDescription *member = kp_type(method);
    if (member == NULL) return false;
    uno_Any storage;
    uno_Any *exception = &storage;
    target->pDispatcher(target, member, result, arguments, &exception);
    typelib_typedescription_release(member);
    if (exception == NULL) return true;
    take_message(exception, message, size);
    kp_any_end(exception);
    return false;
}

uno_Interface *kp_query(uno_Interface *object, const char *interface) {
    typelib_TypeDescription *type = object == NULL ? NULL : kp_type(interface);
    if (type == NULL) return NULL;
    uno_Any answer;
    void *arguments[] = {&type->pWeakRef};
    uno_Interface *found = NULL;
    if (kp_call(object, "com.sun.star.uno.XInterface::queryInterface", &answer, arguments, NULL,
                0)) {
        if (kp_any_class(&answer) == typelib_TypeClass_INTERFACE) {
            found = *(uno_Interface **)answer.pData;
            if (found != NULL) found->acquire(found);
        }
        kp_any_end(&answer);
    }
    typelib_typedescription_release(type);
    return found;
}

uno_Interface *kp_query_any(const uno_Any *any, const char *interface) {
    if (kp_any_class(any) != typelib_TypeClass_INTERFACE) return NULL;
    return kp_query(*(uno_Interface **)any->pData, interface);
}

/* -------------------------------------------------------------------------- by any interface */

enum { ARGUMENTS = 8 };

static bool invoke(uno_Interface *object, const char *method, void *result, va_list list) {
    const char *end = strstr(method, "::");
    char interface[128];
    size_t length = end == NULL ? 0 : (size_t)(end - method);
    if (length == 0 || length >= sizeof interface) return false;
    memcpy(interface, method, length);
    interface[length] = '\0';
    void *arguments[ARGUMENTS] = {NULL};
    for (size_t i = 0; i < ARGUMENTS && (i == 0 || arguments[i - 1] != NULL); i++)
        arguments[i] = va_arg(list, void *);
    uno_Interface *typed = kp_query(object, interface);
    bool done = kp_call(typed, method, result, arguments, NULL, 0);
    kp_release(typed);
    return done;
}

bool kp_invoke(uno_Interface *object, const char *method, void *result, ...) {
    va_list list;
    va_start(list, result);
    bool done = invoke(object, method, result, list);
    va_end(list);
    return done;
}

uno_Interface *kp_invoke_object(uno_Interface *object, const char *method, ...) {
    uno_Interface *result = NULL;
    va_list list;
    va_start(list, method);
    bool done = invoke(object, method, &result, list);
    va_end(list);
    return done ? result : NULL;
}

char *kp_invoke_text(uno_Interface *object, const char *method, ...) {
    rtl_uString *result = NULL;
    va_list list;
    va_start(list, method);
    bool done = invoke(object, method, &result, list);
    va_end(list);
    if (!done || result == NULL) return NULL;
    char *text = kp_string_text(result);
    rtl_uString_release(result);
    return text;
}

/* -------------------------------------------------------------------------------- properties */

bool kp_property(uno_Interface *object, const char *name, uno_Any *value) {
    rtl_uString *string = kp_string(name);
    bool done = kp_invoke(object, "com.sun.star.beans.XPropertySet::getPropertyValue", value,
                          &string, NULL);
    rtl_uString_release(string);
    return done;
}

uno_Interface *kp_property_object(uno_Interface *object, const char *name) {
    uno_Any value;
    if (!kp_property(object, name, &value)) return NULL;
    uno_Interface *found = kp_query_any(&value, "com.sun.star.uno.XInterface");
    kp_any_end(&value);
    return found;
}

char *kp_property_text(uno_Interface *object, const char *name) {
    uno_Any value;
    if (!kp_property(object, name, &value)) return NULL;
    const rtl_uString *string = kp_any_text(&value);
    char *text = string == NULL ? NULL : kp_string_text(string);
    kp_any_end(&value);
    return text;
}

double kp_property_number(uno_Interface *object, const char *name, double otherwise) {
    uno_Any value;
    double number = otherwise;
    if (!kp_property(object, name, &value)) return otherwise;
    if (kp_any_class(&value) == typelib_TypeClass_ENUM)
        number = *(const sal_Int32 *)value.pData;
    else if (!kp_any_number(&value, &number))
        number = otherwise;
    kp_any_end(&value);
    return number;
}

bool kp_property_set(uno_Interface *object, const char *name, uno_Any *value) {
    rtl_uString *string = kp_string(name);
    bool done = kp_invoke(object, "com.sun.star.beans.XPropertySet::setPropertyValue", NULL,
                          &string, value, NULL);
    rtl_uString_release(string);
    kp_any_end(value);
    return done;
}

bool kp_property_set_text(uno_Interface *object, const char *name, const char *utf8) {
    uno_Any value;
    kp_any_string(&value, utf8);
    return kp_property_set(object, name, &value);
}

bool kp_property_set_long(uno_Interface *object, const char *name, long number) {
    uno_Any value;
    kp_any_long(&value, (sal_Int32)number);
    return kp_property_set(object, name, &value);
}

bool kp_property_set_boolean(uno_Interface *object, const char *name, bool truth) {
    uno_Any value;
    kp_any_boolean(&value, truth);
    return kp_property_set(object, name, &value);
}

/* -------------------------------------------------------------------------------- containers */

size_t kp_count(uno_Interface *container) {
    sal_Int32 count = 0;
    bool done = kp_invoke(container, "com.sun.star.container.XIndexAccess::getCount", &count, NULL);
    return done && count > 0 ? (size_t)count : 0;
}

static uno_Interface *object_of(uno_Any *any) {
    uno_Interface *found = kp_query_any(any, "com.sun.star.uno.XInterface");
    kp_any_end(any);
    return found;
}

uno_Interface *kp_element(uno_Interface *container, size_t index) {
    sal_Int32 number = (sal_Int32)index;
    uno_Any any;
    bool done = kp_invoke(container, "com.sun.star.container.XIndexAccess::getByIndex", &any,
                          &number, NULL);
    return done ? object_of(&any) : NULL;
}

uno_Interface *kp_named(uno_Interface *container, const char *name) {
    rtl_uString *string = kp_string(name);
    uno_Any any;
    bool done =
        kp_invoke(container, "com.sun.star.container.XNameAccess::getByName", &any, &string, NULL);
    rtl_uString_release(string);
    return done ? object_of(&any) : NULL;
}

/* ---------------------------------------------------------------------------------- services */

uno_Interface *kp_create(uno_Interface *context, const char *service, const char *interface) {
    uno_Interface *manager = NULL;
    uno_Interface *made = NULL;
    uno_Interface *found = NULL;
    uno_Interface *typed = kp_query(context, "com.sun.star.uno.XComponentContext");
    if (kp_call(typed, "com.sun.star.uno.XComponentContext::getServiceManager", &manager, NULL,
                NULL, 0)) {
        uno_Interface *factory = kp_query(manager, "com.sun.star.lang.XMultiComponentFactory");
        rtl_uString *name = kp_string(service);
        void *arguments[] = {&name, &typed};
        if (kp_call(factory, "com.sun.star.lang.XMultiComponentFactory::createInstanceWithContext",
                    &made, arguments, NULL, 0))
            found = kp_query(made, interface);
        rtl_uString_release(name);
        kp_release(factory);
    }
    kp_release(made);
    kp_release(manager);
    kp_release(typed);
    return found;
}

uno_Interface *kp_create_with(uno_Interface *context, const char *service, const char *interface,
                              uno_Any *arguments, size_t count) {
    uno_Interface *typed = kp_query(context, "com.sun.star.uno.XComponentContext");
    uno_Interface *manager =
        kp_invoke_object(typed, "com.sun.star.uno.XComponentContext::getServiceManager", NULL);
    rtl_uString *name = kp_string(service);
    uno_Sequence *list = kp_sequence("[]any", arguments, count);
    uno_Interface *made = kp_invoke_object(
        manager, "com.sun.star.lang.XMultiComponentFactory::createInstanceWithArgumentsAndContext",
        &name, &list, &typed, NULL);
    uno_Interface *found = kp_query(made, interface);
    kp_sequence_end(list, "[]any");
    rtl_uString_release(name);
    kp_release(made);
    kp_release(manager);
    kp_release(typed);
    return found;
}
