/* SPDX-License-Identifier: MPL-2.0
 *
 * tampered.h: whether a submission was changed after it was made: its table 計算根拠, its sheets and
 * its labels are compared with what the table says of them.
 */
#ifndef KENPO_INTAKE_TAMPERED_H
#define KENPO_INTAKE_TAMPERED_H

#include "intake/finding.h"

/** Tells every difference; `basis` is the table as the submission holds it. */
void kp_tampered(kp_findings *f, const kp_workbook *workbook, const kp_basis *basis);

#endif
