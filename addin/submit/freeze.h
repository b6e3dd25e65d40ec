/* SPDX-License-Identifier: MPL-2.0
 *
 * freeze.h: makes a document independent of the add-in. Every cell whose formula calls one of our
 * functions, directly or through a name, holds its value instead; named expressions, conditional
 * formats and validity rules likewise. All other formulas stay. The document must be a copy in
 * memory: it is changed.
 */
#ifndef KENPO_SUBMIT_FREEZE_H
#define KENPO_SUBMIT_FREEZE_H

#include "book/basis.h"
#include "book/names.h"

typedef struct kp_freeze {
    uno_Interface *document;
    kp_language language;
    kp_names names;
    kp_basis basis;     /**< a row for everything that was replaced */
    bool guarded;       /**< the order of the sheets was protected: put that back at the end */
    kp_buffer problems; /**< a line for everything that could not be */
} kp_freeze;

/** Recalculates, then replaces. False where there are problems; then the document is of no use. */
bool kp_freeze_document(kp_freeze *freeze);

/** The conditional formats and the validity rules of one sheet: conditions.c. */
void kp_freeze_conditions(kp_freeze *freeze, uno_Interface *sheet);
void kp_freeze_validity(kp_freeze *freeze, uno_Interface *sheet);

/** Adds a row about a formula (in the office's spelling) at a place, without result. */
kp_basis_row *kp_freeze_row(kp_freeze *freeze, const char *kind, uno_Interface *sheet, long column,
                            long row, const char *formula);

/** Points the names that were replaced at their results in 計算根拠, once it is written. */
void kp_freeze_names(kp_freeze *freeze);

void kp_freeze_end(kp_freeze *freeze);

#endif
