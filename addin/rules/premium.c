/* SPDX-License-Identifier: MPL-2.0
 *
 * premium.c: premium rates and payroll. See kenpo/premium.h for each rule's law.
 */
#include "kenpo/premium.h"

#include "kenpo/parameter.h"
#include "kenpo/rounding.h"

static const kp_text NO_PAYROLL = {"総報酬額が 0 です。", "The payroll is 0."};

/* amount ÷ payroll in ‰. */
static kp_num permille_of(kp_num amount, kp_num payroll) {
    return kp_mul(kp_div(amount, payroll), kp_int(1000));
}

kp_num kp_levy_total(kp_run *run, const kp_range *levies, kp_num grant) {
    kp_num sum = kp_say(run, kp_t("納付金・支援金・拠出金の合算額", "Sum of the levies"),
                        kp_range_sum(run, levies), KP_NO_UNIT);
    return kp_say(run, kp_t("前期高齢者納付金等 = 合算額 − 交付金", "Levies = sum − grant"),
                  kp_sub(sum, grant), KP_NO_UNIT);
}

kp_num kp_specific_rate(kp_run *run, const kp_range *levies, kp_num grant, kp_num monthly,
                        kp_num bonus) {
    kp_num levy = kp_number(run, kp_levy_total(run, levies, grant));
    kp_num payroll = kp_say(run,
                            kp_t("総報酬額 = 標準報酬月額の総額 + 標準賞与額の総額",
                                 "Payroll = standard monthly pay + standard bonuses"),
                            kp_add(monthly, bonus), KP_NO_UNIT);
    return kp_say(run,
                  kp_t("特定保険料率 = 前期高齢者納付金等 ÷ 総報酬額 × 1,000",
                       "Specific rate = levies ÷ payroll × 1,000"),
                  permille_of(levy, kp_divisor(run, payroll, 0, NO_PAYROLL)), KP_PERMILLE);
}

kp_num kp_basic_rate(kp_run *run, kp_num general, kp_num specific) {
    return kp_say(run, kp_t("基本保険料率 = 一般 − 特定", "Basic rate = general − specific"),
                  kp_sub(general, specific), KP_PERMILLE);
}

kp_num kp_standard_pay(kp_run *run, kp_num average, kp_num insured, kp_num months) {
    return kp_say(run,
                  kp_t("標準報酬月額の総額 = 平均標準報酬月額 × 被保険者数 × 月数",
                       "Standard monthly pay = average × persons × months"),
                  kp_mul(kp_mul(average, insured), months), KP_NO_UNIT);
}

kp_num kp_payroll(kp_run *run, kp_num average, kp_num insured, kp_num bonus, kp_num months) {
    kp_num monthly = kp_standard_pay(run, average, insured, months);
    kp_num bonuses = kp_say(run,
                            kp_t("標準賞与額の総額 = 1人当たり標準賞与額 × 被保険者数",
                                 "Standard bonuses = bonus a person × persons"),
                            kp_mul(bonus, insured), KP_NO_UNIT);
    return kp_say(run, kp_t("総報酬額", "Payroll"), kp_add(monthly, bonuses), KP_NO_UNIT);
}

kp_num kp_care_rate(kp_run *run, kp_num levy, kp_num payroll) {
    return kp_say(run,
                  kp_t("介護保険料率 = 介護納付金 ÷ 総報酬額 × 1,000",
                       "Care rate = care levy ÷ payroll × 1,000"),
                  permille_of(levy, kp_divisor(run, payroll, 2, NO_PAYROLL)), KP_PERMILLE);
}

/* 減免に要する費用 is deducted in the year that the notification names. 通知 第3の1(2) */
static void need_deducted(kp_run *run, kp_num deduction, int year, int place) {
    bool dated = year == KP_NO_YEAR || kp_parameter_row(KP_RATE_DEDUCTION, year) != NULL;
    kp_need(run, dated || kp_sign(deduction) == 0, place,
            kp_t("料率の算出での減免費用の控除は平成27年度に限られます。",
                 "Exempted costs are deducted in rates of FY2015 only."));
}

kp_num kp_statutory_rate(kp_run *run, kp_num benefits, kp_num levies, kp_num payroll,
                         kp_num deduction, int year) {
    need_deducted(run, deduction, year, 4);
    kp_need(
        run, kp_cmp(deduction, benefits) <= 0, 4,
        kp_t("控除が法定給付費を超えています。", "The deduction exceeds the statutory benefits."));
    kp_divisor(run, payroll, 3, NO_PAYROLL);
    kp_num needed = kp_say(run,
                           kp_t("法定給付費等 = 法定給付費 − 控除 + 前期高齢者納付金等",
                                "Needed = statutory benefits − deduction + levies"),
                           kp_add(kp_sub(benefits, deduction), levies), KP_NO_UNIT);
    return kp_say(run,
                  kp_t("法定給付費等に要する保険料率 = 法定給付費等 ÷ 総報酬額 × 1,000",
                       "Rate = needed ÷ payroll × 1,000"),
                  permille_of(needed, payroll), KP_PERMILLE);
}

