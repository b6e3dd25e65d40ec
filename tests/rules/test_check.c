/* SPDX-License-Identifier: MPL-2.0
 *
 * test_check.c: how checks are found, how their values are read, what is refused and why, and how a
 * finding is worded. What each check decides is test_checks.c's business.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "cells.h"
#include "kenpo/check.h"
#include "kenpo/parameter.h"

static char buffer[4096];
static char explanation[4096];

static kp_cell read_kind(const void *cells, size_t row, size_t column, double *value) {
    (void)row;
    (void)column;
    *value = 1e300;
    return *(const kp_cell *)cells;
}

/* A range whose cells all are text, blank, or a number far too large. */
static kp_input range(const kp_cell *kind, size_t rows) {
    kp_range cells = {kind, read_kind, rows, 1};
    return input_range(cells);
}

static const kp_check *named(const char *code) {
    kp_run run = kp_run_begin(NULL);
    const kp_check *check = kp_check_named(&run, code);
    assert_non_null(check);
    return check;
}

/* Runs a check; its severity goes through `severity` where the outcome is KP_OK. */
static kp_status check_run(const kp_check *check, const kp_input *inputs, size_t count,
                           kp_trace *trace, kp_writer *message, kp_severity *severity) {
    kp_run run = kp_run_begin(trace);
    kp_severity found = kp_check_run(&run, check, inputs, count, message);
    if (run.status == KP_OK) *severity = found;
    return run.status;
}

/* Runs a check in Japanese; the message is left in `buffer`, the explanation in `explanation`. */
static kp_status run(const char *code, const kp_input *inputs, size_t count, int *level) {
    kp_writer message = kp_writer_on(buffer, sizeof buffer, KP_JAPANESE);
    kp_trace trace = {kp_writer_on(explanation, sizeof explanation, KP_JAPANESE), 0};
    kp_severity severity = KP_PASS;
    kp_severity silent = KP_PASS;
    kp_status status = check_run(named(code), inputs, count, &trace, &message, &severity);
    assert_int_equal(check_run(named(code), inputs, count, NULL, NULL, &silent), status);
    assert_int_equal(severity, silent);
    *level = (int)severity;
    return status;
}

static void refused(const char *code, const kp_input *inputs, size_t count, kp_status status,
                    const char *reason) {
    int level;
    assert_int_equal(run(code, inputs, count, &level), status);
    if (strstr(explanation, reason) == NULL)
        fail_msg("%s: no \"%s\" in: %s", code, reason, explanation);
    assert_string_equal(buffer, "");
}

static void test_codes(void **state) {
    (void)state;
    assert_int_equal(kp_check_count(), 98);
    for (size_t i = 0; i < 65; i++) {
        char code[] = {'V', (char)('0' + (i + 1) / 10), (char)('0' + (i + 1) % 10), '\0'};
        assert_string_equal(kp_check_at(i)->code, code);
        assert_ptr_equal(named(code), kp_check_at(i));
    }
    assert_ptr_equal(named("v26"), named("V26"));
}

static void test_unknown_codes(void **state) {
    (void)state;
    static const char *const WRONG[] = {"",     "V",   "V0", "V00",  "V99", "V3",
                                        "V003", "W03", "03", "V03 ", "\xFF"};
    for (size_t i = 0; i < sizeof WRONG / sizeof WRONG[0]; i++) {
        kp_trace trace = {kp_writer_on(explanation, sizeof explanation, KP_ENGLISH), 0};
        kp_run run = kp_run_begin(&trace);
        assert_null(kp_check_named(&run, WRONG[i]));
        assert_int_equal(run.status, KP_INVALID);
        assert_non_null(strstr(explanation, "\"V01\" to \"V98\""));
    }
}

/* What stands in the brackets at `at`, {A} an argument, {x} a number that was computed, each in
 * percent too, {n} a name, {t} a year, or else a parameter that holds until it is amended. */
