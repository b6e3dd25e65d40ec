/* SPDX-License-Identifier: MPL-2.0
 *
 * table.h: what a new form takes from filled budgets, by names of cells: carry.tsv as C.
 */
#ifndef KENPO_CARRY_TABLE_H
#define KENPO_CARRY_TABLE_H

#include "kenpo/status.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct kp_carry_row {
    const char *form;   /**< the new form's file name */
    const char *target; /**< its input cell; of a row without source * stands for any letters */
    const char *source; /**< the budget's cell; NULL: not taken over, and the remark says why */
    int back;           /**< of the budget of so many years before the new form's */
    int from, until;    /**< fiscal years of the new form for which the row holds */
    const char *needs;  /**< a cell of that budget that must hold a number other than 0, or NULL */
    bool more;          /**< one more, where it is above 0 */
    bool zero;          /**< an empty cell is 0: nothing was budgeted */
    kp_text remark;     /**< NULL: none */
} kp_carry_row;

extern const kp_carry_row KP_CARRY_ROWS[];
extern const size_t KP_CARRY_ROW_COUNT;

#endif
