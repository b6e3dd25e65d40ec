/* SPDX-License-Identifier: MPL-2.0
 *
 * rows.c: which row of a table is for which row of a list.
 */
#include "import/rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kenpo/text.h"
#include "kenpo/trace.h"

static const char *field_text(const kp_maker *m, size_t row, size_t field) {
    long column = m->ask->choice.columns[field];
    return column < 0 ? "" : kp_table_at(m->ask->table, row, (size_t)column);
}

/* ------------------------------------------------------------------------------------- months */

enum { MONTHS = 12, MARCH = 3 };

/* The place of a month in the form, from March of its year on; -1 where it is of another year. */
static long place_of(const kp_maker *m, kp_month month) {
    long place = (month.month + MONTHS - MARCH) % MONTHS;
    int year = m->spot->year + (month.month < MARCH);
    bool fits = month.year == 0 || month.year == year || m->ask->any_year || m->spot->year == 0;
    return fits ? place : -1;
}

static void refuse_year(kp_maker *m, const char *text) {
    char ja[192];
    char en[192];
    snprintf(ja, sizeof ja, "この表の月(%d年3月から%d年2月まで)ではありません", m->spot->year,
             m->spot->year + 1);
    snprintf(en, sizeof en, "the list is of March %d to February %d", m->spot->year,
             m->spot->year + 1);
    kp_maker_refuse(m, text, kp_t(ja, en));
}

static void tell_missing(kp_maker *m, const bool seen[MONTHS]) {
    char months[64] = "";
    size_t used = 0;
    for (int i = 0; i < MONTHS; i++)
        if (!seen[i])
            used += (size_t)snprintf(months + used, sizeof months - used, "%s%d",
                                     used > 0 ? " " : "", (i + MARCH - 1) % MONTHS + 1);
    char ja[128];
    char en[128];
    snprintf(ja, sizeof ja, "表にない月があります: %s", months);
    snprintf(en, sizeof en, "months that the table has not: %s", months);
    m->line = 0;
    if (used > 0) kp_maker_refuse(m, NULL, kp_t(ja, en));
}

static void rows_by_month(kp_maker *m) {
    bool seen[MONTHS] = {false};
    for (size_t i = m->ask->choice.head; i < m->ask->table->count; i++) {
        kp_month month;
        const char *text = field_text(m, i, 0);
        m->line = m->ask->table->rows[i].line;
        if (kp_table_blank(m->ask->table, i)) continue;
        if (!kp_month_from(text, &month)) {
            kp_maker_refuse(m, text, kp_t("年月として読めません", "it is no month"));
            continue;
        }
        long place = place_of(m, month);
        if (place < 0)
            refuse_year(m, text);
        else if (seen[place])
            kp_maker_refuse(m, text,
                            kp_t("同じ月が前の行にあります", "an earlier row has the same month"));
        else
            kp_maker_take_row(m, i, 0, place);
        if (place >= 0) seen[place] = true;
    }
    tell_missing(m, seen);
}

/* ------------------------------------------------------------------------------------- labels */

typedef struct labels {
    char **names[KP_PARTS];
    long rows[KP_PARTS];
    bool *seen[KP_PARTS];
} labels;

static void read_labels(const kp_spot *spot, labels *all) {
    for (size_t p = 0; p < spot->count; p++) {
        long rows = kp_spot_rows(spot, p);
        all->names[p] = calloc((size_t)rows + 1, sizeof(char *));
        all->seen[p] = calloc((size_t)rows + 1, sizeof(bool));
        if (all->names[p] == NULL || all->seen[p] == NULL) continue;
        all->rows[p] = rows;
        for (long row = 0; row < rows; row++)
            all->names[p][row] = kp_spot_label(spot, p, row);
    }
}

static void end_labels(labels *all) {
    for (size_t p = 0; p < KP_PARTS; p++) {
        for (long row = 0; row < all->rows[p]; row++)
            free(all->names[p][row]);
        free(all->names[p]);
        free(all->seen[p]);
    }
}

