/* SPDX-License-Identifier: MPL-2.0
 *
 * fingerprint.h: the content of whole sheets as short codes, so that a change anywhere in a
 * submission is found and its row named. Counted in: texts, typed numbers (15 digits) and the
 * formulas themselves; not the results of formulas, which are computed anew, nor looks.
 */
#ifndef KENPO_BOOK_FINGERPRINT_H
#define KENPO_BOOK_FINGERPRINT_H

#include "book/basis.h"

/** Adds a row to the table for each sheet but 計算根拠: its checksum as result and, as explanation,
 *  eight hexadecimal digits for each row of cells; of a document that is open, and of a file. Both are
 *  mostly the same; where a format spells a formula otherwise, the file's are what counts. */
void kp_fingerprint(uno_Interface *document, kp_basis *basis);
void kp_fingerprint_stored(const kp_workbook *workbook, kp_basis *basis);

/** Whether a row's codes were made in the way of this version, so that they can be compared. */
bool kp_fingerprint_is_known(const kp_basis_row *row);

/** Compares two such rows: the changed row of cells (from 1), 0 if both are equal, -1 where they
 *  differ in a way that no single row shows. `index`-th difference from 0. */
long kp_fingerprint_difference(const kp_basis_row *a, const kp_basis_row *b, size_t index);

#endif
