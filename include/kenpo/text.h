/* SPDX-License-Identifier: MPL-2.0
 *
 * text.h: names as officers type them (名称). Full-width letters, digits and brackets mean the same
 * as narrow ones, and blanks mean nothing.
 */
#ifndef KENPO_TEXT_H
#define KENPO_TEXT_H

#include <stdbool.h>

/** The next character where it is ASCII or a full-width form of it: passed over, and given narrow;
 *  the wide blank U+3000 is a blank. 0 at the end or at anything else, which is not passed over. */
char kp_narrow(const char **at);

/** An ASCII letter as the capital one; any other byte as it is. */
static inline char kp_capital(char c) {
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

/** Whether two texts are the same, capital ASCII letters or not. */
bool kp_same_letters(const char *a, const char *b);

/** Whether two names are the same: blanks apart, and full-width forms (ＡＢＣ, １２３, （）) taken
 *  for narrow ones. Capital letters differ from small ones. */
bool kp_same_name(const char *a, const char *b);

#endif
