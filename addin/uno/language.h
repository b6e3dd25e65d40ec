/* SPDX-License-Identifier: MPL-2.0
 *
 * language.h: the language of the office's user interface.
 */
#ifndef KENPO_UNO_LANGUAGE_H
#define KENPO_UNO_LANGUAGE_H

#include "uno/uno.h"

/** Writes the office's language tag, such as "ja" or "en-US", or "" where it cannot be known. */
void kp_office_locale(uno_Interface *context, char *tag, size_t size);

#endif
