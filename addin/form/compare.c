/* SPDX-License-Identifier: MPL-2.0
 *
 * compare.c: a workbook against the form, cell by cell and name by name.
 */
#include "form/compare.h"

#include <stdlib.h>
#include <string.h>

#include "book/formula.h"
#include "stored/spelling.h"
#include "system/letters.h"

typedef struct compare {
    kp_form *form;
    const kp_workbook *workbook;
    kp_differs *differs;
    void *data;
} compare;

/* What stands in a cell, as a person would type it. */
static void put_typed(kp_format format, const kp_stored_cell *cell, kp_buffer *out) {
    kp_auto_content content = kp_stored_content(cell);
    if (cell != NULL && cell->formula != NULL) {
        kp_auto_buffer spelled = {0};
        kp_spell(format, cell->formula, &spelled);
        kp_formula_typed(kp_buffer_text(&spelled), out);
    } else {
        kp_result_plain(&content, out);
    }
}

/* ------------------------------------------------------------------------------------- telling */

static void tell(compare *c, kp_difference_kind kind, const kp_difference *at, const char *now) {
    kp_difference difference = *at;
    kp_auto_buffer form = {0};
    kp_formula_typed(at->own == NULL || at->own->text == NULL ? "" : at->own->text, &form);
    difference.kind = kind;
    difference.then = kp_buffer_text(&form);
    difference.now = now;
    c->differs(c->data, &difference);
}

static void tell_now(compare *c, kp_difference_kind kind, const kp_difference *at) {
    kp_auto_buffer now = {0};
    put_typed(c->workbook->format, at->stored, &now);
    tell(c, kind, at, kp_buffer_text(&now));
}

/* ------------------------------------------------------------------------------------- values */

static void compare_value(compare *c, const kp_difference *p) {
    kp_auto_content theirs = kp_stored_content(p->stored);
    kp_auto_content ours = kp_own_value(p->sheet, p->column, p->row);
    kp_auto_buffer now = {0};
    kp_auto_buffer again = {0};
    if (kp_result_alike(&theirs, &ours)) return;
    kp_result_plain(&theirs, &now);
    kp_result_plain(&ours, &again);
    kp_difference difference = *p;
    difference.kind = KP_DIFFERS_VALUE;
    difference.then = kp_buffer_text(&again);
    difference.now = kp_buffer_text(&now);
    c->differs(c->data, &difference);
}

/* "5,000,000" of 5000000, "70.00 %" of 0.7: a number as people write it. */
static bool says_number(const char *text, double number) {
    char digits[64];
    size_t used = 0;
    const char *at = text;
    for (; *at != '\0' && used < sizeof digits - 1; at++)
        if (*at != ',' && *at != ' ' && *at != '%') digits[used++] = *at;
    digits[used] = '\0';
    char *end = NULL;
    double said = strtod(digits, &end);
    if (*at != '\0' || end == digits || *end != '\0') return false;
    kp_content a = {KP_NUMBER, strchr(text, '%') == NULL ? said : said / 100, NULL, 0};
    kp_content b = {KP_NUMBER, number, NULL, 0};
    return kp_result_alike(&a, &b);
}

/* A number's text in the file, which other programs than this show. */
static void compare_shown(compare *c, const kp_difference *p) {
    const kp_stored_cell *cell = p->stored;
    if (cell == NULL || cell->shown == NULL || cell->kind != KP_STORED_NUMBER || p->sheet == NULL)
        return;
    kp_auto_text shown = kp_own_shown(p->sheet, p->column, p->row);
    if (shown == NULL || strcmp(shown, cell->shown) == 0) return;
    if (p->own->general && says_number(cell->shown, cell->number)) return;
    kp_auto_content theirs = kp_stored_content(cell);
    kp_auto_content ours = kp_own_value(p->sheet, p->column, p->row);
    if (!kp_result_alike(&theirs, &ours)) return; /* told already */
    kp_difference difference = *p;
    difference.kind = KP_DIFFERS_SHOWN;
    difference.then = shown;
    difference.now = cell->shown;
    c->differs(c->data, &difference);
}

/* --------------------------------------------------------------------------- cells of the form */

/* In place of our functions a copy has the value; of an error and of an empty text that is a formula
 * which gives just that. */
