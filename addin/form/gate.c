/* SPDX-License-Identifier: MPL-2.0
 *
 * gate.c: what no sound submission holds.
 */
#include "form/gate.h"

#include <string.h>

#include "book/basis.h"
#include "book/label.h"
#include "calc/errors.h"
#include "uno/access.h"

const char KP_GATE_SHEET[] = "未解消の点検";

typedef struct gate {
    uno_Interface *document;
    const kp_boxes *boxes;
    bool form;
    kp_language language;
    kp_gate_found *found;
    void *data;
    size_t counts[KP_GATE_KINDS];
} gate;

typedef kp_gate_place place;

static void tell(gate *g, kp_gate_kind kind, const place *p, const kp_buffer *words) {
    char cell[16];
    if (++g->counts[kind] > KP_GATE_MOST) return;
    kp_cell_name(p->column, p->row, cell);
    kp_auto_text label = kp_label(p->sheet, p->column, p->row);
    kp_gate_item item = {kind, p->name, cell, label == NULL ? "" : label, kp_buffer_text(words)};
    g->found(g->data, &item);
}

static void tell_rest(gate *g, kp_gate_kind kind) {
    static const kp_text WORDS[KP_GATE_KINDS] = {
        [KP_GATE_ERROR] = {"ほか %zu 個のセルがエラー値です。", "%zu more cells show an error."},
        [KP_GATE_TEXT] = {"ほか %zu 個の数値の欄に文字があります。",
                          "%zu more cells for numbers hold texts."},
        [KP_GATE_OUTSIDE] = {"ほか %zu 個の欄の値が入力できる範囲の外です。",
                             "%zu more cells hold values that they do not take."}};
    kp_auto_buffer words = {0};
    if (g->counts[kind] <= KP_GATE_MOST) return;
    kp_putf(&words, kp_wording(WORDS[kind], g->language), g->counts[kind] - KP_GATE_MOST);
    kp_gate_item item = {kind, "", "", "", kp_buffer_text(&words)};
    g->found(g->data, &item);
}

/* ------------------------------------------------------------------------------------ errors */

/* The text that an error leaves where somebody puts values in place of formulas. */
static void tell_error(gate *g, const place *p) {
    kp_auto cell = kp_cell_at(p->sheet, p->column, p->row);
    kp_auto_text shown = kp_cell_shown(cell);
    kp_auto_buffer words = {0};
    kp_putf(
        &words,
        kp_wording(kp_t("計算できない値(エラー値)です: %s", "an error, no value: %s"), g->language),
        shown == NULL ? "" : shown);
    tell(g, KP_GATE_ERROR, p, &words);
}

typedef void on_cell(gate *g, const place *p);

static void each_cell(gate *g, uno_Interface *sheet, const char *name, const kp_areas *areas,
                      on_cell *on) {
    for (size_t i = 0; i < areas->count; i++)
        for (long y = areas->areas[i].top; y <= areas->areas[i].bottom; y++)
            for (long x = areas->areas[i].left; x <= areas->areas[i].right; x++)
                on(g, &(place){sheet, name, x, y});
}

static void tell_if_error_text(gate *g, const place *p) {
    kp_auto cell = kp_cell_at(p->sheet, p->column, p->row);
    kp_auto_text text = kp_cell_shown(cell);
    if (text != NULL && kp_error_is_name(text)) tell_error(g, p);
}

static void look_for_errors(void *data, uno_Interface *sheet, const char *name) {
    enum { OF_ERRORS = 4, TEXTS = 4 }; /* FormulaResult::ERROR, CellFlags::STRING */
    gate *g = data;
    if (strcmp(name, KP_BASIS_NAME) == 0 || strcmp(name, KP_GATE_SHEET) == 0) return;
    kp_auto cells = kp_get(sheet, "sheet.XCellRangesQuery::queryFormulaCells", "l", OF_ERRORS);
    kp_auto_areas errors = kp_areas_of(cells);
    each_cell(g, sheet, name, &errors, tell_error);
    if (!g->form) return;
    kp_auto_areas texts = kp_sheet_areas(sheet, TEXTS);
    each_cell(g, sheet, name, &texts, tell_if_error_text);
}

