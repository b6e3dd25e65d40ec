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

/* 震災特例の控除: only the expenses of FY2012 to FY2015, so the window must end there. 通知
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

/* max(0, a − b) of two amounts that are named in the trace. */
static kp_status surplus(kp_num a, kp_text a_name, kp_num b, kp_text b_name, kp_text result_name,
                         kp_trace *trace, kp_num *out) {
    const kp_given inputs[] = {
        {a, kp_require_amount, a_name, KP_NO_UNIT},
        {b, kp_require_amount, b_name, KP_NO_UNIT},
    };
    kp_status status = kp_require_all(inputs, sizeof inputs / sizeof inputs[0], trace);
    if (status != KP_OK) return status;
    kp_num result = kp_max(kp_int(0), kp_sub(a, b));
    kp_trace_step(trace, result_name, result, KP_NO_UNIT);
    return kp_give(result, out);
}

static const kp_text BALANCE = {"準備金残高", "Reserve balance"};
static const kp_text REQUIRED = {"所要額", "Reserve required"};

kp_status kp_reserve_excess(kp_num balance, kp_num required, kp_trace *trace, kp_num *excess) {
    return surplus(balance, BALANCE, required, REQUIRED,
                   kp_t("準備金限度外部分 = 残高 − 所要額(負なら 0)",
                        "Excess = balance − required, 0 if negative"),
                   trace, excess);
}

kp_status kp_reserve_shortfall(kp_num balance, kp_num required, kp_trace *trace,
                               kp_num *shortfall) {
    return surplus(required, REQUIRED, balance, BALANCE,
                   kp_t("準備金不足額 = 所要額 − 残高(負なら 0)",
                        "Shortfall = required − balance, 0 if negative"),
                   trace, shortfall);
}

kp_status kp_subsidy_cap(kp_num required, kp_num balance, kp_trace *trace, kp_num *cap) {
    return surplus(required, REQUIRED, balance,
                   kp_t("補助計上前の準備金見込", "Reserve expected before the subsidy"),
                   kp_t("見積計上の上限 = 所要額 − 準備金見込(負なら 0)",
                        "Cap = required − expected reserve, 0 if negative"),
                   trace, cap);
}

kp_status kp_reserve_liquid(const kp_range *benefits, kp_trace *trace, kp_num *liquid) {
    kp_num years[YEARS];
    kp_status status = kp_range_exactly(benefits, YEARS, trace, years);
    for (int i = 0; i < YEARS && status == KP_OK; i++)
        status = kp_require_amount(years[i], trace);
    if (status != KP_OK) return status;
    kp_num total = sum_of(years);
    kp_num result = year_share(total, kp_int(1));
    kp_trace_step(trace, kp_t("前3年度の保険給付費の計", "Benefits of the three years before"),
                  total, KP_NO_UNIT);
    kp_trace_step(trace,
                  kp_t("換金容易な形態で保有すべき額 = 平均年額 ÷ 12",
                       "To be kept liquid = yearly average ÷ 12"),
                  result, KP_NO_UNIT);
    return kp_give(result, liquid);
}

kp_status kp_fund_gap(const kp_gap_basis *basis, kp_trace *trace, kp_num *gap) {
    const kp_given inputs[] = {
        {basis->spending, kp_require_amount, kp_t("支出", "Spending"), KP_NO_UNIT},
        {basis->income, kp_require_amount, kp_t("収入", "Income"), KP_NO_UNIT},
        {basis->carried_over, kp_require_amount, kp_t("繰越金", "Carried over"), KP_NO_UNIT},
        {basis->own_funds, kp_require_amount, kp_t("別途積立金繰入", "From the own funds"),
         KP_NO_UNIT},
        {basis->reserve_excess, kp_require_amount,
         kp_t("準備金繰入(限度外部分)", "From the reserve beyond the requirement"), KP_NO_UNIT},
    };
    kp_status status = kp_require_all(inputs, sizeof inputs / sizeof inputs[0], trace);
    if (status != KP_OK) return status;
    kp_num means = kp_add(kp_add(basis->carried_over, basis->own_funds), basis->reserve_excess);
    kp_num lacking = kp_sub(basis->spending, basis->income);
    kp_num result = kp_max(kp_int(0), kp_sub(lacking, means));
    kp_trace_step(trace, kp_t("財源不足額 = 支出 − 収入", "Lacking = spending − income"), lacking,
                  KP_NO_UNIT);
    kp_trace_step(trace, kp_t("充当できる財源の計", "Means that may stand in"), means, KP_NO_UNIT);
    kp_trace_step(trace,
                  kp_t("残不足額 = 財源不足額 − 充当できる財源(負なら 0)",
                       "Gap = lacking − means, 0 if negative"),
                  result, KP_NO_UNIT);
    return kp_give(result, gap);
}
