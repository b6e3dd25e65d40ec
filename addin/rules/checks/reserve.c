/* SPDX-License-Identifier: MPL-2.0
 *
 * reserve.c: V26 to V32, the legal reserve (法定準備金).
 */
#include "rules/conditions/conditions.h"
#include "kenpo/reserve.h"

/* The reserve at year-end (1) is that of the year before (2) + what is added (3) − what is drawn
 * (4) (x). */
static void rolls_forward(const kp_operands *o, kp_finding *finding) {
    kp_num after = kp_sub(kp_add(kp_operand(o, 1), kp_operand(o, 2)), kp_operand(o, 3));
    finding->x = kp_as_cell(after);
    kp_find(finding, kp_operand(o, 0), KP_EQUAL, finding->x);
}

/* The sum of three of the four years in a range, from year `first` on. */
static kp_num three_years(kp_run *run, const kp_range *range, size_t first) {
    kp_num sum = kp_int(0);
    for (size_t i = first; i < first + 3; i++)
        sum = kp_add(sum, kp_cell_number(run, range, i));
    return sum;
}

static void need_four_years(kp_run *run, const kp_range *range) {
    kp_need(run, kp_cell_count(range) == 4, 0,
            kp_t("古い順に4年度分(3年度前から当該年度まで)の範囲が必要です。",
                 "Ranges of four years are needed, from three years before to the year itself."));
}

/* What counts of 支援納付金 (9, four years) in the three from `first` on, where the year (8) is known;
 * the years before FY2026 count (10) as 0 unless it is said that they do not. */
static kp_num childcare(const kp_operands *o, size_t first, kp_run *run) {
    kp_num levies[3];
    if (!o->of[7]->given || !o->of[8]->given) return kp_int(0);
    need_four_years(run, &o->of[8]->range);
    for (size_t i = 0; i < 3; i++)
        levies[i] = kp_cell_number(run, &o->of[8]->range, first + i);
    if (run->status != KP_OK) return kp_no_number(run->status);
    bool before_count = !o->of[9]->given || kp_sign(o->of[9]->number) > 0;
    return kp_childcare_levies(run, levies, kp_operand_year(o, 7) - 1 + (int)first, before_count,
                               0);
}

/* The requirement (1) is that of benefits (2), levies (3), care levies (4), exempted costs (5),
 * four years each, with the months (6, 7) and 支援納付金, over the three years from `first` on (x).
 * 施行令46条2項. */
static void window(const kp_operands *o, size_t first, kp_finding *finding) {
    kp_num sums[4];
    for (size_t i = 0; i < 4; i++) {
        need_four_years(finding->run, &o->of[i + 1]->range);
        sums[i] = three_years(finding->run, &o->of[i + 1]->range, first);
    }
    finding->x = kp_as_cell(kp_reserve_of(finding->run, kp_sub(sums[0], sums[3]), sums[1], sums[2],
                                          childcare(o, first, finding->run), kp_operand(o, 5),
                                          kp_operand(o, 6)));
    kp_find(finding, kp_operand(o, 0), KP_EQUAL, finding->x);
}

static void window_before(const kp_operands *o, kp_finding *finding) {
    window(o, 0, finding);
}

static void window_of_year(const kp_operands *o, kp_finding *finding) {
    window(o, 1, finding);
}

/* What is easily sold (1) is at least what is to be kept so, by the benefits of three years (2; x). */
static void liquid_enough(const kp_operands *o, kp_finding *finding) {
    finding->x = kp_as_cell(kp_reserve_liquid(finding->run, &o->of[1]->range));
    kp_find(finding, kp_operand(o, 0), KP_AT_LEAST, finding->x);
}

/* Deductions (2) of the years that end with the budget year (1): x in the year y. */
static void deductions(const kp_operands *o, kp_finding *finding,
                       bool (*fits)(int64_t year, kp_num deduction)) {
    const kp_range *range = &o->of[1]->range;
    int64_t last = (int64_t)kp_operand(o, 0).numerator;
    int64_t count = (int64_t)kp_cell_count(range);
    finding->holds = true;
    for (int64_t i = 0; kp_searching(finding) && i < count; i++) {
        finding->x = kp_cell_number(finding->run, range, (size_t)i);
        finding->y = kp_int(last - count + 1 + i);
        finding->holds = fits(last - count + 1 + i, finding->x);
        kp_point(finding, o->of[1], (size_t)i, NULL);
    }
}

