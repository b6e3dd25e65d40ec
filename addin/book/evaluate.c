/* SPDX-License-Identifier: MPL-2.0
 *
 * evaluate.c: asking Calc itself for the value of a formula at a place.
 */
#include "book/evaluate.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "calc/errors.h"
#include "uno/access.h"

enum { LISTED = 40 };

/* ------------------------------------------------------------------------------------- answers */

enum { ANSWER_ROWS = 1000 };

struct kp_answers {
    uno_Interface *sheet;
    long column;
    char **formulas; /* in the order of their cells, column by column */
    size_t count, size;
    size_t *slots; /* by their hash, a power of two of them: index + 1, 0 is free */
    size_t slot_count;
    uno_Any values; /* of the first `read` */
    size_t read;
};

kp_answers *kp_answers_begin(uno_Interface *sheet, long column) {
    kp_answers *answers = calloc(1, sizeof *answers);
    if (answers == NULL) return NULL;
    answers->sheet = sheet;
    answers->column = column;
    sheet->acquire(sheet);
    return answers;
}

void kp_answers_end(kp_answers *answers) {
    if (answers == NULL) return;
    for (size_t i = 0; i < answers->count; i++)
        free(answers->formulas[i]);
    free(answers->formulas);
    free(answers->slots);
    kp_any_end(&answers->values);
    kp_release(answers->sheet);
    free(answers);
}

/* FNV-1a */
static size_t hash(const char *text) {
    uint64_t h = UINT64_C(14695981039346656037);
    for (; *text != '\0'; text++)
        h = (h ^ (unsigned char)*text) * UINT64_C(1099511628211);
    return (size_t)(h ^ h >> 32);
}

/* Where the formula is, or the free slot where it belongs. There is always one free. */
static size_t *slot_of(const kp_answers *answers, const char *formula) {
    size_t at = hash(formula) & (answers->slot_count - 1);
    while (answers->slots[at] != 0 &&
           strcmp(answers->formulas[answers->slots[at] - 1], formula) != 0)
        at = (at + 1) & (answers->slot_count - 1);
    return &answers->slots[at];
}

/* Room for one more, half of the slots free. */
static bool make_room(kp_answers *answers) {
    if (answers->count < answers->size) return true;
    size_t size = answers->size == 0 ? 256 : answers->size * 2;
    char **formulas = realloc(answers->formulas, size * sizeof *formulas);
    if (formulas == NULL) return false;
    answers->formulas = formulas;
    size_t *slots = calloc(size * 2, sizeof *slots);
    if (slots == NULL) return false;
    free(answers->slots);
    answers->slots = slots;
    answers->slot_count = size * 2;
    answers->size = size;
    for (size_t i = 0; i < answers->count; i++)
        *slot_of(answers, formulas[i]) = i + 1;
    return true;
}

static uno_Interface *cell_of(const kp_answers *answers, size_t index) {
    return kp_cell_at(answers->sheet, answers->column + (long)(index / ANSWER_ROWS),
                      (long)(index % ANSWER_ROWS));
}

static kp_content ask_kept(const kp_answers *answers, size_t index) {
    kp_auto cell = cell_of(answers, index);
    return kp_cell_content(cell);
}

static kp_content ask_new(kp_answers *answers, const char *formula) {
    char *copy = make_room(answers) ? strdup(formula) : NULL;
    if (copy == NULL) return (kp_content){KP_EMPTY, 0, NULL, 0};
    *slot_of(answers, formula) = answers->count + 1;
    answers->formulas[answers->count++] = copy;
    kp_auto cell = cell_of(answers, answers->count - 1);
    kp_cell_set_formula(cell, formula);
    return kp_cell_content(cell);
}

void kp_answers_renew(kp_answers *answers) {
    kp_any_end(&answers->values);
    answers->values = (uno_Any){0};
    answers->read = 0;
    if (answers->count == 0) return;
    long last = (long)answers->count - 1;
    kp_area area = {0, (sal_Int32)answers->column, 0,
                    (sal_Int32)(answers->column + last / ANSWER_ROWS),
                    (sal_Int32)(last < ANSWER_ROWS ? last : ANSWER_ROWS - 1)};
    kp_auto cells = kp_area_cells(answers->sheet, area);
    if (kp_get_any(&answers->values, cells, "sheet.XCellRangeData::getDataArray", ""))
        answers->read = answers->count;
}

