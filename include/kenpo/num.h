/* SPDX-License-Identifier: MPL-2.0
 *
 * num.h: exact numbers (正確な数). Everything that a rule computes with is a kp_num: a ratio of
 * two 128-bit integers. There is no floating point in a rule; a double appears only where a cell's
 * value comes in and where the result goes out, rounded once.
 *
 * Rules are written as they stand in the law:
 *
 *     return kp_mul(kp_div(levy, kp_add(monthly, bonus)), kp_int(1000));
 *
 * An operation that cannot be carried out (division by zero, overflow of 128 bits) yields a kp_num
 * that holds the reason instead of a value; any further operation passes it on, and kp_end (run.h)
 * hands it to the caller as a kp_status. Overflow is therefore an error and never a wrap.
 */
#ifndef KENPO_NUM_H
#define KENPO_NUM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "kenpo/status.h"

__extension__ typedef __int128 kp_int128;
__extension__ typedef unsigned __int128 kp_uint128;

/** An exact number: numerator / denominator, denominator > 0; or, where the denominator is 0, the
 *  kp_status (in the numerator) that says why there is no number. */
typedef struct kp_num {
    kp_int128 numerator;
    kp_int128 denominator;
} kp_num;

/** The whole number `value`. */
static inline kp_num kp_int(int64_t value) {
    kp_num number = {value, 1};
    return number;
}

/** No number, because of `status` (not KP_OK). */
static inline kp_num kp_no_number(kp_status status) {
    kp_num number = {status, 0};
    return number;
}

/** KP_OK where `a` is a number, else the reason why it is none. */
static inline kp_status kp_num_status(kp_num a) {
    return a.denominator != 0 ? KP_OK : (kp_status)a.numerator;
}

/** Whether a cell's value is a whole number of at most 2^53 in size, which is then exact as it is.
 */
static inline bool kp_whole_cell(double cell, int64_t *whole) {
    if (!(cell >= -9007199254740992.0 && cell <= 9007199254740992.0)) return false;
    *whole = (int64_t)cell;
    return (double)*whole == cell;
}

/** The decimal that a user typed into a cell whose value is `cell`: the number with at most 15
 *  significant digits that is nearest to it (a whole number up to 2^53 is taken as it is).
 *  0.1 gives exactly 1/10. No number (KP_OVERFLOW) beyond ±1.7e38, or where 15 digits would need
 *  more than 38 decimals (about 1e-24), and for infinities and NaN. */
kp_num kp_num_from_double(double cell);

/** The number written in `decimal`, such as "0.01614637" or "-12": digits with at most one point,
 *  as the parameter table holds them. KP_INVALID for anything else. */
kp_num kp_num_from_decimal(const char *decimal);

/** The double nearest to `a` (ties to even), the only rounding between a rule and a cell.
 *  `a` must be a number. */
double kp_num_to_double(kp_num a);

/** a + b · a − b · a × b · a ÷ b, exactly. */
kp_num kp_add(kp_num a, kp_num b);
kp_num kp_sub(kp_num a, kp_num b);
kp_num kp_mul(kp_num a, kp_num b);
kp_num kp_div(kp_num a, kp_num b);

/** The smaller and the larger of the two. */
kp_num kp_min(kp_num a, kp_num b);
kp_num kp_max(kp_num a, kp_num b);

/** −1, 0 or 1 as a is less than, equal to or greater than b, decided exactly for every pair of
 *  numbers. Both must be numbers. */
int kp_cmp(kp_num a, kp_num b);

/** −1, 0 or 1 by the sign of `a`, which must be a number. */
static inline int kp_sign(kp_num a) {
    return (a.numerator > 0) - (a.numerator < 0);
}

/** Whether `a` is a whole number. */
bool kp_is_whole(kp_num a);

/** How to bring a number to a multiple of a unit. 五捨五超入 rounds a half down. */
typedef enum kp_rounding { KP_DOWN, KP_UP, KP_HALF_UP, KP_HALF_DOWN } kp_rounding;

/** `a` brought to a multiple of `unit` (> 0): towards zero (切捨て), away from zero (切上げ), or to
 *  the nearest with a half away from zero (四捨五入) or towards zero (五捨五超入). */
kp_num kp_round(kp_num a, kp_num unit, kp_rounding rounding);

/** The length that kp_num_format never exceeds, with its end. */
enum { KP_NUM_TEXT = 80 };

/** Writes `a` for a person: separators every three digits, at most `decimals` decimals and no
 *  trailing zeros; "…" follows where more digits would. 41321/1132 with 6 decimals is
 *  "36.502650…". */
void kp_num_format(kp_num a, int decimals, char text[KP_NUM_TEXT]);

#endif
