/* SPDX-License-Identifier: MPL-2.0
 *
 * conditions.h: the conditions that many checks share, and the rows of each topic. Used by
 * the tables of checks only.
 */
#ifndef KENPO_RULES_CHECKS_CONDITIONS_H
#define KENPO_RULES_CHECKS_CONDITIONS_H

#include "kenpo/conditions.h"
#include "kenpo/parameter.h"

/** The arguments of a check, as its conditions and messages name them. */
enum { A = 1, B, C, D, E, F, G, H, I, J, K };

/** Relations between two numbers. */
typedef enum kp_relation { KP_EQUAL, KP_AT_MOST, KP_AT_LEAST } kp_relation;

/** Decides `left relation right` exactly and notes the distance of the two. What is no number fails
 *  the run. */
void kp_find(kp_finding *finding, kp_num left, kp_relation relation, kp_num right);

/** Decides least ≤ value ≤ most; d: how far outside. */
void kp_find_between(kp_finding *finding, kp_num value, kp_num least, kp_num most);

/** Decides |left − right| ≤ allowed. */
void kp_find_near(kp_finding *finding, kp_num left, kp_num right, kp_num allowed);

/** Notes of which cell of a value the finding speaks, and where its name stands (NULL for none). */
void kp_point(kp_finding *finding, const kp_value *value, size_t cell, const kp_value *names);

/** The value of an operand in the `turn`-th repetition (from 0). */
static inline const kp_value *kp_again(const kp_operands *operands, size_t index, size_t turn) {
    return operands->of[index] + turn * operands->stride;
}

/** Whether a search through cells goes on: nothing was found wrong, and nothing failed. */
static inline bool kp_searching(const kp_finding *finding) {
    return finding->holds && finding->run->status == KP_OK;
}

/** The number without its sign. */
kp_num kp_magnitude(kp_num number);

/** Whether x ÷ by ≤ y ≤ x × by, for a y that is not negative. */
bool kp_within_times(kp_num x, kp_num y, kp_num by);

/** A computed number as a cell would hold it, with 15 significant digits. */
kp_num kp_as_cell(kp_num number);

/** The number of an operand; 0 where it was left out. */
kp_num kp_operand(const kp_operands *operands, size_t index);

/** The year of an operand; KP_NO_YEAR where it was left out. */
int kp_operand_year(const kp_operands *operands, size_t index);

/** What holds until it is amended: the law of the present, a guide. */
kp_num kp_present(kp_finding *finding, kp_parameter_id id);

/** The society's own value, where that operand was given, else the one that is published. */
kp_num kp_operand_or(const kp_operands *operands, size_t index, kp_finding *finding,
                     kp_parameter_id id, int year);

/** Whether the flag is set. */
bool kp_operand_flag(const kp_operands *operands, size_t index);

/** The cells of a range, and number `index` of them, row by row; a blank cell is 0. */
size_t kp_cell_count(const kp_range *range);
kp_num kp_cell_number(kp_run *run, const kp_range *range, size_t index);

/** The cells of each of the first `ranges` operands; KP_INVALID, and none, where they differ. */
size_t kp_same_cells(kp_run *run, const kp_operands *operands, size_t ranges);

/** Notes one more cell that does not hold: x counts them, the first is y. Rows that names leave out, which
 *  only sum up the others, count where nothing else does. Before the first, `holds` is true. */
void kp_find_another(kp_finding *finding, const kp_value *value, size_t cell, const kp_value *names,
                     kp_num number);

/** Whether every number of the repeated ranges is as `fits` asks, which is handed `limits` too: x of
 *  them are not, the first is y (kp_find_another). The operand behind the ranges, where there is one,
 *  names them. */
void kp_find_every(const kp_operands *operands, kp_finding *finding,
                   bool (*fits)(kp_num number, const kp_num *limits), const kp_num *limits);

/** Whether each cell of the first range is in that relation to the same cell of the second; the
 *  first that is not: x and y, place z. The third operand, where there is one, names them. */
void kp_find_pairs(const kp_operands *operands, kp_finding *finding, kp_relation relation);

/* Conditions on the operands 1, 2, 3 … of a row. */
kp_condition_test kp_holds_equal;        /**< 1 = 2 */
kp_condition_test kp_holds_at_most;      /**< 1 ≤ 2 */
kp_condition_test kp_holds_at_least;     /**< 1 ≥ 2; x is 1 ÷ 2 */
kp_condition_test kp_holds_sum;          /**< 1 + 2 = 3; x is 1 + 2 */
kp_condition_test kp_holds_total;        /**< 1 = the sum of the ranges from 2 on; x is the sum */
kp_condition_test kp_holds_zero;         /**< 1 = 0 */
kp_condition_test kp_holds_positive;     /**< 1 > 0 */
kp_condition_test kp_holds_not_negative; /**< 1 ≥ 0 */
kp_condition_test kp_holds_flag;         /**< the flag 1 is set */
kp_condition_test kp_holds_entered;      /**< the date 1 was entered */
kp_condition_test kp_holds_stated;       /**< 1 was given */
kp_condition_test kp_holds_as_stated;    /**< 1 = 2, where 1 was given */
kp_condition_test kp_holds_order; /**< date 1 ≤ date 2, where both were entered; d in days */
kp_condition_test kp_holds_pairs_equal;    /**< range 1 = range 2, cell by cell */
kp_condition_test kp_holds_pairs_at_least; /**< range 1 ≥ range 2, cell by cell */

/** The rows of one topic, in the order of their codes. */
extern const kp_check KP_CHECKS_FORM[], KP_CHECKS_LEVY[], KP_CHECKS_RATE[], KP_CHECKS_RESERVE[],
    KP_CHECKS_BOOKING[], KP_CHECKS_PLAN[], KP_CHECKS_BUSINESS[], KP_CHECKS_INPUT[],
    KP_CHECKS_ENTERED[], KP_CHECKS_PLAUSIBLE[], KP_CHECKS_TRENDS[], KP_CHECKS_FUNDS[],
    KP_CHECKS_FILED[], KP_CHECKS_ESTIMATES[], KP_CHECKS_LISTS[], KP_CHECKS_COMPARED[];
extern const size_t KP_CHECKS_FORM_COUNT, KP_CHECKS_LEVY_COUNT, KP_CHECKS_RATE_COUNT,
    KP_CHECKS_RESERVE_COUNT, KP_CHECKS_BOOKING_COUNT, KP_CHECKS_PLAN_COUNT,
    KP_CHECKS_BUSINESS_COUNT, KP_CHECKS_INPUT_COUNT, KP_CHECKS_ENTERED_COUNT,
    KP_CHECKS_PLAUSIBLE_COUNT, KP_CHECKS_TRENDS_COUNT, KP_CHECKS_FUNDS_COUNT, KP_CHECKS_FILED_COUNT,
    KP_CHECKS_ESTIMATES_COUNT, KP_CHECKS_LISTS_COUNT, KP_CHECKS_COMPARED_COUNT;

#endif
