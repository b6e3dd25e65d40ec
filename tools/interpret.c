/* SPDX-License-Identifier: MPL-2.0
 *
 * interpret.c: a small recursive reader of formulas. See formula.h.
 */
#include "interpret.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "calc/function.h"

enum { MOST_CELLS = 64, MOST_BLOCKS = 8 };

/* An inline array: a column of numbers and texts. */
typedef struct block {
    size_t count;
    double numbers[MOST_CELLS];
    bool is_text[MOST_CELLS];
    bool is_blank[MOST_CELLS];
} block;

/* What was read: an input, or an error that arose on the way. */
typedef struct value {
    kp_status status;
    kp_input input;
} value;

typedef struct reader {
    const char *at;
    kp_language language;
    bool understood;
    block blocks[MOST_BLOCKS];
    size_t used_blocks;
    char text[8192]; /* of the last function that gave text */
} reader;

static value read_sum(reader *r);

static kp_cell read_block(const void *cells, size_t row, size_t column, double *number) {
    const block *b = cells;
    (void)column;
    *number = b->numbers[row];
    if (b->is_blank[row]) return KP_CELL_BLANK;
    return b->is_text[row] ? KP_CELL_TEXT : KP_CELL_NUMBER;
}

static value number_value(double number) {
    value v = {KP_OK, {KP_INPUT_NUMBER, number, "", {NULL, NULL, 0, 0}}};
    return v;
}

static value failed(kp_status status) {
    value v = number_value(0);
    v.status = status;
    return v;
}

static value lost(reader *r) {
    r->understood = false;
    return number_value(0);
}

static bool accept(reader *r, char c) {
    while (*r->at == ' ')
        r->at++;
    if (*r->at != c) return false;
    r->at++;
    return true;
}

static value read_text(reader *r) {
    value v = number_value(0);
    size_t used = 0;
    v.input.kind = KP_INPUT_TEXT;
    while (*r->at != '\0' && *r->at != '"') {
        if (used + 1 < sizeof v.input.text) v.input.text[used++] = *r->at;
        r->at++;
    }
    if (!accept(r, '"')) return lost(r);
    v.input.text[used] = '\0';
    if (used + 1 == sizeof v.input.text) strcpy(v.input.text, "\xFF"); /* as budget.c does */
    return v;
}

static value read_array(reader *r) {
    if (r->used_blocks == MOST_BLOCKS) return lost(r);
    block *b = &r->blocks[r->used_blocks++];
    b->count = 0;
    do {
        if (b->count == MOST_CELLS) return lost(r);
        value v = read_sum(r);
        size_t i = b->count++;
        b->numbers[i] = v.input.number;
        b->is_text[i] = v.input.kind == KP_INPUT_TEXT;
        b->is_blank[i] = b->is_text[i] && v.input.text[0] == '\0';
        if (v.status != KP_OK) return v;
    } while (accept(r, ';'));
    if (!accept(r, '}')) return lost(r);
    value v = number_value(0);
    kp_range range = {b, read_block, b->count, 1};
    v.input.kind = KP_INPUT_RANGE;
    v.input.range = range;
    return v;
}

/* The arguments of a call up to the closing bracket; an empty place is an argument left out. */
static size_t read_call(reader *r, kp_input *inputs, size_t most, kp_status *status) {
    size_t count = 0;
    *status = KP_OK;
    if (accept(r, ')')) return 0;
    do {
        if (count == most) break;
        kp_input *input = &inputs[count++];
        while (*r->at == ' ')
            r->at++;
        if (*r->at == ';' || *r->at == ')') {
            memset(input, 0, sizeof *input);
            input->kind = KP_INPUT_NONE;
            continue;
        }
        value v = read_sum(r);
        *input = v.input;
        if (*status == KP_OK) *status = v.status;
    } while (accept(r, ';'));
    if (!accept(r, ')')) r->understood = false;
    return count;
}

