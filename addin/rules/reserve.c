/* SPDX-License-Identifier: MPL-2.0
 *
 * reserve.c: the legal reserve. See kenpo/reserve.h for each rule's law.
 */
#include "kenpo/reserve.h"

#include "kenpo/input.h"
#include "kenpo/parameter.h"

enum { YEARS = 3 };

static kp_num sum_of(const kp_num values[YEARS]) {
    return kp_add(kp_add(values[0], values[1]), values[2]);
}

/* The sum of three years × months ÷ 12 ÷ 3: the months of their average year. */
static kp_num months_of(kp_num three_years, kp_num months) {
    return kp_div(kp_mul(three_years, months), kp_int(YEARS * 12));
}

bool kp_deducted_in(int year) {
    return kp_parameter_row(KP_RESERVE_DEDUCTION, year) != NULL;
}

/* 震災特例の控除: only the expenses of the years that it names. 通知 第3の1(1) */
static void deduct(kp_run *run, const kp_range *deductions, int year, kp_num benefits[YEARS]) {
    kp_num cut[YEARS];
    kp_range_exactly(run, deductions, YEARS, cut);
    kp_need_each(run, KP_AMOUNT, deductions);
    for (int i = 0; i < YEARS; i++) {
        int spent_in = year - (YEARS - 1) + i;
        kp_need(run, kp_deducted_in(spent_in) || kp_sign(cut[i]) == 0, deductions->place,
                kp_t("減免費用の控除は平成24年度から平成27年度までに限られます。",
                     "Exempted costs may be deducted for FY2012 to FY2015 only."));
        kp_need(run, kp_cmp(cut[i], benefits[i]) <= 0, deductions->place,
                kp_t("控除がその年度の保険給付費を超えています。",
                     "A deduction exceeds the benefits of its year."));
        benefits[i] = kp_sub(benefits[i], cut[i]);
    }
    kp_say(run, kp_t("減免に要した費用の控除 3年計", "Deductions, three years"), sum_of(cut),
           KP_NO_UNIT);
}

kp_num kp_reserve_of(kp_run *run, kp_num benefits, kp_num levies, kp_num care,
                     kp_num benefit_months, kp_num levy_months) {
    kp_num for_benefits = kp_say(
        run,
        kp_t("保険給付費 3年度平均 × 基準月数 ÷ 12", "Benefits: average of 3 years × months ÷ 12"),
        months_of(benefits, benefit_months), KP_NO_UNIT);
    kp_num for_levies = kp_say(
        run, kp_t("納付金等 3年度平均 × 基準月数 ÷ 12", "Levies: average of 3 years × months ÷ 12"),
        months_of(levies, levy_months), KP_NO_UNIT);
    kp_num for_care = kp_say(
        run,
        kp_t("介護納付金 3年度平均 × 基準月数 ÷ 12", "Care levy: average of 3 years × months ÷ 12"),
        months_of(care, levy_months), KP_NO_UNIT);
    return kp_say(run, kp_t("準備金限度内部分(所要額)", "Reserve required"),
                  kp_add(kp_add(for_benefits, for_levies), for_care), KP_NO_UNIT);
}

kp_num kp_reserve_required(kp_run *run, const kp_reserve_basis *b, int year) {
    kp_num benefits[YEARS], levies[YEARS], care[YEARS];
    kp_range_exactly(run, b->benefits, YEARS, benefits);
    kp_need_each(run, KP_AMOUNT, b->benefits);
    if (b->deductions != NULL) deduct(run, b->deductions, year, benefits);
    kp_range_exactly(run, b->levies, YEARS, levies);
    kp_range_exactly(run, b->care, YEARS, care);
    return kp_reserve_of(run, sum_of(benefits), sum_of(levies), sum_of(care), b->benefit_months,
                         b->levy_months);
}

kp_num kp_reserve_ratio(kp_run *run, kp_num balance, kp_num required) {
    kp_divisor(run, required, 2, kp_t("準備金の所要額が 0 です。", "The reserve required is 0."));
    kp_num ratio = kp_say(run, kp_t("保有率 = 残高 ÷ 所要額", "Ratio = balance ÷ required"),
                          kp_div(balance, required), KP_RATIO);
    if (kp_cmp(balance, required) < 0)
        kp_remark(run, kp_t("残高が所要額に達していないため、100 % 未満です。",
                            "The balance is below the requirement: less than 100 %."));
    return ratio;
}

static kp_num not_below_zero(kp_num a) {
    return kp_max(kp_int(0), a);
}

kp_num kp_reserve_excess(kp_run *run, kp_num balance, kp_num required) {
    return kp_say(run,
                  kp_t("準備金限度外部分 = 残高 − 所要額(負なら 0)",
                       "Excess = balance − required, 0 if negative"),
                  not_below_zero(kp_sub(balance, required)), KP_NO_UNIT);
}

kp_num kp_reserve_shortfall(kp_run *run, kp_num balance, kp_num required) {
    return kp_say(run,
                  kp_t("準備金不足額 = 所要額 − 残高(負なら 0)",
                       "Shortfall = required − balance, 0 if negative"),
                  not_below_zero(kp_sub(required, balance)), KP_NO_UNIT);
}

kp_num kp_subsidy_cap(kp_run *run, kp_num required, kp_num balance) {
    return kp_say(run,
                  kp_t("見積計上の上限 = 所要額 − 準備金見込(負なら 0)",
                       "Cap = required − expected reserve, 0 if negative"),
                  not_below_zero(kp_sub(required, balance)), KP_NO_UNIT);
}

kp_num kp_reserve_liquid(kp_run *run, const kp_range *benefits) {
    kp_num years[YEARS];
    kp_range_exactly(run, benefits, YEARS, years);
    kp_need_each(run, KP_AMOUNT, benefits);
    kp_num total =
        kp_say(run, kp_t("前3年度の保険給付費の計", "Benefits of the three years before"),
               sum_of(years), KP_NO_UNIT);
    return kp_say(run,
                  kp_t("換金容易な形態で保有すべき額 = 平均年額 ÷ 12",
                       "To be kept liquid = yearly average ÷ 12"),
                  months_of(total, kp_int(1)), KP_NO_UNIT);
}

kp_num kp_fund_gap(kp_run *run, const kp_gap_basis *b) {
    kp_num lacking = kp_say(run, kp_t("財源不足額 = 支出 − 収入", "Lacking = spending − income"),
                            kp_sub(b->spending, b->income), KP_NO_UNIT);
    kp_num means =
        kp_say(run, kp_t("充当できる財源の計", "Means that may stand in"),
               kp_add(kp_add(b->carried_over, b->own_funds), b->reserve_excess), KP_NO_UNIT);
    return kp_say(run,
                  kp_t("残不足額 = 財源不足額 − 充当できる財源(負なら 0)",
                       "Gap = lacking − means, 0 if negative"),
                  not_below_zero(kp_sub(lacking, means)), KP_NO_UNIT);
}
