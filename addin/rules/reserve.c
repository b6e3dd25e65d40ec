/* SPDX-License-Identifier: MPL-2.0
 *
 * reserve.c: the legal reserve. See kenpo/reserve.h for each rule's law.
 */
#include "kenpo/reserve.h"

#include "kenpo/parameter.h"
#include "kenpo/require.h"

enum { YEARS = 3, FIRST_DEDUCTION = 2012, LAST_DEDUCTION = 2015 };

static kp_num sum_of(const kp_num values[YEARS]) {
    return kp_add(kp_add(values[0], values[1]), values[2]);
}

static kp_num year_share(kp_num three_years, kp_num months) {
    return kp_div(kp_mul(three_years, months), kp_int(YEARS * 12));
}

/* 震災特例の控除: only the expenses of FY2012 to FY2015, so the window must end there. S004
 * 第3の1(1) */
static kp_status deduct(const kp_range *deductions, int year, kp_trace *trace,
                        kp_num benefits[YEARS]) {
    kp_num cut[YEARS];
    kp_status status = kp_range_exactly(deductions, YEARS, trace, cut);
    for (int i = 0; i < YEARS && status == KP_OK; i++) {
        int spent_in = year - (YEARS - 1) + i;
        status = kp_require_amount(cut[i], trace);
        if (status != KP_OK || kp_sign(cut[i]) == 0) continue;
        if (spent_in < FIRST_DEDUCTION || spent_in > LAST_DEDUCTION)
            return kp_fail(trace, KP_INVALID,
                           kp_t("減免費用の控除は平成24年度から平成27年度までに限られます。",
                                "Exempted costs may be deducted for FY2012 to FY2015 only."));
        if (kp_cmp(cut[i], benefits[i]) > 0)
            return kp_fail(trace, KP_INVALID,
                           kp_t("控除がその年度の保険給付費を超えています。",
                                "A deduction exceeds the benefits of its year."));
        benefits[i] = kp_sub(benefits[i], cut[i]);
    }
    if (status == KP_OK)
        kp_trace_step(trace, kp_t("減免に要した費用の控除 3年計", "Deductions, three years"),
                      sum_of(cut), KP_NO_UNIT);
    return status;
}

/* The three years of benefits, less what is deducted. */
static kp_status net_benefits(const kp_reserve_basis *basis, int year, kp_trace *trace,
                              kp_num benefits[YEARS]) {
    kp_status status = kp_range_exactly(basis->benefits, YEARS, trace, benefits);
    for (int i = 0; i < YEARS && status == KP_OK; i++)
        status = kp_require_amount(benefits[i], trace);
    if (status == KP_OK && basis->deductions != NULL)
        status = deduct(basis->deductions, year, trace, benefits);
    return status;
}

static kp_status months_of(const kp_reserve_basis *basis, int year, kp_trace *trace,
                           kp_num *benefit_months, kp_num *levy_months) {
    kp_status status = kp_parameter_or(basis->benefit_months, KP_RESERVE_BENEFIT_MONTHS, year,
                                       trace, benefit_months);
    if (status == KP_OK) status = kp_require_months(*benefit_months, trace);
    if (status == KP_OK)
        status =
            kp_parameter_or(basis->levy_months, KP_RESERVE_LEVY_MONTHS, year, trace, levy_months);
    if (status == KP_OK) status = kp_require_months(*levy_months, trace);
    return status;
}

kp_status kp_reserve_required(const kp_reserve_basis *basis, int year, kp_trace *trace,
                              kp_num *required) {
    kp_num benefits[YEARS];
    kp_num levies[YEARS];
    kp_num care[YEARS];
    kp_num benefit_months;
    kp_num levy_months;
    kp_status status = net_benefits(basis, year, trace, benefits);
    if (status == KP_OK) status = kp_range_exactly(basis->levies, YEARS, trace, levies);
    if (status == KP_OK) status = kp_range_exactly(basis->care, YEARS, trace, care);
    if (status == KP_OK) status = months_of(basis, year, trace, &benefit_months, &levy_months);
    if (status != KP_OK) return status;
    kp_num for_benefits = year_share(sum_of(benefits), benefit_months);
    kp_num for_levies = year_share(sum_of(levies), levy_months);
    kp_num for_care = year_share(sum_of(care), levy_months);
    kp_num result = kp_add(kp_add(for_benefits, for_levies), for_care);
    kp_trace_step(
        trace,
        kp_t("保険給付費 3年度平均 × 基準月数 ÷ 12", "Benefits: average of 3 years × months ÷ 12"),
        for_benefits, KP_NO_UNIT);
    kp_trace_step(
        trace,
        kp_t("納付金等 3年度平均 × 基準月数 ÷ 12", "Levies: average of 3 years × months ÷ 12"),
        for_levies, KP_NO_UNIT);
    kp_trace_step(
        trace,
        kp_t("介護納付金 3年度平均 × 基準月数 ÷ 12", "Care levy: average of 3 years × months ÷ 12"),
        for_care, KP_NO_UNIT);
    kp_trace_step(trace, kp_t("準備金限度内部分(所要額)", "Reserve required"), result, KP_NO_UNIT);
    return kp_give(result, required);
}

kp_status kp_reserve_ratio(kp_num balance, kp_num required, kp_trace *trace, kp_num *ratio) {
    kp_status status = kp_require_amount(balance, trace);
    if (status == KP_OK)
        status = kp_require_divisor(
            required, trace, kp_t("準備金の所要額が 0 です。", "The reserve required is 0."));
    if (status != KP_OK) return status;
    kp_num result = kp_div(balance, required);
    kp_trace_step(trace, kp_t("準備金残高", "Reserve balance"), balance, KP_NO_UNIT);
    kp_trace_step(trace, kp_t("所要額", "Reserve required"), required, KP_NO_UNIT);
    kp_trace_step(trace, kp_t("保有率 = 残高 ÷ 所要額", "Ratio = balance ÷ required"), result,
                  KP_RATIO);
    if (kp_cmp(balance, required) < 0)
        kp_trace_note(trace, kp_t("残高が所要額に達していないため、100 % 未満です。",
                                  "The balance is below the requirement: less than 100 %."));
    return kp_give(result, ratio);
}
