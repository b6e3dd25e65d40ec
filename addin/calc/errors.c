/* SPDX-License-Identifier: MPL-2.0
 *
 * errors.c: the table of errors. See errors.h.
 */
#include "calc/errors.h"

#include <stddef.h>
#include <string.h>

static const kp_error ERRORS[] = {
    {KP_INVALID,
     502,
     "Err:502",
     {"引数が不正", "invalid argument"},
     {"引数の値が意味の範囲外です(負の人数、端数のある人数、知らない語、範囲の中の文字列など)。",
      "A value outside its meaning: a negative count, a fraction of a person, an unknown word, "
      "text "
      "in a range."}},
    {KP_DIVIDE_BY_ZERO,
     532,
     "#DIV/0!",
     {"0 による除算", "division by zero"},
     {"総報酬額、所要額または人数が 0 です。", "A payroll, requirement or count of 0."}},
    {KP_NOT_PUBLISHED,
     32767,
     "#N/A",
     {"収録なし", "not published"},
     {"その年度の値は収録されていません。通知等で示された値を使ってください。",
      "No value is published for that year: give the one that you were notified of."}},
    {KP_OVERFLOW,
     503,
     "#NUM!",
     {"計算できる範囲の外", "out of range"},
     {"正確に計算できる範囲を超えています。", "Outside the range of exact computation."}},
    {KP_MISSING,
     504,
     "Err:504",
     {"引数の過不足", "argument missing or surplus"},
     {"引数が足りないか多すぎます。または範囲の中にエラーのセルがあります。",
      "An argument is missing or surplus, or a range holds an error."}},
    {KP_OK, 519, "#VALUE!", {"値が不正", "wrong kind of value"}, {"", ""}},
    {KP_OK, 524, "#REF!", {"参照が不正", "invalid reference"}, {"", ""}},
    {KP_OK, 525, "#NAME?", {"名前が不正", "unknown name"}, {"", ""}},
};
enum { COUNT = sizeof ERRORS / sizeof ERRORS[0], OF_RULES = KP_MISSING };

const kp_error *kp_error_of(kp_status status) {
    return status == KP_OK ? NULL : &ERRORS[status - 1];
}

const kp_error *kp_error_coded(int code) {
    for (int i = 0; i < COUNT; i++)
        if (ERRORS[i].code == code) return &ERRORS[i];
    return NULL;
}

const kp_error *kp_error_at(int index) {
    return index < OF_RULES ? &ERRORS[index] : NULL;
}

int kp_error_code(const char *text) {
    static const char *const PREFIXES[] = {"Err:", "エラー:"};
    for (int i = 0; i < COUNT; i++)
        if (strcmp(ERRORS[i].name, text) == 0) return ERRORS[i].code;
    for (size_t i = 0; i < sizeof PREFIXES / sizeof *PREFIXES; i++) {
        size_t length = strlen(PREFIXES[i]);
        if (strncmp(text, PREFIXES[i], length) != 0) continue;
        int code = 0;
        const char *digits = text + length;
        for (; *digits >= '0' && *digits <= '9' && code < 100000; digits++)
            code = code * 10 + (*digits - '0');
        return *digits == '\0' ? code : 0;
    }
    return 0;
}

bool kp_error_is_name(const char *text) {
    return kp_error_code(text) != 0;
}
