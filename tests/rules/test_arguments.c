/* SPDX-License-Identifier: MPL-2.0
 *
 * test_arguments.c: how arguments are read and refused, and what KENPO_EXPLAIN says then: the
 * argument's name and the reason, in both languages.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "cells.h"
#include "interpret.h"
#include "calc/function.h"

static const cell NUMBERS[] = {{1, KP_CELL_NUMBER}, {2, KP_CELL_NUMBER}};
static const cell_block TWO = {NUMBERS, 2, 1};

static kp_input range(void) {
    return input_range(cells_range(&TWO));
}

/* The explanation of a call holds what is expected, in that language. */
static void expect(const char *name, kp_language language, const kp_input *inputs, size_t count,
                   const char *const *expected) {
    char buffer[4096];
    kp_writer writer = kp_writer_on(buffer, sizeof buffer, language);
    const kp_function *function = kp_function_named(name);
    assert_non_null(function);
    kp_explain(function, inputs, count, &writer);
    for (; *expected != NULL; expected++)
        if (strstr(buffer, *expected) == NULL) fail_msg("no '%s' in:\n%s", *expected, buffer);
}

static void test_number_expected(void **state) {
    (void)state;
    kp_input a_range[] = {range(), input_number(1)};
    kp_input a_text[] = {input_text("12"), input_number(1)};
    kp_input large[] = {input_number(1e300), input_number(1)};
    kp_input negative[] = {input_number(93), input_number(1), input_number(-0.5)};
    const char *const one_cell[] = {"引数 1「一般保険料率」: セル1つを指定してください",
                                    "結果: Err:502", "根拠: 健康保険法 160条15項", NULL};
    const char *const no_text[] = {"Argument 1 (general rate): This is text", "Err:502", NULL};
    const char *const too_large[] = {"引数 1「一般保険料率」: 数値が大きすぎる", "#NUM!", NULL};
    const char *const share[] = {"収納率 = -0.5", "割合は 0 より大きく 1 以下", NULL};
    expect("KENPO_BASIC_RATE", KP_JAPANESE, a_range, 2, one_cell);
    expect("KENPO_BASIC_RATE", KP_ENGLISH, a_text, 2, no_text);
    expect("KENPO_BASIC_RATE", KP_JAPANESE, large, 2, too_large);
    expect("KENPO_PREMIUM", KP_JAPANESE, negative, 3, share);
}

static void test_count_names_the_argument(void **state) {
    (void)state;
    kp_input inputs[] = {input_number(380000), input_number(1.5), input_number(0)};
    const char *const expected[] = {"引数 2「被保険者数」: 入力された値 = 1.5",
                                    "0 以上の整数でなければなりません", "Err:502", NULL};
    expect("KENPO_PAYROLL", KP_JAPANESE, inputs, 3, expected);
}

static void test_year_expected(void **state) {
    (void)state;
    kp_input a_range[] = {range()};
    kp_input wrong[] = {input_text("平成32")};
    kp_input huge[] = {input_number(1e300)};
    const char *const one_cell[] = {"Argument 1 (fiscal year): One cell is needed", "Err:502",
                                    NULL};
    const char *const spelling[] = {"引数 1「年度」: 年度として読めません", "平成は31年度まで",
                                    NULL};
    expect("KENPO_YEAR", KP_ENGLISH, a_range, 1, one_cell);
    expect("KENPO_YEAR", KP_JAPANESE, wrong, 1, spelling);
    expect("KENPO_YEAR", KP_JAPANESE, huge, 1, spelling);
}

static void test_keyword_expected(void **state) {
    (void)state;
    kp_input inputs[] = {input_number(1), input_number(1), input_number(3)};
    kp_input unknown[] = {input_number(1), input_number(1), input_text("\xFF")};
    const char *const expected[] = {"引数 3「方法」: 決められた語を文字列で", "Err:502", NULL};
    const char *const words[] = {"五捨五超入 (half down)", "Err:502", NULL};
    expect("KENPO_ROUND", KP_JAPANESE, inputs, 3, expected);
    expect("KENPO_ROUND", KP_ENGLISH, unknown, 3, words);
}

static void test_too_few_and_too_many(void **state) {
    (void)state;
    kp_input one[] = {input_number(1), input_number(1), input_number(1)};
    const char *const missing[] = {"引数 2「特定保険料率」: 必須の引数がありません", "Err:504",
                                   NULL};
    const char *const surplus[] = {"There are too many arguments.", "Err:504", NULL};
    expect("KENPO_BASIC_RATE", KP_JAPANESE, one, 1, missing);
    expect("KENPO_BASIC_RATE", KP_ENGLISH, one, 3, surplus);
}

