/* SPDX-License-Identifier: MPL-2.0
 *
 * page.c: how a sheet looks, above all on paper.
 */
#include "uno/page.h"

#include <stdio.h>

#include "uno/access.h"

/* -------------------------------------------------------------------------------- page styles */

static uno_Interface *page_style(uno_Interface *document, const char *name) {
    uno_Interface *style = kp_style(document, "PageStyles", name);
    if (style != NULL) return style;
    kp_auto families = kp_get(document, "style.XStyleFamiliesSupplier::getStyleFamilies", "");
    kp_auto pages = kp_named(families, "PageStyles");
    kp_auto made = kp_create_in(document, "style.PageStyle");
    kp_do(pages, "container.XNameContainer::insertByName", "so", name, made);
    return kp_named(pages, name);
}

/* ------------------------------------------------------------------------------------ footers */

static void add_page_number(uno_Interface *document, uno_Interface *text) {
    kp_auto field = kp_create_in(document, "text.TextField.PageNumber");
    kp_auto end = kp_get(text, "text.XTextRange::getEnd", "");
    kp_do(text, "text.XText::insertTextContent", "oob", end, field, false);
}

/* These words alone in one of the three parts of a footer. */
static void set_part(uno_Interface *content, const char *method, const char *words) {
    kp_auto text = kp_get(content, method, "");
    kp_cell_set_text(text, words);
}

long kp_pages_count(uno_Interface *document, uno_Interface *sheet) {
    kp_auto_any options = {0};
    if (!kp_any_list(&options, "[]com.sun.star.beans.PropertyValue", NULL, 0)) return 0;
    return (long)kp_get_number(document, "view.XRenderable::getRendererCount", "oa", sheet,
                               &options);
}

void kp_pages_number(uno_Interface *document, const char *style, const char *name, long count) {
    static const char PROPERTY[] = "RightPageFooterContent";
    char behind[32];
    snprintf(behind, sizeof behind, " / %ld", count);
    kp_auto page = kp_style(document, "PageStyles", style);
    kp_auto content = kp_property_object(page, PROPERTY);
    kp_auto right = kp_get(content, "sheet.XHeaderFooterContent::getRightText", "");
    if (name != NULL) set_part(content, "sheet.XHeaderFooterContent::getCenterText", name);
    kp_cell_set_text(right, "");
    add_page_number(document, right);
    kp_auto end = kp_get(right, "text.XTextRange::getEnd", "");
    kp_do(end, "text.XTextRange::setString", "s", behind);
    kp_do(page, "beans.XPropertySet::setPropertyValue", "so", PROPERTY, content);
    kp_property_set_short(page, "FirstPageNumber", 1);
}

/* The sheet's name on the left, the page's number on the right. */
static void set_footer(uno_Interface *document, uno_Interface *page, const char *name) {
    static const char PROPERTY[] = "RightPageFooterContent";
    kp_property_set_boolean(page, "HeaderIsOn", false);
    kp_property_set_boolean(page, "FooterIsOn", true);
    kp_auto content = kp_property_object(page, PROPERTY);
    set_part(content, "sheet.XHeaderFooterContent::getLeftText", name);
    set_part(content, "sheet.XHeaderFooterContent::getCenterText", "");
    set_part(content, "sheet.XHeaderFooterContent::getRightText", "");
    kp_auto right = kp_get(content, "sheet.XHeaderFooterContent::getRightText", "");
    add_page_number(document, right);
    kp_do(page, "beans.XPropertySet::setPropertyValue", "so", PROPERTY, content);
}

/* -------------------------------------------------------------------------------------- paper */

static void set_paper(uno_Interface *page) {
    enum { LONG_SIDE = 29700, SHORT_SIDE = 21000, MARGIN = 1000 }; /* 1/100 mm */
    static const char *const MARGINS[] = {"LeftMargin", "RightMargin", "TopMargin", "BottomMargin"};
    kp_property_set_boolean(page, "IsLandscape", true);
    kp_property_set_long(page, "Width", LONG_SIDE);
    kp_property_set_long(page, "Height", SHORT_SIDE);
    for (size_t i = 0; i < sizeof MARGINS / sizeof *MARGINS; i++)
        kp_property_set_long(page, MARGINS[i], MARGIN);
    kp_property_set_short(page, "ScaleToPagesX", 1);
    kp_property_set_short(page, "ScaleToPagesY", 0);
}

