/* SPDX-License-Identifier: MPL-2.0
 *
 * looks.c: how a submission is seen, against how its form is.
 */
#include "form/looks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "form/rows.h"
#include "stored/colour.h"

enum { WIDE = 400, HIGH = 30000, CELLS = 4000000, FAINT = 180, TINY = 4 };

/* The looks of all cells of a sheet up to where it has any, by number. */
typedef struct grid {
    long columns, rows;
    size_t *look;
    bool *filled;
} grid;

typedef struct comparing {
    const kp_workbook *form, *submission;
    const kp_stored_sheet *then, *now;
    grid before, after;
    kp_rows rows; /* of this sheet */
    kp_look_found *found;
    void *data;
} comparing;

static void tell(const comparing *c, kp_look_kind kind, bool grave, kp_stored_area area,
                 const char *then, const char *now) {
    const kp_look_difference difference = {kind, grave, c->now->name, area, then, now};
    c->found(c->data, &difference);
}

static long least(long one, long other) {
    return one < other ? one : other;
}

static long most(long one, long other) {
    return one > other ? one : other;
}

/* --------------------------------------------------------------------------------------- grids */

static void measure(grid *g, const kp_stored_sheet *sheet) {
    for (size_t i = 0; i < sheet->count; i++) {
        g->columns = most(g->columns, sheet->cells[i].column + 1);
        g->rows = most(g->rows, sheet->cells[i].row + 1);
    }
    g->columns = least(g->columns, WIDE);
    g->rows = least(g->rows, HIGH);
    if (g->columns > 0) g->rows = least(g->rows, CELLS / g->columns);
}

static bool paint(grid *g, const kp_stored_sheet *sheet) {
    *g = (grid){0};
    measure(g, sheet);
    size_t cells = (size_t)(g->columns * g->rows);
    g->look = calloc(cells + 1, sizeof *g->look);
    g->filled = calloc(cells + 1, sizeof *g->filled);
    if (g->look == NULL || g->filled == NULL) return false;
    for (size_t i = 0; i < sheet->blank_count; i++) {
        const kp_stored_blank *blank = &sheet->blanks[i];
        for (long row = blank->area.top; row <= least(blank->area.bottom, g->rows - 1); row++)
            for (long column = blank->area.left; column <= least(blank->area.right, g->columns - 1);
                 column++)
                g->look[row * g->columns + column] = blank->look;
    }
    for (size_t i = 0; i < sheet->count; i++) {
        const kp_stored_cell *cell = &sheet->cells[i];
        if (cell->column >= g->columns || cell->row >= g->rows) continue;
        g->look[cell->row * g->columns + cell->column] = cell->look;
        g->filled[cell->row * g->columns + cell->column] = true;
    }
    return true;
}

static void wipe(grid *g) {
    free(g->look);
    free(g->filled);
    *g = (grid){0};
}

static const kp_stored_look *look_at(const kp_workbook *workbook, const grid *g, long column,
                                     long row) {
    static const kp_stored_look PLAIN = {"General", -1, -1, 10, false, false, false, true, false};
    if (column >= g->columns || row >= g->rows || row < 0) return &PLAIN;
    size_t number = g->look[row * g->columns + column];
    return number < workbook->look_count ? &workbook->looks[number] : &PLAIN;
}

static bool filled_at(const grid *g, long column, long row) {
    return column < g->columns && row < g->rows && row >= 0 && g->filled[row * g->columns + column];
}

/* --------------------------------------------------------------------------------------- cells */

static long letters_of(const kp_stored_look *look) {
    return look->colour < 0 ? 0 : look->colour;
}

static long ground_of(const kp_stored_look *look) {
    return look->ground < 0 ? 0xFFFFFF : look->ground;
}

static long contrast(const kp_stored_look *look) {
    return kp_colour_contrast(letters_of(look), ground_of(look));
}

/* How many sections a code has; the fourth is for texts. */
static bool speaks_of_texts(const char *code) {
    size_t sections = 1;
    bool quoted = false;
    for (const char *at = code; *at != '\0'; at++) {
        if (*at == '"') quoted = !quoted;
        if (*at == ';' && !quoted) sections++;
        if (*at == '@' && !quoted && strcmp(code, "@") != 0) return true;
    }
    return sections > 3;
}

