/* SPDX-License-Identifier: MPL-2.0
 *
 * letters.c: pieces of a PDF, and what its letters say that they are.
 */
#include "stored/pdf/letters.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { CODES = 65536, MOST_FONTS = 200, MOST_CODE_BYTES = 2, MOST_TOLD = 1 << 19 };

/* ------------------------------------------------------------------------------------- pieces */

bool kp_pdf_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

const char *kp_pdf_find(kp_pdf_piece piece, const char *words) {
    size_t length = strlen(words);
    const char *at = piece.bytes;
    const char *end = piece.bytes + piece.length;
    while (at != NULL && (size_t)(end - at) >= length) {
        at = memchr(at, *words, (size_t)(end - at) - length + 1);
        if (at == NULL || memcmp(at, words, length) == 0) return at;
        at++;
    }
    return NULL;
}

static kp_pdf_piece skip(kp_pdf_piece piece, size_t count) {
    return (kp_pdf_piece){piece.bytes + count, piece.length - count};
}

static kp_pdf_piece skip_blanks(kp_pdf_piece piece) {
    while (piece.length > 0 && is_blank(*piece.bytes))
        piece = skip(piece, 1);
    return piece;
}

/* A name ends where no letter or digit follows. */
static bool ends_name(kp_pdf_piece piece) {
    char c = piece.length == 0 ? ' ' : *piece.bytes;
    return !(kp_pdf_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
}

kp_pdf_piece kp_pdf_key(kp_pdf_piece piece, const char *key) {
    const char *found;
    while (piece.length > 0 && (found = kp_pdf_find(piece, key)) != NULL) {
        piece = skip(piece, (size_t)(found - piece.bytes) + strlen(key));
        if (ends_name(piece)) return skip_blanks(piece);
    }
    return (kp_pdf_piece){"", 0};
}

/* A number at the start of a piece, which is then behind it; -1 where there is none. */
static long number_at(kp_pdf_piece *piece) {
    long number = 0;
    size_t i = 0;
    for (; i < piece->length && i < 9 && kp_pdf_digit(piece->bytes[i]); i++)
        number = number * 10 + (piece->bytes[i] - '0');
    if (i == 0) return -1;
    *piece = skip_blanks(skip(*piece, i));
    return number;
}

long kp_pdf_long(kp_pdf_piece piece, const char *key) {
    kp_pdf_piece value = kp_pdf_key(piece, key);
    return number_at(&value);
}

/* "12 0 R", behind which the piece is then. */
static long reference_at(kp_pdf_piece *piece) {
    kp_pdf_piece rest = skip_blanks(*piece);
    long number = number_at(&rest);
    if (number <= 0 || number_at(&rest) < 0 || rest.length == 0 || *rest.bytes != 'R') return 0;
    *piece = skip(rest, 1);
    return number;
}

long kp_pdf_reference(kp_pdf_piece piece) {
    return reference_at(&piece);
}

long kp_pdf_next_reference(kp_pdf_piece *piece) {
    kp_pdf_piece rest = skip_blanks(*piece);
    if (rest.length > 0 && *rest.bytes == '[') rest = skip(rest, 1);
    long number = reference_at(&rest);
    *piece = rest;
    return number;
}

bool kp_pdf_next_pair(kp_pdf_piece *piece, char *name, size_t size, long *number) {
    kp_pdf_piece rest = skip_blanks(*piece);
    while (rest.length > 0 && *rest.bytes == '<')
        rest = skip_blanks(skip(rest, 1));
    if (rest.length == 0 || *rest.bytes != '/') return false;
    rest = skip(rest, 1);
    size_t length = 0;
    while (length < rest.length && !is_blank(rest.bytes[length]) && rest.bytes[length] != '/')
        length++;
    if (length == 0 || length >= size) return false;
    memcpy(name, rest.bytes, length);
    name[length] = '\0';
    rest = skip(rest, length);
    *number = reference_at(&rest);
    *piece = rest;
    return *number > 0;
}

/* -------------------------------------------------------------------------------------- fonts */

static int hex_of(char c) {
    if (kp_pdf_digit(c)) return c - '0';
    c |= 32;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The bytes of "<0A1B>" at the start of a piece, which is then behind it; how many, -1 for none. */
static int hex_at(kp_pdf_piece *piece, unsigned char *bytes, int most) {
    kp_pdf_piece rest = skip_blanks(*piece);
    int digits = 0;
    if (rest.length == 0 || *rest.bytes != '<') return -1;
    for (rest = skip(rest, 1); rest.length > 0 && *rest.bytes != '>'; rest = skip(rest, 1)) {
        int hex = hex_of(*rest.bytes);
        if (hex < 0) continue;
        if (digits / 2 >= most) return -1;
        bytes[digits / 2] = (unsigned char)(digits % 2 == 0 ? hex << 4 : bytes[digits / 2] | hex);
        digits++;
    }
    if (rest.length == 0) return -1;
    *piece = skip(rest, 1);
    return (digits + 1) / 2;
}

/* In UTF-8, at `bytes`; how many. */
static size_t put_letter(char *bytes, uint32_t c) {
    size_t size = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (size_t i = size; i-- > 1; c >>= 6)
        bytes[i] = (char)(0x80 | (c & 0x3F));
    bytes[0] = (char)(size == 1 ? c : (0xF00u >> size & 0xFF) | c);
    return size;
}

/* A code's letters from UTF-16; what there is no room for is left out. `more`: of a range. */
static void set_letters(kp_pdf_font *font, unsigned code, const unsigned char *utf16, int count,
                        unsigned more) {
    enum { WIDEST = 4 };
    char out[sizeof *font->letters] = "";
    size_t used = 0;
    for (int i = 0; i + 1 < count && used + WIDEST < sizeof out; i += 2) {
        uint32_t c = (uint32_t)utf16[i] << 8 | utf16[i + 1];
        bool high = c >= 0xD800 && c < 0xDC00 && i + 3 < count;
        uint32_t low = high ? (uint32_t)utf16[i + 2] << 8 | utf16[i + 3] : 0;
        if (high) c = 0x10000 + ((c & 0x3FF) << 10) + (low & 0x3FF);
        if (high) i += 2;
        if (i + 2 >= count) c += more;
        if (c >= 0x20 && c <= 0x10FFFF) used += put_letter(out + used, c);
    }
    out[used] = '\0';
    if (code < font->codes) memcpy(font->letters[code], out, sizeof out);
}

static unsigned code_of(const unsigned char *bytes, int count) {
    return count == 1 ? bytes[0] : (unsigned)bytes[0] << 8 | bytes[1];
}

/* "<01> <246E>" up to "endbfchar"; "<01> <05> <246E>" up to "endbfrange". */
static void take_map(kp_pdf_font *font, kp_pdf_piece map, bool range) {
    unsigned char from[MOST_CODE_BYTES];
    unsigned char to[MOST_CODE_BYTES];
    unsigned char letters[16];
    for (;;) {
        int count = hex_at(&map, from, MOST_CODE_BYTES);
        if (count <= 0 || (range && hex_at(&map, to, MOST_CODE_BYTES) != count)) return;
        unsigned first = code_of(from, count);
        unsigned last = range ? code_of(to, count) : first;
        kp_pdf_piece list = skip_blanks(map);
        bool each = range && list.length > 0 && *list.bytes == '[';
        if (each) map = skip(list, 1);
        int size = each ? 0 : hex_at(&map, letters, sizeof letters);
        if (size < 0) return;
        for (unsigned code = first; code <= last && code < font->codes; code++) {
            if (font->told++ >= MOST_TOLD) return;
            if (each) size = hex_at(&map, letters, sizeof letters);
            if (size < 0) return;
            set_letters(font, code, letters, size, each ? 0 : code - first);
        }
        map = skip_blanks(map);
        if (each && map.length > 0 && *map.bytes == ']') map = skip(map, 1);
    }
}

static void take_maps(kp_pdf_font *font, kp_pdf_piece map, const char *begin, bool range) {
    const char *found;
    while ((found = kp_pdf_find(map, begin)) != NULL) {
        map = skip(map, (size_t)(found - map.bytes) + strlen(begin));
        take_map(font, map, range);
    }
}

void kp_pdf_font_add(kp_pdf_fonts *fonts, const char *name, bool two, kp_pdf_piece map) {
    if (fonts->count == MOST_FONTS || strlen(name) >= sizeof fonts->font->name) return;
    if (fonts->count == fonts->size) {
        kp_pdf_font *more = realloc(fonts->font, (fonts->size + 16) * sizeof *more);
        if (more == NULL) fonts->failed = true;
        if (more == NULL) return;
        fonts->font = more;
        fonts->size += 16;
    }
    kp_pdf_font *font = &fonts->font[fonts->count];
    *font = (kp_pdf_font){.two = two, .codes = two ? CODES : 256};
    font->letters = calloc(font->codes, sizeof *font->letters);
    if (font->letters == NULL) fonts->failed = true;
    if (font->letters == NULL) return;
    strcpy(font->name, name);
    fonts->count++;
    take_maps(font, map, "beginbfchar", false);
    take_maps(font, map, "beginbfrange", true);
}

void kp_pdf_fonts_end(kp_pdf_fonts *fonts) {
    for (size_t i = 0; i < fonts->count; i++)
        free(fonts->font[i].letters);
    free(fonts->font);
}

/* ------------------------------------------------------------------------------------ drawing */

typedef struct drawing {
    const kp_pdf_fonts *fonts;
    const kp_pdf_font *font;
    kp_buffer *text;
    char name[32]; /* the last name that was read */
    unsigned half; /* the first byte of a code of two */
    bool halved;
} drawing;

static void show(drawing *d, unsigned byte) {
    if (d->font == NULL) return;
    if (d->font->two && !d->halved) {
        d->half = byte << 8;
        d->halved = true;
        return;
    }
    kp_put(d->text, d->font->letters[d->font->two ? d->half | byte : byte]);
    d->halved = false;
}

/* "(…)" with its escapes. */
static kp_pdf_piece show_string(drawing *d, kp_pdf_piece piece) {
    static const char ESCAPES[] = "nrtbf";
    static const char MEANT[] = "\n\r\t\b\f";
    size_t depth = 0;
    for (; piece.length > 0; piece = skip(piece, 1)) {
        char c = *piece.bytes;
        if (c == '(' && depth++ == 0) continue;
        if (c == ')' && --depth == 0) return skip(piece, 1);
        if (c != '\\' || piece.length < 2) {
            show(d, (unsigned char)c);
            continue;
        }
        piece = skip(piece, 1);
        unsigned value = 0;
        size_t digits = 0;
        for (; digits < 3 && digits < piece.length && piece.bytes[digits] >= '0' &&
               piece.bytes[digits] <= '7';
             digits++)
            value = value * 8 + (unsigned)(piece.bytes[digits] - '0');
        const char *known = *piece.bytes == '\0' ? NULL : strchr(ESCAPES, *piece.bytes);
        if (digits > 0) piece = skip(piece, digits - 1);
        show(d, digits > 0      ? value & 0xFF
                : known != NULL ? (unsigned char)MEANT[known - ESCAPES]
                                : (unsigned char)*piece.bytes);
    }
    return piece;
}

/* "<…>" */
static kp_pdf_piece show_hex(drawing *d, kp_pdf_piece piece) {
    int half = -1;
    for (piece = skip(piece, 1); piece.length > 0 && *piece.bytes != '>'; piece = skip(piece, 1)) {
        int hex = hex_of(*piece.bytes);
        if (hex < 0) continue;
        if (half >= 0) show(d, (unsigned)(half << 4 | hex));
        half = half >= 0 ? -1 : hex;
    }
    if (half >= 0) show(d, (unsigned)half << 4);
    return piece.length == 0 ? piece : skip(piece, 1);
}

static void operate(drawing *d, const char *word, size_t length) {
    if (length == 2 && memcmp(word, "ET", 2) == 0) kp_put(d->text, "\n");
    if (length != 2 || memcmp(word, "Tf", 2) != 0) return;
    d->font = NULL;
    d->halved = false;
    for (size_t i = 0; i < d->fonts->count; i++)
        if (strcmp(d->fonts->font[i].name, d->name) == 0) d->font = &d->fonts->font[i];
}

/* A name, a number or an operator. */
static kp_pdf_piece take_word(drawing *d, kp_pdf_piece piece) {
    size_t length = 1;
    while (length < piece.length && !is_blank(piece.bytes[length]) &&
           strchr("/<>()[]", piece.bytes[length]) == NULL)
        length++;
    if (*piece.bytes == '/' && length - 1 < sizeof d->name) {
        memcpy(d->name, piece.bytes + 1, length - 1);
        d->name[length - 1] = '\0';
    } else if (*piece.bytes != '/') {
        operate(d, piece.bytes, length);
    }
    return skip(piece, length);
}

void kp_pdf_letters(kp_pdf_piece drawn, const kp_pdf_fonts *fonts, kp_buffer *text) {
    drawing d = {.fonts = fonts, .text = text};
    for (drawn = skip_blanks(drawn); drawn.length > 0; drawn = skip_blanks(drawn)) {
        char c = *drawn.bytes;
        bool dictionary = drawn.length > 1 && (c == '<' || c == '>') && drawn.bytes[1] == c;
        if (dictionary)
            drawn = skip(drawn, 2);
        else if (c == '(')
            drawn = show_string(&d, drawn);
        else if (c == '<')
            drawn = show_hex(&d, drawn);
        else if (c == '[' || c == ']' || c == '>' || c == ')')
            drawn = skip(drawn, 1);
        else
            drawn = take_word(&d, drawn);
    }
}
