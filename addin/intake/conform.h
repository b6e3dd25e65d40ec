/* SPDX-License-Identifier: MPL-2.0
 *
 * conform.h: whether a submission is what its form makes of its inputs. The submission is data
 * (stored/workbook.h); the form is the bureau's own, computed from the same inputs (form/own.h).
 * Every cell is compared: its formula, what it gives, what it shows.
 */
#ifndef KENPO_INTAKE_CONFORM_H
#define KENPO_INTAKE_CONFORM_H

#include "form/own.h"
#include "intake/finding.h"

/** The form that the submission was made from: by its mark, else the one whose sheets and names it
 *  has. `mark` is what the submission says, its file "" where it says nothing. NULL where it is made
 *  from none. */
kp_form *kp_conform_form(uno_Interface *context, const kp_workbook *workbook, kp_forms *forms,
                         kp_form_mark *mark);

/** Finds every way in which the submission differs from the form, which is computed from its inputs:
 *  a formula replaced by a value or another formula, a result that is another one, a text or a name
 *  changed, a sheet gone or put in, something where the form has nothing; and what no sound
 *  submission holds (form/gate.h). The rows of 計算根拠 are linked to their cells. */
void kp_conform(kp_findings *f, kp_form *form, const kp_form_mark *mark,
                const kp_workbook *workbook);

/** Of a workbook that was made from no form, only the latter; it is open as values. */
void kp_conform_loose(kp_findings *f, uno_Interface *document);

#endif
