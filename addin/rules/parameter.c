/* SPDX-License-Identifier: MPL-2.0
 *
 * parameter.c: looking up the numbers that a year fixes. They stand in
 * parameters.tsv, of which the build makes a table.
 */
#include "rules/parameter_table.h"

#include "kenpo/year.h"

const char *kp_parameter_name(kp_parameter_id id) {
    return KP_PARAMETER_LABELS[id].name;
}

kp_text kp_parameter_label(kp_parameter_id id) {
    return KP_PARAMETER_LABELS[id].label;
}

kp_unit kp_parameter_unit(kp_parameter_id id) {
    return KP_PARAMETER_LABELS[id].unit;
}

static bool same_name(const char *a, const char *b) {
    for (; *a != '\0' && *b != '\0'; a++, b++) {
        char lower = *a >= 'A' && *a <= 'Z' ? (char)(*a - 'A' + 'a') : *a;
        if (lower != *b) return false;
    }
    return *a == *b;
}

kp_status kp_parameter_from_name(const char *name, kp_trace *trace, kp_parameter_id *id) {
    for (int i = 0; i < KP_PARAMETERS; i++) {
        if (!same_name(name, KP_PARAMETER_LABELS[i].name)) continue;
        *id = (kp_parameter_id)i;
        return KP_OK;
    }
    return kp_fail(trace, KP_INVALID,
                   kp_t("この名前の係数はありません。", "There is no parameter of this name."));
}

const kp_parameter *kp_parameter_row(kp_parameter_id id, int year) {
    for (size_t i = 0; i < KP_PARAMETER_VALUE_COUNT; i++) {
        const kp_parameter *row = &KP_PARAMETER_VALUES[i];
        if (row->id == id && row->from <= year && year <= row->to) return row;
    }
    return NULL;
}

static kp_status not_published(kp_parameter_id id, int year, kp_trace *trace) {
    if (trace == NULL) return KP_NOT_PUBLISHED;
    kp_writer *writer = &trace->writer;
    kp_write_wareki(writer, year);
    kp_write_text(writer, kp_t("の「", ": no value is published for \""));
    kp_write_text(writer, KP_PARAMETER_LABELS[id].label);
    return kp_fail(
        trace, KP_NOT_PUBLISHED,
        kp_t("」は公表値がありません。通知等で示された値を任意の引数に入力してください。",
             "\". Please give the value that you were notified of as an optional argument."));
}

kp_status kp_parameter_value(kp_parameter_id id, int year, kp_trace *trace, kp_num *value) {
    const kp_parameter *row = kp_parameter_row(id, year);
    if (row == NULL) return not_published(id, year, trace);
    *value = kp_num_from_decimal(row->value);
    if (trace == NULL) return KP_OK;
    kp_trace_step(trace, KP_PARAMETER_LABELS[id].label, *value, KP_PARAMETER_LABELS[id].unit);
    kp_write(&trace->writer, "    ");
    kp_write_wareki(&trace->writer, year);
    kp_write(&trace->writer, " ");
    kp_write_parameter_source(&trace->writer, row);
    kp_write(&trace->writer, "\n");
    return KP_OK;
}

kp_status kp_parameter_or(const kp_num *own, kp_parameter_id id, int year, kp_trace *trace,
                          kp_num *value) {
    if (own == NULL) return kp_parameter_value(id, year, trace, value);
    *value = *own;
    kp_trace_step(trace, KP_PARAMETER_LABELS[id].label, *own, KP_PARAMETER_LABELS[id].unit);
    kp_trace_note(trace, kp_t("    利用者が入力した値", "    value entered by the user"));
    return KP_OK;
}

void kp_write_parameter_source(kp_writer *writer, const kp_parameter *row) {
    static const kp_text STANDING[] = {
        [KP_PUBLISHED] = {" 〔公表〕", " [published]"},
        [KP_DERIVED] = {" 〔公表値から算出〕", " [derived from published values]"},
        [KP_PROPOSED] = {" 〔提示額〕", " [proposed]"},
        [KP_STATUTE] = {" 〔法令〕", " [law]"},
        [KP_FOR_NOW] = {" 〔当分の間〕", " [for the time being]"},
        [KP_GUIDE] = {" 〔目安〕", " [guide]"},
    };
    kp_write_citation(writer, row->citation);
    kp_write_text(writer, STANDING[row->standing]);
}
