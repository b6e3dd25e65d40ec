/* SPDX-License-Identifier: MPL-2.0
 *
 * funds.c: V78 to V80, reserve and funds, amounts per insured, contingency fund (資産・1人当たり・予備費).
 */
#include "rules/conditions/conditions.h"

/* The reserve (1) is not many times (x) the requirement (2), where there is one. */
static void reserve_plausible(const kp_operands *o, kp_finding *finding) {
    finding->x = kp_div(kp_operand(o, 0), kp_operand(o, 1));
    finding->holds = true;
    if (kp_sign(kp_operand(o, 1)) <= 0) return;
    kp_num most = kp_mul(kp_operand(o, 1), kp_present(finding, KP_GUIDE_RESERVE_MOST));
    kp_find(finding, kp_operand(o, 0), KP_AT_MOST, most);
}

/* The figures that are looked at per insured, in the order of the arguments from B on. */
static const kp_parameter_id A_HEAD[][2] = {
    {KP_GUIDE_HEAD_PREMIUM_LEAST, KP_GUIDE_HEAD_PREMIUM_MOST},
    {KP_GUIDE_HEAD_BENEFITS_LEAST, KP_GUIDE_HEAD_BENEFITS_MOST},
    {KP_GUIDE_HEAD_LEVIES_LEAST, KP_GUIDE_HEAD_LEVIES_MOST},
    {KP_GUIDE_HEAD_OFFICE_LEAST, KP_GUIDE_HEAD_OFFICE_MOST},
    {KP_GUIDE_HEAD_HEALTH_LEAST, KP_GUIDE_HEAD_HEALTH_MOST},
    {KP_GUIDE_HEAD_FUND_LEAST, KP_GUIDE_HEAD_FUND_MOST},
};
enum { HEADS = sizeof A_HEAD / sizeof A_HEAD[0], FUND = HEADS - 1 };

/* The amounts (2 …) per insured (1; x) lie between y and z; a fund of nothing is none. */
static void a_head(const kp_operands *o, kp_finding *finding) {
    finding->holds = true;
    if (kp_sign(kp_operand(o, 0)) == 0) return;
    for (size_t i = 0; kp_searching(finding) && i < HEADS; i++) {
        const kp_value *value = o->of[i + 1];
        if (!value->given || (i == FUND && kp_sign(value->number) == 0)) continue;
        finding->x = kp_div(value->number, kp_operand(o, 0));
        finding->y = kp_present(finding, A_HEAD[i][0]);
        finding->z = kp_present(finding, A_HEAD[i][1]);
        kp_find_between(finding, finding->x, finding->y, finding->z);
        kp_point(finding, value, 0, NULL);
    }
}

/* The contingency fund (1) is not too large a share (x) of expenditure (2). */
static void contingency_plausible(const kp_operands *o, kp_finding *finding) {
    finding->x = kp_div(kp_operand(o, 0), kp_operand(o, 1));
    kp_num most = kp_mul(kp_operand(o, 1), kp_present(finding, KP_GUIDE_CONTINGENCY_MOST));
    kp_find(finding, kp_operand(o, 0), KP_AT_MOST, most);
}

/* Where it (1) is worth it in the expenditure (2), it is not many times (x) the year before (3). */
static void contingency_near(const kp_operands *o, kp_finding *finding) {
    finding->x = kp_div(kp_operand(o, 0), kp_operand(o, 2));
    finding->holds = true;
    if (kp_sign(kp_operand(o, 2)) <= 0) return;
    kp_num watch = kp_mul(kp_operand(o, 1), kp_present(finding, KP_GUIDE_CONTINGENCY_WATCH));
    kp_num most = kp_mul(kp_operand(o, 2), kp_present(finding, KP_GUIDE_ITEM_FACTOR));
    if (kp_cmp(kp_operand(o, 0), watch) < 0) return;
    kp_find(finding, kp_operand(o, 0), KP_AT_MOST, most);
}

/* What is left in the year before (1) is neither less than nothing nor too large a share of its
 * expenditure (2). */
static void year_before_balances(const kp_operands *o, kp_finding *finding) {
    kp_num most = kp_mul(kp_operand(o, 1), kp_present(finding, KP_GUIDE_CONTINGENCY_MOST));
    kp_find_between(finding, kp_operand(o, 0), kp_int(0), most);
}

