/* SPDX-License-Identifier: MPL-2.0
 *
 * gate.h: what no sound submission holds: a computed cell that shows an error, a text where the form
 * takes a number, a number that the form does not take. (Checks that are open, or that could not be
 * run, are asked where formulas are: evaluate.h.) Submission asks before it makes a copy, intake asks
 * of what it received.
 */
#ifndef KENPO_FORM_GATE_H
#define KENPO_FORM_GATE_H

#include "form/boxes.h"

typedef enum kp_gate_kind {
    KP_GATE_ERROR,   /**< an error, or the text of one */
    KP_GATE_TEXT,    /**< a text where a number is wanted */
    KP_GATE_OUTSIDE, /**< a number that may not stand there */
    KP_GATE_KINDS
} kp_gate_kind;

typedef struct kp_gate_item {
    kp_gate_kind kind;
    const char *sheet; /**< "" of the last one of a kind, which only says how many more there are */
    const char *cell;  /**< "D49" */
    const char *label;
    const char *words;
} kp_gate_item;

/** Call `found` for each such cell, of a kind at most KP_GATE_MOST, and then once for the rest.
 *
 *  kp_gate_boxes   what a person typed: texts and numbers in the cells that the form leaves open.
 *                  Example of words: 数値の欄に文字「1,120,000」があります(整数、0 以上)。
 *  kp_gate_errors  what shows an error; of a form also the text of one, which is what is left where
 *                  values were put in place of formulas. The sheets 計算根拠 and 未解消の点検, which
 *                  tell of errors, are not looked at. */
enum { KP_GATE_MOST = 20 };
typedef void kp_gate_found(void *data, const kp_gate_item *item);
void kp_gate_boxes(uno_Interface *document, const kp_boxes *boxes, kp_language language,
                   kp_gate_found *found, void *data);
void kp_gate_errors(uno_Interface *document, bool form, kp_language language, kp_gate_found *found,
                    void *data);

/** The second of cells that are known: each shows an error. */
typedef struct kp_gate_place {
    uno_Interface *sheet;
    const char *name;
    long column, row;
} kp_gate_place;
void kp_gate_errors_at(const kp_gate_place *places, size_t count, kp_language language,
                       kp_gate_found *found, void *data);

/** The sheet of a copy that says what was not in order: 未解消の点検. */
extern const char KP_GATE_SHEET[];

#endif