void kp_gate_errors(uno_Interface *document, bool form, kp_language language, kp_gate_found *found,
                    void *data) {
    gate g = {document, NULL, form, language, found, data, {0}};
    kp_each_sheet(document, look_for_errors, &g);
    tell_rest(&g, KP_GATE_ERROR);
}

void kp_gate_errors_at(const kp_gate_place *places, size_t count, kp_language language,
                       kp_gate_found *found, void *data) {
    gate g = {.language = language, .found = found, .data = data};
    for (size_t i = 0; i < count; i++)
        tell_error(&g, &places[i]);
    tell_rest(&g, KP_GATE_ERROR);
}

/* ----------------------------------------------------------------------------------- boxes */

/* Blanks, and the dash for no value, do no harm: sums pass over them. */
static bool says_nothing(const char *text) {
    static const char *const NOTHING[] = {" ", "　", "-", "―", "—", "–", "ー", "－"};
    while (*text != '\0') {
        size_t i = 0;
        size_t count = sizeof NOTHING / sizeof *NOTHING;
        while (i < count && strncmp(text, NOTHING[i], strlen(NOTHING[i])) != 0)
            i++;
        if (i == count) return false;
        text += strlen(NOTHING[i]);
    }
    return true;
}

static void tell_text(gate *g, const kp_box *box, const place *p, const char *text) {
    kp_auto_buffer words = {0};
    kp_putf(&words,
            kp_wording(kp_t("数値の欄に文字「%s」があります(", "the text “%s” where a number is "
                                                               "wanted ("),
                       g->language),
            text);
    kp_box_say(box, g->language, &words);
    kp_put(&words, kp_wording(kp_t(")。", ")."), g->language));
    tell(g, KP_GATE_TEXT, p, &words);
}

static void tell_outside(gate *g, const kp_box *box, const place *p) {
    kp_auto cell = kp_cell_at(p->sheet, p->column, p->row);
    kp_auto_text shown = kp_cell_shown(cell);
    kp_auto_buffer words = {0};
    kp_putf(&words,
            kp_wording(kp_t("この欄に入力できない値です: %s(", "%s is no value for this cell ("),
                       g->language),
            shown == NULL ? "" : shown);
    kp_box_say(box, g->language, &words);
    kp_put(&words, kp_wording(kp_t(")。", ")."), g->language));
    tell(g, KP_GATE_OUTSIDE, p, &words);
}

static void look_at(gate *g, const kp_box *box, const place *p, const uno_Any *value) {
    double number = 0;
    const rtl_uString *string = kp_any_text(value);
    kp_auto_text text = string == NULL ? NULL : kp_string_text(string);
    if (kp_any_number(value, &number)) {
        if (!kp_box_takes(box, number)) tell_outside(g, box, p);
    } else if (text != NULL && !says_nothing(text) && !kp_error_is_name(text) &&
               !kp_box_takes_text(box, text)) {
        tell_text(g, box, p, text);
    }
}

/* All values of the area at once: forms have many cells, and few hold anything wrong. */
static void look_at_box(gate *g, const kp_box *box) {
    const char *name = g->boxes->sheets[box->area.sheet];
    kp_auto sheet = kp_sheet(g->document, name);
    kp_auto cells = sheet == NULL ? NULL : kp_area_cells(sheet, box->area);
    kp_auto_any any = {0};
    kp_get_any(&any, cells, "sheet.XCellRangeData::getDataArray", "");
    const uno_Sequence *lines = kp_any_sequence(&any);
    for (sal_Int32 y = 0; lines != NULL && y < lines->nElements; y++) {
        const uno_Sequence *line = kp_sequence_pointer(lines, (size_t)y);
        const uno_Any *values = (const uno_Any *)(const void *)line->elements;
        for (sal_Int32 x = 0; x < line->nElements; x++)
            look_at(g, box, &(place){sheet, name, box->area.left + x, box->area.top + y},
                    &values[x]);
    }
}

void kp_gate_boxes(uno_Interface *document, const kp_boxes *boxes, kp_language language,
                   kp_gate_found *found, void *data) {
    gate g = {document, boxes, true, language, found, data, {0}};
    for (size_t i = 0; i < boxes->count; i++)
        look_at_box(&g, &boxes->boxes[i]);
    tell_rest(&g, KP_GATE_TEXT);
    tell_rest(&g, KP_GATE_OUTSIDE);
}
