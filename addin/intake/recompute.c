/* SPDX-License-Identifier: MPL-2.0
 *
 * recompute.c: computes every row of 計算根拠 again.
 */
#include "intake/recompute.h"

#include <string.h>

#include "uno/access.h"
#include "book/evaluate.h"

typedef struct recompute {
    kp_findings *f;
    uno_Interface *document;
    kp_basis *basis;
    bool changed; /**< this round made a number exact */
    bool last;    /**< the round that tells what differs */
} recompute;

static const char *plain(const kp_buffer *result) {
    const char *text = kp_buffer_text(result); /* behind "n:" or "t:" */
    return strlen(text) >= 2 ? text + 2 : text;
}

/* --------------------------------------------------------------------------------- differences */

/* «計算根拠 36.5、再計算 36.6» */
static void tell_difference(kp_findings *f, kp_found_kind kind, const kp_basis_row *row,
                            const kp_buffer *table, kp_text other, const kp_buffer *value) {
    kp_buffer words = {0};
    kp_putf(&words, "%s %s、%s %s", KP_BASIS_NAME, plain(table), kp_wording(other, f->language),
            plain(value));
    kp_found_row(f, KP_WRONG, kind, row, kp_buffer_text(&words));
    kp_buffer_end(&words);
}

/* What is asked of a row, and where. */
typedef struct question {
    kp_asked asked;
    const char *formula;
} question;

static void count_check(kp_findings *f, const kp_basis_row *row, const question *q,
                        const char *result) {
    if (!kp_formula_is_check(q->formula)) return;
    kp_auto_buffer place = {0};
    kp_put_row_place(&place, row);
    kp_found_check(f, kp_buffer_text(&place), kp_ask_checks(q->asked, q->formula), result);
}

/* Compares what the table says, what stands in the cell (NULL: in none) and what was computed.
 * Where they differ that is told in the last round only; false means: not settled yet. */
static bool settle(recompute *c, const kp_basis_row *row, const question *q,
                   const kp_content *stands, const kp_content *again) {
    kp_buffer texts[3] = {{0}, {0}, {0}};
    kp_result_text(&row->result, &texts[0]);
    kp_result_text(stands == NULL ? &row->result : stands, &texts[1]);
    kp_result_text(again, &texts[2]);
    bool other_cell = strcmp(kp_buffer_text(&texts[0]), kp_buffer_text(&texts[1])) != 0;
    bool other_again = strcmp(kp_buffer_text(&texts[0]), kp_buffer_text(&texts[2])) != 0;
    bool settled = c->last || (!other_cell && !other_again);
    if (settled && other_cell)
        tell_difference(c->f, KP_FOUND_CHANGED_VALUE, row, &texts[0], kp_t("セル", "cell"),
                        &texts[1]);
    if (settled && other_again)
        tell_difference(c->f, KP_FOUND_OTHER_VALUE, row, &texts[0],
                        kp_t("再計算", "computed again"), &texts[2]);
    if (settled && !row->settled) count_check(c->f, row, q, plain(&texts[2]));
    for (int i = 0; i < 3; i++)
        kp_buffer_end(&texts[i]);
    return settled;
}

/* ---------------------------------------------------------------------------------------- a row */

/* Functions and references that would look outside the file are not computed. */
static bool reaches_outside(const char *formula) {
    static const char *const WORDS[] = {"WEBSERVICE", "DDE", "FILTERXML", "INFO"};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (kp_formula_mentions(formula, WORDS[i])) return true;
    return strstr(formula, "://") != NULL || strstr(formula, "'#") != NULL;
}

static kp_asked asked_for(const kp_basis_row *row, uno_Interface *cell) {
    return (kp_asked){cell, row->kind == KP_ROW_ELEMENT, row->element_row, row->element_column};
}

/* A file that was stored again holds 15 digits of a number. Where they agree, the cell gets all
 * that were computed, so that what depends on it is computed as it was. */
static void put_exact(recompute *c, uno_Interface *cell, const kp_content *stands,
                      const kp_content *again) {
    c->changed = c->changed || memcmp(&stands->number, &again->number, sizeof again->number) != 0;
    kp_cell_put(cell, again);
}

