/* SPDX-License-Identifier: MPL-2.0
 *
 * lines.c: texts of lines of fields.
 */
#include "system/lines.h"

#include <stdarg.h>
#include <string.h>

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
