/* SPDX-License-Identifier: MPL-2.0
 *
 * guess.h: which column of a table is for which field of a list: by the headings, and where there are
 * none by what stands in the columns. A guess is shown to who chooses, never taken in silence. No UNO.
 */
#ifndef KENPO_IMPORT_TABLE_GUESS_H
#define KENPO_IMPORT_TABLE_GUESS_H

#include "import/table/table.h"
#include "import/table/targets.h"

/** What is to be taken from where. */
typedef struct kp_choice {
    const kp_target *target;
    size_t head;             /**< rows before the first one of data */
    long columns[KP_FIELDS]; /**< of the table, from 0, for each field; -1: none */
    kp_money money;          /**< what its amounts are in; NONE: what they themselves say */
} kp_choice;

/** The likeliest columns for that target; `sure` counts the fields that were found by their heading. */
kp_choice kp_guess(const kp_table *table, const kp_target *target, size_t *sure);

/** The same for the target that fits best; the first one where nothing tells. */
kp_choice kp_guess_target(const kp_table *table);

/** The column that `name` means: its heading in one of the first rows, a letter (C), or a number from 1;
 *  -1 for none. */
long kp_guess_column(const kp_table *table, const char *name);

/** "C" of column 2. */
void kp_column_letters(size_t column, char letters[8]);

#endif
