/* SPDX-License-Identifier: MPL-2.0
 *
 * names.h: the named expressions of a document that depend on our functions, directly or through
 * other names.
 */
#ifndef KENPO_BOOK_NAMES_H
#define KENPO_BOOK_NAMES_H

#include "uno/document.h"

typedef struct kp_name {
    uno_Interface *object;
    char *name;
    char *content; /**< the expression, in the office's spelling */
    kp_address base;
    bool ours;
} kp_name;

typedef struct kp_names {
    kp_name *names;
    size_t count;
    size_t size;
} kp_names;

/** All named expressions of the document and its sheets, ours marked. */
kp_names kp_names_of(uno_Interface *document);
void kp_names_end(kp_names *names);

/** Whether a formula calls our functions, directly or through a name. */
bool kp_names_reach(const kp_names *names, const char *formula);

#endif
