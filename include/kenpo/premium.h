/* SPDX-License-Identifier: MPL-2.0
 *
 * premium.h: premium rates (保険料率) and the payroll that they are taken of. Rates are in ‰: 95 is
 * 95/1000. Amounts are in 円 or in 千円, all of one call in the same unit.
 */
#ifndef KENPO_PREMIUM_H
#define KENPO_PREMIUM_H

#include "kenpo/range.h"

/** 前期高齢者納付金等 · the levies for the elderly, less the grant.
 *
 *  「前期高齢者納付金等(前期高齢者納付金、後期高齢者支援金、日雇拠出金、退職者給付拠出金及び老
 *  人保健拠出金の合算額(前期高齢者交付金がある場合には、これを控除した額)をいう。以下同じ。)」
 *  通知 第1の1(5)
 *
 *  levies  前期高齢者納付金、後期高齢者支援金、日雇拠出金、退職者給付拠出金、老人保健拠出金, amounts;
 *          介護納付金 and 病床転換支援金 are not part of it
 *  grant   前期高齢者交付金, amount ≥ 0
 *  total   Σ levies − grant, amount; negative where the grant is the larger
 *
 *  KP_INVALID: text in the range, negative grant.
 *  Source: 通知 第1の1(5).
 *  Example: {420000; 610000; 20; 3000; 5} less 0 is 1,033,025 (E-01). */
kp_num kp_levy_total(kp_run *run, const kp_range *levies, kp_num grant);

/** 特定保険料率 · the specific premium rate, the reference for the rate to be adopted.
 *
 *  「特定保険料率は、平成27年度において保険者が納付すべき前期高齢者納付金等(…)を、被保険者の標
 *  準報酬月額の総額及び標準賞与額の総額の合算額の見込額で除して得た率を基準として定めること。」
 *  通知 第1の1(5)
 *
 *  levies, grant  as in kp_levy_total
 *  monthly        標準報酬月額の総額, amount a year ≥ 0
 *  bonus          標準賞与額の総額, amount a year ≥ 0
 *  rate           前期高齢者納付金等 ÷ (monthly + bonus) × 1000, ‰, not rounded; may be negative
 *
 *  KP_INVALID: as kp_levy_total, negative payroll. KP_DIVIDE_BY_ZERO: payroll of 0.
 *  Source: 健康保険法160条14項, 通知 第1の1(5).
 *  Example: 1,033,025 ÷ 28,300,000 is 41321/1132 ‰ = 36.502650… (E-01). */
kp_num kp_specific_rate(kp_run *run, const kp_range *levies, kp_num grant, kp_num monthly,
                        kp_num bonus);

/** 基本保険料率 · the basic premium rate.
 *
 *  No sentence of it is printed in the two documents: rule R-04, L-02.
 *
 *  general   一般保険料率, ‰ ≥ 0
 *  specific  特定保険料率, ‰
 *  rate      general − specific, ‰
 *
 *  KP_INVALID: negative general rate.
 *  Source: 健康保険法160条15項.
 *  Example: 93.70 ‰ − 36.50 ‰ is 57.20 ‰ (E-01). */
kp_num kp_basic_rate(kp_run *run, kp_num general, kp_num specific);

/** 総報酬額 · the total payroll of a year.
 *
 *  「標準報酬等の推計は、年度内に収入の不足が生じないよう、適正なものとすること。」 通知
 *  第1の1(2)
 *
 *  average  平均標準報酬月額, amount ≥ 0
 *  insured  被保険者数(保険料免除者を除く), whole persons ≥ 0
 *  bonus    1人当たり標準賞与額, amount a year ≥ 0
 *  months   月数, whole 1 to 12
 *  payroll  average × insured × months + bonus × insured, amount
 *
 *  KP_INVALID: a value outside these.
 *  Source: 通知 第1の1(2), 健康保険法160条14項.
 *  Example: 380,000 円 × 5,000 × 12 + 1,100,000 円 × 5,000 is 28,300,000,000 円. */
kp_num kp_payroll(kp_run *run, kp_num average, kp_num insured, kp_num bonus, kp_num months);

/** 標準報酬月額の総額 · the first part of it: average × insured × months. As kp_payroll. */
kp_num kp_standard_pay(kp_run *run, kp_num average, kp_num insured, kp_num months);

/** 介護保険料率 · the care premium rate (L-10), the reference for the rate to be adopted.
 *
 *  「各年度において保険者が納付すべき介護納付金…の額…を…介護保険第2号被保険者である被保険者
 *  の総報酬額の総額の合算額の見込額で除して得た率を基準として、保険者が定める」 健康保険法160条
 *  16項
 *
 *  levy     介護納付金, amount ≥ 0
 *  payroll  第2号被保険者の総報酬額, amount a year (with 特定被保険者 where the society has them)
 *  rate     levy ÷ payroll × 1000, ‰, not rounded
 *
 *  KP_INVALID: a negative value. KP_DIVIDE_BY_ZERO: payroll of 0.
 *  Source: 健康保険法160条16項.
 *  Example: 234,000 ÷ 14,600,000 is 16.02739… ‰. */
kp_num kp_care_rate(kp_run *run, kp_num levy, kp_num payroll);

