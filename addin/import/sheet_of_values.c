/* SPDX-License-Identifier: MPL-2.0
 *
 * sheet_of_values.c: the sheet 諸元 of an open workbook.
 */
#include "import/sheet_of_values.h"

#include <stdlib.h>
#include <string.h>

#include "form/grow.h"
#include "import/source.h"
#include "import/spot.h"
#include "kenpo/text.h"
#include "system/lines.h"
#include "uno/access.h"

/* The column whose head, in the row above the values, is that; -1 for none. */
static long headed(const kp_factors *f, const char *head) {
    enum { MOST_COLUMNS = 16 };
    for (long column = 0; column < MOST_COLUMNS; column++) {
        kp_auto cell = kp_cell_at(f->sheet, column, f->own.top - 1);
        kp_auto_text text = cell == NULL ? NULL : kp_cell_shown(cell);
        if (text != NULL && kp_same_name(text, head)) return column;
    }
    return -1;
}

bool kp_factors_find(kp_factors *factors, uno_Interface *document) {
    *factors = (kp_factors){.own = kp_measure_document(document, "諸元一覧_組合")};
    kp_area ids = kp_measure_document(document, "諸元一覧_識別名");
    kp_area sources = kp_measure_document(document, "諸元一覧_出典");
    if (factors->own.right < 0 || ids.right < 0 || sources.right < 0 || factors->own.top < 1)
        return false;
    kp_auto sheets = kp_sheets(document);
    factors->sheet = kp_element(sheets, (size_t)factors->own.sheet);
    factors->ids = ids.left;
    factors->own_sources = sources.left;
    factors->labels = headed(factors, "係数");
    factors->units = headed(factors, "単位");
    factors->years = headed(factors, "適用年度");
    factors->recorded = headed(factors, "収録した値");
    factors->sources = headed(factors, "出典");
    factors->boxes = kp_boxes_read(document);
    return factors->labels >= 0 && factors->units >= 0 && factors->years >= 0 &&
           factors->recorded >= 0 && factors->sources >= 0;
}

void kp_factors_end(kp_factors *factors) {
    kp_release(factors->sheet);
    kp_boxes_end(&factors->boxes);
    factors->sheet = NULL;
}

long kp_factors_rows(const kp_factors *factors) {
    return factors->own.bottom - factors->own.top + 1;
}

static uno_Interface *cell_of(const kp_factors *f, long column, long row) {
    return kp_cell_at(f->sheet, column, f->own.top + row);
}

static char *text_of(const kp_factors *f, long column, long row) {
    kp_auto cell = cell_of(f, column, row);
    kp_content content = kp_cell_content(cell);
    if (content.kind == KP_STRING) return content.text;
    kp_content_end(&content);
    return NULL;
}

static bool number_of(const kp_factors *f, long column, long row, kp_num *number) {
    kp_auto cell = cell_of(f, column, row);
    return kp_spot_number(cell, number);
}

kp_factor kp_factor_at(const kp_factors *factors, long row) {
    kp_num year;
    kp_factor factor = {.id = text_of(factors, factors->ids, row),
                        .label = text_of(factors, factors->labels, row),
                        .unit = text_of(factors, factors->units, row),
                        .source = text_of(factors, factors->sources, row),
                        .own_source = text_of(factors, factors->own_sources, row)};
    factor.has_own = number_of(factors, factors->own.left, row, &factor.own);
    factor.has_recorded = number_of(factors, factors->recorded, row, &factor.recorded);
    if (number_of(factors, factors->years, row, &year) && kp_is_whole(year))
        factor.year = (int)(year.numerator / year.denominator);
    return factor;
}

void kp_factor_end(kp_factor *factor) {
    free(factor->id);
    free(factor->label);
    free(factor->unit);
    free(factor->source);
    free(factor->own_source);
}

void kp_factors_name(const kp_factors *factors, long row, kp_buffer *out) {
    kp_spot_put_place(out, factors->sheet, factors->own.left, factors->own.top + row);
}

bool kp_factor_takes(const kp_factors *factors, long row, kp_num value) {
    const kp_box *box =
        kp_boxes_at(&factors->boxes, factors->own.sheet, factors->own.left, factors->own.top + row);
    return box == NULL || kp_box_takes(box, kp_num_to_double(value));
}

void kp_factor_put(const kp_factors *factors, long row, kp_num value, const char *source,
                   const char *who) {
    kp_auto cell = cell_of(factors, factors->own.left, row);
    kp_auto beside = cell_of(factors, factors->own_sources, row);
    kp_auto_buffer words = {0};
    kp_cell_put_number(cell, kp_num_to_double(value));
    kp_put_plain(&words, source);
    if (!kp_same_name(who, "") && strstr(source, who) == NULL) {
        kp_put(&words, "(");
        kp_put_plain(&words, who);
        kp_put(&words, ")");
    }
    kp_cell_set_text(beside, kp_buffer_text(&words));
}

char *kp_factors_society(uno_Interface *document) {
    kp_auto cells = kp_named_cells(document, "組合名称");
    kp_auto cell = kp_cell_at(cells, 0, 0);
    return cell == NULL ? NULL : kp_cell_shown(cell);
}

bool kp_factors_read_file(kp_table *table, uno_Interface *context, const char *path,
                          kp_language language, kp_buffer *why) {
    kp_source source;
    bool read = kp_source_read(&source, context, path, language, why);
    if (read && source.count > 0) {
        *table = source.tables[0];
        source.tables[0] = (kp_table){0};
    }
    kp_source_end(&source);
    return read;
}
