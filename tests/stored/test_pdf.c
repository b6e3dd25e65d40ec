/* SPDX-License-Identifier: MPL-2.0
 *
 * test_pdf.c: the text of a PDF, what is packed in one, and whether it has the numbers of a workbook.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "form/print.h"
#include "memory.h"
#include "stored/pdf/inflate.h"
#include "stored/pdf/pdf.h"

/* One block with codes of its own, as zlib packs it. */
static const unsigned char PACKED[] = {
    0x78, 0xDA, 0x5D, 0xCC, 0x3B, 0x0A, 0x80, 0x30, 0x0C, 0x00, 0xD0, 0xDD, 0x53, 0xE4, 0x04,
    0x35, 0xE9, 0x27, 0x46, 0x08, 0x19, 0x8A, 0x76, 0x70, 0xCE, 0x26, 0x6E, 0xE2, 0xFD, 0x8F,
    0xA0, 0x8B, 0xA0, 0xDD, 0x1F, 0xAF, 0x3A, 0x44, 0xA6, 0x30, 0x95, 0x19, 0xFC, 0x84, 0xB1,
    0x11, 0x08, 0xF8, 0xB5, 0x6B, 0x5C, 0x72, 0x32, 0xD4, 0x54, 0xED, 0xF0, 0x0D, 0x56, 0x1F,
    0xEA, 0x03, 0x4B, 0x09, 0xCC, 0xF9, 0x0F, 0x91, 0x29, 0x1B, 0x69, 0x6C, 0x1F, 0x98, 0x05,
    0x83, 0x48, 0x37, 0x52, 0x4B, 0x68, 0xA2, 0xB8, 0x7C, 0x60, 0x91, 0x29, 0x3C, 0x6B, 0x37,
    0x12, 0x55, 0x63, 0x8D, 0xE9, 0x85, 0x37, 0x2E, 0xB5, 0x25, 0xEF};
static const char DRAWN[] = "BT 261.759 Td /F1 8 Tf[<2D43>0<3B>]TJ ET\n"
                            "BT 255.664 Td /F1 8 Tf[<0614>1<2F>]TJ ET\n"
                            "BT 480.889 Td /F1 8 Tf[<1F30>8<0D>]TJ ET\n"
                            "BT 587.255 Td /F1 8 Tf[<011B>6<23>]TJ ET\n";

static void unpacks(void **state) {
    (void)state;
    static const unsigned char FIXED[] = {0x78, 0x9C, 0x4B, 0x4C, 0x4A, 0x06,
                                          0x00, 0x02, 0x4D, 0x01, 0x27};
    static const unsigned char STORED[] = {0x78, 0x01, 0x01, 0x03, 0x00, 0xFC, 0xFF, 'a', 'b', 'c'};
    kp_auto_buffer out = {0};
    assert_true(kp_inflate(FIXED, sizeof FIXED, 100, &out));
    assert_true(kp_inflate(STORED, sizeof STORED, 100, &out));
    assert_string_equal(kp_buffer_text(&out), "abcabc");
    assert_false(kp_inflate(FIXED, sizeof FIXED, 2, &out)); /* more than it may be */
    kp_auto_buffer drawn = {0};
    assert_true(kp_inflate(PACKED, sizeof PACKED, 1000, &drawn));
    assert_string_equal(kp_buffer_text(&drawn), DRAWN);
}

/* Cut anywhere, or with any byte changed, it ends, and reads and writes no further. */
static void unpacks_whatever_comes(void **state) {
    (void)state;
    unsigned char changed[sizeof PACKED];
    for (size_t length = 0; length < sizeof PACKED - 4; length++) {
        kp_auto_buffer out = {0};
        unsigned char *cut = malloc(length + 1);
        memcpy(cut, PACKED, length);
        assert_false(kp_inflate(cut, length, 1000, &out));
        free(cut);
    }
    for (size_t i = 0; i < sizeof PACKED; i++)
        for (unsigned bit = 1; bit < 256; bit <<= 1) {
            kp_auto_buffer out = {0};
            memcpy(changed, PACKED, sizeof PACKED);
            changed[i] ^= (unsigned char)bit;
            kp_inflate(changed, sizeof PACKED, 1000, &out);
            assert_true(out.used <= 1000);
        }
}

