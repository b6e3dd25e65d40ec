/* SPDX-License-Identifier: MPL-2.0
 *
 * functions.c: the table of all functions, one row each, and above it the few lines that hand the
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

static kp_num number_or(const kp_value *argument, int64_t otherwise) {
    return argument->given ? argument->number : kp_int(otherwise);
}

static kp_status specific_rate(const kp_value *a, kp_trace *trace, kp_result *result) {
    return kp_specific_rate(&a[0].range, a[1].number, a[2].number, a[3].number, trace,
                            &result->number);
}

static kp_status levy_total(const kp_value *a, kp_trace *trace, kp_result *result) {
    return kp_levy_total(&a[0].range, number_or(&a[1], 0), trace, &result->number);
}

static kp_status basic_rate(const kp_value *a, kp_trace *trace, kp_result *result) {
    return kp_basic_rate(a[0].number, a[1].number, trace, &result->number);
}

static kp_status payroll(const kp_value *a, kp_trace *trace, kp_result *result) {
    return kp_payroll(a[0].number, a[1].number, a[2].number, number_or(&a[3], 12), trace,
                      &result->number);
}

static kp_status reserve_required(const kp_value *a, kp_trace *trace, kp_result *result) {
    kp_reserve_basis basis = {&a[0].range, &a[1].range,
                              &a[2].range, a[4].given ? &a[4].range : NULL,
                              own(&a[5]),  own(&a[6])};
    return kp_reserve_required(&basis, a[3].year, trace, &result->number);
}

static kp_status reserve_ratio(const kp_value *a, kp_trace *trace, kp_result *result) {
    return kp_reserve_ratio(a[0].number, a[1].number, trace, &result->number);
}

static kp_status grant(const kp_value *a, kp_trace *trace, kp_result *result) {
    kp_grant_terms terms = {own(&a[2]), own(&a[3]), own(&a[4])};
    return kp_grant(&a[0].range, a[1].year, &terms, trace, &result->number);
}

static kp_status office_subsidy(const kp_value *a, kp_trace *trace, kp_result *result) {
    kp_office_basis basis = {a[0].number,          a[1].number, KP_SINGLE,
                             number_or(&a[4], 12), own(&a[5]),  own(&a[6])};
    kp_status status = kp_society_from_text(a[2].text, trace, &basis.society);
    if (status != KP_OK) return status;
    return kp_office_subsidy(&basis, a[3].year, trace, &result->number);
}

static kp_status parameter(const kp_value *a, kp_trace *trace, kp_result *result) {
    kp_parameter_id id;
    kp_status status = kp_parameter_from_name(a[0].text, trace, &id);
    if (status != KP_OK) return status;
    return kp_parameter_value(id, a[1].year, trace, &result->number);
}

static kp_status source(const kp_value *a, kp_trace *trace, kp_result *result) {
    kp_parameter_id id;
    kp_num value;
    kp_status status = kp_parameter_from_name(a[0].text, trace, &id);
    if (status == KP_OK) status = kp_parameter_value(id, a[1].year, trace, &value);
    if (status != KP_OK) return status;
    kp_write_parameter_source(&result->text, kp_parameter_row(id, a[1].year));
    return KP_OK;
}

static kp_status year(const kp_value *a, kp_trace *trace, kp_result *result) {
    result->number = kp_int(a[0].year);
    kp_trace_step(trace, kp_t("西暦", "Western year"), result->number, KP_FISCAL_YEAR);
    return KP_OK;
}

static kp_status wareki(const kp_value *a, kp_trace *trace, kp_result *result) {
    kp_trace_step(trace, kp_t("西暦", "Western year"), kp_int(a[0].year), KP_FISCAL_YEAR);
    kp_write_wareki(&result->text, a[0].year);
    return KP_OK;
}

static kp_status nominal(const kp_value *a, kp_trace *trace, kp_result *result) {
    return kp_nominal(a[0].text, a[1].year, trace, &result->number);
}

static kp_status deadline(const kp_value *a, kp_trace *trace, kp_result *result) {
    kp_date date;
    kp_status status = kp_filing_deadline(a[0].text, a[1].year, trace, &date);
    if (status != KP_OK) return status;
    return kp_give(kp_int(kp_date_days(date)), &result->number);
}

static kp_status copies(const kp_value *a, kp_trace *trace, kp_result *result) {
    return kp_filing_copies(a[0].text, a[1].year, trace, &result->number);
}

static kp_status version(const kp_value *a, kp_trace *trace, kp_result *result) {
    (void)a;
    (void)trace;
    kp_write(&result->text, "Kenpo Calc ");
    kp_write(&result->text, KP_VERSION);
    return KP_OK;
}

static kp_status care_rate(const kp_value *a, kp_trace *trace, kp_result *result) {
    return kp_care_rate(a[0].number, a[1].number, trace, &result->number);
}

static kp_status statutory_rate(const kp_value *a, kp_trace *trace, kp_result *result) {
    return kp_statutory_rate(a[0].number, a[1].number, a[2].number, number_or(&a[3], 0), trace,
                             &result->number);
}

static kp_status real_rate(const kp_value *a, kp_trace *trace, kp_result *result) {
    kp_real_basis basis = {a[0].number, a[1].number, a[2].number, a[3].number, number_or(&a[4], 0)};
    return kp_real_rate(&basis, trace, &result->number);
}

static kp_status adjustment_rate(const kp_value *a, kp_trace *trace, kp_result *result) {
    static const kp_num LIMIT = {3, 2}; /* 1.5, 大臣告示による修正率の上限 */
    kp_adjustment_basis basis = {a[0].number, a[1].number, a[2].number,
                                 a[3].number, own(&a[5]),  a[6].given ? a[6].number : LIMIT};
    return kp_adjustment_rate(&basis, a[4].year, trace, &result->number);
}

static kp_status premium(const kp_value *a, kp_trace *trace, kp_result *result) {
    return kp_premium(a[0].number, a[1].number, number_or(&a[2], 1), trace, &result->number);
}

static kp_status rate_split(const kp_value *a, kp_trace *trace, kp_result *result) {
    return kp_rate_split(a[0].number, a[1].number, a[2].number, own(&a[3]), trace, &result->number);
}

static kp_status round_named(const kp_value *a, kp_trace *trace, kp_result *result) {
    return kp_round_named(a[0].number, a[1].number, a[2].text, trace, &result->number);
}

static kp_status reserve_excess(const kp_value *a, kp_trace *trace, kp_result *result) {
    return kp_reserve_excess(a[0].number, a[1].number, trace, &result->number);
}

static kp_status reserve_shortfall(const kp_value *a, kp_trace *trace, kp_result *result) {
    return kp_reserve_shortfall(a[0].number, a[1].number, trace, &result->number);
}

static kp_status reserve_liquid(const kp_value *a, kp_trace *trace, kp_result *result) {
    return kp_reserve_liquid(&a[0].range, trace, &result->number);
}

static kp_status subsidy_cap(const kp_value *a, kp_trace *trace, kp_result *result) {
    return kp_subsidy_cap(a[0].number, a[1].number, trace, &result->number);
}

static kp_status fund_gap(const kp_value *a, kp_trace *trace, kp_result *result) {
    kp_gap_basis basis = {a[0].number, a[1].number, a[2].number, a[3].number, a[4].number};
    return kp_fund_gap(&basis, trace, &result->number);
}

static kp_status levy_net(const kp_value *a, kp_trace *trace, kp_result *result) {
    return kp_levy_net(a[0].number, a[1].number, a[2].number, number_or(&a[3], 0), trace,
                       &result->number);
}

static kp_status levy_expense(const kp_value *a, kp_trace *trace, kp_result *result) {
    return kp_levy_expense(a[0].number, number_or(&a[1], 0), trace, &result->number);
}

