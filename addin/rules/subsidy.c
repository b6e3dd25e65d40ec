/* SPDX-License-Identifier: MPL-2.0
 *
 * subsidy.c: subsidies of the state. See kenpo/subsidy.h for each rule's law.
 */
#include "kenpo/subsidy.h"

#include <string.h>

#include "kenpo/parameter.h"
#include "kenpo/require.h"

kp_status kp_society_from_text(const char *text, kp_trace *trace, kp_society *society) {
    static const struct {
        const char *word;
        kp_society society;
    } WORDS[] = {
        {"単一", KP_SINGLE},     {"連合", KP_ALLIED},     {"総合", KP_MULTI},
        {"単一組合", KP_SINGLE}, {"連合組合", KP_ALLIED}, {"総合組合", KP_MULTI},
    };
    for (size_t i = 0; i < sizeof WORDS / sizeof WORDS[0]; i++) {
        if (strcmp(text, WORDS[i].word) != 0) continue;
        *society = WORDS[i].society;
        return KP_OK;
    }
    return kp_fail(
        trace, KP_INVALID,
        kp_t("組合区分は 単一、連合、総合 のいずれかです。",
             "The society's kind is 単一 (single), 連合 (allied) or 総合 (multi-employer)."));
}

/* One part: persons × price × months. */
static kp_status part(kp_num persons, const kp_num *own_price, kp_parameter_id price_id,
                      const kp_office_basis *basis, int year, kp_trace *trace, kp_num *amount) {
    kp_num price;
    kp_status status = kp_require_count(persons, trace);
    if (status == KP_OK) status = kp_parameter_or(own_price, price_id, year, trace, &price);
    if (status == KP_OK) status = kp_require_positive(price, trace);
    if (status != KP_OK) return status;
    *amount = kp_mul(kp_mul(persons, price), basis->months);
    kp_trace_step(trace, kp_t("人数 × 単価 × 月数", "Persons × price × months"), *amount, KP_YEN);
    return KP_OK;
}

kp_status kp_office_subsidy(const kp_office_basis *basis, int year, kp_trace *trace,
                            kp_num *subsidy) {
    bool multi = basis->society == KP_MULTI;
    kp_num general;
    kp_num care;
    kp_status status = kp_require_months(basis->months, trace);
    if (status == KP_OK)
        status = part(basis->insured, basis->general_price,
                      multi ? KP_OFFICE_GENERAL_MULTI : KP_OFFICE_GENERAL_SINGLE, basis, year,
                      trace, &general);
    if (status == KP_OK)
        status =
            part(basis->care_insured, basis->care_price,
                 multi ? KP_OFFICE_CARE_MULTI : KP_OFFICE_CARE_SINGLE, basis, year, trace, &care);
    if (status != KP_OK) return status;
    kp_num result = kp_add(general, care);
    kp_trace_step(trace,
                  kp_t("事務費国庫負担金 = 一般分 + 介護分", "Subsidy = general part + care part"),
                  result, KP_YEN);
    return kp_give(result, subsidy);
}

/* Every price is checked, also one beside which no count stands: text there is a mistake too. */
static kp_status check_prices(const kp_range *prices, kp_trace *trace) {
    kp_num price;
    kp_walk walk = kp_walk_over(prices);
    while (kp_walk_next(&walk, trace, &price))
        if (kp_sign(price) < 0)
            return kp_walk_fail(&walk, trace, KP_INVALID,
                                kp_t("単価が負です。", "a price cannot be negative."));
    return walk.status;
}

/* The price that stands where the walk over the counts is. */
static kp_status price_beside(const kp_walk *walk, const kp_range *prices, kp_trace *trace,
                              kp_num *price) {
    double cell;
    if (prices->read(prices->cells, walk->row, walk->column, &cell) != KP_CELL_NUMBER)
        return kp_walk_fail(walk, trace, KP_INVALID,
                            kp_t("件数に対応する単価がありません。", "its price is missing."));
    *price = kp_num_from_double(cell);
    return KP_OK;
}

static kp_status sum_of_cases(const kp_range *cases, const kp_range *prices, kp_trace *trace,
                              kp_num *sum) {
    kp_num count;
    kp_num price;
    kp_walk walk = kp_walk_over(cases);
    *sum = kp_int(0);
    while (kp_walk_next(&walk, trace, &count)) {
        if (kp_require_count(count, NULL) != KP_OK)
            return kp_walk_fail(&walk, trace, KP_INVALID,
                                kp_t("件数は 0 以上の整数でなければなりません。",
                                     "a count must be a whole number, 0 or more."));
        kp_status status = price_beside(&walk, prices, trace, &price);
        if (status != KP_OK) return status;
        *sum = kp_add(*sum, kp_mul(count, price));
    }
    return walk.status;
}

kp_status kp_checkup_subsidy(const kp_range *cases, const kp_range *prices, kp_num rate,
                             kp_trace *trace, kp_num *subsidy) {
    const kp_given inputs[] = {
        {rate, kp_require_share, kp_t("補助率", "Rate of the subsidy"), KP_RATIO}};
    kp_num sum;
    kp_status status = kp_require_all(inputs, 1, trace);
    if (status != KP_OK) return status;
    if (cases->rows != prices->rows || cases->columns != prices->columns)
        return kp_fail(trace, KP_INVALID,
                       kp_t("件数と単価の範囲は同じ大きさでなければなりません。",
                            "The ranges of cases and prices must have the same shape."));
    status = check_prices(prices, trace);
    if (status == KP_OK) status = sum_of_cases(cases, prices, trace, &sum);
    if (status != KP_OK) return status;
    kp_num result = kp_mul(sum, rate);
    kp_trace_step(trace, kp_t("件数 × 単価 の計", "Sum of cases × price"), sum, KP_YEN);
    kp_trace_step(trace, kp_t("補助金 = 計 × 補助率", "Subsidy = sum × rate"), result, KP_YEN);
    return kp_give(result, subsidy);
}
