/* SPDX-License-Identifier: MPL-2.0
 *
 * take.h: what a new form takes from filled budgets, row by row of the table, and what became of each.
 * The budgets are only read; the new form is a document that nobody else has.
 */
#ifndef KENPO_CARRY_TAKE_H
#define KENPO_CARRY_TAKE_H

#include "carry/filled.h"
#include "carry/table.h"

typedef enum kp_fate {
    KP_TAKEN,
    KP_AS_IT_IS,     /**< the new form has that value of itself */
    KP_HAS_NOTHING,  /**< nothing stands in the budget's cell, or what it needs is not there */
    KP_HAS_NO_CELL,  /**< the budget's form has no such cell */
    KP_HAS_ERROR,    /**< an error stands there */
    KP_NOT_ACCEPTED, /**< the new form's cell does not take it */
    KP_NO_BUDGET,    /**< the budget of that year is not among those given */
    KP_OWN           /**< it is for the society to fill in */
} kp_fate;

typedef struct kp_taken {
    const kp_carry_row *row;
    kp_fate fate;
    const kp_filled *from;         /**< the budget, or NULL */
    kp_filled_cell source, target; /**< where they are known; of KP_OWN the first such cell */
    size_t cells;                  /**< of KP_OWN: how many */
} kp_taken;

typedef struct kp_taking {
    uno_Interface *document; /**< the new form */
    kp_filled form;          /**< the same as data, empty */
    kp_boxes boxes;
    int year; /**< its fiscal year */
    const kp_filled *budgets;
    size_t budget_count;
    kp_taken *taken;
    size_t count;
} kp_taking;

/** Fills `document`, a form of that file name, and notes what became of each row. False where memory
 *  is short. */
bool kp_take_over(kp_taking *taking, const char *file);
void kp_taking_end(kp_taking *taking);

/** The value that was taken. End it by kp_content_end. */
kp_content kp_taken_content(const kp_taken *taken);

/** How many rows had that fate. */
size_t kp_taking_count(const kp_taking *taking, kp_fate fate);

#endif
