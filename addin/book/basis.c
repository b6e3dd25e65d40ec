/* SPDX-License-Identifier: MPL-2.0
 *
 * basis.c: the sheet 計算根拠, written and read.
 */
#include "book/basis.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "uno/call.h"
#include "book/digest.h"
#include "calc/errors.h"
#include "calc/function.h"
#include "system/letters.h"
#include "uno/page.h"
#include "uno/value.h"

const char KP_KIND_CELL[] = "セル";
const char KP_KIND_ARRAY[] = "配列";
const char KP_KIND_NAME[] = "名前";
const char KP_KIND_CONDITION[] = "条件付き書式";
const char KP_KIND_VALIDITY[] = "入力規則";
const char KP_KIND_SHEET[] = "シート";
const char KP_KIND_TOTAL[] = "合計";
const char KP_BASIS_NAME[] = "計算根拠";

/* Title, remark, blank, heads: the table begins in row 5 of the sheet. */
enum { HEADS = 3, FIRST = 4, CELL_TEXT = 32000, MOST_ROWS = 200000 };

/* -------------------------------------------------------------------------------------- rows */

kp_basis_row *kp_basis_add(kp_basis *basis) {
    if (basis->count == basis->size) {
        size_t size = basis->size == 0 ? 64 : basis->size * 2;
        kp_basis_row *rows = realloc(basis->rows, size * sizeof *rows);
        basis->failed = basis->failed || rows == NULL;
        if (rows == NULL) return NULL;
        basis->rows = rows;
        basis->size = size;
    }
    kp_basis_row *row = &basis->rows[basis->count++];
    memset(row, 0, sizeof *row);
    return row;
}

const char *kp_basis_get(const kp_basis_row *row, kp_basis_column column) {
    return row->fields[column] == NULL ? "" : row->fields[column];
}

/* A cell takes no more than 32,767 characters in every program: cut at a character. */
static size_t fitting(const char *text) {
    size_t length = strlen(text);
    if (length <= CELL_TEXT) return length;
    length = CELL_TEXT;
    while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80)
        length--;
    return length;
}

void kp_basis_set(kp_basis_row *row, kp_basis_column column, const char *text) {
    free(row->fields[column]);
    row->fields[column] = kp_letters_copy(text, text == NULL ? 0 : fitting(text));
}

void kp_result_plain(const kp_content *result, kp_buffer *out) {
    const kp_error *error = result->kind == KP_ERROR ? kp_error_coded(result->error) : NULL;
    if (result->kind == KP_NUMBER)
        kp_put_number(out, result->number, 15);
    else if (result->kind == KP_STRING)
        kp_put(out, result->text);
    else if (error != NULL)
        kp_put(out, error->name);
    else if (result->kind == KP_ERROR)
        kp_putf(out, "Err:%d", result->error);
}

/* An error stands in the table as text, so it counts as the text that it shows. */
void kp_result_text(const kp_content *result, kp_buffer *out) {
    kp_put(out, result->kind == KP_NUMBER ? "n:" : "t:");
    kp_result_plain(result, out);
}

void kp_basis_set_result(kp_basis_row *row, kp_content result) {
    kp_buffer text = {0};
    kp_result_plain(&result, &text);
    kp_content_end(&row->result);
    row->result = result;
    kp_basis_set(row, KP_BASIS_RESULT, kp_buffer_text(&text));
    kp_buffer_end(&text);
}

void kp_basis_check(const kp_basis_row *row, char check[]) {
    kp_digest digest = kp_digest_begin();
    kp_digest_add(&digest, row->result.kind == KP_NUMBER ? "n" : "t");
    for (int i = 0; i < KP_BASIS_CHECK; i++)
        kp_digest_add(&digest, row->fields[i]);
    kp_digest_end(&digest, check);
}

static void seal_row(kp_basis_row *row, size_t number) {
    char text[KP_DIGEST];
    snprintf(text, sizeof text, "%zu", number);
    kp_basis_set(row, KP_BASIS_NUMBER, text);
    kp_basis_set(row, KP_BASIS_VERSION, KP_VERSION);
    kp_basis_check(row, text);
    kp_basis_set(row, KP_BASIS_CHECK, text);
}

static const char *const SPOKEN[] = {[KP_JAPANESE] = "言語 = ja", [KP_ENGLISH] = "言語 = en"};

