/* SPDX-License-Identifier: MPL-2.0
 *
 * num.c: exact numbers as a ratio of two 128-bit integers. Nothing here may lose a digit: an
 * operation either gives the exact result or no number. Fractions are reduced only when they would
 * not fit otherwise, since most sums of yen never need it.
 */
#include "kenpo/num.h"

#include <float.h>
#include <math.h>
#include <string.h>

enum { DIGITS = 15, MOST_DECIMALS = 38 };

static const double TWO_53 = 9007199254740992.0;

static kp_uint128 magnitude(kp_int128 value) {
    return value < 0 ? -(kp_uint128)value : (kp_uint128)value;
}

static kp_int128 ten_to(int power) {
    kp_int128 value = 1;
    while (power-- > 0)
        value *= 10;
    return value;
}

static int trailing_zeros(kp_uint128 value) {
    uint64_t low = (uint64_t)value;
    return low != 0 ? __builtin_ctzll(low) : 64 + __builtin_ctzll((uint64_t)(value >> 64));
}

static int bit_length(kp_uint128 value) {
    uint64_t high = (uint64_t)(value >> 64);
    uint64_t low = (uint64_t)value;
    if (high != 0) return 128 - __builtin_clzll(high);
    return low != 0 ? 64 - __builtin_clzll(low) : 0;
}

static kp_uint128 common_divisor(kp_uint128 a, kp_uint128 b) {
    if (a == 0) return b;
    int shift = trailing_zeros(a | b);
    a >>= trailing_zeros(a);
    while (b != 0) {
        b >>= trailing_zeros(b);
        if (a > b) {
            kp_uint128 swap = a;
            a = b;
            b = swap;
        }
        b -= a;
    }
    return a << shift;
}

/* Divides both by their common divisor. */
static void cancel(kp_int128 *numerator, kp_int128 *denominator) {
    kp_int128 divisor = (kp_int128)common_divisor(magnitude(*numerator), magnitude(*denominator));
    if (divisor <= 1) return;
    *numerator /= divisor;
    *denominator /= divisor;
}

static kp_num reduced(kp_num a) {
    cancel(&a.numerator, &a.denominator);
    return a;
}

/* The most negative numerator has no magnitude of its own type, so it counts as overflow. */
static kp_num checked(kp_num a) {
    const kp_uint128 most_negative = (kp_uint128)1 << 127;
    return (kp_uint128)a.numerator == most_negative ? kp_no_number(KP_OVERFLOW) : a;
}

/* -------------------------------------------------------------- from and to a cell's value */

/* A 256-bit product, enough to compare two ratios and to round a double exactly. */
typedef struct wide {
    kp_uint128 high;
    kp_uint128 low;
} wide;

static wide wide_product(kp_uint128 a, kp_uint128 b) {
    kp_uint128 mask = UINT64_MAX;
    kp_uint128 low = (a & mask) * (b & mask);
    kp_uint128 cross = (a >> 64) * (b & mask) + (low >> 64);
    kp_uint128 other = (a & mask) * (b >> 64) + (cross & mask);
    wide product = {(a >> 64) * (b >> 64) + (cross >> 64) + (other >> 64),
                    (other << 64) | (low & mask)};
    return product;
}

/* value / 2^shift, downwards; `half` gets the first bit that was cut. Shift is at least 1. */
static kp_uint128 wide_shift(wide value, int shift, int *half) {
    *half = 0;
    if (shift > 255) return 0;
    if (shift > 128) {
        *half = (int)(value.high >> (shift - 129)) & 1;
        return value.high >> (shift - 128);
    }
    *half = (int)(value.low >> (shift - 1)) & 1;
    if (shift == 128) return value.high;
    return (value.high << (128 - shift)) | (value.low >> shift);
}

/* Most cells hold a decimal with few places: find n and k with cell = n / 10^k by two correctly
 * rounded operations. */
