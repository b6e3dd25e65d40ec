/* SPDX-License-Identifier: MPL-2.0
 *
 * parameter.c: looking up the numbers that a year fixes. They stand in
 * parameters.tsv, of which the build makes a table.
 */
#include "rules/parameter.h"

#include "kenpo/text.h"
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

kp_parameter_id kp_parameter_named(kp_run *run, const char *name) {
    for (int i = KP_NO_PARAMETER + 1; i < KP_PARAMETERS; i++)
        if (kp_same_letters(name, KP_PARAMETER_LABELS[i].name)) return (kp_parameter_id)i;
    for (const kp_parameter_alias *alias = KP_PARAMETER_ALIASES; alias->name != NULL; alias++)
        if (kp_same_letters(name, alias->name)) return alias->id;
    kp_refuse(run, KP_INVALID, 1,
              kp_t("この名前の係数はありません。", "There is no parameter of this name."));
    return KP_NO_PARAMETER;
}

const kp_parameter *kp_parameter_row(kp_parameter_id id, int year) {
    for (size_t i = 0; i < KP_PARAMETER_VALUE_COUNT; i++) {
        const kp_parameter *row = &KP_PARAMETER_VALUES[i];
        bool fits =
            year == KP_NO_YEAR ? row->to == KP_LAST_YEAR : row->from <= year && year <= row->to;
        if (row->id == id && fits) return row;
    }
    return NULL;
}

bool kp_parameter_begun(kp_parameter_id id, int year) {
    for (size_t i = 0; i < KP_PARAMETER_VALUE_COUNT; i++)
        if (KP_PARAMETER_VALUES[i].id == id) return KP_PARAMETER_VALUES[i].from <= year;
    return false;
}

static kp_num not_published(kp_run *run, kp_parameter_id id, int year) {
    kp_trace *trace = kp_refusing(run, KP_NOT_PUBLISHED, 0);
    if (trace == NULL) return kp_no_number(run->status);
    kp_writer *writer = &trace->writer;
    if (year != KP_NO_YEAR) {
        kp_write_wareki(writer, year);
        kp_write_text(writer, kp_t("の", ": "));
    }
    kp_write_text(writer, kp_t("「", "no value is published for \""));
    kp_write_text(writer, KP_PARAMETER_LABELS[id].label);
    kp_write_text(writer, kp_t("」", "\""));
    kp_trace_note(
        trace,
        year == KP_NO_YEAR
            ? kp_t("は年度によります。年度を入力してください。",
                   " without a year. Please give the fiscal year.")
            : kp_t("は収録なしです(公表値がありません)。通知等で示された値を使ってください。",
                   ". Please use the value that you were notified of."));
    return kp_no_number(run->status);
}

kp_num kp_published(kp_run *run, kp_parameter_id id, int year) {
    const kp_parameter *row = kp_parameter_row(id, year);
    if (row == NULL) return not_published(run, id, year);
    kp_num value = kp_num_from_decimal(row->value);
    kp_say(run, KP_PARAMETER_LABELS[id].label, value, KP_PARAMETER_LABELS[id].unit);
    if (!kp_heard(run)) return value;
    kp_writer *writer = &run->trace->writer;
    kp_write(writer, "    ");
    if (year != KP_NO_YEAR) kp_write_wareki(writer, year);
    kp_write(writer, year != KP_NO_YEAR ? " " : "");
    kp_write_parameter_source(writer, row);
    kp_write(writer, "\n");
    return value;
}

kp_num kp_own(kp_run *run, kp_parameter_id id, kp_num value) {
    kp_say(run, KP_PARAMETER_LABELS[id].label, value, KP_PARAMETER_LABELS[id].unit);
    kp_remark(run, kp_t("    利用者が入力した値", "    value entered by the user"));
    return value;
}

void kp_write_parameter_source(kp_writer *writer, const kp_parameter *row) {
    static const kp_text STANDING[] = {
        [KP_ORDERED] = {" 〔通知〕", " [notification]"},
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
