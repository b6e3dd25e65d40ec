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

enum { LINE = 4096, INPUTS = 13, CLASSES = 60, ARGUMENTS = 400, FORMULA_ROW = 50 };

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

struct class_row {
    char name[64];
    char shows[INPUTS][16];
};

typedef struct argument_row {
    char function[64];
    char argument[64];
    char class_name[64];
} argument_row;

static struct class_row CLASS[CLASSES];
static argument_row ARGUMENT[ARGUMENTS];
static size_t CLASS_COUNT;
static size_t ARGUMENT_COUNT;
static struct sheet SHEET;

static FILE *open_table(const char *name) {
    char path[2048];
    char header[LINE];
    snprintf(path, sizeof path, "%s/data/bad-input/%s", SESSION.tests, name);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    assert_non_null(fgets(header, sizeof header, file));
    return file;
}

static void copy_field(char **rest, char *out, size_t size) {
    char *field = strsep(rest, "\t");
    assert_non_null(field);
    snprintf(out, size, "%s", field);
}

static void read_tables(void) {
    char line[LINE];
    FILE *file = open_table("inputs.tsv");
    while (fgets(line, sizeof line, file) != NULL && CLASS_COUNT < CLASSES) {
        char *rest = line;
        line[strcspn(line, "\r\n")] = '\0';
        struct class_row *class_row = &CLASS[CLASS_COUNT++];
        copy_field(&rest, class_row->name, sizeof class_row->name);
        for (int i = 0; i < INPUTS; i++)
            copy_field(&rest, class_row->shows[i], sizeof class_row->shows[i]);
    }
    fclose(file);
    file = open_table("arguments.tsv");
    while (fgets(line, sizeof line, file) != NULL && ARGUMENT_COUNT < ARGUMENTS) {
        char *rest = line;
        line[strcspn(line, "\r\n")] = '\0';
        argument_row *row = &ARGUMENT[ARGUMENT_COUNT++];
        copy_field(&rest, row->function, sizeof row->function);
        copy_field(&rest, row->argument, sizeof row->argument);
        copy_field(&rest, row->class_name, sizeof row->class_name);
    }
    fclose(file);
}

static const struct class_row *class_of(const char *function, const char *argument) {
    for (size_t i = 0; i < ARGUMENT_COUNT; i++) {
        if (strcmp(ARGUMENT[i].function, function) != 0) continue;
        if (strcmp(ARGUMENT[i].argument, argument) != 0) continue;
        for (size_t k = 0; k < CLASS_COUNT; k++)
            if (strcmp(CLASS[k].name, ARGUMENT[i].class_name) == 0) return &CLASS[k];
    }
    return NULL;
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

static bool try_input(const kp_function *function, size_t which, const struct class_row *class_row,
                      int input) {
    char parts[KP_ARGUMENTS][512];
    char head[128];
    char formula[LINE];
    const char *expected = class_row->shows[input];
    if (strcmp(expected, "number") == 0 && function->gives_text) expected = "text";
    split_example(function->example, parts);
    snprintf(head, sizeof head, "=%s(", function->name);
    build(head, parts, KP_ARGUMENTS, which, INPUT[input].reference, formula, sizeof formula);
    sheet_type(&SHEET, 0, FORMULA_ROW, formula);
    bool right = shows(FORMULA_ROW, expected);
    if (!right)
        explain_failure("%s (%s: %s) must show %s", formula, class_row->name, INPUT[input].name,
                        expected);
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
        const struct class_row *class_row = class_of(function->name, function->arguments[which].id);
        if (class_row == NULL) {
            explain_failure("%s %s has no class", function->name, function->arguments[which].id);
            right = false;
            continue;
        }
        for (int input = 0; input < INPUTS; input++)
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
    return 0;
}

int run_bad_input(void) {
    static struct CMUnitTest tests[256];
    size_t count = KP_FUNCTION_COUNT < 256 ? KP_FUNCTION_COUNT : 256;
    for (size_t i = 0; i < count; i++) {
        void *function = (void *)(uintptr_t)&KP_FUNCTIONS[i];
        struct CMUnitTest test = {KP_FUNCTIONS[i].name, test_function, NULL, NULL, function};
        tests[i] = test;
    }
    return _cmocka_run_group_tests("bad input", tests, count, prepare, finish);
}
