/* SPDX-License-Identifier: MPL-2.0
 *
 * report.h: what a command has to tell: lines «kind, tab, text», the last one «exit, tab, number».
 * No UNO.
 */
#ifndef KENPO_SYSTEM_REPORT_H
#define KENPO_SYSTEM_REPORT_H

#include "kenpo/status.h"
#include "system/buffer.h"

/** How a command ended; the exit codes of kenpo-submit and kenpo-intake. */
typedef enum kp_outcome {
    KP_DONE = 0,
    KP_BLOCKED = 1,    /**< a check is open, or, in intake, something was found */
    KP_USAGE = 2,      /**< wrong arguments */
    KP_UNREADABLE = 3, /**< the workbook cannot be opened or made independent */
    KP_UNWRITABLE = 4, /**< the result cannot be written */
    KP_BROKEN = 5      /**< the office ended before its time, or does not know the command */
} kp_outcome;

typedef struct kp_report {
    kp_buffer lines;
    kp_language language;
    kp_outcome outcome; /**< the gravest so far */
} kp_report;

/** Adds a line; `about` (a file, a cell; may be NULL) comes before the words. */
void kp_tell(kp_report *report, const char *kind, const char *about, kp_text words);
void kp_tell_plain(kp_report *report, const char *kind, const char *text);

/** The same, and the command cannot have gone better than `outcome`. */
void kp_tell_failure(kp_report *report, kp_outcome outcome, const char *about, kp_text words);

/** Writes the report to a file and ends it. */
void kp_report_write(kp_report *report, const char *path);

#endif
