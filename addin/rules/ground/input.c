/* SPDX-License-Identifier: MPL-2.0
 *
 * input.c: from what stands in a cell to a value of a known kind. What every function and every
 * check refuses is refused here, once; what only one rule refuses is that rule's business.
 */
#include "kenpo/input.h"

#include <string.h>

#include "kenpo/date.h"
#include "kenpo/year.h"

/* ------------------------------------------------------------------------------ meanings */

static bool whole_from(kp_num value, int64_t least) {
    return kp_is_whole(value) && kp_cmp(value, kp_int(least)) >= 0;
}

static bool whole_within(kp_num value, int64_t most) {
    return whole_from(value, 1) && kp_cmp(value, kp_int(most)) <= 0;
}

static bool meets(kp_kind kind, kp_num value) {
    switch (kind) {
    case KP_AMOUNT:
    case KP_DIVISOR:
    case KP_DATE:
        return kp_sign(value) >= 0;
    case KP_POSITIVE:
        return kp_sign(value) > 0;
    case KP_COUNT:
        return whole_from(value, 0);
    case KP_ORDINAL:
        return whole_from(value, 1);
    case KP_TWELVE:
        return whole_within(value, 12);
    case KP_DECIMALS:
        return whole_within(value, 10);
    case KP_SHARE:
        return kp_sign(value) > 0 && kp_cmp(value, kp_int(1)) <= 0;
    case KP_FLAG:
    case KP_ANSWER:
        return whole_from(value, 0) && kp_cmp(value, kp_int(1)) <= 0;
    default:
        return true;
    }
}

/* What is said where a number is not of its kind. */
static const kp_text EXPECTED[] = {
    [KP_AMOUNT] = {"負の値は使えません。", "A negative value has no meaning here."},
    [KP_DIVISOR] = {"負の値は使えません。", "A negative value has no meaning here."},
    [KP_POSITIVE] = {"0 より大きい値が必要です(空欄は 0 として読まれます)。",
                     "A value greater than 0 is needed (an empty cell reads as 0)."},
    [KP_COUNT] = {"人数・件数・月数は 0 以上の整数でなければなりません。",
                  "A count must be a whole number, 0 or more."},
    [KP_TWELVE] = {"月数は 1 から 12 までの整数でなければなりません。",
                   "Months must be a whole number from 1 to 12."},
    [KP_SHARE] = {"割合は 0 より大きく 1 以下(1 = 100 %)でなければなりません。",
                  "A share must be greater than 0 and at most 1 (1 = 100 %)."},
    [KP_FLAG] = {"TRUE か FALSE(1 か 0)でなければなりません。",
                 "TRUE or FALSE (1 or 0) is needed here."},
    [KP_ANSWER] = {"1(はい)か 0(いいえ)、または 有・無、あり・なし、○・× を入力してください。",
                   "Please enter 1 (yes) or 0 (no), or one of the words yes and no."},
    [KP_DECIMALS] = {"桁数は 1 から 10 までの整数です(空欄は 0 として読まれるため、0 桁には "
                     "KENPO_ROUND を使ってください)。",
                     "Decimals must be a whole number from 1 to 10 (an empty cell reads as 0; for "
                     "none use KENPO_ROUND)."},
    [KP_DATE] = {"日付を入力してください(文字列の日付は使えません)。",
                 "A date is needed here (not a date written as text)."},
};

/* NULL where the number is of that kind, else what is expected. */
static const kp_text *unmet(kp_kind kind, kp_num value) {
    if (meets(kind, value)) return NULL;
    if (kind != KP_ORDINAL) return &EXPECTED[kind];
    return &EXPECTED[whole_from(value, 0) ? KP_POSITIVE : KP_COUNT];
}

static const kp_text TOO_LARGE = {"数値が大きすぎるか小さすぎるため、正確に計算できません。",
                                  "The number is too large or too small to be computed exactly."};

bool kp_is_numeric(kp_kind kind) {
    return kind >= KP_SIGNED && kind <= KP_DATE;
}

