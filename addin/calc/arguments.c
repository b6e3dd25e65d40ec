/* SPDX-License-Identifier: MPL-2.0
 *
 * arguments.c: from what stands in the cells to values of a known kind. What every function refuses
 * is refused here, once; what only one rule refuses is that rule's business.
 */
#include "calc/function.h"

#include <string.h>

#include "kenpo/require.h"
#include "kenpo/year.h"

/* Names the argument before the reason why it cannot be used. */
static void name_argument(const kp_argument *argument, size_t index, kp_trace *trace) {
    if (trace == NULL) return;
    kp_writer *writer = &trace->writer;
    kp_write_text(writer, kp_t("引数 ", "Argument "));
    kp_write_number(writer, kp_int((int64_t)index + 1));
    kp_write_text(writer, kp_t("「", " ("));
    kp_write_text(writer, argument->name);
    kp_write_text(writer, kp_t("」: ", "): "));
}

static kp_status refuse(const kp_argument *argument, size_t index, kp_trace *trace,
                        kp_status status, kp_text reason) {
    name_argument(argument, index, trace);
    return kp_fail(trace, status, reason);
}

static const kp_text TOO_LARGE = {"数値が大きすぎるか小さすぎるため、正確に計算できません。",
                                  "The number is too large or too small to be computed exactly."};
static const kp_text ONE_CELL = {"セル1つを指定してください。範囲は使えません。",
                                 "One cell is needed here, not a range."};
static const kp_text NEEDS_NUMBER = {
    "文字列です。数値を入力してください(文字列として入力された数字も使えません)。",
    "This is text. Please enter a number (digits entered as text do not count)."};

/* One number, as amounts, counts, rates and shares need it. */
static kp_status read_number(const kp_argument *argument, size_t index, const kp_input *input,
                             kp_trace *trace, kp_value *value) {
    if (input->kind != KP_INPUT_NUMBER)
        return refuse(argument, index, trace, KP_INVALID,
                      input->kind == KP_INPUT_TEXT ? NEEDS_NUMBER : ONE_CELL);
    value->number = kp_num_from_double(input->number);
    kp_status status = kp_num_status(value->number);
    if (status != KP_OK) return refuse(argument, index, trace, status, TOO_LARGE);
    if (argument->kind != KP_COUNT) return KP_OK;
    status = kp_require_count(value->number, NULL);
    if (status == KP_OK) return KP_OK;
    name_argument(argument, index, trace);
    return kp_require_count(value->number, trace);
}

static kp_status read_year(const kp_argument *argument, size_t index, const kp_input *input,
                           kp_trace *trace, kp_value *value) {
    if (input->kind == KP_INPUT_RANGE) return refuse(argument, index, trace, KP_INVALID, ONE_CELL);
    bool text = input->kind == KP_INPUT_TEXT;
    kp_num number = text ? kp_int(0) : kp_num_from_double(input->number);
    if (kp_num_status(number) != KP_OK) number = kp_int(0);
    kp_status status = text ? kp_year_from_text(input->text, NULL, &value->year)
                            : kp_year_from_number(number, NULL, &value->year);
    if (status == KP_OK) return KP_OK;
    name_argument(argument, index, trace);
    return kp_year_from_number(kp_int(0), trace, &value->year); /* says what is accepted */
}

static kp_cell read_single(const void *cells, size_t row, size_t column, double *number) {
    const kp_input *input = cells;
    (void)row;
    (void)column;
    *number = input->number;
    if (input->kind == KP_INPUT_NUMBER) return KP_CELL_NUMBER;
    return input->text[0] == '\0' ? KP_CELL_BLANK : KP_CELL_TEXT;
}

/* A single cell is a range of one. */
static void read_range(const kp_input *input, kp_value *value) {
    if (input->kind == KP_INPUT_RANGE) {
        value->range = input->range;
    } else {
        kp_range single = {input, read_single, 1, 1};
        value->range = single;
    }
}

static kp_status read_keyword(const kp_argument *argument, size_t index, const kp_input *input,
                              kp_trace *trace, kp_value *value) {
    if (input->kind != KP_INPUT_TEXT)
        return refuse(argument, index, trace, KP_INVALID,
                      kp_t("決められた語を文字列で入力してください。",
                           "One of the known words is needed here, as text."));
    value->text = input->text;
    return KP_OK;
}

static kp_status read_argument(const kp_argument *argument, size_t index, const kp_input *input,
                               kp_trace *trace, kp_value *value) {
    value->given = input->kind != KP_INPUT_NONE;
    if (!value->given)
        return argument->optional
                   ? KP_OK
                   : refuse(argument, index, trace, KP_MISSING,
                            kp_t("必須の引数がありません。", "This argument is required."));
    switch (argument->kind) {
    case KP_YEAR:
        return read_year(argument, index, input, trace, value);
    case KP_KEYWORD:
        return read_keyword(argument, index, input, trace, value);
    case KP_RANGE:
        read_range(input, value);
        return KP_OK;
    case KP_REST:
        return KP_OK;
    case KP_AMOUNT:
    case KP_COUNT:
    case KP_RATE:
    case KP_SHARE:
    case KP_FLAG:
        break;
    }
    return read_number(argument, index, input, trace, value);
}

size_t kp_argument_count(const kp_function *function) {
    size_t count = 0;
    while (count < KP_ARGUMENTS && function->arguments[count].id != NULL)
        count++;
    return count;
}

kp_status kp_read_arguments(const kp_function *function, const kp_input *inputs, size_t count,
                            kp_trace *trace, kp_value values[KP_ARGUMENTS]) {
    static const kp_input NOTHING = {KP_INPUT_NONE, 0, "", {NULL, NULL, 0, 0}};
    size_t expected = kp_argument_count(function);
    for (size_t i = 0; i < expected; i++) {
        const kp_argument *argument = &function->arguments[i];
        if (argument->kind == KP_REST) {
            values[i].rest = inputs + i;
            values[i].rest_count = count > i ? count - i : 0;
            return KP_OK;
        }
        kp_status status =
            read_argument(argument, i, i < count ? &inputs[i] : &NOTHING, trace, &values[i]);
        if (status != KP_OK) return status;
    }
    if (count <= expected) return KP_OK;
    return kp_fail(trace, KP_MISSING, kp_t("引数が多すぎます。", "There are too many arguments."));
}
