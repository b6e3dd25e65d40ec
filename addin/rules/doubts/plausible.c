/* SPDX-License-Identifier: MPL-2.0
 *
 * plausible.c: V69 to V75, what is usual (妥当性): against the year before, within its meaning, in its
 * unit. The numbers that decide are guides of the table of parameters.
 */
#include "rules/conditions/conditions.h"
#include "kenpo/text.h"

/* What an item's amount may do from one year to the next (4 of items_near). */
enum { STEADY, SWINGS, NOT_LOOKED_AT, SWINGS_BUT_STAYS };

/* Each item of the year (1) against the year before (2); names (3), how it may move (4), total of the
 * account (5). w: how many times as much. */
static void items_near(const kp_operands *o, kp_finding *finding) {
    kp_run *run = finding->run;
    size_t count = kp_same_cells(run, o, 2);
    kp_num least = kp_mul(kp_operand(o, 4), kp_present(finding, KP_GUIDE_ITEM_SHARE));
    kp_num steady = kp_present(finding, KP_GUIDE_ITEM_FACTOR);
    kp_num swing = kp_present(finding, KP_GUIDE_ITEM_SWING);
    kp_need(run, kp_cell_count(&o->of[3]->range) == count, 0,
            kp_t("範囲の大きさが揃っていません。", "The ranges differ in size."));
    finding->holds = true;
    for (size_t i = 0; kp_searching(finding) && i < count; i++) {
        char name[KP_WORD] = "";
        kp_num x = kp_cell_number(run, &o->of[0]->range, i);
        kp_num y = kp_cell_number(run, &o->of[1]->range, i);
        kp_num kind = kp_cell_number(run, &o->of[3]->range, i);
        if (o->of[2]->given) kp_range_text(&o->of[2]->range, i, name, sizeof name);
        if (run->status != KP_OK || (o->of[2]->given && name[0] == '\0')) continue;
        if (kp_cmp(kp_max(kp_magnitude(x), kp_magnitude(y)), least) < 0) continue;
        if (kp_cmp(kind, kp_int(NOT_LOOKED_AT)) == 0) continue;
        bool swings = kp_sign(kind) > 0, stays = kp_cmp(kind, kp_int(SWINGS_BUT_STAYS)) == 0;
        if (swings && (kp_sign(y) == 0 || (kp_sign(x) == 0 && !stays))) continue;
        finding->holds = kp_sign(y) > 0 && kp_within_times(x, y, swings ? swing : steady);
        finding->x = x;
        finding->y = y;
        finding->w = kp_div(x, y);
        kp_point(finding, o->of[0], i, o->of[2]);
    }
}

/* Each figure of the year (1) between half and twice the year before (2); names (3), a distance
 * that is passed over (4). A blank cell is another check's. */
static void bases_near(const kp_operands *o, kp_finding *finding) {
    kp_run *run = finding->run;
    size_t count = kp_same_cells(run, o, 2);
    kp_num factor = kp_present(finding, KP_GUIDE_BASE_FACTOR);
    double cell;
    finding->holds = true;
    for (size_t i = 0; kp_searching(finding) && i < count; i++) {
        finding->x = kp_cell_number(run, &o->of[0]->range, i);
        finding->y = kp_cell_number(run, &o->of[1]->range, i);
        if (kp_range_cell(&o->of[0]->range, i, &cell) == KP_CELL_BLANK) continue;
        if (kp_range_cell(&o->of[1]->range, i, &cell) == KP_CELL_BLANK) continue;
        finding->w = kp_div(finding->x, finding->y);
        kp_point(finding, o->of[0], i, o->of[2]);
        kp_num distance = kp_magnitude(kp_sub(finding->x, finding->y));
        finding->holds = kp_cmp(distance, kp_operand(o, 3)) < 0 ||
                         kp_within_times(finding->x, finding->y, factor);
    }
}

/* General (1) and adjustment rate (2) make employer's (3) and insured person's (4); x and y. */
static void rates_add_up(const kp_operands *o, kp_finding *finding) {
    finding->x = kp_as_cell(kp_add(kp_operand(o, 0), kp_operand(o, 1)));
    finding->y = kp_as_cell(kp_add(kp_operand(o, 2), kp_operand(o, 3)));
    kp_find(finding, finding->x, KP_EQUAL, finding->y);
}

