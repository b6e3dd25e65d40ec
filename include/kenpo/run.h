/* SPDX-License-Identifier: MPL-2.0
 *
 * run.h: one computation on its way (計算). It goes through a rule from its first line to its last
 * and carries the one outcome and the one explanation: the first failure wins, and what is said
 * after it is not heard. So a rule is written straight on, as the law has it:
 *
 *     kp_num kp_care_rate(kp_run *run, kp_num levy, kp_num payroll) {
 *         return kp_say(run, kp_t("介護保険料率 = 介護納付金 ÷ 総報酬額 × 1,000", "…"),
 *                       permille_of(levy, kp_divisor(run, payroll, 2, NO_PAYROLL)), KP_PERMILLE);
 *     }
 *
 * After a failure the numbers that steps give are none (kp_no_number), and any operation passes
 * that on. Whoever asks ends with kp_end.
 */
#ifndef KENPO_RUN_H
#define KENPO_RUN_H

#include "kenpo/num.h"
#include "kenpo/status.h"
#include "kenpo/trace.h"
#include "kenpo/unit.h"

/** Begin with kp_run_begin; a `trace` of NULL means that nobody asks why, and costs nothing. */
typedef struct kp_run {
    kp_status status; /**< KP_OK until the first failure */
    kp_trace *trace;
    /** Writes what the argument at `place` (from 1) of the running call is called and what was
     *  given, as an opening of the reason why it is refused. NULL: nobody knows. */
    void (*name)(kp_writer *writer, const void *call, int place);
    const void *call;
    int filling; /**< place of the argument for which another value is asked, 0 for none: named where
                      a refusal names no other one */
    bool
        inner; /**< a rule is asked by another one, whose arguments stand elsewhere: only the places
                     of ranges, which carry them along, are those of the call */
} kp_run;

static inline kp_run kp_run_begin(kp_trace *trace) {
    kp_run run = {KP_OK, trace, NULL, NULL, 0, false};
    return run;
}

/** Whether the explanation still hears what a step says. */
static inline bool kp_heard(const kp_run *run) {
    return run->trace != NULL && run->status == KP_OK;
}

/** Says the step «n. label = value unit» and passes the value on. */
static inline kp_num kp_say(kp_run *run, kp_text label, kp_num value, kp_unit unit) {
    if (kp_heard(run)) kp_trace_step(run->trace, label, value, unit);
    return value;
}

/** Says a remark on a line of its own. */
static inline void kp_remark(kp_run *run, kp_text remark) {
    if (kp_heard(run)) kp_trace_note(run->trace, remark);
}

/** Fails with the reason, unless something failed before; gives no number.
 *  place  of the argument at fault, from 1; 0 where no single one is */
kp_num kp_refuse(kp_run *run, kp_status status, int place, kp_text reason);

/** The beginning of a refusal, for those that write its reason themselves: fails, writes the name of
 *  the argument, and gives the explanation, or NULL where nobody hears it. */
kp_trace *kp_refusing(kp_run *run, kp_status status, int place);

/** Fails with KP_INVALID and the reason where the condition does not hold. */
void kp_need(kp_run *run, bool holds, int place, kp_text reason);

/** The value; where it is none (an overflow, a division by 0), fails and says so. */
kp_num kp_number(kp_run *run, kp_num value);

/** 除数 · the value, of which a part is taken: KP_DIVIDE_BY_ZERO with the reason `zero` where it is
 *  0, KP_INVALID where it is negative. */
kp_num kp_divisor(kp_run *run, kp_num value, int place, kp_text zero);

/** The end of a computation: its outcome, and through `out`, where that is KP_OK, its result. */
kp_status kp_end(kp_run *run, kp_num value, kp_num *out);

#endif
