/* SPDX-License-Identifier: MPL-2.0
 *
 * estimates.c: V83 to V88, what an amount rests on (見込みの根拠): the years before, what is computed, the
 * law of the year, the reserve.
 */
#include "rules/conditions/conditions.h"
#include "kenpo/text.h"

/* The balance (1) is income (2) − expenditure (3) (x). */
static void balance_of_both(const kp_operands *o, kp_finding *finding) {
    finding->x = kp_as_cell(kp_sub(kp_operand(o, 1), kp_operand(o, 2)));
    kp_find(finding, kp_operand(o, 0), KP_EQUAL, finding->x);
}

/* Income (1) and the year before's (2) are of the same size. */
static void income_near(const kp_operands *o, kp_finding *finding) {
    kp_num factor = kp_present(finding, KP_GUIDE_BASE_FACTOR);
    finding->holds = kp_sign(kp_operand(o, 1)) <= 0 ||
                     kp_within_times(kp_operand(o, 0), kp_operand(o, 1), factor);
}

/* The society's estimate (2) is as near to what is computed (1) as the guide (3) says; x: the
 * distance as a share. */
static void own_near(const kp_operands *o, kp_finding *finding) {
    kp_num allowed = kp_mul(kp_operand(o, 0), kp_operand(o, 2));
    kp_find_near(finding, kp_operand(o, 1), kp_operand(o, 0), allowed);
    finding->x = kp_div(finding->difference, kp_operand(o, 0));
    kp_point(finding, o->of[1], 0, NULL);
}

typedef struct institution {
    const char *name;
    kp_parameter_id known;
} institution;

/* What there is in some years only. */
static const institution INSTITUTIONS[] = {
    {"出産育児交付金", KP_BIRTH_GRANT},          {"流行初期医療確保拠出金", KP_EPIDEMIC_LEVY},
    {"支援金勘定", KP_KODOMO_ACCOUNT},           {"減免に要する費用", KP_RESERVE_DEDUCTION},
    {"特定健診の震災加算", KP_CHECKUP_DISASTER},
};

/* In a year (1) that does not know what the word (2) names, every amount (3; names 4) is 0. x: the
 * first that is not. */
static void none_unknown(const kp_operands *o, kp_finding *finding) {
    const institution *named = NULL;
    for (size_t i = 0; i < sizeof INSTITUTIONS / sizeof INSTITUTIONS[0]; i++)
        if (kp_same_name(o->of[1]->text, INSTITUTIONS[i].name)) named = &INSTITUTIONS[i];
    kp_need(finding->run, named != NULL, 2,
            kp_t("この名の制度はありません。", "There is no institution of that name."));
    finding->holds = true;
    if (named == NULL || kp_parameter_row(named->known, kp_operand_year(o, 0)) != NULL) return;
    for (size_t i = 0; kp_searching(finding) && i < o->repeated; i++) {
        double number;
        const kp_value *value = kp_again(o, 2, i);
        for (size_t k = 0; kp_searching(finding) && k < kp_cell_count(&value->range); k++) {
            if (kp_range_cell(&value->range, k, &number) != KP_CELL_NUMBER) continue;
            finding->x = kp_num_from_double(number);
            finding->holds = kp_sign(finding->x) == 0;
            kp_point(finding, value, k, kp_again(o, 3, i));
        }
    }
}

/* What is booked (1) is at most the refunds (2) and other additions (3) together (x). */
static void refunds_have_cause(const kp_operands *o, kp_finding *finding) {
    kp_num refunds = kp_range_sum(finding->run, &o->of[1]->range);
    finding->x = kp_as_cell(kp_add(refunds, kp_operand(o, 2)));
    kp_find(finding, kp_operand(o, 0), KP_AT_MOST, finding->x);
}

/* What is drawn (1) is at most the reserve (2) beyond its requirement (3) (x). */
static void drawn_of_account(const kp_operands *o, kp_finding *finding) {
    finding->x = kp_max(kp_int(0), kp_as_cell(kp_sub(kp_operand(o, 1), kp_operand(o, 2))));
    kp_find(finding, kp_operand(o, 0), KP_AT_MOST, finding->x);
}

