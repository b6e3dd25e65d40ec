/* SPDX-License-Identifier: MPL-2.0
 *
 * budget.c: between binary UNO and the table of functions. What Calc hands over becomes kp_input,
 * what a function gives becomes a cell's value or one of Calc's error codes. Nothing is allocated
 * for a function that gives a number.
 */
#include "calc/budget.h"

#include <string.h>

#include "uno/access.h"
#include "calc/errors.h"
#include "calc/foreign.h"
#include "calc/function.h"
#include "kenpo/date.h"
#include "uno/language.h"
#include "uno/value.h"

/* ---------------------------------------------------------------------------- arguments */

/* A block of cells as Calc hands it over: a sequence of rows, each a sequence of anys. */
static const uno_Any *cell_of(const void *cells, size_t row, size_t column) {
    const uno_Sequence *rows = cells;
    const uno_Sequence *line = ((uno_Sequence *const *)(const void *)rows->elements)[row];
    if (column >= (size_t)line->nElements) return NULL;
    return (const uno_Any *)(const void *)line->elements + column;
}

static kp_cell read_cell(const void *cells, size_t row, size_t column, double *number) {
    const uno_Any *cell = cell_of(cells, row, column);
    if (cell == NULL) return KP_CELL_BLANK;
    return kp_cell_of_any(cell, number);
}

static void tell_cell(const void *cells, size_t row, size_t column, char *buffer, size_t size) {
    const uno_Any *cell = cell_of(cells, row, column);
    const rtl_uString *text = cell == NULL ? NULL : kp_any_text(cell);
    buffer[0] = '\0';
    if (text != NULL) kp_string_copy(text, buffer, size);
}

static void take_string(const rtl_uString *string, kp_input *input) {
    input->kind = KP_INPUT_TEXT;
    if (!kp_string_copy(string, input->text, sizeof input->text)) strcpy(input->text, "\xFF");
}

/* What no argument can be: a text that no rule knows. */
static void take_nonsense(kp_input *input) {
    input->kind = KP_INPUT_TEXT;
    strcpy(input->text, "\xFF");
}

static void take_any(const uno_Any *any, kp_input *input);

/* Calc's rows are all as long as each other; those of a program need not be, and are no block then. */
static bool is_ragged(const uno_Sequence *rows) {
    const uno_Sequence *const *lines = (const void *)rows->elements;
    for (sal_Int32 i = 1; i < rows->nElements; i++)
        if (lines[i]->nElements != lines[0]->nElements) return true;
    return false;
}

static void take_block(const uno_Sequence *rows, kp_input *input) {
    size_t columns = 0;
    if (is_ragged(rows)) {
        take_nonsense(input);
        return;
    }
    if (rows->nElements > 0)
        columns = (size_t)(*(uno_Sequence *const *)(const void *)rows->elements)->nElements;
    if (rows->nElements == 1 && columns == 1) {
        take_any(cell_of(rows, 0, 0), input);
        return;
    }
    kp_range range = {rows, read_cell, (size_t)rows->nElements, columns, 0, tell_cell, false};
    input->kind = KP_INPUT_RANGE;
    input->range = range;
}

/* From a macro or a program: one value as such; what is no block is a text that no rule knows. */
static void take_foreign(const uno_Any *any, kp_input *input) {
    input->kind = KP_INPUT_RANGE;
    if (!kp_foreign_block(any, &input->range)) {
        take_nonsense(input);
    } else if (input->range.rows == 1 && input->range.columns == 1 &&
               input->range.read(any, 0, 0, &input->number) == KP_CELL_NUMBER) {
        input->kind = KP_INPUT_NUMBER;
    }
}

static void take_any(const uno_Any *any, kp_input *input) {
    const rtl_uString *text = kp_any_text(any);
    if (kp_any_number(any, &input->number))
        input->kind = KP_INPUT_NUMBER;
    else if (text != NULL)
        take_string(text, input);
    else if (kp_any_is(any, "[][]any"))
        take_block(kp_any_sequence(any), input);
    else if (kp_any_class(any) == typelib_TypeClass_SEQUENCE)
        take_foreign(any, input);
    else
        input->kind = KP_INPUT_NONE;
}

/* The type of an argument in the IDL follows from its kind; see function.h. */
static void take_argument(const kp_argument *argument, void *value, kp_input *input) {
    if (argument->need == KP_OPTIONAL || argument->kind == KP_YEAR || argument->kind == KP_DAY) {
        take_any(value, input);
    } else if (argument->kind == KP_KEYWORD) {
        take_string(*(rtl_uString **)value, input);
    } else if (argument->kind == KP_RANGE) {
        take_block(*(uno_Sequence **)value, input);
    } else {
        input->kind = KP_INPUT_NUMBER;
        input->number = *(const double *)value;
    }
}

/* Takes all arguments of a call, those of KP_REST up to the last one that was given; gives their
 * number. */
