/* SPDX-License-Identifier: MPL-2.0
 *
 * year.h: fiscal years (年度). A fiscal year is the western year of its 1 April: 平成27年度 is
 * 2015, 令和7年度 is 2025.
 */
#ifndef KENPO_YEAR_H
#define KENPO_YEAR_H

#include "kenpo/num.h"
#include "kenpo/status.h"
#include "kenpo/trace.h"

/** The years that the product knows: from 昭和元年度 (大正15年度), when the first societies
 *  were founded, to a year that no budget of today reaches. */
enum { KP_FIRST_YEAR = 1926, KP_LAST_YEAR = 2099 };

/** The fiscal year that `text` (UTF-8) spells: 2015, 平成27, 平成27年, 平成27年度, 平27, H27, h27,
 * 令和元年度, 令和6, R6, 昭和60, S60, 大正15, T15; 2015年, 2015年度; digits and letters may be full width,
 * blanks may stand around and inside. KP_INVALID for anything else, and for a year that the era did
 * not have (平成32): the trace says what is accepted. 令和元年度 and 平成31年度 are both 2019. */
kp_status kp_year_from_text(const char *text, kp_trace *trace, int *year);

/** The fiscal year that a number means: a whole number from KP_FIRST_YEAR to KP_LAST_YEAR. A small
 *  number such as 7 is KP_INVALID, since it does not say which era it counts. */
kp_status kp_year_from_number(kp_num number, kp_trace *trace, int *year);

/** Appends the year in the Japanese calendar, "令和7年度", "令和元年度", "平成27年度"; in English
 *  "FY2025 (令和7年度)" is left to the caller: the era name is Japanese in both languages. */
void kp_write_wareki(kp_writer *writer, int year);

#endif
