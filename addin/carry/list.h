/* SPDX-License-Identifier: MPL-2.0
 *
 * list.h: a workbook of our own that tells something in tables, a sheet each: a title, some lines,
 * heads that stay in sight, rows. It prints as wide as the paper. Nothing in it needs the add-in.
 */
#ifndef KENPO_CARRY_LIST_H
#define KENPO_CARRY_LIST_H

#include "book/look_of_tables.h"

typedef struct kp_list kp_list;

/** A new one, out of sight; NULL where there is none. */
kp_list *kp_list_begin(uno_Interface *context, kp_language language);

/** Begins a sheet with its title; then lines below the title; then the heads of its table. */
void kp_list_sheet(kp_list *list, const char *name, const char *title);
void kp_list_line(kp_list *list, const char *words);
void kp_list_heads(kp_list *list, const kp_table_column *columns, size_t count);

/** Begins a row, whose cells are then put by their columns. A number has a format code in English
 *  ("#,##0", "General"); a link leads to a URL and reads as the text. */
void kp_list_row(kp_list *list);
void kp_list_text(kp_list *list, long column, const char *text);
void kp_list_number(kp_list *list, long column, double number, const char *format);
void kp_list_link(kp_list *list, long column, const char *url, const char *text);

/** How many rows the sheet at hand has. */
long kp_list_rows(const kp_list *list);

/** Writes it to the file; false where that is not possible. */
bool kp_list_store(kp_list *list, const char *path);

void kp_list_end(kp_list *list);

#endif
