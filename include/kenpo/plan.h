/* SPDX-License-Identifier: MPL-2.0
 *
 * plan.h: the plan by which a society fills its reserve (準備金限度内部分にかかる積立計画).
 */
#ifndef KENPO_PLAN_H
#define KENPO_PLAN_H

#include "kenpo/range.h"

/** The facts that decide whether a plan is needed. */
typedef struct kp_plan_basis {
    bool short_in_budget; /**< 当初予算で準備金限度内部分を満たさない */
    bool short_in_year;   /**< 年度途中に満たさないと見込まれる */
    int founded;          /**< 設立年度 */
    bool designated;      /**< 指定組合である */
    bool in_recovery;     /**< 健全化計画期間が予算年度に該当する */
    bool has_plan;        /**< 既策定組合である */
    int exempt_from;      /**< この設立年度以降は不要 (fiscal year) */
} kp_plan_basis;

/** 策定が不要な組合 · whether none is needed of the society, whatever its reserve holds, with
 *  the reason as a remark. Of the basis only founded to exempt_from are looked at.
 *
 *  「平成26年度以降に新設した組合、指定組合(健全化計画期間が平成27年度に該当しない場合を除く。)
 *  及び既策定組合(…)については、積立計画の策定は必要としない。」 通知 第4の1なお書
 *
 *  Source: 通知 第4の1なお書. */
bool kp_plan_exempt(kp_run *run, const kp_plan_basis *basis);

/** 積立計画の要否 · whether a plan must be made.
 *
 *  「平成27年度予算において、準備金限度内部分を満たしていない組合は、…「準備金限度内部分にかか
 *  る積立計画」…を策定すること。」「…年度途中で、準備金限度内部分を満たさないと見込まれる場合
 *  には、上記(1)と同様に積立計画を策定すること。」 通知 第4の1
 *
 *  year    the budget's fiscal year
 *  answer  0: none; 1: 第4の1(1)の組合 (short in the budget); 2: 第4の1(2)の組合 (short later)
 *
 *  None is needed of a society founded in or after the exempting year, of a 指定組合 whose
 *  健全化計画期間 covers the year, and of one that has a plan (第4の3 to 5 bind it all the same).
 *
 *  KP_INVALID: founded after the budget year.
 *  Source: 通知 第4の1.
 *  Example, FY2015: short in the budget, founded 1960: 1. */
kp_num kp_plan_required(kp_run *run, const kp_plan_basis *basis, int year);

/** 1か月分相当額 · one month of benefits and levies: (average benefits + average levies) ÷ 12. As
 *  kp_plan_first_year. */
kp_num kp_one_month(kp_run *run, const kp_range *benefits, const kp_range *levies);

/** 積立計画 初年度の条件 · the reserve at the end of year 1 ÷ one month of benefits and
 *  levies.
 *
 *  「ただし、初年度では、保険給付費と前期高齢者納付金等の1か月分相当を確保されたい。」 通知 第4
 *  の2(1)
 *
 *  balance   初年度末準備金, amount ≥ 0
 *  benefits  保険給付費, amounts ≥ 0: one year, or three for their average
 *  levies    前期高齢者納付金等, amounts: as many years as benefits
 *  ratio     balance ÷ ((average benefits + average levies) ÷ 12); 1 and more: the condition is met
 *
 *  The source does not say whether one year or three are meant: the user decides by the range.
 *  KP_INVALID: another count of numbers, a single year of 0 (as an empty cell reads), a negative
 *  balance, benefit or requirement.
 *  KP_DIVIDE_BY_ZERO: a requirement of 0.
 *  Source: 通知 第4の2(1).
 *  Example: 202,753 for 1,400,000 and 1,033,025: 1.0000045…, met (E-21). */
kp_num kp_plan_first_year(kp_run *run, kp_num balance, const kp_range *benefits,
                          const kp_range *levies);

#endif
