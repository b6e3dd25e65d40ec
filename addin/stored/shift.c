/* SPDX-License-Identifier: MPL-2.0
 *
 * shift.c: references in the text of an .xlsx formula.
 */
#include "stored/shift.h"

#include <string.h>

/* A corner of a reference: a column, a row, or both. */
typedef struct corner {
    bool has_column, has_row, fixed_column, fixed_row;
    long column, row;
    size_t length;
} corner;

static bool letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool digit(char c) {
    return c >= '0' && c <= '9';
}

/* Bytes above 127 belong to names: Japanese letters do. The office has a point behind a sheet's name,
 * where an .xlsx has "!", and only .xlsx has one in a name. */
static bool of_name(char c) {
    return letter(c) || digit(c) || c == '_' || c == '\\' || c == '?' || (unsigned char)c >= 128;
}

static size_t read_column(const char *text, corner *c) {
    size_t at = text[0] == '$' ? 1 : 0;
    size_t begin = at;
    long column = 0;
    for (; letter(text[at]) && at - begin < 4; at++)
        column = column * 26 + (text[at] >= 'a' ? text[at] - 'a' : text[at] - 'A') + 1;
    if (at == begin || column - 1 > KP_LAST_COLUMN) return 0;
    c->has_column = true;
    c->fixed_column = begin == 1;
    c->column = column - 1;
    return at;
}

static size_t read_row(const char *text, corner *c) {
    size_t at = text[0] == '$' ? 1 : 0;
    size_t begin = at;
    long row = 0;
    for (; digit(text[at]) && at - begin < 8; at++)
        row = row * 10 + (text[at] - '0');
    if (at == begin || row < 1 || row - 1 > KP_LAST_ROW) return 0;
    c->has_row = true;
    c->fixed_row = begin == 1;
    c->row = row - 1;
    return at;
}

static bool read_corner(const char *text, corner *c) {
    *c = (corner){0};
    c->length = read_column(text, c);
    c->length += read_row(text + c->length, c);
    return c->length > 0 && !of_name(text[c->length]) && text[c->length] != '(' &&
           text[c->length] != '!';
}

bool kp_shift_area(const char *text, const char **end, kp_stored_area *area) {
    corner a;
    corner b;
    if (!read_corner(text, &a)) return false;
    bool range = text[a.length] == ':' && read_corner(text + a.length + 1, &b);
    if (!range) b = a;
    if (a.has_column != b.has_column || a.has_row != b.has_row) return false;
    if (!range && !(a.has_column && a.has_row)) return false;
    *end = text + a.length + (range ? 1 + b.length : 0);
    *area =
        (kp_stored_area){a.has_column ? a.column : 0, a.has_row ? a.row : 0,
                         a.has_column ? b.column : KP_LAST_COLUMN, a.has_row ? b.row : KP_LAST_ROW};
    return area->left <= area->right && area->top <= area->bottom;
}

static void put_column(kp_buffer *out, long column) {
    char letters[8];
    size_t at = sizeof letters;
    for (long rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters[--at] = (char)('A' + (rest - 1) % 26);
    kp_put_bytes(out, letters + at, sizeof letters - at);
}

/* ---------------------------------------------------------------------------- whole formulas */

typedef struct shift {
    kp_buffer *out;
    long across, down;
    bool relative; /* distances from a cell rather than cells */
} shift;

static void put_corner(const shift *s, const corner *c) {
    long column = c->column + (c->fixed_column ? 0 : s->across);
    long row = c->row + (c->fixed_row ? 0 : s->down);
    bool outside = column < 0 || column > KP_LAST_COLUMN || row < 0 || row > KP_LAST_ROW;
    if (outside && !s->relative) {
        kp_put(s->out, "#REF!");
        return;
    }
    if (c->has_column) {
        kp_put(s->out, c->fixed_column ? "$" : s->relative ? "[" : "");
        if (s->relative && !c->fixed_column)
            kp_putf(s->out, "%ld]", column);
        else
            put_column(s->out, column);
    }
    if (c->has_row) {
        kp_put(s->out, c->fixed_row ? "$" : s->relative ? "[" : "");
        kp_putf(s->out, "%ld%s", row + (s->relative && !c->fixed_row ? 0 : 1),
                s->relative && !c->fixed_row ? "]" : "");
    }
}

/* A text in quotes, or the name of a sheet: as it is. */
static size_t quoted(const char *text) {
    size_t at = 1;
    while (text[at] != '\0' && (text[at] != text[0] || text[at + 1] == text[0]))
        at += text[at] == text[0] ? 2 : 1;
    return text[at] == '\0' ? at : at + 1;
}

/* Everything in square brackets is a column of a table, or another file. */
static size_t bracketed(const char *text) {
    size_t at = 0;
    size_t depth = 0;
    do {
        if (text[at] == '[') depth++;
        if (text[at] == ']') depth--;
        at++;
    } while (depth > 0 && text[at] != '\0');
    return at;
}

/* A reference to cells; alone, a column or a row is a name or a number. */
static size_t reference(const shift *s, const char *text) {
    corner a;
    corner b;
    if (!read_corner(text, &a)) return 0;
    bool range = text[a.length] == ':' && read_corner(text + a.length + 1, &b) &&
                 a.has_column == b.has_column && a.has_row == b.has_row;
    if (!range && !(a.has_column && a.has_row)) return 0;
    put_corner(s, &a);
    if (!range) return a.length;
    kp_put(s->out, ":");
    put_corner(s, &b);
    return a.length + 1 + b.length;
}

static size_t word(const char *text) {
    size_t at = 0;
    while (of_name(text[at]) || text[at] == '$')
        at++;
    return at;
}

static void put_shifted(const shift *s, const char *formula) {
    for (const char *at = formula; *at != '\0';) {
        size_t length = 0;
        if (*at == '"' || *at == '\'') {
            length = quoted(at);
        } else if (*at == '[') {
            length = bracketed(at);
        } else if (of_name(*at) || *at == '$') {
            size_t moved = reference(s, at);
            if (moved > 0) {
                at += moved;
                continue;
            }
            length = word(at);
        }
        if (length == 0) length = 1;
        kp_put_bytes(s->out, at, length);
        at += length;
    }
}

void kp_shift_put(kp_buffer *out, const char *formula, long across, long down) {
    shift s = {out, across, down, false};
    put_shifted(&s, formula);
}

void kp_shift_put_relative(kp_buffer *out, const char *formula, long column, long row) {
    shift s = {out, -column, -row, true};
    put_shifted(&s, formula);
}

bool kp_shift_first(const char *formula, long *column, long *row) {
    for (const char *at = formula; *at != '\0';) {
        size_t length = 1;
        corner c;
        if (*at == '"' || *at == '\'') {
            length = quoted(at);
        } else if (*at == '[') {
            length = bracketed(at);
        } else if (of_name(*at) || *at == '$') {
            if (read_corner(at, &c) && c.has_column && c.has_row) {
                if (!c.fixed_column) *column = c.column;
                if (!c.fixed_row) *row = c.row;
                return true;
            }
            length = word(at);
        }
        at += length;
    }
    return false;
}
