/* SPDX-License-Identifier: MPL-2.0
 *
 * cells.c: ranges for tests. See cells.h.
 */
#include "cells.h"

#include <stdio.h>

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

kp_input input_none(void) {
    kp_input input = {KP_INPUT_NONE, 0, "", {NULL, NULL, 0, 0}};
    return input;
}

kp_input input_number(double value) {
    kp_input input = input_none();
    input.kind = KP_INPUT_NUMBER;
    input.number = value;
    return input;
}

kp_input input_text(const char *value) {
    kp_input input = input_none();
    input.kind = KP_INPUT_TEXT;
    snprintf(input.text, sizeof input.text, "%s", value);
    return input;
}

kp_input input_range(kp_range range) {
    kp_input input = input_none();
    input.kind = KP_INPUT_RANGE;
    input.range = range;
    return input;
}
