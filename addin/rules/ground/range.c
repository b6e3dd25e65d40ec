/* SPDX-License-Identifier: MPL-2.0
 *
 * range.c: walking over the cells of a range. No copy is made, so a whole column costs no memory.
 */
#include "kenpo/range.h"

#include <stdint.h>
#include <string.h>

bool kp_is_dash(const char *text) {
    static const char *const DASHES[] = {"-", "―", "—", "–", "ー", "－"};
    for (size_t i = 0; i < sizeof DASHES / sizeof DASHES[0]; i++)
        if (strcmp(text, DASHES[i]) == 0) return true;
    return false;
}

static kp_cell read_cell(const kp_range *range, size_t row, size_t column, double *number) {
    char text[8] = "";
    kp_cell kind = range->read(range->cells, row, column, number);
    if (kind != KP_CELL_TEXT || !range->dashes || range->tell == NULL) return kind;
    range->tell(range->cells, row, column, text, sizeof text);
    return kp_is_dash(text) ? KP_CELL_BLANK : KP_CELL_TEXT;
}

kp_cell kp_range_cell(const kp_range *range, size_t index, double *number) {
    return read_cell(range, index / range->columns, index % range->columns, number);
}

void kp_range_text(const kp_range *range, size_t index, char *text, size_t size) {
    text[0] = '\0';
    if (range->tell != NULL)
        range->tell(range->cells, index / range->columns, index % range->columns, text, size);
}

kp_walk kp_walk_over(kp_run *run, const kp_range *range) {
    kp_walk walk = {run, range, 0, 0, 0, 0, 0};
    return walk;
}

static void refuse_cell(kp_walk *walk, kp_status status, kp_text reason) {
    kp_trace *trace = kp_refusing(walk->run, status, walk->range->place);
    if (trace == NULL) return;
    kp_writer *writer = &trace->writer;
    kp_write_text(writer, kp_t("範囲の", "Row "));
    kp_write_number(writer, kp_int((int64_t)walk->row + 1));
    kp_write_text(writer, kp_t("行", ", column "));
    kp_write_number(writer, kp_int((int64_t)walk->column + 1));
    kp_write_text(writer, kp_t("列目のセル: ", " of the range: "));
    double cell;
    kp_cell kind = read_cell(walk->range, walk->row, walk->column, &cell);
    kp_num number = kind == KP_CELL_NUMBER ? kp_num_from_double(cell) : kp_no_number(status);
    if (kp_num_status(number) == KP_OK) {
        kp_write_text(writer, kp_t("入力された値 = ", "the value given = "));
        kp_write_number(writer, number);
        kp_write_text(writer, kp_t("。", ": "));
    }
    kp_trace_note(trace, reason);
}

void kp_walk_refuse(kp_walk *walk, kp_text reason) {
    refuse_cell(walk, KP_INVALID, reason);
}

/* Goes to the next cell; false at the end of the range. */
static bool step(kp_walk *walk) {
    if (walk->next_row >= walk->range->rows || walk->range->columns == 0) return false;
    walk->row = walk->next_row;
    walk->column = walk->next_column;
    if (++walk->next_column == walk->range->columns) {
        walk->next_column = 0;
        walk->next_row++;
    }
    return true;
}

bool kp_walk_cell(kp_walk *walk, double *cell) {
    const kp_range *range = walk->range;
    while (walk->run->status == KP_OK && step(walk)) {
        kp_cell kind = read_cell(range, walk->row, walk->column, cell);
        if (kind == KP_CELL_NUMBER) {
            walk->numbers++;
            return true;
        }
        if (kind == KP_CELL_TEXT)
            kp_walk_refuse(walk, kp_t("文字列が入っています。数値を入力してください。",
                                      "it holds text. Please enter a number."));
    }
    return false;
}

bool kp_walk_exact(kp_walk *walk, double cell, kp_num *number) {
    *number = kp_num_from_double(cell);
    kp_status status = kp_num_status(*number);
    if (status == KP_OK) return true;
    refuse_cell(walk, status,
                kp_t("数値が大きすぎるか小さすぎるため、正確に計算できません。",
                     "the number is too large or too small to be computed exactly."));
    return false;
}

bool kp_walk_next(kp_walk *walk, kp_num *number) {
    double cell;
    return kp_walk_cell(walk, &cell) && kp_walk_exact(walk, cell, number);
}

/* Whole numbers, as nearly all cells hold them, have a sum of their own: 128 bits hold 2^74 of them. */
kp_num kp_range_sum(kp_run *run, const kp_range *range) {
    double cell;
    int64_t whole;
    kp_num number;
    kp_num wholes = kp_int(0);
    kp_num others = kp_int(0);
    kp_walk walk = kp_walk_over(run, range);
    while (kp_walk_cell(&walk, &cell)) {
        if (kp_whole_cell(cell, &whole))
            wholes.numerator += whole;
        else if (kp_walk_exact(&walk, cell, &number))
            others = kp_add(others, number);
    }
    return run->status == KP_OK ? kp_add(wholes, others) : kp_no_number(run->status);
}

size_t kp_range_count(kp_run *run, const kp_range *range) {
    double cell;
    kp_walk walk = kp_walk_over(run, range);
    while (kp_walk_cell(&walk, &cell)) {
    }
    return walk.numbers;
}

void kp_range_exactly(kp_run *run, const kp_range *range, size_t count, kp_num *numbers) {
    kp_num number;
    kp_walk walk = kp_walk_over(run, range);
    while (kp_walk_next(&walk, &number))
        if (walk.numbers <= count) numbers[walk.numbers - 1] = number;
    if (run->status == KP_OK && walk.numbers == count) return;
    kp_say(run, kp_t("必要な数値の個数", "Numbers needed"), kp_int((int64_t)count), KP_NO_UNIT);
    kp_say(run, kp_t("範囲にある数値の個数", "Numbers in the range"), kp_int((int64_t)walk.numbers),
           KP_NO_UNIT);
    kp_trace_note(
        kp_refusing(run, KP_INVALID, range->place),
        kp_t("範囲にある数値の個数が違います。", "The range holds a wrong count of numbers."));
    for (size_t i = 0; i < count; i++)
        numbers[i] = kp_no_number(run->status);
}
