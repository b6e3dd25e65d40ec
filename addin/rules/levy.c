/* SPDX-License-Identifier: MPL-2.0
 *
 * levy.c: the levies that a society pays. See kenpo/levy.h for each rule's law.
 */
#include "kenpo/levy.h"

#include "kenpo/parameter.h"
#include "kenpo/require.h"

/* The system for the early elderly began in FY2008; a third goes by wages from FY2024 on. */
enum { FIRST_EARLY_YEAR = 2008, FIRST_WAGE_YEAR = 2024 };

static const kp_text NET = {"見込額", "Estimate"};

kp_status kp_levy_net(kp_num estimate, kp_num old, kp_num settled, kp_num adjustment,
                      kp_trace *trace, kp_num *net) {
    const kp_given inputs[] = {
        {estimate, NULL, kp_t("当年度概算", "Estimate of the year"), KP_NO_UNIT},
        {old, NULL, kp_t("前々年度概算", "Estimate of two years before"), KP_NO_UNIT},
        {settled, NULL, kp_t("前々年度確定", "Settled for two years before"), KP_NO_UNIT},
        {adjustment, NULL, kp_t("調整金額", "Adjustment"), KP_NO_UNIT},
    };
    kp_status status = kp_require_all(inputs, sizeof inputs / sizeof inputs[0], trace);
    if (status != KP_OK) return status;
    kp_num settlement = kp_sub(settled, old);
    kp_num result = kp_add(kp_add(estimate, settlement), adjustment);
    kp_trace_step(trace,
                  kp_t("前々年度精算 = 確定 − 概算", "Settlement = settled − estimated then"),
                  settlement, KP_NO_UNIT);
    kp_trace_step(trace,
                  kp_t("見込額 = 当年度概算 + 前々年度精算 + 調整金額",
                       "Net = estimate + settlement + adjustment"),
                  result, KP_NO_UNIT);
    return kp_give(result, net);
}

kp_status kp_levy_expense(kp_num net, kp_num office, kp_trace *trace, kp_num *expense) {
    const kp_given inputs[] = {
        {net, NULL, NET, KP_NO_UNIT},
        {office, kp_require_amount, kp_t("事務費拠出金", "Office contribution"), KP_NO_UNIT},
    };
    kp_status status = kp_require_all(inputs, sizeof inputs / sizeof inputs[0], trace);
    if (status != KP_OK) return status;
    kp_num result = kp_add(kp_max(net, kp_int(0)), office);
    if (kp_sign(net) < 0)
        kp_trace_note(trace, kp_t("見込額がマイナスのため、事務費拠出金のみを支出に計上します。",
                                  "The estimate is negative: only the office contribution is "
                                  "spent."));
    kp_trace_step(trace, kp_t("支出計上額", "Budgeted as spending"), result, KP_NO_UNIT);
    return kp_give(result, expense);
}

kp_status kp_levy_refund(kp_num net, kp_trace *trace, kp_num *refund) {
    const kp_given inputs[] = {{net, NULL, NET, KP_NO_UNIT}};
    kp_status status = kp_require_all(inputs, 1, trace);
    if (status != KP_OK) return status;
    kp_num result = kp_max(kp_int(0), kp_sub(kp_int(0), net));
    kp_trace_step(trace,
                  kp_t("還付見込額((款)雑収入(項)雑入(目)補助金等追加収入に計上)",
                       "Refund, budgeted as 雑収入・雑入・補助金等追加収入"),
                  result, KP_NO_UNIT);
    return kp_give(result, refund);
}

