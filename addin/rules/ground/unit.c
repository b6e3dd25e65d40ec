/* SPDX-License-Identifier: MPL-2.0
 *
 * unit.c: the words of the units, each here and nowhere else.
 */
#include "kenpo/unit.h"

kp_text kp_unit_words(kp_unit unit) {
    static const kp_text WORDS[KP_UNITS] = {
        [KP_NO_UNIT] = {"", ""},
        [KP_YEN] = {"円", "yen"},
        [KP_THOUSAND_YEN] = {"千円", "thousand yen"},
        [KP_PERMILLE] = {"‰", "‰"},
        [KP_RATIO] = {"(1 = 100 %)", "(1 = 100 %)"},
        [KP_PERCENT] = {"%", "%"},
        [KP_PERSONS] = {"人", "persons"},
        [KP_CASES] = {"件", "cases"},
        [KP_COPIES] = {"部", "copies"},
        [KP_SOCIETIES] = {"組合", "societies"},
        [KP_MONTHS] = {"か月", "months"},
        [KP_YEARS] = {"年間", "years"},
        [KP_FISCAL_YEAR] = {"年度", "(fiscal year)"},
        [KP_YEN_PERSON] = {"円/人", "yen a person"},
        [KP_YEN_PERSON_MONTH] = {"円(1人当たり月額)", "yen a person-month"},
        [KP_YEN_MEMBER] = {"円/加入者", "yen a member"},
        [KP_YEN_MEMBER_MONTH] = {"円(加入者1人当たり月額)", "yen a member-month"},
        [KP_YEN_CASE] = {"円/件", "yen a claim"},
        [KP_YEN_SOCIETY] = {"円/組合", "yen a society"},
        [KP_SUM_OF_RANGE] = {"(範囲の合計)", "(sum of the range)"},
    };
    return WORDS[unit];
}
