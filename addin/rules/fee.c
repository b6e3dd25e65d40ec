/* SPDX-License-Identifier: MPL-2.0
 *
 * fee.c: fees for reviewing claims and for common systems. See kenpo/fee.h for each rule's law.
 */
#include "kenpo/fee.h"

#include "kenpo/parameter.h"
#include "kenpo/require.h"

/* One class of claims: cases × price. */
static kp_status class_fee(kp_num cases, kp_text label, const kp_num *own_price,
                           kp_parameter_id price_id, int year, kp_trace *trace, kp_num *fee) {
    kp_num price;
    const kp_given inputs[] = {{cases, kp_require_count, label, KP_CASES}};
    kp_status status = kp_require_all(inputs, 1, trace);
    if (status == KP_OK) status = kp_parameter_or(own_price, price_id, year, trace, &price);
    if (status == KP_OK) status = kp_require_positive(price, trace);
    if (status != KP_OK) return status;
    *fee = kp_mul(cases, price);
    kp_trace_step(trace, kp_t("件数 × 単価", "Cases × price"), *fee, KP_YEN);
    return KP_OK;
}

kp_status kp_review_fee(const kp_review_basis *basis, int year, kp_trace *trace, kp_num *fee) {
    kp_num general;
    kp_num obvious;
    kp_num dispensing;
    kp_status status = class_fee(basis->general, kp_t("医科・歯科(一般)", "Medical and dental"),
                                 basis->general_price, KP_FEE_GENERAL, year, trace, &general);
    if (status == KP_OK)
        status = class_fee(basis->obvious,
                           kp_t("医科・歯科(判断が明らか)", "Medical and dental, obvious"),
                           basis->obvious_price, KP_FEE_OBVIOUS, year, trace, &obvious);
    if (status == KP_OK)
        status = class_fee(basis->dispensing, kp_t("調剤", "Dispensing"), basis->dispensing_price,
                           KP_FEE_DISPENSING, year, trace, &dispensing);
    if (status != KP_OK) return status;
    kp_num result = kp_add(kp_add(general, obvious), dispensing);
    kp_trace_step(trace, kp_t("審査支払手数料 = 3区分の計", "Fee = sum of the three classes"),
                  result, KP_YEN);
    return kp_give(result, fee);
}

kp_status kp_system_fee(kp_num members, kp_num months, const kp_num *price, int year,
                        kp_trace *trace, kp_num *fee) {
    const kp_given inputs[] = {
        {members, kp_require_count, kp_t("加入者数", "Members"), KP_PERSONS},
        {months, kp_require_months, kp_t("月数", "Months"), KP_MONTHS},
    };
    kp_num unit_price;
    kp_status status = kp_require_all(inputs, sizeof inputs / sizeof inputs[0], trace);
    if (status == KP_OK) status = kp_parameter_or(price, KP_SYSTEM_FEE, year, trace, &unit_price);
    if (status == KP_OK) status = kp_require_positive(unit_price, trace);
    if (status != KP_OK) return status;
    kp_num result = kp_mul(kp_mul(members, unit_price), months);
    kp_trace_step(trace,
                  kp_t("運営負担金 = 加入者数 × 単価 × 月数", "Fee = members × price × months"),
                  result, KP_YEN);
    return kp_give(result, fee);
}