/** 法定給付費等に要する保険料率 · the rate that statutory benefits and levies need (L-05, R-18).
 *
 *  「法定給付費等に要する保険料率及び実質保険料率の算出に当たっては、…平成27年度の保険給付費(
 *  見込)から、その一部負担金等の減免に要する費用(見込)を控除して計算すること。」 通知
 *  第3の1(2); 「…合算額で除して得た率が千分の九十五を超える状態が継続する」 施行令29条
 *
 *  benefits   法定給付費 without 付加給付, amount ≥ 0
 *  levies     前期高齢者納付金等 (kp_levy_total), amount; may be negative
 *  payroll    総報酬額, amount a year
 *  deduction  減免に要する費用 (FY2015 only, 通知 第3の1(2)), 0 to benefits
 *  year       of the amounts; KP_NO_YEAR where it is not known: then the deduction is not asked for it
 *  rate       (benefits − deduction + levies) ÷ payroll × 1000, ‰, not rounded
 *
 *  KP_INVALID: a value outside these, a deduction in a year other than FY2015. KP_DIVIDE_BY_ZERO:
 *  payroll of 0.
 *  Source: 予算編成基準, 施行令29条, 通知 第3の1(2).
 *  Example: (1,368,000 + 1,033,025) ÷ 28,300,000 is 96041/1132 ‰ = 84.841873… (E-24). */
kp_num kp_statutory_rate(kp_run *run, kp_num benefits, kp_num levies, kp_num payroll,
                         kp_num deduction, int year);

/** What the real rate is computed from: amounts of one year. */
typedef struct kp_real_basis {
    kp_num spending;  /**< 経常支出 ≥ 0 */
    kp_num income;    /**< 経常収入 ≥ 0, premiums included */
    kp_num premiums;  /**< 保険料収入, 0 to income */
    kp_num payroll;   /**< 総報酬額 > 0 */
    kp_num deduction; /**< 減免に要する費用 (FY2015 only), 0 to spending */
    int year;         /**< as in kp_statutory_rate */
} kp_real_basis;

/** 実質保険料率 · the rate that balances ordinary income and spending (L-11, R-18).
 *
 *  「収支均衡に必要な財源を賄う」率 (健保連 令和6年度決算見込); the deduction as in
 *  kp_statutory_rate: rule L-11.
 *
 *  rate = (spending − deduction − (income − premiums)) ÷ payroll × 1000, ‰, not rounded; negative
 *  where the other income alone exceeds the spending.
 *
 *  KP_INVALID: a value outside its range, a deduction in a year other than FY2015.
 *  KP_DIVIDE_BY_ZERO: payroll of 0.
 *  Source: 予算編成基準 (working formula, 収支均衡に必要な率), 通知 第3の1(2).
 *  Example: (2,619,326 − 7,736) ÷ 28,300,000 is 261159/2830 ‰ = 92.282332… (E-24). */
kp_num kp_real_rate(kp_run *run, const kp_real_basis *basis);

/** What the adjustment rate is computed from. */
typedef struct kp_adjustment_basis {
    kp_num needed;  /**< 見込所要保険料率 of the society, ‰ ≥ 0 */
    kp_num average; /**< 全組合平均の見込所要保険料率, ‰ > 0 */
    kp_num below;   /**< 下幅: how far below the average 修正率 is 1, ‰ ≥ 0 */
    kp_num above;   /**< 上幅: how far above, ‰ ≥ 0 */
    kp_num base;    /**< 基本調整保険料率, ‰ > 0 */
    kp_num limit;   /**< 修正率の上限 ≥ 1; 1.5 by the minister's notice (L-06) */
} kp_adjustment_basis;

/** 調整保険料率 · the adjustment premium rate (R-100, L-06).
 *
 *  「基本調整保険料率千分の1.3相当額の事業規模の配分について、…」 健保連R6 継6(2)①; the
 *  factor is of 施行令67条, no sentence of which is printed in the two documents: rules R-100,
 *  L-06.
 *
 *  rate = base, where average − below ≤ needed ≤ average + above; else
 *  base × min(limit, needed ÷ average), ‰, not rounded
 *
 *  KP_INVALID: a value outside its range. KP_DIVIDE_BY_ZERO: an average of 0.
 *  Source: 健康保険法附則2条, 施行令67条, 健保連R6 継6(2)①.
 *  Example, FY2024: 72 ‰ needed, 75 ‰ on average, no band: 1.3 × 72 ÷ 75 is 1.248 ‰. */
kp_num kp_adjustment_rate(kp_run *run, const kp_adjustment_basis *basis);

/** 保険料収入 · premiums: payroll × rate ÷ 1000 × share collected (R-102, form A I1, I4).
 *
 *  No sentence of it is printed in the two documents: rule R-102.
 *
 *  payroll    総報酬額, amount ≥ 0
 *  rate       料率, ‰ ≥ 0
 *  collected  収納率, > 0, ≤ 1
 *
 *  KP_INVALID: a value outside these.
 *  Source: 健康保険法156条, 通知 第1の1(2).
 *  Example: 28,300,000 at 1.3 ‰ is 36,790 (E-14). */
kp_num kp_premium(kp_run *run, kp_num payroll, kp_num rate, kp_num collected);

/** 負担割合による率の按分 · a payer's share of one component of the rate.
 *
 *  「保険料額の負担割合は、…「健康保険組合事業運営指針」を踏まえ、設定すること。」 通知 第1の2
 *
 *  component  基本・特定・調整などの率, ‰ or %, any sign
 *  payer      事業主又は被保険者の負担率, 0 to total
 *  total      合計率 > 0; all three in the same unit
 *  share      component × payer ÷ total, not rounded
 *
 *  KP_INVALID: a value outside these. KP_DIVIDE_BY_ZERO: a total of 0.
 *  Source: 健康保険法161条・162条, 通知 第1の2.
 *  Example: 4.6221 × 5.41 ÷ 9 with 4 decimals is 2.7784. */
kp_num kp_rate_split(kp_run *run, kp_num component, kp_num payer, kp_num total);

/** 四捨五入 · a rate rounded half up to so many decimals.
 *
 *  decimals  桁数, whole 1 to 10 */
kp_num kp_round_decimals(kp_run *run, kp_num value, kp_num decimals);

#endif
