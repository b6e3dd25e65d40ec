/* SPDX-License-Identifier: MPL-2.0
 *
 * targets.c: the lists of the forms that take a stranger's table.
 */
#include "import/table/targets.h"

#include <string.h>

#define ITEMS                                                                                      \
    {"item",                                                                                       \
     {"項目(目)の名", "name of the item (目)"},                                                    \
     KP_FIELD_KEY,                                                                                 \
     KP_MONEY_NONE,                                                                                \
     "",                                                                                           \
     0,                                                                                            \
     "目|科目名|目名|科目|勘定科目|項目名|項目|摘要|款項目|名称"},                                 \
    {                                                                                              \
        "section", {"収入・支出の別", "収入 or 支出"}, KP_FIELD_SECTION, KP_MONEY_NONE, "", 0,     \
            "収入支出|収支区分|収支|部|収入・支出の別"                           \
    }

#define ACCOUNT                                                                                                                     \
    ITEMS,                                                                                                                          \
        {"budget",                                                                                                                  \
         {"本年度予算額", "this year's budget"},                                                                                    \
         KP_FIELD_NUMBER,                                                                                                           \
         KP_MONEY_THOUSAND,                                                                                                         \
         "",                                                                                                                        \
         0,                                                                                                                         \
         "本年度予算額|本年度予算|予算案|当年度予算額|当初予算額"},                                                                 \
        {"previous",                                                                                                                \
         {"前年度予算額", "last year's budget"},                                                                                    \
         KP_FIELD_NUMBER,                                                                                                           \
         KP_MONEY_THOUSAND,                                                                                                         \
         "_前年度",                                                                                                                 \
         0,                                                                                                                         \
         "前年度予算額|前年度予算|予算現額|前年予算"},                                                                              \
    {                                                                                                                               \
        "outcome", {"前年度決算見込", "last year's expected outcome"}, KP_FIELD_NUMBER,                                             \
            KP_MONEY_THOUSAND, "_前年度見込", 0,                                                                                    \
            "前年度決算見込|決算見込額|決算見込|実績見込|見込額|決算額|実績額|実績|決算|執行額" \
    }

static const kp_target TARGETS[] = {
    {"months",
     {"月別の被保険者数と標準報酬月額(基礎数値 1)", "Heads and pay by month (基礎数値 1)"},
     KP_KEY_MONTH,
     {"月末_被保険者数"},
     NULL,
     {"平均標準報酬月額_前年度", "被保険者数_前年度"},
     false,
     {{"month",
       {"年月", "month"},
       KP_FIELD_KEY,
       KP_MONEY_NONE,
       "",
       0,
       "年月|対象年月|対象月|処理年月|基準年月|月末|集計月|月|month"},
      {"heads",
       {"被保険者数", "insured"},
       KP_FIELD_NUMBER,
       KP_MONEY_NONE,
       "",
       0,
       "被保険者数|被保険者数(人)|被保数|被保険者|月末被保険者数|人数|heads"},
      {"paying",
       {"免除者を除く人数", "insured who pay"},
       KP_FIELD_NUMBER,
       KP_MONEY_NONE,
       "",
       1,
       "免除者を除く人数|免除者除く人数|免除者を除く|賦課人数|賦課対象者数|保険料対象者数|paying"},
      {"pay",
       {"標準報酬月額総計", "sum of standard monthly pay"},
       KP_FIELD_NUMBER,
       KP_MONEY_YEN,
       "",
       2,
       "標準報酬月額総計|標準報酬月額総額|標準報酬月額合計|標準報酬月額計|標準報酬総額|"
       "標準報酬合計|"
       "標報総額|標準報酬月額|標準報酬|報酬総額|報酬月額|pay"}}},
    {"claims",
     {"高額医療交付金の明細(1件1行)", "Claims for 高額医療交付金 (one a row)"},
     KP_KEY_NONE,
     {"高額_交付対象額"},
     NULL,
     {NULL},
     true,
     {{"month",
       {"番号・診療月", "number or month"},
       KP_FIELD_TEXT,
       KP_MONEY_NONE,
       "",
       -2,
       "診療年月|診療月|番号|年月|No"},
      {"case",
       {"件名または区分", "case"},
       KP_FIELD_TEXT,
       KP_MONEY_NONE,
       "",
       -1,
       "件名または区分|件名|区分|整理番号|レセプト番号"},
      {"amount",
       {"交付対象額", "amount"},
       KP_FIELD_NUMBER,
       KP_MONEY_YEN,
       "",
       0,
       "交付対象額|対象額|交付対象|給付費|医療費|請求額|支払額|金額|amount"},
      {"remark", {"備考", "remark"}, KP_FIELD_TEXT, KP_MONEY_NONE, "", 2, "備考|摘要"}}},
    {"general",
     {"一般勘定の目(その1): 予算額・決算見込", "Items of その1: budget, last year, outcome"},
     KP_KEY_LABEL,
     {"一般_収入", "一般_支出"},
     "_目名",
     {NULL},
     false,
     {ACCOUNT}},
    {"care",
     {"介護勘定の目: 予算額・決算見込", "Items of 介護勘定: budget, last year, outcome"},
     KP_KEY_LABEL,
     {"介護_収入", "介護_支出"},
     "_目名",
     {NULL},
     false,
     {ACCOUNT}},
    {"childcare",
     {"支援金勘定の目: 予算額・決算見込", "Items of 支援金勘定: budget, last year, outcome"},
     KP_KEY_LABEL,
     {"支援金_収入", "支援金_支出"},
     "_目名",
     {NULL},
     false,
     {ACCOUNT}},
    {"basics",
     {"基礎数値の項目(人数・報酬・料率・件数)", "Items of 基礎数値: heads, pay, rates, cases"},
     KP_KEY_LABEL,
     {"基礎_人数", "基礎_報酬", "基礎_料率", "審査_件数"},
     "_項目",
     {NULL},
     false,
     {{"item",
       {"項目の名", "name of the item"},
       KP_FIELD_KEY,
       KP_MONEY_NONE,
       "",
       0,
       "項目|項目名|名称|区分"},
      {"this",
       {"本年度", "this year"},
       KP_FIELD_NUMBER,
       KP_MONEY_NONE,
       "",
       0,
       "本年度|当年度|本年度見込|見込"},
      {"previous",
       {"前年度", "last year"},
       KP_FIELD_NUMBER,
       KP_MONEY_NONE,
       "_前年度",
       0,
       "前年度|前年度実績|実績"}}},
};

const kp_target *kp_target_at(size_t index) {
    return index < sizeof TARGETS / sizeof *TARGETS ? &TARGETS[index] : NULL;
}

const kp_target *kp_target_named(const char *id) {
    const kp_target *target = NULL;
    for (size_t i = 0; (target = kp_target_at(i)) != NULL; i++)
        if (strcmp(target->id, id) == 0) return target;
    return NULL;
}

size_t kp_target_fields(const kp_target *target) {
    size_t count = 0;
    while (count < KP_FIELDS && target->fields[count].id != NULL)
        count++;
    return count;
}
