/* SPDX-License-Identifier: MPL-2.0
 *
 * run.c: how a computation fails and how it ends. See kenpo/run.h.
 */
#include "kenpo/run.h"

kp_trace *kp_refusing(kp_run *run, kp_status status, int place) {
    if (run->status != KP_OK) return NULL;
    run->status = status;
    if (place == 0) place = run->filling;
    if (run->trace != NULL && run->name != NULL && place > 0)
        run->name(&run->trace->writer, run->call, place);
    return run->trace;
}

kp_num kp_refuse(kp_run *run, kp_status status, int place, kp_text reason) {
    kp_trace_note(kp_refusing(run, status, run->inner ? 0 : place), reason);
    return kp_no_number(run->status);
}

kp_num kp_number(kp_run *run, kp_num value) {
    kp_status status = kp_num_status(value);
    if (status == KP_OK) return value;
    return kp_refuse(run, status, 0,
                     status == KP_DIVIDE_BY_ZERO
                         ? kp_t("0 で割ることになるため、計算できません。",
                                "This would have to be divided by 0.")
                         : kp_t("数値が大きすぎるか小さすぎるため、正確に計算できません。",
                                "A number is too large or too small to be computed exactly."));
}

void kp_need(kp_run *run, bool holds, int place, kp_text reason) {
    if (!holds) kp_refuse(run, KP_INVALID, place, reason);
}

kp_num kp_divisor(kp_run *run, kp_num value, int place, kp_text zero) {
    if (kp_num_status(value) != KP_OK) return kp_number(run, value);
    if (kp_sign(value) > 0) return value;
    if (kp_sign(value) == 0) return kp_refuse(run, KP_DIVIDE_BY_ZERO, place, zero);
    kp_say(run, kp_t("割る数", "The divisor"), value, KP_NO_UNIT);
    return kp_refuse(run, KP_INVALID, place,
                     kp_t("負の値は使えません。", "A negative value has no meaning here."));
}

kp_status kp_end(kp_run *run, kp_num value, kp_num *out) {
    kp_number(run, value);
    if (run->status == KP_OK) *out = value;
    return run->status;
}
