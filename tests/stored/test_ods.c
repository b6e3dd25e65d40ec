/* SPDX-License-Identifier: MPL-2.0
 *
 * test_ods.c: the files inside an .ods into the model, and every allocation of that failing once. That
 * Calc shows the same is proved inside Calc (tests/calc/stored.c).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "stored/ods/ods.h"

#define SPACES                                                                                     \
    " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"                             \
    " xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'"                               \
    " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"                                 \
    " xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'"                               \
    " xmlns:meta='urn:oasis:names:tc:opendocument:xmlns:meta:1.0'"                                 \
    " xmlns:config='urn:oasis:names:tc:opendocument:xmlns:config:1.0'"                             \
    " xmlns:calcext='urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'"
#define CONTENT(styles, body)                                                                      \
    "<office:document-content" SPACES "><office:automatic-styles>" styles                          \
    "</office:automatic-styles><office:body><office:spreadsheet>" body                             \
    "</office:spreadsheet></office:body></office:document-content>"
#define TABLE(inside) "<table:table table:name='表'>" inside "</table:table>"
#define ROW(inside)   "<table:table-row>" inside "</table:table-row>"

/* Reads the text as one part of a package; finishes the reading. */
static kp_ods_end read_part(kp_workbook *workbook, kp_ods_part part, const char *xml,
                            kp_buffer *why) {
    kp_ods *ods = calloc(1, sizeof *ods);
    char *copy = ods == NULL ? NULL : malloc(strlen(xml) + 1);
    kp_ods_end end = KP_ODS_READ;
    if (copy != NULL) {
        strcpy(copy, xml);
        ods->workbook = workbook;
        ods->why = why;
        end = kp_ods_read(ods, part, copy, strlen(xml));
        kp_ods_finish(ods);
    }
    workbook->failed = workbook->failed || copy == NULL;
    free(copy);
    free(ods);
    return end;
}

static void read_whole(kp_workbook *workbook, kp_ods_part part, const char *xml) {
    kp_auto_buffer why = {0};
    *workbook = (kp_workbook){0};
    kp_ods_end end = read_part(workbook, part, xml, &why);
    if (end != KP_ODS_READ) print_message("%s\n", kp_buffer_text(&why));
    assert_int_equal(end, KP_ODS_READ);
    assert_false(workbook->failed);
}

static const kp_stored_cell *cell_at(const kp_workbook *workbook, long column, long row) {
    const kp_stored_cell *cell = kp_stored_at(kp_workbook_sheet(workbook, "表"), column, row);
    assert_non_null(cell);
    return cell;
}

static const char CELLS[] = CONTENT(
    "", TABLE(ROW("<table:table-cell office:value-type='float' "
                  "office:value='1.5'><text:p>1.50</text:p></table:table-cell>"
                  "<table:table-cell office:value-type='string'><text:p>一<text:s "
                  "text:c='2'/>二</text:p><text:p>三</text:p></table:table-cell>"
                  "<table:table-cell office:value-type='string' "
                  "office:string-value='値'><text:p>見</text:p></table:table-cell>"
                  "<table:table-cell table:formula='of:=NA()' office:value-type='string' "
                  "office:string-value='' calcext:value-type='error'>"
                  "<text:p>エラー:502</text:p></table:table-cell>"
                  "<table:table-cell office:value-type='float' office:value='十'/>"
                  "<table:table-cell office:value-type='float' office:value='3' "
                  "calcext:value-type='string'/>"
                  "<table:table-cell table:formula='of:=SUM([.A1:.A2])' "
                  "table:number-matrix-columns-spanned='2' table:number-matrix-rows-spanned='3'"
                  " office:value-type='boolean' office:boolean-value='true'/>"
                  "<table:table-cell "
                  "office:value-type='string'><text:p>a<text:sheet-name>b</text:sheet-name></"
                  "text:p></table:table-cell>"
                  "<table:covered-table-cell office:value-type='float' office:value='9'/>"
                  "<table:table-cell table:formula='of:=A1'/>")));