void kp_sheet_print_wide(uno_Interface *document, uno_Interface *sheet, const char *style,
                         long heads) {
    kp_auto page = page_style(document, style);
    kp_auto_text name = kp_object_name(sheet);
    kp_area rows = {0, 0, (sal_Int32)heads, 0, (sal_Int32)heads};
    set_paper(page);
    set_footer(document, page, name == NULL ? "" : name);
    kp_property_set_text(sheet, "PageStyle", style);
    kp_do(sheet, "sheet.XPrintAreas::setTitleRows", "r", &rows);
    kp_do(sheet, "sheet.XPrintAreas::setPrintTitleRows", "b", true);
}

void kp_sheet_print_nothing(uno_Interface *sheet) {
    kp_auto_any none = {0};
    if (kp_any_list(&none, "[]com.sun.star.table.CellRangeAddress", NULL, 0))
        kp_do(sheet, "sheet.XPrintAreas::setPrintAreas", "a", &none);
}

void kp_sheet_print_only(uno_Interface *sheet, kp_area area) {
    kp_auto cells = kp_area_cells(sheet, area);
    kp_area whole = kp_area_of(cells);
    kp_auto_any areas = {0};
    if (kp_any_list(&areas, "[]com.sun.star.table.CellRangeAddress", &whole, 1))
        kp_do(sheet, "sheet.XPrintAreas::setPrintAreas", "a", &areas);
}

/* -------------------------------------------------------------------------------------- cells */

void kp_sheet_width(uno_Interface *sheet, long column, int width) {
    kp_auto columns = kp_get(sheet, "table.XColumnRowRange::getColumns", "");
    kp_auto one = kp_element(columns, (size_t)column);
    kp_property_set_long(one, "Width", width);
}

static void set_float(uno_Interface *object, const char *name, float number) {
    kp_do(object, "beans.XPropertySet::setPropertyValue", "sf", name, (double)number);
}

void kp_cells_size(uno_Interface *cells, float points) {
    set_float(cells, "CharHeight", points);
    set_float(cells, "CharHeightAsian", points);
}

void kp_cells_bold(uno_Interface *cells) {
    enum { BOLD = 150 };
    set_float(cells, "CharWeight", BOLD);
    set_float(cells, "CharWeightAsian", BOLD);
}

void kp_cells_centre(uno_Interface *cells) {
    sal_Int32 centre = 2; /* CellHoriJustify_CENTER */
    kp_property_set_of(cells, "HoriJustify", &centre, "com.sun.star.table.CellHoriJustify");
}

void kp_area_rule(uno_Interface *sheet, kp_area area, long colour) {
    typedef struct line {
        sal_Int32 colour;
        sal_Int16 inner, outer, distance; /* 1/100 mm */
    } line;                               /* com.sun.star.table.BorderLine */
    struct {
        line top;
        sal_Bool has_top;
        line bottom;
        sal_Bool has_bottom;
        line left;
        sal_Bool has_left;
        line right;
        sal_Bool has_right;
        line across;
        sal_Bool has_across;
        line down;
        sal_Bool has_down;
        sal_Int16 distance;
        sal_Bool has_distance;
    } border; /* com.sun.star.table.TableBorder */
    const line thin = {(sal_Int32)colour, 0, 9, 0}, heavy = {(sal_Int32)colour, 0, 44, 0};
    border.top = border.bottom = border.left = border.right = heavy;
    border.across = border.down = thin;
    border.has_top = border.has_bottom = border.has_left = border.has_right = 1;
    border.has_across = border.has_down = 1;
    border.distance = 0;
    border.has_distance = 0;
    kp_auto cells = kp_area_cells(sheet, area);
    kp_property_set_of(cells, "TableBorder", &border, "com.sun.star.table.TableBorder");
}
