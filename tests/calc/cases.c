/* SPDX-License-Identifier: MPL-2.0
 *
 * cases.c: every row of tests/data/cases/ *.tsv as a test: the formula is typed into a cell of a real
 * Calc, and the cell must show what the row expects, to the bit.
 */
#include "cases.h"

#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "runner.h"
#include "table.h"

enum { SHOWN = 8192, ID = 0, FORMULA, EXPECTED, TOLERANCE, SOURCE, NOTE, COLUMNS };

static table CASES;
static struct sheet SHEET;

/* What an error code shows as. */
static bool error_shows(int code, const char *expected) {
    static const struct {
        int code;
        const char *shown;
    } NAMES[] = {{519, "#VALUE!"}, {524, "#REF!"}, {525, "#NAME?"},
                 {532, "#DIV/0!"}, {503, "#NUM!"}, {32767, "#N/A"}};
    for (size_t i = 0; i < sizeof NAMES / sizeof NAMES[0]; i++)
        if (NAMES[i].code == code) return strcmp(NAMES[i].shown, expected) == 0;
    return strncmp(expected, "Err:", 4) == 0 && atoi(expected + 4) == code;
}

bool case_holds(struct sheet *sheet, int column, int line, const char *expected,
                const char *tolerance) {
    char shown[SHOWN];
    int error = sheet_error(sheet, column, line);
    bool wants_error = expected[0] == '#' || strncmp(expected, "Err:", 4) == 0;
    sheet_shown(sheet, column, line, shown, sizeof shown);
    bool holds;
    if (error != 0 || wants_error) {
        holds = error != 0 && error_shows(error, expected);
    } else if (expected[0] == '"') {
        size_t length = strlen(expected);
        holds = sheet_is_text(sheet, column, line) && strlen(shown) + 2 == length &&
                strncmp(shown, expected + 1, length - 2) == 0;
    } else {
        double value = sheet_number(sheet, column, line);
        double difference = fabs(value - table_number(expected));
        holds = !sheet_is_text(sheet, column, line) && difference <= table_number(tolerance);
        if (!holds) explain_failure("value %.17g", value);
    }
    if (!holds)
        explain_failure("expected %s, the cell shows %s (error %d)", expected, shown, error);
    return holds;
}

static void test_row(void **state) {
    size_t row = (size_t)(uintptr_t)*state;
    const char *formula = table_field(&CASES, row, FORMULA);
    sheet_type(&SHEET, 0, 0, formula);
    bool holds = case_holds(&SHEET, 0, 0, table_field(&CASES, row, EXPECTED),
                            table_field(&CASES, row, TOLERANCE));
    if (!holds) explain_failure("%s", formula);
    assert_true(holds);
}

/* Texts of a table X.ja.tsv are those of an office in Japanese. */
static int is_table(const struct dirent *entry) {
    const char *end = strrchr(entry->d_name, '.');
    if (end == NULL || strcmp(end, ".tsv") != 0) return false;
    return strstr(entry->d_name, ".ja.tsv") == NULL || strncmp(SESSION.language, "ja", 2) == 0;
}

static int open_sheet(void **state) {
    (void)state;
    return sheet_open(SESSION.context, "private:factory/scalc", &SHEET) ? 0 : -1;
}

static int close_sheet(void **state) {
    (void)state;
    sheet_close(&SHEET);
    return 0;
}

/* A test a row; a table that cannot be read is a failure. */
static int run_table(const char *name) {
    char path[2048];
    snprintf(path, sizeof path, "%s/data/cases/%s", SESSION.tests, name);
    int failures = 1;
    struct CMUnitTest *tests = NULL;
    if (table_read(&CASES, path, COLUMNS)) tests = calloc(CASES.rows, sizeof *tests);
    for (size_t row = 0; tests != NULL && row < CASES.rows; row++) {
        struct CMUnitTest test = {table_field(&CASES, row, ID), test_row, NULL, NULL,
                                  (void *)(uintptr_t)row};
        tests[row] = test;
    }
    if (tests != NULL)
        failures = _cmocka_run_group_tests(name, tests, CASES.rows, open_sheet, close_sheet);
    free(tests);
    table_end(&CASES);
    return failures;
}

/* The tables, sorted by name. */
int run_cases(void) {
    char folder[2048];
    struct dirent **names;
    int failures = 0;
    snprintf(folder, sizeof folder, "%s/data/cases", SESSION.tests);
    int tables = scandir(folder, &names, is_table, alphasort);
    for (int i = 0; i < tables; i++) {
        failures += run_table(names[i]->d_name);
        free(names[i]);
    }
    if (tables >= 0) free(names);
    return tables > 0 ? failures : 1;
}
