/* SPDX-License-Identifier: MPL-2.0
 *
 * grow.c: tables of a form that a society may make longer.
 */
#include "form/grow.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "stored/spelling.h"
#include "uno/access.h"

enum { MOST_ROWS = 20000 };

char *kp_growing(uno_Interface *form) {
    kp_auto own = kp_document_own_properties(form);
    return kp_property_text(own, "KenpoGrows");
}

typedef void on_name(void *data, const char *name);

static void each_name(const char *names, on_name *on, void *data) {
    char *copy = names == NULL ? NULL : strdup(names);
    char *rest = NULL;
    for (char *name = copy == NULL ? NULL : strtok_r(copy, " ", &rest); name != NULL;
         name = strtok_r(NULL, " ", &rest))
        on(data, name);
    free(copy);
}

kp_area kp_measure_document(const void *document, const char *name) {
    kp_auto cells = kp_named_cells((uno_Interface *)(uintptr_t)document, name);
    kp_area none = {0, 0, 0, -1, -1};
    return cells == NULL ? none : kp_area_of(cells);
}

kp_area kp_measure_workbook(const void *workbook, const char *name) {
    const kp_workbook *book = workbook;
    kp_area none = {0, 0, 0, -1, -1};
    for (size_t i = 0; i < book->name_count; i++) {
        const kp_stored_name *n = &book->names[i];
        if (n->kind != KP_NAME_ORDINARY || n->sheet != NULL || strcmp(n->name, name) != 0) continue;
        kp_auto_buffer content = {0};
        kp_auto_buffer sheet = {0};
        kp_stored_area a;
        kp_spell_name(book->format, n->content, &content);
        if (!kp_spelled_area(kp_buffer_text(&content), &sheet, &a)) return none;
        return (kp_area){0, (sal_Int32)a.left, (sal_Int32)a.top, (sal_Int32)a.right,
                         (sal_Int32)a.bottom};
    }
    return none;
}

static long rows_of(kp_area area) {
    return area.bottom - area.top + 1;
}

typedef struct sizes {
    kp_measure *measure;
    const void *where;
    kp_buffer *size;
} sizes;

static void put_size(void *data, const char *name) {
    sizes *s = data;
    kp_putf(s->size, "%s %ld ", name, rows_of(s->measure(s->where, name)));
}

void kp_grown_size(const char *names, kp_measure *measure, const void *where, kp_buffer *size) {
    sizes s = {measure, where, size};
    each_name(names, put_size, &s);
}

/* Puts the rows in before the last one, so that names and sums take them in, and makes each like the
 * first. */
static void put_in(uno_Interface *form, kp_area table, long count) {
    kp_auto sheets = kp_sheets(form);
    kp_auto sheet = kp_element(sheets, (size_t)table.sheet);
    kp_auto rows = kp_get(sheet, "table.XColumnRowRange::getRows", "");
    kp_area first = {table.sheet, 0, table.top, kp_sheet_content(sheet).right, table.top};
    kp_unprotect(sheet);
    kp_do(rows, "table.XTableRows::insertByIndex", "ll", (long)table.bottom, count);
    for (long i = 0; i < count; i++) {
        kp_address to = {table.sheet, 0, table.bottom + (sal_Int32)i};
        kp_do(sheet, "sheet.XCellRangeMovement::copyRange", "cr", &to, &first);
    }
}

typedef struct growing {
    uno_Interface *form;
    kp_measure *measure;
    const void *where;
} growing;

static void grow_one(void *data, const char *name) {
    growing *g = data;
    kp_area table = kp_measure_document(g->form, name);
    kp_area theirs = g->measure(g->where, name);
    long more = rows_of(theirs) - rows_of(table);
    bool alike = theirs.left == table.left && theirs.right == table.right;
    if (alike && rows_of(table) > 1 && more > 0 && rows_of(theirs) <= MOST_ROWS)
        put_in(g->form, table, more);
}

void kp_grow(const char *names, uno_Interface *form, kp_measure *measure, const void *where) {
    growing g = {form, measure, where};
    each_name(names, grow_one, &g);
}
