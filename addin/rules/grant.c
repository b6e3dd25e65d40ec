/* SPDX-License-Identifier: MPL-2.0
 *
 * grant.c: grants and support of the federation. See kenpo/grant.h for each rule's law.
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

/* The parts of all claims below and above the threshold. Whole yen, as nearly all claims are, have
 * sums of their own: 128 bits hold 2^74 of them. */
struct parts {
    int64_t whole_threshold; /* -1 where the threshold has a fraction */
    kp_int128 whole_below;
    kp_int128 whole_above;
    kp_num below;
    kp_num above;
};

static void add_claim(struct parts *parts, kp_num threshold, kp_num claim) {
    parts->above = kp_add(parts->above, kp_max(kp_sub(claim, threshold), kp_int(0)));
    parts->below = kp_add(parts->below, kp_min(claim, threshold));
}

static bool add_whole_claim(struct parts *parts, double cell) {
    int64_t claim;
    if (parts->whole_threshold < 0 || !kp_whole_cell(cell, &claim) || claim < 0) return false;
    int64_t over = claim - parts->whole_threshold;
    parts->whole_above += over > 0 ? over : 0;
    parts->whole_below += over > 0 ? parts->whole_threshold : claim;
    return true;
}

static kp_num joined(kp_num sum, kp_int128 whole) {
    kp_num number = {whole, 1};
    return kp_add(sum, number);
}

