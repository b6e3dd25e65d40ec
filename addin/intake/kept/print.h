/* SPDX-License-Identifier: MPL-2.0
 *
 * print.h: the 控え of a submission on paper, as a PDF: the forms that are handed in, once, and the sheet
 * that says what it is a copy of.
 */
#ifndef KENPO_INTAKE_KEPT_PRINT_H
#define KENPO_INTAKE_KEPT_PRINT_H

#include "uno/uno.h"

/** Makes it of a copy that was stored (.ods). */
bool kp_kept_print(uno_Interface *context, const char *copy, const char *path);

#endif
