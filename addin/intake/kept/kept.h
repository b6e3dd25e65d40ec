/* SPDX-License-Identifier: MPL-2.0
 *
 * kept.h: 控え, the bureau's own copy of a submission: the bureau's form, into which the society's
 * inputs were put and in which all was computed, as a workbook that needs no add-in. Nothing of it but the
 * inputs comes from the society's file. A last sheet 控え says which file that was, and what was found.
 * The form that is open is not touched: what differs is changed in the file that was stored.
 */
#ifndef KENPO_INTAKE_KEPT_KEPT_H
#define KENPO_INTAKE_KEPT_KEPT_H

#include "form/own.h"
#include "intake/kept/called.h"

enum { KP_KEPT_FIELDS = 4 };

/** A row of the last sheet; a field that is NULL is empty. */
typedef struct kp_kept_row {
    const char *fields[KP_KEPT_FIELDS];
} kp_kept_row;

typedef struct kp_kept_about {
    const char *mark; /**< one line about what it is a copy of, also a property of the document */
    const kp_kept_row *rows;
    size_t count;
} kp_kept_about;

/** Stores the form as it was computed last at `path` (.ods). False where that cannot be done: then
 *  nothing is there. */
bool kp_kept_store(uno_Interface *context, const kp_form *form, const kp_kept_about *about,
                   const char *path);

#endif
