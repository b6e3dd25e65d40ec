/* SPDX-License-Identifier: MPL-2.0
 *
 * premium.c: premium rates and payroll. See kenpo/premium.h for each rule's law.
 */
#include "kenpo/premium.h"

#include "kenpo/parameter.h"
#include "kenpo/require.h"
#include "kenpo/rounding.h"

static const kp_text PAYROLL = {"総報酬額", "Payroll"};
static const kp_text NO_PAYROLL = {"総報酬額が 0 です。", "The payroll is 0."};
static const kp_text DEDUCTION = {"減免に要する費用の控除", "Exempted costs to deduct"};

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
    status = kp_require_divisor(payroll, trace, NO_PAYROLL);
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

/* amount ÷ payroll in ‰. */
static kp_num permille_of(kp_num amount, kp_num payroll) {
    return kp_mul(kp_div(amount, payroll), kp_int(1000));
}

kp_status kp_care_rate(kp_num levy, kp_num payroll, kp_trace *trace, kp_num *rate) {
    const kp_given inputs[] = {
        {levy, kp_require_amount, kp_t("介護納付金", "Care levy"), KP_NO_UNIT},
        {payroll, kp_require_amount, kp_t("第2号被保険者の総報酬額", "Payroll of the care insured"),
         KP_NO_UNIT},
    };
    kp_status status = kp_require_all(inputs, sizeof inputs / sizeof inputs[0], trace);
    if (status == KP_OK) status = kp_require_divisor(payroll, trace, NO_PAYROLL);
    if (status != KP_OK) return status;
    kp_num result = permille_of(levy, payroll);
    kp_trace_step(trace,
                  kp_t("介護保険料率 = 介護納付金 ÷ 総報酬額 × 1,000",
                       "Care rate = care levy ÷ payroll × 1,000"),
                  result, KP_PERMILLE);
    return kp_give(result, rate);
}

kp_status kp_statutory_rate(kp_num benefits, kp_num levies, kp_num payroll, kp_num deduction,
                            kp_trace *trace, kp_num *rate) {
    const kp_given inputs[] = {
        {benefits, kp_require_amount, kp_t("法定給付費", "Statutory benefits"), KP_NO_UNIT},
        {deduction, kp_require_amount, DEDUCTION, KP_NO_UNIT},
        {levies, NULL, kp_t("前期高齢者納付金等", "Levies for the elderly"), KP_NO_UNIT},
        {payroll, kp_require_amount, PAYROLL, KP_NO_UNIT},
    };
    kp_status status = kp_require_all(inputs, sizeof inputs / sizeof inputs[0], trace);
    if (status == KP_OK && kp_cmp(deduction, benefits) > 0)
        status = kp_fail(trace, KP_INVALID,
                         kp_t("控除が法定給付費を超えています。",
                              "The deduction exceeds the statutory benefits."));
    if (status == KP_OK) status = kp_require_divisor(payroll, trace, NO_PAYROLL);
    if (status != KP_OK) return status;
    kp_num needed = kp_add(kp_sub(benefits, deduction), levies);
    kp_num result = permille_of(needed, payroll);
    kp_trace_step(trace,
                  kp_t("法定給付費等 = 法定給付費 − 控除 + 前期高齢者納付金等",
                       "Needed = statutory benefits − deduction + levies"),
                  needed, KP_NO_UNIT);
    kp_trace_step(trace,
                  kp_t("法定給付費等に要する保険料率 = 法定給付費等 ÷ 総報酬額 × 1,000",
                       "Rate = needed ÷ payroll × 1,000"),
                  result, KP_PERMILLE);
    return kp_give(result, rate);
}

