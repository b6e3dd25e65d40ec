/* SPDX-License-Identifier: MPL-2.0
 *
 * booking.c: V33 to V40, what is booked where (予算の計上).
 */
#include <limits.h>
#include <string.h>

#include "rules/conditions/conditions.h"
#include "kenpo/parameter.h"
#include "kenpo/reserve.h"
#include "kenpo/subsidy.h"
#include "kenpo/text.h"

/* The contingency fund (1) is at least the share 3 of expenditure (2) (x). */
static void contingency_share(const kp_operands *o, kp_finding *finding) {
    finding->x = kp_as_cell(kp_mul(kp_operand(o, 1), kp_operand(o, 2)));
    kp_find(finding, kp_operand(o, 0), KP_AT_LEAST, finding->x);
}

/* Every cell of the repeated ranges (1), of the names 2, is exactly 1 (千円), a blank one is not: x is
 * the first that is not, y its place. */
static void all_nominal(const kp_operands *o, kp_finding *finding) {
    int64_t place = 0;
    finding->holds = true;
    for (size_t i = 0; i < o->repeated; i++) {
        const kp_value *value = kp_again(o, 0, i);
        const kp_range *range = &value->range;
        for (size_t k = 0; kp_searching(finding) && k < kp_cell_count(range); k++) {
            kp_point(finding, value, k, kp_again(o, 1, i));
            finding->x = kp_cell_number(finding->run, range, k);
            finding->y = kp_int(++place);
            kp_find(finding, finding->x, KP_EQUAL, kp_int(1));
        }
    }
}

/* An amount (1) of exactly 1 although there is a record of former years (2). */
static void not_nominal(const kp_operands *o, kp_finding *finding) {
    finding->holds = kp_cmp(kp_operand(o, 0), kp_int(1)) != 0 || kp_sign(kp_operand(o, 1)) <= 0;
}

static bool at_most_nominal(kp_num number, const kp_num *limits) {
    (void)limits;
    return kp_cmp(number, kp_int(1)) <= 0;
}

/* Subsidies (1; their names 2) of at most 1 千円 each, unless a flag (3, 4) allows more. */
static void all_at_most_nominal(const kp_operands *o, kp_finding *finding) {
    finding->holds = kp_operand_flag(o, 2) || kp_operand_flag(o, 3);
    if (!finding->holds) kp_find_every(o, finding, at_most_nominal, NULL);
}

/* The account's title: both spellings of the notification (第2の7, 第5). */
static void stability_title(const kp_operands *o, kp_finding *finding) {
    finding->holds = kp_same_name(o->of[0]->text, "財政運営安定資金") ||
                     kp_same_name(o->of[0]->text, "財政運営安定化資金");
}

static void stability_item(const kp_operands *o, kp_finding *finding) {
    finding->holds = kp_same_name(o->of[0]->text, "別途積立金繰入");
}

/* The society's own price, or with 0 the published one. */
static kp_num price(kp_run *run, kp_num own, kp_parameter_id id, int year) {
    return kp_sign(own) == 0 ? kp_published(run, id, year) : kp_own(run, id, own);
}

/* The subsidy booked in 千円 (1) is that of insured (2), care insured (3), kind (4), year (5) with
 * the society's own prices (6, 7; 0 for the published ones) over the months (8, else 12; x), ±1 千円. */
static void office_subsidy(const kp_operands *o, kp_finding *finding) {
    kp_run *run = finding->run;
    int year = o->of[4]->year;
    bool multi = kp_society_named(run, o->of[3]->text) == KP_MULTI;
    kp_office_basis basis = {
        kp_operand(o, 1), kp_operand(o, 2), o->of[7]->given ? kp_operand(o, 7) : kp_int(12),
        price(run, kp_operand(o, 5), multi ? KP_OFFICE_GENERAL_MULTI : KP_OFFICE_GENERAL_SINGLE,
              year),
        price(run, kp_operand(o, 6), multi ? KP_OFFICE_CARE_MULTI : KP_OFFICE_CARE_SINGLE, year)};
    finding->x = kp_div(kp_office_subsidy(run, &basis), kp_int(1000));
    kp_find_near(finding, kp_operand(o, 0), finding->x, kp_int(1));
}

/* Care insured with dependants (1) are own (2) and dependants (3) together (x). */
static void care_insured(const kp_operands *o, kp_finding *finding) {
    finding->x = kp_add(kp_operand(o, 1), kp_operand(o, 2));
    kp_find(finding, kp_operand(o, 0), KP_EQUAL, finding->x);
}

/* The subsidy booked (1) at most fills the reserve (3) up to the requirement (2) (x). R-64. */
static void subsidy_under_cap(const kp_operands *o, kp_finding *finding) {
    finding->x = kp_as_cell(kp_subsidy_cap(finding->run, kp_operand(o, 1), kp_operand(o, 2)));
    kp_find(finding, kp_operand(o, 0), KP_AT_MOST, finding->x);
}