kp_num kp_need_kind(kp_run *run, kp_kind kind, kp_num value, int place) {
    kp_status status = kp_num_status(value);
    if (status != KP_OK) return kp_refuse(run, status, place, TOO_LARGE);
    const kp_text *expected = unmet(kind, value);
    return expected == NULL ? value : kp_refuse(run, KP_INVALID, place, *expected);
}

void kp_need_each(kp_run *run, kp_kind kind, const kp_range *range) {
    kp_num number;
    kp_walk walk = kp_walk_over(run, range);
    while (kp_walk_next(&walk, &number)) {
        const kp_text *expected = unmet(kind, number);
        if (expected != NULL) kp_walk_refuse(&walk, *expected);
    }
}

/* ------------------------------------------------------------------------------- writing */

void kp_write_year(kp_writer *writer, int year) {
    if (writer->language == KP_JAPANESE) {
        kp_write_wareki(writer, year);
        return;
    }
    char text[KP_NUM_TEXT] = "FY0000";
    for (char *digit = text + 5; digit > text + 1; digit--, year /= 10)
        *digit = (char)('0' + year % 10);
    kp_write(writer, text);
}

void kp_write_value(kp_writer *writer, const kp_value *value) {
    if (value->kind == KP_KEYWORD) {
        kp_write(writer, value->text);
    } else if (value->kind == KP_FLAG || value->kind == KP_ANSWER) {
        kp_write_text(writer,
                      kp_sign(value->number) > 0 ? kp_t("はい", "yes") : kp_t("いいえ", "no"));
    } else if (value->kind == KP_YEAR) {
        kp_write_year(writer, value->year);
    } else if (value->kind == KP_DATE || value->kind == KP_DAY) {
        kp_write_day(writer, kp_date_from_days((int64_t)value->number.numerator));
    } else if (value->unit == KP_PERCENT) {
        kp_write_percent(writer, value->number);
    } else {
        kp_write_number(writer, value->number);
        kp_write(writer, value->unit == KP_PERMILLE ? " ‰" : "");
    }
}

/* The sum of a range, and the numbers in it where they are few. What cannot be summed is not said:
 * the rule refuses it. */
static void say_range(kp_run *run, kp_text label, const kp_range *range) {
    enum { FEW = 12 };
    kp_num numbers[FEW];
    kp_run quiet = kp_run_begin(NULL);
    kp_num sum = kp_int(0);
    kp_num number;
    kp_walk walk = kp_walk_over(&quiet, range);
    while (kp_walk_next(&walk, &number)) {
        sum = kp_add(sum, number);
        if (walk.numbers <= FEW) numbers[walk.numbers - 1] = number;
    }
    if (quiet.status != KP_OK || kp_num_status(sum) != KP_OK) return;
    kp_trace_label(run->trace, label);
    kp_writer *writer = &run->trace->writer;
    kp_write_quantity(writer, sum, KP_SUM_OF_RANGE);
    for (size_t i = 0; walk.numbers > 1 && walk.numbers <= FEW && i < walk.numbers; i++) {
        kp_write(writer, i == 0 ? ": " : "; ");
        kp_write_number(writer, numbers[i]);
    }
    kp_write(writer, "\n");
}

static bool is_word(kp_kind kind) {
    return kind == KP_KEYWORD || kind == KP_FLAG || kind == KP_ANSWER || kind == KP_YEAR ||
           kind == KP_DAY;
}

void kp_say_value(kp_run *run, const kp_argument *argument, const kp_value *value) {
    if (!kp_heard(run) || value->kind == KP_DATE || value->kind == KP_CELLS ||
        value->kind == KP_NAMES)
        return;
    if (value->kind == KP_RANGE) {
        say_range(run, argument->name, &value->range);
        return;
    }
    if (!is_word(value->kind) || unmet(value->kind, value->number) != NULL) {
        kp_trace_step(run->trace, argument->name, value->number, value->unit);
        return;
    }
    kp_writer *writer = &run->trace->writer;
    kp_trace_label(run->trace, argument->name);
    kp_write_value(writer, value);
    if (value->unit == KP_FISCAL_YEAR) {
        kp_write_text(writer, kp_t("(", " ("));
        kp_write_quantity(writer, value->number, KP_FISCAL_YEAR);
        kp_write(writer, ")");
    }
    kp_write(writer, "\n");
}

