/* SPDX-License-Identifier: MPL-2.0
 *
 * levy.c: V09 to V15, the levies (納付金等).
 */
#include "rules/conditions/conditions.h"
#include "kenpo/levy.h"

/* Where the estimate (1) of a levy is negative, its expenditure (2) is the administrative
 * contribution (3) alone; their names (4). 通知 第2の3. */
static void expense_alone(const kp_operands *o, kp_finding *finding) {
    size_t count = kp_same_cells(finding->run, o, 3);
    finding->holds = true;
    for (size_t i = 0; kp_searching(finding) && i < count; i++) {
        finding->w = kp_cell_number(finding->run, &o->of[0]->range, i);
        finding->x = kp_cell_number(finding->run, &o->of[1]->range, i);
        finding->y = kp_cell_number(finding->run, &o->of[2]->range, i);
        kp_point(finding, o->of[1], i, o->of[3]);
        if (kp_sign(finding->w) < 0)
            kp_find(finding, finding->x, KP_EQUAL,
                    kp_levy_expense(finding->run, finding->w, finding->y));
    }
}

/* The refunds of negative estimates (1) are booked as 補助金等追加収入 (2). x: the refunds. */
static void refund_booked(const kp_operands *o, kp_finding *finding) {
    kp_num refund = kp_int(0);
    kp_num estimate;
    kp_walk walk = kp_walk_over(finding->run, &o->of[0]->range);
    while (kp_walk_next(&walk, &estimate))
        refund = kp_add(refund, kp_levy_refund(finding->run, estimate));
    finding->x = kp_as_cell(refund);
    kp_find(finding, kp_operand(o, 1), KP_AT_LEAST, finding->x);
}

/* A levy (1) without its administrative contribution (3), and a grant (2): not both. */
static void not_both(const kp_operands *o, kp_finding *finding) {
    finding->x = kp_number(finding->run, kp_as_cell(kp_sub(kp_operand(o, 0), kp_operand(o, 2))));
    finding->holds = kp_sign(finding->x) <= 0 || kp_sign(kp_operand(o, 1)) <= 0;
}

/* A levy for retirees (1) in the last years (2) of the scheme is small against all levies (3), where
 * these are given. */
static void retirees_small(const kp_operands *o, kp_finding *finding) {
    kp_num share = kp_published(finding->run, KP_GUIDE_RETIREE, kp_operand_year(o, 1));
    finding->x = kp_mul(kp_operand(o, 2), share);
    kp_find(finding, kp_operand(o, 0), KP_AT_MOST, finding->x);
    finding->holds = finding->holds || !o->of[2]->given;
}