static bool in_special_years(int64_t year, kp_num deduction) {
    return kp_sign(deduction) == 0 || kp_deducted_in((int)year);
}

static bool not_negative(int64_t year, kp_num deduction) {
    (void)year;
    return kp_sign(deduction) >= 0;
}

static void deductions_dated(const kp_operands *o, kp_finding *finding) {
    deductions(o, finding, in_special_years);
}

static void deductions_not_negative(const kp_operands *o, kp_finding *finding) {
    deductions(o, finding, not_negative);
}

/* Each deduction (1) is at most the benefits (2) of its year, the last of which is the budget year (3).
 * x, y: the two; v: the year. */
static void deductions_within(const kp_operands *o, kp_finding *finding) {
    kp_find_pairs(o, finding, KP_AT_MOST);
    int64_t last = (int64_t)kp_cell_count(&o->of[0]->range) - 1;
    finding->v = kp_int(kp_operand_year(o, 2) - last + (int64_t)finding->cell);
}

/* What is drawn (1) is at most the reserve (2) beyond the requirement (3) (x). */
static void drawn_of_excess(const kp_operands *o, kp_finding *finding) {
    finding->x = kp_as_cell(kp_reserve_excess(finding->run, kp_operand(o, 1), kp_operand(o, 2)));
    kp_find(finding, kp_operand(o, 0), KP_AT_MOST, finding->x);
}

