/* SPDX-License-Identifier: MPL-2.0
 *
 * input.c: V60 to V65, the childcare account and what is typed in (支援金・入力値の妥当性).
 */
#include "rules/checks/conditions.h"

/* The account spends (1) nothing but levy (2), refunds (3) and contingency fund (4) (x). */
static void spent_on_purpose(const kp_operands *o, kp_finding *finding) {
    kp_num purpose = kp_add(kp_add(kp_operand(o, 1), kp_operand(o, 2)), kp_operand(o, 3));
    finding->x = kp_as_cell(purpose);
    kp_find(finding, kp_operand(o, 0), KP_EQUAL, finding->x);
}

/* A rate typed in percent: ten times as much lies in the legal range of 30 to 130 ‰ (x). */
static void not_in_percent(const kp_operands *o, kp_finding *finding) {
    finding->x = kp_number(finding->run, kp_mul(kp_operand(o, 0), kp_int(10)));
    finding->holds = kp_cmp(finding->x, kp_int(30)) < 0 || kp_cmp(finding->x, kp_int(130)) > 0;
}

static bool is_permille(kp_num rate) {
    return kp_cmp(rate, kp_int(1)) >= 0 && kp_cmp(rate, kp_int(200)) <= 0;
}

static void whole_in_permille(const kp_operands *o, kp_finding *finding) {
    bool low = kp_cmp(kp_operand(o, 0), kp_int(1)) < 0;
    kp_find(finding, kp_operand(o, 0), low ? KP_AT_LEAST : KP_AT_MOST, kp_int(low ? 1 : 200));
}

static void all_in_permille(const kp_operands *o, kp_finding *finding) {
    kp_find_every(o, finding, is_permille);
}

/* Levies (1) are 5 to 120 ‰ of the payroll (2), compared without a division; x: the share. */
static void levy_share(const kp_operands *o, kp_finding *finding) {
    kp_num levies = kp_mul(kp_operand(o, 0), kp_int(1000));
    finding->x = kp_div(levies, kp_operand(o, 1));
    kp_find(finding, levies, KP_AT_LEAST, kp_mul(kp_operand(o, 1), kp_int(5)));
    if (finding->holds) kp_find(finding, levies, KP_AT_MOST, kp_mul(kp_operand(o, 1), kp_int(120)));
    finding->difference = kp_div(finding->difference, kp_int(1000));
}

/* Fees (1) within 15 % of those of the year before (2), where there were any; x: the growth. */
static void fees_near(const kp_operands *o, kp_finding *finding) {
    kp_num before = kp_operand(o, 1);
    kp_num allowed = kp_mul(before, kp_div(kp_int(15), kp_int(100)));
    finding->x = kp_sub(kp_div(kp_operand(o, 0), before), kp_int(1));
    kp_find_near(finding, kp_operand(o, 0), before, allowed);
    finding->holds = finding->holds || kp_sign(before) == 0;
}

