/* SPDX-License-Identifier: MPL-2.0
 *
 * compared.c: V96 to V98, what was resolved, what was reckoned beside the budget, what stands in last year's
 * columns (議決・検算・前年度の欄).
 */
#include "rules/conditions/conditions.h"

/* Where the day of the resolution stands (2), the total that was resolved (1) does too. */
static void stated_once_resolved(const kp_operands *o, kp_finding *finding) {
    kp_holds_stated(o, finding);
    finding->holds = finding->holds || !kp_operand_flag(o, 1);
}

/* What is in force (2) is as near to what was reckoned (1) as (3) allows. */
static void near_reckoned(const kp_operands *o, kp_finding *finding) {
    kp_find_near(finding, kp_operand(o, 1), kp_operand(o, 0), kp_operand(o, 2));
}

/* Last year's columns hold the amounts of the year (2) before the budget's (1). */
static void of_year_before(const kp_operands *o, kp_finding *finding) {
    kp_find(finding, kp_int(kp_operand_year(o, 1)), KP_EQUAL, kp_int(kp_operand_year(o, 0) - 1));
    kp_point(finding, o->of[1], 0, NULL);
}

const kp_check KP_CHECKS_COMPARED[] = {
    {"V96",
     KP_ERROR,
     {"議決した予算総額", "The total that was resolved"},
     {KP_HEALTH_ACT, "19条(議決事項)"},
     {{{"収入合計", "total income"}, KP_SIGNED},
      {{"議決した予算総額", "total resolved"}, KP_SIGNED, KP_DEFAULTED},
      {{"議決した", "resolved"}, KP_ANSWER, KP_OPTIONAL},
      {{"勘定の名", "account"}, KP_KEYWORD, KP_DEFAULTED}},
     {{kp_holds_as_stated,
       {B, A, D},
       {"{D}の収入合計 {A} が、議決した予算総額 {B} と一致しません(差 {d})。",
        "{D}: total income {A} is not the {B} that was resolved ({d} apart)."}},
      {stated_once_resolved,
       {B, C, D},
       {"{D}の議決した予算総額が未入力です。議決の後の書き換えや入力漏れを見つけるために使います。",
        "{D}: the total that was resolved is not there. It shows what was changed or lost since."},
       .severity = KP_WARNING}}},
    {"V97",
     KP_WARNING,
     {"検算した値と採用した値", "What was reckoned beside it and what is in force"},
     {KP_NO_SOURCE, "目安(法令の定めではありません)"},
     {{{"検算した値", "reckoned"}, KP_SIGNED},
      {{"採用した値", "in force"}, KP_SIGNED},
      {{"この差までは見ない", "a distance that is passed over"}, KP_AMOUNT},
      {{"何の値か", "of what"}, KP_KEYWORD}},
     {{near_reckoned,
       {A, B, C, D},
       {"{D}は {B} ですが、検算では {A} です(差 "
        "{d})。検算に使った値と採用した値を確かめてください。",
        "{D} is {B}, and {A} where it was reckoned beside ({d} apart). Which of them is right?"}}}},
    {"V98",
     KP_WARNING,
     {"前年度の欄の年度", "The year of last year's columns"},
     {KP_NO_SOURCE, "Kenpo Calc の様式の区分"},
     {{{"年度", "fiscal year"}, KP_YEAR},
      {{"前年度の欄の年度", "year of last year's columns"}, KP_YEAR}},
     {{of_year_before,
       {A, B},
       {"{A}の予算ですが、前年度の欄は{B}の予算書の額とされています。年度だけを変えた場合は、"
        "「前年度の予算書から引き継ぐ」で作り直すか、前年度の欄を入れ替えてください。",
        "This is the budget of {A}, but last year's columns are said to be of {B}. Where only the "
        "year was changed, take over from last year's budget anew, or replace these columns."}}}},
};
const size_t KP_CHECKS_COMPARED_COUNT = sizeof KP_CHECKS_COMPARED / sizeof KP_CHECKS_COMPARED[0];
