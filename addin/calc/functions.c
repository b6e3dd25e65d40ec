/* SPDX-License-Identifier: MPL-2.0
 *
 * functions.c: the table of all functions, one row each, and above it the lines that hand the
 * arguments of a row to its rule. Adding a function is: a rule with its header, lines here, a
 * method in idl/, cases in tests/data/cases. Nothing else.
 *
 * A row's order, a method's name and an argument's place are what users' files store: once
 * released, they never change.
 */
#include "calc/function.h"

#include "kenpo/average.h"
#include "kenpo/date.h"
#include "kenpo/fee.h"
#include "kenpo/filing.h"
#include "kenpo/grant.h"
#include "kenpo/levy.h"
#include "kenpo/nominal.h"
#include "kenpo/parameter.h"
#include "kenpo/plan.h"
#include "kenpo/premium.h"
#include "kenpo/reserve.h"
#include "kenpo/rounding.h"
#include "kenpo/subsidy.h"
#include "kenpo/year.h"

const char KP_VERSION[] = KENPO_VERSION;

/* The number of an optional argument, or NULL where it was left out. */
static const kp_num *own(const kp_value *argument) {
    return argument->given ? &argument->number : NULL;
}

static bool yes(const kp_value *flag) {
    return kp_sign(flag->number) > 0;
}

/* Rows and lines are read more easily when they are not spread. */
/* clang-format off */

#define N(i) a[i].number
#define RULE(name, value) static kp_num name(kp_run *run, const kp_value *a) { return value; }

RULE(specific_rate, kp_specific_rate(run, &a[0].range, N(1), N(2), N(3)))
RULE(levy_total, kp_levy_total(run, &a[0].range, N(1)))
RULE(basic_rate, kp_basic_rate(run, N(0), N(1)))
RULE(payroll, kp_payroll(run, N(0), N(1), N(2), N(3)))
RULE(reserve_ratio, kp_reserve_ratio(run, N(0), N(1)))
RULE(grant, kp_grant(run, &a[0].range, &(kp_grant_terms){N(2), N(3), N(4)}))
RULE(nominal, kp_nominal(run, a[0].text, a[1].year))
RULE(deadline, kp_int(kp_date_days(kp_filing_deadline(run, a[0].text, a[1].year))))
RULE(copies, kp_filing_copies(run, a[0].text, a[1].year))
RULE(day, kp_need_kind(run, KP_DATE, N(0), 1))
RULE(year, kp_say(run, kp_t("西暦", "Western year"), N(0), KP_FISCAL_YEAR))
RULE(care_rate, kp_care_rate(run, N(0), N(1)))
RULE(statutory_rate, kp_statutory_rate(run, N(0), N(1), N(2), N(3), a[4].year))
RULE(real_rate, kp_real_rate(run, &(kp_real_basis){N(0), N(1), N(2), N(3), N(4), a[5].year}))
RULE(adjustment_rate, kp_adjustment_rate(run, &(kp_adjustment_basis){N(0), N(1), N(2), N(3), N(5), N(6)}))
RULE(premium, kp_premium(run, N(0), N(1), N(2)))
RULE(round_named, kp_round_named(run, N(0), N(1), a[2].text))
RULE(reserve_excess, kp_reserve_excess(run, N(0), N(1)))
RULE(reserve_shortfall, kp_reserve_shortfall(run, N(0), N(1)))
RULE(reserve_liquid, kp_reserve_liquid(run, &a[0].range))
RULE(subsidy_cap, kp_subsidy_cap(run, N(0), N(1)))
RULE(fund_gap, kp_fund_gap(run, &(kp_gap_basis){N(0), N(1), N(2), N(3), N(4)}))
RULE(levy_net, kp_levy_net(run, N(0), N(1), N(2), N(3)))
RULE(levy_expense, kp_levy_expense(run, N(0), N(1)))
RULE(levy_refund, kp_levy_refund(run, N(0)))
RULE(early_levy, kp_early_levy(run, &(kp_early_basis){N(0), N(1), N(2), N(3), own(&a[5]), N(6)}, a[4].year))
RULE(late_support, kp_late_support(run, N(0), N(1), N(2)))
RULE(care_levy, kp_care_levy(run, N(0), N(1)))
RULE(childcare_levy, kp_childcare_levy(run, N(0), N(2)))
RULE(burden_ratio, kp_burden_ratio(run, N(0), N(1)))
RULE(checkup_subsidy, kp_checkup_subsidy(run, &a[0].range, &a[1].range, N(2)))
RULE(review_fee, kp_review_fee(run, &(kp_review_basis){N(0), N(1), N(2), N(4), N(5), N(6),
    {N(7), own(&a[8])}, {N(9), own(&a[10])}}, a[3].year))
RULE(system_fee, kp_system_fee(run, N(0), N(3), N(2)))
RULE(federation_grant, kp_federation_grant(run, &(kp_federation_basis){N(0), N(1), N(2), N(4), N(5), N(6), N(7), N(8), N(9)}))
RULE(region_grant, kp_region_grant(run, &(kp_region_basis){N(0), N(1), N(2), N(4), own(&a[5]), N(6)}))
RULE(support_eligible, kp_support_eligible(run, &(kp_support_basis){N(0), N(1), N(2), N(4), N(5), N(6)}))
RULE(plan_required, kp_plan_required(run, &(kp_plan_basis){
    yes(&a[0]), yes(&a[1]), a[2].year, yes(&a[3]), yes(&a[4]), yes(&a[5]), a[7].year}, a[6].year))
RULE(plan_first_year, kp_plan_first_year(run, N(0), &a[1].range, &a[2].range))
RULE(average_insured, kp_average_insured(run, &a[0].range))
RULE(average_standard, kp_average_standard(run, &a[0].range, &a[1].range))

static kp_num reserve_required(kp_run *run, const kp_value *a) {
    const kp_range *deductions = a[4].given ? &a[4].range : NULL;
    const kp_range *childcare = a[7].given ? &a[7].range : NULL;
    kp_reserve_basis basis = {&a[0].range, &a[1].range, &a[2].range, deductions, N(5), N(6),
                              childcare, yes(&a[8])};
    return kp_reserve_required(run, &basis, a[3].year);
}

/* The society's own price, or the published one of its kind. */
static kp_num price(kp_run *run, const kp_value *a, int place, kp_parameter_id id) {
    const kp_value *own = &a[place - 1];
    if (own->given) return kp_own(run, id, own->number);
    run->filling = place;
    return kp_published(run, id, a[3].year);
}

static kp_num office_subsidy(kp_run *run, const kp_value *a) {
    bool multi = kp_society_named(run, a[2].text) == KP_MULTI;
    kp_num general = price(run, a, 6, multi ? KP_OFFICE_GENERAL_MULTI : KP_OFFICE_GENERAL_SINGLE);
    kp_num care = price(run, a, 7, multi ? KP_OFFICE_CARE_MULTI : KP_OFFICE_CARE_SINGLE);
    return kp_office_subsidy(run, &(kp_office_basis){N(0), N(1), N(4), general, care});
}

static kp_num rate_split(kp_run *run, const kp_value *a) {
    kp_num share = kp_rate_split(run, N(0), N(1), N(2));
    return a[3].given ? kp_round_decimals(run, share, N(3)) : share;
}

static kp_num parameter(kp_run *run, const kp_value *a) {
    kp_parameter_id id = kp_parameter_named(run, a[0].text);
    run->filling = 2;
    return kp_published(run, id, a[1].year);
}

static void source(kp_run *run, const kp_value *a, kp_writer *text) {
    kp_parameter_id id = kp_parameter_named(run, a[0].text);
    parameter(run, a);
    if (run->status == KP_OK) kp_write_parameter_source(text, kp_parameter_row(id, a[1].year));
}

static void wareki(kp_run *run, const kp_value *a, kp_writer *text) {
    kp_say(run, kp_t("西暦", "Western year"), N(0), KP_FISCAL_YEAR);
    kp_write_wareki(text, a[0].year);
}

static void version(kp_run *run, const kp_value *a, kp_writer *text) {
    (void)run, (void)a;
    kp_write(text, "Kenpo Calc ");
    kp_write(text, KP_VERSION);
}

/* What stands in for an argument that is left out: the published value of the call's year. */
#define PUBLISHED(id) .published = id

/* Arguments that many functions have. */
#define YEAR \
    {{"年度", "fiscal year"}, KP_YEAR, KP_REQUIRED, KP_FISCAL_YEAR, "year", \
     {"2025、令和7、R7、平成27年度 などの書き方ができます。", "2025, 令和7, R7, 平成27年度 and the like"}}
