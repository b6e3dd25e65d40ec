/* SPDX-License-Identifier: MPL-2.0
 *
 * reference.h: what the random checks share: random values as a user types them, exact rational
 * arithmetic by GMP, and the comparison with what a rule gave. Nothing in here uses kp_num's
 * arithmetic; a value reaches the rule as the double of a cell.
 */
#ifndef KENPO_TESTS_REFERENCE_H
#define KENPO_TESTS_REFERENCE_H

#include <gmp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "kenpo/num.h"
#include "kenpo/range.h"

/** An exact rational; it lives until the next sample. */
typedef mpq_ptr Q;

/** A random value: the decimal that was typed, and the cell's double. */
typedef struct typed {
    Q exact;
    double cell;
    kp_num num; /**< kp_num_from_double(cell), as the add-in reads it */
} typed;

/** The reasons for which a sample may fail, as bits: 1 << status. */
enum {
    MAY_BE_INVALID = 1 << KP_INVALID,
    MAY_DIVIDE = 1 << KP_DIVIDE_BY_ZERO,
    MAY_BE_UNPUBLISHED = 1 << KP_NOT_PUBLISHED
};

/* ---- chance */
void chance_seed(uint64_t seed);
uint64_t chance(void);
int64_t chance_below(int64_t limit);
bool one_in(int64_t n);

/* ---- values as they are typed */
typed typed_decimal(int64_t mantissa, int places);
void log_draw(double cell); /**< to be printed where the outcome differs */
typed amount(void);         /**< mostly ≥ 0, with edges, thresholds and huge values */
typed signed_amount(void);  /**< of either sign */
typed count(void);          /**< mostly whole and ≥ 0 */
typed rate(void);           /**< ‰, mostly ≥ 0 */
typed share(void);          /**< mostly > 0 and ≤ 1 */
typed months(void);         /**< mostly 1 to 12 */
typed flag(void);           /**< mostly 0 or 1 */

/** A column of values. */
enum { MOST_VALUES = 16 };
typedef struct column {
    typed values[MOST_VALUES];
    size_t count;
    kp_range range;
} column;
void column_of(column *c, size_t count, typed (*draw)(void));
Q column_sum(const column *c);
bool column_has_negative(const column *c);

/* ---- exact arithmetic */
Q whole(int64_t value);
Q ratio(int64_t numerator, int64_t denominator);
Q add(Q a, Q b);
Q sub(Q a, Q b);
Q mul(Q a, Q b);
Q over(Q a, Q b); /**< a ÷ b; b must not be 0 */
Q least(Q a, Q b);
Q most(Q a, Q b);
bool is_negative(Q a);
bool is_zero(Q a);
bool is_whole(Q a);
bool is_share(Q a);  /**< > 0 and ≤ 1 */
bool is_count(Q a);  /**< whole and ≥ 0 */
bool is_months(Q a); /**< whole, 1 to 12 */
bool is_flag(Q a);

/** The nearest double, ties to even, computed without mpq_get_d, which truncates. */
double nearest_double(Q a);

/** To a multiple of `unit`: 0 towards zero, 1 away from it, 2 half away, 3 half towards. */
Q rounded_to(Q a, Q unit, int method);

/* ---- the comparison */

/** Compares the outcome of a rule with the reference and starts the next sample. `errors` are the
 *  reasons for which this sample may fail; where there are none, the value must be `expected`, and
 *  the double of it the nearest one. */
void compare(kp_status status, kp_num got, unsigned errors, Q expected);

/** One comparison: draws a sample and calls compare(). */
typedef struct sampler {
    const char *name;
    void (*sample)(void);
} sampler;

/** The program of a random test, called SAMPLES SEED NAME: runs each sampler whose name begins with
 *  NAME, prints the seed, and for each the time and what happened. */
int run_samplers(const char *title, const sampler *samplers, size_t count, int arguments,
                 char **words);

/** Ends the program with what was drawn. */
_Noreturn void differ(const char *what);

/** A value beyond the usual was drawn: the rule may answer KP_OVERFLOW. */
extern bool wild;

#endif
