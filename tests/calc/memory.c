/* SPDX-License-Identifier: MPL-2.0
 *
 * memory.c: a call leaves nothing behind. A million recalculated cells, and the office's resident
 * memory stays where it was.
 */
#include <stdio.h>
#include <unistd.h>

#include "runner.h"

enum { CELLS = 2000, ROUNDS = 500, WARM_UP = 20, FORMULAS = 5 };

static const char *const FORMULA[FORMULAS] = {
    "=KENPO_SPECIFIC_RATE({420000;610000;20;3000;5};0;22800000;ROW()*1000)",
    "=KENPO_GRANT({7500000;4000000;4000000.5};\"令和6年度\")+ROW()",
    "=KENPO_OFFICE_SUBSIDY(ROW();3200;\"総合\";\"H27\")",
    "=KENPO_EXPLAIN(\"KENPO_RESERVE_RATIO\";ROW();0)",
    "=KENPO_WAREKI(\"２０２５\")&KENPO_RESERVE_RATIO(ROW();3)",
};

static long resident_kilobytes(void) {
    long pages = 0;
    long all = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    assert_non_null(file);
    assert_int_equal(fscanf(file, "%ld %ld", &all, &pages), 2);
    fclose(file);
    return pages * (sysconf(_SC_PAGESIZE) / 1024);
}

static void test_memory_stays_flat(void **state) {
    (void)state;
    struct sheet sheet;
    assert_true(sheet_open(SESSION.context, "private:factory/scalc", &sheet));
    for (int i = 0; i < CELLS; i++)
        sheet_type(&sheet, i % FORMULAS, i / FORMULAS, FORMULA[i % FORMULAS]);
    for (int i = 0; i < WARM_UP; i++)
        sheet_recalculate(&sheet);
    long before = resident_kilobytes();
    for (int i = 0; i < ROUNDS; i++)
        sheet_recalculate(&sheet);
    long grown = resident_kilobytes() - before;
    printf("    %d recalculated cells: resident memory grew by %ld KiB of %ld\n", CELLS * ROUNDS,
           grown, before);
    sheet_close(&sheet);
    assert_true(grown < 4096); /* one byte a cell and less: pages of the office's own allocator */
}

int run_memory(void) {
    const struct CMUnitTest memory[] = {cmocka_unit_test(test_memory_stays_flat)};
    return cmocka_run_group_tests(memory, NULL, NULL);
}
