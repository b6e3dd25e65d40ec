/* SPDX-License-Identifier: MPL-2.0
 *
 * pdf.c: the forms as three sets in one PDF: 正本, 副本, 副本 (通知 第6の1). The sheets are copied
 * in a document of its own; the mark goes into the cell named 正本副本, which our forms have, or,
 * in a workbook without it, onto the top right of the first sheet.
 */
#include "submit/pdf.h"

#include <stdio.h>
#include <string.h>

#include "uno/access.h"
#include "uno/document.h"

enum { SETS = 3 };
static const char *const MARKS[SETS] = {"正本", "副本", "副本"};
static const char MARK_NAME[] = "正本副本";

static void copy_sets(uno_Interface *sheets, size_t count) {
    for (int set = 1; set < SETS; set++)
        for (size_t i = 0; i < count; i++) {
            char other[512];
            kp_auto sheet = kp_element(sheets, i);
            kp_auto_text name = kp_object_name(sheet);
            snprintf(other, sizeof other, "%.400s (%d)", name == NULL ? "" : name, set + 1);
            kp_do(sheets, "sheet.XSpreadsheets::copyByName", "ssl", name, other,
                  (long)((size_t)set * count + i));
        }
}

static void mark_cell(uno_Interface *sheet, kp_area area, const char *mark) {
    kp_unprotect(sheet);
    kp_auto cell = kp_cell_at(sheet, area.left, area.top);
    kp_cell_set_text(cell, mark);
}

typedef struct pair {
    sal_Int32 x, y;
} pair; /* com.sun.star.awt.Point and Size, in 1/100 mm */

/* The width of the columns that hold anything. */
static sal_Int32 width_of(uno_Interface *sheet) {
    kp_area whole = kp_sheet_content(sheet);
    whole.left = whole.right < 0 ? -1 : 0;
    kp_auto cells = kp_area_cells(sheet, whole);
    kp_auto_any size = {0};
    return kp_property(cells, "Size", &size) ? ((const pair *)size.pData)->x : 0;
}

static void set_pair(uno_Interface *shape, const char *method, pair value, const char *type) {
    kp_auto_any any = {0};
    if (kp_any_of(&any, &value, type)) kp_do(shape, method, "a", &any);
}

/* A box with the mark at the top right. */
static void mark_sheet(uno_Interface *document, uno_Interface *sheet, const char *mark) {
    pair size = {1600, 700};
    sal_Int32 right = width_of(sheet);
    pair place = {right > size.x ? right - size.x : 0, 0};
    kp_auto shape = kp_create_in(document, "drawing.RectangleShape");
    kp_auto page = kp_get(sheet, "drawing.XDrawPageSupplier::getDrawPage", "");
    set_pair(shape, "drawing.XShape::setPosition", place, "com.sun.star.awt.Point");
    set_pair(shape, "drawing.XShape::setSize", size, "com.sun.star.awt.Size");
    kp_do(page, "drawing.XShapes::add", "o", shape);
    kp_property_set_long(shape, "FillColor", 0xFFFFFF);
    kp_cell_set_text(shape, mark);
}

static void mark_sets(uno_Interface *document, uno_Interface *sheets, size_t count) {
    kp_auto cells = kp_named_cells(document, MARK_NAME);
    kp_area area = kp_area_of(cells);
    for (size_t set = 0; set < SETS; set++) {
        size_t first = cells == NULL ? 0 : (size_t)area.sheet;
        kp_auto sheet = kp_element(sheets, set * count + first);
        if (cells != NULL)
            mark_cell(sheet, area, MARKS[set]);
        else
            mark_sheet(document, sheet, MARKS[set]);
    }
}

/* Whether another of the sheets has the first one's page style. */
static bool is_shared(uno_Interface *sheets, size_t count, const char *style) {
    for (size_t i = 1; i < count; i++) {
        kp_auto sheet = kp_element(sheets, i);
        kp_auto_text other = kp_property_text(sheet, "PageStyle");
        if (other != NULL && strcmp(other, style) == 0) return true;
    }
    return false;
}

/* Each set begins with page 1, unless another sheet has the first one's page style. */
static void number_pages(uno_Interface *document, uno_Interface *sheets, size_t count) {
    kp_auto first = kp_element(sheets, 0);
    kp_auto_text style = kp_property_text(first, "PageStyle");
    if (style == NULL || is_shared(sheets, count, style)) return;
    kp_auto page = kp_style(document, "PageStyles", style);
    kp_property_set_short(page, "FirstPageNumber", 1);
}

bool kp_pdf(uno_Interface *context, uno_Interface *document, const char *work, const char *url) {
    if (!kp_document_store(document, work, "calc8", NULL, 0)) return false;
    kp_auto sets = kp_document_open(context, work, "calc8", NULL, 0);
    if (sets == NULL) return false;
    kp_auto sheets = kp_sheets(sets);
    size_t count = kp_count(sheets);
    copy_sets(sheets, count);
    mark_sets(sets, sheets, count);
    number_pages(sets, sheets, count);
    bool done = kp_document_store(sets, url, "calc_pdf_Export", NULL, 0);
    kp_document_close(sets);
    return done;
}
