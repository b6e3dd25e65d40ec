/* SPDX-License-Identifier: MPL-2.0
 *
 * grow.h: tables of a form that a society may make longer, as the note under them says: rows alike
 * are put in among theirs, and the formulas copied. A form names them in a property, KenpoGrows, by
 * the name of a column of theirs.
 */
#ifndef KENPO_FORM_GROW_H
#define KENPO_FORM_GROW_H

#include "stored/workbook.h"
#include "system/buffer.h"
#include "uno/document.h"

/** The names of such tables of a form, with a blank between two; to be freed, or NULL. */
char *kp_growing(uno_Interface *form);

/** Where a name stands for cells: in a document (uno_Interface), in a file (kp_workbook). The right
 *  is -1 where it stands for none. */
typedef kp_area kp_measure(const void *where, const char *name);
kp_area kp_measure_document(const void *document, const char *name);
kp_area kp_measure_workbook(const void *workbook, const char *name);

/** How long each of these tables is: equal for workbooks of equal size. */
void kp_grown_size(const char *names, kp_measure *measure, const void *where, kp_buffer *size);

/** Makes them as long in the form as they are there, as a society does. No table gets shorter, and
 *  none longer than 20,000 rows. The form's sheets may be protected without password. */
void kp_grow(const char *names, uno_Interface *form, kp_measure *measure, const void *where);

#endif
