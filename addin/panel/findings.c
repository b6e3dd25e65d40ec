/* SPDX-License-Identifier: MPL-2.0
 *
 * findings.c: the open findings of a workbook.
 */
#include "panel/findings.h"

#include <stdlib.h>
#include <string.h>

#include "book/formula.h"
#include "book/label.h"
#include "kenpo/check.h"
#include "uno/access.h"

/* As the hidden columns of 点検 have them: severities, and what forms show where a check cannot be run. */
enum { NOT_COMPUTED = KP_UNFILLED - 1, LEVELS = KP_UNFILLED + 1 };

static kp_text word_of(int level) {
    return level == NOT_COMPUTED ? kp_t("未計算", "Not computed")
                                 : kp_severity_word((kp_severity)level);
}

/* The gravest first. */
static const int ORDER[] = {KP_ERROR, NOT_COMPUTED, KP_WARNING, KP_INFO, KP_UNFILLED};
enum { ORDERED = sizeof ORDER / sizeof *ORDER };

typedef struct finding {
    int level;
    char *line, *target, *words;
} finding;

typedef struct search {
    const kp_panel_view *view;
    kp_panel_content *content;
    finding *found;
    size_t count, size;
} search;

static const char *say(const search *s, kp_text text) {
    return kp_wording(text, s->view->language);
}

static void add(search *s, int level, const kp_buffer *line, const kp_buffer *target,
                const kp_buffer *words) {
    if (s->count == s->size) {
        size_t size = s->size == 0 ? 64 : s->size * 2;
        finding *more = realloc(s->found, size * sizeof *more);
        if (more == NULL) return;
        s->found = more;
        s->size = size;
    }
    s->found[s->count++] = (finding){level, strdup(kp_buffer_text(line)),
                                     strdup(kp_buffer_text(target)), strdup(kp_buffer_text(words))};
}

/* ------------------------------------------------------------ 点検 of the budget: its own columns */

enum { NUMBER, COMPARES, SAYS, LAW, PLACE, CELL, LEVEL, COLUMNS };

static const char *const NAMES[COLUMNS] = {"点検_番号", "点検_比較", "点検_指摘", "点検_根拠",
                                           "点検_番地", "点検_欄",   "点検_段階"};

static char *text_of(const uno_Any *columns, int column, size_t row) {
    const uno_Any *value = kp_data_at(&columns[column], row, 0);
    const rtl_uString *text = value == NULL ? NULL : kp_any_text(value);
    return text == NULL ? NULL : kp_string_text(text);
}

/* «エラー V08 その1!D106 …»; below, all of it. */
static void take_row(search *s, const uno_Any *columns, size_t row) {
    double level = 0;
    const uno_Any *value = kp_data_at(&columns[LEVEL], row, 0);
    if (value == NULL || !kp_any_number(value, &level) || level < KP_INFO || level >= LEVELS)
        return;
    kp_auto_text number = text_of(columns, NUMBER, row);
    kp_auto_text compares = text_of(columns, COMPARES, row);
    kp_auto_text says = text_of(columns, SAYS, row);
    kp_auto_text law = text_of(columns, LAW, row);
    kp_auto_text place = text_of(columns, PLACE, row);
    kp_auto_text cell = text_of(columns, CELL, row);
    kp_auto_buffer line = {0};
    kp_auto_buffer target = {0};
    kp_auto_buffer words = {0};
    kp_putf(&line, "%s %s", say(s, word_of((int)level)), number == NULL ? "" : number);
    kp_putf(&line, " %s", compares == NULL ? "" : compares);
    kp_put(&target, place != NULL && *place != '\0' ? place : cell);
    kp_putf(&words, "%s\n%s", kp_buffer_text(&line), says == NULL ? "" : says);
    if (law != NULL && *law != '\0')
        kp_putf(&words, "\n%s%s", say(s, kp_t("根拠: ", "Source: ")), law);
    add(s, (int)level, &line, &target, &words);
}

