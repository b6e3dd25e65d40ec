/* SPDX-License-Identifier: MPL-2.0
 *
 * cells.c: ranges for tests. See cells.h.
 */
#include "cells.h"

static kp_cell read(const void *cells, size_t row, size_t column, double *number) {
    const cell_block *block = cells;
    const cell *at = &block->cells[row * block->columns + column];
    *number = at->number;
    return at->kind;
}

kp_range cells_range(const cell_block *block) {
    kp_range range = {block, read, block->rows, block->columns};
    return range;
}
