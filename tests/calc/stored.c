/* SPDX-License-Identifier: MPL-2.0
 *
 * stored.c: what the reader of stored workbooks takes from a file is what Calc shows of it: each
 * workbook that the file KENPO_STORED names (see stored.py) is read as data and opened as a document, and
 * compared cell by cell; and that it refuses what no program makes.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "runner.h"
#include "stored/read/read.h"
#include "uno/access.h"
#include "uno/document.h"
#include "uno/url.h"

static size_t DIFFERENCES;

static void differ(const kp_stored_sheet *sheet, const kp_stored_cell *cell, const char *what,
                   const char *read, const char *shown) {
    if (DIFFERENCES++ < 20)
        explain_failure("%s, column %ld, row %ld: %s: read \"%s\", Calc has \"%s\"", sheet->name,
                        cell->column, cell->row, what, read, shown);
}

static void compare_number(const kp_stored_sheet *sheet, const kp_stored_cell *cell,
                           uno_Interface *there) {
    char read[40];
    char has[40];
    double number = kp_get_number(there, "table.XCell::getValue", "");
    snprintf(read, sizeof read, "%.15g", cell->number);
    snprintf(has, sizeof has, "%.15g", number);
    if (strcmp(read, has) != 0) differ(sheet, cell, "number", read, has);
}

static void compare_cell(const kp_stored_sheet *sheet, const kp_stored_cell *cell,
                         uno_Interface *there) {
    kp_auto_text shown = kp_get_text(there, "text.XTextRange::getString", "");
    bool formula = cell->formula != NULL;
    double kind = kp_get_number(there, "table.XCell::getType", "");
    if (formula != (kind == 3)) differ(sheet, cell, "formula", formula ? cell->formula : "", "");
    if (cell->kind == KP_STORED_NUMBER) compare_number(sheet, cell, there);
    if (cell->kind == KP_STORED_TEXT && strcmp(cell->text, shown) != 0)
        differ(sheet, cell, "text", cell->text, shown);
    bool own = cell->kind == KP_STORED_TEXT && cell->shown != NULL &&
               strcmp(cell->text, cell->shown) != 0; /* then the file shows another text */
    if (!own && cell->shown != NULL && strcmp(cell->shown, shown) != 0)
        differ(sheet, cell, "shown", cell->shown, shown);
}

/* Every cell that was read, and how many the document has. */
static void compare_sheet(const kp_stored_sheet *sheet, uno_Interface *there) {
    for (size_t i = 0; i < sheet->count; i++) {
        const kp_stored_cell *cell = &sheet->cells[i];
        kp_auto cell_there =
            kp_get(there, "table.XCellRange::getCellByPosition", "ll", cell->column, cell->row);
        compare_cell(sheet, cell, cell_there);
    }
}

/* Cells with content, by the office's own count. */
static size_t count_cells(uno_Interface *document) {
    kp_auto_any values = {0};
    enum { EVERYTHING = 1 | 2 | 4 | 16 };
    size_t count = 0;
    kp_auto sheets = kp_get(document, "sheet.XSpreadsheetDocument::getSheets", "");
    for (size_t i = 0; i < kp_count(sheets); i++) {
        kp_auto sheet = kp_element(sheets, i);
        kp_auto found = kp_get(sheet, "sheet.XCellRangesQuery::queryContentCells", "i", EVERYTHING);
        kp_auto cells = kp_get(found, "sheet.XSheetCellRanges::getCells", "");
        kp_auto walk = kp_get(cells, "container.XEnumerationAccess::createEnumeration", "");
        while (kp_get_number(walk, "container.XEnumeration::hasMoreElements", "") > 0) {
            kp_auto next = kp_get(walk, "container.XEnumeration::nextElement", "");
            count++;
        }
    }
    return count;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1000 + (double)time.tv_nsec / 1e6;
}

/* Sheets by their names, and how many there are. */
static size_t compare_sheets(const kp_workbook *workbook, uno_Interface *document) {
    size_t cells = 0;
    kp_auto sheets = kp_get(document, "sheet.XSpreadsheetDocument::getSheets", "");
    if (workbook->count != kp_count(sheets)) {
        explain_failure("read %zu sheets, Calc has %zu", workbook->count, kp_count(sheets));
        DIFFERENCES++;
    }
    for (size_t i = 0; i < workbook->count; i++) {
        kp_auto there = kp_named(sheets, workbook->sheets[i].name);
        if (there == NULL)
            DIFFERENCES++;
        else
            compare_sheet(&workbook->sheets[i], there);
        cells += workbook->sheets[i].count;
    }
    return cells;
}

/* What Calc does not open nobody is shown. */
static void compare_document(const kp_workbook *workbook, const char *path, bool must_open,
                             double took) {
    struct sheet opened;
    kp_auto_text url = kp_url_from_path(path);
    bool opens = sheet_open(SESSION.context, url, &opened);
    assert_true(opens || !must_open);
    size_t cells = opens ? compare_sheets(workbook, opened.document) : 0;
    size_t has = opens ? count_cells(opened.document) : 0;
    if (cells != has) explain_failure("read %zu cells, Calc has %zu", cells, has);
    DIFFERENCES += cells != has;
    if (opens) sheet_close(&opened);
    printf("    %s: %zu cells, %zu names, read in %.1f ms%s\n", strrchr(path, '/') + 1, cells,
           workbook->name_count, took, opens ? "" : " (Calc does not open it)");
}

/* A line of the list: how the reading ends, and the path. */
static void compare_file(char *line) {
    kp_workbook workbook = {0};
    kp_auto_buffer why = {0};
    char *path = strchr(line, '\t') + 1;
    path[strcspn(path, "\n")] = '\0';
    double before = now();
    int reading = (int)kp_workbook_read(&workbook, SESSION.context, path, &why);
    double took = now() - before;
    bool either = *line == '9'; /* refused, or understood as Calc does */
    if (!either && reading != *line - '0') {
        explain_failure("%s: ended with %d, %s", path, reading, kp_buffer_text(&why));
        DIFFERENCES++;
    } else if (reading == KP_READ) {
        compare_document(&workbook, path, !either, took);
    } else {
        printf("    %s: %s, told in %.1f ms\n", strrchr(path, '/') + 1, kp_buffer_text(&why), took);
    }
    kp_workbook_end(&workbook);
}

static void test_reads_what_calc_shows(void **state) {
    (void)state;
    const char *list = getenv("KENPO_STORED");
    FILE *lines = list == NULL ? NULL : fopen(list, "r");
    char line[4096];
    assert_non_null(lines);
    while (fgets(line, sizeof line, lines) != NULL)
        compare_file(line);
    fclose(lines);
    assert_int_equal(DIFFERENCES, 0);
}

int run_stored(void) {
    const struct CMUnitTest stored[] = {cmocka_unit_test(test_reads_what_calc_shows)};
    return cmocka_run_group_tests(stored, NULL, NULL);
}
