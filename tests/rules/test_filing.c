/* SPDX-License-Identifier: MPL-2.0
 *
 * test_filing.c: deadlines, copies and nominal items of the notification for FY2015, the days of
 * the calendar, and names as officers type them.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "calc/function.h"
#include "kenpo/filing.h"
#include "kenpo/nominal.h"
#include "kenpo/text.h"

enum { NEVER = 0 };

/* A document, a year, its deadline as 20150331 (NEVER: no source gives one), its copies. */
typedef struct filing {
    const char *document;
    int year;
    int deadline;
    int copies;
} filing;

static const filing FILINGS[] = {
    {"予算届出書", 2015, 20150331, NEVER},
    {"予算届出書", 2026, 20260331, NEVER},
    {"予算届出書", 1927, 19270331, NEVER},
    {"予算届出書", 2099, 20990331, NEVER},
    {"予算書", 2015, 20150331, NEVER},
    {"収入支出予算概要表", 2015, 20150331, 3},
    {"収入支出予算概要表(その1)", 2015, 20150331, 3},
    {"収入支出予算概要表（その１）", 2015, 20150331, 3},
    {"概要表", 2015, 20150331, 3},
    {"概要表", 2014, NEVER, NEVER},
    {"概要表", 2016, NEVER, NEVER},
    {"組合会会議録(写)", 2015, 20150331, 1},
    {"組合会会議録（写）", 2015, 20150331, 1},
    {"会議録", 2015, 20150331, 1},
    {"会議録", 2016, NEVER, NEVER},
    {"積立計画", 2015, 20150331, 2},
    {"別表3（様式１）", 2015, 20150331, 2},
    {"積立計画", 2016, NEVER, NEVER},
    {"実施状況報告", 2015, 20160930, 2},
    {"実施状況報告", 2016, 20170930, 2},
    {"別表3(様式2)", 2024, 20250930, 2},
    {"実施状況報告", 2014, NEVER, NEVER},
    {"積立計画の変更", 2015, NEVER, NEVER},
    {"未払金返済計画", 2015, 20150331, NEVER},
    {"診療報酬等未払金返済計画書", 2015, 20150331, NEVER},
    {"別表２", 2016, NEVER, NEVER},
    {"健全化計画書", 2015, 20151231, NEVER},
    {"健全化計画", 2027, 20271231, NEVER},
    {"健全化計画書", 2014, NEVER, NEVER},
    {"添付文書", 2015, 20150331, NEVER},
    {"予算編成基準第1の6の添付文書", 2015, 20150331, NEVER},
    {"予算編成基準第１の６の添付文書", 2016, NEVER, NEVER},
};

/* What is asked for, with its status; untouched where that is not KP_OK. */
static kp_status deadline_of(const char *document, int year, kp_trace *trace, kp_date *date) {
    kp_run run = kp_run_begin(trace);
    kp_date found = kp_filing_deadline(&run, document, year);
    if (run.status == KP_OK) *date = found;
    return run.status;
}

static kp_status copies_of(const char *document, int year, kp_trace *trace, kp_num *copies) {
    kp_run run = kp_run_begin(trace);
    return kp_end(&run, kp_filing_copies(&run, document, year), copies);
}

static kp_status nominal_of(const char *item, int year, kp_trace *trace, kp_num *amount) {
    kp_run run = kp_run_begin(trace);
    return kp_end(&run, kp_nominal(&run, item, year), amount);
}

static void test_deadlines(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof FILINGS / sizeof FILINGS[0]; i++) {
        const filing *expected = &FILINGS[i];
        kp_date date = {0, 0, 0};
        kp_status status = deadline_of(expected->document, expected->year, NULL, &date);
        assert_int_equal(status, expected->deadline == NEVER ? KP_NOT_PUBLISHED : KP_OK);
        assert_int_equal(date.year * 10000 + date.month * 100 + date.day, expected->deadline);
    }
}