/* Whether a code says what the number is: a formula takes its format from what it reads, where its
 * cell has none of its own. Digits that stand there of themselves, thousands that are cut, a section that
 * shows nothing, decimals that are left out say something else. */
static bool says_it(const char *code, double number) {
    bool quoted = false;
    bool decimals = false;
    for (const char *at = code; *at != '\0'; at++) {
        if (*at == '"') quoted = !quoted;
        if (quoted && *at >= '0' && *at <= '9') return false;
        if (quoted || *at == '"') continue;
        if (*at == ',' && at[1] != '#' && at[1] != '0') return false;
        if (*at == ';' && (at == code || at[1] == ';' || at[1] == '\0')) return false;
        decimals = decimals || *at == '.' || *at == '%' || *at == 'G';
    }
    bool whole = number > -1e15 && number < 1e15 && !((double)(long long)number < number) &&
                 !((double)(long long)number > number);
    return whole || decimals;
}

static void compare_format(const comparing *c, const kp_stored_cell *cell,
                           const kp_stored_look *then, const kp_stored_look *now,
                           kp_stored_area at) {
    const char *before = then->format == NULL ? "General" : then->format;
    const char *after = now->format == NULL ? "General" : now->format;
    if (strcmp(before, after) == 0) return;
    bool text = cell->kind == KP_STORED_TEXT && !speaks_of_texts(before) && !speaks_of_texts(after);
    if (text || cell->kind == KP_STORED_EMPTY || cell->kind == KP_STORED_ERROR) return;
    bool number = cell->kind == KP_STORED_NUMBER;
    if (number && strcmp(before, "General") == 0 && says_it(after, cell->number)) return;
    tell(c, KP_LOOK_FORMAT, true, at, before, after);
}

static void compare_colour(const comparing *c, const kp_stored_look *then,
                           const kp_stored_look *now, kp_stored_area at) {
    bool same = letters_of(then) == letters_of(now) && ground_of(then) == ground_of(now);
    if (same) return;
    char before[40];
    char after[40];
    snprintf(before, sizeof before, "%06lX/%06lX", (unsigned long)letters_of(then),
             (unsigned long)ground_of(then));
    snprintf(after, sizeof after, "%06lX/%06lX", (unsigned long)letters_of(now),
             (unsigned long)ground_of(now));
    bool faint = contrast(now) < FAINT && contrast(then) >= FAINT;
    tell(c, KP_LOOK_COLOUR, faint, at, before, after);
}

static void compare_size(const comparing *c, const kp_stored_look *then, const kp_stored_look *now,
                         kp_stored_area at) {
    double change = now->size - then->size;
    if (change < 0.3 && change > -0.3) return;
    char before[24];
    char after[24];
    snprintf(before, sizeof before, "%.1f", then->size);
    snprintf(after, sizeof after, "%.1f", now->size);
    tell(c, KP_LOOK_SIZE, now->size < TINY && then->size >= TINY, at, before, after);
}

static bool in_areas(const kp_stored_areas *areas, long column, long row) {
    for (size_t i = 0; i < areas->count; i++) {
        const kp_stored_area *a = &areas->area[i];
        if (column >= a->left && column <= a->right && row >= a->top && row <= a->bottom)
            return true;
    }
    return false;
}

static bool hidden_at(const kp_stored_sheet *sheet, long column, long row) {
    return in_areas(&sheet->hidden_columns, column, row) ||
           in_areas(&sheet->hidden_rows, column, row);
}

/* Cells with something in them that is seen; of others nothing is seen but their ground. */
static void compare_cells(const comparing *c) {
    for (size_t i = 0; i < c->now->count; i++) {
        const kp_stored_cell *cell = &c->now->cells[i];
        long row = kp_rows_back(&c->rows, cell->row);
        if (!filled_at(&c->before, cell->column, row) &&
            (cell->column >= c->before.columns || row >= c->before.rows))
            continue; /* outside of the form: told as such */
        if (hidden_at(c->now, cell->column, cell->row)) continue;
        const kp_stored_look *then = look_at(c->form, &c->before, cell->column, row);
        const kp_stored_look *now = look_at(c->submission, &c->after, cell->column, cell->row);
        kp_stored_area at = {cell->column, cell->row, cell->column, cell->row};
        compare_format(c, cell, then, now, at);
        compare_colour(c, then, now, at);
        compare_size(c, then, now, at);
        bool unseen =
            (now->hidden_content && !then->hidden_content) || (now->unprinted && !then->unprinted);
        if (unseen) tell(c, KP_LOOK_UNSEEN, true, at, "", "");
    }
}