static void reads_cells(void **state) {
    (void)state;
    kp_workbook workbook;
    read_whole(&workbook, KP_ODS_CONTENT, CELLS);
    assert_int_equal(workbook.sheets[0].count, 10);
    const kp_stored_cell *number = cell_at(&workbook, 0, 0);
    assert_int_equal(number->kind, KP_STORED_NUMBER);
    assert_true(number->number >= 1.5 && number->number <= 1.5);
    assert_string_equal(number->shown, "1.50");
    assert_null(number->formula);
    assert_string_equal(cell_at(&workbook, 1, 0)->text, "一  二\n三");
    assert_string_equal(cell_at(&workbook, 2, 0)->text, "値");
    assert_string_equal(cell_at(&workbook, 2, 0)->shown, "見");
    assert_int_equal(cell_at(&workbook, 3, 0)->kind, KP_STORED_ERROR);
    assert_string_equal(cell_at(&workbook, 3, 0)->text, "Err:502");
    assert_int_equal(cell_at(&workbook, 4, 0)->kind, KP_STORED_ERROR);
    assert_string_equal(cell_at(&workbook, 4, 0)->text, "十");
    assert_int_equal(cell_at(&workbook, 5, 0)->kind, KP_STORED_ERROR); /* two types */
    const kp_stored_cell *array = cell_at(&workbook, 6, 0);
    assert_string_equal(array->formula, "of:=SUM([.A1:.A2])");
    assert_int_equal(array->across, 2);
    assert_int_equal(array->down, 3);
    assert_true(array->number >= 1);
    assert_int_equal(workbook.foreign_count, 1);
    assert_string_equal(workbook.foreign[0].where, "表 H1");
    assert_string_equal(workbook.foreign[0].what, "text:sheet-name");
    assert_true(cell_at(&workbook, 8, 0)->number >= 9);
    assert_int_equal(cell_at(&workbook, 9, 0)->kind, KP_STORED_EMPTY);
    assert_null(kp_stored_at(&workbook.sheets[0], 10, 0));
    assert_null(kp_workbook_sheet(&workbook, "裏"));
    kp_workbook_end(&workbook);
}

static const char WHOLE[] = CONTENT(
    "<style:style style:family='table' style:name='t1'><style:table-properties "
    "table:display='false'/></style:style>"
    "<style:style style:family='table-cell' style:name='t2'><style:table-properties "
    "table:display='false'/></style:style>",
    "<table:calculation-settings table:automatic-find-labels='false' "
    "table:use-regular-expressions='false' table:use-wildcards='true'"
    " table:precision-as-shown='true'><table:null-date "
    "table:date-value='1904-01-01'/><table:iteration table:status='enable'/>"
    "</table:calculation-settings>"
    "<table:table table:name='表' table:style-name='t2' table:protected='true' "
    "table:print-ranges='表.A1:表.B2 表.D4'>"
    "<table:table-column table:default-cell-style-name='c'/><table:table-column-group "
    "table:display='false'>"
    "<table:table-column table:number-columns-repeated='2'/></table:table-column-group>"
    "<table:table-column table:visibility='collapse' table:number-columns-repeated='99999'/>"
    "<table:table-row table:number-rows-repeated='2'><table:table-cell "
    "table:number-columns-repeated='2' office:value-type='float'"
    " office:value='7'/><table:table-cell table:style-name='d' "
    "table:number-columns-repeated='3'/></table:table-row>"
    "<table:table-row-group "
    "table:display='false'><table:table-row/><table:table-row-group><table:table-row/>"
    "</table:table-row-group></table:table-row-group>"
    "<table:table-row table:visibility='filter' table:number-rows-repeated='2'><table:table-cell "
    "table:number-columns-spanned='2'"
    " table:number-rows-spanned='2'/></table:table-row>"
    "<table:table-row table:number-rows-repeated='1048570'/><table:table-row><table:table-cell "
    "office:value-type='float' office:value='1'/>"
    "</table:table-row>"
    "<table:named-expressions><table:named-range table:name='甲' "
    "table:cell-range-address='$表.$A$1'/></table:named-expressions>"
    "</table:table><table:table table:name='裏' table:style-name='t1'/>"
    "<table:named-expressions><table:named-range table:name='甲' "
    "table:cell-range-address='$裏.$A$1' table:base-cell-address='$裏.$A$1'/>"
    "<table:named-expression table:name='乙' table:expression='of:=1'/></table:named-expressions>"
    "<table:database-ranges><table:database-range table:name='丙' "
    "table:target-range-address='表.A1:表.B2'/></table:database-ranges>"
    "<table:label-ranges><table:label-range table:label-cell-range-address='表.A1' "
    "table:data-cell-range-address='表.A2'/></table:label-ranges>");

