/* SPDX-License-Identifier: MPL-2.0
 *
 * text.c: comparing names in UTF-8 byte by byte, with full-width forms made narrow on the way.
 */
#include "kenpo/text.h"

/* The next byte of a name: blanks are passed over, a full-width form gives its ASCII byte, anything
 * else its own bytes one after the other. 0 at the end. */
static unsigned char next(const char **at) {
    for (;;) {
        const unsigned char *c = (const unsigned char *)*at;
        if (c[0] == ' ' || c[0] == '\t') {
            *at += 1;
        } else if (c[0] == 0xE3 && c[1] == 0x80 && c[2] == 0x80) { /* U+3000, the wide blank */
            *at += 3;
        } else if (c[0] == 0xEF && (c[1] == 0xBC || c[1] == 0xBD) && c[2] != 0) {
            int code = (((c[1] & 0x3F) << 6) | (c[2] & 0x3F)) - 0xF00; /* U+FF00 + code */
            if (code < 1 || code > 0x5E) break;
            *at += 3;
            return (unsigned char)(code + 0x20);
        } else {
            break;
        }
    }
    unsigned char byte = (unsigned char)**at;
    *at += byte != 0;
    return byte;
}

bool kp_same_name(const char *a, const char *b) {
    unsigned char byte;
    do {
        byte = next(&a);
        if (byte != next(&b)) return false;
    } while (byte != 0);
    return true;
}