static bool short_decimal(double cell, kp_num *out) {
    static const double tens[] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                  1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    for (int places = 1; places <= DIGITS; places++) {
        double scaled = cell * tens[places];
        if (fabs(scaled) >= 1e15) return false;
        int64_t whole = (int64_t)(scaled + (scaled < 0 ? -0.5 : 0.5));
        if ((double)whole / tens[places] == cell) {
            out->numerator = whole;
            out->denominator = (kp_int128)tens[places];
            return true;
        }
    }
    return false;
}

/* A number of 10^15 or more, kept to 15 digits. */
static kp_num large_decimal(kp_uint128 mantissa, int exponent) {
    if (exponent > 127 - 53) return kp_no_number(KP_OVERFLOW);
    kp_uint128 whole = exponent >= 0 ? mantissa << exponent : mantissa >> -exponent;
    kp_uint128 unit = 10;
    while (whole / unit >= (kp_uint128)ten_to(DIGITS))
        unit *= 10;
    kp_uint128 value = (whole + unit / 2) / unit * unit;
    kp_num number = {(kp_int128)value, 1};
    return value >> 127 != 0 ? kp_no_number(KP_OVERFLOW) : number;
}

/* A number below 10^15 with more digits than a person types, rounded exactly to 15 of them. */
static kp_num small_decimal(kp_uint128 mantissa, int exponent) {
    int estimate = (int)floor(log10((double)mantissa) + exponent * log10(2.0));
    for (int places = DIGITS - 2 - estimate; places <= MOST_DECIMALS; places++) {
        int half;
        kp_uint128 value =
            wide_shift(wide_product(mantissa, (kp_uint128)ten_to(places)), -exponent, &half);
        if (value < (kp_uint128)ten_to(DIGITS - 1)) continue;
        kp_num number = {(kp_int128)value + half, ten_to(places)};
        return number;
    }
    return kp_no_number(KP_OVERFLOW);
}

kp_num kp_num_from_double(double cell) {
    int64_t whole;
    if (kp_whole_cell(cell, &whole)) return kp_int(whole);
    if (!(fabs(cell) <= DBL_MAX)) return kp_no_number(KP_OVERFLOW);
    kp_num number;
    if (short_decimal(cell, &number)) return number;
    int exponent;
    double fraction = frexp(fabs(cell), &exponent);
    kp_uint128 mantissa = (kp_uint128)(uint64_t)(fraction * TWO_53);
    exponent -= 53;
    number =
        fabs(cell) >= 1e15 ? large_decimal(mantissa, exponent) : small_decimal(mantissa, exponent);
    if (cell < 0 && kp_num_status(number) == KP_OK) number.numerator = -number.numerator;
    return number;
}

kp_num kp_num_from_decimal(const char *decimal) {
    bool negative = *decimal == '-';
    bool point = false;
    int digits = 0;
    kp_num number = kp_int(0);
    for (const char *at = decimal + negative; *at != '\0'; at++) {
        if (*at == '.' && !point) {
            point = true;
            continue;
        }
        if (*at < '0' || *at > '9' || ++digits > MOST_DECIMALS - 1) return kp_no_number(KP_INVALID);
        number.numerator = number.numerator * 10 + (*at - '0');
        if (point) number.denominator *= 10;
    }
    if (digits == 0) return kp_no_number(KP_INVALID);
    if (negative) number.numerator = -number.numerator;
    return number;
}

/* The nearest double to (quotient + remainder) × 2^exponent, where `inexact` says whether there is
 * a remainder below the quotient's last bit. The quotient has 54 bits or more. */
static double nearest(kp_uint128 quotient, bool inexact, int exponent) {
    int surplus = bit_length(quotient) - 53;
    kp_uint128 kept = quotient >> surplus;
    kp_uint128 half = (kp_uint128)1 << (surplus - 1);
    kp_uint128 rest = quotient - (kept << surplus);
    if (rest > half || (rest == half && (inexact || (kept & 1) != 0))) kept++;
    return ldexp((double)(uint64_t)kept, exponent + surplus);
}

