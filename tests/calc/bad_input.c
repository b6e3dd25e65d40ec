/* SPDX-License-Identifier: MPL-2.0
 *
 * bad_input.c: every function with something wrong in every argument, in a real Calc. What must be
 * shown is kept by hand in tests/data/bad-input: inputs.tsv gives, for each class of arguments, what
 * each bad input shows; arguments.tsv gives the class of each argument. An argument without a class
 * fails. Wherever our function was called and refused, KENPO_EXPLAIN must name the same error.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cases.h"
#include "calc/function.h"
#include "runner.h"
#include "table.h"

enum { LINE = 4096, INPUTS = 13, FORMULA_ROW = 50 };

/* What stands on the sheet, and how a formula refers to it. The formula stands in a row where none
 * of the cells does, so that Calc's implicit intersection finds nothing. */
static const struct {
    const char *name;
    const char *reference;
} INPUT[INPUTS] = {
    {"empty", "J1"},     {"text", "J2"},    {"numtext", "J3"},  {"negative", "J4"},
    {"fraction", "J5"},  {"huge", "J6"},    {"error", "J7"},    {"true", "J8"},
    {"date", "J9"},      {"pair", "L1:L2"}, {"block", "L1:M2"}, {"column", "P:P"},
    {"errors", "N1:N2"},
};

static table CLASSES;   /* class, then what each input shows */
static table ARGUMENTS; /* function, argument, class */
static struct sheet SHEET;

static void read_table(table *out, const char *name, size_t columns) {
    char path[2048];
    snprintf(path, sizeof path, "%s/data/bad-input/%s", SESSION.tests, name);
    assert_true(table_read(out, path, columns));
}

static void read_tables(void) {
    read_table(&CLASSES, "inputs.tsv", INPUTS + 1);
    read_table(&ARGUMENTS, "arguments.tsv", 3);
}

/* The row of the argument's class, or CLASSES.rows where it has none. */
static size_t class_of(const char *function, const char *argument) {
    const char *const names[] = {function, argument, NULL};
    size_t row = table_find(&ARGUMENTS, names);
    if (row == ARGUMENTS.rows) return CLASSES.rows;
    const char *const class_name[] = {table_field(&ARGUMENTS, row, 2), NULL};
    return table_find(&CLASSES, class_name);
}

/* The arguments of the row's example, apart; empty ones for those that the example leaves out. */
static void split_example(const char *example, char parts[KP_ARGUMENTS][512]) {
    const char *at = strchr(example, '(') + 1;
    const char *end = example + strlen(example) - 1;
    size_t part = 0;
    size_t used = 0;
    int depth = 0;
    bool quoted = false;
    memset(parts, 0, KP_ARGUMENTS * sizeof parts[0]);
    for (; at < end; at++) {
        if (*at == '"') quoted = !quoted;
        if (!quoted && (*at == '{' || *at == '(')) depth++;
        if (!quoted && (*at == '}' || *at == ')')) depth--;
        if (*at == ';' && depth == 0 && !quoted) {
            part++;
            used = 0;
        } else {
            parts[part][used++] = *at;
        }
    }
}

/* "=NAME(" or "=KENPO_EXPLAIN("NAME";", then the example's arguments with `bad` in place `which`.
 */
static void build(const char *head, char parts[KP_ARGUMENTS][512], size_t count, size_t which,
                  const char *bad, char *formula, size_t size) {
    size_t last = which;
    for (size_t i = which; i < count; i++)
        if (parts[i][0] != '\0') last = i;
    size_t used = (size_t)snprintf(formula, size, "%s", head);
    for (size_t i = 0; i <= last; i++)
        used += (size_t)snprintf(formula + used, size - used, "%s%s", i == 0 ? "" : ";",
                                 i == which ? bad : parts[i]);
    snprintf(formula + used, size - used, ")");
}

static bool shows(int row, const char *expected) {
    if (strcmp(expected, "number") != 0 && strcmp(expected, "text") != 0)
        return case_holds(&SHEET, 0, row, expected, "0");
    bool text = strcmp(expected, "text") == 0;
    return sheet_error(&SHEET, 0, row) == 0 && sheet_is_text(&SHEET, 0, row) == text;
}

/* Where Calc called us, KENPO_EXPLAIN must say why: the error it names is the one the cell shows.
 */