static const char PDF[] =
    "%PDF-1.6\n1 0 obj\n<</Type/Pages/Kids[2 0 R]/Count 1/Resources 5 0 R>>\nendobj\n"
    "2 0 obj\n<</Type/Page/Parent 1 0 R/Contents[3 0 R 4 0 R]>>\nendobj\n"
    "3 0 obj\n<</Length 10>>\nstream\nq BT /F1 8 Tf[<01>2<0203>]TJ ET\nBT(\\001\\002\\)x)Tj ET "
    "Q\nendstream\nendobj\n"
    "4 0 obj\n<<>>\nstream\nBT /F2 8 Tf<00010002>Tj ET BT /F3 8 Tf<01>Tj ET\nendstream\nendobj\n"
    "5 0 obj\n<</Font<</F1 6 0 R/F2 7 0 R>>/ProcSet[/PDF/Text]>>\nendobj\n"
    "6 0 obj\n<</Type/Font/Subtype/Type1/ToUnicode 8 0 R>>\nendobj\n"
    "7 0 obj\n<</Type/Font/Subtype/Type0/ToUnicode 9 0 R>>\nendobj\n"
    "8 0 obj\n<<>>\nstream\n2 beginbfchar\n<01> <0032>\n<02> <002C>\nendbfchar\n1 "
    "beginbfrange\n<03> <05> <0037>\n"
    "endbfrange\nendstream\nendobj\n"
    "9 0 obj\n<<>>\nstream\n1 beginbfrange\n<0001> <0002> [<5343> "
    "<D842DFB7>]\nendbfrange\nendstream\nendobj\n"
    "trailer <</Root 1 0 R>>\n%%EOF\n";

static void reads_text(void **state) {
    (void)state;
    kp_auto_buffer text = {0};
    assert_int_equal(kp_pdf_text(PDF, sizeof PDF - 1, &text), KP_PDF_READ);
    assert_string_equal(kp_buffer_text(&text), "2,7\n2,\n千𠮷\n\n");
    kp_auto_buffer other = {0};
    assert_int_equal(kp_pdf_text("%PDF-1.4\n", 9, &other), KP_PDF_BROKEN);
    assert_int_equal(kp_pdf_text("PK", 2, &other), KP_PDF_BROKEN);
    static const char LOCKED[] = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer<</Encrypt 1 0 R>>";
    assert_int_equal(kp_pdf_text(LOCKED, sizeof LOCKED - 1, &other), KP_PDF_LOCKED);
    static const char SILENT[] = "%PDF-1.4\n1 0 obj\n<</Type/Page>>\nendobj\n";
    assert_int_equal(kp_pdf_text(SILENT, sizeof SILENT - 1, &other), KP_PDF_SILENT);
}

static void reads_whatever_comes(void **state) {
    (void)state;
    static const char CHANGES[] = "<>[]()/ 09R\\\n";
    for (size_t length = 0; length < sizeof PDF; length++) {
        kp_auto_buffer text = {0};
        char *cut = malloc(length + 1); /* zero behind it, as where a file was read */
        memcpy(cut, PDF, length);
        cut[length] = '\0';
        kp_pdf_text(cut, length, &text);
        free(cut);
    }
    char *changed = malloc(sizeof PDF);
    memcpy(changed, PDF, sizeof PDF);
    for (size_t i = 9; i + 1 < sizeof PDF; i++)
        for (const char *c = CHANGES; *c != '\0'; c++) {
            kp_auto_buffer text = {0};
            changed[i] = *c;
            kp_pdf_text(changed, sizeof PDF - 1, &text);
            changed[i] = PDF[i];
        }
    free(changed);
}

static void read_short(int short_of_memory, void *data) {
    kp_auto_buffer text = {0};
    (void)data;
    kp_pdf_end end = kp_pdf_text(PDF, sizeof PDF - 1, &text);
    assert_true(short_of_memory ? end != KP_PDF_READ : end == KP_PDF_READ);
}

