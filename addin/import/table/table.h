/* SPDX-License-Identifier: MPL-2.0
 *
 * table.h: a stranger's table: rows of texts, as a .csv, a sheet of a workbook or the clipboard has
 * them. What they mean is asked elsewhere. No UNO, no I/O.
 */
#ifndef KENPO_IMPORT_TABLE_TABLE_H
#define KENPO_IMPORT_TABLE_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "kenpo/status.h"
#include "stored/workbook.h"

/** The largest table that is read; every list of a form is far smaller. */
enum { KP_TABLE_ROWS = 20000, KP_TABLE_COLUMNS = 256, KP_TABLE_BYTES = 16 << 20 };

typedef struct kp_table_row {
    char **cells;
    size_t count, size;
    long line; /**< of the source, from 1; a record of a .csv may have several */
} kp_table_row;

typedef struct kp_table {
    kp_table_row *rows;
    size_t count, size;
    size_t columns;   /**< of the longest row */
    long failed_line; /**< where reading ended, or 0 */
    kp_text failure;  /**< and why; ja is NULL where nothing was wrong */
} kp_table;

/** Reads text in UTF-8 whose fields are parted by commas, tabs or semicolons, whichever stands in
 *  most lines outside of quotes; a field in quotes may hold parters, line ends and doubled quotes. `parter` is one
 *  that is known, or 0. False where the text is no such table: `failure` says why. End the table in any
 *  case. */
bool kp_table_read(kp_table *table, const char *text, size_t size, char parter);

/** The same of a sheet that is only data: numbers with the digits that a file keeps, days as 2027-03-31. */
bool kp_table_take(kp_table *table, const kp_workbook *workbook, const kp_stored_sheet *sheet);

void kp_table_end(kp_table *table);

/** What stands in row and column, from 0; "" outside. */
const char *kp_table_at(const kp_table *table, size_t row, size_t column);

/** Whether a row holds nothing but blanks. */
bool kp_table_blank(const kp_table *table, size_t row);

/** Whether the bytes are UTF-8 without any zero. */
bool kp_table_is_utf8(const char *text, size_t size);

#endif
