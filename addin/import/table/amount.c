/* SPDX-License-Identifier: MPL-2.0
 *
 * amount.c: numbers and months of a table.
 */
#include "import/table/amount.h"

#include <string.h>

#include "kenpo/date.h"
#include "kenpo/text.h"
#include "rules/ground/era.h"

enum { MOST_DIGITS = 15, PLAIN = 64 };

static kp_amount_read refuse(kp_text why) {
    return (kp_amount_read){.kind = KP_AMOUNT_NONE, .why = why};
}

/* A letter that means an ASCII one, and is no full-width form of it. */
static const char *const ALIKE[][2] = {{"▲", "-"}, {"△", "-"}, {"−", "-"},      {"‐", "-"},
                                       {"–", "-"}, {"—", "-"}, {"―", "-"},      {"ー", "-"},
                                       {"¥", ""},  {"￥", ""}, {"\xC2\xA0", ""}};

static bool skip_alike(const char **at, const char **means) {
    for (size_t i = 0; i < sizeof ALIKE / sizeof *ALIKE; i++) {
        if (!kp_skip_word(at, ALIKE[i][0])) continue;
        *means = ALIKE[i][1];
        return true;
    }
    return false;
}

/* The text with narrow digits and signs, without blanks at its ends; false where one stands between two
 * digits, or where it is too long for a number. */
static bool plain_of(const char *text, char plain[PLAIN]) {
    size_t used = 0;
    bool blank = false;
    while (*text != '\0') {
        char one[2] = {0};
        const char *means = one;
        if (!skip_alike(&text, &means)) {
            one[0] = kp_narrow(&text);
            if (one[0] == '\0') one[0] = *text++;
        }
        if (strchr(" \t\r\n", *means) != NULL && *means != '\0') {
            blank = used > 0;
            continue;
        }
        if (*means == '\0' || (used == 0 && *means == '\\')) continue;
        bool digits = used > 0 && plain[used - 1] >= '0' && plain[used - 1] <= '9';
        if (blank && digits && *means >= '0' && *means <= '9') return false;
        blank = false;
        if (used + 1 == PLAIN) return false;
        plain[used++] = *means;
    }
    plain[used] = '\0';
    return true;
}

/* ------------------------------------------------------------------------------------ numbers */

/* Digits, which commas may part in threes, and a point: copied to `digits` without the commas. NULL
 * where they are no number; else how many digits stand there, without zeros before them. */
typedef struct figures {
    char digits[PLAIN];
    size_t used;
    int count, group; /**< behind the last comma; -1: there was none */
    bool point, wrong;
} figures;

static void take_comma(figures *f) {
    bool first = f->group < 0;
    f->wrong = f->wrong || f->point || (first ? f->used == 0 || f->used > 3 : f->group != 3);
    f->group = 0;
}

static void take_point(figures *f) {
    f->wrong = f->wrong || f->point || (f->group >= 0 && f->group != 3);
    f->group = -1;
    f->point = true;
    f->digits[f->used++] = '.';
}

static void take_digit(figures *f, char digit) {
    if (digit != '0' || f->count > 0) f->count++;
    if (f->group >= 0) f->group++;
    f->digits[f->used++] = digit;
}

static figures read_figures(const char **at) {
    figures f = {.group = -1};
    for (;; ++*at) {
        char c = **at;
        if (c == ',')
            take_comma(&f);
        else if (c == '.')
            take_point(&f);
        else if (c >= '0' && c <= '9')
            take_digit(&f, c);
        else
            break;
    }
    f.wrong = f.wrong || (f.group >= 0 && f.group != 3);
    f.digits[f.used] = '\0';
    return f;
}

/* What may stand behind a number, and what it says. */
typedef struct ending {
    const char *word;
    kp_money money;
    int divisor;
} ending;

static const ending ENDINGS[] = {{"千円", KP_MONEY_THOUSAND, 1}, {"円", KP_MONEY_YEN, 1},
                                 {"%", KP_MONEY_NONE, 100},      {"‰", KP_MONEY_NONE, 1},
                                 {"人", KP_MONEY_NONE, 1},       {"名", KP_MONEY_NONE, 1},
                                 {"件", KP_MONEY_NONE, 1}};

