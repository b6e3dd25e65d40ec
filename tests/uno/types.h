/* SPDX-License-Identifier: MPL-2.0
 *
 * types.h: a few types of the office, invented, so that calls can be tried without one. The
 * runtime library itself is the real one.
 */
#ifndef KENPO_TESTS_TYPES_H
#define KENPO_TESTS_TYPES_H

#include "uno/uno.h"

/** A parameter: its class, the name of its type, and whether it is given back. */
typedef struct fake_parameter {
    typelib_TypeClass type;
    const char *name;
    bool in, out;
} fake_parameter;

typedef struct fake_method {
    const char *name;
    fake_parameter result;
    int count;
    fake_parameter parameters[5];
} fake_method;

/** com.sun.star.test.XThing: its methods, in their order. */
extern const fake_method METHODS[];
extern const int METHOD_COUNT;

/** Lets the runtime library know these types. */
void know_types(void);

#endif
