/* SPDX-License-Identifier: MPL-2.0
 *
 * range.h: the cells of a range (セル範囲), read where they are. A rule sees numbers only: blank
 * cells and empty strings count as nothing; text is an invalid argument and never a silent 0.
 */
#ifndef KENPO_RANGE_H
#define KENPO_RANGE_H

#include <stdbool.h>
#include <stddef.h>

#include "kenpo/num.h"
#include "kenpo/status.h"
#include "kenpo/run.h"

/** What a cell holds. */
typedef enum kp_cell { KP_CELL_NUMBER, KP_CELL_BLANK, KP_CELL_TEXT } kp_cell;

/** A block of rows × columns cells; `read` gives what stands in one of them (both from 0). Where
 *  `tell` is not NULL it writes the text of a cell, of at most `size` bytes with its end. */
typedef struct kp_range {
    const void *cells;
    kp_cell (*read)(const void *cells, size_t row, size_t column, double *number);
    size_t rows;
    size_t columns;
    int place; /**< of the argument that it is, from 1; 0 where nobody knows */
    void (*tell)(const void *cells, size_t row, size_t column, char *text, size_t size);
    bool dashes; /**< a dash, as forms show it for no value, counts as a blank cell */
} kp_range;

/** What stands in cell number `index` (from 0), row by row. */
kp_cell kp_range_cell(const kp_range *range, size_t index, double *number);

/** The text of that cell; "" where it holds none. */
void kp_range_text(const kp_range *range, size_t index, char *text, size_t size);

/** Whether a text is one of the dashes that stand for no value. */
bool kp_is_dash(const char *text);

/** Walks over the numbers of a range, row by row. */
typedef struct kp_walk {
    kp_run *run; /**< fails at a cell that cannot be used; the reason names argument and cell */
    const kp_range *range;
    size_t row; /**< of the cell that was given last, from 0 */
    size_t column;
    size_t next_row;
    size_t next_column;
    size_t numbers; /**< how many were given so far */
} kp_walk;

/** Starts a walk. */
kp_walk kp_walk_over(kp_run *run, const kp_range *range);

/** The next number through `number`; false at the end, and where the run has failed. */
bool kp_walk_next(kp_walk *walk, kp_num *number);

/** kp_walk_next in two steps, for those that walk over very many cells: the next number as the cell
 *  holds it, and that number exactly (false where it cannot be held). */
bool kp_walk_cell(kp_walk *walk, double *cell);
bool kp_walk_exact(kp_walk *walk, double cell, kp_num *number);

/** Refuses the cell that was given last (KP_INVALID): names it and says what is wrong with it. */
void kp_walk_refuse(kp_walk *walk, kp_text reason);

/** The sum of all numbers in the range; one without any number sums to 0. */
kp_num kp_range_sum(kp_run *run, const kp_range *range);

/** How many numbers stand in the range. */
size_t kp_range_count(kp_run *run, const kp_range *range);

/** Exactly `count` numbers, in the order of the range; KP_INVALID, and no numbers, for fewer or
 *  more. Source of the three years: 通知 第1の3, 施行令46条2項. */
void kp_range_exactly(kp_run *run, const kp_range *range, size_t count, kp_num *numbers);

#endif
