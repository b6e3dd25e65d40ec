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