static size_t take_arguments(const kp_function *function, void **values, kp_input *inputs) {
    size_t count = kp_argument_count(function);
    for (size_t i = 0; i < count; i++) {
        if (function->arguments[i].kind != KP_REST) {
            take_argument(&function->arguments[i], values[i], &inputs[i]);
            continue;
        }
        size_t given = i;
        for (size_t k = i; k < i + KP_REST_ARGUMENTS; k++) {
            take_any(values[k], &inputs[k]);
            if (inputs[k].kind != KP_INPUT_NONE) given = k + 1;
        }
        return given;
    }
    return count;
}

/* ------------------------------------------------------------------------------- result */

/* Calc shows a NaN that carries one of its error codes as that error. */
static double error_value(kp_status status) {
    uint64_t bits = UINT64_C(0x7ff8000000000000) | (uint64_t)kp_error_of(status)->code;
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

static double compute_number(const kp_function *function, const kp_input *inputs, size_t count) {
    kp_num number;
    kp_status status = kp_call_function(function, inputs, count, NULL, &number, NULL);
    return status == KP_OK ? kp_num_to_double(number) : error_value(status);
}

/* The day from which the document counts its dates, in days from 1899-12-30. Where it does not say,
 * that day itself, as in every new document. */
static double null_date(uno_Interface *document) {
    typedef struct date {
        sal_uInt16 day, month;
        sal_Int16 year;
    } date; /* com.sun.star.util.Date */
    kp_auto_any value = {0};
    if (!kp_property(document, "NullDate", &value) ||
        kp_any_class(&value) != typelib_TypeClass_STRUCT)
        return 0;
    const date *found = value.pData;
    kp_date first = {found->year, found->month, found->day};
    return (double)kp_date_days(first);
}

/* The office's language is asked for once; another one may be ordered for a while. */
enum { UNKNOWN, JAPANESE, OTHER };
static int ordered = UNKNOWN;
static int own = UNKNOWN;

static int language_named(const char *tag) {
    return strncmp(tag, "ja", 2) == 0 ? JAPANESE : OTHER;
}

void kp_budget_speak(kp_language language) {
    int code = language == KP_JAPANESE ? JAPANESE : OTHER;
    __atomic_store_n(&ordered, code, __ATOMIC_RELAXED);
}

void kp_budget_speak_own(void) {
    __atomic_store_n(&ordered, UNKNOWN, __ATOMIC_RELAXED);
}

kp_language kp_office_language(uno_Interface *context) {
    char tag[16];
    kp_office_locale(context, tag, sizeof tag);
    return language_named(tag) == JAPANESE ? KP_JAPANESE : KP_ENGLISH;
}

static int language_of_office(kp_object *self) {
    int language = __atomic_load_n(&own, __ATOMIC_RELAXED);
    if (language != UNKNOWN) return language;
    language = kp_office_language(self->context) == KP_JAPANESE ? JAPANESE : OTHER;
    __atomic_store_n(&own, language, __ATOMIC_RELAXED);
    return language;
}

kp_language kp_budget_language(uno_Interface *document, kp_language otherwise) {
    char tag[16];
    kp_document_word(document, "KenpoLanguage", tag, sizeof tag);
    if (*tag == '\0') return otherwise;
    return language_named(tag) == JAPANESE ? KP_JAPANESE : KP_ENGLISH;
}

/* What was ordered, what the document is in, what the office speaks: the first that is known. */
static kp_language language_of(kp_object *self, uno_Interface *document) {
    int order = __atomic_load_n(&ordered, __ATOMIC_RELAXED);
    if (order != UNKNOWN) return order == JAPANESE ? KP_JAPANESE : KP_ENGLISH;
    bool japanese = language_of_office(self) == JAPANESE;
    return kp_budget_language(document, japanese ? KP_JAPANESE : KP_ENGLISH);
}

static void compute_text(kp_language language, const kp_function *function, const kp_input *inputs,
                         size_t count, uno_Any *out) {
    char text[8192];
    kp_writer writer = kp_writer_on(text, sizeof text, language);
    kp_status status = kp_call_function(function, inputs, count, NULL, NULL, &writer);
    if (status == KP_OK)
        kp_any_string(out, text);
    else
        kp_any_double(out, error_value(status));
}

static const char *handle_budget(kp_object *self, size_t index, void *result, void **arguments) {
    if (index >= KP_FUNCTION_COUNT) return "the table has no such function";
    const kp_function *function = &KP_FUNCTIONS[index];
    kp_input inputs[KP_ARGUMENTS + KP_REST_ARGUMENTS];
    size_t hidden = kp_takes_workbook(function) ? 1 : 0;
    uno_Interface *document = hidden == 1 ? *(uno_Interface **)arguments[0] : NULL;
    size_t count = take_arguments(function, arguments + hidden, inputs);
    double first = function->gives_date ? null_date(document) : 0;
    if (function->arguments[0].kind == KP_DAY) inputs[0].number += first;
    if (kp_gives_text(function))
        compute_text(language_of(self, document), function, inputs, count, result);
    else
        *(double *)result = compute_number(function, inputs, count);
    if (function->gives_date) *(double *)result -= first;
    return NULL;
}

const kp_class KP_BUDGET = {
    "org.kenpocalc.implementation.Budget",
    "org.kenpocalc.Budget",
    {{"org.kenpocalc.XBudget", handle_budget}},
};
