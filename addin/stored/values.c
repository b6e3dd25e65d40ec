/* SPDX-License-Identifier: MPL-2.0
 *
 * values.c: how files spell numbers, days, times and places of cells.
 */
#include "stored/values.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static const char *skip_digits(const char *s) {
    while (is_digit(*s))
        s++;
    return s;
}

/* -------------------------------------------------------------------------------- numbers */

/* The end of a number that is spelled as files spell it; NULL where it is none. */
static const char *number_end(const char *s) {
    if (*s == '-' || *s == '+') s++;
    const char *whole = s;
    s = skip_digits(s);
    size_t digits = (size_t)(s - whole);
    if (*s == '.') {
        const char *part = s + 1;
        s = skip_digits(part);
        digits += (size_t)(s - part);
    }
    if (digits == 0) return NULL;
    if (*s == 'e' || *s == 'E') {
        s += s[1] == '-' || s[1] == '+' ? 2 : 1;
        if (!is_digit(*s)) return NULL;
        s = skip_digits(s);
    }
    return s;
}

/* The office may have set a locale with a comma. */
static double convert(const char *text, const char **end) {
    char copy[64];
    char *stop;
    double number = strtod(text, &stop);
    *end = stop;
    const char *point = strchr(text, '.');
    size_t length = strlen(text);
    if (stop != point || point == NULL || length >= sizeof copy) return number;
    memcpy(copy, text, length + 1);
    copy[point - text] = ',';
    number = strtod(copy, &stop);
    *end = text + (stop - copy);
    return number;
}

bool kp_stored_number(const char *text, double *number) {
    const char *end = number_end(text);
    const char *stop;
    if (end == NULL || *end != '\0') return false;
    *number = convert(text, &stop);
    return stop == end && *number - *number <= 0; /* neither infinite nor none */
}

long kp_stored_count(const char *text, long least, long most) {
    long number = 0;
    while (*text == ' ')
        text++;
    if (*text == '+') text++;
    for (; is_digit(*text) && number <= INT32_MAX; text++)
        number = number * 10 + (*text - '0');
    if (number > INT32_MAX) return least;
    return number < least ? least : number > most ? most : number;
}

/* ---------------------------------------------------------------------------------- times */

/* `count` digits at *s, which is then behind them. */
static bool digits(const char **s, int count, long *number) {
    *number = 0;
    for (; count > 0; count--, (*s)++) {
        if (!is_digit(**s)) return false;
        *number = *number * 10 + (**s - '0');
    }
    return true;
}

/* Days from 1899-12-30 to a day of the Gregorian calendar. */
static long days_to(long year, long month, long day) {
    year -= month <= 2;
    long era = (year >= 0 ? year : year - 399) / 400;
    long of_era = year - era * 400;
    long of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    long of_days = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    return era * 146097 + of_days - 693899;
}

static bool is_day(long year, long month, long day) {
    static const int LENGTHS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month >= 1 && month <= 12 && day >= 1 &&
           day <= LENGTHS[month - 1] + (month == 2 && leap ? 1 : 0);
}

/* "34.5" and the like, a number without sign, up to something else. */
static bool amount(const char **s, double *number) {
    char text[32];
    const char *end = skip_digits(*s);
    if (end > *s && *end == '.') end = skip_digits(end + 1);
    size_t length = (size_t)(end - *s);
    if (length == 0 || length >= sizeof text) return false;
    memcpy(text, *s, length);
    text[length] = '\0';
    *s = end;
    return kp_stored_number(text, number);
}

bool kp_stored_day(const char *text, double *days) {
    long year, month, day;
    long hour = 0;
    long minute = 0;
    double second = 0;
    const char *s = text;
    if (!digits(&s, 4, &year) || *s++ != '-' || !digits(&s, 2, &month) || *s++ != '-' ||
        !digits(&s, 2, &day) || !is_day(year, month, day))
        return false;
    if (*s == 'T') {
        s++;
        if (!digits(&s, 2, &hour) || *s++ != ':' || !digits(&s, 2, &minute)) return false;
        if (*s == ':') {
            s++;
            if (!amount(&s, &second)) return false;
        }
    }
    if (*s != '\0' || hour > 24 || minute > 59 || second >= 61) return false;
    double seconds = (double)(hour * 3600 + minute * 60) + second;
    *days = (double)days_to(year, month, day) + seconds / 86400;
    return true;
}

bool kp_stored_duration(const char *text, double *days) {
    static const struct {
        char unit;
        double seconds;
    } UNITS[] = {{'H', 3600}, {'M', 60}, {'S', 1}};
    const char *s = text + (*text == '-');
    double seconds = 0;
    if (s[0] != 'P' || s[1] != 'T' || s[2] == '\0') return false;
    s += 2;
    for (size_t i = 0; *s != '\0'; i++) {
        double number;
        if (!amount(&s, &number)) return false;
        while (i < 3 && UNITS[i].unit != *s)
            i++;
        if (i == 3) return false;
        seconds += number * UNITS[i].seconds;
        s++;
    }
    *days = (*text == '-' ? -seconds : seconds) / 86400;
    return true;
}

/* --------------------------------------------------------------------------------- places */

void kp_stored_put_place(kp_buffer *out, long column, long row) {
    char letters[8];
    size_t at = sizeof letters;
    for (long rest = column + 1; rest > 0 && at > 0; rest = (rest - 1) / 26)
        letters[--at] = (char)('A' + (rest - 1) % 26);
    kp_put_bytes(out, letters + at, sizeof letters - at);
    kp_putf(out, "%ld", row + 1);
}

/* "$B$3" */
static bool read_place(const char **text, long *column, long *row) {
    const char *s = *text;
    *column = *row = 0;
    if (*s == '$') s++;
    for (; *s >= 'A' && *s <= 'Z' && *column <= KP_MOST_COLUMNS; s++)
        *column = *column * 26 + (*s - 'A' + 1);
    if (*s == '$') s++;
    for (; is_digit(*s) && *row <= KP_MOST_ROWS; s++)
        *row = *row * 10 + (*s - '0');
    *text = s;
    bool fine = *column >= 1 && *column <= KP_MOST_COLUMNS && *row >= 1 && *row <= KP_MOST_ROWS;
    --*column;
    --*row;
    return fine;
}

/* Behind the name of a sheet and its point, where there is one. */
static const char *behind_sheet(const char *s) {
    const char *start = s;
    if (*s == '$') s++;
    if (*s == '\'') {
        for (s++; *s != '\0' && (*s != '\'' || s[1] == '\''); s++)
            if (*s == '\'') s++;
        return *s == '\'' && s[1] == '.' ? s + 2 : start;
    }
    while (*s != '\0' && *s != '.' && *s != ' ' && *s != ':')
        s++;
    return *s == '.' ? s + 1 : start;
}

bool kp_stored_read_area(const char **text, kp_stored_area *area) {
    const char *s = behind_sheet(*text);
    if (!read_place(&s, &area->left, &area->top)) return false;
    area->right = area->left;
    area->bottom = area->top;
    if (*s == ':') {
        s = behind_sheet(s + 1);
        if (!read_place(&s, &area->right, &area->bottom)) return false;
    }
    if (area->right < area->left || area->bottom < area->top) return false;
    *text = s;
    return *s == '\0' || *s == ' ';
}
