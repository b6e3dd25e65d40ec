/* SPDX-License-Identifier: MPL-2.0
 *
 * sheet.h: one sheet of an .xlsx. No UNO, no I/O.
 */
#ifndef KENPO_STORED_XLSX_SHEET_H
#define KENPO_STORED_XLSX_SHEET_H

#include "stored/xlsx/styles.h"

/** Texts that cells name by their numbers. */
typedef struct kp_xlsx_strings {
    const char **text;
    bool *faint; /**< of each, whether a part of its letters cannot be seen */
    size_t count, size;
} kp_xlsx_strings;

/** Reads xl/sharedStrings.xml, which is changed. Readings (ふりがな) are left out. */
kp_xml_end kp_xlsx_strings_read(kp_xlsx_strings *strings, const kp_xlsx_styles *styles,
                                kp_workbook *workbook, char *text, size_t length);
void kp_xlsx_strings_end(kp_xlsx_strings *strings);

/** How many cells and areas are read of a workbook at most; ours have 30,000. */
enum { KP_XLSX_MOST_CELLS = 400000 };

typedef struct kp_xlsx {
    kp_workbook *workbook;
    kp_xlsx_strings strings;
    kp_xlsx_styles styles;
    size_t cells; /**< so far, of all sheets */
} kp_xlsx;

/** Reads the part of a sheet into the sheet `index` of the workbook. STOPPED: more than any submission
 *  holds, or cells that are not in order, one twice. */
kp_xml_end kp_xlsx_sheet_read(kp_xlsx *xlsx, size_t index, char *text, size_t length);

#endif
