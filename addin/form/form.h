/* SPDX-License-Identifier: MPL-2.0
 *
 * form.h: the official forms that this extension carries. A workbook made from a form carries its
 * mark, a document property; what the form fixes is read from this extension's own template, never
 * from the workbook.
 */
#ifndef KENPO_FORM_FORM_H
#define KENPO_FORM_FORM_H

#include "form/boxes.h"
#include "stored/workbook.h"
#include "uno/document.h"

/** The mark of a form: "reserve-plan 0.1.0 積立計画" is file, version, title. */
enum { KP_FORM_WORD = 64 };
typedef struct kp_form_mark {
    char file[KP_FORM_WORD];
    char version[KP_FORM_WORD];
    char title[KP_FORM_WORD * 4];
} kp_form_mark;

/** Reads the mark of a document, or of a file that is only data; false where it carries none, or one
 *  that is no mark. */
bool kp_form_mark_read(uno_Interface *document, kp_form_mark *mark);
bool kp_form_mark_parse(const char *text, kp_form_mark *mark);

/** Whether a cell (from 0) is locked, which those meant for typing are not. */
bool kp_form_locked(uno_Interface *sheet, long column, long row);

/** Opens the template of that file name ("reserve-plan"), of that version where this extension
 *  carries it (templates/kenpo/VERSION), else today's; `mark` is that of the template. NULL where
 *  there is none. */
uno_Interface *kp_form_open(uno_Interface *context, const char *file, const char *version,
                            kp_form_mark *mark);

/** The path of that template; false where there is none. */
bool kp_form_path(const char *file, const char *version, kp_buffer *path);

/** Only the boxes of that form, its tables as long as those of the document; none where there is no
 *  such form. */
kp_boxes kp_form_boxes(uno_Interface *context, const char *file, uno_Interface *document);

/** The file names of all forms, by `index` from 0; NULL behind the last one. */
const char *kp_form_file(size_t index);

#endif
