/* SPDX-License-Identifier: MPL-2.0
 *
 * filing.h: what is handed in to the bureau (届出書類), until when, and in how many copies.
 */
#ifndef KENPO_FILING_H
#define KENPO_FILING_H

#include "kenpo/date.h"
#include "kenpo/run.h"

/** 提出期限 · the day until which a document of a fiscal year is due.
 *
 *  「収入支出予算概要表は、平成27年3月末日までに保険担当課に正本1部(地方厚生(支)局分)、副本2部
 *  の計3部を提出すること。」 通知 第6の1; 「積立計画の各実施年度の翌年9月末日までに、別表3(様式
 *  2)…を保険担当課に2部提出し、…」 通知 第4の4(1)
 *
 *  document  書類の名称, blanks and width of letters apart:
 *            予算届出書                       31 March before the year, every year (施行令16条)
 *            収入支出予算概要表・概要表       2015-03-31 for FY2015
 *            組合会会議録(写)・会議録         with 予算届出書, FY2015
 *            積立計画・別表3様式1             with 予算届出書, FY2015 (societies under 第4の1(1))
 *            実施状況報告・別表3様式2         30 September after the year of the plan, from FY2015
 *            未払金返済計画・別表2            with 予算届出書, FY2015
 *            健全化計画書                     31 December of the year of designation, from FY2015
 *            添付文書                         with 予算届出書, FY2015
 *            積立計画の変更                   at any time: KP_NOT_PUBLISHED
 *  year      the fiscal year of the budget; of 実施状況報告 the year that is reported on
 *
 *  KP_INVALID: no such document. KP_NOT_PUBLISHED: no source gives a date for that year.
 *  Source: 通知 第3の3(2), 第4の3, 第4の4, 第6の1; 施行令16条.
 *  Example: 収入支出予算概要表 of FY2015 is due on 2015-03-31, of FY2016 #N/A. */
kp_date kp_filing_deadline(kp_run *run, const char *document, int year);

/** 提出部数 · the copies of a document: 収入支出予算概要表 3 (正本1 副本2),
 *  組合会会議録(写) 1, 積立計画 2 for FY2015; 実施状況報告 2 from FY2015.
 *
 *  As in kp_filing_deadline; 「なお、組合会の会議録(写)は1部、別表3(様式1)は2部登録すること。」
 *  通知 第6の1
 *
 *  KP_INVALID: no such document. KP_NOT_PUBLISHED: no source gives a number for that year.
 *  Source: 通知 第4の3, 第4の4(1), 第6の1. */
kp_num kp_filing_copies(kp_run *run, const char *document, int year);

#endif
