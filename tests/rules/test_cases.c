/* SPDX-License-Identifier: MPL-2.0
 *
 * test_cases.c: every row of tests/data/cases on the host, under the sanitizers: the value, and its
 * explanation in both languages. The same rows are evaluated inside Calc by tests/calc.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "interpret.h"
#include "table.h"
#include "calc/function.h"

enum { FORMULA = 1, EXPECTED, TOLERANCE, SOURCE, NOTE, COLUMNS };

/* What a cell shows for a status: written here once more, to be compared with what is said. */
static const char *formula_error(kp_status status) {
    static const char *const SHOWN[] = {
        [KP_OK] = "",
        [KP_INVALID] = "Err:502",
        [KP_DIVIDE_BY_ZERO] = "#DIV/0!",
        [KP_NOT_PUBLISHED] = "#N/A",
        [KP_OVERFLOW] = "#NUM!",
        [KP_MISSING] = "Err:504",
    };
    return SHOWN[status];
}

static bool agrees(const shown *got, const char *expected, double tolerance) {
    size_t length = strlen(expected);
    if (expected[0] == '"')
        return got->status == KP_OK && got->is_text && strlen(got->text) == length - 2 &&
               strncmp(got->text, expected + 1, length - 2) == 0;
    if (expected[0] == '#' || expected[0] == 'E')
        return strcmp(formula_error(got->status), expected) == 0;
    return got->status == KP_OK && !got->is_text &&
           fabs(got->number - table_number(expected)) <= tolerance;
}

static void describe(const shown *got, char *text, size_t size) {
    if (got->status != KP_OK)
        snprintf(text, size, "%s", formula_error(got->status));
    else if (got->is_text)
        snprintf(text, size, "\"%.200s\"", got->text);
    else
        snprintf(text, size, "%.17g", got->number);
}

/* An explanation ends with its source, and says the result or what the cell shows. */
static bool explained(const char *formula, const shown *got, kp_language language) {
    char text[8192];
    if (!formula_explain(formula, language, text, sizeof text)) return true;
    const char *result = strstr(text, language == KP_JAPANESE ? "結果: " : "Result: ");
    const char *source = strstr(text, language == KP_JAPANESE ? "根拠: " : "Source: ");
    if (result == NULL || source == NULL) return false;
    if (got->status == KP_OK) return true;
    int lines = 0; /* title, result and source, and at least one with the reason */
    for (const char *at = text; *at != '\0'; at++)
        lines += *at == '\n';
    bool says_why = got->status == KP_OVERFLOW || lines >= 3;
    return says_why && strstr(result, formula_error(got->status)) != NULL;
}

/* Whether the row shows what it expects and is explained in both languages; says what is wrong. */
static bool holds(const table *cases, size_t row) {
    static shown got;
    const char *formula = table_field(cases, row, FORMULA);
    const char *expected = table_field(cases, row, EXPECTED);
    bool understood = formula_evaluate(formula, KP_JAPANESE, &got);
    if (understood && agrees(&got, expected, table_number(table_field(cases, row, TOLERANCE))) &&
        explained(formula, &got, KP_JAPANESE) && explained(formula, &got, KP_ENGLISH))
        return true;
    char text[256] = "beyond the evaluator";
    if (understood) describe(&got, text, sizeof text);
    print_error("%s: %s gives %s, expected %s\n", table_field(cases, row, 0), formula, text,
                expected);
    return false;
}

/* Whether a function of ours other than KENPO_ROUND computes in it. Figures that societies published
 * and that only add up are no evidence of ours: they stand in published-sums.tsv. */
static bool computes(const char *formula) {
    static const char ROUND[] = "KENPO_ROUND";
    const char *at = formula;
    while ((at = strstr(at, "KENPO_")) != NULL && strncmp(at, ROUND, sizeof ROUND - 1) == 0)
        at++;
    return at != NULL;
}

static void test_published_rows_compute(void **state) {
    (void)state;
    table cases;
    assert_true(table_read(&cases, "tests/data/cases/published.tsv", COLUMNS));
    for (size_t row = 0; row < cases.rows; row++)
        if (!computes(table_field(&cases, row, FORMULA)))
            fail_msg("%s proves nothing of ours", table_field(&cases, row, 0));
    table_end(&cases);
}

static void test_cases(void **state) {
    const char *path = *state;
    table cases;
    size_t wrong = 0;
    assert_true(table_read(&cases, path, COLUMNS));
    for (size_t row = 0; row < cases.rows; row++)
        wrong += !holds(&cases, row);
    print_message("%s: %lu rows\n", path, (unsigned long)cases.rows); /* MinGW: no %zu for it */
    table_end(&cases);
    assert_int_equal(wrong, 0);
}

/* Every function's example is a formula that gives a value. */
static void test_examples(void **state) {
    (void)state;
    shown got;
    for (size_t i = 0; i < KP_FUNCTION_COUNT; i++) {
        const char *example = KP_FUNCTIONS[i].example;
        if (!formula_evaluate(example, KP_ENGLISH, &got) || got.status != KP_OK)
            fail_msg("%s: the example %s gives no value", KP_FUNCTIONS[i].name, example);
        if (strncmp(example + 1, KP_FUNCTIONS[i].name, strlen(KP_FUNCTIONS[i].name)) != 0)
            fail_msg("%s: the example is of another function", KP_FUNCTIONS[i].name);
    }
}

int main(int count, char **paths) {
    static struct CMUnitTest tests[32] = {
        {"examples", test_examples, NULL, NULL, NULL},
        {"published rows compute", test_published_rows_compute, NULL, NULL, NULL},
    };
    size_t used = 2;
    if (count < 2 || (size_t)count + 1 > sizeof tests / sizeof tests[0]) {
        print_error("usage: test_cases TABLE…, at most 30\n");
        return 2;
    }
    for (int i = 1; i < count; i++, used++) {
        struct CMUnitTest test = {paths[i], test_cases, NULL, NULL, paths[i]};
        tests[used] = test;
    }
    return _cmocka_run_group_tests("cases", tests, used, NULL, NULL);
}
