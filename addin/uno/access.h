/* SPDX-License-Identifier: MPL-2.0
 *
 * access.h: what most objects of the office offer: properties, elements of containers, and the
 * services that make new ones. Names of services stand without their "com.sun.star.", too.
 */
#ifndef KENPO_UNO_ACCESS_H
#define KENPO_UNO_ACCESS_H

#include "uno/call.h"

/** Properties of an object that is an XPropertySet: one of any type (*value must be empty before,
 *  and is where false), an object, a text (to be freed) or NULL; a number, an enum's or a boolean's
 *  too, or `otherwise`. */
bool kp_property(uno_Interface *object, const char *name, uno_Any *value);
uno_Interface *kp_property_object(uno_Interface *object, const char *name);
char *kp_property_text(uno_Interface *object, const char *name);
double kp_property_number(uno_Interface *object, const char *name, double otherwise);

bool kp_property_set(uno_Interface *object, const char *name, const uno_Any *value);
bool kp_property_set_text(uno_Interface *object, const char *name, const char *utf8);
bool kp_property_set_long(uno_Interface *object, const char *name, long value);
bool kp_property_set_short(uno_Interface *object, const char *name, int value);
bool kp_property_set_boolean(uno_Interface *object, const char *name, bool value);

/** Sets a property of an enum or struct type: the value in memory, and its type's full name. */
bool kp_property_set_of(uno_Interface *object, const char *name, const void *value,
                        const char *type);

/** Containers: the element of an XIndexAccess or XNameAccess as an object, and their number. */
size_t kp_count(uno_Interface *container);
uno_Interface *kp_element(uno_Interface *container, size_t index);
uno_Interface *kp_named(uno_Interface *container, const char *name);

/** A style of a document, such as "Default" of the family "CellStyles", or NULL. */
uno_Interface *kp_style(uno_Interface *document, const char *family, const char *name);

/** A new instance of a service of the office, or NULL: kp_create(context, "frame.Desktop"); and one
 *  that belongs to a document. */
uno_Interface *kp_create(uno_Interface *context, const char *service);
uno_Interface *kp_create_in(uno_Interface *document, const char *service);

/** The same, made from arguments: an array of anys. */
uno_Interface *kp_create_with(uno_Interface *context, const char *service, const uno_Any *arguments,
                              size_t count);

#endif
