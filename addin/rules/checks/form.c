/* SPDX-License-Identifier: MPL-2.0
 *
 * form.c: V01 to V08, the arithmetic of the forms (様式の計算).
 */
#include "rules/conditions/conditions.h"

static bool is_whole(kp_num number, const kp_num *limits) {
    (void)limits;
    return kp_is_whole(number);
}

static bool is_not_negative(kp_num number, const kp_num *limits) {
    (void)limits;
    return kp_sign(number) >= 0;
}

static void all_whole(const kp_operands *o, kp_finding *finding) {
    kp_find_every(o, finding, is_whole, NULL);
}

static void none_negative(const kp_operands *o, kp_finding *finding) {
    kp_find_every(o, finding, is_not_negative, NULL);
}

const kp_check KP_CHECKS_FORM[] = {
    {"V01",
     KP_ERROR,
     {"収入合計 = 各款の合計(一般勘定)", "Total revenue = sum of its titles (款), general account"},
     {KP_HEALTH_ORDER, "16条(収入支出予算)、保保発0116第3号 第6の1"},
     {{{"収入合計", "total revenue"}, KP_SIGNED},
      {{"収入の款", "revenue titles"}, KP_RANGE, KP_REPEATED}},
     {{kp_holds_total,
       {A, B},
       {"収入合計 {A} が各款の合計 {x} と一致しません(差 {d})。",
        "Total revenue {A} differs from the sum of its titles {x} by {d}."}}}},
    {"V02",
     KP_ERROR,
     {"支出合計 = 各款の合計(一般勘定)",
      "Total expenditure = sum of its titles (款), general account"},
     {KP_HEALTH_ORDER, "16条(収入支出予算)、保保発0116第3号 第6の1"},
     {{{"支出合計", "total expenditure"}, KP_SIGNED},
      {{"支出の款", "expenditure titles"}, KP_RANGE, KP_REPEATED}},
     {{kp_holds_total,
       {A, B},
       {"支出合計 {A} が各款の合計 {x} と一致しません(差 {d})。",
        "Total expenditure {A} differs from the sum of its titles {x} by {d}."}}}},
    {"V03",
     KP_ERROR,
     {"収入合計 = 支出合計(一般勘定)", "Total revenue = total expenditure, general account"},
     {KP_HEALTH_ORDER, "16条(収入支出予算)"},
     {{{"収入合計", "total revenue"}, KP_SIGNED}, {{"支出合計", "total expenditure"}, KP_SIGNED}},
     {{kp_holds_equal,
       {A, B},
       {"収入合計 {A} と支出合計 {B} が一致しません(差 {d})。",
        "Total revenue {A} differs from total expenditure {B} by {d}."}}}},
    {"V04",
     KP_ERROR,
     {"収入合計 = 支出合計(介護勘定)", "Total revenue = total expenditure, care account"},
     {KP_BUDGET_STANDARD, "第1の2(一般勘定・介護勘定の区分)"},
     {{{"収入合計(介護勘定)", "total revenue, care account"}, KP_SIGNED},
      {{"支出合計(介護勘定)", "total expenditure, care account"}, KP_SIGNED}},
     {{kp_holds_equal,
       {A, B},
       {"介護勘定の収入合計 {A} と支出合計 {B} が一致しません(差 {d})。",
        "Care account: total revenue {A} differs from total expenditure {B} by {d}."}}}},
    {"V05",
     KP_ERROR,
     {"収入合計 = 支出合計(子ども・子育て支援金勘定、令和8年度から)",
      "Total revenue = total expenditure, childcare support account, from FY2026"},
     {KP_KENPOREN_2024, "最重点事業項目1(1)(別勘定等の予算策定方法)"},
     {{{"年度", "fiscal year"}, KP_YEAR},
      {{"収入合計(支援金勘定)", "total revenue, childcare account"}, KP_SIGNED},
      {{"支出合計(支援金勘定)", "total expenditure, childcare account"}, KP_SIGNED}},
     {{kp_holds_equal,
       {B, C},
       {"子ども・子育て支援金勘定の収入合計 {B} と支出合計 {C} が一致しません(差 {d})。",
        "Childcare account: total revenue {B} differs from total expenditure {C} by {d}."},
       {A, .in_force = KP_KODOMO_ACCOUNT}}}},
    {"V06",
     KP_ERROR,
     {"上位科目の額 = 内訳の合計(款 = 項の計、項 = 目の計)",
      "A title = the sum of its items (款 = Σ 項, 項 = Σ 目)"},
     {KP_NOTICE_2015, "第6の1(収入支出予算概要表の款・項・目)"},
     {{{"上位科目の額", "title"}, KP_SIGNED},
      {{"内訳は一部のみ記載", "items listed in part only"}, KP_ANSWER},
      {{"内訳", "items"}, KP_RANGE, KP_REPEATED}},
     {{kp_holds_total,
       {A, C},
       {"科目の額 {A} が内訳の合計 {x} と一致しません(差 {d})。",
        "The title {A} differs from the sum of its items {x} by {d}."}}},
     .relief = B},
    {"V07",
     KP_ERROR,
     {"金額はすべて千円単位の整数", "All amounts are whole thousands of yen"},
     {KP_NOTICE_2015, "第6の1(収入支出予算概要表の様式)"},
     {{{"金額欄", "amounts"}, KP_RANGE, KP_REPEATED}, {{"目名", "names"}, KP_NAMES}},
     {{all_whole,
       {A, B},
       {"千円未満の端数がある金額が {x} 件あります。最初は{n}の {y} です。",
        "Amounts that are not whole thousands of yen: {x}. The first is {y}, of {n}."}}}},
    {"V08",
     KP_ERROR,
     {"収入・支出の金額に負の値がない(増減の列を除く)",
      "No negative amount in revenue or expenditure (other than in the column of changes)"},
     {KP_NOTICE_2015, "第2の3(マイナスとなる見込額の計上)"},
     {{{"金額欄", "amounts"}, KP_RANGE, KP_REPEATED}, {{"目名", "names"}, KP_NAMES}},
     {{none_negative,
       {A, B},
       {"負の金額が {x} 件あります。最初は{n}の {y} です。",
        "Negative amounts: {x}. The first is {y}, of {n}."}}}},
};
const size_t KP_CHECKS_FORM_COUNT = sizeof KP_CHECKS_FORM / sizeof KP_CHECKS_FORM[0];
