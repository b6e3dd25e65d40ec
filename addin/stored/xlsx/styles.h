/* SPDX-License-Identifier: MPL-2.0
 *
 * styles.h: how the cells of an .xlsx look: its styles and the colours of its theme. No UNO, no
 * I/O.
 */
#ifndef KENPO_STORED_XLSX_STYLES_H
#define KENPO_STORED_XLSX_STYLES_H

#include "stored/workbook.h"
#include "stored/xml.h"

/** The name spaces of an .xlsx: "s" its cells, "r" relationships in a part, "rel" lists of them, "a"
 *  drawings, "xdr" their places, "x14" and "xm" what was added in 2010, "cp" and "ep" properties,
 *  "vt" their values. */
extern const kp_xml_space KP_XLSX_SPACES[];

enum { KP_THEME_COLOURS = 12 };

typedef struct kp_xlsx_styles {
    size_t *looks; /**< of each style of cells, its number in the workbook */
    size_t count, size;
    const char **changes; /**< of each style of conditions, as look.h spells it */
    size_t change_count, change_size;
    long theme[KP_THEME_COLOURS];
} kp_xlsx_styles;

/** Read the part with the theme, if any, then that with the styles; both texts are changed. */
void kp_xlsx_styles_begin(kp_xlsx_styles *styles);
kp_xml_end kp_xlsx_theme_read(kp_xlsx_styles *styles, char *text, size_t length);
kp_xml_end kp_xlsx_styles_read(kp_xlsx_styles *styles, kp_workbook *workbook, char *text,
                               size_t length);
void kp_xlsx_styles_end(kp_xlsx_styles *styles);

#endif