kp_language kp_basis_language(const kp_basis *basis, kp_language otherwise) {
    const kp_basis_row *total = basis->count == 0 ? NULL : &basis->rows[basis->count - 1];
    for (int i = KP_JAPANESE; total != NULL && i <= KP_ENGLISH; i++)
        if (strcmp(kp_basis_get(total, KP_BASIS_ARGUMENTS), SPOKEN[i]) == 0) return (kp_language)i;
    return otherwise;
}

void kp_basis_seal(kp_basis *basis, const char *source, kp_language language) {
    kp_digest digest = kp_digest_begin();
    char all[KP_DIGEST];
    for (size_t i = 0; i < basis->count; i++) {
        seal_row(&basis->rows[i], i + 1);
        kp_digest_add(&digest, kp_basis_get(&basis->rows[i], KP_BASIS_CHECK));
    }
    kp_digest_end(&digest, all);
    kp_basis_row *total = kp_basis_add(basis);
    if (total == NULL) return;
    kp_basis_set(total, KP_BASIS_KIND, KP_KIND_TOTAL);
    kp_basis_set(total, KP_BASIS_LABEL, source);
    kp_basis_set(total, KP_BASIS_ARGUMENTS, SPOKEN[language]);
    kp_basis_set(total, KP_BASIS_EXPLANATION, all);
    kp_content count = {KP_NUMBER, (double)(basis->count - 1), NULL, 0};
    kp_basis_set_result(total, count);
    seal_row(total, basis->count);
}

void kp_basis_cut(kp_basis *basis, size_t count) {
    for (size_t i = count; i < basis->count; i++) {
        for (int k = 0; k < KP_BASIS_COLUMNS; k++)
            free(basis->rows[i].fields[k]);
        kp_content_end(&basis->rows[i].result);
    }
    if (basis->count > count) basis->count = count;
}

void kp_basis_end(kp_basis *basis) {
    kp_basis_cut(basis, 0);
    free(basis->rows);
    memset(basis, 0, sizeof *basis);
}

/* ----------------------------------------------------------------------------------- writing */

typedef struct column_look {
    kp_text head;
    int width; /* 1/100 mm */
} column_look;

/* On paper as far as 根拠, at 85 %; the last two are for intake. */
static const column_look LOOKS[KP_BASIS_COLUMNS] = {
    {{"番号", "No."}, 900},
    {{"種類", "kind"}, 1300},
    {{"シート", "sheet"}, 1900},
    {{"セル", "cell"}, 1200},
    {{"見出し", "label"}, 3100},
    {{"数式(入力のとおり)", "formula as typed"}, 5000},
    {{"引数の値", "values of the arguments"}, 3700},
    {{"結果", "result"}, 2600},
    {{"計算過程", "how it was computed"}, 9600},
    {{"根拠", "source"}, 3000},
    {{"版", "version"}, 1200},
    {{"照合値", "checksum"}, 4200},
};

long kp_basis_line(size_t index) {
    return FIRST + (long)index;
}

static void write_text(uno_Interface *sheet, long column, long row, const char *text) {
    if (text == NULL || *text == '\0') return;
    uno_Interface *cell = kp_cell_at(sheet, column, row);
    kp_cell_set_text(cell, text);
    kp_release(cell);
}

static bool is_code(const kp_basis_row *row) {
    const char *kind = kp_basis_get(row, KP_BASIS_KIND);
    return strcmp(kind, KP_KIND_SHEET) == 0 || strcmp(kind, KP_KIND_TOTAL) == 0;
}

/* Codes, which stand at the end, are for no reader: a line each is enough. */
static void shorten_codes(uno_Interface *sheet, const kp_basis *basis) {
    size_t first = basis->count;
    while (first > 0 && is_code(&basis->rows[first - 1]))
        first--;
    kp_area codes = {0, 0, (sal_Int32)kp_basis_line(first), KP_BASIS_COLUMNS - 1,
                     (sal_Int32)kp_basis_line(basis->count) - 1};
    if (codes.bottom < codes.top) return;
    uno_Interface *cells = kp_area_cells(sheet, codes);
    kp_property_set_boolean(cells, "IsTextWrapped", false);
    kp_release(cells);
}

