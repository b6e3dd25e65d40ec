/* SPDX-License-Identifier: MPL-2.0
 *
 * source.c: the titles of the documents that rules and numbers are taken from.
 */
#include "kenpo/source.h"

static const kp_text TITLES[KP_DOCUMENTS] = {
    [KP_NO_SOURCE] = {"Kenpo Calc", "Kenpo Calc"},
    [KP_NOTICE_2015] =
        {"「健康保険組合の平成27年度予算の編成について」(平成27年1月16日 保保発0116第3号)",
         "MHLW notification 保保発0116第3号 of 16 January 2015 on the FY2015 budget"},
    [KP_KENPOREN_2024] = {"健康保険組合連合会「令和6年度の事業活動状況(概要)」",
                          "Kenporen (健保連), activities in FY2024 (summary)"},
    [KP_HEALTH_ACT] = {"健康保険法", "Health Insurance Act (健康保険法)"},
    [KP_HEALTH_ORDER] = {"健康保険法施行令",
                         "Order for Enforcement of the Health Insurance Act (施行令)"},
    [KP_ELDERLY_ACT] = {"高齢者の医療の確保に関する法律",
                        "Act on Assurance of Medical Care for Elderly People (高確法)"},
    [KP_CARE_ACT] = {"介護保険法", "Long-Term Care Insurance Act (介護保険法)"},
    [KP_CHILDREN_ACT] = {"子ども・子育て支援法",
                         "Child and Childcare Support Act (子ども・子育て支援法)"},
    [KP_BUDGET_STANDARD] = {"健康保険組合予算編成基準(昭和35年11月4日 保発第66号)",
                            "Budget standard for health insurance societies (予算編成基準)"},
    [KP_SETTLEMENT_GUIDE] =
        {"「健康保険組合の平成27年度収入支出決算概要表等について」(平成28年3月28日 "
         "保保発0328第1号) 記載要領",
         "Guide to the settlement summary (決算概要表記載要領)"},
    [KP_PUBLIC_PAGE] = {"公表資料", "Public page"},
};

/* Short titles of documents whose full one is long; the forms tell which is meant. */
static const kp_text SHORT_TITLES[KP_DOCUMENTS] = {
    [KP_NOTICE_2015] = {"通知", "Notification"},
    [KP_KENPOREN_2024] = {"事業活動状況", "Kenporen activities"},
    [KP_BUDGET_STANDARD] = {"予算編成基準", "Budget standard"},
    [KP_SETTLEMENT_GUIDE] = {"記載要領", "Settlement guide"},
};

static void write_place(kp_writer *writer, const char *place) {
    if (place == NULL) return;
    kp_write(writer, " ");
    kp_write(writer, place);
}

void kp_write_citation(kp_writer *writer, kp_citation citation) {
    kp_write_text(writer, TITLES[citation.document]);
    write_place(writer, citation.place);
}

void kp_write_short_citation(kp_writer *writer, kp_citation citation) {
    const kp_text *title = &SHORT_TITLES[citation.document];
    kp_write_text(writer, title->ja == NULL ? TITLES[citation.document] : *title);
    write_place(writer, citation.place);
}

void kp_trace_citation(kp_trace *trace, kp_citation citation) {
    if (trace == NULL) return;
    trace->cited = true;
    kp_write_text(&trace->writer, kp_t("根拠: ", "Source: "));
    kp_write_citation(&trace->writer, citation);
    kp_write(&trace->writer, "\n");
}
