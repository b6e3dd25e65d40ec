/* SPDX-License-Identifier: MPL-2.0
 *
 * sheet.h: a spreadsheet for the tests inside Calc: type into cells, read what they show.
 */
#ifndef KENPO_TESTS_SHEET_H
#define KENPO_TESTS_SHEET_H

#include "uno/uno.h"

struct sheet {
    uno_Interface *document; /**< XComponent */
    uno_Interface *cells;    /**< XCellRange of the first sheet */
};

/** Opens a file, or an empty spreadsheet for "private:factory/scalc", hidden; false on failure. */
bool sheet_open(uno_Interface *context, const char *url, struct sheet *out);
void sheet_close(struct sheet *sheet);

/** Types a formula or a text as a user does, with English function names and ";". */
void sheet_type(struct sheet *sheet, int column, int row, const char *formula);
void sheet_set_number(struct sheet *sheet, int column, int row, double number);
void sheet_set_text(struct sheet *sheet, int column, int row, const char *text);

/** The cell's number, its error code (0 for none), and what it shows. */
double sheet_number(struct sheet *sheet, int column, int row);
int sheet_error(struct sheet *sheet, int column, int row);
void sheet_shown(struct sheet *sheet, int column, int row, char *text, size_t size);

/** Whether the cell holds text (typed, or as the result of its formula). */
bool sheet_is_text(struct sheet *sheet, int column, int row);

/** Recalculates every formula of the document. */
void sheet_recalculate(struct sheet *sheet);

/** Ends the office. */
void office_end(uno_Interface *context);

#endif
