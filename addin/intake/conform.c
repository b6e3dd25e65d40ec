/* SPDX-License-Identifier: MPL-2.0
 *
 * conform.c: whether a submission is what its form makes of its inputs, in words.
 */
#include "intake/conform.h"

#include <stdlib.h>
#include <string.h>

#include "book/evaluate.h"
#include "book/formula.h"
#include "book/label.h"
#include "form/compare.h"
#include "form/entered.h"
#include "form/gate.h"
#include "intake/looks.h"
#include "stored/spelling.h"

/* So many differences of a kind are told one by one; then only how many more there are. */
enum { MOST = 10, PARTS = KP_DIFFERS_ENTRY + 1 };

typedef struct conform {
    kp_findings *f;
    kp_form *form;
    const kp_workbook *workbook;
    bool sheet_gone;
    size_t counts[PARTS];
    kp_gravity untold[PARTS]; /* the gravest of those behind the first */
    size_t entries[2];        /* formulas of entries that give something else; that are not known */
} conform;

static const struct {
    kp_gravity gravity;
    kp_found_kind kind;
    kp_text words; /* of what the form has, and what the submission has */
    kp_text more;
} KINDS[PARTS] = {
    [KP_DIFFERS_NAME] = {KP_WRONG,
                         KP_FOUND_FORM_NAME,
                         {"様式「%s」、提出「%s」", "form: %s, submission: %s"},
                         {"ほか %zu 個の名前が様式と違います(行や列の挿入・削除の疑い)。",
                          "%zu more names differ from the form (maybe rows or columns were put "
                          "in)."}},
    [KP_DIFFERS_ADDED] = {KP_WRONG,
                          KP_FOUND_FORM_NAME,
                          {"様式「%s」、追加「%s」", "form: %s, added: %s"},
                          {"ほか %zu 個の名前が追加されています。", "%zu more names were added."}},
    [KP_DIFFERS_FORMULA] = {KP_WRONG,
                            KP_FOUND_FORM_CELL,
                            {"様式「%s」、提出「%s」", "form: %s, submission: %s"},
                            {"ほか %zu 個のセルが様式の数式と違います(行や列の挿入・削除の疑い)。",
                             "%zu more cells differ from the form (maybe rows or columns were put "
                             "in)."}},
    [KP_DIFFERS_TEXT] = {KP_DOUBT,
                         KP_FOUND_FORM_TEXT,
                         {"様式「%s」、提出「%s」", "form: %s, submission: %s"},
                         {"ほか %zu 個のセルの文言が様式と違います。",
                          "the texts of %zu more cells differ from the form."}},
    [KP_DIFFERS_VALUE] = {KP_WRONG,
                          KP_FOUND_OTHER_VALUE,
                          {"再計算 %s、提出 %s", "computed again: %s, submission: %s"},
                          {"ほか %zu 個の計算結果が再計算と一致しません。",
                           "%zu more results differ from what was computed again."}},
    [KP_DIFFERS_SHOWN] = {KP_WRONG,
                          KP_FOUND_SHOWN,
                          {"値による表示「%s」、ファイルの表示「%s」",
                           "its value shows as “%s”, the file says “%s”"},
                          {"ほか %zu 個のセルが値と違うものを示しています。",
                           "%zu more cells show something else than their value."}},
    [KP_DIFFERS_EXTRA] = {KP_WRONG,
                          KP_FOUND_EXTRA,
                          {"%s様式では空のセルです: %s", "%sThe form has nothing here: %s"},
                          {"ほか %zu 個のセルに、様式にない内容があります。",
                           "%zu more cells hold what the form has not."}},
    [KP_DIFFERS_ENTRY] = {KP_NOTE,
                          KP_FOUND_FORMULA_ENTRY,
                          {"様式「%s」、提出「%s」", "form: %s, submission: %s"},
                          {"ほか %zu 個の入力欄に数式があります(その値で計算しました)。",
                           "%zu more input cells hold formulas (their values were used)."}},
};

/* ----------------------------------------------------------------------------- a difference */

/* The words by which a person knows the cell: those of the submission, of a row as it says. */
static void put_cell_place(const kp_difference *d, kp_buffer *out) {
    char name[16];
    kp_cell_name(d->column, d->row, name);
    const char *label = d->own != NULL && d->own->row != NULL
                            ? kp_basis_get(d->own->row, KP_BASIS_LABEL)
                        : d->theirs != NULL ? kp_label_stored(d->theirs, d->column, d->row)
                                            : "";
    kp_put_place(out, d->sheet->name, name, label);
}

