/* SPDX-License-Identifier: MPL-2.0
 *
 * nominal.c: the items that a notification lets be booked with 1 千円.
 */
#include "kenpo/nominal.h"

#include <string.h>

#include "kenpo/parameter.h"
#include "kenpo/source.h"
#include "kenpo/text.h"

enum { NAMES = 4 };

typedef struct nominal {
    const char *names[NAMES]; /* the source's first, then other ways to write it */
    kp_parameter_id amount;   /* in the years for which it is published */
    const kp_text *standing;
    kp_citation citation;
} nominal;

static const kp_text ORDERED = {"名目計上(1 千円)することとされています。",
                                "Nominal booking (1 thousand yen) is ordered."};
static const kp_text NO_RECORD = {
    "実績が乏しく見込みによる計上ができない場合、名目計上(1 千円)して差し支えありません。",
    "Nominal booking (1 thousand yen) is allowed where there is no record to estimate by."};
static const kp_text EXPECTED = {
    "一般勘定の編成が困難な組合で交付が見込まれる場合、名目計上(1 千円)して差し支えありません。",
    "Nominal booking (1 thousand yen) is allowed to societies under 第3の3 that expect it."};

static const kp_text PREPARED = {
    "制度の見直しに伴い補助金の交付が予定されている支出について、名目計上(1 千円)ができます。",
    "Nominal booking (1 thousand yen) is possible where a subsidy for a reform is to come."};

static const nominal ITEMS[] = {
    {{"社会保障・税番号制度システム整備費補助金", "社会保障･税番号制度システム整備費補助金"},
     KP_NOMINAL_ORDERED,
     &ORDERED,
     {KP_NOTICE_2015, "第2の1(4)"}},
    {{"高齢者医療支援金等負担金助成事業費"},
     KP_NOMINAL_ORDERED,
     &ORDERED,
     {KP_NOTICE_2015, "第2の13"}},
    {{"被用者保険運営円滑化推進事業費"}, KP_NOMINAL_ORDERED, &ORDERED, {KP_NOTICE_2015, "第2の13"}},
    {{"一部負担金等の減免措置", "一部負担金等減免", "減免措置", "災害時の減免"},
     KP_NOMINAL_ALLOWED,
     &NO_RECORD,
     {KP_NOTICE_2015, "第2の2(4)"}},
    {{"還付金", "保険料還付金"}, KP_NOMINAL_ALLOWED, &NO_RECORD, {KP_NOTICE_2015, "第2の8"}},
    {{"国庫補助金", "国庫補助金収入"},
     KP_NOMINAL_ALLOWED,
     &EXPECTED,
     {KP_NOTICE_2015, "第3の3(4)"}},
    {{"制度の見直しに伴う補助金", "出産育児一時金の補助金", "事業主健診情報の補助金",
      "医療費適正化計画の補助金"},
     KP_NOMINAL_PREPARED,
     &PREPARED,
     {KP_PUBLIC_PAGE, "健保ニュース 2023年1月中旬号(令和5年度予算の編成について)"}},
};

static bool has_name(const nominal *item, const char *name) {
    for (size_t i = 0; i < NAMES && item->names[i] != NULL; i++)
        if (kp_same_name(item->names[i], name)) return true;
    return false;
}

/* The name without "(目)", in full-width or narrow brackets. */
static const char *without_mark(const char *name) {
    static const char *const MARKS[] = {"(目)", "（目）"};
    for (size_t i = 0; i < sizeof MARKS / sizeof MARKS[0]; i++)
        if (strncmp(name, MARKS[i], strlen(MARKS[i])) == 0) return name + strlen(MARKS[i]);
    return name;
}

kp_num kp_nominal(kp_run *run, const char *item, int year) {
    const char *name = without_mark(item);
    kp_need(run, !kp_same_name(name, ""), 1,
            kp_t("目の名称を入力してください。", "Please enter the name of the item."));
    for (size_t i = 0; i < sizeof ITEMS / sizeof ITEMS[0]; i++) {
        const nominal *known = &ITEMS[i];
        if (kp_parameter_row(known->amount, year) == NULL || !has_name(known, name)) continue;
        kp_remark(run, *known->standing);
        kp_trace_citation(run->trace, known->citation);
        return kp_published(run, known->amount, year);
    }
    return kp_refuse(run, KP_NOT_PUBLISHED, 1,
                     kp_t("この年度にこの目の名目計上を求める、または認める定めはありません。",
                          "No rule orders or allows nominal booking of this item in this year."));
}
