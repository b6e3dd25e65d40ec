/* SPDX-License-Identifier: MPL-2.0
 *
 * explain.c: KENPO_EXPLAIN. It runs the same code as the cell does, with a trace.
 */
#include "calc/function.h"

#include <string.h>

#include "calc/errors.h"
#include "kenpo/date.h"
#include "kenpo/text.h"

static void write_title(const kp_function *function, kp_writer *writer) {
    kp_write(writer, function->name);
    kp_write(writer, "  ");
    kp_write_text(writer, function->summary);
    kp_write(writer, "\n");
}

static void write_error(kp_status status, kp_writer *writer) {
    const kp_error *error = kp_error_of(status);
    kp_write(writer, error->name);
    kp_write_text(writer, kp_t("(", " ("));
    kp_write_text(writer, error->brief);
    kp_write(writer, ")");
}

static void write_result(const kp_function *function, kp_status status, kp_num number,
                         const char *text, kp_writer *writer) {
    kp_write_text(writer, kp_t("結果: ", "Result: "));
    if (status != KP_OK)
        write_error(status, writer);
    else if (function->tell != NULL)
        kp_write(writer, text);
    else if (function->gives_date)
        kp_write_date(writer, kp_date_from_days((int64_t)number.numerator));
    else
        kp_write_quantity(writer, number, function->unit);
    kp_write(writer, "\n");
}

void kp_explain(const kp_function *function, const kp_input *inputs, size_t count,
                kp_writer *writer) {
    char text[2048];
    kp_num number = kp_int(0);
    kp_writer told = kp_writer_on(text, sizeof text, writer->language);
    kp_trace trace = {*writer, 0, false};
    write_title(function, &trace.writer);
    kp_status status = kp_call_function(function, inputs, count, &trace, &number, &told);
    *writer = trace.writer;
    write_result(function, status, number, text, writer);
    if (trace.cited) return;
    kp_write_text(writer, kp_t("根拠: ", "Source: "));
    kp_write_citation(writer, function->citation);
}

const kp_function *kp_function_named(const char *name) {
    static const char PREFIX[] = "KENPO_";
    for (size_t i = 0; i < KP_FUNCTION_COUNT; i++) {
        const char *whole = KP_FUNCTIONS[i].name;
        if (kp_same_letters(name, whole) || kp_same_letters(name, whole + strlen(PREFIX)))
            return &KP_FUNCTIONS[i];
    }
    return NULL;
}

void kp_tell_explanation(kp_run *run, const kp_value *a, kp_writer *text) {
    const kp_function *function = kp_function_named(a[0].text);
    if (function == NULL)
        kp_refuse(run, KP_INVALID, 1,
                  kp_t("その名前の関数はありません。", "There is no function of that name."));
    else if (function->tell == kp_tell_explanation)
        kp_refuse(
            run, KP_INVALID, 1,
            kp_t("KENPO_EXPLAIN 自身は説明できません。", "KENPO_EXPLAIN does not explain itself."));
    else
        kp_explain(function, a[1].rest, a[1].rest_count, text);
}
