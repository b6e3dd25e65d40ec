/* SPDX-License-Identifier: MPL-2.0
 *
 * subsidy.h: subsidies of the state (国庫負担・国庫補助). Amounts are in 円.
 */
#ifndef KENPO_SUBSIDY_H
#define KENPO_SUBSIDY_H

#include "kenpo/num.h"
#include "kenpo/trace.h"

/** 組合区分 · the kind of a society. 連合 has the unit prices of 単一 (S004 第2の1). */
typedef enum kp_society { KP_SINGLE, KP_ALLIED, KP_MULTI } kp_society;

/** The society's kind written in `text`: 単一, 連合, 総合, with or without 組合; KP_INVALID else.
 */
kp_status kp_society_from_text(const char *text, kp_trace *trace, kp_society *society);

/** Whose months and prices the office subsidy is computed of. */
typedef struct kp_office_basis {
    kp_num insured; /**< 被保険者数, whole ≥ 0 */
    kp_num care_insured; /**< 介護保険第2号被保険者数(被保険者と被扶養者の合計), whole ≥ 0 */
    kp_society society;          /**< 組合区分 */
    kp_num months;               /**< 月数, whole 1 to 12 */
    const kp_num *general_price; /**< 一般分の単価 円/人月 > 0, NULL for the published one */
    const kp_num *care_price; /**< 介護分の単価 円/人月 > 0, NULL for the published one */
} kp_office_basis;

/** 事務費国庫負担金 · the state's share of office expenses.
 *
 *  subsidy = insured × general price × months + care insured × care price × months, 円
 *
 *  KP_INVALID: a value outside its range. KP_NOT_PUBLISHED: a price neither published nor given.
 *  Source: S004 第2の1(1)(2), 健康保険法151・152条.
 *  Example, FY2015: 5,000 and 3,200 persons, 単一: 736,800 円; 総合: 1,075,200 円 (E-11). */
kp_status kp_office_subsidy(const kp_office_basis *basis, int year, kp_trace *trace,
                            kp_num *subsidy);

#endif