/* The cells of a row: the number of the row and a numeric result as numbers, the rest as text. */
static void take_row(const kp_basis_row *row, uno_Any *cells) {
    for (int i = 0; i < KP_BASIS_COLUMNS; i++) {
        const char *text = kp_basis_get(row, (kp_basis_column)i);
        if (i == KP_BASIS_RESULT && row->result.kind == KP_NUMBER)
            kp_any_double(&cells[i], row->result.number);
        else if (i == KP_BASIS_NUMBER)
            kp_any_double(&cells[i], strtod(text, NULL));
        else
            kp_any_string(&cells[i], text);
    }
}

enum { BLOCK = 64 };

static bool write_block(uno_Interface *sheet, const kp_basis *basis, size_t from, size_t count) {
    uno_Any cells[BLOCK * KP_BASIS_COLUMNS];
    for (size_t i = 0; i < count; i++)
        take_row(&basis->rows[from + i], &cells[i * KP_BASIS_COLUMNS]);
    kp_area area = {0, 0, (sal_Int32)kp_basis_line(from), KP_BASIS_COLUMNS - 1,
                    (sal_Int32)kp_basis_line(from + count - 1)};
    bool done = kp_area_fill(sheet, area, cells);
    for (size_t i = 0; i < count * KP_BASIS_COLUMNS; i++)
        kp_any_end(&cells[i]);
    return done;
}

static bool write_rows(const kp_basis *basis, size_t from, uno_Interface *document,
                       uno_Interface *sheet) {
    bool done = true;
    for (size_t i = from; done && i < basis->count; i += BLOCK)
        done = write_block(sheet, basis, i, basis->count - i < BLOCK ? basis->count - i : BLOCK);
    shorten_codes(sheet, basis);
    kp_area rows = {0, 0, (sal_Int32)kp_basis_line(from), 0,
                    (sal_Int32)kp_basis_line(basis->count) - 1};
    if (rows.bottom >= rows.top) kp_area_fit_rows(document, sheet, rows);
    return done;
}

bool kp_basis_write_rows(const kp_basis *basis, size_t from, uno_Interface *document) {
    uno_Interface *sheet = kp_sheet(document, KP_BASIS_NAME);
    bool done = sheet != NULL && write_rows(basis, from, document, sheet);
    kp_release(sheet);
    return done;
}

static void set_widths(uno_Interface *sheet) {
    int widths[KP_BASIS_COLUMNS];
    for (size_t i = 0; i < KP_BASIS_COLUMNS; i++)
        widths[i] = LOOKS[i].width;
    kp_sheet_widths(sheet, widths, KP_BASIS_COLUMNS);
}

static void dress_table(uno_Interface *sheet, kp_area table) {
    enum { LINES = 0xB0B0B0, ABOVE = 40, BESIDE = 70 }; /* 1/100 mm */
    uno_Interface *cells = kp_area_cells(sheet, table);
    kp_property_set_boolean(cells, "IsTextWrapped", true);
    kp_cells_size(cells, 9);
    kp_property_set_long(cells, "VertJustify", 1); /* top */
    kp_property_set_long(cells, "ParaTopMargin", ABOVE);
    kp_property_set_long(cells, "ParaBottomMargin", ABOVE);
    kp_property_set_long(cells, "ParaLeftMargin", BESIDE);
    kp_property_set_long(cells, "ParaRightMargin", BESIDE);
    kp_release(cells);
    kp_area_rule(sheet, table, LINES);
}

static void dress(uno_Interface *document, uno_Interface *sheet, size_t rows) {
    kp_area table = {0, 0, HEADS, KP_BASIS_COLUMNS - 1, (sal_Int32)(FIRST + rows) - 1};
    dress_table(sheet, table);
    set_widths(sheet);
    kp_area heads = {0, 0, HEADS, KP_BASIS_COLUMNS - 1, HEADS};
    uno_Interface *cells = kp_area_cells(sheet, heads);
    kp_cells_bold(cells);
    kp_property_set_long(cells, "CellBackColor", 0xE6E6E6);
    kp_release(cells);
    uno_Interface *title = kp_cell_at(sheet, 0, 0);
    kp_cells_size(title, 14);
    kp_release(title);
    kp_sheet_print_wide(document, sheet, KP_BASIS_NAME, HEADS);
    kp_area paper = {0, 0, 0, KP_BASIS_CITATION, table.bottom};
    kp_sheet_print_only(sheet, paper);
}

