/* SPDX-License-Identifier: MPL-2.0
 *
 * values.c: a workbook that is made from no form, as values.
 */
#include "form/values.h"

#include <stdio.h>
#include <string.h>

#include "book/evaluate.h"
#include "form/own.h"
#include "book/formula.h"
#include "stored/spelling.h"
#include "uno/access.h"

/* More than any budget has; the rest of such a workbook is not there. */
enum { MOST_SHEETS = 200, MOST_CELLS = 400000, RUN = 64 };

static void put_cell(uno_Interface *sheet, const kp_stored_cell *cell) {
    kp_auto_content content = kp_stored_content(cell);
    kp_auto object = kp_cell_at(sheet, cell->column, cell->row);
    kp_cell_put(object, &content);
}

static bool is_plain(const kp_stored_cell *cell) {
    return cell->kind == KP_STORED_NUMBER ||
           (cell->kind == KP_STORED_TEXT && cell->text != NULL && *cell->text != '\0');
}

/* Cells beside each other; gives how many. */
static size_t put_run(uno_Interface *sheet, const kp_stored_cell *cells, size_t most) {
    uno_Any values[RUN];
    size_t count = 0;
    while (count < most && count < RUN && is_plain(&cells[count]) &&
           cells[count].row == cells[0].row &&
           cells[count].column == cells[0].column + (long)count) {
        if (cells[count].kind == KP_STORED_NUMBER)
            kp_any_double(&values[count], cells[count].number);
        else
            kp_any_string(&values[count], cells[count].text);
        count++;
    }
    kp_area area = {0, (sal_Int32)cells->column, (sal_Int32)cells->row,
                    (sal_Int32)(cells->column + (long)count) - 1, (sal_Int32)cells->row};
    if (count > 0) kp_area_fill(sheet, area, values);
    for (size_t i = 0; i < count; i++)
        kp_any_end(&values[i]);
    return count;
}

static void put_sheet(uno_Interface *sheet, const kp_stored_sheet *from, size_t *left) {
    for (size_t i = 0; i<from->count && * left> 0;) {
        size_t done = put_run(sheet, &from->cells[i], from->count - i);
        if (done == 0) {
            put_cell(sheet, &from->cells[i]);
            done = 1;
        }
        i += done;
        *left -= done < *left ? done : *left;
    }
}

/* A name that stands for an expression gets it where that does no more than compute from cells. */
static void put_name(uno_Interface *document, const kp_workbook *workbook,
                     const kp_stored_name *name) {
    kp_auto_buffer content = {0};
    kp_address base = {0, 0, 0};
    kp_spell_name(workbook->format, name->content, &content);
    if (name->kind != KP_NAME_ORDINARY ||
        kp_formula_reaches(kp_buffer_text(&content)) != KP_REACH_CELLS)
        return;
    kp_auto sheet = name->sheet == NULL ? NULL : kp_sheet(document, name->sheet);
    if (name->sheet != NULL && sheet == NULL) return;
    kp_auto names = kp_property_object(sheet == NULL ? document : sheet, "NamedRanges");
    kp_do(names, "sheet.XNamedRanges::addNewByName", "sscl", name->name, kp_buffer_text(&content),
          &base, 0L);
}

static bool add_sheets(uno_Interface *document, const kp_workbook *workbook) {
    kp_auto sheets = kp_sheets(document);
    kp_auto first = kp_element(sheets, 0);
    kp_do(first, "container.XNamed::setName", "s", "kenpo-calc 0");
    while (kp_count(sheets) > 1) {
        kp_auto last = kp_element(sheets, kp_count(sheets) - 1);
        kp_auto_text name = kp_object_name(last);
        if (name == NULL || !kp_sheet_remove(document, name)) return false;
    }
    for (size_t i = 0; i < workbook->count; i++) {
        kp_auto sheet = kp_sheet_add(document, workbook->sheets[i].name, i);
        if (sheet == NULL) return false;
    }
    return kp_sheet_remove(document, "kenpo-calc 0");
}

uno_Interface *kp_values_document(uno_Interface *context, const kp_workbook *workbook) {
    size_t left = MOST_CELLS;
    if (workbook->count == 0 || workbook->count > MOST_SHEETS) return NULL;
    uno_Interface *document = kp_document_new(context);
    if (document == NULL) return NULL;
    kp_document_quiet(document);
    if (!add_sheets(document, workbook)) {
        kp_document_close(document);
        kp_release(document);
        return NULL;
    }
    for (size_t i = 0; i < workbook->count; i++) {
        kp_auto sheet = kp_sheet(document, workbook->sheets[i].name);
        put_sheet(sheet, &workbook->sheets[i], &left);
    }
    for (size_t i = 0; i < workbook->name_count; i++)
        put_name(document, workbook, &workbook->names[i]);
    return document;
}
