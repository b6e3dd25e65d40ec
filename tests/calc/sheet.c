/* SPDX-License-Identifier: MPL-2.0
 *
 * sheet.c: a spreadsheet for the tests inside Calc.
 */
#include "sheet.h"

#include "uno/call.h"
#include "uno/value.h"

static bool call(uno_Interface *target, const char *method, void *result, void **arguments) {
    return kp_call(target, method, result, arguments, NULL, 0);
}

/* The sequence of one PropertyValue: Hidden = true. */
static uno_Sequence *hidden(typelib_TypeDescription *type) {
    struct {
        rtl_uString *name;
        sal_Int32 handle;
        uno_Any value;
        sal_Int32 state;
    } property = {kp_string("Hidden"), -1, {NULL, NULL, NULL}, 0};
    uno_Sequence *list = NULL;
    kp_any_boolean(&property.value, true);
    uno_sequence_construct(&list, type, &property, 1, NULL);
    kp_any_end(&property.value);
    rtl_uString_release(property.name);
    return list;
}

static uno_Interface *load(uno_Interface *context, const char *url) {
    uno_Interface *desktop =
        kp_create(context, "com.sun.star.frame.Desktop", "com.sun.star.frame.XComponentLoader");
    typelib_TypeDescription *type = kp_type("[]com.sun.star.beans.PropertyValue");
    uno_Sequence *properties = hidden(type);
    rtl_uString *where = kp_string(url);
    rtl_uString *frame = kp_string("_blank");
    sal_Int32 flags = 0;
    void *arguments[] = {&where, &frame, &flags, &properties};
    uno_Interface *document = NULL;
    call(desktop, "com.sun.star.frame.XComponentLoader::loadComponentFromURL", &document,
         arguments);
    rtl_uString_release(frame);
    rtl_uString_release(where);
    uno_destructData(&properties, type, NULL);
    typelib_typedescription_release(type);
    kp_release(desktop);
    return document;
}

bool sheet_open(uno_Interface *context, const char *url, struct sheet *out) {
    out->document = load(context, url);
    out->cells = NULL;
    uno_Interface *spreadsheet = kp_query(out->document, "com.sun.star.sheet.XSpreadsheetDocument");
    uno_Interface *sheets = NULL;
    call(spreadsheet, "com.sun.star.sheet.XSpreadsheetDocument::getSheets", &sheets, NULL);
    uno_Interface *index = kp_query(sheets, "com.sun.star.container.XIndexAccess");
    sal_Int32 first = 0;
    void *arguments[] = {&first};
    uno_Any any;
    if (call(index, "com.sun.star.container.XIndexAccess::getByIndex", &any, arguments)) {
        out->cells = kp_query_any(&any, "com.sun.star.table.XCellRange");
        kp_any_end(&any);
    }
    kp_release(index);
    kp_release(sheets);
    kp_release(spreadsheet);
    return out->cells != NULL;
}

void sheet_close(struct sheet *sheet) {
    uno_Interface *closeable = kp_query(sheet->document, "com.sun.star.util.XCloseable");
    sal_Bool deliver = sal_False;
    void *arguments[] = {&deliver};
    call(closeable, "com.sun.star.util.XCloseable::close", NULL, arguments);
    kp_release(closeable);
    kp_release(sheet->cells);
    kp_release(sheet->document);
}

static uno_Interface *cell(struct sheet *sheet, int column, int row, const char *interface) {
    sal_Int32 x = column;
    sal_Int32 y = row;
    void *arguments[] = {&x, &y};
    uno_Interface *found = NULL;
    call(sheet->cells, "com.sun.star.table.XCellRange::getCellByPosition", &found, arguments);
    uno_Interface *typed = kp_query(found, interface);
    kp_release(found);
    return typed;
}

static void set_text(struct sheet *sheet, int column, int row, const char *interface,
                     const char *method, const char *text) {
    uno_Interface *target = cell(sheet, column, row, interface);
    rtl_uString *string = kp_string(text);
    void *arguments[] = {&string};
    call(target, method, NULL, arguments);
    rtl_uString_release(string);
    kp_release(target);
}

void sheet_type(struct sheet *sheet, int column, int row, const char *formula) {
    set_text(sheet, column, row, "com.sun.star.table.XCell", "com.sun.star.table.XCell::setFormula",
             formula);
}

void sheet_set_text(struct sheet *sheet, int column, int row, const char *text) {
    set_text(sheet, column, row, "com.sun.star.text.XTextRange",
             "com.sun.star.text.XTextRange::setString", text);
}

void sheet_set_number(struct sheet *sheet, int column, int row, double number) {
    uno_Interface *target = cell(sheet, column, row, "com.sun.star.table.XCell");
    void *arguments[] = {&number};
    call(target, "com.sun.star.table.XCell::setValue", NULL, arguments);
    kp_release(target);
}

double sheet_number(struct sheet *sheet, int column, int row) {
    uno_Interface *target = cell(sheet, column, row, "com.sun.star.table.XCell");
    double number = 0;
    call(target, "com.sun.star.table.XCell::getValue", &number, NULL);
    kp_release(target);
    return number;
}

int sheet_error(struct sheet *sheet, int column, int row) {
    uno_Interface *target = cell(sheet, column, row, "com.sun.star.table.XCell");
    sal_Int32 error = -1;
    call(target, "com.sun.star.table.XCell::getError", &error, NULL);
    kp_release(target);
    return error;
}

void sheet_shown(struct sheet *sheet, int column, int row, char *text, size_t size) {
    uno_Interface *target = cell(sheet, column, row, "com.sun.star.text.XTextRange");
    rtl_uString *string = NULL;
    text[0] = '\0';
    if (call(target, "com.sun.star.text.XTextRange::getString", &string, NULL)) {
        kp_string_copy(string, text, size);
        rtl_uString_release(string);
    }
    kp_release(target);
}

bool sheet_is_text(struct sheet *sheet, int column, int row) {
    uno_Interface *target = cell(sheet, column, row, "com.sun.star.beans.XPropertySet");
    rtl_uString *name = kp_string("FormulaResultType2");
    void *arguments[] = {&name};
    uno_Any any;
    double kind = 0;
    if (call(target, "com.sun.star.beans.XPropertySet::getPropertyValue", &any, arguments)) {
        kp_any_number(&any, &kind);
        kp_any_end(&any);
    }
    rtl_uString_release(name);
    kp_release(target);
    return (int)kind == 2; /* com.sun.star.sheet.FormulaResult.STRING */
}

void sheet_recalculate(struct sheet *sheet) {
    uno_Interface *target = kp_query(sheet->document, "com.sun.star.sheet.XCalculatable");
    call(target, "com.sun.star.sheet.XCalculatable::calculateAll", NULL, NULL);
    kp_release(target);
}

void office_end(uno_Interface *context) {
    uno_Interface *desktop =
        kp_create(context, "com.sun.star.frame.Desktop", "com.sun.star.frame.XDesktop");
    sal_Bool ended = sal_False;
    call(desktop, "com.sun.star.frame.XDesktop::terminate", &ended, NULL);
    kp_release(desktop);
}
