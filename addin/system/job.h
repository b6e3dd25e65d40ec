/* SPDX-License-Identifier: MPL-2.0
 *
 * job.h: what a command line hands over and gets back. A job is a small file of lines «name, tab,
 * value»; the answer is a report, a file of lines «kind, tab, text», whose last line is
 * «exit, tab, number». No UNO.
 */
#ifndef KENPO_SYSTEM_JOB_H
#define KENPO_SYSTEM_JOB_H

#include "system/buffer.h"
#include "kenpo/status.h"

/** How a command ended; the exit codes of kenpo-submit and kenpo-intake. */
typedef enum kp_outcome {
    KP_DONE = 0,
    KP_BLOCKED = 1,    /**< a check is open, or, in intake, something was found */
    KP_USAGE = 2,      /**< wrong arguments */
    KP_UNREADABLE = 3, /**< the workbook cannot be opened or made independent */
    KP_UNWRITABLE = 4, /**< the result cannot be written */
    KP_BROKEN = 5      /**< the office ended before its time, or does not know the command */
} kp_outcome;

typedef struct kp_job {
    char *text; /**< the file, cut at tabs and line ends */
    size_t size;
} kp_job;

/** Reads a job file; false where it cannot be read. */
bool kp_job_read(kp_job *job, const char *path);

/** The value of a line, NULL if none; the `index`-th one (from 0) where a name comes often. */
const char *kp_job_value(const kp_job *job, const char *name, size_t index);
void kp_job_end(kp_job *job);

/** The report of a command: what there is to tell the user. */
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
