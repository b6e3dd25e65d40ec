/* SPDX-License-Identifier: MPL-2.0
 *
 * called.c: which copies, under which names. A stranger's name of a file may hold anything.
 */
#include "intake/kept/called.h"

#include <stdlib.h>
#include <string.h>

#include "system/letters.h"
#include "system/path.h"

/* A name of at most 255 bytes leaves room for the number, an ending, and a part of it on the way. */
enum { MOST_BYTES = 150 };

/* ------------------------------------------------------------------------------------- which */

/* «3» or «3-7» at *at, which is behind it then; false where there is none. */
static bool next_range(const char **at, size_t *first, size_t *last) {
    char *end = NULL;
    while (**at == ' ' || **at == ',')
        ++*at;
    if (**at < '0' || **at > '9') return false;
    *first = *last = strtoul(*at, &end, 10);
    if (*end == '-' && end[1] >= '0' && end[1] <= '9') *last = strtoul(end + 1, &end, 10);
    *at = end;
    return true;
}

bool kp_kept_is_list(const char *receipts) {
    size_t first, last;
    const char *at = receipts;
    while (next_range(&at, &first, &last))
        ;
    return *at == '\0' && at > receipts;
}

bool kp_kept_is_wanted(const kp_kept_wish *wish, size_t receipt) {
    size_t first, last;
    if (wish->folder == NULL) return false;
    if (wish->receipts == NULL || *wish->receipts == '\0') return true;
    for (const char *at = wish->receipts; next_range(&at, &first, &last);)
        if (receipt >= first && receipt <= last) return true;
    return false;
}

/* ------------------------------------------------------------------------------------- called */

/* Whether the bytes are no letter of UTF-8: too few of them, too many, or one that there is not. */
static bool is_broken(unsigned char lead, size_t bytes, unsigned long letter) {
    size_t begun = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    size_t needed = letter < 0x80 ? 1 : letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4;
    return bytes != begun || bytes != needed || letter > 0x10FFFF ||
           (letter >= 0xD800 && letter < 0xE000) || letter == 0xFFFE || letter == 0xFFFF;
}

/* Whether some system gives the letter a meaning in names, or nobody sees it. */
static bool is_odd(unsigned long letter) {
    return letter < ' ' || (letter >= 0x7F && letter < 0xA0) || kp_letter_unseen(letter) ||
           (letter < 0x80 && strchr("/\\:*?\"<>|%$`'&;", (int)letter) != NULL);
}

void kp_kept_name(size_t receipt, const char *name, kp_buffer *out) {
    const char *stem = kp_path_name(name);
    const char *point = strrchr(stem, '.');
    const char *end = point == NULL || point == stem ? stem + strlen(stem) : point;
    kp_putf(out, "%05zu_", receipt);
    size_t most = out->used + MOST_BYTES;
    for (const char *at = stem; at < end;) {
        const char *letter = at;
        unsigned long code = kp_letter_next(&at);
        size_t bytes = (size_t)(at - letter);
        if (out->used + bytes > most) break;
        if (is_broken((unsigned char)*letter, bytes, code) || is_odd(code))
            kp_put(out, "_");
        else
            kp_put_bytes(out, letter, bytes);
    }
}
