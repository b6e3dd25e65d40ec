/* SPDX-License-Identifier: MPL-2.0
 *
 * pdf.c: the forms as three sets in one PDF: 正本, 副本, 副本 (通知 第6の1). The sheets are copied
 * in a document of its own; the mark goes into the cell named 正本副本, which our forms have, or,
 * in a workbook without it, onto the top right of the first sheet.
 */
#include "submit/submit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "book/basis.h"
#include "uno/call.h"

enum { SETS = 3 };
static const char *const MARKS[SETS] = {"正本", "副本", "副本"};
static const char MARK_NAME[] = "正本副本";

static void copy_sheet(uno_Interface *sheets, const char *name, int set, size_t position) {
    char other[512];
    snprintf(other, sizeof other, "%.*s (%d)", 400, name, set + 1);
    rtl_uString *from = kp_string(name);
    rtl_uString *to = kp_string(other);
    sal_Int16 place = (sal_Int16)position;
    kp_invoke(sheets, "com.sun.star.sheet.XSpreadsheets::copyByName", NULL, &from, &to, &place,
              NULL);
    rtl_uString_release(from);
    rtl_uString_release(to);
}

static void copy_sets(uno_Interface *sheets, size_t count) {
    for (int set = 1; set < SETS; set++)
        for (size_t i = 0; i < count; i++) {
            uno_Interface *sheet = kp_element(sheets, i);
            char *name = kp_object_name(sheet);
            if (name != NULL) copy_sheet(sheets, name, set, (size_t)set * count + i);
            free(name);
            kp_release(sheet);
        }
}

/* The cell that a name stands for; false if there is none. */
static bool named_cell(uno_Interface *document, const char *name, kp_area *area) {
    uno_Interface *names = kp_property_object(document, "NamedRanges");
    uno_Interface *named = kp_named(names, name);
    uno_Interface *cells =
        kp_invoke_object(named, "com.sun.star.sheet.XCellRangeReferrer::getReferredCells", NULL);
    bool found =
        kp_invoke(cells, "com.sun.star.sheet.XCellRangeAddressable::getRangeAddress", area, NULL);
    kp_release(cells);
    kp_release(named);
    kp_release(names);
    return found;
}

static void mark_cell(uno_Interface *sheet, kp_area area, const char *mark) {
    rtl_uString *none = kp_string("");
    kp_invoke(sheet, "com.sun.star.util.XProtectable::unprotect", NULL, &none, NULL);
    rtl_uString_release(none);
    uno_Interface *cell = kp_cell_at(sheet, area.left, area.top);
    kp_cell_set_text(cell, mark);
    kp_release(cell);
}

/* The width of the columns that hold anything, in 1/100 mm. */
static long width_of(uno_Interface *sheet) {
    kp_area areas[64];
    size_t count = kp_sheet_areas(sheet, KP_CONSTANTS | KP_FORMULAS, areas, 64);
    kp_area whole = {0, 0, 0, 0, 0};
    for (size_t i = 0; i < count && i < 64; i++)
        if (areas[i].right > whole.right) whole.right = areas[i].right;
    uno_Interface *cells = kp_area_cells(sheet, whole);
    uno_Any any;
    long width = 0;
    if (kp_property(cells, "Size", &any)) {
        width = ((const sal_Int32 *)any.pData)[0];
        kp_any_end(&any);
    }
    kp_release(cells);
    return width;
}

/* A box with the mark at the top right. */
static void mark_sheet(uno_Interface *document, uno_Interface *sheet, const char *mark) {
    enum { WIDTH = 1600, HEIGHT = 700 };
    long right = width_of(sheet);
    struct {
        sal_Int32 x, y;
    } place = {(sal_Int32)(right > WIDTH ? right - WIDTH : 0), 0}, size = {WIDTH, HEIGHT};
    rtl_uString *service = kp_string("com.sun.star.drawing.RectangleShape");
    uno_Interface *made = kp_invoke_object(
        document, "com.sun.star.lang.XMultiServiceFactory::createInstance", &service, NULL);
    uno_Interface *shape = kp_query(made, "com.sun.star.drawing.XShape");
    uno_Interface *page =
        kp_invoke_object(sheet, "com.sun.star.drawing.XDrawPageSupplier::getDrawPage", NULL);
    kp_invoke(shape, "com.sun.star.drawing.XShape::setPosition", NULL, &place, NULL);
    kp_invoke(shape, "com.sun.star.drawing.XShape::setSize", NULL, &size, NULL);
    kp_invoke(page, "com.sun.star.drawing.XShapes::add", NULL, &shape, NULL);
    kp_property_set_long(shape, "FillColor", 0xFFFFFF);
    kp_cell_set_text(shape, mark);
    rtl_uString_release(service);
    kp_release(page);
    kp_release(shape);
    kp_release(made);
}

static void mark_sets(uno_Interface *document, uno_Interface *sheets, size_t count) {
    kp_area area = {0, 0, 0, 0, 0};
    bool cell = named_cell(document, MARK_NAME, &area);
    for (size_t set = 0; set < SETS; set++) {
        uno_Interface *sheet = kp_element(sheets, set * count + (cell ? (size_t)area.sheet : 0));
        if (cell)
            mark_cell(sheet, area, MARKS[set]);
        else
            mark_sheet(document, sheet, MARKS[set]);
        kp_release(sheet);
    }
}

/* Each set begins with page 1, unless another sheet has the first one's page style. */
static void number_pages(uno_Interface *document, uno_Interface *sheets, size_t count) {
    uno_Interface *first = kp_element(sheets, 0);
    char *style = kp_property_text(first, "PageStyle");
    bool alone = style != NULL;
    for (size_t i = 1; alone && i < count; i++) {
        uno_Interface *sheet = kp_element(sheets, i);
        char *other = kp_property_text(sheet, "PageStyle");
        alone = other == NULL || strcmp(other, style) != 0;
        free(other);
        kp_release(sheet);
    }
    uno_Interface *families = kp_invoke_object(
        document, "com.sun.star.style.XStyleFamiliesSupplier::getStyleFamilies", NULL);
    uno_Interface *pages = alone ? kp_named(families, "PageStyles") : NULL;
    uno_Interface *page = alone ? kp_named(pages, style) : NULL;
    sal_Int16 one = 1;
    uno_Any any;
    uno_type_any_construct(&any, &one, kp_simple_type(typelib_TypeClass_SHORT), NULL);
    kp_property_set(page, "FirstPageNumber", &any);
    kp_release(page);
    kp_release(pages);
    kp_release(families);
    free(style);
    kp_release(first);
}

bool kp_pdf(uno_Interface *context, uno_Interface *document, const char *work, const char *url) {
    if (!kp_document_store(document, work, "calc8", NULL, 0)) return false;
    uno_Interface *sets = kp_document_open(context, work, "calc8", NULL, 0);
    if (sets == NULL) return false;
    uno_Interface *sheets = kp_sheets(sets);
    size_t count = kp_count(sheets);
    copy_sets(sheets, count);
    mark_sets(sets, sheets, count);
    number_pages(sets, sheets, count);
    bool done = kp_document_store(sets, url, "calc_pdf_Export", NULL, 0);
    kp_release(sheets);
    kp_document_close(sets);
    kp_release(sets);
    return done;
}
