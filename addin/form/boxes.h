/* SPDX-License-Identifier: MPL-2.0
 *
 * boxes.h: the cells of a form that take a number, a year or a day, and which (its validity rules). Rules
 * are read from a form, not from what is tried against them: a value that is pasted into a cell
 * takes the rule of that cell away.
 */
#ifndef KENPO_FORM_ENTRIES_H
#define KENPO_FORM_ENTRIES_H

#include "kenpo/status.h"
#include "system/buffer.h"
#include "uno/document.h"

/** Years and days may be written in every spelling that KENPO_YEAR and KENPO_DATE read. */
typedef enum kp_box_kind {
    KP_BOX_NUMBER,
    KP_BOX_WHOLE,
    KP_BOX_DATE,
    KP_BOX_YEAR,
    KP_BOX_DAY
} kp_box_kind;

/** What may stand in the cells of an area, and its bounds where it has any. */
typedef struct kp_box {
    kp_area area;
    kp_box_kind kind;
    bool has_least, has_most;
    double least, most;
} kp_box;

typedef struct kp_boxes {
    char **sheets; /**< their names, by kp_box.area.sheet */
    size_t sheet_count;
    kp_box *boxes;
    size_t count;
} kp_boxes;

/** Reads those of a document. Rules about texts and choices are none about numbers; of those that are
 *  formulas only IFERROR(KENPO_YEAR(cell);0)>=1989 and the like, with KENPO_DATE, are. Missing ones
 *  where memory is short. */
kp_boxes kp_boxes_read(uno_Interface *document);
void kp_boxes_end(kp_boxes *boxes);

/** What the cell (from 0) takes, on the sheet of that number; NULL where no rule is about it. */
const kp_box *kp_boxes_at(const kp_boxes *boxes, long sheet, long column, long row);

/** Whether the number, or the text, may stand there; and what may, in words: "整数、0 以上",
 *  "a number, at least 0, at most 200". A text may where it spells a year or a day. */
bool kp_box_takes(const kp_box *box, double number);
bool kp_box_takes_text(const kp_box *box, const char *text);
void kp_box_say(const kp_box *box, kp_language language, kp_buffer *why);

#endif
