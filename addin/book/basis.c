/* SPDX-License-Identifier: MPL-2.0
 *
 * basis.c: the sheet 計算根拠, written and read.
 */
#include "book/basis.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "uno/access.h"
#include "book/look_of_tables.h"
#include "calc/errors.h"
#include "calc/function.h"
#include "system/letters.h"
#include "uno/page.h"
#include "uno/value.h"

static const char *const KINDS[] = {
    [KP_ROW_OTHER] = "",
    [KP_ROW_CELL] = "セル",
    [KP_ROW_ELEMENT] = "配列",
    [KP_ROW_NAME] = "名前",
    [KP_ROW_CONDITION] = "条件付き書式",
    [KP_ROW_VALIDITY] = "入力規則",
    [KP_ROW_SHEET] = "シート",
    [KP_ROW_TOTAL] = "合計",
};
const char KP_BASIS_NAME[] = "計算根拠";

/* Title, remark, blank, heads: the table begins in row 5 of the sheet. */
enum { HEADS = 3, FIRST = 4, CELL_TEXT = 32000, MOST_ROWS = 200000 };

/* -------------------------------------------------------------------------------------- rows */

static kp_basis_row *add(kp_basis *basis) {
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
    if (text != NULL && row->fields[column] == NULL) row->failed = true;
}

/* A row without one of its texts would be sealed, or judged, as if it never had it. */
static void gather_failures(kp_basis *basis) {
    for (size_t i = 0; i < basis->count; i++)
        basis->failed = basis->failed || basis->rows[i].failed;
}

kp_basis_row *kp_basis_add_at(kp_basis *basis, kp_row_kind kind, const char *sheet, long column,
                              long line) {
    kp_basis_row *row = add(basis);
    char cell[16] = "";
    if (row == NULL) return NULL;
    row->kind = kind;
    row->column = column;
    row->row = line;
    row->placed = column >= 0 && line >= 0;
    if (row->placed) kp_cell_name(column, line, cell);
    kp_basis_set(row, KP_BASIS_KIND, KINDS[kind]);
    kp_basis_set(row, KP_BASIS_SHEET, sheet);
    kp_basis_set(row, KP_BASIS_CELL, cell);
    return row;
}

void kp_basis_set_element(kp_basis_row *row, int element_row, int element_column) {
    kp_auto_buffer kind = {0};
    row->element_row = element_row;
    row->element_column = element_column;
    kp_putf(&kind, "%s %d,%d", KINDS[KP_ROW_ELEMENT], element_row, element_column);
    kp_basis_set(row, KP_BASIS_KIND, kp_buffer_text(&kind));
}

/* What the texts of a row say, as a file has them. */
static void parse(kp_basis_row *row) {
    const char *text = kp_basis_get(row, KP_BASIS_KIND);
    row->kind = KP_ROW_TOTAL;
    while (strncmp(text, KINDS[row->kind], strlen(KINDS[row->kind])) != 0)
        row->kind--; /* every text begins like that of KP_ROW_OTHER */
    if (row->kind == KP_ROW_ELEMENT && sscanf(text + strlen(KINDS[row->kind]), " %d,%d",
                                              &row->element_row, &row->element_column) != 2)
        row->kind = KP_ROW_CELL;
    row->placed = kp_cell_place(kp_basis_get(row, KP_BASIS_CELL), &row->column, &row->row);
}

void kp_result_plain(const kp_content *result, kp_buffer *out) {
    const kp_error *error = result->kind == KP_CALC_ERROR ? kp_error_coded(result->error) : NULL;
    if (result->kind == KP_NUMBER)
        kp_put_number(out, result->number, 15);
    else if (result->kind == KP_STRING)
        kp_put(out, result->text);
    else if (error != NULL)
        kp_put(out, error->name);
    else if (result->kind == KP_CALC_ERROR)
        kp_putf(out, "Err:%d", result->error);
}

/* An error stands in the table as text, so it counts as the text that it shows. */
void kp_result_text(const kp_content *result, kp_buffer *out) {
    kp_put(out, result->kind == KP_NUMBER ? "n:" : "t:");
    kp_result_plain(result, out);
}

bool kp_result_same(const kp_content *one, const kp_content *other) {
    if (one->kind == KP_NUMBER && other->kind == KP_NUMBER)
        return memcmp(&one->number, &other->number, sizeof one->number) == 0;
    kp_auto_buffer a = {0};
    kp_auto_buffer b = {0};
    kp_result_text(one, &a);
    kp_result_text(other, &b);
    return strcmp(kp_buffer_text(&a), kp_buffer_text(&b)) == 0;
}

/* The last digit may differ between releases of the office; what is below 1e-12 is only how a
 * computer rounds. */
static bool numbers_alike(double one, double other) {
    static const double LEAST = 1e-12;
    static const double PART = 6e-15;
    double apart = one > other ? one - other : other - one;
    double size = one < 0 ? -one : one;
    return apart <= LEAST || apart <= size * PART;
}

