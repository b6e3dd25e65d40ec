/* SPDX-License-Identifier: MPL-2.0
 *
 * finding.h: what intake finds in a submission that is open in the office, as lines of its result.
 */
#ifndef KENPO_INTAKE_FINDING_H
#define KENPO_INTAKE_FINDING_H

#include "book/basis.h"
#include "book/evaluate.h"
#include "intake/result.h"

typedef struct kp_findings {
    kp_language language;
    kp_buffer *out;
    size_t checks[KP_GRAVITIES]; /**< open: errors, warnings, notes */
    bool formed;                 /**< the submission says that it was made from a form of ours */
} kp_findings;

/** One finding; the place is "" for the whole file. */
void kp_found(kp_findings *f, kp_gravity gravity, kp_found_kind kind, const char *place,
              const char *words);
void kp_found_plain(kp_findings *f, kp_gravity gravity, kp_found_kind kind, const char *place,
                    kp_text words);

/** The same about a row of 計算根拠: its place is «計算 B3 (特定保険料率)». */
void kp_found_row(kp_findings *f, kp_gravity gravity, kp_found_kind kind, const kp_basis_row *row,
                  const char *words);

/** What checks find, in words: counted, and a finding where they are open. Of a form, one of severity
 *  error that could not be run is wrong too. */
void kp_found_check(kp_findings *f, const char *place, kp_standing standing, const char *words);

/** The settings of computing and showing that the reader of the workbook tells; NULL: none. */
void kp_found_settings(kp_findings *f, const char *settings);

/** «計算 B3 (特定保険料率)»; no label, no brackets. */
void kp_put_place(kp_buffer *out, const char *sheet, const char *cell, const char *label);
void kp_put_row_place(kp_buffer *out, const kp_basis_row *row);

#endif
