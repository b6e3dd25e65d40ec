/* SPDX-License-Identifier: MPL-2.0
 *
 * looks.h: what a reader of a submission would see otherwise than its form shows it, as findings.
 */
#ifndef KENPO_INTAKE_LOOKS_H
#define KENPO_INTAKE_LOOKS_H

#include "intake/finding.h"
#include "stored/workbook.h"

/** Compares with the form's template, read as data: 異常 where something else is seen, 注意 for any other
 *  difference. What is alike on a sheet is one finding. */
void kp_find_looks(kp_findings *f, const kp_workbook *form, const kp_workbook *submission);

#endif
