/* SPDX-License-Identifier: MPL-2.0
 *
 * plan.c: the plan that fills a reserve. See kenpo/plan.h for each rule's law.
 */
#include "kenpo/plan.h"

#include "kenpo/input.h"

enum { THREE_YEARS = 3 };

bool kp_plan_exempt(kp_run *run, const kp_plan_basis *b) {
    bool founded = b->founded >= b->exempt_from;
    bool recovering = b->designated && b->in_recovery;
    if (founded)
        kp_remark(run, kp_t("新設組合のため、策定は必要ありません。",
                            "Newly founded: no plan is needed."));
    else if (recovering)
        kp_remark(run, kp_t("健全化計画期間中の指定組合のため、策定は必要ありません。",
                            "Designated, with a recovery plan for the year: none needed."));
    else if (b->has_plan)
        kp_remark(run, kp_t("既策定組合のため、策定は必要ありません(第4の3から5は適用)。",
                            "It has a plan: no other is needed (第4の3 to 5 apply)."));
    return founded || recovering || b->has_plan;
}

kp_num kp_plan_required(kp_run *run, const kp_plan_basis *b, int year) {
    kp_need(
        run, b->founded <= year, 3,
        kp_t("設立年度が予算の年度より後です。", "The society was founded after the budget year."));
    bool exempt = kp_plan_exempt(run, b);
    int group = exempt ? 0 : b->short_in_budget ? 1 : b->short_in_year ? 2 : 0;
    return kp_say(run,
                  kp_t("積立計画(0 = 不要、1 = 第4の1(1)の組合、2 = 第4の1(2)の組合)",
                       "Plan (0 = none, 1 = short in the budget, 2 = short later)"),
                  kp_int(group), KP_NO_UNIT);
}

/* The average of one or three amounts. */
static kp_num average(kp_run *run, const kp_range *range, size_t years, kp_text label) {
    kp_num values[THREE_YEARS] = {{0, 1}, {0, 1}, {0, 1}};
    kp_range_exactly(run, range, years, values);
    if (years == 1 && kp_sign(values[0]) == 0)
        kp_refuse(run, KP_INVALID, range->place,
                  kp_t("1年度の額が 0 です(空欄のセルは 0 として読まれます)。",
                       "The one year's amount is 0 (an empty cell reads as 0)."));
    kp_num sum = kp_add(kp_add(values[0], values[1]), values[2]);
    return kp_say(run, label, kp_number(run, kp_div(sum, kp_int((int64_t)years))), KP_NO_UNIT);
}

kp_num kp_one_month(kp_run *run, const kp_range *benefits, const kp_range *levies) {
    kp_need_each(run, KP_AMOUNT, benefits);
    size_t years = kp_range_count(run, benefits) == 1 ? 1 : THREE_YEARS;
    kp_num benefit = average(run, benefits, years, kp_t("保険給付費(年額)", "Benefits a year"));
    kp_num levy = average(run, levies, years, kp_t("前期高齢者納付金等(年額)", "Levies a year"));
    return kp_say(run, kp_t("1か月分相当額", "One month"),
                  kp_div(kp_add(benefit, levy), kp_int(12)), KP_NO_UNIT);
}

kp_num kp_plan_first_year(kp_run *run, kp_num balance, const kp_range *benefits,
                          const kp_range *levies) {
    kp_num month = kp_divisor(run, kp_one_month(run, benefits, levies), 0,
                              kp_t("1か月分相当額が 0 です。", "One month is 0."));
    kp_num ratio = kp_say(run, kp_t("準備金 ÷ 1か月分相当額", "Reserve ÷ one month"),
                          kp_div(balance, month), KP_RATIO);
    kp_remark(run, kp_cmp(balance, month) < 0
                       ? kp_t("1 未満: 条件を満たしません。", "Below 1: the condition is missed.")
                       : kp_t("1 以上: 条件を満たします。", "1 or more: the condition is met."));
    return ratio;
}