static bool is_constant(const compare *c, const kp_stored_cell *cell) {
    if (cell == NULL || cell->formula == NULL) return true;
    kp_auto_buffer spelled = {0};
    kp_spell(c->workbook->format, cell->formula, &spelled);
    const char *text = kp_buffer_text(&spelled);
    double number = 0;
    return kp_spelled_truth(text, &number) || strcmp(text, "=\"\"") == 0 ||
           (text[0] == '=' && text[1] == '#');
}

/* What stood in the cell is in its row of 計算根拠; values are compared there, too. */
static void compare_ours(compare *c, const kp_difference *p) {
    const kp_basis_row *row = p->own->row;
    bool formed = p->stored != NULL && p->stored->formula != NULL && !is_constant(c, p->stored);
    if (formed && kp_own_formula_is(c->form, p->own, c->workbook->format, p->stored->formula)) {
        compare_value(c, p);
        return;
    }
    kp_auto_buffer form = {0};
    kp_formula_typed(p->own->text, &form);
    const char *then = row == NULL ? NULL : kp_basis_get(row, KP_BASIS_FORMULA);
    if (formed || then == NULL)
        tell_now(c, KP_DIFFERS_FORMULA, p);
    else if (strcmp(then, kp_buffer_text(&form)) != 0 &&
             !kp_spelled_alike(then, kp_buffer_text(&form)))
        tell(c, KP_DIFFERS_FORMULA, p, then);
}

static void compare_formula(compare *c, const kp_difference *p) {
    const char *formula = p->stored == NULL ? NULL : p->stored->formula;
    if (formula == NULL || !kp_own_formula_is(c->form, p->own, c->workbook->format, formula))
        tell_now(c, KP_DIFFERS_FORMULA, p);
    else
        compare_value(c, p);
}

static void compare_constant(compare *c, const kp_difference *p) {
    kp_auto_content theirs = kp_stored_content(p->stored);
    kp_auto_content ours = kp_own_value(p->sheet, p->column, p->row);
    bool formed = p->stored != NULL && p->stored->formula != NULL;
    if (formed || !kp_result_alike(&theirs, &ours))
        tell_now(c, ours.kind == KP_NUMBER || formed ? KP_DIFFERS_FORMULA : KP_DIFFERS_TEXT, p);
}

static bool is_blank(const kp_stored_cell *cell) {
    return cell == NULL ||
           (cell->formula == NULL && (cell->kind == KP_STORED_EMPTY ||
                                      (cell->kind == KP_STORED_TEXT && *cell->text == '\0')));
}

/* Numbers and formulas where the form has nothing may be taken for the form's. */
static void compare_nothing(compare *c, const kp_difference *p) {
    if (is_blank(p->stored)) return;
    kp_difference difference = *p;
    bool text = p->stored->kind == KP_STORED_TEXT && p->stored->formula == NULL;
    difference.grave = !text || strpbrk(p->stored->text, "0123456789") != NULL;
    tell_now(c, KP_DIFFERS_EXTRA, &difference);
}

static void compare_open(compare *c, const kp_difference *p) {
    const char *formula = p->stored == NULL ? NULL : p->stored->formula;
    if (formula != NULL && !is_constant(c, p->stored) &&
        !kp_own_formula_is(c->form, p->own, c->workbook->format, formula))
        tell_now(c, KP_DIFFERS_ENTRY, p);
}

static void compare_cell(compare *c, const kp_difference *p) {
    if (p->own == NULL || (p->own->text == NULL && !p->own->open))
        compare_nothing(c, p);
    else if (p->own->open)
        compare_open(c, p);
    else if (p->own->ours)
        compare_ours(c, p);
    else if (*p->own->text == '=')
        compare_formula(c, p);
    else
        compare_constant(c, p);
    compare_shown(c, p);
}

static void compare_grid(compare *c, kp_own_sheet *sheet, const kp_stored_sheet *theirs) {
    for (long i = 0; i < sheet->columns * sheet->rows; i++) {
        kp_difference p = {.sheet = sheet, .own = &sheet->cells[i], .theirs = theirs};
        p.column = i % sheet->columns;
        p.row = i / sheet->columns;
        p.stored = kp_stored_at(theirs, p.column, p.row);
        if (p.own->text != NULL || p.stored != NULL) compare_cell(c, &p);
    }
}

