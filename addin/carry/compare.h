/* SPDX-License-Identifier: MPL-2.0
 *
 * compare.h: 2つの予算書を比べる. Two versions of a workbook (原案 and 修正, 当初 and 補正, submitted and
 * resubmitted): what was typed otherwise, and what is computed otherwise, as a workbook that prints. Both
 * are only read, as data.
 */
#ifndef KENPO_CARRY_COMPARE_H
#define KENPO_CARRY_COMPARE_H

#include "system/report.h"
#include "uno/uno.h"

typedef struct kp_comparing {
    uno_Interface *context;
    const char *before, *after; /**< paths: the old one, the new one */
    const char *target;         /**< the path of the list; NULL: beside the new one */
    kp_report *report;
} kp_comparing;

/** Writes the list and reports: lines "wrote" and "changes", or why there is none. Its outcome is
 *  KP_BLOCKED where something differs. */
void kp_compare(const kp_comparing *ask);

#endif
