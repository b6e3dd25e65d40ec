/* SPDX-License-Identifier: MPL-2.0
 *
 * finding.c: what intake finds in a submission, as lines of its result.
 */
#include "intake/finding.h"

#include <string.h>

#include "system/place.h"

const kp_text KP_WRONG = {"異常", "wrong"};
const kp_text KP_DOUBT = {"注意", "doubt"};
const kp_text KP_NOTE = {"情報", "note"};

void kp_put_result_field(kp_buffer *out, const char *text) {
    kp_put(out, "\t");
    for (const char *c = text == NULL ? "" : text; *c != '\0'; c++)
        kp_put_bytes(out, *c == '\n' || *c == '\t' || *c == '\r' ? " " : c, 1);
}

void kp_put_name(kp_buffer *out, const char *name) {
    kp_put(out, "file");
    kp_put_result_field(out, name);
    kp_put(out, "\n");
}

void kp_found(kp_findings *f, kp_text gravity, kp_text kind, const char *place, const char *words) {
    kp_put(f->out, "finding");
    kp_put_result_field(f->out, kp_wording(gravity, f->language));
    kp_put_result_field(f->out, kp_wording(kind, f->language));
    kp_put_result_field(f->out, place);
    kp_put_result_field(f->out, words);
    kp_put(f->out, "\n");
}

void kp_found_plain(kp_findings *f, kp_text gravity, kp_text kind, const char *place,
                    kp_text words) {
    kp_found(f, gravity, kind, place, kp_wording(words, f->language));
}

void kp_put_place(kp_buffer *out, const char *sheet, const char *cell, const char *label) {
    kp_putf(out, "%s %s", sheet, cell);
    if (label != NULL && *label != '\0') kp_putf(out, " (%s)", label);
}

static void put_row_place(kp_buffer *out, const kp_basis_row *row) {
    kp_put_place(out, kp_basis_get(row, KP_BASIS_SHEET), kp_basis_get(row, KP_BASIS_CELL),
                 kp_basis_get(row, KP_BASIS_LABEL));
}

void kp_found_row(kp_findings *f, kp_text gravity, kp_text kind, const kp_basis_row *row,
                  const char *words) {
    kp_buffer place = {0};
    put_row_place(&place, row);
    kp_found(f, gravity, kind, kp_buffer_text(&place), words);
    kp_buffer_end(&place);
}

void kp_found_check(kp_findings *f, const char *place, const char *result) {
    static const char *const WORDS[3][2] = {
        {"エラー", "Error"}, {"注意", "Warning"}, {"情報", "Info"}};
    const kp_text gravities[] = {KP_WRONG, KP_DOUBT, KP_NOTE};
    for (int i = 0; i < 3; i++)
        for (int k = 0; k < 2; k++) {
            if (strncmp(result, WORDS[i][k], strlen(WORDS[i][k])) != 0) continue;
            f->checks[i]++;
            kp_found(f, gravities[i], kp_t("点検", "check"), place, result);
        }
}

kp_fault kp_found_only(const char *name, kp_language language, kp_text kind, const char *words,
                       const char *result) {
    kp_buffer text = {0};
    kp_findings findings = {language, &text, {0}};
    kp_put_name(&text, name);
    kp_found(&findings, KP_WRONG, kind, "", words);
    kp_put(&text, "end\n");
    kp_fault fault =
        text.failed ? KP_FAULT_MEMORY : kp_place_text(text.text, text.used, result, true);
    kp_buffer_end(&text);
    return fault;
}