kp_content kp_answers_get(kp_answers *answers, const char *formula) {
    kp_content content = {KP_EMPTY, 0, NULL, 0};
    size_t index = answers->count == 0 ? 0 : *slot_of(answers, formula);
    if (index == 0) return ask_new(answers, formula);
    index--;
    const uno_Any *value = index < answers->read ? kp_data_at(&answers->values, index % ANSWER_ROWS,
                                                              index / ANSWER_ROWS)
                                                 : NULL;
    return value != NULL && kp_data_content(value, &content) ? content : ask_kept(answers, index);
}

/* -------------------------------------------------------------------------------------- asking */

static bool set_array_formula(uno_Interface *cell, const char *formula) {
    return kp_do(cell, "sheet.XArrayFormulaRange::setArrayFormula", "s", formula);
}

/* Of an array, its element; an array of one row or column serves all rows or columns. */
static void put_element(kp_asked asked, const char *expression, size_t length, kp_buffer *out) {
    if (!asked.array) {
        kp_put_bytes(out, expression, length);
        return;
    }
    kp_put(out, "INDEX(");
    kp_put_bytes(out, expression, length);
    kp_putf(out, ";MIN(%d;ROWS(", asked.row);
    kp_put_bytes(out, expression, length);
    kp_putf(out, "));MIN(%d;COLUMNS(", asked.column);
    kp_put_bytes(out, expression, length);
    kp_put(out, ")))");
}

static kp_content ask_text(kp_asked asked, const char *formula) {
    if (asked.answers != NULL) return kp_answers_get(asked.answers, formula);
    kp_content nothing = {KP_EMPTY, 0, NULL, 0};
    bool done = asked.array ? set_array_formula(asked.cell, formula)
                            : kp_cell_set_formula(asked.cell, formula);
    kp_content content = done ? kp_cell_content(asked.cell) : nothing;
    if (asked.array) set_array_formula(asked.cell, "");
    return content;
}

kp_content kp_ask(kp_asked asked, const char *formula) {
    kp_auto_buffer whole = {0};
    kp_put(&whole, "=");
    const char *expression = *formula == '=' ? formula + 1 : formula;
    put_element(asked, expression, strlen(expression), &whole);
    return ask_text(asked, kp_buffer_text(&whole));
}

/* The severity of a check as its table has it, of the check that the call names. */
static kp_severity own_severity(kp_asked asked, const kp_formula_call *call) {
    if (call->function == NULL || call->function->tell != kp_tell_check || call->count == 0)
        return KP_PASS;
    kp_auto_buffer name = {0};
    kp_put_bytes(&name, call->arguments[0].start, call->arguments[0].length);
    kp_auto_content code = kp_ask(asked, kp_buffer_text(&name));
    kp_run run = kp_run_begin(NULL);
    const kp_check *check = code.kind == KP_STRING ? kp_check_named(&run, code.text) : NULL;
    return check == NULL ? KP_PASS : check->severity;
}

static kp_severity gravest_own(kp_asked asked, const char *formula) {
    kp_severity gravest = KP_PASS;
    kp_formula_call call;
    for (size_t at = 0; kp_formula_next_call(formula, &at, &call);) {
        kp_severity severity = own_severity(asked, &call);
        if (severity > gravest) gravest = severity;
    }
    return gravest;
}

/* A formula that makes a text of the severity, or puts it beside others, still tells it. */
static double number_of(const kp_content *content) {
    if (content->kind == KP_NUMBER) return content->number;
    return content->kind == KP_STRING ? strtod(content->text, NULL) : KP_PASS;
}

kp_standing kp_ask_checks(kp_asked asked, const char *formula) {
    kp_standing standing = {KP_PASS, false};
    if (!kp_formula_is_check(formula)) return standing;
    kp_auto_buffer uncaught = {0};
    kp_auto_buffer levels = {0};
    kp_formula_uncaught(formula, &uncaught);
    kp_formula_levels(kp_buffer_text(&uncaught), &levels);
    kp_auto_content content = kp_ask(asked, kp_buffer_text(&levels));
    double level = number_of(&content);
    standing.unknown = content.kind == KP_CALC_ERROR || level > KP_ERROR;
    standing.severity = standing.unknown      ? gravest_own(asked, formula)
                        : level >= KP_ERROR   ? KP_ERROR
                        : level >= KP_WARNING ? KP_WARNING
                        : level >= KP_INFO    ? KP_INFO
                                              : KP_PASS;
    return standing;
}