static bool is_placeholder(const char *at, size_t arguments) {
    char id[64] = "";
    kp_run run = kp_run_begin(NULL);
    size_t length = strcspn(at + 1, "}");
    bool percent = at[length] == '%';
    if (length - percent == 1)
        return (at[1] >= 'A' && at[1] < (char)('A' + arguments)) ||
               strchr("xyzwvdnt", at[1]) != NULL;
    if (length < sizeof id) memcpy(id, at + 1, length - percent);
    return kp_parameter_row(kp_parameter_named(&run, id), KP_NO_YEAR) != NULL;
}

static void assert_placeholders(kp_text words, size_t arguments) {
    for (int language = KP_JAPANESE; language <= KP_ENGLISH; language++) {
        const char *at = kp_wording(words, (kp_language)language);
        assert_true(strlen(at) > 0);
        for (; (at = strchr(at, '{')) != NULL; at++)
            assert_true(is_placeholder(at, arguments));
    }
}

/* The words of every row are there in both languages, and messages name only what exists. */
static void test_rows_are_whole(void **state) {
    (void)state;
    for (size_t i = 0; i < kp_check_count(); i++) {
        const kp_check *check = kp_check_at(i);
        size_t arguments = 0;
        while (arguments < KP_CHECK_ARGUMENTS && check->arguments[arguments].kind != KP_NO_ARGUMENT)
            arguments++;
        assert_true(arguments > 0);
        assert_in_range(check->severity, KP_INFO, KP_ERROR);
        assert_placeholders(check->compares, 0);
        assert_non_null(check->citation.place);
        for (size_t k = 0; k < arguments; k++) {
            assert_true(strlen(check->arguments[k].name.ja) > 0);
            assert_true(strlen(check->arguments[k].name.en) > 0);
            bool names = check->arguments[k].kind == KP_NAMES;
            bool again = k + 1 < arguments && check->arguments[k + 1].need != KP_REPEATED;
            if (check->arguments[k].need == KP_REPEATED && again) /* names alone may come behind */
                assert_int_equal(check->arguments[k + 1].kind, KP_NAMES);
            if (names) assert_true(k > 0);
        }
        assert_true(check->relief <= arguments);
        assert_non_null(check->conditions[0].test);
        for (size_t k = 0; k < KP_CHECK_CONDITIONS && check->conditions[k].test != NULL; k++) {
            const kp_condition *condition = &check->conditions[k];
            assert_in_range(condition->operands[0], 1, arguments);
            assert_true(condition->when.argument <= arguments);
            assert_placeholders(condition->message, arguments);
        }
    }
}

static void test_wrong_counts(void **state) {
    (void)state;
    kp_input one[] = {input_number(1)};
    kp_input three[] = {input_number(1), input_number(1), input_number(1)};
    refused("V03", one, 1, KP_MISSING, "点検の値 2「支出合計」: 必須の値がありません。");
    refused("V03", NULL, 0, KP_MISSING, "点検の値 1「収入合計」");
    refused("V03", three, 3, KP_MISSING, "値が多すぎます。");
    refused("V03", three, 3, KP_MISSING, "V03 の引数: 収入合計(金額); 支出合計(金額)\n");
}

static int64_t place_of(const char *code, const kp_input *inputs, size_t count) {
    kp_run run = kp_run_begin(NULL);
    kp_num place = kp_check_place(&run, named(code), inputs, count);
    assert_int_equal(run.status, KP_OK);
    assert_true(kp_is_whole(place));
    return (int64_t)place.numerator;
}

static void unfilled(const char *code, const kp_input *inputs, size_t count, const char *text,
                     int64_t place) {
    int level;
    assert_int_equal(run(code, inputs, count, &level), KP_OK);
    assert_int_equal(level, KP_UNFILLED);
    assert_string_equal(buffer, text);
    assert_int_equal(place_of(code, inputs, count), place);
}

