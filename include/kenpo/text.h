/* SPDX-License-Identifier: MPL-2.0
 *
 * text.h: names as officers type them (名称). Full-width letters, digits and brackets mean the same
 * as narrow ones, and blanks mean nothing.
 */
#ifndef KENPO_TEXT_H
#define KENPO_TEXT_H

#include <stdbool.h>

/** Whether two names are the same: blanks apart, and full-width forms (ＡＢＣ, １２３, （）) taken
 *  for narrow ones. Capital letters differ from small ones. */
bool kp_same_name(const char *a, const char *b);

#endif