static const char *text_of(const kp_content *content) {
    return content->text == NULL ? "" : content->text;
}

bool kp_result_alike(const kp_content *one, const kp_content *other) {
    bool numbers = one->kind == KP_NUMBER;
    if (numbers != (other->kind == KP_NUMBER)) return false;
    if (numbers) return numbers_alike(one->number, other->number);
    bool errors = one->kind == KP_CALC_ERROR;
    if (errors != (other->kind == KP_CALC_ERROR)) return false;
    if (errors && one->error != 0 && other->error != 0) return one->error == other->error;
    return strcmp(text_of(one), text_of(other)) == 0;
}

void kp_basis_set_result(kp_basis_row *row, kp_content result) {
    kp_auto_buffer text = {0};
    kp_result_plain(&result, &text);
    kp_content_end(&row->result);
    row->result = result;
    kp_basis_set(row, KP_BASIS_RESULT, kp_buffer_text(&text));
}

void kp_basis_check(const kp_basis_row *row, kp_digest_kind kind, char check[KP_DIGEST]) {
    kp_digest digest = kp_digest_begin(kind);
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
    kp_basis_check(row, KP_DIGEST_NEW, text);
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
    kp_digest digest = kp_digest_begin(KP_DIGEST_NEW);
    char all[KP_DIGEST];
    for (size_t i = 0; i < basis->count; i++) {
        seal_row(&basis->rows[i], i + 1);
        kp_digest_add(&digest, kp_basis_get(&basis->rows[i], KP_BASIS_CHECK));
    }
    kp_digest_end(&digest, all);
    kp_basis_row *total = kp_basis_add_at(basis, KP_ROW_TOTAL, NULL, -1, -1);
    if (total == NULL) return;
    kp_basis_set(total, KP_BASIS_LABEL, source);
    kp_basis_set(total, KP_BASIS_ARGUMENTS, SPOKEN[language]);
    kp_basis_set(total, KP_BASIS_EXPLANATION, all);
    kp_content count = {KP_NUMBER, (double)(basis->count - 1), NULL, 0};
    kp_basis_set_result(total, count);
    seal_row(total, basis->count);
    gather_failures(basis);
}

