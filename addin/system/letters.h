/* SPDX-License-Identifier: MPL-2.0
 *
 * letters.h: what C's library lacks about texts, or has on some systems only. Upper and lower case
 * are those of ASCII. No I/O.
 */
#ifndef KENPO_SYSTEM_LETTERS_H
#define KENPO_SYSTEM_LETTERS_H

#include <stdbool.h>
#include <stddef.h>

/** A copy of the first `length` bytes, which holds no zero, to be freed; NULL where memory is
 *  short. */
char *kp_letters_copy(const char *text, size_t length);

/** Whether two texts are the same but for upper and lower case. */
bool kp_letters_same(const char *one, const char *other);

/** Whether a text begins with `start`, upper or lower case. */
bool kp_letters_begin(const char *text, const char *start);

/** Where `part` begins in `text`, upper or lower case; NULL if nowhere. */
const char *kp_letters_find(const char *text, const char *part);

/** The letter at *at, of UTF-8, which is no end; *at is behind it then. */
unsigned long kp_letter_next(const char **at);

/** Whether nobody sees it: it has no width, or turns the direction of reading. */
bool kp_letter_unseen(unsigned long letter);

#endif
