/* SPDX-License-Identifier: MPL-2.0
 *
 * plan.h: what of a table goes into which cell of a workbook, and what cannot, row by row, with the reason.
 * Making a plan changes nothing; carrying it out is another step.
 */
#ifndef KENPO_IMPORT_PLAN_H
#define KENPO_IMPORT_PLAN_H

#include "import/spot.h"
#include "import/table/guess.h"

typedef enum kp_item_state {
    KP_ITEM_NEW,    /**< goes into an empty cell */
    KP_ITEM_SAME,   /**< stands there already */
    KP_ITEM_OTHER,  /**< another value stands there */
    KP_ITEM_REFUSED /**< cannot be taken: `words` say why */
} kp_item_state;

typedef struct kp_item {
    kp_item_state state;
    long line;       /**< of the table, as its source counts; 0: of no row */
    kp_spot_cell at; /**< of a list without keys the row counts those that are free */
    bool is_text;
    kp_num number;
    char *words; /**< the text to put in, or, in the user's language, the reason */
} kp_item;

/** How what is no whole number of the form's unit becomes one. */
typedef struct kp_plan_ask {
    const kp_table *table;
    kp_choice choice;
    bool any_year; /**< a month of any year is taken for that month of the form */
    bool to_round;
    kp_rounding rounding;
    kp_language language;
} kp_plan_ask;

/** How the amounts of the table compare with those that the form has, or had last year. */
typedef enum kp_scale { KP_SCALE_FITS, KP_SCALE_TOO_LARGE, KP_SCALE_TOO_SMALL } kp_scale;

typedef struct kp_plan {
    kp_item *items;
    size_t count, size;
    size_t states[4]; /**< how many items are in each state */
    size_t rounded;
    long free_rows, new_rows; /**< of a list without keys: how many rows are free, and are wanted */
    kp_scale
        scale;   /**< of amounts whose unit nobody says: about 1,000 times as large, or as small */
    bool failed; /**< memory was short */
} kp_plan;

void kp_plan_make(kp_plan *plan, const kp_spot *spot, const kp_plan_ask *ask);
void kp_plan_end(kp_plan *plan);

/** Puts the values in; those that other values must make way for only with `replace`. False where rows that
 *  are wanted cannot be put in: then nothing was changed but, perhaps, rows (the caller undoes them). */
bool kp_plan_carry_out(const kp_plan *plan, kp_spot *spot, bool replace);

/** What became of a row that was not taken, in words: «5 行目 年月: …»; and the value that another one keeps
 *  out. */
void kp_plan_say(const kp_plan *plan, const kp_spot *spot, const kp_item *item,
                 kp_language language, kp_buffer *out);

#endif
