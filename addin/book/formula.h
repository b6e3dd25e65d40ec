/* SPDX-License-Identifier: MPL-2.0
 *
 * formula.h: our functions in the text of a formula. The office stores
 * "ORG.KENPOCALC.BUDGET.GRANT("; people type and read "KENPO_GRANT(". Arguments are separated by
 * ";" in both. What stands inside "text" and 'sheet names' is never looked at. No UNO, no I/O.
 */
#ifndef KENPO_BOOK_FORMULA_H
#define KENPO_BOOK_FORMULA_H

#include <stdbool.h>
#include <stddef.h>

#include "system/buffer.h"
#include "calc/function.h"

/** A piece of a text that lives elsewhere. */
typedef struct kp_span {
    const char *start;
    size_t length;
} kp_span;

/** The next word (a name, a reference, a number) from *at on; false at the end. */
bool kp_formula_word(const char *formula, size_t *at, kp_span *word);

/** Whether the formula, as the office stores it, calls one of our functions. */
bool kp_formula_is_ours(const char *formula);

/** Whether the formula uses that name, capital letters or not. */
bool kp_formula_mentions(const char *formula, const char *name);

/** What a formula of a stranger may do, by the functions that it calls. */
typedef enum kp_formula_reach {
    KP_REACH_CELLS,   /**< computes from cells, the same wherever and whenever */
    KP_REACH_UNKNOWN, /**< calls a function that is not known here */
    KP_REACH_WORLD    /**< looks at the time, at chance, at the machine, or outside of its file */
} kp_formula_reach;
kp_formula_reach kp_formula_reaches(const char *formula);

/** One call: the function (NULL where this version has none of that name) and its arguments. */
enum { KP_CALL_ARGUMENTS = KP_ARGUMENTS + KP_REST_ARGUMENTS };
typedef struct kp_formula_call {
    const kp_function *function;
    kp_span arguments[KP_CALL_ARGUMENTS];
    size_t count;
} kp_formula_call;

/** Finds the next call from *at on, the outer one before those in its arguments. */
bool kp_formula_next_call(const char *formula, size_t *at, kp_formula_call *call);

/** Whether the formula, as the office stores it, runs a check (KENPO_CHECK); and the same formula
 *  with the severities of its checks (KENPO_CHECK_LEVEL) in place of their words. */
bool kp_formula_is_check(const char *formula);
void kp_formula_levels(const char *stored, kp_buffer *out);

/** The same formula, in which nothing catches the error that a check comes to: IFERROR(check;…) and
 *  IFNA(check;…) give it. Other errors are caught as before. */
void kp_formula_uncaught(const char *stored, kp_buffer *out);

/** Writes the formula as people type it, and, the reverse, as the office stores it. */
void kp_formula_typed(const char *stored, kp_buffer *out);
void kp_formula_stored(const char *typed, kp_buffer *out);

#endif
