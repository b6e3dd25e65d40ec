/* SPDX-License-Identifier: MPL-2.0
 *
 * rounding.h: named roundings (端数処理). Neither source document prescribes one, so no rule rounds
 * by itself: a form that must round says so in a visible cell.
 */
#ifndef KENPO_ROUNDING_H
#define KENPO_ROUNDING_H

#include "kenpo/run.h"

/** 端数処理 · `value` brought to a multiple of `unit`.
 *
 *  value   an amount or a rate, any sign; its size is rounded, so −1.5 切上げ 1 is −2
 *  unit    1, 1000, 0.01 …, > 0
 *  word    切捨て (切り捨て, 切捨), 切上げ (切り上げ, 切上), 四捨五入, 五捨五超入
 *
 *  KP_INVALID: a unit of 0 or less, another word.
 *  Source: none; the user's choice. 健保連's publications truncate or round half up (四捨五入).
 *  Example: 736,800 with unit 1,000 切捨て is 736,000. */
kp_num kp_round_named(kp_run *run, kp_num value, kp_num unit, const char *word);

/** 小数の単位 · 10 to the power of −decimals, for a whole number of decimals from 0 to 10. */
kp_num kp_decimal_unit(kp_num decimals);

#endif
