/* SPDX-License-Identifier: MPL-2.0
 *
 * recompute.h: computes every row of 計算根拠 again with this add-in and compares: in the bureau's own
 * form, or, where the submission was made from none, from the values of its cells. A formula that
 * does more than compute from cells is not computed.
 */
#ifndef KENPO_INTAKE_RECOMPUTE_H
#define KENPO_INTAKE_RECOMPUTE_H

#include "form/own.h"
#include "intake/finding.h"

/** Links the rows to the cells of the form that they are about; tells of those that are about none
 *  and leaves them for kp_recompute where their sheet is none of the form's. To be done when the form
 *  was computed. */
void kp_recompute_link(kp_findings *f, kp_form *form, kp_basis *basis);

/** Compares the rows that are linked: with the cells of the submission, with what the form computes,
 *  and, of a copy that this version made, word by word how it was computed, described again in that
 *  language. */
void kp_recompute_form(kp_findings *f, kp_form *form, const kp_workbook *workbook, kp_basis *basis,
                       kp_language language);

/** Computes the rows that are not settled in a document that holds the values of the submission's
 *  cells; tells what differs, and every check that is open. Cells get all digits of what was
 *  computed. */
void kp_recompute(kp_findings *f, uno_Interface *document, kp_basis *basis);

/** Whether any row is left for kp_recompute. */
bool kp_recompute_is_open(const kp_basis *basis);

#endif
