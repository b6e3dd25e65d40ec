/* SPDX-License-Identifier: MPL-2.0
 *
 * call.h: calling out to the office. An interface is asked for by name, then called by the full
 * name of a method. Whatever the office throws is caught here and never leaves as anything but
 * false.
 */
#ifndef KENPO_UNO_CALL_H
#define KENPO_UNO_CALL_H

#include "uno/uno.h"

/** The interface of that name which `object` answers, acquired, or NULL. NULL gives NULL. */
uno_Interface *kp_query(uno_Interface *object, const char *interface);

/** The same for the object that an any holds. */
uno_Interface *kp_query_any(const uno_Any *any, const char *interface);

/** Calls "interface::method" on `target`, an interface of just that name. The result is constructed
 *  in *result (may be NULL for void). False where target is NULL or the office threw; then
 *  `message`, where it is not NULL, gets what it said. */
bool kp_call(uno_Interface *target, const char *method, void *result, void **arguments,
             char *message, size_t size);

/** Calls "interface::method" on `object`, asking it for that interface first. The arguments are
 *  pointers to the values, ended by NULL; an argument that is an object must be of just the
 *  interface that the method names. False where the object does not answer it or threw. */
bool kp_invoke(uno_Interface *object, const char *method, void *result, ...)
    __attribute__((sentinel));

/** The same for a method that gives an object (acquired) or a string (to be freed); NULL if none.
 */
uno_Interface *kp_invoke_object(uno_Interface *object, const char *method, ...)
    __attribute__((sentinel));
char *kp_invoke_text(uno_Interface *object, const char *method, ...) __attribute__((sentinel));

/** Properties of an object that is an XPropertySet. The any is constructed only where true. */
bool kp_property(uno_Interface *object, const char *name, uno_Any *value);
uno_Interface *kp_property_object(uno_Interface *object, const char *name);
char *kp_property_text(uno_Interface *object, const char *name);
double kp_property_number(uno_Interface *object, const char *name, double otherwise);
bool kp_property_set(uno_Interface *object, const char *name, uno_Any *value);
bool kp_property_set_text(uno_Interface *object, const char *name, const char *utf8);
bool kp_property_set_long(uno_Interface *object, const char *name, long value);
bool kp_property_set_boolean(uno_Interface *object, const char *name, bool value);

/** Containers: the element of an XIndexAccess or XNameAccess as an object, and their number. */
size_t kp_count(uno_Interface *container);
uno_Interface *kp_element(uno_Interface *container, size_t index);
uno_Interface *kp_named(uno_Interface *container, const char *name);

/** Releases `object`; NULL is nothing. */
void kp_release(uno_Interface *object);

/** A new instance of a service of the office, as the wanted interface, or NULL. */
uno_Interface *kp_create(uno_Interface *context, const char *service, const char *interface);

/** The same, made from arguments: an array of anys. */
uno_Interface *kp_create_with(uno_Interface *context, const char *service, const char *interface,
                              uno_Any *arguments, size_t count);

#endif