static void test_left_out(void **state) {
    (void)state;
    int level;
    kp_input void_required[] = {input_number(1), input_none()};
    kp_input blank_required[] = {input_number(1), input_text("")};
    kp_input optional[] = {input_number(1), input_number(2), input_none()};
    kp_input blank_optional[] = {input_number(1), input_number(2), input_text("")};
    kp_input dash_required[] = {input_number(1), input_text("―")};
    kp_input dash_optional[] = {input_number(1),     input_number(2), input_number(1),
                                input_number(42095), input_text("―"), input_number(2015)};
    kp_input blank_ranges[] = {input_text(""), input_text("―")};
    kp_input repeated[] = {input_number(3), input_number(1), input_text(""), input_number(2)};
    unfilled("V03", void_required, 2, "未入力: 「支出合計」がありません。", 2001);
    unfilled("V03", blank_required, 2, "未入力: 「支出合計」がありません。", 2001);
    assert_int_equal(run("V26", optional, 3, &level), KP_OK);
    assert_int_equal(level, KP_ERROR);
    assert_int_equal(run("V26", blank_optional, 3, &level), KP_OK);
    assert_int_equal(level, KP_ERROR);
    unfilled("V03", dash_required, 2, "未入力: 「支出合計」がありません。", 2001);
    unfilled("V09", blank_ranges, 2, "未入力: 「支出計上額」がありません。", 1001);
    assert_int_equal(run("V46", dash_optional, 6, &level), KP_OK);
    assert_int_equal(level, KP_PASS);
    assert_int_equal(run("V01", repeated, 4, &level), KP_OK);
    assert_int_equal(level, KP_PASS);
}

static void test_too_many(void **state) {
    (void)state;
    int level;
    kp_input many[KP_CHECK_INPUTS + 1];
    for (size_t i = 0; i <= KP_CHECK_INPUTS; i++)
        many[i] = input_number(i == 0 ? KP_CHECK_INPUTS - 1 : 1);
    assert_int_equal(run("V01", many, KP_CHECK_INPUTS, &level), KP_OK);
    assert_int_equal(level, KP_PASS);
    refused("V01", many, KP_CHECK_INPUTS + 1, KP_MISSING, "値が多すぎます。");
}

static void test_wrong_kinds(void **state) {
    (void)state;
    static const kp_cell BLANK = KP_CELL_BLANK;
    kp_input amount[] = {input_text("百"), input_number(1)};
    kp_input block[] = {range(&BLANK, 2), input_number(1)};
    kp_input huge[] = {input_number(1e300), input_number(1)};
    kp_input infinite[] = {input_number((double)INFINITY), input_number(1)};
    kp_input year[] = {input_text("平成99"), input_number(0)};
    kp_input year_number[] = {input_number(27), input_number(0)};
    kp_input year_huge[] = {input_number(1e300), input_number(0)};
    kp_input flag[] = {input_number(1), input_number(1), input_number(2)};
    kp_input flag_word[] = {input_number(1), input_number(1), input_text("多分")};
    kp_input count[] = {input_number(0.5), input_number(1), input_number(1)};
    kp_input negative[] = {input_number(-1), input_number(1), input_number(1)};
    kp_input date[] = {input_text("2015/3/31"), input_number(1)};
    kp_input early[] = {input_number(-1), input_number(1)};
    kp_input word[] = {input_number(0), input_number(1), input_number(1)};
    kp_input text_range[] = {input_number(1), input_text("x")};
    refused("V03", amount, 2, KP_INVALID, "数値を入力してください。");
    refused("V03", block, 2, KP_INVALID, "範囲は使えません。");
    refused("V03", huge, 2, KP_OVERFLOW, "大きすぎるか小さすぎる");
    refused("V03", infinite, 2, KP_OVERFLOW, "大きすぎるか小さすぎる");
    refused("V13", year, 2, KP_INVALID, "年度を 2025、令和7、R7");
    refused("V13", year_number, 2, KP_INVALID, "年度を 2025、令和7、R7");
    refused("V13", year_huge, 2, KP_INVALID, "年度を 2025、令和7、R7");
    refused("V26", flag, 3, KP_INVALID, "1(はい)か 0(いいえ)");
    refused("V26", flag_word, 3, KP_INVALID, "1(はい)か 0(いいえ)");
    refused("V64", count, 3, KP_INVALID, "0 以上の整数");
    refused("V64", negative, 3, KP_INVALID, "0 以上の整数");
    refused("V44", date, 2, KP_INVALID, "文字列の日付は使えません");
    refused("V44", early, 2, KP_INVALID, "日付を入力");
    refused("V36", word, 3, KP_INVALID, "文字列で入力してください。");
    refused("V01", text_range, 2, KP_INVALID, "数値を入力してください。");
}

