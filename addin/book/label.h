/* SPDX-License-Identifier: MPL-2.0
 *
 * label.h: the words (見出し) by which a person knows a cell.
 */
#ifndef KENPO_BOOK_LABEL_H
#define KENPO_BOOK_LABEL_H

#include "stored/workbook.h"
#include "uno/document.h"

/** The longest text to the left in the same row (an item's name is longer than its number or
 *  unit), else the nearest one above; "" if none. Paragraphs are no labels. To be freed. */
char *kp_label(uno_Interface *sheet, long column, long row);

/** The same in a file. Not to be freed. */
const char *kp_label_stored(const kp_stored_sheet *sheet, long column, long row);

#endif
