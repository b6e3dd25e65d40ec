/* SPDX-License-Identifier: MPL-2.0
 *
 * text.c: reading names and spellings in UTF-8, with full-width forms made narrow on the way.
 */
#include "kenpo/text.h"

bool kp_same_letters(const char *a, const char *b) {
    while (*a != '\0' && kp_capital(*a) == kp_capital(*b))
        a++, b++;
    return *a == *b;
}

char kp_narrow(const char **at) {
    const unsigned char *c = (const unsigned char *)*at;
    if (c[0] != 0 && c[0] < 0x80) {
        *at += 1;
        return (char)c[0];
    }
    if (c[0] == 0xE3 && c[1] == 0x80 && c[2] == 0x80) { /* U+3000, the wide blank */
        *at += 3;
        return ' ';
    }
    if (c[0] != 0xEF || (c[1] != 0xBC && c[1] != 0xBD)) return 0;
    int code = ((c[1] & 0x3F) << 6 | (c[2] & 0x3F)) - 0xF00; /* U+FF00 + code */
    if (c[2] == 0 || code < 1 || code > 0x5E) return 0;
    *at += 3;
    return (char)(code + 0x20);
}

/* The next byte of a name, blanks passed over; what has no narrow form gives its own bytes one
 * after the other. 0 at the end. */
static char next(const char **at) {
    for (;;) {
        char c = kp_narrow(at);
        if (c == ' ' || c == '\t') continue;
        if (c != 0) return c;
        c = **at;
        *at += c != 0;
        return c;
    }
}

bool kp_same_name(const char *a, const char *b) {
    char byte;
    do {
        byte = next(&a);
        if (byte != next(&b)) return false;
    } while (byte != 0);
    return true;
}
