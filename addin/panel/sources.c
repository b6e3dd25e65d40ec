/* SPDX-License-Identifier: MPL-2.0
 *
 * sources.c: which cells a formula reads.
 */
#include "panel/sources.h"

#include <stdlib.h>
#include <string.h>

#include "book/formula.h"
#include "uno/access.h"

enum { MOST_SOURCES = 400, DEEPEST = 8 };

/* com.sun.star.sheet.FormulaToken, SingleReference and ComplexReference as they lie in memory. */
typedef struct token {
    sal_Int32 code;
    uno_Any data;
} token;

typedef struct reference {
    sal_Int32 column, column_apart, row, row_apart, sheet, sheet_apart, flags;
} reference;

enum { COLUMN_APART = 1, ROW_APART = 4, SHEET_APART = 16, DELETED = 2 | 8 | 32 };

typedef struct search {
    uno_Interface *document, *names;
    kp_sources found;
    int depth;
} search;

static bool known(const kp_sources *found, const kp_source *item) {
    for (size_t i = 0; i < found->count; i++) {
        const kp_source *other = &found->items[i];
        bool named = item->name != NULL && other->name != NULL;
        if (named ? strcmp(item->name, other->name) == 0
                  : item->text == NULL && other->text == NULL &&
                        memcmp(&item->area, &other->area, sizeof item->area) == 0)
            return true;
    }
    return false;
}

static void add(search *s, kp_source item) {
    kp_sources *found = &s->found;
    if (found->count == found->size) {
        size_t size = found->size == 0 ? 32 : found->size * 2;
        kp_source *items = size > MOST_SOURCES ? NULL : realloc(found->items, size * sizeof *items);
        if (items != NULL) {
            found->items = items;
            found->size = size;
        }
    }
    if (found->count < found->size && !known(found, &item)) {
        found->items[found->count++] = item;
        return;
    }
    free(item.name);
    free(item.text);
}

/* --------------------------------------------------------------------------------- references */

static kp_area place_of(const reference *r, kp_address base) {
    kp_area at = {0};
    at.sheet = (sal_Int16)((r->flags & SHEET_APART) != 0 ? base.sheet + r->sheet_apart : r->sheet);
    at.left = (r->flags & COLUMN_APART) != 0 ? base.column + r->column_apart : r->column;
    at.top = (r->flags & ROW_APART) != 0 ? base.row + r->row_apart : r->row;
    at.right = at.left;
    at.bottom = at.top;
    return at;
}

static void take_token(search *s, const token *t, kp_address base) {
    bool single = kp_any_is(&t->data, "com.sun.star.sheet.SingleReference");
    bool both = kp_any_is(&t->data, "com.sun.star.sheet.ComplexReference");
    if (!single && !both) return;
    const reference *r = t->data.pData;
    if ((r[0].flags & DELETED) != 0 || (both && (r[1].flags & DELETED) != 0)) return;
    kp_source item = {NULL, NULL, {0}};
    kp_area first = place_of(&r[0], base);
    kp_area last = both ? place_of(&r[1], base) : first;
    memset(&item.area, 0, sizeof item.area); /* areas are compared byte by byte */
    item.area.sheet = first.sheet;
    item.area.left = first.left;
    item.area.top = first.top;
    item.area.right = last.right;
    item.area.bottom = last.bottom;
    if (first.left >= 0 && first.top >= 0 && last.right >= first.left && last.bottom >= first.top)
        add(s, item);
}

static void take_tokens(search *s, uno_Interface *object, kp_address base) {
    kp_auto_any tokens = {0};
    kp_get_any(&tokens, object, "sheet.XFormulaTokens::getTokens", "");
    const uno_Sequence *list = kp_any_sequence(&tokens);
    for (sal_Int32 i = 0; list != NULL && i < list->nElements; i++)
        take_token(s, (const token *)(const void *)list->elements + i, base);
}

/* -------------------------------------------------------------------------------------- names */

static void take_words(search *s, const char *formula);

static void take_expression(search *s, uno_Interface *named, const char *name) {
    kp_address base = {0, 0, 0};
    kp_auto_any any = {0};
    kp_source item = {strdup(name), NULL, {0}};
    item.text = kp_get_text(named, "sheet.XNamedRange::getContent", "");
    if (item.name == NULL || item.text == NULL || known(&s->found, &item) || s->depth > DEEPEST) {
        free(item.name);
        free(item.text);
        return;
    }
    kp_auto_text content = strdup(item.text);
    add(s, item);
    if (kp_get_any(&any, named, "sheet.XNamedRange::getReferencePosition", ""))
        base = *(const kp_address *)any.pData;
    s->depth++;
    take_tokens(s, named, base);
    if (content != NULL) take_words(s, content);
    s->depth--;
}

/* The cells of the name, added; none for anything else. */
static kp_area take_name(search *s, const char *name) {
    kp_area none = {0, 0, 0, -1, -1};
    if (kp_get_number(s->names, "container.XNameAccess::hasByName", "s", name) == 0) return none;
    kp_auto named = kp_named(s->names, name);
    kp_auto cells = kp_get(named, "sheet.XCellRangeReferrer::getReferredCells", "");
    if (cells == NULL) {
        take_expression(s, named, name);
        return none;
    }
    kp_source item = {strdup(name), NULL, {0}};
    item.area = kp_area_of(cells);
    kp_area area = item.area;
    if (item.name != NULL) add(s, item);
    return area;
}

/* What two names with a colon between them mean. */
static void take_between(search *s, kp_area from, kp_area to) {
    if (from.right < 0 || to.right < 0 || from.sheet != to.sheet) return;
    kp_source item = {NULL, NULL, {0}};
    memset(&item.area, 0, sizeof item.area);
    item.area.sheet = from.sheet;
    item.area.left = from.left < to.left ? from.left : to.left;
    item.area.top = from.top < to.top ? from.top : to.top;
    item.area.right = from.right > to.right ? from.right : to.right;
    item.area.bottom = from.bottom > to.bottom ? from.bottom : to.bottom;
    add(s, item);
}

static void take_words(search *s, const char *formula) {
    kp_span word;
    kp_area before = {0, 0, 0, -1, -1};
    for (size_t at = 0; kp_formula_word(formula, &at, &word);) {
        char name[256];
        if (word.length >= sizeof name) continue;
        memcpy(name, word.start, word.length);
        name[word.length] = '\0';
        kp_area area = take_name(s, name);
        bool range = word.start > formula && word.start[-1] == ':';
        if (range) take_between(s, before, area);
        before = area;
    }
}

kp_sources kp_sources_of(uno_Interface *document, uno_Interface *cell, const char *formula) {
    kp_auto names = kp_property_object(document, "NamedRanges");
    search s = {document, names, {0}, 0};
    kp_area area = kp_area_of(cell);
    kp_address base = {area.sheet, area.left, area.top};
    take_words(&s, formula);
    take_tokens(&s, cell, base);
    return s.found;
}

void kp_sources_end(kp_sources *sources) {
    for (size_t i = 0; i < sources->count; i++) {
        free(sources->items[i].name);
        free(sources->items[i].text);
    }
    free(sources->items);
    *sources = (kp_sources){0};
}