static kp_status levy_refund(const kp_value *a, kp_trace *trace, kp_result *result) {
    return kp_levy_refund(a[0].number, trace, &result->number);
}

static kp_status early_levy(const kp_value *a, kp_trace *trace, kp_result *result) {
    static const kp_num FLOOR = {1, 100}; /* 下限割合 1 % */
    kp_early_basis basis = {a[0].number, a[1].number, a[2].number,
                            a[3].number, own(&a[5]),  a[6].given ? a[6].number : FLOOR};
    return kp_early_levy(&basis, a[4].year, trace, &result->number);
}

static kp_status late_support(const kp_value *a, kp_trace *trace, kp_result *result) {
    return kp_late_support(a[0].number, a[1].number, number_or(&a[2], 1), trace, &result->number);
}

static kp_status care_levy(const kp_value *a, kp_trace *trace, kp_result *result) {
    return kp_care_levy(a[0].number, a[1].number, trace, &result->number);
}

static kp_status childcare_levy(const kp_value *a, kp_trace *trace, kp_result *result) {
    return kp_childcare_levy(a[0].number, a[1].year, own(&a[2]), trace, &result->number);
}

static kp_status burden_ratio(const kp_value *a, kp_trace *trace, kp_result *result) {
    return kp_burden_ratio(a[0].number, a[1].number, trace, &result->number);
}

static kp_status checkup_subsidy(const kp_value *a, kp_trace *trace, kp_result *result) {
    return kp_checkup_subsidy(&a[0].range, &a[1].range, number_or(&a[2], 1), trace,
                              &result->number);
}

static kp_status review_fee(const kp_value *a, kp_trace *trace, kp_result *result) {
    kp_review_basis basis = {a[0].number, a[1].number, a[2].number,
                             own(&a[4]),  own(&a[5]),  own(&a[6])};
    return kp_review_fee(&basis, a[3].year, trace, &result->number);
}

static kp_status system_fee(const kp_value *a, kp_trace *trace, kp_result *result) {
    return kp_system_fee(a[0].number, number_or(&a[2], 12), own(&a[3]), a[1].year, trace,
                         &result->number);
}

static kp_status federation_grant(const kp_value *a, kp_trace *trace, kp_result *result) {
    kp_federation_basis basis = {a[0].number,         a[1].number, a[2].number,
                                 number_or(&a[4], 0), own(&a[5]),  own(&a[6]),
                                 own(&a[7]),          own(&a[8]),  own(&a[9])};
    return kp_federation_grant(&basis, a[3].year, trace, &result->number);
}

static kp_status region_grant(const kp_value *a, kp_trace *trace, kp_result *result) {
    kp_region_basis basis = {a[0].number,         a[1].number, a[2].number,
                             number_or(&a[4], 1), own(&a[5]),  own(&a[6])};
    return kp_region_grant(&basis, a[3].year, trace, &result->number);
}

static kp_status support_eligible(const kp_value *a, kp_trace *trace, kp_result *result) {
    kp_support_basis basis = {a[0].number, a[1].number, a[2].number,
                              own(&a[4]),  own(&a[5]),  own(&a[6])};
    return kp_support_eligible(&basis, a[3].year, trace, &result->number);
}

static kp_status plan_required(const kp_value *a, kp_trace *trace, kp_result *result) {
    kp_num exempt_from = kp_int(a[7].year);
    kp_plan_basis basis = {a[0].number,
                           a[1].number,
                           a[2].year,
                           a[3].number,
                           a[4].number,
                           a[5].number,
                           a[7].given ? &exempt_from : NULL};
    return kp_plan_required(&basis, a[6].year, trace, &result->number);
}

static kp_status plan_first_year(const kp_value *a, kp_trace *trace, kp_result *result) {
    return kp_plan_first_year(a[0].number, &a[1].range, &a[2].range, trace, &result->number);
}

static kp_status average_insured(const kp_value *a, kp_trace *trace, kp_result *result) {
    return kp_average_insured(&a[0].range, trace, &result->number);
}

static kp_status average_standard(const kp_value *a, kp_trace *trace, kp_result *result) {
    return kp_average_standard(&a[0].range, &a[1].range, trace, &result->number);
}

/* Arguments that many functions have. */
#define YEAR                                                                                       \
    {                                                                                              \
        "year", KP_YEAR, false, {"年度", "fiscal year"}, {                                         \
            "2025、令和7、R7、平成27年度 などの書き方ができます。",                                \
                "2025, 令和7, R7, 平成27年度 and the like"                                   \
        }                                                                                          \
    }
#define MONTHS                                                                                     \
    {                                                                                              \
        "months", KP_AMOUNT, true, {"月数", "months"}, {                                           \
            "1 から 12。省略すると 12。", "1 to 12; 12 if left out"                                \
        }                                                                                          \
    }
#define LEVIES                                                                                                                               \
    {                                                                                                                                        \
        "levies", KP_RANGE, false, {"納付金・支援金・拠出金", "levies"}, {                                                                   \
            "前期高齢者納付金、後期高齢者支援金、日雇拠出金、退職者給付拠出金、老人保健拠出金の範" \
            "囲。介護納付金は含めません。",                                                                                                  \
                "the levies for the early and late elderly, day labourers, retirees; not the "                                               \
                "care levy"                                                                                                                  \
        }                                                                                                                                    \
    }
#define CHECK_CODE                                                                                 \
    {                                                                                              \
        "code", KP_KEYWORD, false, {"点検番号", "check"}, {                                        \
            "\"V01\" から \"V65\"", "\"V01\" to \"V65\""                                           \
        }                                                                                          \
    }
#define CHECK_VALUES                                                                               \
    {                                                                                              \
        "value", KP_REST, true, {"値", "values"}, {                                                \
            "点検する値。番号ごとの引数は KENPO_CHECK_INFO(番号;\"引数\") で分かります。",         \
                "what the check compares; KENPO_CHECK_INFO(code;\"arguments\") lists it"           \
        }                                                                                          \
    }
#define DOCUMENT                                                                                   \
    {                                                                                              \
        "document", KP_KEYWORD, false, {"書類の名称", "document"}, {                               \
            "例: \"収入支出予算概要表\"", "such as \"収入支出予算概要表\""                \
        }                                                                                          \
    }