/* Each claim is split at the threshold; the rates apply to the two sums. */
static kp_status split(const kp_range *claims, kp_num threshold, kp_trace *trace, kp_num *below,
                       kp_num *above) {
    double cell;
    kp_num claim;
    kp_walk walk = kp_walk_over(claims);
    struct parts parts = {-1, 0, 0, kp_int(0), kp_int(0)};
    if (threshold.denominator == 1 && threshold.numerator <= INT64_MAX)
        parts.whole_threshold = (int64_t)threshold.numerator;
    while (kp_walk_cell(&walk, trace, &cell)) {
        if (add_whole_claim(&parts, cell)) continue;
        if (!kp_walk_exact(&walk, trace, cell, &claim)) break;
        if (kp_sign(claim) < 0)
            return kp_walk_fail(&walk, trace, KP_INVALID,
                                kp_t("交付対象額が負です。", "a claim cannot be negative."));
        add_claim(&parts, threshold, claim);
    }
    *below = joined(parts.below, parts.whole_below);
    *above = joined(parts.above, parts.whole_above);
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

/* One dated term, which must be greater than 0. */
static kp_status positive_term(const kp_num *own, kp_parameter_id id, int year, kp_trace *trace,
                               kp_num *out) {
    kp_status status = kp_parameter_or(own, id, year, trace, out);
    return status == KP_OK ? kp_require_positive(*out, trace) : status;
}

static kp_status at_least_one(kp_num value, kp_trace *trace) {
    kp_status status = kp_require_count(value, trace);
    return status == KP_OK ? kp_require_positive(value, trace) : status;
}

/* 特別助成額: only below the limit, not at it. */
static kp_status special_grant(const kp_federation_basis *basis, int year, kp_trace *trace,
                               kp_num *special) {
    kp_num limit;
    kp_num unit;
    kp_status status =
        positive_term(basis->special_limit, KP_PREF_SPECIAL_LIMIT, year, trace, &limit);
    if (status == KP_OK)
        status = positive_term(basis->special_unit, KP_PREF_SPECIAL_UNIT, year, trace, &unit);
    if (status != KP_OK) return status;
    bool small = kp_cmp(basis->insured, limit) < 0;
    *special = small ? kp_mul(basis->insured, unit) : kp_int(0);
    kp_trace_step(trace,
                  kp_t("特別助成額(境の人数未満のときだけ)", "Special part, only below the limit"),
                  *special, KP_YEN);
    return KP_OK;
}

kp_status kp_federation_grant(const kp_federation_basis *basis, int year, kp_trace *trace,
                              kp_num *grant) {
    const kp_given inputs[] = {
        {basis->societies, at_least_one, kp_t("主・従組合数", "Societies"), KP_NO_UNIT},
        {basis->insured, at_least_one, kp_t("主組合の被保険者数", "Insured of main societies"),
         KP_PERSONS},
        {basis->application, kp_require_amount, kp_t("推進分の申請額", "Applied for"), KP_YEN},
        {basis->further, kp_require_amount, kp_t("再配分", "Further distribution"), KP_YEN},
    };
    kp_num flat;
    kp_num unit;
    kp_num promotion;
    kp_num special;
    kp_status status = kp_require_all(inputs, sizeof inputs / sizeof inputs[0], trace);
    if (status == KP_OK) status = positive_term(basis->flat, KP_PREF_FLAT, year, trace, &flat);
    if (status == KP_OK)
        status = positive_term(basis->per_society, KP_PREF_PER_SOCIETY, year, trace, &unit);
    if (status == KP_OK)
        status = positive_term(basis->promotion, KP_PREF_PROMO_BASE, year, trace, &promotion);
    if (status == KP_OK) status = special_grant(basis, year, trace, &special);
    if (status != KP_OK) return status;
    kp_num by_count = kp_mul(basis->societies, unit);
    kp_num promoted = kp_add(kp_min(basis->application, promotion), basis->further);
    kp_num result = kp_add(kp_add(flat, by_count), kp_add(promoted, special));
    kp_trace_step(trace, kp_t("組合数割額 = 組合数 × 単価", "By societies = count × price"),
                  by_count, KP_YEN);
    kp_trace_step(trace,
                  kp_t("推進分 = 申請額(基準額まで)+ 再配分",
                       "Promotion = application up to the base + further distribution"),
                  promoted, KP_YEN);
    kp_trace_step(trace,
                  kp_t("助成金 = 平等割額 + 組合数割額 + 推進分 + 特別助成額",
                       "Grant = flat + by societies + promotion + special"),
                  result, KP_YEN);
    return kp_give(result, grant);
}

/* 共同事業費: whole for three years, then at the rate that the federation fixed. */
static kp_status joint_cost(const kp_region_basis *basis, kp_trace *trace, kp_num *joint) {
    *joint = basis->joint;
    if (kp_cmp(basis->project_year, kp_int(3)) <= 0) {
        if (basis->rate != NULL)
            kp_trace_note(trace, kp_t("3年目までは交付率を乗じません。",
                                      "Up to the third year the rate is not applied."));
        return KP_OK;
    }
    if (basis->rate == NULL)
        return kp_fail(
            trace, KP_NOT_PUBLISHED,
            kp_t("4年目以降の交付率は公表されていません。通知された率を入力してください。",
                 "The rate from the fourth year on is not published: please give the "
                 "one that you were notified of."));
    kp_trace_step(trace, kp_t("4年目以降の交付率", "Rate from the fourth year on"), *basis->rate,
                  KP_RATIO);
    kp_status status = kp_require_share(*basis->rate, trace);
    if (status != KP_OK) return status;
    *joint = kp_mul(basis->joint, *basis->rate);
    kp_trace_step(trace, kp_t("共同事業費 × 交付率", "Joint projects × rate"), *joint, KP_YEN);
    return KP_OK;
}

kp_status kp_region_grant(const kp_region_basis *basis, int year, kp_trace *trace, kp_num *grant) {
    const kp_given inputs[] = {
        {basis->staff, kp_require_amount, kp_t("地区担当設置費", "Staff of the region"), KP_YEN},
        {basis->joint, kp_require_amount, kp_t("共同事業費", "Joint projects"), KP_YEN},
        {basis->cooperation, kp_require_amount, kp_t("連携体制整備費", "Setting up cooperation"),
         KP_YEN},
        {basis->project_year, at_least_one, kp_t("事業年次", "Year of the project"), KP_NO_UNIT},
    };
    kp_num joint;
    kp_num cap;
    kp_status status = kp_require_all(inputs, sizeof inputs / sizeof inputs[0], trace);
    if (status == KP_OK) status = joint_cost(basis, trace, &joint);
    if (status == KP_OK) status = positive_term(basis->cap, KP_REGION_CAP, year, trace, &cap);
    if (status != KP_OK) return status;
    kp_num spent = kp_add(kp_add(basis->staff, joint), basis->cooperation);
    kp_num result = kp_min(cap, spent);
    kp_trace_step(trace, kp_t("助成対象の計", "Spent, as it counts"), spent, KP_YEN);
    kp_trace_step(trace, kp_t("助成金 = 計(上限まで)", "Grant = sum, up to the cap"), result,
                  KP_YEN);
    return kp_give(result, grant);
}

/* Says of one condition whether it is met. */
static bool met(bool holds, kp_text condition, kp_trace *trace) {
    if (trace == NULL) return holds;
    kp_write_text(&trace->writer, condition);
    kp_trace_note(trace, holds ? kp_t(": 該当", ": met") : kp_t(": 非該当", ": not met"));
    return holds;
}

kp_status kp_support_eligible(const kp_support_basis *basis, int year, kp_trace *trace,
                              kp_num *answer) {
    const kp_given inputs[] = {
        {basis->rate, kp_require_amount, kp_t("保険料率(一般+調整)", "Rate, general + adjustment"),
         KP_PERMILLE},
        {basis->needed, kp_require_amount, kp_t("法定給付費等所要保険料率", "Rate needed"),
         KP_PERMILLE},
        {basis->assets, kp_require_amount, kp_t("保有資産", "Assets"), KP_RATIO},
    };
    kp_num least;
    kp_num above;
    kp_num below;
    kp_status status = kp_require_all(inputs, sizeof inputs / sizeof inputs[0], trace);
    if (status == KP_OK)
        status = positive_term(basis->rate_least, KP_SUPPORT_RATE_LEAST, year, trace, &least);
    if (status == KP_OK)
        status = positive_term(basis->needed_above, KP_SUPPORT_NEEDED_ABOVE, year, trace, &above);
    if (status == KP_OK)
        status = positive_term(basis->assets_below, KP_SUPPORT_ASSETS_BELOW, year, trace, &below);
    if (status != KP_OK) return status;
    bool rate = met(kp_cmp(basis->rate, least) >= 0,
                    kp_t("保険料率が下限以上", "The rate is not below its limit"), trace);
    bool needed =
        met(kp_cmp(basis->needed, above) > 0,
            kp_t("所要保険料率が境を超える", "The rate needed is above its limit"), trace);
    bool assets = met(kp_cmp(basis->assets, below) < 0,
                      kp_t("保有資産が境に満たない", "The assets are below their limit"), trace);
    *answer = kp_int(rate && needed && assets);
    kp_trace_step(trace, kp_t("対象(1 = 該当、0 = 非該当)", "Eligible (1 = yes, 0 = no)"), *answer,
                  KP_NO_UNIT);
    return KP_OK;
}
