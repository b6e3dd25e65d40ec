/* SPDX-License-Identifier: MPL-2.0
 *
 * pieces.h: conditions and validities as an .ods spells them, in pieces. No UNO, no I/O.
 */
#ifndef KENPO_STORED_LOOKS_PIECES_H
#define KENPO_STORED_LOOKS_PIECES_H

#include "system/buffer.h"

/** What is compared, how, and with what; all zero, then one of the two, then to be ended. */
typedef struct kp_pieces {
    kp_buffer kind, first, second;
    const char *operation;
} kp_pieces;

/** Of a condition: "formula-is(…)", "between(…)", ">=0"; in styles "is-true-formula(…)",
 *  "cell-content()>=0". */
void kp_pieces_condition(kp_pieces *pieces, const char *text);

/** Of a validity: "of:cell-content-is-whole-number() and cell-content()>=0". */
void kp_pieces_validity(kp_pieces *pieces, const char *text);
void kp_pieces_end(kp_pieces *pieces);

#endif