static void remove_sheet(uno_Interface *document, const char *name) {
    uno_Interface *sheets = kp_sheets(document);
    rtl_uString *string = kp_string(name);
    kp_invoke(sheets, "com.sun.star.container.XNameContainer::removeByName", NULL, &string, NULL);
    rtl_uString_release(string);
    kp_release(sheets);
}

bool kp_basis_write(const kp_basis *basis, uno_Interface *document, kp_language language) {
    uno_Interface *sheets = kp_sheets(document);
    size_t end = kp_count(sheets);
    kp_release(sheets);
    uno_Interface *old = kp_sheet(document, KP_BASIS_NAME);
    if (old != NULL) remove_sheet(document, KP_BASIS_NAME);
    uno_Interface *sheet = kp_sheet_add(document, KP_BASIS_NAME, old == NULL ? end : end - 1);
    kp_release(old);
    if (sheet == NULL) return false;
    write_text(sheet, 0, 0,
               kp_wording(kp_t("計算根拠", "Basis of computation (計算根拠)"), language));
    write_text(
        sheet, 0, 1,
        kp_wording(kp_t("Kenpo Calc の関数を値に置き換えたセルの一覧です。この表は受付点検で"
                        "照合します。書き換えないでください。",
                        "The cells whose Kenpo Calc functions were replaced by values. Intake "
                        "compares this table: please leave it as it is."),
                   language));
    write_text(
        sheet, 0, 2,
        kp_wording(kp_t("種類「シート」「合計」の行は、内容が書き換えられていないことを受付点検で"
                        "確かめるための符号です。",
                        "The rows of kind シート (sheet) and 合計 (total) are codes by which "
                        "intake finds changes."),
                   language));
    for (int i = 0; i < KP_BASIS_COLUMNS; i++)
        write_text(sheet, i, HEADS, kp_wording(LOOKS[i].head, language));
    dress(document, sheet, basis->count);
    kp_area heads = {0, 0, 0, 0, HEADS};
    kp_area_fit_rows(document, sheet, heads);
    bool done = write_rows(basis, 0, document, sheet);
    kp_release(sheet);
    return done;
}

/* ----------------------------------------------------------------------------------- reading */

static void read_field(const uno_Any *cell, kp_basis_row *row, kp_basis_column column) {
    kp_content content = {KP_EMPTY, 0, NULL, 0};
    if (kp_any_number(cell, &content.number)) {
        content.kind = KP_NUMBER;
    } else if (kp_any_text(cell) != NULL) {
        content.kind = KP_STRING;
        content.text = kp_string_text(kp_any_text(cell));
    }
    kp_basis_set_result(row, content); /* writes the text of the value */
    if (column == KP_BASIS_RESULT) return;
    kp_basis_set(row, column, row->fields[KP_BASIS_RESULT]);
}

static void read_row(const uno_Sequence *line, kp_basis_row *row) {
    const uno_Any *cells = (const uno_Any *)(const void *)line->elements;
    for (int i = 0; i < KP_BASIS_COLUMNS; i++)
        read_field(&cells[i], row, (kp_basis_column)i);
    read_field(&cells[KP_BASIS_RESULT], row, KP_BASIS_RESULT);
}

bool kp_basis_read(kp_basis *basis, uno_Interface *document) {
    uno_Interface *sheet = kp_sheet(document, KP_BASIS_NAME);
    long last = sheet == NULL ? -1 : kp_sheet_content(sheet).bottom;
    bool readable = last >= FIRST && last < FIRST + MOST_ROWS;
    kp_area area = {0, 0, FIRST, KP_BASIS_COLUMNS - 1, (sal_Int32)last};
    uno_Interface *cells = readable ? kp_area_cells(sheet, area) : NULL;
    uno_Sequence *lines = NULL;
    readable = kp_invoke(cells, "com.sun.star.sheet.XCellRangeData::getDataArray", &lines, NULL);
    for (sal_Int32 i = 0; readable && i < lines->nElements; i++) {
        kp_basis_row *row = kp_basis_add(basis);
        if (row != NULL) read_row(kp_sequence_pointer(lines, (size_t)i), row);
    }
    if (readable) kp_sequence_end(lines, "[][]any");
    kp_release(cells);
    kp_release(sheet);
    return readable && !basis->failed;
}
