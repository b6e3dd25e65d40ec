/* SPDX-License-Identifier: MPL-2.0
 *
 * cells.c: cells and array formulas, replaced by their values.
 */
#include "submit/cells.h"

#include <stdlib.h>
#include <string.h>

#include "book/evaluate.h"
#include "uno/access.h"

/* ------------------------------------------------------------------------------ how it looks */

/* com.sun.star.lang.Locale: that of the document. */
typedef struct locale {
    rtl_uString *language, *country, *variant;
} locale;

static void set_standard_format(kp_freeze *freeze, uno_Interface *cell, int type) {
    rtl_uString *none = kp_string("");
    locale own = {none, none, none};
    kp_auto_any any = {0};
    kp_auto_any key = {0};
    double number = 0;
    kp_auto formats = kp_get(freeze->document, "util.XNumberFormatsSupplier::getNumberFormats", "");
    if (none != NULL && kp_any_of(&any, &own, "com.sun.star.lang.Locale") &&
        kp_get_any(&key, formats, "util.XNumberFormatTypes::getStandardFormat", "ia", type, &any) &&
        kp_any_number(&key, &number))
        kp_property_set_long(cell, "NumberFormat", (long)number);
    if (none != NULL) rtl_uString_release(none);
}

static bool shows(uno_Interface *cell, const char *shown) {
    kp_auto_text now = kp_cell_shown(cell);
    return now != NULL && shown != NULL && strcmp(now, shown) == 0;
}

/* A formula without a format of its own shows what its result is (a date, TRUE, a percentage); a
 * value needs the format for that. */
static void keep_look(kp_freeze *freeze, uno_Interface *cell, const char *shown) {
    enum { LOGICAL = 1024, PERCENT = 128, DATE = 2, TIME = 4, CURRENCY = 8, DATETIME = 6 };
    static const int TYPES[] = {LOGICAL, DATE, PERCENT, DATETIME, TIME, CURRENCY};
    if (shows(cell, shown)) return;
    double before = kp_property_number(cell, "NumberFormat", 0);
    for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++) {
        set_standard_format(freeze, cell, TYPES[i]);
        if (shows(cell, shown)) return;
    }
    kp_property_set_long(cell, "NumberFormat", (long)before);
}

/* ------------------------------------------------------------------------------------- cells */

/* A cell on its way: where it stands, what it holds and what it shows. */
typedef struct place {
    uno_Interface *sheet;
    const char *formula; /* of the cell, or of the whole array */
    long column, row;
} place;

static void check_kept(kp_freeze *freeze, uno_Interface *cell, const kp_basis_row *row) {
    kp_auto_content now = kp_cell_content(cell);
    if (!kp_result_same(&now, &row->result))
        kp_freeze_problem(freeze, kp_basis_get(row, KP_BASIS_SHEET),
                          kp_basis_get(row, KP_BASIS_CELL),
                          kp_t("値に置き換えられません。", "cannot be replaced by its value."));
}

static kp_content copy_of(const kp_content *content) {
    kp_content copy = *content;
    copy.text = content->text == NULL ? NULL : strdup(content->text);
    return copy;
}

/* One cell that is no part of an array (any more): explain there, then put the value. */
static void freeze_cell(kp_freeze *freeze, const place *p, kp_asked asked, const kp_content *value,
                        const char *shown) {
    kp_row_kind kind = asked.array ? KP_ROW_ELEMENT : KP_ROW_CELL;
    kp_basis_row *line = kp_freeze_row(freeze, kind, p->sheet, p->column, p->row, p->formula);
    if (line == NULL) return;
    if (asked.array) kp_basis_set_element(line, asked.row, asked.column);
    kp_basis_set_result(line, copy_of(value));
    long format = kp_cell_format(asked.cell);
    kp_describe_row(line, asked, p->formula, freeze->language);
    kp_cell_put(asked.cell, value);
    kp_cell_set_format(asked.cell, format);
    if (value->kind == KP_NUMBER) keep_look(freeze, asked.cell, shown);
    check_kept(freeze, asked.cell, line);
}

static void freeze_single(kp_freeze *freeze, const place *p, uno_Interface *cell) {
    kp_asked asked = {.cell = cell};
    kp_auto_content value = kp_cell_content(cell);
    kp_auto_text shown = kp_cell_shown(cell);
    freeze_cell(freeze, p, asked, &value, shown);
}

