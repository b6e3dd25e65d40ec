/* SPDX-License-Identifier: MPL-2.0
 *
 * date.c: counting days. Years are taken to begin with March, so that the leap day is the last one
 * and months have a regular pattern (153 days in five months).
 */
#include "kenpo/date.h"

enum { DAYS_OF_400_YEARS = 146097, NULL_DATE = 693899 }; /* 1899-12-30, from 1 March 0000 */

int64_t kp_date_days(kp_date date) {
    int64_t year = date.month > 2 ? date.year : date.year - 1;
    int64_t month = (date.month + 9) % 12; /* March is 0 */
    int64_t cycle = (year >= 0 ? year : year - 399) / 400;
    int64_t in_cycle = year - cycle * 400;
    int64_t day = (153 * month + 2) / 5 + date.day - 1;
    int64_t days = in_cycle * 365 + in_cycle / 4 - in_cycle / 100 + day;
    return cycle * DAYS_OF_400_YEARS + days - NULL_DATE;
}

kp_date kp_date_from_days(int64_t days) {
    int64_t count = days + NULL_DATE;
    int64_t cycle = (count >= 0 ? count : count - (DAYS_OF_400_YEARS - 1)) / DAYS_OF_400_YEARS;
    int64_t rest = count - cycle * DAYS_OF_400_YEARS;
    int64_t year = (rest - rest / 1460 + rest / 36524 - rest / 146096) / 365;
    int64_t day = rest - (365 * year + year / 4 - year / 100);
    int64_t month = (5 * day + 2) / 153; /* March is 0 */
    kp_date date;
    date.day = (int)(day - (153 * month + 2) / 5 + 1);
    date.month = (int)(month < 10 ? month + 3 : month - 9);
    date.year = (int)(year + cycle * 400 + (month >= 10));
    return date;
}

void kp_write_date(kp_writer *writer, kp_date date) {
    char text[] = {(char)('0' + date.year / 1000 % 10),
                   (char)('0' + date.year / 100 % 10),
                   (char)('0' + date.year / 10 % 10),
                   (char)('0' + date.year % 10),
                   '-',
                   (char)('0' + date.month / 10),
                   (char)('0' + date.month % 10),
                   '-',
                   (char)('0' + date.day / 10),
                   (char)('0' + date.day % 10),
                   '\0'};
    kp_write(writer, text);
}
