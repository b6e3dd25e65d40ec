/* SPDX-License-Identifier: MPL-2.0
 *
 * parameter.c: the one table of numbers that a year fixes. A row may stand here only with a
 * citation that prints the number; what no source gives is the user's input.
 */
#include "kenpo/parameter.h"
#include "kenpo/year.h"

#include <string.h>

/* What each parameter is called. */
static const struct {
    const char *name;
    kp_text label;
    kp_text unit;
} PARAMETERS[KP_PARAMETERS] = {
    [KP_RESERVE_BENEFIT_MONTHS] = {"reserve.benefit_months",
                                   {"準備金の基準月数(保険給付費)", "Reserve: months of benefits"},
                                   {"か月", "months"}},
    [KP_RESERVE_LEVY_MONTHS] = {"reserve.levy_months",
                                {"準備金の基準月数(納付金等・介護納付金)",
                                 "Reserve: months of levies"},
                                {"か月", "months"}},
    [KP_OFFICE_GENERAL_SINGLE] = {"office.general.single",
                                  {"事務費国庫負担 一般分の単価(単一・連合)",
                                   "Office subsidy, general part, single or allied society"},
                                  {"円/人月", "yen a person-month"}},
    [KP_OFFICE_GENERAL_MULTI] = {"office.general.multi",
                                 {"事務費国庫負担 一般分の単価(総合)",
                                  "Office subsidy, general part, multi-employer society"},
                                 {"円/人月", "yen a person-month"}},
    [KP_OFFICE_CARE_SINGLE] = {"office.care.single",
                               {"事務費国庫負担 介護分の単価(単一・連合)",
                                "Office subsidy, care part, single or allied society"},
                               {"円/人月", "yen a person-month"}},
    [KP_OFFICE_CARE_MULTI] = {"office.care.multi",
                              {"事務費国庫負担 介護分の単価(総合)",
                               "Office subsidy, care part, multi-employer society"},
                              {"円/人月", "yen a person-month"}},
    [KP_GRANT_THRESHOLD] = {"grant.threshold",
                            {"高額医療交付金の基準額", "High-cost grant: threshold"},
                            {"円", "yen"}},
    [KP_GRANT_RATE_BELOW] = {"grant.rate_below",
                             {"高額医療交付金の交付率(基準額以下の部分)",
                              "High-cost grant: rate up to the threshold"},
                             {"(1 = 100 %)", "(1 = 100 %)"}},
    [KP_GRANT_RATE_ABOVE] = {"grant.rate_above",
                             {"高額医療交付金の交付率(基準額を超える部分)",
                              "High-cost grant: rate above the threshold"},
                             {"(1 = 100 %)", "(1 = 100 %)"}},
};

/* Sorted by parameter, then year. */
static const kp_parameter VALUES[] = {
    {KP_RESERVE_BENEFIT_MONTHS,
     2012,
     2013,
     "3",
     KP_PUBLISHED,
     {KP_S004, "第1の3なお書(改正前の3か月相当分)"}},
    {KP_RESERVE_BENEFIT_MONTHS,
     2014,
     2027,
     "2",
     KP_PUBLISHED,
     {KP_S004, "第1の3なお書(平成26年11月19日 保発1119第4号)、施行令附則5条(当分の間)"}},
    {KP_RESERVE_LEVY_MONTHS, 2012, 2027, "1", KP_PUBLISHED, {KP_HEALTH_ORDER, "46条2項"}},
    {KP_OFFICE_GENERAL_SINGLE, 2015, 2015, "11", KP_PUBLISHED, {KP_S004, "第2の1(1)"}},
    {KP_OFFICE_GENERAL_MULTI, 2015, 2015, "16", KP_PUBLISHED, {KP_S004, "第2の1(1)"}},
    {KP_OFFICE_CARE_SINGLE, 2015, 2015, "2", KP_PUBLISHED, {KP_S004, "第2の1(2)"}},
    {KP_OFFICE_CARE_MULTI, 2015, 2015, "3", KP_PUBLISHED, {KP_S004, "第2の1(2)"}},
    {KP_GRANT_THRESHOLD, 2024, 2024, "5000000", KP_PUBLISHED, {KP_S000, "継6(2)②"}},
    {KP_GRANT_RATE_BELOW, 2024, 2024, "0.7", KP_PUBLISHED, {KP_S000, "継6(2)②"}},
    {KP_GRANT_RATE_ABOVE, 2024, 2024, "1", KP_PUBLISHED, {KP_S000, "継6(2)②"}},
};
enum { VALUE_COUNT = sizeof VALUES / sizeof VALUES[0] };

const char *kp_parameter_name(kp_parameter_id id) {
    return PARAMETERS[id].name;
}

kp_text kp_parameter_label(kp_parameter_id id) {
    return PARAMETERS[id].label;
}

kp_text kp_parameter_unit(kp_parameter_id id) {
    return PARAMETERS[id].unit;
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
        if (!same_name(name, PARAMETERS[i].name)) continue;
        *id = (kp_parameter_id)i;
        return KP_OK;
    }
    return kp_fail(trace, KP_INVALID,
                   kp_t("この名前の係数はありません。", "There is no parameter of this name."));
}

const kp_parameter *kp_parameter_row(kp_parameter_id id, int year) {
    for (int i = 0; i < VALUE_COUNT; i++)
        if (VALUES[i].id == id && VALUES[i].from <= year && year <= VALUES[i].to) return &VALUES[i];
    return NULL;
}

static kp_status not_published(kp_parameter_id id, int year, kp_trace *trace) {
    if (trace == NULL) return KP_NOT_PUBLISHED;
    kp_writer *writer = &trace->writer;
    kp_write_wareki(writer, year);
    kp_write_text(writer, kp_t("の「", ": no value is published for \""));
    kp_write_text(writer, PARAMETERS[id].label);
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
    kp_trace_step(trace, PARAMETERS[id].label, *value, PARAMETERS[id].unit);
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
    kp_trace_step(trace, PARAMETERS[id].label, *own, PARAMETERS[id].unit);
    kp_trace_note(trace, kp_t("    利用者が入力した値", "    value entered by the user"));
    return KP_OK;
}

void kp_write_parameter_source(kp_writer *writer, const kp_parameter *row) {
    static const kp_text STANDING[] = {
        [KP_PUBLISHED] = {" 〔公表〕", " [published]"},
        [KP_DERIVED] = {" 〔公表値から算出〕", " [derived from published values]"},
        [KP_PROPOSED] = {" 〔提示額〕", " [proposed]"},
    };
    kp_write_citation(writer, row->citation);
    kp_write_text(writer, STANDING[row->publication]);
}
