/* SPDX-License-Identifier: MPL-2.0
 *
 * parts.h: where a reader gets the files inside a package from. No UNO, no I/O.
 */
#ifndef KENPO_STORED_PARTS_H
#define KENPO_STORED_PARTS_H

#include <stddef.h>

typedef struct kp_parts {
    /** The bytes of a file inside, zero-terminated, to be freed; NULL where there is none. */
    char *(*read)(void *data, const char *name, size_t *size);
    void *data;
    const char *const *names; /**< of all files inside */
    size_t count;
} kp_parts;

#endif