static kp_status real_inputs(const kp_real_basis *basis, kp_trace *trace) {
    const kp_given inputs[] = {
        {basis->spending, kp_require_amount, kp_t("経常支出", "Ordinary spending"), KP_NO_UNIT},
        {basis->deduction, kp_require_amount, DEDUCTION, KP_NO_UNIT},
        {basis->income, kp_require_amount, kp_t("経常収入", "Ordinary income"), KP_NO_UNIT},
        {basis->premiums, kp_require_amount, kp_t("うち保険料収入", "of which premiums"),
         KP_NO_UNIT},
        {basis->payroll, kp_require_amount, PAYROLL, KP_NO_UNIT},
    };
    kp_status status = kp_require_all(inputs, sizeof inputs / sizeof inputs[0], trace);
    if (status != KP_OK) return status;
    if (kp_cmp(basis->premiums, basis->income) > 0)
        return kp_fail(
            trace, KP_INVALID,
            kp_t("保険料収入が経常収入を超えています。経常収入には保険料収入を含めます。",
                 "The premiums exceed the ordinary income, which includes them."));
    if (kp_cmp(basis->deduction, basis->spending) > 0)
        return kp_fail(
            trace, KP_INVALID,
            kp_t("控除が経常支出を超えています。", "The deduction exceeds the ordinary spending."));
    return kp_require_divisor(basis->payroll, trace, NO_PAYROLL);
}

kp_status kp_real_rate(const kp_real_basis *basis, kp_trace *trace, kp_num *rate) {
    kp_status status = real_inputs(basis, trace);
    if (status != KP_OK) return status;
    kp_num other = kp_sub(basis->income, basis->premiums);
    kp_num needed = kp_sub(kp_sub(basis->spending, basis->deduction), other);
    kp_num result = permille_of(needed, basis->payroll);
    kp_trace_step(trace,
                  kp_t("保険料以外の経常収入 = 経常収入 − 保険料収入",
                       "Other ordinary income = income − premiums"),
                  other, KP_NO_UNIT);
    kp_trace_step(trace,
                  kp_t("保険料で賄う額 = 経常支出 − 控除 − 保険料以外の経常収入",
                       "To be met by premiums = spending − deduction − other income"),
                  needed, KP_NO_UNIT);
    kp_trace_step(trace,
                  kp_t("実質保険料率 = 保険料で賄う額 ÷ 総報酬額 × 1,000",
                       "Real rate = to be met by premiums ÷ payroll × 1,000"),
                  result, KP_PERMILLE);
    return kp_give(result, rate);
}

static kp_status adjustment_inputs(const kp_adjustment_basis *basis, kp_trace *trace) {
    const kp_given inputs[] = {
        {basis->needed, kp_require_amount, kp_t("見込所要保険料率", "Rate needed, estimated"),
         KP_PERMILLE},
        {basis->average, kp_require_amount, kp_t("全組合平均", "Average of all societies"),
         KP_PERMILLE},
        {basis->below, kp_require_amount, kp_t("下幅", "Band below the average"), KP_PERMILLE},
        {basis->above, kp_require_amount, kp_t("上幅", "Band above the average"), KP_PERMILLE},
        {basis->limit, kp_require_positive, kp_t("修正率の上限", "Limit of the factor"),
         KP_NO_UNIT},
    };
    kp_status status = kp_require_all(inputs, sizeof inputs / sizeof inputs[0], trace);
    if (status != KP_OK) return status;
    if (kp_cmp(basis->limit, kp_int(1)) < 0)
        return kp_fail(trace, KP_INVALID,
                       kp_t("修正率の上限は 1 以上でなければなりません。",
                            "The limit of the factor must be at least 1."));
    return kp_require_divisor(basis->average, trace,
                              kp_t("全組合平均が 0 です。", "The average of all societies is 0."));
}

/* 修正率: 1 inside the band around the average, else the ratio to it, up to the limit. 施行令67条
 */
static kp_num adjustment_factor(const kp_adjustment_basis *basis, kp_trace *trace) {
    kp_num from = kp_sub(basis->average, basis->below);
    kp_num to = kp_add(basis->average, basis->above);
    if (kp_num_status(from) != KP_OK) return from;
    if (kp_num_status(to) != KP_OK) return to;
    if (kp_cmp(basis->needed, from) >= 0 && kp_cmp(basis->needed, to) <= 0) {
        kp_trace_note(trace, kp_t("平均からの一定範囲内にあるため、修正率は 1 です。",
                                  "Inside the band around the average: the factor is 1."));
        return kp_int(1);
    }
    kp_num ratio = kp_div(basis->needed, basis->average);
    kp_trace_step(trace, kp_t("見込所要保険料率 ÷ 全組合平均", "Rate needed ÷ average"), ratio,
                  KP_NO_UNIT);
    return kp_min(ratio, basis->limit);
}