/* A row is read more easily when it is not spread over thirty lines. */
/* clang-format off */
const kp_function KP_FUNCTIONS[] = {
    {"specificRate", "KENPO_SPECIFIC_RATE", false, specific_rate,
     {"特定保険料率(‰)。前期高齢者納付金等を総報酬額で割った率。端数処理はしません。",
      "Specific premium rate in ‰: the levies for the elderly divided by the payroll, not "
      "rounded."},
     KP_PERMILLE, {KP_NOTICE_2015, "第1の1(5)、健康保険法160条14項"},
     "=KENPO_SPECIFIC_RATE({420000;610000;20;3000;5};0;22800000;5500000)",
     {LEVIES,
      {"grant", KP_AMOUNT, false, {"前期高齢者交付金", "grant"},
       {"前期高齢者交付金の額。なければ 0。", "the grant for the early elderly; 0 if none"}},
      {"monthly", KP_AMOUNT, false, {"標準報酬月額の総額", "monthly pay"},
       {"年間の総額。納付金と同じ単位。", "total of standard monthly pay of the year, same unit"}},
      {"bonus", KP_AMOUNT, false, {"標準賞与額の総額", "bonuses"},
       {"年間の総額。納付金と同じ単位。", "total of standard bonuses of the year, same unit"}}}},
    {"levyTotal", "KENPO_LEVY_TOTAL", false, levy_total,
     {"前期高齢者納付金等の額。納付金・支援金・拠出金の合算額から前期高齢者交付金を控除します。",
      "Levies for the elderly: their sum less the grant for the early elderly; may be negative."},
     KP_NO_UNIT, {KP_NOTICE_2015, "第1の1(5)"},
     "=KENPO_LEVY_TOTAL({420000;610000;20;3000;5};0)",
     {LEVIES,
      {"grant", KP_AMOUNT, true, {"前期高齢者交付金", "grant"},
       {"前期高齢者交付金の額。省略すると 0。", "the grant for the early elderly; 0 if left out"}}}},
    {"basicRate", "KENPO_BASIC_RATE", false, basic_rate,
     {"基本保険料率(‰)。一般保険料率から特定保険料率を引いた率。",
      "Basic premium rate in ‰: the general rate less the specific rate."},
     KP_PERMILLE, {KP_HEALTH_ACT, "160条15項"},
     "=KENPO_BASIC_RATE(93.7;36.5)",
     {{"general", KP_RATE, false, {"一般保険料率", "general rate"},
       {"‰(95 は 95/1000)", "‰ (95 is 95/1000)"}},
      {"specific", KP_RATE, false, {"特定保険料率", "specific rate"},
       {"‰", "‰"}}}},
    {"payroll", "KENPO_PAYROLL", false, payroll,
     {"総報酬額。平均標準報酬月額 × 被保険者数 × 月数 + 1人当たり標準賞与額 × 被保険者数。",
      "Payroll of a year: average monthly pay × persons × months + bonus a person × persons."},
     KP_NO_UNIT, {KP_NOTICE_2015, "第1の1(2)、健康保険法160条14項"},
     "=KENPO_PAYROLL(380000;5000;1100000)",
     {{"average", KP_AMOUNT, false, {"平均標準報酬月額", "average monthly pay"},
       {"円または千円", "in yen or in thousands of yen"}},
      {"insured", KP_COUNT, false, {"被保険者数", "insured persons"},
       {"年間平均。保険料免除者を除きます。", "average of the year, without the exempted"}},
      {"bonus", KP_AMOUNT, false, {"1人当たり標準賞与額", "bonus a person"},
       {"年額。平均標準報酬月額と同じ単位。", "a year, same unit as the monthly pay"}},
      MONTHS}},
    {"reserveRequired", "KENPO_RESERVE_REQUIRED", false, reserve_required,
     {"準備金限度内部分(所要額)。当該年度と直前2年度の平均から計算します。",
      "Legal reserve required, from the averages of the year and the two before."},
     KP_NO_UNIT, {KP_HEALTH_ORDER, "46条2項・附則5条、保保発0116第3号 第1の3・第3の1(1)"},
     "=KENPO_RESERVE_REQUIRED({1300000;1350000;1400000};{960000;1000000;1033025};{210000;222000;"
     "234000};2015)",
     {{"benefits", KP_RANGE, false, {"保険給付費", "benefits"},
       {"直前2年度と当該年度の3つの額。", "three amounts: two years before, one before, the year"}},
      {"levies", KP_RANGE, false, {"納付金等", "levies"},
       {"前期高齢者納付金等(交付金控除後)の3つの額。",
        "three amounts, less the grant for the elderly"}},
      {"care", KP_RANGE, false, {"介護納付金", "care levy"},
       {"3つの額。一般勘定だけの計算では 0 を3つ。",
        "three amounts; three zeros for the general account"}},
      YEAR,
      {"deductions", KP_RANGE, true, {"控除", "deductions"},
       {"減免に要した費用の3つの額(平成24〜27年度のみ)。",
        "three amounts of exempted costs, FY2012 to 2015"}},
      {"benefitMonths", KP_AMOUNT, true, {"基準月数(給付)", "months of benefits"},
       {"省略すると年度の公表値。", "the published value of the year if left out"}},
      {"levyMonths", KP_AMOUNT, true, {"基準月数(納付金等)", "months of levies"},
       {"省略すると年度の公表値。", "the published value of the year if left out"}}}},
    {"reserveRatio", "KENPO_RESERVE_RATIO", false, reserve_ratio,
     {"法定準備金保有率(1 = 100 %)。年度末準備金残高 ÷ 所要額。丸めません。",
      "Reserve ratio (1 = 100 %): balance at year-end divided by the requirement, not rounded."},
     KP_RATIO, {KP_NOTICE_2015, "第1の3、予算編成基準別添(2)別表(1)-1"},
     "=KENPO_RESERVE_RATIO(249999;250000)",
     {{"balance", KP_AMOUNT, false, {"準備金残高", "balance"},
       {"年度末の残高", "at the end of the year"}},
      {"required", KP_AMOUNT, false, {"所要額", "requirement"},
       {"KENPO_RESERVE_REQUIRED の結果。同じ単位。", "from KENPO_RESERVE_REQUIRED, same unit"}}}},
    {"grant", "KENPO_GRANT", false, grant,
     {"高額医療交付金の見込額(円)。1件ごとに計算して合計します。",
      "High-cost medical grant in yen, computed claim by claim and summed."},
     KP_YEN, {KP_KENPOREN_2024, "継6(2)②"},
     "=KENPO_GRANT({7500000;4000000;4000000};2024)",
     {{"claims", KP_RANGE, false, {"交付対象額", "claims"},
       {"円。1件を1セルに入力した範囲。", "in yen, one cell a claim"}},
      YEAR,
      {"threshold", KP_AMOUNT, true, {"基準額", "threshold"},
       {"円。省略すると年度の公表値。", "in yen; the published value of the year if left out"}},
      {"rateBelow", KP_SHARE, true, {"基準額以下の交付率", "rate up to it"},
       {"0.7 は 70 %。省略すると年度の公表値。", "0.7 is 70 %; the published value if left out"}},
      {"rateAbove", KP_SHARE, true, {"超過部分の交付率", "rate above it"},
       {"1 は 100 %。省略すると年度の公表値。", "1 is 100 %; the published value if left out"}}}},
    {"officeSubsidy", "KENPO_OFFICE_SUBSIDY", false, office_subsidy,
     {"事務費国庫負担金(円)。一般分と介護分の合計。千円への端数処理はしません。",
      "State share of office expenses in yen: general and care part."},
     KP_YEN, {KP_NOTICE_2015, "第2の1(1)(2)"},
     "=KENPO_OFFICE_SUBSIDY(5000;3200;\"単一\";2015)",
     {{"insured", KP_COUNT, false, {"被保険者数", "insured persons"},
       {"年間平均", "average of the year"}},
      {"careInsured", KP_COUNT, false, {"第2号被保険者数", "care insured"},
       {"40〜64歳の被保険者と被扶養者の合計", "insured and dependants aged 40 to 64"}},
      {"society", KP_KEYWORD, false, {"組合区分", "kind of society"},
       {"\"単一\"、\"連合\"、\"総合\"",
        "\"単一\" (single), \"連合\" (allied) or \"総合\" (multi-employer)"}},
      YEAR,
      MONTHS,
      {"generalPrice", KP_AMOUNT, true, {"一般分の単価", "general price"},
       {"円/人月。省略すると年度の公表値。", "yen a person-month; the published one if left out"}},
      {"carePrice", KP_AMOUNT, true, {"介護分の単価", "care price"},
       {"円/人月。省略すると年度の公表値。", "yen a person-month; the published one if left out"}}}},
    {"param", "KENPO_PARAM", false, parameter,
     {"年度ごとの単価・率・基準額。公表値がない年度は #N/A。",
      "The price, rate or threshold of a year; #N/A where none is published."},
     KP_NO_UNIT, {KP_NO_SOURCE, "係数表(出典は KENPO_SOURCE)"},
     "=KENPO_PARAM(\"grant.threshold\";2024)",
     {{"id", KP_KEYWORD, false, {"係数の名前", "parameter"},
       {"例: \"grant.threshold\"", "such as \"grant.threshold\""}},
      YEAR}},
    {"source", "KENPO_SOURCE", true, source,
     {"KENPO_PARAM の値の出典。", "The citation of a value of KENPO_PARAM."},
     KP_NO_UNIT, {KP_NO_SOURCE, "係数表"},
     "=KENPO_SOURCE(\"grant.threshold\";2024)",
     {{"id", KP_KEYWORD, false, {"係数の名前", "parameter"},
       {"例: \"grant.threshold\"", "such as \"grant.threshold\""}},
      YEAR}},
    {"year", "KENPO_YEAR", false, year,
     {"年度を西暦にします。\"令和7年度\" は 2025。",
      "The fiscal year as a western year: 令和7年度 is 2025."},
     KP_FISCAL_YEAR, {KP_HEALTH_ORDER, "会計年度(4月1日から翌年3月31日まで)"},
     "=KENPO_YEAR(\"令和7年度\")",
     {YEAR}},
    {"wareki", "KENPO_WAREKI", true, wareki,
     {"年度を和暦にします。2025 は \"令和7年度\"。", "The fiscal year in the Japanese calendar."},
     KP_NO_UNIT, {KP_HEALTH_ORDER, "会計年度(4月1日から翌年3月31日まで)"},
     "=KENPO_WAREKI(2025)",
     {YEAR}},
    {"explain", "KENPO_EXPLAIN", true, kp_evaluate_explain,
     {"関数の計算過程、根拠、またはエラーの理由を文章で示します。",
      "Explains a function's result step by step, or why there is none, with the law."},
     KP_NO_UNIT, {KP_NO_SOURCE, NULL},
     "=KENPO_EXPLAIN(\"KENPO_BASIC_RATE\";93.7;36.5)",
     {{"function", KP_KEYWORD, false, {"関数名", "function"},
       {"例: \"KENPO_SPECIFIC_RATE\"", "such as \"KENPO_SPECIFIC_RATE\""}},
      {"argument", KP_REST, true, {"引数", "arguments"},
       {"その関数に渡すものと同じ引数", "the same arguments as for that function"}}}},
    {"version", "KENPO_VERSION", true, version,
     {"Kenpo Calc の版。", "The version of Kenpo Calc."},
     KP_NO_UNIT, {KP_NO_SOURCE, NULL},
     "=KENPO_VERSION()",
     {{NULL, KP_AMOUNT, false, {NULL, NULL}, {NULL, NULL}}}},
    {"careRate", "KENPO_CARE_RATE", false, care_rate,
     {"介護保険料率(‰)。介護納付金を第2号被保険者の総報酬額で割った率。端数処理はしません。",
      "Care premium rate in ‰: the care levy divided by the payroll of the care insured, not "
      "rounded."},
     KP_PERMILLE, {KP_HEALTH_ACT, "160条16項"},
     "=KENPO_CARE_RATE(234000;14600000)",
     {{"levy", KP_AMOUNT, false, {"介護納付金", "care levy"},
       {"納付すべき介護納付金の額", "the care levy to be paid"}},
      {"payroll", KP_AMOUNT, false, {"第2号被保険者の総報酬額", "payroll of care insured"},
       {"標準報酬月額と標準賞与額の年間の総額。同じ単位。特定被保険者がいる組合はその分も含めま"
        "す。",
        "of the year, same unit; with that of 特定被保険者 where there are any"}}}},
    {"statutoryRate", "KENPO_STATUTORY_RATE", false, statutory_rate,
     {"法定給付費等に要する保険料率(‰)。(法定給付費 − 減免費用 + 前期高齢者納付金等)÷ 総報酬額。",
      "Rate needed for statutory benefits in ‰: (benefits − exempted costs + levies) ÷ payroll."},
     KP_PERMILLE, {KP_BUDGET_STANDARD, "施行令29条、保保発0116第3号 第3の1(2)"},
     "=KENPO_STATUTORY_RATE(1368000;1033025;28300000)",
     {{"benefits", KP_AMOUNT, false, {"法定給付費", "statutory benefits"},
       {"付加給付費を除いた保険給付費", "benefits without the additional ones"}},
      {"levies", KP_AMOUNT, false, {"前期高齢者納付金等", "levies"},
       {"KENPO_LEVY_TOTAL の結果。負の値も可。", "from KENPO_LEVY_TOTAL; may be negative"}},
      {"payroll", KP_AMOUNT, false, {"総報酬額", "payroll"},
       {"年間の総報酬額。ほかの額と同じ単位。",
        "payroll of the year, same unit as the other amounts"}},
      {"deduction", KP_AMOUNT, true, {"減免に要する費用", "exempted costs"},
       {"震災による減免の費用(平成27年度のみ)。省略すると 0。",
        "costs exempted after the disaster, FY2015 only; 0 if left out"}}}},
    {"realRate", "KENPO_REAL_RATE", false, real_rate,
     {"実質保険料率(‰)。経常収支が均衡する保険料率。",
      "Real premium rate in ‰: the rate at which ordinary income and spending balance."},
     KP_PERMILLE, {KP_BUDGET_STANDARD, "保保発0116第3号 第3の1(2)"},
     "=KENPO_REAL_RATE(2619326;2659446;2651710;28300000)",
     {{"spending", KP_AMOUNT, false, {"経常支出", "ordinary spending"},
       {"年間の経常支出", "of the year"}},
      {"income", KP_AMOUNT, false, {"経常収入", "ordinary income"},
       {"保険料収入を含む年間の経常収入", "of the year, premiums included"}},
      {"premiums", KP_AMOUNT, false, {"保険料収入", "premiums"},
       {"経常収入のうち保険料収入", "the part of the income that is premiums"}},
      {"payroll", KP_AMOUNT, false, {"総報酬額", "payroll"},
       {"年間の総報酬額。ほかの額と同じ単位。",
        "payroll of the year, same unit as the other amounts"}},
      {"deduction", KP_AMOUNT, true, {"減免に要する費用", "exempted costs"},
       {"震災による減免の費用(平成27年度のみ)。省略すると 0。",
        "costs exempted after the disaster, FY2015 only; 0 if left out"}}}},
    {"adjustmentRate", "KENPO_ADJ_RATE", false, adjustment_rate,
     {"調整保険料率(‰)。基本調整保険料率 × 修正率。平均からの一定範囲内では修正率は 1。",
      "Adjustment rate in ‰: base rate × factor; inside the band around the average the factor "
      "is 1."},
     KP_PERMILLE, {KP_HEALTH_ORDER, "67条、健康保険法附則2条"},
     "=KENPO_ADJ_RATE(72;75;1;1;2024)",
     {{"needed", KP_RATE, false, {"見込所要保険料率", "rate needed"},
       {"組合の見込所要保険料率(‰)", "of the society, in ‰"}},
      {"average", KP_RATE, false, {"全組合平均", "average"},
       {"全組合の見込所要保険料率の平均(‰)", "of all societies, in ‰"}},
      {"below", KP_RATE, false, {"下幅", "band below"},
       {"平均から下へ何‰までを修正率 1 とするか", "in ‰ below the average where the factor is 1"}},
      {"above", KP_RATE, false, {"上幅", "band above"},
       {"平均から上へ何‰までを修正率 1 とするか", "in ‰ above the average where the factor is 1"}},
      YEAR,
      {"base", KP_RATE, true, {"基本調整保険料率", "base rate"},
       {"‰。省略すると年度の公表値。", "in ‰; the published value if left out"}},
      {"limit", KP_AMOUNT, true, {"修正率の上限", "limit of the factor"},
       {"1 以上。省略すると 1.5。", "1 or more; 1.5 if left out"}}}},
    {"premium", "KENPO_PREMIUM", false, premium,
     {"保険料の額。総報酬額 × 率 ÷ 1,000 × 収納率。端数処理はしません。",
      "Premiums: payroll × rate ÷ 1,000 × share collected, not rounded."},
     KP_NO_UNIT, {KP_HEALTH_ACT, "156条、保保発0116第3号 第1の1(2)"},
     "=KENPO_PREMIUM(28300000;1.3)",
     {{"payroll", KP_AMOUNT, false, {"総報酬額", "payroll"},
       {"円または千円。結果も同じ単位。", "in yen or thousands of yen, as the result"}},
      {"rate", KP_RATE, false, {"率", "rate"},
       {"‰(95 は 95/1000)", "‰ (95 is 95/1000)"}},
      {"collected", KP_SHARE, true, {"収納率", "share collected"},
       {"0 より大きく 1 以下。省略すると 1。", "above 0, at most 1; 1 if left out"}}}},
    {"rateSplit", "KENPO_RATE_SPLIT", false, rate_split,
     {"率の按分。基本・特定・調整などの率のうち、事業主または被保険者が負担する分。",
      "A payer's share of one component of the premium rate."},
     KP_NO_UNIT, {KP_HEALTH_ACT, "161条・162条、保保発0116第3号 第1の2"},
     "=KENPO_RATE_SPLIT(46.221;54.1;90;3)",
     {{"component", KP_RATE, false, {"率", "component"},
       {"按分する率(‰ または %)", "the rate to split, in ‰ or %"}},
      {"payer", KP_RATE, false, {"負担者の率", "payer's rate"},
       {"事業主または被保険者の負担率の合計。同じ単位。",
        "what the payer bears of the total, same unit"}},
      {"total", KP_RATE, false, {"合計率", "total rate"},
       {"一般 + 調整の合計率。同じ単位。", "general and adjustment rate together, same unit"}},
      {"decimals", KP_AMOUNT, true, {"桁数", "decimals"},
       {"四捨五入する小数の桁数(1〜10)。省略すると端数処理をしません。",
        "1 to 10, rounded half up; not rounded if left out"}}}},
    {"round", "KENPO_ROUND", false, round_named,
     {"端数処理。値を単位の倍数にします。",
      "Rounds a value to a multiple of a unit, by a named method."},
     KP_NO_UNIT, {KP_NO_SOURCE, "利用者が選ぶ端数処理(出典の通知に定めはありません)"},
     "=KENPO_ROUND(736800;1000;\"切捨て\")",
     {{"value", KP_AMOUNT, false, {"値", "value"},
       {"金額または率", "an amount or a rate"}},
      {"unit", KP_AMOUNT, false, {"単位", "unit"},
       {"1、1000、0.01 など。0 より大きい値。", "1, 1000, 0.01 and the like; above 0"}},
      {"method", KP_KEYWORD, false, {"方法", "method"},
       {"\"切捨て\"、\"切上げ\"、\"四捨五入\"、\"五捨五超入\"",
        "\"切捨て\" (down), \"切上げ\" (up), \"四捨五入\" (half up), \"五捨五超入\" (half down)"}}}},
    {"reserveExcess", "KENPO_RESERVE_EXCESS", false, reserve_excess,
     {"準備金限度外部分。残高のうち所要額を超える額。なければ 0。",
      "What the reserve holds beyond the requirement; 0 if nothing."},
     KP_NO_UNIT, {KP_NOTICE_2015, "第1の1(3)・第3の3(1)"},
     "=KENPO_RESERVE_EXCESS(412000;326640)",
     {{"balance", KP_AMOUNT, false, {"準備金残高", "balance"},
       {"準備金の残高", "of the reserve"}},
      {"required", KP_AMOUNT, false, {"所要額", "requirement"},
       {"KENPO_RESERVE_REQUIRED の結果。同じ単位。", "from KENPO_RESERVE_REQUIRED, same unit"}}}},
    {"reserveShortfall", "KENPO_RESERVE_SHORTFALL", false, reserve_shortfall,
     {"準備金の不足額。所要額に足りない額。なければ 0。",
      "What the reserve lacks of the requirement; 0 if nothing."},
     KP_NO_UNIT, {KP_NOTICE_2015, "第1の3・第4の1"},
     "=KENPO_RESERVE_SHORTFALL(308139;308140)",
     {{"balance", KP_AMOUNT, false, {"準備金残高", "balance"},
       {"準備金の残高", "of the reserve"}},
      {"required", KP_AMOUNT, false, {"所要額", "requirement"},
       {"KENPO_RESERVE_REQUIRED の結果。同じ単位。", "from KENPO_RESERVE_REQUIRED, same unit"}}}},
    {"reserveLiquid", "KENPO_RESERVE_LIQUID", false, reserve_liquid,
     {"換金処分の容易な形態で保有すべき準備金の額。前3年度の保険給付費の平均年額の12分の1。",
      "Reserve to be kept in cash or the like: a twelfth of the average benefits of three years."},
     KP_NO_UNIT, {KP_NOTICE_2015, "第1の3"},
     "=KENPO_RESERVE_LIQUID({1740000;1800000;1860000})",
     {{"benefits", KP_RANGE, false, {"前3年度の保険給付費", "benefits"},
       {"当該年度の前の3年度の額を3つ。納付金等は含めません。",
        "three amounts, of the three years before; without levies"}}}},
    {"subsidyCap", "KENPO_SUBSIDY_CAP", false, subsidy_cap,
     {"国庫補助金を見積計上できる上限。準備金限度内部分に足りない額。",
      "How much state subsidy may be budgeted by estimate: what the reserve lacks."},
     KP_NO_UNIT, {KP_NOTICE_2015, "第3の3(3)"},
     "=KENPO_SUBSIDY_CAP(412000;390000)",
     {{"required", KP_AMOUNT, false, {"所要額", "requirement"},
       {"KENPO_RESERVE_REQUIRED の結果。同じ単位。", "from KENPO_RESERVE_REQUIRED, same unit"}},
      {"balance", KP_AMOUNT, false, {"補助計上前の準備金", "reserve before it"},
       {"補助金を計上する前の年度末準備金見込", "reserve expected at year-end without the subsidy"}}}},
    {"fundGap", "KENPO_FUND_GAP", false, fund_gap,
     {"財源不足額。繰越金、別途積立金、準備金限度外部分を充てても足りない額。なければ 0。",
      "What is still lacking after the carry-over, own funds and the excess reserve; 0 if "
      "nothing."},
     KP_NO_UNIT, {KP_NOTICE_2015, "第3の3(1)"},
     "=KENPO_FUND_GAP(1000;900;30;40;20)",
     {{"spending", KP_AMOUNT, false, {"支出", "spending"},
       {"支出の見込額", "expected spending"}},
      {"income", KP_AMOUNT, false, {"収入", "income"},
       {"料率改定前の収入の見込額", "expected income before a change of the rate"}},
      {"carriedOver", KP_AMOUNT, false, {"繰越金", "carried over"},
       {"充てる繰越金", "carried over from the year before"}},
      {"ownFunds", KP_AMOUNT, false, {"別途積立金", "own funds"},
       {"別途積立金からの繰入", "taken from the own funds"}},
      {"reserveExcess", KP_AMOUNT, false, {"準備金限度外部分", "excess reserve"},
       {"準備金繰入(限度内部分を除く)", "taken from the reserve beyond the requirement"}}}},
    {"levyNet", "KENPO_LEVY_NET", false, levy_net,
     {"納付金等の見込額。当年度概算 + (前々年度確定 − 前々年度概算) + 調整金額。負もあります。",
      "Net levy: estimate + (settled − estimated two years before) + adjustment; may be negative."},
     KP_NO_UNIT, {KP_NOTICE_2015, "第4の2(3)②、高確法33条・36条"},
     "=KENPO_LEVY_NET(520000000;900000000;340000000)",
     {{"estimate", KP_AMOUNT, false, {"当年度概算", "estimate"},
       {"当年度の概算額", "estimate of the year"}},
      {"oldEstimate", KP_AMOUNT, false, {"前々年度概算", "old estimate"},
       {"前々年度に納めた概算額", "estimate of two years before"}},
      {"settled", KP_AMOUNT, false, {"前々年度確定", "settled"},
       {"前々年度の確定額", "settled amount of two years before"}},
      {"adjustment", KP_AMOUNT, true, {"調整金額", "adjustment"},
       {"加算は正、控除は負。省略すると 0。", "positive to add, negative to deduct; 0 if left out"}}}},
    {"levyExpense", "KENPO_LEVY_EXPENSE", false, levy_expense,
     {"納付金等の支出計上額。見込額が負のときは事務費拠出金だけを計上します。",
      "What is budgeted as spending for one levy: the office contribution alone if the net is "
      "negative."},
     KP_NO_UNIT, {KP_NOTICE_2015, "第2の3"},
     "=KENPO_LEVY_EXPENSE(-40000000;12345)",
     {{"net", KP_AMOUNT, false, {"見込額", "net levy"},
       {"KENPO_LEVY_NET の結果(納付金ごと。合計では使いません)",
        "from KENPO_LEVY_NET, of one levy and never of a total"}},
      {"office", KP_AMOUNT, true, {"事務費拠出金", "office contribution"},
       {"見込額に含まれない事務費拠出金。省略すると 0。", "not part of the net; 0 if left out"}}}},
    {"levyRefund", "KENPO_LEVY_REFUND", false, levy_refund,
     {"納付金等の還付見込額。雑収入・雑入・補助金等追加収入に計上します。",
      "Refund of one levy, budgeted as miscellaneous income: the net with its sign changed, "
      "else 0."},
     KP_NO_UNIT, {KP_NOTICE_2015, "第2の3"},
     "=KENPO_LEVY_REFUND(-40000000)",
     {{"net", KP_AMOUNT, false, {"見込額", "net levy"},
       {"KENPO_LEVY_NET の結果(納付金ごと。合計では使いません)",
        "from KENPO_LEVY_NET, of one levy and never of a total"}}}},
    {"earlyLevy", "KENPO_EARLY_LEVY", false, early_levy,
     {"前期高齢者納付金の概算(負担調整・事務費拠出金を除く)。負は交付金。",
      "Levy for the early elderly by estimate, before burden sharing; negative: a grant."},
     KP_NO_UNIT, {KP_ELDERLY_ACT, "32条から38条"},
     "=KENPO_EARLY_LEVY(61666200;0.15356571;150;8200;2019)",
     {{"cost", KP_AMOUNT, false, {"調整対象額", "cost to share"},
       {"調整対象給付費見込額 + 前期高齢者に係る後期高齢者支援金",
        "costs of the early elderly and their support for the late elderly"}},
      {"average", KP_SHARE, false, {"全保険者平均加入率", "average share"},
       {"全保険者の平均前期高齢者加入率(0.15 は 15 %)",
        "share of early elderly over all insurers, 0.15 is 15 %"}},
      {"elderly", KP_COUNT, false, {"前期高齢者数", "early elderly"},
       {"65〜74歳の加入者の見込数", "members aged 65 to 74"}},
      {"members", KP_COUNT, false, {"加入者数", "members"},
       {"被保険者と被扶養者の見込数", "insured and dependants"}},
      YEAR,
      {"wages", KP_AMOUNT, true, {"1人当たり報酬の比", "wage ratio"},
       {"組合 ÷ 全被用者保険等の平均。令和6年度以降は必要です。",
        "the society's ÷ the average; needed from FY2024 on"}},
      {"floor", KP_SHARE, true, {"下限割合", "smallest share"},
       {"省略すると 0.01。", "0.01 if left out"}}}},
    {"lateSupport", "KENPO_LATE_SUPPORT", false, late_support,
     {"後期高齢者支援金の概算(事務費拠出金を除く)。標準報酬総額 × 総報酬割負担率 × 調整率。",
      "Support for the late elderly by estimate: payroll × burden × factor, without office costs."},
     KP_NO_UNIT, {KP_ELDERLY_ACT, "118条から121条"},
     "=KENPO_LATE_SUPPORT(28300000000;0.02196938)",
     {{"payroll", KP_AMOUNT, false, {"総報酬額", "payroll"},
       {"標準報酬総額の見込額", "expected payroll"}},
      {"burden", KP_SHARE, false, {"総報酬割負担率", "burden"},
       {"当年度の諸係数(0.022 は 2.2 %)", "coefficient of the year, 0.022 is 2.2 %"}},
      {"factor", KP_AMOUNT, true, {"調整率", "factor"},
       {"0.9 から 1.1。省略すると 1。", "0.9 to 1.1; 1 if left out"}}}},
    {"careLevy", "KENPO_CARE_LEVY", false, care_levy,
     {"介護納付金の概算。第2号被保険者の標準報酬総額 × 負担率。",
      "Care levy by estimate: payroll of the care insured × burden."},
     KP_NO_UNIT, {KP_CARE_ACT, "150条から153条"},
     "=KENPO_CARE_LEVY(14600000;0.01614637)",
     {{"payroll", KP_AMOUNT, false, {"第2号標準報酬総額", "payroll of care insured"},
       {"第2号被保険者の標準報酬総額の見込額", "expected payroll of the care insured"}},
      {"burden", KP_SHARE, false, {"負担率", "burden"},
       {"当年度の諸係数または参考料率(0.016 は 1.6 %)",
        "coefficient or reference rate of the year, 0.016 is 1.6 %"}}}},
    {"childcareLevy", "KENPO_CHILDCARE_LEVY", false, childcare_levy,
     {"子ども・子育て支援金。総報酬額 × 支援金率 ÷ 1,000。",
      "Childcare support money: payroll × rate ÷ 1,000."},
     KP_NO_UNIT, {KP_HEALTH_ACT, "160条の2、健保連 令和6年度の事業活動状況 重1(1)"},
     "=KENPO_CHILDCARE_LEVY(28300000;2026)",
     {{"payroll", KP_AMOUNT, false, {"総報酬額", "payroll"},
       {"対象となる月の総報酬額。円または千円。",
        "payroll of the months levied, in yen or thousands"}},
      YEAR,
      {"rate", KP_RATE, true, {"支援金率", "rate"},
       {"‰。省略すると年度の公表値。", "in ‰; the published value if left out"}}}},
    {"burdenRatio", "KENPO_BURDEN_RATIO", false, burden_ratio,
     {"拠出金負担割合(1 = 100 %)。拠出金 ÷ (拠出金 + 法定給付費)。",
      "Burden of levies (1 = 100 %): levies ÷ (levies + statutory benefits)."},
     KP_RATIO, {KP_ELDERLY_ACT, "38条"},
     "=KENPO_BURDEN_RATIO(36513;41592)",
     {{"levies", KP_AMOUNT, false, {"拠出金", "levies"},
       {"納付金・支援金・拠出金の額", "levies to be paid"}},
      {"benefits", KP_AMOUNT, false, {"法定給付費", "statutory benefits"},
       {"同じ単位", "same unit"}}}},
    {"checkupSubsidy", "KENPO_CHECKUP_SUBSIDY", false, checkup_subsidy,
     {"特定健康診査・保健指導補助金(円)。件数 × 予算基準単価の合計 × 補助率。",
      "Check-up subsidy in yen: sum of cases × price, × rate."},
     KP_YEN, {KP_NOTICE_2015, "第2の6(2)・別表1"},
     "=KENPO_CHECKUP_SUBSIDY({100;20};{1800;3000};1)",
     {{"cases", KP_RANGE, false, {"件数", "cases"},
       {"区分ごとの件数の範囲", "one count for each class"}},
      {"prices", KP_RANGE, false, {"予算基準単価", "prices"},
       {"円。件数と同じ形の範囲。", "in yen, a range of the same shape"}},
      {"rate", KP_SHARE, true, {"補助率", "rate"},
       {"0 より大きく 1 以下。省略すると 1。", "above 0, at most 1; 1 if left out"}}}},
    {"reviewFee", "KENPO_REVIEW_FEE", false, review_fee,
     {"審査支払手数料(円)。区分ごとの件数 × 単価の合計。",
      "Fee for review and payment in yen: sum of cases × price over three classes."},
     KP_YEN, {KP_KENPOREN_2024, "継1(5)②"},
     "=KENPO_REVIEW_FEE(60000;25000;45000;2025)",
     {{"general", KP_COUNT, false, {"医科・歯科(一般)", "general"},
       {"件数", "claims"}},
      {"obvious", KP_COUNT, false, {"判断が明らか", "obvious"},
       {"医科・歯科のうち判断が明らかなレセプトの件数",
        "medical and dental claims that are obvious"}},
      {"dispensing", KP_COUNT, false, {"調剤", "dispensing"},
       {"件数", "claims"}},
      YEAR,
      {"generalPrice", KP_AMOUNT, true, {"一般の単価", "general price"},
       {"円/件。省略すると年度の公表値。", "yen a claim; the published value if left out"}},
      {"obviousPrice", KP_AMOUNT, true, {"判断が明らかの単価", "obvious price"},
       {"円/件。省略すると年度の公表値。", "yen a claim; the published value if left out"}},
      {"dispensingPrice", KP_AMOUNT, true, {"調剤の単価", "dispensing price"},
       {"円/件。省略すると年度の公表値。", "yen a claim; the published value if left out"}}}},
    {"systemFee", "KENPO_SYSTEM_FEE", false, system_fee,
     {"中間サーバー等運営負担金(円)。加入者数 × 単価 × 月数。",
      "Share in the cost of common systems in yen: members × price × months."},
     KP_YEN, {KP_KENPOREN_2024, "継7(1)"},
     "=KENPO_SYSTEM_FEE(8200;2025)",
     {{"members", KP_COUNT, false, {"加入者数", "members"},
       {"被保険者と被扶養者の合計", "insured and dependants"}},
      YEAR,
      MONTHS,
      {"price", KP_AMOUNT, true, {"単価", "price"},
       {"円/加入者月。省略すると年度の公表値。",
        "yen a member-month; the published value if left out"}}}},
    {"federationGrant", "KENPO_FED_GRANT", false, federation_grant,
     {"都道府県連合会設置助成金(円)。平等割額 + 組合数割額 + 推進分 + 特別助成額。",
      "Grant to a prefectural federation in yen: flat + by societies + promotion + special part."},
     KP_YEN, {KP_KENPOREN_2024, "継8(4)①"},
     "=KENPO_FED_GRANT(18;19999;500000;2024)",
     {{"societies", KP_COUNT, false, {"主・従組合数", "societies"},
       {"前年度4月1日現在", "on 1 April of the year before"}},
      {"insured", KP_COUNT, false, {"主組合の被保険者数", "insured"},
       {"前年度3月31日現在", "on 31 March of the year before"}},
      {"application", KP_AMOUNT, false, {"推進分の申請額", "applied for"},
       {"円。基準額まで助成されます。", "in yen; granted up to the base"}},
      YEAR,
      {"further", KP_AMOUNT, true, {"再配分", "further distribution"},
       {"円。省略すると 0。", "in yen; 0 if left out"}},
      {"flat", KP_AMOUNT, true, {"平等割額", "flat part"},
       {"円。省略すると年度の公表値。", "in yen; the published value if left out"}},
      {"perSociety", KP_AMOUNT, true, {"組合数割の単価", "price a society"},
       {"円/組合。省略すると年度の公表値。", "yen a society; the published value if left out"}},
      {"promotion", KP_AMOUNT, true, {"推進分の基準額", "promotion base"},
       {"円。省略すると年度の公表値。", "in yen; the published value if left out"}},
      {"specialLimit", KP_AMOUNT, true, {"特別助成の人数", "special limit"},
       {"この人数未満に特別助成。省略すると年度の公表値。",
        "persons; the special part is for fewer; the published value if left out"}},
      {"specialUnit", KP_AMOUNT, true, {"特別助成の単価", "special price"},
       {"円/人。省略すると年度の公表値。", "yen a person; the published value if left out"}}}},
    {"regionGrant", "KENPO_REGION_GRANT", false, region_grant,
     {"都道府県連携助成金(円)。3つの経費の合計(1地区当たりの上限まで)。",
      "Grant to a region in yen: the sum of three costs, up to the cap."},
     KP_YEN, {KP_KENPOREN_2024, "継8(3)"},
     "=KENPO_REGION_GRANT(12000000;9000000;11000000;2024)",
     {{"staff", KP_AMOUNT, false, {"担当設置費", "staff"},
       {"円。地区担当職員の人件費の実支出額。", "in yen, spent on staff of the region"}},
      {"joint", KP_AMOUNT, false, {"共同事業費", "joint projects"},
       {"円。地区で行う共同事業の実支出額。", "in yen, spent on joint projects"}},
      {"cooperation", KP_AMOUNT, false, {"連携体制整備費", "cooperation"},
       {"円。連携体制整備の実支出額。", "in yen, spent on setting up cooperation"}},
      YEAR,
      {"projectYear", KP_COUNT, true, {"事業年次", "project year"},
       {"共同事業の何年目か。省略すると 1。", "which year of the joint project; 1 if left out"}},
      {"rate", KP_SHARE, true, {"交付率", "rate"},
       {"4年目以降の共同事業費に乗じる率", "applied to joint projects from the fourth year on"}},
      {"cap", KP_AMOUNT, true, {"上限", "cap"},
       {"円。省略すると年度の公表値。", "in yen; the published value if left out"}}}},
    {"supportEligible", "KENPO_SUPPORT_ELIGIBLE", false, support_eligible,
     {"組合運営サポート事業の対象か。1 = 該当、0 = 非該当。",
      "Whether a society is eligible for support: 1 yes, 0 no."},
     KP_NO_UNIT, {KP_KENPOREN_2024, "継6(3)、重4(1)"},
     "=KENPO_SUPPORT_ELIGIBLE(95;90.1;2.9999;2024)",
     {{"rate", KP_RATE, false, {"保険料率", "rate"},
       {"一般 + 調整(‰)。95 ‰ は 95 と入力します。", "general + adjustment, in ‰: 95 ‰ is 95"}},
      {"needed", KP_RATE, false, {"法定給付費等所要保険料率", "rate needed"},
       {"‰", "in ‰"}},
      {"assets", KP_AMOUNT, false, {"保有資産", "assets"},
       {"法定準備金水準に対する比(3 は 300 %)", "relative to the legal reserve, 3 is 300 %"}},
      YEAR,
      {"rateLeast", KP_RATE, true, {"料率の下限", "least rate"},
       {"‰以上。省略すると年度の公表値。", "in ‰, or more; the published value if left out"}},
      {"neededAbove", KP_RATE, true, {"所要率の境", "needed above"},
       {"‰超。省略すると年度の公表値。", "in ‰, above; the published value if left out"}},
      {"assetsBelow", KP_AMOUNT, true, {"保有資産の境", "assets below"},
       {"未満(3 は 300 %)。省略すると年度の公表値。",
        "below; 3 is 300 %; the published value if left out"}}}},
    {"planRequired", "KENPO_PLAN_REQUIRED", false, plan_required,
     {"積立計画の要否。0 = 不要、1 = 第4の1(1)の組合、2 = 第4の1(2)の組合。",
      "Whether an accumulation plan is needed: 0 no, 1 short in the budget, 2 short later."},
     KP_NO_UNIT, {KP_NOTICE_2015, "第4の1"},
     "=KENPO_PLAN_REQUIRED(TRUE();FALSE();1960;FALSE();FALSE();FALSE();2015)",
     {{"shortInBudget", KP_FLAG, false, {"当初予算で不足", "short in budget"},
       {"予算で準備金限度内部分を満たさない(TRUE か FALSE)",
        "the budget does not fill the reserve (TRUE or FALSE)"}},
      {"shortInYear", KP_FLAG, false, {"年度途中に不足の見込み", "short in year"},
       {"決算確定時などに満たさない見込み(TRUE か FALSE)",
        "it will be short when the year before is settled (TRUE or FALSE)"}},
      {"founded", KP_YEAR, false, {"設立年度", "founded"},
       {"1960、昭和35 などの書き方ができます。", "1960, 昭和35 and the like"}},
      {"designated", KP_FLAG, false, {"指定組合", "designated"},
       {"指定組合である(TRUE か FALSE)", "a designated society (TRUE or FALSE)"}},
      {"inRecovery", KP_FLAG, false, {"健全化計画期間に該当", "in recovery"},
       {"予算年度が健全化計画期間に入る(TRUE か FALSE)",
        "the recovery plan covers the year (TRUE or FALSE)"}},
      {"hasPlan", KP_FLAG, false, {"既策定", "has a plan"},
       {"既に積立計画を策定している(TRUE か FALSE)", "a plan was made already (TRUE or FALSE)"}},
      YEAR,
      {"exemptFrom", KP_YEAR, true, {"不要となる設立年度", "exempt from"},
       {"この年度以降に新設された組合は不要。省略すると年度の公表値。",
        "societies founded in or after it need none; the published value if left out"}}}},
    {"planFirstYear", "KENPO_PLAN_FIRST_YEAR", false, plan_first_year,
     {"積立計画の初年度の条件(1 以上で充足)。準備金 ÷ 保険給付費と納付金等の1か月分。",
      "First-year condition of the plan: reserve ÷ one month of benefits and levies; 1 or more "
      "is met."},
     KP_RATIO, {KP_NOTICE_2015, "第4の2(1)"},
     "=KENPO_PLAN_FIRST_YEAR(202753;1400000;1033025)",
     {{"balance", KP_AMOUNT, false, {"初年度末準備金", "reserve"},
       {"計画初年度末の準備金", "at the end of the first year"}},
      {"benefits", KP_RANGE, false, {"保険給付費", "benefits"},
       {"1年度の額、または3年度の額を3つ(平均)", "one year, or three years for their average"}},
      {"levies", KP_RANGE, false, {"納付金等", "levies"},
       {"前期高齢者納付金等。保険給付費と同じ年度数。", "levies for the elderly, as many years"}}}},
    {"averageInsured", "KENPO_AVG_INSURED", false, average_insured,
     {"平均被保険者数。12か月の月末人数の平均(小数点第1位を四捨五入)。",
      "Average insured persons: mean of twelve month-end counts, rounded half up."},
     KP_PERSONS, {KP_SETTLEMENT_GUIDE, "4"},
     "=KENPO_AVG_INSURED({5000;5000;5000;5000;5000;5000;5000;5000;5000;5000;5000;5006})",
     {{"counts", KP_RANGE, false, {"月末被保険者数", "counts"},
       {"前年3月から当年2月までの12の人数", "twelve counts, from March to February"}}}},
    {"averageStandard", "KENPO_AVG_STD", false, average_standard,
     {"平均標準報酬月額(円)。12か月の総計 ÷ 12か月の人数の計(小数点第1位を四捨五入)。",
      "Average standard monthly pay in yen: twelve totals ÷ twelve counts, rounded half up."},
     KP_YEN, {KP_SETTLEMENT_GUIDE, "5"},
     "=KENPO_AVG_STD({1900000000;1900000000;1900000000;1900000000;1900000000;1900000000;19000000"
     "00;1900000000;1900000000;1900000000;1900000000;1900000000};{5000;5000;5000;5000;5000;5000;"
     "5000;5000;5000;5000;5000;5000})",
     {{"totals", KP_RANGE, false, {"標準報酬月額の総計", "totals"},
       {"円。各月の総計(免除者を除く)12か月分。",
        "in yen, twelve monthly totals without the exempted"}},
      {"counts", KP_RANGE, false, {"月末被保険者数", "counts"},
       {"同じ12か月の人数", "twelve counts of the same months"}}}},
    {"check", "KENPO_CHECK", true, kp_evaluate_check,
     {"予算の点検。適合すれば \"適\"、しなければ区分・内容と差・根拠。",
      "Checks a budget: \"OK\", or severity, what is wrong and by how much, and the source."},
     KP_NO_UNIT, {KP_NO_SOURCE, "点検表 V01〜V65"},
     "=KENPO_CHECK(\"V03\";2779439;2779438)",
     {CHECK_CODE,
      CHECK_VALUES}},
    {"checkLevel", "KENPO_CHECK_LEVEL", false, kp_evaluate_check_level,
     {"予算の点検の結果を数で返す: 0 適、1 情報、2 注意、3 エラー。",
      "The same check as a number: 0 OK, 1 info, 2 warning, 3 error."},
     KP_NO_UNIT, {KP_NO_SOURCE, "点検表 V01〜V65"},
     "=KENPO_CHECK_LEVEL(\"V03\";2779439;2779438)",
     {CHECK_CODE,
      CHECK_VALUES}},
    {"checkInfo", "KENPO_CHECK_INFO", true, kp_evaluate_check_info,
     {"点検の説明。項目は \"区分\"、\"比較\"、\"根拠\"、\"根拠略称\"、\"引数\"。",
      "About a check: its \"severity\", \"comparison\", \"source\", \"short source\" or \"arguments\"."},
     KP_NO_UNIT, {KP_NO_SOURCE, "点検表 V01〜V65"},
     "=KENPO_CHECK_INFO(\"V26\";\"比較\")",
     {CHECK_CODE,
      {"item", KP_KEYWORD, false, {"項目", "item"},
       {"\"区分\"、\"比較\"、\"根拠\"、\"根拠略称\"、\"引数\"",
        "\"severity\", \"comparison\", \"source\", \"short source\" or \"arguments\""}}}},
    {"nominal", "KENPO_NOMINAL", false, nominal,
     {"名目計上の額(千円)。その年度に名目計上が求められる、または認められる目は 1、ほかは #N/A。",
      "Nominal amount in thousands of yen: 1 where ordered or allowed in that year, else #N/A."},
     KP_THOUSAND_YEN, {KP_NOTICE_2015, "第2の1(4)・2(4)・8・13、第3の3(4)"},
     "=KENPO_NOMINAL(\"被用者保険運営円滑化推進事業費\";2015)",
     {{"item", KP_KEYWORD, false, {"目の名称", "item"},
       {"例: \"還付金\"", "name of the budget item, such as \"還付金\""}},
      YEAR}},
    {"deadline", "KENPO_DEADLINE", false, deadline,
     {"届出書類の提出期限(日付)。期限を示す資料がない年度は #N/A。",
      "The date until which a document is due; #N/A where no source gives one."},
     KP_NO_UNIT, {KP_NOTICE_2015, "第4の3・4、第6の1、健康保険法施行令16条"},
     "=KENPO_DEADLINE(\"収入支出予算概要表\";2015)",
     {DOCUMENT,
      YEAR},
     .gives_date = true},
    {"copies", "KENPO_COPIES", false, copies,
     {"届出書類の提出部数。部数を示す資料がない年度は #N/A。",
      "The number of copies of a document; #N/A where no source gives one."},
     KP_COPIES, {KP_NOTICE_2015, "第4の3・4、第6の1"},
     "=KENPO_COPIES(\"収入支出予算概要表\";2015)",
     {DOCUMENT,
      YEAR}},
};
/* clang-format on */

const size_t KP_FUNCTION_COUNT = sizeof KP_FUNCTIONS / sizeof KP_FUNCTIONS[0];
