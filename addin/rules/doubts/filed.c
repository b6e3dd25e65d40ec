/* SPDX-License-Identifier: MPL-2.0
 *
 * filed.c: V81 and V82, dates and copies (議決・届出の日付と部数).
 */
#include "rules/conditions/conditions.h"
#include "kenpo/date.h"

/* The first day of a month of that year. */
static kp_num first_of(int year, kp_num month) {
    kp_date date = {year, (int)month.numerator, 1};
    return kp_int(kp_date_days(date));
}

static kp_num day_before(kp_num day) {
    return kp_sub(day, kp_int(1));
}

enum { APRIL = 4 };

/* The resolution (1) is of the months before the year (2); of a new society (3), of the year. 4: only
 * where no document is named. */
static void resolved_in_season(const kp_operands *o, kp_finding *finding) {
    int year = kp_operand_year(o, 1);
    bool founded = kp_operand_flag(o, 2);
    kp_num from = first_of(year - 1, kp_present(finding, KP_GUIDE_RESOLVED_FROM));
    kp_num until = day_before(first_of(year + (founded ? 1 : 0), kp_int(APRIL)));
    finding->holds = true;
    if (!o->of[0]->given || kp_sign(kp_operand(o, 0)) == 0 || o->of[3]->given) return;
    kp_find_between(finding, kp_operand(o, 0), from, until);
    kp_point(finding, o->of[0], 0, NULL);
}

/* A document (1) was handed in (2) in the season of the budget year (3), not another year's. */
static void filed_in_season(const kp_operands *o, kp_finding *finding) {
    int year = kp_operand_year(o, 2);
    kp_num from = first_of(year - 1, kp_present(finding, KP_GUIDE_FILED_FROM));
    kp_num until = day_before(first_of(year + 1, kp_int(APRIL)));
    finding->holds = true;
    if (!o->of[1]->given || kp_sign(kp_operand(o, 1)) == 0) return;
    kp_find_between(finding, kp_operand(o, 1), from, until);
    kp_point(finding, o->of[1], 0, NULL);
}

/* It (1) was handed in (2) before the year (3) began, or until a day of its own (4); a new society's
 * (5) in its first year. 施行令16条. */
static void filed_in_time(const kp_operands *o, kp_finding *finding) {
    bool founded = kp_operand_flag(o, 4);
    int year = kp_operand_year(o, 2) + (founded ? 1 : 0);
    bool own = o->of[3]->given && kp_sign(kp_operand(o, 3)) > 0;
    kp_num until = own ? kp_operand(o, 3) : day_before(first_of(year, kp_int(APRIL)));
    finding->holds = true;
    if (!o->of[1]->given || kp_sign(kp_operand(o, 1)) == 0) return;
    kp_find(finding, kp_operand(o, 1), KP_AT_MOST, until);
    kp_point(finding, o->of[1], 0, NULL);
}

/* It (1) was handed in (2) after the resolution (3). */
static void filed_after_resolution(const kp_operands *o, kp_finding *finding) {
    bool both = o->of[1]->given && o->of[2]->given && kp_sign(kp_operand(o, 1)) > 0 &&
                kp_sign(kp_operand(o, 2)) > 0;
    finding->holds = true;
    if (both) kp_find(finding, kp_operand(o, 1), KP_AT_LEAST, kp_operand(o, 2));
    kp_point(finding, o->of[1], 0, NULL);
}

/* What (1) is done (2) has a date (3). */
static void done_with_date(const kp_operands *o, kp_finding *finding) {
    bool dated = o->of[2]->given && kp_sign(kp_operand(o, 2)) > 0;
    finding->holds = dated || !kp_operand_flag(o, 1);
    kp_point(finding, o->of[1], 0, NULL);
}

/* Every number of copies (1; names 2) is one that is handed in. x: the first that is not. */
static void copies_plausible(const kp_operands *o, kp_finding *finding) {
    kp_num most = kp_present(finding, KP_GUIDE_COPIES_MOST);
    finding->holds = true;
    for (size_t i = 0; kp_searching(finding) && i < o->repeated; i++) {
        double copies = 0;
        const kp_value *value = kp_again(o, 0, i);
        kp_cell kind = kp_cell_count(&value->range) == 0 ? KP_CELL_BLANK
                                                         : kp_range_cell(&value->range, 0, &copies);
        if (kind == KP_CELL_TEXT) continue;
        finding->x = kp_num_from_double(kind == KP_CELL_NUMBER ? copies : 0);
        finding->holds =
            kp_is_whole(finding->x) && kp_sign(finding->x) > 0 && kp_cmp(finding->x, most) <= 0;
        kp_point(finding, value, 0, kp_again(o, 1, i));
    }
}

const kp_check KP_CHECKS_FILED[] = {
    {"V81",
     KP_ERROR,
     {"議決・届出の日付", "Dates of resolution and filing"},
     {KP_HEALTH_ORDER, "16条(年度開始前の届出)"},
     {{{"年度", "fiscal year"}, KP_YEAR},
      {{"組合会議決日", "resolution"}, KP_DATE, KP_DEFAULTED},
      {{"書類", "document"}, KP_KEYWORD, KP_DEFAULTED},
      {{"提出日", "submission"}, KP_DATE, KP_DEFAULTED},
      {{"提出済み", "done"}, KP_ANSWER, KP_OPTIONAL},
      {{"提出期限", "deadline"}, KP_DATE, KP_DEFAULTED},
      {{"本年度に設立", "founded in the year"}, KP_ANSWER, KP_OPTIONAL}},
     {{resolved_in_season,
       {B, A, G, C},
       {"組合会議決日 {B} が{A}の予算の議決の日付({guide.resolved_from} 月から 3 "
        "月まで)ではありません。"
        "年度を確かめてください。",
        "The resolution of {B} is not of the months for the budget of {A} (month "
        "{guide.resolved_from} to March). Is the year right?"}},
      {filed_in_season,
       {C, D, A},
       {"{C}の日付 {D} が{A}の予算の届出の日付ではありません。年度を確かめてください。",
        "{C}: {D} is not a day for the budget of {A}. Is the year right?"}},
      {filed_in_time,
       {C, D, A, F, G},
       {"{C}の提出日 {D} が期限を {d} 日過ぎています。年度開始前に届け出なければなりません。",
        "{C}: {D} is {d} day(s) late. It must be filed before the year begins."}},
      {filed_after_resolution,
       {C, D, B},
       {"{C}の提出日 {D} が組合会議決日 {B} より {d} 日前です。",
        "{C}: {D} is {d} day(s) before the resolution of {B}."}},
      {done_with_date,
       {C, E, D},
       {"{C}は「済」ですが日付がありません。", "{C} is done but has no date."}}}},
    {"V82",
     KP_WARNING,
     {"提出する部数", "Copies"},
     {KP_NO_SOURCE, "目安(法令の定めではありません)"},
     {{{"部数", "copies"}, KP_CELLS, KP_REPEATED}, {{"書類の名", "names"}, KP_NAMES}},
     {{copies_plausible,
       {A, B},
       {"{n}が {x} 部です。1 部から {guide.copies_most} 部までの部数を確かめてください。",
        "{n}: {x} copies. Is that right?"}}}},
};
const size_t KP_CHECKS_FILED_COUNT = sizeof KP_CHECKS_FILED / sizeof KP_CHECKS_FILED[0];