/* A range with text or a number beyond exact arithmetic is refused by every check that takes one.
 */
static void test_bad_ranges(void **state) {
    (void)state;
    static const kp_cell BAD[] = {KP_CELL_TEXT, KP_CELL_NUMBER};
    for (size_t i = 0; i < kp_check_count(); i++) {
        const kp_check *check = kp_check_at(i);
        for (size_t k = 0; k < KP_CHECK_ARGUMENTS; k++) {
            if (check->arguments[k].kind != KP_RANGE) continue;
            for (size_t which = 0; which < 2; which++) {
                static const kp_cell BLANK = KP_CELL_BLANK;
                kp_input inputs[KP_CHECK_ARGUMENTS];
                size_t count = 0;
                for (; count < KP_CHECK_ARGUMENTS && check->arguments[count].kind; count++) {
                    kp_kind kind = check->arguments[count].kind;
                    inputs[count] = kind == KP_RANGE   ? range(&BLANK, 4)
                                    : kind == KP_NAMES ? input_text("目")
                                    : kind == KP_YEAR  ? input_number(2015)
                                                       : input_number(0);
                }
                inputs[k] = range(&BAD[which], 4);
                kp_severity severity;
                kp_status status = check_run(check, inputs, count, NULL, NULL, &severity);
                if (status != KP_INVALID && status != KP_OVERFLOW)
                    fail_msg("%s, argument %d: status %d", check->code, (int)k + 1, (int)status);
            }
        }
    }
}

/* Numbers near the end of exact arithmetic give a status or a decision, never a wrap. */
static void test_large_numbers(void **state) {
    (void)state;
    static const double LARGE[] = {1.7e38, -1.7e38, 1e-20, 9e37};
    for (size_t i = 0; i < kp_check_count(); i++)
        for (size_t k = 0; k < sizeof LARGE / sizeof LARGE[0]; k++) {
            const kp_check *check = kp_check_at(i);
            kp_input inputs[KP_CHECK_ARGUMENTS];
            size_t count = 0;
            for (; count < KP_CHECK_ARGUMENTS && check->arguments[count].kind; count++) {
                kp_kind kind = check->arguments[count].kind;
                inputs[count] = input_number(kind == KP_YEAR     ? 2024
                                             : kind == KP_ANSWER ? 0
                                                                 : LARGE[(k + count) % 4]);
                if (kind == KP_KEYWORD || kind == KP_NAMES) inputs[count] = input_text("総合");
            }
            kp_severity severity = KP_PASS;
            kp_writer message = kp_writer_on(buffer, sizeof buffer, KP_JAPANESE);
            kp_status status = check_run(check, inputs, count, NULL, &message, &severity);
            assert_in_range(status, KP_OK, KP_MISSING);
        }
}

static void test_flags(void **state) {
    (void)state;
    static const char *const YES[] = {"有", "あり", "○", "済", "はい", "yes"};
    static const char *const NO[] = {"無", "なし", "×", "未", "いいえ", "no", "-"};
    int level;
    for (size_t i = 0; i < sizeof YES / sizeof YES[0]; i++) {
        kp_input inputs[] = {input_number(1), input_number(2), input_text(YES[i])};
        assert_int_equal(run("V26", inputs, 3, &level), KP_OK);
        assert_int_equal(level, KP_WARNING);
    }
    for (size_t i = 0; i < sizeof NO / sizeof NO[0]; i++) {
        kp_input inputs[] = {input_number(1), input_number(2), input_text(NO[i])};
        assert_int_equal(run("V26", inputs, 3, &level), KP_OK);
        assert_int_equal(level, KP_ERROR);
    }
}

