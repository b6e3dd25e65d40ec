/* SPDX-License-Identifier: MPL-2.0
 *
 * nominal.h: nominal booking (名目計上): an item that is booked with 1 千円, because it must stand
 * in the budget but cannot be estimated yet.
 */
#ifndef KENPO_NOMINAL_H
#define KENPO_NOMINAL_H

#include "kenpo/run.h"

/** 名目計上額 · the nominal amount of an item.
 *
 *  「…社会保障・税番号制度システム整備費補助金」に名目計上(1千円)すること。」 通知 第2の1(4);
 *  「…これまでの実績が乏しく見込みによる計上ができない場合にあっては、名目計上(1千円)して差し
 *  支えない。」 通知 第2の8
 *
 *  item    目の名称, blanks and width of letters apart; "(目)" before it is passed over. Known for
 *          FY2015: ordered: 社会保障・税番号制度システム整備費補助金、
 *          高齢者医療支援金等負担金助成事業費、被用者保険運営円滑化推進事業費; allowed where there is no
 *          record: 還付金、一部負担金等の減免措置 (災害時の減免); allowed under 第3の3: 国庫補助金.
 *          For FY2023: 制度の見直しに伴う補助金 (健保ニュース 2301)
 *  year    fiscal year
 *  amount  1 (千円)
 *
 *  KP_NOT_PUBLISHED: no rule orders or allows it for this item in this year. KP_INVALID: no name.
 *  Source: 通知 第2の1(4), 第2の2(4), 第2の8, 第2の13, 第3の3(4), all for FY2015; 健保ニュース 2023年1月中旬号.
 *  Example: 社会保障・税番号制度システム整備費補助金 in FY2015 is 1, in FY2016 #N/A. */
kp_num kp_nominal(kp_run *run, const char *item, int year);

#endif
