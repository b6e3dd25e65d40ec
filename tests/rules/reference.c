/* SPDX-License-Identifier: MPL-2.0
 *
 * reference.c: random values, exact arithmetic by GMP and the comparison. See reference.h.
 */
#define _POSIX_C_SOURCE 200809L
#include "reference.h"

#include <string.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { POOL = 512, DRAWS = 128 };

bool wild;
static uint64_t state;
static mpq_t pool[POOL];
static int used;
static double draws[DRAWS];
static int drawn;
static long overflows, failures, index_of_sample;
static const char *rule;
static uint64_t first_state;

/* ------------------------------------------------------------------------------- chance */

void chance_seed(uint64_t seed) {
    state = seed;
    first_state = seed;
}

/* splitmix64, of the public domain */
uint64_t chance(void) {
    uint64_t z = (state += UINT64_C(0x9E3779B97F4A7C15));
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

int64_t chance_below(int64_t limit) {
    return (int64_t)(chance() % (uint64_t)limit);
}

bool one_in(int64_t n) {
    return chance_below(n) == 0;
}

static int64_t ten_to(int power) {
    int64_t value = 1;
    while (power-- > 0)
        value *= 10;
    return value;
}

/* --------------------------------------------------------------------- exact arithmetic */

static Q fresh(void) {
    static bool ready;
    if (!ready)
        for (int i = 0; i < POOL; i++)
            mpq_init(pool[i]);
    ready = true;
    if (used == POOL) differ("the pool of rationals is used up");
    return pool[used++];
}

Q ratio(int64_t numerator, int64_t denominator) {
    Q q = fresh();
    mpz_set_si(mpq_numref(q), numerator);
    mpz_set_si(mpq_denref(q), denominator);
    mpq_canonicalize(q);
    return q;
}

Q whole(int64_t value) {
    Q q = fresh();
    mpz_set_si(mpq_numref(q), value);
    mpz_set_si(mpq_denref(q), 1);
    return q;
}

Q add(Q a, Q b) {
    Q q = fresh();
    mpq_add(q, a, b);
    return q;
}

Q sub(Q a, Q b) {
    Q q = fresh();
    mpq_sub(q, a, b);
    return q;
}

Q mul(Q a, Q b) {
    Q q = fresh();
    mpq_mul(q, a, b);
    return q;
}

Q over(Q a, Q b) {
    Q q = fresh();
    mpq_div(q, a, b);
    return q;
}

Q least(Q a, Q b) {
    return mpq_cmp(a, b) < 0 ? a : b;
}

Q most(Q a, Q b) {
    return mpq_cmp(a, b) > 0 ? a : b;
}

bool is_negative(Q a) {
    return mpq_sgn(a) < 0;
}

bool is_zero(Q a) {
    return mpq_sgn(a) == 0;
}

bool is_whole(Q a) {
    return mpz_cmp_ui(mpq_denref(a), 1) == 0;
}

bool is_share(Q a) {
    return mpq_sgn(a) > 0 && mpq_cmp_ui(a, 1, 1) <= 0;
}

bool is_count(Q a) {
    return is_whole(a) && !is_negative(a);
}

bool is_months(Q a) {
    return is_whole(a) && mpq_sgn(a) > 0 && mpq_cmp_ui(a, 12, 1) <= 0;
}

bool is_flag(Q a) {
    return is_zero(a) || mpq_cmp_ui(a, 1, 1) == 0;
}

double nearest_double(Q a) {
    static mpz_t top, rest;
    static bool ready;
    if (!ready) mpz_inits(top, rest, NULL);
    ready = true;
    if (is_zero(a)) return 0;
    mpz_abs(top, mpq_numref(a));
    mp_bitcnt_t above = 0;
    int shift = 56 - (int)mpz_sizeinbase(top, 2) + (int)mpz_sizeinbase(mpq_denref(a), 2);
    if (shift > 0)
        mpz_mul_2exp(top, top, (mp_bitcnt_t)shift);
    else
        above = (mp_bitcnt_t)-shift;
    mpz_mul_2exp(rest, mpq_denref(a), above);
    mpz_tdiv_qr(top, rest, top, rest); /* 55 to 57 bits */
    int surplus = (int)mpz_sizeinbase(top, 2) - 53;
    uint64_t bits = mpz_get_ui(top);
    uint64_t kept = bits >> surplus;
    uint64_t cut = bits - (kept << surplus);
    uint64_t half = UINT64_C(1) << (surplus - 1);
    if (cut > half || (cut == half && (mpz_sgn(rest) != 0 || (kept & 1) != 0))) kept++;
    double value = ldexp((double)kept, surplus - shift);
    return is_negative(a) ? -value : value;
}

Q rounded_to(Q a, Q unit, int method) {
    Q units = over(a, unit);
    Q result = fresh();
    mpz_t rest;
    mpz_init(rest);
    mpz_tdiv_qr(mpq_numref(result), rest, mpq_numref(units), mpq_denref(units));
    mpz_set_ui(mpq_denref(result), 1);
    mpz_mul_2exp(rest, rest, 1);
    int order = mpz_cmpabs(rest, mpq_denref(units)); /* twice the rest against the divisor */
    bool away = (method == 1 && mpz_sgn(rest) != 0) || (method == 2 && order >= 0) ||
                (method == 3 && order > 0);
    if (away && mpq_sgn(units) > 0) mpz_add_ui(mpq_numref(result), mpq_numref(result), 1);
    if (away && mpq_sgn(units) < 0) mpz_sub_ui(mpq_numref(result), mpq_numref(result), 1);
    mpz_clear(rest);
    return mul(result, unit);
}

/* --------------------------------------------------------------- values as they are typed */

void log_draw(double cell) {
    if (drawn < DRAWS) draws[drawn++] = cell;
}

static typed remember(Q exact, double cell) {
    typed t = {exact, cell, kp_num_from_double(cell)};
    log_draw(cell);
    return t;
}

/* mantissa ÷ 10^places, or mantissa × 10^−places; both steps round once, so the cell's double is
 * the one that strtod would give. */
typed typed_decimal(int64_t mantissa, int places) {
    static const double TENS[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                  1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                  1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    if (places >= 0)
        return remember(ratio(mantissa, ten_to(places)), (double)mantissa / TENS[places]);
    Q q = whole(mantissa);
    mpz_t power;
    mpz_init(power);
    mpz_ui_pow_ui(power, 10, (unsigned long)-places);
    mpz_mul(mpq_numref(q), mpq_numref(q), power);
    mpz_clear(power);
    return remember(q, (double)mantissa * TENS[-places]);
}

static int64_t of_digits(int most_digits) {
    return chance_below(ten_to(1 + (int)chance_below(most_digits)));
}

/* Numbers at which a rule turns, and their neighbours. */
static typed at_an_edge(void) {
    static const int64_t EDGES[] = {0,       1,   2,        3,       4,        12,    90,
                                    95,      300, 500000,   5000000, 10000000, 20000, 7170000,
                                    9999999, 100, 30000000, 1000,    28300000, 250000};
    int64_t edge = EDGES[chance_below((int64_t)(sizeof EDGES / sizeof EDGES[0]))];
    int places = (int)chance_below(3) * 3;
    int64_t beside = chance_below(3) - 1;
    return typed_decimal(edge * ten_to(places) + (edge > 0 ? beside : 0), places);
}

static typed beyond_the_usual(void) {
    wild = true;
    if (one_in(2)) return typed_decimal(of_digits(15), -(int)chance_below(21));
    return typed_decimal(of_digits(15), (int)chance_below(16));
}

static typed size(void) {
    switch (chance_below(16)) {
    case 0:
        return typed_decimal(0, 0);
    case 1:
    case 2:
        return at_an_edge();
    case 3:
        return one_in(2) ? beyond_the_usual() : typed_decimal(of_digits(12), 0);
    case 4:
    case 5:
    case 6:
        return typed_decimal(of_digits(12), (int)chance_below(5));
    default:
        return typed_decimal(of_digits(12), 0);
    }
}

static typed negated(typed t) {
    Q q = fresh();
    mpq_neg(q, t.exact);
    return remember(q, -t.cell);
}

typed amount(void) {
    typed t = size();
    return one_in(128) ? negated(t) : t;
}

typed signed_amount(void) {
    typed t = size();
    return one_in(2) ? negated(t) : t;
}

typed count(void) {
    if (one_in(128)) return typed_decimal(chance_below(100000) - 50000, 1);
    if (one_in(8)) return typed_decimal(chance_below(4), 0);
    if (one_in(8)) return typed_decimal(19998 + chance_below(5), 0);
    return typed_decimal(of_digits(8), 0);
}

typed rate(void) {
    if (one_in(128)) return typed_decimal(-chance_below(100000), 3);
    if (one_in(4)) return at_an_edge();
    return typed_decimal(of_digits(6), (int)chance_below(4));
}

typed share(void) {
    if (one_in(64)) return typed_decimal(chance_below(3) - 1, 0);
    if (one_in(64)) return typed_decimal(100000001, 8);
    if (one_in(8)) return typed_decimal(1, 0);
    return typed_decimal(1 + chance_below(100000000), 8);
}

typed months(void) {
    if (one_in(128)) return typed_decimal(chance_below(300) - 50, 1);
    return typed_decimal(1 + chance_below(12), 0);
}

typed flag(void) {
    return typed_decimal(one_in(128) ? 2 : chance_below(2), 0);
}

static kp_cell read_column(const void *cells, size_t row, size_t place, double *number) {
    (void)place;
    *number = ((const typed *)cells)[row].cell;
    return KP_CELL_NUMBER;
}

void column_of(column *c, size_t count, typed (*draw)(void)) {
    kp_range range = {c->values, read_column, count, 1};
    c->count = count;
    c->range = range;
    for (size_t i = 0; i < count; i++)
        c->values[i] = draw();
}

Q column_sum(const column *c) {
    Q sum = whole(0);
    for (size_t i = 0; i < c->count; i++)
        sum = add(sum, c->values[i].exact);
    return sum;
}

bool column_has_negative(const column *c) {
    for (size_t i = 0; i < c->count; i++)
        if (is_negative(c->values[i].exact)) return true;
    return false;
}

/* ------------------------------------------------------------------------- comparison */

void differ(const char *what) {
    printf("\n%s, seed %llu, sample %ld: %s\ndrawn:", rule, (unsigned long long)first_state,
           index_of_sample, what);
    for (int i = 0; i < drawn; i++)
        printf(" %.17g", draws[i]);
    printf("\n");
    exit(1);
}

static void set_wide(mpz_t z, kp_int128 value) {
    kp_uint128 size = value < 0 ? -(kp_uint128)value : (kp_uint128)value;
    mpz_set_ui(z, (uint64_t)(size >> 64));
    mpz_mul_2exp(z, z, 64);
    mpz_add_ui(z, z, (uint64_t)size);
    if (value < 0) mpz_neg(z, z);
}

static bool is_equal(kp_num got, Q expected) {
    static mpz_t left, right;
    static bool ready;
    if (!ready) mpz_inits(left, right, NULL);
    ready = true;
    set_wide(left, got.numerator);
    set_wide(right, got.denominator);
    mpz_mul(left, left, mpq_denref(expected));
    mpz_mul(right, right, mpq_numref(expected));
    return mpz_cmp(left, right) == 0;
}

void compare(kp_status status, kp_num got, unsigned errors, Q expected) {
    if (status == KP_OVERFLOW) {
        if (!wild) differ("overflow of usual values");
        overflows++;
    } else if (status != KP_OK) {
        if ((errors & 1u << status) == 0) differ("an error that the reference does not have");
        failures++;
    } else {
        if (errors != 0) differ("a value where the reference has an error");
        if (got.denominator <= 0 || !is_equal(got, expected)) differ("another value");
        if (kp_num_to_double(got) != nearest_double(expected)) differ("not the nearest double");
    }
}

static void run(const char *name, long samples, void (*sample)(void)) {
    struct timespec start, end;
    rule = name;
    overflows = failures = 0;
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (index_of_sample = 0; index_of_sample < samples; index_of_sample++) {
        used = drawn = 0;
        wild = false;
        sample();
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    double seconds =
        (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
    printf("  %-28s %8ld samples, %7ld errors as expected, %6ld beyond 128 bits  %5.1f s\n", name,
           samples, failures, overflows, seconds);
    fflush(stdout);
}

int run_samplers(const char *title, const sampler *samplers, size_t count, int arguments,
                 char **words) {
    long samples = arguments > 1 ? atol(words[1]) : 1000000;
    uint64_t seed = arguments > 2 ? strtoull(words[2], NULL, 10) : (uint64_t)time(NULL);
    const char *only = arguments > 3 ? words[3] : "";
    printf("%s, seed %llu\n", title, (unsigned long long)seed);
    for (size_t i = 0; i < count; i++) {
        if (strncmp(samplers[i].name, only, strlen(only)) != 0) continue;
        chance_seed(seed);
        run(samplers[i].name, samples, samplers[i].sample);
    }
    return 0;
}