const kp_check KP_CHECKS_FUNDS[] = {
    {"V78",
     KP_WARNING,
     {"準備金・積立金の残高", "Reserve and funds"},
     {KP_NOTICE_2015, "第1の3"},
     {{{"準備金残高", "reserve"}, KP_SIGNED},
      {{"所要額", "requirement"}, KP_SIGNED},
      {{"換金容易な保有額", "held in easily sold form"}, KP_SIGNED, KP_OPTIONAL},
      {{"準備金残高(全体)", "reserve of which it is a part"}, KP_SIGNED, KP_OPTIONAL},
      {{"別途積立金残高", "separate fund"}, KP_SIGNED, KP_OPTIONAL}},
     {{reserve_plausible,
       {A, B},
       {"準備金 {A} が所要額 {B} の {x%} です。単位を確かめてください。",
        "The reserve of {A} is {x%} of the {B} required. Is the unit right?"}},
      {kp_holds_at_most,
       {C, D},
       {"換金容易な保有額 {C} が準備金残高 {D} を {d} 超えています。",
        "{C} in easily sold form is {d} more than the reserve {D}."}},
      {kp_holds_not_negative,
       {E},
       {"別途積立金の残高が {E} になります。", "The separate fund becomes {E}."},
       .severity = KP_ERROR}}},
    {"V79",
     KP_WARNING,
     {"被保険者1人当たりの額", "Amounts per insured person"},
     {KP_NO_SOURCE, "目安(法令の定めではありません)"},
     {{{"被保険者数", "insured"}, KP_COUNT},
      {{"保険料", "premiums"}, KP_SIGNED, KP_DEFAULTED},
      {{"保険給付費", "benefits"}, KP_SIGNED, KP_DEFAULTED},
      {{"納付金", "levies"}, KP_SIGNED, KP_DEFAULTED},
      {{"事務費", "office costs"}, KP_SIGNED, KP_DEFAULTED},
      {{"保健事業費", "health services"}, KP_SIGNED, KP_DEFAULTED},
      {{"別途積立金", "separate fund"}, KP_SIGNED, KP_DEFAULTED}},
     {{a_head,
       {A, B, C, D, E, F, G},
       {"{n}が1人当たり {x} 千円で、目安({y} から "
        "{z})を外れています。円と千円を取り違えていませんか。",
        "{n} is {x} thousand yen a person, outside {y} to {z}. Is it in thousands of yen?"}}}},
    {"V80",
     KP_ERROR,
     {"予備費を設け、支出合計の {guide.contingency_most%} まで",
      "A contingency fund, at most {guide.contingency_most%} of expenditure"},
     {KP_HEALTH_ORDER, "18条(予備費)"},
     {{{"予備費", "contingency fund"}, KP_SIGNED},
      {{"支出合計", "total expenditure"}, KP_SIGNED},
      {{"前年度の予備費", "that of the year before"}, KP_SIGNED, KP_OPTIONAL},
      {{"前年度の支出合計", "expenditure of the year before"}, KP_SIGNED, KP_OPTIONAL}},
     {{kp_holds_positive,
       {A},
       {"予備費がありません。予備費を設けなければなりません。",
        "There is no contingency fund; the order requires one."}},
      {contingency_plausible,
       {A, B},
       {"予備費 {A} が支出合計の {x%} です。収入の二重計上、支出の計上漏れを確かめてください。",
        "The contingency fund of {A} is {x%} of expenditure. Is income counted twice, or an "
        "expense missing?"},
       .severity = KP_WARNING},
      {contingency_near,
       {A, B, C},
       {"予備費 {A} が前年度 {C} の {x} 倍です。収入の二重計上、支出の計上漏れを確かめてください。",
        "The contingency fund of {A} is {x} times the {C} of the year before. Is income counted "
        "twice, or an expense missing?"},
       .severity = KP_WARNING},
      {year_before_balances,
       {C, D},
       {"前年度の欄の差引(予備費)が {C} です。前年度の金額を確かめてください。",
        "What remains in the column of the year before is {C}. Are its amounts right?"},
       .severity = KP_WARNING}}},
};
const size_t KP_CHECKS_FUNDS_COUNT = sizeof KP_CHECKS_FUNDS / sizeof KP_CHECKS_FUNDS[0];
