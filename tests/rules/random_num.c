/* SPDX-License-Identifier: MPL-2.0
 *
 * random_num.c: the exact numbers themselves against GMP: cells of every kind read as decimals of
 * 15 digits, the four operations, comparison, rounding, the nearest double, and text.
 * usage: random_num [samples = 1000000] [seed] [first letters of the checks to run]
 */
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "reference.h"

enum { DIGITS = 15 };

/* ------------------------------------------------------------------------ cells and decimals */

/* Every pattern of bits, results of divisions, long decimals, and whole numbers around 2^53. */
static double any_cell(void) {
    double cell;
    uint64_t bits = chance();
    switch (chance_below(8)) {
    case 0:
        memcpy(&cell, &bits, sizeof cell);
        return cell;
    case 1:
        return (double)(int64_t)(bits >> (chance_below(12))) / 16.0;
    case 2:
        return (double)(INT64_C(1) << 53) + (double)(chance_below(9) - 4);
    case 3:
        return ldexp((double)(bits >> 11), (int)chance_below(250) - 180);
    case 4:
        return (double)chance_below(1000000000) / (double)(1 + chance_below(1000000));
    case 5:
        return typed_decimal(chance_below(1000000000000000), (int)chance_below(16)).cell;
    case 6:
        return -typed_decimal(chance_below(1000000000000000), -(int)chance_below(22)).cell;
    default:
        return (double)(int64_t)(bits >> 1) * (one_in(2) ? 1 : 0.001);
    }
}

/* cell as a rational, exactly. */
static Q of_double(double cell) {
    Q q = whole(0);
    mpq_set_d(q, cell);
    return q;
}

static Q power_of_ten(int power) {
    Q q = whole(1);
    mpz_ui_pow_ui(mpq_numref(q), 10, (unsigned long)abs(power));
    return power < 0 ? over(whole(1), q) : q;
}

/* The nearest number with at most 15 significant digits; a half goes away from zero. Whole numbers
 * up to 2^53 are taken as they are. */
static Q decimal_of(Q exact) {
    if (is_whole(exact) && mpz_cmpabs_ui(mpq_numref(exact), UINT64_C(1) << 53) <= 0) return exact;
    Q size = is_negative(exact) ? sub(whole(0), exact) : exact;
    int power = (int)floor(log10(mpq_get_d(size))) - DIGITS - 1;
    while (mpq_cmp(size, power_of_ten(power + DIGITS)) >= 0)
        power++;
    return rounded_to(exact, power_of_ten(power), 2);
}

static void cell_is_decimal(void) {
    double cell = any_cell();
    kp_num got = kp_num_from_double(cell);
    log_draw(cell);
    wild = true;
    bool finite = fabs(cell) <= DBL_MAX; /* isfinite warns where MinGW makes a float of it */
    if (!finite || fabs(cell) > 1e39 || (cell != 0 && fabs(cell) < 1e-26)) {
        if (kp_num_status(got) != KP_OVERFLOW && !(fabs(cell) < 1e-20 && finite))
            differ("a cell beyond the range was taken");
        if (kp_num_status(got) == KP_OVERFLOW || !finite) return;
    }
    if (cell != 0 && fabs(cell) >= 1e-23 && fabs(cell) <= 1.7e38 && kp_num_status(got) != KP_OK)
        differ("a cell inside the range was refused");
    compare(kp_num_status(got), got, 0, decimal_of(of_double(cell)));
}

static void decimal_text(void) {
    char text[96];
    int64_t mantissa = chance_below(1000000000000000) - 500000000000000;
    int places = (int)chance_below(16);
    char digits[64];
    snprintf(digits, sizeof digits, "%0*lld", (places + 1) % 32, (long long)llabs(mantissa));
    size_t split = strlen(digits) - (size_t)places;
    snprintf(text, sizeof text, "%s%.*s%s%s", mantissa < 0 ? "-" : "", (int)split, digits,
             places > 0 ? "." : "", digits + split);
    kp_num got = kp_num_from_decimal(text);
    compare(kp_num_status(got), got, 0, typed_decimal(mantissa, places).exact);
}

/* ------------------------------------------------------------------------------- operations */

/* A number of up to 126 bits over one of up to 126 bits. */
static kp_num any_number(Q *exact) {
    kp_num n;
    int top = (int)chance_below(one_in(4) ? 127 : 64);
    int bottom = (int)chance_below(one_in(4) ? 127 : 64);
    n.numerator = (kp_int128)(((kp_uint128)chance() << 64 | chance()) >> (127 - top) >> 1);
    n.denominator = (kp_int128)(((kp_uint128)chance() << 64 | chance()) >> (127 - bottom) >> 1) + 1;
    if (one_in(2)) n.numerator = -n.numerator;
    *exact = whole(0);
    kp_uint128 size = n.numerator < 0 ? -(kp_uint128)n.numerator : (kp_uint128)n.numerator;
    mpz_set_ui(mpq_numref(*exact), (uint64_t)(size >> 64));
    mpz_mul_2exp(mpq_numref(*exact), mpq_numref(*exact), 64);
    mpz_add_ui(mpq_numref(*exact), mpq_numref(*exact), (uint64_t)size);
    if (n.numerator < 0) mpz_neg(mpq_numref(*exact), mpq_numref(*exact));
    mpz_set_ui(mpq_denref(*exact), (uint64_t)((kp_uint128)n.denominator >> 64));
    mpz_mul_2exp(mpq_denref(*exact), mpq_denref(*exact), 64);
    mpz_add_ui(mpq_denref(*exact), mpq_denref(*exact), (uint64_t)n.denominator);
    mpq_canonicalize(*exact);
    return n;
}