static void test_copies(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof FILINGS / sizeof FILINGS[0]; i++) {
        const filing *expected = &FILINGS[i];
        kp_num copies = kp_int(NEVER);
        kp_status status = copies_of(expected->document, expected->year, NULL, &copies);
        assert_int_equal(status, expected->copies == NEVER ? KP_NOT_PUBLISHED : KP_OK);
        assert_int_equal(kp_cmp(copies, kp_int(expected->copies)), 0);
    }
}

static void test_unknown_document(void **state) {
    (void)state;
    static const char *const WRONG[] = {"", "決算書", "概要表2", "概", "\xFF"};
    for (size_t i = 0; i < sizeof WRONG / sizeof WRONG[0]; i++) {
        char text[2048];
        kp_trace trace = {kp_writer_on(text, sizeof text, KP_ENGLISH), 0};
        kp_date date;
        kp_num copies;
        assert_int_equal(deadline_of(WRONG[i], 2015, &trace, &date), KP_INVALID);
        assert_non_null(strstr(text, "収入支出予算概要表"));
        assert_int_equal(copies_of(WRONG[i], 2015, NULL, &copies), KP_INVALID);
    }
}

/* The explanation says what is due, cites it, and says where a year has none. */
static void test_explanations(void **state) {
    (void)state;
    char text[2048];
    kp_trace trace = {kp_writer_on(text, sizeof text, KP_JAPANESE), 0};
    kp_num copies;
    kp_date date;
    assert_int_equal(copies_of("概要表", 2015, &trace, &copies), KP_OK);
    assert_string_equal(text,
                        "平成27年3月末日までに正本1部・副本2部を提出します。\n"
                        "根拠: 「健康保険組合の平成27年度予算の編成について」(平成27年1月16日 "
                        "保保発0116第3号) 第6の1\n1. 部数 = 3\n");
    trace.writer = kp_writer_on(text, sizeof text, KP_JAPANESE);
    assert_int_equal(deadline_of("積立計画の変更", 2015, &trace, &date), KP_NOT_PUBLISHED);
    assert_non_null(strstr(text, "随時協議して変更します。"));
    assert_non_null(strstr(text, "この年度の値を示す資料がありません。"));
}

/* KENPO_EXPLAIN shows the day, not the number by which Calc keeps it. */
static void test_explained_date(void **state) {
    (void)state;
    char text[4096];
    kp_writer writer = kp_writer_on(text, sizeof text, KP_JAPANESE);
    kp_input inputs[] = {{KP_INPUT_TEXT, 0, "実施状況報告", {NULL, NULL, 0, 0}},
                         {KP_INPUT_NUMBER, 2015, "", {NULL, NULL, 0, 0}}};
    kp_explain(kp_function_named("KENPO_DEADLINE"), inputs, 2, &writer);
    assert_non_null(strstr(text, "結果: 2016-09-30\n"));
}

static void test_nominal(void **state) {
    (void)state;
    static const struct {
        const char *item;
        int year;
        kp_status status;
        const char *says;
    } EXPECTED[] = {
        {"社会保障・税番号制度システム整備費補助金", 2015, KP_OK, "することとされています"},
        {"社会保障･税番号制度システム整備費補助金", 2015, KP_OK, "第2の1(4)"},
        {"(目)社会保障・税番号制度システム整備費補助金", 2015, KP_OK, "第2の1(4)"},
        {"（目）高齢者医療支援金等負担金助成事業費", 2015, KP_OK, "第2の13"},
        {" 被用者保険 運営円滑化 推進事業費　", 2015, KP_OK, "することとされています"},
        {"一部負担金等の減免措置", 2015, KP_OK, "差し支えありません"},
        {"還付金", 2015, KP_OK, "第2の8"},
        {"国庫補助金", 2015, KP_OK, "第3の3(4)"},
        {"社会保障・税番号制度システム整備費補助金", 2014, KP_NOT_PUBLISHED, "ありません"},
        {"還付金", 2016, KP_NOT_PUBLISHED, "ありません"},
        {"還付", 2015, KP_NOT_PUBLISHED, "ありません"},
        {"事務所費", 2015, KP_NOT_PUBLISHED, "ありません"},
        {"", 2015, KP_INVALID, "目の名称を入力"},
        {" 　", 2015, KP_INVALID, "目の名称を入力"},
        {"(目)", 2015, KP_INVALID, "目の名称を入力"},
    };
    for (size_t i = 0; i < sizeof EXPECTED / sizeof EXPECTED[0]; i++) {
        char text[1024];
        kp_trace trace = {kp_writer_on(text, sizeof text, KP_JAPANESE), 0};
        kp_num amount = kp_int(0);
        assert_int_equal(nominal_of(EXPECTED[i].item, EXPECTED[i].year, &trace, &amount),
                         EXPECTED[i].status);
        assert_int_equal(kp_cmp(amount, kp_int(EXPECTED[i].status == KP_OK)), 0);
        if (strstr(text, EXPECTED[i].says) == NULL) fail_msg("%s: %s", EXPECTED[i].item, text);
    }
}

