/* SPDX-License-Identifier: MPL-2.0
 *
 * test_rules.c: what no cell can bring to a rule but another rule could: a number that is none. It
 * must be passed on, never used. And the text that rules build: cut at a character, in a buffer.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "kenpo/input.h"
#include "kenpo/levy.h"
#include "kenpo/year.h"

static void test_no_number_is_refused(void **state) {
    (void)state;
    kp_num none = kp_no_number(KP_OVERFLOW);
    kp_num out;
    for (int kind = KP_SIGNED; kind <= KP_DATE; kind++) {
        kp_run run = kp_run_begin(NULL);
        kp_need_kind(&run, (kp_kind)kind, none, 0);
        assert_int_equal(run.status, KP_OVERFLOW);
    }
    kp_run run = kp_run_begin(NULL);
    kp_divisor(&run, none, 0, kp_t("", ""));
    assert_int_equal(run.status, KP_OVERFLOW);
    run = kp_run_begin(NULL);
    kp_num net = kp_levy_net(&run, none, kp_int(0), kp_int(0), kp_int(0));
    assert_int_equal(kp_end(&run, net, &out), KP_OVERFLOW);
    run = kp_run_begin(NULL);
    assert_int_equal(kp_end(&run, kp_levy_refund(&run, none), &out), KP_OVERFLOW);
    run = kp_run_begin(NULL);
    assert_int_equal(kp_end(&run, kp_levy_expense(&run, kp_int(0), none), &out), KP_OVERFLOW);
}

static void test_no_number_is_explained(void **state) {
    (void)state;
    char text[512];
    kp_num out;
    kp_trace trace = {kp_writer_on(text, sizeof text, KP_ENGLISH), 0};
    kp_run run = kp_run_begin(&trace);
    kp_end(&run, kp_levy_refund(&run, kp_no_number(KP_OVERFLOW)), &out);
    assert_string_equal(text, "A number is too large or too small to be computed exactly.\n");
}

/* The first failure wins; what is said or fails after it is not heard, and the result stays. */
static void test_first_failure_wins(void **state) {
    (void)state;
    char text[512];
    kp_num out = kp_int(7);
    kp_trace trace = {kp_writer_on(text, sizeof text, KP_ENGLISH), 0};
    kp_run run = kp_run_begin(&trace);
    kp_say(&run, kp_t("", "one"), kp_int(1), KP_YEN);
    assert_int_equal(kp_num_status(kp_refuse(&run, KP_NOT_PUBLISHED, 0, kp_t("", "why"))),
                     KP_NOT_PUBLISHED);
    kp_say(&run, kp_t("", "two"), kp_int(2), KP_YEN);
    kp_remark(&run, kp_t("", "unheard"));
    kp_need(&run, false, 0, kp_t("", "later"));
    kp_divisor(&run, kp_int(0), 0, kp_t("", "zero"));
    assert_int_equal(kp_end(&run, kp_no_number(KP_OVERFLOW), &out), KP_NOT_PUBLISHED);
    assert_string_equal(text, "1. One = 1 yen\nwhy\n");
    assert_int_equal(kp_cmp(out, kp_int(7)), 0);
}

static void test_text_is_cut_at_a_character(void **state) {
    (void)state;
    for (size_t size = 4; size < 24; size++) {
        char buffer[24];
        memset(buffer, 'x', sizeof buffer);
        kp_writer writer = kp_writer_on(buffer, size, KP_JAPANESE);
        kp_write(&writer, "健保a");
        kp_write(&writer, "算定");
        kp_write(&writer, "b");
        size_t length = strlen(buffer);
        assert_true(length < size);
        bool whole = strcmp(buffer, "健保a算定b") == 0;
        assert_true(whole || (length >= 3 && strcmp(buffer + length - 3, "…") == 0));
        for (size_t i = 0; i < length;) { /* whole characters only */
            unsigned char c = (unsigned char)buffer[i];
            assert_true(c < 0x80 || c >= 0xC0);
            i += c < 0x80 ? 1 : 3;
            assert_true(i <= length);
        }
        for (size_t i = size; i < sizeof buffer; i++)
            assert_int_equal(buffer[i], 'x');
    }
}

static void test_nobody_asks(void **state) {
    (void)state;
    kp_trace_step(NULL, kp_t("", ""), kp_int(1), KP_YEN);
    kp_trace_note(NULL, kp_t("", ""));
    assert_int_equal(kp_fail(NULL, KP_INVALID, kp_t("", "")), KP_INVALID);
}

/* Bytes that are no year, and among them some that are no UTF-8 either. */
static void test_odd_bytes_are_no_year(void **state) {
    (void)state;
    const char *const odd[] = {"\xEF",         "\xEF\xBC",     "\xEF\xBD",     "\xEF\xBE\xB1",
                               "\xEF\xBC\x80", "\xEF\xBD\x9F", "\xEF\xBD\x9E", "\xE3",
                               "\xE3\x80",     "\xFF",         "\xE3\x81\x80", "\t"};
    int year = 7;
    for (size_t i = 0; i < sizeof odd / sizeof odd[0]; i++)
        assert_int_equal(kp_year_from_text(odd[i], NULL, &year), KP_INVALID);
    assert_int_equal(year, 7);
    assert_int_equal(kp_year_from_text("\tr\t7\t", NULL, &year), KP_OK);
    assert_int_equal(year, 2025);
    assert_int_equal(kp_year_from_text("{7", NULL, &year), KP_INVALID);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_number_is_refused),
        cmocka_unit_test(test_no_number_is_explained),
        cmocka_unit_test(test_first_failure_wins),
        cmocka_unit_test(test_text_is_cut_at_a_character),
        cmocka_unit_test(test_nobody_asks),
        cmocka_unit_test(test_odd_bytes_are_no_year),
    };
    return cmocka_run_group_tests_name("rules", tests, NULL, NULL);
}
