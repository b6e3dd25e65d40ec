/* SPDX-License-Identifier: MPL-2.0
 *
 * filled.h: a workbook that somebody filled in, as data: what stands in the cells of a form, by their
 * names, whatever version of the form it is. The file is read, never opened as a document.
 */
#ifndef KENPO_CARRY_FILLED_H
#define KENPO_CARRY_FILLED_H

#include "form/form.h"
#include "stored/workbook.h"
#include "system/report.h"

typedef struct kp_filled {
    const char *path;
    kp_workbook workbook;
    kp_form_mark mark; /**< of no form where its file is "" */
    int year;          /**< the fiscal year that it says it is of; 0: none */
} kp_filled;

/** Reads it; where that is not possible, false, and the report says why. End it in any case. */
bool kp_filled_read(kp_filled *filled, uno_Interface *context, const char *path, kp_report *report);
void kp_filled_end(kp_filled *filled);

/** The place that a name stands for; of a range the whole of it. False where there is none. */
bool kp_filled_area(const kp_filled *filled, const char *name, const kp_stored_sheet **sheet,
                    kp_stored_area *area);

/** A cell with its sheet. */
typedef struct kp_filled_cell {
    const kp_stored_sheet *sheet;
    long column, row;
    const kp_stored_cell *cell; /**< NULL: nothing stands there */
} kp_filled_cell;

/** The first cell of a name. */
bool kp_filled_named(const kp_filled *filled, const char *name, kp_filled_cell *found);

/** How a cell looks, whether something stands in it or not. */
const kp_stored_look *kp_filled_look(const kp_filled *filled, const kp_stored_sheet *sheet,
                                     long column, long row);

/** The number in the cell of that name; false where there is none. */
bool kp_filled_number(const kp_filled *filled, const char *name, double *number);

/** The society's name as the workbook has it, or "". */
const char *kp_filled_society(const kp_filled *filled);

#endif
