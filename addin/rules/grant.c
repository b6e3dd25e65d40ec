/* SPDX-License-Identifier: MPL-2.0
 *
 * grant.c: grants and support of the federation. See kenpo/grant.h for each rule's law.
 */
#include "kenpo/grant.h"

#include "kenpo/input.h"

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
static struct parts split(kp_run *run, const kp_range *claims, kp_num threshold) {
    double cell;
    kp_num claim;
    kp_walk walk = kp_walk_over(run, claims);
    struct parts parts = {-1, 0, 0, kp_int(0), kp_int(0)};
    if (threshold.denominator == 1 && threshold.numerator <= INT64_MAX)
        parts.whole_threshold = (int64_t)threshold.numerator;
    while (kp_walk_cell(&walk, &cell)) {
        if (add_whole_claim(&parts, cell)) continue;
        if (!kp_walk_exact(&walk, cell, &claim)) break;
        if (kp_sign(claim) < 0)
            kp_walk_refuse(&walk, kp_t("交付対象額が負です。", "a claim cannot be negative."));
        add_claim(&parts, threshold, claim);
    }
    parts.below = joined(parts.below, parts.whole_below);
    parts.above = joined(parts.above, parts.whole_above);
    kp_say(run, kp_t("件数", "Claims"), kp_int((int64_t)walk.numbers), KP_CASES);
    return parts;
}

kp_num kp_grant(kp_run *run, const kp_range *claims, const kp_grant_terms *terms) {
    struct parts parts = split(run, claims, terms->threshold);
    kp_say(run, kp_t("基準額以下の部分の合計", "Sum of the parts up to the threshold"), parts.below,
           KP_YEN);
    kp_say(run, kp_t("基準額を超える部分の合計", "Sum of the parts above the threshold"),
           parts.above, KP_YEN);
    return kp_say(
        run,
        kp_t("交付見込額 = 基準額以下 × 交付率 + 超過部分 × 交付率",
             "Grant = lower part × its rate + upper part × its rate"),
        kp_add(kp_mul(terms->rate_below, parts.below), kp_mul(terms->rate_above, parts.above)),
        KP_YEN);
}

kp_num kp_federation_grant(kp_run *run, const kp_federation_basis *b) {
    bool small = kp_cmp(b->insured, b->special_limit) < 0;
    kp_num special = kp_say(
        run, kp_t("特別助成額(基準の人数未満のときだけ)", "Special part, only below the limit"),
        small ? kp_mul(b->insured, b->special_unit) : kp_int(0), KP_YEN);
    kp_num by_count =
        kp_say(run, kp_t("組合数割額 = 組合数 × 単価", "By societies = count × price"),
               kp_mul(b->societies, b->per_society), KP_YEN);
    kp_num promoted = kp_say(run,
                             kp_t("事業・運営推進分 = 申請額(基準額まで)+ 再配分",
                                  "Promotion = application up to the base + further distribution"),
                             kp_add(kp_min(b->application, b->promotion), b->further), KP_YEN);
    return kp_say(run,
                  kp_t("助成金 = 平等割額 + 組合数割額 + 事業・運営推進分 + 特別助成額",
                       "Grant = flat + by societies + promotion + special"),
                  kp_add(kp_add(b->flat, by_count), kp_add(promoted, special)), KP_YEN);
}

/* 共同事業費: whole for three years, then at the rate that the federation fixed. */
static kp_num joint_cost(kp_run *run, const kp_region_basis *b) {
    if (kp_cmp(b->project_year, kp_int(3)) <= 0) {
        if (b->rate != NULL)
            kp_remark(run, kp_t("3年目までは交付率を乗じません。",
                                "Up to the third year the rate is not applied."));
        return b->joint;
    }
    if (b->rate == NULL)
        return kp_refuse(
            run, KP_NOT_PUBLISHED, 6,
            kp_t("4年目以降の交付率は公表されていません。通知された率を入力してください。",
                 "The rate from the fourth year on is not published: please give the one that you "
                 "were notified of."));
    return kp_say(run, kp_t("共同事業費 × 交付率", "Joint projects × rate"),
                  kp_mul(b->joint, kp_need_kind(run, KP_SHARE, *b->rate, 6)), KP_YEN);
}

kp_num kp_region_grant(kp_run *run, const kp_region_basis *b) {
    kp_num spent = kp_say(run, kp_t("助成対象の計", "Spent, as it counts"),
                          kp_add(kp_add(b->staff, joint_cost(run, b)), b->cooperation), KP_YEN);
    return kp_say(run, kp_t("助成金 = 計(上限まで)", "Grant = sum, up to the cap"),
                  kp_min(b->cap, spent), KP_YEN);
}

/* Says of one condition whether it is met. */
static bool met(kp_run *run, bool holds, kp_text condition) {
    if (!kp_heard(run)) return holds;
    kp_write_text(&run->trace->writer, condition);
    kp_remark(run, holds ? kp_t(": 該当", ": met") : kp_t(": 非該当", ": not met"));
    return holds;
}

kp_num kp_support_eligible(kp_run *run, const kp_support_basis *b) {
    bool rate = met(run, kp_cmp(b->rate, b->rate_least) >= 0,
                    kp_t("保険料率が下限以上", "The rate is not below its limit"));
    bool needed = met(run, kp_cmp(b->needed, b->needed_above) > 0,
                      kp_t("所要保険料率が基準を超える", "The rate needed is above its limit"));
    bool assets = met(run, kp_cmp(b->assets, b->assets_below) < 0,
                      kp_t("保有資産が基準未満である", "The assets are below their limit"));
    return kp_say(run, kp_t("対象(1 = 該当、0 = 非該当)", "Eligible (1 = yes, 0 = no)"),
                  kp_int(rate && needed && assets), KP_NO_UNIT);
}