/* Of a formula that somebody typed the value counts. One that is another elsewhere or tomorrow, or that
 * calls what this office does not know, such as a macro, has none that one could rely on. */
static kp_gravity gravity_of_entry(const conform *c, const kp_difference *d) {
    static const kp_gravity GRAVITIES[] = {
        [KP_REACH_CELLS] = KP_NOTE, [KP_REACH_UNKNOWN] = KP_WRONG, [KP_REACH_WORLD] = KP_WRONG};
    kp_auto_buffer spelled = {0};
    kp_spell(c->workbook->format, d->stored->formula, &spelled);
    return GRAVITIES[kp_formula_reaches(kp_buffer_text(&spelled))];
}

static kp_gravity gravity_of(const conform *c, const kp_difference *d) {
    if (d->kind == KP_DIFFERS_ENTRY) return gravity_of_entry(c, d);
    if (d->kind == KP_DIFFERS_ADDED || d->kind == KP_DIFFERS_EXTRA)
        return d->grave ? KP_WRONG : KP_DOUBT;
    return KINDS[d->kind].gravity;
}

/* The two texts in place of the two «%s» of the words. */
static void put_words(const conform *c, const kp_difference *d, kp_buffer *out) {
    const char *words = kp_wording(KINDS[d->kind].words, c->f->language);
    const char *texts[] = {d->kind == KP_DIFFERS_EXTRA ? "" : d->then, d->now};
    for (int i = 0; i < 2; i++) {
        const char *place = strstr(words, "%s");
        kp_put_bytes(out, words, (size_t)(place - words));
        kp_put(out, texts[i]);
        words = place + 2;
    }
    kp_put(out, words);
}

static void put_form_value(const conform *c, const kp_difference *d, kp_buffer *out) {
    kp_auto_content value = kp_own_value(d->sheet, d->column, d->row);
    kp_auto_buffer again = {0};
    kp_result_plain(&value, &again);
    kp_putf(
        out,
        kp_wording(kp_t("(様式の数式による値 %s)", " (by the form's formula: %s)"), c->f->language),
        kp_buffer_text(&again));
}

/* Names that lost their cells with a sheet that is gone are told by the sheet. */
static void on_difference(void *data, const kp_difference *d) {
    conform *c = data;
    if (d->kind == KP_DIFFERS_NAME && c->sheet_gone && strstr(d->now, "#REF!") != NULL) return;
    kp_gravity gravity = gravity_of(c, d);
    if (++c->counts[d->kind] > MOST) {
        bool first = c->counts[d->kind] == MOST + 1;
        if (first || gravity < c->untold[d->kind]) c->untold[d->kind] = gravity;
        return;
    }
    kp_auto_buffer where = {0};
    kp_auto_buffer words = {0};
    put_words(c, d, &words);
    if (d->name != NULL)
        kp_put(&where, d->name);
    else
        put_cell_place(d, &where);
    if (d->kind == KP_DIFFERS_FORMULA && *d->then == '=') put_form_value(c, d, &words);
    kp_found(c->f, gravity, KINDS[d->kind].kind, kp_buffer_text(&where), kp_buffer_text(&words));
}

/* A formula that asks the world is told, as grave as it is, even behind many others. */
static void tell_rest(conform *c) {
    for (int i = 0; i < PARTS; i++) {
        if (c->counts[i] <= MOST) continue;
        kp_auto_buffer words = {0};
        const char *more = kp_wording(KINDS[i].more, c->f->language);
        const char *number = strstr(more, "%zu");
        kp_put_bytes(&words, more, (size_t)(number - more));
        kp_putf(&words, "%zu%s", c->counts[i] - MOST, number + 3);
        kp_found(c->f, c->untold[i], KINDS[i].kind, "", kp_buffer_text(&words));
    }
}

/* ------------------------------------------------------------------------------------- checks */

/* How a check of the form stands, by our own computation. */
static void find_check(conform *c, const kp_own_sheet *sheet, kp_own_cell *own, long at) {
    kp_asked asked = {.answers = sheet->answers};
    kp_standing standing = kp_ask_checks(asked, own->text);
    if (standing.severity == KP_PASS && !standing.unknown) return;
    kp_difference d = {.sheet = sheet, .own = own};
    d.theirs = kp_workbook_sheet(c->workbook, sheet->name);
    d.column = at % sheet->columns;
    d.row = at / sheet->columns;
    kp_auto_buffer where = {0};
    kp_auto_buffer words = {0};
    kp_auto_content value = kp_own_value(sheet, d.column, d.row);
    put_cell_place(&d, &where);
    kp_result_plain(&value, &words);
    kp_found_check(c->f, kp_buffer_text(&where), standing, kp_buffer_text(&words));
}

