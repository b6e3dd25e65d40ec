/* SPDX-License-Identifier: MPL-2.0
 *
 * test_num.c: what cells cannot reach of the exact numbers: the edges of 128 bits, decimals as the
 * parameter table writes them, and text for a person. random_num.c compares the rest with GMP.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "kenpo/run.h"

#define LARGEST ((kp_int128)(~(kp_uint128)0 >> 1))

static kp_num ratio(kp_int128 numerator, kp_int128 denominator) {
    kp_num number = {numerator, denominator};
    return number;
}

static void test_errors_pass_through(void **state) {
    (void)state;
    kp_num none = kp_div(kp_int(1), kp_int(0));
    kp_num large = kp_no_number(KP_OVERFLOW);
    kp_num out = kp_int(7);
    assert_int_equal(kp_num_status(none), KP_DIVIDE_BY_ZERO);
    assert_int_equal(kp_num_status(kp_add(none, kp_int(1))), KP_DIVIDE_BY_ZERO);
    assert_int_equal(kp_num_status(kp_sub(kp_int(1), none)), KP_DIVIDE_BY_ZERO);
    assert_int_equal(kp_num_status(kp_mul(none, large)), KP_DIVIDE_BY_ZERO);
    assert_int_equal(kp_num_status(kp_div(large, none)), KP_OVERFLOW);
    assert_int_equal(kp_num_status(kp_min(large, kp_int(1))), KP_OVERFLOW);
    assert_int_equal(kp_num_status(kp_max(kp_int(1), large)), KP_OVERFLOW);
    assert_int_equal(kp_num_status(kp_round(large, kp_int(1), KP_DOWN)), KP_OVERFLOW);
    assert_int_equal(kp_num_status(kp_round(kp_int(1), kp_int(0), KP_DOWN)), KP_DIVIDE_BY_ZERO);
    kp_run run = kp_run_begin(NULL);
    assert_int_equal(kp_end(&run, none, &out), KP_DIVIDE_BY_ZERO);
    assert_int_equal(kp_cmp(out, kp_int(7)), 0); /* untouched */
}

static void test_overflow_is_no_wrap(void **state) {
    (void)state;
    kp_num most = ratio(LARGEST, 1);
    kp_num least = ratio(1, LARGEST);
    assert_int_equal(kp_num_status(kp_add(most, kp_int(1))), KP_OVERFLOW);
    assert_int_equal(kp_num_status(kp_sub(kp_sub(kp_int(0), most), kp_int(1))), KP_OVERFLOW);
    assert_int_equal(kp_num_status(kp_mul(most, kp_int(2))), KP_OVERFLOW);
    assert_int_equal(kp_num_status(kp_mul(most, kp_int(-2))), KP_OVERFLOW);
    assert_int_equal(kp_num_status(kp_add(least, ratio(1, LARGEST - 1))), KP_OVERFLOW);
    assert_int_equal(kp_num_status(kp_mul(least, ratio(1, 3))), KP_OVERFLOW);
    assert_int_equal(kp_cmp(kp_mul(most, least), kp_int(1)), 0);
    assert_int_equal(kp_cmp(kp_add(most, kp_int(0)), most), 0);
    assert_int_equal(kp_cmp(kp_div(kp_int(1), most), least), 0);
    assert_int_equal(kp_cmp(kp_div(kp_int(1), kp_sub(kp_int(0), most)), least), -1);
    /* fits only over the smallest common denominator */
    kp_int128 tenth = LARGEST / 10;
    assert_int_equal(kp_cmp(kp_add(ratio(tenth, 6), ratio(tenth, 10)), ratio(tenth * 8, 30)), 0);
}

static void test_compare_at_the_edges(void **state) {
    (void)state;
    kp_num a = ratio(LARGEST, LARGEST - 1);
    kp_num b = ratio(LARGEST - 1, LARGEST - 2);
    assert_int_equal(kp_cmp(a, b), -1);
    assert_int_equal(kp_cmp(b, a), 1);
    assert_int_equal(kp_cmp(kp_sub(kp_int(0), a), kp_sub(kp_int(0), b)), 1);
    assert_int_equal(kp_cmp(a, a), 0);
    assert_int_equal(kp_cmp(ratio(2, 4), ratio(1, 2)), 0);
    assert_int_equal(kp_cmp(kp_int(-1), ratio(1, 2)), -1);
    assert_int_equal(kp_cmp(ratio(1, 2), kp_int(0)), 1);
    assert_int_equal(kp_cmp(kp_min(a, b), a), 0);
    assert_int_equal(kp_cmp(kp_max(a, b), b), 0);
}

