/* SPDX-License-Identifier: MPL-2.0
 *
 * told.h: the list of what a new form took over: from where, what it could not, and why.
 */
#ifndef KENPO_CARRY_TOLD_H
#define KENPO_CARRY_TOLD_H

#include "carry/list.h"
#include "carry/take.h"

/** Writes the list as a workbook; false where that is not possible. */
bool kp_told_list(const kp_taking *taking, uno_Interface *context, kp_language language,
                  const char *path);

/** Says in a few lines of the report how much was taken over. */
void kp_told_report(const kp_taking *taking, kp_report *report);

#endif
