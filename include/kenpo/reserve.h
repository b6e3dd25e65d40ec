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
    const kp_num *benefit_months; /**< 基準月数(給付), NULL for the published one */
    const kp_num *levy_months;    /**< 基準月数(納付金等), NULL for the published one */
} kp_reserve_basis;

/** 準備金限度内部分(所要額) · the reserve that is required.
 *
 *  required = (Σ(benefits − deductions) × benefit months + (Σ levies + Σ care) × levy months) ÷ 36,
 *  an amount, not rounded.
 *
 *  KP_INVALID: not exactly three numbers in a range, text, a negative benefit or deduction, a
 *  deduction larger than the year's benefits, deductions outside FY2012 to FY2015.
 *  KP_NOT_PUBLISHED: no months known for that year and none given.
 *  Source: 施行令46条2項・附則5条, S004 第1の3, 第3の1(1).
 *  Example: society S, FY2015: 3919675/12 = 326,639.583… 千円 (E-06). */
kp_status kp_reserve_required(const kp_reserve_basis *basis, int year, kp_trace *trace,
                              kp_num *required);

/** 準備金保有率 · the reserve ratio, for the total and for 介護 alike.
 *
 *  balance   年度末準備金残高, amount ≥ 0
 *  required  所要額, amount
 *  ratio     balance ÷ required, 1 = 100 %
 *
 *  KP_INVALID: a negative value. KP_DIVIDE_BY_ZERO: a requirement of 0.
 *  Source: S004 第1の3, 予算編成基準別添(2)別表(1)-1.
 *  Example: 249,999 ÷ 250,000 is 0.999996, less than 100 % although it prints as 100.00 % (E-07).
 */
kp_status kp_reserve_ratio(kp_num balance, kp_num required, kp_trace *trace, kp_num *ratio);

#endif