kp_num kp_real_rate(kp_run *run, const kp_real_basis *b) {
    kp_need(run, kp_cmp(b->premiums, b->income) <= 0, 3,
            kp_t("保険料収入が経常収入を超えています。経常収入には保険料収入を含めます。",
                 "The premiums exceed the ordinary income, which includes them."));
    need_deducted(run, b->deduction, b->year, 5);
    kp_need(run, kp_cmp(b->deduction, b->spending) <= 0, 5,
            kp_t("控除が経常支出を超えています。", "The deduction exceeds the ordinary spending."));
    kp_divisor(run, b->payroll, 4, NO_PAYROLL);
    kp_num other = kp_say(run,
                          kp_t("保険料以外の経常収入 = 経常収入 − 保険料収入",
                               "Other ordinary income = income − premiums"),
                          kp_sub(b->income, b->premiums), KP_NO_UNIT);
    kp_num needed = kp_say(run,
                           kp_t("保険料で賄う額 = 経常支出 − 控除 − 保険料以外の経常収入",
                                "To be met by premiums = spending − deduction − other income"),
                           kp_sub(kp_sub(b->spending, b->deduction), other), KP_NO_UNIT);
    return kp_say(run,
                  kp_t("実質保険料率 = 保険料で賄う額 ÷ 総報酬額 × 1,000",
                       "Real rate = to be met by premiums ÷ payroll × 1,000"),
                  permille_of(needed, b->payroll), KP_PERMILLE);
}

/* 修正率: 1 inside the band around the average, else the ratio to it, up to the limit. */
static kp_num adjustment_factor(kp_run *run, const kp_adjustment_basis *b) {
    kp_num from = kp_number(run, kp_sub(b->average, b->below));
    kp_num to = kp_number(run, kp_add(b->average, b->above));
    if (kp_cmp(b->needed, from) >= 0 && kp_cmp(b->needed, to) <= 0) {
        kp_remark(run, kp_t("平均からの一定範囲内にあるため、修正率は 1 です。",
                            "Inside the band around the average: the factor is 1."));
        return kp_int(1);
    }
    kp_num ratio = kp_say(run, kp_t("見込所要保険料率 ÷ 全組合平均", "Rate needed ÷ average"),
                          kp_div(b->needed, b->average), KP_NO_UNIT);
    return kp_min(ratio, b->limit);
}

kp_num kp_adjustment_rate(kp_run *run, const kp_adjustment_basis *b) {
    kp_need(run, kp_cmp(b->limit, kp_int(1)) >= 0, 7,
            kp_t("修正率の上限は 1 以上でなければなりません。",
                 "The limit of the factor must be at least 1."));
    kp_divisor(run, b->average, 2,
               kp_t("全組合平均が 0 です。", "The average of all societies is 0."));
    kp_num factor = kp_say(run, kp_t("修正率", "Factor"), adjustment_factor(run, b), KP_NO_UNIT);
    return kp_say(
        run,
        kp_t("調整保険料率 = 基本調整保険料率 × 修正率", "Adjustment rate = base rate × factor"),
        kp_mul(b->base, factor), KP_PERMILLE);
}

kp_num kp_premium(kp_run *run, kp_num payroll, kp_num rate, kp_num collected) {
    return kp_say(run,
                  kp_t("保険料 = 総報酬額 × 料率 ÷ 1,000 × 収納率",
                       "Premiums = payroll × rate ÷ 1,000 × share collected"),
                  kp_mul(kp_div(kp_mul(payroll, rate), kp_int(1000)), collected), KP_NO_UNIT);
}

kp_num kp_rate_split(kp_run *run, kp_num component, kp_num payer, kp_num total) {
    kp_divisor(run, total, 3, kp_t("合計率が 0 です。", "The total rate is 0."));
    kp_need(run, kp_cmp(payer, total) <= 0, 2,
            kp_t("負担者の率が合計率を超えています。", "The payer's rate exceeds the total rate."));
    return kp_say(
        run,
        kp_t("按分 = 率 × 負担者の率 ÷ 合計率", "Share = component × payer's rate ÷ total rate"),
        kp_div(kp_mul(component, payer), total), KP_NO_UNIT);
}

kp_num kp_round_decimals(kp_run *run, kp_num value, kp_num decimals) {
    return kp_say(run, kp_t("指定の桁数に四捨五入", "Rounded half up to the decimals asked for"),
                  kp_round(value, kp_decimal_unit(decimals), KP_HALF_UP), KP_NO_UNIT);
}