/* Every day from 1600 to 2400 is one after the day before, as the calendar has them. */
static void test_days(void **state) {
    (void)state;
    static const int LENGTHS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    kp_date date = {1600, 1, 1};
    int64_t expected = kp_date_days(date);
    for (date.year = 1600; date.year <= 2400; date.year++)
        for (date.month = 1; date.month <= 12; date.month++) {
            bool leap = date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0);
            int length = LENGTHS[date.month - 1] + (date.month == 2 && leap);
            for (date.day = 1; date.day <= length; date.day++) {
                assert_int_equal(kp_date_days(date), expected);
                kp_date back = kp_date_from_days(expected++);
                assert_true(back.year == date.year && back.month == date.month &&
                            back.day == date.day);
            }
        }
}

static void test_known_days(void **state) {
    (void)state;
    kp_date null_date = {1899, 12, 30};
    kp_date first_of_1900 = {1900, 1, 1};
    kp_date first_of_1904 = {1904, 1, 1};
    kp_date end_of_fy2014 = {2015, 3, 31};
    kp_date before_christ = {-401, 2, 28};
    assert_int_equal(kp_date_days(null_date), 0);
    assert_int_equal(kp_date_days(first_of_1900), 2);
    assert_int_equal(kp_date_days(first_of_1904), 1462);
    assert_int_equal(kp_date_days(end_of_fy2014), 42094);
    kp_date back = kp_date_from_days(kp_date_days(before_christ));
    assert_int_equal(back.year, -401);
    assert_int_equal(back.day, 28);
}

static void test_written_date(void **state) {
    (void)state;
    char text[32];
    kp_writer writer = kp_writer_on(text, sizeof text, KP_JAPANESE);
    kp_date date = {2016, 9, 30};
    kp_write_date(&writer, date);
    assert_string_equal(text, "2016-09-30");
}

static void test_names(void **state) {
    (void)state;
    assert_true(kp_same_name("", " 　\t"));
    assert_true(kp_same_name("別表3(様式1)", "別表３（様式１）"));
    assert_true(kp_same_name("ABC", "ＡＢＣ"));
    assert_false(kp_same_name("ABC", "abc"));
    assert_false(kp_same_name("概要表", "概要"));
    assert_false(kp_same_name("概要", "概要表"));
    assert_false(kp_same_name("･", "・"));           /* half-width katakana stay what they are */
    assert_false(kp_same_name("｟", "_"));           /* U+FF5F, behind the last full-width letter */
    assert_false(kp_same_name("\xEF\xBC\x80", " ")); /* U+FF00, before the first */
    assert_false(kp_same_name("\xEF", "\xEF\xBC"));
    assert_true(kp_same_name("\xEF\xBC", "\xEF\xBC"));
    assert_true(kp_same_name("\xE3\x80", "\xE3\x80"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_deadlines),
        cmocka_unit_test(test_copies),
        cmocka_unit_test(test_unknown_document),
        cmocka_unit_test(test_explanations),
        cmocka_unit_test(test_explained_date),
        cmocka_unit_test(test_nominal),
        cmocka_unit_test(test_days),
        cmocka_unit_test(test_known_days),
        cmocka_unit_test(test_written_date),
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests_name("filing", tests, NULL, NULL);
}
