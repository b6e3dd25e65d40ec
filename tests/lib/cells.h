/* SPDX-License-Identifier: MPL-2.0
 *
 * cells.h: ranges for tests: rows × columns cells in an array, row by row.
 */
#ifndef KENPO_TESTS_CELLS_H
#define KENPO_TESTS_CELLS_H

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

#endif