static bool same_area(kp_stored_area a, long left, long top, long right, long bottom) {
    return a.left == left && a.top == top && a.right == right && a.bottom == bottom;
}

static void reads_sheets(void **state) {
    (void)state;
    kp_workbook workbook;
    read_whole(&workbook, KP_ODS_CONTENT, WHOLE);
    const kp_stored_sheet *sheet = &workbook.sheets[0];
    assert_int_equal(workbook.count, 2);
    assert_false(sheet->hidden);
    assert_true(sheet->guarded && workbook.sheets[1].hidden);
    assert_int_equal(sheet->count, 4); /* the last row is beyond what Calc has */
    assert_true(cell_at(&workbook, 1, 1)->number >= 7);
    assert_int_equal(sheet->printed.count, 2);
    assert_true(same_area(sheet->printed.area[1], 3, 3, 3, 3));
    assert_int_equal(sheet->hidden_columns.count, 2);
    assert_true(same_area(sheet->hidden_columns.area[0], 1, 0, 2, 1048575));
    assert_true(same_area(sheet->hidden_columns.area[1], 3, 0, 16383, 1048575));
    assert_int_equal(sheet->hidden_rows.count, 1);
    assert_true(same_area(sheet->hidden_rows.area[0], 0, 2, 16383, 5));
    assert_int_equal(sheet->merged.count, 1);
    assert_true(same_area(sheet->merged.area[0], 0, 4, 1, 5));
    assert_int_equal(sheet->blank_count, 2);
    assert_true(same_area(sheet->blanks[1].area, 2, 0, 4, 1));
    assert_string_equal(workbook.settings,
                        "precision as shown: true; null date 1904-01-01; iteration");
    kp_workbook_end(&workbook);
}

static void reads_names(void **state) {
    (void)state;
    static const kp_stored_name EXPECTED[] = {
        {KP_NAME_ORDINARY, "甲", "表", "$表.$A$1", NULL},
        {KP_NAME_ORDINARY, "甲", NULL, "$裏.$A$1", "$裏.$A$1"},
        {KP_NAME_ORDINARY, "乙", NULL, "of:=1", NULL},
        {KP_NAME_DATABASE, "丙", NULL, "表.A1:表.B2", NULL},
        {KP_NAME_LABEL, "表.A1", NULL, "表.A2", NULL},
    };
    kp_workbook workbook;
    read_whole(&workbook, KP_ODS_CONTENT, WHOLE);
    assert_int_equal(workbook.name_count, sizeof EXPECTED / sizeof *EXPECTED);
    for (size_t i = 0; i < workbook.name_count; i++) {
        const kp_stored_name *name = &workbook.names[i];
        assert_int_equal(name->kind, EXPECTED[i].kind);
        assert_string_equal(name->name, EXPECTED[i].name);
        assert_string_equal(name->content, EXPECTED[i].content);
        assert_int_equal(name->sheet == NULL, EXPECTED[i].sheet == NULL);
        if (name->sheet != NULL) assert_string_equal(name->sheet, EXPECTED[i].sheet);
        assert_int_equal(name->base == NULL, EXPECTED[i].base == NULL);
    }
    kp_workbook_end(&workbook);
}

static void reads_properties(void **state) {
    (void)state;
    kp_workbook workbook;
    read_whole(
        &workbook, KP_ODS_META,
        "<office:document-meta" SPACES "><office:meta><meta:generator>甲&amp;乙</meta:generator>"
        "<meta:user-defined meta:name='KenpoForm'>budget 0.1.0 予算書一式</meta:user-defined>"
        "<meta:user-defined "
        "meta:name='Other'>x</meta:user-defined></office:meta></office:document-meta>");
    assert_string_equal(workbook.producer, "甲&乙");
    assert_string_equal(workbook.form, "budget 0.1.0 予算書一式");
    kp_workbook_end(&workbook);
    read_whole(&workbook, KP_ODS_SETTINGS,
               "<office:document-settings" SPACES "><office:settings><config:config-item-set>"
               "<config:config-item config:name='AutoCalculate'>false</config:config-item>"
               "<config:config-item-map-indexed><config:config-item-map-entry>"
               "<config:config-item config:name='ShowZeroValues'>true</config:config-item>"
               "</config:config-item-map-entry></config:config-item-map-indexed>"
               "</config:config-item-set></office:settings></office:document-settings>");
    assert_string_equal(workbook.settings, "AutoCalculate false");
    kp_workbook_end(&workbook);
}

