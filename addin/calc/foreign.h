/* SPDX-License-Identifier: MPL-2.0
 *
 * foreign.h: blocks of values as macros and programs hand them over, which Calc never does: rows of
 * numbers ([][]double) or of texts ([][]string), or a sequence of anys with such a row in each
 * (Array(Array(1, 2), Array(3, 4)) of Basic, nested tuples of Python). They are read in place.
 */
#ifndef KENPO_CALC_FOREIGN_H
#define KENPO_CALC_FOREIGN_H

#include "kenpo/range.h"
#include "uno/value.h"

/** The block in an any that holds a sequence. False for any other kind of sequence, and where rows
 *  differ in length: nothing may be read from it then. */
bool kp_foreign_block(const uno_Any *any, kp_range *range);

/** What an any in a cell's place is to a range. */
kp_cell kp_cell_of_any(const uno_Any *cell, double *number);

#endif
