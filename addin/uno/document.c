/* SPDX-License-Identifier: MPL-2.0
 *
 * document.c: spreadsheets, sheets and cells.
 */
#include "uno/document.h"

#include <osl/file.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "uno/call.h"

/* -------------------------------------------------------------------------------- documents */

char *kp_url_from_path(const char *path) {
    rtl_uString *system = kp_string(path);
    rtl_uString *url = NULL;
    char *text = NULL;
    if (osl_getFileURLFromSystemPath(system, &url) == osl_File_E_None) text = kp_string_text(url);
    rtl_uString_release(system);
    if (url != NULL) rtl_uString_release(url);
    return text;
}

char *kp_path_from_url(const char *url) {
    rtl_uString *string = kp_string(url);
    rtl_uString *path = NULL;
    char *text = NULL;
    if (osl_getSystemPathFromFileURL(string, &path) == osl_File_E_None) text = kp_string_text(path);
    rtl_uString_release(string);
    if (path != NULL) rtl_uString_release(path);
    return text;
}

static uno_Interface *load(uno_Interface *context, const char *url, const kp_setting *settings,
                           size_t count, char *message, size_t size) {
    uno_Interface *desktop =
        kp_create(context, "com.sun.star.frame.Desktop", "com.sun.star.frame.XComponentLoader");
    rtl_uString *address = kp_string(url);
    rtl_uString *frame = kp_string("_blank");
    sal_Int32 flags = 0;
    uno_Sequence *list = kp_settings(settings, count);
    void *arguments[] = {&address, &frame, &flags, &list};
    uno_Interface *document = NULL;
    bool done = kp_call(desktop, "com.sun.star.frame.XComponentLoader::loadComponentFromURL",
                        &document, arguments, message, size);
    kp_sequence_end(list, "[]com.sun.star.beans.PropertyValue");
    rtl_uString_release(frame);
    rtl_uString_release(address);
    kp_release(desktop);
    return done ? document : NULL;
}

/* A document that is no spreadsheet is closed again. */
static uno_Interface *only_spreadsheet(uno_Interface *document) {
    uno_Interface *sheet = kp_query(document, "com.sun.star.sheet.XSpreadsheetDocument");
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
    return only_spreadsheet(
        load(context, url, settings, sizeof settings / sizeof *settings, message, size));
}

uno_Interface *kp_document_new(uno_Interface *context) {
    const kp_setting settings[] = {{"Hidden", typelib_TypeClass_BOOLEAN, NULL, 1}};
    return only_spreadsheet(load(context, "private:factory/scalc", settings, 1, NULL, 0));
}

bool kp_document_store(uno_Interface *document, const char *url, const char *filter, char *message,
                       size_t size) {
    const kp_setting settings[] = {
        {"FilterName", typelib_TypeClass_STRING, filter, 0},
        {"Overwrite", typelib_TypeClass_BOOLEAN, NULL, 1},
    };
    uno_Interface *storable = kp_query(document, "com.sun.star.frame.XStorable");
    rtl_uString *address = kp_string(url);
    uno_Sequence *list = kp_settings(settings, sizeof settings / sizeof *settings);
    void *arguments[] = {&address, &list};
    bool done = kp_call(storable, "com.sun.star.frame.XStorable::storeToURL", NULL, arguments,
                        message, size);
    kp_sequence_end(list, "[]com.sun.star.beans.PropertyValue");
    rtl_uString_release(address);
    kp_release(storable);
    return done;
}

void kp_document_close(uno_Interface *document) {
    sal_Bool deliver = 1;
    kp_invoke(document, "com.sun.star.util.XCloseable::close", NULL, &deliver, NULL);
}

void kp_document_quiet(uno_Interface *document) {
    kp_property_set_boolean(document, "IsUndoEnabled", false);
    kp_property_set_boolean(document, "IsAdjustHeightEnabled", false);
}

void kp_document_recalculate(uno_Interface *document) {
    kp_invoke(document, "com.sun.star.sheet.XCalculatable::calculateAll", NULL, NULL);
}

uno_Interface *kp_sheets(uno_Interface *document) {
    return kp_invoke_object(document, "com.sun.star.sheet.XSpreadsheetDocument::getSheets", NULL);
}

uno_Interface *kp_sheet(uno_Interface *document, const char *name) {
    uno_Interface *sheets = kp_sheets(document);
    uno_Interface *sheet = kp_named(sheets, name);
    kp_release(sheets);
    return sheet;
}

