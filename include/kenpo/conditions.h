/* SPDX-License-Identifier: MPL-2.0
 *
 * conditions.h: what a row of the table of checks says (点検の条件): severity, arguments, conditions,
 * words, citation. kenpo/check.h runs it.
 */
#ifndef KENPO_CONDITIONS_H
#define KENPO_CONDITIONS_H

#include "kenpo/input.h"
#include "kenpo/parameter_id.h"
#include "kenpo/source.h"

/** How much a finding matters (区分), in this order; KENPO_CHECK_LEVEL shows these numbers. */
typedef enum kp_severity {
    KP_PASS = 0,    /**< 適 */
    KP_INFO = 1,    /**< 情報: worth knowing */
    KP_WARNING = 2, /**< 注意: needs an explanation */
    KP_ERROR = 3,   /**< エラー: must be put right */
    KP_UNFILLED = 5 /**< 未入力: a value that the check needs is not there; 4 is what forms show for
                       未計算, a check that an error came into */
} kp_severity;

enum {
    KP_CHECK_ARGUMENTS = 11,
    KP_CHECK_CONDITIONS = 8,
    KP_CHECK_INPUTS = 16,
    KP_CHECK_OPERANDS = 10
};

/** The arguments that one condition looks at, in the order in which it names them. */
typedef struct kp_operands {
    const kp_value *of[KP_CHECK_OPERANDS];
    size_t repeated; /**< how often the repeated arguments were given, else 1 */
    size_t stride;   /**< from an operand to the same one of the next repetition */
} kp_operands;

/** What a condition found: whether it holds, the numbers that its message names, and where. */
typedef struct kp_finding {
    kp_run *run; /**< of the check: fails where the condition cannot be decided */
    bool holds;
    kp_num x, y, z, w, v;  /**< computed amounts, {x} … {v} in the message */
    kp_num difference;     /**< by how much, ≥ 0, {d} in the message */
    const kp_value *at;    /**< the value of which the finding speaks; NULL where of none alone */
    size_t cell;           /**< which cell of it, from 0 */
    const kp_value *names; /**< the names of its cells, {n} in the message; NULL: the argument's */
} kp_finding;

/** Decides one condition. */
typedef void kp_condition_test(const kp_operands *operands, kp_finding *finding);

/** Makes a condition depend on an argument: it applies where that is from … to (both included), or
 *  is a year for which the parameter `in_force` has a value. */
typedef struct kp_condition_case {
    unsigned char argument; /**< A … K, 0 for a condition that always applies */
    int from;
    int to;
    kp_parameter_id in_force; /**< KP_NO_PARAMETER: from … to decides */
} kp_condition_case;

/** A condition does not apply where one of its operands was left out, other than a flag or one that
 *  is KP_DEFAULTED. */
typedef struct kp_condition {
    kp_condition_test *test;
    unsigned char operands[KP_CHECK_OPERANDS]; /**< A … K, ended by 0 */
    kp_text message; /**< {A} … {K} arguments, {x} … {v} computed, {d} difference; {x%} in percent;
                      {n} the name of the cell; {rate.most} a parameter that holds until it is
                      amended */
    kp_condition_case when;
    kp_severity severity; /**< where it differs from the check's own */
} kp_condition;

typedef struct kp_check {
    const char *code; /**< "V01" … "V98" */
    kp_severity severity;
    kp_text compares;
    kp_citation citation;
    kp_argument arguments[KP_CHECK_ARGUMENTS];
    kp_condition conditions[KP_CHECK_CONDITIONS];
    unsigned char relief; /**< the flag that turns an error into a warning; 0 for none */
} kp_check;

#endif
