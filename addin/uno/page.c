/* SPDX-License-Identifier: MPL-2.0
 *
 * page.c: how a sheet looks, above all on paper.
 */
#include "uno/page.h"

#include <stdlib.h>

#include "uno/call.h"
#include "uno/value.h"

/* -------------------------------------------------------------------------------- page styles */

static uno_Interface *create(uno_Interface *document, const char *service) {
    rtl_uString *name = kp_string(service);
    uno_Interface *made = kp_invoke_object(
        document, "com.sun.star.lang.XMultiServiceFactory::createInstance", &name, NULL);
    rtl_uString_release(name);
    return made;
}

static uno_Interface *page_style(uno_Interface *document, const char *name) {
    uno_Interface *families = kp_invoke_object(
        document, "com.sun.star.style.XStyleFamiliesSupplier::getStyleFamilies", NULL);
    uno_Interface *pages = kp_named(families, "PageStyles");
    uno_Interface *style = kp_named(pages, name);
    if (style == NULL) {
        rtl_uString *title = kp_string(name);
        uno_Interface *made = create(document, "com.sun.star.style.PageStyle");
        uno_Any any;
        kp_any_object(&any, made, "com.sun.star.uno.XInterface");
        kp_invoke(pages, "com.sun.star.container.XNameContainer::insertByName", NULL, &title, &any,
                  NULL);
        kp_any_end(&any);
        rtl_uString_release(title);
        kp_release(made);
        style = kp_named(pages, name);
    }
    kp_release(pages);
    kp_release(families);
    return style;
}

static void set_short(uno_Interface *object, const char *name, sal_Int16 number) {
    uno_Any any;
    uno_type_any_construct(&any, &number, kp_simple_type(typelib_TypeClass_SHORT), NULL);
    kp_property_set(object, name, &any);
}

/* ------------------------------------------------------------------------------------ footers */

static void add_page_number(uno_Interface *document, uno_Interface *text) {
    uno_Interface *made = create(document, "com.sun.star.text.TextField.PageNumber");
    uno_Interface *field = kp_query(made, "com.sun.star.text.XTextContent");
    uno_Interface *end = kp_invoke_object(text, "com.sun.star.text.XTextRange::getEnd", NULL);
    sal_Bool instead = 0;
    kp_invoke(text, "com.sun.star.text.XText::insertTextContent", NULL, &end, &field, &instead,
              NULL);
    kp_release(end);
    kp_release(field);
    kp_release(made);
}

/* One of the three parts of a footer, with these words alone in it. */
static uno_Interface *part_with(uno_Interface *content, const char *method, const char *words) {
    uno_Interface *text = kp_invoke_object(content, method, NULL);
    kp_cell_set_text(text, words);
    return text;
}

/* The sheet's name on the left, the page's number on the right. */
static void set_footer(uno_Interface *document, uno_Interface *page, const char *name) {
    static const char PROPERTY[] = "RightPageFooterContent";
    static const char TYPE[] = "com.sun.star.sheet.XHeaderFooterContent";
    kp_property_set_boolean(page, "HeaderIsOn", false);
    kp_property_set_boolean(page, "FooterIsOn", true);
    uno_Interface *any_content = kp_property_object(page, PROPERTY);
    uno_Interface *content = kp_query(any_content, TYPE);
    uno_Interface *parts[] = {
        part_with(content, "com.sun.star.sheet.XHeaderFooterContent::getLeftText", name),
        part_with(content, "com.sun.star.sheet.XHeaderFooterContent::getCenterText", ""),
        part_with(content, "com.sun.star.sheet.XHeaderFooterContent::getRightText", ""),
    };
    add_page_number(document, parts[2]);
    uno_Any any;
    kp_any_object(&any, content, TYPE);
    kp_property_set(page, PROPERTY, &any);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        kp_release(parts[i]);
    kp_release(content);
    kp_release(any_content);
}

/* -------------------------------------------------------------------------------------- paper */

void kp_sheet_print_wide(uno_Interface *document, uno_Interface *sheet, const char *style,
                         long heads) {
    enum { LONG_SIDE = 29700, SHORT_SIDE = 21000, MARGIN = 1000 };
    static const char *const MARGINS[] = {"LeftMargin", "RightMargin", "TopMargin", "BottomMargin"};
    uno_Interface *page = page_style(document, style);
    kp_property_set_boolean(page, "IsLandscape", true);
    kp_property_set_long(page, "Width", LONG_SIDE);
    kp_property_set_long(page, "Height", SHORT_SIDE);
    for (size_t i = 0; i < sizeof MARGINS / sizeof *MARGINS; i++)
        kp_property_set_long(page, MARGINS[i], MARGIN);
    set_short(page, "ScaleToPagesX", 1);
    set_short(page, "ScaleToPagesY", 0);
    char *name = kp_object_name(sheet);
    set_footer(document, page, name == NULL ? "" : name);
    free(name);
    kp_property_set_text(sheet, "PageStyle", style);
    kp_release(page);
    kp_area rows = {0, 0, (sal_Int32)heads, 0, (sal_Int32)heads};
    sal_Bool yes = 1;
    kp_invoke(sheet, "com.sun.star.sheet.XPrintAreas::setTitleRows", NULL, &rows, NULL);
    kp_invoke(sheet, "com.sun.star.sheet.XPrintAreas::setPrintTitleRows", NULL, &yes, NULL);
}

void kp_sheet_print_only(uno_Interface *sheet, kp_area area) {
    static const char TYPE[] = "[]com.sun.star.table.CellRangeAddress";
    uno_Interface *cells = kp_area_cells(sheet, area);
    kp_invoke(cells, "com.sun.star.sheet.XCellRangeAddressable::getRangeAddress", &area, NULL);
    uno_Sequence *areas = kp_sequence(TYPE, &area, 1);
    kp_invoke(sheet, "com.sun.star.sheet.XPrintAreas::setPrintAreas", NULL, &areas, NULL);
    kp_sequence_end(areas, TYPE);
    kp_release(cells);
}

/* -------------------------------------------------------------------------------------- cells */

void kp_sheet_widths(uno_Interface *sheet, const int *widths, size_t count) {
    uno_Interface *columns =
        kp_invoke_object(sheet, "com.sun.star.table.XColumnRowRange::getColumns", NULL);
    for (size_t i = 0; i < count; i++) {
        uno_Interface *column = kp_element(columns, i);
        kp_property_set_long(column, "Width", widths[i]);
        kp_release(column);
    }
    kp_release(columns);
}

static void set_float(uno_Interface *object, const char *name, float number) {
    uno_Any any;
    uno_type_any_construct(&any, &number, kp_simple_type(typelib_TypeClass_FLOAT), NULL);
    kp_property_set(object, name, &any);
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
    const line thin = {(sal_Int32)colour, 0, 9, 0};
    border.top = border.bottom = border.left = border.right = border.across = border.down = thin;
    border.has_top = border.has_bottom = border.has_left = border.has_right = 1;
    border.has_across = border.has_down = 1;
    border.distance = 0;
    border.has_distance = 0;
    uno_Interface *cells = kp_area_cells(sheet, area);
    uno_Any any;
    kp_any_of(&any, &border, "com.sun.star.table.TableBorder");
    kp_property_set(cells, "TableBorder", &any);
    kp_release(cells);
}
