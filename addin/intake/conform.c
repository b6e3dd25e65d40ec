/* SPDX-License-Identifier: MPL-2.0
 *
 * conform.c: whether a submission is what its form makes of it.
 */
#include "intake/conform.h"

#include <stdlib.h>
#include <string.h>

#include "uno/access.h"
#include "book/evaluate.h"
#include "book/formula.h"
#include "book/label.h"
#include "form/gate.h"

/* So many differences of a kind are told one by one; then only how many more there are. */
enum { MOST = 10 };

typedef struct conform {
    kp_findings *f;
    uno_Interface *document;
    const kp_basis *basis;
    size_t counts[KP_FORM_TEXT + 1];
} conform;

typedef struct part_words {
    kp_found_kind kind;
    kp_text more;
} part_words;

static const part_words PARTS[] = {
    [KP_FORM_NO_SHEET] = {KP_FOUND_FORM_SHEET, {"", ""}},
    [KP_FORM_NAME] = {KP_FOUND_FORM_NAME,
                      {"ほか %zu 個の名前が様式と違います(行や列の挿入・削除の疑い)。",
                       "%zu more names differ from the form (maybe rows or columns were put in)."}},
    [KP_FORM_CELL] = {KP_FOUND_FORM_CELL,
                      {"ほか %zu 個のセルが様式の数式と違います(行や列の挿入・削除の疑い)。",
                       "%zu more cells differ from the form (maybe rows or columns were put in)."}},
    [KP_FORM_TEXT] = {KP_FOUND_FORM_TEXT,
                      {"ほか %zu 個のセルの文言が様式と違います。",
                       "the texts of %zu more cells differ from the form."}},
};

/* --------------------------------------------------------------------------------- one cell */

/* What the submission says was in a cell before it was replaced by its value. */
static const kp_basis_row *basis_row(const kp_basis *basis, const char *sheet, const char *cell) {
    for (size_t i = 0; i < basis->count; i++) {
        const kp_basis_row *row = &basis->rows[i];
        if (strcmp(kp_basis_get(row, KP_BASIS_CELL), cell) == 0 &&
            strcmp(kp_basis_get(row, KP_BASIS_SHEET), sheet) == 0 && row->kind == KP_ROW_CELL)
            return row;
    }
    return NULL;
}

/* «様式「=SUM(C3:C5)」、提出「100」» */
static void put_both(const conform *c, const char *form, const char *now, kp_buffer *words) {
    kp_putf(words,
            kp_wording(kp_t("様式「%s」、提出「%s」", "form: %s, submission: %s"), c->f->language),
            form, now);
}

static void put_back(uno_Interface *cell, const char *formula, const kp_content *stands) {
    if (*formula == '=')
        kp_cell_set_formula(cell, formula);
    else
        kp_cell_put(cell, stands);
}

/* What the form's formula gives of the submission: in words, and of a check, how it stands. */
typedef struct answer {
    kp_buffer text;
    kp_standing standing;
} answer;

/* «様式 =SUM(C3:C5)、提出 100(様式の数式による値 120)» */
static void tell_cell(conform *c, const kp_form_difference *d, const char *name, const char *form,
                      const char *now, const answer *again) {
    uno_Interface *sheet = kp_sheet(c->document, d->sheet);
    char *label = kp_label(sheet, d->column, d->row);
    kp_buffer place = {0};
    kp_buffer words = {0};
    kp_put_place(&place, d->sheet, name, label);
    put_both(c, form, now, &words);
    if (again != NULL)
        kp_putf(&words,
                kp_wording(kp_t("(様式の数式による値 %s)", " (by the form's formula: %s)"),
                           c->f->language),
                kp_buffer_text(&again->text));
    kp_gravity gravity = d->part == KP_FORM_TEXT ? KP_DOUBT : KP_WRONG;
    if (c->counts[d->part] <= MOST)
        kp_found(c->f, gravity, PARTS[d->part].kind, kp_buffer_text(&place),
                 kp_buffer_text(&words));
    if (again != NULL)
        kp_found_check(c->f, kp_buffer_text(&place), again->standing, kp_buffer_text(&again->text));
    kp_buffer_end(&words);
    kp_buffer_end(&place);
    free(label);
    kp_release(sheet);
}

/* Asks the form's formula of the submission. */
static void ask_form(conform *c, const kp_form_difference *d, answer *again) {
    uno_Interface *sheet = kp_sheet(c->document, d->sheet);
    uno_Interface *cell = kp_cell_at(sheet, d->column, d->row);
    kp_asked asked = {cell, false, 0, 0};
    kp_content stands = kp_cell_content(cell);
    kp_content value = kp_ask(asked, d->form);
    kp_result_plain(&value, &again->text);
    if (kp_formula_is_check(d->form)) again->standing = kp_ask_checks(asked, d->form);
    put_back(cell, d->now, &stands);
    kp_content_end(&value);
    kp_content_end(&stands);
    kp_release(cell);
    kp_release(sheet);
}

static void formula_differs(conform *c, const kp_form_difference *d) {
    char name[16];
    kp_buffer form = {0};
    answer again = {{0}, {KP_PASS, false}};
    kp_cell_name(d->column, d->row, name);
    kp_formula_typed(d->form, &form);
    const kp_basis_row *row =
        kp_formula_is_ours(d->form) ? basis_row(c->basis, d->sheet, name) : NULL;
    const char *now = row == NULL ? d->now : kp_basis_get(row, KP_BASIS_FORMULA);
    if (strcmp(now, kp_buffer_text(&form)) != 0) {
        bool ask = *d->form == '=' && (kp_formula_is_check(d->form) || c->counts[d->part] < MOST);
        c->counts[d->part]++;
        if (ask) ask_form(c, d, &again);
        tell_cell(c, d, name, kp_buffer_text(&form), now, ask ? &again : NULL);
    }
    kp_buffer_end(&again.text);
    kp_buffer_end(&form);
}

