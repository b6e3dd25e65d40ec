/* SPDX-License-Identifier: MPL-2.0
 *
 * errors.h: what Calc shows for an error. One table says for each its code in Calc, what stands in
 * the cell, and what it means in both languages; whoever writes or reads an error does so by it.
 */
#ifndef KENPO_CALC_ERRORS_H
#define KENPO_CALC_ERRORS_H

#include <stdbool.h>

#include "kenpo/status.h"

typedef struct kp_error {
    kp_status status; /**< KP_OK for an error that no rule gives */
    int code;         /**< of Calc, as a cell's getError answers */
    const char *name; /**< as it stands in a cell: "Err:502", "#DIV/0!" */
    kp_text brief;    /**< in a few words, as KENPO_EXPLAIN shows it behind the name */
    kp_text meaning;  /**< as the reference explains it */
} kp_error;

/** The error that Calc shows for a status; NULL for KP_OK. */
const kp_error *kp_error_of(kp_status status);

/** The error with that code of Calc; NULL for one that has no name here. */
const kp_error *kp_error_coded(int code);

/** The error at `index` (from 0) among those that rules give; NULL behind the last one. */
const kp_error *kp_error_at(int index);

/** Whether a text is what a cell shows of an error, in an office in English or Japanese: "#N/A",
 *  "Err:502", "エラー:502". */
bool kp_error_is_name(const char *text);

/** The code of Calc of the error that such a text shows; 0 where it shows none. */
int kp_error_code(const char *text);

#endif