/* Several conditions of one check are all said, and the gravest decides. */
static void test_all_findings_are_said(void **state) {
    (void)state;
    int level;
    kp_input rates[] = {input_number(50), input_number(46), input_number(95)};
    assert_int_equal(run("V19", rates, 3, &level), KP_OK);
    assert_int_equal(level, KP_ERROR);
    rates[0] = input_number(45);
    rates[1] = input_number(51);
    assert_int_equal(run("V19", rates, 3, &level), KP_OK);
    assert_non_null(strstr(buffer, "の和 96 ‰ が料率 95 ‰ と一致しません(差 1 ‰)。"));
    assert_non_null(strstr(buffer, "2分の1(47.5 ‰)を 3.5 ‰ 超えています。"));
    kp_input fund[] = {input_number(-1), input_number(2000), input_number(0.05)};
    assert_int_equal(run("V33", fund, 3, &level), KP_OK);
    assert_int_equal(level, KP_ERROR);
}

static void test_message(void **state) {
    (void)state;
    int level;
    kp_input inputs[] = {input_number(249999), input_number(250000), input_number(1)};
    assert_int_equal(run("V26", inputs, 3, &level), KP_OK);
    assert_string_equal(
        buffer,
        "注意: 本年度末準備金 249,999 は所要額 250,000 に対し 1 不足し、保有率は 99.9996 % で "
        "100 % に達していません。根拠: 「健康保険組合の平成27年度予算の編成について」"
        "(平成27年1月16日 保保発0116第3号) 第1の3・第4の1");
    assert_string_equal(explanation, "1. 準備金残高 = 249,999\n2. 所要額 = 250,000\n"
                                     "3. 積立計画を添付 = はい\n");
}

/* What was given is told as an officer writes it; the number of a date is not. */
static void test_values_in_explanation(void **state) {
    (void)state;
    int level;
    static const kp_cell TEXT = KP_CELL_TEXT;
    kp_input office[] = {input_number(736),  input_number(5000), input_number(3200),
                         input_text("単一"), input_number(2015), input_number(0),
                         input_number(0)};
    kp_input premium[] = {input_number(1), input_number(2), input_number(93.7), input_number(0.98)};
    kp_input papers[] = {input_number(1), input_number(2), input_text("×"), input_number(42094)};
    kp_input words[] = {input_number(1), range(&TEXT, 1)};
    run("V37", office, 7, &level);
    assert_non_null(strstr(explanation, "4. 組合区分 = 単一\n5. 年度 = 平成27年度\n"));
    run("V21", premium, 4, &level);
    assert_non_null(strstr(explanation, "3. 一般保険料率 = 93.7 ‰\n4. 収納率 = 98 %\n"));
    run("V46", papers, 4, &level);
    assert_ptr_equal(strstr(explanation, "1. 正本の部数 = 1\n2. 副本の部数 = 2\n"
                                         "3. 右上に正本・副本の表記 = いいえ\n「"),
                     explanation);
    assert_null(strstr(explanation, "42,094"));
    refused("V01", words, 2, KP_INVALID,
            "1. 収入合計 = 1\n点検の値 2「収入の款」: 範囲の1行1列目のセル: 文字列");
}

static void test_years_in_messages(void **state) {
    (void)state;
    int level;
    kp_input inputs[] = {input_text("平成27年度"), input_number(5)};
    kp_writer english = kp_writer_on(buffer, sizeof buffer, KP_ENGLISH);
    kp_severity severity;
    assert_int_equal(check_run(named("V13"), inputs, 2, NULL, &english, &severity), KP_OK);
    assert_ptr_equal(strstr(buffer, "Error: FY2015: "), buffer);
    assert_int_equal(run("V13", inputs, 2, &level), KP_OK);
    assert_ptr_equal(strstr(buffer, "エラー: 平成27年度は"), buffer);
}

