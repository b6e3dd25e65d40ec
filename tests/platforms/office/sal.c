/* SPDX-License-Identifier: MPL-2.0
 *
 * sal.c: the strings of the office's sal3 (libuno_sal), as far as computing needs them, so that the
 * add-in's library can be loaded and called where there is no office. It counts the strings alive.
 */
#define SAL_DLLIMPLEMENTATION

#include <stdlib.h>
#include <string.h>

#include <rtl/string.h>
#include <rtl/ustring.h>

SAL_DLLPUBLIC_EXPORT long stand_in_strings(void);

static long alive;

long stand_in_strings(void) {
    return alive;
}

static rtl_uString *new_ustring(size_t length) {
    rtl_uString *string = calloc(1, sizeof *string + length * sizeof string->buffer[0]);
    string->refCount = 1;
    string->length = (sal_Int32)length;
    alive++;
    return string;
}

/* One character of well-formed UTF-8. */
static unsigned long take(const unsigned char **at) {
    unsigned long first = *(*at)++;
    int more = first < 0x80 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    unsigned long c = more == 0 ? first : first & (0x3FU >> more);
    while (more-- > 0)
        c = c << 6 | (*(*at)++ & 0x3FU);
    return c;
}

void rtl_string2UString(rtl_uString **made, const char *text, sal_Int32 length,
                        rtl_TextEncoding encoding, sal_uInt32 flags) {
    const unsigned char *at = (const unsigned char *)text;
    const unsigned char *end = at + length;
    size_t used = 0;
    (void)encoding;
    (void)flags;
    if (*made != NULL) rtl_uString_release(*made);
    *made = new_ustring((size_t)length);
    while (at < end) {
        unsigned long c = take(&at);
        if (c > 0xFFFF) {
            (*made)->buffer[used++] = (sal_Unicode)(0xD7C0 + (c >> 10));
            c = 0xDC00 + (c & 0x3FF);
        }
        (*made)->buffer[used++] = (sal_Unicode)c;
    }
    (*made)->buffer[used] = 0;
    (*made)->length = (sal_Int32)used;
}

static size_t put(unsigned long c, char *out) {
    int more = c < 0x80 ? 0 : c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    static const unsigned char LEADS[] = {0x00, 0xC0, 0xE0, 0xF0};
    out[0] = (char)(LEADS[more] | c >> 6 * more);
    for (int i = 1; i <= more; i++)
        out[i] = (char)(0x80 | (c >> 6 * (more - i) & 0x3F));
    return (size_t)more + 1;
}

void rtl_uString2String(rtl_String **made, const sal_Unicode *text, sal_Int32 length,
                        rtl_TextEncoding encoding, sal_uInt32 flags) {
    size_t used = 0;
    (void)encoding;
    (void)flags;
    if (*made != NULL) rtl_string_release(*made);
    *made = calloc(1, sizeof **made + (size_t)length * 3);
    (*made)->refCount = 1;
    alive++;
    for (sal_Int32 i = 0; i < length; i++) {
        unsigned long c = text[i];
        if (c >= 0xD800 && c < 0xDC00 && i + 1 < length)
            c = 0x10000 + ((c - 0xD800) << 10) + (text[++i] - 0xDC00UL);
        used += put(c, (*made)->buffer + used);
    }
    (*made)->length = (sal_Int32)used;
}

void rtl_uString_acquire(rtl_uString *string) {
    string->refCount++;
}

void rtl_uString_release(rtl_uString *string) {
    if (--string->refCount != 0) return;
    free(string);
    alive--;
}

void rtl_string_release(rtl_String *string) {
    if (--string->refCount != 0) return;
    free(string);
    alive--;
}

sal_Int32 rtl_ustr_compare_WithLength(const sal_Unicode *one, sal_Int32 one_length,
                                      const sal_Unicode *other, sal_Int32 other_length) {
    for (sal_Int32 i = 0; i < one_length && i < other_length; i++)
        if (one[i] != other[i]) return one[i] - other[i];
    return one_length - other_length;
}
