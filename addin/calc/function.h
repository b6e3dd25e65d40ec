/* SPDX-License-Identifier: MPL-2.0
 *
 * function.h: what Calc sees of a function. One row of the table in functions.c says everything
 * about it; dispatch, argument checks, the registry, the reference and KENPO_EXPLAIN come from it.
 * Nothing in here knows UNO, so that the table serves the programs of the build as well.
 */
#ifndef KENPO_CALC_FUNCTION_H
#define KENPO_CALC_FUNCTION_H

#include "kenpo/input.h"
#include "kenpo/source.h"

/** Computes the number of one call; the arguments stand in the order of the row, read and checked by
 *  their kinds, and what was left out is filled in. */
typedef kp_num kp_compute(kp_run *run, const kp_value *arguments);

/** Writes the text of one call. */
typedef void kp_telling(kp_run *run, const kp_value *arguments, kp_writer *text);

/** KP_REST is KP_REST_ARGUMENTS times any in the IDL, numbered. (A sequence<any> would do for Calc
 *  too, but Calc takes what stands in it for single values: an array beside a whole column is then
 *  computed a million times.) An optional argument of any other kind, a KP_YEAR and a KP_DAY are any; a
 *  KP_KEYWORD is a string, a KP_RANGE a sequence<sequence<any>>, everything else a double. */
enum { KP_ARGUMENTS = 11, KP_REST_ARGUMENTS = 16 };

typedef struct kp_function {
    const char *method;  /**< its name in the IDL: what files store */
    const char *name;    /**< its name in Calc */
    kp_compute *compute; /**< NULL for a function that gives text */
    kp_telling *tell;
    kp_text summary;
    kp_unit unit; /**< of the result */
    kp_citation citation;
    const char *example; /**< a formula that can be typed into a cell */
    kp_argument arguments[KP_ARGUMENTS];
    bool gives_date; /**< the number is a date, in days from 1899-12-30 (kenpo/date.h); Calc counts
                          from the document's null date, so that the method in the IDL has the
                          document (XPropertySet) as a first argument, which users do not see */
    bool speaks;     /**< its words are in the language of the document; the document comes first */
} kp_function;

/** Whether Calc hands it the document, before all arguments. */
static inline bool kp_takes_workbook(const kp_function *function) {
    return function->gives_date || function->speaks;
}

/** Whether it gives text and not a number. */
static inline bool kp_gives_text(const kp_function *function) {
    return function->tell != NULL;
}

/** The table, in the order of the methods in the IDL. */
extern const kp_function KP_FUNCTIONS[];
extern const size_t KP_FUNCTION_COUNT;

/** The arguments of a row, without the empty ones behind them. */
size_t kp_argument_count(const kp_function *function);

/** The function of that name, with or without KENPO_, capital letters or not; NULL if none. */
const kp_function *kp_function_named(const char *name);

/** Appends what the wizard says of an argument: its hint, with the unit and what stands in where it
 *  is left out. */
void kp_write_hint(const kp_argument *argument, kp_writer *writer);

/** Computes one call: reads the arguments, then the number, or the text through `text`. Where the
 *  outcome is not KP_OK, the trace says why and names the argument.
 *  inputs  as many as the row has arguments; the ones of KP_REST follow as further inputs */
kp_status kp_call_function(const kp_function *function, const kp_input *inputs, size_t count,
                           kp_trace *trace, kp_num *number, kp_writer *text);

/** Explains a call of `function` with these inputs: what was given, each step, the result or the
 *  reason why there is none, and the law. */
void kp_explain(const kp_function *function, const kp_input *inputs, size_t count,
                kp_writer *writer);

/** KENPO_EXPLAIN, KENPO_CHECK, KENPO_CHECK_INFO, KENPO_CHECK_LEVEL and KENPO_CHECK_PLACE for rows of the table. */
kp_telling kp_tell_explanation, kp_tell_check, kp_tell_check_info;
kp_compute kp_check_level, kp_check_cell;

/** The version of the product, such as "0.1.0". */
extern const char KP_VERSION[];

#endif