/* ------------------------------------------------------------- what a number can mean */

typedef struct meaning {
    const char *name;
    int least, most;
    bool whole;
    bool above; /* more than the least */
} meaning;

static const meaning MEANINGS[] = {
    {"割合", 0, 1, false, false}, {"収納率", 0, 1, false, true}, {"月数", 1, 12, true, false},
    {"桁数", 0, 6, true, false},  {"区分", 0, 1, true, false},
};

static const meaning *meaning_named(const char *name) {
    for (size_t i = 0; i < sizeof MEANINGS / sizeof MEANINGS[0]; i++)
        if (kp_same_name(name, MEANINGS[i].name)) return &MEANINGS[i];
    return NULL;
}

static bool is_meant(const meaning *meant, kp_num number) {
    int low = kp_cmp(number, kp_int(meant->least));
    return low >= (meant->above ? 1 : 0) && kp_cmp(number, kp_int(meant->most)) <= 0 &&
           (!meant->whole || kp_is_whole(number));
}

/* Every number of the repeated cells (2; their names 3) can be what the word (1) says; x the first
 * that is not, y and z between what. */
static void all_meant(const kp_operands *o, kp_finding *finding) {
    const meaning *meant = meaning_named(o->of[0]->text);
    kp_need(finding->run, meant != NULL, 1,
            kp_t("意味は 割合・収納率・月数・桁数・区分 のいずれかです。",
                 "The meaning is one of 割合, 収納率, 月数, 桁数 and 区分."));
    finding->holds = true;
    for (size_t i = 0; kp_searching(finding) && i < o->repeated; i++) {
        const kp_value *value = kp_again(o, 1, i);
        for (size_t k = 0; kp_searching(finding) && k < kp_cell_count(&value->range); k++) {
            double number;
            if (kp_range_cell(&value->range, k, &number) != KP_CELL_NUMBER) continue;
            finding->x = kp_number(finding->run, kp_num_from_double(number));
            finding->y = kp_int(meant->least);
            finding->z = kp_int(meant->most);
            finding->holds = is_meant(meant, finding->x);
            kp_point(finding, value, k, kp_again(o, 2, i));
        }
    }
}

/* -------------------------------------------------------------------- what is usual */

typedef struct usual {
    const char *name;
    kp_parameter_id least, most;
} usual;

static const usual USUAL[] = {
    {"収納率", KP_GUIDE_COLLECTED_LEAST, KP_GUIDE_COLLECTED_MOST},
    {"健診の補助率", KP_GUIDE_SUBSIDY_LEAST, KP_GUIDE_SUBSIDY_MOST},
    {"特定保険料率の桁数", KP_GUIDE_DECIMALS_LEAST, KP_GUIDE_DECIMALS_MOST},
    {"月数", KP_GUIDE_MONTHS, KP_GUIDE_MONTHS},
    {"支援金の月数", KP_GUIDE_CHILDCARE_MONTHS, KP_GUIDE_MONTHS},
    {"審査手数料の単価", KP_GUIDE_FEE_LEAST, KP_GUIDE_FEE_MOST},
    {"事務費の単価(一般)", KP_GUIDE_OFFICE_LEAST, KP_GUIDE_OFFICE_MOST},
    {"事務費の単価(介護)", KP_GUIDE_OFFICE_CARE_LEAST, KP_GUIDE_OFFICE_CARE_MOST},
    {"支援金率", KP_GUIDE_CHILDCARE_LEAST, KP_GUIDE_CHILDCARE_MOST},
    {"高額医療の基準額", KP_GUIDE_THRESHOLD_LEAST, KP_GUIDE_THRESHOLD_MOST},
    {"高額医療の交付率", KP_GUIDE_GRANT_LEAST, KP_GUIDE_GRANT_MOST},
    {"保有資産基準", KP_GUIDE_ASSETS_LEAST, KP_GUIDE_ASSETS_MOST},
    {"予備費の最低割合", KP_GUIDE_CONTINGENCY_NONE, KP_GUIDE_CONTINGENCY_RULE},
    {"介護保険料率", KP_GUIDE_CARE_LEAST, KP_GUIDE_CARE_MOST},
    {"調整保険料率", KP_GUIDE_ADJUSTED_LEAST, KP_GUIDE_ADJUSTED_MOST},
};