void kp_basis_take(kp_basis *basis, kp_basis *other) {
    size_t taken = 0;
    for (; taken < other->count; taken++) {
        kp_basis_row *row = add(basis);
        if (row == NULL) break;
        *row = other->rows[taken];
    }
    if (taken == other->count) other->count = 0;
    if (taken < other->count) basis->count -= taken; /* they stay where they are freed */
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

/* On paper as far as 根拠, at 85 %; the last two are for intake. */
static const kp_table_column COLUMNS[KP_BASIS_COLUMNS] = {
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

void kp_basis_reference(size_t index, kp_buffer *out) {
    char cell[16];
    kp_cell_name(KP_BASIS_RESULT, kp_basis_line(index), cell);
    size_t letters = strcspn(cell, "0123456789");
    kp_putf(out, "$%s.$%.*s$%s", KP_BASIS_NAME, (int)letters, cell, cell + letters);
}

static bool is_code(const kp_basis_row *row) {
    return row->kind == KP_ROW_SHEET || row->kind == KP_ROW_TOTAL;
}

/* Codes, which stand at the end, are for no reader: a line each is enough. */
static void shorten_codes(uno_Interface *sheet, const kp_basis *basis) {
    size_t first = basis->count;
    while (first > 0 && is_code(&basis->rows[first - 1]))
        first--;
    kp_area codes = {0, 0, (sal_Int32)kp_basis_line(first), KP_BASIS_COLUMNS - 1,
                     (sal_Int32)kp_basis_line(basis->count) - 1};
    if (codes.bottom < codes.top) return;
    kp_auto cells = kp_area_cells(sheet, codes);
    kp_property_set_boolean(cells, "IsTextWrapped", false);
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
    kp_auto sheet = kp_sheet(document, KP_BASIS_NAME);
    return sheet != NULL && write_rows(basis, from, document, sheet);
}

static void dress(uno_Interface *document, uno_Interface *sheet, size_t rows) {
    enum { ABOVE = 40, BESIDE = 70 }; /* 1/100 mm */
    kp_area table = {0, 0, HEADS, KP_BASIS_COLUMNS - 1, (sal_Int32)(FIRST + rows) - 1};
    kp_area paper = {0, 0, 0, KP_BASIS_CITATION, table.bottom};
    kp_auto cells = kp_area_cells(sheet, table);
    kp_auto title = kp_cell_at(sheet, 0, 0);
    kp_table_lines(sheet, table);
    kp_cells_size(cells, 9);
    kp_property_set_long(cells, "ParaTopMargin", ABOVE);
    kp_property_set_long(cells, "ParaBottomMargin", ABOVE);
    kp_property_set_long(cells, "ParaLeftMargin", BESIDE);
    kp_property_set_long(cells, "ParaRightMargin", BESIDE);
    kp_cells_size(title, 14);
    kp_sheet_print_wide(document, sheet, KP_BASIS_NAME, HEADS);
    kp_sheet_print_only(sheet, paper);
}

static const kp_text ABOVE_THE_TABLE[] = {
    {"計算根拠", "Basis of computation (計算根拠)"},
    {"Kenpo Calc の関数を値に置き換えたセルの一覧です。この表は受付点検で照合します。書き換えないで"
     "ください。",
     "The cells whose Kenpo Calc functions were replaced by values. Intake compares this table: "
     "please leave it as it is."},
    {"種類「シート」「合計」の行は、内容が書き換えられていないことを受付点検で確かめるための符号で"
     "す。",
     "The rows of kind シート (sheet) and 合計 (total) are codes by which intake finds changes."},
};

/* A new sheet in place of the old one, or at the end. */
static uno_Interface *new_sheet(uno_Interface *document) {
    size_t end = kp_sheet_count(document);
    bool replaced = kp_sheet_remove(document, KP_BASIS_NAME);
    return kp_sheet_add(document, KP_BASIS_NAME, replaced ? end - 1 : end);
}

bool kp_basis_write(const kp_basis *basis, uno_Interface *document, kp_language language) {
    kp_auto sheet = new_sheet(document);
    kp_area above = {0, 0, 0, 0, HEADS};
    if (sheet == NULL) return false;
    for (int i = 0; i < HEADS; i++)
        kp_table_text(sheet, 0, i, kp_wording(ABOVE_THE_TABLE[i], language));
    dress(document, sheet, basis->count);
    kp_table_heads(sheet, HEADS, COLUMNS, KP_BASIS_COLUMNS, language);
    kp_area_fit_rows(document, sheet, above);
    return write_rows(basis, 0, document, sheet);
}

/* ----------------------------------------------------------------------------------- reading */

static void read_field(const kp_stored_cell *cell, kp_basis_row *row, kp_basis_column column) {
    kp_content content = {KP_EMPTY, 0, NULL, 0};
    if (cell != NULL && cell->kind == KP_STORED_NUMBER) {
        content.kind = KP_NUMBER;
        content.number = cell->number;
    } else if (cell != NULL && cell->text != NULL) {
        content.kind = KP_STRING;
        content.text = kp_letters_copy(cell->text, strlen(cell->text));
    }
    kp_basis_set_result(row, content); /* writes the text of the value */
    if (column == KP_BASIS_RESULT) return;
    kp_basis_set(row, column, row->fields[KP_BASIS_RESULT]);
}

static void read_row(const kp_stored_sheet *sheet, long line, kp_basis_row *row) {
    for (int i = 0; i < KP_BASIS_COLUMNS; i++)
        read_field(kp_stored_at(sheet, i, line), row, (kp_basis_column)i);
    read_field(kp_stored_at(sheet, KP_BASIS_RESULT, line), row, KP_BASIS_RESULT);
    parse(row);
}

static long last_line(const kp_stored_sheet *sheet) {
    for (size_t i = sheet->count; i > 0; i--)
        if (sheet->cells[i - 1].kind != KP_STORED_EMPTY) return sheet->cells[i - 1].row;
    return -1;
}

bool kp_basis_read(kp_basis *basis, const kp_workbook *workbook) {
    const kp_stored_sheet *sheet = kp_workbook_sheet(workbook, KP_BASIS_NAME);
    long last = sheet == NULL ? -1 : last_line(sheet);
    if (last < FIRST || last >= FIRST + MOST_ROWS) return false;
    for (long line = FIRST; line <= last; line++) {
        kp_basis_row *row = add(basis);
        if (row != NULL) read_row(sheet, line, row);
    }
    gather_failures(basis);
    return !basis->failed;
}

static bool says(const kp_stored_cell *cell, kp_text words) {
    return cell->kind == KP_STORED_TEXT && cell->formula == NULL &&
           (strcmp(cell->text, words.ja) == 0 || strcmp(cell->text, words.en) == 0);
}

static bool belongs(const kp_basis *basis, const kp_stored_cell *cell) {
    if (cell->kind == KP_STORED_EMPTY && cell->formula == NULL) return true;
    if (cell->row < HEADS) return cell->column == 0 && says(cell, ABOVE_THE_TABLE[cell->row]);
    if (cell->column >= KP_BASIS_COLUMNS) return false;
    if (cell->row == HEADS) return says(cell, COLUMNS[cell->column].head);
    return cell->formula == NULL && cell->row < kp_basis_line(basis->count);
}

bool kp_basis_is_plain(const kp_basis *basis, const kp_workbook *workbook, char *place) {
    const kp_stored_sheet *sheet = kp_workbook_sheet(workbook, KP_BASIS_NAME);
    for (size_t i = 0; sheet != NULL && i < sheet->count; i++) {
        if (belongs(basis, &sheet->cells[i])) continue;
        kp_cell_name(sheet->cells[i].column, sheet->cells[i].row, place);
        return false;
    }
    return true;
}
