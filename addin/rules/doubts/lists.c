/* SPDX-License-Identifier: MPL-2.0
 *
 * lists.c: V89 to V95, lists that a budget rests on (明細・月別・件数) and what is answered beside it.
 */
#include "rules/conditions/conditions.h"

/* -------------------------------------------------------------------------- claims */

/* Each claim (1) is of a usual size. x: the first that is not, z: which. */
static void claims_plausible(const kp_operands *o, kp_finding *finding) {
    kp_num least = kp_present(finding, KP_GUIDE_CLAIM_LEAST);
    kp_num most = kp_present(finding, KP_GUIDE_CLAIM_MOST);
    double claim;
    finding->holds = true;
    for (size_t i = 0; kp_searching(finding) && i < kp_cell_count(&o->of[0]->range); i++) {
        if (kp_range_cell(&o->of[0]->range, i, &claim) != KP_CELL_NUMBER) continue;
        finding->x = kp_num_from_double(claim);
        finding->z = kp_int((int64_t)i + 1);
        kp_find_between(finding, finding->x, least, most);
        kp_point(finding, o->of[0], i, NULL);
    }
}

/* No claim (1) is blank before another one. z: which. */
static void claims_without_gap(const kp_operands *o, kp_finding *finding) {
    double claim;
    size_t blank = 0;
    bool gap = false;
    finding->holds = true;
    for (size_t i = 0; finding->holds && i < kp_cell_count(&o->of[0]->range); i++) {
        if (kp_range_cell(&o->of[0]->range, i, &claim) == KP_CELL_BLANK) {
            blank = gap ? blank : i;
            gap = true;
            continue;
        }
        finding->holds = !gap;
        finding->z = kp_int((int64_t)blank + 1);
        kp_point(finding, o->of[0], blank, NULL);
    }
}

/* The claims (2) add up to the total that was made apart (1); x: their sum. */
static void claims_add_up(const kp_operands *o, kp_finding *finding) {
    double claim;
    finding->x = kp_int(0);
    for (size_t i = 0; i < kp_cell_count(&o->of[1]->range); i++)
        if (kp_range_cell(&o->of[1]->range, i, &claim) == KP_CELL_NUMBER)
            finding->x = kp_add(finding->x, kp_num_from_double(claim));
    kp_find(finding, kp_operand(o, 0), KP_EQUAL, finding->x);
}

/* -------------------------------------------------------------------------- months */

/* Each month (1; names 2) is near the average (y). x: the first that is not. */
static void months_near(const kp_operands *o, kp_finding *finding) {
    kp_run *run = finding->run;
    const kp_range *range = &o->of[0]->range;
    size_t numbers = kp_range_count(run, range);
    kp_num share = kp_present(finding, KP_GUIDE_MONTH);
    finding->holds = true;
    if (numbers == 0) return;
    finding->y = kp_div(kp_range_sum(run, range), kp_int((int64_t)numbers));
    kp_num least = kp_mul(finding->y, kp_sub(kp_int(1), share));
    kp_num most = kp_mul(finding->y, kp_add(kp_int(1), share));
    for (size_t i = 0; kp_searching(finding) && i < kp_cell_count(range); i++) {
        double cell;
        if (kp_range_cell(range, i, &cell) == KP_CELL_BLANK) continue;
        finding->x = kp_cell_number(run, range, i);
        kp_find_between(finding, finding->x, least, most);
        kp_point(finding, o->of[0], i, o->of[1]);
    }
}

/* Without the exempted (1) there are no more than there are (2), month by month (names 3). */
static void months_within(const kp_operands *o, kp_finding *finding) {
    kp_find_pairs(o, finding, KP_AT_MOST);
}

/* Pay (1) ÷ persons (2) lies between the grades of the year (3), month by month (names 4). x: the
 * pay. */
static void months_in_grades(const kp_operands *o, kp_finding *finding) {
    kp_run *run = finding->run;
    size_t count = kp_same_cells(run, o, 2);
    int year = kp_operand_year(o, 2);
    kp_num least = kp_published(run, KP_GRADE_LEAST, year);
    kp_num most = kp_published(run, KP_GRADE_MOST, year);
    finding->holds = true;
    for (size_t i = 0; kp_searching(finding) && i < count; i++) {
        kp_num persons = kp_cell_number(run, &o->of[1]->range, i);
        kp_num pay = kp_cell_number(run, &o->of[0]->range, i);
        if (run->status != KP_OK || kp_sign(persons) <= 0) continue;
        finding->x = kp_div(pay, persons);
        kp_find_between(finding, finding->x, least, most);
        kp_point(finding, o->of[0], i, o->of[3]);
    }
}

/* ------------------------------------------------------------------------ receipts */

