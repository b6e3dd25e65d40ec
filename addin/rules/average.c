/* SPDX-License-Identifier: MPL-2.0
 *
 * average.c: averages of a year's twelve months. See kenpo/average.h for each rule's law.
 */
#include "kenpo/average.h"

#include "kenpo/input.h"

enum { TWELVE = 12 };

/* The sum of exactly twelve numbers of that kind. */
static kp_num sum_of_months(kp_run *run, const kp_range *range, kp_kind kind, kp_text label,
                            kp_unit unit) {
    kp_num months[TWELVE];
    kp_num total = kp_int(0);
    kp_range_exactly(run, range, TWELVE, months);
    kp_need_each(run, kind, range);
    for (int i = 0; i < TWELVE; i++)
        total = kp_add(total, months[i]);
    return kp_say(run, label, kp_number(run, total), unit);
}

/* Both averages are rounded in the same way: 小数点第1位を四捨五入. */
static kp_num rounded(kp_run *run, kp_num exact, kp_text label, kp_unit unit) {
    kp_say(run, kp_t("端数処理前", "Before rounding"), exact, unit);
    return kp_say(run, label, kp_round(exact, kp_int(1), KP_HALF_UP), unit);
}

kp_num kp_average_insured(kp_run *run, const kp_range *counts) {
    kp_num sum = sum_of_months(run, counts, KP_COUNT,
                               kp_t("各月末の被保険者数の計", "Sum of the counts"), KP_PERSONS);
    return rounded(run, kp_div(sum, kp_int(TWELVE)),
                   kp_t("平均被保険者数(小数点第1位を四捨五入)", "Average, rounded half up"),
                   KP_PERSONS);
}

kp_num kp_average_standard(kp_run *run, const kp_range *totals, const kp_range *counts) {
    kp_num amount = sum_of_months(run, totals, KP_AMOUNT,
                                  kp_t("標準報酬月額の総計の計", "Sum of the totals"), KP_YEN);
    kp_num persons = sum_of_months(run, counts, KP_COUNT,
                                   kp_t("被保険者数の計", "Sum of the counts"), KP_PERSONS);
    kp_divisor(run, persons, 2, kp_t("被保険者数の計が 0 です。", "The counts sum to 0."));
    return rounded(run, kp_div(amount, persons),
                   kp_t("平均標準報酬月額(小数点第1位を四捨五入)", "Average, rounded half up"),
                   KP_YEN);
}