uno_Interface *kp_scratch(uno_Interface *sheet) {
    kp_area used = kp_sheet_content(sheet);
    return kp_cell_at(sheet, used.right + 2L, used.bottom + 2L);
}

void kp_scratch_end(uno_Interface *scratch) {
    enum { EVERYTHING = 1023 }; /* its number format too */
    kp_do(scratch, "sheet.XSheetOperation::clearContents", "i", EVERYTHING);
    kp_release(scratch);
}

/* ----------------------------------------------------------------------- describing a formula */

static kp_content ask_about(kp_asked asked, const char *before, kp_span expression,
                            const char *behind) {
    kp_auto_buffer formula = {0};
    kp_putf(&formula, "=%s", before);
    kp_put_bytes(&formula, expression.start, expression.length);
    kp_put(&formula, behind);
    return ask_text(asked, kp_buffer_text(&formula));
}

static void put_content(const kp_content *content, kp_buffer *out) {
    if (content->kind == KP_NUMBER)
        kp_put_number(out, content->number, 15);
    else
        kp_put(out, content->text);
}

static void put_answer(kp_content content, kp_buffer *out) {
    put_content(&content, out);
    kp_content_end(&content);
}

/* A range: all its values where they are few, else how many there are and their sum. */
static void put_range(kp_asked asked, kp_span argument, double cells, kp_language language,
                      kp_buffer *out) {
    if (cells <= LISTED) {
        put_answer(ask_about(asked, "TEXTJOIN(\"; \";0;", argument, ")"), out);
        return;
    }
    kp_put(out, kp_wording(kp_t("数値の個数 ", "numbers: "), language));
    put_answer(ask_about(asked, "COUNT(", argument, ")"), out);
    kp_put(out, kp_wording(kp_t("、合計 ", ", sum: "), language));
    put_answer(ask_about(asked, "SUM(", argument, ")"), out);
}

static bool whole_range(const kp_argument *argument) {
    return argument == NULL || argument->kind == KP_RANGE || argument->kind == KP_REST;
}

/* How many cells the expression gives; 1 where it is no range. */
static double cells_in(kp_asked asked, kp_span text) {
    kp_auto_buffer formula = {0};
    kp_put(&formula, "=ROWS(");
    kp_put_bytes(&formula, text.start, text.length);
    kp_put(&formula, ")*COLUMNS(");
    kp_put_bytes(&formula, text.start, text.length);
    kp_put(&formula, ")");
    kp_auto_content size = ask_text(asked, kp_buffer_text(&formula));
    return size.kind == KP_NUMBER ? size.number : 1;
}

static void put_value(kp_asked asked, kp_span text, const kp_argument *argument,
                      kp_language language, kp_buffer *out) {
    double cells = whole_range(argument) ? cells_in(asked, text) : 1;
    if (cells > 1) {
        put_range(asked, text, cells, language, out);
        return;
    }
    kp_auto_buffer formula = {0};
    kp_put(&formula, "=");
    put_element(asked, text.start, text.length, &formula);
    put_answer(ask_text(asked, kp_buffer_text(&formula)), out);
}

/* The row's argument for the place in the call; the last one stands for all further ones. */
static const kp_argument *argument_at(const kp_function *function, size_t index) {
    size_t count = function == NULL ? 0 : kp_argument_count(function);
    if (count == 0) return NULL;
    return &function->arguments[index < count ? index : count - 1];
}

static void put_arguments(kp_asked asked, const kp_formula_call *call, kp_language language,
                          kp_buffer *out) {
    for (size_t i = 0; i < call->count; i++) {
        const kp_argument *argument = argument_at(call->function, i);
        if (out->used > 0) kp_put(out, "\n");
        if (argument != NULL) kp_put(out, kp_wording(argument->name, language));
        kp_put(out, " = ");
        if (call->arguments[i].length == 0)
            kp_put(out, kp_wording(kp_t("(省略)", "(left out)"), language));
        else
            put_value(asked, call->arguments[i], argument, language, out);
    }
}