void kp_compare_sheet(kp_form *form, kp_own_sheet *sheet, const kp_workbook *workbook,
                      kp_differs *differs, void *data) {
    compare c = {form, workbook, differs, data};
    const kp_stored_sheet *theirs = kp_workbook_sheet(workbook, sheet->name);
    if (theirs == NULL) return;
    compare_grid(&c, sheet, theirs);
    for (size_t i = 0; i < theirs->count; i++) {
        const kp_stored_cell *cell = &theirs->cells[i];
        if (cell->column < sheet->columns && cell->row < sheet->rows) continue;
        kp_difference p = {.sheet = sheet, .theirs = theirs, .stored = cell};
        p.column = cell->column;
        p.row = cell->row;
        compare_nothing(&c, &p);
    }
}

/* ------------------------------------------------------------------------------------- names */

static const kp_stored_name *stored_name(const kp_workbook *workbook, const char *name) {
    for (size_t i = 0; i < workbook->name_count; i++) {
        const kp_stored_name *n = &workbook->names[i];
        if (n->sheet == NULL && n->kind == KP_NAME_ORDINARY && kp_letters_same(n->name, name))
            return n;
    }
    return NULL;
}

static void tell_name(compare *c, kp_difference_kind kind, const char *name, const char *then,
                      const char *now) {
    kp_difference difference = {.kind = kind, .name = name, .then = then, .now = now};
    difference.grave = kind == KP_DIFFERS_NAME || *then != '\0';
    c->differs(c->data, &difference);
}

/* A copy's name for a result of ours stands for the result in 計算根拠. */
static void compare_name(compare *c, const kp_name *name) {
    const kp_stored_name *stored = stored_name(c->workbook, name->name);
    kp_auto_buffer now = {0};
    if (stored != NULL) kp_spell_name(c->workbook->format, stored->content, &now);
    if (kp_spelled_alike(name->content, kp_buffer_text(&now))) return;
    if (name->ours && strstr(kp_buffer_text(&now), KP_BASIS_NAME) != NULL) return;
    tell_name(c, KP_DIFFERS_NAME, name->name, name->content, kp_buffer_text(&now));
}

/* What files have for themselves: print ranges, filters. */
static bool is_files_own(const char *name) {
    return kp_letters_begin(name, "_xlnm.") || kp_letters_begin(name, "__Anonymous_Sheet_DB__") ||
           kp_letters_begin(name, "Excel_BuiltIn_");
}

static const kp_name *name_of_form(const kp_form *form, const char *name) {
    for (size_t i = 0; i < form->names.count; i++)
        if (kp_letters_same(form->names.names[i].name, name)) return &form->names.names[i];
    return NULL;
}

/* A name of one sheet hides the form's of the same spelling there, and a table may do so, too. */
static void find_name(compare *c, const kp_stored_name *stored) {
    const kp_name *known = name_of_form(c->form, stored->name);
    bool same = stored->sheet == NULL && stored->kind == KP_NAME_ORDINARY;
    if ((same && known != NULL) || is_files_own(stored->name)) return;
    kp_auto_buffer now = {0};
    if (stored->sheet != NULL) kp_putf(&now, "%s: ", stored->sheet);
    kp_spell_name(c->workbook->format, stored->content, &now);
    tell_name(c, KP_DIFFERS_ADDED, stored->name, known == NULL ? "" : known->content,
              kp_buffer_text(&now));
}

void kp_compare_names(kp_form *form, const kp_workbook *workbook, kp_differs *differs, void *data) {
    compare c = {form, workbook, differs, data};
    for (size_t i = 0; i < form->names.count; i++)
        compare_name(&c, &form->names.names[i]);
    for (size_t i = 0; i < workbook->name_count; i++)
        find_name(&c, &workbook->names[i]);
}

bool kp_compare_is_likely(const kp_form *form, const kp_workbook *workbook) {
    size_t sheets = 0;
    size_t names = 0;
    for (size_t i = 0; i < form->count; i++)
        sheets += kp_workbook_sheet(workbook, form->sheets[i].name) != NULL ? 1 : 0;
    for (size_t i = 0; i < form->names.count; i++)
        names += stored_name(workbook, form->names.names[i].name) != NULL ? 1 : 0;
    return form->count > 0 && 2 * sheets > form->count && 2 * names > form->names.count;
}
