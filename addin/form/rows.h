/* SPDX-License-Identifier: MPL-2.0
 *
 * rows.h: which row of a form a row of a submission is, whose tables may be longer; and rules of
 * areas compared so. Both are data.
 */
#ifndef KENPO_FORM_ROWS_H
#define KENPO_FORM_ROWS_H

#include "stored/workbook.h"

/** Rows put in before row `at`, each like the row `first`. */
typedef struct kp_rows_added {
    long at, count, first;
} kp_rows_added;

enum { KP_ROWS_TABLES = 16 };
typedef struct kp_rows {
    kp_rows_added added[KP_ROWS_TABLES];
    size_t count;
} kp_rows;

/** By the names of the tables that the form says may be longer, as grow.h has it. */
void kp_rows_begin(kp_rows *rows, const kp_workbook *form, const kp_workbook *submission,
                   const char *sheet);

/** The form's row of one of the submission; where one of the form stands in the submission. */
long kp_rows_back(const kp_rows *rows, long row);
long kp_rows_forth(const kp_rows *rows, long row);

/** Whether a rule calls our functions, which a submission is without. */
bool kp_rows_is_ours(const char *rule);

/** Calls for each area of the form where a rule holds no more, and for each of the submission where one
 *  holds that the form has not; areas are the submission's. Rules that call our functions are
 *  left out: a submission needs no add-in. */
typedef void kp_rows_rule(void *data, kp_stored_area area, const char *rule);
void kp_rows_compare(const kp_rows *rows, const kp_stored_rules *form,
                     const kp_stored_rules *submission, kp_rows_rule *lost, kp_rows_rule *added,
                     void *data);

#endif
