/* SPDX-License-Identifier: MPL-2.0
 *
 * levy.h: the levies that a society pays (納付金・支援金・拠出金). Amounts are in 円 or in 千円,
 * all of one call in the same unit. The coefficients of a year (諸係数) come with the bureau's
 * notice and are inputs, since neither source document prints them.
 */
#ifndef KENPO_LEVY_H
#define KENPO_LEVY_H

#include "kenpo/run.h"

/** 納付金等の見込額 · the year's estimate with the settlement of two years before.
 *
 *  「前期高齢者納付金等の算出に当たっては、当年度の算出方法をもとに、当年度の概算分と前々年度の
 *  精算分をそれぞれ的確に算出すること。」 通知 第4の2(3)②
 *
 *  estimate    当年度概算, amount, any sign
 *  old         前々年度概算, amount, any sign
 *  settled     前々年度確定, amount, any sign
 *  adjustment  調整金額, amount with its sign (a deduction is negative)
 *  net         estimate + (settled − old) + adjustment, amount; may be negative
 *
 *  Source: 通知 第4の2(3)②, 高確法33条・37条.
 *  Example: 520,000,000 with 900,000,000 settled as 340,000,000: −40,000,000 (E-04). */
kp_num kp_levy_net(kp_run *run, kp_num estimate, kp_num old, kp_num settled, kp_num adjustment);

/** 納付金等の支出計上額 · what is budgeted as spending for one levy. Never on the total of
 *  several levies.
 *
 *  「納付金等で、過年度の概算納付額と確定納付額の差により、見込額がマイナスとなる場合は、事務費
 *  拠出金のみの金額を支出科目に計上し、還付金は(款)雑収入(項)雑入(目)補助金等追加収入に計上する
 *  こと。」 通知 第2の3
 *
 *  net      見込額 without 事務費拠出金, amount, any sign
 *  office   事務費拠出金, amount ≥ 0
 *  expense  net + office; where net is negative, office alone
 *
 *  KP_INVALID: negative 事務費拠出金.
 *  Source: 通知 第2の3.
 *  Example: −40,000,000 and 12,345 give 12,345 (E-04). */
kp_num kp_levy_expense(kp_run *run, kp_num net, kp_num office);

/** 納付金等の還付見込 · what is budgeted as income (雑収入・補助金等追加収入) for one levy:
 *  max(0, −net).
 *
 *  「…還付金は(款)雑収入(項)雑入(目)補助金等追加収入に計上すること。」 通知 第2の3
 *
 *  Source: 通知 第2の3. Example: −40,000,000 gives 40,000,000 (E-04). */
kp_num kp_levy_refund(kp_run *run, kp_num net);

/** What the levy for the early elderly is computed from. */
typedef struct kp_early_basis {
    kp_num cost; /**< 調整対象額(調整対象給付費+前期高齢者に係る支援金), amount ≥ 0 */
    kp_num average; /**< 全保険者平均前期高齢者加入率, > 0, ≤ 1 */
    kp_num elderly; /**< 前期高齢者数, whole, 0 to members */
    kp_num members; /**< 加入者数, whole > 0 */
    const kp_num *wages; /**< 1人当たり報酬の比 (the society's ÷ the average), > 0; NULL: none */
    kp_num floor;        /**< 下限割合, > 0, ≤ 1; 0.01 by 高確法 */
} kp_early_basis;

/** 前期高齢者納付金 概算 · the levy for the early elderly before 負担調整 (L-08).
 *
 *  「…(当該額が零を下回る場合には、零とする。)の三分の二に相当する額」 高確法34条1項1号イ; the
 *  rest of the computation follows rule L-08.
 *
 *  own share = max(elderly ÷ members, floor); factor = average ÷ own share
 *  levy = cost × factor − cost until FY2023;
 *         cost × factor × (2/3 + 1/3 × wages) − cost from FY2024 on; negative: 交付金
 *
 *  KP_INVALID: a value outside its range, a year before FY2008 (the system began then).
 *  KP_DIVIDE_BY_ZERO: no members. KP_NOT_PUBLISHED: FY2024 or later without the wage ratio, which
 *  no source prints.
 *  Source: 高確法32条から38条, 34条1項1号イ (the thirds from FY2024; how the wages enter is the
 *  likely reading of it).
 *  Example, FY2019: 61,666,200 at 0.15356571, 150 of 8,200: 456,016,953.63 (E-25). */
kp_num kp_early_levy(kp_run *run, const kp_early_basis *basis, int year);

/** 後期高齢者支援金 概算 · the support for the late elderly (L-09).
 *
 *  No sentence of it is printed in the two documents: rule L-09.
 *
 *  payroll   標準報酬総額, amount ≥ 0
 *  burden    総報酬割負担率, > 0, ≤ 1
 *  factor    概算支援金調整率, 0.9 to 1.1
 *  support   payroll × burden × factor, amount, not rounded, without 事務費拠出金
 *
 *  KP_INVALID: a value outside these.
 *  Source: 高確法118条から121条.
 *  Example: 28,300,000,000 × 0.02196938 is 621,733,454 (E-25). */
kp_num kp_late_support(kp_run *run, kp_num payroll, kp_num burden, kp_num factor);

/** 介護納付金 概算 · the care levy (L-10): payroll of the care insured × burden.
 *
 *  「介護納付金の見込額については、「平成27年度介護給付費・地域支援事業支援納付金の算定に係る諸
 *  係数等について」(…)を参考に計上すること。」 通知 第2の5
 *
 *  payroll   第2号被保険者の標準報酬総額, amount ≥ 0
 *  burden    負担率(参考料率を含む), > 0, ≤ 1
 *
 *  KP_INVALID: a value outside these.
 *  Source: 介護保険法150条から153条; 参考料率: 健保連R6 継2(4).
 *  Example: 14,600,000 × 0.01614637 is 235,737.002 (E-29). */
kp_num kp_care_levy(kp_run *run, kp_num payroll, kp_num burden);

/** 子ども・子育て支援金 · the childcare support money: payroll × rate ÷ 1000.
 *
 *  No sentence with the computation is printed in the two documents: rules R-131, L-14.
 *
 *  payroll  総報酬額 of the months that are levied, amount ≥ 0
 *  rate     支援金率 ‰ > 0
 *
 *  KP_INVALID: a value outside these. Before FY2026 there was none; FY2027 on are not published.
 *  Source: 健康保険法160条の2, 健保連R6 重1(1).
 *  Example, FY2026: 28,300,000 at 2.3 ‰ is 65,090 (E-18). */
kp_num kp_childcare_levy(kp_run *run, kp_num payroll, kp_num rate);

/** 拠出金負担割合 · the share that levies have in levies and benefits (L-08, 負担調整の判定).
 *
 *  No sentence of it is printed in the two documents: rule L-08.
 *
 *  levies    拠出金, amount ≥ 0
 *  benefits  法定給付費, amount ≥ 0
 *  ratio     levies ÷ (levies + benefits), 1 = 100 %
 *
 *  KP_INVALID: a negative value. KP_DIVIDE_BY_ZERO: both 0.
 *  Source: 高確法38条.
 *  Example: 36,513 and 41,592 give 0.4674… (46.7 %). */
kp_num kp_burden_ratio(kp_run *run, kp_num levies, kp_num benefits);

#endif
