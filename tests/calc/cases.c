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

enum { LINE = 8192, FIELDS = 6, MOST_CASES = 4000 };

/* A row of a table: id, formula, expected, tolerance, source, note. */
struct row {
    char *text;
    char *field[FIELDS];
};

static struct row ROWS[MOST_CASES];
static struct CMUnitTest TESTS[MOST_CASES];
static size_t COUNT;
static struct sheet SHEET;

static double number_of(const char *text) {
    char *end;
    double number = strtod(text, &end);
    return *end == '/' ? number / strtod(end + 1, NULL) : number;
}

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
    char shown[LINE];
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
        double difference = fabs(value - number_of(expected));
        holds = !sheet_is_text(sheet, column, line) && difference <= number_of(tolerance);
        if (!holds) explain_failure("value %.17g", value);
    }
    if (!holds)
        explain_failure("expected %s, the cell shows %s (error %d)", expected, shown, error);
    return holds;
}

static void test_row(void **state) {
    const struct row *row = *state;
    sheet_type(&SHEET, 0, 0, row->field[1]);
    bool holds = case_holds(&SHEET, 0, 0, row->field[2], row->field[3]);
    if (!holds) explain_failure("%s", row->field[1]);
    assert_true(holds);
}

static void add_row(char *line) {
    struct row *row = &ROWS[COUNT];
    line[strcspn(line, "\r\n")] = '\0';
    row->text = strdup(line);
    char *rest = row->text;
    for (size_t i = 0; i < FIELDS; i++) {
        char *field = strsep(&rest, "\t");
        row->field[i] = field == NULL ? "" : field;
    }
    struct CMUnitTest test = {row->field[0], test_row, NULL, NULL, row};
    TESTS[COUNT++] = test;
}

static void read_table(const char *name) {
    char path[2048];
    char line[LINE];
    snprintf(path, sizeof path, "%s/data/cases/%s", SESSION.tests, name);
    FILE *file = fopen(path, "r");
    if (file == NULL) return;
    bool header = true;
    while (fgets(line, sizeof line, file) != NULL && COUNT < MOST_CASES) {
        if (!header && line[0] != '#' && line[0] != '\n') add_row(line);
        header = false;
    }
    fclose(file);
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

/* The sorted names of the tables. */
int run_cases(void) {
    char folder[2048];
    struct dirent **names;
    int failures = 0;
    snprintf(folder, sizeof folder, "%s/data/cases", SESSION.tests);
    int tables = scandir(folder, &names, is_table, alphasort);
    for (int i = 0; i < tables; i++) {
        COUNT = 0;
        read_table(names[i]->d_name);
        failures +=
            _cmocka_run_group_tests(names[i]->d_name, TESTS, COUNT, open_sheet, close_sheet);
        for (size_t k = 0; k < COUNT; k++)
            free(ROWS[k].text);
        free(names[i]);
    }
    if (tables >= 0) free(names);
    return tables > 0 ? failures : 1;
}