static void find_checks(conform *c, const kp_own_sheet *sheet) {
    for (long i = 0; i < sheet->columns * sheet->rows; i++)
        if (sheet->cells[i].ours && kp_formula_is_check(sheet->cells[i].text))
            find_check(c, sheet, &sheet->cells[i], i);
}

/* ----------------------------------------------------------------------------------- entries */

/* An ordinary formula in an input cell, whose stored result counted, must give just that. Where it reads
 * what our form has not, or was not asked, a person must look. */
static void on_entry(void *data, const kp_entered *entry) {
    conform *c = data;
    kp_auto_content theirs = kp_stored_content(entry->stored);
    bool asked = entry->gives != NULL;
    if (asked && kp_result_alike(&theirs, entry->gives)) return;
    bool unknown = !asked || (entry->gives->kind == KP_CALC_ERROR && theirs.kind != KP_CALC_ERROR);
    if (++c->entries[unknown] > MOST) return;
    kp_difference d = {.sheet = entry->sheet, .column = entry->column, .row = entry->row};
    d.theirs = kp_workbook_sheet(c->workbook, entry->sheet->name);
    kp_auto_buffer where = {0};
    kp_auto_buffer words = {0};
    put_cell_place(&d, &where);
    if (!unknown) {
        kp_put(&words,
               kp_wording(kp_t("入力欄の数式の結果 ", "its formula gives "), c->f->language));
        kp_result_plain(entry->gives, &words);
        kp_put(&words, kp_wording(kp_t("、提出 ", ", submission: "), c->f->language));
        kp_result_plain(&theirs, &words);
    } else {
        kp_put(&words,
               kp_wording(kp_t("入力欄の数式を計算し直せません(様式にないものを参照しているなど)。",
                               "The formula in this input cell cannot be computed again; it "
                               "may refer to what the form has not."),
                          c->f->language));
    }
    kp_found(c->f, unknown ? KP_DOUBT : KP_WRONG,
             unknown ? KP_FOUND_NOT_COMPUTED : KP_FOUND_OTHER_VALUE, kp_buffer_text(&where),
             kp_buffer_text(&words));
}

/* ------------------------------------------------------------------------------------- sheets */

static void compare_sheet(conform *c, kp_own_sheet *sheet) {
    if (kp_workbook_sheet(c->workbook, sheet->name) == NULL) {
        c->sheet_gone = true;
        kp_found_plain(c->f, KP_WRONG, KP_FOUND_FORM_SHEET, sheet->name,
                       kp_t("様式にあるシートがありません。", "The form has such a sheet."));
    }
    kp_compare_sheet(c->form, sheet, c->workbook, on_difference, c);
    find_checks(c, sheet);
}

static bool belongs(const kp_form *form, const char *name) {
    return kp_own_named(form, name) != NULL || strcmp(name, KP_BASIS_NAME) == 0 ||
           strcmp(name, KP_GATE_SHEET) == 0;
}

static void tell_sheet(conform *c, const kp_stored_sheet *sheet, bool before) {
    bool grave = before && !sheet->hidden;
    kp_found_plain(
        c->f, grave ? KP_WRONG : KP_DOUBT, KP_FOUND_EXTRA, sheet->name,
        grave ? kp_t("様式にないシートが、様式のシートの前にあります。",
                     "This sheet, which the form has not, stands before those of the form.")
              : kp_t("様式にないシートです。", "The form has no such sheet."));
}

/* A sheet in front of one of the form's may be taken for it. What a copy has beside the form is not to be
 * hidden. */
static void find_sheets(conform *c) {
    size_t left = 0;
    for (size_t i = 0; i < c->workbook->count; i++)
        left += kp_own_named(c->form, c->workbook->sheets[i].name) != NULL ? 1 : 0;
    for (size_t i = 0; i < c->workbook->count; i++) {
        const kp_stored_sheet *sheet = &c->workbook->sheets[i];
        if (kp_own_named(c->form, sheet->name) != NULL)
            left--;
        else if (!belongs(c->form, sheet->name))
            tell_sheet(c, sheet, left > 0);
        else if (sheet->hidden)
            kp_found_plain(c->f, KP_WRONG, KP_FOUND_LOOKS, sheet->name,
                           kp_t("シートが隠されています。", "The sheet is hidden."));
    }
}

