/* SPDX-License-Identifier: MPL-2.0
 *
 * arguments.c: one call of a function: its arguments are read by their row, named where they are
 * refused, said in the explanation and filled in where they were left out; then its rule computes.
 */
#include "calc/function.h"

#include "kenpo/parameter.h"

size_t kp_argument_count(const kp_function *function) {
    size_t count = 0;
    while (count < KP_ARGUMENTS && function->arguments[count].id != NULL)
        count++;
    return count;
}

/* ---------------------------------------------------------------------------------- hints */

static bool is_plain(kp_unit unit) {
    return unit == KP_NO_UNIT || unit == KP_RATIO || unit == KP_MONTHS || unit == KP_FISCAL_YEAR;
}

void kp_write_hint(const kp_argument *argument, kp_writer *writer) {
    bool published = argument->published != 0;
    bool otherwise = argument->otherwise.denominator != 0;
    if (published && !is_plain(argument->unit)) {
        bool money = argument->unit == KP_YEN || argument->unit == KP_PERMILLE;
        kp_write_text(writer, kp_t("", money ? "in " : ""));
        kp_write_text(writer, kp_unit_words(argument->unit));
        kp_write_text(writer, kp_t("。", "; "));
    }
    if (argument->hint.ja != NULL) {
        kp_write_text(writer, argument->hint);
        if (published || otherwise) kp_write_text(writer, kp_t("", "; "));
    }
    if (published) {
        kp_write_text(writer, kp_t("省略すると年度の公表値。",
                                   "the published value of the year if left out"));
    } else if (otherwise) {
        kp_write_text(writer, kp_t("省略すると ", ""));
        kp_write_number(writer, argument->otherwise);
        kp_write_text(writer, kp_t("。", " if left out"));
    }
}

/* -------------------------------------------------------------------------------- reading */

typedef struct call {
    const kp_function *function;
    kp_value values[KP_ARGUMENTS];
} call;

/* 引数 2「被保険者数」: 入力された値 = 1.5。 */
static void name_argument(kp_writer *writer, const void *running, int place) {
    const call *c = running;
    const kp_value *value = &c->values[place - 1];
    kp_write_text(writer, kp_t("引数 ", "Argument "));
    kp_write_number(writer, kp_int(place));
    kp_write_text(writer, kp_t("「", " ("));
    kp_write_text(writer, c->function->arguments[place - 1].name);
    kp_write_text(writer, kp_t("」: ", "): "));
    if (!value->given || !kp_is_numeric(value->kind) || kp_num_status(value->number) != KP_OK)
        return;
    kp_write_text(writer, kp_t("入力された値 = ", "the value given = "));
    kp_write_number(writer, value->number);
    kp_write_text(writer, kp_t("。", ". "));
}

/* What stands in for an argument that was left out. */
static void fill_in(kp_run *run, const kp_argument *argument, int place, int year,
                    kp_value *value) {
    kp_leave_out(argument, value);
    if (argument->need == KP_REQUIRED) {
        kp_refuse(run, KP_MISSING, place,
                  kp_t("必須の引数がありません。", "This argument is required."));
    } else if (argument->published != 0 && !argument->chosen) {
        run->filling = place;
        value->number = kp_published(run, (kp_parameter_id)argument->published, year);
        run->filling = 0;
        value->year = (int)value->number.numerator;
    } else if (argument->otherwise.denominator != 0) {
        value->number = argument->otherwise;
        if (kp_heard(run)) kp_say_value(run, argument, value);
    }
}

static void read_one(kp_run *run, const kp_argument *argument, int place, const kp_input *input,
                     kp_value *value) {
    if (argument->published == 0) {
        kp_read(run, argument, place, input, value);
        return;
    }
    kp_take(run, argument, place, input, value);
    if (!argument->chosen) kp_own(run, (kp_parameter_id)argument->published, value->number);
    kp_need_meaning(run, place, value);
}

static void read_arguments(kp_run *run, call *c, const kp_input *inputs, size_t count) {
    size_t expected = kp_argument_count(c->function);
    int year = 0;
    for (size_t i = 0; i < expected && run->status == KP_OK; i++) {
        const kp_argument *argument = &c->function->arguments[i];
        kp_value *value = &c->values[i];
        if (argument->kind == KP_REST) {
            kp_leave_out(argument, value);
            value->rest = inputs + i;
            value->rest_count = count > i ? count - i : 0;
            return;
        }
        if (i < count && inputs[i].kind != KP_INPUT_NONE)
            read_one(run, argument, (int)i + 1, &inputs[i], value);
        else
            fill_in(run, argument, (int)i + 1, year, value);
        if (argument->kind == KP_YEAR) year = value->year;
    }
    if (count > expected)
        kp_refuse(run, KP_MISSING, 0, kp_t("引数が多すぎます。", "There are too many arguments."));
}

kp_status kp_call_function(const kp_function *function, const kp_input *inputs, size_t count,
                           kp_trace *trace, kp_num *number, kp_writer *text) {
    call c;
    c.function = function;
    kp_run run = {KP_OK, trace, name_argument, &c, 0, false};
    read_arguments(&run, &c, inputs, count);
    if (run.status != KP_OK) return run.status;
    if (function->compute != NULL) return kp_end(&run, function->compute(&run, c.values), number);
    function->tell(&run, c.values, text);
    return run.status;
}
