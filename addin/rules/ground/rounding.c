/* SPDX-License-Identifier: MPL-2.0
 *
 * rounding.c: named roundings. See kenpo/rounding.h.
 */
#include "kenpo/rounding.h"

#include <string.h>

static kp_rounding rounding_named(kp_run *run, const char *word) {
    static const struct {
        const char *word;
        kp_rounding rounding;
    } WORDS[] = {
        {"切捨て", KP_DOWN},      {"切り捨て", KP_DOWN},        {"切捨", KP_DOWN},
        {"切上げ", KP_UP},        {"切り上げ", KP_UP},          {"切上", KP_UP},
        {"四捨五入", KP_HALF_UP}, {"五捨五超入", KP_HALF_DOWN},
    };
    for (size_t i = 0; i < sizeof WORDS / sizeof WORDS[0]; i++)
        if (strcmp(word, WORDS[i].word) == 0) return WORDS[i].rounding;
    kp_refuse(run, KP_INVALID, 3,
              kp_t("方法は 切捨て、切上げ、四捨五入、五捨五超入 のいずれかです。",
                   "The method is 切捨て (down), 切上げ (up), 四捨五入 (half up) or 五捨五超入 "
                   "(half down)."));
    return KP_DOWN;
}

kp_num kp_round_named(kp_run *run, kp_num value, kp_num unit, const char *word) {
    return kp_say(run, kp_t("端数処理の結果", "Rounded"),
                  kp_round(value, unit, rounding_named(run, word)), KP_NO_UNIT);
}

kp_num kp_decimal_unit(kp_num decimals) {
    kp_num unit = kp_int(1);
    for (kp_int128 left = decimals.numerator / decimals.denominator; left > 0; left--)
        unit.denominator *= 10;
    return unit;
}
