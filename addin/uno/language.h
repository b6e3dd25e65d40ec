/* SPDX-License-Identifier: MPL-2.0
 *
 * language.h: the language of the office's user interface, and what a document says of its own.
 */
#ifndef KENPO_UNO_LANGUAGE_H
#define KENPO_UNO_LANGUAGE_H

#include "uno/uno.h"

/** Writes the office's language tag, such as "ja" or "en-US", or "" where it cannot be known. */
void kp_office_locale(uno_Interface *context, char *tag, size_t size);

/** Writes a text of the document's own properties (File ▸ Properties ▸ Custom Properties), or "" where
 *  it has none of that name. */
void kp_document_word(uno_Interface *document, const char *property, char *text, size_t size);

#endif
