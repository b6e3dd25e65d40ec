/* SPDX-License-Identifier: MPL-2.0
 *
 * intake.h: 受付点検 of one submission. Opens it, computes every row of 計算根拠 again with this
 * add-in, and compares. Nothing in the file is trusted or run: macros and links are off, a formula
 * that could reach outside is not computed.
 */
#ifndef KENPO_INTAKE_INTAKE_H
#define KENPO_INTAKE_INTAKE_H

#include "form/form.h"
#include "intake/result.h"

/** Checks one file and writes its result (result.h). `name` is how the file is told of. `work` is
 *  a private folder for copies, or NULL. `forms` keeps the forms read, from one file to the next. */
void kp_intake_file(uno_Interface *context, const char *path, const char *name, const char *work,
                    kp_language language, kp_forms *forms, kp_buffer *result);

#endif
