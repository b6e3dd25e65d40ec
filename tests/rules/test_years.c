/* SPDX-License-Identifier: MPL-2.0
 *
 * test_years.c: one question of law has one answer. Each question below is put to the table of
 * parameters, to functions and to checks, in every year from 2012 to 2030: all must answer alike,
 * or all say that no value is published. tests/forms/years.py asks the forms the same.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "calc/errors.h"
#include "interpret.h"

enum { FIRST = 2012, LAST = 2030, ANSWERS = 4 };

/* How a formula's value is read as an answer. */
typedef enum reading {
    THE_NUMBER,   /* the number itself */
    NO_FINDING,   /* of a check: yes where it is 0, 適 */
    AT_LEAST_0,   /* yes where it is 0 or more */
    IF_ACCEPTED,  /* yes where there is a number, no where the input is refused */
    IF_PUBLISHED, /* yes where there is a number, no where none is published */
} reading;

/* The same question, put in up to four ways; {y} is the year. */
typedef struct question {
    const char *asks;
    struct {
        reading reading;
        const char *formula;
    } answers[ANSWERS];
    int from, to; /* asked in these years; 0: in all */
} question;

static const question QUESTIONS[] = {
    {"must a society founded in 1960 that is short make a plan",
     {{NO_FINDING, "=KENPO_PLAN_REQUIRED(TRUE();FALSE();1960;FALSE();FALSE();FALSE();{y})"},
      {NO_FINDING, "=KENPO_CHECK_LEVEL(\"V43\";{y};1960;0;0;0;1)"}}},
    {"is a society founded in 2013 exempt from a plan",
     {{NO_FINDING, "=KENPO_PLAN_REQUIRED(TRUE();FALSE();2013;FALSE();FALSE();FALSE();{y})"},
      {NO_FINDING, "=KENPO_CHECK_LEVEL(\"V43\";{y};2013;0;0;0;1)"}},
     2013,
     LAST},
    {"is a society founded in 2014 exempt from a plan",
     {{NO_FINDING, "=KENPO_PLAN_REQUIRED(TRUE();FALSE();2014;FALSE();FALSE();FALSE();{y})"},
      {NO_FINDING, "=KENPO_CHECK_LEVEL(\"V43\";{y};2014;0;0;0;1)"}},
     2014,
     LAST},
    {"is a designated society with a recovery plan exempt",
     {{NO_FINDING, "=KENPO_PLAN_REQUIRED(TRUE();FALSE();1960;TRUE();TRUE();FALSE();{y})"},
      {NO_FINDING, "=KENPO_CHECK_LEVEL(\"V43\";{y};1960;1;1;0;1)"}}},
    {"is a society with a plan exempt from another",
     {{NO_FINDING, "=KENPO_PLAN_REQUIRED(TRUE();FALSE();1960;FALSE();FALSE();TRUE();{y})"},
      {NO_FINDING, "=KENPO_CHECK_LEVEL(\"V43\";{y};1960;0;0;1;1)"}}},
    {"is a society founded in 2010 exempt where it was told 2010",
     {{NO_FINDING, "=KENPO_PLAN_REQUIRED(TRUE();FALSE();2010;FALSE();FALSE();FALSE();{y};2010)"},
      {NO_FINDING, "=KENPO_CHECK_LEVEL(\"V43\";{y};2010;0;0;0;1;2010)"}}},
    {"may a plan take two years",
     {{AT_LEAST_0, "=KENPO_PARAM(\"plan.years\";{y})-2"},
      {NO_FINDING, "=KENPO_CHECK_LEVEL(\"V41\";1;2;;;{y})"}}},
    {"may a plan take three years",
     {{AT_LEAST_0, "=KENPO_PARAM(\"plan.years\";{y})-3"},
      {NO_FINDING, "=KENPO_CHECK_LEVEL(\"V41\";1;3;;;{y})"}}},
    {"are exempted costs of the year deducted",
     {{IF_PUBLISHED, "=KENPO_PARAM(\"reserve.deduction\";{y})"},
      {IF_ACCEPTED, "=KENPO_RESERVE_REQUIRED({9;9;9};{0;0;0};{0;0;0};{y};{0;0;1})"},
      {NO_FINDING, "=KENPO_CHECK_LEVEL(\"V31\";{y};{0;0;0;1};{9;9;9;9})"}}},
    {"how many months of benefits are required",
     {{THE_NUMBER, "=KENPO_PARAM(\"reserve.benefit_months\";{y})"},
      {THE_NUMBER, "=KENPO_RESERVE_REQUIRED({12;12;12};{0;0;0};{0;0;0};{y})"}}},
    {"how many months of levies are required",
     {{THE_NUMBER, "=KENPO_PARAM(\"reserve.levy_months\";{y})"},
      {THE_NUMBER, "=KENPO_RESERVE_REQUIRED({0;0;0};{7;7;7};{5;5;5};{y})"}}},
    {"is 29.999 ‰ a general rate",
     {{AT_LEAST_0, "=29.999-KENPO_PARAM(\"rate.least\";{y})"},
      {NO_FINDING, "=KENPO_CHECK_LEVEL(\"V18\";29.999;{y})"}}},
    {"is 120.001 ‰ a general rate",
     {{AT_LEAST_0, "=KENPO_PARAM(\"rate.most\";{y})-120.001"},
      {NO_FINDING, "=KENPO_CHECK_LEVEL(\"V18\";120.001;{y})"}}},
    {"is 130 ‰ a general rate",
     {{AT_LEAST_0, "=KENPO_PARAM(\"rate.most\";{y})-130"},
      {NO_FINDING, "=KENPO_CHECK_LEVEL(\"V18\";130;{y})"}}},
    {"can the average pay be 57,999 yen",
     {{AT_LEAST_0, "=57999-KENPO_PARAM(\"grade.least\";{y})"},
      {NO_FINDING, "=KENPO_CHECK_LEVEL(\"V25\";57999;{y})"}}},
    {"can the average pay be 1,210,001 yen",
     {{AT_LEAST_0, "=KENPO_PARAM(\"grade.most\";{y})-1210001"},
      {NO_FINDING, "=KENPO_CHECK_LEVEL(\"V25\";1210001;{y})"}}},
    {"can the average pay be 1,390,000 yen",
     {{AT_LEAST_0, "=KENPO_PARAM(\"grade.most\";{y})-1390000"},
      {NO_FINDING, "=KENPO_CHECK_LEVEL(\"V25\";1390000;{y})"}}},
    {"can a grant be 69.99 % of the claims",
     {{AT_LEAST_0, "=0.6999-KENPO_PARAM(\"grant.rate_below\";{y})"},
      {AT_LEAST_0, "=6999-KENPO_GRANT({5000;5000};{y})"},
      {NO_FINDING, "=KENPO_CHECK_LEVEL(\"V49\";6999;6999;10000;0;{y})"}}},
    {"can a grant be 70 % of the claims",
     {{AT_LEAST_0, "=0.7-KENPO_PARAM(\"grant.rate_below\";{y})"},
      {AT_LEAST_0, "=7000-KENPO_GRANT({5000;5000};{y})"},
      {NO_FINDING, "=KENPO_CHECK_LEVEL(\"V49\";7000;7000;10000;0;{y})"}}},
    {"is a society with 2.9 times its requirement supported",
     {{THE_NUMBER, "=KENPO_SUPPORT_ELIGIBLE(95;90.1;2.9;{y})"},
      {THE_NUMBER, "=KENPO_CHECK_LEVEL(\"V57\";95;90.1;2.9;{y})"}}},
    {"is a society with 3.9 times its requirement supported",
     {{THE_NUMBER, "=KENPO_SUPPORT_ELIGIBLE(95;90.1;3.9;{y})"},
      {THE_NUMBER, "=KENPO_CHECK_LEVEL(\"V57\";95;90.1;3.9;{y})"}}},
    {"what is the office subsidy of one insured person, in yen a month",
     {{THE_NUMBER, "=KENPO_PARAM(\"office.general.single\";{y})"},
      {THE_NUMBER, "=KENPO_OFFICE_SUBSIDY(1;0;\"単一\";{y})/12"}}},
    {"is the office subsidy of 10,000 insured persons 11 yen a month",
     {{NO_FINDING, "=KENPO_OFFICE_SUBSIDY(10000;0;\"単一\";{y})-1320000"},
      {NO_FINDING, "=KENPO_CHECK_LEVEL(\"V37\";1320;10000;0;\"単一\";{y};0;0)/3"}}},
    {"how many copies of the summary are handed in",
     {{THE_NUMBER, "=KENPO_COPIES(\"収入支出予算概要表\";{y})"},
      {THE_NUMBER,
       "=KENPO_PARAM(\"copies.summary_original\";{y})+KENPO_PARAM(\"copies.summary_copy\";{y})"},
      {THE_NUMBER, "=KENPO_CHECK_LEVEL(\"V46\";1;2;1;42094;42094;{y})+3"}}},
    {"how many copies of the minutes are handed in",
     {{THE_NUMBER, "=KENPO_COPIES(\"組合会会議録(写)\";{y})"},
      {THE_NUMBER, "=KENPO_PARAM(\"copies.minutes\";{y})"}}},
    {"are copies of the minutes ordered",
     {{IF_PUBLISHED, "=KENPO_PARAM(\"copies.minutes\";{y})"},
      {AT_LEAST_0, "=KENPO_CHECK_LEVEL(\"V47\";2;;;;;;;{y})-3"}}},
    {"how many copies of a report on a plan are handed in",
     {{THE_NUMBER, "=KENPO_COPIES(\"実施状況報告\";{y})"},
      {THE_NUMBER, "=KENPO_PARAM(\"copies.report\";{y})"},
      {THE_NUMBER, "=KENPO_CHECK_LEVEL(\"V47\";1;0;0;1;2;42643;42643;{y})+2"}}},
    {"is one thousand yen ordered where a subsidy has ended",
     {{IF_PUBLISHED, "=KENPO_NOMINAL(\"高齢者医療支援金等負担金助成事業費\";{y})"},
      {IF_PUBLISHED, "=KENPO_NOMINAL(\"被用者保険運営円滑化推進事業費\";{y})"},
      {IF_PUBLISHED, "=KENPO_NOMINAL(\"社会保障・税番号制度システム整備費補助金\";{y})"},
      {AT_LEAST_0, "=KENPO_CHECK_LEVEL(\"V34\";{y};0;0)-3"}}},
    {"does the year have a childcare account",
     {{IF_PUBLISHED, "=KENPO_PARAM(\"kodomo.account\";{y})"},
      {AT_LEAST_0, "=KENPO_CHECK_LEVEL(\"V05\";{y};1;0)-3"},
      {AT_LEAST_0, "=KENPO_CHECK_LEVEL(\"V60\";{y};2.3;2.4;0;0;0;0)-3"},
      {AT_LEAST_0, "=KENPO_CHECK_LEVEL(\"V60\";{y};2.3;2.3;1;0;0;0)-3"}}},
    {"is bed conversion not levied",
     {{IF_PUBLISHED, "=KENPO_PARAM(\"bed.unlevied\";{y})"},
      {AT_LEAST_0, "=KENPO_CHECK_LEVEL(\"V13\";{y};1)-3"}}},
    {"have the levies for retirees ended",
     {{IF_PUBLISHED, "=KENPO_PARAM(\"retiree.ended\";{y})"},
      {AT_LEAST_0, "=KENPO_CHECK_LEVEL(\"V14\";{y};1;0)-2"}}},
    {"has the levy for the old health scheme ended",
     {{IF_PUBLISHED, "=KENPO_PARAM(\"old_health.ended\";{y})"},
      {AT_LEAST_0, "=KENPO_CHECK_LEVEL(\"V14\";{y};0;1)-2"}}},
    {"what is the smallest share of early elderly",
     {{THE_NUMBER, "=KENPO_PARAM(\"early.floor\";{y})"},
      {THE_NUMBER, "=0.15/(KENPO_EARLY_LEVY(1000;0.15;5;1000;{y};1)/1000+1)"}}},
    {"does a third of the levy go by wages",
     {{THE_NUMBER, "=KENPO_PARAM(\"early.wages\";{y})"},
      {THE_NUMBER, "=(KENPO_EARLY_LEVY(1000;0.15;50;1000;{y};4;0.01)-2000)/3000"}}},
    {"what is the limit of the adjustment factor",
     {{THE_NUMBER, "=KENPO_PARAM(\"adj.limit\";{y})"},
      {THE_NUMBER, "=KENPO_ADJ_RATE(200;75;0;0;{y};1)"}}},
    {"are exempted costs deducted in rates",
     {{IF_PUBLISHED, "=KENPO_PARAM(\"rate.deduction\";{y})"},
      {IF_ACCEPTED, "=KENPO_STATUTORY_RATE(100;50;1000;1;{y})"},
      {IF_ACCEPTED, "=KENPO_REAL_RATE(100;80;70;1000;1;{y})"}}},
    {"does the childcare levy count in the reserve",
     {{IF_PUBLISHED, "=KENPO_PARAM(\"reserve.childcare\";{y})"},
      {IF_ACCEPTED, "=KENPO_RESERVE_REQUIRED({1;1;1};{0;0;0};{0;0;0};{y};;;;{0;0;36})"},
      {IF_ACCEPTED, "=KENPO_CHECK_LEVEL(\"V29\";1;1;{1;1;1;1};{0;0;0;0};{0;0;0;0};{0;0;0;0};2;1;"
                    "{y};{0;0;0;36})"}}},
    {"is a second review charged",
     {{IF_ACCEPTED, "=KENPO_REVIEW_FEE(1;1;1;{y};9;9;9;;;1;9)"},
      {IF_ACCEPTED, "=KENPO_REVIEW_FEE(1;1;1;{y};9;9;9;1;9)"}}},
    {"what is the childcare rate",
     {{THE_NUMBER, "=KENPO_PARAM(\"kodomo.rate\";{y})"},
      {THE_NUMBER, "=KENPO_CHILDCARE_LEVY(1000;{y})"}}},
};