#define MONTHS \
    {{"月数", "months"}, KP_TWELVE, KP_OPTIONAL, KP_MONTHS, "months", {"1 から 12。", "1 to 12"}, \
     .otherwise = {12, 1}}
#define LEVIES \
    {{"納付金・支援金・拠出金", "levies"}, KP_RANGE, KP_REQUIRED, KP_NO_UNIT, "levies", \
     {"前期高齢者納付金、後期高齢者支援金、日雇拠出金、退職者給付拠出金、老人保健拠出金の範囲。介護納付金は含めません。", \
      "the levies for the early and late elderly, day labourers, retirees; not the care levy"}}
#define DEDUCTED_IN \
    {{"年度", "fiscal year"}, KP_YEAR, KP_OPTIONAL, KP_FISCAL_YEAR, "year", \
     {"入力すると、控除を平成27年度に限ります。", "given, the deduction is for FY2015 only"}}
#define CHECK_CODE \
    {{"点検番号", "check"}, KP_KEYWORD, KP_REQUIRED, KP_NO_UNIT, "code", \
     {"\"V01\" から \"V98\"", "\"V01\" to \"V98\""}}
#define CHECK_VALUES \
    {{"値", "values"}, KP_REST, KP_OPTIONAL, KP_NO_UNIT, "value", \
     {"点検する値。番号ごとの引数は KENPO_CHECK_INFO(番号;\"引数\") で分かります。", \
      "what the check compares; KENPO_CHECK_INFO(code;\"arguments\") lists it"}}
#define DOCUMENT \
    {{"書類の名称", "document"}, KP_KEYWORD, KP_REQUIRED, KP_NO_UNIT, "document", \
     {"例: \"収入支出予算概要表\"", "such as \"収入支出予算概要表\""}}

