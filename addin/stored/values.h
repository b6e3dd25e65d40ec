/* SPDX-License-Identifier: MPL-2.0
 *
 * values.h: how files spell numbers, days, times and places of cells. No UNO, no I/O.
 */
#ifndef KENPO_STORED_VALUES_H
#define KENPO_STORED_VALUES_H

#include "stored/workbook.h"
#include "system/buffer.h"

/** The most that Calc has. */
enum { KP_MOST_COLUMNS = 16384, KP_MOST_ROWS = 1048576 };

/** Each false where the text is none, to its last letter: "-12.5E+3"; "2026-11-24" or
 *  "2026-11-24T13:54:34.5" as days since 1899-12-30; "-PT25H30M1.5S" as days. */
bool kp_stored_number(const char *text, double *number);
bool kp_stored_day(const char *text, double *days);
bool kp_stored_duration(const char *text, double *days);

/** How often something is repeated, as the office reads it: digits up to whatever follows, and `least`
 *  for less, for none and for what has no room in 32 bits; `most` for more. */
long kp_stored_count(const char *text, long least, long most);

/** "B12" of column 1, row 11. */
void kp_stored_put_place(kp_buffer *out, long column, long row);

/** "$その1.$B$3:.$C$4", "'it''s'.B3", "B3": the area, without the sheet; `text` is then its end. */
bool kp_stored_read_area(const char **text, kp_stored_area *area);

#endif
