/* SPDX-License-Identifier: MPL-2.0
 *
 * premium.c: premium rates and payroll. See kenpo/premium.h for each rule's law.
 */
#include "kenpo/premium.h"

#include "kenpo/require.h"

kp_status kp_levy_total(const kp_range *levies, kp_num grant, kp_trace *trace, kp_num *total) {
    kp_num sum;
    size_t count;
    kp_status status = kp_require_amount(grant, trace);
    if (status == KP_OK) status = kp_range_sum(levies, trace, &sum, &count);
    if (status != KP_OK) return status;
    kp_num result = kp_sub(sum, grant);
    kp_trace_step(trace, kp_t("納付金・支援金・拠出金の合算額", "Sum of the levies"), sum,
                  KP_NO_UNIT);
    kp_trace_step(trace, kp_t("前期高齢者交付金", "Grant for the early elderly"), grant,
                  KP_NO_UNIT);
    kp_trace_step(trace, kp_t("前期高齢者納付金等 = 合算額 − 交付金", "Levies = sum − grant"),
                  result, KP_NO_UNIT);
    return kp_give(result, total);
}

kp_status kp_specific_rate(const kp_range *levies, kp_num grant, kp_num monthly, kp_num bonus,
                           kp_trace *trace, kp_num *rate) {
    kp_num levy;
    kp_status status = kp_require_amount(monthly, trace);
    if (status == KP_OK) status = kp_require_amount(bonus, trace);
    if (status == KP_OK) status = kp_levy_total(levies, grant, trace, &levy);
    if (status != KP_OK) return status;
    kp_num payroll = kp_add(monthly, bonus);
    kp_trace_step(trace,
                  kp_t("総報酬額 = 標準報酬月額の総額 + 標準賞与額の総額",
                       "Payroll = standard monthly pay + standard bonuses"),
                  payroll, KP_NO_UNIT);
    status = kp_require_divisor(payroll, trace, kp_t("総報酬額が 0 です。", "The payroll is 0."));
    if (status != KP_OK) return status;
    kp_num result = kp_mul(kp_div(levy, payroll), kp_int(1000));
    kp_trace_step(trace,
                  kp_t("特定保険料率 = 前期高齢者納付金等 ÷ 総報酬額 × 1,000",
                       "Specific rate = levies ÷ payroll × 1,000"),
                  result, KP_PERMILLE);
    return kp_give(result, rate);
}

kp_status kp_basic_rate(kp_num general, kp_num specific, kp_trace *trace, kp_num *rate) {
    kp_status status = kp_require_amount(general, trace);
    if (status != KP_OK) return status;
    kp_num result = kp_sub(general, specific);
    kp_trace_step(trace, kp_t("一般保険料率", "General rate"), general, KP_PERMILLE);
    kp_trace_step(trace, kp_t("特定保険料率", "Specific rate"), specific, KP_PERMILLE);
    kp_trace_step(trace, kp_t("基本保険料率 = 一般 − 特定", "Basic rate = general − specific"),
                  result, KP_PERMILLE);
    return kp_give(result, rate);
}

kp_status kp_payroll(kp_num average, kp_num insured, kp_num bonus, kp_num months, kp_trace *trace,
                     kp_num *payroll) {
    kp_status status = kp_require_amount(average, trace);
    if (status == KP_OK) status = kp_require_count(insured, trace);
    if (status == KP_OK) status = kp_require_amount(bonus, trace);
    if (status == KP_OK) status = kp_require_months(months, trace);
    if (status != KP_OK) return status;
    kp_num monthly_total = kp_mul(kp_mul(average, insured), months);
    kp_num bonus_total = kp_mul(bonus, insured);
    kp_num result = kp_add(monthly_total, bonus_total);
    kp_trace_step(trace,
                  kp_t("標準報酬月額の総額 = 平均標準報酬月額 × 被保険者数 × 月数",
                       "Standard monthly pay = average × persons × months"),
                  monthly_total, KP_NO_UNIT);
    kp_trace_step(trace,
                  kp_t("標準賞与額の総額 = 1人当たり標準賞与額 × 被保険者数",
                       "Standard bonuses = bonus a person × persons"),
                  bonus_total, KP_NO_UNIT);
    kp_trace_step(trace, kp_t("総報酬額", "Payroll"), result, KP_NO_UNIT);
    return kp_give(result, payroll);
}
