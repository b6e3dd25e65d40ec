/* SPDX-License-Identifier: MPL-2.0
 *
 * gmp64.h: GMP for the tests on Windows, where its long has 32 bits. The tests hand it 64; these
 * functions take and give them whole.
 */
#ifndef KENPO_TESTS_GMP64_H
#define KENPO_TESTS_GMP64_H

#include <gmp.h>

#include <stdint.h>

static inline void gmp64_set_ui(mpz_ptr z, uint64_t value) {
    mpz_import(z, 1, 1, sizeof value, 0, 0, &value);
}

static inline void gmp64_set_si(mpz_ptr z, int64_t value) {
    gmp64_set_ui(z, value < 0 ? -(uint64_t)value : (uint64_t)value);
    if (value < 0) mpz_neg(z, z);
}

/* Whatever the sign, the 64 lowest bits of the size. */
static inline uint64_t gmp64_get_ui(mpz_srcptr z) {
    uint64_t value = 0;
    mpz_t low;
    mpz_init(low);
    mpz_tdiv_r_2exp(low, z, 64);
    mpz_abs(low, low);
    mpz_export(&value, NULL, 1, sizeof value, 0, 0, low);
    mpz_clear(low);
    return value;
}

static inline int64_t gmp64_get_si(mpz_srcptr z) {
    int64_t size = (int64_t)(gmp64_get_ui(z) & INT64_MAX);
    return mpz_sgn(z) < 0 ? -size : size;
}

static inline void gmp64_add_ui(mpz_ptr z, mpz_srcptr a, uint64_t value) {
    mpz_t other;
    mpz_init(other);
    gmp64_set_ui(other, value);
    mpz_add(z, a, other);
    mpz_clear(other);
}

static inline int gmp64_cmpabs_ui(mpz_srcptr z, uint64_t value) {
    mpz_t other;
    mpz_init(other);
    gmp64_set_ui(other, value);
    int sign = mpz_cmpabs(z, other);
    mpz_clear(other);
    return sign;
}

#undef mpz_set_ui
#undef mpz_set_si
#undef mpz_get_ui
#undef mpz_get_si
#undef mpz_add_ui
#undef mpz_cmpabs_ui
#define mpz_set_ui    gmp64_set_ui
#define mpz_set_si    gmp64_set_si
#define mpz_get_ui    gmp64_get_ui
#define mpz_get_si    gmp64_get_si
#define mpz_add_ui    gmp64_add_ui
#define mpz_cmpabs_ui gmp64_cmpabs_ui

#endif
