/* SPDX-License-Identifier: MPL-2.0
 *
 * summary.h: 受付一覧, one row for each submission, and 所見一覧, one row for each finding, from
 * their results: as a workbook, and the list as CSV (UTF-8 with BOM, as Excel in Japan expects).
 * What stood in a submission is written as text, never as a formula.
 */
#ifndef KENPO_INTAKE_SUMMARY_H
#define KENPO_INTAKE_SUMMARY_H

#include "intake/pile.h"
#include "system/report.h"
#include "uno/uno.h"

/** Writes both into `folder`, with the time in their names, and reports that; `list` gets the path
 *  of the workbook. A file without a result has a row that says so. The outcome is KP_BLOCKED where
 *  something is wrong with any. */
void kp_summary(uno_Interface *context, const kp_pile *pile, const char *folder, kp_report *report,
                char list[KP_PATH]);

#endif
