/* SPDX-License-Identifier: MPL-2.0
 *
 * grant.h: grants and support of the federation (健保連の交付金・助成金). Amounts are in 円.
 */
#ifndef KENPO_GRANT_H
#define KENPO_GRANT_H

#include "kenpo/range.h"

/** The terms of the high-cost grant. */
typedef struct kp_grant_terms {
    kp_num threshold;  /**< 基準額, 円 > 0 */
    kp_num rate_below; /**< 基準額以下の部分の交付率, > 0, ≤ 1 */
    kp_num rate_above; /**< 基準額を超える部分の交付率, > 0, ≤ 1 */
} kp_grant_terms;

/** 高額医療交付金 見込額 · the high-cost medical grant over all claims.
 *
 *  「令和6年度の年間平均交付率は79%(500万円超部分の高額医療費は交付率100%、500万円以下の交付率
 *  は70%)とし、…」 健保連R6 継6(2)②
 *
 *  claims  交付対象額, 円 ≥ 0, one cell a claim (件); never the sum of several claims
 *  grant   Σ over claims of rate_below × min(claim, threshold)
 *          + rate_above × max(claim − threshold, 0), 円, not rounded
 *
 *  KP_INVALID: a negative claim, text, terms outside their range.
 *  Source: 健保連R6 継6(2)②. What 交付対象額 is taken of (after deductions, or 医療費) is not printed.
 *  Example, FY2024: one claim of 7,500,000 gives 6,000,000; two of 4,000,000 give 5,600,000 (E-12).
 */
kp_num kp_grant(kp_run *run, const kp_range *claims, const kp_grant_terms *terms);

/** What the federation pays towards a prefectural federation. */
typedef struct kp_federation_basis {
    kp_num societies;     /**< 主・従組合数(前年度4月1日現在), whole ≥ 1 */
    kp_num insured;       /**< 主組合の被保険者数(前年度3月31日現在), whole ≥ 1 */
    kp_num application;   /**< 事業・運営推進分の申請額, 円 ≥ 0 */
    kp_num further;       /**< 再配分, 円 ≥ 0 */
    kp_num flat;          /**< 平等割額, 円 > 0 */
    kp_num per_society;   /**< 組合数割の単価, 円 > 0 */
    kp_num promotion;     /**< 推進分の基準額, 円 > 0 */
    kp_num special_limit; /**< 特別助成の被保険者数の境, 人 > 0 */
    kp_num special_unit;  /**< 特別助成の単価, 円 > 0 */
} kp_federation_basis;

/** 都道府県連合会設置助成金 · the grant to a prefectural federation.
 *
 *  「平等割額：1連合会当たり717万円」「組合数割額：主・従組合数（前年度4月1日現在）×2万円」「
 *  事業・運営推進分：1連合会基準額50万円。ただし、基準額を超える部分は予算枠の範囲内で再配分交
 *  付する。」「特別助成額：小規模連合会（主組合の被保険者数が2万人未満）に対し、主組合・被保険
 *  者数（前年度3月31日現在）×50円」 健保連R6 継8(4)①
 *
 *  grant = flat + per society × societies + min(application, promotion) + further
 *          + special unit × insured where insured < special limit, 円
 *
 *  KP_INVALID: a value outside its range.
 *  Source: 健保連R6 継8(4)①.
 *  Example, FY2024: 18 societies, 500,000 円: 9,029,950 円 with 19,999 insured, 8,030,000 円 with
 *  20,000 (E-15). */
kp_num kp_federation_grant(kp_run *run, const kp_federation_basis *basis);

/** What a region spends together. */
typedef struct kp_region_basis {
    kp_num staff;        /**< 地区担当設置助成費, 円 ≥ 0 */
    kp_num joint;        /**< 共同事業実施助成費, 円 ≥ 0 */
    kp_num cooperation;  /**< 連携体制整備助成費, 円 ≥ 0 */
    kp_num project_year; /**< 共同事業の何年目か, whole ≥ 1 */
    const kp_num *rate;  /**< 4年目以降の交付率, > 0, ≤ 1; NULL: none given */
    kp_num cap;          /**< 1地区当たりの年間上限, 円 > 0 */
} kp_region_basis;

/** 都道府県連携助成金 · the grant to a region.
 *
 *  「各経費の実支出額を助成する。また、▽1地区当たり年間3千万円の上限を設定…▽3年を超える共同
 *  事業については、開始2年間の事業実施状況に応じ4年目以降の助成額に一定の交付率を乗じる」 健保
 *  連R6 継8(3)
 *
 *  grant = min(cap, staff + joint + cooperation), 円; from the fourth year of the joint project on
 *  joint × rate stands for joint.
 *
 *  KP_INVALID: a value outside its range. KP_NOT_PUBLISHED: a fourth year without the rate,
 *  which no source prints.
 *  Source: 健保連R6 継8(3).
 *  Example, FY2024: 12, 9 and 11 million 円 give 30,000,000 円 (E-16). */
kp_num kp_region_grant(kp_run *run, const kp_region_basis *basis);

/** What decides whether a society is supported. */
typedef struct kp_support_basis {
    kp_num rate;         /**< 保険料率(一般+調整), ‰ ≥ 0 */
    kp_num needed;       /**< 法定給付費等所要保険料率, ‰ ≥ 0 */
    kp_num assets;       /**< 保有資産 ÷ 法定準備金水準, 1 = 100 %, ≥ 0 */
    kp_num rate_least;   /**< 料率の下限, ‰ > 0 */
    kp_num needed_above; /**< 所要率の境, ‰ > 0 */
    kp_num assets_below; /**< 保有資産の境, > 0 */
} kp_support_basis;

/** 組合運営サポート事業の対象 · whether a society is eligible for support.
 *
 *  「▽保険料率（一般＋調整）が95%以上、▽法定給付費等所要保険料率が90%超、▽保有資産が300%相当
 *  額未満－の全てに該当する組合を対象に組合運営サポート事業を実施している。」 健保連R6 継6(3)
 *
 *  answer  1 where rate ≥ rate_least AND needed > needed_above AND assets < assets_below, else 0
 *
 *  The source prints 95 % and 90 %; 95 ‰ and 90 ‰ are meant, since 健康保険法160条 limits the rate
 *  to 130 ‰ and 施行令29条 has 千分の九十五 for the same ratio.
 *  KP_INVALID: a negative value.
 *  Source: 健保連R6 継6(3), 重4(1).
 *  Example: 95, 90.1 and 3 (300 %): 0 for FY2024, 1 for FY2025 (E-17). */
kp_num kp_support_eligible(kp_run *run, const kp_support_basis *basis);

#endif