const kp_check KP_CHECKS_RESERVE[] = {
    {"V26",
     KP_ERROR,
     {"本年度末法定準備金保有率 ≧ 100 %", "Reserve ratio at the end of the year ≥ 100 %"},
     {KP_NOTICE_2015, "第1の3・第4の1"},
     {{{"準備金残高", "reserve"}, KP_SIGNED},
      {{"所要額", "requirement"}, KP_SIGNED},
      {{"積立計画を添付", "accumulation plan attached"}, KP_ANSWER, KP_OPTIONAL}},
     {{kp_holds_at_least,
       {A, B},
       {"本年度末準備金 {A} は所要額 {B} に対し {d} 不足し、保有率は {x%} で 100 % "
        "に達していません。",
        "The reserve at year-end, {A}, is {d} short of the {B} required: the ratio is {x%}, less "
        "than 100 %."}}},
     .relief = C},
    {"V27",
     KP_ERROR,
     {"再掲 介護勘定における準備金保有率 ≧ 100 %", "Reserve ratio of the care account ≥ 100 %"},
     {KP_NOTICE_2015, "第1の3・第4の1"},
     {{{"介護勘定の準備金残高", "reserve of the care account"}, KP_SIGNED},
      {{"介護勘定の所要額", "requirement of the care account"}, KP_SIGNED},
      {{"積立計画を添付", "accumulation plan attached"}, KP_ANSWER, KP_OPTIONAL}},
     {{kp_holds_at_least,
       {A, B},
       {"介護勘定の準備金 {A} は所要額 {B} に対し {d} 不足し、保有率は {x%} で 100 % "
        "に達していません。",
        "The care account's reserve, {A}, is {d} short of the {B} required: the ratio is {x%}, "
        "less than 100 %."}}},
     .relief = C},
    {"V28",
     KP_ERROR,
     {"本年度末準備金 = 前年度末準備金 + 積立 − 取崩",
      "Reserve at the end of the year = that of the year before + added − drawn"},
     {KP_BUDGET_STANDARD, "別添(2)別表(1)-1"},
     {{{"本年度末準備金", "reserve at year-end"}, KP_SIGNED},
      {{"前年度末準備金", "reserve of the year before"}, KP_SIGNED},
      {{"積立額", "added"}, KP_SIGNED},
      {{"取崩額", "drawn"}, KP_SIGNED}},
     {{rolls_forward,
       {A, B, C, D},
       {"本年度末準備金 {A} が 前年度末 {B} + 積立 {C} − 取崩 {D} = {x} と一致しません(差 {d})。",
        "The reserve at year-end, {A}, differs from {B} + {C} added − {D} drawn = {x} by {d}."}}}},
    {"V29",
     KP_ERROR,
     {"所要額の3年度: 前年度末は3年度前から前年度、本年度末は前々年度から当該年度",
      "The three years of the requirement: up to the year before for its end, up to the year for "
      "the year's end"},
     {KP_HEALTH_ORDER, "46条2項、保保発0116第3号 第3の1(1)、令和7年政令第421号"},
     {{{"前年度末の所要額", "requirement, end of the year before"}, KP_SIGNED},
      {{"本年度末の所要額", "requirement, end of the year"}, KP_SIGNED},
      {{"保険給付費4年度分", "benefits of four years"}, KP_RANGE},
      {{"納付金等4年度分", "levies of four years"}, KP_RANGE},
      {{"介護納付金4年度分", "care levies of four years"}, KP_RANGE},
      {{"控除する減免費用4年度分", "exempted costs of four years"}, KP_RANGE},
      {{"基準月数(給付)", "months of benefits"}, KP_SIGNED},
      {{"基準月数(納付金等)", "months of levies"}, KP_SIGNED},
      {{"年度", "fiscal year"}, KP_YEAR, KP_DEFAULTED},
      {{"子ども・子育て支援納付金4年度分", "childcare levies of four years"},
       KP_RANGE,
       KP_DEFAULTED},
      {{"令和8年度より前を数える", "years before FY2026 count"}, KP_ANSWER, KP_DEFAULTED}},
     {{window_before,
       {A, C, D, E, F, G, H, I, J, K},
       {"前年度末の所要額 {A} が3年度前から前年度までの平均による額 {x} と一致しません(差 {d})。",
        "The requirement at the end of the year before, {A}, differs by {d} from {x}, that of the "
        "three years up to it."}},
      {window_of_year,
       {B, C, D, E, F, G, H, I, J, K},
       {"本年度末の所要額 {B} が前々年度から当該年度までの平均による額 {x} と一致しません(差 "
        "{d})。",
        "The requirement at the end of the year, {B}, differs by {d} from {x}, that of the three "
        "years up to it."}}}},
    {"V30",
     KP_WARNING,
     {"換金処分の容易な形態での保有 ≧ 前3年度の保険給付費の平均年額の12分の1",
      "Reserve in easily sold form ≥ a twelfth of the average benefits of the three years before"},
     {KP_NOTICE_2015, "第1の3"},
     {{{"換金容易な保有額", "held in easily sold form"}, KP_SIGNED},
      {{"前3年度の保険給付費", "benefits of the three years before"}, KP_RANGE}},
     {{liquid_enough,
       {A, B},
       {"換金容易な形態での保有額 {A} が必要額 {x} を下回っています(不足 {d})。",
        "{A} is held in easily sold form, {d} short of the {x} needed."}}}},
    {"V31",
     KP_ERROR,
     {"減免に要した費用の控除は平成24〜27年度のみ、各年度の保険給付費以下",
      "Exempted costs are deducted for FY2012 to 2015 only, and at most the benefits of the year"},
     {KP_NOTICE_2015, "第3の1(1)"},
     {{{"予算の年度", "budget year"}, KP_YEAR},
      {{"控除額(当該年度まで古い順)", "deductions, up to the budget year"}, KP_RANGE},
      {{"同じ年度の保険給付費", "benefits of the same years"}, KP_RANGE}},
     {{deductions_dated,
       {A, B},
       {"控除額 {x} は平成24年度から平成27年度までの年度のものではありません。",
        "The deduction of {x} is not of a year from FY2012 to FY2015."}},
      {deductions_not_negative,
       {A, B},
       {"控除額 {x} が負の値です。", "The deduction of {x} is negative."}},
      {deductions_within,
       {B, C, A},
       {"{t}の控除額 {x} が保険給付費 {y} を超えています(超過 {d})。",
        "{t}: the deduction {x} is more than the benefits {y}, by {d}."}}}},
    {"V32",
     KP_ERROR,
     {"準備金繰入 ≦ 準備金限度外部分", "Drawn from the reserve ≤ reserve beyond the requirement"},
     {KP_NOTICE_2015, "第3の3(1)・(3)"},
     {{{"準備金繰入", "drawn from the reserve"}, KP_SIGNED},
      {{"繰入前の準備金残高", "reserve before that"}, KP_SIGNED},
      {{"所要額", "requirement"}, KP_SIGNED},
      {{"第3の3(3)による繰入", "drawn under 第3の3(3)"}, KP_ANSWER, KP_OPTIONAL}},
     {{drawn_of_excess,
       {A, B, C},
       {"準備金繰入 {A} が準備金限度外部分 {x} を {d} 超えています。",
        "{A} is drawn from the reserve, {d} more than the {x} beyond the requirement."},
       {D, 0, 0}}}},
};
const size_t KP_CHECKS_RESERVE_COUNT = sizeof KP_CHECKS_RESERVE / sizeof KP_CHECKS_RESERVE[0];