static void tells_that_memory_is_short(void **state) {
    (void)state;
    assert_true(memory_fail_each(read_short, NULL) > 5);
}

static kp_stored_cell number(long column, long row, const char *shown) {
    return (kp_stored_cell){.column = column, .row = row, .kind = KP_STORED_NUMBER, .shown = shown};
}

static bool all_but_table(void *data, const kp_stored_sheet *sheet) {
    (void)data;
    return strcmp(sheet->name, "計算根拠") != 0;
}

static char *says_otherwise(void *data, const kp_stored_sheet *sheet, const kp_stored_cell *cell) {
    (void)data;
    (void)sheet;
    return cell->column == 7 ? strdup("88,888 円") : NULL;
}

static void expect(const char *text, size_t asked, size_t missing, const char *places,
                   const char *absent) {
    kp_stored_cell cells[] = {number(0, 0, "2,779,439"),   number(1, 0, "779,439"),
                              number(2, 0, "122"),         number(3, 0, "36.502‰"),
                              number(4, 0, "55,555"),      number(5, 0, "66,666"),
                              number(6, 0, "△1,234 千円"), number(7, 0, NULL)};
    kp_stored_cell others[] = {number(0, 0, "55,555"), number(0, 2, "9,999")};
    kp_stored_area hidden = {5, 0, 5, 1048575};
    kp_stored_area printed = {0, 0, 9, 9};
    kp_stored_sheet sheets[] = {
        {.name = "表",
         .cells = cells,
         .count = 8,
         .hidden_columns = {&hidden, 1, 1},
         .printed = {&printed, 1, 1}},
        {.name = "別", .cells = others, .count = 2, .printed = {&printed, 1, 1}},
        {.name = "計算根拠", .cells = cells, .count = 8, .printed = {&printed, 1, 1}}};
    kp_workbook workbook = {.sheets = sheets, .count = 3};
    kp_print_source source = {&workbook, all_but_table, says_otherwise, NULL};
    kp_print print = {0};
    assert_true(kp_print_compare(&print, &source, text));
    assert_int_equal(print.asked, asked);
    assert_int_equal(print.missing, missing);
    assert_string_equal(kp_buffer_text(&print.places), places);
    assert_string_equal(kp_buffer_text(&print.absent), absent);
    kp_print_end(&print);
}

/* A number counts as often as it is shown, in each set; one within a longer one does not. */
static void finds_numbers(void **state) {
    (void)state;
    static const char WHOLE[] =
        "2,779,439\n779,439\n36.502‰\n55,555\n△1,234\n88,888\n55,555 9,999.\n";
    expect(WHOLE, 8, 0, "", "");
    expect("2,779,439\n36.502‰\n55,555\n△1,234\n88,888\n9,999\n", 8, 2,
           "表 E1 (55,555), 表 B1 (779,439)", "");
    expect("2,779,439\n779,439\n36.502‰\n△1,234\n88,888\n", 6, 1, "表 E1 (55,555)", "別");
    kp_auto_buffer sets = {0};
    kp_putf(&sets, "正本\n%s副本\n%s副本\n%s", WHOLE, WHOLE, WHOLE);
    expect(kp_buffer_text(&sets), 8, 0, "", "");
    char *changed = strstr(strstr(sets.text, "副本"), "36.502");
    memcpy(changed, "36.503", 6); /* in one of them only */
    expect(kp_buffer_text(&sets), 8, 1, "表 D1 (36.502)", "");
    expect("", 0, 0, "", "表, 別");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unpacks),
        cmocka_unit_test(unpacks_whatever_comes),
        cmocka_unit_test(reads_text),
        cmocka_unit_test(reads_whatever_comes),
        cmocka_unit_test(tells_that_memory_is_short),
        cmocka_unit_test(finds_numbers),
    };
    return cmocka_run_group_tests_name("the text of a PDF", tests, NULL, NULL);
}
