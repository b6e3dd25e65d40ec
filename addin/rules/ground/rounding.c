/* SPDX-License-Identifier: MPL-2.0
 *
 * rounding.c: named roundings. See kenpo/rounding.h.
 */
#include "kenpo/rounding.h"

#include <string.h>

#include "kenpo/require.h"

kp_status kp_rounding_from_text(const char *word, kp_trace *trace, kp_rounding *rounding) {
    static const struct {
        const char *word;
        kp_rounding rounding;
    } WORDS[] = {
        {"切捨て", KP_DOWN},      {"切り捨て", KP_DOWN},        {"切捨", KP_DOWN},
        {"切上げ", KP_UP},        {"切り上げ", KP_UP},          {"切上", KP_UP},
        {"四捨五入", KP_HALF_UP}, {"五捨五超入", KP_HALF_DOWN},
    };
    for (size_t i = 0; i < sizeof WORDS / sizeof WORDS[0]; i++) {
        if (strcmp(word, WORDS[i].word) != 0) continue;
        *rounding = WORDS[i].rounding;
        return KP_OK;
    }
    return kp_fail(trace, KP_INVALID,
                   kp_t("方法は 切捨て、切上げ、四捨五入、五捨五超入 のいずれかです。",
                        "The method is 切捨て (down), 切上げ (up), 四捨五入 (half up) or "
                        "五捨五超入 (half down)."));
}

kp_status kp_round_named(kp_num value, kp_num unit, const char *word, kp_trace *trace,
                         kp_num *rounded) {
    const kp_given inputs[] = {
        {value, NULL, kp_t("端数処理をする値", "Value to round"), KP_NO_UNIT},
        {unit, kp_require_positive, kp_t("単位", "Unit"), KP_NO_UNIT},
    };
    kp_rounding rounding;
    kp_status status = kp_require_all(inputs, sizeof inputs / sizeof inputs[0], trace);
    if (status == KP_OK) status = kp_rounding_from_text(word, trace, &rounding);
    if (status != KP_OK) return status;
    kp_num result = kp_round(value, unit, rounding);
    kp_trace_step(trace, kp_t("端数処理の結果", "Rounded"), result, KP_NO_UNIT);
    return kp_give(result, rounded);
}

kp_num kp_decimal_unit(kp_num decimals) {
    kp_num unit = kp_int(1);
    for (kp_int128 left = decimals.numerator / decimals.denominator; left > 0; left--)
        unit.denominator *= 10;
    return unit;
}
