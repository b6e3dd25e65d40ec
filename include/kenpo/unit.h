/* SPDX-License-Identifier: MPL-2.0
 *
 * unit.h: the units of amounts, rates and counts (単位). One table says their words; whatever else
 * names a unit does so by its code.
 */
#ifndef KENPO_UNIT_H
#define KENPO_UNIT_H

#include "kenpo/status.h"

typedef enum kp_unit {
    KP_NO_UNIT,
    KP_YEN,          /**< 円 */
    KP_THOUSAND_YEN, /**< 千円 */
    KP_PERMILLE,     /**< ‰ */
    KP_RATIO,        /**< (1 = 100 %), said with its per cent */
    KP_PERCENT,      /**< %: a ratio that is said as per cent alone */
    KP_PERSONS,      /**< 人 */
    KP_CASES,        /**< 件 */
    KP_COPIES,       /**< 部 */
    KP_SOCIETIES,    /**< 組合 */
    KP_MONTHS,       /**< か月 */
    KP_YEARS,        /**< 年間 */
    KP_FISCAL_YEAR,  /**< 年度: a number of this unit is a year and stands without separators */
    KP_YEN_PERSON,   /**< 円/人 */
    KP_YEN_PERSON_MONTH, /**< 円(1人当たり月額) */
    KP_YEN_MEMBER,       /**< 円/加入者 */
    KP_YEN_MEMBER_MONTH, /**< 円(加入者1人当たり月額) */
    KP_YEN_CASE,         /**< 円/件 */
    KP_YEN_SOCIETY,      /**< 円/組合 */
    KP_SUM_OF_RANGE,     /**< (範囲の合計): not a unit, but stands where one does */
    KP_UNITS
} kp_unit;

/** The words of a unit; empty for KP_NO_UNIT. */
kp_text kp_unit_words(kp_unit unit);

#endif
