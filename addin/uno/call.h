/* SPDX-License-Identifier: MPL-2.0
 *
 * call.h: calling out to the office. An interface is asked for by name, then called by the full
 * name of a method. Whatever the office throws is caught here and never leaves as anything but
 * false.
 */
#ifndef KENPO_UNO_CALL_H
#define KENPO_UNO_CALL_H

#include "uno.h"

/** The interface of that name which `object` answers, acquired, or NULL. NULL gives NULL. */
uno_Interface *kp_query(uno_Interface *object, const char *interface);

/** The same for the object that an any holds. */
uno_Interface *kp_query_any(const uno_Any *any, const char *interface);

/** Calls "interface::method" on `target`, an interface of just that name. The result is constructed
 *  in *result (may be NULL for void). False where target is NULL or the office threw; then
 *  `message`, where it is not NULL, gets what it said. */
bool kp_call(uno_Interface *target, const char *method, void *result, void **arguments,
             char *message, size_t size);

/** Releases `object`; NULL is nothing. */
void kp_release(uno_Interface *object);

/** A new instance of a service of the office, as the wanted interface, or NULL. */
uno_Interface *kp_create(uno_Interface *context, const char *service, const char *interface);

#endif
