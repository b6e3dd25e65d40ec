/* SPDX-License-Identifier: MPL-2.0
 *
 * rows.h: which row of a table is for which row of a list: by its month, by its item's name, or the next
 * one that is free. For plan.c.
 */
#ifndef KENPO_IMPORT_ROWS_H
#define KENPO_IMPORT_ROWS_H

#include "import/plan.h"

/** A plan in the making. */
typedef struct kp_maker {
    kp_plan *plan;
    const kp_spot *spot;
    const kp_plan_ask *ask;
    long line; /**< of the row at hand */
} kp_maker;

/** Goes through all rows of the table. */
void kp_maker_rows(kp_maker *m);

/** Takes the fields of a row of the table for a row of the list. */
void kp_maker_take_row(kp_maker *m, size_t row, size_t part, long slot);

/** A row that cannot be taken; `value` may be NULL. */
void kp_maker_refuse(kp_maker *m, const char *value, kp_text why);

/** An amount in the unit of the form's cells. */
kp_num kp_maker_unit(const kp_maker *m, size_t field, kp_amount_read read);

/** The rows (from 0) of a list without keys that hold nothing, ended by -1; to be freed. */
long *kp_rows_free(const kp_spot *spot);

#endif
