/* SPDX-License-Identifier: MPL-2.0
 *
 * spelling.c: formulas as files spell them and as the office does.
 */
#include "stored/spelling.h"

#include <stdlib.h>
#include <string.h>

static bool word_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.' || (unsigned char)c >= 0x80;
}

/* How long the quoted text is that begins here; a doubled quote is part of it. */
static size_t quoted(const char *text) {
    size_t at = 1;
    while (text[at] != '\0') {
        if (text[at] == *text && text[at + 1] == *text)
            at += 2;
        else if (text[at++] == *text)
            break;
    }
    return at;
}

static size_t word(const char *text) {
    size_t length = 0;
    while (word_character(text[length]))
        length++;
    return length;
}

/* Prefixes that files put before the names of some functions. */
static size_t prefix(const char *text) {
    static const char *const PREFIXES[] = {"COM.MICROSOFT.", "ORG.LIBREOFFICE.", "ORG.OPENOFFICE.",
                                           "LEGACY.",        "_xlfn._xlws.",     "_xlfn.",
                                           "_xll.",          "_xludf."};
    for (size_t i = 0; i < sizeof PREFIXES / sizeof *PREFIXES; i++)
        if (strncmp(text, PREFIXES[i], strlen(PREFIXES[i])) == 0) return strlen(PREFIXES[i]);
    return 0;
}

/* ------------------------------------------------------------------------------------- .ods */

/* A reference, "[.A1:.B2]" or, of a name, without brackets; gives its length. */
static size_t put_reference(const char *text, char end, kp_buffer *out) {
    size_t at = 0;
    bool begins = true;
    while (text[at] != '\0' && text[at] != end) {
        size_t length = text[at] == '\'' ? quoted(text + at) : 1;
        if (!(begins && text[at] == '.')) kp_put_bytes(out, text + at, length);
        begins = text[at] == ':';
        at += length;
    }
    return at;
}

static void put_odf(const char *formula, kp_buffer *out) {
    while (*formula != '\0') {
        size_t length = 1;
        if (*formula == '"' || *formula == '\'') {
            length = quoted(formula);
        } else if (*formula == '[') {
            formula += 1 + put_reference(formula + 1, ']', out);
            formula += *formula == ']' ? 1 : 0;
            continue;
        } else if (word_character(*formula)) {
            formula += prefix(formula);
            length = word(formula);
        }
        kp_put_bytes(out, formula, length);
        formula += length;
    }
}

/* ------------------------------------------------------------------------------------ .xlsx */

/* Whether a sheet's name of this length is meant, and not a cell or a function. */
static bool before_mark(const char *text, size_t length) {
    return length > 0 && text[length] == '!';
}

/* Separators: arguments, and in an array columns and rows. */
static char separator(char c, bool array) {
    if (c == ',') return ';';
    return c == ';' && array ? '|' : c;
}

