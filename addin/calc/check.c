/* SPDX-License-Identifier: MPL-2.0
 *
 * check.c: KENPO_CHECK, its level and place, and KENPO_CHECK_INFO hand over to the checks of the rules.
 * What is checked, and what is said, stands there and not here.
 */
#include "calc/function.h"

#include "kenpo/check.h"

_Static_assert((int)KP_CHECK_INPUTS >= (int)KP_REST_ARGUMENTS, "every further argument has room");

/* Runs the check named by the first argument on the further ones. */
static kp_severity run_check(kp_run *run, const kp_value *a, kp_writer *text) {
    const kp_check *check = kp_check_named(run, a[0].text);
    if (check == NULL) return KP_PASS;
    kp_remark(run, check->compares);
    kp_severity severity = kp_check_run(run, check, a[1].rest, a[1].rest_count, text);
    bool told = text != NULL && severity != KP_PASS; /* the text ends with its source */
    if (kp_heard(run) && told) run->trace->cited = true;
    if (kp_heard(run) && !told) kp_trace_citation(run->trace, check->citation);
    return severity;
}

void kp_tell_check(kp_run *run, const kp_value *a, kp_writer *text) {
    run_check(run, a, text);
}

kp_num kp_check_level(kp_run *run, const kp_value *a) {
    return kp_int(run_check(run, a, NULL));
}

kp_num kp_check_cell(kp_run *run, const kp_value *a) {
    const kp_check *check = kp_check_named(run, a[0].text);
    if (check == NULL) return kp_no_number(run->status);
    return kp_check_place(run, check, a[1].rest, a[1].rest_count);
}

void kp_tell_check_info(kp_run *run, const kp_value *a, kp_writer *text) {
    const kp_check *check = kp_check_named(run, a[0].text);
    if (check != NULL) kp_check_describe(run, check, a[1].text, text);
}
