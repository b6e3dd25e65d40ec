/* SPDX-License-Identifier: MPL-2.0
 *
 * steps.c: what comes next.
 */
#include "panel/steps.h"

#include <stdlib.h>
#include <string.h>

#include "uno/access.h"

typedef struct progress {
    size_t filled, all;
} progress;

typedef struct steps {
    const kp_panel_view *view;
    const kp_guide *guide;
    kp_panel_content *content;
    bool *empty; /* by cells of the guide */
    progress first, rest;
} steps;

static const char *say(const steps *s, kp_text text) {
    return kp_wording(text, s->view->language);
}

/* ------------------------------------------------------------------------------- what is empty */

static bool is_empty(const uno_Any *value) {
    const rtl_uString *text = value == NULL ? NULL : kp_any_text(value);
    return value == NULL || (text != NULL && text->length == 0);
}

/* The cells of the guide on one sheet, from the values of all of them at once. */
static void look_at_sheet(steps *s, uno_Interface *sheet, long index) {
    kp_area area = {0, 0, 0, -1, -1};
    const kp_guide *guide = s->guide;
    for (size_t i = 0; i < guide->cell_count; i++) {
        if (guide->cells[i].sheet != index) continue;
        if (guide->cells[i].column > area.right) area.right = (sal_Int32)guide->cells[i].column;
        if (guide->cells[i].row > area.bottom) area.bottom = (sal_Int32)guide->cells[i].row;
    }
    if (area.right < 0) return;
    kp_auto cells = kp_area_cells(sheet, area);
    kp_auto_any values = {0};
    kp_panel_values(cells, &values);
    for (size_t i = 0; i < guide->cell_count; i++) {
        const kp_guide_cell *cell = &guide->cells[i];
        if (cell->sheet == index)
            s->empty[i] = is_empty(kp_data_at(&values, (size_t)cell->row, (size_t)cell->column));
    }
}

static void look(steps *s) {
    kp_auto sheets = kp_sheets(s->view->document);
    for (size_t i = 0; i < s->guide->sheet_count; i++) {
        kp_auto sheet = kp_element(sheets, i);
        look_at_sheet(s, sheet, (long)i);
    }
}

/* --------------------------------------------------------------------------------------- lines */

static progress progress_of(const steps *s, size_t step) {
    progress p = {0, 0};
    for (size_t i = 0; i < s->guide->cell_count; i++) {
        if (s->guide->cells[i].step != step) continue;
        p.all++;
        if (!s->empty[i]) p.filled++;
    }
    return p;
}

static const char *target_of(const steps *s, size_t step, bool missing) {
    for (size_t i = 0; i < s->guide->cell_count; i++)
        if (s->guide->cells[i].step == step && (!missing || s->empty[i]))
            return s->guide->cells[i].target;
    return "";
}

static void list_step(steps *s, size_t step, size_t number) {
    const kp_guide_step *which = &s->guide->steps[step];
    progress p = progress_of(s, step);
    progress *sum = which->first ? &s->first : &s->rest;
    bool done = p.filled == p.all;
    kp_auto_buffer line = {0};
    sum->filled += p.filled;
    sum->all += p.all;
    kp_putf(&line, "%s %zu. %s  %zu/%zu", done ? "✓" : "□", number,
            which->title == NULL ? "" : which->title, p.filled, p.all);
    kp_panel_add(s->content, kp_buffer_text(&line), target_of(s, step, !done), NULL);
    for (size_t i = 0; i < s->guide->cell_count; i++) {
        const kp_guide_cell *cell = &s->guide->cells[i];
        if (cell->step != step || !s->empty[i] || cell->text == NULL || cell->target == NULL)
            continue;
        kp_auto_buffer missing = {0};
        kp_putf(&missing, "      %s", cell->text);
        kp_panel_add(s->content, kp_buffer_text(&missing), cell->target, NULL);
    }
}

static void list_steps(steps *s, bool first, size_t *number) {
    for (size_t i = 0; i < s->guide->step_count; i++)
        if (s->guide->steps[i].first == first) list_step(s, i, ++*number);
}

static bool has_rest(const steps *s) {
    for (size_t i = 0; i < s->guide->step_count; i++)
        if (!s->guide->steps[i].first) return true;
    return false;
}

/* What comes when all is filled in. */
static void list_end(steps *s, size_t number) {
    kp_auto checks = kp_named_cells(s->view->document, "点検_見出し");
    kp_auto_buffer check = {0};
    kp_auto_buffer submit = {0};
    if (checks != NULL) {
        kp_putf(&check, "□ %zu. %s", ++number,
                say(s, kp_t("点検の指摘を解消する", "Settle what the checks find")));
        kp_panel_add(s->content, kp_buffer_text(&check), "点検_見出し", NULL);
    }
    kp_putf(&submit, "□ %zu. %s", ++number,
            say(s, kp_t("提出用コピーを作成する(メニュー 健保予算)",
                        "Make the submission copies (menu 健保予算)")));
    kp_panel_add(s->content, kp_buffer_text(&submit), "", NULL);
}

static void put_head(const steps *s) {
    kp_buffer *head = &s->content->head;
    if (s->first.all > 0)
        kp_putf(head,
                say(s, kp_t("記入 %zu/%zu 欄(残り %zu)", "%zu of %zu cells filled in, %zu left")),
                s->first.filled, s->first.all, s->first.all - s->first.filled);
    if (s->rest.all == 0) return;
    if (head->used > 0) kp_put(head, "\n");
    kp_putf(head,
            s->first.all > 0
                ? say(s, kp_t("該当する場合の欄 %zu/%zu", "where it applies: %zu of %zu"))
                : say(s, kp_t("計算に使う欄 %zu/%zu", "cells to be filled in: %zu of %zu")),
            s->rest.filled, s->rest.all);
}

static void tell_form(steps *s) {
    size_t number = 0;
    look(s);
    list_steps(s, true, &number);
    if (number > 0 && has_rest(s))
        kp_panel_add(
            s->content,
            say(s, kp_t("― 該当する場合に記入する欄 ―", "― to be filled in where it applies ―")),
            "", NULL);
    list_steps(s, false, &number);
    list_end(s, number);
    put_head(s);
}

void kp_steps_tell(const kp_panel_view *view, const kp_guide *guide, kp_panel_content *content) {
    steps s = {.view = view, .guide = guide, .content = content};
    if (!kp_panel_is_form(view)) {
        kp_put(&content->head,
               say(&s, kp_t("健保予算の様式が開かれていません。\nメニュー 健保予算 から開けます。",
                            "No form of 健保予算 is open here.\nThe menu 健保予算 opens one.")));
        return;
    }
    s.empty = calloc(guide->cell_count + 1, sizeof *s.empty);
    if (s.empty != NULL) tell_form(&s);
    free(s.empty);
}
