/* SPDX-License-Identifier: MPL-2.0
 *
 * average.c: averages of a year's twelve months. See kenpo/average.h for each rule's law.
 */
#include "kenpo/average.h"

#include "kenpo/require.h"

enum { MONTHS = 12 };

/* The sum of exactly twelve numbers, each of which must have that meaning. */
static kp_status sum_of_months(const kp_range *range, kp_requirement *meaning, kp_text label,
                               kp_unit unit, kp_trace *trace, kp_num *sum) {
    kp_num months[MONTHS];
    kp_num total = kp_int(0);
    kp_status status = kp_range_exactly(range, MONTHS, trace, months);
    for (int i = 0; i < MONTHS && status == KP_OK; i++) {
        status = meaning(months[i], trace);
        total = kp_add(total, months[i]);
    }
    if (status != KP_OK) return status;
    kp_trace_step(trace, label, total, unit);
    return kp_give(total, sum);
}

/* Both averages are rounded in the same way: 小数点第1位を四捨五入. */
static kp_status rounded(kp_num exact, kp_text label, kp_unit unit, kp_trace *trace,
                         kp_num *average) {
    kp_num result = kp_round(exact, kp_int(1), KP_HALF_UP);
    kp_trace_step(trace, kp_t("端数処理前", "Before rounding"), exact, unit);
    kp_trace_step(trace, label, result, unit);
    return kp_give(result, average);
}

kp_status kp_average_insured(const kp_range *counts, kp_trace *trace, kp_num *average) {
    kp_num sum;
    kp_status status =
        sum_of_months(counts, kp_require_count, kp_t("各月末の被保険者数の計", "Sum of the counts"),
                      KP_PERSONS, trace, &sum);
    if (status != KP_OK) return status;
    return rounded(kp_div(sum, kp_int(MONTHS)),
                   kp_t("平均被保険者数(小数点第1位を四捨五入)", "Average, rounded half up"),
                   KP_PERSONS, trace, average);
}

kp_status kp_average_standard(const kp_range *totals, const kp_range *counts, kp_trace *trace,
                              kp_num *average) {
    kp_num amount;
    kp_num persons;
    kp_status status =
        sum_of_months(totals, kp_require_amount,
                      kp_t("標準報酬月額の総計の計", "Sum of the totals"), KP_YEN, trace, &amount);
    if (status == KP_OK)
        status =
            sum_of_months(counts, kp_require_count, kp_t("被保険者数の計", "Sum of the counts"),
                          KP_PERSONS, trace, &persons);
    if (status == KP_OK)
        status = kp_require_divisor(persons, trace,
                                    kp_t("被保険者数の計が 0 です。", "The counts sum to 0."));
    if (status != KP_OK) return status;
    return rounded(kp_div(amount, persons),
                   kp_t("平均標準報酬月額(小数点第1位を四捨五入)", "Average, rounded half up"),
                   KP_YEN, trace, average);
}
