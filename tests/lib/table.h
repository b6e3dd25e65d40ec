/* SPDX-License-Identifier: MPL-2.0
 *
 * table.h: reads the tables of tests/data, for the tests on the host and for those inside Calc. A
 * table that is not there, is empty or has a row with too many or too few columns is a fault, never a
 * test that has nothing to do. Lines and tables may be as long as they like.
 */
#ifndef KENPO_TESTS_TABLE_H
#define KENPO_TESTS_TABLE_H

#include <stdbool.h>
#include <stddef.h>

typedef struct table {
    char *text;    /**< the whole file, each field ended by '\0' */
    char **fields; /**< row by row */
    size_t columns;
    size_t rows; /**< without the first line, which names the columns */
} table;

/** Reads a table of so many columns, separated by tabs. Empty lines and lines that begin with # are
 *  no rows. False, with the reason on stderr, where it is no such table or has no row; `out` is to be
 *  ended in either case. */
bool table_read(table *out, const char *path, size_t columns);
void table_end(table *t);

/** A field by row and column, both from 0; "" stands for an empty one. */
const char *table_field(const table *t, size_t row, size_t column);

/** A decimal number or a fraction a/b, as the nearest double. */
double table_number(const char *text);

/** The row whose first fields are these (NULL ends the list), or t->rows where there is none. */
size_t table_find(const table *t, const char *const *first);

#endif
