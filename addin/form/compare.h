/* SPDX-License-Identifier: MPL-2.0
 *
 * compare.h: a workbook, as data, against the bureau's own form that was computed from its inputs:
 * every cell, what it says, gives and shows, and every name. Says what differs; what that means is for
 * others to say.
 */
#ifndef KENPO_FORM_COMPARE_H
#define KENPO_FORM_COMPARE_H

#include "form/own.h"

typedef enum kp_difference_kind {
    KP_DIFFERS_NAME,  /**< a name means something else, or is gone */
    KP_DIFFERS_ADDED, /**< a name or table that the form has not; it may hide a name of the form */
    KP_DIFFERS_FORMULA, /**< a cell holds something else than the form's formula or number */
    KP_DIFFERS_TEXT,    /**< a text of the form, such as a label, reads otherwise */
    KP_DIFFERS_VALUE,   /**< the form's formula, but not what it gives */
    KP_DIFFERS_SHOWN,   /**< the text of a number says something else than the number */
    KP_DIFFERS_EXTRA,   /**< something where the form has nothing */
    KP_DIFFERS_ENTRY    /**< a formula in a cell for input */
} kp_difference_kind;

typedef struct kp_difference {
    kp_difference_kind kind;
    const kp_own_sheet *sheet; /**< of a cell: as the next ones */
    kp_own_cell *own;          /**< NULL: outside of the form */
    const kp_stored_sheet *theirs;
    const kp_stored_cell *stored; /**< NULL: nothing */
    long column, row;
    const char *name; /**< of a name */
    const char *then; /**< what the form has, as the office spells it; of SHOWN what is right */
    const char *now;  /**< what the workbook has; of SHOWN what it shows */
    bool grave;       /**< of ADDED: it hides a name of the form; of EXTRA: a number or a formula */
} kp_difference;

typedef void kp_differs(void *data, const kp_difference *difference);

/** The cells of a sheet that both have; then what the workbook has right of the form and below. */
void kp_compare_sheet(kp_form *form, kp_own_sheet *sheet, const kp_workbook *workbook,
                      kp_differs *differs, void *data);

void kp_compare_names(kp_form *form, const kp_workbook *workbook, kp_differs *differs, void *data);

/** How many of the form's sheets and names the workbook has: whether it may have been made from it. */
bool kp_compare_is_likely(const kp_form *form, const kp_workbook *workbook);

#endif