static const usual *usual_named(kp_run *run, const kp_value *names) {
    char name[KP_WORD] = "";
    if (names->given) kp_range_text(&names->range, 0, name, sizeof name);
    for (size_t i = 0; i < sizeof USUAL / sizeof USUAL[0]; i++)
        if (kp_same_name(name, USUAL[i].name)) return &USUAL[i];
    kp_refuse(run, KP_INVALID, 0,
              kp_t("この名の率・単価に目安はありません。",
                   "There is no guide for a rate or price of that name."));
    return NULL;
}

/* Every number of the repeated cells (1) is what is usual for what its name (2) says; x the first
 * that is not, y and z between what. */
static void all_usual(const kp_operands *o, kp_finding *finding) {
    finding->holds = true;
    for (size_t i = 0; kp_searching(finding) && i < o->repeated; i++) {
        const kp_value *value = kp_again(o, 0, i);
        const usual *limits = usual_named(finding->run, kp_again(o, 1, i));
        for (size_t k = 0; kp_searching(finding) && k < kp_cell_count(&value->range); k++) {
            double number;
            if (kp_range_cell(&value->range, k, &number) != KP_CELL_NUMBER) continue;
            finding->x = kp_num_from_double(number);
            finding->y = kp_present(finding, limits->least);
            finding->z = kp_present(finding, limits->most);
            kp_find_between(finding, finding->x, finding->y, finding->z);
            kp_point(finding, value, k, kp_again(o, 1, i));
        }
    }
}

/* ------------------------------------------------------------------------- checkups */

/* The numbers expected (1) are at most the persons (2), row by row; names (3). */
static void expected_of_persons(const kp_operands *o, kp_finding *finding) {
    kp_find_pairs(o, finding, KP_AT_MOST);
}

/* Where there are persons enough (2) and a price (3), the numbers expected (1) are a share of them
 * (w) that is worth it; names (4). */
static void uptake_plausible(const kp_operands *o, kp_finding *finding) {
    kp_run *run = finding->run;
    size_t count = kp_same_cells(run, o, 3);
    kp_num least = kp_present(finding, KP_GUIDE_UPTAKE);
    kp_num persons = kp_present(finding, KP_GUIDE_UPTAKE_PERSONS);
    finding->holds = true;
    for (size_t i = 0; kp_searching(finding) && i < count; i++) {
        kp_num expected = kp_cell_number(run, &o->of[0]->range, i);
        kp_num of = kp_cell_number(run, &o->of[1]->range, i);
        kp_num price = kp_cell_number(run, &o->of[2]->range, i);
        if (run->status != KP_OK || kp_sign(price) <= 0 || kp_cmp(of, persons) < 0) continue;
        finding->w = kp_div(expected, of);
        kp_find(finding, expected, KP_AT_LEAST, kp_mul(of, least));
        kp_point(finding, o->of[0], i, o->of[3]);
    }
}

/* The prices (1; names 2) of checkups, of motivating and of active support, in the order of 別表1. */
static void prices_plausible(const kp_operands *o, kp_finding *finding) {
    static const kp_parameter_id LIMITS[][2] = {{KP_GUIDE_CHECKUP_LEAST, KP_GUIDE_CHECKUP_MOST},
                                                {KP_GUIDE_MOTIVATED_LEAST, KP_GUIDE_MOTIVATED_MOST},
                                                {KP_GUIDE_ACTIVE_LEAST, KP_GUIDE_ACTIVE_MOST}};
    enum { CHECKUPS = 5, MOTIVATED = 2 };
    finding->holds = true;
    for (size_t i = 0; kp_searching(finding) && i < kp_cell_count(&o->of[0]->range); i++) {
        const kp_parameter_id *limits = LIMITS[i < CHECKUPS ? 0 : i < CHECKUPS + MOTIVATED ? 1 : 2];
        finding->x = kp_cell_number(finding->run, &o->of[0]->range, i);
        if (kp_sign(finding->x) == 0) continue;
        finding->y = kp_present(finding, limits[0]);
        finding->z = kp_present(finding, limits[1]);
        kp_find_between(finding, finding->x, finding->y, finding->z);
        kp_point(finding, o->of[0], i, o->of[1]);
    }
}

