/* SPDX-License-Identifier: MPL-2.0
 *
 * plan.c: V41 to V48, the accumulation plan, arrears and what is handed in (積立計画・未払金
 * ・提出).
 */
#include <limits.h>

#include "rules/conditions/conditions.h"
#include "kenpo/plan.h"

/* A plan takes no more than the years (x) that the notification of the year (2) allows. 通知
 * 第4の2(1). */
static void years_allowed(const kp_operands *o, kp_finding *finding) {
    finding->x = kp_operand_or(o, 2, finding, KP_PLAN_YEARS, kp_operand_year(o, 1));
    kp_find(finding, kp_operand(o, 0), KP_AT_MOST, finding->x);
}

/* The reserve at the end of the first year (1) is at least one month of benefits (2) and levies (3)
 * (x). 通知 第4の2(1): whether of one year or of the average of three is not said. */
static void one_month(const kp_operands *o, kp_finding *finding) {
    finding->x = kp_as_cell(kp_one_month(finding->run, &o->of[1]->range, &o->of[2]->range));
    kp_find(finding, kp_operand(o, 0), KP_AT_LEAST, finding->x);
}

/* A ground for the exemption in the year (1): founded (2) in or after the exempting year (6), a
 * designated society (3) whose recovery plan covers the year (4), or a plan made before (5); 7 is the
 * answer that claims it. */
static void exemption_grounded(const kp_operands *o, kp_finding *finding) {
    kp_num exempt_from = kp_operand_or(o, 5, finding, KP_PLAN_EXEMPT_FROM, kp_operand_year(o, 0));
    kp_plan_basis basis = {.founded = kp_operand_year(o, 1),
                           .designated = kp_operand_flag(o, 2),
                           .in_recovery = kp_operand_flag(o, 3),
                           .has_plan = kp_operand_flag(o, 4),
                           .exempt_from = (int)exempt_from.numerator};
    finding->holds = kp_plan_exempt(finding->run, &basis);
    kp_point(finding, o->of[6], 0, NULL);
}

static void founded_before(const kp_operands *o, kp_finding *finding) {
    kp_holds_at_most(o, finding);
}

/* Arrears (1) that the year's expenditure (2) does not cover need a plan (3). 通知 第3の3(2). */
static void arrears_planned(const kp_operands *o, kp_finding *finding) {
    kp_find(finding, kp_operand(o, 1), KP_AT_LEAST, kp_operand(o, 0));
    finding->holds = finding->holds || kp_operand_flag(o, 2);
}

/* As many copies (1) as the notification of the year (2) asks for (x). */
static void copies(const kp_operands *o, kp_finding *finding, kp_parameter_id id) {
    finding->x = kp_published(finding->run, id, kp_operand_year(o, 1));
    kp_find(finding, kp_operand(o, 0), KP_EQUAL, finding->x);
}

static void summary_original(const kp_operands *o, kp_finding *finding) {
    copies(o, finding, KP_COPIES_SUMMARY_ORIGINAL);
}

static void summary_copies(const kp_operands *o, kp_finding *finding) {
    copies(o, finding, KP_COPIES_SUMMARY_COPY);
}

static void minutes_copies(const kp_operands *o, kp_finding *finding) {
    copies(o, finding, KP_COPIES_MINUTES);
}

static void plan_copies(const kp_operands *o, kp_finding *finding) {
    copies(o, finding, KP_COPIES_PLAN);
}

static void report_copies(const kp_operands *o, kp_finding *finding) {
    copies(o, finding, KP_COPIES_REPORT);
}

/* Both figures of a plan are there: nothing against nothing is no plan. */
static void both_positive(const kp_operands *o, kp_finding *finding) {
    finding->holds = kp_sign(kp_operand(o, 0)) > 0 && kp_sign(kp_operand(o, 1)) > 0;
}

