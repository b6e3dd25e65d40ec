/* SPDX-License-Identifier: MPL-2.0
 *
 * entered.c: V66 to V68, what was typed in, and what was not (記入). These alone look at cells that may
 * hold anything; every other check refuses a text among numbers.
 */
#include "rules/conditions/conditions.h"
#include "kenpo/text.h"

/* What one cell of a range holds. */
static kp_cell kind_of(const kp_value *value, size_t cell) {
    double number;
    return kp_range_cell(&value->range, cell, &number);
}

static void no_text(const kp_operands *o, kp_finding *finding) {
    int64_t texts = 0;
    for (size_t i = 0; i < o->repeated; i++) {
        const kp_value *value = kp_again(o, 0, i);
        for (size_t k = 0; k < kp_cell_count(&value->range); k++)
            if (kind_of(value, k) == KP_CELL_TEXT && texts++ == 0)
                kp_point(finding, value, k, kp_again(o, 1, i));
    }
    finding->x = kp_int(texts);
    finding->holds = texts == 0;
}

static void none_below_zero(const kp_operands *o, kp_finding *finding) {
    finding->holds = true;
    for (size_t i = 0; i < o->repeated; i++) {
        const kp_value *value = kp_again(o, 0, i);
        for (size_t k = 0; k < kp_cell_count(&value->range); k++) {
            double number;
            if (kp_range_cell(&value->range, k, &number) == KP_CELL_NUMBER && number < 0)
                kp_find_another(finding, value, k, kp_again(o, 1, i), kp_num_from_double(number));
        }
    }
}

/* Whether the check was asked for that way (1) of looking. */
static bool asked(const kp_operands *o, const char *way) {
    return kp_same_name(o->of[0]->text, way);
}

/* 必須: no cell of the repeated ranges (2; their names 3) is blank. x: how many more are. */
static void all_filled(const kp_operands *o, kp_finding *finding) {
    int64_t blank = 0;
    for (size_t i = 0; i < o->repeated && asked(o, "必須"); i++) {
        const kp_value *value = kp_again(o, 1, i);
        for (size_t k = 0; k < kp_cell_count(&value->range); k++)
            if (kind_of(value, k) == KP_CELL_BLANK && blank++ == 0)
                kp_point(finding, value, k, kp_again(o, 2, i));
    }
    finding->x = kp_int(blank);
    finding->holds = blank == 0;
}

/* 前年度: no amount of the first range (2; their names 3) is blank beside one of the second that is
 * worth it in the account, whose total is the third; nor the other way round. y: the amount. */
static void none_blank_beside(const kp_operands *o, kp_finding *finding) {
    finding->holds = true;
    if (!asked(o, "前年度")) return;
    kp_need(finding->run, o->repeated == 3, 0,
            kp_t("本年度・前年度・合計の3つが必要です。",
                 "The year, the year before and the total are needed."));
    if (finding->run->status != KP_OK) return;
    const kp_value *year = kp_again(o, 1, 0), *before = kp_again(o, 1, 1);
    kp_num least = kp_mul(kp_range_sum(finding->run, &kp_again(o, 1, 2)->range),
                          kp_present(finding, KP_GUIDE_BLANK));
    size_t count = kp_cell_count(&year->range);
    if (kp_cell_count(&before->range) < count) count = kp_cell_count(&before->range);
    for (size_t k = 0; kp_searching(finding) && k < count; k++) {
        bool blank = kind_of(year, k) == KP_CELL_BLANK;
        const kp_value *other = blank ? before : year;
        if (kind_of(blank ? year : before, k) != KP_CELL_BLANK) continue;
        if (kind_of(other, k) != KP_CELL_NUMBER) continue;
        finding->y = kp_cell_number(finding->run, &other->range, k);
        finding->holds = kp_cmp(finding->y, least) < 0 || kp_sign(finding->y) <= 0;
        if (!finding->holds) kp_point(finding, blank ? year : before, k, kp_again(o, 2, 0));
    }
}

/* 行: where one of the ranges (2; their names 3) has a number other than 0 in a row, all have one there. */
static void rows_whole(const kp_operands *o, kp_finding *finding) {
    finding->holds = true;
    if (!asked(o, "行")) return;
    for (size_t k = 0; kp_searching(finding) && k < kp_cell_count(&o->of[1]->range); k++) {
        const kp_value *blank = NULL;
        bool some = false;
        for (size_t i = 0; i < o->repeated; i++) {
            double number = 0;
            const kp_value *value = kp_again(o, 1, i);
            kp_cell kind = k < kp_cell_count(&value->range)
                               ? kp_range_cell(&value->range, k, &number)
                               : KP_CELL_BLANK;
            some = some || (kind == KP_CELL_NUMBER && (number > 0 || number < 0));
            if (kind == KP_CELL_BLANK && blank == NULL) blank = value;
        }
        finding->holds = !some || blank == NULL;
        if (!finding->holds) kp_point(finding, blank, k, o->of[2]);
    }
}

const kp_check KP_CHECKS_ENTERED[] = {
    {"V66",
     KP_ERROR,
     {"数を入力する欄に文字がない", "No text in a cell for numbers"},
     {KP_BUDGET_STANDARD, "第1の3"},
     {{{"入力欄", "cells"}, KP_CELLS, KP_REPEATED}, {{"欄の名", "names"}, KP_NAMES}},
     {{no_text,
       {A, B},
       {"数を入力する欄に文字が {x} 件あります。最初は{n}です。合計に含まれていません。",
        "Text stands in {x} cells for numbers, the first at {n}. It is in no sum."}}}},
    {"V67",
     KP_ERROR,
     {"負にならない欄が 0 以上", "No negative number where there can be none"},
     {KP_BUDGET_STANDARD, "第1の3"},
     {{{"入力欄", "cells"}, KP_CELLS, KP_REPEATED}, {{"欄の名", "names"}, KP_NAMES}},
     {{none_below_zero,
       {A, B},
       {"負にならない欄に負の数が {x} 件あります。最初は{n}の {y} です。",
        "Negative numbers stand in {x} cells, the first at {n}: {y}."}}}},
    {"V68",
     KP_ERROR,
     {"必要な欄がすべて記入されている", "Every cell that is needed is filled in"},
     {KP_BUDGET_STANDARD, "第1の3"},
     {{{"見方(必須・前年度・行)", "way of looking: 必須, 前年度 or 行"}, KP_KEYWORD},
      {{"入力欄", "cells"}, KP_CELLS, KP_REPEATED},
      {{"欄の名", "names"}, KP_NAMES}},
     {{all_filled,
       {A, B, C},
       {"未入力の欄が {x} 件あります。最初は{n}です。",
        "Cells not filled in: {x}, the first at {n}."}},
      {none_blank_beside,
       {A, B, C},
       {"{n}は他方の年度が {y} ですが、この年度が空欄です。ない場合は 0 と入力してください。",
        "{n} is {y} in the other year and blank in this one. Where there is none, please type 0."}},
      {rows_whole,
       {A, B, C},
       {"{n}は一緒に入力する欄の一部が空欄です。ない場合は 0 と入力してください。",
        "{n}: a cell that belongs to it is blank. Where there is none, please type 0."}}}},
};
const size_t KP_CHECKS_ENTERED_COUNT = sizeof KP_CHECKS_ENTERED / sizeof KP_CHECKS_ENTERED[0];
