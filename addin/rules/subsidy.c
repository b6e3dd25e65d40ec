/* SPDX-License-Identifier: MPL-2.0
 *
 * subsidy.c: subsidies of the state. See kenpo/subsidy.h for each rule's law.
 */
#include "kenpo/subsidy.h"

#include <string.h>

#include "kenpo/input.h"

kp_society kp_society_named(kp_run *run, const char *word) {
    static const struct {
        const char *word;
        kp_society society;
    } WORDS[] = {
        {"単一", KP_SINGLE},     {"連合", KP_ALLIED},     {"総合", KP_MULTI},
        {"単一組合", KP_SINGLE}, {"連合組合", KP_ALLIED}, {"総合組合", KP_MULTI},
    };
    for (size_t i = 0; i < sizeof WORDS / sizeof WORDS[0]; i++)
        if (strcmp(word, WORDS[i].word) == 0) return WORDS[i].society;
    kp_refuse(run, KP_INVALID, 3,
              kp_t("組合区分は 単一、連合、総合 のいずれかです。",
                   "The society's kind is 単一 (single), 連合 (allied) or 総合 (multi-employer)."));
    return KP_SINGLE;
}

/* One part: persons × price × months. */
static kp_num part(kp_run *run, kp_text label, kp_num persons, kp_num price, kp_num months) {
    return kp_say(run, label, kp_mul(kp_mul(persons, price), months), KP_YEN);
}

kp_num kp_office_subsidy(kp_run *run, const kp_office_basis *b) {
    kp_num general =
        part(run, kp_t("一般分 = 人数 × 単価 × 月数", "General part = persons × price × months"),
             b->insured, b->general_price, b->months);
    kp_num care =
        part(run, kp_t("介護分 = 人数 × 単価 × 月数", "Care part = persons × price × months"),
             b->care_insured, b->care_price, b->months);
    return kp_say(run,
                  kp_t("事務費国庫負担金 = 一般分 + 介護分", "Subsidy = general part + care part"),
                  kp_add(general, care), KP_YEN);
}

/* The price that stands where the walk over the counts is. */
static kp_num price_beside(kp_walk *walk, const kp_range *prices) {
    double cell;
    if (prices->read(prices->cells, walk->row, walk->column, &cell) == KP_CELL_NUMBER)
        return kp_num_from_double(cell);
    kp_walk_refuse(walk, kp_t("件数に対応する単価がありません。", "its price is missing."));
    return kp_no_number(KP_INVALID);
}

static kp_num sum_of_cases(kp_run *run, const kp_range *cases, const kp_range *prices) {
    kp_num count;
    kp_num sum = kp_int(0);
    kp_walk walk = kp_walk_over(run, cases);
    while (kp_walk_next(&walk, &count)) {
        if (!kp_is_whole(count) || kp_sign(count) < 0)
            kp_walk_refuse(&walk, kp_t("件数は 0 以上の整数でなければなりません。",
                                       "a count must be a whole number, 0 or more."));
        sum = kp_add(sum, kp_mul(count, price_beside(&walk, prices)));
    }
    return sum;
}

/* Every price is checked, also one beside which no count stands: text there is a mistake too. */
static void check_prices(kp_run *run, const kp_range *prices) {
    kp_num price;
    kp_walk walk = kp_walk_over(run, prices);
    while (kp_walk_next(&walk, &price))
        if (kp_sign(price) < 0)
            kp_walk_refuse(&walk, kp_t("単価が負です。", "a price cannot be negative."));
}

kp_num kp_checkup_subsidy(kp_run *run, const kp_range *cases, const kp_range *prices, kp_num rate) {
    kp_need(run, cases->rows == prices->rows && cases->columns == prices->columns, 2,
            kp_t("件数と単価の範囲は同じ大きさでなければなりません。",
                 "The ranges of cases and prices must have the same shape."));
    check_prices(run, prices);
    kp_num sum = kp_say(run, kp_t("件数 × 単価 の計", "Sum of cases × price"),
                        sum_of_cases(run, cases, prices), KP_YEN);
    return kp_say(run, kp_t("補助金 = 計 × 補助率", "Subsidy = sum × rate"), kp_mul(sum, rate),
                  KP_YEN);
}
