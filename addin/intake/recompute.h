/* SPDX-License-Identifier: MPL-2.0
 *
 * recompute.h: computes every row of 計算根拠 again with this add-in, in the submission itself, and
 * compares. A formula that could reach outside the file is not computed.
 */
#ifndef KENPO_INTAKE_RECOMPUTE_H
#define KENPO_INTAKE_RECOMPUTE_H

#include "intake/finding.h"

/** Tells what differs, and every check that is open. The document is changed: its sheets are not
 *  protected any more, and cells get all digits of what was computed. */
void kp_recompute(kp_findings *f, uno_Interface *document, kp_basis *basis);

#endif
