/* SPDX-License-Identifier: MPL-2.0
 *
 * fee.c: fees for reviewing claims and for common systems. See kenpo/fee.h for each rule's law.
 */
#include "kenpo/fee.h"

static kp_num class_fee(kp_run *run, kp_text label, kp_num cases, kp_num price) {
    return kp_say(run, label, kp_mul(cases, price), KP_YEN);
}

kp_num kp_review_fee(kp_run *run, const kp_review_basis *b) {
    kp_num general =
        class_fee(run, kp_t("医科・歯科(一般) = 件数 × 単価", "Medical and dental = cases × price"),
                  b->general, b->general_price);
    kp_num obvious = class_fee(run,
                               kp_t("医科・歯科(判断が明らか) = 件数 × 単価",
                                    "Medical and dental, obvious = cases × price"),
                               b->obvious, b->obvious_price);
    kp_num dispensing = class_fee(run, kp_t("調剤 = 件数 × 単価", "Dispensing = cases × price"),
                                  b->dispensing, b->dispensing_price);
    return kp_say(run, kp_t("審査支払手数料 = 3区分の計", "Fee = sum of the three classes"),
                  kp_add(kp_add(general, obvious), dispensing), KP_YEN);
}

kp_num kp_system_fee(kp_run *run, kp_num members, kp_num price, kp_num months) {
    return kp_say(run,
                  kp_t("運営負担金 = 加入者数 × 単価 × 月数", "Fee = members × price × months"),
                  kp_mul(kp_mul(members, price), months), KP_YEN);
}
