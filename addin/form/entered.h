/* SPDX-License-Identifier: MPL-2.0
 *
 * entered.h: formulas that a society typed into input cells. Their stored results are what the form is computed
 * with; what they give is asked here, of our own copy of the form, all at once.
 */
#ifndef KENPO_FORM_ENTERED_H
#define KENPO_FORM_ENTERED_H

#include "form/own.h"

typedef struct kp_entered {
    kp_own_sheet *sheet;
    long column, row;
    const kp_stored_cell *stored;
    bool asked;              /**< it does no more than compute from cells */
    const kp_content *gives; /**< of one that was asked */
} kp_entered;

typedef void kp_entered_found(void *data, const kp_entered *entry);

/** Calls for each, once the form was computed from that workbook (kp_own_compute); the form is as
 *  before then. Array formulas over several cells are not asked. */
void kp_entered_ask(kp_form *form, const kp_workbook *workbook, kp_entered_found *found,
                    void *data);

#endif
