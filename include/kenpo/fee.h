/* SPDX-License-Identifier: MPL-2.0
 *
 * fee.h: fees for reviewing claims and for common systems (手数料・システム負担金). Amounts are in
 * 円.
 */
#ifndef KENPO_FEE_H
#define KENPO_FEE_H

#include "kenpo/run.h"

/** A class of the scheme from FY2026 on, of which no source gives a price. */
typedef struct kp_review_class {
    kp_num cases;        /**< 件数, whole ≥ 0 */
    const kp_num *price; /**< 円/件 > 0; NULL where none was given */
} kp_review_class;

/** How many claims are reviewed, and at which prices. From FY2026 on `general` and `obvious` are the
 *  first two of the three tiers. */
typedef struct kp_review_basis {
    kp_num general; /**< 医科・歯科(一般)の件数, whole ≥ 0 */
    kp_num obvious; /**< 医科・歯科(判断が明らかなレセプト)の件数, whole ≥ 0 */
    kp_num dispensing;       /**< 調剤の件数, whole ≥ 0 */
    kp_num general_price;    /**< 円/件 > 0 */
    kp_num obvious_price;    /**< 円/件 > 0 */
    kp_num dispensing_price; /**< 円/件 > 0 */
    kp_review_class third;   /**< 原審査の第3の階層, from FY2026 on */
    kp_review_class second;  /**< 再審査, from FY2026 on */
} kp_review_basis;

/** 審査支払手数料 · the fee for review and payment: Σ cases × price, 円.
 *
 *  「診療報酬明細書の審査手数料は、組合が選択した審査支払機関の手数料を計上すること。」 通知
 *  第2の2(3); 「新たな手数料体系として原審査3階層化及び再審査手数料の枠組みを令和8年度から導入する方
 *  針を決定」 健保連R6 重1(4)
 *
 *  KP_INVALID: a value outside its range; cases of the third tier or of a second review before FY2026.
 *  KP_NOT_PUBLISHED: such cases without a price.
 *  Source: 健保連R6 継1(5)②・重1(4), 通知 第2の2(3).
 *  Example, FY2025: 60,000, 25,000 and 45,000 cases cost 5,522,000 円 (E-19). */
kp_num kp_review_fee(kp_run *run, const kp_review_basis *basis, int year);

/** 中間サーバー等運営負担金 · the share in the cost of common systems.
 *
 *  「支払基金との中間サーバー、オンライン資格確認、電子処方箋に関する令和7年度の契約については、
 *  運営負担金(加入者1人当たり月額単価)3.62円で…締結した」 健保連R6 継7(1)
 *
 *  members  加入者数(被保険者と被扶養者の合計), whole ≥ 0
 *  months   月数, whole 1 to 12
 *  price    円(加入者1人当たり月額) > 0
 *  fee      members × price × months, 円
 *
 *  KP_INVALID: a value outside these.
 *  Source: 健保連R6 継7(1).
 *  Example, FY2025: 8,200 members for 12 months, 356,208 円 (E-20). */
kp_num kp_system_fee(kp_run *run, kp_num members, kp_num price, kp_num months);

#endif
