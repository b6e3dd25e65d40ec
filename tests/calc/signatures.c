/* SPDX-License-Identifier: MPL-2.0
 *
 * signatures.c: every call into the office that the sources make, by the letters that stand there,
 * against the types of this office. The build collects them; what is built here is never called.
 */
#include "runner.h"
#include "uno/call.h"

static const struct {
    const char *method, *letters;
} CALLS[] = {
#include "calls.inc"
};

static void test_every_call_fits(void **state) {
    (void)state;
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof CALLS / sizeof CALLS[0]; i++) {
        if (kp_call_fits(CALLS[i].method, CALLS[i].letters)) continue;
        explain_failure("%s, \"%s\"", kp_call_failure(), CALLS[i].letters);
        wrong++;
    }
    assert_true(sizeof CALLS / sizeof CALLS[0] > 50);
    assert_int_equal(wrong, 0);
}

/* A mistake is found, or the test above could not fail. */
static void test_a_wrong_call_does_not(void **state) {
    (void)state;
    assert_true(kp_call_fits("text.XTextRange::setString", "s"));
    assert_false(kp_call_fits("text.XTextRange::setString", "d"));
    assert_false(kp_call_fits("text.XTextRange::setString", ""));
    assert_false(kp_call_fits("text.XTextRange::setString", "ss"));
    assert_false(kp_call_fits("text.XTextRange::setStrings", "s"));
    assert_false(kp_call_fits("text.XTextRange", ""));
    assert_false(kp_call_fits("drawing.XShape::getPosition", "r"));
}

int run_signatures(void) {
    const struct CMUnitTest signatures[] = {
        cmocka_unit_test(test_every_call_fits),
        cmocka_unit_test(test_a_wrong_call_does_not),
    };
    return cmocka_run_group_tests(signatures, NULL, NULL);
}
