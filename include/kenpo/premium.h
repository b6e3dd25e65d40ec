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
 *  levies  前期高齢者納付金、後期高齢者支援金、日雇拠出金、退職者給付拠出金、老人保健拠出金,
 * amounts; 介護納付金 and 病床転換支援金 are not part of it grant   前期高齢者交付金, amount ≥ 0
 *  total   Σ levies − grant, amount; negative where the grant is the larger
 *
 *  KP_INVALID: text in the range, negative grant.
 *  Source: S004 第1の1(5).
 *  Example: {420000; 610000; 20; 3000; 5} less 0 is 1,033,025 (E-01). */
kp_status kp_levy_total(const kp_range *levies, kp_num grant, kp_trace *trace, kp_num *total);

/** 特定保険料率 · the specific premium rate, the reference for the rate to be adopted.
 *
 *  levies, grant  as in kp_levy_total
 *  monthly        標準報酬月額の総額, amount a year ≥ 0
 *  bonus          標準賞与額の総額, amount a year ≥ 0
 *  rate           前期高齢者納付金等 ÷ (monthly + bonus) × 1000, ‰, not rounded; may be negative
 *
 *  KP_INVALID: as kp_levy_total, negative payroll. KP_DIVIDE_BY_ZERO: payroll of 0.
 *  Source: 健康保険法160条14項, S004 第1の1(5).
 *  Example: 1,033,025 ÷ 28,300,000 is 41321/1132 ‰ = 36.502650… (E-01). */
kp_status kp_specific_rate(const kp_range *levies, kp_num grant, kp_num monthly, kp_num bonus,
                           kp_trace *trace, kp_num *rate);

/** 基本保険料率 · the basic premium rate.
 *
 *  general   一般保険料率, ‰ ≥ 0
 *  specific  特定保険料率, ‰
 *  rate      general − specific, ‰
 *
 *  KP_INVALID: negative general rate.
 *  Source: 健康保険法160条15項.
 *  Example: 93.70 ‰ − 36.50 ‰ is 57.20 ‰ (E-01). */
kp_status kp_basic_rate(kp_num general, kp_num specific, kp_trace *trace, kp_num *rate);

/** 総報酬額 · the total payroll of a year.
 *
 *  average  平均標準報酬月額, amount ≥ 0
 *  insured  被保険者数(保険料免除者を除く), whole persons ≥ 0
 *  bonus    1人当たり標準賞与額, amount a year ≥ 0
 *  months   月数, whole 1 to 12
 *  payroll  average × insured × months + bonus × insured, amount
 *
 *  KP_INVALID: a value outside these.
 *  Source: S004 第1の1(2), 健康保険法160条14項.
 *  Example: 380,000 円 × 5,000 × 12 + 1,100,000 円 × 5,000 is 28,300,000,000 円. */
kp_status kp_payroll(kp_num average, kp_num insured, kp_num bonus, kp_num months, kp_trace *trace,
                     kp_num *payroll);

#endif