double kp_num_to_double(kp_num a) {
    const kp_uint128 exact = (kp_uint128)1 << 53;
    if (magnitude(a.numerator) > exact || (kp_uint128)a.denominator > exact) a = reduced(a);
    kp_uint128 top = magnitude(a.numerator);
    kp_uint128 bottom = (kp_uint128)a.denominator;
    double value;
    if (top <= exact && bottom <= exact) {
        value = (double)(uint64_t)top / (double)(uint64_t)bottom;
    } else {
        kp_uint128 quotient = top / bottom;
        kp_uint128 rest = top % bottom;
        int exponent = 0;
        while (bit_length(quotient) < 64) {
            rest <<= 1;
            quotient <<= 1;
            exponent--;
            if (rest >= bottom) {
                rest -= bottom;
                quotient |= 1;
            }
        }
        value = nearest(quotient, rest != 0, exponent);
    }
    return a.numerator < 0 ? -value : value;
}

/* ------------------------------------------------------------------------- operations */

/* Whichever of the two is no number, the first one first. */
static bool no_number(kp_num a, kp_num b, kp_num *reason) {
    if (a.denominator != 0 && b.denominator != 0) return false;
    *reason = a.denominator == 0 ? a : b;
    return true;
}

static bool sum(kp_num a, kp_num b, kp_num *out) {
    kp_int128 left;
    kp_int128 right;
    return !__builtin_mul_overflow(a.numerator, b.denominator, &left) &&
           !__builtin_mul_overflow(b.numerator, a.denominator, &right) &&
           !__builtin_add_overflow(left, right, &out->numerator) &&
           !__builtin_mul_overflow(a.denominator, b.denominator, &out->denominator);
}

/* The sum over the smallest common denominator, for numbers that do not fit otherwise. */
static bool reduced_sum(kp_num a, kp_num b, kp_num *out) {
    a = reduced(a);
    b = reduced(b);
    kp_int128 common =
        (kp_int128)common_divisor((kp_uint128)a.denominator, (kp_uint128)b.denominator);
    kp_int128 left;
    kp_int128 right;
    return !__builtin_mul_overflow(a.numerator, b.denominator / common, &left) &&
           !__builtin_mul_overflow(b.numerator, a.denominator / common, &right) &&
           !__builtin_add_overflow(left, right, &out->numerator) &&
           !__builtin_mul_overflow(a.denominator, b.denominator / common, &out->denominator);
}

kp_num kp_add(kp_num a, kp_num b) {
    kp_num result;
    if (no_number(a, b, &result)) return result;
    if (a.denominator == b.denominator) {
        result.denominator = a.denominator;
        if (!__builtin_add_overflow(a.numerator, b.numerator, &result.numerator))
            return checked(result);
    }
    if (sum(a, b, &result) || reduced_sum(a, b, &result)) return checked(result);
    return kp_no_number(KP_OVERFLOW);
}

kp_num kp_sub(kp_num a, kp_num b) {
    if (b.denominator != 0) b.numerator = -b.numerator;
    return kp_add(a, b);
}

static bool product(kp_num a, kp_num b, kp_num *out) {
    return !__builtin_mul_overflow(a.numerator, b.numerator, &out->numerator) &&
           !__builtin_mul_overflow(a.denominator, b.denominator, &out->denominator);
}

kp_num kp_mul(kp_num a, kp_num b) {
    kp_num result;
    if (no_number(a, b, &result)) return result;
    if (product(a, b, &result)) return checked(result);
    a = reduced(a);
    b = reduced(b);
    cancel(&a.numerator, &b.denominator);
    cancel(&b.numerator, &a.denominator);
    return product(a, b, &result) ? checked(result) : kp_no_number(KP_OVERFLOW);
}

kp_num kp_div(kp_num a, kp_num b) {
    kp_num reason;
    if (no_number(a, b, &reason)) return reason;
    if (b.numerator == 0) return kp_no_number(KP_DIVIDE_BY_ZERO);
    kp_num inverse = {b.numerator < 0 ? -b.denominator : b.denominator,
                      (kp_int128)magnitude(b.numerator)};
    return kp_mul(a, inverse);
}