/* Receipts (1) a member (2) (x) are as many as is usual, where any are counted. */
static void receipts_a_member(const kp_operands *o, kp_finding *finding) {
    finding->x = kp_div(kp_operand(o, 0), kp_operand(o, 1));
    finding->holds = true;
    if (kp_sign(kp_operand(o, 0)) == 0 || kp_sign(kp_operand(o, 1)) == 0) return;
    kp_find_between(finding, finding->x, kp_present(finding, KP_GUIDE_RECEIPTS_LEAST),
                    kp_present(finding, KP_GUIDE_RECEIPTS_MOST));
}

/* Whether one year knows a class of receipts that the other does not. */
static bool class_begins_or_ends(const kp_operands *o, kp_finding *finding, size_t count) {
    bool differs = false;
    for (size_t i = 0; i < count; i++)
        differs = differs || (kp_sign(kp_cell_number(finding->run, &o->of[0]->range, i)) == 0) !=
                                 (kp_sign(kp_cell_number(finding->run, &o->of[1]->range, i)) == 0);
    return differs;
}

/* x is near y, where there was any; w: the growth. */
static void near_before(kp_finding *finding) {
    kp_num share = kp_present(finding, KP_GUIDE_FEE);
    if (kp_sign(finding->y) == 0) return;
    finding->w = kp_sub(kp_div(finding->x, finding->y), kp_int(1));
    kp_find_near(finding, finding->x, finding->y, kp_mul(finding->y, share));
}

/* Each class of receipts (1; names 3) is near the year before (2), where both years have the same
 * classes. x, y: the two; w: the growth. */
static void receipts_near(const kp_operands *o, kp_finding *finding) {
    size_t count = kp_same_cells(finding->run, o, 2);
    finding->holds = true;
    if (class_begins_or_ends(o, finding, count)) return;
    for (size_t i = 0; kp_searching(finding) && i < count; i++) {
        finding->x = kp_cell_number(finding->run, &o->of[0]->range, i);
        finding->y = kp_cell_number(finding->run, &o->of[1]->range, i);
        near_before(finding);
        kp_point(finding, o->of[0], i, o->of[2]);
    }
}

/* All receipts (1) are near the year before (2), where a class begins or ends. */
static void all_receipts_near(const kp_operands *o, kp_finding *finding) {
    size_t count = kp_same_cells(finding->run, o, 2);
    finding->holds = true;
    if (!class_begins_or_ends(o, finding, count)) return;
    finding->x = kp_range_sum(finding->run, &o->of[0]->range);
    finding->y = kp_range_sum(finding->run, &o->of[1]->range);
    near_before(finding);
    kp_point(finding, o->of[0], 0, NULL);
}

/* ------------------------------------------------------------------------- answers */

/* The years of medium-term management (1) are shown exactly where it is answered (2). */
static void said_alike(const kp_operands *o, kp_finding *finding) {
    finding->holds = kp_operand_flag(o, 0) == kp_operand_flag(o, 1);
}

/* Medium-term management (1) and the exception of 第3の3(3) (2): not both. */
static void not_both_said(const kp_operands *o, kp_finding *finding) {
    finding->holds = !kp_operand_flag(o, 0) || !kp_operand_flag(o, 1);
}

