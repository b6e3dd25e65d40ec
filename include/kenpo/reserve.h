/* SPDX-License-Identifier: MPL-2.0
 *
 * reserve.h: the legal reserve (法定準備金). Amounts are in 円 or in 千円, all of one call in the
 * same unit; ratios are 1 = 100 %.
 */
#ifndef KENPO_RESERVE_H
#define KENPO_RESERVE_H

#include "kenpo/range.h"

/** What the requirement is computed from: three years each, the year itself and the two before. */
typedef struct kp_reserve_basis {
    const kp_range
        *benefits; /**< 保険給付費, amounts ≥ 0, 病院診療所費 net of its income included */
    const kp_range *levies; /**< 前期高齢者納付金等(前期高齢者交付金控除後), amounts */
    const kp_range *care; /**< 介護納付金, amounts; zeros for the general account alone */
    const kp_range *deductions; /**< 減免に要した費用 to deduct from benefits, ≥ 0; NULL for none */
    kp_num benefit_months; /**< 基準月数(給付), whole 1 to 12 */
    kp_num levy_months;    /**< 基準月数(納付金等), whole 1 to 12 */
    const kp_range
        *childcare; /**< 子ども・子育て支援納付金, amounts ≥ 0, 0 in the years before FY2026;
                                    NULL for none */
    bool
        before_count; /**< whether the years before FY2026 count as 0 in its average, or not at all */
} kp_reserve_basis;

/** 準備金限度内部分(所要額) · the reserve that is required.
 *
 *  「法定準備金の基準については、当分の間、保険給付に要した費用の3か月相当分を2か月相当分に見直
 *  されたことに留意すること」 通知 第1の3; 「準備金保有率の算出に当たっては、平成24年度、平成25
 *  年度、平成26年度及び平成27年度の保険給付費(見込)から、…減免に要した費用を控除して計算するこ
 *  と。」 通知 第3の1(1); 「平均額の12分の3(当分の間、12分の2)…後期高齢者支援金等相当額(前期高
 *  齢者交付金がある場合には、これを控除した額)の…12分の1」 施行令46条2項・附則5条;
 *  「準備金に係る規定において勘案されている…納付に要する費用に、子ども・子育て支援納付金の納付に要
 *  する費用を追加する」 令和7年政令第421号の案の概要, from FY2026 on
 *
 *  required = (Σ(benefits − deductions) × benefit months + (Σ levies + Σ care + childcare) × levy
 *  months) ÷ 36, an amount, not rounded; childcare as kp_childcare_levies.
 *
 *  KP_INVALID: not exactly three numbers in a range, text, a negative benefit, deduction or childcare
 *  levy, a deduction larger than the year's benefits, deductions outside FY2012 to FY2015, a childcare
 *  levy before FY2026.
 *  Source: 施行令46条2項・附則5条, 通知 第1の3, 第3の1(1), 令和7年政令第421号.
 *  Example: society S, FY2015: 3919675/12 = 326,639.583… 千円 (E-06). With a childcare levy of 65,090
 *  千円 in FY2026 it is 65,090 ÷ 36 more, or ÷ 12 where the years before do not count (E-30). */
kp_num kp_reserve_required(kp_run *run, const kp_reserve_basis *basis, int year);

/** The same, by the sums of the three years; the deductions are off the benefits already.
 *  childcare as kp_childcare_levies gives it; 0 for none. */
kp_num kp_reserve_of(kp_run *run, kp_num benefits, kp_num levies, kp_num care, kp_num childcare,
                     kp_num benefit_months, kp_num levy_months);

/** 子ども・子育て支援納付金 that counts towards the reserve: three times the average.
 *
 *  The documents do not say what the years before FY2026, which have none, do in the average: this is
 *  the user's choice, and the explanation tells which was made.
 *
 *  levies        of the year before the last one, the year before and the year, amounts ≥ 0
 *  before_count  true: years before FY2026 count as 0, Σ levies; false: they are left out,
 *                Σ levies × 3 ÷ the years from FY2026 on
 *  place         of the argument that is refused
 *
 *  KP_INVALID: an amount in a year before FY2026.
 *  Source: 令和7年政令第421号.
 *  Example: {0; 60; 90}, FY2027: 150; without the year before FY2026: 150 × 3 ÷ 2 = 225. */
kp_num kp_childcare_levies(kp_run *run, const kp_num levies[3], int year, bool before_count,
                           int place);

/** Whether 減免に要した費用 of that year is deducted from its benefits. 通知 第3の1(1). */
bool kp_deducted_in(int year);