/* The exact result fits into 127 bits above and below: then an overflow would be a fault of ours.
 */
static bool fits(Q q) {
    return mpz_sizeinbase(mpq_numref(q), 2) <= 127 && mpz_sizeinbase(mpq_denref(q), 2) <= 127;
}

static void check_operation(kp_num got, Q expected, bool must_fit) {
    wild = !(must_fit && fits(expected));
    compare(kp_num_status(got), got, 0, expected);
}

static void four_operations(void) {
    Q a, b;
    kp_num x = any_number(&a), y = any_number(&b);
    /* a product is cancelled completely, so it fits whenever the result does */
    check_operation(kp_mul(x, y), mul(a, b), true);
    if (!is_zero(b)) check_operation(kp_div(x, y), over(a, b), true);
    if (is_zero(b) && kp_num_status(kp_div(x, y)) != KP_DIVIDE_BY_ZERO) differ("division by 0");
    /* a sum may need more on the way than its result */
    check_operation(kp_add(x, y), add(a, b), false);
    check_operation(kp_sub(x, y), sub(a, b), false);
    check_operation(kp_add(x, x), add(a, a), false);
}

static void order(void) {
    Q a, b;
    kp_num x = any_number(&a), y = any_number(&b);
    if (one_in(4)) { /* neighbours */
        y = x;
        if (one_in(2)) y.numerator += chance_below(3) - 1;
        if (one_in(2) && y.denominator > 1) y.denominator += chance_below(2) - 1;
        mpz_add_ui(mpq_numref(b), mpq_numref(a), 0);
        Q n = whole(0), d = whole(0);
        kp_num parts[2] = {{y.numerator, 1}, {y.denominator, 1}};
        char text[64];
        for (int i = 0; i < 2; i++) { /* through text, not through the arithmetic under test */
            kp_int128 v = parts[i].numerator;
            bool minus = v < 0;
            char *at = text + sizeof text - 1;
            *at = '\0';
            do {
                int digit = (int)(v % 10);
                *--at = (char)('0' + (digit < 0 ? -digit : digit));
                v /= 10;
            } while (v != 0);
            if (minus) *--at = '-';
            mpz_set_str(mpq_numref(i == 0 ? n : d), at, 10);
        }
        b = over(n, d);
    }
    int sign = mpq_cmp(a, b);
    sign = (sign > 0) - (sign < 0);
    if (kp_cmp(x, y) != sign || kp_cmp(y, x) != -sign) differ("another order");
    compare(KP_OK, kp_min(x, y), 0, least(a, b));
    compare(KP_OK, kp_max(x, y), 0, most(a, b));
    if (kp_sign(x) != mpq_sgn(a)) differ("another sign");
    if (kp_is_whole(x) != is_whole(a)) differ("whole or not");
}

static void rounding(void) {
    Q a, unit = ratio(1 + chance_below(1000), 1 + chance_below(1000));
    kp_num x = any_number(&a);
    kp_num u = {0, 0};
    u.numerator = (kp_int128)mpz_get_si(mpq_numref(unit));
    u.denominator = (kp_int128)mpz_get_si(mpq_denref(unit));
    if (one_in(4)) { /* halves of the unit */
        int64_t halves = chance_below(2000001) - 1000000;
        a = mul(unit, ratio(halves, 2));
        x.numerator = u.numerator * halves;
        x.denominator = u.denominator * 2;
    }
    int method = (int)chance_below(4);
    kp_num got = kp_round(x, u, (kp_rounding)method);
    wild = true;
    compare(kp_num_status(got), got, 0, rounded_to(a, unit, method));
}

/* -------------------------------------------------------------------------------------- text */

static void text_of(Q a, int decimals, char *out) {
    static mpz_t integer, rest, size;
    static bool ready;
    char digits[64];
    if (!ready) mpz_inits(integer, rest, size, NULL);
    ready = true;
    mpz_abs(size, mpq_numref(a));
    mpz_tdiv_qr(integer, rest, size, mpq_denref(a));
    mpz_get_str(digits, 10, integer);
    if (mpq_sgn(a) < 0) *out++ = '-';
    size_t length = strlen(digits);
    for (size_t i = 0; i < length; i++) {
        if (i > 0 && (length - i) % 3 == 0) *out++ = ',';
        *out++ = digits[i];
    }
    if (mpz_sgn(rest) != 0 && decimals > 0) *out++ = '.';
    for (int i = 0; i < decimals && mpz_sgn(rest) != 0; i++) {
        mpz_mul_ui(rest, rest, 10);
        mpz_tdiv_qr(integer, rest, rest, mpq_denref(a));
        *out++ = (char)('0' + mpz_get_ui(integer));
    }
    strcpy(out, mpz_sgn(rest) != 0 ? "…" : "");
}

static void text(void) {
    Q a;
    char got[KP_NUM_TEXT], expected[128];
    kp_num x = any_number(&a);
    int decimals = (int)chance_below(21);
    kp_num_format(x, decimals, got);
    text_of(a, decimals, expected);
    if (strcmp(got, expected) != 0) differ(got);
}

int main(int arguments, char **words) {
    static const sampler CHECKS[] = {
        {"cell_is_decimal", cell_is_decimal},
        {"decimal_text", decimal_text},
        {"four_operations", four_operations},
        {"order", order},
        {"rounding", rounding},
        {"text", text},
    };
    return run_samplers("exact numbers against GMP", CHECKS, sizeof CHECKS / sizeof CHECKS[0],
                        arguments, words);
}