static const ending *read_ending(const char **at) {
    static const ending NONE = {"", KP_MONEY_NONE, 1};
    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++)
        if (kp_skip_word(at, ENDINGS[i].word)) return &ENDINGS[i];
    return &NONE;
}

static kp_amount_read number_of(const figures *f, const ending *end, bool negative) {
    kp_num number = kp_num_from_decimal(f->digits);
    if (kp_num_status(number) != KP_OK)
        return refuse(kp_t("数として読めません", "it is no number"));
    number = kp_div(number, kp_int(end->divisor));
    if (negative) number = kp_sub(kp_int(0), number);
    return (kp_amount_read){KP_AMOUNT_NUMBER, number, end->money, {NULL, NULL}};
}

kp_amount_read kp_amount_from(const char *text) {
    const kp_text NO_NUMBER = kp_t("数として読めません", "it is no number");
    char plain[PLAIN];
    if (!plain_of(text, plain)) return refuse(NO_NUMBER);
    if (strspn(plain, "-") == strlen(plain)) return (kp_amount_read){.kind = KP_AMOUNT_BLANK};
    const char *at = plain;
    bool bracket = *at == '(';
    bool minus = at[bracket] == '-';
    at += bracket + minus;
    if (!bracket && !minus && *at == '+') at++;
    figures f = read_figures(&at);
    if (f.used > 0 && kp_capital(*at) == 'E')
        return refuse(kp_t("指数の形の数です(桁が失われているおそれがあります)",
                           "it has an exponent: digits may be lost"));
    const ending *end = read_ending(&at);
    bool behind = !bracket && !minus && *at == '-';
    at += behind;
    if (bracket && *at++ != ')') return refuse(NO_NUMBER);
    if (*at != '\0' || f.used == 0 || (bracket && minus)) return refuse(NO_NUMBER);
    if (f.wrong)
        return refuse(kp_t("桁区切りの位置が正しくありません", "its commas stand at odd places"));
    if (f.count > MOST_DIGITS)
        return refuse(kp_t("15 桁を超えています", "it has more than 15 digits"));
    return number_of(&f, end, bracket || minus || behind);
}

/* ------------------------------------------------------------------------------------- months */

static bool is_month(int month) {
    return month >= 1 && month <= 12;
}

/* What may follow a month and says nothing more. */
static bool at_end(const char *at) {
    static const char *const WORDS[] = {"診療", "分", "末", "現在"};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        kp_skip_word(&at, WORDS[i]);
    return *at == '\0';
}

/* 3月, 3, 202703 */
static bool month_alone(const char *at, kp_month *month) {
    const char *start = at;
    int digits = kp_read_count(&at, 6);
    if (at - start == 6 && *at == '\0') {
        *month = (kp_month){digits / 100, digits % 100};
        return is_month(month->month) && month->year >= 1926 && month->year <= 2099;
    }
    *month = (kp_month){0, digits};
    kp_skip_word(&at, "月");
    return *start >= '0' && *start <= '9' && is_month(digits) && at_end(at);
}

/* 2027年3月, R9.3, 2027-03 */
static bool year_and_month(const char *at, kp_month *month) {
    const kp_era *era = kp_read_era(&at);
    int year = kp_read_count(&at, 4);
    bool words = kp_skip_word(&at, "年");
    if (year < 1 || (!words && strchr("./-", *at) == NULL) || *at == '\0') return false;
    if (!words) at++;
    int count = kp_read_count(&at, 2);
    kp_skip_word(&at, "月");
    if (!is_month(count) || !at_end(at)) return false;
    if (era != NULL && year > era->years) return false;
    if (era != NULL) year += era->first.year - 1;
    *month = (kp_month){year, count};
    return year >= 1926 && year <= 2099;
}

bool kp_month_from(const char *text, kp_month *month) {
    char plain[48];
    kp_date day;
    if (!kp_plain_text(text, plain, sizeof plain)) return false;
    if (kp_date_from_text(plain, NULL, &day) == KP_OK) {
        *month = (kp_month){day.year, day.month};
        return true;
    }
    return month_alone(plain, month) || year_and_month(plain, month);
}