int kp_cmp(kp_num a, kp_num b) {
    if (a.denominator == b.denominator)
        return (a.numerator > b.numerator) - (a.numerator < b.numerator);
    int sign = kp_sign(a);
    if (sign != kp_sign(b)) return sign > kp_sign(b) ? 1 : -1;
    wide left = wide_product(magnitude(a.numerator), (kp_uint128)b.denominator);
    wide right = wide_product(magnitude(b.numerator), (kp_uint128)a.denominator);
    int order = left.high != right.high ? (left.high > right.high) - (left.high < right.high)
                                        : (left.low > right.low) - (left.low < right.low);
    return sign < 0 ? -order : order;
}

kp_num kp_min(kp_num a, kp_num b) {
    kp_num reason;
    if (no_number(a, b, &reason)) return reason;
    return kp_cmp(a, b) <= 0 ? a : b;
}

kp_num kp_max(kp_num a, kp_num b) {
    kp_num reason;
    if (no_number(a, b, &reason)) return reason;
    return kp_cmp(a, b) >= 0 ? a : b;
}

bool kp_is_whole(kp_num a) {
    return a.denominator == 1 || (a.denominator != 0 && a.numerator % a.denominator == 0);
}

/* Whether a quotient with this remainder goes to the next whole number away from zero. */
static bool away_from_zero(kp_uint128 rest, kp_uint128 divisor, kp_rounding rounding) {
    switch (rounding) {
    case KP_DOWN:
        return false;
    case KP_UP:
        return rest != 0;
    case KP_HALF_UP:
        return rest >= divisor - rest;
    case KP_HALF_DOWN:
        return rest > divisor - rest;
    }
    return false;
}

kp_num kp_round(kp_num a, kp_num unit, kp_rounding rounding) {
    kp_num units = kp_div(a, unit);
    if (units.denominator == 0) return units;
    kp_uint128 size = magnitude(units.numerator);
    kp_uint128 divisor = (kp_uint128)units.denominator;
    kp_int128 whole = (kp_int128)(size / divisor);
    if (away_from_zero(size % divisor, divisor, rounding)) whole++;
    kp_num count = {units.numerator < 0 ? -whole : whole, 1};
    return kp_mul(count, unit);
}

/* ------------------------------------------------------------------------------- text */

/* The next decimal digit of rest / divisor; `rest` becomes the remainder. Ten additions, since ten
 * times the remainder may not fit into 128 bits. */
static int next_digit(kp_uint128 *rest, kp_uint128 divisor) {
    kp_uint128 step = *rest;
    int digit = 0;
    for (int times = 1; times < 10; times++) {
        *rest += step;
        if (*rest >= divisor) {
            *rest -= divisor;
            digit++;
        }
    }
    return digit;
}

void kp_num_format(kp_num a, int decimals, char text[KP_NUM_TEXT]) {
    char reversed[KP_NUM_TEXT];
    kp_uint128 divisor = (kp_uint128)a.denominator;
    kp_uint128 whole = magnitude(a.numerator) / divisor;
    kp_uint128 rest = magnitude(a.numerator) % divisor;
    size_t used = 0;
    for (int place = 0; place == 0 || whole != 0; place++, whole /= 10) {
        if (place > 0 && place % 3 == 0) reversed[used++] = ',';
        reversed[used++] = (char)('0' + (int)(whole % 10));
    }
    if (a.numerator < 0) reversed[used++] = '-';
    size_t length = 0;
    while (used > 0)
        text[length++] = reversed[--used];
    if (decimals > 20) decimals = 20;
    if (rest != 0 && decimals > 0) text[length++] = '.';
    for (int place = 0; rest != 0 && place < decimals; place++)
        text[length++] = (char)('0' + next_digit(&rest, divisor));
    text[length] = '\0';
    if (rest != 0) strcpy(text + length, "…");
}
