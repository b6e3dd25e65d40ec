/* SPDX-License-Identifier: MPL-2.0
 *
 * grant.h: grants of the federation (健保連の交付金). Amounts are in 円.
 */
#ifndef KENPO_GRANT_H
#define KENPO_GRANT_H

#include "kenpo/range.h"

/** The terms of the high-cost grant; NULL takes the published one of the year. */
typedef struct kp_grant_terms {
    const kp_num *threshold;  /**< 基準額, 円 > 0 */
    const kp_num *rate_below; /**< 基準額以下の部分の交付率, > 0, ≤ 1 */
    const kp_num *rate_above; /**< 基準額を超える部分の交付率, > 0, ≤ 1 */
} kp_grant_terms;

/** 高額医療交付金 見込額 · the high-cost medical grant over all claims.
 *
 *  claims  交付対象額, 円 ≥ 0, one cell a claim (件); never the sum of several claims
 *  grant   Σ over claims of rate_below × min(claim, threshold) + rate_above × max(claim −
 * threshold, 0), 円, not rounded
 *
 *  KP_INVALID: a negative claim, text, terms outside their range.
 *  KP_NOT_PUBLISHED: the terms of the year are not published and not given (FY2025 on).
 *  Source: S000 継6(2)②. What 交付対象額 is taken of (after deductions, or 医療費) is not printed.
 *  Example, FY2024: one claim of 7,500,000 gives 6,000,000; two of 4,000,000 give 5,600,000 (E-12).
 */
kp_status kp_grant(const kp_range *claims, int year, const kp_grant_terms *terms, kp_trace *trace,
                   kp_num *grant);

#endif
