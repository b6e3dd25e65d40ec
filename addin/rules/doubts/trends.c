/* SPDX-License-Identifier: MPL-2.0
 *
 * trends.c: V76 and V77, years in a row (推移): levies against the year before last, four years of the
 * reserve.
 */
#include "rules/conditions/conditions.h"

/* The settlement of the year before last (2) is near its estimate (1), where the levy is worth it;
 * names (3). x and y: the two; w: their share. */
static void settlement_near(const kp_operands *o, kp_finding *finding) {
    kp_run *run = finding->run;
    size_t count = kp_same_cells(run, o, 2);
    kp_num from = kp_present(finding, KP_GUIDE_LEVY_COMPARED);
    kp_num share = kp_present(finding, KP_GUIDE_SETTLED);
    finding->holds = true;
    for (size_t i = 0; kp_searching(finding) && i < count; i++) {
        finding->y = kp_cell_number(run, &o->of[0]->range, i);
        finding->x = kp_cell_number(run, &o->of[1]->range, i);
        if (kp_cmp(kp_max(kp_magnitude(finding->x), kp_magnitude(finding->y)), from) < 0) continue;
        finding->w = kp_div(finding->x, finding->y);
        kp_num distance = kp_magnitude(kp_sub(finding->x, finding->y));
        kp_find(finding, distance, KP_AT_MOST, kp_mul(kp_magnitude(finding->y), share));
        kp_point(finding, o->of[1], i, o->of[2]);
    }
}

/* The estimate of the year (2) is in proportion to that of the year before last (1), where there was
 * one that was worth it; names (3). */
static void estimate_near(const kp_operands *o, kp_finding *finding) {
    kp_run *run = finding->run;
    size_t count = kp_same_cells(run, o, 2);
    kp_num from = kp_present(finding, KP_GUIDE_LEVY_COMPARED);
    kp_num factor = kp_present(finding, KP_GUIDE_ESTIMATED);
    finding->holds = true;
    for (size_t i = 0; kp_searching(finding) && i < count; i++) {
        finding->y = kp_cell_number(run, &o->of[0]->range, i);
        finding->x = kp_cell_number(run, &o->of[1]->range, i);
        if (kp_sign(finding->y) <= 0 || kp_cmp(kp_max(finding->x, finding->y), from) < 0) continue;
        finding->w = kp_div(finding->x, finding->y);
        finding->holds = kp_within_times(finding->x, finding->y, factor);
        kp_point(finding, o->of[1], i, o->of[2]);
    }
}

/* --------------------------------------------------------------------- four years */

enum { YEARS = 4 };

/* The amounts of four years up to the budget year (1). */
static bool four_years(const kp_operands *o, kp_finding *finding, kp_num *years) {
    kp_need(finding->run, kp_cell_count(&o->of[0]->range) == YEARS, 1,
            kp_t("古い順に4年度分の範囲が必要です。", "Four years are needed, the oldest first."));
    for (size_t i = 0; i < YEARS; i++)
        years[i] = kp_cell_number(finding->run, &o->of[0]->range, i);
    finding->holds = true;
    return finding->run->status == KP_OK;
}

/* Each year from the foundation (3) on is between half and twice the one before it; 2: the budget
 * year. x, y: the two; w: how many times; v: which year. */
static void years_near(const kp_operands *o, kp_finding *finding) {
    kp_num years[YEARS];
    if (!four_years(o, finding, years)) return;
    kp_num factor = kp_present(finding, KP_GUIDE_BASE_FACTOR);
    int first = kp_operand_year(o, 1) - (YEARS - 1);
    for (size_t i = 1; kp_searching(finding) && i < YEARS; i++) {
        if (first + (int)i <= kp_operand_year(o, 2) + 1) continue;
        if (kp_sign(years[i]) == 0 && kp_sign(years[i - 1]) == 0) continue;
        finding->x = years[i];
        finding->y = years[i - 1];
        finding->v = kp_int(first + (int)i);
        finding->w = kp_div(years[i], years[i - 1]);
        finding->holds = kp_within_times(years[i], years[i - 1], factor);
        kp_point(finding, o->of[0], i, NULL);
    }
}