/* "#DIV/0!", "#NAME?", "#N/A": how long the constant of an error is. */
static size_t error_length(const char *text) {
    if (*text != '#') return 0;
    size_t length = 1 + strspn(text + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/");
    return length + (text[length] == '!' || text[length] == '?' ? 1 : 0);
}

static void put_ooxml(const char *formula, kp_buffer *out) {
    bool array = false;
    while (*formula != '\0') {
        formula += prefix(formula);
        size_t length = *formula == '"' || *formula == '\'' ? quoted(formula)
                        : *formula == '#'                   ? error_length(formula)
                                                            : word(formula);
        if (*formula != '"' && *formula != '#' && before_mark(formula, length)) {
            kp_put(out, "$");
            kp_put_bytes(out, formula, length);
            kp_put(out, ".");
            formula += length + 1;
            continue;
        }
        array = *formula == '{' || (array && *formula != '}');
        char c = separator(*formula, array);
        kp_put_bytes(out, length > 0 ? formula : &c, length > 0 ? length : 1);
        formula += length > 0 ? length : 1;
    }
}

void kp_spell(kp_format format, const char *formula, kp_buffer *out) {
    kp_put(out, "=");
    if (format == KP_XLSX) {
        put_ooxml(*formula == '=' ? formula + 1 : formula, out);
        return;
    }
    size_t space = strcspn(formula, ":=\"'");
    if (formula[space] == ':' && formula[space + 1] == '=') formula += space + 1;
    put_odf(*formula == '=' ? formula + 1 : formula, out);
}

void kp_spell_name(kp_format format, const char *content, kp_buffer *out) {
    if (format == KP_XLSX)
        put_ooxml(content, out);
    else if (strncmp(content, "of:=", 4) == 0)
        put_odf(content + 4, out);
    else
        put_reference(content, '\0', out);
}

/* ----------------------------------------------------------------------------------- alike */

/* The length of a sheet's name and the point behind it, or 0. */
static size_t sheet(const char *text) {
    size_t length = *text == '\'' ? quoted(text) : strcspn(text, ".$:;,()+-*/^&=<>\"' ");
    return length > 0 && text[length] == '.' &&
                   (*text == '\'' || text[length + 1] == '$' ||
                    (text[length + 1] >= 'A' && text[length + 1] <= 'Z'))
               ? length + 1
               : 0;
}

/* The name of the sheet of a range is said once. */
static size_t said_twice(const char *text, const char *said, size_t length) {
    const char *behind = text + (*text == '$' ? 1 : 0);
    return length > 0 && strncmp(behind, said, length) == 0 ? (size_t)(behind - text) + length : 0;
}

void kp_spelled_plain(const char *formula, kp_buffer *out) {
    const char *said = formula;
    size_t length = 0;
    while (*formula != '\0') {
        if (*formula == ' ' || *formula == '\n') {
            formula++;
            continue;
        }
        if (*formula == '$' && sheet(formula + 1) > 0) formula++;
        size_t name = *formula == '"' ? 0 : sheet(formula);
        size_t part = name > 0 ? name : *formula == '"' || *formula == '\'' ? quoted(formula) : 1;
        if (name > 0) {
            said = formula;
            length = name;
        }
        kp_put_bytes(out, formula, part);
        formula += part;
        if (part == 1 && formula[-1] == ':') formula += said_twice(formula, said, length);
    }
}

bool kp_spelled_alike(const char *one, const char *other) {
    if (strcmp(one, other) == 0) return true;
    kp_auto_buffer a = {0};
    kp_auto_buffer b = {0};
    kp_spelled_plain(one, &a);
    kp_spelled_plain(other, &b);
    return !a.failed && !b.failed && strcmp(kp_buffer_text(&a), kp_buffer_text(&b)) == 0;
}

bool kp_spelled_truth(const char *formula, double *number) {
    *number = strcmp(formula, "=TRUE()") == 0 ? 1 : 0;
    return *number > 0 || strcmp(formula, "=FALSE()") == 0;
}

/* --------------------------------------------------------------------------------- references */

/* 'file:///…'#$Sheet.A1, [1]Sheet.A1, and whatever has an address in it. */
bool kp_spelled_outside(const char *formula) {
    for (const char *at = formula; *at != '\0'; at++) {
        if (*at == '"') {
            at += quoted(at) - 1;
            continue;
        }
        if (*at == '[' || *at == '\\' || strncmp(at, "://", 3) == 0) return true;
        if (*at == '#' && (at[1] == '$' || (at > formula && at[-1] == '\''))) return true;
    }
    return false;
}

/* "$D$46", behind which the reference goes on. */
static const char *cell(const char *text, long *column, long *row) {
    *column = 0;
    *row = 0;
    text += *text == '$' ? 1 : 0;
    for (int i = 0; *text >= 'A' && *text <= 'Z' && i < 3; i++)
        *column = *column * 26 + (*text++ - 'A' + 1);
    text += *text == '$' ? 1 : 0;
    for (int i = 0; *text >= '0' && *text <= '9' && i < 7; i++)
        *row = *row * 10 + (*text++ - '0');
    bool read = *column > 0 && *row > 0;
    --*column;
    --*row;
    return read ? text : NULL;
}

static void put_sheet(const char *name, size_t length, kp_buffer *out) {
    bool in_quotes = *name == '\'';
    for (size_t i = in_quotes ? 1 : 0; i < length - (in_quotes ? 1 : 0); i++) {
        kp_put_bytes(out, name + i, 1);
        if (in_quotes && name[i] == '\'') i++;
    }
}

bool kp_spelled_area(const char *content, kp_buffer *name, kp_stored_area *area) {
    kp_auto_buffer plain = {0};
    kp_spelled_plain(content, &plain);
    const char *text = kp_buffer_text(&plain);
    size_t length = sheet(text);
    if (length == 0) return false;
    const char *rest = cell(text + length, &area->left, &area->top);
    if (rest == NULL) return false;
    area->right = area->left;
    area->bottom = area->top;
    if (*rest == ':') rest = cell(rest + 1, &area->right, &area->bottom);
    if (rest == NULL || *rest != '\0') return false;
    put_sheet(text, length - 1, name);
    return area->right >= area->left && area->bottom >= area->top;
}
