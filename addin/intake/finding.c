/* SPDX-License-Identifier: MPL-2.0
 *
 * finding.c: what intake finds in a submission, as lines of its result.
 */
#include "intake/finding.h"

void kp_found(kp_findings *f, kp_gravity gravity, kp_found_kind kind, const char *place,
              const char *words) {
    kp_result_finding(f->out, gravity, kind, place, words);
}

void kp_found_plain(kp_findings *f, kp_gravity gravity, kp_found_kind kind, const char *place,
                    kp_text words) {
    kp_found(f, gravity, kind, place, kp_wording(words, f->language));
}

void kp_put_place(kp_buffer *out, const char *sheet, const char *cell, const char *label) {
    kp_putf(out, "%s %s", sheet, cell);
    if (label != NULL && *label != '\0') kp_putf(out, " (%s)", label);
}

void kp_put_row_place(kp_buffer *out, const kp_basis_row *row) {
    kp_put_place(out, kp_basis_get(row, KP_BASIS_SHEET), kp_basis_get(row, KP_BASIS_CELL),
                 kp_basis_get(row, KP_BASIS_LABEL));
}

void kp_found_row(kp_findings *f, kp_gravity gravity, kp_found_kind kind, const kp_basis_row *row,
                  const char *words) {
    kp_buffer place = {0};
    kp_put_row_place(&place, row);
    kp_found(f, gravity, kind, kp_buffer_text(&place), words);
    kp_buffer_end(&place);
}

void kp_found_check(kp_findings *f, const char *place, kp_standing standing, const char *words) {
    static const kp_gravity GRAVITIES[] = {
        [KP_INFO] = KP_NOTE, [KP_WARNING] = KP_DOUBT, [KP_ERROR] = KP_WRONG};
    if (standing.unknown && f->formed && standing.severity == KP_ERROR)
        kp_found(f, KP_WRONG, KP_FOUND_UNCHECKED, place, words);
    if (standing.unknown || standing.severity == KP_PASS) return;
    f->checks[GRAVITIES[standing.severity]]++;
    kp_found(f, GRAVITIES[standing.severity], KP_FOUND_CHECK, place, words);
}