/* Names that lost their cells with a sheet that is gone are told by the sheet. */
static void name_differs(conform *c, const kp_form_difference *d) {
    kp_buffer words = {0};
    if (c->counts[KP_FORM_NO_SHEET] > 0 && strstr(d->now, "#REF!") != NULL) return;
    put_both(c, d->form, d->now, &words);
    if (++c->counts[d->part] <= MOST)
        kp_found(c->f, KP_WRONG, PARTS[d->part].kind, d->sheet, kp_buffer_text(&words));
    kp_buffer_end(&words);
}

/* ------------------------------------------------------------------------------------- whole */

static void on_difference(void *data, const kp_form_difference *d) {
    conform *c = data;
    char name[16];
    switch (d->part) {
    case KP_FORM_NO_SHEET:
        c->counts[d->part]++;
        kp_found_plain(c->f, KP_WRONG, PARTS[d->part].kind, d->sheet,
                       kp_t("様式にあるシートがありません。", "The form has such a sheet."));
        break;
    case KP_FORM_NAME:
        name_differs(c, d);
        break;
    case KP_FORM_CELL:
        formula_differs(c, d);
        break;
    case KP_FORM_TEXT:
        c->counts[d->part]++;
        kp_cell_name(d->column, d->row, name);
        tell_cell(c, d, name, d->form, d->now, NULL);
        break;
    }
}

static void tell_rest(conform *c) {
    for (int i = KP_FORM_NAME; i <= KP_FORM_TEXT; i++) {
        if (c->counts[i] <= MOST) continue;
        kp_buffer words = {0};
        const char *more = kp_wording(PARTS[i].more, c->f->language);
        const char *number = strstr(more, "%zu");
        kp_put_bytes(&words, more, (size_t)(number - more));
        kp_putf(&words, "%zu%s", c->counts[i] - MOST, number + 3);
        kp_found(c->f, i == KP_FORM_TEXT ? KP_DOUBT : KP_WRONG, PARTS[i].kind, "",
                 kp_buffer_text(&words));
        kp_buffer_end(&words);
    }
}

static void tell_version(kp_findings *f, const kp_form_mark *theirs, const kp_form_mark *ours) {
    if (strcmp(theirs->version, ours->version) == 0) return;
    kp_buffer words = {0};
    kp_putf(&words,
            kp_wording(kp_t("提出は %s 版の様式、こちらは %s 版です。様式との違いは版によるもの"
                            "かもしれません。",
                            "made from the form of version %s, compared with that of %s: "
                            "differences may come from that."),
                       f->language),
            theirs->version, ours->version);
    kp_found(f, KP_NOTE, KP_FOUND_FORM_VERSION, "", kp_buffer_text(&words));
    kp_buffer_end(&words);
}

/* ------------------------------------------------------------------------------------ the gate */

static void on_gate(void *data, const kp_gate_item *item) {
    static const kp_found_kind KINDS[KP_GATE_KINDS] = {[KP_GATE_ERROR] = KP_FOUND_ERROR_VALUE,
                                                       [KP_GATE_TEXT] = KP_FOUND_TEXT_ENTRY,
                                                       [KP_GATE_OUTSIDE] = KP_FOUND_OUTSIDE_ENTRY};
    kp_findings *f = data;
    kp_auto_buffer place = {0};
    if (*item->sheet != '\0') kp_put_place(&place, item->sheet, item->cell, item->label);
    kp_found(f, f->formed ? KP_WRONG : KP_DOUBT, KINDS[item->kind], kp_buffer_text(&place),
             item->words);
}

/* By the form that we carry, or, of another version, by the rules that the submission has. */
static void look_at_gate(kp_findings *f, uno_Interface *document, const kp_form_mark *mark,
                         const kp_form *form) {
    bool ours = form != NULL && strcmp(form->mark.version, mark->version) == 0;
    kp_boxes own = {0};
    if (f->formed && !ours) own = kp_boxes_read(document);
    kp_gate_boxes(document, ours ? &form->boxes : &own, f->language, on_gate, f);
    kp_gate_errors(document, f->formed, f->language, on_gate, f);
    kp_boxes_end(&own);
}

void kp_conform_gate(kp_findings *f, uno_Interface *context, uno_Interface *document,
                     kp_forms *forms) {
    kp_form_mark mark;
    bool marked = kp_form_mark_read(document, &mark);
    look_at_gate(f, document, &mark,
                 marked ? kp_forms_get(forms, context, mark.file, document) : NULL);
}

/* ------------------------------------------------------------------------------------- whole */

void kp_conform(kp_findings *f, uno_Interface *context, uno_Interface *document,
                const kp_basis *basis, kp_forms *forms) {
    kp_form_mark mark;
    bool marked = kp_form_mark_read(document, &mark);
    const kp_form *form = marked ? kp_forms_get(forms, context, mark.file, document) : NULL;
    kp_result_fact(f->out, KP_FACT_FORM, form == NULL ? "" : form->mark.title);
    look_at_gate(f, document, &mark, form);
    if (form == NULL) {
        kp_found_plain(f, KP_DOUBT, KP_FOUND_NO_FORM, "",
                       kp_t("Kenpo Calc の様式から作られたものではないため、様式との照合と、様式が"
                            "定める点検はしていません。",
                            "It was not made from a form of Kenpo Calc: it was not compared with "
                            "one, and the form's checks were not run."));
        return;
    }
    conform c = {f, document, basis, {0}};
    tell_version(f, &mark, &form->mark);
    kp_form_compare(form, document, on_difference, &c);
    tell_rest(&c);
}