/* KENPO_EXPLAIN itself and functions without arguments need no words. */
static bool explainable(const kp_formula_call *call) {
    return call->function != NULL && call->function->tell != kp_tell_explanation &&
           kp_argument_count(call->function) > 0;
}

static void put_explanation(kp_asked asked, const kp_formula_call *call, kp_language language,
                            kp_buffer *out) {
    kp_auto_buffer formula = {0};
    kp_putf(&formula, "=ORG.KENPOCALC.BUDGET.EXPLAIN(\"%s\"", call->function->name);
    for (size_t i = 0; i < call->count; i++) {
        kp_put(&formula, ";");
        if (whole_range(argument_at(call->function, i)))
            kp_put_bytes(&formula, call->arguments[i].start, call->arguments[i].length);
        else
            put_element(asked, call->arguments[i].start, call->arguments[i].length, &formula);
    }
    kp_put(&formula, ")");
    kp_auto_content content = ask_text(asked, kp_buffer_text(&formula));
    if (out->used > 0) kp_put(out, "\n\n");
    if (content.kind == KP_STRING)
        kp_put(out, content.text);
    else
        kp_put(out, kp_wording(kp_t("引数のセルがエラーのため、計算できません。",
                                    "An argument's cell holds an error: nothing was computed."),
                               language));
}

static void put_citation(const kp_function *function, kp_language language, kp_buffer *out) {
    char text[1024];
    kp_writer writer = kp_writer_on(text, sizeof text, language);
    kp_write_citation(&writer, function->citation);
    if (strstr(kp_buffer_text(out), text) != NULL) return;
    if (out->used > 0) kp_put(out, "\n");
    kp_put(out, text);
}

void kp_describe(kp_asked asked, const char *formula, kp_language language, kp_buffer *arguments,
                 kp_buffer *explanation, kp_buffer *citation) {
    size_t at = 0;
    kp_formula_call call;
    while (kp_formula_next_call(formula, &at, &call)) {
        put_arguments(asked, &call, language, arguments);
        if (explainable(&call)) put_explanation(asked, &call, language, explanation);
        if (call.function != NULL) put_citation(call.function, language, citation);
    }
}

void kp_describe_row(kp_basis_row *row, kp_asked asked, const char *formula, kp_language language) {
    kp_auto_buffer arguments = {0};
    kp_auto_buffer explanation = {0};
    kp_auto_buffer citation = {0};
    kp_describe(asked, formula, language, &arguments, &explanation, &citation);
    kp_basis_set(row, KP_BASIS_ARGUMENTS, kp_buffer_text(&arguments));
    kp_basis_set(row, KP_BASIS_EXPLANATION, kp_buffer_text(&explanation));
    kp_basis_set(row, KP_BASIS_CITATION, kp_buffer_text(&citation));
    kp_standing standing = kp_ask_checks(asked, formula);
    row->severity = standing.severity;
    row->unknown = standing.unknown;
}

/* Calc reads the name of an error as its constant, but for #NAME?. */
void kp_error_constant(int code, char formula[KP_ERROR_CONSTANT]) {
    const kp_error *error = kp_error_coded(code);
    if (error != NULL && error->name[0] == '#' && strchr(error->name, '?') == NULL)
        snprintf(formula, KP_ERROR_CONSTANT, "=%s", error->name);
    else
        snprintf(formula, KP_ERROR_CONSTANT, "=#ERR%d!", code);
}

static void put_error(uno_Interface *cell, int code) {
    char formula[KP_ERROR_CONSTANT];
    kp_error_constant(code, formula);
    kp_cell_set_formula(cell, formula);
}

static void put(uno_Interface *cell, const kp_content *content) {
    switch (content->kind) {
    case KP_NUMBER:
        kp_cell_set_number(cell, content->number);
        break;
    case KP_CALC_ERROR:
        put_error(cell, content->error);
        break;
    case KP_STRING: /* an empty text is not an empty cell */
        if (content->text == NULL || *content->text == '\0')
            kp_cell_set_formula(cell, "=\"\"");
        else
            kp_cell_set_text(cell, content->text);
        break;
    case KP_EMPTY:
        kp_cell_set_text(cell, "");
        break;
    }
}

void kp_cell_put(uno_Interface *cell, const kp_content *content) {
    long format = kp_cell_format(cell);
    put(cell, content);
    kp_cell_set_format(cell, format);
}
