/* SPDX-License-Identifier: MPL-2.0
 *
 * levy.c: the levies that a society pays. See kenpo/levy.h for each rule's law.
 */
#include "kenpo/levy.h"

#include "kenpo/input.h"
#include "kenpo/parameter.h"

kp_num kp_levy_net(kp_run *run, kp_num estimate, kp_num old, kp_num settled, kp_num adjustment) {
    kp_num settlement =
        kp_say(run, kp_t("前々年度精算 = 確定 − 概算", "Settlement = settled − estimated then"),
               kp_sub(settled, old), KP_NO_UNIT);
    return kp_say(run,
                  kp_t("見込額 = 当年度概算 + 前々年度精算 + 調整金額",
                       "Net = estimate + settlement + adjustment"),
                  kp_add(kp_add(estimate, settlement), adjustment), KP_NO_UNIT);
}

kp_num kp_levy_expense(kp_run *run, kp_num net, kp_num office) {
    if (kp_sign(net) < 0)
        kp_remark(run, kp_t("見込額がマイナスのため、事務費拠出金のみを支出に計上します。",
                            "The estimate is negative: only the office contribution is spent."));
    return kp_say(run, kp_t("支出計上額", "Budgeted as spending"),
                  kp_add(kp_max(net, kp_int(0)), office), KP_NO_UNIT);
}

kp_num kp_levy_refund(kp_run *run, kp_num net) {
    return kp_say(run,
                  kp_t("還付見込額((款)雑収入(項)雑入(目)補助金等追加収入に計上)",
                       "Refund, budgeted as 雑収入・雑入・補助金等追加収入"),
                  kp_max(kp_int(0), kp_sub(kp_int(0), net)), KP_NO_UNIT);
}

/* The factor by which wages change the levy: 2/3 + 1/3 × ratio. 高確法34条1項1号イ */
static kp_num wage_factor(kp_run *run, const kp_num *wages, int year) {
    const kp_parameter *began = kp_parameter_row(KP_EARLY_WAGES, year);
    kp_need(run, began != NULL, 5,
            kp_t("前期高齢者納付金は平成20年度からです。",
                 "The levy for the early elderly began in FY2008."));
    if (kp_sign(kp_published(run, KP_EARLY_WAGES, year)) == 0) {
        if (wages != NULL)
            kp_remark(run, kp_t("報酬調整は令和6年度からのため、報酬の比は使いません。",
                                "Wages count from FY2024 on: their ratio is not used."));
        return kp_int(1);
    }
    if (wages == NULL)
        return kp_refuse(run, KP_NOT_PUBLISHED, 6,
                         kp_t("令和6年度以降は報酬調整(3分の1)があるため、1人当たり報酬の比を"
                              "入力してください。",
                              "From FY2024 on a third goes by wages: please give the ratio of "
                              "wages a person."));
    kp_num ratio = kp_need_kind(run, KP_POSITIVE, *wages, 6);
    return kp_say(run, kp_t("報酬調整 = 2/3 + 1/3 × 報酬の比", "Wages = 2/3 + 1/3 × ratio"),
                  kp_div(kp_add(kp_int(2), ratio), kp_int(3)), KP_NO_UNIT);
}

kp_num kp_early_levy(kp_run *run, const kp_early_basis *b, int year) {
    kp_num members =
        kp_divisor(run, b->members, 4, kp_t("加入者数が 0 です。", "There are no members."));
    kp_need(run, kp_cmp(b->elderly, b->members) <= 0, 3,
            kp_t("前期高齢者数が加入者数を超えています。",
                 "There are more early elderly than members."));
    kp_num wages = wage_factor(run, b->wages, year);
    kp_num own =
        kp_say(run, kp_t("前期高齢者加入率(下限割合以上)", "Own share, not below the smallest"),
               kp_max(kp_div(b->elderly, members), b->floor), KP_RATIO);
    kp_num factor =
        kp_say(run, kp_t("加入者調整率 = 全保険者平均 ÷ 加入率", "Factor = average ÷ own"),
               kp_div(b->average, own), KP_NO_UNIT);
    kp_num base = kp_say(run, kp_t("調整対象基準額", "Adjusted cost"),
                         kp_mul(kp_mul(b->cost, factor), wages), KP_NO_UNIT);
    return kp_say(run,
                  kp_t("納付金 = 調整対象基準額 − 調整対象額(マイナスなら交付金)",
                       "Levy = adjusted cost − cost; negative: a grant"),
                  kp_sub(base, b->cost), KP_NO_UNIT);
}

kp_num kp_late_support(kp_run *run, kp_num payroll, kp_num burden, kp_num factor) {
    kp_num least = kp_published(run, KP_LATE_FACTOR_LEAST, KP_NO_YEAR);
    kp_num most = kp_published(run, KP_LATE_FACTOR_MOST, KP_NO_YEAR);
    kp_need(run, kp_cmp(factor, least) >= 0 && kp_cmp(factor, most) <= 0, 3,
            kp_t("調整率は 0.9 から 1.1 までです(90 % から 110 %)。",
                 "The factor is from 0.9 to 1.1 (90 % to 110 %)."));
    return kp_say(run,
                  kp_t("後期高齢者支援金 = 標準報酬総額 × 負担率 × 調整率",
                       "Support = payroll × burden × factor"),
                  kp_mul(kp_mul(payroll, burden), factor), KP_NO_UNIT);
}

kp_num kp_care_levy(kp_run *run, kp_num payroll, kp_num burden) {
    return kp_say(run, kp_t("介護納付金 = 標準報酬総額 × 負担率", "Care levy = payroll × burden"),
                  kp_mul(payroll, burden), KP_NO_UNIT);
}

kp_num kp_childcare_levy(kp_run *run, kp_num payroll, kp_num rate) {
    return kp_say(run,
                  kp_t("子ども・子育て支援金 = 総報酬額 × 支援金率 ÷ 1,000",
                       "Childcare support = payroll × rate ÷ 1,000"),
                  kp_div(kp_mul(payroll, rate), kp_int(1000)), KP_NO_UNIT);
}

kp_num kp_burden_ratio(kp_run *run, kp_num levies, kp_num benefits) {
    kp_num both = kp_say(run, kp_t("拠出金 + 法定給付費", "Levies + benefits"),
                         kp_add(levies, benefits), KP_NO_UNIT);
    kp_divisor(run, both, 2,
               kp_t("拠出金も法定給付費も 0 です。", "Levies and benefits are both 0."));
    return kp_say(run,
                  kp_t("拠出金負担割合 = 拠出金 ÷ (拠出金 + 法定給付費)",
                       "Burden = levies ÷ (levies + benefits)"),
                  kp_div(levies, both), KP_RATIO);
}
