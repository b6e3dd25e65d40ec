/* SPDX-License-Identifier: MPL-2.0
 *
 * plan.c: the plan that fills a reserve. See kenpo/plan.h for each rule's law.
 */
#include "kenpo/plan.h"

#include "kenpo/parameter.h"
#include "kenpo/require.h"
#include "kenpo/year.h"

enum { THREE_YEARS = 3 };

static kp_status plan_inputs(const kp_plan_basis *basis, int year, kp_trace *trace) {
    const kp_given inputs[] = {
        {basis->short_in_budget, kp_require_flag, kp_t("当初予算で不足", "Short in the budget"),
         KP_NO_UNIT},
        {basis->short_in_year, kp_require_flag,
         kp_t("年度途中に不足の見込み", "Short later in the year"), KP_NO_UNIT},
        {kp_int(basis->founded), NULL, kp_t("設立年度", "Founded in"), KP_FISCAL_YEAR},
        {basis->designated, kp_require_flag, kp_t("指定組合", "Designated society"), KP_NO_UNIT},
        {basis->in_recovery, kp_require_flag,
         kp_t("健全化計画期間に該当", "In the years of its recovery plan"), KP_NO_UNIT},
        {basis->has_plan, kp_require_flag, kp_t("既策定組合", "Has a plan already"), KP_NO_UNIT},
    };
    kp_status status = kp_require_all(inputs, sizeof inputs / sizeof inputs[0], trace);
    if (status == KP_OK && basis->founded > year)
        status = kp_fail(trace, KP_INVALID,
                         kp_t("設立年度が予算の年度より後です。",
                              "The society was founded after the budget year."));
    return status;
}

/* なお書: why a society needs no plan; false where none of the reasons holds. */
static bool exempt(const kp_plan_basis *basis, int exempt_from, kp_trace *trace) {
    if (basis->founded >= exempt_from) {
        kp_trace_note(trace, kp_t("新設組合のため、策定は必要ありません。",
                                  "Newly founded: no plan is needed."));
        return true;
    }
    if (kp_sign(basis->designated) != 0 && kp_sign(basis->in_recovery) != 0) {
        kp_trace_note(trace, kp_t("健全化計画期間中の指定組合のため、策定は必要ありません。",
                                  "Designated, with a recovery plan for the year: none needed."));
        return true;
    }
    if (kp_sign(basis->has_plan) == 0) return false;
    kp_trace_note(trace, kp_t("既策定組合のため、策定は必要ありません(第4の3から5は適用)。",
                              "It has a plan: no other is needed (第4の3 to 5 apply)."));
    return true;
}

kp_status kp_plan_required(const kp_plan_basis *basis, int year, kp_trace *trace, kp_num *answer) {
    kp_num exempt_from;
    int exempt_year;
    kp_status status = plan_inputs(basis, year, trace);
    if (status == KP_OK)
        status =
            kp_parameter_or(basis->exempt_from, KP_PLAN_EXEMPT_FROM, year, trace, &exempt_from);
    if (status == KP_OK) status = kp_year_from_number(exempt_from, trace, &exempt_year);
    if (status != KP_OK) return status;
    int group = 0;
    if (!exempt(basis, exempt_year, trace)) {
        if (kp_sign(basis->short_in_budget) != 0)
            group = 1;
        else if (kp_sign(basis->short_in_year) != 0)
            group = 2;
    }
    *answer = kp_int(group);
    kp_trace_step(trace,
                  kp_t("積立計画(0 = 不要、1 = 第4の1(1)の組合、2 = 第4の1(2)の組合)",
                       "Plan (0 = none, 1 = short in the budget, 2 = short later)"),
                  *answer, KP_NO_UNIT);
    return KP_OK;
}

/* The average of one or three amounts. */
static kp_status average(const kp_range *range, size_t years, kp_text label, kp_trace *trace,
                         kp_num *out) {
    kp_num sum;
    kp_num values[THREE_YEARS];
    kp_status status = kp_range_exactly(range, years, trace, values);
    if (status == KP_OK && years == 1 && kp_sign(values[0]) == 0)
        status = kp_fail(trace, KP_INVALID,
                         kp_t("1年度の額が 0 です(空欄のセルは 0 として読まれます)。",
                              "The one year's amount is 0 (an empty cell reads as 0)."));
    if (status != KP_OK) return status;
    sum = years == 1 ? values[0] : kp_add(kp_add(values[0], values[1]), values[2]);
    *out = kp_div(sum, kp_int((int64_t)years));
    kp_trace_step(trace, label, *out, KP_NO_UNIT);
    return kp_num_status(*out);
}

/* One year where the range holds one number, else three. */
static kp_status years_in(const kp_range *range, kp_trace *trace, size_t *years) {
    kp_num value;
    kp_walk walk = kp_walk_over(range);
    while (kp_walk_next(&walk, trace, &value)) {
        if (kp_sign(value) < 0)
            return kp_walk_fail(&walk, trace, KP_INVALID,
                                kp_t("保険給付費が負です。", "benefits cannot be negative."));
    }
    *years = walk.numbers == 1 ? 1 : THREE_YEARS;
    return walk.status;
}

kp_status kp_plan_first_year(kp_num balance, const kp_range *benefits, const kp_range *levies,
                             kp_trace *trace, kp_num *ratio) {
    size_t years = THREE_YEARS;
    kp_num benefit;
    kp_num levy;
    const kp_given inputs[] = {{balance, kp_require_amount,
                                kp_t("初年度末準備金", "Reserve at the end of year 1"),
                                KP_NO_UNIT}};
    kp_status status = kp_require_all(inputs, 1, trace);
    if (status == KP_OK) status = years_in(benefits, trace, &years);
    if (status == KP_OK)
        status =
            average(benefits, years, kp_t("保険給付費(年額)", "Benefits a year"), trace, &benefit);
    if (status == KP_OK)
        status =
            average(levies, years, kp_t("前期高齢者納付金等(年額)", "Levies a year"), trace, &levy);
    if (status != KP_OK) return status;
    kp_num month = kp_div(kp_add(benefit, levy), kp_int(12));
    kp_trace_step(trace, kp_t("1か月分相当額", "One month"), month, KP_NO_UNIT);
    status = kp_require_divisor(month, trace, kp_t("1か月分相当額が 0 です。", "One month is 0."));
    if (status != KP_OK) return status;
    kp_num result = kp_div(balance, month);
    kp_trace_step(trace, kp_t("準備金 ÷ 1か月分相当額", "Reserve ÷ one month"), result, KP_RATIO);
    kp_trace_note(trace,
                  kp_cmp(balance, month) < 0
                      ? kp_t("1 未満: 条件を満たしません。", "Below 1: the condition is missed.")
                      : kp_t("1 以上: 条件を満たします。", "1 or more: the condition is met."));
    return kp_give(result, ratio);
}
