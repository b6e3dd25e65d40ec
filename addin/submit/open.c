/* SPDX-License-Identifier: MPL-2.0
 *
 * open.c: what is open, as lines of the report and as a sheet.
 */
#include "submit/open.h"

#include <stdlib.h>
#include <string.h>

#include "book/look_of_tables.h"
#include "calc/function.h"
#include "form/form.h"
#include "form/gate.h"
#include "uno/page.h"

static void add(kp_open *open, const char *const fields[KP_OPEN_FIELDS]) {
    kp_open_item item;
    kp_open_item *more = realloc(open->items, (open->count + 1) * sizeof *more);
    if (more != NULL) open->items = more;
    open->failed = open->failed || more == NULL;
    if (more == NULL) return;
    for (int i = 0; i < KP_OPEN_FIELDS; i++) {
        item.fields[i] = strdup(fields[i]);
        open->failed = open->failed || item.fields[i] == NULL;
    }
    open->items[open->count++] = item;
}

/* ------------------------------------------------------------------------------------- finding */

static void add_check(kp_open *open, const kp_basis_row *row, kp_language language) {
    kp_auto_buffer words = {0};
    if (row->unknown)
        kp_put(&words,
               kp_wording(kp_t("点検できません。", "This check could not be run. "), language));
    kp_put(&words, kp_basis_get(row, KP_BASIS_RESULT));
    const char *fields[KP_OPEN_FIELDS] = {
        kp_basis_get(row, KP_BASIS_SHEET), kp_basis_get(row, KP_BASIS_CELL),
        kp_basis_get(row, KP_BASIS_LABEL), kp_buffer_text(&words)};
    add(open, fields);
    open->blocks = true;
}

static void add_checks(kp_open *open, const kp_freeze *freeze, bool formed, kp_language language) {
    for (size_t i = 0; i < freeze->basis.count; i++) {
        const kp_basis_row *row = &freeze->basis.rows[i];
        if (row->severity == KP_ERROR && (formed || !row->unknown)) add_check(open, row, language);
    }
}

static void add_item(void *data, const kp_gate_item *item) {
    const char *fields[KP_OPEN_FIELDS] = {item->sheet, item->cell, item->label, item->words};
    add(data, fields);
}

/* What may stand in a form's cells is read from the form that we carry; from the workbook itself
 * where that was made from another version, whose cells may lie elsewhere. */
static kp_boxes boxes_of(const kp_freeze *freeze, uno_Interface *context,
                         const kp_form_mark *mark) {
    kp_boxes boxes = {0};
    if (strcmp(mark->version, KP_VERSION) == 0)
        boxes = kp_form_boxes(context, mark->file, freeze->document);
    return boxes.sheets == NULL ? kp_boxes_read(freeze->document) : boxes;
}

/* What people typed comes first, what follows from it last. */
kp_open kp_open_find(const kp_freeze *freeze, uno_Interface *context, kp_language language) {
    kp_open open = {0};
    kp_form_mark mark;
    bool formed = kp_form_mark_read(freeze->document, &mark);
    kp_boxes boxes = {0};
    if (formed) boxes = boxes_of(freeze, context, &mark);
    kp_gate_boxes(freeze->document, &boxes, language, add_item, &open);
    add_checks(&open, freeze, formed, language);
    kp_gate_errors(freeze->document, formed, language, add_item, &open);
    open.blocks = open.blocks || open.failed || (formed && open.count > 0);
    kp_boxes_end(&boxes);
    return open;
}

void kp_open_end(kp_open *open) {
    for (size_t i = 0; i < open->count; i++)
        for (int k = 0; k < KP_OPEN_FIELDS; k++)
            free(open->items[i].fields[k]);
    free(open->items);
    *open = (kp_open){0};
}

/* ------------------------------------------------------------------------------------- telling */

static const char *field(const kp_open *open, size_t index, int which) {
    const char *text = open->items[index].fields[which];
    return text == NULL ? "" : text;
}

void kp_open_tell(const kp_open *open, const char *kind, kp_report *report) {
    for (size_t i = 0; i < open->count; i++) {
        kp_auto_buffer line = {0};
        for (int k = 0; k < KP_OPEN_FIELDS; k++) {
            const char *text = field(open, i, k);
            if (*text == '\0') continue;
            if (line.used > 0) kp_put(&line, k == KP_OPEN_WORDS ? ": " : " ");
            kp_put(&line, text);
        }
        kp_tell_plain(report, kind, kp_buffer_text(&line));
    }
}

enum { HEADS = 2, COLUMNS = KP_OPEN_FIELDS };

static const kp_table_column LOOKS[COLUMNS] = {{{"シート", "sheet"}, 3200},
                                               {{"セル", "cell"}, 1600},
                                               {{"見出し", "label"}, 6500},
                                               {{"点検の結果", "what is wrong"}, 15000}};

/* A row of the sheet for each; gives the last one. */
static long put_rows(const kp_open *open, uno_Interface *sheet) {
    for (size_t i = 0; i < open->count; i++)
        for (int k = 0; k < COLUMNS; k++)
            kp_table_text(sheet, k, HEADS + 1 + (long)i, field(open, i, k));
    return HEADS + (long)open->count;
}

/* Title, who takes the responsibility, heads, then a row for each. */
void kp_open_sheet(const kp_freeze *freeze, const kp_open *open) {
    kp_auto sheet = kp_sheet_add(freeze->document, KP_GATE_SHEET, 0);
    kp_auto title = kp_cell_at(sheet, 0, 0);
    kp_auto below = kp_cell_at(sheet, 0, 1);
    sal_Int32 last = (sal_Int32)put_rows(open, sheet);
    kp_area table = {0, 0, HEADS, COLUMNS - 1, last};
    kp_area all = {0, 0, 0, COLUMNS - 1, last};
    kp_cell_set_text(
        title,
        kp_wording(kp_t("注意: 次の点検(エラー)などが解消されないまま作成された提出用コピーです。",
                        "Note: this copy was made while the following (checks of severity error, "
                        "and other faults) was open."),
                   freeze->language));
    kp_cell_set_text(
        below, kp_wording(kp_t("提出者が確認のうえ作成", "Made all the same by whoever submits it"),
                          freeze->language));
    kp_cells_bold(title);
    kp_table_lines(sheet, table);
    kp_table_heads(sheet, HEADS, LOOKS, COLUMNS, freeze->language);
    kp_area_fit_rows(freeze->document, sheet, all);
    kp_sheet_print_wide(freeze->document, sheet, KP_GATE_SHEET, HEADS);
}
