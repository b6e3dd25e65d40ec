/* SPDX-License-Identifier: MPL-2.0
 *
 * cells.h: the cells of a sheet, replaced by their values.
 */
#ifndef KENPO_SUBMIT_CELLS_H
#define KENPO_SUBMIT_CELLS_H

#include "submit/frozen.h"

/** Gives every cell whose formula reaches one of our functions its value instead, array formulas
 *  cell by cell; they look as before. A row of the table for each. */
void kp_freeze_cells(kp_freeze *freeze, uno_Interface *sheet);

#endif