uno_Interface *kp_sheet_add(uno_Interface *document, const char *name, size_t position) {
    uno_Interface *sheets = kp_sheets(document);
    rtl_uString *string = kp_string(name);
    sal_Int16 place = (sal_Int16)position;
    bool done = kp_invoke(sheets, "com.sun.star.sheet.XSpreadsheets::insertNewByName", NULL,
                          &string, &place, NULL);
    uno_Interface *sheet = done ? kp_named(sheets, name) : NULL;
    rtl_uString_release(string);
    kp_release(sheets);
    return sheet;
}

char *kp_object_name(uno_Interface *object) {
    return kp_invoke_text(object, "com.sun.star.container.XNamed::getName", NULL);
}

bool kp_is_protected(uno_Interface *object) {
    sal_Bool yes = 0;
    kp_invoke(object, "com.sun.star.util.XProtectable::isProtected", &yes, NULL);
    return yes != 0;
}

static void set_protected(uno_Interface *object, const char *method) {
    rtl_uString *password = kp_string("");
    kp_invoke(object, method, NULL, &password, NULL);
    rtl_uString_release(password);
}

bool kp_unprotect(uno_Interface *object) {
    set_protected(object, "com.sun.star.util.XProtectable::unprotect");
    return !kp_is_protected(object);
}

void kp_protect(uno_Interface *object) {
    set_protected(object, "com.sun.star.util.XProtectable::protect");
}

/* ------------------------------------------------------------------------------------- areas */

size_t kp_sheet_areas(uno_Interface *sheet, int flags, kp_area *areas, size_t most) {
    sal_Int16 wanted = (sal_Int16)flags;
    uno_Interface *ranges = kp_invoke_object(
        sheet, "com.sun.star.sheet.XCellRangesQuery::queryContentCells", &wanted, NULL);
    uno_Sequence *list = NULL;
    size_t count = 0;
    if (kp_invoke(ranges, "com.sun.star.sheet.XSheetCellRanges::getRangeAddresses", &list, NULL)) {
        count = (size_t)list->nElements;
        if (areas != NULL)
            memcpy(areas, list->elements, (count < most ? count : most) * sizeof *areas);
        kp_sequence_end(list, "[]com.sun.star.table.CellRangeAddress");
    }
    kp_release(ranges);
    return count;
}

kp_area kp_sheet_content(uno_Interface *sheet) {
    kp_area whole = {0, 0, 0, -1, -1};
    size_t count = kp_sheet_areas(sheet, KP_CONSTANTS | KP_FORMULAS, NULL, 0);
    kp_area *areas = calloc(count + 1, sizeof *areas);
    if (areas == NULL) return whole;
    count = kp_sheet_areas(sheet, KP_CONSTANTS | KP_FORMULAS, areas, count);
    for (size_t i = 0; i < count; i++) {
        if (areas[i].right > whole.right) whole.right = areas[i].right;
        if (areas[i].bottom > whole.bottom) whole.bottom = areas[i].bottom;
    }
    free(areas);
    return whole;
}

uno_Interface *kp_area_cells(uno_Interface *sheet, kp_area area) {
    return kp_invoke_object(sheet, "com.sun.star.table.XCellRange::getCellRangeByPosition",
                            &area.left, &area.top, &area.right, &area.bottom, NULL);
}

uno_Interface *kp_cell_at(uno_Interface *sheet, long column, long row) {
    sal_Int32 x = (sal_Int32)column;
    sal_Int32 y = (sal_Int32)row;
    return kp_invoke_object(sheet, "com.sun.star.table.XCellRange::getCellByPosition", &x, &y,
                            NULL);
}

bool kp_area_fill(uno_Interface *sheet, kp_area area, const uno_Any *values) {
    size_t columns = (size_t)(area.right - area.left + 1);
    size_t count = (size_t)(area.bottom - area.top + 1);
    uno_Sequence **lines = calloc(count, sizeof *lines);
    if (lines == NULL) return false;
    for (size_t i = 0; i < count; i++)
        lines[i] = kp_sequence("[]any", values + i * columns, columns);
    uno_Sequence *block = kp_sequence("[][]any", lines, count);
    uno_Interface *cells = kp_area_cells(sheet, area);
    bool done =
        kp_invoke(cells, "com.sun.star.sheet.XCellRangeData::setDataArray", NULL, &block, NULL);
    kp_release(cells);
    kp_sequence_end(block, "[][]any");
    for (size_t i = 0; i < count; i++)
        kp_sequence_end(lines[i], "[]any");
    free(lines);
    return done;
}

