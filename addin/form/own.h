/* SPDX-License-Identifier: MPL-2.0
 *
 * own.h: the bureau's own copy of a form: a document made from our template, kept open, into which the
 * inputs of one submission after the other are put, and computed there. What a submission's formulas
 * say and give is never asked.
 */
#ifndef KENPO_FORM_OWN_H
#define KENPO_FORM_OWN_H

#include "book/basis.h"
#include "book/evaluate.h"
#include "book/names.h"
#include "book/sha256.h"
#include "form/boxes.h"
#include "form/form.h"
#include "kenpo/status.h"
#include "stored/workbook.h"

/** A cell of the form. */
typedef struct kp_own_cell {
    char *text; /**< a formula ("=…", in the office's spelling), a text, a number; NULL: nothing */
    char *alike[2]; /**< how a .ods and a .xlsx spelled the same formula, once that was found */
    bool open;      /**< a society may fill it */
    bool general; /**< it has no number format of its own: a formula takes one from what it reads */
    bool ours;    /**< its formula calls our functions: a submission has the value */
    bool replaced;     /**< open, and its formula has made way for an input */
    kp_basis_row *row; /**< of 計算根拠 of the submission at hand, or NULL */
} kp_own_cell;

typedef struct kp_own_sheet {
    char *name;
    long columns, rows;
    bool guarded;       /**< the form protects it */
    kp_own_cell *cells; /**< row by row */
    uno_Interface *sheet, *area;
    uno_Any values; /**< of all cells, as they were computed last */
    kp_answers *answers;
} kp_own_sheet;

typedef struct kp_form {
    kp_form_mark mark;
    char asked
        [KP_FORM_WORD]; /**< the version that was asked for, which this extension may not carry */
    uno_Interface *document;
    kp_own_sheet *sheets;
    size_t count;
    kp_workbook stored; /**< the template as data: how it looks */
    kp_names names;
    kp_boxes boxes;
    char *growing; /**< tables that may be longer (grow.h), and the size to which they were grown */
    kp_buffer size;
    int spoken; /**< the language of its texts; -1: it was never computed */
} kp_form;

/** Forms that are open, the last ones used. */
enum { KP_FORMS_OPEN = 8 };
typedef struct kp_forms {
    kp_form *forms[KP_FORMS_OPEN];
    size_t count;
} kp_forms;

/** The form of that file name ("reserve-plan") and version, its tables as long as the workbook has
 *  them where they may be, or NULL where this extension carries none. It lives until the next call. */
kp_form *kp_forms_get(kp_forms *forms, uno_Interface *context, const char *file,
                      const char *version, const kp_workbook *workbook);
void kp_forms_end(kp_forms *forms);

/** Puts the workbook's inputs in, everything else out, and computes; our functions' texts are in that
 *  language. */
void kp_own_compute(kp_form *form, const kp_workbook *workbook, kp_language language);

/** A sum of all numbers that were typed into it, "" where that is next to nothing: who hands in another's
 *  budget changes its words. */
void kp_own_typed(const kp_form *form, char sum[KP_SHA256_TEXT]);

/** A program that stored the file again keeps 15 digits of a number, and rounds them in its own way: what
 *  is as we computed it but for that becomes what we computed, in the cells and in the rows of
 *  計算根拠, so that checksums hold. */
void kp_own_exact(const kp_form *form, kp_workbook *workbook, kp_basis *basis);

/** The sheet of that name, or NULL; its cell, NULL outside of what the form has; and what stands
 *  there now. */
kp_own_sheet *kp_own_named(const kp_form *form, const char *name);
kp_own_cell *kp_own_at(const kp_own_sheet *sheet, long column, long row);
kp_content kp_own_value(const kp_own_sheet *sheet, long column, long row);

/** Whether an error stands there, or the text of one. */
bool kp_own_is_error(const kp_own_sheet *sheet, long column, long row);

/** What a person would see there. To be freed. */
char *kp_own_shown(const kp_own_sheet *sheet, long column, long row);

/** Whether the file's formula is the one that the form has in the cell. */
bool kp_own_formula_is(const kp_form *form, kp_own_cell *cell, kp_format format,
                       const char *formula);

/** The result that the file has in a cell, NULL included. */
kp_content kp_stored_content(const kp_stored_cell *cell);

#endif