static void ends_with(const char *xml, kp_ods_end expected, const char *words) {
    kp_workbook workbook = {0};
    kp_auto_buffer why = {0};
    assert_int_equal(read_part(&workbook, KP_ODS_CONTENT, xml, &why), expected);
    assert_non_null(strstr(kp_buffer_text(&why), words));
    kp_workbook_end(&workbook);
}

static void refuses_what_no_program_makes(void **state) {
    (void)state;
#define CELL(count)                                                                                \
    "<table:table-cell office:value-type='float' table:number-columns-repeated='" count "'/>"
    ends_with("<x/>", KP_ODS_BROKEN, "no workbook");
    ends_with("<office:document-meta" SPACES "><office:meta/></office:document-meta>",
              KP_ODS_BROKEN, "another part");
    ends_with(CONTENT("", "<table:table/>"), KP_ODS_BROKEN, "without a name");
    ends_with(CONTENT("", TABLE("") TABLE("")), KP_ODS_BROKEN, "two sheets");
    ends_with(CONTENT("", TABLE(ROW("<table:table-cell>" TABLE("") "</table:table-cell>"))),
              KP_ODS_BROKEN, "inside a cell");
    ends_with(CONTENT("", "</office:spreadsheet><office:spreadsheet>"), KP_ODS_BROKEN,
              "two workbooks");
    ends_with(CONTENT("", TABLE("<table:table-row table:number-rows-repeated='1000000000'>" CELL(
                              "9") "</table:table-row>")),
              KP_ODS_HUGE, "500,000");
    ends_with(
        CONTENT("",
                TABLE(ROW(CELL("16384")) "<table:table-row table:number-rows-repeated='30'>" CELL(
                    "1000000000") "</table:table-row>")),
        KP_ODS_HUGE, "500,000");
    ends_with(CONTENT("", TABLE(ROW("<table:table-cell><text:p><text:s "
                                    "text:c='999999999'/></text:p></table:table-cell>"))),
              KP_ODS_HUGE, "million");
}

/* With memory short somewhere the workbook has failed, and nothing else happens. */
static void read_short(int short_of_memory, void *data) {
    kp_workbook workbook = {0};
    kp_auto_buffer why = {0};
    read_part(&workbook, KP_ODS_CONTENT, data, &why);
    assert_int_equal(workbook.failed, short_of_memory);
    kp_workbook_sheet(&workbook, "表");
    kp_workbook_end(&workbook);
}

static void tells_that_memory_is_short(void **state) {
    (void)state;
    assert_true(memory_fail_each(read_short, (void *)CELLS) > 10);
    assert_true(memory_fail_each(read_short, (void *)WHOLE) > 10);
}

/* Any byte changed: it ends somehow, and reads no further. */
static void takes_whatever_comes(void **state) {
    (void)state;
    static const char *const TEXTS[] = {CELLS, WHOLE};
    static const char CHANGES[] = "<>'/& 09-\xFF";
    for (size_t t = 0; t < 2; t++) {
        char changed[sizeof WHOLE + sizeof CELLS];
        strcpy(changed, TEXTS[t]);
        for (size_t i = 0; changed[i] != '\0'; i++)
            for (const char *c = CHANGES; *c != '\0'; c++) {
                kp_workbook workbook = {0};
                kp_auto_buffer why = {0};
                changed[i] = *c;
                read_part(&workbook, KP_ODS_CONTENT, changed, &why);
                kp_workbook_end(&workbook);
                changed[i] = TEXTS[t][i];
            }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_cells),
        cmocka_unit_test(reads_sheets),
        cmocka_unit_test(reads_names),
        cmocka_unit_test(reads_properties),
        cmocka_unit_test(refuses_what_no_program_makes),
        cmocka_unit_test(tells_that_memory_is_short),
        cmocka_unit_test(takes_whatever_comes),
    };
    return cmocka_run_group_tests_name("reading an .ods", tests, NULL, NULL);
}