/* Each condition by itself refuses a bad range, also where one before it would have. */
static void test_conditions_alone(void **state) {
    (void)state;
    static const kp_cell BLANK = KP_CELL_BLANK;
    static const kp_cell TEXT = KP_CELL_TEXT;
    for (size_t i = 0; i < kp_check_count(); i++)
        for (size_t k = 0; k < KP_CHECK_CONDITIONS; k++)
            for (size_t bad = 0; bad < KP_CHECK_OPERANDS; bad++) {
                const kp_check *check = kp_check_at(i);
                const kp_condition *condition = &check->conditions[k];
                if (condition->test == NULL || condition->operands[bad] == 0) continue;
                if (check->arguments[condition->operands[bad] - 1].kind != KP_RANGE) continue;
                kp_value values[KP_CHECK_OPERANDS];
                kp_operands operands = {{NULL}, 1};
                for (size_t o = 0; o < KP_CHECK_OPERANDS && condition->operands[o] != 0; o++) {
                    kp_input cells = range(o == bad ? &TEXT : &BLANK, 4);
                    kp_leave_out(&check->arguments[condition->operands[o] - 1], &values[o]);
                    values[o].range = cells.range;
                    values[o].given = true;
                    operands.of[o] = &values[o];
                }
                kp_run run = kp_run_begin(NULL);
                kp_finding finding = {&run, false};
                condition->test(&operands, &finding);
                if (run.status != KP_INVALID)
                    fail_msg("%s, condition %d: %d", check->code, (int)k + 1, (int)run.status);
            }
}

/* The second condition of V20 does not decide where the sums cannot be told. */
static void test_rates_beyond_exactness(void **state) {
    (void)state;
    kp_argument rate = {{"率", "rate"}, KP_SIGNED, KP_REQUIRED, KP_PERMILLE};
    kp_value value;
    kp_leave_out(&rate, &value);
    value.given = true;
    value.number = kp_num_from_double(1.7e38);
    kp_operands operands = {{&value, &value, &value, &value}, 1};
    kp_run run = kp_run_begin(NULL);
    kp_finding finding = {&run, false};
    named("V20")->conditions[1].test(&operands, &finding);
    assert_int_equal(run.status, KP_OVERFLOW);
}

static void never(const kp_operands *operands, kp_finding *finding) {
    finding->x = operands->of[0]->number;
    finding->difference = kp_int(7);
    finding->holds = false;
}

/* A row as large as a row can be: ten operands, eight conditions, a flag that was left out, a long
 * message, a name that no number has. */
static void test_largest_row(void **state) {
    (void)state;
    static char message[600];
    memset(message, 'a', sizeof message - 1);
    memcpy(message + sizeof message - 8, "{1}{x%}", 7);
    const kp_condition condition = {never,
                                    {1, 2, 3, 4, 5, 6, 7, 8, 9, KP_CHECK_ARGUMENTS},
                                    {message, message},
                                    {0, 0, 0},
                                    KP_PASS};
    const kp_argument number_argument = {{"数", "number"}, KP_SIGNED, KP_REQUIRED};
    const kp_argument flag_argument = {{"旗", "flag"}, KP_ANSWER, KP_OPTIONAL};
    kp_check check = {"V99", KP_INFO, {"", ""}, {KP_NO_SOURCE, ""}, {{{NULL, NULL}}}, {{NULL}}, 0};
    kp_input inputs[KP_CHECK_ARGUMENTS];
    for (size_t i = 0; i < KP_CHECK_ARGUMENTS; i++) {
        check.arguments[i] = i == KP_CHECK_ARGUMENTS - 1 ? flag_argument : number_argument;
        inputs[i] = input_number(0.5);
    }
    for (size_t i = 0; i < KP_CHECK_CONDITIONS; i++)
        check.conditions[i] = condition;
    kp_writer text = kp_writer_on(buffer, sizeof buffer, KP_ENGLISH);
    kp_severity severity;
    assert_int_equal(check_run(&check, inputs, KP_CHECK_ARGUMENTS - 1, NULL, &text, &severity),
                     KP_OK);
    assert_int_equal(severity, KP_INFO);
    assert_non_null(strstr(buffer, "aaa750 % aaa"));
    assert_non_null(strstr(buffer, "…Source: Kenpo Calc"));
}

