/* SPDX-License-Identifier: MPL-2.0
 *
 * business.c: V49 to V59, grants, health services and the society's finances
 * (交付金・保健事業・ 財政状況).
 */
#include "rules/conditions/conditions.h"
#include "kenpo/grant.h"
#include "kenpo/parameter.h"
#include "kenpo/subsidy.h"

/* The share (x) of the grant (1) in the claims (2) lies between the rates of the year (3) up to the
 * threshold (4; y) and above it (5; z). */
static void grant_share(const kp_operands *o, kp_finding *finding) {
    int year = kp_operand_year(o, 2);
    finding->x = kp_div(kp_operand(o, 0), kp_operand(o, 1));
    finding->y = kp_operand_or(o, 3, finding, KP_GRANT_RATE_BELOW, year);
    finding->z = kp_operand_or(o, 4, finding, KP_GRANT_RATE_ABOVE, year);
    kp_find_between(finding, kp_operand(o, 0), kp_mul(kp_operand(o, 1), finding->y),
                    kp_mul(kp_operand(o, 1), finding->z));
}

/* The grant (1) is not much more (x) than the one of the year before (2), where there was one. */
static void grant_growth(const kp_operands *o, kp_finding *finding) {
    finding->x = kp_as_cell(kp_mul(kp_operand(o, 1), kp_present(finding, KP_GUIDE_GRANT_GROWTH)));
    kp_find(finding, kp_operand(o, 0), KP_AT_MOST, finding->x);
    finding->holds = finding->holds || kp_sign(kp_operand(o, 1)) == 0;
}

/* A financial grant (1) is not to be expected where the assets (2) reach the requirement (3) × the
 * criterion of the year (4) (x); y: assets as a share of the requirement. */
static void assets_below(const kp_operands *o, kp_finding *finding) {
    finding->x = kp_as_cell(kp_mul(kp_operand(o, 2), kp_operand(o, 3)));
    finding->y = kp_div(kp_operand(o, 1), kp_operand(o, 2));
    kp_find(finding, kp_operand(o, 1), KP_AT_LEAST, finding->x);
    finding->holds = !finding->holds || kp_sign(kp_operand(o, 0)) <= 0;
}

/* The plan for health data costs (1) are part of 保健指導宣伝費 (2). */
static void booked_within(const kp_operands *o, kp_finding *finding) {
    kp_holds_at_most(o, finding);
}

/* The subsidy (1) is at most Σ price (2) × persons (3) (x). */
static void checkup_subsidy(const kp_operands *o, kp_finding *finding) {
    finding->x =
        kp_as_cell(kp_checkup_subsidy(finding->run, &o->of[2]->range, &o->of[1]->range, kp_int(1)));
    kp_find(finding, kp_operand(o, 0), KP_AT_MOST, finding->x);
}

/* Additional benefits (1) are not more than the year before (2) where the balance (3) is negative.
 */
static void no_growth_in_deficit(const kp_operands *o, kp_finding *finding) {
    kp_holds_at_most(o, finding);
    finding->holds = finding->holds || kp_sign(kp_operand(o, 2)) >= 0;
}

/* Benefits and levies (1) do not take more of the payroll (2) than makes a society a designated one
 * (y): compared without a division. x: the rate. 施行令29条. */
static void rate_of_designation(const kp_operands *o, kp_finding *finding) {
    kp_num payroll = kp_div(kp_operand(o, 1), kp_int(1000));
    kp_num limit = kp_mul(payroll, kp_present(finding, KP_DESIGNATED_RATE));
    finding->x = kp_div(kp_operand(o, 0), payroll);
    finding->y = kp_as_cell(limit);
    kp_find(finding, kp_operand(o, 0), KP_AT_MOST, limit);
}

/* Not a deficit in each of three years (1); x, y, z: the balances. */
static void no_long_deficit(const kp_operands *o, kp_finding *finding) {
    kp_num years[3];
    kp_range_exactly(finding->run, &o->of[0]->range, 3, years);
    finding->x = years[0];
    finding->y = years[1];
    finding->z = years[2];
    finding->holds = kp_sign(years[0]) >= 0 || kp_sign(years[1]) >= 0 || kp_sign(years[2]) >= 0;
    kp_point(finding, o->of[0], 0, NULL);
}