kp_status kp_adjustment_rate(const kp_adjustment_basis *basis, int year, kp_trace *trace,
                             kp_num *rate) {
    kp_num base;
    kp_status status = adjustment_inputs(basis, trace);
    if (status == KP_OK) status = kp_parameter_or(basis->base, KP_ADJ_BASE, year, trace, &base);
    if (status == KP_OK) status = kp_require_positive(base, trace);
    if (status != KP_OK) return status;
    kp_num factor = adjustment_factor(basis, trace);
    kp_num result = kp_mul(base, factor);
    kp_trace_step(trace, kp_t("修正率", "Factor"), factor, KP_NO_UNIT);
    kp_trace_step(
        trace,
        kp_t("調整保険料率 = 基本調整保険料率 × 修正率", "Adjustment rate = base rate × factor"),
        result, KP_PERMILLE);
    return kp_give(result, rate);
}

kp_status kp_premium(kp_num payroll, kp_num rate, kp_num collected, kp_trace *trace,
                     kp_num *premium) {
    const kp_given inputs[] = {
        {payroll, kp_require_amount, PAYROLL, KP_NO_UNIT},
        {rate, kp_require_amount, kp_t("料率", "Rate"), KP_PERMILLE},
        {collected, kp_require_share, kp_t("収納率", "Share collected"), KP_RATIO},
    };
    kp_status status = kp_require_all(inputs, sizeof inputs / sizeof inputs[0], trace);
    if (status != KP_OK) return status;
    kp_num result = kp_mul(kp_div(kp_mul(payroll, rate), kp_int(1000)), collected);
    kp_trace_step(trace,
                  kp_t("保険料 = 総報酬額 × 料率 ÷ 1,000 × 収納率",
                       "Premiums = payroll × rate ÷ 1,000 × share collected"),
                  result, KP_NO_UNIT);
    return kp_give(result, premium);
}

static kp_status split_inputs(kp_num component, kp_num payer, kp_num total, kp_trace *trace) {
    const kp_given inputs[] = {
        {component, NULL, kp_t("按分する率", "Component of the rate"), KP_NO_UNIT},
        {payer, kp_require_amount, kp_t("負担者の率", "Payer's rate"), KP_NO_UNIT},
        {total, kp_require_amount, kp_t("合計率", "Total rate"), KP_NO_UNIT},
    };
    kp_status status = kp_require_all(inputs, sizeof inputs / sizeof inputs[0], trace);
    if (status == KP_OK)
        status =
            kp_require_divisor(total, trace, kp_t("合計率が 0 です。", "The total rate is 0."));
    if (status == KP_OK && kp_cmp(payer, total) > 0)
        status = kp_fail(
            trace, KP_INVALID,
            kp_t("負担者の率が合計率を超えています。", "The payer's rate exceeds the total rate."));
    return status;
}

kp_status kp_rate_split(kp_num component, kp_num payer, kp_num total, const kp_num *decimals,
                        kp_trace *trace, kp_num *share) {
    kp_status status = split_inputs(component, payer, total, trace);
    if (status == KP_OK && decimals != NULL) status = kp_require_decimals(*decimals, trace);
    if (status != KP_OK) return status;
    kp_num result = kp_div(kp_mul(component, payer), total);
    kp_trace_step(
        trace,
        kp_t("按分 = 率 × 負担者の率 ÷ 合計率", "Share = component × payer's rate ÷ total rate"),
        result, KP_NO_UNIT);
    if (decimals == NULL) return kp_give(result, share);
    result = kp_round(result, kp_decimal_unit(*decimals), KP_HALF_UP);
    kp_trace_step(trace, kp_t("指定の桁数に四捨五入", "Rounded half up to the decimals asked for"),
                  result, KP_NO_UNIT);
    return kp_give(result, share);
}
