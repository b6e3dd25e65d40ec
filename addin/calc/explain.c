/* SPDX-License-Identifier: MPL-2.0
 *
 * explain.c: KENPO_EXPLAIN. It runs the same code as the cell does, with a trace.
 */
#include "calc/function.h"

#include <string.h>

#include "kenpo/date.h"

/* What a cell shows for an error, and what that means. */
static kp_text shown(kp_status status) {
    switch (status) {
    case KP_INVALID:
        return kp_t("Err:502(引数が不正)", "Err:502 (invalid argument)");
    case KP_DIVIDE_BY_ZERO:
        return kp_t("#DIV/0!(0 による除算)", "#DIV/0! (division by zero)");
    case KP_NOT_PUBLISHED:
        return kp_t("#N/A(未公表)", "#N/A (not published)");
    case KP_OVERFLOW:
        return kp_t("#NUM!(計算できる範囲の外)", "#NUM! (out of range)");
    case KP_MISSING:
        return kp_t("Err:504(引数の過不足)", "Err:504 (argument missing or surplus)");
    case KP_OK:
        break;
    }
    return kp_t("", "");
}

static void write_title(const kp_function *function, kp_writer *writer) {
    kp_write(writer, function->name);
    kp_write(writer, "  ");
    kp_write_text(writer, function->summary);
    kp_write(writer, "\n");
}

static void write_result(const kp_function *function, kp_status status, const kp_result *result,
                         kp_writer *writer) {
    kp_write_text(writer, kp_t("結果: ", "Result: "));
    if (status != KP_OK) {
        kp_write_text(writer, shown(status));
    } else if (function->gives_text) {
        kp_write(writer, result->text.buffer);
    } else if (function->gives_date) {
        kp_write_date(writer, kp_date_from_days((int64_t)result->number.numerator));
    } else {
        kp_write_quantity(writer, result->number, function->unit);
    }
    kp_write(writer, "\n");
}

void kp_explain(const kp_function *function, const kp_input *inputs, size_t count,
                kp_writer *writer) {
    char text[2048];
    kp_value values[KP_ARGUMENTS];
    kp_trace trace = {*writer, 0};
    kp_result result = {kp_int(0), kp_writer_on(text, sizeof text, writer->language)};
    write_title(function, &trace.writer);
    kp_status status = kp_read_arguments(function, inputs, count, &trace, values);
    if (status == KP_OK) status = function->evaluate(values, &trace, &result);
    *writer = trace.writer;
    write_result(function, status, &result, writer);
    kp_write_text(writer, kp_t("根拠: ", "Source: "));
    kp_write_citation(writer, function->citation);
}

static char upper(char c) {
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

const kp_function *kp_function_named(const char *name) {
    static const char PREFIX[] = "KENPO_";
    for (size_t i = 0; i < KP_FUNCTION_COUNT; i++) {
        const char *whole = KP_FUNCTIONS[i].name;
        const char *candidates[] = {whole, whole + strlen(PREFIX)};
        for (size_t which = 0; which < 2; which++) {
            const char *a = candidates[which];
            const char *b = name;
            while (*a != '\0' && *a == upper(*b))
                a++, b++;
            if (*a == '\0' && *b == '\0') return &KP_FUNCTIONS[i];
        }
    }
    return NULL;
}

kp_status kp_evaluate_explain(const kp_value *arguments, kp_trace *trace, kp_result *result) {
    const kp_function *function = kp_function_named(arguments[0].text);
    if (function == NULL)
        return kp_fail(trace, KP_INVALID,
                       kp_t("その名前の関数はありません。", "There is no function of that name."));
    if (function->evaluate == kp_evaluate_explain)
        return kp_fail(
            trace, KP_INVALID,
            kp_t("KENPO_EXPLAIN 自身は説明できません。", "KENPO_EXPLAIN does not explain itself."));
    kp_explain(function, arguments[1].rest, arguments[1].rest_count, &result->text);
    return KP_OK;
}