const kp_check KP_CHECKS_ESTIMATES[] = {
    {"V83",
     KP_ERROR,
     {"前々年度の経常収支", "Balance of the year before last"},
     {KP_HEALTH_ORDER, "29条"},
     {{{"経常収支差引額", "balance"}, KP_SIGNED},
      {{"経常収入", "ordinary income"}, KP_SIGNED},
      {{"経常支出", "ordinary expenditure"}, KP_SIGNED},
      {{"前年度の経常収入", "ordinary income of the year before"}, KP_SIGNED, KP_OPTIONAL}},
     {{balance_of_both,
       {A, B, C},
       {"経常収支差引額 {A} が {B} − {C} = {x} と一致しません(差 {d})。",
        "The balance {A} differs from {B} − {C} = {x} by {d}."}},
      {income_near,
       {B, D},
       {"前々年度の経常収入 {B} が前年度 {D} と {guide.base_factor} "
        "倍を超えて違います。単位を確かめてください。",
        "Ordinary income of the year before last, {B}, is far from the {D} of the year before. Is "
        "the unit right?"},
       .severity = KP_WARNING}}},
    {"V84",
     KP_WARNING,
     {"前年度予算書の総額", "Totals of last year's budget"},
     {KP_NO_SOURCE, "前年度の予算書"},
     {{{"前年度の計", "sum of the year before"}, KP_SIGNED},
      {{"前年度予算書の額", "last year's budget"}, KP_SIGNED, KP_DEFAULTED},
      {{"何の額か", "of what"}, KP_KEYWORD}},
     {{kp_holds_stated,
       {B, C},
       {"{C}"
        "の前年度の額が前年度予算書から転記されていません。前年度の欄の計と照合するために使います"
        "。",
        "{C}: what last year's budget says is not there. The sum of the year before is held "
        "against it."}},
      {kp_holds_as_stated,
       {B, A, C},
       {"{C}の前年度の額 {A} が前年度予算書の {B} と一致しません(差 {d})。",
        "{C}: the year before adds up to {A}, last year's budget says {B} ({d} apart)."}}}},
    {"V85",
     KP_WARNING,
     {"組合の見込額と計算値", "The society's estimate and what is computed"},
     {KP_NO_SOURCE, "目安(法令の定めではありません)"},
     {{{"計算値", "computed"}, KP_SIGNED},
      {{"組合の見込額", "estimate"}, KP_SIGNED},
      {{"目安(割合)", "guide, a share"}, KP_AMOUNT, KP_REQUIRED, KP_PERCENT},
      {{"何の額か", "of what"}, KP_KEYWORD}},
     {{own_near,
       {A, B, C, D},
       {"{D}の組合の見込額 {B} が計算値 {A} から "
        "{d}({x%})離れています。根拠を附記に書いてください。",
        "{D}: the estimate {B} is {d} ({x%}) from {A} computed. Please note the ground."}}}},
    {"V86",
     KP_ERROR,
     {"その年度にない科目", "Items that the year does not know"},
     {KP_HEALTH_ACT, "7条の2・160条の2"},
     {{{"年度", "fiscal year"}, KP_YEAR},
      {{"制度の名", "institution"}, KP_KEYWORD},
      {{"計上額", "amounts"}, KP_CELLS, KP_REPEATED},
      {{"目名", "names"}, KP_NAMES}},
     {{none_unknown,
       {A, B, C, D},
       {"{A}には{n}はありませんが、{x} が計上されています。",
        "There is no {n} in {A}, but {x} is booked."}}}},
    {"V87",
     KP_ERROR,
     {"還付のない補助金等追加収入", "No refund without cause"},
     {KP_NOTICE_2015, "第2の3"},
     {{{"補助金等追加収入", "refunds booked"}, KP_SIGNED},
      {{"納付金等の還付", "refunds of levies"}, KP_RANGE},
      {{"その他の追加収入", "other additions"}, KP_SIGNED, KP_DEFAULTED}},
     {{refunds_have_cause,
       {A, B, C},
       {"補助金等追加収入 {A} に対し、還付の見込みは {x} です(超過 {d})。",
        "{A} is booked, but refunds come to {x} ({d} too much)."}}}},
    {"V88",
     KP_ERROR,
     {"勘定ごとの準備金繰入 ≦ 限度外部分", "Drawn from each account's reserve ≤ its excess"},
     {KP_NOTICE_2015, "第1の3・第3の3(1)"},
     {{{"準備金繰入", "drawn"}, KP_SIGNED},
      {{"繰入前の準備金残高", "reserve before that"}, KP_SIGNED},
      {{"所要額", "requirement"}, KP_SIGNED},
      {{"第3の3(3)による繰入", "drawn under 第3の3(3)"}, KP_ANSWER, KP_OPTIONAL},
      {{"勘定の名", "account"}, KP_KEYWORD, KP_DEFAULTED}},
     {{drawn_of_account,
       {A, B, C, E},
       {"{E}の準備金繰入 {A} が限度外部分 {x} を {d} 超えています。",
        "{E}: {A} is drawn, {d} more than the excess {x}."},
       {D, 0, 0}}}},
};
const size_t KP_CHECKS_ESTIMATES_COUNT = sizeof KP_CHECKS_ESTIMATES / sizeof KP_CHECKS_ESTIMATES[0];