static bool explained(const char *error, const char *formula) {
    char text[16384];
    sheet_type(&SHEET, 0, FORMULA_ROW + 1, formula);
    sheet_shown(&SHEET, 0, FORMULA_ROW + 1, text, sizeof text);
    bool says = sheet_is_text(&SHEET, 0, FORMULA_ROW + 1) && strstr(text, error) != NULL;
    if (!says) explain_failure("%s must name %s but says: %s", formula, error, text);
    return says;
}

static bool try_input(const kp_function *function, size_t which, size_t class_row, size_t input) {
    char parts[KP_ARGUMENTS][512];
    char head[128];
    char formula[LINE];
    const char *expected = table_field(&CLASSES, class_row, input + 1);
    if (strcmp(expected, "number") == 0 && kp_gives_text(function)) expected = "text";
    split_example(function->example, parts);
    snprintf(head, sizeof head, "=%s(", function->name);
    build(head, parts, KP_ARGUMENTS, which, INPUT[input].reference, formula, sizeof formula);
    sheet_type(&SHEET, 0, FORMULA_ROW, formula);
    bool right = shows(FORMULA_ROW, expected);
    if (!right)
        explain_failure("%s (%s: %s) must show %s", formula, table_field(&CLASSES, class_row, 0),
                        INPUT[input].name, expected);
    bool refused_by_us = strcmp(expected, "Err:502") == 0 || strcmp(expected, "#NUM!") == 0;
    if (!right || !refused_by_us || strcmp(function->name, "KENPO_EXPLAIN") == 0) return right;
    snprintf(head, sizeof head, "=KENPO_EXPLAIN(\"%s\";", function->name);
    build(head, parts, KP_ARGUMENTS, which, INPUT[input].reference, formula, sizeof formula);
    return explained(expected, formula);
}

static void test_function(void **state) {
    const kp_function *function = *state;
    bool right = true;
    for (size_t which = 0; which < kp_argument_count(function); which++) {
        size_t class_row = class_of(function->name, function->arguments[which].id);
        if (class_row == CLASSES.rows) {
            explain_failure("%s %s has no class", function->name, function->arguments[which].id);
            right = false;
            continue;
        }
        for (size_t input = 0; input < INPUTS; input++)
            right = try_input(function, which, class_row, input) && right;
    }
    assert_true(right);
}

static int prepare(void **state) {
    (void)state;
    read_tables();
    if (!sheet_open(SESSION.context, "private:factory/scalc", &SHEET)) return -1;
    sheet_set_text(&SHEET, 9, 1, "abc");
    sheet_set_text(&SHEET, 9, 2, "123");
    sheet_set_number(&SHEET, 9, 3, -1);
    sheet_set_number(&SHEET, 9, 4, 0.5);
    sheet_set_number(&SHEET, 9, 5, 1e300);
    sheet_type(&SHEET, 9, 6, "=1/0");
    sheet_type(&SHEET, 9, 7, "=TRUE()");
    sheet_type(&SHEET, 9, 8, "=DATE(2015;4;1)");
    for (int i = 0; i < 4; i++)
        sheet_set_number(&SHEET, 11 + i % 2, i / 2, 5 + i);
    sheet_set_number(&SHEET, 13, 0, 1);
    sheet_type(&SHEET, 13, 1, "=1/0");
    for (int i = 0; i < 3; i++)
        sheet_set_number(&SHEET, 15, i, 1000 + i);
    return 0;
}

static int finish(void **state) {
    (void)state;
    sheet_close(&SHEET);
    table_end(&ARGUMENTS);
    table_end(&CLASSES);
    return 0;
}

int run_bad_input(void) {
    struct CMUnitTest *tests = calloc(KP_FUNCTION_COUNT, sizeof *tests);
    if (tests == NULL) return 1;
    for (size_t i = 0; i < KP_FUNCTION_COUNT; i++) {
        void *function = (void *)(uintptr_t)&KP_FUNCTIONS[i];
        struct CMUnitTest test = {KP_FUNCTIONS[i].name, test_function, NULL, NULL, function};
        tests[i] = test;
    }
    int failures = _cmocka_run_group_tests("bad input", tests, KP_FUNCTION_COUNT, prepare, finish);
    free(tests);
    return failures;
}