/* 収入 or 支出: which part of an account such a word means; -1 for none. */
static int section_of(const char *text) {
    bool income = strstr(text, "収入") != NULL;
    bool expense = strstr(text, "支出") != NULL;
    return income == expense ? -1 : expense;
}

/* Whether the whole row says no more than where a section begins: 収入の部. */
static bool is_section(const kp_maker *m, size_t row, int *section) {
    static const char *const HEADS[] = {"収入の部", "支出の部", "収入", "支出"};
    for (size_t c = 0; c < m->ask->table->columns; c++) {
        const char *text = kp_table_at(m->ask->table, row, c);
        for (size_t i = 0; i < sizeof HEADS / sizeof *HEADS; i++)
            if (kp_same_name(text, HEADS[i])) {
                *section = (int)(i % 2);
                return true;
            }
        if (!kp_same_name(text, "")) return false;
    }
    return false;
}

/* How many rows of the form have that name; the last of them. */
static size_t find_label(const labels *all, const char *name, int section, size_t *part,
                         long *row) {
    size_t found = 0;
    for (size_t p = 0; p < KP_PARTS; p++)
        for (long i = 0; i < all->rows[p]; i++) {
            const char *label = all->names[p][i];
            if (section >= 0 && (size_t)section != p) continue;
            if (label == NULL || !kp_same_name(label, name)) continue;
            *part = p;
            *row = i;
            found++;
        }
    return found;
}

static void take_label(kp_maker *m, labels *all, size_t i, const char *name, int section) {
    size_t part = 0;
    long row = 0;
    size_t found = find_label(all, name, section, &part, &row);
    if (found == 0)
        kp_maker_refuse(m, name,
                        kp_t("様式にこの名の項目がありません", "the form has no such item"));
    else if (found > 1)
        kp_maker_refuse(
            m, name,
            kp_t("この名の項目が二つ以上あります。「収入・支出の別」の列を選んでください",
                 "more than one item has that name: choose a column that says 収入 or 支出"));
    else if (all->seen[part][row])
        kp_maker_refuse(m, name,
                        kp_t("同じ項目が前の行にあります", "an earlier row has the same item"));
    else
        kp_maker_take_row(m, i, part, row);
    if (found == 1) all->seen[part][row] = true;
}

static void rows_by_label(kp_maker *m) {
    const kp_target *target = m->spot->target;
    bool sections = target->fields[1].kind == KP_FIELD_SECTION;
    labels all = {0};
    int section = -1;
    read_labels(m->spot, &all);
    for (size_t i = m->ask->choice.head; i < m->ask->table->count; i++) {
        const char *name = field_text(m, i, 0);
        const char *said = sections ? field_text(m, i, 1) : "";
        m->line = m->ask->table->rows[i].line;
        if (kp_table_blank(m->ask->table, i) || (sections && is_section(m, i, &section))) continue;
        if (kp_same_name(name, "")) continue; /* totals and bands stand in other columns */
        int own = *said == '\0' ? section : section_of(said);
        take_label(m, &all, i, name, sections ? own : -1);
    }
    end_labels(&all);
}

/* ---------------------------------------------------------------------------------- free rows */

static bool is_free(const kp_spot *spot, long row) {
    for (size_t f = 0; f < kp_target_fields(spot->target); f++) {
        kp_auto cell = kp_spot_cell_of(spot, (kp_spot_cell){0, row, f});
        if (cell != NULL && kp_type_of(cell) != KP_CELL_IS_EMPTY) return false;
    }
    return true;
}

long *kp_rows_free(const kp_spot *spot) {
    long rows = kp_spot_rows(spot, 0);
    long *free_rows = calloc((size_t)rows + 1, sizeof *free_rows);
    size_t count = 0;
    for (long i = 0; free_rows != NULL && i < rows; i++)
        if (is_free(spot, i)) free_rows[count++] = i;
    if (free_rows != NULL) free_rows[count] = -1;
    return free_rows;
}

