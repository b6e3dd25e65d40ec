/* SPDX-License-Identifier: MPL-2.0
 *
 * bench.c: how long a cell takes, measured inside Calc against the office's own functions, in one
 * run and side by side. Nothing here fails: it only tells.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "calc/function.h"
#include "runner.h"

enum { ROWS = 20000, EXAMPLES = 1000, CLAIMS = 200705, ROUNDS = 9, CONTENDERS = 5 };

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now); /* what else runs does not count */
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static int by_size(const void *a, const void *b) {
    double left = *(const double *)a;
    double right = *(const double *)b;
    return (left > right) - (left < right);
}

static const char HEAD[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
    "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
    "xmlns:of=\"urn:oasis:names:tc:opendocument:xmlns:of:1.2\" office:version=\"1.3\" "
    "office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"><office:body>"
    "<office:spreadsheet><table:table table:name=\"bench\">";
static const char TAIL[] = "</table:table></office:spreadsheet></office:body></office:document>";

/* A row: numbers in A:H, the formula in I, each @ of it being the row's number. */
static void write_row(FILE *file, const char *formula, int row) {
    fputs("<table:table-row>", file);
    for (int column = 1; column <= 8; column++)
        fprintf(file, "<table:table-cell office:value-type=\"float\" office:value=\"%d\"/>",
                1000 * column + row);
    fputs("<table:table-cell table:formula=\"of:=", file);
    for (const char *at = formula; *at != '\0'; at++) {
        if (*at == '@')
            fprintf(file, "%d", row);
        else
            fputc(*at, file);
    }
    fputs("\"/></table:table-row>", file);
}

/* A sheet with one formula in every row, opened from a file: typing so many formulas one by one
 * would take longer than all that is measured. */
static bool fill(struct sheet *sheet, const char *formula, int rows) {
    char path[1100];
    char url[1200];
    snprintf(path, sizeof path, "/tmp/kenpo-bench-XXXXXX");
    int handle = mkstemp(path);
    FILE *file = handle < 0 ? NULL : fdopen(handle, "w");
    if (file == NULL) return false;
    fputs(HEAD, file);
    for (int row = 1; row <= rows; row++)
        write_row(file, formula, row);
    fputs(TAIL, file);
    fclose(file);
    snprintf(url, sizeof url, "file://%s", path);
    bool open = sheet_open(SESSION.context, url, sheet);
    unlink(path);
    return open;
}

/* Microseconds a cell of each contender: they take turns, and the median of the rounds counts. */
static void race(const char *const *formulas, int count, double *microseconds) {
    struct sheet sheets[CONTENDERS];
    double times[CONTENDERS][ROUNDS];
    for (int i = 0; i < count; i++)
        if (!fill(&sheets[i], formulas[i], ROWS)) abort(); /* of the test's own office */
    for (int round = -1; round < ROUNDS; round++)
        for (int i = 0; i < count; i++) {
            double start = seconds();
            sheet_recalculate(&sheets[i]);
            if (round >= 0) times[i][round] = seconds() - start;
        }
    for (int i = 0; i < count; i++) {
        qsort(times[i], ROUNDS, sizeof times[i][0], by_size);
        microseconds[i] = times[i][ROUNDS / 2] * 1e6 / ROWS;
        sheet_close(&sheets[i]);
    }
}

/* As ODF stores them. GETQUOTIENT is QUOTIENT of the office's own C++ Analysis add-in. */
static void bench_cells(void) {
    static const struct {
        const char *name;
        const char *formula;
    } CELL[CONTENDERS] = {
        {"QUOTIENT(A;B)", "COM.SUN.STAR.SHEET.ADDIN.ANALYSIS.GETQUOTIENT([.A@];[.B@])"},
        {"KENPO_SPECIFIC_RATE(A;F;G;H)",
         "ORG.KENPOCALC.BUDGET.SPECIFICRATE([.A@];[.F@];[.G@];[.H@])"},
        {"KENPO_SPECIFIC_RATE(A:E;F;G;H)",
         "ORG.KENPOCALC.BUDGET.SPECIFICRATE([.A@:.E@];[.F@];[.G@];[.H@])"},
        {"KENPO_RESERVE_RATIO(A;B)", "ORG.KENPOCALC.BUDGET.RESERVERATIO([.A@];[.B@])"},
        {"A/B", "[.A@]/[.B@]"},
    };
    const char *formulas[CONTENDERS];
    double time[CONTENDERS];
    for (int i = 0; i < CONTENDERS; i++)
        formulas[i] = CELL[i].formula;
    race(formulas, CONTENDERS, time);
    printf("\nA cell, %d cells, median of %d hard recalculations\n", ROWS, ROUNDS);
    for (int i = 0; i < CONTENDERS; i++)
        printf("  %-32s %7.3f us  %5.2f x QUOTIENT\n", CELL[i].name, time[i], time[i] / time[0]);
}

/* One formula over all claims: ours and the same rule as native formulas, as the rule says it
 * (0.7 × min + 1 × max), with one IF a claim, and without any. */
static void bench_claims(void) {
    static const char *const FORMULAS[] = {
        "=KENPO_GRANT(A1:A200705;2024)",
        "=SUMPRODUCT(0.7*IF(A1:A200705<5000000;A1:A200705;5000000)+"
        "1*IF(A1:A200705>5000000;A1:A200705-5000000;0))",
        "=SUMPRODUCT(IF(A1:A200705>5000000;5000000*0.7+(A1:A200705-5000000)*1;A1:A200705*0.7))",
        "=SUMPRODUCT((A1:A200705<=5000000)*A1:A200705*0.7+(A1:A200705>5000000)*"
        "(5000000*0.7+(A1:A200705-5000000)*1))",
    };
    enum { COUNT = sizeof FORMULAS / sizeof FORMULAS[0] };
    struct sheet sheet;
    double times[COUNT][ROUNDS];
    double value[COUNT];
    if (!sheet_open(SESSION.context, "private:factory/scalc", &sheet)) return;
    for (int i = 0; i < CLAIMS; i++)
        sheet_set_number(&sheet, 0, i, 1000.0 * (i % 9000) + 300);
    for (int round = -1; round < ROUNDS; round++)
        for (int i = 0; i < COUNT; i++) {
            double start = seconds();
            sheet_type(&sheet, 2, i, FORMULAS[i]);
            value[i] = sheet_number(&sheet, 2, i);
            if (round >= 0) times[i][round] = seconds() - start;
        }
    for (int i = 0; i < COUNT; i++)
        qsort(times[i], ROUNDS, sizeof times[i][0], by_size);
    printf("\nOne grant over %d claims, median of %d\n", CLAIMS, ROUNDS);
    for (int i = 0; i < COUNT; i++)
        printf("  %-32.32s %8.2f ms  %5.2f x the first SUMPRODUCT  = %.2f\n", FORMULAS[i],
               times[i][ROUNDS / 2] * 1e3, times[i][ROUNDS / 2] / times[1][ROUNDS / 2], value[i]);
    sheet_close(&sheet);
}

static void bench_example(const kp_function *function) {
    struct sheet sheet;
    double times[ROUNDS];
    if (!sheet_open(SESSION.context, "private:factory/scalc", &sheet)) return;
    for (int row = 0; row < EXAMPLES; row++)
        sheet_type(&sheet, 0, row, function->example);
    for (int round = 0; round < ROUNDS; round++) {
        double start = seconds();
        sheet_recalculate(&sheet);
        times[round] = seconds() - start;
    }
    qsort(times, ROUNDS, sizeof times[0], by_size);
    printf("  %-26s %8.2f us\n", function->name, times[ROUNDS / 2] * 1e6 / EXAMPLES);
    sheet_close(&sheet);
}

int run_bench(void) {
    bench_cells();
    bench_claims();
    printf("\nEvery function, its example in %d cells, a call\n", EXAMPLES);
    for (size_t i = 0; i < KP_FUNCTION_COUNT; i++)
        bench_example(&KP_FUNCTIONS[i]);
    return 0;
}