/* A message that does not fit is cut at a character and marked, as every text of the product. */
static void test_small_buffer(void **state) {
    (void)state;
    char small[32];
    kp_input inputs[] = {input_number(1), input_number(2)};
    kp_writer message = kp_writer_on(small, sizeof small, KP_JAPANESE);
    kp_severity severity;
    assert_int_equal(check_run(named("V03"), inputs, 2, NULL, &message, &severity), KP_OK);
    assert_true(strlen(small) < sizeof small);
    assert_non_null(strstr(small, "…"));
}

static void described(const char *code, const char *item, kp_language language, const char *text) {
    kp_writer writer = kp_writer_on(buffer, sizeof buffer, language);
    kp_run run = kp_run_begin(NULL);
    kp_check_describe(&run, named(code), item, &writer);
    assert_int_equal(run.status, KP_OK);
    assert_string_equal(buffer, text);
}

static void test_description(void **state) {
    (void)state;
    described("V03", "重要度", KP_JAPANESE, "エラー");
    described("V03", "区分", KP_JAPANESE, "エラー");
    described("V20", "severity", KP_ENGLISH, "Info");
    described("V30", "区分", KP_ENGLISH, "Warning");
    described("V03", "比較", KP_JAPANESE, "収入合計 = 支出合計(一般勘定)");
    described("V03", "comparison", KP_ENGLISH,
              "Total revenue = total expenditure, general account");
    described("V03", "根拠", KP_JAPANESE, "健康保険法施行令 16条(収入支出予算)");
    described("V18", "source", KP_ENGLISH, "Health Insurance Act (健康保険法) 160条13項");
    described("V26", "根拠略称", KP_JAPANESE, "通知 第1の3・第4の1");
    described("V26", "short source", KP_ENGLISH, "Notification 第1の3・第4の1");
    described("V18", "根拠略称", KP_JAPANESE, "健康保険法 160条13項");
    described("V26", "引数", KP_JAPANESE,
              "準備金残高(金額); 所要額(金額); [積立計画を添付(1 か 0、有・無、○・×)]");
    described("V01", "arguments", KP_ENGLISH, "total revenue (amount); revenue titles (range) …");
    kp_trace trace = {kp_writer_on(explanation, sizeof explanation, KP_JAPANESE), 0};
    kp_writer writer = kp_writer_on(buffer, sizeof buffer, KP_JAPANESE);
    kp_run run = kp_run_begin(&trace);
    kp_check_describe(&run, named("V03"), "金額", &writer);
    assert_int_equal(run.status, KP_INVALID);
    assert_non_null(strstr(explanation, "\"重要度\"、\"比較\"、\"根拠\"、\"引数\""));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_codes),
        cmocka_unit_test(test_unknown_codes),
        cmocka_unit_test(test_rows_are_whole),
        cmocka_unit_test(test_wrong_counts),
        cmocka_unit_test(test_left_out),
        cmocka_unit_test(test_too_many),
        cmocka_unit_test(test_wrong_kinds),
        cmocka_unit_test(test_bad_ranges),
        cmocka_unit_test(test_large_numbers),
        cmocka_unit_test(test_flags),
        cmocka_unit_test(test_all_findings_are_said),
        cmocka_unit_test(test_message),
        cmocka_unit_test(test_values_in_explanation),
        cmocka_unit_test(test_years_in_messages),
        cmocka_unit_test(test_conditions_alone),
        cmocka_unit_test(test_rates_beyond_exactness),
        cmocka_unit_test(test_largest_row),
        cmocka_unit_test(test_small_buffer),
        cmocka_unit_test(test_description),
    };
    return cmocka_run_group_tests_name("check", tests, NULL, NULL);
}
