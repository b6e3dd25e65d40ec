/* SPDX-License-Identifier: MPL-2.0
 *
 * test_looks.c: how a submission looks against its form: each way to show something else is told, with
 * its gravity; and an .ods that says the same in its own way is no difference.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "form/looks.h"
#include "stored/looks/looks.h"
#include "stored/xlsx/xlsx.h"
#include "parts.h"

#define MAIN "http://schemas.openxmlformats.org/"
#define RELATIONS(list)                                                                            \
    "<Relationships xmlns='" MAIN "package/2006/relationships'>" list "</Relationships>"
#define RELATION(id, type, target)                                                                 \
    "<Relationship Id='" id "' Type='" MAIN "officeDocument/2006/relationships/" type              \
    "' Target='" target "'/>"

static const char STYLES[] =
    "<styleSheet xmlns='" MAIN "spreadsheetml/2006/main'><numFmts><numFmt numFmtId='170' "
    "formatCode='#,##0;\\▲#,##0'/><numFmt numFmtId='171' "
    "formatCode='\"900,000\"'/></numFmts><fonts>"
    "<font><sz val='10'/></font><font><sz val='10'/><color rgb='FFFFFFFF'/></font><font>"
    "<sz val='1'/></font><font><sz val='10'/><color rgb='FF0000FF'/></font><font>"
    "<sz val='10'/><strike/></font><font><sz val='10'/><name "
    "val='Wingdings'/></font></fonts><fills><fill/>"
    "</fills><cellXfs><xf numFmtId='170'/><xf numFmtId='171'/><xf numFmtId='170' fontId='1'/>"
    "<xf numFmtId='170' fontId='2'/><xf numFmtId='170' fontId='3'/><xf "
    "numFmtId='170' fontId='4'/><xf numFmtId='170' fontId='5'/><xf numFmtId='170'><alignment "
    "textRotation='90'/></xf><xf numFmtId='170'><protection "
    "locked='0'/></xf></cellXfs><dxfs><dxf><numFmt "
    "numFmtId='171' formatCode='\"900,000\"'/></dxf><dxf><font><color rgb='FF808080'/></font></dxf>"
    "</dxfs></styleSheet>";

static const part BOOK[] = {
    {"_rels/.rels", RELATIONS(RELATION("r1", "officeDocument", "workbook.xml"))},
    {"_rels/workbook.xml.rels",
     RELATIONS(RELATION("r1", "worksheet", "s.xml") RELATION("r2", "styles", "styles.xml")
                   RELATION("r3", "worksheet", "t.xml"))},
    {"styles.xml", STYLES}};

#define SHEETS(list)                                                                               \
    "<workbook xmlns='" MAIN "spreadsheetml/2006/main' xmlns:r='" MAIN                             \
    "officeDocument/2006/relationships'><sheets>" list "</sheets></workbook>"
#define ONE "<sheet name='その1' r:id='r1'/>"
#define SHEET(before, row, after)                                                                  \
    "<worksheet xmlns='" MAIN "spreadsheetml/2006/main'>" before                                   \
    "<sheetData><row r='1'><c r='A1'><v>1</v></c></row>" row "</sheetData>" after "</worksheet>"
#define ROW(more, style) "<row r='2'" more "><c r='A2' s='" style "'><v>1400</v></c></row>"
#define RULE(change)                                                                               \
    "<conditionalFormatting sqref='A1:A2'><cfRule type='expression' dxfId='" change                \
    "'><formula>A1&gt;0</formula></cfRule></conditionalFormatting>"

static part parts[7];

static void read_book(kp_workbook *workbook, const char *sheets, const char *sheet) {
    static const char *const NAMES[] = {"_rels/.rels", "_rels/workbook.xml.rels"};
    const kp_parts all = {read_part, parts, NAMES, 2};
    kp_auto_buffer why = {0};
    memcpy(parts, BOOK, sizeof BOOK);
    parts[3] = (part){"workbook.xml", sheets};
    parts[4] = (part){"s.xml", sheet};
    parts[5] = (part){"t.xml", SHEET("", "", "")};
    *workbook = (kp_workbook){0};
    assert_int_equal(kp_xlsx_read(workbook, &all, &why), KP_XLSX_READ);
}

typedef struct seen {
    size_t count, graves;
    kp_look_kind kind; /* of the last one */
} seen;

