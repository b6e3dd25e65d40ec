/* SPDX-License-Identifier: MPL-2.0
 *
 * document.c: spreadsheets, sheets and cells.
 */
#include "uno/document.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "uno/access.h"

/* -------------------------------------------------------------------------------- documents */

static uno_Interface *load(uno_Interface *context, const char *url, const kp_setting *settings,
                           size_t count) {
    kp_auto desktop = kp_create(context, "frame.Desktop");
    kp_auto_any list = {0};
    if (!kp_any_settings(&list, settings, count)) return NULL;
    return kp_get(desktop, "frame.XComponentLoader::loadComponentFromURL", "ssia", url, "_blank", 0,
                  &list);
}

/* A document that is no spreadsheet is closed again. */
static uno_Interface *only_spreadsheet(uno_Interface *document) {
    uno_Interface *sheet = kp_query(document, "sheet.XSpreadsheetDocument");
    if (sheet == NULL) kp_document_close(document);
    kp_release(document);
    return sheet;
}

uno_Interface *kp_document_open(uno_Interface *context, const char *url, const char *filter,
                                char *message, size_t size) {
    const kp_setting settings[] = {
        {"Hidden", typelib_TypeClass_BOOLEAN, NULL, 1},
        {"MacroExecutionMode", typelib_TypeClass_LONG, NULL, 0},
        {"UpdateDocMode", typelib_TypeClass_LONG, NULL, 0},
        {"FilterName", typelib_TypeClass_STRING, filter, 0},
    };
    (void)message;
    (void)size;
    return only_spreadsheet(load(context, url, settings, sizeof settings / sizeof *settings));
}

uno_Interface *kp_document_new(uno_Interface *context) {
    const kp_setting settings[] = {{"Hidden", typelib_TypeClass_BOOLEAN, NULL, 1}};
    return only_spreadsheet(load(context, "private:factory/scalc", settings, 1));
}

bool kp_document_store(uno_Interface *document, const char *url, const char *filter, char *message,
                       size_t size) {
    const kp_setting settings[] = {
        {"FilterName", typelib_TypeClass_STRING, filter, 0},
        {"Overwrite", typelib_TypeClass_BOOLEAN, NULL, 1},
    };
    kp_auto_any list = {0};
    bool done = kp_any_settings(&list, settings, sizeof settings / sizeof *settings) &&
                kp_do(document, "frame.XStorable::storeToURL", "sa", url, &list);
    if (message != NULL) snprintf(message, size, "%s", done ? "" : kp_call_failure());
    return done;
}

void kp_document_close(uno_Interface *document) {
    kp_do(document, "util.XCloseable::close", "b", true);
}

void kp_document_quiet(uno_Interface *document) {
    kp_property_set_boolean(document, "IsUndoEnabled", false);
    kp_property_set_boolean(document, "IsAdjustHeightEnabled", false);
}

static uno_Interface *undo_of(uno_Interface *document) {
    return kp_get(document, "document.XUndoManagerSupplier::getUndoManager", "");
}

void kp_undo_begin(uno_Interface *document, const char *title) {
    kp_auto undo = undo_of(document);
    kp_do(undo, "document.XUndoManager::enterUndoContext", "s", title);
}

void kp_undo_end(uno_Interface *document) {
    kp_auto undo = undo_of(document);
    kp_do(undo, "document.XUndoManager::leaveUndoContext", "");
}

/* Nothing done is nothing to undo: then the step before it is not ours. */
void kp_undo_take_back(uno_Interface *document, const char *title) {
    kp_auto undo = undo_of(document);
    kp_do(undo, "document.XUndoManager::leaveUndoContext", "");
    kp_auto_text last = kp_get_text(undo, "document.XUndoManager::getCurrentUndoActionTitle", "");
    if (last != NULL && strcmp(last, title) == 0) kp_do(undo, "document.XUndoManager::undo", "");
}

void kp_document_recalculate(uno_Interface *document) {
    kp_do(document, "sheet.XCalculatable::calculateAll", "");
}

