/* SPDX-License-Identifier: MPL-2.0
 *
 * chosen.h: which sheets of a workbook are printed for submission.
 */
#ifndef KENPO_FORM_CHOSEN_H
#define KENPO_FORM_CHOSEN_H

#include "uno/uno.h"

/** All sheets, in place of names. */
#define KP_ALL_SHEETS "all"

/** Whether a sheet is printed: `chosen` names it (names by commas), or is KP_ALL_SHEETS; where it is
 *  NULL, whether it is among the forms that are handed in, as our forms say in a property, KenpoFiled
 *  (names by spaces, behind a colon the years that have one: "支援金勘定:2026-"). A workbook that says
 *  nothing hands in all. A sheet that is hidden is printed only where it is named. */
bool kp_is_chosen(uno_Interface *document, uno_Interface *sheet, const char *name,
                  const char *chosen);

#endif
