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

#include "kenpo/conditions.h"

/** The word for a severity: 適・情報・注意・エラー・未入力, OK, Info, Warning, Error,
 *  Not filled in. */
kp_text kp_severity_word(kp_severity severity);

/** The number of checks, and the one at `index` (from 0) in the order of their codes. */
size_t kp_check_count(void);
const kp_check *kp_check_at(size_t index);

/** The check with that code, "V03" or "v03"; NULL, and KP_INVALID, where there is none. */
const kp_check *kp_check_named(kp_run *run, const char *code);

/** 点検 · runs a check on what stands in the cells.
 *
 *  inputs, count  the values, in the order of check->arguments; at most KP_CHECK_INPUTS
 *  text           where not NULL: 適 (OK), or severity, what is wrong and by how much, citation
 *
 *  Gives the gravest of what was found, KP_PASS where all conditions hold; KP_UNFILLED where a
 *  required value stands in an empty cell or is a dash, as forms show it for no value.
 *
 *  KP_MISSING: there are too few arguments, or too many. KP_INVALID: an argument of
 *  the wrong kind. The trace then lists the arguments. KP_NOT_PUBLISHED: nothing was found wrong,
 *  but a condition asks for a number that is not published. Others: as the rule that the check uses.
 *  Example: V03 with 2,779,439 and 2,779,438 gives
 *  "エラー: 収入合計 2,779,439 と支出合計 2,779,438 が一致しません(差 1)。根拠: 健康保険法施行令
 * 16条". */
kp_severity kp_check_run(kp_run *run, const kp_check *check, const kp_input *inputs, size_t count,
                         kp_writer *text);

/** 点検箇所 · where what the check found stands: 1,000 × the number of the value (from 1) + the number
 *  of the cell in it (from 1 to 999, row by row; 0 for one beyond); 0 where all holds or nothing single is
 *  meant. Where a condition compares single values, its first one is meant.
 *  Statuses as kp_check_run. Example: V08 with two ranges, -1 in the third cell of the second: 2003. */
kp_num kp_check_place(kp_run *run, const kp_check *check, const kp_input *inputs, size_t count);

/** Appends what one of the five items says of a check: 区分 severity · 比較 comparison · 根拠 source ·
 *  根拠略称 short source, with a short title · 引数 arguments; KP_INVALID for another item. */
void kp_check_describe(kp_run *run, const kp_check *check, const char *item, kp_writer *text);

#endif