/* The persons of the rows from `first` on (1) are no more than there are (2); x: their sum. */
static void persons_exist(const kp_operands *o, kp_finding *finding, size_t first) {
    finding->x = kp_int(0);
    for (size_t i = first; i < first + 2 && i < kp_cell_count(&o->of[0]->range); i++)
        finding->x = kp_add(finding->x, kp_cell_number(finding->run, &o->of[0]->range, i));
    finding->y = kp_operand(o, 1);
    kp_find(finding, finding->x, KP_AT_MOST, finding->y);
    kp_point(finding, o->of[0], first, NULL);
}

static void insured_exist(const kp_operands *o, kp_finding *finding) {
    persons_exist(o, finding, 0);
}

static void dependants_exist(const kp_operands *o, kp_finding *finding) {
    persons_exist(o, finding, 2);
}

/* --------------------------------------------------------------------------- parts */

/* No part (1) is more than its whole (2), repeated; names (3). x and y: the two. */
static void parts_within(const kp_operands *o, kp_finding *finding) {
    double part, whole;
    finding->holds = true;
    for (size_t i = 0; kp_searching(finding) && i < o->repeated; i++) {
        const kp_value *value = kp_again(o, 0, i);
        const kp_value *of = kp_again(o, 1, i);
        if (kp_cell_count(&value->range) == 0 || kp_cell_count(&of->range) == 0) continue;
        if (kp_range_cell(&value->range, 0, &part) != KP_CELL_NUMBER) continue;
        if (kp_range_cell(&of->range, 0, &whole) != KP_CELL_NUMBER) continue;
        finding->x = kp_num_from_double(part);
        finding->y = kp_num_from_double(whole);
        kp_find(finding, finding->x, KP_AT_MOST, finding->y);
        kp_point(finding, value, 0, kp_again(o, 2, i));
    }
}

static const char GUIDE[] = "目安(法令の定めではありません)";

