/* SPDX-License-Identifier: MPL-2.0
 *
 * typed.c: formulas in cells that are meant for typing.
 */
#include "submit/typed.h"

#include "book/label.h"
#include "form/form.h"
#include "uno/access.h"
#include "uno/document.h"

enum { NAMED = 10 };

typedef struct search {
    bool values;
    size_t count;    /**< of such cells */
    kp_buffer cells; /**< the first of them, "その1 D10 (療養給付費)" */
} search;

/* In a matrix no cell can be replaced alone: then it stays, and is told. */
static void put_value(uno_Interface *cell) {
    kp_content content = kp_cell_content(cell);
    if (content.kind == KP_NUMBER) kp_cell_set_number(cell, content.number);
    if (content.kind == KP_STRING) kp_cell_set_text(cell, content.text);
    kp_content_end(&content);
}

static void take_cell(search *s, uno_Interface *sheet, const char *name, long column, long row) {
    char place[16];
    if (kp_form_locked(sheet, column, row)) return;
    kp_auto cell = kp_cell_at(sheet, column, row);
    kp_auto_text label = kp_label(sheet, column, row);
    if (s->count++ < NAMED) {
        kp_cell_name(column, row, place);
        kp_putf(&s->cells, "%s%s %s%s%s%s", s->cells.used > 0 ? "、" : "", name, place,
                label == NULL || *label == '\0' ? "" : " (", label == NULL ? "" : label,
                label == NULL || *label == '\0' ? "" : ")");
    }
    if (s->values) put_value(cell);
}

static void look_at_sheet(void *data, uno_Interface *sheet, const char *name) {
    search *s = data;
    kp_auto_areas found = kp_sheet_areas(sheet, KP_FORMULAS);
    for (size_t i = 0; i < found.count; i++)
        for (long row = found.areas[i].top; row <= found.areas[i].bottom; row++)
            for (long column = found.areas[i].left; column <= found.areas[i].right; column++)
                take_cell(s, sheet, name, column, row);
}

void kp_typed_formulas(uno_Interface *document, bool values, kp_report *report) {
    static const kp_text LEFT = {"入力欄に数式があります。受付点検では数式を計算せず、いまの値を受"
                                 "け取り、数式があることを知らせ"
                                 "ます。--values を付けると、写しでは値に置き換えます。",
                                 "Cells for typing hold formulas. Intake takes what they give now, "
                                 "computes none of them, and "
                                 "tells of them. With --values the copies hold the values."};
    static const kp_text REPLACED = {"入力欄の数式を、写しでは値に置き換えました。",
                                     "Formulas in cells for typing are values in the copies."};
    search s = {values, 0, {0}};
    kp_each_sheet(document, look_at_sheet, &s);
    if (s.count > NAMED)
        kp_putf(&s.cells, kp_wording(kp_t(" ほか %zu 個", " and %zu more"), report->language),
                s.count - NAMED);
    if (s.count > 0) kp_tell(report, "warning", kp_buffer_text(&s.cells), values ? REPLACED : LEFT);
    kp_buffer_end(&s.cells);
}
