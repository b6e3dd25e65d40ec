/* SPDX-License-Identifier: MPL-2.0
 *
 * cases.h: comparing what a cell shows with what a case expects.
 */
#ifndef KENPO_TESTS_CASES_H
#define KENPO_TESTS_CASES_H

#include "sheet.h"

/** Whether the cell shows `expected`: a number, a fraction a/b, "text" in quotes, or an error as
 * the cell shows it; `tolerance` is for numbers (0: the very same double). Says what differs. */
bool case_holds(struct sheet *sheet, int column, int row, const char *expected,
                const char *tolerance);

#endif
