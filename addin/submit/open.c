/* SPDX-License-Identifier: MPL-2.0
 *
 * open.c: open checks, as lines of the report and as a sheet.
 */
#include "submit/open.h"

#include "book/look_of_tables.h"
#include "uno/page.h"

static const char SHEET[] = "未解消の点検";

size_t kp_open_tell(const kp_basis *basis, const char *kind, kp_report *report) {
    size_t count = 0;
    for (size_t i = 0; i < basis->count; i++) {
        const kp_basis_row *row = &basis->rows[i];
        if (row->severity != KP_ERROR) continue;
        kp_auto_buffer line = {0};
        kp_putf(&line, "%s %s %s: %s", kp_basis_get(row, KP_BASIS_SHEET),
                kp_basis_get(row, KP_BASIS_CELL), kp_basis_get(row, KP_BASIS_LABEL),
                kp_basis_get(row, KP_BASIS_RESULT));
        kp_tell_plain(report, kind, kp_buffer_text(&line));
        count++;
    }
    return count;
}

enum { HEADS = 2, COLUMNS = 4 };

static const kp_table_column LOOKS[COLUMNS] = {{{"シート", "sheet"}, 3200},
                                               {{"セル", "cell"}, 1600},
                                               {{"見出し", "label"}, 6500},
                                               {{"点検の結果", "check"}, 15000}};
static const kp_basis_column FIELDS[COLUMNS] = {KP_BASIS_SHEET, KP_BASIS_CELL, KP_BASIS_LABEL,
                                                KP_BASIS_RESULT};

/* A row of the sheet for each; gives the last one. */
static long put_rows(const kp_basis *basis, uno_Interface *sheet) {
    long line = HEADS;
    for (size_t i = 0; i < basis->count; i++) {
        if (basis->rows[i].severity != KP_ERROR) continue;
        line++;
        for (int k = 0; k < COLUMNS; k++)
            kp_table_text(sheet, k, line, kp_basis_get(&basis->rows[i], FIELDS[k]));
    }
    return line;
}

/* Title, blank, heads, then a row for each open check. */
void kp_open_sheet(const kp_freeze *freeze) {
    kp_auto sheet = kp_sheet_add(freeze->document, SHEET, 0);
    kp_auto title = kp_cell_at(sheet, 0, 0);
    sal_Int32 last = (sal_Int32)put_rows(&freeze->basis, sheet);
    kp_area table = {0, 0, HEADS, COLUMNS - 1, last};
    kp_area all = {0, 0, 0, COLUMNS - 1, last};
    kp_cell_set_text(
        title,
        kp_wording(kp_t("注意: 次の点検(エラー)が解消されないまま作成された提出用コピーです。",
                        "Note: this copy was made while the following checks (errors) were open."),
                   freeze->language));
    kp_cells_bold(title);
    kp_table_lines(sheet, table);
    kp_table_heads(sheet, HEADS, LOOKS, COLUMNS, freeze->language);
    kp_area_fit_rows(freeze->document, sheet, all);
    kp_sheet_print_wide(freeze->document, sheet, SHEET, HEADS);
}
