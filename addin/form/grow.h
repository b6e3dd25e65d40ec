/* SPDX-License-Identifier: MPL-2.0
 *
 * grow.h: tables of a form that a society may make longer, as the note under them says: rows alike
 * are put in among theirs, and the formulas copied. A form names them in a property, KenpoGrows, by
 * the name of a column of theirs.
 */
#ifndef KENPO_FORM_GROW_H
#define KENPO_FORM_GROW_H

#include "system/buffer.h"
#include "uno/document.h"

/** The names of such tables of a form, with a blank between two; to be freed, or NULL. */
char *kp_growing(uno_Interface *form);

/** How long each of these tables is in a document: equal for documents of equal size. */
void kp_grown_size(const char *names, uno_Interface *document, kp_buffer *size);

/** Makes them as long as those of the document, in the form, as a society does. No table gets
 *  shorter, and none longer than 20,000 rows. The form's sheets may be protected without password. */
void kp_grow(const char *names, uno_Interface *form, uno_Interface *document);

#endif