/* Whether a row of the form holds just what a row of the table says: it was taken before. */
static bool is_same(const kp_maker *m, size_t row, long there) {
    bool any = false;
    for (size_t f = 0; f < kp_target_fields(m->spot->target); f++) {
        if (m->ask->choice.columns[f] < 0) continue;
        const char *text = field_text(m, row, f);
        kp_auto cell = kp_spot_cell_of(m->spot, (kp_spot_cell){0, there, f});
        kp_auto_text shown = cell == NULL ? NULL : kp_cell_shown(cell);
        kp_num number;
        kp_amount_read read = kp_amount_from(text);
        bool numbers = m->spot->target->fields[f].kind == KP_FIELD_NUMBER;
        bool same = numbers ? read.kind == KP_AMOUNT_NUMBER && kp_spot_number(cell, &number) &&
                                  kp_cmp(kp_maker_unit(m, f, read), number) == 0
                            : shown != NULL && kp_same_name(shown, text);
        if (!same) return false;
        any = true;
    }
    return any;
}

static bool was_taken(const kp_maker *m, size_t row, bool *matched, long rows) {
    for (long i = 0; matched != NULL && i < rows; i++) {
        if (matched[i] || !is_same(m, row, i)) continue;
        matched[i] = true;
        return true;
    }
    return false;
}

/* A row without a number is no row of data; a total below the list is none either. */
static bool is_data(kp_maker *m, size_t row) {
    static const char *const TOTALS[] = {"合計", "計", "総計", "小計"};
    for (size_t f = 0; f < kp_target_fields(m->spot->target); f++) {
        const char *text = field_text(m, row, f);
        for (size_t i = 0; i < sizeof TOTALS / sizeof *TOTALS; i++)
            if (kp_same_name(text, TOTALS[i])) {
                kp_maker_refuse(m, text, kp_t("合計の行です", "it is a total"));
                return false;
            }
        if (m->spot->target->fields[f].kind != KP_FIELD_NUMBER) continue;
        kp_amount_read read = kp_amount_from(text);
        if (read.kind == KP_AMOUNT_NUMBER) continue;
        kp_maker_refuse(m, text,
                        read.kind == KP_AMOUNT_BLANK ? kp_t("額がありません", "there is no amount")
                                                     : read.why);
        return false;
    }
    return true;
}

/* A row of which one value is refused is not taken in half. */
static void take_whole(kp_maker *m, size_t row) {
    kp_plan *plan = m->plan;
    size_t from = plan->count;
    size_t refused = plan->states[KP_ITEM_REFUSED];
    kp_maker_take_row(m, row, 0, plan->new_rows);
    bool whole = plan->states[KP_ITEM_REFUSED] == refused;
    size_t kept = from;
    for (size_t i = from; !whole && i < plan->count; i++) {
        kp_item *item = &plan->items[i];
        if (item->state == KP_ITEM_REFUSED) {
            plan->items[kept++] = *item;
            continue;
        }
        plan->states[item->state]--;
        free(item->words);
    }
    if (!whole) plan->count = kept;
    if (whole && plan->count > from) plan->new_rows++;
}

static void rows_one_by_one(kp_maker *m) {
    long rows = kp_spot_rows(m->spot, 0);
    long *slots = kp_rows_free(m->spot);
    bool *matched = calloc((size_t)rows + 1, sizeof *matched);
    for (long i = 0; slots != NULL && slots[i] >= 0; i++)
        m->plan->free_rows++;
    for (size_t i = m->ask->choice.head; i < m->ask->table->count; i++) {
        m->line = m->ask->table->rows[i].line;
        if (kp_table_blank(m->ask->table, i) || !is_data(m, i)) continue;
        if (m->plan->free_rows < rows && was_taken(m, i, matched, rows))
            m->plan->states[KP_ITEM_SAME]++;
        else
            take_whole(m, i);
    }
    m->plan->failed = m->plan->failed || slots == NULL || matched == NULL;
    free(slots);
    free(matched);
}

void kp_maker_rows(kp_maker *m) {
    if (m->spot->target->key == KP_KEY_MONTH)
        rows_by_month(m);
    else if (m->spot->target->key == KP_KEY_LABEL)
        rows_by_label(m);
    else
        rows_one_by_one(m);
}