const kp_check KP_CHECKS_INPUT[] = {
    {"V60",
     KP_ERROR,
     {"子ども・子育て支援金率 = 国の一律率、支出は支援納付金・還付金・予備費のみ(令和8年度から)",
      "Childcare rate = the state's rate; spent on levy, refunds and contingency only, from "
      "FY2026"},
     {KP_KENPOREN_2024, "最重点事業項目1(1)、健康保険法160条の2"},
     {{{"年度", "fiscal year"}, KP_YEAR},
      {{"支援金率", "rate adopted"}, KP_SIGNED, KP_REQUIRED, KP_PERMILLE},
      {{"国の一律率", "the state's rate"}, KP_SIGNED, KP_REQUIRED, KP_PERMILLE},
      {{"支出合計", "total expenditure of the account"}, KP_SIGNED},
      {{"支援納付金", "levy"}, KP_SIGNED},
      {{"還付金", "refunds"}, KP_SIGNED},
      {{"予備費", "contingency fund"}, KP_SIGNED}},
     {{kp_holds_equal,
       {B, C},
       {"支援金率 {B} が国の一律率 {C} と一致しません(差 {d} ‰)。",
        "The rate of {B} differs from the state's rate {C} by {d} ‰."},
       {A, 2026, 2099}},
      {spent_on_purpose,
       {D, E, F, G},
       {"支援金勘定の支出合計 {D} が支援納付金・還付金・予備費の合計 {x} と一致しません(差 "
        "{d})。ほかの支出に充てることはできません。",
        "The account spends {D}, but levy, refunds and contingency come to {x} (difference {d}): "
        "nothing else may be paid of it."},
       {A, 2026, 2099}}}},
    {"V61",
     KP_ERROR,
     {"年度の係数(単価・率)がすべて入力されている", "Every parameter of the year has a value"},
     {KP_NO_SOURCE, "係数表(公表値のない年度は組合の値を入力)"},
     {{{"年度", "fiscal year"}, KP_YEAR},
      {{"値のない係数の数", "parameters without a value"}, KP_COUNT}},
     {{kp_holds_zero,
       {B},
       {"{A}の値がない係数が {B} 件あります。諸元に組合の値を入力してください。",
        "Parameters without a value for {A}: {B}. Please enter the society's own."}}}},
    {"V62",
     KP_ERROR,
     {"料率が ‰ で入力されている(1 ‰ から 200 ‰ まで、% での入力でない)",
      "Rates are in ‰: from 1 to 200, and not typed in percent"},
     {KP_HEALTH_ACT, "160条(千分率)"},
     {{{"一般+調整保険料率", "general + adjustment rate"}, KP_SIGNED, KP_REQUIRED, KP_PERMILLE},
      {{"そのほかの料率", "other rates"}, KP_RANGE, KP_OPTIONAL}},
     {{whole_in_permille,
       {A},
       {"保険料率 {A} が 1 ‰ から 200 ‰ までの範囲を {d} ‰ "
        "外れています。単位(‰)を確かめてください。",
        "The rate {A} is {d} ‰ outside 1 to 200 ‰. Is it in ‰?"}},
      {not_in_percent,
       {A},
       {"保険料率 {A} は % で入力されたようです。{x} ‰ ではありませんか。",
        "The rate {A} seems to be in percent. Should it be {x} ‰?"}},
      {all_in_permille,
       {B},
       {"1 ‰ から 200 ‰ までの範囲にない料率が {x} 件あります。最初は範囲の {z} 行 {w} 列目、{y} ‰ "
        "です。",
        "Rates outside 1 to 200 ‰: {x}. The first is {y} ‰, in row {z}, column {w}."}}}},
    {"V63",
     KP_WARNING,
     {"5 ‰ ≦ 納付金 ÷ 総報酬額 ≦ 120 ‰(千円と円の取り違え)",
      "5 ‰ ≤ levies ÷ payroll ≤ 120 ‰ (thousands of yen taken for yen)"},
     {KP_NO_SOURCE, "妥当性の目安(法令の定めではありません)"},
     {{{"納付金", "levies"}, KP_SIGNED}, {{"総報酬額", "payroll"}, KP_SIGNED}},
     {{levy_share,
       {A, B},
       {"納付金 {A} は総報酬額 {B} の {x} ‰ で、5 ‰ から 120 ‰ までの範囲を {d} "
        "外れています。円と千円を取り違えていませんか。",
        "Levies of {A} are {x} ‰ of the payroll {B}, outside 5 to 120 ‰ by {d}. Are both in the "
        "same unit?"}}}},
    {"V64",
     KP_ERROR,
     {"加入者数 = 被保険者数 + 被扶養者数、前期高齢者数・第2号被保険者数 ≦ 加入者数",
      "Members = insured + dependants; early elderly and care insured ≤ members"},
     {KP_NOTICE_2015, "第2の1(2)、高齢者の医療の確保に関する法律32条"},
     {{{"被保険者数", "insured"}, KP_COUNT},
      {{"被扶養者数", "dependants"}, KP_COUNT},
      {{"加入者数", "members"}, KP_COUNT},
      {{"前期高齢者数", "early elderly"}, KP_COUNT, KP_OPTIONAL},
      {{"第2号被保険者数", "care insured"}, KP_COUNT, KP_OPTIONAL}},
     {{kp_holds_sum,
       {A, B, C},
       {"被保険者 {A} 人と被扶養者 {B} 人の合計 {x} 人が加入者数 {C} 人と一致しません(差 {d} 人)。",
        "{A} insured and {B} dependants make {x}, which differs from {C} members by {d}."}},
      {kp_holds_at_most,
       {D, C},
       {"前期高齢者数 {D} 人が加入者数 {C} 人を {d} 人上回っています。",
        "{D} early elderly are {d} more than the {C} members."}},
      {kp_holds_at_most,
       {E, C},
       {"第2号被保険者数 {E} 人が加入者数 {C} 人を {d} 人上回っています。",
        "{E} care insured are {d} more than the {C} members."}}}},
    {"V65",
     KP_WARNING,
     {"審査手数料と前年度の差が 15 % 以内", "Review fees within 15 % of the year before"},
     {KP_NOTICE_2015, "第2の2(3)"},
     {{{"本年度の審査手数料", "fees of the year"}, KP_SIGNED},
      {{"前年度の審査手数料(なければ 0)", "fees of the year before, 0 for none"}, KP_SIGNED}},
     {{fees_near,
       {A, B},
       {"審査手数料 {A} が前年度 {B} から {d}({x%})変わり、15 % を超えています。",
        "Review fees of {A} differ from {B} by {d} ({x%}), more than 15 %."}}}},
};
const size_t KP_CHECKS_INPUT_COUNT = sizeof KP_CHECKS_INPUT / sizeof KP_CHECKS_INPUT[0];
