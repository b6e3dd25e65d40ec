/* SPDX-License-Identifier: MPL-2.0
 *
 * pdf.c: the forms as three sets in one PDF: 正本, 副本, 副本 (通知 第6の1). The sheets are copied
 * in a document of its own, where those that are not wanted print nothing; the mark goes into the cell
 * named 正本副本, which our forms have, or, in a workbook without it, onto the top right of the first
 * sheet of a set.
 */
#include "submit/pdf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "form/form.h"
#include "form/gate.h"
#include "form/chosen.h"
#include "uno/access.h"
#include "uno/document.h"
#include "uno/page.h"

enum { SETS = 3 };
static const char *const MARKS[SETS] = {"正本", "副本", "副本"};
static const char MARK_NAME[] = "正本副本";

/* The document of the sets: its sheets, and which of the first ones are printed. */
typedef struct sets {
    uno_Interface *document, *sheets;
    size_t count, printed;
    size_t *index; /**< of the printed ones */
} sets;

static size_t place_of(const sets *s, size_t set, size_t printed) {
    return set == 0 ? s->index[printed] : s->count + (set - 1) * s->printed + printed;
}

/* -------------------------------------------------------------------------------------- sets */

static bool choose(sets *s, const char *chosen) {
    s->sheets = kp_sheets(s->document);
    s->count = kp_count(s->sheets);
    s->index = calloc(s->count + 1, sizeof *s->index);
    if (s->index == NULL) return false;
    for (size_t i = 0; i < s->count; i++) {
        kp_auto sheet = kp_element(s->sheets, i);
        kp_auto_text name = kp_object_name(sheet);
        bool told = name != NULL && strcmp(name, KP_GATE_SHEET) == 0;
        if (told || kp_is_chosen(s->document, sheet, name, chosen))
            s->index[s->printed++] = i;
        else
            kp_sheet_print_nothing(sheet);
    }
    return s->printed > 0;
}

static void copy_sets(const sets *s) {
    for (size_t set = 1; set < SETS; set++)
        for (size_t i = 0; i < s->printed; i++) {
            char other[512];
            kp_auto sheet = kp_element(s->sheets, s->index[i]);
            kp_auto_text name = kp_object_name(sheet);
            snprintf(other, sizeof other, "%.400s (%zu)", name == NULL ? "" : name, set + 1);
            kp_do(s->sheets, "sheet.XSpreadsheets::copyByName", "ssl", name, other,
                  (long)place_of(s, set, i));
        }
}

/* -------------------------------------------------------------------------------------- marks */

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

/* Which of the printed sheets has the cell for the mark, or `printed`. */
static size_t sheet_with(const sets *s, kp_area area) {
    size_t i = 0;
    while (i < s->printed && s->index[i] != (size_t)area.sheet)
        i++;
    return i;
}

static void mark_sets(const sets *s) {
    kp_auto cells = kp_named_cells(s->document, MARK_NAME);
    kp_area area = kp_area_of(cells);
    size_t with = cells == NULL ? s->printed : sheet_with(s, area);
    for (size_t set = 0; set < SETS; set++) {
        kp_auto sheet = kp_element(s->sheets, place_of(s, set, with < s->printed ? with : 0));
        if (with < s->printed)
            mark_cell(sheet, area, MARKS[set]);
        else
            mark_sheet(s->document, sheet, MARKS[set]);
    }
}

/* -------------------------------------------------------------------------------------- pages */

static char *page_style_of(const sets *s, size_t printed) {
    kp_auto sheet = kp_element(s->sheets, s->index[printed]);
    return kp_property_text(sheet, "PageStyle");
}

/* Whether another of the printed sheets has this one's page style. */
static bool is_shared(const sets *s, size_t printed, const char *style) {
    for (size_t i = 0; i < s->printed; i++) {
        kp_auto_text other = page_style_of(s, i);
        if (i != printed && other != NULL && strcmp(other, style) == 0) return true;
    }
    return false;
}

/* The pages of one form, each set's alike: «2 / 3». A page style that several share counts on. Our
 * forms' footers say the sheet's name, which in the copied sets is another. */
static void number_pages(const sets *s, size_t printed) {
    kp_auto_text style = page_style_of(s, printed);
    if (style == NULL || is_shared(s, printed, style)) return;
    kp_auto sheet = kp_element(s->sheets, s->index[printed]);
    kp_form_mark mark;
    kp_auto_text name = kp_form_mark_read(s->document, &mark) ? kp_object_name(sheet) : NULL;
    kp_pages_number(s->document, style, name, kp_pages_count(s->document, sheet));
}

static void number_all(const sets *s) {
    for (size_t i = 0; i < s->printed; i++)
        number_pages(s, i);
}

static void unprotect(void *data, uno_Interface *sheet, const char *name) {
    (void)data;
    (void)name;
    kp_unprotect(sheet);
}

/* The colours that our forms show on the screen. Words say the same. No style can be changed while
 * any sheet is protected. */
static void take_colours(uno_Interface *document) {
    static const char *const STYLES[] = {"入力欄の色", "重大", "警告"};
    enum { NONE = -1, BLACK = 0 };
    kp_each_sheet(document, unprotect, NULL);
    for (size_t i = 0; i < sizeof STYLES / sizeof *STYLES; i++) {
        kp_auto style = kp_style(document, "CellStyles", STYLES[i]);
        if (style == NULL) continue;
        kp_property_set_long(style, "CellBackColor", NONE);
        kp_property_set_long(style, "CharColor", BLACK);
    }
}

/* -------------------------------------------------------------------------------------- whole */

static bool make_sets(sets *s, const kp_pdf_choice *choice) {
    if (!choose(s, choice->sheets)) return false;
    if (!choice->coloured) take_colours(s->document);
    number_all(s);
    copy_sets(s);
    mark_sets(s);
    return true;
}

kp_pdf_end kp_pdf(uno_Interface *context, uno_Interface *document, const char *work,
                  const char *url, const kp_pdf_choice *choice) {
    if (!kp_document_store(document, work, "calc8", NULL, 0)) return KP_PDF_FAILED;
    kp_auto own = kp_document_open(context, work, "calc8", NULL, 0);
    if (own == NULL) return KP_PDF_FAILED;
    sets s = {.document = own};
    kp_pdf_end end = KP_PDF_NO_SHEET;
    if (make_sets(&s, choice))
        end = kp_document_store(own, url, "calc_pdf_Export", NULL, 0) ? KP_PDF_MADE : KP_PDF_FAILED;
    kp_release(s.sheets);
    free(s.index);
    kp_document_close(own);
    return end;
}
