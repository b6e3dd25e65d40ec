/* SPDX-License-Identifier: MPL-2.0
 *
 * freeze.c: replaces the formulas of cells and names by their values.
 */
#include "submit/freeze.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "uno/call.h"
#include "book/evaluate.h"
#include "book/label.h"
#include "system/letters.h"

/* --------------------------------------------------------------------------------- the table */

kp_basis_row *kp_freeze_row(kp_freeze *freeze, const char *kind, uno_Interface *sheet, long column,
                            long row, const char *formula) {
    kp_basis_row *line = kp_basis_add(&freeze->basis);
    if (line == NULL) return NULL;
    char *sheet_name = kp_object_name(sheet);
    char cell[16];
    kp_buffer typed = {0};
    kp_cell_name(column, row, cell);
    kp_formula_typed(formula, &typed);
    kp_basis_set(line, KP_BASIS_KIND, kind);
    kp_basis_set(line, KP_BASIS_SHEET, sheet_name);
    kp_basis_set(line, KP_BASIS_CELL, cell);
    kp_basis_set(line, KP_BASIS_FORMULA, kp_buffer_text(&typed));
    kp_buffer_end(&typed);
    free(sheet_name);
    return line;
}

static void describe(kp_freeze *freeze, kp_basis_row *row, kp_asked asked, const char *formula) {
    kp_buffer arguments = {0};
    kp_buffer explanation = {0};
    kp_buffer citation = {0};
    kp_describe(asked, formula, freeze->language, &arguments, &explanation, &citation);
    kp_basis_set(row, KP_BASIS_ARGUMENTS, kp_buffer_text(&arguments));
    kp_basis_set(row, KP_BASIS_EXPLANATION, kp_buffer_text(&explanation));
    kp_basis_set(row, KP_BASIS_CITATION, kp_buffer_text(&citation));
    kp_buffer_end(&arguments);
    kp_buffer_end(&explanation);
    kp_buffer_end(&citation);
}

/* ------------------------------------------------------------------------------ how it looks */

static void set_standard_format(kp_freeze *freeze, uno_Interface *cell, int type) {
    struct {
        rtl_uString *language, *country, *variant;
    } locale = {kp_string(""), kp_string(""), kp_string("")};
    sal_Int16 wanted = (sal_Int16)type;
    sal_Int32 key = 0;
    uno_Interface *formats = kp_invoke_object(
        freeze->document, "com.sun.star.util.XNumberFormatsSupplier::getNumberFormats", NULL);
    if (kp_invoke(formats, "com.sun.star.util.XNumberFormatTypes::getStandardFormat", &key, &wanted,
                  &locale, NULL))
        kp_property_set_long(cell, "NumberFormat", key);
    kp_release(formats);
    rtl_uString_release(locale.language);
    rtl_uString_release(locale.country);
    rtl_uString_release(locale.variant);
}

