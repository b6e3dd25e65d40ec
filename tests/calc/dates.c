/* SPDX-License-Identifier: MPL-2.0
 *
 * dates.c: a date that a function gives is the same day in documents that count their days from
 * different null dates (ODF's 1899-12-30, 1900-01-01 of StarCalc 1.0, 1904-01-01 of old Excel
 * files).
 */
#include "runner.h"
#include "sheet.h"
#include "uno/access.h"

/* com.sun.star.util.Date */
typedef struct date {
    sal_uInt16 day, month;
    sal_Int16 year;
} date;

static const struct {
    date null_date;
    double end_of_fy2014;    /* 2015-03-31 in days from it */
    double report_of_fy2015; /* 2016-09-30 */
} DOCUMENTS[] = {
    {{30, 12, 1899}, 42094, 42643},
    {{1, 1, 1900}, 42092, 42641},
    {{1, 1, 1904}, 40632, 41181},
};

static void set_null_date(struct sheet *sheet, date null_date) {
    assert_true(
        kp_property_set_of(sheet->document, "NullDate", &null_date, "com.sun.star.util.Date"));
}

static void test_null_dates(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof DOCUMENTS / sizeof DOCUMENTS[0]; i++) {
        struct sheet sheet;
        assert_true(sheet_open(SESSION.context, "private:factory/scalc", &sheet));
        set_null_date(&sheet, DOCUMENTS[i].null_date);
        sheet_type(&sheet, 0, 0, "=KENPO_DEADLINE(\"収入支出予算概要表\";2015)");
        sheet_type(&sheet, 0, 1, "=KENPO_DEADLINE(\"実施状況報告\";2015)");
        sheet_type(&sheet, 0, 2, "=A1-DATE(2015;3;31)");
        sheet_type(&sheet, 0, 3, "=KENPO_DEADLINE(\"収入支出予算概要表\";2016)");
        assert_true(sheet_number(&sheet, 0, 0) == DOCUMENTS[i].end_of_fy2014);
        assert_true(sheet_number(&sheet, 0, 1) == DOCUMENTS[i].report_of_fy2015);
        assert_true(sheet_number(&sheet, 0, 2) == 0);
        assert_int_equal(sheet_error(&sheet, 0, 3), 32767);
        sheet_close(&sheet);
    }
}

int run_dates(void) {
    const struct CMUnitTest dates[] = {
        cmocka_unit_test(test_null_dates),
    };
    return cmocka_run_group_tests(dates, NULL, NULL);
}