const kp_check KP_CHECKS_PLAN[] = {
    {"V41",
     KP_ERROR,
     {"積立計画: 対象組合は策定、期間は通知の定める最長の年数まで、計画期間中に 100 %",
      "Accumulation plan: made where required, no longer than the notification allows, 100 % "
      "within it"},
     {KP_NOTICE_2015, "第4の1・第4の2(1)"},
     {{{"積立計画の要否(KENPO_PLAN_REQUIRED の結果)", "plan required, from KENPO_PLAN_REQUIRED"},
       KP_COUNT},
      {{"計画の年数(未策定は 0)", "years of the plan, 0 for none"}, KP_COUNT},
      {{"計画最終年度末の準備金", "reserve at the end of the plan"}, KP_SIGNED, KP_OPTIONAL},
      {{"同年度末の所要額", "requirement at that time"}, KP_SIGNED, KP_OPTIONAL},
      {{"年度", "fiscal year"}, KP_YEAR, KP_DEFAULTED},
      {{"計画期間の最長の年数(省略すると年度の公表値)",
        "years that a plan may take, the published ones if left out"},
       KP_COUNT,
       KP_DEFAULTED}},
     {{kp_holds_positive,
       {B},
       {"第4の1({A})の対象組合ですが、積立計画が策定されていません。",
        "The society comes under 第4の1({A}) but has made no plan."},
       {A, 1, INT_MAX}},
      {years_allowed,
       {B, E, F},
       {"計画期間が {B} 年です。最長 {x} 年を {d} 年超えています。",
        "The plan takes {B} years, {d} more than {x}."},
       {B, 1, INT_MAX}},
      {kp_holds_at_least,
       {C, D},
       {"計画最終年度末の準備金 {C} が所要額 {D} に {d} 不足し、保有率は {x%} です。",
        "At the end of the plan the reserve of {C} is {d} short of the {D} required: {x%}."},
       {B, 1, INT_MAX}},
      {both_positive,
       {C, D},
       {"積立計画の最終年度末の準備金 {C} と所要額 {D} が記入されていません。",
        "The plan's reserve of {C} and requirement of {D} are not filled in."},
       {B, 1, INT_MAX}}}},
    {"V42",
     KP_ERROR,
     {"積立計画の初年度末準備金 ≧ 保険給付費と前期高齢者納付金等の1か月分",
      "Reserve at the end of the plan's first year ≥ one month of benefits and levies"},
     {KP_NOTICE_2015, "第4の2(1)ただし書"},
     {{{"初年度末準備金", "reserve at the end of the first year"}, KP_SIGNED},
      {{"保険給付費(1年度分か3年度分)", "benefits of one year or of three"}, KP_RANGE},
      {{"納付金等(1年度分か3年度分)", "levies of one year or of three"}, KP_RANGE}},
     {{one_month,
       {A, B, C},
       {"初年度末準備金 {A} が1か月分相当額 {x} を下回っています(不足 {d})。",
        "The reserve of {A} at the end of the first year is {d} short of one month, {x}."}}}},
    {"V43",
     KP_WARNING,
     {"積立計画の免除理由: "
      "通知の定める年度以降の設立、健全化計画期間中の指定組合、既策定組合のいずれか",
      "Ground for exemption: founded in or after the year that the notification names, designated "
      "with a recovery plan for the year, or a plan made before"},
     {KP_NOTICE_2015, "第4の1なお書"},
     {{{"予算の年度", "budget year"}, KP_YEAR},
      {{"設立年度", "year of foundation"}, KP_YEAR},
      {{"指定組合", "designated society"}, KP_ANSWER},
      {{"健全化計画期間に該当", "recovery plan covers the year"}, KP_ANSWER},
      {{"既策定組合", "plan made before"}, KP_ANSWER},
      {{"積立計画の免除を受ける", "exempt from a plan"}, KP_ANSWER},
      {{"この設立年度以降は不要(省略すると年度の公表値)",
        "founded from then on: none needed, the published year if left out"},
       KP_YEAR,
       KP_DEFAULTED}},
     {{exemption_grounded,
       {A, B, C, D, E, G, F},
       {"積立計画の免除理由がありません({B}設立、健全化計画期間中の指定組合でも既策定組合でもない)"
        "。",
        "There is no ground for the exemption: founded in {B}, neither designated with a recovery "
        "plan nor with a plan made before."},
       {F, 1, 1}},
      {founded_before,
       {B, A},
       {"設立年度 {B} が予算の年度 {A} より後です({d} 年)。",
        "The year of foundation {B} is {d} years after the budget year {A}."}},
      {kp_holds_flag,
       {C},
       {"指定組合でないのに、健全化計画期間に該当とされています。",
        "A recovery plan is stated although the society is not designated."},
       {D, 1, 1}}}},
    {"V44",
     KP_ERROR,
     {"保険担当課との協議日 ≦ 組合会議決日 ≦ 提出日",
      "Consultation with the bureau ≤ resolution of the assembly ≤ submission"},
     {KP_NOTICE_2015, "第4の2(2)・第4の3"},
     {{{"組合会議決日", "resolution"}, KP_DATE},
      {{"提出日", "submission"}, KP_DATE},
      {{"保険担当課との協議日", "consultation"}, KP_DATE, KP_OPTIONAL}},
     {{kp_holds_entered,
       {A},
       {"組合会議決日が入力されていません。", "The date of the resolution is missing."}},
      {kp_holds_entered,
       {B},
       {"提出日が入力されていません。", "The date of submission is missing."}},
      {kp_holds_order,
       {A, B},
       {"組合会議決日が提出日より {d} 日後です。",
        "The resolution is {d} day(s) after the submission."}},
      {kp_holds_entered,
       {C},
       {"保険担当課との協議日が入力されていません。", "The date of the consultation is missing."}},
      {kp_holds_order,
       {C, A},
       {"保険担当課との協議日が組合会議決日より {d} 日後です。",
        "The consultation is {d} day(s) after the resolution."}}}},
    {"V45",
     KP_ERROR,
     {"未払金: 支出予算で返済しきれない場合は別表2、最終残高 0、初年度返済額 = 支出計上額 = "
      "財源の合計",
      "Arrears: a plan (別表2) where the budget does not cover them, final balance 0, first "
      "repayment = amount booked = its funds"},
     {KP_NOTICE_2015, "第3の3(2)・別表2"},
     {{{"未払金残高", "arrears"}, KP_SIGNED},
      {{"支出予算への計上額", "booked as expenditure"}, KP_SIGNED},
      {{"別表2を策定", "plan made"}, KP_ANSWER},
      {{"計画最終年度末の残高", "balance at the end of the plan"}, KP_SIGNED, KP_OPTIONAL},
      {{"初年度の返済額", "repayment of the first year"}, KP_SIGNED, KP_OPTIONAL},
      {{"初年度の財源の合計", "funds of the first year"}, KP_SIGNED, KP_OPTIONAL}},
     {{arrears_planned,
       {A, B, C},
       {"未払金 {A} に対し支出計上額は {B} で {d} "
        "不足していますが、別表2(返済計画)がありません。",
        "Arrears of {A} are {d} more than the {B} booked, and there is no repayment plan "
        "(別表2)."}},
      {kp_holds_zero,
       {D},
       {"返済計画の最終残高が {D} で、0 になっていません(差 {d})。",
        "The plan ends with a balance of {D} instead of 0 (difference {d})."},
       {C, 1, 1}},
      {kp_holds_equal,
       {E, B},
       {"返済計画の初年度返済額 {E} が支出計上額 {B} と一致しません(差 {d})。",
        "The first year's repayment {E} differs from the {B} booked, by {d}."},
       {C, 1, 1}},
      {kp_holds_equal,
       {F, E},
       {"初年度の財源の合計 {F} が返済額 {E} と一致しません(差 {d})。",
        "The first year's funds {F} differ from the repayment {E}, by {d}."},
       {C, 1, 1}}}},
    {"V46",
     KP_ERROR,
     {"収入支出予算概要表: 正本・副本の部数、右上に正本・副本の表記、提出日 ≦ 期限",
      "Budget summary: originals and copies as ordered, marked as such, submitted in time"},
     {KP_NOTICE_2015, "第6の1"},
     {{{"正本の部数", "originals"}, KP_COUNT},
      {{"副本の部数", "copies"}, KP_COUNT},
      {{"右上に正本・副本の表記", "marked original or copy"}, KP_ANSWER},
      {{"提出日", "submission"}, KP_DATE},
      {{"提出期限", "deadline"}, KP_DATE, KP_OPTIONAL},
      {{"年度", "fiscal year"}, KP_YEAR, KP_DEFAULTED}},
     {{summary_original,
       {A, F},
       {"正本が {A} 部です。{x} 部を提出します(差 {d})。",
        "{A} originals instead of {x} (difference {d})."}},
      {summary_copies,
       {B, F},
       {"副本が {B} 部です。{x} 部を提出します(差 {d})。",
        "{B} copies instead of {x} (difference {d})."}},
      {kp_holds_flag,
       {C},
       {"概要表(その1)の右上に正本・副本の表記がありません。",
        "The summary is not marked original or copy at the top right."}},
      {kp_holds_entered,
       {D},
       {"提出日が入力されていません。", "The date of submission is missing."}},
      {kp_holds_order,
       {D, E},
       {"提出日が期限を {d} 日過ぎています。", "The submission is {d} day(s) late."}}}},
    {"V47",
     KP_ERROR,
     {"組合会会議録(写)・積立計画(様式1)・実施状況報告(様式2)の部数、様式2は翌年9月末日まで",
      "Copies of the minutes, the plan (様式1) and the report (様式2), the report by the end of "
      "next "
      "September"},
     {KP_NOTICE_2015, "第6の1・第4の3・第4の4(1)"},
     {{{"会議録(写)の部数", "copies of the minutes"}, KP_COUNT},
      {{"積立計画を策定", "plan made"}, KP_ANSWER, KP_OPTIONAL},
      {{"様式1の部数", "copies of the plan"}, KP_COUNT, KP_OPTIONAL},
      {{"実施状況報告の対象", "report due"}, KP_ANSWER, KP_OPTIONAL},
      {{"様式2の部数", "copies of the report"}, KP_COUNT, KP_OPTIONAL},
      {{"様式2の提出日", "submission of the report"}, KP_DATE, KP_OPTIONAL},
      {{"様式2の提出期限", "deadline of the report"}, KP_DATE, KP_OPTIONAL},
      {{"年度", "fiscal year"}, KP_YEAR, KP_DEFAULTED}},
     {{minutes_copies,
       {A, H},
       {"組合会会議録(写)が {A} 部です。{x} 部を添付します(差 {d})。",
        "{A} copies of the minutes instead of {x} (difference {d})."},
       {H, .in_force = KP_COPIES_MINUTES}},
      {plan_copies,
       {C, H},
       {"積立計画(様式1)が {C} 部です。{x} 部を提出します(差 {d})。",
        "{C} copies of the plan instead of {x} (difference {d})."},
       {B, 1, 1}},
      {report_copies,
       {E, H},
       {"実施状況報告(様式2)が {E} 部です。{x} 部を提出します(差 {d})。",
        "{E} copies of the report instead of {x} (difference {d})."},
       {D, 1, 1}},
      {kp_holds_entered,
       {F},
       {"実施状況報告の提出日が入力されていません。",
        "The date of submission of the report is missing."},
       {D, 1, 1}},
      {kp_holds_order,
       {F, G},
       {"実施状況報告の提出日が期限を {d} 日過ぎています。", "The report is {d} day(s) late."},
       {D, 1, 1}}}},
    {"V48",
     KP_ERROR,
     {"積立計画の変更申請: 変更の理由と変更前の計画の写しを添付",
      "Change of the plan: reason and a copy of the former plan attached"},
     {KP_NOTICE_2015, "第4の4(2)"},
     {{{"計画を変更する", "plan is changed"}, KP_ANSWER},
      {{"変更の理由を添付", "reason attached"}, KP_ANSWER},
      {{"変更前の計画の写しを添付", "former plan attached"}, KP_ANSWER}},
     {{kp_holds_flag,
       {B},
       {"変更の理由が添付されていません。", "The reason for the change is not attached."},
       {A, 1, 1}},
      {kp_holds_flag,
       {C},
       {"変更前の積立計画の写しが添付されていません。", "The former plan is not attached."},
       {A, 1, 1}}}},
};
const size_t KP_CHECKS_PLAN_COUNT = sizeof KP_CHECKS_PLAN / sizeof KP_CHECKS_PLAN[0];
