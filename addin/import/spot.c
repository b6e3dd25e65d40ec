/* SPDX-License-Identifier: MPL-2.0
 *
 * spot.c: where in a workbook the rows of a list stand.
 */
#include "import/spot.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "form/form.h"
#include "form/grow.h"
#include "uno/access.h"

bool kp_spot_number(uno_Interface *cell, kp_num *number) {
    kp_auto_content content = kp_cell_content(cell);
    if (content.kind != KP_NUMBER) return false;
    *number = kp_num_from_double(content.number);
    return kp_num_status(*number) == KP_OK;
}

bool kp_spot_named_number(uno_Interface *document, const char *name, kp_num *number) {
    kp_auto cells = kp_named_cells(document, name);
    kp_auto cell = kp_cell_at(cells, 0, 0);
    return kp_spot_number(cell, number);
}

int kp_spot_year(uno_Interface *document) {
    kp_num number;
    bool known = kp_spot_named_number(document, "年度_西暦", &number) ||
                 kp_spot_named_number(document, "年度", &number);
    bool year = known && kp_is_whole(number) && kp_cmp(number, kp_int(1926)) >= 0 &&
                kp_cmp(number, kp_int(2099)) <= 0;
    return year ? (int)(number.numerator / number.denominator) : 0;
}

/* A field with a suffix has cells of its own name; another one stands beside the part. */
static long column_of(const kp_spot *spot, size_t part, size_t field) {
    const kp_field *f = &spot->target->fields[field];
    kp_area area = spot->parts[part].area;
    if (f->kind == KP_FIELD_SECTION) return -1;
    if (f->kind == KP_FIELD_KEY && spot->target->key != KP_KEY_NONE) return -1;
    if (*f->suffix == '\0') return area.left + f->aside;
    char name[128];
    snprintf(name, sizeof name, "%s%s", spot->target->parts[part], f->suffix);
    kp_area own = kp_measure_document(spot->document, name);
    bool alike = own.top == area.top && own.bottom == area.bottom && own.left == own.right;
    return alike ? own.left : -1;
}

static void measure(kp_spot *spot, size_t part) {
    kp_area area = kp_measure_document(spot->document, spot->target->parts[part]);
    spot->parts[part].area = area;
    for (size_t f = 0; f < kp_target_fields(spot->target); f++)
        spot->parts[part].columns[f] = area.right < 0 ? -1 : column_of(spot, part, f);
}

bool kp_spot_find(kp_spot *spot, uno_Interface *document, const kp_target *target) {
    *spot = (kp_spot){.document = document, .target = target};
    bool any = false;
    kp_auto sheets = kp_sheets(document);
    for (size_t i = 0; i < KP_PARTS && target->parts[i] != NULL; i++) {
        measure(spot, i);
        spot->count++;
        if (spot->parts[i].area.right < 0) continue;
        spot->parts[i].sheet = kp_element(sheets, (size_t)spot->parts[i].area.sheet);
        any = true;
    }
    if (!any) return false;
    spot->boxes = kp_boxes_read(document);
    spot->year = kp_spot_year(document);
    return true;
}

void kp_spot_end(kp_spot *spot) {
    for (size_t i = 0; i < spot->count; i++)
        kp_release(spot->parts[i].sheet);
    kp_boxes_end(&spot->boxes);
    *spot = (kp_spot){0};
}

long kp_spot_rows(const kp_spot *spot, size_t part) {
    kp_area area = spot->parts[part].area;
    return area.right < 0 ? 0 : area.bottom - area.top + 1;
}

static bool place_of(const kp_spot *spot, kp_spot_cell at, long *column, long *row) {
    *column = spot->parts[at.part].columns[at.field];
    *row = spot->parts[at.part].area.top + at.row;
    return *column >= 0;
}

uno_Interface *kp_spot_cell_of(const kp_spot *spot, kp_spot_cell at) {
    long column;
    long row;
    if (!place_of(spot, at, &column, &row)) return NULL;
    return kp_cell_at(spot->parts[at.part].sheet, column, row);
}

void kp_spot_put_place(kp_buffer *out, uno_Interface *sheet, long column, long row) {
    char name[16];
    kp_auto_text words = kp_object_name(sheet);
    kp_cell_name(column, row, name);
    kp_putf(out, "%s %s", words == NULL ? "" : words, name);
}

void kp_spot_name(const kp_spot *spot, kp_spot_cell at, kp_buffer *out) {
    long column;
    long row;
    if (place_of(spot, at, &column, &row))
        kp_spot_put_place(out, spot->parts[at.part].sheet, column, row);
}

bool kp_spot_locked(const kp_spot *spot, kp_spot_cell at) {
    long column;
    long row;
    return !place_of(spot, at, &column, &row) ||
           kp_form_locked(spot->parts[at.part].sheet, column, row);
}

const kp_box *kp_spot_box(const kp_spot *spot, kp_spot_cell at) {
    long column;
    long row;
    if (!place_of(spot, at, &column, &row)) return NULL;
    return kp_boxes_at(&spot->boxes, spot->parts[at.part].area.sheet, column, row);
}

char *kp_spot_label(const kp_spot *spot, size_t part, long row) {
    char name[128];
    snprintf(name, sizeof name, "%s%s", spot->target->parts[part], spot->target->labels);
    kp_auto cells = kp_named_cells(spot->document, name);
    kp_auto cell = kp_cell_at(cells, 0, row);
    return cell == NULL ? NULL : kp_cell_shown(cell);
}

/* ---------------------------------------------------------------------------------- more rows */

static kp_area wanted_size(const void *where, const char *name) {
    (void)name;
    return *(const kp_area *)where;
}

/* Rows are put in as copies of the first one: what a person typed there is taken out again. */
static void empty_rows(const kp_spot *spot, long from, long count) {
    for (long row = from; row < from + count; row++)
        for (size_t f = 0; f < kp_target_fields(spot->target); f++) {
            kp_spot_cell at = {0, row, f};
            kp_auto cell = kp_spot_locked(spot, at) ? NULL : kp_spot_cell_of(spot, at);
            if (cell != NULL) kp_cell_set_text(cell, "");
        }
}

bool kp_spot_grow(kp_spot *spot, long rows) {
    uno_Interface *sheet = spot->parts[0].sheet;
    long before = kp_spot_rows(spot, 0);
    bool guarded = kp_is_protected(sheet);
    kp_area more = spot->parts[0].area;
    more.bottom += (sal_Int32)(rows - before);
    kp_grow(spot->target->parts[0], spot->document, wanted_size, &more);
    if (guarded && !kp_is_protected(sheet)) kp_protect(sheet);
    measure(spot, 0);
    if (kp_spot_rows(spot, 0) != rows) return false;
    empty_rows(spot, before - 1, rows - before);
    return true;
}
