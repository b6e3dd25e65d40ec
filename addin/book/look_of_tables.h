/* SPDX-License-Identifier: MPL-2.0
 *
 * look_of_tables.h: the tables that this extension writes into sheets of its own look alike, and like the
 * forms: grey heads in the middle, thin black lines in a heavy frame, texts that wrap and begin at the top.
 */
#ifndef KENPO_BOOK_LOOK_OF_TABLES_H
#define KENPO_BOOK_LOOK_OF_TABLES_H

#include "kenpo/status.h"
#include "uno/document.h"

/** A column: its head, and its width in 1/100 mm. */
typedef struct kp_table_column {
    kp_text head;
    int width;
} kp_table_column;

/** One Japanese font for every script of a workbook of ours, so that figures and words stand on one
 *  line; without it an office whose own language is another one takes Chinese shapes. */
void kp_table_font(uno_Interface *document);

/** Puts a text into a cell; nothing for "" or NULL, so that the cell stays empty. */
void kp_table_text(uno_Interface *sheet, long column, long row, const char *text);

/** Writes the heads of the columns, from the first one on, into `row` (from 0), and sets the
 *  widths. */
void kp_table_heads(uno_Interface *sheet, long row, const kp_table_column *columns, size_t count,
                    kp_language language);

/** Lines around the cells of a table; texts wrap and begin at the top. */
void kp_table_lines(uno_Interface *sheet, kp_area table);

/** The dress of heads, for those that are written otherwise: grey, in the middle. */
void kp_table_head_look(uno_Interface *sheet, kp_area heads);

#endif
