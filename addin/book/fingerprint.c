/* SPDX-License-Identifier: MPL-2.0
 *
 * fingerprint.c: the content of whole sheets as short codes.
 */
#include "book/fingerprint.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "uno/access.h"

/* Rows are read in blocks; a sheet of more cells than that is told as too large to compare. */
enum { CODE = 8, OLD_CODE = 4, BLOCK_CELLS = 1 << 18 };
static const double MOST_CELLS = 2e7;

static size_t code_length(kp_digest_kind kind) {
    return kind == KP_DIGEST_OLD ? OLD_CODE : CODE;
}

/* Empty cells at the end of a row do not count. */
static void add_line(kp_digest *all, const uno_Sequence *line, kp_buffer *codes) {
    char code[KP_DIGEST];
    size_t last = (size_t)line->nElements;
    while (last > 0 && ((rtl_uString *)kp_sequence_pointer(line, last - 1))->length == 0)
        last--;
    kp_digest digest = kp_digest_begin(all->kind);
    for (size_t i = 0; i < last; i++) {
        kp_auto_text text = kp_string_text(kp_sequence_pointer(line, i));
        kp_digest_add(&digest, text);
    }
    kp_digest_end(&digest, code);
    kp_digest_add(all, code);
    kp_put_bytes(codes, code, code_length(all->kind));
}

static void add_block(uno_Interface *sheet, kp_area block, kp_digest *all, kp_buffer *codes) {
    kp_auto cells = kp_area_cells(sheet, block);
    kp_auto_any any = {0};
    kp_get_any(&any, cells, "sheet.XCellRangeFormula::getFormulaArray", "");
    const uno_Sequence *lines = kp_any_sequence(&any);
    for (sal_Int32 i = 0; lines != NULL && i < lines->nElements; i++)
        add_line(all, kp_sequence_pointer(lines, (size_t)i), codes);
}

static void add_lines(uno_Interface *sheet, kp_area area, kp_digest *all, kp_buffer *codes) {
    if (area.bottom < 0 || area.right < 0) return;
    sal_Int32 step = BLOCK_CELLS / (area.right + 1) + 1;
    for (sal_Int32 top = 0; top <= area.bottom; top += step) {
        kp_area block = {0, 0, top, area.right, top + step - 1};
        if (block.bottom > area.bottom) block.bottom = area.bottom;
        add_block(sheet, block, all, codes);
    }
}

typedef struct print {
    kp_basis *basis;
    kp_digest_kind kind;
} print;

static void add_sheet(void *data, uno_Interface *sheet, const char *name) {
    const print *p = data;
    kp_area area = kp_sheet_content(sheet);
    kp_basis_row *row =
        strcmp(name, KP_BASIS_NAME) == 0
            ? NULL
            : kp_basis_add_at(p->basis, KP_ROW_SHEET, name, area.right, area.bottom);
    if (row == NULL) return;
    kp_digest all = kp_digest_begin(p->kind);
    kp_auto_buffer codes = {0};
    char check[KP_DIGEST];
    if ((area.right + 1.0) * (area.bottom + 1.0) <= MOST_CELLS)
        add_lines(sheet, area, &all, &codes);
    kp_digest_end(&all, check);
    kp_content result = {KP_STRING, 0, strdup(check), 0};
    kp_basis_set_result(row, result);
    kp_basis_set(row, KP_BASIS_EXPLANATION, kp_buffer_text(&codes));
}

void kp_fingerprint(uno_Interface *document, kp_digest_kind kind, kp_basis *basis) {
    print p = {basis, kind};
    kp_each_sheet(document, add_sheet, &p);
}

static const char *code_at(const char *codes, size_t length, size_t at) {
    return at < length ? codes + at : "        ";
}

long kp_fingerprint_difference(const kp_basis_row *a, const kp_basis_row *b, size_t index) {
    const char *one = kp_basis_get(a, KP_BASIS_EXPLANATION);
    const char *other = kp_basis_get(b, KP_BASIS_EXPLANATION);
    size_t code = code_length(kp_digest_kind_of(kp_basis_get(b, KP_BASIS_RESULT)));
    size_t lengths[] = {strlen(one), strlen(other)};
    size_t lines = (lengths[0] > lengths[1] ? lengths[0] : lengths[1]) / code;
    size_t found = 0;
    for (size_t i = 0; i < lines; i++)
        if (strncmp(code_at(one, lengths[0], i * code), code_at(other, lengths[1], i * code),
                    code) != 0 &&
            found++ == index)
            return (long)i + 1;
    bool same = strcmp(kp_basis_get(a, KP_BASIS_RESULT), kp_basis_get(b, KP_BASIS_RESULT)) == 0;
    return !same && found == 0 && index == 0 ? -1 : 0;
}
