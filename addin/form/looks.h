/* SPDX-License-Identifier: MPL-2.0
 *
 * looks.h: how a submission is seen, against how its form is: what a reader of the file would see
 * otherwise than the form shows it. Both are data; values are not compared here.
 */
#ifndef KENPO_FORM_LOOKS_H
#define KENPO_FORM_LOOKS_H

#include "stored/workbook.h"

typedef enum kp_look_kind {
    KP_LOOK_FORMAT,  /**< a number is shown with other digits or signs */
    KP_LOOK_COLOUR,  /**< of letters or ground */
    KP_LOOK_SIZE,    /**< of letters */
    KP_LOOK_LETTERS, /**< another font, bold, a line through them, turned */
    KP_LOOK_FAINT,   /**< a part of a text cannot be seen */
    KP_LOOK_GUARD, /**< a cell that is locked, or not, or whose formula is hidden; a sheet's protection */
    KP_LOOK_ROOM,      /**< a row or column with much less room than the form gives it */
    KP_LOOK_UNSEEN,    /**< a cell's content is not shown, or not printed */
    KP_LOOK_HIDDEN,    /**< a row or column that the form shows */
    KP_LOOK_REVEALED,  /**< a row or column that the form hides */
    KP_LOOK_MERGED,    /**< merged cells */
    KP_LOOK_CONDITION, /**< a conditional format */
    KP_LOOK_VALIDITY,  /**< what a cell takes */
    KP_LOOK_PRINTED,   /**< header, footer, print range */
    KP_LOOK_CHART,     /**< more or fewer charts, or such as say something else */
    KP_LOOK_SHEET,     /**< a sheet of the form is hidden */
    KP_LOOK_ORDER,     /**< a sheet of the form stands behind one that comes after it */
    KP_LOOK_KINDS
} kp_look_kind;

typedef struct kp_look_difference {
    kp_look_kind kind;
    bool grave; /**< a reader takes something else from it than the form says */
    const char *sheet;
    kp_stored_area area;    /**< right is -1: the whole sheet */
    const char *then, *now; /**< as the form has it and as it is now; "" where words add nothing */
} kp_look_difference;

typedef void kp_look_found(void *data, const kp_look_difference *difference);

/** `form` is the template, read as data; only its sheets are looked at. Rows that a society put into a
 *  table of the form look like the table's first. */
void kp_looks_compare(const kp_workbook *form, const kp_workbook *submission, kp_look_found *found,
                      void *data);

#endif
