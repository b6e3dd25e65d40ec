/* SPDX-License-Identifier: MPL-2.0
 *
 * evaluate.h: asking Calc itself for the value of a formula at a place, so that references, names
 * and ranges mean what they mean there. The cell asked for is left holding the question: put its
 * content back afterwards (kp_cell_put). Formulas are in the office's spelling and begin with "=".
 */
#ifndef KENPO_BOOK_EVALUATE_H
#define KENPO_BOOK_EVALUATE_H

#include "system/buffer.h"
#include "uno/document.h"
#include "book/basis.h"
#include "book/formula.h"
#include "kenpo/check.h"

/* Formulas that are asked of the same sheet again and again, each time that other numbers stand in it.
 * Each keeps a cell of its own, right of all others; they are computed with the sheet and read all at
 * once. Only for a document that nobody sees and that is never stored. */
typedef struct kp_answers kp_answers;

/** Formulas about a sheet, whose cells from `column` on are free; NULL where memory is short. */
kp_answers *kp_answers_begin(uno_Interface *sheet, long column);
void kp_answers_end(kp_answers *answers);

/** To be called when the sheet was computed anew: reads what all formulas asked so far give. */
void kp_answers_renew(kp_answers *answers);

/** What the formula gives; the document must compute by itself while a formula is new. */
kp_content kp_answers_get(kp_answers *answers, const char *formula);

/** A place where formulas are asked: a cell, and, in an array formula, which of its elements; or the
 *  answers kept for a sheet, and then no cell is touched. */
typedef struct kp_asked {
    uno_Interface *cell;
    bool array;
    int row, column; /**< of the element, from 1 */
    kp_answers *answers;
} kp_asked;

/** The value of the formula there. */
kp_content kp_ask(kp_asked asked, const char *formula);

/** How the checks in a formula stand: the gravest of what they find; KP_PASS for a formula without
 *  checks, and where they do not apply. Where a value that they need is missing or an error, what
 *  they would find is not known: then the severity is the gravest that they could give. */
typedef struct kp_standing {
    kp_severity severity;
    bool unknown;
} kp_standing;
kp_standing kp_ask_checks(kp_asked asked, const char *formula);

/** The formula that is the constant of that error: "=#N/A", "=#ERR502!". */
enum { KP_ERROR_CONSTANT = 32 };
void kp_error_constant(int code, char formula[KP_ERROR_CONSTANT]);

/** Makes a cell hold that value and no formula, in the number format that it has. An error becomes the constant
 *  of that error. */
void kp_cell_put(uno_Interface *cell, const kp_content *content);

/** A cell of the sheet that nobody uses, behind all others. Empty it again by kp_scratch_end, which
 *  also releases it. */
uno_Interface *kp_scratch(uno_Interface *sheet);
void kp_scratch_end(uno_Interface *scratch);

/** Says in the row what the arguments are, how the value is computed, and the law behind, as
 *  kp_describe; and of a check, what it finds. */
void kp_describe_row(kp_basis_row *row, kp_asked asked, const char *formula, kp_language language);

/** Writes each argument of each call of ours in the formula with its value there, the
 *  explanation of each call in words, and the law behind, each in the given language. */
void kp_describe(kp_asked asked, const char *formula, kp_language language, kp_buffer *arguments,
                 kp_buffer *explanation, kp_buffer *citation);

#endif
