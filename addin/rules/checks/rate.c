/* SPDX-License-Identifier: MPL-2.0
 *
 * rate.c: V16 to V25, premium rates and payroll (保険料率・総報酬額).
 */
#include "rules/conditions/conditions.h"
#include "kenpo/average.h"
#include "kenpo/premium.h"

/* 1 is 2 rounded to 3 decimals: |1 − 2| ≤ half a unit of that place (y). 通知 第1の1(5). */
static void within_digits(const kp_operands *o, kp_finding *finding) {
    kp_num tenth = kp_div(kp_int(100), kp_int(1000));
    finding->y = kp_div(kp_int(1), kp_int(2));
    kp_need(finding->run, kp_cmp(kp_operand(o, 2), kp_int(12)) <= 0, 0,
            kp_t("小数の桁数は 0 から 12 までです。", "Decimals may be 0 to 12."));
    for (int64_t i = 0; i < 12 && kp_cmp(kp_int(i), kp_operand(o, 2)) < 0; i++)
        finding->y = kp_mul(finding->y, tenth);
    kp_find_near(finding, kp_operand(o, 0), kp_operand(o, 1), finding->y);
}

/* The general rate (1) lies in the range (x, y) that the law sets in the year (2). */
static void rate_in_range(const kp_operands *o, kp_finding *finding) {
    int year = kp_operand_year(o, 1);
    finding->x = kp_published(finding->run, KP_RATE_LEAST, year);
    finding->y = kp_published(finding->run, KP_RATE_MOST, year);
    kp_find_between(finding, kp_operand(o, 0), finding->x, finding->y);
}

/* The insured person's rate (1) is at most half (x) of the whole (2). */
static void at_most_half(const kp_operands *o, kp_finding *finding) {
    finding->x = kp_as_cell(kp_div(kp_operand(o, 1), kp_int(2)));
    kp_find(finding, kp_operand(o, 0), KP_AT_MOST, finding->x);
}

/* General (1) and adjustment rate (2) of the year before have the same sum (x) as those of the year
 * (3, 4; y): a change needs the minister's approval. */
static void sum_unchanged(const kp_operands *o, kp_finding *finding) {
    finding->x = kp_as_cell(kp_add(kp_operand(o, 0), kp_operand(o, 1)));
    finding->y = kp_as_cell(kp_add(kp_operand(o, 2), kp_operand(o, 3)));
    kp_find(finding, finding->x, KP_EQUAL, finding->y);
    kp_point(finding, o->of[2], 0, NULL);
}

/* With the same sum, the general rate is the same too: a change is to be notified. */
static void general_unchanged(const kp_operands *o, kp_finding *finding) {
    sum_unchanged(o, finding);
    bool changed = !finding->holds; /* said by the other condition */
    kp_find(finding, kp_operand(o, 0), KP_EQUAL, kp_operand(o, 2));
    finding->holds = finding->holds || changed;
}

/* Premiums (1) near payroll (2) × rate (3) × share collected (4) = x; y: the distance as a
 * share of x. */
static void premium_near(const kp_operands *o, kp_finding *finding) {
    finding->x = kp_premium(finding->run, kp_operand(o, 1), kp_operand(o, 2), kp_operand(o, 3));
    kp_find_near(finding, kp_operand(o, 0), finding->x,
                 kp_mul(finding->x, kp_present(finding, KP_GUIDE_PREMIUM)));
    finding->y = kp_div(finding->difference, finding->x);
}

/* A share of an amount, where one is given, else one unit. */
static kp_num allowed_of(kp_num amount, const kp_value *share) {
    return share->given ? kp_mul(amount, share->number) : kp_int(1);
}

/* The adjustment premium (1) is payroll (2) × rate (3) (x), as near as the guide (4) says. */
static void adjustment_premium(const kp_operands *o, kp_finding *finding) {
    finding->x = kp_premium(finding->run, kp_operand(o, 1), kp_operand(o, 2), kp_int(1));
    kp_find_near(finding, kp_operand(o, 0), finding->x, allowed_of(finding->x, o->of[3]));
}

static void contribution_near(const kp_operands *o, kp_finding *finding) {
    kp_find_near(finding, kp_operand(o, 0), kp_operand(o, 1),
                 allowed_of(kp_operand(o, 1), o->of[2]));
}

/* The year's standard pay (1) is the average (2) × persons (3) × months (4) (x). */
static void pay_of_average(const kp_operands *o, kp_finding *finding) {
    finding->x = kp_as_cell(
        kp_standard_pay(finding->run, kp_operand(o, 1), kp_operand(o, 2), kp_operand(o, 3)));
    kp_find(finding, kp_operand(o, 0), KP_EQUAL, finding->x);
}

