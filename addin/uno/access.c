/* SPDX-License-Identifier: MPL-2.0
 *
 * access.c: properties, containers, services.
 */
#include "uno/access.h"

#include <stdio.h>

/* -------------------------------------------------------------------------------- properties */

bool kp_property(uno_Interface *object, const char *name, uno_Any *value) {
    return kp_get_any(value, object, "beans.XPropertySet::getPropertyValue", "s", name);
}

uno_Interface *kp_property_object(uno_Interface *object, const char *name) {
    return kp_get(object, "beans.XPropertySet::getPropertyValue", "s", name);
}

char *kp_property_text(uno_Interface *object, const char *name) {
    return kp_get_text(object, "beans.XPropertySet::getPropertyValue", "s", name);
}

double kp_property_number(uno_Interface *object, const char *name, double otherwise) {
    kp_auto_any value = {0};
    double number = otherwise;
    bool known = kp_property(object, name, &value) && kp_any_number(&value, &number);
    return known ? number : otherwise;
}

bool kp_property_set(uno_Interface *object, const char *name, const uno_Any *value) {
    return kp_do(object, "beans.XPropertySet::setPropertyValue", "sa", name, value);
}

bool kp_property_set_text(uno_Interface *object, const char *name, const char *utf8) {
    return kp_do(object, "beans.XPropertySet::setPropertyValue", "ss", name, utf8);
}

bool kp_property_set_long(uno_Interface *object, const char *name, long number) {
    return kp_do(object, "beans.XPropertySet::setPropertyValue", "sl", name, number);
}

bool kp_property_set_short(uno_Interface *object, const char *name, int number) {
    return kp_do(object, "beans.XPropertySet::setPropertyValue", "sh", name, number);
}

bool kp_property_set_boolean(uno_Interface *object, const char *name, bool truth) {
    return kp_do(object, "beans.XPropertySet::setPropertyValue", "sb", name, truth);
}

bool kp_property_set_of(uno_Interface *object, const char *name, const void *value,
                        const char *type) {
    kp_auto_any any = {0};
    return kp_any_of(&any, value, type) && kp_property_set(object, name, &any);
}

/* -------------------------------------------------------------------------------- containers */

size_t kp_count(uno_Interface *container) {
    double count = kp_get_number(container, "container.XIndexAccess::getCount", "");
    return count > 0 ? (size_t)count : 0;
}

uno_Interface *kp_element(uno_Interface *container, size_t index) {
    return kp_get(container, "container.XIndexAccess::getByIndex", "l", (long)index);
}

uno_Interface *kp_named(uno_Interface *container, const char *name) {
    return kp_get(container, "container.XNameAccess::getByName", "s", name);
}

uno_Interface *kp_style(uno_Interface *document, const char *family, const char *name) {
    kp_auto families = kp_get(document, "style.XStyleFamiliesSupplier::getStyleFamilies", "");
    kp_auto styles = kp_named(families, family);
    return kp_named(styles, name);
}

/* ---------------------------------------------------------------------------------- services */

/* The full name of a service, for the office. */
typedef struct service_name {
    char text[128];
} service_name;

static service_name full(const char *service) {
    service_name name;
    snprintf(name.text, sizeof name.text, "com.sun.star.%s", service);
    return name;
}

static uno_Interface *services_of(uno_Interface *context) {
    return kp_get(context, "uno.XComponentContext::getServiceManager", "");
}

uno_Interface *kp_create(uno_Interface *context, const char *service) {
    kp_auto services = services_of(context);
    return kp_get(services, "lang.XMultiComponentFactory::createInstanceWithContext", "so",
                  full(service).text, context);
}

uno_Interface *kp_create_in(uno_Interface *document, const char *service) {
    return kp_get(document, "lang.XMultiServiceFactory::createInstance", "s", full(service).text);
}

uno_Interface *kp_create_with(uno_Interface *context, const char *service, const uno_Any *arguments,
                              size_t count) {
    kp_auto services = services_of(context);
    kp_auto_any list = {0};
    if (!kp_any_list(&list, "[]any", arguments, count)) return NULL;
    return kp_get(services, "lang.XMultiComponentFactory::createInstanceWithArgumentsAndContext",
                  "sao", full(service).text, &list, context);
}
