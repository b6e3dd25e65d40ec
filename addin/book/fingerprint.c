/* SPDX-License-Identifier: MPL-2.0
 *
 * fingerprint.c: the content of whole sheets as short codes.
 */
#include "book/fingerprint.h"

#include <stdlib.h>
#include <string.h>

#include "book/digest.h"
#include "stored/spelling.h"
#include "uno/access.h"

/* Rows further down have no code of their own: a cell takes no longer text. */
enum { CODE = 8, MOST_CODES = 3900, BLOCK_CELLS = 1 << 18 };
static const char WAY[] = "2:"; /* how this version makes a code: older ones did not say */

/* A sheet on its way: rows from the first to the last, cells from left to right. */
typedef struct coding {
    kp_digest all, line;
    kp_buffer text; /* the codes of rows so far */
    bool open;      /* a row is begun, which is: */
    long row;
    long last_column, last_row;
} coding;

static void end_line(coding *c) {
    char code[KP_DIGEST];
    kp_auto_buffer place = {0};
    if (!c->open) return;
    kp_digest_end(&c->line, code);
    kp_putf(&place, "%ld", c->row);
    kp_digest_add(&c->all, kp_buffer_text(&place));
    kp_digest_add(&c->all, code);
    if (c->row < MOST_CODES) {
        while (c->text.used < (size_t)c->row * CODE && !c->text.failed)
            kp_put(&c->text, "00000000");
        kp_put_bytes(&c->text, code, CODE);
    }
    c->open = false;
}

/* What stands in a cell, its kind first. */
static void add_cell(coding *c, long column, long row, const char *kind, const char *content) {
    kp_auto_buffer text = {0};
    if (!c->open || c->row != row) {
        end_line(c);
        c->line = kp_digest_begin(KP_DIGEST_NEW);
        c->open = true;
        c->row = row;
    }
    kp_putf(&text, "%ld%s", column, kind);
    if (*kind == '=')
        kp_spelled_plain(content, &text);
    else
        kp_put(&text, content);
    kp_digest_add(&c->line, kp_buffer_text(&text));
    if (column > c->last_column) c->last_column = column;
    c->last_row = row;
}

static void add_number(coding *c, long column, long row, double number) {
    kp_auto_buffer text = {0};
    kp_put_number(&text, number, 15);
    add_cell(c, column, row, "n", kp_buffer_text(&text));
}

static void add_formula(coding *c, long column, long row, const char *formula) {
    double number = 0;
    if (kp_spelled_truth(formula, &number))
        add_number(c, column, row, number);
    else
        add_cell(c, column, row, "=", formula);
}

static void end_sheet(coding *c, const char *name, kp_basis *basis) {
    kp_basis_row *row = kp_basis_add_at(basis, KP_ROW_SHEET, name, c->last_column, c->last_row);
    kp_auto_buffer code = {0};
    char check[KP_DIGEST];
    end_line(c);
    kp_digest_end(&c->all, check);
    kp_putf(&code, "%s%s", WAY, check);
    kp_content result = {KP_STRING, 0, strdup(kp_buffer_text(&code)), 0};
    if (row != NULL) {
        kp_basis_set_result(row, result);
        kp_basis_set(row, KP_BASIS_EXPLANATION, kp_buffer_text(&c->text));
    } else {
        kp_content_end(&result);
    }
    kp_buffer_end(&c->text);
}

static coding begin_sheet(void) {
    return (coding){.all = kp_digest_begin(KP_DIGEST_NEW), .last_column = -1, .last_row = -1};
}

/* --------------------------------------------------------------------------------- a document */

/* A text that looks like a formula is one no more than a formula that gives its own text. */
static void add_open(coding *c, long column, long row, const rtl_uString *formula,
                     const uno_Any *value) {
    double number = 0;
    const rtl_uString *text = kp_any_text(value);
    if (formula->length == 0 && (text == NULL || text->length == 0)) return;
    bool formed =
        formula->length > 0 && formula->buffer[0] == '=' &&
        (text == NULL || rtl_ustr_compare_WithLength(text->buffer, text->length, formula->buffer,
                                                     formula->length) != 0);
    if (!formed && kp_any_number(value, &number)) {
        add_number(c, column, row, number);
        return;
    }
    kp_auto_text content = kp_string_text(formed || text == NULL ? formula : text);
    if (formed)
        add_formula(c, column, row, content == NULL ? "" : content);
    else
        add_cell(c, column, row, "t", content == NULL ? "" : content);
}

