/* SPDX-License-Identifier: MPL-2.0
 *
 * fee.h: fees for reviewing claims and for common systems (手数料・システム負担金). Amounts are in
 * 円.
 */
#ifndef KENPO_FEE_H
#define KENPO_FEE_H

#include "kenpo/run.h"

/** How many claims are reviewed, and at which prices. */
typedef struct kp_review_basis {
    kp_num general; /**< 医科・歯科(一般)の件数, whole ≥ 0 */
    kp_num obvious; /**< 医科・歯科(判断が明らかなレセプト)の件数, whole ≥ 0 */
    kp_num dispensing;       /**< 調剤の件数, whole ≥ 0 */
    kp_num general_price;    /**< 円/件 > 0 */
    kp_num obvious_price;    /**< 円/件 > 0 */
    kp_num dispensing_price; /**< 円/件 > 0 */
} kp_review_basis;

/** 審査支払手数料 · the fee for review and payment: Σ cases × price, 円.
 *
 *  KP_INVALID: a value outside its range. KP_NOT_PUBLISHED: a price neither published nor given
 *  (from FY2026 on the new fee system applies, R-115).
 *  Source: 健保連R6 継1(5)②, 通知 第2の2(3).
 *  Example, FY2025: 60,000, 25,000 and 45,000 cases cost 5,522,000 円 (E-19). */
kp_num kp_review_fee(kp_run *run, const kp_review_basis *basis);

/** 中間サーバー等運営負担金 · the share in the cost of common systems.
 *
 *  members  加入者数(被保険者と被扶養者の合計), whole ≥ 0
 *  months   月数, whole 1 to 12
 *  price    円/加入者月 > 0, NULL for the published one
 *  fee      members × price × months, 円
 *
 *  KP_INVALID: a value outside these. KP_NOT_PUBLISHED: no price published and none given.
 *  Source: 健保連R6 継7(1).
 *  Example, FY2025: 8,200 members for 12 months, 356,208 円 (E-20). */
kp_num kp_system_fee(kp_run *run, kp_num members, kp_num price, kp_num months);

#endif
