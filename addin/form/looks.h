/* SPDX-License-Identifier: MPL-2.0
 *
 * looks.h: how a submission is seen, against how its form is: what a reader of the file would see
 * otherwise than the form shows it. Both are data; values are not compared here.
 */
#ifndef KENPO_FORM_LOOKS_H
#define KENPO_FORM_LOOKS_H

#include "stored/workbook.h"

typedef enum kp_look_kind {
    KP_LOOK_FORMAT,    /**< a number is shown with other digits or signs */
    KP_LOOK_COLOUR,    /**< of letters or ground */
    KP_LOOK_SIZE,      /**< of letters */
    KP_LOOK_UNSEEN,    /**< a cell's content is not shown, or not printed */
    KP_LOOK_HIDDEN,    /**< a row or column that the form shows */
    KP_LOOK_REVEALED,  /**< a row or column that the form hides */
    KP_LOOK_MERGED,    /**< merged cells */
    KP_LOOK_CONDITION, /**< a conditional format */
    KP_LOOK_VALIDITY,  /**< what a cell takes */
    KP_LOOK_PRINTED,   /**< header, footer, print range */
    KP_LOOK_CHART,     /**< more or fewer charts */
    KP_LOOK_SHEET,     /**< a sheet of the form is hidden, or another stands among them */
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

/** `form` is the template, read as data. Sheets that every copy has beside the form's are `own`, ended
 *  by NULL. Rows that a society put into a table of the form look like the table's first. */
void kp_looks_compare(const kp_workbook *form, const kp_workbook *submission,
                      const char *const *own, kp_look_found *found, void *data);

#endif
