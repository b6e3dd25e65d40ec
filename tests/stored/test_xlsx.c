/* SPDX-License-Identifier: MPL-2.0
 *
 * test_xlsx.c: an .xlsx read as data, from its parts as texts.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "stored/format.h"
#include "stored/shift.h"
#include "stored/xlsx/xlsx.h"
#include "parts.h"

#define MAIN "http://schemas.openxmlformats.org/"
#define RELATIONS(list)                                                                            \
    "<Relationships xmlns='" MAIN "package/2006/relationships'>" list "</Relationships>"
#define RELATION(id, type, target)                                                                 \
    "<Relationship Id='" id "' Type='" MAIN "officeDocument/2006/relationships/" type              \
    "' Target='" target "'/>"
#define SHEET(inside)                                                                              \
    "<x:worksheet xmlns:x='" MAIN "spreadsheetml/2006/main'>" inside "</x:worksheet>"

static part parts[13];
static const char *names[12];

static const part WORKBOOK[] = {
    {"[Content_Types].xml", "<Types/>"},
    {"_rels/.rels", RELATIONS(RELATION("r1", "officeDocument", "xl/workbook.xml"))},
    {"xl/_rels/workbook.xml.rels",
     RELATIONS(RELATION("r1", "worksheet", "worksheets/sheet1.xml") RELATION(
         "r2", "styles", "/xl/styles.xml") RELATION("r3", "sharedStrings", "sharedStrings.xml"))},
    {"xl/workbook.xml",
     "<workbook xmlns='" MAIN "spreadsheetml/2006/main' xmlns:q='" MAIN
     "officeDocument/2006/relationships'><workbookPr date1904='1'/><sheets><sheet name='その1' "
     "state='veryHidden' q:id='r1'/></sheets><definedNames><definedName name='額'>その1!$B$2"
     "</definedName><definedName name='額' localSheetId='0'>その1!$XFD$9</definedName>"
     "</definedNames></workbook>"},
    {"xl/styles.xml",
     "<styleSheet xmlns='" MAIN "spreadsheetml/2006/main'><numFmts><numFmt numFmtId='170' "
     "formatCode='#,##0;\\▲#,##0'/></numFmts><fonts><font><sz val='9'/><color theme='0'/>"
     "</font></fonts><fills><fill><patternFill patternType='solid'><fgColor indexed='2'/>"
     "</patternFill></fill></fills><cellXfs><xf/><xf numFmtId='170' fontId='0' fillId='0'>"
     "<protection locked='0'/></xf></cellXfs></styleSheet>"},
    {"xl/sharedStrings.xml",
     "<sst xmlns='" MAIN "spreadsheetml/2006/main'><si><t>あ</t></si><si><r><t>合</t></r><r>"
     "<t>計</t></r><rPh><t>ゴウケイ</t></rPh></si></sst>"}};
enum { PARTS = sizeof WORKBOOK / sizeof *WORKBOOK };

static kp_xlsx_end read_sheet(kp_workbook *workbook, const char *sheet) {
    memset(parts, 0, sizeof parts);
    memcpy(parts, WORKBOOK, sizeof WORKBOOK);
    parts[PARTS] = (part){"xl/worksheets/sheet1.xml", sheet};
    for (size_t i = 0; i <= PARTS; i++)
        names[i] = parts[i].name;
    const kp_parts all = {read_part, parts, names, PARTS + 1};
    kp_auto_buffer why = {0};
    *workbook = (kp_workbook){0};
    return kp_xlsx_read(workbook, &all, &why);
}

static void cells_are_read(void **state) {
    (void)state;
    kp_workbook w;
    assert_int_equal(
        read_sheet(&w, SHEET("<x:sheetData><x:row r='2'><x:c r='B2' s='1'><x:f t='shared' si='0' "
                             "ref='B2:B3'>C2+$D$1</x:f><x:v>1.5</x:v></x:c><x:c t='s'><x:v>1</x:v>"
                             "</x:c></x:row><x:row r='3' hidden='1'><x:c r='B3'><x:f t='shared' "
                             "si='0'/><x:v>2</x:v></x:c><y:c xmlns:y='u:other' r='C3'><y:v>9</y:v>"
                             "</y:c></x:row></x:sheetData>")),
        KP_XLSX_READ);
    const kp_stored_sheet *sheet = kp_workbook_sheet(&w, "その1");
    assert_non_null(sheet);
    assert_true(sheet->hidden);
    assert_int_equal(sheet->count, 3);
    const kp_stored_cell *cell = kp_stored_at(sheet, 1, 1);
    assert_true(cell->number > 1.4 && cell->number < 1.6);
    assert_string_equal(cell->formula, "C2+$D$1");
    assert_string_equal(w.looks[cell->look].format, "#,##0;\"▲\"#,##0");
    assert_int_equal(w.looks[cell->look].colour, 0xFFFFFF);
    assert_int_equal(w.looks[cell->look].ground, 0xFF0000);
    assert_false(w.looks[cell->look].locked);
    assert_string_equal(kp_stored_at(sheet, 2, 1)->text, "合計");
    assert_string_equal(kp_stored_at(sheet, 1, 2)->formula, "C3+$D$1");
    assert_int_equal(sheet->hidden_rows.count, 1);
    assert_int_equal(w.name_count, 2);
    assert_null(w.names[0].sheet);
    assert_string_equal(w.names[1].sheet, "その1");
    assert_string_equal(w.settings, "null date 1904-01-01");
    kp_workbook_end(&w);
}

static void disorder_is_refused(void **state) {
    (void)state;
    static const char *const WRONG[] = {
        SHEET("<x:sheetData><x:row r='2'/><x:row r='2'/></x:sheetData>"),
        SHEET("<x:sheetData><x:row r='2'><x:c r='B2'/><x:c r='B2'/></x:row></x:sheetData>"),
        SHEET("<x:sheetData><x:row r='2'><x:c r='B3'/></x:row></x:sheetData>"),
        SHEET("<x:sheetData><x:row r='2'><x:c r='B2'><x:v>1</x:v><x:v>2</x:v></x:c></x:row>"
              "</x:sheetData>"),
        SHEET("<x:sheetData><x:row r='2'><x:c r='B2'><x:v>0x10</x:v></x:c></x:row></x:sheetData>"),
        "<!DOCTYPE x><x/>"};
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        kp_workbook w;
        assert_int_equal(read_sheet(&w, WRONG[i]), KP_XLSX_BROKEN);
        kp_workbook_end(&w);
    }
}

static void rules_are_spelled(void **state) {
    (void)state;
    kp_workbook w;
    read_sheet(&w,
               SHEET("<x:conditionalFormatting sqref='B2:B3 D2'><x:cfRule type='expression'>"
                     "<x:formula>AND(B2&gt;$C$1,$C2=\"A1\")</x:formula></x:cfRule>"
                     "</x:conditionalFormatting><x:dataValidations><x:dataValidation type='list'"
                     " allowBlank='1' showErrorMessage='1' sqref='B9'><x:formula1>\"はい,いいえ\""
                     "</x:formula1></x:dataValidation></x:dataValidations>"));
    const kp_stored_sheet *sheet = &w.sheets[0];
    assert_int_equal(sheet->conditions.count, 2);
    assert_string_equal(sheet->conditions.rule[1].rule, "formula AND([0][0]>$C$1;$C[0]=\"A1\")");
    assert_string_equal(sheet->validities.rule[0].rule, "list はい;いいえ: stop");
    kp_workbook_end(&w);
}

static void what_is_foreign_is_told(void **state) {
    (void)state;
    kp_workbook w;
    read_sheet(&w, SHEET(""));
    assert_int_equal(w.foreign_count, 0);
    kp_workbook_end(&w);
    parts[PARTS + 1] = (part){"xl/vbaProject.bin", "x"};
    parts[PARTS + 2] = (part){"xl/worksheets/_rels/sheet1.xml.rels",
                              RELATIONS(RELATION("r1", "drawing", "../drawings/d.xml")
                                            RELATION("r2", "image", "../media/i.png"))};
    parts[PARTS + 3] = (part){
        "xl/drawings/d.xml",
        "<d:wsDr xmlns:d='" MAIN "drawingml/2006/spreadsheetDrawing'><d:twoCellAnchor><d:from>"
        "<d:col>3</d:col><d:row>47</d:row></d:from><d:sp/></d:twoCellAnchor></d:wsDr>"};
    for (size_t i = 0; i < PARTS + 4; i++)
        names[i] = parts[i].name;
    const kp_parts all = {read_part, parts, names, PARTS + 4};
    kp_auto_buffer why = {0};
    w = (kp_workbook){0};
    assert_int_equal(kp_xlsx_read(&w, &all, &why), KP_XLSX_READ);
    assert_int_equal(w.foreign_count, 3);
    assert_string_equal(w.foreign[0].where, "その1 D48");
    assert_int_equal(w.foreign[1].kind, KP_FOREIGN_PICTURE);
    assert_string_equal(w.foreign[2].where, "xl/vbaProject.bin");
    kp_workbook_end(&w);
}

static void formats_are_spelled_alike(void **state) {
    (void)state;
    static const char *const PAIRS[][2] = {
        {"#,##0;\\▲#,##0", "#,##0;\"▲\"#,##0"},
        {"[$-1030411]ggge\\年m\\月d\\日", "ggge\"年\"m\"月\"d\"日\""},
        {"[Red]0.00\\ %", "[RED]0.00\" \"%"},
        {"\"900,000\"", "\"900,000\""},
        {"GENERAL", "General"},
        {"#,##0,", "#,##0,"}};
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++) {
        kp_auto_buffer out = {0};
        kp_format_put(&out, PAIRS[i][0]);
        assert_string_equal(kp_buffer_text(&out), PAIRS[i][1]);
    }
}

static void references_move(void **state) {
    (void)state;
    static const char *const PAIRS[][2] = {
        {"A1+$A$1+A$1+$A1", "B3+$A$1+B$1+$A3"},
        {"SUM(A1:B2,その1!A1)", "SUM(B3:C4,その1!B3)"},
        {"LOG10(1.5)&\"A1\"&'A1 B'!A1", "LOG10(1.5)&\"A1\"&'A1 B'!B3"},
        {"率A1+A1率+表[A1]", "率A1+A1率+表[A1]"},
        {"A:A+2:2", "B:B+4:4"},
        {"XFD1", "#REF!"}};
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++) {
        kp_auto_buffer out = {0};
        kp_shift_put(&out, PAIRS[i][0], 1, 2);
        assert_string_equal(kp_buffer_text(&out), PAIRS[i][1]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_are_read),
        cmocka_unit_test(disorder_is_refused),
        cmocka_unit_test(rules_are_spelled),
        cmocka_unit_test(what_is_foreign_is_told),
        cmocka_unit_test(formats_are_spelled_alike),
        cmocka_unit_test(references_move),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
