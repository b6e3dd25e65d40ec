/* SPDX-License-Identifier: MPL-2.0
 *
 * submit.h: 提出用コピー. Writes copies of a workbook that need no add-in, beside each other and
 * never over an existing file: .ods and .xlsx with values in place of our functions and the sheet
 * 計算根拠, .pdf with three sets marked 正本, 副本, 副本. The original is only read.
 */
#ifndef KENPO_SUBMIT_SUBMIT_H
#define KENPO_SUBMIT_SUBMIT_H

#include "book/exact.h"
#include "system/report.h"

/** Called before each step with what is being done; false stops. */
typedef bool kp_progress(void *data, kp_text step);

typedef struct kp_submission {
    uno_Interface *context;
    const char *source; /**< the workbook's file, as a path */
    const char *named;  /**< the name to give the copies, or NULL for the source's own */
    const char *folder; /**< where the copies go */
    const char *work;   /**< a private folder for files on their way, or NULL */
    bool formats[KP_FORMATS];
    bool values;        /**< formulas in cells meant for typing become values in the copies */
    const char *sheets; /**< those of the PDF, as kp_is_chosen takes them */
    bool coloured;      /**< the PDF keeps the colours of the screen */
    bool insist;        /**< write even though a check is open; the copy says so */
    kp_progress *progress;
    void *data;
    kp_report *report;
} kp_submission;

/** Makes the copies and reports: a line "wrote" a file, or why there is none. */
void kp_submit(const kp_submission *submission);

#endif
