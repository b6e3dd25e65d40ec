/* SPDX-License-Identifier: MPL-2.0
 *
 * look_of_tables.c: the look of the tables that this extension writes.
 */
#include "book/look_of_tables.h"

#include "uno/access.h"
#include "uno/page.h"

enum { LINES = 0x000000, HEADS = 0xECECEC, TOP = 1, MIDDLE = 2 };

void kp_table_font(uno_Interface *document) {
    static const char FONT[] = "Noto Serif CJK JP;MS Mincho";
    kp_auto style = kp_style(document, "CellStyles", "Default");
    kp_property_set_text(style, "CharFontName", FONT);
    kp_property_set_text(style, "CharFontNameAsian", FONT);
}

void kp_table_text(uno_Interface *sheet, long column, long row, const char *text) {
    if (text == NULL || *text == '\0') return;
    kp_auto cell = kp_cell_at(sheet, column, row);
    kp_cell_set_text(cell, text);
}

void kp_table_head_look(uno_Interface *sheet, kp_area heads) {
    kp_auto cells = kp_area_cells(sheet, heads);
    kp_property_set_long(cells, "CellBackColor", HEADS);
    kp_property_set_long(cells, "VertJustify", MIDDLE);
    kp_cells_centre(cells);
}

void kp_table_heads(uno_Interface *sheet, long row, const kp_table_column *columns, size_t count,
                    kp_language language) {
    for (size_t i = 0; i < count; i++) {
        kp_table_text(sheet, (long)i, row, kp_wording(columns[i].head, language));
        kp_sheet_width(sheet, (long)i, columns[i].width);
    }
    kp_area heads = {0, 0, (sal_Int32)row, (sal_Int32)count - 1, (sal_Int32)row};
    kp_table_head_look(sheet, heads);
}

void kp_table_lines(uno_Interface *sheet, kp_area table) {
    kp_auto cells = kp_area_cells(sheet, table);
    kp_property_set_boolean(cells, "IsTextWrapped", true);
    kp_property_set_long(cells, "VertJustify", TOP);
    kp_area_rule(sheet, table, LINES);
}