/* The funds (1) come to some months (x) of benefits (2) and of levies (3), each of a year. */
static void funds_of_months(const kp_operands *o, kp_finding *finding) {
    kp_num benefits = kp_mul(kp_operand(o, 1), kp_present(finding, KP_DESIGNATED_BENEFIT_MONTHS));
    kp_num levies = kp_mul(kp_operand(o, 2), kp_present(finding, KP_DESIGNATED_LEVY_MONTHS));
    finding->x = kp_div(kp_add(benefits, levies), kp_int(12));
    kp_find(finding, kp_operand(o, 0), KP_AT_LEAST, finding->x);
}

/* Not eligible for the support programme by rate (1), statutory rate (2), assets (3) in the year
 * (4); x: the limit of assets. */
static void not_eligible(const kp_operands *o, kp_finding *finding) {
    kp_run *run = finding->run;
    int year = o->of[3]->year;
    finding->x = kp_published(run, KP_SUPPORT_ASSETS_BELOW, year);
    kp_support_basis basis = {kp_operand(o, 0),
                              kp_operand(o, 1),
                              kp_operand(o, 2),
                              kp_published(run, KP_SUPPORT_RATE_LEAST, year),
                              kp_published(run, KP_SUPPORT_NEEDED_ABOVE, year),
                              finding->x};
    finding->holds = kp_sign(kp_support_eligible(run, &basis)) == 0;
}

/* Each amount of the year (1) is near the one of the year before (2), cell by cell; their names (3);
 * x and y the amounts, w the growth. A year before of 0 gives no growth. */
static void growth_plausible(const kp_operands *o, kp_finding *finding) {
    size_t count = kp_same_cells(finding->run, o, 2);
    kp_num least = kp_sub(kp_int(1), kp_present(finding, KP_GUIDE_FALL));
    kp_num most = kp_add(kp_int(1), kp_present(finding, KP_GUIDE_RISE));
    finding->holds = true;
    for (size_t i = 0; kp_searching(finding) && i < count; i++) {
        finding->x = kp_cell_number(finding->run, &o->of[0]->range, i);
        finding->y = kp_cell_number(finding->run, &o->of[1]->range, i);
        kp_point(finding, o->of[0], i, o->of[2]);
        if (kp_sign(finding->y) == 0) continue;
        finding->w = kp_sub(kp_div(finding->x, finding->y), kp_int(1));
        kp_find_between(finding, finding->x, kp_mul(finding->y, least), kp_mul(finding->y, most));
        finding->difference = kp_sub(finding->x, finding->y);
    }
}

/* The grounds are noted (3) where refunds (1) or a contingency fund (2) are booked. */
static void grounds_noted(const kp_operands *o, kp_finding *finding) {
    finding->holds =
        kp_operand_flag(o, 2) || (kp_sign(kp_operand(o, 0)) <= 0 && kp_sign(kp_operand(o, 1)) <= 0);
    kp_point(finding, o->of[2], 0, NULL);
}