const kp_check KP_CHECKS_LISTS[] = {
    {"V89",
     KP_WARNING,
     {"高額の明細は1件ずつ円で", "Claims one by one, in yen"},
     {KP_KENPOREN_2024, "主な継続的事業項目6(2)②"},
     {{{"交付対象額(円)", "claims in yen"}, KP_CELLS},
      {{"検算用の計(円)", "total made apart"}, KP_SIGNED, KP_OPTIONAL}},
     {{claims_plausible,
       {A},
       {"{z} 件目の交付対象額 {x} 円は目安({guide.claim_least} 円から {guide.claim_most} "
        "円)を外れています。1 件ずつ円で入力してください。",
        "Claim {z}: {x} yen is outside {guide.claim_least} to {guide.claim_most} yen. Please type "
        "each claim in yen."}},
      {claims_without_gap,
       {A},
       {"{z} 件目の欄が空欄で、その後に額があります。", "Claim {z} is blank before others."}},
      {claims_add_up,
       {B, A},
       {"検算用の計 {B} 円が明細の計 {x} 円と一致しません(差 {d} 円)。",
        "The total made apart, {B} yen, differs from the claims' {x} by {d}."}}}},
    {"V90",
     KP_ERROR,
     {"別途積立金繰入 ≦ 前年度末残高", "Drawn from the separate fund ≤ the fund"},
     {KP_NO_SOURCE, "前年度末の別途積立金残高"},
     {{{"別途積立金繰入", "drawn"}, KP_SIGNED},
      {{"前年度末の残高", "the fund at the end of the year before"}, KP_SIGNED}},
     {{kp_holds_at_most,
       {A, B},
       {"別途積立金繰入 {A} が残高 {B} を {d} 超えています。",
        "{A} is drawn, {d} more than the fund of {B}."}}}},
    {"V91",
     KP_WARNING,
     {"月別の人数と報酬", "Persons and pay by month"},
     {KP_SETTLEMENT_GUIDE, "記載要領4・5"},
     {{{"月末の被保険者数", "counts at month-end"}, KP_RANGE},
      {{"免除者を除く人数", "counts without the exempted"}, KP_RANGE},
      {{"標準報酬月額総計", "totals of monthly pay"}, KP_RANGE},
      {{"年度", "fiscal year"}, KP_YEAR, KP_DEFAULTED},
      {{"月の名", "names of the months"}, KP_NAMES}},
     {{months_near,
       {A, E},
       {"月末の被保険者数: {n}の {x} が年間の平均 {y} から大きく離れています。",
        "Insured at month-end, {n}: {x} is far from the year's average {y}."}},
      {months_near,
       {B, E},
       {"免除者を除く人数: {n}の {x} が年間の平均 {y} から大きく離れています。",
        "Without the exempted, {n}: {x} is far from the year's average {y}."}},
      {months_near,
       {C, E},
       {"標準報酬月額総計: {n}の {x} が年間の平均 {y} から大きく離れています。",
        "Monthly pay, {n}: {x} is far from the year's average {y}."}},
      {months_within,
       {B, A, E},
       {"免除者を除く人数: {n}の {x} が被保険者数 {y} を {d} 超えています。",
        "Without the exempted, {n}: {x} are {d} more than the {y} insured."},
       .severity = KP_ERROR},
      {months_in_grades,
       {C, B, D, E},
       {"{n}の標準報酬月額の平均 {x} 円が等級の範囲を外れています。",
        "{n}: an average pay of {x} yen is outside the grades."}}}},
    {"V92",
     KP_WARNING,
     {"審査件数", "Receipts"},
     {KP_NOTICE_2015, "第2の2(3)"},
     {{{"審査件数の計", "receipts"}, KP_COUNT},
      {{"加入者数", "members"}, KP_COUNT},
      {{"種類ごとの件数", "receipts by class"}, KP_RANGE, KP_OPTIONAL},
      {{"前年度の件数", "those of the year before"}, KP_RANGE, KP_OPTIONAL},
      {{"種類の名", "names"}, KP_NAMES}},
     {{receipts_a_member,
       {A, B},
       {"審査件数が加入者1人当たり {x} 件で、目安({guide.receipts_least} から "
        "{guide.receipts_most})を外れています。",
        "{x} receipts a member are outside {guide.receipts_least} to {guide.receipts_most}."}},
      {receipts_near,
       {C, D, E},
       {"{n}の件数 {x} が前年度 {y} から {w%} 変わっています。",
        "{n}: {x} receipts, {w%} from the year before, {y}."}},
      {all_receipts_near,
       {C, D},
       {"件数の計 {x} が前年度 {y} から {w%} 変わっています。",
        "{x} receipts in all, {w%} from the year before, {y}."}}}},
    {"V93",
     KP_ERROR,
     {"計算できない欄がない", "No computed cell shows an error"},
     {KP_NO_SOURCE, "目安(法令の定めではありません)"},
     {{{"計算できない欄の数", "cells with an error"}, KP_COUNT}},
     {{kp_holds_zero,
       {A},
       {"計算できない欄が {A} 件あります。", "{A} cells cannot be computed."}}}},
    {"V94",
     KP_ERROR,
     {"中期財政運営の表示と特例", "Medium-term management said once"},
     {KP_NOTICE_2015, "第5"},
     {{{"中期財政運営の年次の表示", "year of medium-term management shown"}, KP_COUNT},
      {{"中期財政運営を導入", "medium-term management"}, KP_ANSWER},
      {{"第3の3(3)による計上", "booked under 第3の3(3)"}, KP_ANSWER}},
     {{said_alike,
       {A, B},
       {"中期財政運営の年次の表示 {A} と、中期財政運営の回答 {B} が合いません。",
        "The year {A} and the answer {B} disagree."}},
      {not_both_said,
       {B, C},
       {"中期財政運営の組合に第3の3(3)の特例は適用されません。",
        "第3の3(3) does not apply to medium-term management."}}}},
    {"V95",
     KP_INFO,
     {"経常の区分", "What counts as ordinary"},
     {KP_NO_SOURCE, "様式の区分"},
     {{{"経常の区分", "ordinary or not"}, KP_RANGE},
      {{"標準の区分", "as the form has it"}, KP_RANGE},
      {{"目名", "names"}, KP_NAMES}},
     {{kp_holds_pairs_equal,
       {A, B, C},
       {"{n}の経常の区分が標準と異なります(経常収支差引額に影響します)。",
        "{n} is not flagged as the form flags it."}}}},
};
const size_t KP_CHECKS_LISTS_COUNT = sizeof KP_CHECKS_LISTS / sizeof KP_CHECKS_LISTS[0];