/* The formula with the year in the place of each {y}. */
static void with_year(const char *formula, int year, char *text, size_t size) {
    size_t used = 0;
    while (*formula != '\0' && used + 8 < size) {
        if (strncmp(formula, "{y}", 3) != 0) {
            text[used++] = *formula++;
            continue;
        }
        used += (size_t)snprintf(text + used, size - used, "%d", year);
        formula += 3;
    }
    text[used] = '\0';
}

static const char *read_answer(reading how, const shown *got, char *text, size_t size) {
    if (got->status == KP_NOT_PUBLISHED) return how == IF_PUBLISHED ? "no" : "not published";
    if (got->status == KP_INVALID && how == IF_ACCEPTED) return "no";
    if (got->status != KP_OK) return kp_error_of(got->status)->name;
    if (how == IF_PUBLISHED || how == IF_ACCEPTED) return "yes";
    if (how == NO_FINDING) return got->number == 0 ? "yes" : "no";
    if (how == AT_LEAST_0) return got->number >= 0 ? "yes" : "no";
    snprintf(text, size, "%.12g", got->number);
    return text;
}

/* Asks in one year; whether all answers are the same. */
static bool agree(const question *q, int year) {
    char texts[ANSWERS][32], formula[512];
    const char *first = NULL;
    bool same = true;
    for (int i = 0; i < ANSWERS && q->answers[i].formula != NULL; i++) {
        static shown got;
        with_year(q->answers[i].formula, year, formula, sizeof formula);
        if (!formula_evaluate(formula, KP_JAPANESE, &got)) fail_msg("not understood: %s", formula);
        const char *answer = read_answer(q->answers[i].reading, &got, texts[i], sizeof texts[i]);
        if (first == NULL) first = answer;
        if (strcmp(first, answer) == 0) continue;
        print_error("%d: %s? %s says %s, %s says %s\n", year, q->asks, q->answers[0].formula, first,
                    formula, answer);
        same = false;
    }
    return same;
}

