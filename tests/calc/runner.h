/* SPDX-License-Identifier: MPL-2.0
 *
 * runner.h: what a group of tests inside Calc is given, and where it says what it found.
 */
#ifndef KENPO_TESTS_RUNNER_H
#define KENPO_TESTS_RUNNER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "sheet.h"

/** The component context, the folder tests/, and the language that the office was started in. */
typedef struct session {
    uno_Interface *context;
    char tests[1024];
    char language[16];
} session;

extern session SESSION;

/** Each runs one file of tests and returns how many failed. */
int run_cases(void);
int run_bad_input(void);
int run_contract(void);
int run_memory(void);
int run_bench(void);
int run_dates(void);
int run_signatures(void);
int run_stored(void);

/** Says what a test was about before it fails. */
void explain_failure(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
