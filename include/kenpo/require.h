/* SPDX-License-Identifier: MPL-2.0
 *
 * require.h: what a value may be (値の範囲). The same few conditions hold for the inputs of every
 * rule; each answers KP_OK, or the error with its reason in the trace.
 */
#ifndef KENPO_REQUIRE_H
#define KENPO_REQUIRE_H

#include "kenpo/num.h"
#include "kenpo/trace.h"

/** 金額・率: not negative. */
kp_status kp_require_amount(kp_num value, kp_trace *trace);

/** 正の値: greater than 0. */
kp_status kp_require_positive(kp_num value, kp_trace *trace);

/** 人数・件数: a whole number, not negative. */
kp_status kp_require_count(kp_num value, kp_trace *trace);

/** 月数: a whole number from 1 to 12. */
kp_status kp_require_months(kp_num value, kp_trace *trace);

/** 割合: greater than 0, at most 1 (1 = 100 %). A 0 is refused because an empty cell reads as 0. */
kp_status kp_require_share(kp_num value, kp_trace *trace);

/** 真偽: 0 (FALSE) or 1 (TRUE). */
kp_status kp_require_flag(kp_num value, kp_trace *trace);

/** 桁数: a whole number of decimals from 1 to 10. A 0 is refused because an empty cell reads as
 *  0. */
kp_status kp_require_decimals(kp_num value, kp_trace *trace);

/** 除数: KP_DIVIDE_BY_ZERO with the reason `zero` where it is 0, KP_INVALID where negative. */
kp_status kp_require_divisor(kp_num value, kp_trace *trace, kp_text zero);

/** What a value must be: one of the conditions above that takes only the value. */
typedef kp_status kp_requirement(kp_num value, kp_trace *trace);

/** An input of a rule. */
typedef struct kp_given {
    kp_num value;
    kp_requirement *meaning; /**< NULL: any number */
    kp_text label;
    kp_unit unit;
} kp_given;

/** Adds a step for each input, then checks it: where one cannot be used, the reason stands right
 *  below its name. */
kp_status kp_require_all(const kp_given *inputs, size_t count, kp_trace *trace);

#endif