/* Printers and screens of other sizes break lines earlier, and set them a little wider apart. */
static void give_room(uno_Interface *rows) {
    enum { LEAST = 110, EXTRA = 60 }; /* percent; 1/100 mm */
    size_t count = kp_count(rows);
    for (size_t i = 0; i < count; i++) {
        uno_Interface *row = kp_element(rows, i);
        double height = kp_property_number(row, "Height", 0);
        kp_property_set_long(row, "Height", (long)(height * LEAST / 100) + EXTRA);
        kp_release(row);
    }
}

void kp_area_fit_rows(uno_Interface *document, uno_Interface *sheet, kp_area area) {
    bool enabled = kp_property_number(document, "IsAdjustHeightEnabled", 1) != 0;
    uno_Interface *cells = kp_area_cells(sheet, area);
    uno_Interface *rows =
        kp_invoke_object(cells, "com.sun.star.table.XColumnRowRange::getRows", NULL);
    kp_property_set_boolean(document, "IsAdjustHeightEnabled", true);
    kp_property_set_boolean(rows, "OptimalHeight", true);
    kp_property_set_boolean(document, "IsAdjustHeightEnabled", enabled);
    give_room(rows);
    kp_release(rows);
    kp_release(cells);
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

enum { RESULT_VALUE = 1, RESULT_STRING = 2 };

char *kp_cell_shown(uno_Interface *cell) {
    return kp_invoke_text(cell, "com.sun.star.text.XTextRange::getString", NULL);
}

kp_content kp_cell_content(uno_Interface *cell) {
    enum { EMPTY, VALUE, TEXT, FORMULA };
    kp_content content = {KP_EMPTY, 0, NULL, 0};
    sal_Int32 type = EMPTY;
    sal_Int32 error = 0;
    kp_invoke(cell, "com.sun.star.table.XCell::getType", &type, NULL);
    if (type == EMPTY) return content;
    if (type == FORMULA) {
        kp_invoke(cell, "com.sun.star.table.XCell::getError", &error, NULL);
        bool text = kp_property_number(cell, "FormulaResultType2", 0) == RESULT_STRING;
        content.kind = error != 0 ? KP_ERROR : text ? KP_STRING : KP_NUMBER;
        content.error = (int)error;
    } else {
        content.kind = type == TEXT ? KP_STRING : KP_NUMBER;
    }
    if (content.kind == KP_NUMBER)
        kp_invoke(cell, "com.sun.star.table.XCell::getValue", &content.number, NULL);
    else
        content.text = kp_cell_shown(cell);
    return content;
}

void kp_content_end(kp_content *content) {
    free(content->text);
    content->text = NULL;
    content->kind = KP_EMPTY;
}

char *kp_cell_formula(uno_Interface *cell) {
    return kp_invoke_text(cell, "com.sun.star.table.XCell::getFormula", NULL);
}

bool kp_cell_set_formula(uno_Interface *cell, const char *formula) {
    rtl_uString *string = kp_string(formula);
    bool done = kp_invoke(cell, "com.sun.star.table.XCell::setFormula", NULL, &string, NULL);
    rtl_uString_release(string);
    return done;
}

void kp_cell_set_number(uno_Interface *cell, double number) {
    kp_invoke(cell, "com.sun.star.table.XCell::setValue", NULL, &number, NULL);
}

void kp_cell_set_text(uno_Interface *cell, const char *text) {
    rtl_uString *string = kp_string(text);
    kp_invoke(cell, "com.sun.star.text.XTextRange::setString", NULL, &string, NULL);
    rtl_uString_release(string);
}

static void put_error(uno_Interface *cell, int error) {
    static const struct {
        int code;
        const char *formula;
    } CONSTANTS[] = {
        {532, "=#DIV/0!"}, {32767, "=#N/A"}, {503, "=#NUM!"}, {519, "=#VALUE!"}, {524, "=#REF!"},
    };
    for (size_t i = 0; i < sizeof CONSTANTS / sizeof *CONSTANTS; i++)
        if (CONSTANTS[i].code == error) {
            kp_cell_set_formula(cell, CONSTANTS[i].formula);
            return;
        }
    char formula[32];
    snprintf(formula, sizeof formula, "=#ERR%d!", error);
    kp_cell_set_formula(cell, formula);
}

void kp_cell_put(uno_Interface *cell, const kp_content *content) {
    switch (content->kind) {
    case KP_NUMBER:
        kp_cell_set_number(cell, content->number);
        break;
    case KP_ERROR:
        put_error(cell, content->error);
        break;
    case KP_STRING: /* an empty text is not an empty cell */
        if (content->text == NULL || *content->text == '\0')
            kp_cell_set_formula(cell, "=\"\"");
        else
            kp_cell_set_text(cell, content->text);
        break;
    case KP_EMPTY:
        kp_cell_set_text(cell, "");
        break;
    }
}
