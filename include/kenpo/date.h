/* SPDX-License-Identifier: MPL-2.0
 *
 * date.h: calendar dates (日付) of the Gregorian calendar, and the count of days that Calc keeps.
 */
#ifndef KENPO_DATE_H
#define KENPO_DATE_H

#include <stdint.h>

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

#endif
