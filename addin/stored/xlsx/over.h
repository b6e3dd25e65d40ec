/* SPDX-License-Identifier: MPL-2.0
 *
 * over.h: what a sheet of an .xlsx says beside its cells: protection, merged cells, conditions,
 * validity, header and footer. No UNO, no I/O.
 */
#ifndef KENPO_STORED_XLSX_OVER_H
#define KENPO_STORED_XLSX_OVER_H

#include "stored/walk.h"
#include "stored/xlsx/styles.h"

/** A column or row of less is not seen, whatever it says. */
#define KP_NARROW_WIDTH 0.5 /* letters */
#define KP_FLAT_HEIGHT  1.5 /* points */

/** How wide a letter is by which columns are measured, about. */
#define KP_LETTER_POINTS 5.5

/** A condition or a validity that is read now, as the file spells it. */
typedef struct kp_xlsx_rule {
    char kind[24], operation[24], style[12];
    bool told, blank;
    kp_buffer hint;
    long change;
    size_t formulas;
    kp_buffer formula[2];
    kp_buffer areas;
} kp_xlsx_rule;

/** First in the data of the reading of a sheet. */
typedef struct kp_xlsx_over {
    kp_workbook *workbook;
    kp_stored_sheet *sheet;
    const kp_xlsx_styles *styles;
    bool rows_hidden; /**< unless they say otherwise */
    kp_xlsx_rule rule;
    size_t rules; /**< so far */
} kp_xlsx_over;

/** The steps, which begin in the sheet; their places are from KP_OVER_PLACES on. The last has no name. */
enum { KP_OVER_SHEET = 1, KP_OVER_PLACES = 20, KP_OVER_STEPS = 28 };
extern const kp_walk_step KP_OVER[KP_OVER_STEPS];

void kp_xlsx_over_end(kp_xlsx_over *over);

#endif
