/* SPDX-License-Identifier: MPL-2.0
 *
 * carry.h: 引き継ぎ. Makes a new form from the template and fills into it what filled budgets hold:
 * the next year's budget from last year's, a plan from the same year's. The budgets are only read, as
 * data; the new workbook is a new file, never over an existing one.
 */
#ifndef KENPO_CARRY_CARRY_H
#define KENPO_CARRY_CARRY_H

#include "system/report.h"
#include "uno/uno.h"

typedef struct kp_carrying {
    uno_Interface *context;
    const char *const *budgets; /**< paths; one, or also that of the year before */
    size_t count;
    const char *form; /**< the new form's file name: "budget", "reserve-plan" … */
    const char
        *target; /**< the path of the new workbook; NULL: beside the first budget, by its year */
    const char *list; /**< the path of the list; NULL: beside the new workbook */
    kp_report *report;
} kp_carrying;

/** Makes the workbook and the list, and reports: lines "wrote" and "filled", "left" for what could not
 *  be taken over, or why there is none. */
void kp_carry(const kp_carrying *ask);

#endif
