/* SPDX-License-Identifier: MPL-2.0
 *
 * recompute.c: computes the rows of 計算根拠 again, in the form or from values.
 */
#include "intake/recompute.h"

#include <string.h>

#include "book/evaluate.h"
#include "calc/function.h"
#include "form/rows.h"
#include "stored/spelling.h"
#include "stored/values.h"
#include "uno/access.h"

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

static kp_asked asked_for(const kp_basis_row *row, uno_Interface *cell) {
    return (kp_asked){cell, row->kind == KP_ROW_ELEMENT, row->element_row, row->element_column,
                      NULL};
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
    question q = {{.cell = kp_scratch(sheet)}, formula};
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
    else if (*text != '=' || kp_formula_reaches(text) != KP_REACH_CELLS)
        kp_found_row(
            c->f, KP_WRONG, KP_FOUND_NOT_COMPUTED, row,
            kp_wording(kp_t("セルから計算するほかのことをする数式、または数式でないものです。",
                            "It does more than compute from cells, or is no formula."),
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

/* While a round settles rows or makes numbers exact, others may follow; then the last one tells
 * what differs. A file that is as it was made takes one round. */
void kp_recompute(kp_findings *f, uno_Interface *document, kp_basis *basis) {
    enum { MOST_ROUNDS = 8 };
    recompute c = {f, document, basis, false, false};
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

bool kp_recompute_is_open(const kp_basis *basis) {
    for (size_t i = 0; i < basis->count; i++)
        if (computable(&basis->rows[i]) && !basis->rows[i].settled) return true;
    return false;
}

/* ------------------------------------------------------------------------------------ in the form */

static void link_row(kp_findings *f, kp_form *form, kp_basis_row *row) {
    kp_own_sheet *sheet = kp_own_named(form, kp_basis_get(row, KP_BASIS_SHEET));
    kp_own_cell *cell =
        sheet == NULL || !row->placed ? NULL : kp_own_at(sheet, row->column, row->row);
    if (sheet == NULL || row->kind != KP_ROW_CELL) return;
    bool first = cell != NULL && cell->row == NULL;
    if (first && (cell->ours || cell->open)) {
        cell->row = row;
        row->settled = cell->ours;
        return;
    }
    row->settled = true;
    kp_found_row(f, KP_WRONG, KP_FOUND_DAMAGED_TABLE, row,
                 first ? kp_wording(kp_t("様式では、このセルに関数はありません。",
                                         "The form has none of our functions in this cell."),
                                    f->language)
                       : kp_wording(kp_t("同じセルの行が2つあるか、セルがありません。",
                                         "A second row for the same cell, or no such cell."),
                                    f->language));
}

void kp_recompute_link(kp_findings *f, kp_form *form, kp_basis *basis) {
    for (size_t i = 0; i < form->count; i++) {
        kp_own_sheet *s = &form->sheets[i];
        for (long k = 0; k < s->columns * s->rows; k++)
            s->cells[k].row = NULL;
    }
    for (size_t i = 0; i < basis->count; i++)
        if (computable(&basis->rows[i])) link_row(f, form, &basis->rows[i]);
}

/* A blank is a blank: file formats differ in how many, and in line ends. */
static bool same_words(const char *one, const char *other) {
    static const char BLANKS[] = " \n\r\t";
    while (*one != '\0' || *other != '\0') {
        size_t a = strspn(one, BLANKS);
        size_t b = strspn(other, BLANKS);
        if ((a > 0) != (b > 0)) return one[a] == '\0' && other[b] == '\0';
        one += a;
        other += b;
        if (*one != *other) return false;
        one += *one == '\0' ? 0 : 1;
        other += *other == '\0' ? 0 : 1;
    }
    return true;
}

/* Arguments, how it was computed, and the law behind. Another version may say it otherwise. */
static void compare_words(kp_findings *f, const kp_own_sheet *sheet, const kp_own_cell *cell,
                          const kp_basis_row *row, kp_language language) {
    bool this_version = strcmp(kp_basis_get(row, KP_BASIS_VERSION), KP_VERSION) == 0;
    static const kp_basis_column WORDS[] = {KP_BASIS_ARGUMENTS, KP_BASIS_EXPLANATION,
                                            KP_BASIS_CITATION};
    kp_basis again = {0};
    kp_basis_row *described = kp_basis_add_at(&again, KP_ROW_CELL, "", 0, 0);
    kp_asked asked = {.answers = sheet->answers};
    if (described != NULL) kp_describe_row(described, asked, cell->text, language);
    for (size_t i = 0; described != NULL && i < sizeof WORDS / sizeof *WORDS; i++) {
        const char *ours = kp_basis_get(described, WORDS[i]);
        const char *theirs = kp_basis_get(row, WORDS[i]);
        if (same_words(ours, theirs)) continue;
        kp_auto_buffer words = {0};
        kp_putf(
            &words,
            kp_wording(kp_t("提出「%s」、再計算「%s」", "submission: %s, again: %s"), f->language),
            theirs, ours);
        kp_found_row(f, this_version ? KP_WRONG : KP_DOUBT, KP_FOUND_CHANGED_ROW, row,
                     kp_buffer_text(&words));
    }
    kp_basis_end(&again);
}

static void compare_row(kp_findings *f, const kp_form *form, const kp_workbook *workbook,
                        kp_basis_row *row, kp_language language) {
    kp_own_sheet *sheet = kp_own_named(form, kp_basis_get(row, KP_BASIS_SHEET));
    kp_own_cell *cell = sheet == NULL ? NULL : kp_own_at(sheet, row->column, row->row);
    const kp_stored_sheet *theirs = sheet == NULL ? NULL : kp_workbook_sheet(workbook, sheet->name);
    if (cell == NULL || cell->row != row || !cell->ours || theirs == NULL) return;
    kp_auto_content stands = kp_stored_content(kp_stored_at(theirs, row->column, row->row));
    kp_auto_content again = kp_own_value(sheet, row->column, row->row);
    kp_auto_buffer table = {0};
    kp_auto_buffer now = {0};
    kp_auto_buffer ours = {0};
    kp_result_text(&row->result, &table);
    kp_result_text(&stands, &now);
    kp_result_text(&again, &ours);
    if (strcmp(kp_buffer_text(&table), kp_buffer_text(&now)) != 0)
        tell_difference(f, KP_FOUND_CHANGED_VALUE, row, &table, kp_t("セル", "cell"), &now);
    if (strcmp(kp_buffer_text(&table), kp_buffer_text(&ours)) != 0)
        tell_difference(f, KP_FOUND_OTHER_VALUE, row, &table, kp_t("再計算", "computed again"),
                        &ours);
    compare_words(f, sheet, cell, row, language);
}

/* ------------------------------------------------------------------------ rules of the form */

static bool has_rule_row(const kp_basis *basis, kp_row_kind kind, const char *sheet,
                         kp_stored_area area) {
    for (size_t i = 0; i < basis->count; i++) {
        const kp_basis_row *row = &basis->rows[i];
        if (row->kind == kind && row->column >= area.left && row->column <= area.right &&
            row->row >= area.top && row->row <= area.bottom &&
            strcmp(kp_basis_get(row, KP_BASIS_SHEET), sheet) == 0)
            return true;
    }
    return false;
}

/* Where the form's rule calls our functions, a copy has none, but a row that says so. */
static void find_rule_rows(kp_findings *f, const kp_rows *rows, const char *sheet,
                           const kp_stored_rules *rules, kp_row_kind kind, const kp_basis *basis) {
    for (size_t i = 0; i < rules->count; i++) {
        kp_stored_area area = rules->rule[i].area;
        if (!kp_rows_is_ours(rules->rule[i].rule)) continue;
        area.top = kp_rows_forth(rows, area.top);
        area.bottom = kp_rows_forth(rows, area.bottom);
        if (has_rule_row(basis, kind, sheet, area)) continue;
        kp_auto_buffer place = {0};
        kp_putf(&place, "%s ", sheet);
        kp_stored_put_place(&place, area.left, area.top);
        kp_found(f, KP_WRONG, KP_FOUND_DAMAGED_TABLE, kp_buffer_text(&place),
                 kp_wording(kp_t("様式の入力規則または条件付き書式の行が計算根拠にありません。",
                                 "計算根拠 has no row about this rule of the form."),
                            f->language));
    }
}

static void compare_rules(kp_findings *f, const kp_form *form, const kp_workbook *workbook,
                          const kp_basis *basis) {
    for (size_t i = 0; i < form->stored.count; i++) {
        const kp_stored_sheet *sheet = &form->stored.sheets[i];
        kp_rows rows;
        kp_rows_begin(&rows, &form->stored, workbook, sheet->name);
        find_rule_rows(f, &rows, sheet->name, &sheet->validities, KP_ROW_VALIDITY, basis);
        find_rule_rows(f, &rows, sheet->name, &sheet->conditions, KP_ROW_CONDITION, basis);
    }
}

void kp_recompute_form(kp_findings *f, kp_form *form, const kp_workbook *workbook, kp_basis *basis,
                       kp_language language) {
    for (size_t i = 0; i < basis->count; i++)
        if (basis->rows[i].kind == KP_ROW_CELL)
            compare_row(f, form, workbook, &basis->rows[i], language);
    if (basis->count > 0) compare_rules(f, form, workbook, basis);
}
