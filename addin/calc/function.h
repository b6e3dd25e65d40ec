/* SPDX-License-Identifier: MPL-2.0
 *
 * function.h: what Calc sees of a function. One row of the table in functions.c says everything
 * about it; dispatch, argument checks, the registry, the reference and KENPO_EXPLAIN come from it.
 * Nothing in here knows UNO, so that the table serves the programs of the build as well.
 */
#ifndef KENPO_CALC_FUNCTION_H
#define KENPO_CALC_FUNCTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "kenpo/num.h"
#include "kenpo/range.h"
#include "kenpo/source.h"
#include "kenpo/status.h"
#include "kenpo/trace.h"

/** What an argument means; the comment gives its type in the IDL. An optional argument of any kind
 *  but KP_RANGE, KP_TEXT and KP_REST is `any` there. */
typedef enum kp_kind {
    KP_AMOUNT,  /**< 金額 A: double */
    KP_COUNT,   /**< 人数・件数・月数 P: double */
    KP_RATE,    /**< 料率 ‰: double */
    KP_SHARE,   /**< 割合, 1 = 100 %: double */
    KP_FLAG,    /**< 真偽, TRUE or FALSE: double */
    KP_YEAR,    /**< 年度 FY, a number or a spelling: any */
    KP_KEYWORD, /**< one of a few words: string */
    KP_RANGE,   /**< 範囲 RNG: sequence<sequence<any>>, optional: any */
    KP_REST     /**< further arguments of any kind, last: KP_REST_ARGUMENTS times any, numbered.
                 *   (A sequence<any> would do for Calc too, but Calc takes what stands in it for single
                 *   values: an array beside a whole column is then computed a million times.) */
} kp_kind;

/** A value as Calc handed it over, before anything is known about its meaning. A block of one cell
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
    bool given;           /**< false where an optional argument was left out */
    kp_num number;        /**< KP_AMOUNT, KP_COUNT, KP_RATE, KP_SHARE, KP_FLAG */
    int year;             /**< KP_YEAR */
    const char *text;     /**< KP_KEYWORD */
    kp_range range;       /**< KP_RANGE */
    const kp_input *rest; /**< KP_REST */
    size_t rest_count;
} kp_value;

/** What a function gives back: a number, or text through the writer. */
typedef struct kp_result {
    kp_num number;
    kp_writer text;
} kp_result;

/** Computes one call; the arguments stand in the order of the row. */
typedef kp_status kp_evaluate(const kp_value *arguments, kp_trace *trace, kp_result *result);

typedef struct kp_argument {
    const char *id; /**< its name in the IDL */
    kp_kind kind;
    bool optional;
    kp_text name;
    kp_text hint;
} kp_argument;

enum { KP_ARGUMENTS = 10, KP_REST_ARGUMENTS = 16 };

typedef struct kp_function {
    const char *method; /**< its name in the IDL: what files store */
    const char *name;   /**< its name in Calc */
    bool gives_text;
    kp_evaluate *evaluate;
    kp_text summary;
    kp_unit unit; /**< of the result */
    kp_citation citation;
    const char *example; /**< a formula that can be typed into a cell */
    kp_argument arguments[KP_ARGUMENTS];
    bool gives_date; /**< the number is a date, in days from 1899-12-30 (kenpo/date.h); Calc counts
                          from the document's null date, so that the method in the IDL has the
                          document (XPropertySet) as a first argument, which users do not see */
} kp_function;

/** The table, in the order of the methods in the IDL. */
extern const kp_function KP_FUNCTIONS[];
extern const size_t KP_FUNCTION_COUNT;

/** The arguments of a row, without the empty ones behind them. */
size_t kp_argument_count(const kp_function *function);

/** The function of that name, with or without KENPO_, capital letters or not; NULL if none. */
const kp_function *kp_function_named(const char *name);

/** Reads and checks the arguments of one call. Where one is wrong, the trace names it.
 *  `inputs` are as many as the row has arguments; the ones of KP_REST follow as further inputs. */
kp_status kp_read_arguments(const kp_function *function, const kp_input *inputs, size_t count,
                            kp_trace *trace, kp_value values[KP_ARGUMENTS]);

/** Explains a call of `function` with these inputs: what was given, each step, the result or the
 *  reason why there is none, and the law. */
void kp_explain(const kp_function *function, const kp_input *inputs, size_t count,
                kp_writer *writer);

/** KENPO_EXPLAIN as a row of the table. */
kp_evaluate kp_evaluate_explain;

/** KENPO_CHECK, KENPO_CHECK_LEVEL and KENPO_CHECK_INFO as rows of the table. */
kp_evaluate kp_evaluate_check, kp_evaluate_check_level, kp_evaluate_check_info;

/** The version of the product, such as "0.1.0". */
extern const char KP_VERSION[];

#endif
