/* SPDX-License-Identifier: MPL-2.0
 *
 * content.c: what one part of the panel shows.
 */
#include "panel/content.h"

#include <stdlib.h>
#include <string.h>

#include "book/label.h"
#include "form/form.h"
#include "uno/access.h"

/* -------------------------------------------------------------------------------------- lines */

static void end_line(kp_panel_line *line) {
    free(line->text);
    free(line->target);
    free(line->words);
}

void kp_panel_add(kp_panel_content *content, const char *text, const char *target,
                  const char *words) {
    kp_content_lines *list = &content->list;
    if (list->count == list->size) {
        size_t size = list->size == 0 ? 64 : list->size * 2;
        kp_panel_line *lines = realloc(list->lines, size * sizeof *lines);
        if (lines == NULL) return;
        list->lines = lines;
        list->size = size;
    }
    kp_panel_line line = {strdup(text), strdup(target), words == NULL ? NULL : strdup(words)};
    if (line.text == NULL || line.target == NULL)
        end_line(&line);
    else
        list->lines[list->count++] = line;
}

static bool same_text(const char *one, const char *other) {
    return strcmp(one == NULL ? "" : one, other == NULL ? "" : other) == 0;
}

bool kp_panel_same(const kp_panel_content *one, const kp_panel_content *other) {
    bool same = one->list.count == other->list.count &&
                same_text(one->head.text, other->head.text) &&
                same_text(one->words.text, other->words.text);
    for (size_t i = 0; same && i < one->list.count; i++) {
        const kp_panel_line *a = &one->list.lines[i];
        const kp_panel_line *b = &other->list.lines[i];
        same = same_text(a->text, b->text) && same_text(a->target, b->target) &&
               same_text(a->words, b->words);
    }
    return same;
}

void kp_panel_content_end(kp_panel_content *content) {
    for (size_t i = 0; i < content->list.count; i++)
        end_line(&content->list.lines[i]);
    free(content->list.lines);
    kp_buffer_end(&content->head);
    kp_buffer_end(&content->words);
    *content = (kp_panel_content){0};
}

/* -------------------------------------------------------------------------------------- places */

void kp_panel_target(const char *sheet, long column, long row, kp_buffer *out) {
    char cell[16];
    kp_cell_name(column, row, cell);
    size_t letters = strcspn(cell, "0123456789");
    kp_put(out, "$'");
    for (const char *at = sheet; *at != '\0'; at++)
        kp_putf(out, *at == '\'' ? "''" : "%c", *at);
    kp_putf(out, "'.$%.*s$%s", (int)letters, cell, cell + letters);
}

void kp_panel_place(const char *sheet, long column, long row, kp_buffer *out) {
    char cell[16];
    kp_cell_name(column, row, cell);
    kp_putf(out, "%s!%s", sheet, cell);
}

/* The text that a formula writes there, where it is no finding and no sentence. */
static char *written_at(uno_Interface *sheet, long column, long row) {
    enum { TEXT = 2, LONGEST = 60 };
    kp_auto cell = kp_cell_at(sheet, column, row);
    if (kp_type_of(cell) != KP_CELL_IS_FORMULA ||
        kp_property_number(cell, "FormulaResultType2", 0) != TEXT)
        return NULL;
    kp_auto_text shown = kp_cell_shown(cell);
    size_t length = shown == NULL ? 0 : strlen(shown);
    return length > strlen("―") && length <= LONGEST ? kp_text_take(&shown) : NULL;
}

char *kp_panel_label(uno_Interface *sheet, long column, long row) {
    char *label = kp_label(sheet, column, row);
    for (long x = column - 1; x >= 0; x--) {
        kp_auto_text written = written_at(sheet, x, row);
        if (written == NULL || (label != NULL && strlen(label) >= strlen(written))) continue;
        free(label);
        label = kp_text_take(&written);
    }
    return label;
}

uno_Interface *kp_panel_find(uno_Interface *document, const char *target) {
    uno_Interface *named = *target == '\0' ? NULL : kp_named_cells(document, target);
    if (named != NULL || *target == '\0') return named;
    kp_auto sheets = kp_sheets(document);
    kp_auto_any ranges = {0};
    kp_get_any(&ranges, sheets, "sheet.XCellRangesAccess::getCellRangesByName", "s", target);
    const uno_Sequence *list = kp_any_sequence(&ranges);
    if (list == NULL || list->nElements == 0) return NULL;
    return kp_query(kp_sequence_pointer(list, 0), "table.XCellRange");
}

bool kp_panel_values(uno_Interface *cells, uno_Any *values) {
    return kp_get_any(values, cells, "sheet.XCellRangeData::getDataArray", "");
}

/* ---------------------------------------------------------------------------------- documents */

bool kp_panel_is_sheet(const kp_panel_view *view) {
    kp_auto book = kp_query(view->document, "sheet.XSpreadsheetDocument");
    return book != NULL;
}

bool kp_panel_is_form(const kp_panel_view *view) {
    kp_form_mark mark;
    return kp_panel_is_sheet(view) && kp_form_mark_read(view->document, &mark);
}
