/* SPDX-License-Identifier: MPL-2.0
 *
 * take.c: what a new form takes from filled budgets.
 */
#include "carry/take.h"

#include <stdlib.h>
#include <string.h>

#include "book/evaluate.h"
#include "form/own.h"
#include "uno/call.h"

/* -------------------------------------------------------------------------------------- cells */

static const kp_box *box_at(const kp_boxes *boxes, const kp_filled_cell *at) {
    for (size_t i = 0; i < boxes->count; i++) {
        const kp_area *area = &boxes->boxes[i].area;
        if (at->column >= area->left && at->column <= area->right && at->row >= area->top &&
            at->row <= area->bottom && strcmp(boxes->sheets[area->sheet], at->sheet->name) == 0)
            return &boxes->boxes[i];
    }
    return NULL;
}

/* A number that could not be computed is no text: "―". */
static kp_fate fate_of(const kp_box *box, const kp_content *content) {
    bool text = content->kind == KP_STRING;
    if (content->kind == KP_CALC_ERROR) return KP_HAS_ERROR;
    if (content->kind == KP_EMPTY || (text && (content->text == NULL || *content->text == '\0' ||
                                               strcmp(content->text, "―") == 0)))
        return KP_HAS_NOTHING;
    if (box == NULL) return KP_TAKEN;
    bool takes = text ? kp_box_takes_text(box, content->text) : kp_box_takes(box, content->number);
    return takes ? KP_TAKEN : KP_NOT_ACCEPTED;
}

static bool stands_already(const kp_stored_cell *cell, const kp_content *content) {
    if (cell == NULL || cell->formula != NULL) return false;
    if (content->kind == KP_NUMBER)
        return cell->kind == KP_STORED_NUMBER && cell->number == content->number;
    return cell->kind == KP_STORED_TEXT && strcmp(cell->text, content->text) == 0;
}

static void put(const kp_taking *taking, const kp_filled_cell *target, const kp_content *content) {
    kp_auto sheet = kp_sheet(taking->document, target->sheet->name);
    kp_auto cell = kp_cell_at(sheet, target->column, target->row);
    kp_cell_put(cell, content);
}

/* --------------------------------------------------------------------------------------- rows */

static const kp_filled *budget_of(const kp_taking *taking, int year) {
    for (size_t i = 0; i < taking->budget_count; i++)
        if (taking->budgets[i].year == year) return &taking->budgets[i];
    return NULL;
}

static bool has_needed(const kp_filled *budget, const char *needs) {
    double number = 0;
    return needs == NULL || (kp_filled_number(budget, needs, &number) && number != 0);
}

kp_content kp_taken_content(const kp_taken *taken) {
    kp_content content = kp_stored_content(taken->source.cell);
    if (taken->row->more && content.kind == KP_NUMBER && content.number > 0) content.number++;
    if (taken->row->zero && content.kind == KP_EMPTY) content.kind = KP_NUMBER;
    return content;
}

static kp_fate take_cell(const kp_taking *taking, kp_taken *taken) {
    const kp_carry_row *row = taken->row;
    taken->from = budget_of(taking, taking->year - row->back);
    if (taken->from == NULL) return KP_NO_BUDGET;
    if (!kp_filled_named(taken->from, row->source, &taken->source)) return KP_HAS_NO_CELL;
    if (!has_needed(taken->from, row->needs)) return KP_HAS_NOTHING;
    kp_auto_content content = kp_taken_content(taken);
    kp_fate fate = fate_of(box_at(&taking->boxes, &taken->target), &content);
    if (fate != KP_TAKEN) return fate;
    if (stands_already(taken->target.cell, &content)) return KP_AS_IT_IS;
    put(taking, &taken->target, &content);
    return KP_TAKEN;
}

/* Whether a name is of a pattern in which * stands for any letters, once at most. */
static bool is_like(const char *name, const char *pattern) {
    const char *star = strchr(pattern, '*');
    if (star == NULL) return strcmp(name, pattern) == 0;
    size_t before = (size_t)(star - pattern);
    size_t after = strlen(star + 1);
    size_t length = strlen(name);
    return length >= before + after && strncmp(name, pattern, before) == 0 &&
           strcmp(name + length - after, star + 1) == 0;
}

/* Whether another row of the form speaks of just that cell. */
static bool has_row(const char *form, const char *name) {
    for (size_t i = 0; i < KP_CARRY_ROW_COUNT; i++)
        if (strcmp(KP_CARRY_ROWS[i].form, form) == 0 && KP_CARRY_ROWS[i].source != NULL &&
            strcmp(KP_CARRY_ROWS[i].target, name) == 0)
            return true;
    return false;
}

/* The input cells that the society fills in itself: the first and how many. */
static void find_own(const kp_taking *taking, kp_taken *taken) {
    const kp_workbook *workbook = &taking->form.workbook;
    for (size_t i = 0; i < workbook->name_count; i++) {
        const char *name = workbook->names[i].name;
        kp_filled_cell at;
        if (!is_like(name, taken->row->target) || has_row(taken->row->form, name) ||
            !kp_filled_named(&taking->form, name, &at) ||
            kp_filled_look(&taking->form, at.sheet, at.column, at.row)->locked)
            continue;
        if (taken->cells++ == 0) taken->target = at;
    }
}

static void take_row(kp_taking *taking, const kp_carry_row *row) {
    kp_taken *taken = &taking->taken[taking->count];
    if (taking->year < row->from || taking->year > row->until) return;
    *taken = (kp_taken){.row = row, .fate = KP_OWN};
    if (row->source == NULL)
        find_own(taking, taken);
    else if (kp_filled_named(&taking->form, row->target, &taken->target))
        taken->fate = take_cell(taking, taken);
    if (taken->target.sheet != NULL) taking->count++;
}

static void put_year(const kp_taking *taking) {
    kp_filled_cell at;
    kp_content year = {KP_NUMBER, taking->year, NULL, 0};
    if (kp_filled_named(&taking->form, "年度", &at)) put(taking, &at, &year);
    year.number--; /* a check sees whether last year's columns are of the year before */
    if (kp_filled_named(&taking->form, "前年度欄の年度", &at)) put(taking, &at, &year);
}

/* Nothing is computed before everything is there. */
bool kp_take_over(kp_taking *taking, const char *file) {
    taking->taken = calloc(KP_CARRY_ROW_COUNT, sizeof *taking->taken);
    if (taking->taken == NULL) return false;
    taking->boxes = kp_boxes_read(taking->document);
    kp_do(taking->document, "sheet.XCalculatable::enableAutomaticCalculation", "b", false);
    put_year(taking);
    for (size_t i = 0; i < KP_CARRY_ROW_COUNT; i++)
        if (strcmp(KP_CARRY_ROWS[i].form, file) == 0) take_row(taking, &KP_CARRY_ROWS[i]);
    kp_do(taking->document, "sheet.XCalculatable::calculate", "");
    kp_do(taking->document, "sheet.XCalculatable::enableAutomaticCalculation", "b", true);
    return true;
}

void kp_taking_end(kp_taking *taking) {
    kp_boxes_end(&taking->boxes);
    kp_filled_end(&taking->form);
    free(taking->taken);
    if (taking->document != NULL) kp_document_close(taking->document);
    kp_release(taking->document);
    *taking = (kp_taking){0};
}

size_t kp_taking_count(const kp_taking *taking, kp_fate fate) {
    size_t count = 0;
    for (size_t i = 0; i < taking->count; i++)
        count += taking->taken[i].fate == fate ? 1 : 0;
    return count;
}
