/* SPDX-License-Identifier: MPL-2.0
 *
 * require.c: the conditions on inputs, with the words in which a user is told.
 */
#include "kenpo/require.h"

/* Where the condition does not hold: the value that was given, and what is expected. */
static kp_status require(bool holds, kp_num value, kp_trace *trace, kp_text expected) {
    kp_status status = kp_num_status(value);
    if (status != KP_OK)
        return kp_fail(trace, status,
                       kp_t("数値が大きすぎるか小さすぎるため、正確に計算できません。",
                            "A number is too large or too small to be computed exactly."));
    if (holds) return KP_OK;
    kp_trace_step(trace, kp_t("入力された値", "The value given"), value, KP_NO_UNIT);
    return kp_fail(trace, KP_INVALID, expected);
}

kp_status kp_require_amount(kp_num value, kp_trace *trace) {
    return require(kp_sign(value) >= 0, value, trace,
                   kp_t("負の値は使えません。", "A negative value has no meaning here."));
}

kp_status kp_require_positive(kp_num value, kp_trace *trace) {
    return require(kp_sign(value) > 0, value, trace,
                   kp_t("0 より大きい値が必要です(空欄は 0 として読まれます)。",
                        "A value greater than 0 is needed (an empty cell reads as 0)."));
}

kp_status kp_require_count(kp_num value, kp_trace *trace) {
    return require(value.denominator != 0 && kp_sign(value) >= 0 && kp_is_whole(value), value,
                   trace,
                   kp_t("人数・件数・月数は 0 以上の整数でなければなりません。",
                        "A count must be a whole number, 0 or more."));
}

kp_status kp_require_months(kp_num value, kp_trace *trace) {
    return require(value.denominator != 0 && kp_is_whole(value) && kp_sign(value) > 0 &&
                       kp_cmp(value, kp_int(12)) <= 0,
                   value, trace,
                   kp_t("月数は 1 から 12 までの整数でなければなりません。",
                        "Months must be a whole number from 1 to 12."));
}

kp_status kp_require_share(kp_num value, kp_trace *trace) {
    return require(value.denominator != 0 && kp_sign(value) > 0 && kp_cmp(value, kp_int(1)) <= 0,
                   value, trace,
                   kp_t("割合は 0 より大きく 1 以下(1 = 100 %)でなければなりません。",
                        "A share must be greater than 0 and at most 1 (1 = 100 %)."));
}

kp_status kp_require_flag(kp_num value, kp_trace *trace) {
    return require(value.denominator != 0 && kp_is_whole(value) && kp_sign(value) >= 0 &&
                       kp_cmp(value, kp_int(1)) <= 0,
                   value, trace,
                   kp_t("TRUE か FALSE(1 か 0)でなければなりません。",
                        "TRUE or FALSE (1 or 0) is needed here."));
}

kp_status kp_require_decimals(kp_num value, kp_trace *trace) {
    return require(value.denominator != 0 && kp_is_whole(value) && kp_sign(value) > 0 &&
                       kp_cmp(value, kp_int(10)) <= 0,
                   value, trace,
                   kp_t("桁数は 1 から 10 までの整数です(空欄は 0 として読まれるため、0 桁には "
                        "KENPO_ROUND を使ってください)。",
                        "Decimals must be a whole number from 1 to 10 (an empty cell reads as 0; "
                        "for none use KENPO_ROUND)."));
}

kp_status kp_require_divisor(kp_num value, kp_trace *trace, kp_text zero) {
    kp_status status = kp_require_amount(value, trace);
    if (status != KP_OK) return status;
    return kp_sign(value) == 0 ? kp_fail(trace, KP_DIVIDE_BY_ZERO, zero) : KP_OK;
}

static kp_status any_number(kp_num value, kp_trace *trace) {
    return require(true, value, trace, kp_t("", ""));
}

kp_status kp_require_all(const kp_given *inputs, size_t count, kp_trace *trace) {
    for (size_t i = 0; i < count; i++) {
        const kp_given *input = &inputs[i];
        kp_requirement *meaning = input->meaning != NULL ? input->meaning : any_number;
        kp_trace_step(trace, input->label, input->value, input->unit);
        kp_status status = meaning(input->value, trace);
        if (status != KP_OK) return status;
    }
    return KP_OK;
}
