/* SPDX-License-Identifier: MPL-2.0
 *
 * trace.h: the explanation of a computation (計算過程), written by the rule itself while it
 * computes, so that value and explanation cannot differ. A kp_run carries it (run.h); NULL
 * means that nobody asks, and costs nothing.
 */
#ifndef KENPO_TRACE_H
#define KENPO_TRACE_H

#include <stddef.h>

#include "kenpo/num.h"
#include "kenpo/status.h"
#include "kenpo/unit.h"

/** Text that is built in a buffer of fixed size. What does not fit is cut at a character and
 *  marked with "…". Zero-terminated at any time. */
typedef struct kp_writer {
    char *buffer;
    size_t size; /**< of the buffer in bytes, at least 4 */
    size_t used;
    kp_language language;
} kp_writer;

/** An empty text in `buffer`. */
kp_writer kp_writer_on(char *buffer, size_t size, kp_language language);

/** Appends UTF-8 text. */
void kp_write(kp_writer *writer, const char *text);

/** Appends the wording in the writer's language. */
void kp_write_text(kp_writer *writer, kp_text text);

/** Appends a number, with separators and at most ten decimals. */
void kp_write_number(kp_writer *writer, kp_num number);

/** Appends an amount, a rate or a share (× 100, with " %") as forms write it: ▲ before what is negative. */
void kp_write_found(kp_writer *writer, kp_num number, bool percent);

/** Appends a number and its unit; a fiscal year stands without separators, a ratio also as per
 *  cent. */
void kp_write_quantity(kp_writer *writer, kp_num number, kp_unit unit);

/** The steps of one computation. */
typedef struct kp_trace {
    kp_writer writer;
    int steps;  /**< numbered from 1 */
    bool cited; /**< whether the source was said */
} kp_trace;

/** Appends a ratio as per cent. Four decimals, cut and never rounded, tell 99.9999 % from 100 %; "…"
 *  says that more follow. */
void kp_write_percent(kp_writer *writer, kp_num ratio);

/** Begins the step «n. label = »; who calls writes the rest and the end of the line. A label begins
 *  with a capital letter in English. */
void kp_trace_label(kp_trace *trace, kp_text label);

/** Adds the step «n. label = value unit». Does nothing where trace is NULL or value is none. */
void kp_trace_step(kp_trace *trace, kp_text label, kp_num value, kp_unit unit);

/** Adds a remark on a line of its own. */
void kp_trace_note(kp_trace *trace, kp_text remark);

/** Adds the reason of an error and returns `status`, so that a rule can write
 *  `return kp_fail(trace, KP_INVALID, kp_t("…", "…"));`. */
kp_status kp_fail(kp_trace *trace, kp_status status, kp_text reason);

#endif