/* ------------------------------------------------------------------------------------- sheets */

uno_Interface *kp_sheets(uno_Interface *document) {
    return kp_get(document, "sheet.XSpreadsheetDocument::getSheets", "");
}

uno_Interface *kp_sheet(uno_Interface *document, const char *name) {
    kp_auto sheets = kp_sheets(document);
    return kp_named(sheets, name);
}

size_t kp_sheet_count(uno_Interface *document) {
    kp_auto sheets = kp_sheets(document);
    return kp_count(sheets);
}

void kp_each_sheet(uno_Interface *document, kp_sheet_visitor *visit, void *data) {
    kp_auto sheets = kp_sheets(document);
    size_t count = kp_count(sheets);
    for (size_t i = 0; i < count; i++) {
        kp_auto sheet = kp_element(sheets, i);
        kp_auto_text name = kp_object_name(sheet);
        if (name != NULL) visit(data, sheet, name);
    }
}

uno_Interface *kp_sheet_add(uno_Interface *document, const char *name, size_t position) {
    kp_auto sheets = kp_sheets(document);
    bool done = kp_do(sheets, "sheet.XSpreadsheets::insertNewByName", "sl", name, (long)position);
    return done ? kp_named(sheets, name) : NULL;
}

bool kp_sheet_remove(uno_Interface *document, const char *name) {
    kp_auto sheets = kp_sheets(document);
    return kp_do(sheets, "container.XNameContainer::removeByName", "s", name);
}

uno_Interface *kp_named_cells(uno_Interface *document, const char *name) {
    kp_auto names = kp_property_object(document, "NamedRanges");
    kp_auto named = kp_named(names, name);
    return kp_get(named, "sheet.XCellRangeReferrer::getReferredCells", "");
}

char *kp_object_name(uno_Interface *object) {
    return kp_get_text(object, "container.XNamed::getName", "");
}

bool kp_is_protected(uno_Interface *object) {
    return kp_get_number(object, "util.XProtectable::isProtected", "") != 0;
}

bool kp_unprotect(uno_Interface *object) {
    kp_do(object, "util.XProtectable::unprotect", "s", "");
    return !kp_is_protected(object);
}

void kp_protect(uno_Interface *object) {
    kp_do(object, "util.XProtectable::protect", "s", "");
}

/* ------------------------------------------------------------------------------------- areas */

kp_areas kp_areas_of(uno_Interface *ranges) {
    kp_areas found = {NULL, 0};
    kp_auto_any any = {0};
    kp_get_any(&any, ranges, "sheet.XSheetCellRanges::getRangeAddresses", "");
    const uno_Sequence *list = kp_any_sequence(&any);
    size_t count = list == NULL ? 0 : (size_t)list->nElements;
    found.areas = count == 0 ? NULL : malloc(count * sizeof *found.areas);
    if (found.areas == NULL) return found;
    memcpy(found.areas, list->elements, count * sizeof *found.areas);
    found.count = count;
    return found;
}

void kp_areas_end(kp_areas *areas) {
    free(areas->areas);
    areas->areas = NULL;
    areas->count = 0;
}

kp_areas kp_sheet_areas(uno_Interface *sheet, int flags) {
    kp_auto ranges = kp_get(sheet, "sheet.XCellRangesQuery::queryContentCells", "i", flags);
    return kp_areas_of(ranges);
}

kp_area kp_sheet_content(uno_Interface *sheet) {
    kp_area whole = {0, 0, 0, -1, -1};
    kp_auto_areas found = kp_sheet_areas(sheet, KP_CONSTANTS | KP_FORMULAS);
    for (size_t i = 0; i < found.count; i++) {
        if (found.areas[i].right > whole.right) whole.right = found.areas[i].right;
        if (found.areas[i].bottom > whole.bottom) whole.bottom = found.areas[i].bottom;
    }
    return whole;
}

