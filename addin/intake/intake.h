/* SPDX-License-Identifier: MPL-2.0
 *
 * intake.h: 受付点検 of one submission. It is read as data, never opened as a document: its inputs are
 * put into the bureau's own form, computed there with this add-in, and everything that it says and
 * shows is compared with that. Nothing in the file is trusted, followed or run.
 */
#ifndef KENPO_INTAKE_INTAKE_H
#define KENPO_INTAKE_INTAKE_H

#include "form/own.h"
#include "intake/result.h"

/** A file, and what is wanted of it. Paths that are NULL or "" are of nothing that is wanted. */
typedef struct kp_intake_order {
    const char *path;
    const char *name;    /**< how the file is told of */
    const char *sum;     /**< SHA-256 of its bytes */
    const char *receipt; /**< its number, for the copy */
    const char *copy;    /**< where its 控え goes (.ods), and the same as PDF */
    const char *print;
    bool any; /**< a workbook that is made from no form is a doubt; else it is wrong */
    kp_language language;
} kp_intake_order;

/** Checks one file and writes its result (result.h). `forms` keeps the forms that are open, from one file
 *  to the next. */
void kp_intake_file(uno_Interface *context, const kp_intake_order *order, kp_forms *forms,
                    kp_buffer *result);

#endif