static bool shows(uno_Interface *cell, const char *shown) {
    char *now = kp_cell_shown(cell);
    bool same = now != NULL && shown != NULL && strcmp(now, shown) == 0;
    free(now);
    return same;
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

static void report(kp_freeze *freeze, const char *sheet, const char *cell, kp_text problem) {
    kp_putf(&freeze->problems, "%s %s: %s\n", sheet == NULL ? "" : sheet, cell,
            kp_wording(problem, freeze->language));
}

static void check_kept(kp_freeze *freeze, uno_Interface *cell, const kp_basis_row *row) {
    kp_content now = kp_cell_content(cell);
    kp_buffer a = {0};
    kp_buffer b = {0};
    kp_result_text(&now, &a);
    kp_result_text(&row->result, &b);
    bool equal = strcmp(kp_buffer_text(&a), kp_buffer_text(&b)) == 0;
    if (now.kind == KP_NUMBER && row->result.kind == KP_NUMBER)
        equal = memcmp(&now.number, &row->result.number, sizeof now.number) == 0;
    if (!equal)
        report(freeze, kp_basis_get(row, KP_BASIS_SHEET), kp_basis_get(row, KP_BASIS_CELL),
               kp_t("値に置き換えられません。", "cannot be replaced by its value."));
    kp_buffer_end(&a);
    kp_buffer_end(&b);
    kp_content_end(&now);
}

static kp_content copy_of(const kp_content *content) {
    kp_content copy = *content;
    copy.text = content->text == NULL ? NULL : strdup(content->text);
    return copy;
}

/* One cell that is no part of an array (any more): explain there, then put the value. */
static void freeze_cell(kp_freeze *freeze, uno_Interface *sheet, long column, long row,
                        const char *formula, const char *kind, kp_asked asked,
                        const kp_content *value, const char *shown) {
    kp_basis_row *line = kp_freeze_row(freeze, kind, sheet, column, row, formula);
    if (line == NULL) return;
    kp_basis_set_result(line, copy_of(value));
    describe(freeze, line, asked, formula);
    kp_cell_put(asked.cell, value);
    if (value->kind == KP_NUMBER) keep_look(freeze, asked.cell, shown);
    check_kept(freeze, asked.cell, line);
}

static void freeze_single(kp_freeze *freeze, uno_Interface *sheet, long column, long row,
                          const char *formula) {
    kp_asked asked = {kp_cell_at(sheet, column, row), false, 0, 0};
    kp_content value = kp_cell_content(asked.cell);
    char *shown = kp_cell_shown(asked.cell);
    freeze_cell(freeze, sheet, column, row, formula, KP_KIND_CELL, asked, &value, shown);
    free(shown);
    kp_content_end(&value);
    kp_release(asked.cell);
}

/* The whole array formula that a cell is part of. */
static uno_Interface *array_of(uno_Interface *sheet, uno_Interface *cell, kp_area *area) {
    uno_Interface *range = kp_query(cell, "com.sun.star.sheet.XSheetCellRange");
    uno_Interface *cursor = kp_invoke_object(
        sheet, "com.sun.star.sheet.XSpreadsheet::createCursorByRange", &range, NULL);
    kp_invoke(cursor, "com.sun.star.sheet.XSheetCellCursor::collapseToCurrentArray", NULL, NULL);
    kp_invoke(cursor, "com.sun.star.sheet.XCellRangeAddressable::getRangeAddress", area, NULL);
    kp_release(range);
    return cursor;
}

typedef struct element {
    kp_content value;
    char *shown;
} element;

static void read_elements(uno_Interface *sheet, kp_area area, element *elements) {
    for (long y = area.top; y <= area.bottom; y++)
        for (long x = area.left; x <= area.right; x++, elements++) {
            uno_Interface *cell = kp_cell_at(sheet, x, y);
            elements->value = kp_cell_content(cell);
            elements->shown = kp_cell_shown(cell);
            kp_release(cell);
        }
}

static void put_elements(uno_Interface *sheet, kp_area area, const element *elements) {
    for (long y = area.top; y <= area.bottom; y++)
        for (long x = area.left; x <= area.right; x++, elements++) {
            uno_Interface *cell = kp_cell_at(sheet, x, y);
            kp_cell_put(cell, &elements->value);
            kp_release(cell);
        }
}

static void freeze_elements(kp_freeze *freeze, uno_Interface *sheet, kp_area area,
                            const char *formula, element *elements) {
    for (long y = area.top; y <= area.bottom; y++)
        for (long x = area.left; x <= area.right; x++, elements++) {
            char kind[64];
            kp_asked asked = {kp_cell_at(sheet, x, y), true, (int)(y - area.top + 1),
                              (int)(x - area.left + 1)};
            snprintf(kind, sizeof kind, "%s %d,%d", KP_KIND_ARRAY, asked.row, asked.column);
            freeze_cell(freeze, sheet, x, y, formula, kind, asked, &elements->value,
                        elements->shown);
            kp_release(asked.cell);
            kp_content_end(&elements->value);
            free(elements->shown);
        }
}

static void freeze_array(kp_freeze *freeze, uno_Interface *sheet, uno_Interface *cell,
                         const char *formula) {
    enum { MOST = 1000000 };
    kp_area area = {0, 0, 0, 0, 0};
    uno_Interface *array = array_of(sheet, cell, &area);
    size_t count = (size_t)(area.right - area.left + 1) * (size_t)(area.bottom - area.top + 1);
    element *elements = count <= MOST ? calloc(count, sizeof *elements) : NULL;
    if (elements != NULL) {
        rtl_uString *none = kp_string("");
        read_elements(sheet, area, elements);
        kp_invoke(array, "com.sun.star.sheet.XArrayFormulaRange::setArrayFormula", NULL, &none,
                  NULL);
        rtl_uString_release(none);
        put_elements(sheet, area, elements);
        freeze_elements(freeze, sheet, area, formula, elements);
    }
    free(elements);
    kp_release(array);
}

/* "{=…}" without its braces. */
static char *array_formula(const char *formula) {
    size_t length = strlen(formula);
    return length > 2 ? kp_letters_copy(formula + 1, length - 2) : NULL;
}

static void freeze_if_ours(kp_freeze *freeze, uno_Interface *sheet, long column, long row) {
    uno_Interface *cell = kp_cell_at(sheet, column, row);
    char *formula = kp_cell_formula(cell);
    if (formula != NULL && *formula == '{' && kp_names_reach(&freeze->names, formula)) {
        char *bare = array_formula(formula);
        if (bare != NULL) freeze_array(freeze, sheet, cell, bare);
        free(bare);
    } else if (formula != NULL && *formula == '=' && kp_names_reach(&freeze->names, formula)) {
        freeze_single(freeze, sheet, column, row, formula);
    }
    free(formula);
    kp_release(cell);
}

static void freeze_cells(kp_freeze *freeze, uno_Interface *sheet) {
    kp_auto_areas found = kp_sheet_areas(sheet, KP_FORMULAS);
    for (size_t i = 0; i < found.count; i++)
        for (long y = found.areas[i].top; y <= found.areas[i].bottom; y++)
            for (long x = found.areas[i].left; x <= found.areas[i].right; x++)
                freeze_if_ours(freeze, sheet, x, y);
}

/* ------------------------------------------------------------------------------------- names */

/* The row of a name carries the name as its label; its value is asked where it was defined. */
static void explain_name(kp_freeze *freeze, const kp_name *name) {
    uno_Interface *sheets = kp_sheets(freeze->document);
    uno_Interface *sheet = kp_element(sheets, name->base.sheet < 0 ? 0 : (size_t)name->base.sheet);
    kp_asked asked = {kp_scratch(sheet), false, 0, 0};
    kp_buffer formula = {0};
    kp_putf(&formula, "=%s", name->content);
    kp_basis_row *row = kp_freeze_row(freeze, KP_KIND_NAME, sheet, name->base.column,
                                      name->base.row, kp_buffer_text(&formula));
    if (row != NULL) {
        kp_basis_set_result(row, kp_ask(asked, kp_buffer_text(&formula)));
        describe(freeze, row, asked, kp_buffer_text(&formula));
        kp_basis_set(row, KP_BASIS_LABEL, name->name);
    }
    kp_buffer_end(&formula);
    kp_scratch_end(asked.cell);
    kp_release(sheet);
    kp_release(sheets);
}

static void explain_names(kp_freeze *freeze) {
    for (size_t i = 0; i < freeze->names.count; i++)
        if (freeze->names.names[i].ours) explain_name(freeze, &freeze->names.names[i]);
}

static bool is_name_row(const kp_basis_row *row, const char *name) {
    return strcmp(kp_basis_get(row, KP_BASIS_KIND), KP_KIND_NAME) == 0 &&
           strcmp(kp_basis_get(row, KP_BASIS_LABEL), name) == 0;
}

static void point_name(kp_freeze *freeze, const kp_name *name) {
    for (size_t i = 0; i < freeze->basis.count; i++) {
        if (!is_name_row(&freeze->basis.rows[i], name->name)) continue;
        char content[64];
        snprintf(content, sizeof content, "$%s.$H$%ld", KP_BASIS_NAME, kp_basis_line(i) + 1);
        rtl_uString *string = kp_string(content);
        kp_invoke(name->object, "com.sun.star.sheet.XNamedRange::setContent", NULL, &string, NULL);
        rtl_uString_release(string);
        return;
    }
}

void kp_freeze_names(kp_freeze *freeze) {
    for (size_t i = 0; i < freeze->names.count; i++)
        if (freeze->names.names[i].ours) point_name(freeze, &freeze->names.names[i]);
}

/* -------------------------------------------------------------------------------- protection */

static bool unprotect(kp_freeze *freeze, uno_Interface *object, const char *name) {
    if (kp_unprotect(object)) return true;
    report(freeze, name, "",
           kp_t("パスワードで保護されています。保護を解除してからやり直してください。",
                "is protected by a password: please take the protection off and try again."));
    return false;
}

/* Labels come last: a text that was a formula's result counts as a label afterwards. */
static void add_labels(kp_freeze *freeze) {
    for (size_t i = 0; i < freeze->basis.count; i++) {
        kp_basis_row *row = &freeze->basis.rows[i];
        long column;
        long line;
        if (*kp_basis_get(row, KP_BASIS_LABEL) != '\0') continue;
        if (!kp_cell_place(kp_basis_get(row, KP_BASIS_CELL), &column, &line)) continue;
        uno_Interface *sheet = kp_sheet(freeze->document, kp_basis_get(row, KP_BASIS_SHEET));
        char *label = kp_label(sheet, column, line);
        kp_basis_set(row, KP_BASIS_LABEL, label);
        free(label);
        kp_release(sheet);
    }
}

static void freeze_sheet(kp_freeze *freeze, uno_Interface *sheet) {
    char *name = kp_object_name(sheet);
    bool guarded = kp_is_protected(sheet);
    if (!guarded || unprotect(freeze, sheet, name)) {
        kp_freeze_conditions(freeze, sheet);
        kp_freeze_validity(freeze, sheet);
        freeze_cells(freeze, sheet);
        if (guarded) kp_protect(sheet);
    }
    free(name);
}

bool kp_freeze_document(kp_freeze *freeze) {
    kp_document_recalculate(freeze->document);
    freeze->names = kp_names_of(freeze->document);
    freeze->guarded = kp_is_protected(freeze->document);
    if (freeze->guarded) unprotect(freeze, freeze->document, "");
    explain_names(freeze);
    uno_Interface *sheets = kp_sheets(freeze->document);
    size_t count = kp_count(sheets);
    for (size_t i = 0; i < count; i++) {
        uno_Interface *sheet = kp_element(sheets, i);
        freeze_sheet(freeze, sheet);
        kp_release(sheet);
    }
    kp_release(sheets);
    add_labels(freeze);
    return freeze->problems.used == 0 && !freeze->problems.failed && !freeze->basis.failed;
}

void kp_freeze_end(kp_freeze *freeze) {
    kp_names_end(&freeze->names);
    kp_basis_end(&freeze->basis);
    kp_buffer_end(&freeze->problems);
}