kp_area kp_area_of(uno_Interface *cells) {
    kp_area area = {0, 0, 0, -1, -1};
    kp_auto_any any = {0};
    if (kp_get_any(&any, cells, "sheet.XCellRangeAddressable::getRangeAddress", ""))
        area = *(const kp_area *)any.pData;
    return area;
}

uno_Interface *kp_area_cells(uno_Interface *sheet, kp_area area) {
    return kp_get(sheet, "table.XCellRange::getCellRangeByPosition", "iiii", area.left, area.top,
                  area.right, area.bottom);
}

uno_Interface *kp_cell_at(uno_Interface *sheet, long column, long row) {
    return kp_get(sheet, "table.XCellRange::getCellByPosition", "ll", column, row);
}

bool kp_area_fill(uno_Interface *sheet, kp_area area, const uno_Any *values) {
    size_t columns = (size_t)(area.right - area.left + 1);
    size_t count = (size_t)(area.bottom - area.top + 1);
    uno_Any *lines = calloc(count, sizeof *lines);
    uno_Sequence **rows = calloc(count, sizeof *rows);
    kp_auto_any block = {0};
    bool done = lines != NULL && rows != NULL;
    for (size_t i = 0; done && i < count; i++) {
        done = kp_any_list(&lines[i], "[]any", values + i * columns, columns);
        if (done) rows[i] = *(uno_Sequence **)lines[i].pData;
    }
    if (done && kp_any_list(&block, "[][]any", rows, count)) {
        kp_auto cells = kp_area_cells(sheet, area);
        done = kp_do(cells, "sheet.XCellRangeData::setDataArray", "a", &block);
    }
    for (size_t i = 0; lines != NULL && i < count; i++)
        kp_any_end(&lines[i]);
    free(rows);
    free(lines);
    return done;
}

/* Printers and screens of other sizes break lines earlier, and set them a little wider apart. */
static void give_room(uno_Interface *rows) {
    enum { LEAST = 110, EXTRA = 60 }; /* percent; 1/100 mm */
    size_t count = kp_count(rows);
    for (size_t i = 0; i < count; i++) {
        kp_auto row = kp_element(rows, i);
        double height = kp_property_number(row, "Height", 0);
        kp_property_set_long(row, "Height", (long)(height * LEAST / 100) + EXTRA);
    }
}

void kp_area_fit_rows(uno_Interface *document, uno_Interface *sheet, kp_area area) {
    bool enabled = kp_property_number(document, "IsAdjustHeightEnabled", 1) != 0;
    kp_auto cells = kp_area_cells(sheet, area);
    kp_auto rows = kp_get(cells, "table.XColumnRowRange::getRows", "");
    kp_property_set_boolean(document, "IsAdjustHeightEnabled", true);
    kp_property_set_boolean(rows, "OptimalHeight", true);
    kp_property_set_boolean(document, "IsAdjustHeightEnabled", enabled);
    give_room(rows);
}

void kp_cell_name(long column, long row, char *name) {
    char letters[8];
    size_t used = 0;
    for (long rest = column + 1; rest > 0 && used < sizeof letters; rest = (rest - 1) / 26)
        letters[used++] = (char)('A' + (rest - 1) % 26);
    size_t at = 0;
    while (used > 0)
        name[at++] = letters[--used];
    snprintf(name + at, 16 - at, "%d", (int)(row % 10000000 + 1));
}

bool kp_cell_place(const char *name, long *column, long *row) {
    long x = 0;
    long y = 0;
    size_t letters = 0;
    size_t digits = 0;
    for (; *name >= 'A' && *name <= 'Z' && letters < 4; name++, letters++)
        x = x * 26 + (*name - 'A' + 1);
    for (; *name >= '0' && *name <= '9' && digits < 7; name++, digits++)
        y = y * 10 + (*name - '0');
    *column = x - 1;
    *row = y - 1;
    return *name == '\0' && letters > 0 && digits > 0 && x <= 16384 && y >= 1 && y <= 1048576;
}

/* ------------------------------------------------------------------------------------- cells */

char *kp_cell_shown(uno_Interface *cell) {
    return kp_get_text(cell, "text.XTextRange::getString", "");
}