static void test_a_range_names_its_cell(void **state) {
    (void)state;
    static const cell mixed[] = {
        {1, KP_CELL_NUMBER}, {0, KP_CELL_BLANK}, {2, KP_CELL_NUMBER}, {0, KP_CELL_TEXT}};
    static const cell large[] = {{1, KP_CELL_NUMBER}, {1e300, KP_CELL_NUMBER}};
    cell_block block = {mixed, 2, 2};
    cell_block row = {large, 1, 2};
    kp_input inputs[] = {range(), input_number(0)};
    inputs[0].range = cells_range(&block);
    const char *const where[] = {"範囲の2行2列目のセル: 文字列が入っています", "Err:502", NULL};
    const char *const too_large[] = {"Row 1, column 2 of the range: the number is too large",
                                     "#NUM!", NULL};
    expect("KENPO_LEVY_TOTAL", KP_JAPANESE, inputs, 2, where);
    inputs[0].range = cells_range(&row);
    expect("KENPO_LEVY_TOTAL", KP_ENGLISH, inputs, 2, too_large);
}

static void test_shapes_of_ranges(void **state) {
    (void)state;
    static const cell four[] = {
        {1, KP_CELL_NUMBER}, {2, KP_CELL_NUMBER}, {3, KP_CELL_NUMBER}, {4, KP_CELL_NUMBER}};
    cell_block wide = {four, 1, 4};
    cell_block high = {four, 4, 1};
    cell_block empty = {four, 3, 0};
    kp_input inputs[] = {range(), range()};
    inputs[0].range = cells_range(&wide);
    inputs[1].range = cells_range(&high);
    const char *const shape[] = {"同じ大きさでなければなりません", "Err:502", NULL};
    expect("KENPO_CHECKUP_SUBSIDY", KP_JAPANESE, inputs, 2, shape);
    cell_block narrow = {four, 1, 2};
    inputs[1].range = cells_range(&narrow);
    expect("KENPO_CHECKUP_SUBSIDY", KP_JAPANESE, inputs, 2, shape);
    inputs[0].range = cells_range(&empty);
    inputs[1] = input_number(0);
    const char *const nothing[] = {"Result: 0\n", NULL};
    expect("KENPO_LEVY_TOTAL", KP_ENGLISH, inputs, 2, nothing);
}

static void test_names_of_functions(void **state) {
    (void)state;
    const kp_function *function = kp_function_named("KENPO_GRANT");
    assert_ptr_equal(kp_function_named("kenpo_grant"), function);
    assert_ptr_equal(kp_function_named("Grant"), function);
    assert_null(kp_function_named("GRANTS"));
    assert_null(kp_function_named("GRAN"));
    assert_null(kp_function_named("grant~"));
    assert_null(kp_function_named("~"));
    assert_null(kp_function_named(""));
}

static void test_explain_as_a_function(void **state) {
    (void)state;
    char buffer[2048];
    kp_writer told = kp_writer_on(buffer, sizeof buffer, KP_ENGLISH);
    const kp_function *explain = kp_function_named("EXPLAIN");
    kp_input inputs[] = {input_text("BASIC_RATE"), input_number(93.7), input_number(36.5)};
    assert_int_equal(kp_call_function(explain, inputs, 3, NULL, NULL, &told), KP_OK);
    assert_string_equal(buffer,
                        "KENPO_BASIC_RATE  Basic premium rate in ‰: the general rate less the "
                        "specific rate.\n"
                        "1. General rate = 93.7 ‰\n"
                        "2. Specific rate = 36.5 ‰\n"
                        "3. Basic rate = general − specific = 57.2 ‰\n"
                        "Result: 57.2 ‰\n"
                        "Source: Health Insurance Act (健康保険法) 160条15項");
    told = kp_writer_on(buffer, sizeof buffer, KP_ENGLISH);
    assert_int_equal(kp_call_function(explain, inputs, 1, NULL, NULL, &told), KP_OK);
    assert_non_null(strstr(buffer, "Argument 1 (general rate): This argument is required."));
    inputs[0] = input_text("explain");
    assert_int_equal(kp_call_function(explain, inputs, 1, NULL, NULL, &told), KP_INVALID);
    inputs[0] = input_none();
    assert_int_equal(kp_call_function(explain, inputs, 0, NULL, NULL, &told), KP_MISSING);
}

static size_t times(const char *text, const char *piece) {
    size_t count = 0;
    while ((text = strstr(text, piece)) != NULL) {
        count++;
        text += strlen(piece);
    }
    return count;
}

