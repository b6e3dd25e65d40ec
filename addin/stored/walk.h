/* SPDX-License-Identifier: MPL-2.0
 *
 * walk.h: reads the XML of one part of a package by a table of what stands in what. An element that
 * is not in the table, or not where the table has it, is passed over with all that it holds. No UNO,
 * no I/O.
 */
#ifndef KENPO_STORED_WALK_H
#define KENPO_STORED_WALK_H

#include "stored/xml.h"
#include "system/buffer.h"

/** An element: where it may stand (0 is outside of everything, -1 anywhere), its name ("*": any), and the number
 *  of the place inside it, above 0. `begin` and `end` may be NULL; `end` gets the text of the element and of
 *  those in it, where it has one. A table ends with a row without a name. */
typedef struct kp_walk_step {
    int from;
    const char *name;
    int to;
    void (*begin)(void *data, const kp_xml_element *element);
    void (*end)(void *data, const char *text, size_t length);
} kp_walk_step;

/** Reads the text, which is changed thereby; text[length] is a zero. It stops where *stop becomes true
 *  (NULL: never). */
kp_xml_end kp_walk(char *text, size_t length, const kp_walk_step *steps, const kp_xml_space *spaces,
                   void *data, const bool *stop);

/** An attribute's value; "" where there is none. */
#define KP_WALK_GET(element, literal) kp_walk_value(element, literal, sizeof(literal) - 1)
const char *kp_walk_value(const kp_xml_element *element, const char *name, size_t length);

/** The same as a whole number and as a truth value ("1", "true"), or `otherwise`. */
#define KP_WALK_LONG(element, literal, otherwise)                                                  \
    kp_walk_long(KP_WALK_GET(element, literal), otherwise)
#define KP_WALK_TRUE(element, literal, otherwise)                                                  \
    kp_walk_true(KP_WALK_GET(element, literal), otherwise)
long kp_walk_long(const char *text, long otherwise);
bool kp_walk_true(const char *text, bool otherwise);

#endif
