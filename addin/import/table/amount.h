/* SPDX-License-Identifier: MPL-2.0
 *
 * amount.h: numbers and months as people and other programs write them into a table, read exactly or not
 * at all. No UNO, no I/O.
 */
#ifndef KENPO_IMPORT_TABLE_AMOUNT_H
#define KENPO_IMPORT_TABLE_AMOUNT_H

#include "kenpo/num.h"
#include "kenpo/status.h"

/** The unit that an amount of money is in; `none` where nothing says so. */
typedef enum kp_money { KP_MONEY_NONE, KP_MONEY_YEN, KP_MONEY_THOUSAND } kp_money;

typedef enum kp_amount_kind {
    KP_AMOUNT_BLANK, /**< nothing, or a dash for nothing */
    KP_AMOUNT_NUMBER,
    KP_AMOUNT_NONE /**< something else: `why` says what */
} kp_amount_kind;

typedef struct kp_amount_read {
    kp_amount_kind kind;
    kp_num number;
    kp_money money; /**< said beside the number: 1,234千円 */
    kp_text why;
} kp_amount_read;

/** Reads 1234, １，２３４, "1,234", ▲1,234, △1,234, −1,234, (1,234), 1,234-, ¥1,234, 1,234円, 1,234千円,
 *  12.5, 93.7%, 5,000人. Commas must part three digits each; at most 15 digits, as a cell holds them;
 *  1.2E+06 is refused, since digits may be lost in it. 93.7% is 937/1000. */
kp_amount_read kp_amount_from(const char *text);

/** A month of a table's row; the year is 0 where none is written. */
typedef struct kp_month {
    int year, month;
} kp_month;

/** Reads 2027年3月, 令和9年3月, R9.3, R9/3, 2027/3, 2027-03, 202703, a day (2027-03-31, 令和9年3月31日), 3月,
 *  ３月末, 3; words behind a month (分, 末, 診療, 診療分) say nothing more. False for anything else. */
bool kp_month_from(const char *text, kp_month *month);

#endif
