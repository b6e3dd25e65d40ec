/* SPDX-License-Identifier: MPL-2.0
 *
 * workbook.c: the lists and texts of a stranger's workbook as data. No UNO, no I/O.
 */
#include "stored/workbook.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Texts lie one behind the other in blocks: a workbook has tens of thousands of short ones. */
struct kp_pool_block {
    struct kp_pool_block *next;
    size_t used, size;
    char bytes[];
};
enum { BLOCK = 1 << 16 };

static char *room_for(kp_workbook *workbook, size_t size) {
    struct kp_pool_block *block = workbook->texts;
    if (block == NULL || block->size - block->used < size) {
        size_t most = size > BLOCK ? size : BLOCK;
        block = malloc(sizeof *block + most);
        if (block == NULL) return NULL;
        *block = (struct kp_pool_block){workbook->texts, 0, most};
        workbook->texts = block;
    }
    char *place = block->bytes + block->used;
    block->used += size;
    return place;
}

const char *kp_workbook_keep(kp_workbook *workbook, const char *text, size_t length) {
    char *copy = room_for(workbook, length + 1);
    if (copy == NULL) {
        workbook->failed = true;
        return NULL;
    }
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

/* The list with room for one more element than `count`; as it was where memory is short. */
static void *grow(kp_workbook *workbook, void *list, size_t count, size_t *size, size_t each) {
    if (count < *size) return list;
    size_t wider = *size == 0 ? 8 : *size * 2;
    void *more = wider > SIZE_MAX / each ? NULL : realloc(list, wider * each);
    if (more == NULL) {
        workbook->failed = true;
        return list;
    }
    *size = wider;
    return more;
}

/* A new element at the end of a list, all zero; NULL where memory is short. */
#define ADD(workbook, list, count, size)                                                           \
    ((list) = grow(workbook, list, count, &(size), sizeof *(list)),                                \
     (count) < (size) ? memset(&(list)[(count)++], 0, sizeof *(list)) : NULL)

static const char *keep(kp_workbook *workbook, const char *text) {
    return text == NULL ? NULL : kp_workbook_keep(workbook, text, strlen(text));
}

kp_stored_sheet *kp_workbook_add_sheet(kp_workbook *workbook, const char *name) {
    kp_stored_sheet *sheet = ADD(workbook, workbook->sheets, workbook->count, workbook->size);
    if (sheet != NULL) sheet->name = keep(workbook, name);
    return sheet;
}

kp_stored_cell *kp_workbook_add_cell(kp_workbook *workbook, kp_stored_sheet *sheet) {
    return ADD(workbook, sheet->cells, sheet->count, sheet->size);
}

kp_stored_blank *kp_workbook_add_blank(kp_workbook *workbook, kp_stored_sheet *sheet) {
    return ADD(workbook, sheet->blanks, sheet->blank_count, sheet->blank_size);
}

kp_stored_name *kp_workbook_add_name(kp_workbook *workbook) {
    return ADD(workbook, workbook->names, workbook->name_count, workbook->name_size);
}

void kp_workbook_add_area(kp_workbook *workbook, kp_stored_areas *areas, kp_stored_area area) {
    kp_stored_area *added = ADD(workbook, areas->area, areas->count, areas->size);
    if (added != NULL) *added = area;
}

void kp_workbook_add_size(kp_workbook *workbook, kp_stored_sizes *sizes, kp_stored_size size) {
    kp_stored_size *added = ADD(workbook, sizes->size, sizes->count, sizes->room);
    if (added != NULL) *added = size;
}

void kp_workbook_add_drawn(kp_workbook *workbook, kp_stored_sheet *sheet, const char *line) {
    enum { MOST = 20000 };
    size_t before = sheet->drawn == NULL ? 0 : strlen(sheet->drawn);
    size_t length = strlen(line);
    char *all = before + length > MOST ? NULL : room_for(workbook, before + length + 2);
    if (all == NULL) {
        workbook->failed = true;
        return;
    }
    if (before > 0) memcpy(all, sheet->drawn, before);
    memcpy(all + before, line, length);
    memcpy(all + before + length, "\n", 2);
    sheet->drawn = all;
}

void kp_workbook_add_rule(kp_workbook *workbook, kp_stored_rules *rules, kp_stored_area area,
                          const char *rule) {
    kp_stored_rule *added = ADD(workbook, rules->rule, rules->count, rules->size);
    if (added != NULL) *added = (kp_stored_rule){area, keep(workbook, rule)};
}

void kp_workbook_add_foreign(kp_workbook *workbook, kp_foreign_kind kind, const char *where,
                             const char *what) {
    kp_foreign *added =
        ADD(workbook, workbook->foreign, workbook->foreign_count, workbook->foreign_size);
    if (added != NULL) *added = (kp_foreign){kind, keep(workbook, where), keep(workbook, what)};
}

void kp_workbook_add_setting(kp_workbook *workbook, const char *name, const char *value) {
    enum { MOST = 1000 };
    size_t before = workbook->settings == NULL ? 0 : strlen(workbook->settings);
    size_t length = strlen(name) + (value == NULL ? 0 : strlen(value) + 1);
    if (before + length >= MOST) return;
    char *all = room_for(workbook, before + length + 3);
    if (all == NULL) {
        workbook->failed = true;
        return;
    }
    *all = '\0';
    if (before > 0) strcat(strcpy(all, workbook->settings), "; ");
    strcat(all, name);
    if (value != NULL) strcat(strcat(all, " "), value);
    workbook->settings = all;
}

const kp_stored_look KP_PLAIN_LOOK = {
    .format = "General", .colour = -1, .ground = -1, .size = 10, .locked = true};

static bool same_text(const char *a, const char *b) {
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static bool same_look(const kp_stored_look *a, const kp_stored_look *b) {
    return same_text(a->format, b->format) && same_text(a->font, b->font) &&
           a->colour == b->colour && a->ground == b->ground && !(a->size < b->size) &&
           !(a->size > b->size) && a->bold == b->bold && a->struck == b->struck &&
           a->turned == b->turned && a->unlettered == b->unlettered &&
           a->hidden_content == b->hidden_content && a->hidden_formula == b->hidden_formula &&
           a->locked == b->locked && a->unprinted == b->unprinted;
}

size_t kp_workbook_look(kp_workbook *workbook, const kp_stored_look *look) {
    for (size_t i = 0; i < workbook->look_count; i++)
        if (same_look(&workbook->looks[i], look)) return i;
    kp_stored_look *added =
        ADD(workbook, workbook->looks, workbook->look_count, workbook->look_size);
    if (added == NULL) return 0;
    *added = *look;
    added->format = keep(workbook, look->format);
    added->font = keep(workbook, look->font);
    return workbook->look_count - 1;
}

const kp_stored_sheet *kp_workbook_sheet(const kp_workbook *workbook, const char *name) {
    for (size_t i = 0; i < workbook->count; i++)
        if (workbook->sheets[i].name != NULL && strcmp(workbook->sheets[i].name, name) == 0)
            return &workbook->sheets[i];
    return NULL;
}

const kp_stored_cell *kp_stored_at(const kp_stored_sheet *sheet, long column, long row) {
    size_t low = 0;
    size_t high = sheet->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const kp_stored_cell *cell = &sheet->cells[middle];
        if (cell->row == row && cell->column == column) return cell;
        if (cell->row < row || (cell->row == row && cell->column < column))
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static void end_sheet(kp_stored_sheet *sheet) {
    free(sheet->cells);
    free(sheet->blanks);
    free(sheet->merged.area);
    free(sheet->hidden_rows.area);
    free(sheet->hidden_columns.area);
    free(sheet->printed.area);
    free(sheet->faint.area);
    free(sheet->widths.size);
    free(sheet->heights.size);
    free(sheet->conditions.rule);
    free(sheet->validities.rule);
}

void kp_workbook_end(kp_workbook *workbook) {
    for (size_t i = 0; i < workbook->count; i++)
        end_sheet(&workbook->sheets[i]);
    free(workbook->sheets);
    free(workbook->names);
    free(workbook->looks);
    free(workbook->foreign);
    while (workbook->texts != NULL) {
        struct kp_pool_block *next = workbook->texts->next;
        free(workbook->texts);
        workbook->texts = next;
    }
    *workbook = (kp_workbook){0};
}
