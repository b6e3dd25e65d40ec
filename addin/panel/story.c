/* SPDX-License-Identifier: MPL-2.0
 *
 * story.c: how the value of the chosen cell came about.
 */
#include "panel/story.h"

#include <string.h>

#include "calc/budget.h"
#include "form/form.h"
#include "panel/mirror.h"
#include "uno/access.h"

typedef struct story {
    const kp_panel_view *view;
    kp_panel_content *content;
    uno_Interface *sheet, *cell;
    const char *sheet_name;
    long column, row;
} story;

static const char *say(const story *s, kp_text text) {
    return kp_wording(text, s->view->language);
}

/* ------------------------------------------------------------------------- what it is made of */

static uno_Interface *sheet_at(const story *s, long index) {
    kp_auto sheets = kp_sheets(s->view->document);
    return kp_element(sheets, (size_t)index);
}

/* «その1!D49 療養給付費 = 1,120,000»; of several cells, how many. */
static void put_source(const story *s, const kp_source *source, uno_Interface *sheet,
                       kp_buffer *line) {
    const kp_area *area = &source->area;
    kp_auto_text name = kp_object_name(sheet);
    kp_auto_text label = kp_panel_label(sheet, area->left, area->top);
    kp_panel_place(name == NULL ? "" : name, area->left, area->top, line);
    if (area->left != area->right || area->top != area->bottom) {
        char last[16];
        kp_cell_name(area->right, area->bottom, last);
        kp_putf(line, ":%s %s", last, source->name == NULL ? "" : source->name);
        return;
    }
    kp_auto cell = kp_cell_at(sheet, area->left, area->top);
    kp_auto_text shown = kp_cell_shown(cell);
    bool empty = kp_type_of(cell) == KP_CELL_IS_EMPTY;
    kp_putf(line, " %s = %s", label == NULL ? "" : label,
            empty           ? say(s, kp_t("(空欄)", "(empty)"))
            : shown == NULL ? ""
                            : shown);
}

static void list_sources(const story *s, const kp_sources *sources) {
    for (size_t i = 0; i < sources->count; i++) {
        const kp_source *source = &sources->items[i];
        kp_auto_buffer line = {0};
        kp_auto_buffer target = {0};
        if (source->text != NULL) continue;
        kp_auto sheet = sheet_at(s, source->area.sheet);
        kp_auto_text name = kp_object_name(sheet);
        put_source(s, source, sheet, &line);
        kp_panel_target(name == NULL ? "" : name, source->area.left, source->area.top, &target);
        kp_panel_add(s->content, kp_buffer_text(&line), kp_buffer_text(&target), NULL);
    }
}

/* ---------------------------------------------------------------------------------- the steps */

static const kp_text TOO_MUCH = {"この数式が使う範囲は大きすぎるため、計算過程は表示しません。",
                                 "This formula reads too many cells for its steps to be shown."};

static void explain(const story *s, const char *formula, const kp_sources *sources) {
    kp_buffer *words = &s->content->words;
    kp_language language = kp_budget_language(s->view->document, s->view->language);
    kp_auto_buffer arguments = {0};
    kp_auto_buffer citation = {0};
    kp_mirror mirror;
    if (kp_mirror_begin(&mirror, s->view->context, s->view->document, s->cell, sources, language))
        kp_describe(mirror.asked, formula, language, &arguments, words, &citation);
    else
        kp_put(words, say(s, TOO_MUCH));
    if (words->used == 0) kp_put(words, kp_buffer_text(&citation));
    kp_mirror_end(&mirror);
}

static void tell_formula(const story *s, const char *formula) {
    kp_buffer *words = &s->content->words;
    kp_sources sources = kp_sources_of(s->view->document, s->cell, formula);
    if (kp_formula_is_ours(formula)) explain(s, formula, &sources);
    list_sources(s, &sources);
    if (words->used > 0) kp_put(words, "\n\n");
    kp_put(words, say(s, kp_t("数式: ", "Formula: ")));
    kp_formula_typed(formula, words);
    kp_sources_end(&sources);
}

/* ------------------------------------------------------------------------------- other cells */

/* What the form says of a cell that is filled in by hand. */
static void tell_hint(const story *s) {
    kp_auto rule = kp_property_object(s->cell, "Validation");
    kp_auto_text title = kp_property_text(rule, "InputTitle");
    kp_auto_text hint = kp_property_text(rule, "InputMessage");
    if (hint == NULL || *hint == '\0') return;
    kp_putf(&s->content->words, "\n%s: %s", title == NULL || *title == '\0' ? "記入要領" : title,
            hint);
}

static void tell_typed(const story *s, kp_cell_type type) {
    kp_buffer *words = &s->content->words;
    bool locked = kp_form_locked(s->sheet, s->column, s->row) && kp_is_protected(s->sheet);
    if (type == KP_CELL_IS_EMPTY && locked)
        kp_put(words, say(s, kp_t("ここには何もありません。", "There is nothing here.")));
    else if (type == KP_CELL_IS_EMPTY)
        kp_put(words, say(s, kp_t("空欄です。", "The cell is empty.")));
    else if (locked)
        kp_put(words, say(s, kp_t("様式の文字です。", "These are words of the form.")));
    else
        kp_put(words, say(s, kp_t("入力した値です。", "This was typed in.")));
    if (!locked) tell_hint(s);
}

static void put_head(const story *s) {
    kp_buffer *head = &s->content->head;
    kp_auto_text label = kp_panel_label(s->sheet, s->column, s->row);
    kp_auto_text shown = kp_cell_shown(s->cell);
    kp_panel_place(s->sheet_name, s->column, s->row, head);
    kp_putf(head, "  %s\n%s", label == NULL ? "" : label, shown == NULL ? "" : shown);
}

static void tell_cell(const story *s) {
    kp_cell_type type = kp_type_of(s->cell);
    kp_auto_text formula = kp_cell_formula(s->cell);
    put_head(s);
    if (type == KP_CELL_IS_FORMULA && formula != NULL)
        tell_formula(s, formula);
    else
        tell_typed(s, type);
}

void kp_story_tell(const kp_panel_view *view, kp_panel_content *content) {
    story s = {.view = view, .content = content};
    kp_area place = kp_area_of(view->chosen);
    if (!kp_panel_is_sheet(view) || place.right < 0) {
        kp_put(&content->head, say(&s, kp_t("セルを選ぶと、値の計算過程を表示します。",
                                            "Choose a cell to see how its value came about.")));
        return;
    }
    kp_auto sheet = sheet_at(&s, place.sheet);
    kp_auto cell = kp_cell_at(sheet, place.left, place.top);
    kp_auto_text name = kp_object_name(sheet);
    s.sheet = sheet;
    s.cell = cell;
    s.sheet_name = name == NULL ? "" : name;
    s.column = place.left;
    s.row = place.top;
    if (cell != NULL) tell_cell(&s);
}