static void on_seen(void *data, const kp_look_difference *difference) {
    seen *s = data;
    s->count++;
    s->graves += difference->grave;
    s->kind = difference->kind;
}

static seen compare(const char *form, const char *sheets, const char *submission) {
    kp_workbook one;
    kp_workbook other;
    seen s = {0};
    read_book(&one, SHEETS(ONE), form);
    read_book(&other, sheets, submission);
    kp_looks_compare(&one, &other, on_seen, &s);
    kp_workbook_end(&one);
    kp_workbook_end(&other);
    return s;
}

static const char FORM[] =
    SHEET("<cols><col min='1' max='1' width='12'/></cols>", ROW(" ht='24'", "0"), RULE("1"));

/* Another sheet, and how many differences, how many of them grave, of which kind. */
static const struct {
    const char *sheets, *sheet;
    size_t count, graves;
    kp_look_kind kind;
} CASES[] = {
    {SHEETS(ONE), FORM, 0, 0, 0},
    {SHEETS(ONE), SHEET("", ROW("", "1"), RULE("1")), 1, 1, KP_LOOK_FORMAT},
    {SHEETS(ONE), SHEET("", ROW("", "2"), RULE("1")), 1, 1, KP_LOOK_COLOUR},
    {SHEETS(ONE), SHEET("", ROW("", "4"), RULE("1")), 1, 0, KP_LOOK_COLOUR},
    {SHEETS(ONE), SHEET("", ROW("", "3"), RULE("1")), 1, 1, KP_LOOK_SIZE},
    {SHEETS(ONE), SHEET("", ROW(" hidden='1'", "0"), RULE("1")), 1, 1, KP_LOOK_HIDDEN},
    {SHEETS(ONE), SHEET("", ROW(" ht='0.5' customHeight='1'", "0"), RULE("1")), 1, 1,
     KP_LOOK_HIDDEN},
    {SHEETS(ONE), SHEET("<cols><col min='1' max='1' width='0.1'/></cols>", ROW("", "0"), RULE("1")),
     1, 1, KP_LOOK_HIDDEN},
    {SHEETS(ONE), SHEET("", ROW("", "0"), RULE("1") RULE("0")), 1, 1, KP_LOOK_CONDITION},
    {SHEETS(ONE), SHEET("", ROW("", "0"), ""), 1, 0, KP_LOOK_CONDITION},
    {SHEETS(ONE),
     SHEET("", ROW("", "0"), "<mergeCells><mergeCell ref='A1:A2'/></mergeCells>" RULE("1")), 1, 1,
     KP_LOOK_MERGED},
    {SHEETS(ONE),
     SHEET("", ROW("", "0"),
           RULE("1") "<headerFooter><oddHeader>&amp;C900,000</oddHeader></headerFooter>"),
     1, 0, KP_LOOK_PRINTED},
    {SHEETS("<sheet name='その1' state='hidden' r:id='r1'/>"), FORM, 1, 1, KP_LOOK_SHEET},
    {SHEETS(ONE), SHEET("", ROW("", "5"), RULE("1")), 1, 0, KP_LOOK_LETTERS},
    {SHEETS(ONE), SHEET("", ROW("", "6"), RULE("1")), 1, 1, KP_LOOK_LETTERS},
    {SHEETS(ONE), SHEET("", ROW("", "7"), RULE("1")), 1, 0, KP_LOOK_LETTERS},
    {SHEETS(ONE), SHEET("", ROW("", "8"), RULE("1")), 1, 0, KP_LOOK_GUARD},
    {SHEETS(ONE), SHEET("<sheetProtection sheet='1'/>", ROW("", "0"), RULE("1")), 1, 0,
     KP_LOOK_GUARD},
    {SHEETS(ONE), SHEET("", ROW(" ht='8'", "0"), RULE("1")), 1, 0, KP_LOOK_ROOM},
    {SHEETS(ONE), SHEET("", ROW(" ht='12'", "0"), RULE("1")), 0, 0, 0},
    {SHEETS(ONE), SHEET("<cols><col min='1' max='1' width='4'/></cols>", ROW("", "0"), RULE("1")),
     1, 0, KP_LOOK_ROOM},
    {SHEETS(ONE),
     SHEET("",
           "<row r='2'><c r='A2' t='inlineStr'><is><r><rPr><color rgb='FFFFFFFF'/></rPr>"
           "<t>1400</t></r></is></c></row>",
           RULE("1")),
     1, 1, KP_LOOK_FAINT}};

