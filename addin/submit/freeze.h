/* SPDX-License-Identifier: MPL-2.0
 *
 * freeze.h: makes a document independent of the add-in. Every cell whose formula calls one of our
 * functions, directly or through a name, holds its value instead; named expressions, conditional
 * formats and validity rules likewise. All other formulas stay. The document must be a copy in
 * memory: it is changed.
 */
#ifndef KENPO_SUBMIT_FREEZE_H
#define KENPO_SUBMIT_FREEZE_H

#include "submit/frozen.h"

/** Recalculates, then replaces. False where there are problems; then the document is of no use. */
bool kp_freeze_document(kp_freeze *freeze);

/** Points the names that were replaced at their results in 計算根拠, once it is written. */
void kp_freeze_names(kp_freeze *freeze);

void kp_freeze_end(kp_freeze *freeze);

#endif
