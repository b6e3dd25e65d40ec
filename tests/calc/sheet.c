/* SPDX-License-Identifier: MPL-2.0
 *
 * sheet.c: a spreadsheet for the tests inside Calc.
 */
#include "sheet.h"

#include <stdlib.h>
#include <string.h>

#include "uno/access.h"
#include "uno/document.h"

bool sheet_open(uno_Interface *context, const char *url, struct sheet *out) {
    const kp_setting hidden = {"Hidden", typelib_TypeClass_BOOLEAN, NULL, 1};
    kp_auto desktop = kp_create(context, "frame.Desktop");
    kp_auto_any settings = {0};
    kp_any_settings(&settings, &hidden, 1);
    out->document = kp_get(desktop, "frame.XComponentLoader::loadComponentFromURL", "ssia", url,
                           "_blank", 0, &settings);
    kp_auto sheets = kp_sheets(out->document);
    out->cells = kp_element(sheets, 0);
    return out->cells != NULL;
}

void sheet_close(struct sheet *sheet) {
    kp_do(sheet->document, "util.XCloseable::close", "b", false);
    kp_release(sheet->cells);
    kp_release(sheet->document);
}

void sheet_type(struct sheet *sheet, int column, int row, const char *formula) {
    kp_auto cell = kp_cell_at(sheet->cells, column, row);
    kp_cell_set_formula(cell, formula);
}

void sheet_set_text(struct sheet *sheet, int column, int row, const char *text) {
    kp_auto cell = kp_cell_at(sheet->cells, column, row);
    kp_cell_set_text(cell, text);
}

void sheet_set_number(struct sheet *sheet, int column, int row, double number) {
    kp_auto cell = kp_cell_at(sheet->cells, column, row);
    kp_cell_set_number(cell, number);
}

double sheet_number(struct sheet *sheet, int column, int row) {
    kp_auto cell = kp_cell_at(sheet->cells, column, row);
    return kp_get_number(cell, "table.XCell::getValue", "");
}

/* -1, which no cell has, where there is none to ask. */
int sheet_error(struct sheet *sheet, int column, int row) {
    kp_auto cell = kp_cell_at(sheet->cells, column, row);
    return cell == NULL ? -1 : (int)kp_get_number(cell, "table.XCell::getError", "");
}

void sheet_shown(struct sheet *sheet, int column, int row, char *text, size_t size) {
    kp_auto cell = kp_cell_at(sheet->cells, column, row);
    kp_auto_text shown = kp_cell_shown(cell);
    bool fits = shown != NULL && strlen(shown) < size;
    text[0] = '\0';
    if (fits) strcpy(text, shown);
}

bool sheet_is_text(struct sheet *sheet, int column, int row) {
    enum { RESULT_STRING = 2 };
    kp_auto cell = kp_cell_at(sheet->cells, column, row);
    return kp_property_number(cell, "FormulaResultType2", 0) == RESULT_STRING;
}

void sheet_recalculate(struct sheet *sheet) {
    kp_document_recalculate(sheet->document);
}

void office_end(uno_Interface *context) {
    kp_auto desktop = kp_create(context, "frame.Desktop");
    kp_do(desktop, "frame.XDesktop::terminate", "");
}
