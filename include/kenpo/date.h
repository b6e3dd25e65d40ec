/* SPDX-License-Identifier: MPL-2.0
 *
 * date.h: calendar dates (日付) of the Gregorian calendar, and the count of days that Calc keeps.
 */
#ifndef KENPO_DATE_H
#define KENPO_DATE_H

#include <stdint.h>

#include "kenpo/num.h"
#include "kenpo/status.h"
#include "kenpo/trace.h"

typedef struct kp_date {
    int year;
    int month; /**< 1 to 12 */
    int day;   /**< 1 to 31 */
} kp_date;

/** The days from 30 December 1899, Calc's usual null date, to `date`: 31 March 2015 is 42094.
 *  Another null date is subtracted as a date of its own. */
int64_t kp_date_days(kp_date date);

/** The date that many days after 30 December 1899. */
kp_date kp_date_from_days(int64_t days);

/** Appends 2015-03-31. */
void kp_write_date(kp_writer *writer, kp_date date);

/** Appends the day as officers write it, 令和9年3月5日, in English 2027-03-05; a day before 大正
 *  that kenpo/year.h knows as in English. */
void kp_write_day(kp_writer *writer, kp_date date);

/** The day that `text` (UTF-8) spells: 令和9年3月5日, R9.3.5, R9/3/5, 昭和元.12.25, 2027-03-05, 2027/3/5,
 *  2027年3月5日, 20270305; digits and letters may be full width, blanks may stand around and inside.
 *  KP_INVALID for anything else, for a day that the calendar or the era does not have, and for years
 *  beyond kenpo/year.h: the trace says what is accepted. */
kp_status kp_date_from_text(const char *text, kp_trace *trace, kp_date *date);

/** The same of a number: a day as Calc counts it from 30 December 1899, or eight digits (20270305). */
kp_status kp_date_from_number(kp_num number, kp_trace *trace, kp_date *date);

#endif
