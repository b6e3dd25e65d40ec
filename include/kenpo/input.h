/* SPDX-License-Identifier: MPL-2.0
 *
 * input.h: what a user puts in (入力): what an argument means, and the one reader that takes it from
 * what stands in a cell. Functions and checks say of each argument its kind and unit in a row;
 * the reader checks, names and explains, so that a rule gets nothing but numbers. What the headers of
 * the rules say of the range of an input is refused by the reader where it concerns that input alone,
 * and by the rule where it depends on another one.
 */
#ifndef KENPO_INPUT_H
#define KENPO_INPUT_H

#include "kenpo/range.h"
#include "kenpo/run.h"

/** What an argument means. */
typedef enum kp_kind {
    KP_NO_ARGUMENT,
    KP_SIGNED,   /**< 数: any number */
    KP_AMOUNT,   /**< 金額・率: ≥ 0 */
    KP_POSITIVE, /**< 正の値: > 0, since an empty cell reads as 0 */
    KP_DIVISOR,  /**< 除数: ≥ 0; the rule refuses a 0 where it divides */
    KP_COUNT,    /**< 人数・件数: a whole number ≥ 0 */
    KP_ORDINAL,  /**< 年次、1 以上の数: a whole number ≥ 1 */
    KP_TWELVE,   /**< 月数: a whole number from 1 to 12 */
    KP_SHARE,    /**< 割合: > 0, ≤ 1 (1 = 100 %) */
    KP_FLAG,     /**< 真偽: 1 (TRUE) or 0 (FALSE) */
    KP_ANSWER, /**< はい・いいえ: a flag, or one of 有 あり ○ 済 はい yes, 無 なし × 未 いいえ no */
    KP_DECIMALS, /**< 桁数: a whole number from 1 to 10 */
    KP_DATE,     /**< 日付: a date of Calc; 0 or an empty cell means that none was entered */
    KP_YEAR,     /**< 年度, a number or a spelling */
    KP_DAY,      /**< 日付, a date of Calc, eight digits or a spelling */
    KP_KEYWORD,  /**< 語: text, one of a few words or a name */
    KP_RANGE,    /**< 範囲: one cell or a range of numbers */
    KP_CELLS,    /**< of a check: one cell or a range that may hold anything */
    KP_NAMES, /**< of a check: one text or a range of texts, one for each cell of the range before */
    KP_REST   /**< further arguments of any kind, last */
} kp_kind;

/** Whether an argument must be given. */
typedef enum kp_need {
    KP_REQUIRED,
    KP_OPTIONAL,
    KP_DEFAULTED, /**< of a check: may be left out; its conditions then ask what is published, or, for
                       a year, the law of the present (KP_NO_YEAR) */
    KP_REPEATED /**< of a check: from here to the last one the arguments may come once or more often,
                       in turn */
} kp_demand;

/** One argument of a function or of a check. */
typedef struct kp_argument {
    kp_text name;
    kp_kind kind;
    kp_demand need;
    kp_unit unit;
    const char *id; /**< of a function: its name in the IDL */
    kp_text hint;   /**< of a function */
    int published; /**< of a function: the kp_parameter_id that stands in where it is left out, with
                           the year of the call; 0 (KP_NO_PARAMETER) for none */
    bool chosen;   /**< of a function: which parameter stands in, the function decides */
    kp_num otherwise; /**< of a function: what else stands in; the denominator is 0 for nothing */
} kp_argument;

/** A value as Calc hands it over, before anything is known about its meaning. A block of one cell
 *  comes as that cell. */
typedef enum kp_input_kind {
    KP_INPUT_NONE, /**< left out */
    KP_INPUT_NUMBER,
    KP_INPUT_TEXT,
    KP_INPUT_RANGE
} kp_input_kind;

/** The longest text that a keyword, a name or a year's spelling may have, in bytes of UTF-8. */
enum { KP_WORD = 192 };

typedef struct kp_input {
    kp_input_kind kind;
    double number;
    char text[KP_WORD]; /**< "\xFF" where the text is too long to mean anything */
    kp_range range;
} kp_input;

/** An argument that was read and checked by its kind. */
typedef struct kp_value {
    kp_kind kind;
    kp_unit unit;
    int place;            /**< of the input that it was read from, from 1 */
    bool given;           /**< false where an optional argument was left out */
    int year;             /**< KP_YEAR */
    kp_num number;        /**< of all kinds that are numbers; the year, too; 0 where left out */
    const char *text;     /**< KP_KEYWORD; "" where left out */
    kp_range range;       /**< KP_RANGE, KP_CELLS, KP_NAMES */
    const kp_input *rest; /**< KP_REST */
    size_t rest_count;
} kp_value;

/** The value of an argument that was left out. */
void kp_leave_out(const kp_argument *argument, kp_value *value);

/** Takes a value that was given from its cell; where its kind is another one, refuses the argument
 *  at `place`. Whether it means something is asked by kp_need_meaning, after it was said. */
void kp_take(kp_run *run, const kp_argument *argument, int place, const kp_input *input,
             kp_value *value);

/** Refuses the argument where its value is a number that does not mean what its kind asks. */
void kp_need_meaning(kp_run *run, int place, const kp_value *value);

/** All three steps: takes the value, says it, and asks for its meaning. */
void kp_read(kp_run *run, const kp_argument *argument, int place, const kp_input *input,
             kp_value *value);

/** Whether values of that kind are numbers that a refusal can name. */
bool kp_is_numeric(kp_kind kind);

/** The value where it is a number of that kind, else refuses the argument at `place`. For what only
 *  a rule can ask, since it depends on other arguments. */
kp_num kp_need_kind(kp_run *run, kp_kind kind, kp_num value, int place);

/** Refuses the first cell of a range that does not hold a number of that kind. */
void kp_need_each(kp_run *run, kp_kind kind, const kp_range *range);

/** Says the value as a step, under the argument's name. */
void kp_say_value(kp_run *run, const kp_argument *argument, const kp_value *value);

/** Appends a value as a message names it: はい, 令和7年度, 99.9996 %, 36.5 ‰, 1,000. */
void kp_write_value(kp_writer *writer, const kp_value *value);

/** Appends a fiscal year as sentences name it: 令和9年度, FY2027. */
void kp_write_year(kp_writer *writer, int year);

#endif
