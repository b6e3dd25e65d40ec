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
#include "calc/function.h"

enum { LINE = 4096, COLUMNS = 6 };

/* Splits a line at its tabs, in place; gives the number of columns. */
static int split(char *line, char *columns[COLUMNS]) {
    int count = 0;
    line[strcspn(line, "\n")] = '\0';
    for (char *at = line; at != NULL && count < COLUMNS; count++) {
        columns[count] = at;
        at = strchr(at, '\t');
        if (at != NULL) *at++ = '\0';
    }
    return count;
}

/* A decimal number or a fraction, as the nearest double. */
static double expected_number(const char *text) {
    const char *bar = strchr(text, '/');
    if (bar == NULL) return strtod(text, NULL);
    return strtod(text, NULL) / strtod(bar + 1, NULL);
}

static bool agrees(const shown *got, const char *expected, double tolerance) {
    size_t length = strlen(expected);
    if (expected[0] == '"')
        return got->status == KP_OK && got->is_text && strlen(got->text) == length - 2 &&
               strncmp(got->text, expected + 1, length - 2) == 0;
    if (expected[0] == '#' || expected[0] == 'E')
        return strcmp(formula_error(got->status), expected) == 0;
    return got->status == KP_OK && !got->is_text &&
           fabs(got->number - expected_number(expected)) <= tolerance;
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

static int wrong_rows(const char *path, int *rows) {
    char line[LINE];
    char *c[COLUMNS];
    shown got;
    int wrong = 0;
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    assert_non_null(fgets(line, sizeof line, file));
    while (fgets(line, sizeof line, file) != NULL) {
        if (line[0] == '\n' || line[0] == '#') continue;
        int columns = split(line, c);
        bool understood = columns == COLUMNS && formula_evaluate(c[1], KP_JAPANESE, &got);
        ++*rows;
        if (understood && agrees(&got, c[2], strtod(c[3], NULL)) &&
            explained(c[1], &got, KP_JAPANESE) && explained(c[1], &got, KP_ENGLISH))
            continue;
        char text[256] = "beyond the evaluator, or not six columns";
        if (understood) describe(&got, text, sizeof text);
        print_error("%s: %s: %s gives %s, expected %s\n", path, c[0], columns > 1 ? c[1] : "", text,
                    columns > 2 ? c[2] : "");
        wrong++;
    }
    fclose(file);
    return wrong;
}

static void test_cases(void **state) {
    const char *path = *state;
    int rows = 0;
    int wrong = wrong_rows(path, &rows);
    print_message("%s: %d rows\n", path, rows);
    assert_int_equal(wrong, 0);
    assert_true(rows > 0);
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
    struct CMUnitTest tests[16] = {{"examples", test_examples, NULL, NULL, NULL}};
    size_t used = 1;
    for (int i = 1; i < count && used < 16; i++, used++) {
        struct CMUnitTest test = {paths[i], test_cases, NULL, NULL, paths[i]};
        tests[used] = test;
    }
    return _cmocka_run_group_tests("cases", tests, used, NULL, NULL);
}