static value call(reader *r, const kp_function *function) {
    kp_input inputs[KP_ARGUMENTS + KP_REST_ARGUMENTS];
    kp_status status;
    size_t count = read_call(r, inputs, sizeof inputs / sizeof inputs[0], &status);
    if (!r->understood || status != KP_OK) return failed(status);
    char text[sizeof r->text];
    kp_num number;
    kp_writer told = kp_writer_on(text, sizeof text, r->language);
    status = kp_call_function(function, inputs, count, NULL, &number, &told);
    if (status != KP_OK) return failed(status);
    if (!kp_gives_text(function)) return number_value(kp_num_to_double(number));
    memcpy(r->text, text, sizeof text);
    value v = number_value(0);
    v.input.kind = KP_INPUT_TEXT;
    kp_writer writer = kp_writer_on(v.input.text, sizeof v.input.text, r->language);
    kp_write(&writer, text);
    return v;
}

static bool name_at(reader *r, char *name, size_t size) {
    size_t used = 0;
    while (used + 1 < size && ((*r->at >= 'A' && *r->at <= 'Z') || *r->at == '_'))
        name[used++] = *r->at++;
    name[used] = '\0';
    return used > 0 && accept(r, '(');
}

static value read_name(reader *r) {
    char name[64];
    if (!name_at(r, name, sizeof name)) return lost(r);
    bool yes = strcmp(name, "TRUE") == 0;
    if (yes || strcmp(name, "FALSE") == 0) return accept(r, ')') ? number_value(yes) : lost(r);
    const kp_function *function = kp_function_named(name);
    return function == NULL ? lost(r) : call(r, function);
}

static value read_factor(reader *r) {
    if (accept(r, '-')) {
        value v = read_factor(r);
        v.input.number = -v.input.number;
        return v;
    }
    if (accept(r, '(')) {
        value v = read_sum(r);
        return accept(r, ')') ? v : lost(r);
    }
    if (accept(r, '"')) return read_text(r);
    if (accept(r, '{')) return read_array(r);
    if (*r->at >= 'A' && *r->at <= 'Z') return read_name(r);
    char *end;
    double number = strtod(r->at, &end);
    if (end == r->at) return lost(r);
    r->at = end;
    return number_value(number);
}

static value combine(value a, value b, char operation) {
    if (a.status != KP_OK) return a;
    if (b.status != KP_OK) return b;
    double x = a.input.number;
    double y = b.input.number;
    if (operation == '/' && y == 0) return failed(KP_DIVIDE_BY_ZERO);
    double results[] = {x + y, x - y, x * y, y == 0 ? 0 : x / y};
    return number_value(results[strchr("+-*/", operation) - "+-*/"]);
}

static value read_product(reader *r) {
    value v = read_factor(r);
    while (r->understood) {
        char operation = *r->at;
        if (operation != '*' && operation != '/') break;
        r->at++;
        v = combine(v, read_factor(r), operation);
    }
    return v;
}

static value read_sum(reader *r) {
    value v = read_product(r);
    while (r->understood) {
        char operation = *r->at;
        if (operation != '+' && operation != '-') break;
        r->at++;
        v = combine(v, read_product(r), operation);
    }
    return v;
}

bool formula_evaluate(const char *formula, kp_language language, shown *result) {
    static reader r;
    memset(&r, 0, sizeof r);
    r.at = formula;
    r.language = language;
    r.understood = *formula == '=';
    if (!r.understood) return false;
    r.at++;
    value v = read_sum(&r);
    result->status = v.status;
    result->is_text = v.input.kind == KP_INPUT_TEXT;
    result->number = v.input.number;
    strcpy(result->text, r.text);
    return r.understood && *r.at == '\0';
}

bool formula_explain(const char *formula, kp_language language, char *text, size_t size) {
    static reader r;
    char name[64];
    kp_input inputs[KP_ARGUMENTS + KP_REST_ARGUMENTS];
    kp_status status;
    memset(&r, 0, sizeof r);
    r.at = formula + 1;
    r.language = language;
    r.understood = true;
    if (*formula != '=' || !name_at(&r, name, sizeof name)) return false;
    const kp_function *function = kp_function_named(name);
    if (function == NULL) return false;
    size_t count = read_call(&r, inputs, sizeof inputs / sizeof inputs[0], &status);
    if (!r.understood || *r.at != '\0' || status != KP_OK) return false;
    kp_writer writer = kp_writer_on(text, size, language);
    kp_explain(function, inputs, count, &writer);
    return true;
}
