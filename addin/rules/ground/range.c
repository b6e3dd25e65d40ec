/* SPDX-License-Identifier: MPL-2.0
 *
 * range.c: walking over the cells of a range. No copy is made, so a whole column costs no memory.
 */
#include "kenpo/range.h"

#include <stdint.h>

kp_walk kp_walk_over(const kp_range *range) {
    kp_walk walk = {range, 0, 0, 0, 0, 0, KP_OK};
    return walk;
}

kp_status kp_walk_fail(const kp_walk *walk, kp_trace *trace, kp_status status, kp_text reason) {
    if (trace == NULL) return status;
    kp_writer *writer = &trace->writer;
    kp_write_text(writer, kp_t("範囲の", "Row "));
    kp_write_number(writer, kp_int((int64_t)walk->row + 1));
    kp_write_text(writer, kp_t("行", ", column "));
    kp_write_number(writer, kp_int((int64_t)walk->column + 1));
    kp_write_text(writer, kp_t("列目のセル: ", " of the range: "));
    return kp_fail(trace, status, reason);
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

bool kp_walk_cell(kp_walk *walk, kp_trace *trace, double *cell) {
    const kp_range *range = walk->range;
    while (walk->status == KP_OK && step(walk)) {
        kp_cell kind = range->read(range->cells, walk->row, walk->column, cell);
        if (kind == KP_CELL_NUMBER) {
            walk->numbers++;
            return true;
        }
        if (kind == KP_CELL_TEXT)
            walk->status = kp_walk_fail(walk, trace, KP_INVALID,
                                        kp_t("文字列が入っています。数値を入力してください。",
                                             "it holds text. Please enter a number."));
    }
    return false;
}

bool kp_walk_exact(kp_walk *walk, kp_trace *trace, double cell, kp_num *number) {
    *number = kp_num_from_double(cell);
    walk->status = kp_num_status(*number);
    if (walk->status == KP_OK) return true;
    kp_walk_fail(walk, trace, walk->status,
                 kp_t("数値が大きすぎるか小さすぎるため、正確に計算できません。",
                      "the number is too large or too small to be computed exactly."));
    return false;
}

bool kp_walk_next(kp_walk *walk, kp_trace *trace, kp_num *number) {
    double cell;
    return kp_walk_cell(walk, trace, &cell) && kp_walk_exact(walk, trace, cell, number);
}

kp_status kp_range_sum(const kp_range *range, kp_trace *trace, kp_num *sum, size_t *count) {
    kp_num total = kp_int(0);
    kp_num number;
    kp_walk walk = kp_walk_over(range);
    while (kp_walk_next(&walk, trace, &number))
        total = kp_add(total, number);
    if (walk.status != KP_OK) return walk.status;
    *count = walk.numbers;
    return kp_give(total, sum);
}

kp_status kp_range_exactly(const kp_range *range, size_t count, kp_trace *trace, kp_num *numbers) {
    kp_num number;
    kp_walk walk = kp_walk_over(range);
    while (kp_walk_next(&walk, trace, &number))
        if (walk.numbers <= count) numbers[walk.numbers - 1] = number;
    if (walk.status != KP_OK) return walk.status;
    if (walk.numbers == count) return KP_OK;
    kp_trace_step(trace, kp_t("必要な数値の個数", "Numbers needed"), kp_int((int64_t)count),
                  KP_NO_UNIT);
    kp_trace_step(trace, kp_t("範囲にある数値の個数", "Numbers in the range"),
                  kp_int((int64_t)walk.numbers), KP_NO_UNIT);
    return kp_fail(
        trace, KP_INVALID,
        kp_t("範囲にある数値の個数が違います。", "The range holds a wrong count of numbers."));
}
