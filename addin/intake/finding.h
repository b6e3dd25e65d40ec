/* SPDX-License-Identifier: MPL-2.0
 *
 * finding.h: what intake finds in a submission, as lines of its result (intake.h).
 */
#ifndef KENPO_INTAKE_FINDING_H
#define KENPO_INTAKE_FINDING_H

#include "book/basis.h"
#include "system/buffer.h"
#include "system/system.h"

typedef struct kp_findings {
    kp_language language;
    kp_buffer *out;
    size_t checks[3]; /**< open: errors, warnings, notes */
} kp_findings;

/** How grave: 異常 (alteration or damage), 注意 (to be looked at), 情報. */
extern const kp_text KP_WRONG, KP_DOUBT, KP_NOTE;

/** Writes a field without tabs and line ends, and one tab before it. */
void kp_put_result_field(kp_buffer *out, const char *text);

/** One finding: gravity, kind, place ("" for the whole file), and what it is in words. */
void kp_found(kp_findings *f, kp_text gravity, kp_text kind, const char *place, const char *words);
void kp_found_plain(kp_findings *f, kp_text gravity, kp_text kind, const char *place,
                    kp_text words);

/** The same about a row of 計算根拠: its place is «計算 B3 (特定保険料率)». */
void kp_found_row(kp_findings *f, kp_text gravity, kp_text kind, const kp_basis_row *row,
                  const char *words);

/** The result of a check ("エラー …"): counted, and a finding where it is open. */
void kp_found_check(kp_findings *f, const char *place, const char *result);

/** Writes to `result` the whole result of a file of which this is all that can be said. */
kp_fault kp_found_only(const char *name, kp_language language, kp_text kind, const char *words,
                       const char *result);

/** The line of a result that tells of which file it is. */
void kp_put_name(kp_buffer *out, const char *name);

/** «計算 B3 (特定保険料率)»; no label, no brackets. */
void kp_put_place(kp_buffer *out, const char *sheet, const char *cell, const char *label);

#endif