static void test_one_answer(void **state) {
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < sizeof QUESTIONS / sizeof QUESTIONS[0]; i++) {
        const question *q = &QUESTIONS[i];
        for (int year = q->from > 0 ? q->from : FIRST; year <= LAST; year++)
            wrong += !agree(q, year);
    }
    assert_int_equal(wrong, 0);
}

/* Without a year a check asks the law of the present, and says so where that depends on the year. */
static void test_without_a_year(void **state) {
    static const struct {
        const char *formula;
        const char *answer;
    } CASES[] = {
        {"=KENPO_CHECK_LEVEL(\"V18\";130)", "0"},
        {"=KENPO_CHECK_LEVEL(\"V18\";130.001)", "3"},
        {"=KENPO_CHECK_LEVEL(\"V25\";1390000)", "0"},
        {"=KENPO_CHECK_LEVEL(\"V25\";1390001)", "2"},
        {"=KENPO_CHECK_LEVEL(\"V56\";95;1000)", "0"},
        {"=KENPO_CHECK_LEVEL(\"V56\";95.1;1000)", "2"},
        {"=KENPO_CHECK_LEVEL(\"V41\";1;2)", "not published"},
        {"=KENPO_CHECK_LEVEL(\"V41\";1;0)", "3"},
        {"=KENPO_CHECK_LEVEL(\"V41\";1;2;;;;2)", "0"},
        {"=KENPO_CHECK_LEVEL(\"V41\";1;3;;;;2)", "3"},
        {"=KENPO_CHECK_LEVEL(\"V49\";7000;7000;10000)", "not published"},
        {"=KENPO_CHECK_LEVEL(\"V49\";7000;7001;10000)", "2"},
        {"=KENPO_CHECK_LEVEL(\"V46\";1;2;1;42094)", "not published"},
        {"=KENPO_LATE_SUPPORT(1000;0.02;1.1)", "22"},
        {"=KENPO_LATE_SUPPORT(1000;0.02;1.11)", "Err:502"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        static shown got;
        char text[32];
        assert_true(formula_evaluate(CASES[i].formula, KP_ENGLISH, &got));
        const char *answer = read_answer(THE_NUMBER, &got, text, sizeof text);
        if (strcmp(answer, CASES[i].answer) != 0)
            fail_msg("%s gives %s, not %s", CASES[i].formula, answer, CASES[i].answer);
    }
}

/* What an explanation says of the year's law: how binding a number is, what was chosen where the
 * source is silent, and that a year without a notification has none. */
static void test_what_is_said_of_a_year(void **state) {
#define RESERVE "=KENPO_RESERVE_REQUIRED({12;12;12};{12;12;12};{0;0;0};"
    static const struct {
        const char *formula;
        const char *says;
    } CASES[] = {
        {"=KENPO_SOURCE(\"grant.threshold\";2024)", "〔公表〕"},
        {"=KENPO_SOURCE(\"fee.general\";2024)", "〔公表値から算出〕"},
        {"=KENPO_SOURCE(\"system.fee\";2026)", "〔提示額〕"},
        {"=KENPO_SOURCE(\"reserve.levy_months\";2028)", "〔法令〕"},
        {"=KENPO_SOURCE(\"reserve.benefit_months\";2028)", "〔当分の間〕"},
        {"=KENPO_SOURCE(\"copies.report\";2020)", "〔通知〕"},
        {"=KENPO_SOURCE(\"guide.fee\";2027)", "〔目安〕"},
        {"=KENPO_SOURCE(\"office.general.single\";2026)", "は収録なしです"},
        {"=KENPO_DEADLINE(\"収入支出予算概要表\";2027)", "通知で確認し"},
        {"=KENPO_DEADLINE(\"収入支出予算概要表\";2027)", "結果: #N/A"},
        {"=KENPO_COPIES(\"組合会会議録(写)\";2027)", "通知で確認し"},
        {"=KENPO_COPIES(\"組合会会議録(写)\";2027)", "結果: #N/A"},
        {RESERVE "2026;;;;{0;0;36})", "令和8年度より前の年度は 0 円として平均します"},
        {RESERVE "2027;;;;{0;36;36};0)", "令和8年度より前の年度を除いて平均します"},
        {RESERVE "2026)", "子ども・子育て支援納付金が入力されていません"},
        {RESERVE "2026;;;;{0;1;36})", "子ども・子育て支援納付金は令和8年度からです"},
        {"=KENPO_REVIEW_FEE(1;1;1;2026;56;34;28)", "区分と単価は支払基金との契約で確認"},
        {"=KENPO_REVIEW_FEE(1;1;1;2026;56;34;28;5)", "引数 9「第3の階層の単価」"},
        {"=KENPO_REVIEW_FEE(1;1;1;2026;56;34;28;;;5)", "引数 11「再審査の単価」"},
        {"=KENPO_REVIEW_FEE(1;1;1;2025;;;;;;5;9)", "引数 10「再審査」"},
        {"=KENPO_REAL_RATE(100;80;70;1000;10;2026)", "平成27年度に限られます"},
    };
#undef RESERVE
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        char text[8192];
        assert_true(formula_explain(CASES[i].formula, KP_JAPANESE, text, sizeof text));
        if (strstr(text, CASES[i].says) == NULL)
            fail_msg("%s does not say %s but:\n%s", CASES[i].formula, CASES[i].says, text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_answer),
        cmocka_unit_test(test_without_a_year),
        cmocka_unit_test(test_what_is_said_of_a_year),
    };
    return cmocka_run_group_tests_name("years", tests, NULL, NULL);
}
