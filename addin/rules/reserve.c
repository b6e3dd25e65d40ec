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

/* 支援納付金: three times the average of the years that count (kenpo/reserve.h). */
kp_num kp_childcare_levies(kp_run *run, const kp_num levies[YEARS], int year, bool before_count,
                           int place) {
    int counted = 0;
    kp_num sum = kp_int(0);
    for (int i = 0; i < YEARS; i++) {
        bool exists = kp_parameter_row(KP_RESERVE_CHILDCARE, year - (YEARS - 1) + i) != NULL;
        kp_need(run, exists || kp_sign(levies[i]) == 0, place,
                kp_t("子ども・子育て支援納付金は令和8年度からです。それより前の年度は 0 "
                     "としてください。",
                     "The childcare levy begins with FY2026; years before it have 0."));
        counted += exists;
        sum = kp_add(sum, levies[i]);
    }
    if (counted == 0) return kp_int(0);
    if (counted < YEARS)
        kp_remark(
            run,
            before_count
                ? kp_t("子ども・子育て支援納付金: 令和8年度より前の年度は 0 円として平均します。"
                       "施行令の改正に定めが見当たらないため、選択によります。",
                       "Childcare levy: years before FY2026 count as 0 in the average. The "
                       "order is silent; this is a choice.")
                : kp_t("子ども・子育て支援納付金: 令和8年度より前の年度を除いて平均します。"
                       "施行令の改正に定めが見当たらないため、選択によります。",
                       "Childcare levy: years before FY2026 are left out of the average. "
                       "The order is silent; this is a choice."));
    return before_count ? sum : kp_div(kp_mul(sum, kp_int(YEARS)), kp_int(counted));
}

static kp_num childcare_of(kp_run *run, const kp_reserve_basis *b, int year) {
    kp_num levies[YEARS];
    if (b->childcare == NULL) {
        if (kp_parameter_row(KP_RESERVE_CHILDCARE, year) != NULL)
            kp_remark(run,
                      kp_t("子ども・子育て支援納付金が入力されていません(令和8年度から数えます)。",
                           "The childcare levy was left out (it counts from FY2026 on)."));
        return kp_int(0);
    }
    kp_range_exactly(run, b->childcare, YEARS, levies);
    kp_need_each(run, KP_AMOUNT, b->childcare);
    if (run->status != KP_OK) return kp_no_number(run->status);
    return kp_childcare_levies(run, levies, year, b->before_count, b->childcare->place);
}

kp_num kp_reserve_of(kp_run *run, kp_num benefits, kp_num levies, kp_num care, kp_num childcare,
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
    kp_num for_childcare = months_of(childcare, levy_months);
    if (kp_sign(childcare) != 0)
        kp_say(run,
               kp_t("子ども・子育て支援納付金 年度平均 × 基準月数 ÷ 12",
                    "Childcare levy: yearly average × months ÷ 12"),
               for_childcare, KP_NO_UNIT);
    kp_num for_all = kp_add(kp_add(for_benefits, for_levies), kp_add(for_care, for_childcare));
    return kp_say(run, kp_t("準備金限度内部分(所要額)", "Reserve required"), for_all, KP_NO_UNIT);
}

kp_num kp_reserve_required(kp_run *run, const kp_reserve_basis *b, int year) {
    kp_num benefits[YEARS], levies[YEARS], care[YEARS];
    kp_range_exactly(run, b->benefits, YEARS, benefits);
    kp_need_each(run, KP_AMOUNT, b->benefits);
    if (b->deductions != NULL) deduct(run, b->deductions, year, benefits);
    kp_range_exactly(run, b->levies, YEARS, levies);
    kp_range_exactly(run, b->care, YEARS, care);
    return kp_reserve_of(run, sum_of(benefits), sum_of(levies), sum_of(care),
                         childcare_of(run, b, year), b->benefit_months, b->levy_months);
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
                  kp_t("準備金限度外部分 = 残高 − 所要額(マイナスなら 0)",
                       "Excess = balance − required, 0 if negative"),
                  not_below_zero(kp_sub(balance, required)), KP_NO_UNIT);
}

kp_num kp_reserve_shortfall(kp_run *run, kp_num balance, kp_num required) {
    return kp_say(run,
                  kp_t("準備金不足額 = 所要額 − 残高(マイナスなら 0)",
                       "Shortfall = required − balance, 0 if negative"),
                  not_below_zero(kp_sub(required, balance)), KP_NO_UNIT);
}

kp_num kp_subsidy_cap(kp_run *run, kp_num required, kp_num balance) {
    return kp_say(run,
                  kp_t("見積計上の上限 = 所要額 − 準備金見込(マイナスなら 0)",
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
                  kp_t("残不足額 = 財源不足額 − 充当できる財源(マイナスなら 0)",
                       "Gap = lacking − means, 0 if negative"),
                  not_below_zero(kp_sub(lacking, means)), KP_NO_UNIT);
}