/** 準備金保有率 · the reserve ratio, for the total and for 介護 alike.
 *
 *  「「本年度末法定準備金保有率」及び「再掲 介護勘定における準備金保有率」の各々が100%となるよ
 *  うに積み立てておくこと。」 通知 第1の3
 *
 *  balance   年度末準備金残高, amount ≥ 0
 *  required  所要額, amount
 *  ratio     balance ÷ required, 1 = 100 %
 *
 *  KP_INVALID: a negative value. KP_DIVIDE_BY_ZERO: a requirement of 0.
 *  Source: 通知 第1の3, 予算編成基準別添(2)別表(1)-1.
 *  Example: 249,999 ÷ 250,000 is 0.999996, less than 100 % although it prints as 100.00 % (E-07).
 */
kp_num kp_reserve_ratio(kp_run *run, kp_num balance, kp_num required);

/** 準備金限度外部分 · what the reserve holds beyond the requirement.
 *
 *  「別途積立金や準備金限度外部分の保有状況を踏まえ、計画的な繰入を見込むこと。」 通知 第1の1(3)
 *
 *  balance   準備金残高, amount ≥ 0
 *  required  所要額, amount ≥ 0
 *  excess    max(0, balance − required), amount
 *
 *  KP_INVALID: a negative value.
 *  Source: 通知 第1の1(3), 第3の3(1).
 *  Example: 412,000 held, 326,640 required: 85,360. */
kp_num kp_reserve_excess(kp_run *run, kp_num balance, kp_num required);

/** 準備金不足額 · what the reserve lacks: max(0, required − balance). As kp_reserve_excess.
 *
 *  「平成27年度予算において、準備金限度内部分を満たしていない組合は、…「準備金限度内部分にかか
 *  る積立計画」…を策定すること。」 通知 第4の1(1)
 *
 *  Source: 通知 第1の3, 第4の1.
 *  Example: 308,139 held, 308,140 required: 1. */
kp_num kp_reserve_shortfall(kp_run *run, kp_num balance, kp_num required);

/** 換金処分の容易な形態で保有すべき額 · the part to be kept in cash or deposits.
 *
 *  「準備金のうち前3年度の保険給付費の平均年額の12分の1については、換金処分の容易な形態により保
 *  有すること。」 通知 第1の3
 *
 *  benefits  保険給付費 of the three years before (前3年度), amounts ≥ 0; without 納付金等
 *  liquid    their average ÷ 12, amount, not rounded
 *
 *  KP_INVALID: not exactly three numbers, text, a negative amount.
 *  Source: 通知 第1の3.
 *  Example: {1740000; 1800000; 1860000} gives 150,000 (E-09). */
kp_num kp_reserve_liquid(kp_run *run, const kp_range *benefits);

/** 国庫補助金の見積計上の上限 · how much subsidy may be budgeted by estimate.
 *
 *  「ただし、計上することで準備金限度内部分を充たすことになる場合は、準備金限度内部分を超える額
 *  については見積計上できないこと。」 通知 第3の3(3)
 *
 *  required  所要額(準備金限度内部分), amount ≥ 0
 *  balance   補助計上前の準備金見込, amount ≥ 0
 *  cap       max(0, required − balance), amount
 *
 *  Only where 通知 第3の3(3) allows an estimate at all; 特定健診・保健指導補助金 is outside it.
 *  KP_INVALID: a negative value.
 *  Source: 通知 第3の3(3).
 *  Example: 412,000 required, 390,000 held: 22,000; with 415,000 held: 0 (E-23). */
kp_num kp_subsidy_cap(kp_run *run, kp_num required, kp_num balance);

/** What may stand in for higher premiums where a budget lacks means. */
typedef struct kp_gap_basis {
    kp_num spending;       /**< 支出 ≥ 0 */
    kp_num income;         /**< 収入(料率改定前) ≥ 0 */
    kp_num carried_over;   /**< 繰越金 ≥ 0 */
    kp_num own_funds;      /**< 別途積立金繰入 ≥ 0 */
    kp_num reserve_excess; /**< 準備金繰入(限度外部分) ≥ 0 */
} kp_gap_basis;

/** 残不足額 · what is still lacking after the means that 通知 allows.
 *
 *  「予算編成に当たり財源が不足する場合は、保険料率の引上げに代えて、繰越金、別途積立金繰入及び
 *  準備金繰入(準備金限度内部分繰入を除く。)により、財源を確保して差し支えない。」 通知 第3の3(1)
 *
 *  gap = max(0, spending − income − carried over − own funds − reserve excess), amount
 *
 *  KP_INVALID: a negative value.
 *  Source: 通知 第3の3(1).
 *  Example: 1,000 spent, 900 received, 30, 40 and 20 drawn: 10. */
kp_num kp_fund_gap(kp_run *run, const kp_gap_basis *basis);

#endif