/* The year before is near its budget (2; y); w: how far. */
static void near_its_budget(const kp_operands *o, kp_finding *finding) {
    kp_num years[YEARS];
    if (!four_years(o, finding, years) || kp_sign(kp_operand(o, 1)) == 0) return;
    finding->x = years[2];
    finding->y = kp_operand(o, 1);
    if (kp_sign(finding->x) == 0) return; /* a year without any is another check's */
    kp_num allowed = kp_mul(finding->y, kp_present(finding, KP_GUIDE_ESTIMATE));
    kp_find_near(finding, finding->x, finding->y, allowed);
    finding->w = kp_sub(kp_div(finding->x, finding->y), kp_int(1));
    kp_point(finding, o->of[0], 2, NULL);
}

/* The year before is not the year itself, typed again. 2: given where the row is asked that. */
static void not_the_same(const kp_operands *o, kp_finding *finding) {
    kp_num years[YEARS];
    if (!four_years(o, finding, years)) return;
    finding->x = years[3];
    finding->holds = kp_sign(years[3]) == 0 || kp_cmp(years[2], years[3]) != 0;
    kp_point(finding, o->of[0], 2, NULL);
}

/* The oldest year comes first: not a fall over three years and then a rise. */
static void in_order(const kp_operands *o, kp_finding *finding) {
    kp_num years[YEARS];
    if (!four_years(o, finding, years)) return;
    kp_num rise = kp_add(kp_int(1), kp_present(finding, KP_GUIDE_ORDER));
    finding->holds = kp_cmp(years[0], years[1]) <= 0 || kp_cmp(years[1], years[2]) <= 0 ||
                     kp_cmp(years[3], kp_mul(years[2], rise)) <= 0;
    kp_point(finding, o->of[0], 0, NULL);
}

static const char GUIDE[] = "目安(法令の定めではありません)";

const kp_check KP_CHECKS_TRENDS[] = {
    {"V76",
     KP_WARNING,
     {"納付金等の確定額・概算額の釣合い", "Levies: settlement and estimates in proportion"},
     {KP_ELDERLY_ACT, "33条"},
     {{{"前々年度の概算額(円)", "estimates of the year before last"}, KP_RANGE},
      {{"前々年度の確定額(円)", "their settlement"}, KP_RANGE},
      {{"本年度の概算額(円)", "estimates of the year"}, KP_RANGE},
      {{"納付金等の名", "names"}, KP_NAMES}},
     {{settlement_near,
       {A, B, D},
       {"{n}の前々年度の確定額 {x} が概算額 {y} の {w%} です。年度と単位(円)を確かめてください。",
        "{n}: the settlement {x} is {w%} of the estimate {y}. Are year and unit (yen) right?"}},
      {estimate_near,
       {A, C, D},
       {"{n}の本年度の概算額 {x} が前々年度の概算額 {y} の {w%} です。",
        "{n}: the estimate {x} is {w%} of that of the year before last, {y}."}}}},
    {"V77",
     KP_WARNING,
     {"4年度の推移と年度の順", "Four years in a row and in order"},
     {KP_NO_SOURCE, GUIDE},
     {{{"4年度分の額(古い順)", "four years, the oldest first"}, KP_RANGE},
      {{"年度", "fiscal year"}, KP_YEAR},
      {{"設立年度", "year of foundation"}, KP_YEAR},
      {{"前年度の予算額", "budget of the year before"}, KP_SIGNED, KP_OPTIONAL},
      {{"何の額か", "of what"}, KP_KEYWORD, KP_DEFAULTED}},
     {{years_near,
       {A, B, C, E},
       {"{E} {t}の額 {x} が前の年度 {y} の {w} 倍です。年度の並びと単位を確かめてください。",
        "{E} {t}: {x} is {w} times the year before, {y}. Are years and unit right?"}},
      {near_its_budget,
       {A, D, E},
       {"{E} 前年度の欄 {x} が前年度予算 {y} から {w%} 離れています。",
        "{E} The year before, {x}, is {w%} from its budget {y}."}},
      {not_the_same,
       {A, D, E},
       {"{E} 前年度の欄が本年度の額 {x} と同じです。",
        "{E} The year before is the same as the year, {x}."}},
      {in_order,
       {A, D, E},
       {"{E} 年度の順(古い年度が左)を確かめてください。", "{E} Is the oldest year at the left?"}}}},
};
const size_t KP_CHECKS_TRENDS_COUNT = sizeof KP_CHECKS_TRENDS / sizeof KP_CHECKS_TRENDS[0];