static void add_block(coding *c, uno_Interface *sheet, kp_area block) {
    kp_auto cells = kp_area_cells(sheet, block);
    kp_auto_any formulas = {0};
    kp_auto_any values = {0};
    kp_get_any(&formulas, cells, "sheet.XCellRangeFormula::getFormulaArray", "");
    kp_get_any(&values, cells, "sheet.XCellRangeData::getDataArray", "");
    const uno_Sequence *lines[] = {kp_any_sequence(&formulas), kp_any_sequence(&values)};
    if (lines[0] == NULL || lines[1] == NULL) return;
    for (sal_Int32 y = 0; y < lines[0]->nElements; y++) {
        const uno_Sequence *line = kp_sequence_pointer(lines[0], (size_t)y);
        const uno_Sequence *other = kp_sequence_pointer(lines[1], (size_t)y);
        for (sal_Int32 x = 0; x < line->nElements; x++)
            add_open(c, x, block.top + (long)y, kp_sequence_pointer(line, (size_t)x),
                     (const uno_Any *)(const void *)other->elements + x);
    }
}

static void add_document_sheet(void *basis, uno_Interface *sheet, const char *name) {
    if (strcmp(name, KP_BASIS_NAME) == 0) return;
    coding c = begin_sheet();
    kp_area area = kp_sheet_content(sheet);
    sal_Int32 step = BLOCK_CELLS / (area.right + 2) + 1;
    for (sal_Int32 top = 0; top <= area.bottom; top += step) {
        kp_area block = {0, 0, top, area.right, top + step - 1};
        if (block.bottom > area.bottom) block.bottom = area.bottom;
        add_block(&c, sheet, block);
    }
    end_sheet(&c, name, basis);
}

void kp_fingerprint(uno_Interface *document, kp_basis *basis) {
    kp_each_sheet(document, add_document_sheet, basis);
}

/* ------------------------------------------------------------------------------------- a file */

static void add_stored(coding *c, kp_format format, const kp_stored_cell *cell) {
    if (cell->formula != NULL) {
        kp_auto_buffer formula = {0};
        kp_spell(format, cell->formula, &formula);
        add_formula(c, cell->column, cell->row, kp_buffer_text(&formula));
    } else if (cell->kind == KP_STORED_NUMBER) {
        add_number(c, cell->column, cell->row, cell->number);
    } else if (cell->kind != KP_STORED_EMPTY && cell->text != NULL && *cell->text != '\0') {
        add_cell(c, cell->column, cell->row, "t", cell->text);
    }
}

void kp_fingerprint_stored(const kp_workbook *workbook, kp_basis *basis) {
    for (size_t i = 0; i < workbook->count; i++) {
        const kp_stored_sheet *sheet = &workbook->sheets[i];
        if (strcmp(sheet->name, KP_BASIS_NAME) == 0) continue;
        coding c = begin_sheet();
        for (size_t k = 0; k < sheet->count; k++)
            add_stored(&c, workbook->format, &sheet->cells[k]);
        end_sheet(&c, sheet->name, basis);
    }
}

/* ----------------------------------------------------------------------------------- comparing */

bool kp_fingerprint_is_known(const kp_basis_row *row) {
    return strncmp(kp_basis_get(row, KP_BASIS_RESULT), WAY, strlen(WAY)) == 0;
}

static const char *code_at(const char *codes, size_t length, size_t at) {
    return at < length ? codes + at : "        ";
}

long kp_fingerprint_difference(const kp_basis_row *a, const kp_basis_row *b, size_t index) {
    const char *one = kp_basis_get(a, KP_BASIS_EXPLANATION);
    const char *other = kp_basis_get(b, KP_BASIS_EXPLANATION);
    size_t lengths[] = {strlen(one), strlen(other)};
    size_t lines = (lengths[0] > lengths[1] ? lengths[0] : lengths[1]) / CODE;
    size_t found = 0;
    for (size_t i = 0; i < lines; i++)
        if (strncmp(code_at(one, lengths[0], i * CODE), code_at(other, lengths[1], i * CODE),
                    CODE) != 0 &&
            found++ == index)
            return (long)i + 1;
    bool same = strcmp(kp_basis_get(a, KP_BASIS_RESULT), kp_basis_get(b, KP_BASIS_RESULT)) == 0;
    return !same && found == 0 && index == 0 ? -1 : 0;
}
