/* SPDX-License-Identifier: MPL-2.0
 *
 * year.c: fiscal years in every spelling that officers use. An era's year is never guessed: what
 * is not a spelling of exactly one year is an invalid argument.
 */
#include "kenpo/year.h"

#include <string.h>

#include "kenpo/text.h"
#include "rules/ground/era.h"

const kp_era KP_ERAS[KP_ERA_COUNT] = {
    {"令和", "令", 'R', {2019, 5, 1}, KP_LAST_YEAR - 2019 + 1},
    {"平成", "平", 'H', {1989, 1, 8}, 31},
    {"昭和", "昭", 'S', {1926, 12, 25}, 64},
    {"大正", "大", 'T', {1912, 7, 30}, 15},
};

static kp_status refuse(kp_trace *trace) {
    return kp_fail(
        trace, KP_INVALID,
        kp_t("年度として読めません。年度を 2025、令和7、R7、令和7年度、平成27、H27 のように入力して"
             "ください(平成は31年度まで)。",
             "This is not a fiscal year. Please write 2025, 令和7, 令和7年度, R7, 平成27 "
             "or H27 (平成 ends with 31)."));
}

bool kp_plain_text(const char *text, char *plain, size_t size) {
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

bool kp_skip_word(const char **at, const char *word) {
    size_t length = strlen(word);
    if (strncmp(*at, word, length) != 0) return false;
    *at += length;
    return true;
}

const kp_era *kp_read_era(const char **at) {
    for (int i = 0; i < KP_ERA_COUNT; i++) {
        const kp_era *candidate = &KP_ERAS[i];
        if (kp_skip_word(at, candidate->name) || kp_skip_word(at, candidate->character))
            return candidate;
        if (**at == candidate->letter) {
            *at += 1;
            return candidate;
        }
    }
    return NULL;
}

int kp_read_count(const char **at, int digits) {
    if (kp_skip_word(at, "元")) return 1;
    int count = -1;
    for (; digits > 0 && **at >= '0' && **at <= '9'; digits--, ++*at)
        count = (count < 0 ? 0 : count * 10) + (**at - '0');
    return count;
}

kp_status kp_year_from_text(const char *text, kp_trace *trace, int *year) {
    char plain[32];
    if (!kp_plain_text(text, plain, sizeof plain)) return refuse(trace);
    const char *at = plain;
    const kp_era *named = kp_read_era(&at);
    int count = kp_read_count(&at, 4);
    if (kp_skip_word(&at, "年")) kp_skip_word(&at, "度");
    if (*at != '\0' || count < 0) return refuse(trace);
    if (named == NULL) return kp_year_from_number(kp_int(count), trace, year);
    if (count < 1 || count > named->years) return refuse(trace);
    return kp_year_from_number(kp_int(named->first.year + count - 1), trace, year);
}

kp_status kp_year_from_number(kp_num number, kp_trace *trace, int *year) {
    if (!kp_is_whole(number) || kp_cmp(number, kp_int(KP_FIRST_YEAR)) < 0 ||
        kp_cmp(number, kp_int(KP_LAST_YEAR)) > 0)
        return refuse(trace);
    *year = (int)(number.numerator / number.denominator);
    return KP_OK;
}

void kp_write_wareki(kp_writer *writer, int year) {
    const kp_era *named = &KP_ERAS[0];
    while (year < named->first.year)
        named++;
    kp_write(writer, named->name);
    int count = year - named->first.year + 1;
    if (count == 1)
        kp_write(writer, "元");
    else
        kp_write_number(writer, kp_int(count));
    kp_write(writer, "年度");
}
