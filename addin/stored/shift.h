/* SPDX-License-Identifier: MPL-2.0
 *
 * shift.h: references in the text of an .xlsx formula. It looks only for what is a reference for
 * sure; it is no parser. No UNO, no I/O.
 */
#ifndef KENPO_STORED_SHIFT_H
#define KENPO_STORED_SHIFT_H

#include "stored/workbook.h"
#include "system/buffer.h"

/** The formula as it reads `across` columns and `down` rows away: relative references move along,
 *  "A1+$B$2" one row below is "A2+$B$2". */
void kp_shift_put(kp_buffer *out, const char *formula, long across, long down);

/** The formula with relative references counted from a cell, "C6>$B$2" seen from C5 is "[0][1]>$B$2":
 *  the same for each cell that a rule is for. It may also be spelled as the office does. */
void kp_shift_put_relative(kp_buffer *out, const char *formula, long column, long row);

/** The first cell that the formula refers to: what is fixed of it stays as *column and *row were. False
 *  where there is none. */
bool kp_shift_first(const char *formula, long *column, long *row);

/** "B3:D9" or "$B$3", without a sheet; also "$B:$D" and "$3:$9". False where it is none. *end is
 *  behind it. */
bool kp_shift_area(const char *text, const char **end, kp_stored_area *area);

/** The last column and row that a sheet has, from 0. */
enum { KP_LAST_COLUMN = 16383, KP_LAST_ROW = 1048575 };

#endif