static bool compute_cell(recompute *c, const kp_basis_row *row, uno_Interface *cell,
                         const char *formula) {
    kp_content stands = kp_cell_content(cell);
    question q = {asked_for(row, cell), formula};
    kp_content again = kp_ask(q.asked, formula);
    bool settled = settle(c, row, &q, &stands, &again);
    if (settled && !c->last && again.kind == KP_NUMBER)
        put_exact(c, cell, &stands, &again);
    else
        kp_cell_put(cell, &stands);
    kp_content_end(&stands);
    kp_content_end(&again);
    return settled;
}

/* In a copy a name stands for the result in its row of 計算根拠. */
static void put_name(recompute *c, const kp_basis_row *row, const kp_content *again) {
    kp_auto sheet = kp_sheet(c->document, KP_BASIS_NAME);
    kp_auto cell =
        kp_cell_at(sheet, KP_BASIS_RESULT, kp_basis_line((size_t)(row - c->basis->rows)));
    kp_content stands = kp_cell_content(cell);
    if (stands.kind == KP_NUMBER) put_exact(c, cell, &stands, again);
    kp_content_end(&stands);
}

static bool compute_name(recompute *c, const kp_basis_row *row, uno_Interface *sheet,
                         const char *formula) {
    question q = {{kp_scratch(sheet), false, 0, 0}, formula};
    kp_content again = kp_ask(q.asked, formula);
    bool settled = settle(c, row, &q, NULL, &again);
    if (settled && !c->last && again.kind == KP_NUMBER) put_name(c, row, &again);
    kp_content_end(&again);
    kp_scratch_end(q.asked.cell);
    return settled;
}

static bool compute_row(recompute *c, const kp_basis_row *row) {
    bool settled = true;
    kp_buffer formula = {0};
    kp_auto sheet = kp_sheet(c->document, kp_basis_get(row, KP_BASIS_SHEET));
    kp_auto cell = row->placed ? kp_cell_at(sheet, row->column, row->row) : NULL;
    kp_formula_stored(kp_basis_get(row, KP_BASIS_FORMULA), &formula);
    const char *text = kp_buffer_text(&formula);
    if (cell == NULL)
        kp_found_row(
            c->f, KP_WRONG, KP_FOUND_DAMAGED_TABLE, row,
            kp_wording(kp_t("セルがありません。", "There is no such cell."), c->f->language));
    else if (reaches_outside(text) || *text != '=')
        kp_found_row(c->f, KP_WRONG, KP_FOUND_NOT_COMPUTED, row,
                     kp_wording(kp_t("ファイルの外を参照する数式、または数式でないものです。",
                                     "It reaches outside the file, or is no formula."),
                                c->f->language));
    else if (row->kind == KP_ROW_NAME)
        settled = compute_name(c, row, sheet, text);
    else
        settled = compute_cell(c, row, cell, text);
    kp_buffer_end(&formula);
    return settled;
}

/* -------------------------------------------------------------------------------------- rounds */

static bool computable(const kp_basis_row *row) {
    return row->kind == KP_ROW_CELL || row->kind == KP_ROW_ELEMENT || row->kind == KP_ROW_NAME;
}

/* Gives the number of rows that are not settled; `all` does the settled ones again too. */
static size_t compute_round(recompute *c, bool all) {
    size_t left = 0;
    for (size_t i = 0; i < c->basis->count; i++) {
        kp_basis_row *row = &c->basis->rows[i];
        if ((row->settled && !all) || !computable(row)) continue;
        row->settled = compute_row(c, row);
        left += row->settled ? 0 : 1;
    }
    return left;
}

static void unprotect(void *data, uno_Interface *sheet, const char *name) {
    if (!kp_unprotect(sheet))
        kp_found_plain(
            data, KP_DOUBT, KP_FOUND_LOCKED_SHEET, name,
            kp_t("保護を解除できないため、再計算できません。", "It cannot be computed again."));
}

/* While a round settles rows or makes numbers exact, others may follow; then the last one tells
 * what differs. A file that is as it was made takes one round. */
void kp_recompute(kp_findings *f, uno_Interface *document, kp_basis *basis) {
    enum { MOST_ROUNDS = 8 };
    recompute c = {f, document, basis, false, false};
    kp_each_sheet(document, unprotect, f);
    size_t before = basis->count + 1;
    size_t left = compute_round(&c, false);
    for (int i = 1; i < MOST_ROUNDS && (c.changed || (left > 0 && left < before)); i++) {
        bool all = c.changed;
        c.changed = false;
        before = left;
        left = compute_round(&c, all);
    }
    c.last = true;
    if (left > 0) compute_round(&c, false);
}