/* ------------------------------------------------------------------------------- reading */

void kp_leave_out(const kp_argument *argument, kp_value *value) {
    static const kp_range EMPTY = {NULL, NULL, 0, 0, 0, NULL, false};
    value->kind = argument->kind;
    value->unit = argument->unit;
    value->place = 0;
    value->given = false;
    value->year = 0;
    value->number = kp_int(0);
    value->text = "";
    value->range = EMPTY;
    value->rest = NULL;
    value->rest_count = 0;
}

static kp_cell read_single(const void *cells, size_t row, size_t column, double *number) {
    const kp_input *input = cells;
    (void)row;
    (void)column;
    *number = input->number;
    if (input->kind == KP_INPUT_TEXT && input->text[0] != '\0') return KP_CELL_TEXT;
    return input->kind == KP_INPUT_NUMBER ? KP_CELL_NUMBER : KP_CELL_BLANK;
}

static void tell_single(const void *cells, size_t row, size_t column, char *text, size_t size) {
    const kp_input *input = cells;
    (void)row;
    (void)column;
    size_t length = input->kind == KP_INPUT_TEXT ? strlen(input->text) : 0;
    if (length >= size) length = 0;
    memcpy(text, input->text, length);
    text[length] = '\0';
}

static bool is_block(kp_kind kind) {
    return kind == KP_RANGE || kind == KP_CELLS || kind == KP_NAMES;
}

/* A single cell is a range of one. */
static kp_range range_of(const kp_input *input, int place) {
    kp_range single = {input, read_single, 1, 1, place, tell_single, false};
    if (input->kind != KP_INPUT_RANGE) return single;
    kp_range range = input->range;
    range.place = place;
    return range;
}

/* Says what was given and is of no use: a text, or a number that is no year. */
static void say_given(kp_run *run, const kp_argument *argument, const kp_input *input) {
    kp_num number = input->kind == KP_INPUT_NUMBER ? kp_num_from_double(input->number) : kp_int(0);
    if (!kp_heard(run) || kp_num_status(number) != KP_OK) return;
    kp_writer *writer = &run->trace->writer;
    kp_trace_label(run->trace, argument->name);
    if (input->kind == KP_INPUT_NUMBER)
        kp_write_number(writer, number);
    else
        kp_write(writer, input->text);
    kp_write(writer, "\n");
}

/* A word that stands for yes or no; no number for another one. */
static kp_num answer_of(const char *text) {
    static const char *const YES[] = {"有", "あり", "有り", "○", "〇", "済", "はい", "yes", "Yes"};
    static const char *const NO[] = {"無", "なし", "無し", "×", "未", "いいえ", "no", "No", "-"};
    for (size_t i = 0; i < sizeof YES / sizeof YES[0]; i++) {
        if (strcmp(text, YES[i]) == 0) return kp_int(1);
        if (strcmp(text, NO[i]) == 0) return kp_int(0);
    }
    return kp_no_number(KP_INVALID);
}

static void read_year(kp_run *run, const kp_argument *argument, int place, const kp_input *input,
                      kp_value *value) {
    bool text = input->kind == KP_INPUT_TEXT;
    kp_num number = text ? kp_int(0) : kp_num_from_double(input->number);
    if (kp_num_status(number) != KP_OK) number = kp_int(0);
    kp_status status = text ? kp_year_from_text(input->text, NULL, &value->year)
                            : kp_year_from_number(number, NULL, &value->year);
    value->number = kp_int(value->year);
    if (status == KP_OK) return;
    value->number = kp_no_number(status);
    say_given(run, argument, input);
    kp_trace *trace = kp_refusing(run, status, place);
    kp_year_from_number(kp_int(0), trace, &value->year); /* says what is accepted */
}

