/* SPDX-License-Identifier: MPL-2.0
 *
 * check.c: KENPO_CHECK, KENPO_CHECK_LEVEL and KENPO_CHECK_INFO: from what stands in the cells to
 * the checks of the rules. What is checked, and what is said, stands there and not here.
 */
#include "calc/function.h"

#include "kenpo/check.h"

static kp_check_input check_input(const kp_input *input) {
    static const kp_check_input_kind KINDS[] = {
        [KP_INPUT_NONE] = KP_CHECK_NOTHING,
        [KP_INPUT_NUMBER] = KP_CHECK_NUMBER,
        [KP_INPUT_TEXT] = KP_CHECK_TEXT,
        [KP_INPUT_RANGE] = KP_CHECK_RANGE,
    };
    kp_check_input value = {KINDS[input->kind], input->number, input->text, input->range};
    return value;
}

/* Runs the check named by the first argument on the further ones. */
static kp_status run(const kp_value *arguments, kp_trace *trace, kp_writer *text,
                     kp_severity *severity) {
    const kp_check *check;
    kp_check_input inputs[KP_CHECK_INPUTS];
    kp_status status = kp_check_named(arguments[0].text, trace, &check);
    if (status != KP_OK) return status;
    size_t count = arguments[1].rest_count;
    for (size_t i = 0; i < count; i++)
        inputs[i] = check_input(&arguments[1].rest[i]);
    kp_trace_note(trace, check->compares);
    status = kp_check_run(check, inputs, count, trace, text, severity);
    if (status == KP_OK) kp_trace_citation(trace, check->citation);
    return status;
}

_Static_assert((int)KP_CHECK_INPUTS >= (int)KP_REST_ARGUMENTS, "every further argument has room");

kp_status kp_evaluate_check(const kp_value *arguments, kp_trace *trace, kp_result *result) {
    kp_severity severity;
    return run(arguments, trace, &result->text, &severity);
}

kp_status kp_evaluate_check_level(const kp_value *arguments, kp_trace *trace, kp_result *result) {
    kp_severity severity;
    kp_status status = run(arguments, trace, NULL, &severity);
    if (status == KP_OK) result->number = kp_int(severity);
    return status;
}

kp_status kp_evaluate_check_info(const kp_value *arguments, kp_trace *trace, kp_result *result) {
    const kp_check *check;
    kp_status status = kp_check_named(arguments[0].text, trace, &check);
    if (status != KP_OK) return status;
    return kp_check_describe(check, arguments[1].text, trace, &result->text);
}
