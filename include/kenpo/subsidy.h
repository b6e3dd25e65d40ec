/* SPDX-License-Identifier: MPL-2.0
 *
 * subsidy.h: subsidies of the state (国庫負担・国庫補助). Amounts are in 円.
 */
#ifndef KENPO_SUBSIDY_H
#define KENPO_SUBSIDY_H

#include "kenpo/range.h"

/** 組合区分 · the kind of a society. 連合 has the unit prices of 単一 (通知 第2の1). */
typedef enum kp_society { KP_SINGLE, KP_ALLIED, KP_MULTI } kp_society;

/** The society's kind of that word: 単一, 連合, 総合, with or without 組合; KP_INVALID else. */
kp_society kp_society_named(kp_run *run, const char *word);

/** Whose months and prices the office subsidy is computed of. */
typedef struct kp_office_basis {
    kp_num insured; /**< 被保険者数, whole ≥ 0 */
    kp_num care_insured; /**< 介護保険第2号被保険者数(被保険者と被扶養者の合計), whole ≥ 0 */
    kp_num months;        /**< 月数, whole 1 to 12 */
    kp_num general_price; /**< 一般分の単価 円(1人当たり月額) > 0 */
    kp_num care_price;    /**< 介護分の単価 円(1人当たり月額) > 0 */
} kp_office_basis;

/** 事務費国庫負担金 · the state's share of office expenses.
 *
 *  「事務費の国庫負担収入は、一般分と介護分の合計額を計上すること。」「一般分の被保険者1人当た
 *  り月額は、単一組合(連合形態を含む)では11円とし、総合組合では16円とすること。」「介護分の介護
 *  保険第2号被保険者(40歳から64歳の被保険者・被扶養者の合計)1人当たり月額は、単一組合(連合形態
 *  を含む)では2円とし、総合組合では3円とすること。」 通知 第2の1
 *
 *  subsidy = insured × general price × months + care insured × care price × months, 円
 *
 *  KP_INVALID: a value outside its range.
 *  Source: 通知 第2の1(1)(2), 健康保険法151・152条.
 *  Example, FY2015: 5,000 and 3,200 persons, 単一: 736,800 円; 総合: 1,075,200 円 (E-11). */
kp_num kp_office_subsidy(kp_run *run, const kp_office_basis *basis);

/** 特定健康診査・保健指導補助金 · the subsidy for check-ups and guidance.
 *
 *  「なお、この交付要綱で示す「基準単価」は、別表1に示す「予算基準単価」のとおりである。」 通知
 *  第2の6(2)
 *
 *  cases    件数, whole numbers ≥ 0
 *  prices   予算基準単価, 円 ≥ 0; a range of the same shape, each price beside its count
 *  rate     補助率, > 0, ≤ 1
 *  subsidy  Σ cases × prices × rate, 円
 *
 *  A place without a count adds nothing; a count without a price is refused.
 *  KP_INVALID: ranges of different shape, text, a value outside these.
 *  Source: 通知 第2の6(2)・別表1 (its prices are not printed in the text and are inputs).
 *  Example: 100 and 20 cases at 1,800 and 3,000 円: 240,000 円. */
kp_num kp_checkup_subsidy(kp_run *run, const kp_range *cases, const kp_range *prices, kp_num rate);

#endif
