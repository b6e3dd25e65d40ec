/* SPDX-License-Identifier: MPL-2.0
 *
 * check.h: the checks of a budget (点検). One table, one row a check: its code, its severity, what
 * it compares, the arguments that it takes, the conditions that must hold, what is said where one
 * does not, and the citation. The sheet 点検, the reference and KENPO_EXPLAIN read the same rows.
 *
 * Comparisons are exact: 249,999 of 250,000 is less than 100 %, however it is displayed. An amount
 * that a check computes itself is compared as a cell would hold it (15 significant digits), so that
 * a cell with the same formula is equal.
 */
#ifndef KENPO_CHECK_H
#define KENPO_CHECK_H

#include "kenpo/range.h"
#include "kenpo/run.h"
#include "kenpo/source.h"

/** How much a finding matters (区分), in this order; KENPO_CHECK_LEVEL shows these numbers. */
typedef enum kp_severity {
    KP_PASS = 0,    /**< 適 */
    KP_INFO = 1,    /**< 情報: worth knowing */
    KP_WARNING = 2, /**< 注意: needs an explanation */
    KP_ERROR = 3    /**< エラー: must be put right */
} kp_severity;

/** The word for a severity: 適・情報・注意・エラー, OK, Info, Warning, Error. */
kp_text kp_severity_word(kp_severity severity);

/** What an argument of a check means. */
typedef enum kp_check_kind {
    KP_NO_ARGUMENT,
    KP_IS_AMOUNT, /**< 金額: any number; 円 or 千円, all of one check in the same unit */
    KP_IS_COUNT,  /**< 人数・件数・部数・年数: a whole number ≥ 0 */
    KP_IS_RATE,   /**< 料率 ‰ */
    KP_IS_RATIO,  /**< 割合, 1 = 100 % */
    KP_IS_FLAG, /**< はい・いいえ: 1 or 0, TRUE or FALSE, or one of 有 あり ○ 済 はい yes, 無 なし
                     × 未 いいえ no; left out means 0 */
    KP_IS_DATE, /**< 日付: a date of Calc; 0 or an empty cell means that none was entered */
    KP_IS_YEAR, /**< 年度 in any spelling */
    KP_IS_WORD, /**< 語: text */
    KP_IS_RANGE /**< 範囲: one cell or a range of numbers */
} kp_check_kind;

/** Whether an argument must be given. */
typedef enum kp_check_need {
    KP_REQUIRED,
    KP_OPTIONAL, /**< an empty text or a dash (―) leaves it out, too */
    KP_REPEATED  /**< the last one: once or more often */
} kp_check_need;

typedef struct kp_check_argument {
    kp_text name;
    kp_check_kind kind;
    kp_check_need need;
} kp_check_argument;

/** What stands in a cell that a check is given. */
typedef enum kp_check_input_kind {
    KP_CHECK_NOTHING,
    KP_CHECK_NUMBER,
    KP_CHECK_TEXT,
    KP_CHECK_RANGE
} kp_check_input_kind;

typedef struct kp_check_input {
    kp_check_input_kind kind;
    double number;
    const char *text;
    kp_range range;
} kp_check_input;

/** An argument that was read by its kind. */
typedef struct kp_check_value {
    kp_check_kind kind;
    bool given;
    kp_num number; /**< amount, count, rate, ratio; 0 or 1 of a flag; a date's number; the year */
    const char *text;
    kp_range range;
} kp_check_value;

enum {
    KP_CHECK_ARGUMENTS = 8,
    KP_CHECK_CONDITIONS = 6,
    KP_CHECK_INPUTS = 16,
    KP_CHECK_OPERANDS = 8
};

/** The arguments that one condition looks at, in the order in which it names them. */
typedef struct kp_operands {
    const kp_check_value *of[KP_CHECK_OPERANDS];
    size_t repeated; /**< values from the last operand on, where its argument is repeated, else 1 */
} kp_operands;

/** What a condition found: whether it holds, and the numbers that its message names. */
typedef struct kp_finding {
    kp_run *run; /**< of the check: fails where the condition cannot be decided */
    bool holds;
    kp_num x, y, z, w, v; /**< computed amounts, {x} … {v} in the message */
    kp_num difference;    /**< by how much, ≥ 0, {d} in the message */
} kp_finding;

/** Decides one condition. */
typedef void kp_condition_test(const kp_operands *operands, kp_finding *finding);

/** Makes a condition depend on an argument: it applies where that is from … to (both included). */
typedef struct kp_condition_case {
    unsigned char argument; /**< A … H, 0 for a condition that always applies */
    int from;
    int to;
} kp_condition_case;

/** A condition does not apply where one of its operands, other than a flag, was left out. */
typedef struct kp_condition {
    kp_condition_test *test;
    unsigned char operands[KP_CHECK_OPERANDS]; /**< A … H, ended by 0 */
    kp_text
        message; /**< {A} … {H} arguments, {x} … {v} computed, {d} difference; {x%} in percent */
    kp_condition_case when;
    kp_severity severity; /**< where it differs from the check's own */
} kp_condition;

typedef struct kp_check {
    const char *code; /**< "V01" … "V65" */
    kp_severity severity;
    kp_text compares;
    kp_citation citation;
    kp_check_argument arguments[KP_CHECK_ARGUMENTS];
    kp_condition conditions[KP_CHECK_CONDITIONS];
    unsigned char relief; /**< the flag that turns an error into a warning; 0 for none */
} kp_check;

/** The number of checks, and the one at `index` (from 0) in the order of their codes. */
size_t kp_check_count(void);
const kp_check *kp_check_at(size_t index);

/** The check with that code, "V03" or "v03"; KP_INVALID where there is none. */
kp_status kp_check_named(const char *code, kp_trace *trace, const kp_check **check);

/** 点検 · runs a check on what stands in the cells.
 *
 *  inputs, count  the values, in the order of check->arguments; at most KP_CHECK_INPUTS
 *  text           where not NULL: 適 (OK), or severity, what is wrong and by how much, citation
 *  severity       the gravest of what was found, KP_PASS where all conditions hold
 *
 *  KP_MISSING: a required argument was left out, or there are too many. KP_INVALID: an argument of
 *  the wrong kind. Others: as the rule that the check uses. The trace then lists the arguments.
 *  Example: V03 with 2,779,439 and 2,779,438 gives
 *  "エラー: 収入合計 2,779,439 と支出合計 2,779,438 が一致しません(差 1)。根拠: 健康保険法施行令
 * 16条". */
kp_status kp_check_run(const kp_check *check, const kp_check_input *inputs, size_t count,
                       kp_trace *trace, kp_writer *text, kp_severity *severity);

/** Appends what one of the five items says of a check: 区分 severity · 比較 comparison · 根拠 source ·
 *  根拠略称 short source, with a short title · 引数 arguments; KP_INVALID for another item. */
kp_status kp_check_describe(const kp_check *check, const char *item, kp_trace *trace,
                            kp_writer *text);

#endif
