/* SPDX-License-Identifier: MPL-2.0
 *
 * parts.h: a package of a test's own texts in place of a zip file, for the readers of workbooks.
 */
#ifndef KENPO_TESTS_PARTS_H
#define KENPO_TESTS_PARTS_H

#include <stddef.h>

typedef struct part {
    const char *name, *text; /**< of the one behind the last, NULL */
} part;

/** The `read` of kp_parts; `parts` are those of the package. */
char *read_part(void *parts, const char *name, size_t *size);

#endif
