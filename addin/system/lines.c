/* SPDX-License-Identifier: MPL-2.0
 *
 * lines.c: texts of lines of fields.
 */
#include "system/lines.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "system/letters.h"

static const struct {
    char plain;
    char written[4];
} ESCAPES[] = {{'%', "%25"}, {'\t', "%09"}, {'\n', "%0A"}, {'\r', "%0D"}};
enum { ESCAPED = sizeof ESCAPES / sizeof *ESCAPES, WRITTEN = 3 };

void kp_put_field(kp_buffer *out, const char *text) {
    static const char SPECIAL[] = "%\t\n\r";
    for (const char *at = text == NULL ? "" : text; *at != '\0'; at++) {
        size_t plain = strcspn(at, SPECIAL);
        kp_put_bytes(out, at, plain);
        at += plain;
        if (*at == '\0') return;
        kp_put(out, ESCAPES[strchr(SPECIAL, *at) - SPECIAL].written);
    }
}

void kp_put_line(kp_buffer *out, const char *first, ...) {
    va_list fields;
    kp_put_field(out, first);
    va_start(fields, first);
    for (const char *field; (field = va_arg(fields, const char *)) != NULL;) {
        kp_put(out, "\t");
        kp_put_field(out, field);
    }
    va_end(fields);
    kp_put(out, "\n");
}

char *kp_line_next(char **rest) {
    char *line = *rest;
    if (line == NULL || *line == '\0') return NULL;
    char *end = strchr(line, '\n');
    *rest = end == NULL ? line + strlen(line) : end + 1;
    if (end != NULL) *end = '\0';
    return line;
}

size_t kp_line_cut(char *line, char *fields[], size_t most) {
    size_t count = 0;
    for (char *at = line; at != NULL && count < most;) {
        fields[count++] = at;
        at = count < most ? strchr(at, '\t') : NULL;
        if (at != NULL) *at++ = '\0';
    }
    return count;
}

char *kp_field_read(char *field) {
    char *to = field;
    for (const char *at = field; *at != '\0'; at++) {
        size_t i = 0;
        while (i < ESCAPED && strncmp(at, ESCAPES[i].written, WRITTEN) != 0)
            i++;
        *to++ = i < ESCAPED ? ESCAPES[i].plain : *at;
        if (i < ESCAPED) at += WRITTEN - 1;
    }
    *to = '\0';
    return field;
}

void kp_put_plain(kp_buffer *out, const char *text) {
    for (const char *c = text == NULL ? "" : text; *c != '\0'; c++)
        kp_put_bytes(out, *c == '\n' || *c == '\t' || *c == '\r' ? " " : c, 1);
}

/* Whether some spreadsheet could take it for a formula: blanks before the sign do not matter to all, nor
 * its width. */
static bool like_formula(const char *text) {
    unsigned long letter = ' ';
    while ((letter == ' ' || letter == 0x3000 || letter == '\t') && *text != '\0')
        letter = kp_letter_next(&text);
    if (letter >= 0xFF01 && letter <= 0xFF5E) letter -= 0xFEE0;
    return letter < 0x80 && letter > ' ' && strchr("=+-@", (int)letter) != NULL;
}

/* A field of CSV. What a spreadsheet would take for a formula gets an apostrophe before it. */
void kp_put_csv(kp_buffer *csv, const char *text, bool first) {
    char *end = NULL;
    strtod(text, &end);
    bool number = end != text && *end == '\0';
    kp_put(csv, first ? "\"" : ",\"");
    if (!number && (*text == '\t' || like_formula(text))) kp_put(csv, "'");
    for (const char *c = text; *c != '\0'; c++)
        kp_put(csv, *c == '"' ? "\"\"" : (const char[]){*c, '\0'});
    kp_put(csv, "\"");
}

/* As a reader is to see it: letters that nobody sees are told, and what never ends is cut. */
void kp_put_seen(kp_buffer *out, const char *text) {
    enum { MOST_BYTES = 6000 };
    const char *begin = text;
    while (*text != '\0' && text - begin < MOST_BYTES) {
        const char *from = text;
        unsigned long letter = kp_letter_next(&text);
        if (kp_letter_unseen(letter))
            kp_putf(out, "[U+%04lX]", letter);
        else
            kp_put_bytes(out, from, (size_t)(text - from));
    }
    if (*text != '\0') kp_put(out, " …");
}