static bool take_table(search *s) {
    uno_Any columns[COLUMNS] = {{0}};
    size_t rows = 0;
    bool done = true;
    for (int i = 0; done && i < COLUMNS; i++) {
        kp_auto cells = kp_named_cells(s->view->document, NAMES[i]);
        done = cells != NULL && kp_panel_values(cells, &columns[i]);
        const uno_Sequence *lines = done ? kp_any_sequence(&columns[i]) : NULL;
        rows = lines == NULL ? 0 : (size_t)lines->nElements;
    }
    for (size_t i = 0; done && i < rows; i++)
        take_row(s, columns, i);
    for (int i = 0; i < COLUMNS; i++)
        kp_any_end(&columns[i]);
    return done;
}

/* ------------------------------------------------ other forms: the cells in which a check is run */

/* The level of a finding by the word that it begins with. */
static int level_of(const char *text) {
    for (int i = KP_INFO; i < LEVELS; i++) {
        const char *const words[] = {word_of(i).ja, word_of(i).en};
        for (int k = 0; k < 2; k++)
            if (strncmp(text, words[k], strlen(words[k])) == 0) return i;
    }
    return 0;
}

static void take_cell(search *s, uno_Interface *sheet, const char *name, long column, long row) {
    kp_auto cell = kp_cell_at(sheet, column, row);
    kp_auto_text formula = kp_cell_formula(cell);
    if (formula == NULL || !kp_formula_is_check(formula)) return;
    kp_auto_text shown = kp_cell_shown(cell);
    int level = shown == NULL ? 0 : level_of(shown);
    if (level == 0) return;
    kp_auto_text label = kp_label(sheet, column, row);
    kp_auto_buffer line = {0};
    kp_auto_buffer target = {0};
    kp_auto_buffer words = {0};
    kp_put(&line, shown);
    kp_panel_target(name, column, row, &target);
    kp_putf(&words, "%s\n%s", label == NULL ? "" : label, shown);
    add(s, level, &line, &target, &words);
}

static void take_sheet(void *data, uno_Interface *sheet, const char *name) {
    enum { TEXTS = 2 }; /* FormulaResult::STRING */
    kp_auto cells = kp_get(sheet, "sheet.XCellRangesQuery::queryFormulaCells", "l", (long)TEXTS);
    kp_auto_areas areas = kp_areas_of(cells);
    for (size_t i = 0; i < areas.count; i++)
        for (long y = areas.areas[i].top; y <= areas.areas[i].bottom; y++)
            for (long x = areas.areas[i].left; x <= areas.areas[i].right; x++)
                take_cell(data, sheet, name, x, y);
}

/* ---------------------------------------------------------------------------------------- all */

static void put_head(const search *s) {
    kp_buffer *head = &s->content->head;
    size_t counts[LEVELS] = {0};
    for (size_t i = 0; i < s->count; i++)
        counts[s->found[i].level]++;
    for (size_t i = 0; i < ORDERED; i++)
        kp_putf(head, "%s%s %zu", i == 0 ? "" : say(s, kp_t("・", ", ")), say(s, word_of(ORDER[i])),
                counts[ORDER[i]]);
}

static void list_level(const search *s, int level) {
    for (size_t i = 0; i < s->count; i++) {
        const finding *f = &s->found[i];
        if (f->level == level && f->line != NULL && f->target != NULL)
            kp_panel_add(s->content, f->line, f->target, f->words);
    }
}

static void end(search *s) {
    for (size_t i = 0; i < s->count; i++) {
        free(s->found[i].line);
        free(s->found[i].target);
        free(s->found[i].words);
    }
    free(s->found);
}

void kp_findings_tell(const kp_panel_view *view, kp_panel_content *content) {
    search s = {.view = view, .content = content};
    if (!kp_panel_is_form(view)) {
        kp_put(&content->head, say(&s, kp_t("健保予算の様式が開かれていません。",
                                            "No form of 健保予算 is open here.")));
        return;
    }
    if (!take_table(&s)) kp_each_sheet(view->document, take_sheet, &s);
    put_head(&s);
    for (size_t i = 0; i < ORDERED; i++)
        if (ORDER[i] != KP_UNFILLED) list_level(&s, ORDER[i]);
    if (content->list.count == 0)
        kp_put(&content->words, say(&s, kp_t("未解消の指摘はありません。", "Nothing is open.")));
    end(&s);
}
