/* SPDX-License-Identifier: MPL-2.0
 *
 * dates.c: what a function knows of its document. A date that a function gives is the same day in documents that count their days from
 * different null dates (ODF's 1899-12-30, 1900-01-01 of StarCalc 1.0, 1904-01-01 of old Excel
 * files); its words are in the language of the document, where that says one, and else in the office's.
 */
#include <string.h>

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

enum { REMOVABLE = 128 }; /* com.sun.star.beans.PropertyAttribute */

static void set_language(struct sheet *sheet, const char *language) {
    kp_auto about =
        kp_get(sheet->document, "document.XDocumentPropertiesSupplier::getDocumentProperties", "");
    kp_auto own = kp_get(about, "document.XDocumentProperties::getUserDefinedProperties", "");
    kp_do(own, "beans.XPropertyContainer::removeProperty", "s", "KenpoLanguage");
    assert_true(kp_do(own, "beans.XPropertyContainer::addProperty", "sis", "KenpoLanguage",
                      REMOVABLE, language));
}

static void assert_words(struct sheet *sheet, bool japanese) {
    static const struct {
        const char *formula, *ja, *en;
    } TEXTS[] = {
        {"=KENPO_CHECK(\"V03\";1;2)", "エラー", "Error"},
        {"=KENPO_CHECK_INFO(\"V03\";\"重要度\")", "エラー", "Error"},
        {"=KENPO_SOURCE(\"grant.threshold\";2024)", "健康保険組合連合会", "Kenporen"},
        {"=KENPO_EXPLAIN(\"KENPO_YEAR\";2027)", "結果", "Result"},
    };
    for (int i = 0; i < (int)(sizeof TEXTS / sizeof TEXTS[0]); i++) {
        char shown[4096];
        sheet_type(sheet, 0, i, "");
        sheet_type(sheet, 0, i, TEXTS[i].formula);
        sheet_shown(sheet, 0, i, shown, sizeof shown);
        const char *wanted = japanese ? TEXTS[i].ja : TEXTS[i].en;
        if (strstr(shown, wanted) == NULL)
            fail_msg("%s: no %s in %s", TEXTS[i].formula, wanted, shown);
    }
}

static void test_languages(void **state) {
    (void)state;
    struct sheet sheet;
    assert_true(sheet_open(SESSION.context, "private:factory/scalc", &sheet));
    assert_words(&sheet, strncmp(SESSION.language, "ja", 2) == 0);
    set_language(&sheet, "ja");
    assert_words(&sheet, true);
    set_language(&sheet, "en");
    assert_words(&sheet, false);
    sheet_close(&sheet);
}

int run_dates(void) {
    const struct CMUnitTest dates[] = {
        cmocka_unit_test(test_null_dates),
        cmocka_unit_test(test_languages),
    };
    return cmocka_run_group_tests(dates, NULL, NULL);
}