/* The average (1) is that of twelve counts (2; x). 記載要領4. */
static void average_insured(const kp_operands *o, kp_finding *finding) {
    finding->x = kp_average_insured(finding->run, &o->of[1]->range);
    kp_find(finding, kp_operand(o, 0), KP_EQUAL, finding->x);
}

/* The average (1) is that of twelve months' standard pay (2) and counts (3; x). 記載要領5. */
static void average_pay(const kp_operands *o, kp_finding *finding) {
    finding->x = kp_average_standard(finding->run, &o->of[1]->range, &o->of[2]->range);
    kp_find(finding, kp_operand(o, 0), KP_EQUAL, finding->x);
}

/* The average pay (1) lies between the lowest and the highest grade (x, y) of the year (2). */
static void pay_in_grades(const kp_operands *o, kp_finding *finding) {
    int year = kp_operand_year(o, 1);
    finding->x = kp_published(finding->run, KP_GRADE_LEAST, year);
    finding->y = kp_published(finding->run, KP_GRADE_MOST, year);
    kp_find_between(finding, kp_operand(o, 0), finding->x, finding->y);
}

const kp_check KP_CHECKS_RATE[] = {
    {"V16",
     KP_WARNING,
     {"採用した特定保険料率 = 計算した率(採用した桁数まで)",
      "Specific rate adopted = rate computed, to the decimals adopted"},
     {KP_NOTICE_2015, "第1の1(5)"},
     {{{"採用した特定保険料率", "specific rate adopted"}, KP_SIGNED, KP_REQUIRED, KP_PERMILLE},
      {{"計算した特定保険料率", "specific rate computed"}, KP_SIGNED, KP_REQUIRED, KP_PERMILLE},
      {{"小数の桁数", "decimals"}, KP_COUNT}},
     {{within_digits,
       {A, B, C},
       {"採用した特定保険料率 {A} と計算値 {B} の差 {d} ‰ が、小数 {C} 桁の端数処理による差 {y} ‰ "
        "を超えています。",
        "The specific rate adopted, {A}, is {d} ‰ from the {B} computed, more than the {y} ‰ that "
        "rounding to {C} decimals explains."}}}},
    {"V17",
     KP_ERROR,
     {"基本保険料率 + 特定保険料率 = 一般保険料率、一般保険料率 + 調整保険料率 = 合計",
      "Basic + specific rate = general rate; general + adjustment rate = total"},
     {KP_HEALTH_ACT, "160条14項・15項、附則2条"},
     {{{"基本保険料率", "basic rate"}, KP_SIGNED, KP_REQUIRED, KP_PERMILLE},
      {{"特定保険料率", "specific rate"}, KP_SIGNED, KP_REQUIRED, KP_PERMILLE},
      {{"一般保険料率", "general rate"}, KP_SIGNED, KP_REQUIRED, KP_PERMILLE},
      {{"調整保険料率", "adjustment rate"}, KP_SIGNED, KP_REQUIRED, KP_PERMILLE},
      {{"料率の合計", "total rate"}, KP_SIGNED, KP_REQUIRED, KP_PERMILLE}},
     {{kp_holds_sum,
       {A, B, C},
       {"基本 {A} と特定 {B} の和 {x} ‰ が一般保険料率 {C} と一致しません(差 {d} ‰)。",
        "Basic {A} and specific {B} make {x} ‰, which differs from the general rate {C} by {d} "
        "‰."}},
      {kp_holds_sum,
       {C, D, E},
       {"一般 {C} と調整 {D} の和 {x} ‰ が合計 {E} と一致しません(差 {d} ‰)。",
        "General {C} and adjustment {D} make {x} ‰, which differs from the total {E} by {d} "
        "‰."}}}},
    {"V18",
     KP_ERROR,
     {"{rate.least} ‰ ≦ 一般保険料率 ≦ {rate.most} ‰(平成27年度まではその年度の法律の範囲)",
      "{rate.least} ‰ ≤ general rate ≤ {rate.most} ‰ (until FY2015: the law of the year)"},
     {KP_HEALTH_ACT, "160条13項"},
     {{{"一般保険料率", "general rate"}, KP_SIGNED, KP_REQUIRED, KP_PERMILLE},
      {{"年度(省略すると現行の範囲)", "fiscal year, the present law if left out"},
       KP_YEAR,
       KP_DEFAULTED}},
     {{rate_in_range,
       {A, B},
       {"一般保険料率 {A} が {x} ‰ から {y} ‰ までの範囲を {d} ‰ 外れています。",
        "The general rate {A} is {d} ‰ outside {x} ‰ to {y} ‰."}}}},
    {"V19",
     KP_ERROR,
     {"事業主の率 + 被保険者の率 = 料率、被保険者の率 ≦ 料率の2分の1",
      "Employer's + insured person's rate = whole rate; the latter at most half of it"},
     {KP_NOTICE_2015, "第1の2、健康保険法161条・162条"},
     {{{"事業主の率", "employer's rate"}, KP_SIGNED, KP_REQUIRED, KP_PERMILLE},
      {{"被保険者の率", "insured person's rate"}, KP_SIGNED, KP_REQUIRED, KP_PERMILLE},
      {{"料率", "whole rate"}, KP_SIGNED, KP_REQUIRED, KP_PERMILLE},
      {{"任意継続・特例退職の率である", "rate of voluntary or retired members"},
       KP_ANSWER,
       KP_OPTIONAL}},
     {{kp_holds_sum,
       {A, B, C},
       {"事業主の率 {A} と被保険者の率 {B} の和 {x} ‰ が料率 {C} と一致しません(差 {d} ‰)。",
        "Employer's rate {A} and insured person's rate {B} make {x} ‰, which differs from {C} by "
        "{d} ‰."}},
      {at_most_half,
       {B, C},
       {"被保険者の率 {B} が料率の2分の1({x} ‰)を {d} ‰ 超えています。",
        "The insured person's rate {B} is {d} ‰ more than half of the whole ({x} ‰)."},
       {D, 0, 0}}}},
    {"V20",
     KP_INFO,
     {"料率の変更: 一般+調整が前年度と同じなら届出、変わるなら認可",
      "Change of rates: to be notified where general + adjustment stays, else to be approved"},
     {KP_HEALTH_ACT, "160条13項、附則2条"},
     {{{"前年度の一般保険料率", "general rate of the year before"},
       KP_SIGNED,
       KP_REQUIRED,
       KP_PERMILLE},
      {{"前年度の調整保険料率", "adjustment rate of the year before"},
       KP_SIGNED,
       KP_REQUIRED,
       KP_PERMILLE},
      {{"本年度の一般保険料率", "general rate of the year"}, KP_SIGNED, KP_REQUIRED, KP_PERMILLE},
      {{"本年度の調整保険料率", "adjustment rate of the year"},
       KP_SIGNED,
       KP_REQUIRED,
       KP_PERMILLE}},
     {{sum_unchanged,
       {A, B, C, D},
       {"一般+調整が {x} ‰ から {y} ‰ に変わります(差 {d} ‰)。厚生労働大臣の認可が必要です。",
        "General + adjustment rate changes from {x} ‰ to {y} ‰ (by {d} ‰): the minister's approval "
        "is needed."}},
      {general_unchanged,
       {A, B, C, D},
       {"一般保険料率が {A} から {C} に変わりますが(差 {d} ‰)、一般+調整は {x} ‰ "
        "のままです。届出で足ります。",
        "The general rate changes from {A} to {C} (by {d} ‰) while general + adjustment stays {x} "
        "‰: to be notified."}}}},
    {"V21",
     KP_WARNING,
     {"保険料収入と 総報酬額 × 料率 × 収納率 の差が {guide.premium%} 以内",
      "Premiums within {guide.premium%} of payroll × rate × share collected"},
     {KP_NOTICE_2015, "第1の1(2)"},
     {{{"保険料収入", "premiums"}, KP_SIGNED},
      {{"総報酬額", "payroll"}, KP_SIGNED},
      {{"一般保険料率", "general rate"}, KP_SIGNED, KP_REQUIRED, KP_PERMILLE},
      {{"収納率", "share collected"}, KP_SIGNED, KP_REQUIRED, KP_PERCENT}},
     {{premium_near,
       {A, B, C, D},
       {"保険料収入 {A} が計算値 {x}(総報酬額 × {C} × {D})から {d}({y%})離れています。",
        "Premiums of {A} are {d} ({y%}) from {x} (payroll × {C} × {D})."}}}},
    {"V22",
     KP_WARNING,
     {"調整保険料 = 総報酬額 × 調整保険料率、財政調整事業拠出金 = 調整保険料(目安の割合、なければ "
      "±1)",
      "Adjustment premium = payroll × adjustment rate; contribution to the federation = adjustment "
      "premium (within the guide, else ±1)"},
     {KP_HEALTH_ORDER, "67条、健保連「令和6年度の事業活動状況(概要)」主な継続的事業項目6(2)"},
     {{{"調整保険料", "adjustment premium"}, KP_SIGNED},
      {{"総報酬額", "payroll"}, KP_SIGNED},
      {{"調整保険料率", "adjustment rate"}, KP_SIGNED, KP_REQUIRED, KP_PERMILLE},
      {{"財政調整事業拠出金", "contribution to the federation"}, KP_SIGNED},
      {{"目安(割合)", "guide, a share"}, KP_AMOUNT, KP_DEFAULTED, KP_PERCENT}},
     {{adjustment_premium,
       {A, B, C, E},
       {"調整保険料 {A} が総報酬額 {B} × {C} = {x} と一致しません(差 {d})。",
        "The adjustment premium {A} differs from payroll {B} × {C} = {x} by {d}."}},
      {contribution_near,
       {D, A, E},
       {"財政調整事業拠出金 {D} が調整保険料 {A} と一致しません(差 {d})。",
        "The contribution {D} differs from the adjustment premium {A} by {d}."}}}},
    {"V23",
     KP_ERROR,
     {"標準報酬月額総額 + 標準賞与額総額 = 総報酬額、標準報酬月額総額 = 平均 × 人数 × 月数",
      "Standard monthly pay + bonuses = payroll; monthly pay of the year = average × persons × "
      "months"},
     {KP_NOTICE_2015, "第1の1(2)・(5)"},
     {{{"標準報酬月額の総額", "monthly pay of the year"}, KP_SIGNED},
      {{"標準賞与額の総額", "bonuses of the year"}, KP_SIGNED},
      {{"総報酬額", "payroll"}, KP_SIGNED},
      {{"平均標準報酬月額(同じ単位)", "average monthly pay, same unit"}, KP_SIGNED, KP_OPTIONAL},
      {{"被保険者数", "insured persons"}, KP_COUNT, KP_OPTIONAL},
      {{"月数", "months"}, KP_COUNT, KP_OPTIONAL}},
     {{kp_holds_sum,
       {A, B, C},
       {"標準報酬月額の総額 {A} と標準賞与額の総額 {B} の和 {x} が総報酬額 {C} と一致しません(差 "
        "{d})。",
        "Monthly pay {A} and bonuses {B} make {x}, which differs from the payroll {C} by {d}."}},
      {pay_of_average,
       {A, D, E, F},
       {"標準報酬月額の総額 {A} が平均 {D} × {E} 人 × {F} か月 = {x} と一致しません(差 {d})。",
        "Monthly pay of the year, {A}, differs from {D} × {E} persons × {F} months = {x} by "
        "{d}."}}}},
    {"V24",
     KP_WARNING,
     {"年間平均の算出: 3月から翌年2月までの12か月、小数第1位を四捨五入",
      "Averages of the year: twelve months from March to February, rounded half up"},
     {KP_SETTLEMENT_GUIDE, "記載要領4・5"},
     {{{"平均被保険者数", "average insured"}, KP_COUNT},
      {{"月末の被保険者数", "counts at month-end"}, KP_RANGE},
      {{"平均標準報酬月額", "average monthly pay"}, KP_SIGNED, KP_OPTIONAL},
      {{"標準報酬月額の総計", "totals of monthly pay"}, KP_RANGE, KP_OPTIONAL},
      {{"同被保険者数(免除者を除く)", "their counts, without the exempted"},
       KP_RANGE,
       KP_OPTIONAL}},
     {{average_insured,
       {A, B},
       {"平均被保険者数 {A} が12か月の平均 {x}(四捨五入)と一致しません(差 {d})。",
        "The average insured, {A}, differs from the average of twelve months, {x}, by {d}."}},
      {average_pay,
       {C, D, E},
       {"平均標準報酬月額 {C} が総計 ÷ 人数 = {x}(四捨五入)と一致しません(差 {d})。",
        "The average monthly pay, {C}, differs from totals ÷ counts = {x} by {d}."}}}},
    {"V25",
     KP_WARNING,
     {"{grade.least} 円 ≦ 平均標準報酬月額 ≦ {grade.most} 円(平成27年度まではその年度の等級)",
      "{grade.least} yen ≤ average monthly pay ≤ {grade.most} yen (until FY2015: the grades then)"},
     {KP_HEALTH_ACT, "40条(標準報酬月額の等級)"},
     {{{"平均標準報酬月額(円)", "average monthly pay in yen"}, KP_SIGNED},
      {{"年度(省略すると現行の等級)", "fiscal year, the present grades if left out"},
       KP_YEAR,
       KP_DEFAULTED}},
     {{pay_in_grades,
       {A, B},
       {"平均標準報酬月額 {A} 円が {x} 円から {y} 円までの範囲を {d} "
        "円外れています。単位を確かめてください。",
        "The average monthly pay of {A} yen is {d} yen outside {x} to {y} yen. Is the "
        "unit right?"}}}},
};
const size_t KP_CHECKS_RATE_COUNT = sizeof KP_CHECKS_RATE / sizeof KP_CHECKS_RATE[0];
