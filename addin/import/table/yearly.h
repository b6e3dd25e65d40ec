/* SPDX-License-Identifier: MPL-2.0
 *
 * yearly.h: a file of a year's values (諸元): a table with a row for each, which a federation or a bureau sends
 * round. Its first row that does not begin with # is «年度 識別名 値 単位 出典 作成者», parted by tabs, in any order;
 * other columns are for people. No UNO, no I/O.
 */
#ifndef KENPO_IMPORT_TABLE_YEARLY_H
#define KENPO_IMPORT_TABLE_YEARLY_H

#include "import/table/table.h"
#include "kenpo/num.h"
#include "system/buffer.h"

typedef enum kp_yearly_column {
    KP_YEARLY_YEAR,
    KP_YEARLY_ID,
    KP_YEARLY_VALUE,
    KP_YEARLY_UNIT,
    KP_YEARLY_SOURCE,
    KP_YEARLY_WHO,
    KP_YEARLY_COLUMNS
} kp_yearly_column;

typedef struct kp_yearly {
    int year;
    kp_num value;
    const char *id, *unit, *source, *who; /**< of the table */
} kp_yearly;

/** Finds the heads: where each column is, and the first row of values (`first`). False where one is missing. */
bool kp_yearly_heads(const kp_table *table, size_t columns[KP_YEARLY_COLUMNS], size_t *first);

/** What a row says; false, and why, where that is no value of a year with a source. */
bool kp_yearly_read(const kp_table *table, const size_t columns[KP_YEARLY_COLUMNS], size_t row,
                    kp_yearly *value, kp_text *why);

/** Writes the heads; a row. `label` is for people. */
void kp_yearly_begin(kp_buffer *out);
void kp_yearly_write(kp_buffer *out, int year, const char *id, const char *value, const char *unit,
                     const char *source, const char *who, const char *label);

#endif
