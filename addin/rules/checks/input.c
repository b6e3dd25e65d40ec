/* SPDX-License-Identifier: MPL-2.0
 *
 * input.c: V60 to V65, the childcare account and what is typed in (支援金・入力値の妥当性).
 */
#include "rules/conditions/conditions.h"

/* The account spends (1) nothing but levy (2), refunds (3) and contingency fund (4) (x). */
static void spent_on_purpose(const kp_operands *o, kp_finding *finding) {
    kp_num purpose = kp_add(kp_add(kp_operand(o, 1), kp_operand(o, 2)), kp_operand(o, 3));
    finding->x = kp_as_cell(purpose);
    kp_find(finding, kp_operand(o, 0), KP_EQUAL, finding->x);
}

/* A rate typed in percent: taken as ‰ (x) it would lie in the legal range. */
static void not_in_percent(const kp_operands *o, kp_finding *finding) {
    finding->x = kp_mul(kp_operand(o, 0), kp_div(kp_int(1000), kp_int(100)));
    kp_find_between(finding, finding->x, kp_present(finding, KP_RATE_LEAST),
                    kp_present(finding, KP_RATE_MOST));
    finding->holds = !finding->holds;
}

static void whole_in_permille(const kp_operands *o, kp_finding *finding) {
    kp_find_between(finding, kp_operand(o, 0), kp_present(finding, KP_GUIDE_RATE_LEAST),
                    kp_present(finding, KP_GUIDE_RATE_MOST));
}

static bool is_between(kp_num number, const kp_num *limits) {
    return kp_cmp(number, limits[0]) >= 0 && kp_cmp(number, limits[1]) <= 0;
}

static void all_in_permille(const kp_operands *o, kp_finding *finding) {
    const kp_num limits[] = {kp_present(finding, KP_GUIDE_RATE_LEAST),
                             kp_present(finding, KP_GUIDE_RATE_MOST)};
    kp_find_every(o, finding, is_between, limits);
}

/* Levies (1) as a share of the payroll (2), compared without a division; x: the share in ‰. */
static void levy_share(const kp_operands *o, kp_finding *finding) {
    kp_num payroll = kp_div(kp_operand(o, 1), kp_int(1000));
    finding->x = kp_div(kp_operand(o, 0), payroll);
    kp_find_between(finding, kp_operand(o, 0),
                    kp_mul(payroll, kp_present(finding, KP_GUIDE_LEVY_LEAST)),
                    kp_mul(payroll, kp_present(finding, KP_GUIDE_LEVY_MOST)));
}

/* Fees (1) near those of the year before (2), where there were any; x: the growth. */
static void fees_near(const kp_operands *o, kp_finding *finding) {
    kp_num before = kp_operand(o, 1);
    kp_num allowed = kp_mul(before, kp_present(finding, KP_GUIDE_FEE));
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
       {A, .in_force = KP_KODOMO_ACCOUNT}},
      {spent_on_purpose,
       {D, E, F, G},
       {"支援金勘定の支出合計 {D} が支援納付金・還付金・予備費の合計 {x} と一致しません(差 "
        "{d})。ほかの支出に充てることはできません。",
        "The account spends {D}, but levy, refunds and contingency come to {x} (difference {d}): "
        "nothing else may be paid of it."},
       {A, .in_force = KP_KODOMO_ACCOUNT}}}},
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
     {"料率が ‰ で入力されている({guide.rate_least} ‰ から {guide.rate_most} ‰ まで、% "
      "での入力でない)",
      "Rates are in ‰: from {guide.rate_least} to {guide.rate_most}, and not typed in percent"},
     {KP_HEALTH_ACT, "160条(千分率)"},
     {{{"一般+調整保険料率", "general + adjustment rate"}, KP_SIGNED, KP_REQUIRED, KP_PERMILLE},
      {{"そのほかの料率", "other rates"}, KP_RANGE, KP_OPTIONAL},
      {{"料率の名", "names"}, KP_NAMES}},
     {{whole_in_permille,
       {A},
       {"保険料率 {A} が {guide.rate_least} ‰ から {guide.rate_most} ‰ までの範囲を {d} ‰ "
        "外れています。単位(‰)を確かめてください。",
        "The rate {A} is {d} ‰ outside {guide.rate_least} to {guide.rate_most} ‰. Is it in ‰?"}},
      {not_in_percent,
       {A},
       {"保険料率 {A} は % で入力されたようです。{x} ‰ ではありませんか。",
        "The rate {A} seems to be in percent. Should it be {x} ‰?"}},
      {all_in_permille,
       {B, C},
       {"{guide.rate_least} ‰ から {guide.rate_most} ‰ までの範囲にない料率が {x} "
        "件あります。最初は{n}の {y} ‰ です。",
        "Rates outside {guide.rate_least} to {guide.rate_most} ‰: {x}. The first is {y} ‰, "
        "{n}."}}}},
    {"V63",
     KP_WARNING,
     {"{guide.levy_least} ‰ ≦ 納付金 ÷ 総報酬額 ≦ {guide.levy_most} ‰(千円と円の取り違え)",
      "{guide.levy_least} ‰ ≤ levies ÷ payroll ≤ {guide.levy_most} ‰ (thousands of yen taken for "
      "yen)"},
     {KP_NO_SOURCE, "妥当性の目安(法令の定めではありません)"},
     {{{"納付金", "levies"}, KP_SIGNED}, {{"総報酬額", "payroll"}, KP_SIGNED}},
     {{levy_share,
       {A, B},
       {"納付金 {A} は総報酬額 {B} の {x} ‰ で、{guide.levy_least} ‰ から {guide.levy_most} ‰ "
        "までの範囲を {d} "
        "外れています。円と千円を取り違えていませんか。",
        "Levies of {A} are {x} ‰ of the payroll {B}, outside {guide.levy_least} to "
        "{guide.levy_most} ‰ by {d}. Are both in the "
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
     {"審査手数料と前年度の差が {guide.fee%} 以内",
      "Review fees within {guide.fee%} of the year before"},
     {KP_NOTICE_2015, "第2の2(3)"},
     {{{"本年度の審査手数料", "fees of the year"}, KP_SIGNED},
      {{"前年度の審査手数料(なければ 0)", "fees of the year before, 0 for none"}, KP_SIGNED}},
     {{fees_near,
       {A, B},
       {"審査手数料 {A} が前年度 {B} から {d}({x%})変わり、{guide.fee%} を超えています。",
        "Review fees of {A} differ from {B} by {d} ({x%}), more than {guide.fee%}."}}}},
};
const size_t KP_CHECKS_INPUT_COUNT = sizeof KP_CHECKS_INPUT / sizeof KP_CHECKS_INPUT[0];