const kp_function KP_FUNCTIONS[] = {
    {"specificRate", "KENPO_SPECIFIC_RATE", specific_rate, NULL,
     {"特定保険料率(‰)。前期高齢者納付金等を総報酬額で割った率。端数処理はしません。",
      "Specific premium rate in ‰: the levies for the elderly divided by the payroll, not "
      "rounded."},
     KP_PERMILLE, {KP_NOTICE_2015, "第1の1(5)、健康保険法160条14項"},
     "=KENPO_SPECIFIC_RATE({420000;610000;20;3000;5};0;22800000;5500000)",
     {LEVIES,
      {{"前期高齢者交付金", "grant"}, KP_AMOUNT, KP_REQUIRED, KP_NO_UNIT, "grant",
       {"前期高齢者交付金の額。なければ 0。", "the grant for the early elderly; 0 if none"}},
      {{"標準報酬月額の総額", "monthly pay"}, KP_AMOUNT, KP_REQUIRED, KP_NO_UNIT, "monthly",
       {"年間の総額。納付金と同じ単位。", "total of standard monthly pay of the year, same unit"}},
      {{"標準賞与額の総額", "bonuses"}, KP_AMOUNT, KP_REQUIRED, KP_NO_UNIT, "bonus",
       {"年間の総額。納付金と同じ単位。", "total of standard bonuses of the year, same unit"}}}},
    {"levyTotal", "KENPO_LEVY_TOTAL", levy_total, NULL,
     {"前期高齢者納付金等の額。納付金・支援金・拠出金の合算額から前期高齢者交付金を控除します。",
      "Levies for the elderly: their sum less the grant for the early elderly; may be negative."},
     KP_NO_UNIT, {KP_NOTICE_2015, "第1の1(5)"}, "=KENPO_LEVY_TOTAL({420000;610000;20;3000;5};0)",
     {LEVIES,
      {{"前期高齢者交付金", "grant"}, KP_AMOUNT, KP_OPTIONAL, KP_NO_UNIT, "grant",
       {"前期高齢者交付金の額。", "the grant for the early elderly"}, .otherwise = {0, 1}}}},
    {"basicRate", "KENPO_BASIC_RATE", basic_rate, NULL,
     {"基本保険料率(‰)。一般保険料率から特定保険料率を引いた率。",
      "Basic premium rate in ‰: the general rate less the specific rate."},
     KP_PERMILLE, {KP_HEALTH_ACT, "160条15項"}, "=KENPO_BASIC_RATE(93.7;36.5)",
     {{{"一般保険料率", "general rate"}, KP_AMOUNT, KP_REQUIRED, KP_PERMILLE, "general",
       {"‰(95 は 95/1000)", "‰ (95 is 95/1000)"}},
      {{"特定保険料率", "specific rate"}, KP_SIGNED, KP_REQUIRED, KP_PERMILLE, "specific", {"‰", "‰"}}}},
    {"payroll", "KENPO_PAYROLL", payroll, NULL,
     {"総報酬額。平均標準報酬月額 × 被保険者数 × 月数 + 1人当たり標準賞与額 × 被保険者数。",
      "Payroll of a year: average monthly pay × persons × months + bonus a person × persons."},
     KP_NO_UNIT, {KP_NOTICE_2015, "第1の1(2)、健康保険法160条14項"}, "=KENPO_PAYROLL(380000;5000;1100000)",
     {{{"平均標準報酬月額", "average monthly pay"}, KP_AMOUNT, KP_REQUIRED, KP_NO_UNIT, "average",
       {"円または千円", "in yen or in thousands of yen"}},
      {{"被保険者数", "insured persons"}, KP_COUNT, KP_REQUIRED, KP_PERSONS, "insured",
       {"年間平均。保険料免除者を除きます。", "average of the year, without the exempted"}},
      {{"1人当たり標準賞与額", "bonus a person"}, KP_AMOUNT, KP_REQUIRED, KP_NO_UNIT, "bonus",
       {"年額。平均標準報酬月額と同じ単位。", "a year, same unit as the monthly pay"}},
      MONTHS}},
    {"reserveRequired", "KENPO_RESERVE_REQUIRED", reserve_required, NULL,
     {"準備金限度内部分(所要額)。当該年度と直前2年度の平均から計算します。",
      "Legal reserve required, from the averages of the year and the two before."},
     KP_NO_UNIT, {KP_HEALTH_ORDER, "46条2項・附則5条、保保発0116第3号 第1の3・第3の1(1)、令和7年政令第421号"},
     "=KENPO_RESERVE_REQUIRED({1300000;1350000;1400000};{960000;1000000;1033025};{210000;222000;"
     "234000};2015)",
     {{{"保険給付費", "benefits"}, KP_RANGE, KP_REQUIRED, KP_NO_UNIT, "benefits",
       {"直前2年度と当該年度の3つの額。", "three amounts: two years before, one before, the year"}},
      {{"納付金等", "levies"}, KP_RANGE, KP_REQUIRED, KP_NO_UNIT, "levies",
       {"前期高齢者納付金等(交付金控除後)の3つの額。", "three amounts, less the grant for the elderly"}},
      {{"介護納付金", "care levy"}, KP_RANGE, KP_REQUIRED, KP_NO_UNIT, "care",
       {"3つの額。一般勘定だけの計算では 0 を3つ。", "three amounts; three zeros for the general account"}},
      YEAR,
      {{"控除", "deductions"}, KP_RANGE, KP_OPTIONAL, KP_NO_UNIT, "deductions",
       {"減免に要した費用の3つの額(平成24〜27年度のみ)。", "three amounts of exempted costs, FY2012 to 2015"}},
      {{"基準月数(給付)", "months of benefits"}, KP_TWELVE, KP_OPTIONAL, KP_MONTHS, "benefitMonths",
       PUBLISHED(KP_RESERVE_BENEFIT_MONTHS)},
      {{"基準月数(納付金等)", "months of levies"}, KP_TWELVE, KP_OPTIONAL, KP_MONTHS, "levyMonths",
       PUBLISHED(KP_RESERVE_LEVY_MONTHS)},
      {{"子ども・子育て支援納付金", "childcare levy"}, KP_RANGE, KP_OPTIONAL, KP_NO_UNIT, "childcare",
       {"3つの額。令和8年度から数え、それより前の年度は 0。", "three amounts, counted from FY2026 on; 0 in the years before"}},
      {{"令和8年度より前を数える", "years before count"}, KP_FLAG, KP_OPTIONAL, KP_NO_UNIT, "childcareBefore",
       {"支援納付金の平均で、前の年度を 0 円として含める(1)か除く(0)。",
        "in its average the years before FY2026 count as 0 (1), or are left out (0)"},
       .otherwise = {1, 1}}}},
    {"reserveRatio", "KENPO_RESERVE_RATIO", reserve_ratio, NULL,
     {"法定準備金保有率(1 = 100 %)。年度末準備金残高 ÷ 所要額。丸めません。",
      "Reserve ratio (1 = 100 %): balance at year-end divided by the requirement, not rounded."},
     KP_RATIO, {KP_NOTICE_2015, "第1の3、予算編成基準別添(2)別表(1)-1"}, "=KENPO_RESERVE_RATIO(249999;250000)",
     {{{"準備金残高", "balance"}, KP_AMOUNT, KP_REQUIRED, KP_NO_UNIT, "balance",
       {"年度末の残高", "at the end of the year"}},
      {{"所要額", "requirement"}, KP_DIVISOR, KP_REQUIRED, KP_NO_UNIT, "required",
       {"KENPO_RESERVE_REQUIRED の結果。同じ単位。", "from KENPO_RESERVE_REQUIRED, same unit"}}}},
    {"grant", "KENPO_GRANT", grant, NULL,
     {"高額医療交付金の見込額(円)。1件ごとに計算して合計します。",
      "High-cost medical grant in yen, computed claim by claim and summed."},
     KP_YEN, {KP_KENPOREN_2024, "継6(2)②"}, "=KENPO_GRANT({7500000;4000000;4000000};2024)",
     {{{"交付対象額", "claims"}, KP_RANGE, KP_REQUIRED, KP_NO_UNIT, "claims",
       {"円。1件を1セルに入力した範囲。", "in yen, one cell a claim"}},
      YEAR,
      {{"基準額", "threshold"}, KP_POSITIVE, KP_OPTIONAL, KP_YEN, "threshold",
       PUBLISHED(KP_GRANT_THRESHOLD)},
      {{"基準額以下の交付率", "rate up to it"}, KP_SHARE, KP_OPTIONAL, KP_RATIO, "rateBelow",
       {"0.7 は 70 %。", "0.7 is 70 %"}, PUBLISHED(KP_GRANT_RATE_BELOW)},
      {{"超過部分の交付率", "rate above it"}, KP_SHARE, KP_OPTIONAL, KP_RATIO, "rateAbove",
       {"1 は 100 %。", "1 is 100 %"}, PUBLISHED(KP_GRANT_RATE_ABOVE)}}},
    {"officeSubsidy", "KENPO_OFFICE_SUBSIDY", office_subsidy, NULL,
     {"事務費国庫負担金(円)。一般分と介護分の合計。千円への端数処理はしません。",
      "State share of office expenses in yen: general and care part."},
     KP_YEN, {KP_NOTICE_2015, "第2の1(1)(2)"}, "=KENPO_OFFICE_SUBSIDY(5000;3200;\"単一\";2015)",
     {{{"被保険者数", "insured persons"}, KP_COUNT, KP_REQUIRED, KP_PERSONS, "insured",
       {"年間平均", "average of the year"}},
      {{"第2号被保険者数", "care insured"}, KP_COUNT, KP_REQUIRED, KP_PERSONS, "careInsured",
       {"40〜64歳の被保険者と被扶養者の合計", "insured and dependants aged 40 to 64"}},
      {{"組合区分", "kind of society"}, KP_KEYWORD, KP_REQUIRED, KP_NO_UNIT, "society",
       {"\"単一\"、\"連合\"、\"総合\"", "\"単一\" (single), \"連合\" (allied) or \"総合\" (multi-employer)"}},
      YEAR,
      MONTHS,
      {{"一般分の単価", "general price"}, KP_POSITIVE, KP_OPTIONAL, KP_YEN_PERSON_MONTH, "generalPrice",
       PUBLISHED(KP_OFFICE_GENERAL_SINGLE), .chosen = true},
      {{"介護分の単価", "care price"}, KP_POSITIVE, KP_OPTIONAL, KP_YEN_PERSON_MONTH, "carePrice",
       PUBLISHED(KP_OFFICE_CARE_SINGLE), .chosen = true}}},
    {"param", "KENPO_PARAM", parameter, NULL,
     {"年度ごとの単価・率・基準額。公表値がない年度は #N/A。",
      "The price, rate or threshold of a year; #N/A where none is published."},
     KP_NO_UNIT, {KP_NO_SOURCE, "係数表(出典は KENPO_SOURCE)"}, "=KENPO_PARAM(\"grant.threshold\";2024)",
     {{{"係数の名前", "parameter"}, KP_KEYWORD, KP_REQUIRED, KP_NO_UNIT, "id",
       {"例: \"grant.threshold\"", "such as \"grant.threshold\""}},
      YEAR}},
    {"source", "KENPO_SOURCE", NULL, source,
     {"KENPO_PARAM の値の出典。", "The citation of a value of KENPO_PARAM."},
     KP_NO_UNIT, {KP_NO_SOURCE, "係数表"}, "=KENPO_SOURCE(\"grant.threshold\";2024)",
     {{{"係数の名前", "parameter"}, KP_KEYWORD, KP_REQUIRED, KP_NO_UNIT, "id",
       {"例: \"grant.threshold\"", "such as \"grant.threshold\""}},
      YEAR},
     .speaks = true},
    {"year", "KENPO_YEAR", year, NULL,
     {"年度を西暦にします。\"令和7年度\" は 2025。",
      "The fiscal year as a western year: 令和7年度 is 2025."},
     KP_FISCAL_YEAR, {KP_HEALTH_ORDER, "15条(会計年度、4月1日から翌年3月31日まで)"}, "=KENPO_YEAR(\"令和7年度\")",
     {YEAR}},
    {"wareki", "KENPO_WAREKI", NULL, wareki,
     {"年度を和暦にします。2025 は \"令和7年度\"。", "The fiscal year in the Japanese calendar."},
     KP_NO_UNIT, {KP_HEALTH_ORDER, "15条(会計年度、4月1日から翌年3月31日まで)"}, "=KENPO_WAREKI(2025)",
     {YEAR}},
    {"explain", "KENPO_EXPLAIN", NULL, kp_tell_explanation,
     {"関数の計算過程、根拠、またはエラーの理由を文章で示します。",
      "Explains a function's result step by step, or why there is none, with the law."},
     KP_NO_UNIT, {KP_NO_SOURCE, NULL}, "=KENPO_EXPLAIN(\"KENPO_BASIC_RATE\";93.7;36.5)",
     {{{"関数名", "function"}, KP_KEYWORD, KP_REQUIRED, KP_NO_UNIT, "function",
       {"例: \"KENPO_SPECIFIC_RATE\"", "such as \"KENPO_SPECIFIC_RATE\""}},
      {{"引数", "arguments"}, KP_REST, KP_OPTIONAL, KP_NO_UNIT, "argument",
       {"その関数に渡すものと同じ引数", "the same arguments as for that function"}}},
     .speaks = true},
    {"version", "KENPO_VERSION", NULL, version,
     {"Kenpo Calc の版。", "The version of Kenpo Calc."},
     KP_NO_UNIT, {KP_NO_SOURCE, NULL}, "=KENPO_VERSION()",
     {{{NULL, NULL}}}},
    {"careRate", "KENPO_CARE_RATE", care_rate, NULL,
     {"介護保険料率(‰)。介護納付金を第2号被保険者の総報酬額で割った率。端数処理はしません。",
      "Care premium rate in ‰: the care levy divided by the payroll of the care insured, not "
      "rounded."},
     KP_PERMILLE, {KP_HEALTH_ACT, "160条16項"}, "=KENPO_CARE_RATE(234000;14600000)",
     {{{"介護納付金", "care levy"}, KP_AMOUNT, KP_REQUIRED, KP_NO_UNIT, "levy",
       {"納付すべき介護納付金の額", "the care levy to be paid"}},
      {{"第2号被保険者の総報酬額", "payroll of care insured"}, KP_DIVISOR, KP_REQUIRED, KP_NO_UNIT, "payroll",
       {"標準報酬月額と標準賞与額の年間の総額。同じ単位。特定被保険者がいる組合はその分も含めます。", "of the year, same unit; with that of 特定被保険者 where there are any"}}}},
    {"statutoryRate", "KENPO_STATUTORY_RATE", statutory_rate, NULL,
     {"法定給付費等に要する保険料率(‰)。(法定給付費 − 減免費用 + 前期高齢者納付金等)÷ 総報酬額。",
      "Rate needed for statutory benefits in ‰: (benefits − exempted costs + levies) ÷ payroll."},
     KP_PERMILLE, {KP_BUDGET_STANDARD, "施行令29条、保保発0116第3号 第3の1(2)"},
     "=KENPO_STATUTORY_RATE(1368000;1033025;28300000)",
     {{{"法定給付費", "statutory benefits"}, KP_AMOUNT, KP_REQUIRED, KP_NO_UNIT, "benefits",
       {"付加給付費を除いた保険給付費", "benefits without the additional ones"}},
      {{"前期高齢者納付金等", "levies"}, KP_SIGNED, KP_REQUIRED, KP_NO_UNIT, "levies",
       {"KENPO_LEVY_TOTAL の結果。負の値も可。", "from KENPO_LEVY_TOTAL; may be negative"}},
      {{"総報酬額", "payroll"}, KP_DIVISOR, KP_REQUIRED, KP_NO_UNIT, "payroll",
       {"年間の総報酬額。ほかの額と同じ単位。", "payroll of the year, same unit as the other amounts"}},
      {{"減免に要する費用", "exempted costs"}, KP_AMOUNT, KP_OPTIONAL, KP_NO_UNIT, "deduction",
       {"震災による減免の費用(平成27年度のみ)。", "costs exempted after the disaster, FY2015 only"},
       .otherwise = {0, 1}},
      DEDUCTED_IN}},
    {"realRate", "KENPO_REAL_RATE", real_rate, NULL,
     {"実質保険料率(‰)。経常収支が均衡する保険料率。",
      "Real premium rate in ‰: the rate at which ordinary income and spending balance."},
     KP_PERMILLE, {KP_BUDGET_STANDARD, "保保発0116第3号 第3の1(2)"},
     "=KENPO_REAL_RATE(2619326;2659446;2651710;28300000)",
     {{{"経常支出", "ordinary spending"}, KP_AMOUNT, KP_REQUIRED, KP_NO_UNIT, "spending",
       {"年間の経常支出", "of the year"}},
      {{"経常収入", "ordinary income"}, KP_AMOUNT, KP_REQUIRED, KP_NO_UNIT, "income",
       {"保険料収入を含む年間の経常収入", "of the year, premiums included"}},
      {{"保険料収入", "premiums"}, KP_AMOUNT, KP_REQUIRED, KP_NO_UNIT, "premiums",
       {"経常収入のうち保険料収入", "the part of the income that is premiums"}},
      {{"総報酬額", "payroll"}, KP_DIVISOR, KP_REQUIRED, KP_NO_UNIT, "payroll",
       {"年間の総報酬額。ほかの額と同じ単位。", "payroll of the year, same unit as the other amounts"}},
      {{"減免に要する費用", "exempted costs"}, KP_AMOUNT, KP_OPTIONAL, KP_NO_UNIT, "deduction",
       {"震災による減免の費用(平成27年度のみ)。", "costs exempted after the disaster, FY2015 only"},
       .otherwise = {0, 1}},
      DEDUCTED_IN}},
    {"adjustmentRate", "KENPO_ADJ_RATE", adjustment_rate, NULL,
     {"調整保険料率(‰)。基本調整保険料率 × 修正率。平均からの一定範囲内では修正率は 1。",
      "Adjustment rate in ‰: base rate × factor; inside the band around the average the factor "
      "is 1."},
     KP_PERMILLE, {KP_HEALTH_ORDER, "67条、健康保険法附則2条"}, "=KENPO_ADJ_RATE(72;75;1;1;2024)",
     {{{"見込所要保険料率", "rate needed"}, KP_AMOUNT, KP_REQUIRED, KP_PERMILLE, "needed",
       {"組合の見込所要保険料率(‰)", "of the society, in ‰"}},
      {{"全組合平均", "average"}, KP_DIVISOR, KP_REQUIRED, KP_PERMILLE, "average",
       {"全組合の見込所要保険料率の平均(‰)", "of all societies, in ‰"}},
      {{"下幅", "band below"}, KP_AMOUNT, KP_REQUIRED, KP_PERMILLE, "below",
       {"平均から下へ何‰までを修正率 1 とするか", "in ‰ below the average where the factor is 1"}},
      {{"上幅", "band above"}, KP_AMOUNT, KP_REQUIRED, KP_PERMILLE, "above",
       {"平均から上へ何‰までを修正率 1 とするか", "in ‰ above the average where the factor is 1"}},
      YEAR,
      {{"基本調整保険料率", "base rate"}, KP_POSITIVE, KP_OPTIONAL, KP_PERMILLE, "base",
       PUBLISHED(KP_ADJ_BASE)},
      {{"修正率の上限", "limit of the factor"}, KP_POSITIVE, KP_OPTIONAL, KP_NO_UNIT, "limit",
       {"1 以上。", "1 or more"}, PUBLISHED(KP_ADJ_LIMIT)}}},
    {"premium", "KENPO_PREMIUM", premium, NULL,
     {"保険料の額。総報酬額 × 率 ÷ 1,000 × 収納率。端数処理はしません。",
      "Premiums: payroll × rate ÷ 1,000 × share collected, not rounded."},
     KP_NO_UNIT, {KP_HEALTH_ACT, "156条、保保発0116第3号 第1の1(2)"}, "=KENPO_PREMIUM(28300000;1.3)",
     {{{"総報酬額", "payroll"}, KP_AMOUNT, KP_REQUIRED, KP_NO_UNIT, "payroll",
       {"円または千円。結果も同じ単位。", "in yen or thousands of yen, as the result"}},
      {{"率", "rate"}, KP_AMOUNT, KP_REQUIRED, KP_PERMILLE, "rate",
       {"‰(95 は 95/1000)", "‰ (95 is 95/1000)"}},
      {{"収納率", "share collected"}, KP_SHARE, KP_OPTIONAL, KP_RATIO, "collected",
       {"0 より大きく 1 以下。", "above 0, at most 1"}, .otherwise = {1, 1}}}},
    {"rateSplit", "KENPO_RATE_SPLIT", rate_split, NULL,
     {"率の按分。基本・特定・調整などの率のうち、事業主または被保険者が負担する分。",
      "A payer's share of one component of the premium rate."},
     KP_NO_UNIT, {KP_HEALTH_ACT, "161条・162条、保保発0116第3号 第1の2"},
     "=KENPO_RATE_SPLIT(46.221;54.1;90;3)",
     {{{"率", "component"}, KP_SIGNED, KP_REQUIRED, KP_NO_UNIT, "component",
       {"按分する率(‰ または %)", "the rate to split, in ‰ or %"}},
      {{"負担者の率", "payer's rate"}, KP_AMOUNT, KP_REQUIRED, KP_NO_UNIT, "payer",
       {"事業主または被保険者の負担率の合計。同じ単位。", "what the payer bears of the total, same unit"}},
      {{"合計率", "total rate"}, KP_DIVISOR, KP_REQUIRED, KP_NO_UNIT, "total",
       {"一般 + 調整の合計率。同じ単位。", "general and adjustment rate together, same unit"}},
      {{"桁数", "decimals"}, KP_DECIMALS, KP_OPTIONAL, KP_NO_UNIT, "decimals",
       {"四捨五入する小数の桁数(1〜10)。省略すると端数処理をしません。", "1 to 10, rounded half up; not rounded if left out"}}}},
    {"round", "KENPO_ROUND", round_named, NULL,
     {"端数処理。値を単位の倍数にします。",
      "Rounds a value to a multiple of a unit, by a named method."},
     KP_NO_UNIT, {KP_NO_SOURCE, "利用者が選ぶ端数処理(出典の通知に定めはありません)"}, "=KENPO_ROUND(736800;1000;\"切捨て\")",
     {{{"値", "value"}, KP_SIGNED, KP_REQUIRED, KP_NO_UNIT, "value",
       {"金額または率", "an amount or a rate"}},
      {{"単位", "unit"}, KP_POSITIVE, KP_REQUIRED, KP_NO_UNIT, "unit",
       {"1、1000、0.01 など。0 より大きい値。", "1, 1000, 0.01 and the like; above 0"}},
      {{"方法", "method"}, KP_KEYWORD, KP_REQUIRED, KP_NO_UNIT, "method",
       {"\"切捨て\"、\"切上げ\"、\"四捨五入\"、\"五捨五超入\"", "\"切捨て\" (down), \"切上げ\" (up), \"四捨五入\" (half up), \"五捨五超入\" (half down)"}}}},
    {"reserveExcess", "KENPO_RESERVE_EXCESS", reserve_excess, NULL,
     {"準備金限度外部分。残高のうち所要額を超える額。なければ 0。",
      "What the reserve holds beyond the requirement; 0 if nothing."},
     KP_NO_UNIT, {KP_NOTICE_2015, "第1の1(3)・第3の3(1)"}, "=KENPO_RESERVE_EXCESS(412000;326640)",
     {{{"準備金残高", "balance"}, KP_AMOUNT, KP_REQUIRED, KP_NO_UNIT, "balance",
       {"準備金の残高", "of the reserve"}},
      {{"所要額", "requirement"}, KP_AMOUNT, KP_REQUIRED, KP_NO_UNIT, "required",
       {"KENPO_RESERVE_REQUIRED の結果。同じ単位。", "from KENPO_RESERVE_REQUIRED, same unit"}}}},
    {"reserveShortfall", "KENPO_RESERVE_SHORTFALL", reserve_shortfall, NULL,
     {"準備金の不足額。所要額に足りない額。なければ 0。",
      "What the reserve lacks of the requirement; 0 if nothing."},
     KP_NO_UNIT, {KP_NOTICE_2015, "第1の3・第4の1"}, "=KENPO_RESERVE_SHORTFALL(308139;308140)",
     {{{"準備金残高", "balance"}, KP_AMOUNT, KP_REQUIRED, KP_NO_UNIT, "balance",
       {"準備金の残高", "of the reserve"}},
      {{"所要額", "requirement"}, KP_AMOUNT, KP_REQUIRED, KP_NO_UNIT, "required",
       {"KENPO_RESERVE_REQUIRED の結果。同じ単位。", "from KENPO_RESERVE_REQUIRED, same unit"}}}},
    {"reserveLiquid", "KENPO_RESERVE_LIQUID", reserve_liquid, NULL,
     {"換金処分の容易な形態で保有すべき準備金の額。前3年度の保険給付費の平均年額の12分の1。",
      "Reserve to be kept in cash or the like: a twelfth of the average benefits of three years."},
     KP_NO_UNIT, {KP_NOTICE_2015, "第1の3"}, "=KENPO_RESERVE_LIQUID({1740000;1800000;1860000})",
     {{{"前3年度の保険給付費", "benefits"}, KP_RANGE, KP_REQUIRED, KP_NO_UNIT, "benefits",
       {"当該年度の前の3年度の額を3つ。納付金等は含めません。", "three amounts, of the three years before; without levies"}}}},
    {"subsidyCap", "KENPO_SUBSIDY_CAP", subsidy_cap, NULL,
     {"国庫補助金を見積計上できる上限。準備金限度内部分に足りない額。",
      "How much state subsidy may be budgeted by estimate: what the reserve lacks."},
     KP_NO_UNIT, {KP_NOTICE_2015, "第3の3(3)"}, "=KENPO_SUBSIDY_CAP(412000;390000)",
     {{{"所要額", "requirement"}, KP_AMOUNT, KP_REQUIRED, KP_NO_UNIT, "required",
       {"KENPO_RESERVE_REQUIRED の結果。同じ単位。", "from KENPO_RESERVE_REQUIRED, same unit"}},
      {{"補助計上前の準備金", "reserve before it"}, KP_AMOUNT, KP_REQUIRED, KP_NO_UNIT, "balance",
       {"補助金を計上する前の年度末準備金見込", "reserve expected at year-end without the subsidy"}}}},
    {"fundGap", "KENPO_FUND_GAP", fund_gap, NULL,
     {"財源不足額。繰越金、別途積立金、準備金限度外部分を充てても足りない額。なければ 0。",
      "What is still lacking after the carry-over, own funds and the excess reserve; 0 if "
      "nothing."},
     KP_NO_UNIT, {KP_NOTICE_2015, "第3の3(1)"}, "=KENPO_FUND_GAP(1000;900;30;40;20)",
     {{{"支出", "spending"}, KP_AMOUNT, KP_REQUIRED, KP_NO_UNIT, "spending",
       {"支出の見込額", "expected spending"}},
      {{"収入", "income"}, KP_AMOUNT, KP_REQUIRED, KP_NO_UNIT, "income",
       {"料率改定前の収入の見込額", "expected income before a change of the rate"}},
      {{"繰越金", "carried over"}, KP_AMOUNT, KP_REQUIRED, KP_NO_UNIT, "carriedOver",
       {"充てる繰越金", "carried over from the year before"}},
      {{"別途積立金", "own funds"}, KP_AMOUNT, KP_REQUIRED, KP_NO_UNIT, "ownFunds",
       {"別途積立金からの繰入", "taken from the own funds"}},
      {{"準備金限度外部分", "excess reserve"}, KP_AMOUNT, KP_REQUIRED, KP_NO_UNIT, "reserveExcess",
       {"準備金繰入(限度内部分を除く)", "taken from the reserve beyond the requirement"}}}},
    {"levyNet", "KENPO_LEVY_NET", levy_net, NULL,
     {"納付金等の見込額。当年度概算 + (前々年度確定 − 前々年度概算) + 調整金額。マイナスとなる場合があります。",
      "Net levy: estimate + (settled − estimated two years before) + adjustment; may be negative."},
     KP_NO_UNIT, {KP_NOTICE_2015, "第4の2(3)②、高確法33条・37条"},
     "=KENPO_LEVY_NET(520000000;900000000;340000000)",
     {{{"当年度概算", "estimate"}, KP_SIGNED, KP_REQUIRED, KP_NO_UNIT, "estimate",
       {"当年度の概算額", "estimate of the year"}},
      {{"前々年度概算", "old estimate"}, KP_SIGNED, KP_REQUIRED, KP_NO_UNIT, "oldEstimate",
       {"前々年度に納めた概算額", "estimate of two years before"}},
      {{"前々年度確定", "settled"}, KP_SIGNED, KP_REQUIRED, KP_NO_UNIT, "settled",
       {"前々年度の確定額", "settled amount of two years before"}},
      {{"調整金額", "adjustment"}, KP_SIGNED, KP_OPTIONAL, KP_NO_UNIT, "adjustment",
       {"加算は正、控除は負。", "positive to add, negative to deduct"}, .otherwise = {0, 1}}}},
    {"levyExpense", "KENPO_LEVY_EXPENSE", levy_expense, NULL,
     {"納付金等の支出計上額。見込額が負のときは事務費拠出金だけを計上します。",
      "What is budgeted as spending for one levy: the office contribution alone if the net is "
      "negative."},
     KP_NO_UNIT, {KP_NOTICE_2015, "第2の3"}, "=KENPO_LEVY_EXPENSE(-40000000;12345)",
     {{{"見込額", "net levy"}, KP_SIGNED, KP_REQUIRED, KP_NO_UNIT, "net",
       {"KENPO_LEVY_NET の結果(納付金ごと。合計では使いません)", "from KENPO_LEVY_NET, of one levy and never of a total"}},
      {{"事務費拠出金", "office contribution"}, KP_AMOUNT, KP_OPTIONAL, KP_NO_UNIT, "office",
       {"見込額に含まれない事務費拠出金。", "not part of the net"}, .otherwise = {0, 1}}}},
    {"levyRefund", "KENPO_LEVY_REFUND", levy_refund, NULL,
     {"納付金等の還付見込額。雑収入・雑入・補助金等追加収入に計上します。",
      "Refund of one levy, budgeted as miscellaneous income: the net with its sign changed, "
      "else 0."},
     KP_NO_UNIT, {KP_NOTICE_2015, "第2の3"}, "=KENPO_LEVY_REFUND(-40000000)",
     {{{"見込額", "net levy"}, KP_SIGNED, KP_REQUIRED, KP_NO_UNIT, "net",
       {"KENPO_LEVY_NET の結果(納付金ごと。合計では使いません)", "from KENPO_LEVY_NET, of one levy and never of a total"}}}},
    {"earlyLevy", "KENPO_EARLY_LEVY", early_levy, NULL,
     {"前期高齢者納付金の概算(負担調整・事務費拠出金を除く)。マイナスは交付金。",
      "Levy for the early elderly by estimate, before burden sharing; negative: a grant."},
     KP_NO_UNIT, {KP_ELDERLY_ACT, "32条から38条"},
     "=KENPO_EARLY_LEVY(61666200;0.15356571;150;8200;2019)",
     {{{"調整対象額", "cost to share"}, KP_AMOUNT, KP_REQUIRED, KP_NO_UNIT, "cost",
       {"調整対象給付費見込額 + 前期高齢者に係る後期高齢者支援金", "costs of the early elderly and their support for the late elderly"}},
      {{"全保険者平均前期高齢者加入率", "average share"}, KP_SHARE, KP_REQUIRED, KP_RATIO, "average",
       {"全保険者の平均前期高齢者加入率(0.15 は 15 %)", "share of early elderly over all insurers, 0.15 is 15 %"}},
      {{"前期高齢者数", "early elderly"}, KP_COUNT, KP_REQUIRED, KP_PERSONS, "elderly",
       {"65〜74歳の加入者の見込数", "members aged 65 to 74"}},
      {{"加入者数", "members"}, KP_COUNT, KP_REQUIRED, KP_PERSONS, "members",
       {"被保険者と被扶養者の見込数", "insured and dependants"}},
      YEAR,
      {{"1人当たり報酬の比", "wage ratio"}, KP_SIGNED, KP_OPTIONAL, KP_NO_UNIT, "wages",
       {"組合 ÷ 全被用者保険等の平均。令和6年度以降は必要です。", "the society's ÷ the average; needed from FY2024 on"}},
      {{"下限割合", "smallest share"}, KP_SHARE, KP_OPTIONAL, KP_RATIO, "floor",
       PUBLISHED(KP_EARLY_FLOOR)}}},
    {"lateSupport", "KENPO_LATE_SUPPORT", late_support, NULL,
     {"後期高齢者支援金の概算(事務費拠出金を除く)。標準報酬総額 × 総報酬割負担率 × 調整率。",
      "Support for the late elderly by estimate: payroll × burden × factor, without office costs."},
     KP_NO_UNIT, {KP_ELDERLY_ACT, "118条から121条"}, "=KENPO_LATE_SUPPORT(28300000000;0.02196938)",
     {{{"総報酬額", "payroll"}, KP_AMOUNT, KP_REQUIRED, KP_NO_UNIT, "payroll",
       {"標準報酬総額の見込額", "expected payroll"}},
      {{"総報酬割負担率", "burden"}, KP_SHARE, KP_REQUIRED, KP_RATIO, "burden",
       {"当年度の諸係数(0.022 は 2.2 %)", "coefficient of the year, 0.022 is 2.2 %"}},
      {{"調整率", "factor"}, KP_POSITIVE, KP_OPTIONAL, KP_RATIO, "factor",
       {"0.9 から 1.1。", "0.9 to 1.1"}, .otherwise = {1, 1}}}},
    {"careLevy", "KENPO_CARE_LEVY", care_levy, NULL,
     {"介護納付金の概算。第2号被保険者の標準報酬総額 × 負担率。",
      "Care levy by estimate: payroll of the care insured × burden."},
     KP_NO_UNIT, {KP_CARE_ACT, "150条から153条"}, "=KENPO_CARE_LEVY(14600000;0.01614637)",
     {{{"第2号標準報酬総額", "payroll of care insured"}, KP_AMOUNT, KP_REQUIRED, KP_NO_UNIT, "payroll",
       {"第2号被保険者の標準報酬総額の見込額", "expected payroll of the care insured"}},
      {{"負担率", "burden"}, KP_SHARE, KP_REQUIRED, KP_RATIO, "burden",
       {"当年度の諸係数または参考料率(0.016 は 1.6 %)", "coefficient or reference rate of the year, 0.016 is 1.6 %"}}}},
    {"childcareLevy", "KENPO_CHILDCARE_LEVY", childcare_levy, NULL,
     {"子ども・子育て支援金。総報酬額 × 支援金率 ÷ 1,000。",
      "Childcare support money: payroll × rate ÷ 1,000."},
     KP_NO_UNIT, {KP_HEALTH_ACT, "160条の2、健保連 令和6年度の事業活動状況 重1(1)"},
     "=KENPO_CHILDCARE_LEVY(28300000;2026)",
     {{{"総報酬額", "payroll"}, KP_AMOUNT, KP_REQUIRED, KP_NO_UNIT, "payroll",
       {"対象となる月の総報酬額。円または千円。", "payroll of the months levied, in yen or thousands"}},
      YEAR,
      {{"支援金率", "rate"}, KP_POSITIVE, KP_OPTIONAL, KP_PERMILLE, "rate", PUBLISHED(KP_KODOMO_RATE)}}},
    {"burdenRatio", "KENPO_BURDEN_RATIO", burden_ratio, NULL,
     {"拠出金負担割合(1 = 100 %)。拠出金 ÷ (拠出金 + 法定給付費)。",
      "Burden of levies (1 = 100 %): levies ÷ (levies + statutory benefits)."},
     KP_RATIO, {KP_ELDERLY_ACT, "38条"}, "=KENPO_BURDEN_RATIO(36513;41592)",
     {{{"拠出金", "levies"}, KP_AMOUNT, KP_REQUIRED, KP_NO_UNIT, "levies",
       {"納付金・支援金・拠出金の額", "levies to be paid"}},
      {{"法定給付費", "statutory benefits"}, KP_AMOUNT, KP_REQUIRED, KP_NO_UNIT, "benefits",
       {"同じ単位", "same unit"}}}},
    {"checkupSubsidy", "KENPO_CHECKUP_SUBSIDY", checkup_subsidy, NULL,
     {"特定健康診査・保健指導補助金(円)。件数 × 予算基準単価の合計 × 補助率。",
      "Check-up subsidy in yen: sum of cases × price, × rate."},
     KP_YEN, {KP_NOTICE_2015, "第2の6(2)・別表1"}, "=KENPO_CHECKUP_SUBSIDY({100;20};{1800;3000};1)",
     {{{"件数", "cases"}, KP_RANGE, KP_REQUIRED, KP_NO_UNIT, "cases",
       {"区分ごとの件数の範囲", "one count for each class"}},
      {{"予算基準単価", "prices"}, KP_RANGE, KP_REQUIRED, KP_NO_UNIT, "prices",
       {"円。件数と同じ形の範囲。", "in yen, a range of the same shape"}},
      {{"補助率", "rate"}, KP_SHARE, KP_OPTIONAL, KP_RATIO, "rate",
       {"0 より大きく 1 以下。", "above 0, at most 1"}, .otherwise = {1, 1}}}},
    {"reviewFee", "KENPO_REVIEW_FEE", review_fee, NULL,
     {"審査支払手数料(円)。区分ごとの件数 × 単価の合計。",
      "Fee for review and payment in yen: sum of cases × price over the classes."},
     KP_YEN, {KP_KENPOREN_2024, "継1(5)②・重1(4)"}, "=KENPO_REVIEW_FEE(60000;25000;45000;2025)",
     {{{"医科・歯科(一般)", "general"}, KP_COUNT, KP_REQUIRED, KP_CASES, "general", {"件数", "claims"}},
      {{"判断が明らかなレセプト", "obvious"}, KP_COUNT, KP_REQUIRED, KP_CASES, "obvious",
       {"医科・歯科のうち判断が明らかなレセプトの件数", "medical and dental claims that are obvious"}},
      {{"調剤", "dispensing"}, KP_COUNT, KP_REQUIRED, KP_CASES, "dispensing", {"件数", "claims"}},
      YEAR,
      {{"一般の単価", "general price"}, KP_POSITIVE, KP_OPTIONAL, KP_YEN_CASE, "generalPrice",
       PUBLISHED(KP_FEE_GENERAL)},
      {{"判断が明らかの単価", "obvious price"}, KP_POSITIVE, KP_OPTIONAL, KP_YEN_CASE, "obviousPrice",
       PUBLISHED(KP_FEE_OBVIOUS)},
      {{"調剤の単価", "dispensing price"}, KP_POSITIVE, KP_OPTIONAL, KP_YEN_CASE, "dispensingPrice",
       PUBLISHED(KP_FEE_DISPENSING)},
      {{"第3の階層", "third tier"}, KP_COUNT, KP_OPTIONAL, KP_CASES, "third",
       {"件数。令和8年度から(原審査の3階層)。", "claims of the third tier, from FY2026 on"}, .otherwise = {0, 1}},
      {{"第3の階層の単価", "third tier's price"}, KP_POSITIVE, KP_OPTIONAL, KP_YEN_CASE, "thirdPrice",
       {"円/件。公表値はありません。", "in yen a claim; none is published"}},
      {{"再審査", "second review"}, KP_COUNT, KP_OPTIONAL, KP_CASES, "second",
       {"件数。令和8年度から。", "claims reviewed again, from FY2026 on"}, .otherwise = {0, 1}},
      {{"再審査の単価", "second review's price"}, KP_POSITIVE, KP_OPTIONAL, KP_YEN_CASE, "secondPrice",
       {"円/件。公表値はありません。", "in yen a claim; none is published"}}}},
    {"systemFee", "KENPO_SYSTEM_FEE", system_fee, NULL,
     {"中間サーバー等運営負担金(円)。加入者数 × 単価 × 月数。",
      "Share in the cost of common systems in yen: members × price × months."},
     KP_YEN, {KP_KENPOREN_2024, "継7(1)"}, "=KENPO_SYSTEM_FEE(8200;2025)",
     {{{"加入者数", "members"}, KP_COUNT, KP_REQUIRED, KP_PERSONS, "members",
       {"被保険者と被扶養者の合計", "insured and dependants"}},
      YEAR,
      MONTHS,
      {{"単価", "price"}, KP_POSITIVE, KP_OPTIONAL, KP_YEN_MEMBER_MONTH, "price",
       PUBLISHED(KP_SYSTEM_FEE)}}},
    {"federationGrant", "KENPO_FED_GRANT", federation_grant, NULL,
     {"都道府県連合会設置助成金(円)。平等割額 + 組合数割額 + 事業・運営推進分 + 特別助成額。",
      "Grant to a prefectural federation in yen: flat + by societies + promotion + special part."},
     KP_YEN, {KP_KENPOREN_2024, "継8(4)①"}, "=KENPO_FED_GRANT(18;19999;500000;2024)",
     {{{"主・従組合数", "societies"}, KP_ORDINAL, KP_REQUIRED, KP_SOCIETIES, "societies",
       {"前年度4月1日現在", "on 1 April of the year before"}},
      {{"主組合の被保険者数", "insured"}, KP_ORDINAL, KP_REQUIRED, KP_PERSONS, "insured",
       {"前年度3月31日現在", "on 31 March of the year before"}},
      {{"事業・運営推進分の申請額", "applied for"}, KP_AMOUNT, KP_REQUIRED, KP_YEN, "application",
       {"円。基準額まで助成されます。", "in yen; granted up to the base"}},
      YEAR,
      {{"再配分", "further distribution"}, KP_AMOUNT, KP_OPTIONAL, KP_YEN, "further",
       {"円。", "in yen"}, .otherwise = {0, 1}},
      {{"平等割額", "flat part"}, KP_POSITIVE, KP_OPTIONAL, KP_YEN, "flat", PUBLISHED(KP_PREF_FLAT)},
      {{"組合数割の単価", "price a society"}, KP_POSITIVE, KP_OPTIONAL, KP_YEN_SOCIETY, "perSociety",
       PUBLISHED(KP_PREF_PER_SOCIETY)},
      {{"事業・運営推進分の基準額", "promotion base"}, KP_POSITIVE, KP_OPTIONAL, KP_YEN, "promotion",
       PUBLISHED(KP_PREF_PROMO_BASE)},
      {{"特別助成の人数", "special limit"}, KP_POSITIVE, KP_OPTIONAL, KP_PERSONS, "specialLimit",
       {"この人数未満に特別助成。", "the special part is for fewer"}, PUBLISHED(KP_PREF_SPECIAL_LIMIT)},
      {{"特別助成の単価", "special price"}, KP_POSITIVE, KP_OPTIONAL, KP_YEN_PERSON, "specialUnit",
       PUBLISHED(KP_PREF_SPECIAL_UNIT)}}},
    {"regionGrant", "KENPO_REGION_GRANT", region_grant, NULL,
     {"都道府県連携助成金(円)。3つの経費の合計(1地区当たりの上限まで)。",
      "Grant to a region in yen: the sum of three costs, up to the cap."},
     KP_YEN, {KP_KENPOREN_2024, "継8(3)"}, "=KENPO_REGION_GRANT(12000000;9000000;11000000;2024)",
     {{{"地区担当設置助成費", "staff"}, KP_AMOUNT, KP_REQUIRED, KP_YEN, "staff",
       {"円。地区担当職員の人件費の実支出額。", "in yen, spent on staff of the region"}},
      {{"共同事業実施助成費", "joint projects"}, KP_AMOUNT, KP_REQUIRED, KP_YEN, "joint",
       {"円。地区で行う共同事業の実支出額。", "in yen, spent on joint projects"}},
      {{"連携体制整備助成費", "cooperation"}, KP_AMOUNT, KP_REQUIRED, KP_YEN, "cooperation",
       {"円。連携体制整備の実支出額。", "in yen, spent on setting up cooperation"}},
      YEAR,
      {{"事業年次", "project year"}, KP_ORDINAL, KP_OPTIONAL, KP_NO_UNIT, "projectYear",
       {"共同事業の何年目か。", "which year of the joint project"}, .otherwise = {1, 1}},
      {{"交付率", "rate"}, KP_SIGNED, KP_OPTIONAL, KP_RATIO, "rate",
       {"4年目以降の共同事業実施助成費に乗じる率", "applied to joint projects from the fourth year on"}},
      {{"上限", "cap"}, KP_POSITIVE, KP_OPTIONAL, KP_YEN, "cap", PUBLISHED(KP_REGION_CAP)}}},
    {"supportEligible", "KENPO_SUPPORT_ELIGIBLE", support_eligible, NULL,
     {"組合運営サポート事業の対象か。1 = 該当、0 = 非該当。",
      "Whether a society is eligible for support: 1 yes, 0 no."},
     KP_NO_UNIT, {KP_KENPOREN_2024, "継6(3)、重4(1)"}, "=KENPO_SUPPORT_ELIGIBLE(95;90.1;2.9999;2024)",
     {{{"保険料率", "rate"}, KP_AMOUNT, KP_REQUIRED, KP_PERMILLE, "rate",
       {"一般 + 調整(‰)。95 ‰ は 95 と入力します。", "general + adjustment, in ‰: 95 ‰ is 95"}},
      {{"法定給付費等所要保険料率", "rate needed"}, KP_AMOUNT, KP_REQUIRED, KP_PERMILLE, "needed",
       {"‰", "in ‰"}},
      {{"保有資産", "assets"}, KP_AMOUNT, KP_REQUIRED, KP_RATIO, "assets",
       {"法定準備金水準に対する比(3 は 300 %)", "relative to the legal reserve, 3 is 300 %"}},
      YEAR,
      {{"料率の下限", "least rate"}, KP_POSITIVE, KP_OPTIONAL, KP_PERMILLE, "rateLeast",
       {"この率以上が対象。", "this rate or more"}, PUBLISHED(KP_SUPPORT_RATE_LEAST)},
      {{"所要率の基準", "needed above"}, KP_POSITIVE, KP_OPTIONAL, KP_PERMILLE, "neededAbove",
       {"この率を超えると対象。", "above this rate"}, PUBLISHED(KP_SUPPORT_NEEDED_ABOVE)},
      {{"保有資産の基準", "assets below"}, KP_POSITIVE, KP_OPTIONAL, KP_RATIO, "assetsBelow",
       {"未満(3 は 300 %)。", "below; 3 is 300 %"}, PUBLISHED(KP_SUPPORT_ASSETS_BELOW)}}},
    {"planRequired", "KENPO_PLAN_REQUIRED", plan_required, NULL,
     {"積立計画の要否。0 = 不要、1 = 第4の1(1)の組合、2 = 第4の1(2)の組合。",
      "Whether an accumulation plan is needed: 0 no, 1 short in the budget, 2 short later."},
     KP_NO_UNIT, {KP_NOTICE_2015, "第4の1"},
     "=KENPO_PLAN_REQUIRED(TRUE();FALSE();1960;FALSE();FALSE();FALSE();2015)",
     {{{"当初予算で不足", "short in budget"}, KP_FLAG, KP_REQUIRED, KP_NO_UNIT, "shortInBudget",
       {"予算で準備金限度内部分を満たさない(TRUE か FALSE)", "the budget does not fill the reserve (TRUE or FALSE)"}},
      {{"年度途中に不足の見込み", "short in year"}, KP_FLAG, KP_REQUIRED, KP_NO_UNIT, "shortInYear",
       {"決算確定時などに満たさない見込み(TRUE か FALSE)", "it will be short when the year before is settled (TRUE or FALSE)"}},
      {{"設立年度", "founded"}, KP_YEAR, KP_REQUIRED, KP_FISCAL_YEAR, "founded",
       {"1960、昭和35 などの書き方ができます。", "1960, 昭和35 and the like"}},
      {{"指定組合", "designated"}, KP_FLAG, KP_REQUIRED, KP_NO_UNIT, "designated",
       {"指定組合である(TRUE か FALSE)", "a designated society (TRUE or FALSE)"}},
      {{"健全化計画期間に該当", "in recovery"}, KP_FLAG, KP_REQUIRED, KP_NO_UNIT, "inRecovery",
       {"予算年度が健全化計画期間に入る(TRUE か FALSE)", "the recovery plan covers the year (TRUE or FALSE)"}},
      {{"既策定", "has a plan"}, KP_FLAG, KP_REQUIRED, KP_NO_UNIT, "hasPlan",
       {"既に積立計画を策定している(TRUE か FALSE)", "a plan was made already (TRUE or FALSE)"}},
      YEAR,
      {{"不要となる設立年度", "exempt from"}, KP_YEAR, KP_OPTIONAL, KP_FISCAL_YEAR, "exemptFrom",
       {"この年度以降に新設された組合は不要。", "societies founded in or after it need none"},
       PUBLISHED(KP_PLAN_EXEMPT_FROM)}}},
    {"planFirstYear", "KENPO_PLAN_FIRST_YEAR", plan_first_year, NULL,
     {"積立計画の初年度の条件(1 以上で充足)。準備金 ÷ 保険給付費と納付金等の1か月分。",
      "First-year condition of the plan: reserve ÷ one month of benefits and levies; 1 or more "
      "is met."},
     KP_RATIO, {KP_NOTICE_2015, "第4の2(1)"}, "=KENPO_PLAN_FIRST_YEAR(202753;1400000;1033025)",
     {{{"初年度末準備金", "reserve"}, KP_AMOUNT, KP_REQUIRED, KP_NO_UNIT, "balance",
       {"計画初年度末の準備金", "at the end of the first year"}},
      {{"保険給付費", "benefits"}, KP_RANGE, KP_REQUIRED, KP_NO_UNIT, "benefits",
       {"1年度の額、または3年度の額を3つ(平均)", "one year, or three years for their average"}},
      {{"納付金等", "levies"}, KP_RANGE, KP_REQUIRED, KP_NO_UNIT, "levies",
       {"前期高齢者納付金等。保険給付費と同じ年度数。", "levies for the elderly, as many years"}}}},
    {"averageInsured", "KENPO_AVG_INSURED", average_insured, NULL,
     {"平均被保険者数。12か月の月末人数の平均(小数点第1位を四捨五入)。",
      "Average insured persons: mean of twelve month-end counts, rounded half up."},
     KP_PERSONS, {KP_SETTLEMENT_GUIDE, "4"},
     "=KENPO_AVG_INSURED({5000;5000;5000;5000;5000;5000;5000;5000;5000;5000;5000;5006})",
     {{{"月末被保険者数", "counts"}, KP_RANGE, KP_REQUIRED, KP_NO_UNIT, "counts",
       {"前年3月から当年2月までの12の人数", "twelve counts, from March to February"}}}},
    {"averageStandard", "KENPO_AVG_STD", average_standard, NULL,
     {"平均標準報酬月額(円)。12か月の総計 ÷ 12か月の人数の計(小数点第1位を四捨五入)。",
      "Average standard monthly pay in yen: twelve totals ÷ twelve counts, rounded half up."},
     KP_YEN, {KP_SETTLEMENT_GUIDE, "5"},
     "=KENPO_AVG_STD({1900000000;1900000000;1900000000;1900000000;1900000000;1900000000;19000000"
     "00;1900000000;1900000000;1900000000;1900000000;1900000000};{5000;5000;5000;5000;5000;5000;"
     "5000;5000;5000;5000;5000;5000})",
     {{{"標準報酬月額の総計", "totals"}, KP_RANGE, KP_REQUIRED, KP_NO_UNIT, "totals",
       {"円。各月の総計(免除者を除く)12か月分。", "in yen, twelve monthly totals without the exempted"}},
      {{"月末被保険者数", "counts"}, KP_RANGE, KP_REQUIRED, KP_NO_UNIT, "counts",
       {"同じ12か月の人数", "twelve counts of the same months"}}}},
    {"check", "KENPO_CHECK", NULL, kp_tell_check,
     {"予算の点検。適合すれば \"適\"、しなければ重要度・内容と差・根拠。",
      "Checks a budget: \"OK\", or severity, what is wrong and by how much, and the source."},
     KP_NO_UNIT, {KP_NO_SOURCE, "点検表 V01〜V98"}, "=KENPO_CHECK(\"V03\";2779439;2779438)",
     {CHECK_CODE, CHECK_VALUES},
     .speaks = true},
    {"checkLevel", "KENPO_CHECK_LEVEL", kp_check_level, NULL,
     {"予算の点検の結果を数で返す: 0 適、1 情報、2 注意、3 エラー、5 未入力。",
      "The same check as a number: 0 OK, 1 info, 2 warning, 3 error, 5 not filled in."},
     KP_NO_UNIT, {KP_NO_SOURCE, "点検表 V01〜V98"}, "=KENPO_CHECK_LEVEL(\"V03\";2779439;2779438)",
     {CHECK_CODE, CHECK_VALUES}},
    {"checkInfo", "KENPO_CHECK_INFO", NULL, kp_tell_check_info,
     {"点検の説明。項目は \"重要度\"、\"比較\"、\"根拠\"、\"根拠略称\"、\"引数\"。",
      "About a check: its \"severity\", \"comparison\", \"source\", \"short source\" or \"arguments\"."},
     KP_NO_UNIT, {KP_NO_SOURCE, "点検表 V01〜V98"}, "=KENPO_CHECK_INFO(\"V26\";\"比較\")",
     {CHECK_CODE,
      {{"項目", "item"}, KP_KEYWORD, KP_REQUIRED, KP_NO_UNIT, "item",
       {"\"重要度\"、\"比較\"、\"根拠\"、\"根拠略称\"、\"引数\"",
        "\"severity\", \"comparison\", \"source\", \"short source\" or \"arguments\""}}},
     .speaks = true},
    {"nominal", "KENPO_NOMINAL", nominal, NULL,
     {"名目計上の額(千円)。その年度に名目計上が求められる、または認められる目は 1、ほかは #N/A。",
      "Nominal amount in thousands of yen: 1 where ordered or allowed in that year, else #N/A."},
     KP_THOUSAND_YEN, {KP_NOTICE_2015, "第2の1(4)・2(4)・8・13、第3の3(4)"},
     "=KENPO_NOMINAL(\"被用者保険運営円滑化推進事業費\";2015)",
     {{{"目の名称", "item"}, KP_KEYWORD, KP_REQUIRED, KP_NO_UNIT, "item",
       {"例: \"還付金\"", "name of the budget item, such as \"還付金\""}},
      YEAR}},
    {"deadline", "KENPO_DEADLINE", deadline, NULL,
     {"届出書類の提出期限(日付)。期限を示す資料がない年度は #N/A。",
      "The date until which a document is due; #N/A where no source gives one."},
     KP_NO_UNIT, {KP_NOTICE_2015, "第4の3・4、第6の1、健康保険法施行令16条"}, "=KENPO_DEADLINE(\"収入支出予算概要表\";2015)",
     {DOCUMENT, YEAR},
     .gives_date = true},
    {"copies", "KENPO_COPIES", copies, NULL,
     {"届出書類の提出部数。部数を示す資料がない年度は #N/A。",
      "The number of copies of a document; #N/A where no source gives one."},
     KP_COPIES, {KP_NOTICE_2015, "第4の3・4、第6の1"}, "=KENPO_COPIES(\"収入支出予算概要表\";2015)",
     {DOCUMENT, YEAR}},
    {"checkPlace", "KENPO_CHECK_PLACE", kp_check_cell, NULL,
     {"点検が指摘するセルの場所: 1,000 × 値の番号 + その範囲の中の番号(行ごとに 1 から)。指摘がないか、1つのセルでないときは 0。",
      "The cell that a check speaks of: 1,000 × the number of the value + the number of the cell in it, from 1, row by row; 0 where there is none."},
     KP_NO_UNIT, {KP_NO_SOURCE, "点検表 V01〜V98"}, "=KENPO_CHECK_PLACE(\"V08\";{0;1};{5;-1})",
     {CHECK_CODE,
      CHECK_VALUES}},
    {"day", "KENPO_DATE", day, NULL,
     {"日付を読む。令和9年3月5日、R9.3.5、R9/3/5、2027-03-05、20270305、Calc の日付。読めない値は Err:502。",
      "Reads a day: 令和9年3月5日, R9.3.5, R9/3/5, 2027-03-05, 20270305 or a date of Calc. Anything else is Err:502."},
     KP_NO_UNIT, {KP_NO_SOURCE, "元号法・暦"}, "=KENPO_DATE(\"令和9年3月5日\")",
     {{{"値", "value"}, KP_DAY, KP_REQUIRED, KP_NO_UNIT, "value",
       {"日付、または日付の文字", "a date or its spelling"}}},
     .gives_date = true},
};
/* clang-format on */

const size_t KP_FUNCTION_COUNT = sizeof KP_FUNCTIONS / sizeof KP_FUNCTIONS[0];
