/* SPDX-License-Identifier: MPL-2.0
 *
 * result.h: the result of checking one submission, a small file of lines (lines.h):
 *
 *   kenpo-result  3                        the version of what follows
 *   file          NAME                     as seen from the folder of submissions
 *   version · society · symbol · year · form   TEXT
 *   figure        NAME  NUMBER             one of KP_FIGURES
 *   rows          COUNT                    of 計算根拠: it was computed to the end
 *   checks        ERRORS  WARNINGS  NOTES  that are open
 *   finding       GRAVITY  KIND  PLACE  WORDS   the first two as codes
 *   content       SHA-256                  of all that was typed in but the society's name and symbol
 *   beside        SHA-256                  of a print: of the workbook that lay beside it
 *   end                                    the result is whole
 *   sum           SHA-256                  of the bytes that were checked
 *   copy · print  NAME                     of its 控え, .ods and .pdf, "-" where there can be none
 *   copy-sum · print-sum  SHA-256          of their bytes
 *   maker         TEXT                     what else the result depends on: the add-in, its options
 *   seal          HMAC-SHA-256             over all above, with the user's own key
 *
 * The last two are added where results are kept. By them a result is believed only of the very file
 * that it was made of, by what would make it again, and where this user stored it: times say
 * nothing, and a result that somebody put there is none. This module alone writes and reads it. No
 * UNO.
 */
#ifndef KENPO_INTAKE_RESULT_H
#define KENPO_INTAKE_RESULT_H

#include <stdbool.h>

#include "book/sha256.h"
#include "kenpo/status.h"
#include "system/buffer.h"
#include "system/system.h"

typedef enum kp_gravity {
    KP_WRONG, /**< 異常: alteration or damage */
    KP_DOUBT, /**< 注意: to be looked at */
    KP_NOTE,  /**< 情報: for information */
    KP_GRAVITIES
} kp_gravity;

/** What a finding is about. Result files hold codes, never these numbers. */
typedef enum kp_found_kind {
    KP_FOUND_OTHER, /**< of a result that another version wrote: known by its words only */
    KP_FOUND_CHECK,
    KP_FOUND_EMPTY,
    KP_FOUND_OLD_FORMAT,
    KP_FOUND_PDF,
    KP_FOUND_NO_SUBMISSION,
    KP_FOUND_TOO_LARGE,
    KP_FOUND_UNOPENED,
    KP_FOUND_ENCRYPTED,
    KP_FOUND_SLOW,
    KP_FOUND_DIED,
    KP_FOUND_LOST,
    KP_FOUND_NO_TABLE,
    KP_FOUND_DAMAGED_TABLE,
    KP_FOUND_CHANGED_ROW,
    KP_FOUND_ROW_COUNT,
    KP_FOUND_VERSION,
    KP_FOUND_CHANGED_SHEET,
    KP_FOUND_ADDED_SHEET,
    KP_FOUND_REMOVED_SHEET,
    KP_FOUND_LOCKED_SHEET,
    KP_FOUND_CHANGED_LABEL,
    KP_FOUND_CHANGED_VALUE,
    KP_FOUND_OTHER_VALUE,
    KP_FOUND_NOT_COMPUTED,
    KP_FOUND_LINK,
    KP_FOUND_MACRO,
    KP_FOUND_NO_FORM,
    KP_FOUND_FORM_VERSION,
    KP_FOUND_FORM_SHEET,
    KP_FOUND_FORM_NAME,
    KP_FOUND_FORM_CELL,
    KP_FOUND_FORM_TEXT,
    KP_FOUND_UNCHECKED,
    KP_FOUND_ERROR_VALUE,
    KP_FOUND_TEXT_ENTRY,
    KP_FOUND_OUTSIDE_ENTRY,
    KP_FOUND_LOOKS,
    KP_FOUND_TWICE,
    KP_FOUND_PAIR,
    KP_FOUND_SOCIETY,
    KP_FOUND_SAME_CONTENT,
    KP_FOUND_OTHER_YEAR,
    KP_FOUND_REPLACED,
    KP_FOUND_FORMULA_ENTRY,
    KP_FOUND_EXTRA,
    KP_FOUND_SHOWN,
    KP_FOUND_FOREIGN,
    KP_FOUND_SETTINGS,
    KP_FOUND_NO_COPY,
    KP_FOUND_PRINT,
    KP_FOUND_KINDS
} kp_found_kind;

