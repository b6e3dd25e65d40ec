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

/** Checks one file and writes its result (result.h). `name` is how the file is told of. `forms` keeps
 *  the forms that are open, from one file to the next. */
void kp_intake_file(uno_Interface *context, const char *path, const char *name,
                    kp_language language, kp_forms *forms, kp_buffer *result);

#endif
