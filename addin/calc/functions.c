/* SPDX-License-Identifier: MPL-2.0
 *
 * functions.c: the table of all functions, one row each, and above it the few lines that hand the
 * arguments of a row to its rule. Adding a function is: a rule with its header, lines here, a
 * method in idl/, cases in tests/cases. Nothing else.
 *
 * A row's order, a method's name and an argument's place are what users' files store: once
 * released, they never change.
 */
#include "function.h"

#include "kenpo/date.h"
#include "kenpo/filing.h"
#include "kenpo/grant.h"
#include "kenpo/nominal.h"
#include "kenpo/parameter.h"
#include "kenpo/premium.h"
#include "kenpo/reserve.h"
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
    kp_trace_step(trace, kp_t("年度(西暦)", "Fiscal year"), result->number, KP_NO_UNIT);
    return KP_OK;
}

static kp_status wareki(const kp_value *a, kp_trace *trace, kp_result *result) {
    kp_trace_step(trace, kp_t("年度(西暦)", "Fiscal year"), kp_int(a[0].year), KP_NO_UNIT);
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

const kp_function KP_FUNCTIONS[] = {
    {"specificRate",
     "KENPO_SPECIFIC_RATE",
     false,
     specific_rate,
     {"特定保険料率(‰)。前期高齢者納付金等を総報酬額で割った率。端数処理はしません。",
      "Specific premium rate in ‰: the levies for the elderly divided by the payroll, not "
      "rounded."},
     {"‰", "‰"},
     {KP_S004, "第1の1(5)、健康保険法160条14項"},
     "=KENPO_SPECIFIC_RATE({420000;610000;20;3000;5};0;22800000;5500000)",
     {LEVIES,
      {"grant",
       KP_AMOUNT,
       false,
       {"前期高齢者交付金", "grant"},
       {"前期高齢者交付金の額。なければ 0。", "the grant for the early elderly; 0 if none"}},
      {"monthly",
       KP_AMOUNT,
       false,
       {"標準報酬月額の総額", "monthly pay"},
       {"年間の総額。納付金と同じ単位。", "total of standard monthly pay of the year, same unit"}},
      {"bonus",
       KP_AMOUNT,
       false,
       {"標準賞与額の総額", "bonuses"},
       {"年間の総額。納付金と同じ単位。", "total of standard bonuses of the year, same unit"}}}},
    {"levyTotal",
     "KENPO_LEVY_TOTAL",
     false,
     levy_total,
     {"前期高齢者納付金等の額。納付金・支援金・拠出金の合算額から前期高齢者交付金を控除します。",
      "Levies for the elderly: their sum less the grant for the early elderly; may be negative."},
     {"", ""},
     {KP_S004, "第1の1(5)"},
     "=KENPO_LEVY_TOTAL({420000;610000;20;3000;5};0)",
     {LEVIES,
      {"grant",
       KP_AMOUNT,
       true,
       {"前期高齢者交付金", "grant"},
       {"前期高齢者交付金の額。省略すると 0。",
        "the grant for the early elderly; 0 if left out"}}}},
    {"basicRate",
     "KENPO_BASIC_RATE",
     false,
     basic_rate,
     {"基本保険料率(‰)。一般保険料率から特定保険料率を引いた率。",
      "Basic premium rate in ‰: the general rate less the specific rate."},
     {"‰", "‰"},
     {KP_HEALTH_ACT, "160条15項"},
     "=KENPO_BASIC_RATE(93.7;36.5)",
     {{"general",
       KP_RATE,
       false,
       {"一般保険料率", "general rate"},
       {"‰(95 は 95/1000)", "‰ (95 is 95/1000)"}},
      {"specific", KP_RATE, false, {"特定保険料率", "specific rate"}, {"‰", "‰"}}}},
    {"payroll",
     "KENPO_PAYROLL",
     false,
     payroll,
     {"総報酬額。平均標準報酬月額 × 被保険者数 × 月数 + 1人当たり標準賞与額 × 被保険者数。",
      "Payroll of a year: average monthly pay × persons × months + bonus a person × persons."},
     {"", ""},
     {KP_S004, "第1の1(2)、健康保険法160条14項"},
     "=KENPO_PAYROLL(380000;5000;1100000)",
     {{"average",
       KP_AMOUNT,
       false,
       {"平均標準報酬月額", "average monthly pay"},
       {"円または千円", "in yen or in thousands of yen"}},
      {"insured",
       KP_COUNT,
       false,
       {"被保険者数", "insured persons"},
       {"年間平均。保険料免除者を除きます。", "average of the year, without the exempted"}},
      {"bonus",
       KP_AMOUNT,
       false,
       {"1人当たり標準賞与額", "bonus a person"},
       {"年額。平均標準報酬月額と同じ単位。", "a year, same unit as the monthly pay"}},
      MONTHS}},
    {"reserveRequired",
     "KENPO_RESERVE_REQUIRED",
     false,
     reserve_required,
     {"準備金限度内部分(所要額)。当該年度と直前2年度の平均から計算します。",
      "Legal reserve required, from the averages of the year and the two before."},
     {"", ""},
     {KP_HEALTH_ORDER, "46条2項・附則5条、保保発0116第3号 第1の3・第3の1(1)"},
     "=KENPO_RESERVE_REQUIRED({1300000;1350000;1400000};{960000;1000000;1033025};"
     "{210000;222000;234000};2015)",
     {{"benefits",
       KP_RANGE,
       false,
       {"保険給付費", "benefits"},
       {"直前2年度と当該年度の3つの額。", "three amounts: two years before, one before, the year"}},
      {"levies",
       KP_RANGE,
       false,
       {"納付金等", "levies"},
       {"前期高齢者納付金等(交付金控除後)の3つの額。",
        "three amounts, less the grant for the elderly"}},
      {"care",
       KP_RANGE,
       false,
       {"介護納付金", "care levy"},
       {"3つの額。一般勘定だけの計算では 0 を3つ。",
        "three amounts; three zeros for the general account"}},
      YEAR,
      {"deductions",
       KP_RANGE,
       true,
       {"控除", "deductions"},
       {"減免に要した費用の3つの額(平成24〜27年度のみ)。",
        "three amounts of exempted costs, FY2012 to 2015"}},
      {"benefitMonths",
       KP_AMOUNT,
       true,
       {"基準月数(給付)", "months of benefits"},
       {"省略すると年度の公表値。", "the published value of the year if left out"}},
      {"levyMonths",
       KP_AMOUNT,
       true,
       {"基準月数(納付金等)", "months of levies"},
       {"省略すると年度の公表値。", "the published value of the year if left out"}}}},
    {"reserveRatio",
     "KENPO_RESERVE_RATIO",
     false,
     reserve_ratio,
     {"法定準備金保有率(1 = 100 %)。年度末準備金残高 ÷ 所要額。丸めません。",
      "Reserve ratio (1 = 100 %): balance at year-end divided by the requirement, not rounded."},
     {"(1 = 100 %)", "(1 = 100 %)"},
     {KP_S004, "第1の3、予算編成基準別添(2)別表(1)-1"},
     "=KENPO_RESERVE_RATIO(249999;250000)",
     {{"balance",
       KP_AMOUNT,
       false,
       {"準備金残高", "balance"},
       {"年度末の残高", "at the end of the year"}},
      {"required",
       KP_AMOUNT,
       false,
       {"所要額", "requirement"},
       {"KENPO_RESERVE_REQUIRED の結果。同じ単位。", "from KENPO_RESERVE_REQUIRED, same unit"}}}},
    {"grant",
     "KENPO_GRANT",
     false,
     grant,
     {"高額医療交付金の見込額(円)。1件ごとに計算して合計します。",
      "High-cost medical grant in yen, computed claim by claim and summed."},
     {"円", "yen"},
     {KP_S000, "継6(2)②"},
     "=KENPO_GRANT({7500000;4000000;4000000};2024)",
     {{"claims",
       KP_RANGE,
       false,
       {"交付対象額", "claims"},
       {"円。1件を1セルに入力した範囲。", "in yen, one cell a claim"}},
      YEAR,
      {"threshold",
       KP_AMOUNT,
       true,
       {"基準額", "threshold"},
       {"円。省略すると年度の公表値。", "in yen; the published value of the year if left out"}},
      {"rateBelow",
       KP_SHARE,
       true,
       {"基準額以下の交付率", "rate up to it"},
       {"0.7 は 70 %。省略すると年度の公表値。", "0.7 is 70 %; the published value if left out"}},
      {"rateAbove",
       KP_SHARE,
       true,
       {"超過部分の交付率", "rate above it"},
       {"1 は 100 %。省略すると年度の公表値。", "1 is 100 %; the published value if left out"}}}},
    {"officeSubsidy",
     "KENPO_OFFICE_SUBSIDY",
     false,
     office_subsidy,
     {"事務費国庫負担金(円)。一般分と介護分の合計。千円への端数処理はしません。",
      "State share of office expenses in yen: general and care part."},
     {"円", "yen"},
     {KP_S004, "第2の1(1)(2)"},
     "=KENPO_OFFICE_SUBSIDY(5000;3200;\"単一\";2015)",
     {{"insured",
       KP_COUNT,
       false,
       {"被保険者数", "insured persons"},
       {"年間平均", "average of the year"}},
      {"careInsured",
       KP_COUNT,
       false,
       {"第2号被保険者数", "care insured"},
       {"40〜64歳の被保険者と被扶養者の合計", "insured and dependants aged 40 to 64"}},
      {"society",
       KP_KEYWORD,
       false,
       {"組合区分", "kind of society"},
       {"\"単一\"、\"連合\"、\"総合\"",
        "\"単一\" (single), \"連合\" (allied) or \"総合\" (multi-employer)"}},
      YEAR,
      MONTHS,
      {"generalPrice",
       KP_AMOUNT,
       true,
       {"一般分の単価", "general price"},
       {"円/人月。省略すると年度の公表値。", "yen a person-month; the published one if left out"}},
      {"carePrice",
       KP_AMOUNT,
       true,
       {"介護分の単価", "care price"},
       {"円/人月。省略すると年度の公表値。",
        "yen a person-month; the published one if left out"}}}},
    {"param",
     "KENPO_PARAM",
     false,
     parameter,
     {"年度ごとの単価・率・基準額。公表値がない年度は #N/A。",
      "The price, rate or threshold of a year; #N/A where none is published."},
     {"", ""},
     {KP_NO_SOURCE, "係数表(出典は KENPO_SOURCE)"},
     "=KENPO_PARAM(\"grant.threshold\";2024)",
     {{"id",
       KP_KEYWORD,
       false,
       {"係数の名前", "parameter"},
       {"例: \"grant.threshold\"", "such as \"grant.threshold\""}},
      YEAR}},
    {"source",
     "KENPO_SOURCE",
     true,
     source,
     {"KENPO_PARAM の値の出典。", "The citation of a value of KENPO_PARAM."},
     {"", ""},
     {KP_NO_SOURCE, "係数表"},
     "=KENPO_SOURCE(\"grant.threshold\";2024)",
     {{"id",
       KP_KEYWORD,
       false,
       {"係数の名前", "parameter"},
       {"例: \"grant.threshold\"", "such as \"grant.threshold\""}},
      YEAR}},
    {"year",
     "KENPO_YEAR",
     false,
     year,
     {"年度を西暦にします。\"令和7年度\" は 2025。",
      "The fiscal year as a western year: 令和7年度 is 2025."},
     {"", ""},
     {KP_HEALTH_ORDER, "会計年度(4月1日から翌年3月31日まで)"},
     "=KENPO_YEAR(\"令和7年度\")",
     {YEAR}},
    {"wareki",
     "KENPO_WAREKI",
     true,
     wareki,
     {"年度を和暦にします。2025 は \"令和7年度\"。", "The fiscal year in the Japanese calendar."},
     {"", ""},
     {KP_HEALTH_ORDER, "会計年度(4月1日から翌年3月31日まで)"},
     "=KENPO_WAREKI(2025)",
     {YEAR}},
    {"explain",
     "KENPO_EXPLAIN",
     true,
     kp_evaluate_explain,
     {"関数の計算過程、根拠、またはエラーの理由を文章で示します。",
      "Explains a function's result step by step, or why there is none, with the law."},
     {"", ""},
     {KP_NO_SOURCE, NULL},
     "=KENPO_EXPLAIN(\"KENPO_BASIC_RATE\";93.7;36.5)",
     {{"function",
       KP_KEYWORD,
       false,
       {"関数名", "function"},
       {"例: \"KENPO_SPECIFIC_RATE\"", "such as \"KENPO_SPECIFIC_RATE\""}},
      {"arguments",
       KP_REST,
       true,
       {"引数", "arguments"},
       {"その関数に渡すものと同じ引数", "the same arguments as for that function"}}}},
    {"version",
     "KENPO_VERSION",
     true,
     version,
     {"Kenpo Calc の版。", "The version of Kenpo Calc."},
     {"", ""},
     {KP_NO_SOURCE, NULL},
     "=KENPO_VERSION()",
     {{NULL, KP_AMOUNT, false, {NULL, NULL}, {NULL, NULL}}}},
    {"check",
     "KENPO_CHECK",
     true,
     kp_evaluate_check,
     {"予算の点検。適合すれば \"適\"、しなければ区分・内容と差・根拠。",
      "Checks a budget: \"OK\", or severity, what is wrong and by how much, and the source."},
     {"", ""},
     {KP_NO_SOURCE, "点検表 V01〜V65"},
     "=KENPO_CHECK(\"V03\";2779439;2779438)",
     {CHECK_CODE, CHECK_VALUES}},
    {"checkLevel",
     "KENPO_CHECK_LEVEL",
     false,
     kp_evaluate_check_level,
     {"予算の点検の結果を数で返す: 0 適、1 情報、2 注意、3 エラー。",
      "The same check as a number: 0 OK, 1 info, 2 warning, 3 error."},
     {"", ""},
     {KP_NO_SOURCE, "点検表 V01〜V65"},
     "=KENPO_CHECK_LEVEL(\"V03\";2779439;2779438)",
     {CHECK_CODE, CHECK_VALUES}},
    {"checkInfo",
     "KENPO_CHECK_INFO",
     true,
     kp_evaluate_check_info,
     {"点検の説明。項目は \"区分\"、\"比較\"、\"根拠\"、\"引数\"。",
      "About a check: its \"severity\", \"comparison\", \"source\" or \"arguments\"."},
     {"", ""},
     {KP_NO_SOURCE, "点検表 V01〜V65"},
     "=KENPO_CHECK_INFO(\"V26\";\"比較\")",
     {CHECK_CODE,
      {"item",
       KP_KEYWORD,
       false,
       {"項目", "item"},
       {"\"区分\"、\"比較\"、\"根拠\"、\"引数\"",
        "\"severity\", \"comparison\", \"source\" or \"arguments\""}}}},
    {"nominal",
     "KENPO_NOMINAL",
     false,
     nominal,
     {"名目計上の額(千円)。その年度に名目計上が求められる、または認められる目は 1、ほかは #N/A。",
      "Nominal amount in thousands of yen: 1 where ordered or allowed in that year, else #N/A."},
     {"千円", "thousand yen"},
     {KP_S004, "第2の1(4)・2(4)・8・13、第3の3(4)"},
     "=KENPO_NOMINAL(\"被用者保険運営円滑化推進事業費\";2015)",
     {{"item",
       KP_KEYWORD,
       false,
       {"目の名称", "item"},
       {"例: \"還付金\"", "name of the budget item, such as \"還付金\""}},
      YEAR}},
    {"deadline",
     "KENPO_DEADLINE",
     false,
     deadline,
     {"届出書類の提出期限(日付)。期限を示す資料がない年度は #N/A。",
      "The date until which a document is due; #N/A where no source gives one."},
     {"", ""},
     {KP_S004, "第4の3・4、第6の1、健康保険法施行令16条"},
     "=KENPO_DEADLINE(\"収入支出予算概要表\";2015)",
     {DOCUMENT, YEAR},
     .gives_date = true},
    {"copies",
     "KENPO_COPIES",
     false,
     copies,
     {"届出書類の提出部数。部数を示す資料がない年度は #N/A。",
      "The number of copies of a document; #N/A where no source gives one."},
     {"部", "copies"},
     {KP_S004, "第4の3・4、第6の1"},
     "=KENPO_COPIES(\"収入支出予算概要表\";2015)",
     {DOCUMENT, YEAR}},
};

const size_t KP_FUNCTION_COUNT = sizeof KP_FUNCTIONS / sizeof KP_FUNCTIONS[0];
