/* SPDX-License-Identifier: MPL-2.0
 *
 * compare.c: 2つの予算書を比べる.
 */
#include "carry/compare.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "book/label.h"
#include "carry/keyed.h"
#include "carry/list.h"
#include "kenpo/year.h"
#include "system/path.h"
#include "system/place.h"
#include "system/work.h"

/* A cell that differs: as it was and as it is; NULL where it has nothing. */
typedef struct change {
    const kp_keyed *then, *now;
} change;

typedef struct comparing {
    const kp_comparing *ask;
    kp_filled before, after;
    kp_keyed_cells then, now;
    change *changes;
    size_t count;
    size_t typed, computed; /**< how many of each kind */
    char work[KP_PATH], target[KP_PATH];
} comparing;

static bool refuse(comparing *c, kp_outcome outcome, const char *about, kp_text words) {
    kp_tell_failure(c->ask->report, outcome, about, words);
    return false;
}

static const char *say(const comparing *c, kp_text text) {
    return kp_wording(text, c->ask->report->language);
}

/* ------------------------------------------------------------------------------------ comparing */

/* Programs keep 15 digits of a number. */
static bool same_number(double one, double other) {
    double apart = one > other ? one - other : other - one;
    double size = (one < 0 ? -one : one) + (other < 0 ? -other : other);
    return apart <= size * 1e-14;
}

static bool same(const kp_stored_cell *one, const kp_stored_cell *other) {
    if (one->kind == KP_STORED_NUMBER && other->kind == KP_STORED_NUMBER)
        return same_number(one->number, other->number);
    return one->kind != KP_STORED_NUMBER && other->kind != KP_STORED_NUMBER &&
           strcmp(one->text, other->text) == 0;
}

static const kp_keyed *either(const change *at) {
    return at->now != NULL ? at->now : at->then;
}

static bool is_typed(const change *at) {
    return either(at)->open;
}

/* A text of the form's own, which may stand elsewhere or read otherwise in another version; or a link, which says
 * nothing that its cell does not. In copies, values stand in place of formulas, so a text that has a
 * name is a result. */
static bool is_label(const kp_keyed *at) {
    if (at == NULL || at->open || at->cell->kind == KP_STORED_NUMBER) return false;
    bool link = at->cell->formula != NULL && strstr(at->cell->formula, "HYPERLINK(") != NULL;
    return link || !at->named;
}

static void note(comparing *c, const kp_keyed *then, const kp_keyed *now) {
    change at = {then, now};
    if (then != NULL && now != NULL && same(then->cell, now->cell)) return;
    if (is_label(then) || is_label(now)) return;
    c->changes[c->count++] = at;
    *(is_typed(&at) ? &c->typed : &c->computed) += 1;
}

/* What was typed first, each as it stands in the workbook. */
static int by_place(const void *one, const void *other) {
    const change *a = one;
    const change *b = other;
    if (is_typed(a) != is_typed(b)) return is_typed(a) ? -1 : 1;
    return (either(a)->order > either(b)->order) - (either(a)->order < either(b)->order);
}

static bool compare(comparing *c) {
    c->then = kp_keyed_read(&c->before);
    c->now = kp_keyed_read(&c->after);
    c->changes = calloc(c->then.count + c->now.count + 1, sizeof *c->changes);
    if (c->changes == NULL || c->then.failed || c->now.failed)
        return refuse(c, KP_UNWRITABLE, NULL, kp_place_error(KP_FAULT_MEMORY));
    size_t i = 0;
    size_t k = 0;
    while (i < c->then.count || k < c->now.count) {
        int order = i == c->then.count  ? 1
                    : k == c->now.count ? -1
                                        : strcmp(c->then.cells[i].key, c->now.cells[k].key);
        note(c, order <= 0 ? &c->then.cells[i] : NULL, order >= 0 ? &c->now.cells[k] : NULL);
        i += order <= 0 ? 1 : 0;
        k += order >= 0 ? 1 : 0;
    }
    if (c->count > 0) qsort(c->changes, c->count, sizeof *c->changes, by_place);
    return true;
}

/* -------------------------------------------------------------------------------------- the list */

enum { NUMBER, SHEET, CELL, LABEL, THEN, NOW, APART, SHOWN = 180 };

static const char *format_of(const kp_filled *filled, const kp_keyed *at) {
    return filled->workbook.looks[at->cell->look].format;
}

