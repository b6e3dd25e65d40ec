/* SPDX-License-Identifier: MPL-2.0
 *
 * rule.h: a condition or a validity, spelled alike for both formats of files:
 * "formula ISERROR([0][0]): ground FF0000", "value >= 0: colour 808080", "whole between 1989 2099; stop".
 * What is relative counts from the rule's own cell, so that a rule reads the same in each of
 * its cells. No UNO, no I/O.
 */
#ifndef KENPO_STORED_RULE_H
#define KENPO_STORED_RULE_H

#include "stored/workbook.h"
#include "system/buffer.h"

typedef struct kp_rule {
    kp_format format;           /**< of the file, in whose spelling the formulas are */
    const char *kind;           /**< "formula", "value", "whole", "list" … */
    const char *operation;      /**< "=", "between" …; "" */
    const char *first, *second; /**< formulas; NULL none */
    const char *effect;         /**< what it does: a change of the look, or how it refuses */
    long column, row;           /**< of the cell from which the formulas count */
} kp_rule;

void kp_rule_put(kp_buffer *out, const kp_rule *rule);

/** How a validity refuses: "stop", "warning", "information"; "" is stop. */
void kp_validity_put(kp_buffer *out, bool told, const char *style, bool blank, const char *hint);

/** The cells that a chart shows, spelled alike for both formats. */
void kp_drawn_put_range(kp_buffer *out, kp_format format, const char *range);

/** A hint as far as every program keeps it: the beginning, without blanks and line ends. */
void kp_hint_put(kp_buffer *out, const char *text, size_t length);

#endif