static void test_decimals(void **state) {
    (void)state;
    assert_int_equal(kp_cmp(kp_num_from_decimal("0.01614637"), ratio(1614637, 100000000)), 0);
    assert_int_equal(kp_cmp(kp_num_from_decimal("-12"), kp_int(-12)), 0);
    assert_int_equal(kp_cmp(kp_num_from_decimal("1."), kp_int(1)), 0);
    const char *const wrong[] = {"",    "-",   ".",  "1.2.3",
                                 "1e3", "1,2", "１", "12345678901234567890123456789012345678"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        assert_int_equal(kp_num_status(kp_num_from_decimal(wrong[i])), KP_INVALID);
}

static void test_cells_at_the_edges(void **state) {
    (void)state;
    assert_int_equal(kp_num_status(kp_num_from_double(INFINITY)), KP_OVERFLOW);
    assert_int_equal(kp_num_status(kp_num_from_double(-INFINITY)), KP_OVERFLOW);
    assert_int_equal(kp_num_status(kp_num_from_double(NAN)), KP_OVERFLOW);
    assert_int_equal(kp_num_status(kp_num_from_double(1.8e38)), KP_OVERFLOW);
    assert_int_equal(kp_num_status(kp_num_from_double(-1.8e38)), KP_OVERFLOW);
    assert_int_equal(kp_num_status(kp_num_from_double(1e300)), KP_OVERFLOW);
    assert_int_equal(kp_num_status(kp_num_from_double(1.23456789e-40)), KP_OVERFLOW);
    assert_int_equal(kp_num_status(kp_num_from_double(5e-324)), KP_OVERFLOW);
    assert_int_equal(kp_num_status(kp_num_from_double(1.1e-24)), KP_OK);
    assert_int_equal(kp_cmp(kp_num_from_double(-0.0), kp_int(0)), 0);
    assert_int_equal(kp_cmp(kp_num_from_double(-0.1), ratio(-1, 10)), 0);
    assert_int_equal(
        kp_cmp(kp_num_from_double(1e22), kp_num_from_decimal("10000000000000000000000")), 0);
}

static void expect_text(kp_num number, int decimals, const char *expected) {
    char text[KP_NUM_TEXT];
    kp_num_format(number, decimals, text);
    assert_string_equal(text, expected);
}

static void test_text_for_a_person(void **state) {
    (void)state;
    expect_text(kp_int(0), 6, "0");
    expect_text(kp_int(-1234567), 6, "-1,234,567");
    expect_text(kp_int(123), 0, "123");
    expect_text(ratio(41321, 1132), 6, "36.502650…");
    expect_text(ratio(1, 8), 6, "0.125");
    expect_text(ratio(1, 8), 0, "0…");
    expect_text(ratio(-1, 3), 2, "-0.33…");
    expect_text(ratio(1, 3), 99, "0.33333333333333333333…");
    expect_text(ratio(LARGEST, 1), 6, "170,141,183,460,469,231,731,687,303,715,884,105,727");
    expect_text(ratio(-LARGEST, LARGEST - 1), 3, "-1.000…");
}

static void test_odd_rounding(void **state) {
    (void)state;
    assert_int_equal(kp_cmp(kp_round(ratio(7, 2), kp_int(1), (kp_rounding)9), kp_int(3)), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_errors_pass_through),  cmocka_unit_test(test_overflow_is_no_wrap),
        cmocka_unit_test(test_compare_at_the_edges), cmocka_unit_test(test_decimals),
        cmocka_unit_test(test_cells_at_the_edges),   cmocka_unit_test(test_text_for_a_person),
        cmocka_unit_test(test_odd_rounding),
    };
    return cmocka_run_group_tests_name("num", tests, NULL, NULL);
}
