/* SPDX-License-Identifier: MPL-2.0
 *
 * form.h: the official forms that this extension carries, to compare a workbook with. A workbook
 * made from a form carries its mark, a document property; everything the form fixes (formulas,
 * texts and numbers of its locked cells, its names) is read from this extension's own template,
 * never from the workbook.
 */
#ifndef KENPO_INTAKE_FORM_H
#define KENPO_INTAKE_FORM_H

#include "book/names.h"
#include "form/boxes.h"
#include "uno/document.h"

/** The mark of a form: "reserve-plan 0.1.0 積立計画" is file, version, title. */
enum { KP_FORM_WORD = 64 };
typedef struct kp_form_mark {
    char file[KP_FORM_WORD];
    char version[KP_FORM_WORD];
    char title[KP_FORM_WORD * 4];
} kp_form_mark;

/** Reads the mark of a document; false where it carries none, or one that is no mark. */
bool kp_form_mark_read(uno_Interface *document, kp_form_mark *mark);

/** Whether a cell (from 0) is locked, which those meant for typing are not. */
bool kp_form_locked(uno_Interface *sheet, long column, long row);

/** A locked cell that the form fills: a formula in the office's spelling, a text or a number. */
typedef struct kp_form_cell {
    long column, row;
    bool constant_text;
    char *text;
} kp_form_cell;

typedef struct kp_form_sheet {
    char *name;
    kp_form_cell *cells;
    size_t count;
    kp_area area; /**< from the first cell to the last one filled */
} kp_form_sheet;

typedef struct kp_form {
    kp_form_mark mark;
    kp_form_sheet *sheets;
    size_t count;
    kp_names names;
    kp_boxes boxes;
    char *growing; /**< tables that may be longer (grow.h), and the size to which they were grown */
    kp_buffer size;
} kp_form;

/** Forms read so far, so that a worker reads each template once. */
typedef struct kp_forms {
    kp_form *forms;
    size_t count;
} kp_forms;

/** The form of that file name ("reserve-plan"), its tables as long as the document has them where
 *  they may be, or NULL where this extension carries none. */
const kp_form *kp_forms_get(kp_forms *forms, uno_Interface *context, const char *file,
                            uno_Interface *document);

/** Only the boxes of that form, for who compares nothing; none where there is no such form. */
kp_boxes kp_form_boxes(uno_Interface *context, const char *file, uno_Interface *document);
void kp_forms_end(kp_forms *forms);

/** How a document differs from a form. */
typedef enum kp_form_part {
    KP_FORM_NO_SHEET, /**< a sheet of the form is not there */
    KP_FORM_NAME,     /**< a name means something else, or is gone */
    KP_FORM_CELL,     /**< a cell holds something else than the form's formula or number */
    KP_FORM_TEXT      /**< a text of the form, such as a label, reads otherwise */
} kp_form_part;

typedef struct kp_form_difference {
    kp_form_part part;
    const char *sheet; /**< of KP_FORM_NAME the name */
    long column, row;
    const char *form; /**< what the form has there, in the office's spelling */
    const char *now;  /**< what the document has there, "" if nothing */
} kp_form_difference;

/** Calls `found` for each difference, sheet by sheet, then the names. */
typedef void kp_form_found(void *data, const kp_form_difference *difference);
void kp_form_compare(const kp_form *form, uno_Interface *document, kp_form_found *found,
                     void *data);

#endif