/** A code as it stands in result files, and its words; those of KP_FOUND_OTHER are empty. */
typedef struct kp_coded {
    const char *code;
    kp_text words;
} kp_coded;

const kp_coded *kp_gravity_coded(kp_gravity gravity);
const kp_coded *kp_kind_coded(kp_found_kind kind);

/** The reverse, from a code. KP_GRAVITIES and KP_FOUND_OTHER where there is none such. */
kp_gravity kp_gravity_named(const char *name);
kp_found_kind kp_kind_named(const char *name);

/** What is told of a submission as a text. */
typedef enum kp_fact {
    KP_FACT_FILE,
    KP_FACT_VERSION,
    KP_FACT_SOCIETY,
    KP_FACT_SYMBOL,
    KP_FACT_YEAR,
    KP_FACT_FORM,
    KP_FACT_CONTENT, /**< a sum of all numbers that were typed in, or none */
    KP_FACT_BESIDE,  /**< of a print: the sum of the workbook that lies beside it */
    KP_FACT_SUM,
    KP_FACT_COPY, /**< the file of its 控え, and as PDF; KP_RESULT_NO_COPY where there can be none */
    KP_FACT_PRINT,
    KP_FACT_COPY_SUM,
    KP_FACT_PRINT_SUM,
    KP_FACT_MAKER,
    KP_FACTS
} kp_fact;

#define KP_RESULT_NO_COPY "-"

/** The key figures (主な数値): cells of our forms, by their names. */
enum { KP_FIGURE_COUNT = 6 };
extern const char *const KP_FIGURES[KP_FIGURE_COUNT];

/* ----------------------------------------------------------------------------------- writing */

void kp_result_begin(kp_buffer *out, const char *name);
void kp_result_fact(kp_buffer *out, kp_fact fact, const char *text);
void kp_result_figure(kp_buffer *out, size_t figure, const char *number);
void kp_result_done(kp_buffer *out, size_t rows, const size_t checks[3]);
void kp_result_finding(kp_buffer *out, kp_gravity gravity, kp_found_kind kind, const char *place,
                       const char *words);
void kp_result_end(kp_buffer *out);

/** To what results are bound beside their file. */
typedef struct kp_bond {
    const char *maker; /**< version of the add-in, a blank, and whatever else decides */
    unsigned char key[KP_SHA256];
} kp_bond;

/** Writes to `path` the whole result of a file of which one wrong thing is all that can be said;
 *  `sum` is of its bytes, "" where nobody has read them: then it stands for this run only. */
kp_fault kp_result_only(const kp_bond *bond, const char *name, const char *sum, kp_found_kind kind,
                        const char *words, const char *path);

/** Stores at `path`, whole or not at all, what a worker wrote about the file of that name, whatever
 *  name it says, with `more` lines; *wrong gets how many things are wrong. KP_FAULT_MISSING where `text`, which it
 *  takes over, is no whole result, or one of another version. */
kp_fault kp_result_store(const kp_bond *bond, char *text, const char *name, const char *more,
                         const char *path, size_t *wrong);

/** Whether a whole result at `path` is of that name and content, by that maker, and sealed. */
bool kp_result_stands(const kp_bond *bond, const char *path, const char *name, const char *sum);

/* ----------------------------------------------------------------------------------- reading */

/** A finding that was told. */
typedef struct kp_told {
    kp_gravity gravity;
    kp_found_kind kind;
    const char *name; /**< of the kind, as the file has it */
    const char *place, *words;
} kp_told;

typedef struct kp_verdict {
    char *text;                           /**< what all the others point into */
    const char *facts[KP_FACTS];          /**< "" where not told */
    const char *figures[KP_FIGURE_COUNT]; /**< numbers as texts, "" where not told */
    long checks[3];
    kp_told *findings;
    size_t count;
    size_t graves[KP_GRAVITIES]; /**< findings of each gravity */
    bool whole;                  /**< it was written to its end */
} kp_verdict;

/** Reads a result from memory, which it takes over (to be freed by kp_result_free), or from a
 *  file. False where there is none or memory is short. */
bool kp_result_read(kp_verdict *result, char *text);
bool kp_result_open(kp_verdict *result, const char *path);
void kp_result_free(kp_verdict *result);

/** The kind of a finding in words. */
const char *kp_told_kind(const kp_told *told, kp_language language);

#endif
