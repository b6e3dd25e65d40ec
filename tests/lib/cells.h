/* SPDX-License-Identifier: MPL-2.0
 *
 * cells.h: what a cell hands to a function, for tests: nothing, a number, a text, a range of rows ×
 * columns cells in an array, row by row.
 */
#ifndef KENPO_TESTS_CELLS_H
#define KENPO_TESTS_CELLS_H

#include "kenpo/input.h"
#include "kenpo/range.h"

typedef struct cell {
    double number;
    kp_cell kind;
} cell;

typedef struct cell_block {
    const cell *cells;
    size_t rows;
    size_t columns;
} cell_block;

/** A range over the block, which must live as long. */
kp_range cells_range(const cell_block *block);

kp_input input_none(void);
kp_input input_number(double value);
kp_input input_text(const char *value);
kp_input input_range(kp_range range);

#endif
