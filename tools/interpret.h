/* SPDX-License-Identifier: MPL-2.0
 *
 * interpret.h: evaluates formulas on the host, without an office, through the same table of functions
 * that Calc uses: for the tests of tests/data/cases and the examples in the function reference. It knows
 * numbers, "text", TRUE(), FALSE(), {a;b;c}, + − × ÷, brackets and our functions, and nothing else.
 */
#ifndef KENPO_TOOLS_INTERPRET_H
#define KENPO_TOOLS_INTERPRET_H

#include <stdbool.h>
#include <stddef.h>

#include "kenpo/status.h"

/** What a cell with the formula would show. */
typedef struct shown {
    kp_status status; /**< not KP_OK: that error */
    bool is_text;
    double number;
    char text[8192];
} shown;

/** Evaluates "=…"; false where the formula is beyond this evaluator. */
bool formula_evaluate(const char *formula, kp_language language, shown *result);

/** Explains "=KENPO_…(…)", a single call with constant arguments, as KENPO_EXPLAIN would; false
 *  where the formula is something else. */
bool formula_explain(const char *formula, kp_language language, char *text, size_t size);

#endif
