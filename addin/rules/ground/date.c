/* SPDX-License-Identifier: MPL-2.0
 *
 * date.c: counting days, and reading them in every spelling that officers use; a day is never guessed.
 * For counting, years are taken to begin with March, so that the leap day is the last one
 * and months have a regular pattern (153 days in five months).
 */
#include "kenpo/date.h"

#include "kenpo/year.h"
#include "rules/ground/era.h"

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

/* --------------------------------------------------------------------------- spellings */

static kp_status refuse(kp_trace *trace) {
    return kp_fail(trace, KP_INVALID,
                   kp_t("日付として読めません。令和9年3月5日、R9.3.5、2027-03-05、20270305 "
                        "のように入力してください。",
                        "This is not a day. Please write 令和9年3月5日, R9.3.5, 2027-03-05 or "
                        "20270305."));
}

/* Whether the calendar has that day, in a year that the product knows. */
static bool exists(kp_date date) {
    if (date.year < KP_FIRST_YEAR || date.year > KP_LAST_YEAR) return false;
    kp_date same = kp_date_from_days(kp_date_days(date));
    return same.year == date.year && same.month == date.month && same.day == date.day;
}

static bool in_era(const kp_era *era, kp_date date) {
    int64_t day = kp_date_days(date);
    if (day < kp_date_days(era->first)) return false;
    return era == KP_ERAS || day < kp_date_days((era - 1)->first);
}

static kp_date of_digits(int64_t digits) {
    kp_date date = {(int)(digits / 10000), (int)(digits / 100 % 100), (int)(digits % 100)};
    return date;
}

/* What stands between year, month and day: 年 and 月, or twice the same of ". / -". */
static bool pass_over(const char **at, const char *word, char *mark) {
    if (*mark == '\0' && kp_skip_word(at, word)) return true;
    bool mark_there = **at == '.' || **at == '/' || **at == '-';
    if (!mark_there || (*mark != '\0' && *mark != **at)) return false;
    *mark = *(*at)++;
    return true;
}

/* 9年3月5日, 9.3.5, 2027-03-05 and 20270305 behind the era. */
static bool read_day(const char **at, bool digits_alone, kp_date *date) {
    char mark = '\0';
    if (digits_alone) {
        const char *start = *at;
        int digits = kp_read_count(at, 8);
        if (*at - start == 8 && **at == '\0') {
            *date = of_digits(digits);
            return true;
        }
        *at = start;
    }
    date->year = kp_read_count(at, 4);
    if (date->year < 0 || !pass_over(at, "年", &mark)) return false;
    date->month = kp_read_count(at, 2);
    char first = mark;
    if (date->month < 0 || !pass_over(at, "月", &mark) || mark != first) return false;
    date->day = kp_read_count(at, 2);
    if (mark == '\0' && !kp_skip_word(at, "日")) return false;
    return date->day > 0 && **at == '\0';
}

kp_status kp_date_from_text(const char *text, kp_trace *trace, kp_date *date) {
    char plain[48];
    if (!kp_plain_text(text, plain, sizeof plain)) return refuse(trace);
    const char *at = plain;
    const kp_era *era = kp_read_era(&at);
    if (!read_day(&at, era == NULL, date)) return refuse(trace);
    if (era != NULL && (date->year < 1 || date->year > era->years)) return refuse(trace);
    if (era == NULL && date->year < KP_FIRST_YEAR) return refuse(trace);
    if (era != NULL) date->year += era->first.year - 1;
    if (!exists(*date) || (era != NULL && !in_era(era, *date))) return refuse(trace);
    return KP_OK;
}

kp_status kp_date_from_number(kp_num number, kp_trace *trace, kp_date *date) {
    enum { EIGHT_DIGITS = 10000000 };
    if (!kp_is_whole(number) || kp_sign(number) < 0 ||
        kp_cmp(number, kp_int(10 * (int64_t)EIGHT_DIGITS)) >= 0)
        return refuse(trace);
    int64_t count = (int64_t)(number.numerator / number.denominator);
    *date = count >= EIGHT_DIGITS ? of_digits(count) : kp_date_from_days(count);
    return exists(*date) ? KP_OK : refuse(trace);
}

void kp_write_day(kp_writer *writer, kp_date date) {
    const kp_era *era = KP_ERAS;
    while (era < KP_ERAS + KP_ERA_COUNT && !in_era(era, date))
        era++;
    if (writer->language != KP_JAPANESE || era == KP_ERAS + KP_ERA_COUNT) {
        kp_write_date(writer, date);
        return;
    }
    int year = date.year - era->first.year + 1;
    kp_write(writer, era->name);
    if (year == 1)
        kp_write(writer, "元");
    else
        kp_write_number(writer, kp_int(year));
    kp_write(writer, "年");
    kp_write_number(writer, kp_int(date.month));
    kp_write(writer, "月");
    kp_write_number(writer, kp_int(date.day));
    kp_write(writer, "日");
}
