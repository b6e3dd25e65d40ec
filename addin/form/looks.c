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

enum { WIDE = 400, HIGH = 30000, CELLS = 4000000 };

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
    if (column >= g->columns || row >= g->rows || row < 0) return &KP_PLAIN_LOOK;
    size_t number = g->look[row * g->columns + column];
    return number < workbook->look_count ? &workbook->looks[number] : &KP_PLAIN_LOOK;
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

static bool is_faint(const kp_stored_look *look) {
    return kp_colour_is_faint(look->colour, look->ground);
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

/* A day that is shown as a day was typed so; a time or dollars where the format has none were not. */
static void compare_meaning(const comparing *c, const kp_stored_cell *cell,
                            const kp_stored_look *now, kp_stored_area at) {
    if (cell->typed == NULL) return;
    const char *format = now->format == NULL ? "General" : now->format;
    bool plain = strcmp(format, "General") == 0 || strpbrk(format, "ymdhsge") == NULL;
    bool day = strcmp(cell->typed, "time") == 0 || strcmp(cell->typed, "date") == 0;
    if (!day || plain) tell(c, KP_LOOK_FORMAT, false, at, format, cell->typed);
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
    bool faint = is_faint(now) && !is_faint(then);
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
    tell(c, KP_LOOK_SIZE, now->size < KP_TINY_LETTERS && then->size >= KP_TINY_LETTERS, at, before,
         after);
}

/* Figures in a font of signs are none. */
static bool is_signs(const char *font) {
    static const char *const SIGNS[] = {"Wingdings",  "Webdings", "Symbol",      "OpenSymbol",
                                        "StarSymbol", "Marlett",  "ZapfDingbats"};
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
        if (strncmp(font, SIGNS[i], strlen(SIGNS[i])) == 0) return true;
    return false;
}

static void compare_letters(const comparing *c, const kp_stored_look *then,
                            const kp_stored_look *now, kp_stored_area at) {
    bool signs =
        now->font != NULL && is_signs(now->font) && (then->font == NULL || !is_signs(then->font));
    if (signs)
        tell(c, KP_LOOK_LETTERS, true, at, "", now->font);
    else if (then->bold != now->bold || then->struck != now->struck || then->turned != now->turned)
        tell(c, KP_LOOK_LETTERS, false, at, "",
             now->struck   ? "strike-out"
             : now->turned ? "turned"
             : now->bold   ? "bold"
                           : "plain");
    if (then->locked != now->locked || then->hidden_formula != now->hidden_formula)
        tell(c, KP_LOOK_GUARD, false, at, "", "");
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
        compare_meaning(c, cell, now, at);
        compare_colour(c, then, now, at);
        compare_size(c, then, now, at);
        compare_letters(c, then, now, at);
        bool unseen = (now->hidden_content && !then->hidden_content) ||
                      (now->unprinted && !then->unprinted) ||
                      (now->unlettered && !then->unlettered);
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

static double size_at(const kp_stored_sizes *sizes, long at) {
    size_t low = 0;
    size_t high = sizes->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sizes->size[middle].to < at)
            low = middle + 1;
        else
            high = middle;
    }
    bool there = low < sizes->count && sizes->size[low].from <= at;
    return there ? sizes->size[low].points : 0;
}

/* Programs and fonts differ, but not by so much, and what has room for a line may have had two. What
 * has hardly any room is not there. In points. */
static void compare_room(const comparing *c, double then, double now, kp_stored_area at) {
    const double PART = 0.6;
    const double LINE = 9;
    const double NOTHING = 1.5;
    if (!(now > 0) || now >= then * PART || (at.bottom != -2 && now >= LINE)) return;
    bool gone = now < NOTHING;
    tell(c, gone ? KP_LOOK_HIDDEN : KP_LOOK_ROOM, gone, at, "", "");
}

static void compare_rows(const comparing *c) {
    for (long row = 0; row < c->after.rows; row++) {
        long home = kp_rows_back(&c->rows, row);
        bool hidden = in_areas(&c->now->hidden_rows, 0, row);
        bool meant = in_areas(&c->then->hidden_rows, 0, home);
        kp_stored_area at = {0, row, -2, row};
        if (hidden && !meant && row_filled(&c->after, row))
            tell(c, KP_LOOK_HIDDEN, true, at, "", "");
        if (!hidden && meant) tell(c, KP_LOOK_REVEALED, false, at, "", "");
        if (!hidden && !meant && row_filled(&c->after, row))
            compare_room(c, size_at(&c->then->heights, home), size_at(&c->now->heights, row), at);
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
        if (!hidden && !meant && column_filled(&c->after, column))
            compare_room(c, size_at(&c->then->widths, column), size_at(&c->now->widths, column),
                         at);
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

static bool has_line(const char *lines, const char *line, size_t length) {
    for (const char *at = lines; at != NULL && *at != '\0'; at += *at == '\n' ? 1 : 0) {
        size_t this = strcspn(at, "\n");
        if (this == length && strncmp(at, line, length) == 0) return true;
        at += this;
    }
    return false;
}

/* A title or cells that no chart of the form has. Where a table is longer, cells are others. */
static void compare_charts(const comparing *c) {
    for (const char *at = words(c->now->drawn); *at != '\0'; at += *at == '\n' ? 1 : 0) {
        size_t length = strcspn(at, "\n");
        char line[200];
        snprintf(line, sizeof line, "%.*s", (int)least((long)length, 190), at);
        bool moved = *at == '=' && c->rows.count > 0;
        if (length > 0 && !moved && !has_line(c->then->drawn, at, length))
            tell(c, KP_LOOK_CHART, false, (kp_stored_area){0, 0, -1, -1}, "", line);
        at += length;
    }
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
    compare_charts(c);
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
    return is_faint(&look);
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
        tell(c, KP_LOOK_SHEET, true, (kp_stored_area){0, 0, -1, -1}, "", "");
    if (c->now->guarded != c->then->guarded)
        tell(c, KP_LOOK_GUARD, false, (kp_stored_area){0, 0, -1, -1}, "", "");
    kp_rows_begin(&c->rows, c->form, c->submission, c->then->name);
    for (size_t i = 0; i < c->now->faint.count; i++)
        tell(c, KP_LOOK_FAINT, true, c->now->faint.area[i], "", "");
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

/* A sheet that stands in front of one that the form has before it. */
static void compare_order(comparing *c, size_t *last) {
    size_t place = (size_t)(c->then - c->form->sheets);
    if (place < *last) tell(c, KP_LOOK_ORDER, false, (kp_stored_area){0, 0, -1, -1}, "", "");
    *last = place;
}

void kp_looks_compare(const kp_workbook *form, const kp_workbook *submission, kp_look_found *found,
                      void *data) {
    comparing c = {.form = form, .submission = submission, .found = found, .data = data};
    size_t last = 0;
    for (size_t i = 0; i < submission->count; i++) {
        c.now = &submission->sheets[i];
        c.then = c.now->name == NULL ? NULL : kp_workbook_sheet(form, c.now->name);
        if (c.then == NULL) continue;
        compare_order(&c, &last);
        compare_sheet(&c);
    }
}