/* What was put in is shown as an officer reads it, and the source once. */
static void test_explanations_show_what_was_put_in(void **state) {
    (void)state;
    static const struct {
        const char *formula, *shows;
    } EXPECTED[] = {
        {"=KENPO_RESERVE_REQUIRED({1300000;1350000;1400000};{0;0;0};{0;0;0};2015)",
         "保険給付費 = 4,050,000 (範囲の合計): 1,300,000; 1,350,000; 1,400,000\n"},
        {"=KENPO_RESERVE_REQUIRED({1;2;3};{0;0;0};{0;0;0};2015)", "年度 = 平成27年度(2015 年度)\n"},
        {"=KENPO_RESERVE_RATIO(249999;250000)", "結果: 0.999996 (1 = 100 %) = 99.9996 %\n"},
        {"=KENPO_RESERVE_RATIO(2999999999;3000000000)", " = 99.9999… %\n"},
        {"=KENPO_RESERVE_RATIO(249999;250000)", "準備金残高 = 249,999\n"},
        {"=KENPO_PAYROLL(380000;5000;1100000)", "被保険者数 = 5,000 人\n"},
        {"=KENPO_PAYROLL(380000;5000;1100000)", "月数 = 12 か月\n"},
        {"=KENPO_PLAN_REQUIRED(1;0;1960;0;0;0;2015)", "当初予算で不足 = はい\n"},
        {"=KENPO_PLAN_REQUIRED(1;0;1960;0;0;0;2015)", "既策定 = いいえ\n"},
        {"=KENPO_ROUND(1234;100;\"四捨五入\")", "方法 = 四捨五入\n"},
        {"=KENPO_GRANT({7500000;4000000};2024)", "令和6年度 健康保険組合連合会"},
        {"=KENPO_GRANT({7500000};2030;1000000;0.7;1)", "利用者が入力した値\n"},
        {"=KENPO_NOMINAL(\"還付金\";2015)", "目の名称 = 還付金\n"},
        {"=KENPO_CHECK(\"V03\";1;1)", "収入合計 = 1\n"},
        {"=KENPO_CHECK(\"V03\";1;2)", "収入合計 = 1\n"},
    };
    for (size_t i = 0; i < sizeof EXPECTED / sizeof EXPECTED[0]; i++) {
        char text[4096];
        assert_true(formula_explain(EXPECTED[i].formula, KP_JAPANESE, text, sizeof text));
        if (strstr(text, EXPECTED[i].shows) == NULL)
            fail_msg("no '%s' in:\n%s", EXPECTED[i].shows, text);
        assert_int_equal(times(text, "根拠: "), 1);
    }
}

/* Every row of the table says what a user needs, and its arguments are in order. */
static void test_every_row_is_whole(void **state) {
    (void)state;
    for (size_t i = 0; i < KP_FUNCTION_COUNT; i++) {
        const kp_function *f = &KP_FUNCTIONS[i];
        assert_true(strncmp(f->name, "KENPO_", 6) == 0 && *f->method != '\0');
        assert_true(*f->summary.ja != '\0' && *f->summary.en != '\0' &&
                    kp_unit_words(f->unit).ja != NULL);
        assert_true(f->example[0] == '=');
        bool optional = false;
        for (size_t k = 0; k < kp_argument_count(f); k++) {
            const kp_argument *a = &f->arguments[k];
            assert_true(*a->name.ja != '\0' && *a->name.en != '\0');
            for (int language = KP_JAPANESE; language <= KP_ENGLISH; language++) {
                char hint[512];
                kp_writer writer = kp_writer_on(hint, sizeof hint, (kp_language)language);
                kp_write_hint(a, &writer);
                assert_true(*hint != '\0');
            }
            if (optional && !(a->need == KP_OPTIONAL))
                fail_msg("%s: %s follows an optional one", f->name, a->id);
            optional = (a->need == KP_OPTIONAL);
        }
        for (size_t k = 0; k < i; k++)
            assert_true(strcmp(f->name, KP_FUNCTIONS[k].name) != 0 &&
                        strcmp(f->method, KP_FUNCTIONS[k].method) != 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_number_expected),
        cmocka_unit_test(test_count_names_the_argument),
        cmocka_unit_test(test_year_expected),
        cmocka_unit_test(test_keyword_expected),
        cmocka_unit_test(test_too_few_and_too_many),
        cmocka_unit_test(test_a_range_names_its_cell),
        cmocka_unit_test(test_shapes_of_ranges),
        cmocka_unit_test(test_names_of_functions),
        cmocka_unit_test(test_explain_as_a_function),
        cmocka_unit_test(test_explanations_show_what_was_put_in),
        cmocka_unit_test(test_every_row_is_whole),
    };
    return cmocka_run_group_tests_name("arguments", tests, NULL, NULL);
}
