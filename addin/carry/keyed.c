/* SPDX-License-Identifier: MPL-2.0
 *
 * keyed.c: the cells of a filled workbook by keys.
 */
#include "carry/keyed.h"

#include <stdlib.h>
#include <string.h>

#include "book/basis.h"
#include "form/gate.h"

/* How the names of the columns of 点検 begin. */
static const char CHECKS[] = "点検_";

/* A name and its cells. */
typedef struct place {
    const char *name;
    const kp_stored_sheet *sheet;
    kp_stored_area area;
} place;

typedef struct places {
    place *places;
    size_t count;
} places;

static places places_of(const kp_filled *filled) {
    const kp_workbook *workbook = &filled->workbook;
    places all = {calloc(workbook->name_count + 1, sizeof(place)), 0};
    for (size_t i = 0; all.places != NULL && i < workbook->name_count; i++) {
        place *at = &all.places[all.count];
        at->name = workbook->names[i].name;
        if (workbook->names[i].sheet == NULL &&
            kp_filled_area(filled, at->name, &at->sheet, &at->area))
            all.count++;
    }
    return all;
}

static long away(const place *at, long column) {
    return column < at->area.left    ? at->area.left - column
           : column > at->area.right ? column - at->area.right
                                     : 0;
}

static long long size_of(const place *at) {
    return (long long)(at->area.right - at->area.left + 1) * (at->area.bottom - at->area.top + 1);
}

/* The nearest one, the smallest of these, the first of these by its name. */
static bool is_better(const place *one, const place *other, long column) {
    if (other == NULL || away(one, column) != away(other, column))
        return other == NULL || away(one, column) < away(other, column);
    if (size_of(one) != size_of(other)) return size_of(one) < size_of(other);
    return strcmp(one->name, other->name) < 0;
}

static const place *nearest(const places *all, const kp_stored_sheet *sheet,
                            const kp_stored_cell *cell) {
    const place *best = NULL;
    for (size_t i = 0; i < all->count; i++) {
        const place *at = &all->places[i];
        if (at->sheet == sheet && cell->row >= at->area.top && cell->row <= at->area.bottom &&
            is_better(at, best, cell->column))
            best = at;
    }
    return best;
}

static char *key_of(const place *at, const kp_stored_sheet *sheet, const kp_stored_cell *cell) {
    kp_auto_buffer key = {0};
    if (at == NULL)
        kp_putf(&key, "%s!%ld,%ld", sheet->name, cell->column, cell->row);
    else
        kp_putf(&key, "%s+%ld,%ld", at->name, cell->column - at->area.left,
                cell->row - at->area.top);
    return key.failed ? NULL : strdup(kp_buffer_text(&key));
}

/* ---------------------------------------------------------------------------------------- cells */

static bool has_column(const kp_stored_areas *areas, long column) {
    for (size_t i = 0; i < areas->count; i++)
        if (column >= areas->area[i].left && column <= areas->area[i].right) return true;
    return false;
}

static void add(kp_keyed_cells *all, const kp_filled *filled, const places *names,
                const kp_stored_sheet *sheet, const kp_stored_cell *cell) {
    if (all->count == all->size) {
        size_t size = all->size == 0 ? 4096 : all->size * 2;
        kp_keyed *more = realloc(all->cells, size * sizeof *more);
        all->failed = all->failed || more == NULL;
        if (more == NULL) return;
        all->cells = more;
        all->size = size;
    }
    const place *at = nearest(names, sheet, cell);
    kp_keyed keyed = {.key = key_of(at, sheet, cell),
                      .sheet = sheet,
                      .cell = cell,
                      .order = all->count,
                      .open = !filled->workbook.looks[cell->look].locked,
                      .named =
                          at != NULL && away(at, cell->column) == 0 &&
                          (size_of(at) == 1 || strncmp(at->name, CHECKS, sizeof CHECKS - 1) == 0)};
    all->failed = all->failed || keyed.key == NULL;
    if (keyed.key != NULL) all->cells[all->count++] = keyed;
}

static bool is_seen(const kp_stored_sheet *sheet, const kp_stored_cell *cell) {
    bool text = cell->kind != KP_STORED_NUMBER;
    return cell->kind != KP_STORED_EMPTY && !(text && *cell->text == '\0') &&
           !has_column(&sheet->hidden_columns, cell->column);
}

static int by_key(const void *one, const void *other) {
    const kp_keyed *a = one;
    const kp_keyed *b = other;
    int order = strcmp(a->key, b->key);
    return order != 0 ? order : (a->order > b->order) - (a->order < b->order);
}

kp_keyed_cells kp_keyed_read(const kp_filled *filled) {
    kp_keyed_cells all = {0};
    places names = places_of(filled);
    all.failed = names.places == NULL;
    for (size_t i = 0; i < filled->workbook.count; i++) {
        const kp_stored_sheet *sheet = &filled->workbook.sheets[i];
        if (strcmp(sheet->name, KP_BASIS_NAME) == 0 || strcmp(sheet->name, KP_GATE_SHEET) == 0)
            continue;
        for (size_t k = 0; k < sheet->count; k++)
            if (is_seen(sheet, &sheet->cells[k]))
                add(&all, filled, &names, sheet, &sheet->cells[k]);
    }
    if (all.count > 0) qsort(all.cells, all.count, sizeof *all.cells, by_key);
    free(names.places);
    return all;
}

void kp_keyed_end(kp_keyed_cells *cells) {
    for (size_t i = 0; i < cells->count; i++)
        free(cells->cells[i].key);
    free(cells->cells);
    *cells = (kp_keyed_cells){0};
}
