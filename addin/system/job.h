/* SPDX-License-Identifier: MPL-2.0
 *
 * job.h: what a command line hands over: a small file of lines «name, tab, value» (lines.h). No UNO.
 */
#ifndef KENPO_SYSTEM_JOB_H
#define KENPO_SYSTEM_JOB_H

#include <stdbool.h>
#include <stddef.h>

typedef struct kp_job {
    char *text; /**< names and values, each ended by a zero */
    size_t size;
} kp_job;

/** Reads a job file; false where it cannot be read. */
bool kp_job_read(kp_job *job, const char *path);

/** The value of a line, NULL if none; the `index`-th one (from 0) where a name comes often. */
const char *kp_job_value(const kp_job *job, const char *name, size_t index);

/** A value that is a number; 0 if none. */
long kp_job_number(const kp_job *job, const char *name);

void kp_job_end(kp_job *job);

#endif