static kp_status early_inputs(const kp_early_basis *basis, kp_trace *trace) {
    const kp_given inputs[] = {
        {basis->cost, kp_require_amount, kp_t("調整対象額", "Cost to be shared"), KP_NO_UNIT},
        {basis->average, kp_require_share,
         kp_t("全保険者平均前期高齢者加入率", "Share of early elderly, all insurers"), KP_RATIO},
        {basis->elderly, kp_require_count, kp_t("前期高齢者数", "Early elderly members"),
         KP_PERSONS},
        {basis->members, kp_require_count, kp_t("加入者数", "Members"), KP_PERSONS},
        {basis->floor, kp_require_share, kp_t("下限割合", "Smallest share"), KP_RATIO},
    };
    kp_status status = kp_require_all(inputs, sizeof inputs / sizeof inputs[0], trace);
    if (status == KP_OK)
        status = kp_require_divisor(basis->members, trace,
                                    kp_t("加入者数が 0 です。", "There are no members."));
    if (status == KP_OK && kp_cmp(basis->elderly, basis->members) > 0)
        status = kp_fail(trace, KP_INVALID,
                         kp_t("前期高齢者数が加入者数を超えています。",
                              "There are more early elderly than members."));
    return status;
}

/* The factor by which wages change the levy: 2/3 + 1/3 × ratio. 高確法34条1項1号イ */
static kp_status wage_factor(const kp_num *wages, int year, kp_trace *trace, kp_num *factor) {
    *factor = kp_int(1);
    if (year < FIRST_EARLY_YEAR)
        return kp_fail(trace, KP_INVALID,
                       kp_t("前期高齢者納付金は平成20年度からです。",
                            "The levy for the early elderly began in FY2008."));
    if (year < FIRST_WAGE_YEAR) {
        if (wages != NULL)
            kp_trace_note(trace, kp_t("報酬調整は令和6年度からのため、報酬の比は使いません。",
                                      "Wages count from FY2024 on: their ratio is not used."));
        return KP_OK;
    }
    if (wages == NULL)
        return kp_fail(trace, KP_NOT_PUBLISHED,
                       kp_t("令和6年度以降は報酬調整(3分の1)があるため、1人当たり報酬の比を"
                            "入力してください。",
                            "From FY2024 on a third goes by wages: please give the ratio of "
                            "wages a person."));
    kp_trace_step(trace, kp_t("1人当たり報酬の比", "Ratio of wages a person"), *wages, KP_NO_UNIT);
    kp_status status = kp_require_positive(*wages, trace);
    if (status != KP_OK) return status;
    *factor = kp_div(kp_add(kp_int(2), *wages), kp_int(3));
    kp_trace_step(trace, kp_t("報酬調整 = 2/3 + 1/3 × 報酬の比", "Wages = 2/3 + 1/3 × ratio"),
                  *factor, KP_NO_UNIT);
    return KP_OK;
}

kp_status kp_early_levy(const kp_early_basis *basis, int year, kp_trace *trace, kp_num *levy) {
    kp_num wages;
    kp_status status = early_inputs(basis, trace);
    if (status == KP_OK) status = wage_factor(basis->wages, year, trace, &wages);
    if (status != KP_OK) return status;
    kp_num own = kp_max(kp_div(basis->elderly, basis->members), basis->floor);
    kp_num factor = kp_div(basis->average, own);
    kp_num base = kp_mul(kp_mul(basis->cost, factor), wages);
    kp_num result = kp_sub(base, basis->cost);
    kp_trace_step(trace,
                  kp_t("前期高齢者加入率(下限割合以上)", "Own share, not below the smallest"), own,
                  KP_RATIO);
    kp_trace_step(trace, kp_t("加入者調整率 = 全保険者平均 ÷ 加入率", "Factor = average ÷ own"),
                  factor, KP_NO_UNIT);
    kp_trace_step(trace, kp_t("調整対象基準額", "Adjusted cost"), base, KP_NO_UNIT);
    kp_trace_step(trace,
                  kp_t("納付金 = 調整対象基準額 − 調整対象額(負なら交付金)",
                       "Levy = adjusted cost − cost; negative: a grant"),
                  result, KP_NO_UNIT);
    return kp_give(result, levy);
}

