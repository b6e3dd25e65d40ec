/* SPDX-License-Identifier: MPL-2.0
 *
 * exact.h: numbers to the last bit. The office writes numbers with 15 significant digits; a value
 * that took a formula's place must keep all 17, or what is computed from it would change. This
 * goes through the sheets of a written file and replaces such numbers by the exact ones.
 */
#ifndef KENPO_BOOK_EXACT_H
#define KENPO_BOOK_EXACT_H

#include "system/look.h"
#include "uno/document.h"

/** Writes the exact numbers of `document`, which was stored under `url`, into that file. False
 *  where the file cannot be rewritten, or still calls our functions. */
bool kp_exact_file(uno_Interface *context, uno_Interface *document, const char *url,
                   kp_format format);

#endif