const kp_check KP_CHECKS_BUSINESS[] = {
    {"V49",
     KP_WARNING,
     {"高額医療交付金の計上額 = 算出額、平均交付率がその年度の交付率の範囲内、前年度実績の "
      "{guide.grant_growth%} 以内",
      "High-cost grant booked = computed, on average within the rates of the year, at most "
      "{guide.grant_growth%} of the year before"},
     {KP_NOTICE_2015, "第2の12、健保連「令和6年度の事業活動状況(概要)」主な継続的事業項目6(2)②"},
     {{{"計上額", "grant booked"}, KP_SIGNED},
      {{"算出額(同じ単位)", "grant computed, same unit"}, KP_SIGNED},
      {{"交付対象額の合計", "claims"}, KP_SIGNED, KP_OPTIONAL},
      {{"前年度の実績(なければ 0)", "grant of the year before, 0 for none"},
       KP_SIGNED,
       KP_OPTIONAL},
      {{"年度", "fiscal year"}, KP_YEAR, KP_DEFAULTED},
      {{"基準額以下の部分の交付率(省略すると年度の公表値)",
        "rate up to the threshold, the published one of the year if left out"},
       KP_SIGNED,
       KP_DEFAULTED,
       KP_PERCENT},
      {{"基準額を超える部分の交付率(省略すると年度の公表値)",
        "rate above it, the published one of the year if left out"},
       KP_SIGNED,
       KP_DEFAULTED,
       KP_PERCENT}},
     {{kp_holds_equal,
       {A, B},
       {"高額医療交付金の計上額 {A} が算出額 {B} と一致しません(差 {d})。",
        "The high-cost grant booked, {A}, differs from {B} computed, by {d}."}},
      {grant_share,
       {A, C, E, F, G},
       {"計上額 {A} は交付対象額 {C} の {x%} で、{y%} から {z%} までの範囲を {d} 外れています。",
        "The grant of {A} is {x%} of the claims {C}, outside {y%} to {z%} by {d}."}},
      {grant_growth,
       {A, D},
       {"計上額 {A} が前年度実績 {D} の {guide.grant_growth%}({x})を {d} 超えています。",
        "The grant of {A} is {d} more than {guide.grant_growth%} ({x}) of the {D} of the year "
        "before."}}}},
    {"V50",
     KP_WARNING,
     {"組合財政支援交付金を見込む場合、保有資産 < 所要額 × その年度の保有資産基準",
      "With a financial support grant: assets < requirement × the criterion of the year"},
     {KP_KENPOREN_2024, "最重点事業項目4(1)、主な継続的事業項目6(2)④"},
     {{{"組合財政支援交付金", "financial support grant"}, KP_SIGNED},
      {{"保有資産(準備金+別途積立金)", "assets, reserve and separate fund"}, KP_SIGNED},
      {{"準備金所要額", "requirement of the reserve"}, KP_SIGNED},
      {{"保有資産基準", "criterion of the year"}, KP_SIGNED, KP_REQUIRED, KP_PERCENT}},
     {{assets_below,
       {A, B, C, D},
       {"組合財政支援交付金 {A} が計上されていますが、保有資産 {B} は所要額の {y%} で、基準 "
        "{D}({x})以上です(超過 {d})。交付対象とならない見込みです。",
        "A support grant of {A} is booked, but the assets {B} are {y%} of the requirement, {d} "
        "above the criterion {D} ({x}): not likely to be granted."}}}},
    {"V51",
     KP_ERROR,
     {"直営健診施設: "
      "療養の給付がなければ経費は疾病予防費・俸給等は病院診療所費、あれば全額病院診療所費",
      "Own checkup facility: without treatment, costs to 疾病予防費 and salaries to 病院診療所費; "
      "with "
      "treatment, all to 病院診療所費"},
     {KP_NOTICE_2015, "第2の6(3)"},
     {{{"療養の給付を行う", "treatment is given"}, KP_ANSWER},
      {{"施設の経費(俸給・諸給を除く)", "costs without salaries"}, KP_SIGNED},
      {{"施設の俸給・諸給", "salaries"}, KP_SIGNED},
      {{"疾病予防費への計上額(施設分)", "booked as 疾病予防費"}, KP_SIGNED},
      {{"病院診療所費への計上額(施設分)", "booked as 病院診療所費"}, KP_SIGNED}},
     {{kp_holds_equal,
       {D, B},
       {"療養の給付を行わない施設の経費 {B} に対し、疾病予防費の計上額が {D} です(差 {d})。",
        "Costs without salaries are {B}, but {D} is booked as 疾病予防費 (difference {d})."},
       {A, 0, 0}},
      {kp_holds_equal,
       {E, C},
       {"俸給・諸給 {C} に対し、病院診療所費の計上額が {E} です(差 {d})。",
        "Salaries are {C}, but {E} is booked as 病院診療所費 (difference {d})."},
       {A, 0, 0}},
      {kp_holds_zero,
       {D},
       {"療養の給付を行う施設の経費は全額病院診療所費ですが、疾病予防費に {D} 計上されています(差 "
        "{d})。",
        "A facility with treatment is booked as 病院診療所費 altogether, but {D} is booked as "
        "疾病予防費 (difference {d})."},
       {A, 1, 1}},
      {kp_holds_sum,
       {B, C, E},
       {"施設の経費 {B} と俸給・諸給 {C} の合計 {x} が病院診療所費の計上額 {E} と一致しません(差 "
        "{d})。",
        "Costs {B} and salaries {C}, together {x}, differ from the {E} booked as 病院診療所費, by "
        "{d}."},
       {A, 1, 1}}}},
    {"V52",
     KP_WARNING,
     {"保養所費は直営・借上・契約の目ごと、データヘルス計画の策定費は保健指導宣伝費",
      "Rest houses under the item of their kind, health data plan under 保健指導宣伝費"},
     {KP_NOTICE_2015, "第2の6(4)(5)"},
     {{{"直営・外部委託の経費", "costs of own houses"}, KP_SIGNED},
      {{"直営保養所費の計上額", "booked as 直営保養所費"}, KP_SIGNED},
      {{"借上げの経費", "costs of rented houses"}, KP_SIGNED},
      {{"借上保養所費の計上額", "booked as 借上保養所費"}, KP_SIGNED},
      {{"利用料補助の経費", "fees subsidised"}, KP_SIGNED},
      {{"契約保養所費の計上額", "booked as 契約保養所費"}, KP_SIGNED},
      {{"データヘルス計画の策定費", "costs of the health data plan"}, KP_SIGNED, KP_OPTIONAL},
      {{"保健指導宣伝費の計上額", "booked as 保健指導宣伝費"}, KP_SIGNED, KP_OPTIONAL}},
     {{kp_holds_equal,
       {A, B},
       {"直営・外部委託の経費 {A} と直営保養所費の計上額 {B} が一致しません(差 {d})。",
        "Costs of own houses, {A}, differ from 直営保養所費, {B}, by {d}."}},
      {kp_holds_equal,
       {C, D},
       {"借上げの経費 {C} と借上保養所費の計上額 {D} が一致しません(差 {d})。",
        "Costs of rented houses, {C}, differ from 借上保養所費, {D}, by {d}."}},
      {kp_holds_equal,
       {E, F},
       {"利用料補助の経費 {E} と契約保養所費の計上額 {F} が一致しません(差 {d})。",
        "Fees subsidised, {E}, differ from 契約保養所費, {F}, by {d}."}},
      {booked_within,
       {G, H},
       {"データヘルス計画の策定費 {G} が保健指導宣伝費の計上額 {H} を {d} 超えています。",
        "The health data plan costs {G}, {d} more than the {H} booked as 保健指導宣伝費."}}}},
    {"V53",
     KP_WARNING,
     {"特定健康診査・保健指導補助金 ≦ 予算基準単価 × 対象者数",
      "Checkup subsidy ≤ standard prices × persons"},
     {KP_NOTICE_2015, "第2の6(2)・別表1"},
     {{{"補助金の計上額(円)", "subsidy in yen"}, KP_SIGNED},
      {{"予算基準単価(円)", "standard prices in yen"}, KP_RANGE},
      {{"対象者数", "persons"}, KP_RANGE}},
     {{checkup_subsidy,
       {A, B, C},
       {"補助金 {A} 円が単価 × 対象者数の合計 {x} 円を {d} 円超えています。",
        "The subsidy of {A} yen is {d} more than prices × persons, {x} yen."}}}},
    {"V54",
     KP_INFO,
     {"データヘルス計画・糖尿病性腎症重症化予防を予定する場合、保健事業費を計上",
      "Health services booked where a health data plan or diabetes prevention is intended"},
     {KP_NOTICE_2015, "第1の5・第2の11"},
     {{{"データヘルス計画を実施", "health data plan"}, KP_ANSWER},
      {{"糖尿病性腎症重症化予防を実施", "prevention of diabetic nephropathy"}, KP_ANSWER},
      {{"保健事業費", "health services"}, KP_SIGNED}},
     {{kp_holds_positive,
       {C},
       {"データヘルス計画の実施を予定していますが、保健事業費が {C} です。",
        "A health data plan is intended, but health services are {C}."},
       {A, 1, 1}},
      {kp_holds_positive,
       {C},
       {"糖尿病性腎症重症化予防の実施を予定していますが、保健事業費が {C} です。",
        "Prevention of diabetic nephropathy is intended, but health services are {C}."},
       {B, 1, 1}}}},
    {"V55",
     KP_WARNING,
     {"経常収支が赤字の場合、一部負担還元金・付加給付 ≦ 前年度",
      "With an ordinary deficit: additional benefits ≤ those of the year before"},
     {KP_NOTICE_2015, "第1の4"},
     {{{"付加給付等の本年度額", "additional benefits"}, KP_SIGNED},
      {{"付加給付等の前年度額", "those of the year before"}, KP_SIGNED},
      {{"経常収支差", "ordinary balance"}, KP_SIGNED}},
     {{no_growth_in_deficit,
       {A, B, C},
       {"経常収支が {C} の赤字ですが、付加給付等が {B} から {A} に {d} 増えています。",
        "The ordinary balance is {C}, but additional benefits grow by {d}, from {B} to {A}."}}}},
    {"V56",
     KP_WARNING,
     {"法定給付費等に要する保険料率 ≦ {designated.rate} ‰、経常収支の赤字が3年続いていない",
      "Rate for statutory benefits and levies ≤ {designated.rate} ‰; no ordinary deficit in three "
      "years running"},
     {KP_HEALTH_ORDER, "29条(指定健康保険組合)"},
     {{{"法定給付費等(納付金等を含む)", "statutory benefits and levies"}, KP_SIGNED},
      {{"総報酬額", "payroll"}, KP_SIGNED},
      {{"経常収支差3年度分", "ordinary balances of three years"}, KP_RANGE, KP_OPTIONAL},
      {{"前年度末の積立金(準備金・別途積立金)", "funds at the end of the year before"},
       KP_SIGNED,
       KP_OPTIONAL},
      {{"前年度の保険給付費", "benefits of the year before"}, KP_SIGNED, KP_OPTIONAL},
      {{"前年度の前期高齢者納付金等", "levies of the year before"}, KP_SIGNED, KP_OPTIONAL}},
     {{rate_of_designation,
       {A, B},
       {"法定給付費等に要する保険料率が {x} ‰ で {designated.rate} ‰ を超えています({A} は限度 {y} "
        "を {d} "
        "超過)。",
        "Statutory benefits and levies take {x} ‰ of the payroll, more than {designated.rate} ‰ "
        "({A} is {d} above "
        "{y})."}},
      {no_long_deficit,
       {C},
       {"経常収支が3年続けて赤字です({x}、{y}、{z})。",
        "The ordinary balance is negative for three years ({x}, {y}, {z})."}},
      {funds_of_months,
       {D, E, F},
       {"前年度末の積立金 {D} が、保険給付費の{designated.benefit_months}か月分と納付金等の"
        "{designated.levy_months}か月分の計 {x} を {d} 下回っています(指定組合の要件の一つ)。",
        "The funds of {D} are {d} short of {x}, {designated.benefit_months} months of benefits and "
        "{designated.levy_months} of levies (one of the conditions for designation)."},
       .severity = KP_INFO}}},
    {"V57",
     KP_INFO,
     {"組合運営サポート事業の対象(料率 95 ‰ 以上、所要率 90 ‰ 超、保有資産が基準未満)",
      "Eligible for the support programme: rate ≥ 95 ‰, statutory rate > 90 ‰, assets below the "
      "limit"},
     {KP_KENPOREN_2024, "主な継続的事業項目6(3)、最重点事業項目4(1)(95 %・90 % は ‰ と読む)"},
     {{{"一般+調整保険料率", "general + adjustment rate"}, KP_AMOUNT, KP_REQUIRED, KP_PERMILLE},
      {{"法定給付費等所要保険料率", "rate for statutory benefits and levies"},
       KP_AMOUNT,
       KP_REQUIRED,
       KP_PERMILLE},
      {{"保有資産(準備金所要額比)", "assets as a share of the requirement"},
       KP_AMOUNT,
       KP_REQUIRED,
       KP_PERCENT},
      {{"年度", "fiscal year"}, KP_YEAR}},
     {{not_eligible,
       {A, B, C, D},
       {"組合運営サポート事業の対象です(料率 {A}、所要率 {B}、保有資産 {C}、{D}の基準 {x%} 未満)。",
        "The society is eligible for the support programme: rate {A}, statutory rate {B}, assets "
        "{C}, less than {x%} in {D}."}}}},
    {"V58",
     KP_WARNING,
     {"保険給付費・納付金等の対前年度伸び率が ▲{guide.fall%} から +{guide.rise%} まで",
      "Growth of benefits and levies over the year before from −{guide.fall%} to +{guide.rise%}"},
     {KP_NOTICE_2015, "第2の2"},
     {{{"本年度額", "amounts of the year"}, KP_RANGE},
      {{"前年度額", "amounts of the year before"}, KP_RANGE},
      {{"科目の名", "names"}, KP_NAMES}},
     {{growth_plausible,
       {A, B, C},
       {"{n}が {y} から {x} に変わり(差 {d})、伸び率 {w%} が ▲{guide.fall%} から "
        "+{guide.rise%} "
        "までの範囲を外れています。",
        "{n} changes from {y} to {x} (by {d}): {w%} is outside −{guide.fall%} to "
        "+{guide.rise%}."}}}},
    {"V59",
     KP_INFO,
     {"還付金・予備費は過去の実績等に基づき計上し、その根拠を記載",
      "Refunds and contingency fund are estimated of former years, and the ground is noted"},
     {KP_NOTICE_2015, "第2の8"},
     {{{"還付金", "refunds"}, KP_SIGNED},
      {{"予備費", "contingency fund"}, KP_SIGNED},
      {{"計上の根拠を記載", "ground noted"}, KP_ANSWER}},
     {{grounds_noted,
       {A, B, C},
       {"還付金 {A}・予備費 {B} の計上の根拠(過去の実績等)が記載されていません。",
        "The ground for refunds of {A} and a contingency fund of {B} is not noted."}}}},
};
const size_t KP_CHECKS_BUSINESS_COUNT = sizeof KP_CHECKS_BUSINESS / sizeof KP_CHECKS_BUSINESS[0];