/* ------------------------------------------------------------------------------------ the gate */

static void on_gate(void *data, const kp_gate_item *item) {
    static const kp_found_kind OF[KP_GATE_KINDS] = {[KP_GATE_ERROR] = KP_FOUND_ERROR_VALUE,
                                                    [KP_GATE_TEXT] = KP_FOUND_TEXT_ENTRY,
                                                    [KP_GATE_OUTSIDE] = KP_FOUND_OUTSIDE_ENTRY};
    kp_findings *f = data;
    kp_auto_buffer where = {0};
    if (*item->sheet != '\0') kp_put_place(&where, item->sheet, item->cell, item->label);
    kp_found(f, f->formed ? KP_WRONG : KP_DOUBT, OF[item->kind], kp_buffer_text(&where),
             item->words);
}

static void add_place(kp_gate_place **places, size_t *count, const kp_own_sheet *sheet, long at) {
    kp_gate_place *more = realloc(*places, (*count + 1) * sizeof *more);
    if (more == NULL) return;
    *places = more;
    more[(*count)++] =
        (kp_gate_place){sheet->sheet, sheet->name, at % sheet->columns, at / sheet->columns};
}

/* Cells of our own copy that show an error. */
static void find_errors(conform *c) {
    kp_gate_place *places = NULL;
    size_t count = 0;
    for (size_t s = 0; s < c->form->count; s++) {
        const kp_own_sheet *sheet = &c->form->sheets[s];
        for (long i = 0; i < sheet->columns * sheet->rows; i++)
            if (kp_own_is_error(sheet, i % sheet->columns, i / sheet->columns))
                add_place(&places, &count, sheet, i);
    }
    kp_gate_errors_at(places, count, c->f->language, on_gate, c->f);
    free(places);
}

void kp_conform_loose(kp_findings *f, uno_Interface *document) {
    kp_gate_errors(document, false, f->language, on_gate, f);
}

/* ------------------------------------------------------------------------------------- whole */

static void tell_version(kp_findings *f, const kp_form_mark *theirs, const kp_form_mark *ours) {
    if (*theirs->file == '\0')
        kp_found_plain(f, KP_WRONG, KP_FOUND_NO_FORM, "",
                       kp_t("様式の印がありません。シートと名前から判断した様式と照合しました。",
                            "The mark of a form is gone; it was compared with the form whose "
                            "sheets and names it has."));
    if (*theirs->file == '\0' || strcmp(theirs->version, ours->version) == 0) return;
    kp_auto_buffer words = {0};
    kp_putf(&words,
            kp_wording(kp_t("提出は %s 版の様式、こちらは %s 版です。様式との違いは版によるもの"
                            "かもしれません。",
                            "made from the form of version %s, compared with that of %s: "
                            "differences may come from that."),
                       f->language),
            theirs->version, ours->version);
    kp_found(f, KP_NOTE, KP_FOUND_FORM_VERSION, "", kp_buffer_text(&words));
}

kp_form *kp_conform_form(uno_Interface *context, const kp_workbook *workbook, kp_forms *forms,
                         kp_form_mark *mark) {
    if (kp_form_mark_parse(workbook->form, mark))
        return kp_forms_get(forms, context, mark->file, mark->version, workbook);
    memset(mark, 0, sizeof *mark);
    if (workbook->name_count == 0) return NULL;
    for (size_t i = 0; kp_form_file(i) != NULL; i++) {
        kp_form *form = kp_forms_get(forms, context, kp_form_file(i), "", workbook);
        if (form != NULL && kp_compare_is_likely(form, workbook)) return form;
    }
    return NULL;
}

void kp_conform(kp_findings *f, kp_form *form, const kp_form_mark *mark,
                const kp_workbook *workbook) {
    conform c = {.f = f, .form = form, .workbook = workbook};
    kp_gate_boxes(form->document, &form->boxes, f->language, on_gate, f);
    find_errors(&c);
    tell_version(f, mark, &form->mark);
    find_sheets(&c);
    for (size_t i = 0; i < form->count; i++)
        compare_sheet(&c, &form->sheets[i]);
    kp_compare_names(form, workbook, on_difference, &c);
    kp_entered_ask(form, workbook, on_entry, &c);
    if (form->stored.count > 0) kp_find_looks(f, &form->stored, workbook);
    tell_rest(&c);
}
