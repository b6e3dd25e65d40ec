/* SPDX-License-Identifier: MPL-2.0
 *
 * intake.h: 受付点検. Opens a submission, computes every row of 計算根拠 again with this add-in,
 * and compares. Nothing in the file is trusted or run: macros and links are off, a formula that
 * could reach outside is not computed. The outcome is a result file of lines; each finding is one
 * line.
 */
#ifndef KENPO_INTAKE_INTAKE_H
#define KENPO_INTAKE_INTAKE_H

#include "intake/form.h"
#include "system/job.h"
#include "system/report.h"
#include "uno/uno.h"

/** Checks one file and gives the result, lines of fields separated by tabs:
 *    file NAME · version V · society NAME · symbol S · year Y · figure TITLE NUMBER ·
 *    form TITLE · checks ERRORS WARNINGS NOTES · rows COUNT · finding GRAVITY KIND PLACE WORDS ·
 * end NAME is how the file is told of, as seen from the folder of submissions. `work` is a private
 * folder for copies, or NULL. GRAVITY is 異常, 注意 or 情報 (alteration or damage, to be looked at,
 * for information). `forms` keeps the forms read, from one file to the next. */
void kp_intake_file(uno_Interface *context, const char *path, const char *name, const char *work,
                    kp_language language, kp_forms *forms, kp_buffer *result);

/** The key figures (主な数値) in the order of the summary's columns, ended by an empty row: the
 * names of the cells in our forms, and what the columns are called. */
typedef struct kp_figure {
    const char *name;
    kp_text title;
} kp_figure;
extern const kp_figure KP_FIGURES[];

/** summary.c: makes 受付一覧 (.ods and .csv) from result files; reports what was written. */
void kp_intake_summary(uno_Interface *context, const kp_job *job, kp_report *report);

#endif
