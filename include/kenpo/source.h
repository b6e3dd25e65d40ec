/* SPDX-License-Identifier: MPL-2.0
 *
 * source.h: where a rule or a number comes from (出典). Nothing in the product stands without one.
 */
#ifndef KENPO_SOURCE_H
#define KENPO_SOURCE_H

#include "kenpo/status.h"
#include "kenpo/trace.h"

/** A document that rules or numbers are taken from. */
typedef enum kp_document {
    KP_NO_SOURCE,
    KP_NOTICE_2015, /**< 保保発0116第3号 「健康保険組合の平成27年度予算の編成について」 */
    KP_KENPOREN_2024,   /**< 健保連 「令和6年度の事業活動状況(概要)」 */
    KP_HEALTH_ACT,      /**< 健康保険法 */
    KP_HEALTH_ORDER,    /**< 健康保険法施行令 */
    KP_ELDERLY_ACT,     /**< 高齢者の医療の確保に関する法律 */
    KP_CARE_ACT,        /**< 介護保険法 */
    KP_CHILDREN_ACT,    /**< 子ども・子育て支援法 */
    KP_BUDGET_STANDARD, /**< 健康保険組合予算編成基準 (昭和35年11月4日保発66号) */
    KP_SETTLEMENT_GUIDE, /**< 決算概要表記載要領 */
    KP_PUBLIC_PAGE,      /**< a public page, named by the place */
    KP_DOCUMENTS
} kp_document;

/** A place in a document, such as {KP_NOTICE_2015, "第1の1(5)"}. */
typedef struct kp_citation {
    kp_document document;
    const char *place;
} kp_citation;

/** Appends the document's title and the place. */
void kp_write_citation(kp_writer *writer, kp_citation citation);

/** Appends the document's short title, such as 通知, and the place. */
void kp_write_short_citation(kp_writer *writer, kp_citation citation);

/** Adds the citation to an explanation, on a line of its own. */
void kp_trace_citation(kp_trace *trace, kp_citation citation);

#endif