/* ------------------------------------------------------------------------------------- arrays */

typedef struct element {
    kp_content value;
    char *shown;
} element;

/* The cells of an array formula, row by row. */
typedef struct array {
    uno_Interface *sheet, *cells;
    kp_area area;
    size_t columns, count;
    element *elements;
} array;

/* The whole array formula that a cell is part of. */
static array array_of(uno_Interface *sheet, uno_Interface *cell) {
    enum { MOST = 1000000 };
    array a = {.sheet = sheet};
    a.cells = kp_get(sheet, "sheet.XSpreadsheet::createCursorByRange", "o", cell);
    kp_do(a.cells, "sheet.XSheetCellCursor::collapseToCurrentArray", "");
    a.area = kp_area_of(a.cells);
    a.columns = (size_t)(a.area.right - a.area.left + 1);
    a.count = a.columns * (size_t)(a.area.bottom - a.area.top + 1);
    a.elements = a.count > 0 && a.count <= MOST ? calloc(a.count, sizeof *a.elements) : NULL;
    if (a.elements == NULL) a.count = 0;
    return a;
}

static void end_array(array *a) {
    for (size_t i = 0; i < a->count; i++) {
        kp_content_end(&a->elements[i].value);
        free(a->elements[i].shown);
    }
    free(a->elements);
    kp_release(a->cells);
}

static place place_in(const array *a, size_t index, const char *formula) {
    place p = {a->sheet, formula, a->area.left + (long)(index % a->columns),
               a->area.top + (long)(index / a->columns)};
    return p;
}

static uno_Interface *cell_in(const array *a, size_t index) {
    place p = place_in(a, index, NULL);
    return kp_cell_at(a->sheet, p.column, p.row);
}

static void read_element(const array *a, size_t index) {
    kp_auto cell = cell_in(a, index);
    a->elements[index].value = kp_cell_content(cell);
    a->elements[index].shown = kp_cell_shown(cell);
}

static void put_element(const array *a, size_t index) {
    kp_auto cell = cell_in(a, index);
    kp_cell_put(cell, &a->elements[index].value);
}

static void freeze_element(kp_freeze *freeze, const array *a, size_t index, const char *formula) {
    kp_auto cell = cell_in(a, index);
    place p = place_in(a, index, formula);
    kp_asked asked = {cell, true, (int)(index / a->columns) + 1, (int)(index % a->columns) + 1,
                      NULL};
    freeze_cell(freeze, &p, asked, &a->elements[index].value, a->elements[index].shown);
}

static void freeze_array(kp_freeze *freeze, uno_Interface *sheet, uno_Interface *cell,
                         const char *formula) {
    array a = array_of(sheet, cell);
    for (size_t i = 0; i < a.count; i++)
        read_element(&a, i);
    if (a.count > 0) kp_do(a.cells, "sheet.XArrayFormulaRange::setArrayFormula", "s", "");
    for (size_t i = 0; i < a.count; i++)
        put_element(&a, i);
    for (size_t i = 0; i < a.count; i++)
        freeze_element(freeze, &a, i, formula);
    end_array(&a);
}

/* ------------------------------------------------------------------------------------ a sheet */

static void freeze_if_ours(kp_freeze *freeze, uno_Interface *sheet, long column, long row) {
    kp_auto cell = kp_cell_at(sheet, column, row);
    kp_auto_text formula = kp_cell_formula(cell);
    if (formula == NULL || !kp_names_reach(&freeze->names, formula)) return;
    if (*formula == '{') { /* "{=…}" without its braces */
        formula[strlen(formula) - 1] = '\0';
        freeze_array(freeze, sheet, cell, formula + 1);
    } else if (*formula == '=') {
        place p = {sheet, formula, column, row};
        freeze_single(freeze, &p, cell);
    }
}

void kp_freeze_cells(kp_freeze *freeze, uno_Interface *sheet) {
    kp_auto_areas found = kp_sheet_areas(sheet, KP_FORMULAS);
    for (size_t i = 0; i < found.count; i++)
        for (long y = found.areas[i].top; y <= found.areas[i].bottom; y++)
            for (long x = found.areas[i].left; x <= found.areas[i].right; x++)
                freeze_if_ours(freeze, sheet, x, y);
}