/* --------------------------------------------------------------------------- rows and columns */

static bool row_filled(const grid *g, long row) {
    for (long column = 0; column < g->columns; column++)
        if (filled_at(g, column, row)) return true;
    return false;
}

static bool column_filled(const grid *g, long column) {
    for (long row = 0; row < g->rows; row++)
        if (filled_at(g, column, row)) return true;
    return false;
}

static void compare_rows(const comparing *c) {
    if (c->now->hidden_rows.count == 0 && c->then->hidden_rows.count == 0) return;
    for (long row = 0; row < c->after.rows; row++) {
        long home = kp_rows_back(&c->rows, row);
        bool hidden = in_areas(&c->now->hidden_rows, 0, row);
        bool meant = in_areas(&c->then->hidden_rows, 0, home);
        kp_stored_area at = {0, row, -2, row};
        if (hidden && !meant && row_filled(&c->after, row))
            tell(c, KP_LOOK_HIDDEN, true, at, "", "");
        if (!hidden && meant) tell(c, KP_LOOK_REVEALED, false, at, "", "");
    }
}

static void compare_columns(const comparing *c) {
    for (long column = 0; column < c->after.columns; column++) {
        bool hidden = in_areas(&c->now->hidden_columns, column, 0);
        bool meant = in_areas(&c->then->hidden_columns, column, 0);
        kp_stored_area at = {column, 0, column, -2};
        if (hidden && !meant && column_filled(&c->after, column))
            tell(c, KP_LOOK_HIDDEN, true, at, "", "");
        if (!hidden && meant) tell(c, KP_LOOK_REVEALED, false, at, "", "");
    }
}

/* ---------------------------------------------------------------------------------- the whole */

static bool has_area(const kp_stored_areas *areas, kp_stored_area area) {
    for (size_t i = 0; i < areas->count; i++) {
        const kp_stored_area *a = &areas->area[i];
        if (a->left == area.left && a->right == area.right && a->top == area.top &&
            a->bottom == area.bottom)
            return true;
    }
    return false;
}

static kp_stored_area home_of(const comparing *c, kp_stored_area area) {
    area.top = kp_rows_back(&c->rows, area.top);
    area.bottom = kp_rows_back(&c->rows, area.bottom);
    return area;
}

/* Of merged cells only the first is seen: what stands in another one is covered. */
static bool covers(const comparing *c, kp_stored_area area) {
    for (long row = area.top; row <= least(area.bottom, c->after.rows - 1); row++)
        for (long column = area.left; column <= least(area.right, c->after.columns - 1); column++)
            if ((row != area.top || column != area.left) && filled_at(&c->after, column, row))
                return true;
    return false;
}

static void compare_merged(const comparing *c) {
    for (size_t i = 0; i < c->now->merged.count; i++) {
        kp_stored_area area = c->now->merged.area[i];
        if (!has_area(&c->then->merged, home_of(c, area)))
            tell(c, KP_LOOK_MERGED, covers(c, area), area, "", "");
    }
    for (size_t i = 0; i < c->then->merged.count; i++) {
        kp_stored_area area = c->then->merged.area[i];
        area.top = kp_rows_forth(&c->rows, area.top);
        area.bottom = kp_rows_forth(&c->rows, area.bottom);
        if (!has_area(&c->now->merged, area)) tell(c, KP_LOOK_MERGED, false, area, "", "");
    }
}

static bool same_text(const char *one, const char *other) {
    return strcmp(one == NULL ? "" : one, other == NULL ? "" : other) == 0;
}

static const char *words(const char *text) {
    return text == NULL ? "" : text;
}

