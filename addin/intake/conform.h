/* SPDX-License-Identifier: MPL-2.0
 *
 * conform.h: whether a submission is what its form makes of it. The form's own formulas, and with
 * them all its checks, are asked of the submission, whatever the submission has in their place.
 */
#ifndef KENPO_INTAKE_CONFORM_H
#define KENPO_INTAKE_CONFORM_H

#include "intake/finding.h"
#include "form/form.h"

/** Finds every way in which the document differs from the form that it carries the mark of: a
 *  formula of the form replaced by a value or another formula (with the value that the form's
 *  formula gives), a check left out, a text changed, a sheet or a name gone. `basis` tells the
 *  formulas of the cells that hold values now. Sheets must not be protected. First it finds what no
 *  sound submission holds (form/gate.h), also where there is no form. */
void kp_conform(kp_findings *f, uno_Interface *context, uno_Interface *document,
                const kp_basis *basis, kp_forms *forms);

/** Finds only the latter, for a submission whose table is lost. */
void kp_conform_gate(kp_findings *f, uno_Interface *context, uno_Interface *document,
                     kp_forms *forms);

#endif
