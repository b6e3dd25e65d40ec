/* SPDX-License-Identifier: MPL-2.0
 *
 * import.h: takes a stranger's table into a copy of a workbook, without windows: what the command line
 * asks for, by the code that the dialog uses.
 */
#ifndef KENPO_IMPORT_IMPORT_H
#define KENPO_IMPORT_IMPORT_H

#include "import/plan.h"
#include "import/source.h"
#include "system/report.h"

typedef struct kp_import {
    uno_Interface *context;
    const char *table;    /**< path of the .csv, .xlsx, .ods */
    const char *book;     /**< path of the workbook, which is not changed */
    const char *output;   /**< path of the copy, which must be new */
    const char *work;     /**< where private copies may lie; NULL: the system's place */
    const char *sheet;    /**< of the table, or NULL for the first one */
    const char *target;   /**< id, or NULL: the likeliest */
    const char *columns;  /**< «pay=標準報酬,heads=C»; NULL: the likeliest */
    const char *head;     /**< rows before the first one of data, or NULL: the likeliest */
    kp_money money;       /**< of its amounts; NONE: as it says itself */
    const char *rounding; /**< down, up, half-up; NULL: fractions are refused */
    bool any_year, replace;
    kp_report *report;
} kp_import;

/** Makes the copy and tells: a line "wrote", and a line "warning" for each row that was not taken; the
 *  outcome is then KP_BLOCKED. */
void kp_import_run(const kp_import *import);

/** What the amounts of a table are told to be where their size does not fit: a question that is answered by
 *  yes for the unit `money`. False where they fit. */
bool kp_import_doubt(const kp_plan *plan, const kp_target *target, kp_money *money,
                     kp_text *question);

#endif