static void compare_printed(const comparing *c) {
    kp_stored_area all = {0, 0, -1, -1};
    if (!same_text(c->then->header, c->now->header))
        tell(c, KP_LOOK_PRINTED, false, all, words(c->then->header), words(c->now->header));
    if (!same_text(c->then->footer, c->now->footer))
        tell(c, KP_LOOK_PRINTED, false, all, words(c->then->footer), words(c->now->footer));
    bool same = c->then->printed.count == c->now->printed.count;
    for (size_t i = 0; i < c->now->printed.count && same; i++)
        same = has_area(&c->then->printed, home_of(c, c->now->printed.area[i]));
    if (!same) tell(c, KP_LOOK_PRINTED, false, all, "", "");
    if (c->then->charts != c->now->charts) tell(c, KP_LOOK_CHART, false, all, "", "");
}

/* A condition that changes digits or takes letters out of sight. */
static bool deceives(const char *rule) {
    kp_stored_look look = {.colour = -1, .ground = -1};
    const char *effect = strrchr(rule, ':');
    if (effect == NULL) return false;
    const char *colour = strstr(effect, "colour ");
    const char *ground = strstr(effect, "ground ");
    if (strstr(rule, "; format ") != NULL || strstr(rule, ": format ") != NULL) return true;
    if (colour != NULL) look.colour = strtol(colour + 7, NULL, 16);
    if (ground != NULL) look.ground = strtol(ground + 7, NULL, 16);
    return contrast(&look) < FAINT;
}

static void on_lost(void *data, kp_stored_area area, const char *rule) {
    const comparing *c = data;
    tell(c, KP_LOOK_CONDITION, false, area, rule, "");
}

static void on_new(void *data, kp_stored_area area, const char *rule) {
    const comparing *c = data;
    tell(c, KP_LOOK_CONDITION, deceives(rule), area, "", rule);
}

static void on_refused(void *data, kp_stored_area area, const char *rule) {
    const comparing *c = data;
    tell(c, KP_LOOK_VALIDITY, false, area, rule, "");
}

static void on_taken(void *data, kp_stored_area area, const char *rule) {
    const comparing *c = data;
    tell(c, KP_LOOK_VALIDITY, false, area, "", rule);
}

static void compare_sheet(comparing *c) {
    if (c->now->hidden && !c->then->hidden)
        tell(c, KP_LOOK_SHEET, true, (kp_stored_area){0, 0, -1, -1}, "", "hidden");
    kp_rows_begin(&c->rows, c->form, c->submission, c->then->name);
    if (paint(&c->before, c->then) && paint(&c->after, c->now)) {
        compare_cells(c);
        compare_rows(c);
        compare_columns(c);
        compare_merged(c);
    }
    compare_printed(c);
    kp_rows_compare(&c->rows, &c->then->conditions, &c->now->conditions, on_lost, on_new, c);
    kp_rows_compare(&c->rows, &c->then->validities, &c->now->validities, on_refused, on_taken, c);
    wipe(&c->before);
    wipe(&c->after);
}

static bool is_own(const char *const *own, const char *name) {
    for (; *own != NULL; own++)
        if (strcmp(*own, name) == 0) return true;
    return false;
}

/* A sheet beside the form's. In front of one of them it may be taken for it. */
static void tell_sheet(comparing *c, size_t index) {
    bool before = false;
    for (size_t i = index + 1; i < c->submission->count; i++)
        before = before || kp_workbook_sheet(c->form, c->submission->sheets[i].name) != NULL;
    c->now = &c->submission->sheets[index];
    if (c->now->hidden) before = false;
    tell(c, KP_LOOK_SHEET, before, (kp_stored_area){0, 0, -1, -1}, "", "added");
}

void kp_looks_compare(const kp_workbook *form, const kp_workbook *submission,
                      const char *const *own, kp_look_found *found, void *data) {
    comparing c = {.form = form, .submission = submission, .found = found, .data = data};
    for (size_t i = 0; i < submission->count; i++) {
        c.now = &submission->sheets[i];
        if (c.now->name == NULL) continue;
        c.then = kp_workbook_sheet(form, c.now->name);
        if (c.then != NULL)
            compare_sheet(&c);
        else if (!is_own(own, c.now->name))
            tell_sheet(&c, i);
        else if (c.now->hidden)
            tell(&c, KP_LOOK_SHEET, true, (kp_stored_area){0, 0, -1, -1}, "", "hidden");
    }
}