const kp_check KP_CHECKS_PLAUSIBLE[] = {
    {"V69",
     KP_WARNING,
     {"目ごとの対前年度(金額の単位)", "Each item against the year before"},
     {KP_NOTICE_2015, "第2の2柱書(過去の実績)"},
     {{{"本年度額", "amounts of the year"}, KP_RANGE},
      {{"前年度額", "amounts of the year before"}, KP_RANGE},
      {{"目名", "names"}, KP_NAMES},
      {{"変動(1 変動が大きい、2 見ない、3 変動が大きいがなくならない)",
        "1 for items that swing, 2 for none of this check's, 3 for those that swing and stay"},
       KP_RANGE},
      {{"勘定の合計", "total of the account"}, KP_SIGNED}},
     {{items_near,
       {A, B, C, D, E},
       {"{n}が {y} から {x} に変わり、前年度の {w} 倍です。円と千円を取り違えていませんか。",
        "{n} changes from {y} to {x}, {w} times the year before. Is it in thousands of yen?"}}}},
    {"V70",
     KP_WARNING,
     {"人数・報酬・料率が前年度の {guide.base_factor} 分の1から {guide.base_factor} 倍まで",
      "Persons, pay and rates at most {guide.base_factor} times the year before, or the reverse"},
     {KP_NO_SOURCE, GUIDE},
     {{{"本年度", "the year"}, KP_RANGE},
      {{"前年度", "the year before"}, KP_RANGE},
      {{"項目名", "names"}, KP_NAMES},
      {{"この差までは見ない", "a distance that is passed over"}, KP_SIGNED}},
     {{bases_near,
       {A, B, C, D},
       {"{n}が {y} から {x} に変わり、前年度の {w} 倍です。桁と単位を確かめてください。",
        "{n} changes from {y} to {x}, {w} times the year before. Are digits and unit right?"}}}},
    {"V71",
     KP_WARNING,
     {"前年度の料率の和", "Rates of the year before add up"},
     {KP_HEALTH_ACT, "160条・161条"},
     {{{"前年度の一般保険料率", "general rate"}, KP_SIGNED, KP_REQUIRED, KP_PERMILLE},
      {{"前年度の調整保険料率", "adjustment rate"}, KP_SIGNED, KP_REQUIRED, KP_PERMILLE},
      {{"前年度の事業主負担率", "employer's rate"}, KP_SIGNED, KP_REQUIRED, KP_PERMILLE},
      {{"前年度の被保険者負担率", "insured person's rate"}, KP_SIGNED, KP_REQUIRED, KP_PERMILLE}},
     {{rates_add_up,
       {A, B, C, D},
       {"前年度の一般+調整 {x} ‰ が事業主+被保険者 {y} ‰ と一致しません(差 {d} ‰)。",
        "General + adjustment {x} ‰ and employer + insured {y} ‰ of the year before differ by {d} "
        "‰."}}}},
    {"V72",
     KP_ERROR,
     {"割合・月数・桁数が意味のある値", "Shares, months and decimals within their meaning"},
     {KP_BUDGET_STANDARD, "第1の3"},
     {{{"意味(割合・収納率・月数・桁数・区分)", "meaning: 割合, 収納率, 月数, 桁数 or 区分"},
       KP_KEYWORD},
      {{"入力欄", "cells"}, KP_CELLS, KP_REPEATED},
      {{"欄の名", "names"}, KP_NAMES}},
     {{all_meant,
       {A, B, C},
       {"{n}の {x} は {y} から {z} までの値ではありません。割合は 98% のように入力します。",
        "{n} is {x}, not from {y} to {z}. A share is typed as 98%."}}}},
    {"V73",
     KP_WARNING,
     {"率・単価がふつうの範囲", "Rates and prices within what is usual"},
     {KP_NO_SOURCE, GUIDE},
     {{{"率・単価", "rates and prices"}, KP_CELLS, KP_REPEATED}, {{"何の率か", "names"}, KP_NAMES}},
     {{all_usual,
       {A, B},
       {"{n}の {x} は目安({y} から {z})を外れています。単位と桁を確かめてください。",
        "{n} is {x}, outside {y} to {z}. Are unit and digits right?"}}}},
    {"V74",
     KP_ERROR,
     {"特定健診の件数・実施率・単価", "Checkups: numbers, uptake, prices"},
     {KP_NOTICE_2015, "第1の5(1)・第2の6(2)"},
     {{{"見込件数", "numbers expected"}, KP_RANGE},
      {{"対象者数", "persons"}, KP_RANGE},
      {{"単価", "prices"}, KP_RANGE},
      {{"区分の名", "names"}, KP_NAMES},
      {{"被保険者数", "insured"}, KP_COUNT, KP_OPTIONAL},
      {{"被扶養者数", "dependants"}, KP_COUNT, KP_OPTIONAL}},
     {{expected_of_persons,
       {A, B, D},
       {"{n}の見込件数 {x} が対象者数 {y} を {d} 超えています。",
        "{n}: {x} expected, {d} more than the {y} persons."}},
      {uptake_plausible,
       {A, B, C, D},
       {"{n}の実施率が {w%} です。受診率の向上に必要な件数か、対象者数の桁を確かめてください。",
        "{n}: only {w%} are expected."},
       .severity = KP_WARNING},
      {prices_plausible,
       {C, D},
       {"{n}の単価 {x} 円は目安({y} から {z})を外れています。",
        "{n}: a price of {x} yen is outside {y} to {z}."},
       .severity = KP_WARNING},
      {insured_exist,
       {B, E},
       {"被保険者の特定健康診査の対象者数 {x} が被保険者数 {y} を {d} 超えています。",
        "{x} insured persons for checkups are {d} more than the {y} there are."}},
      {dependants_exist,
       {B, F},
       {"被扶養者の特定健康診査の対象者数 {x} が被扶養者数 {y} を {d} 超えています。",
        "{x} dependants for checkups are {d} more than the {y} there are."}}}},
    {"V75",
     KP_ERROR,
     {"内数 ≦ 全体", "No part exceeds the whole"},
     {KP_NOTICE_2015, "第2の1(2)"},
     {{{"内数", "part"}, KP_CELLS, KP_REPEATED},
      {{"全体", "whole"}, KP_CELLS, KP_REPEATED},
      {{"内数の名", "names"}, KP_NAMES}},
     {{parts_within,
       {A, B, C},
       {"{n} {x} が全体の {y} を {d} 超えています。",
        "{n}, {x}, is {d} more than the whole, {y}."}}}},
};
const size_t KP_CHECKS_PLAUSIBLE_COUNT = sizeof KP_CHECKS_PLAUSIBLE / sizeof KP_CHECKS_PLAUSIBLE[0];
