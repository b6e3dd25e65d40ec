/* SPDX-License-Identifier: MPL-2.0
 *
 * test_formula.c: our functions in the text of formulas, and numbers as text.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "book/formula.h"

static void typed_is(const char *stored, const char *typed) {
    kp_buffer out = {0};
    kp_buffer back = {0};
    kp_formula_typed(stored, &out);
    assert_string_equal(kp_buffer_text(&out), typed);
    kp_formula_stored(typed, &back);
    assert_string_equal(kp_buffer_text(&back), stored);
    kp_buffer_end(&out);
    kp_buffer_end(&back);
}

static void both_spellings(void **state) {
    (void)state;
    typed_is("=ORG.KENPOCALC.BUDGET.GRANT(A1:A3;2024)", "=KENPO_GRANT(A1:A3;2024)");
    typed_is("=ROUND(ORG.KENPOCALC.BUDGET.GRANT(A1;2024);0)+1", "=ROUND(KENPO_GRANT(A1;2024);0)+1");
    typed_is("=\"ORG.KENPOCALC.BUDGET.GRANT(\"&A1", "=\"ORG.KENPOCALC.BUDGET.GRANT(\"&A1");
    typed_is("='KENPO_GRANT'.A1+特定保険料率", "='KENPO_GRANT'.A1+特定保険料率");
    typed_is("=\"a\"\"KENPO_GRANT\"", "=\"a\"\"KENPO_GRANT\"");
    typed_is("=ORG.KENPOCALC.BUDGET.NOTHING(1)", "=ORG.KENPOCALC.BUDGET.NOTHING(1)");
    typed_is("", "");
}

static void ours_or_not(void **state) {
    (void)state;
    assert_true(kp_formula_is_ours("=1+org.kenpocalc.budget.year(2024)"));
    assert_false(kp_formula_is_ours("=\"ORG.KENPOCALC.BUDGET.YEAR(\""));
    assert_false(kp_formula_is_ours("='ORG.KENPOCALC.BUDGET.YEAR'.A1"));
    assert_false(kp_formula_is_ours("=ORG.OTHER.YEAR(1)"));
    assert_false(kp_formula_is_ours("=\"never closed ORG.KENPOCALC.BUDGET.YEAR("));
}

static void names_are_whole_words(void **state) {
    (void)state;
    assert_true(kp_formula_mentions("=率*2", "率"));
    assert_true(kp_formula_mentions("=SUM(Rate;1)", "rate"));
    assert_true(kp_formula_mentions("=Sheet1.率", "率"));
    assert_false(kp_formula_mentions("=保険料率*2", "率"));
    assert_false(kp_formula_mentions("=\"率\"", "率"));
}

static void argument_is(const kp_formula_call *call, size_t index, const char *text) {
    assert_true(index < call->count);
    assert_int_equal(call->arguments[index].length, strlen(text));
    assert_memory_equal(call->arguments[index].start, text, strlen(text));
}

static void calls_and_arguments(void **state) {
    (void)state;
    const char *formula = "=1+ORG.KENPOCALC.BUDGET.BASICRATE( 93.7 ;IF(A1>0;"
                          "ORG.KENPOCALC.BUDGET.PARAM(\"a;b)\";2024);0))";
    size_t at = 0;
    kp_formula_call call;
    assert_true(kp_formula_next_call(formula, &at, &call));
    assert_string_equal(call.function->name, "KENPO_BASIC_RATE");
    assert_int_equal(call.count, 2);
    argument_is(&call, 0, "93.7");
    argument_is(&call, 1, "IF(A1>0;ORG.KENPOCALC.BUDGET.PARAM(\"a;b)\";2024);0)");
    assert_true(kp_formula_next_call(formula, &at, &call));
    assert_string_equal(call.function->name, "KENPO_PARAM");
    argument_is(&call, 0, "\"a;b)\"");
    argument_is(&call, 1, "2024");
    assert_false(kp_formula_next_call(formula, &at, &call));
    at = 0;
    assert_true(kp_formula_next_call("=ORG.KENPOCALC.BUDGET.VERSION()", &at, &call));
    assert_int_equal(call.count, 0);
    at = 0;
    assert_true(kp_formula_next_call("=ORG.KENPOCALC.BUDGET.GRANT({1;2};;3", &at, &call));
    assert_int_equal(call.count, 3);
    argument_is(&call, 0, "{1;2}");
    argument_is(&call, 1, "");
}

static void severities_of_checks(void **state) {
    (void)state;
    static const char CHECK[] =
        "=IFERROR(IF(A1;ORG.KENPOCALC.BUDGET.CHECK(\"V03\";A1;\"CHECK(\");\"対象外\");-)";
    kp_buffer out = {0};
    assert_true(kp_formula_is_check(CHECK));
    assert_true(kp_formula_is_check("=org.kenpocalc.budget.check(\"V03\";A1)"));
    assert_false(kp_formula_is_check("=ORG.KENPOCALC.BUDGET.CHECKINFO(\"V03\";\"比較\")"));
    assert_false(kp_formula_is_check("=\"ORG.KENPOCALC.BUDGET.CHECK(\""));
    kp_formula_levels(CHECK, &out);
    assert_string_equal(
        kp_buffer_text(&out),
        "=IFERROR(IF(A1;ORG.KENPOCALC.BUDGET.CHECKLEVEL(\"V03\";A1;\"CHECK(\");\"対象外\");-)");
    kp_buffer_end(&out);
}

static void uncaught_is(const char *stored, const char *uncaught) {
    kp_buffer out = {0};
    kp_formula_uncaught(stored, &out);
    assert_string_equal(kp_buffer_text(&out), uncaught);
    kp_buffer_end(&out);
}

static void errors_of_checks_are_let_through(void **state) {
    (void)state;
#define CHECK "ORG.KENPOCALC.BUDGET.CHECK("
    uncaught_is("=IFERROR(IFNA(IF(A1;" CHECK "\"V03\";A1);\"対象外\");A2);\"-\")",
                "=CHOOSE(1;CHOOSE(1;IF(A1;" CHECK "\"V03\";A1);\"対象外\");A2);\"-\")");
    uncaught_is("=iferror(" CHECK "\"V46\";IFERROR(A1;2));0)&IFNA(A2;\"" CHECK "\")",
                "=CHOOSE(1;" CHECK "\"V46\";IFERROR(A1;2));0)&IFNA(A2;\"" CHECK "\")");
    uncaught_is("=IFERROR(A1;" CHECK "\"V03\";A1))", "=IFERROR(A1;" CHECK "\"V03\";A1))");
    uncaught_is("=IFERROR", "=IFERROR");
#undef CHECK
}

static void numbers_as_text(void **state) {
    (void)state;
    kp_buffer out = {0};
    kp_put_number(&out, 0.1 + 0.2, 17);
    assert_true(strtod(kp_buffer_text(&out), NULL) == 0.1 + 0.2);
    kp_buffer_end(&out);
    kp_put_number(&out, 0.1 + 0.2, 15);
    assert_string_equal(kp_buffer_text(&out), "0.3");
    kp_buffer_end(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_spellings),
        cmocka_unit_test(ours_or_not),
        cmocka_unit_test(names_are_whole_words),
        cmocka_unit_test(calls_and_arguments),
        cmocka_unit_test(severities_of_checks),
        cmocka_unit_test(numbers_as_text),
        cmocka_unit_test(errors_of_checks_are_let_through),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
