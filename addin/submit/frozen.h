/* SPDX-License-Identifier: MPL-2.0
 *
 * frozen.h: a run that replaces formulas by their values, and the rows of 計算根拠 that it leaves
 * behind.
 */
#ifndef KENPO_SUBMIT_FROZEN_H
#define KENPO_SUBMIT_FROZEN_H

#include "book/basis.h"
#include "book/evaluate.h"
#include "book/names.h"

typedef struct kp_freeze {
    uno_Interface *document;
    kp_language language;
    kp_names names;
    kp_basis basis;     /**< a row for everything that was replaced */
    bool guarded;       /**< the order of the sheets was protected: put that back at the end */
    kp_buffer problems; /**< a line for everything that could not be */
} kp_freeze;

/** Adds a row about a formula (in the office's spelling) at a place, without result. NULL where
 *  memory is short. */
kp_basis_row *kp_freeze_row(kp_freeze *freeze, kp_row_kind kind, uno_Interface *sheet, long column,
                            long row, const char *formula);

/** Tells what cannot be replaced, or why a sheet cannot be worked on; `cell` may be NULL. */
void kp_freeze_problem(kp_freeze *freeze, const char *sheet, const char *cell, kp_text problem);

#endif
