/* SPDX-License-Identifier: MPL-2.0
 *
 * spelling.h: formulas as files spell them and as the office does: .ods "of:=SUM([.A1:.A2])", .xlsx
 * "SUM(A1,その1!A2)", the office "=SUM(A1;$その1.A2)". Texts are changed into texts; nothing is
 * computed, and no formula is taken for sound. No UNO.
 */
#ifndef KENPO_STORED_SPELLING_H
#define KENPO_STORED_SPELLING_H

#include "stored/workbook.h"
#include "system/buffer.h"

/** Writes a formula of a file of that format as the office spells it, "=" first. */
void kp_spell(kp_format format, const char *formula, kp_buffer *out);

/** The same of what a name stands for, without "=": "$その1.$D$46:$D$47". */
void kp_spell_name(kp_format format, const char *content, kp_buffer *out);

/** Whether two formulas, or what two names stand for, say the same in the office's spelling: blanks
 *  outside of texts do not count, nor "$" before a sheet's name, nor that name a second time in a
 *  range. */
bool kp_spelled_alike(const char *one, const char *other);

/** The same as a text: equal for formulas that are alike. */
void kp_spelled_plain(const char *formula, kp_buffer *out);

/** Whether a formula in the office's spelling is nothing but a truth value, which one program stores
 *  so and another as the number 0 or 1. */
bool kp_spelled_truth(const char *formula, double *number);

/** Whether a formula in the office's spelling refers to something outside its file. */
bool kp_spelled_outside(const char *formula);

/** The cells that a name stands for, in the office's spelling; false where it is no such reference.
 *  `sheet` gets the name of the sheet, without quotes. */
bool kp_spelled_area(const char *content, kp_buffer *sheet, kp_stored_area *area);

#endif