kp_cell_type kp_type_of(uno_Interface *cell) {
    return (kp_cell_type)kp_get_number(cell, "table.XCell::getType", "");
}

static kp_content_kind result_kind(uno_Interface *cell, int error) {
    enum { RESULT_STRING = 2 };
    if (error != 0) return KP_CALC_ERROR;
    bool text = kp_property_number(cell, "FormulaResultType2", 0) == RESULT_STRING;
    return text ? KP_STRING : KP_NUMBER;
}

kp_content kp_cell_content(uno_Interface *cell) {
    kp_content content = {KP_EMPTY, 0, NULL, 0};
    kp_cell_type type = cell == NULL ? KP_CELL_IS_EMPTY : kp_type_of(cell);
    if (type == KP_CELL_IS_EMPTY) return content;
    if (type == KP_CELL_IS_FORMULA) {
        content.error = (int)kp_get_number(cell, "table.XCell::getError", "");
        content.kind = result_kind(cell, content.error);
    } else {
        content.kind = type == KP_CELL_IS_TEXT ? KP_STRING : KP_NUMBER;
    }
    if (content.kind == KP_NUMBER)
        content.number = kp_get_number(cell, "table.XCell::getValue", "");
    else
        content.text = kp_cell_shown(cell);
    return content;
}

void kp_content_end(kp_content *content) {
    free(content->text);
    content->text = NULL;
    content->kind = KP_EMPTY;
}

const uno_Any *kp_data_at(const uno_Any *data, size_t row, size_t column) {
    const uno_Sequence *lines = kp_any_sequence(data);
    if (lines == NULL || row >= (size_t)lines->nElements) return NULL;
    const uno_Sequence *line = kp_sequence_pointer(lines, row);
    if (column >= (size_t)line->nElements) return NULL;
    return (const uno_Any *)(const void *)line->elements + column;
}

bool kp_data_content(const uno_Any *value, kp_content *content) {
    const rtl_uString *text = value == NULL ? NULL : kp_any_text(value);
    *content = (kp_content){KP_EMPTY, 0, NULL, 0};
    if (value != NULL && kp_any_number(value, &content->number)) {
        content->kind = KP_NUMBER;
    } else if (text != NULL && text->length > 0) {
        content->kind = KP_STRING;
        content->text = kp_string_text(text);
    }
    return content->kind != KP_EMPTY;
}

char *kp_cell_formula(uno_Interface *cell) {
    return kp_get_text(cell, "table.XCell::getFormula", "");
}

long kp_cell_format(uno_Interface *cell) {
    return (long)kp_property_number(cell, "NumberFormat", 0);
}

void kp_cell_set_format(uno_Interface *cell, long format) {
    if (kp_cell_format(cell) != format) kp_property_set_long(cell, "NumberFormat", format);
}

bool kp_cell_set_formula(uno_Interface *cell, const char *formula) {
    return kp_do(cell, "table.XCell::setFormula", "s", formula);
}

void kp_cell_set_number(uno_Interface *cell, double number) {
    kp_do(cell, "table.XCell::setValue", "d", number);
}

void kp_cell_set_text(uno_Interface *cell, const char *text) {
    kp_do(cell, "text.XTextRange::setString", "s", text);
}

void kp_cell_put_number(uno_Interface *cell, double number) {
    long format = kp_cell_format(cell);
    kp_cell_set_number(cell, number);
    kp_cell_set_format(cell, format);
}

void kp_cell_put_text(uno_Interface *cell, const char *text) {
    long format = kp_cell_format(cell);
    kp_cell_set_text(cell, text);
    kp_cell_set_format(cell, format);
}

uno_Interface *kp_document_about(uno_Interface *document) {
    return kp_get(document, "document.XDocumentPropertiesSupplier::getDocumentProperties", "");
}

uno_Interface *kp_document_own_properties(uno_Interface *document) {
    kp_auto about = kp_document_about(document);
    return kp_get(about, "document.XDocumentProperties::getUserDefinedProperties", "");
}
