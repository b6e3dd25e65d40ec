/* SPDX-License-Identifier: MPL-2.0
 *
 * page.h: how a sheet that a program writes looks, above all on paper.
 */
#ifndef KENPO_UNO_PAGE_H
#define KENPO_UNO_PAGE_H

#include "uno/document.h"

/** Prints the sheet on A4 landscape, as wide as the paper, with row `heads` (from 0) on each page
 * and the sheet's name and the page's number below; `style` is the name of the page style to make.
 */
void kp_sheet_print_wide(uno_Interface *document, uno_Interface *sheet, const char *style,
                         long heads);

/** How many pages one of its sheets prints; and numbers those of a page style from 1, on the right of their
 *  footer: «2 / 3». In the middle stands `name`, or what stood there where that is NULL. */
long kp_pages_count(uno_Interface *document, uno_Interface *sheet);
void kp_pages_number(uno_Interface *document, const char *style, const char *name, long count);

/** Prints only these cells of the sheet, or nothing of it. */
void kp_sheet_print_nothing(uno_Interface *sheet);
void kp_sheet_print_only(uno_Interface *sheet, kp_area area);

/** The width of a column in 1/100 mm. */
void kp_sheet_width(uno_Interface *sheet, long column, int width);

/** Text of that size in points, Latin and Japanese alike; bold text. */
void kp_cells_size(uno_Interface *cells, float points);
void kp_cells_bold(uno_Interface *cells);
void kp_cells_centre(uno_Interface *cells);

/** Thin lines in that colour (0xRRGGBB) between the cells of the area, a heavy one around it. */
void kp_area_rule(uno_Interface *sheet, kp_area area, long colour);

#endif
