/* SPDX-License-Identifier: MPL-2.0
 *
 * letters.c: what C's library lacks about texts.
 */
#include "system/letters.h"

#include <stdlib.h>
#include <string.h>

char *kp_letters_copy(const char *text, size_t length) {
    char *copy = malloc(length + 1);
    if (copy == NULL) return NULL;
    if (length > 0) memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* How far `text` goes along with `start`. */
static size_t common(const char *text, const char *start) {
    size_t i = 0;
    while (start[i] != '\0' && lower(text[i]) == lower(start[i]))
        i++;
    return i;
}

bool kp_letters_same(const char *one, const char *other) {
    size_t length = common(one, other);
    return one[length] == '\0' && other[length] == '\0';
}

bool kp_letters_begin(const char *text, const char *start) {
    return start[common(text, start)] == '\0';
}

const char *kp_letters_find(const char *text, const char *part) {
    for (;; text++) {
        if (part[common(text, part)] == '\0') return text;
        if (*text == '\0') return NULL;
    }
}

unsigned long kp_letter_next(const char **at) {
    const unsigned char *c = (const unsigned char *)*at;
    size_t length = c[0] < 0xC0 ? 1 : c[0] < 0xE0 ? 2 : c[0] < 0xF0 ? 3 : 4;
    unsigned long letter = length == 1 ? c[0] : c[0] & (0xFFU >> (length + 1));
    size_t taken = 1;
    for (; taken < length && (c[taken] & 0xC0) == 0x80; taken++)
        letter = letter << 6 | (c[taken] & 0x3FU);
    *at += taken;
    return letter;
}

bool kp_letter_unseen(unsigned long letter) {
    return letter == 0xFEFF || letter == 0xAD || (letter >= 0x200B && letter <= 0x200F) ||
           (letter >= 0x2028 && letter <= 0x202E) || (letter >= 0x2060 && letter <= 0x206F);
}