/* A text of many lines is cut: it is told that it differs. */
static void put_value(kp_list *list, long column, const kp_filled *filled, const kp_keyed *at) {
    kp_auto_buffer text = {0};
    if (at == NULL) return;
    if (at->cell->kind == KP_STORED_NUMBER) {
        kp_list_number(list, column, at->cell->number, format_of(filled, at));
        return;
    }
    size_t length = strlen(at->cell->text);
    size_t end = length > SHOWN ? SHOWN : length;
    while (end < length && ((unsigned char)at->cell->text[end] & 0xC0) == 0x80)
        end--;
    kp_put_bytes(&text, at->cell->text, end);
    if (end < length) kp_put(&text, "…");
    kp_list_text(list, column, kp_buffer_text(&text));
}

/* The first of a format's parts, without its condition: "[>0]#,##0;…" gives "#,##0"; NULL for days and words,
 * which have no difference. */
static const char *digits_of(const char *format, size_t *length) {
    static const char PLAIN[] = "#,##0.######";
    if (strcmp(format, "General") == 0) format = PLAIN;
    if (*format == '[' && strchr(format, ']') != NULL) format = strchr(format, ']') + 1;
    *length = strcspn(format, ";");
    return strspn(format, "#,0.% ") == *length ? format : NULL;
}

/* The same digits, with ▲ where it became less. */
static void put_apart(kp_list *list, const comparing *c, const change *at) {
    kp_auto_buffer code = {0};
    size_t length = 0;
    if (at->then == NULL || at->now == NULL || at->then->cell->kind != KP_STORED_NUMBER ||
        at->now->cell->kind != KP_STORED_NUMBER)
        return;
    const char *digits = digits_of(format_of(&c->after, at->now), &length);
    if (digits == NULL) return;
    kp_putf(&code, "%.*s;\"▲\"%.*s", (int)length, digits, (int)length, digits);
    kp_list_number(list, APART, at->now->cell->number - at->then->cell->number,
                   kp_buffer_text(&code));
}

static void put_link(kp_list *list, const char *url, const kp_keyed *at) {
    kp_auto_buffer link = {0};
    char name[16];
    kp_cell_name(at->cell->column, at->cell->row, name);
    kp_putf(&link, "%s#%s.%s", url, at->sheet->name, name);
    kp_list_link(list, CELL, kp_buffer_text(&link), name);
}

static void put_change(kp_list *list, const comparing *c, const char *const *urls,
                       const change *at) {
    const kp_keyed *cell = either(at);
    kp_list_row(list);
    kp_list_number(list, NUMBER, (double)kp_list_rows(list), "General");
    kp_list_text(list, SHEET, cell->sheet->name);
    put_link(list, urls[at->now != NULL ? 1 : 0], cell);
    kp_list_text(list, LABEL, kp_label_stored(cell->sheet, cell->cell->column, cell->cell->row));
    put_value(list, THEN, &c->before, at->then);
    put_value(list, NOW, &c->after, at->now);
    put_apart(list, c, at);
}

static void put_book(kp_list *list, const comparing *c, kp_text which, const kp_filled *filled) {
    kp_auto_buffer line = {0};
    char wareki[64];
    kp_writer writer = kp_writer_on(wareki, sizeof wareki, c->ask->report->language);
    if (filled->year != 0) kp_write_wareki(&writer, filled->year);
    kp_putf(&line, "%s: %s  %s  %s", say(c, which), filled->year == 0 ? "" : wareki,
            kp_filled_society(filled), kp_path_name(filled->path));
    kp_list_line(list, kp_buffer_text(&line));
}

static void put_sheet(kp_list *list, const comparing *c, const char *const *urls, bool typed) {
    static const kp_table_column COLUMNS[] = {
        {{"番号", "No."}, 1400},      {{"シート", "sheet"}, 3600},  {{"セル", "cell"}, 1900},
        {{"欄", "cell of"}, 8400},    {{"変更前", "before"}, 4600}, {{"変更後", "after"}, 4600},
        {{"差", "difference"}, 3600},
    };
    kp_auto_buffer words = {0};
    kp_text title = typed ? kp_t("入力の変更", "What was typed otherwise")
                          : kp_t("結果の変更", "What is computed otherwise");
    kp_list_sheet(list, say(c, title), say(c, title));
    put_book(list, c, kp_t("変更前", "before"), &c->before);
    put_book(list, c, kp_t("変更後", "after"), &c->after);
    kp_putf(&words,
            say(c, kp_t("変更 %zu 欄。▲は減。セルは Ctrl キーを押しながらクリックすると開く",
                        "%zu cells. ▲: less. Ctrl + click opens a cell")),
            typed ? c->typed : c->computed);
    kp_list_line(list, kp_buffer_text(&words));
    kp_list_heads(list, COLUMNS, sizeof COLUMNS / sizeof *COLUMNS);
    for (size_t i = 0; i < c->count; i++)
        if (is_typed(&c->changes[i]) == typed) put_change(list, c, urls, &c->changes[i]);
}