static void each_way_is_told(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        seen s = compare(FORM, CASES[i].sheets, CASES[i].sheet);
        if (s.count != CASES[i].count || s.graves != CASES[i].graves || s.kind != CASES[i].kind)
            fail_msg("case %zu: %zu differences, %zu grave, kind %d", i, s.count, s.graves,
                     (int)s.kind);
    }
}

/* What the .xlsx above says, as an .ods says it. */
static const char ODS[] =
    "<o:document-content xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
    "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' "
    "xmlns:number='urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0' "
    "xmlns:fo='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0' "
    "xmlns:calcext='urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0' "
    "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "
    "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'><o:automatic-styles>"
    "<number:number-style style:name='N1P0'><number:number number:decimal-places='0' "
    "number:min-integer-digits='1' number:grouping='true'/></number:number-style>"
    "<number:number-style style:name='N1'><number:text>▲</number:text><number:number "
    "number:decimal-places='0' number:min-integer-digits='1' number:grouping='true'/><style:map "
    "style:condition='value()&gt;=0' style:apply-style-name='N1P0'/></number:number-style>"
    "<style:style style:name='ce1' style:family='table-cell' style:data-style-name='N1'/>"
    "<style:style style:name='grey' style:family='table-cell'><style:text-properties "
    "fo:color='#808080'/></style:style></o:automatic-styles><o:body><o:spreadsheet>"
    "<table:table table:name='その1'><table:table-row><table:table-cell table:style-name='ce1' "
    "o:value-type='float' o:value='1'><text:p>1</text:p></table:table-cell></table:table-row>"
    "<table:table-row><table:table-cell table:style-name='ce1' o:value-type='float' o:value='1400'>"
    "<text:p>1,400</text:p></table:table-cell></table:table-row><calcext:conditional-formats>"
    "<calcext:conditional-format "
    "calcext:target-range-address='その1.A1:その1.A2'><calcext:condition "
    "calcext:apply-style-name='grey' calcext:value='formula-is([.A1]&gt;0)' "
    "calcext:base-cell-address='その1.A1'/></calcext:conditional-format>"
    "</calcext:conditional-formats></table:table></o:spreadsheet></o:body></o:document-content>";

static void both_formats_say_the_same(void **state) {
    (void)state;
    static const char *const NAMES[] = {"content.xml"};
    const kp_parts all = {read_part, parts, NAMES, 1};
    kp_workbook form;
    kp_workbook submission = {0};
    kp_auto_buffer why = {0};
    seen s = {0};
    read_book(&form, SHEETS(ONE), FORM);
    kp_ods *ods = calloc(1, sizeof *ods);
    char *text = strdup(ODS);
    assert_true(ods != NULL && text != NULL);
    ods->workbook = &submission;
    ods->why = &why;
    assert_int_equal(kp_ods_read(ods, KP_ODS_CONTENT, text, strlen(text)), KP_ODS_READ);
    memset(parts, 0, sizeof parts);
    parts[0] = (part){"content.xml", ODS};
    assert_int_equal(kp_looks_read(ods, &all), KP_ODS_READ);
    kp_ods_finish(ods);
    kp_looks_compare(&form, &submission, on_seen, &s);
    assert_int_equal(s.count, 0);
    assert_int_equal(submission.foreign_count, 0);
    kp_workbook_end(&form);
    kp_workbook_end(&submission);
    free(text);
    free(ods);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_way_is_told),
                                       cmocka_unit_test(both_formats_say_the_same)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
