/* SPDX-License-Identifier: MPL-2.0
 *
 * grant.c: grants of the federation. See kenpo/grant.h for each rule's law.
 */
#include "kenpo/grant.h"

#include "kenpo/parameter.h"
#include "kenpo/require.h"

struct terms {
    kp_num threshold;
    kp_num below;
    kp_num above;
};

static kp_status terms_of(const kp_grant_terms *own, int year, kp_trace *trace, struct terms *out) {
    kp_status status =
        kp_parameter_or(own->threshold, KP_GRANT_THRESHOLD, year, trace, &out->threshold);
    if (status == KP_OK) status = kp_require_positive(out->threshold, trace);
    if (status == KP_OK)
        status = kp_parameter_or(own->rate_below, KP_GRANT_RATE_BELOW, year, trace, &out->below);
    if (status == KP_OK) status = kp_require_share(out->below, trace);
    if (status == KP_OK)
        status = kp_parameter_or(own->rate_above, KP_GRANT_RATE_ABOVE, year, trace, &out->above);
    if (status == KP_OK) status = kp_require_share(out->above, trace);
    return status;
}

/* Each claim is split at the threshold; the rates apply to the two sums. */
static kp_status split(const kp_range *claims, kp_num threshold, kp_trace *trace, kp_num *below,
                       kp_num *above) {
    kp_num claim;
    kp_walk walk = kp_walk_over(claims);
    *below = kp_int(0);
    *above = kp_int(0);
    while (kp_walk_next(&walk, trace, &claim)) {
        if (kp_sign(claim) < 0)
            return kp_walk_fail(&walk, trace, KP_INVALID,
                                kp_t("交付対象額が負です。", "a claim cannot be negative."));
        if (kp_cmp(claim, threshold) > 0) {
            *above = kp_add(*above, kp_sub(claim, threshold));
            claim = threshold;
        }
        *below = kp_add(*below, claim);
    }
    kp_trace_step(trace, kp_t("件数", "Claims"), kp_int((int64_t)walk.numbers), KP_CASES);
    return walk.status;
}

kp_status kp_grant(const kp_range *claims, int year, const kp_grant_terms *own, kp_trace *trace,
                   kp_num *grant) {
    struct terms terms;
    kp_num below;
    kp_num above;
    kp_status status = terms_of(own, year, trace, &terms);
    if (status == KP_OK) status = split(claims, terms.threshold, trace, &below, &above);
    if (status != KP_OK) return status;
    kp_num result = kp_add(kp_mul(terms.below, below), kp_mul(terms.above, above));
    kp_trace_step(trace, kp_t("基準額以下の部分の合計", "Sum of the parts up to the threshold"),
                  below, KP_YEN);
    kp_trace_step(trace, kp_t("基準額を超える部分の合計", "Sum of the parts above the threshold"),
                  above, KP_YEN);
    kp_trace_step(trace,
                  kp_t("交付見込額 = 基準額以下 × 交付率 + 超過部分 × 交付率",
                       "Grant = lower part × its rate + upper part × its rate"),
                  result, KP_YEN);
    return kp_give(result, grant);
}
