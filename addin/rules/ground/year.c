/* SPDX-License-Identifier: MPL-2.0
 *
 * year.c: fiscal years in every spelling that officers use. An era's year is never guessed: what
 * is not a spelling of exactly one year is an invalid argument.
 */
#include "kenpo/year.h"

#include <string.h>

#include "kenpo/text.h"

/* An era: its names, its year 1, and its last year as officers wrote it. 年号 */
typedef struct era {
    const char *name;
    const char *character;
    char letter;
    int first_year;
    int years;
} era;

static const era ERAS[] = {
    {"令和", "令", 'R', 2019, KP_LAST_YEAR - 2019 + 1},
    {"平成", "平", 'H', 1989, 31},
    {"昭和", "昭", 'S', 1926, 64},
};
enum { ERA_COUNT = sizeof ERAS / sizeof ERAS[0] };

static kp_status refuse(kp_trace *trace) {
    return kp_fail(
        trace, KP_INVALID,
        kp_t("年度として読めません。年度を 2025、令和7、R7、令和7年度、平成27、H27 のように入力して"
             "ください(平成は31年度まで)。",
             "This is not a fiscal year. Please write 2025, 令和7, 令和7年度, R7, 平成27 "
             "or H27 (平成 ends with 31)."));
}

/* The text without blanks and with narrow digits and capital letters, or false if it is too long.
 */
static bool normalise(const char *text, char *plain, size_t size) {
    size_t used = 0;
    while (*text != '\0') {
        char c = kp_narrow(&text);
        if (c == ' ' || c == '\t') continue;
        c = c == 0 ? *text++ : kp_capital(c);
        if (used + 1 == size) return false;
        plain[used++] = c;
    }
    plain[used] = '\0';
    return true;
}

static bool skip(const char **at, const char *word) {
    size_t length = strlen(word);
    if (strncmp(*at, word, length) != 0) return false;
    *at += length;
    return true;
}

/* The era that the text begins with, which is skipped; NULL where it begins with none. */
static const era *read_era(const char **at) {
    for (int i = 0; i < ERA_COUNT; i++) {
        const era *candidate = &ERAS[i];
        if (skip(at, candidate->name) || skip(at, candidate->character)) return candidate;
        if (**at == candidate->letter) {
            *at += 1;
            return candidate;
        }
    }
    return NULL;
}

/* A number of one to four digits, 元 for the first year; -1 where there is none. */
static int read_count(const char **at) {
    if (skip(at, "元")) return 1;
    int count = -1;
    for (int digits = 0; digits < 4 && **at >= '0' && **at <= '9'; digits++, ++*at)
        count = (count < 0 ? 0 : count * 10) + (**at - '0');
    return count;
}

kp_status kp_year_from_text(const char *text, kp_trace *trace, int *year) {
    char plain[32];
    if (!normalise(text, plain, sizeof plain)) return refuse(trace);
    const char *at = plain;
    const era *named = read_era(&at);
    int count = read_count(&at);
    if (skip(&at, "年")) skip(&at, "度");
    if (*at != '\0' || count < 0) return refuse(trace);
    if (named == NULL) return kp_year_from_number(kp_int(count), trace, year);
    if (count < 1 || count > named->years) return refuse(trace);
    return kp_year_from_number(kp_int(named->first_year + count - 1), trace, year);
}

kp_status kp_year_from_number(kp_num number, kp_trace *trace, int *year) {
    if (!kp_is_whole(number) || kp_cmp(number, kp_int(KP_FIRST_YEAR)) < 0 ||
        kp_cmp(number, kp_int(KP_LAST_YEAR)) > 0)
        return refuse(trace);
    *year = (int)(number.numerator / number.denominator);
    return KP_OK;
}

void kp_write_wareki(kp_writer *writer, int year) {
    const era *named = &ERAS[0];
    while (year < named->first_year)
        named++;
    kp_write(writer, named->name);
    int count = year - named->first_year + 1;
    if (count == 1)
        kp_write(writer, "元");
    else
        kp_write_number(writer, kp_int(count));
    kp_write(writer, "年度");
}