const kp_check KP_CHECKS_LEVY[] = {
    {"V09",
     KP_ERROR,
     {"納付金等の各目 ≧ その事務費拠出金", "Each levy ≥ its administrative contribution"},
     {KP_NOTICE_2015, "第2の3"},
     {{{"支出計上額", "levies booked"}, KP_RANGE},
      {{"事務費拠出金", "administrative contributions"}, KP_RANGE},
      {{"納付金等の名", "names"}, KP_NAMES}},
     {{kp_holds_pairs_at_least,
       {A, B, C},
       {"{n}の計上額 {x} が事務費拠出金 {y} を下回っています(不足 {d})。",
        "{n}: {x} booked is less than its administrative contribution {y}, by {d}."}}}},
    {"V10",
     KP_ERROR,
     {"見込額が負の納付金等: 支出は事務費拠出金のみ、還付金は補助金等追加収入に計上",
      "Levies with a negative estimate: only the administrative contribution is expenditure, the "
      "refund is revenue (補助金等追加収入)"},
     {KP_NOTICE_2015, "第2の3"},
     {{{"見込額", "estimates"}, KP_RANGE},
      {{"支出計上額", "levies booked"}, KP_RANGE},
      {{"事務費拠出金", "administrative contributions"}, KP_RANGE},
      {{"補助金等追加収入", "refunds booked as revenue"}, KP_SIGNED},
      {{"納付金等の名", "names"}, KP_NAMES}},
     {{expense_alone,
       {A, B, C, E},
       {"{n}は見込額が {w} のため、支出は事務費拠出金 {y} のみとなりますが、{x} "
        "が計上されています(差 {d})。",
        "{n} has an estimate of {w}: only its administrative contribution {y} may be "
        "booked, but {x} is (difference {d})."}},
      {refund_booked,
       {A, D},
       {"還付金 {x} に対し、補助金等追加収入の計上額 {D} が不足しています(不足 {d})。",
        "The refunds come to {x}, but only {D} is booked as 補助金等追加収入 ({d} short)."}}}},
    {"V11",
     KP_ERROR,
     {"概要表の納付金等 = 納付金等算出の支出計上額(目ごと)",
      "Levies in the summary = amounts of the levy sheet, item by item"},
     {KP_NOTICE_2015, "第2の3・第2の4"},
     {{{"概要表の計上額", "levies in the summary"}, KP_RANGE},
      {{"算出した支出計上額", "levies computed"}, KP_RANGE},
      {{"目名", "names"}, KP_NAMES}},
     {{kp_holds_pairs_equal,
       {A, B, C},
       {"{n}の計上額 {x} が算出額 {y} と一致しません(差 {d})。",
        "{n}: {x} in the summary differs from {y} computed, by {d}."}}}},
    {"V12",
     KP_ERROR,
     {"介護勘定の介護納付金 = 納付金等算出の介護納付金",
      "Care levy in the care account = care levy computed"},
     {KP_NOTICE_2015, "第2の5"},
     {{{"介護勘定の計上額", "care levy booked"}, KP_SIGNED},
      {{"算出した介護納付金", "care levy computed"}, KP_SIGNED}},
     {{kp_holds_equal,
       {A, B},
       {"介護納付金の計上額 {A} が算出額 {B} と一致しません(差 {d})。",
        "The care levy booked, {A}, differs from {B} computed, by {d}."}}}},
    {"V13",
     KP_ERROR,
     {"平成27年度の病床転換支援金 = 0", "No levy for bed conversion (病床転換支援金) in FY2015"},
     {KP_NOTICE_2015, "第2の3なお書"},
     {{{"年度", "fiscal year"}, KP_YEAR},
      {{"病床転換支援金", "levy for bed conversion"}, KP_SIGNED}},
     {{kp_holds_zero,
       {B},
       {"{A}は病床転換支援金の拠出を求められないため計上は不要ですが、{B} が計上されています(超過 "
        "{d})。",
        "{A}: 病床転換支援金 is not levied and needs no booking, but {B} is booked ({d} too "
        "much)."},
       {A, .in_force = KP_BED_UNLEVIED}}}},
    {"V14",
     KP_WARNING,
     {"終わった退職者給付拠出金・老人保健拠出金を計上していない("
      "令和2〜6年度の退職者給付拠出金は少額)",
      "No levy for retirees or for the old health scheme after its end; in FY2020 to 2024 a small "
      "one for retirees"},
     {KP_PUBLIC_PAGE,
      "社会保険診療報酬支払基金「退職者医療制度」、健保連「令和6年度決算見込」表10"},
     {{{"年度", "fiscal year"}, KP_YEAR},
      {{"退職者給付拠出金", "levy for retirees"}, KP_SIGNED},
      {{"老人保健拠出金", "levy for the old health scheme"}, KP_SIGNED},
      {{"納付金の計", "all levies"}, KP_SIGNED, KP_DEFAULTED}},
     {{retirees_small,
       {B, A, D},
       {"退職者給付拠出金 {B} が、納付金の計 {D} に対する目安 {x} を {d} "
        "超えています。制度は令和6年4月1日"
        "に廃止され、計上は少額のはずです。",
        "The levy for retirees, {B}, is {d} more than {x}, the guide for levies of {D}. The scheme "
        "ended on 1 April 2024; what is left is small."},
       {A, .in_force = KP_GUIDE_RETIREE}},
      {kp_holds_zero,
       {B},
       {"退職者給付拠出金 {B} が計上されています。制度は令和6年4月1日に廃止されました。",
        "A levy for retirees of {B} is booked; the scheme ended on 1 April 2024."},
       {A, .in_force = KP_RETIREE_ENDED}},
      {kp_holds_zero,
       {C},
       {"老人保健拠出金 {C} が計上されています。{A}には精算も終わっているはずです。",
        "A levy for the old health scheme of {C} is booked, although it has ended before {A}."},
       {A, .in_force = KP_OLD_HEALTH_ENDED}}}},
    {"V15",
     KP_WARNING,
     {"前期高齢者納付金(事務費拠出金を除く)と前期高齢者交付金の両方が計上されていない",
      "Not both a levy for the early elderly (without administrative contribution) and a grant"},
     {KP_ELDERLY_ACT, "34条・38条"},
     {{{"前期高齢者納付金", "levy for the early elderly"}, KP_SIGNED},
      {{"前期高齢者交付金", "grant for the early elderly"}, KP_SIGNED},
      {{"うち事務費拠出金", "administrative contribution in it"}, KP_SIGNED},
      {{"過年度精算がある", "settlement of former years"}, KP_ANSWER, KP_OPTIONAL}},
     {{not_both,
       {A, B, C},
       {"前期高齢者納付金 {x}(事務費拠出金 {C} を除く)と前期高齢者交付金 {B} "
        "の両方が計上されています。過年度精算でなければ、どちらか一方です。",
        "Both a levy of {x} (without its administrative contribution {C}) and a grant of {B} are "
        "booked. Unless former years are settled, there is only one of them."},
       {D, 0, 0}}}},
};
const size_t KP_CHECKS_LEVY_COUNT = sizeof KP_CHECKS_LEVY / sizeof KP_CHECKS_LEVY[0];