const kp_check KP_CHECKS_BOOKING[] = {
    {"V33",
     KP_ERROR,
     {"予備費 ≧ 0、予備費 ≧ 支出合計 × 最低割合(組合の基準がある場合)",
      "Contingency fund ≥ 0, and ≥ expenditure × minimum share where there is one"},
     {KP_HEALTH_ORDER, "18条(予備費)、予算編成基準"},
     {{{"予備費", "contingency fund"}, KP_SIGNED},
      {{"支出合計", "total expenditure"}, KP_SIGNED, KP_OPTIONAL},
      {{"最低割合", "minimum share"}, KP_SIGNED, KP_OPTIONAL, KP_PERCENT}},
     {{kp_holds_not_negative,
       {A},
       {"予備費が {A} です。収入が {d} 不足しています。",
        "The contingency fund is {A}: revenue is {d} short."}},
      {contingency_share,
       {A, B, C},
       {"予備費 {A} が支出合計の {C}({x})を下回っています(不足 {d})。",
        "The contingency fund {A} is {d} short of {C} of expenditure ({x})."},
       .severity = KP_WARNING}}},
    {"V34",
     KP_ERROR,
     {"名目計上が求められる目 = 1 千円(平成27年度)",
      "Items with nominal booking ordered = 1 thousand yen (FY2015)"},
     {KP_NOTICE_2015, "第2の1(4)・第2の13"},
     {{{"年度", "fiscal year"}, KP_YEAR},
      {{"交付対象でない", "society is not eligible"}, KP_ANSWER},
      {{"名目計上する目の金額(千円)", "items in thousands of yen"}, KP_RANGE, KP_REPEATED},
      {{"目名", "names"}, KP_NAMES}},
     {{all_nominal,
       {C, D},
       {"名目計上(1 千円)する{n}が {x} 千円です(差 {d} 千円)。",
        "{n} is {x} thousand yen instead of the nominal 1 (difference {d})."},
       {A, .in_force = KP_NOMINAL_ORDERED}}},
     .relief = B},
    {"V35",
     KP_WARNING,
     {"過去の実績があるのに名目計上(1 千円)していない",
      "No nominal booking (1 thousand yen) where former years give a record"},
     {KP_NOTICE_2015, "第2の2(4)・第2の8・第3の3(4)"},
     {{{"計上額(千円)", "booked, in thousands of yen"}, KP_SIGNED},
      {{"過去の実績額", "record of former years"}, KP_SIGNED},
      {{"目名", "item"}, KP_NAMES}},
     {{not_nominal,
       {A, B, C},
       {"{n}が名目計上(1 千円)されていますが、過去に {B} "
        "の実績があります。名目計上は実績が乏しく見込みによる計上ができない場合に限られます。",
        "{n}: only the nominal 1 thousand yen is booked, but there is a record of {B}. Nominal "
        "booking is for what cannot be estimated."}}}},
    {"V36",
     KP_ERROR,
     {"財政運営安定資金は中期財政運営を導入している場合のみ、(款)財政運営安定資金(項)・(目)"
      "別途積立金"
      "繰入に計上",
      "財政運営安定資金 only with medium-term management, under (款)財政運営安定資金 "
      "(項)(目)別途積立金繰入"},
     {KP_NOTICE_2015, "第2の7・第5"},
     {{{"財政運営安定資金", "amount booked"}, KP_SIGNED},
      {{"中期財政運営を導入", "medium-term management"}, KP_ANSWER},
      {{"款の名称", "title (款)"}, KP_KEYWORD, KP_OPTIONAL},
      {{"項の名称", "chapter (項)"}, KP_KEYWORD, KP_OPTIONAL},
      {{"目の名称", "item (目)"}, KP_KEYWORD, KP_OPTIONAL}},
     {{kp_holds_zero,
       {A},
       {"中期財政運営を導入していないのに、財政運営安定資金 {A} が計上されています(超過 {d})。",
        "{A} is booked as 財政運営安定資金 without medium-term management ({d} too much)."},
       {B, 0, 0}},
      {stability_title,
       {C},
       {"款が「{C}」です。(款)財政運営安定資金 に計上してください。",
        "The title is 「{C}」; it must be (款)財政運営安定資金."},
       {B, 1, 1}},
      {stability_item,
       {D},
       {"項が「{D}」です。(項)別途積立金繰入 に計上してください。",
        "The chapter is 「{D}」; it must be (項)別途積立金繰入."},
       {B, 1, 1}},
      {stability_item,
       {E},
       {"目が「{E}」です。(目)別途積立金繰入 に計上してください。",
        "The item is 「{E}」; it must be (目)別途積立金繰入."},
       {B, 1, 1}}}},
    {"V37",
     KP_ERROR,
     {"事務費国庫負担金 = 人数 × その年度・組合区分の単価 × 12か月(±1 千円)",
      "Office subsidy = persons × prices of the year and kind × 12 months (±1 thousand yen)"},
     {KP_NOTICE_2015, "第2の1(1)(2)"},
     {{{"計上額(千円)", "booked, in thousands of yen"}, KP_SIGNED},
      {{"被保険者数", "insured persons"}, KP_COUNT},
      {{"第2号被保険者数", "care insured"}, KP_COUNT},
      {{"組合区分", "kind of society"}, KP_KEYWORD},
      {{"年度", "fiscal year"}, KP_YEAR},
      {{"一般分の単価(0 は公表値)", "general price, 0 for the published one"}, KP_AMOUNT},
      {{"介護分の単価(0 は公表値)", "care price, 0 for the published one"}, KP_AMOUNT},
      {{"月数(省略すると 12)", "months, 12 if left out"}, KP_TWELVE, KP_DEFAULTED}},
     {{office_subsidy,
       {A, B, C, D, E, F, G, H},
       {"事務費国庫負担金 {A} 千円が、{E}・{D}の単価による額 {x} 千円と一致しません(差 {d} 千円)。",
        "The office subsidy of {A} thousand yen differs by {d} from {x}, that of the prices of {E} "
        "({D})."}}}},
    {"V38",
     KP_WARNING,
     {"第2号被保険者数(被扶養者を含む) = 被保険者分 + 被扶養者分、≧ 被保険者分",
      "Care insured with dependants = own + dependants, ≥ own"},
     {KP_NOTICE_2015, "第2の1(2)"},
     {{{"第2号被保険者数(合計)", "care insured, with dependants"}, KP_COUNT},
      {{"うち被保険者", "of whom insured themselves"}, KP_COUNT},
      {{"うち被扶養者", "of whom dependants"}, KP_COUNT, KP_OPTIONAL}},
     {{kp_holds_at_least,
       {A, B},
       {"第2号被保険者数 {A} 人が、被保険者本人の第2号 {B} 人より {d} "
        "人少なくなっています。被扶養者を含めた数を入力してください。",
        "{A} care insured are {d} fewer than the {B} insured themselves: dependants are to be "
        "included."}},
      {care_insured,
       {A, B, C},
       {"第2号被保険者数 {A} 人が被保険者 {B} 人と被扶養者 {C} 人の合計 {x} 人と一致しません(差 "
        "{d} "
        "人)。",
        "{A} care insured differ from {B} insured and {C} dependants, together {x}, by {d}."}}}},
    {"V39",
     KP_ERROR,
     {"国庫補助金の見積計上(特定健康診査・保健指導補助金を除く)は、指定組合と第3の3(3)"
      "の組合のみ。ほかは名目計上(1 千円)まで",
      "State subsidies (other than for checkups) may be estimated by designated societies and "
      "under 第3の3(3) only; others book 1 thousand yen at most"},
     {KP_NOTICE_2015, "第3の2・第3の3(3)(4)"},
     {{{"指定組合", "designated society"}, KP_ANSWER},
      {{"第3の3(3)による計上", "booked under 第3の3(3)"}, KP_ANSWER},
      {{"国庫補助金の計上額(千円)", "subsidies in thousands of yen"}, KP_RANGE, KP_REPEATED},
      {{"目名", "names"}, KP_NAMES}},
     {{all_at_most_nominal,
       {C, D, A, B},
       {"名目(1 千円)を超える国庫補助金が {x} 件計上されています。最初は{n}の {y} 千円です。",
        "Subsidies above the nominal 1 thousand yen: {x}. The first is {n}, {y} thousand."}}}},
    {"V40",
     KP_ERROR,
     {"第3の3(3)による国庫補助金の計上額 ≦ 所要額 − 補助計上前の準備金",
      "Subsidy booked under 第3の3(3) ≤ requirement − reserve before it"},
     {KP_NOTICE_2015, "第3の3(3)ただし書"},
     {{{"計上額", "subsidy booked"}, KP_SIGNED},
      {{"所要額", "requirement"}, KP_SIGNED},
      {{"補助計上前の準備金", "reserve before it"}, KP_SIGNED}},
     {{subsidy_under_cap,
       {A, B, C},
       {"国庫補助金の計上額 {A} が限度 {x}(所要額 {B} − 準備金 {C})を {d} 超えています。",
        "The subsidy booked, {A}, is {d} more than the limit of {x} (requirement {B} − reserve "
        "{C})."}}}},
};
const size_t KP_CHECKS_BOOKING_COUNT = sizeof KP_CHECKS_BOOKING / sizeof KP_CHECKS_BOOKING[0];
