/* SPDX-License-Identifier: MPL-2.0
 *
 * fee.c: fees for reviewing claims and for common systems. See kenpo/fee.h for each rule's law.
 */
#include "kenpo/fee.h"

#include "kenpo/parameter.h"

static kp_num class_fee(kp_run *run, kp_text label, kp_num cases, kp_num price) {
    return kp_say(run, label, kp_mul(cases, price), KP_YEN);
}

/* 新しい体系の区分: nothing without cases; else the year must have it, and its price is the user's. */
static kp_num new_class_fee(kp_run *run, kp_text label, const kp_review_class *c, int year,
                            int place) {
    if (kp_sign(c->cases) == 0) return kp_int(0);
    kp_need(run, kp_parameter_begun(KP_FEE_TIERS, year), place,
            kp_t("この区分は令和8年度からの手数料体系のものです。それより前の年度では 0 "
                 "件としてください。",
                 "This class is of the scheme from FY2026 on; before it there are no cases."));
    if (c->price == NULL)
        return kp_refuse(
            run, KP_NOT_PUBLISHED, place + 1,
            kp_t("単価は収録なしです(公表値がありません)。契約の単価を入力してください。",
                 "No price is published. Please enter the one agreed upon."));
    return class_fee(run, label, c->cases, *c->price);
}

kp_num kp_review_fee(kp_run *run, const kp_review_basis *b, int year) {
    if (kp_parameter_begun(KP_FEE_TIERS, year))
        kp_remark(run, kp_t("令和8年度からの手数料体系(原審査3階層・再審査手数料)の年度です。"
                            "区分と単価は支払基金との契約で確認してください。",
                            "A year of the scheme from FY2026 on (three tiers, a fee for a second "
                            "review): see the contract for classes and prices."));
    kp_num general =
        class_fee(run, kp_t("医科・歯科(一般) = 件数 × 単価", "Medical and dental = cases × price"),
                  b->general, b->general_price);
    kp_num obvious = class_fee(run,
                               kp_t("医科・歯科(判断が明らかなレセプト) = 件数 × 単価",
                                    "Medical and dental, obvious = cases × price"),
                               b->obvious, b->obvious_price);
    kp_num dispensing = class_fee(run, kp_t("調剤 = 件数 × 単価", "Dispensing = cases × price"),
                                  b->dispensing, b->dispensing_price);
    kp_num third = new_class_fee(run, kp_t("第3の階層 = 件数 × 単価", "Third tier = cases × price"),
                                 &b->third, year, 8);
    kp_num second = new_class_fee(
        run, kp_t("再審査 = 件数 × 単価", "Second review = cases × price"), &b->second, year, 10);
    kp_num old = kp_add(kp_add(general, obvious), dispensing);
    return kp_say(run, kp_t("審査支払手数料 = 各区分の計", "Fee = sum of the classes"),
                  kp_add(old, kp_add(third, second)), KP_YEN);
}

kp_num kp_system_fee(kp_run *run, kp_num members, kp_num price, kp_num months) {
    return kp_say(run,
                  kp_t("運営負担金 = 加入者数 × 単価 × 月数", "Fee = members × price × months"),
                  kp_mul(kp_mul(members, price), months), KP_YEN);
}
