/* SPDX-License-Identifier: MPL-2.0
 *
 * format.c: codes of number formats, spelled alike for both formats of files.
 */
#include "stored/format.h"

#include <string.h>

/* Literals are gathered, so that \a\b and "ab" are one. */
typedef struct spelling {
    kp_buffer *out;
    kp_buffer literal;
} spelling;

static void end_literal(spelling *s) {
    if (s->literal.used == 0) return;
    kp_put(s->out, "\"");
    kp_put(s->out, s->literal.text);
    kp_put(s->out, "\"");
    kp_buffer_clear(&s->literal);
}

static size_t letter_length(const char *text) {
    size_t length = 1;
    while (((unsigned char)text[length] & 0xC0) == 0x80)
        length++;
    return length;
}

static size_t put_quoted(spelling *s, const char *code) {
    const char *end = strchr(code + 1, '"');
    size_t length = end == NULL ? strlen(code + 1) : (size_t)(end - code - 1);
    kp_put_bytes(&s->literal, code + 1, length);
    return length + (end == NULL ? 1 : 2);
}

/* [RED], [>0], [$-411], [$¥-411]: of a currency the sign is a literal, of a language nothing. */
static size_t put_bracket(spelling *s, const char *code) {
    const char *end = strchr(code, ']');
    if (end == NULL) return strlen(code);
    size_t length = (size_t)(end - code) + 1;
    if (code[1] == '$') {
        size_t sign = strcspn(code + 2, "-]");
        kp_put_bytes(&s->literal, code + 2, sign);
        return length;
    }
    end_literal(s);
    for (size_t i = 0; i < length; i++) {
        char c = code[i];
        if (c >= 'a' && c <= 'z') c = (char)(c - 'a' + 'A');
        kp_put_bytes(s->out, &c, 1);
    }
    return length;
}

/* A letter that stands for itself without quotes. */
static bool is_literal(const char *code) {
    return (unsigned char)*code >= 128 || strchr(" -+()$:!^&'~{}<>=", *code) != NULL;
}

static size_t put_one(spelling *s, const char *code) {
    if (*code == '"') return put_quoted(s, code);
    if (*code == '[') return put_bracket(s, code);
    if ((*code == '\\' || *code == '!') && code[1] != '\0') {
        size_t length = letter_length(code + 1);
        kp_put_bytes(&s->literal, code + 1, length);
        return 1 + length;
    }
    if (*code == '*' && code[1] != '\0') return 1 + letter_length(code + 1);
    if (*code == '_' && code[1] != '\0') {
        kp_put(&s->literal, " ");
        return 1 + letter_length(code + 1);
    }
    size_t length = letter_length(code);
    if (is_literal(code)) {
        kp_put_bytes(&s->literal, code, length);
        return length;
    }
    end_literal(s);
    char c = *code;
    if (c >= 'A' && c <= 'Z' && c != 'E' && c != 'G') c = (char)(c - 'A' + 'a');
    kp_put_bytes(s->out, &c, 1);
    return 1;
}

void kp_format_put(kp_buffer *out, const char *code) {
    if (code == NULL || strcmp(code, "General") == 0 || strcmp(code, "GENERAL") == 0 ||
        strcmp(code, "Standard") == 0) {
        kp_put(out, "General");
        return;
    }
    spelling s = {out, {0}};
    for (const char *at = code; *at != '\0';) {
        if (strncmp(at, "General", 7) == 0) {
            end_literal(&s);
            kp_put(out, "General");
            at += 7;
        } else {
            at += put_one(&s, at);
        }
    }
    end_literal(&s);
    kp_buffer_end(&s.literal);
}

static void put_part(kp_buffer *out, size_t begin, const char *name, long colour) {
    if (out->used > begin) kp_put(out, "; ");
    kp_put(out, name);
    if (colour >= 0) kp_putf(out, " %06lX", (unsigned long)colour);
}

void kp_change_put(kp_buffer *out, const kp_stored_look *look) {
    size_t begin = out->used;
    if (look->colour > 0) put_part(out, begin, "colour", look->colour);
    if (look->ground >= 0 && look->ground != 0xFFFFFF) put_part(out, begin, "ground", look->ground);
    if (look->bold) put_part(out, begin, "bold", -1);
    if (look->format != NULL && strcmp(look->format, "General") != 0) {
        put_part(out, begin, "format ", -1);
        kp_put(out, look->format);
    }
}

void kp_printed_put(kp_buffer *out, const char *raw) {
    char part = 'C';
    bool begun = false;
    for (const char *at = raw; *at != '\0'; at++) {
        if (*at == KP_PRINTED_PART && at[1] != '\0') {
            part = *++at;
            begun = false;
        } else if ((unsigned char)*at > ' ') {
            if (!begun) kp_putf(out, "%c|", part);
            begun = true;
            kp_put_bytes(out, at, 1);
        }
    }
}