static void read_day(kp_run *run, const kp_argument *argument, int place, const kp_input *input,
                     kp_value *value) {
    kp_date date = {0, 0, 0};
    kp_num number = kp_num_from_double(input->number);
    bool text = input->kind == KP_INPUT_TEXT;
    if (kp_num_status(number) != KP_OK) number = kp_int(-1);
    kp_status status = text ? kp_date_from_text(input->text, NULL, &date)
                            : kp_date_from_number(number, NULL, &date);
    value->number = status == KP_OK ? kp_int(kp_date_days(date)) : kp_no_number(status);
    if (status == KP_OK) return;
    say_given(run, argument, input);
    kp_trace *trace = kp_refusing(run, status, place);
    kp_date_from_number(kp_int(-1), trace, &date); /* says what is accepted */
}

static kp_num refuse_text(kp_run *run, const kp_argument *argument, int place,
                          const kp_input *input) {
    bool known = argument->kind == KP_DATE || argument->kind == KP_ANSWER;
    say_given(run, argument, input);
    return kp_refuse(run, KP_INVALID, place,
                     known ? EXPECTED[argument->kind]
                           : kp_t("文字列です。数値を入力してください。文字列として入力された数字も"
                                  "使えません。",
                                  "This is text. Please enter a number; digits entered as text do "
                                  "not count."));
}

static kp_num read_number(kp_run *run, const kp_argument *argument, int place,
                          const kp_input *input) {
    if (input->kind != KP_INPUT_TEXT) return kp_num_from_double(input->number);
    kp_num answer = argument->kind == KP_ANSWER ? answer_of(input->text) : kp_no_number(KP_INVALID);
    return kp_num_status(answer) == KP_OK ? answer : refuse_text(run, argument, place, input);
}

void kp_take(kp_run *run, const kp_argument *argument, int place, const kp_input *input,
             kp_value *value) {
    value->kind = argument->kind;
    value->unit = argument->unit;
    value->place = place;
    value->given = true;
    value->year = 0;
    value->text = "";
    value->number = kp_no_number(KP_INVALID);
    if (kp_is_numeric(argument->kind) && input->kind == KP_INPUT_NUMBER) {
        value->number = kp_num_from_double(input->number);
    } else if (is_block(argument->kind)) {
        if (argument->kind == KP_RANGE && input->kind == KP_INPUT_TEXT && input->text[0] != '\0')
            refuse_text(run, argument, place, input);
        value->range = range_of(input, place);
    } else if (argument->kind == KP_KEYWORD) {
        value->text = input->text;
        if (input->kind == KP_INPUT_TEXT) return;
        if (input->kind == KP_INPUT_NUMBER) say_given(run, argument, input);
        kp_refuse(run, KP_INVALID, place,
                  kp_t("決められた語を文字列で入力してください。",
                       "One of the known words is needed here, as text."));
    } else if (input->kind == KP_INPUT_RANGE) {
        kp_refuse(run, KP_INVALID, place,
                  kp_t("セル1つを指定してください。範囲は使えません。",
                       "One cell is needed here, not a range."));
    } else if (argument->kind == KP_YEAR) {
        read_year(run, argument, place, input, value);
    } else if (argument->kind == KP_DAY) {
        read_day(run, argument, place, input, value);
    } else {
        value->number = read_number(run, argument, place, input);
    }
}

void kp_need_meaning(kp_run *run, int place, const kp_value *value) {
    if (run->status == KP_OK && kp_is_numeric(value->kind))
        kp_need_kind(run, value->kind, value->number, place);
}

void kp_read(kp_run *run, const kp_argument *argument, int place, const kp_input *input,
             kp_value *value) {
    kp_take(run, argument, place, input, value);
    if (kp_heard(run)) kp_say_value(run, argument, value);
    kp_need_meaning(run, place, value);
}