static bool write_list(comparing *c, const char *path) {
    kp_auto_text before = kp_url_from_path(c->before.path);
    kp_auto_text after = kp_url_from_path(c->after.path);
    const char *const urls[] = {before == NULL ? "" : before, after == NULL ? "" : after};
    kp_list *list = kp_list_begin(c->ask->context, c->ask->report->language);
    if (list == NULL) return refuse(c, KP_UNWRITABLE, NULL, kp_place_error(KP_FAULT_MEMORY));
    put_sheet(list, c, urls, true);
    put_sheet(list, c, urls, false);
    bool stored = kp_list_store(list, path);
    kp_list_end(list);
    return stored || refuse(c, KP_UNWRITABLE, path, kp_place_error(KP_FAULT_DISK));
}

/* ---------------------------------------------------------------------------------------- whole */

static bool read_both(comparing *c) {
    return kp_filled_read(&c->before, c->ask->context, c->ask->before, c->ask->report) &&
           kp_filled_read(&c->after, c->ask->context, c->ask->after, c->ask->report) &&
           (strcmp(c->before.mark.file, c->after.mark.file) == 0 ||
            refuse(c, KP_UNREADABLE, c->ask->after,
                   kp_t("二つは違う様式です。", "The two are of different forms.")));
}

/* «修正案_変更一覧.ods» beside the new one. */
static bool name_list(comparing *c) {
    const char *name = kp_path_name(c->ask->after);
    const char *point = strrchr(name, '.');
    int stem = (int)(point == NULL ? strlen(c->ask->after) : (size_t)(point - c->ask->after));
    int length = c->ask->target != NULL
                     ? snprintf(c->target, KP_PATH, "%s", c->ask->target)
                     : snprintf(c->target, KP_PATH, "%.*s_変更一覧.ods", stem, c->ask->after);
    if (length >= KP_PATH)
        return refuse(c, KP_UNWRITABLE, c->ask->after, kp_place_error(KP_FAULT_NAME));
    return kp_entry_look(c->target).kind == KP_ENTRY_NONE ||
           refuse(c, KP_UNWRITABLE, c->target, kp_place_error(KP_FAULT_EXISTS));
}

static void place_list(comparing *c) {
    char path[KP_PATH];
    kp_auto_buffer words = {0};
    if (!kp_path_in(c->work, "list.ods", path) || !write_list(c, path)) return;
    kp_fault fault = kp_place_file(path, c->target);
    if (fault != KP_FAULT_NONE) {
        refuse(c, KP_UNWRITABLE, c->target, kp_place_error(fault));
        return;
    }
    kp_tell_plain(c->ask->report, "wrote", c->target);
    kp_putf(&words,
            say(c, kp_t("入力の変更 %zu 欄、結果の変更 %zu 欄",
                        "%zu cells typed otherwise, %zu computed otherwise")),
            c->typed, c->computed);
    kp_tell_plain(c->ask->report, "changes", kp_buffer_text(&words));
    if (c->count > 0) c->ask->report->outcome = KP_BLOCKED;
}

void kp_compare(const kp_comparing *ask) {
    comparing *c = calloc(1, sizeof *c);
    if (c == NULL) return;
    c->ask = ask;
    kp_fault fault = kp_work_begin(NULL, c->work);
    if (fault != KP_FAULT_NONE) {
        refuse(c, KP_UNWRITABLE, "/var/tmp", kp_place_error(fault));
    } else {
        if (read_both(c) && name_list(c) && compare(c)) place_list(c);
        kp_work_end(c->work);
    }
    kp_keyed_end(&c->then);
    kp_keyed_end(&c->now);
    kp_filled_end(&c->before);
    kp_filled_end(&c->after);
    free(c->changes);
    free(c);
}