kp_status kp_late_support(kp_num payroll, kp_num burden, kp_num factor, kp_trace *trace,
                          kp_num *support) {
    const kp_given inputs[] = {
        {payroll, kp_require_amount, kp_t("標準報酬総額", "Payroll"), KP_NO_UNIT},
        {burden, kp_require_share, kp_t("総報酬割負担率", "Burden on the payroll"), KP_RATIO},
        {factor, NULL, kp_t("調整率", "Adjustment factor"), KP_RATIO},
    };
    kp_status status = kp_require_all(inputs, sizeof inputs / sizeof inputs[0], trace);
    if (status != KP_OK) return status;
    kp_num tenths = kp_mul(factor, kp_int(10));
    if (kp_num_status(tenths) != KP_OK || kp_cmp(tenths, kp_int(9)) < 0 ||
        kp_cmp(tenths, kp_int(11)) > 0)
        return kp_fail(trace, KP_INVALID,
                       kp_t("調整率は 0.9 から 1.1 までです(90 % から 110 %)。",
                            "The factor is from 0.9 to 1.1 (90 % to 110 %)."));
    kp_num result = kp_mul(kp_mul(payroll, burden), factor);
    kp_trace_step(trace,
                  kp_t("後期高齢者支援金 = 標準報酬総額 × 負担率 × 調整率",
                       "Support = payroll × burden × factor"),
                  result, KP_NO_UNIT);
    return kp_give(result, support);
}

kp_status kp_care_levy(kp_num payroll, kp_num burden, kp_trace *trace, kp_num *levy) {
    const kp_given inputs[] = {
        {payroll, kp_require_amount,
         kp_t("第2号被保険者の標準報酬総額", "Payroll of the care insured"), KP_NO_UNIT},
        {burden, kp_require_share, kp_t("負担率", "Burden on the payroll"), KP_RATIO},
    };
    kp_status status = kp_require_all(inputs, sizeof inputs / sizeof inputs[0], trace);
    if (status != KP_OK) return status;
    kp_num result = kp_mul(payroll, burden);
    kp_trace_step(trace, kp_t("介護納付金 = 標準報酬総額 × 負担率", "Care levy = payroll × burden"),
                  result, KP_NO_UNIT);
    return kp_give(result, levy);
}

kp_status kp_childcare_levy(kp_num payroll, int year, const kp_num *rate, kp_trace *trace,
                            kp_num *levy) {
    const kp_given inputs[] = {
        {payroll, kp_require_amount, kp_t("総報酬額", "Payroll"), KP_NO_UNIT}};
    kp_num permille;
    kp_status status = kp_require_all(inputs, 1, trace);
    if (status == KP_OK) status = kp_parameter_or(rate, KP_KODOMO_RATE, year, trace, &permille);
    if (status == KP_OK) status = kp_require_positive(permille, trace);
    if (status != KP_OK) return status;
    kp_num result = kp_div(kp_mul(payroll, permille), kp_int(1000));
    kp_trace_step(trace,
                  kp_t("子ども・子育て支援金 = 総報酬額 × 支援金率 ÷ 1,000",
                       "Childcare support = payroll × rate ÷ 1,000"),
                  result, KP_NO_UNIT);
    return kp_give(result, levy);
}

kp_status kp_burden_ratio(kp_num levies, kp_num benefits, kp_trace *trace, kp_num *ratio) {
    const kp_given inputs[] = {
        {levies, kp_require_amount, kp_t("拠出金", "Levies"), KP_NO_UNIT},
        {benefits, kp_require_amount, kp_t("法定給付費", "Statutory benefits"), KP_NO_UNIT},
    };
    kp_status status = kp_require_all(inputs, sizeof inputs / sizeof inputs[0], trace);
    if (status != KP_OK) return status;
    kp_num both = kp_add(levies, benefits);
    status = kp_num_status(both);
    if (status == KP_OK)
        status = kp_require_divisor(
            both, trace, kp_t("拠出金も法定給付費も 0 です。", "Levies and benefits are both 0."));
    if (status != KP_OK) return status;
    kp_num result = kp_div(levies, both);
    kp_trace_step(trace, kp_t("拠出金 + 法定給付費", "Levies + benefits"), both, KP_NO_UNIT);
    kp_trace_step(trace,
                  kp_t("拠出金負担割合 = 拠出金 ÷ (拠出金 + 法定給付費)",
                       "Burden = levies ÷ (levies + benefits)"),
                  result, KP_RATIO);
    return kp_give(result, ratio);
}
