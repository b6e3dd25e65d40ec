/* SPDX-License-Identifier: MPL-2.0
 *
 * rows.c: which row of a form a row of a submission is.
 */
#include "form/rows.h"

#include <stdlib.h>
#include <string.h>

#include "stored/spelling.h"

/* How a file spells the beginning of our functions' names. */
static const char OURS[] = "ORG.KENPOCALC.";
enum { MOST_ROWS = 20000, WORD = 128, MOST_STEPS = 200000 };

/* Where a name stands for cells of that sheet. */
static bool table_of(const kp_workbook *workbook, const char *name, const char *sheet,
                     kp_stored_area *area) {
    for (size_t i = 0; i < workbook->name_count; i++) {
        const kp_stored_name *n = &workbook->names[i];
        if (n->kind != KP_NAME_ORDINARY || n->sheet != NULL || n->name == NULL ||
            n->content == NULL || strcmp(n->name, name) != 0)
            continue;
        kp_auto_buffer content = {0};
        kp_auto_buffer there = {0};
        kp_spell_name(workbook->format, n->content, &content);
        return kp_spelled_area(kp_buffer_text(&content), &there, area) &&
               strcmp(kp_buffer_text(&there), sheet) == 0;
    }
    return false;
}

static void add_table(kp_rows *rows, kp_stored_area then, kp_stored_area now) {
    long more = (now.bottom - now.top) - (then.bottom - then.top);
    bool alike = then.left == now.left && then.right == now.right && then.bottom > then.top;
    if (!alike || more <= 0 || now.bottom - now.top >= MOST_ROWS || rows->count == KP_ROWS_TABLES)
        return;
    rows->added[rows->count] =
        (kp_rows_added){kp_rows_forth(rows, then.bottom), more, kp_rows_forth(rows, then.top)};
    rows->count++;
}

void kp_rows_begin(kp_rows *rows, const kp_workbook *form, const kp_workbook *submission,
                   const char *sheet) {
    rows->count = 0;
    for (const char *at = form->grows == NULL ? "" : form->grows; *at != '\0';) {
        size_t length = strcspn(at, " ");
        char name[WORD];
        kp_stored_area then;
        kp_stored_area now;
        if (length > 0 && length < sizeof name) {
            memcpy(name, at, length);
            name[length] = '\0';
            if (table_of(form, name, sheet, &then) && table_of(submission, name, sheet, &now))
                add_table(rows, then, now);
        }
        at += length;
        at += strspn(at, " ");
    }
}

long kp_rows_back(const kp_rows *rows, long row) {
    for (size_t i = rows->count; i > 0; i--) {
        const kp_rows_added *added = &rows->added[i - 1];
        if (row < added->at) continue;
        row = row < added->at + added->count ? added->first : row - added->count;
    }
    return row;
}

long kp_rows_forth(const kp_rows *rows, long row) {
    for (size_t i = 0; i < rows->count; i++)
        if (row >= rows->added[i].at) row += rows->added[i].count;
    return row;
}

/* --------------------------------------------------------------------------------------- rules */

/* An area cut into what is left of it once others are taken away. */
typedef struct cutting {
    const kp_stored_rule *rules;
    size_t count;
    const char *rule;
    bool uncovered;
    size_t steps;
} cutting;

static bool meets(const kp_stored_area *a, const kp_stored_area *b) {
    return a->left <= b->right && b->left <= a->right && a->top <= b->bottom && b->top <= a->bottom;
}

static void cut(cutting *c, kp_stored_area area, size_t from) {
    while (from < c->count && (!meets(&c->rules[from].area, &area) || c->rules[from].rule == NULL ||
                               strcmp(c->rules[from].rule, c->rule) != 0))
        from++;
    if (from == c->count || c->steps++ > MOST_STEPS) c->uncovered = true;
    if (c->uncovered) return;
    const kp_stored_area *by = &c->rules[from].area;
    kp_stored_area rest = area;
    if (area.top < by->top) {
        rest.bottom = by->top - 1;
        cut(c, rest, from + 1);
        area.top = rest.top = by->top;
        rest.bottom = area.bottom;
    }
    if (area.bottom > by->bottom) {
        rest.top = by->bottom + 1;
        cut(c, rest, from + 1);
        area.bottom = rest.bottom = by->bottom;
        rest.top = area.top;
    }
    if (area.left < by->left) {
        rest.right = by->left - 1;
        cut(c, rest, from + 1);
        rest.right = area.right;
    }
    if (area.right > by->right) {
        rest.left = by->right + 1;
        cut(c, rest, from + 1);
    }
}

static bool covered(const kp_stored_rules *rules, const kp_stored_rule *rule) {
    cutting c = {rules->rule, rules->count, rule->rule, false, 0};
    cut(&c, rule->area, 0);
    return !c.uncovered;
}

/* The form's rules as they stand in a submission with those rows: one that reaches over a table's last
 * row grows with it, and the rows put in have those of the first. */
static bool move(const kp_rows *rows, const kp_stored_rules *form, kp_stored_rules *moved) {
    size_t most = form->count * (rows->count + 1);
    moved->rule = calloc(most + 1, sizeof *moved->rule);
    moved->count = 0;
    if (moved->rule == NULL) return false;
    for (size_t i = 0; i < form->count; i++) {
        kp_stored_rule rule = form->rule[i];
        for (size_t k = 0; k < rows->count; k++) {
            const kp_rows_added *added = &rows->added[k];
            bool first = rule.area.top <= added->first && rule.area.bottom >= added->first;
            if (first && rule.area.bottom < added->at) {
                kp_stored_rule copy = rule;
                copy.area.top = added->at;
                copy.area.bottom = added->at + added->count - 1;
                moved->rule[moved->count++] = copy;
            }
            if (rule.area.top >= added->at) rule.area.top += added->count;
            if (rule.area.bottom >= added->at) rule.area.bottom += added->count;
        }
        moved->rule[moved->count++] = rule;
    }
    return true;
}

bool kp_rows_is_ours(const char *rule) {
    return rule != NULL && strstr(rule, OURS) != NULL;
}

void kp_rows_compare(const kp_rows *rows, const kp_stored_rules *form,
                     const kp_stored_rules *submission, kp_rows_rule *lost, kp_rows_rule *added,
                     void *data) {
    kp_stored_rules moved = {0};
    if (!move(rows, form, &moved)) return;
    for (size_t i = 0; i < moved.count; i++)
        if (moved.rule[i].rule != NULL && !kp_rows_is_ours(moved.rule[i].rule) &&
            !covered(submission, &moved.rule[i]))
            lost(data, moved.rule[i].area, moved.rule[i].rule);
    for (size_t i = 0; i < submission->count; i++)
        if (submission->rule[i].rule != NULL && !covered(&moved, &submission->rule[i]))
            added(data, submission->rule[i].area, submission->rule[i].rule);
    free(moved.rule);
}
