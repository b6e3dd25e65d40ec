/* SPDX-License-Identifier: MPL-2.0
 *
 * letters.h: pieces of a PDF, and what the letters that it draws say that they are. No UNO, no I/O.
 */
#ifndef KENPO_STORED_PDF_LETTERS_H
#define KENPO_STORED_PDF_LETTERS_H

#include <stdbool.h>
#include <stddef.h>

#include "system/buffer.h"

/** Bytes of the file; behind the last of a whole file or stream stands a zero. */
typedef struct kp_pdf_piece {
    const char *bytes;
    size_t length;
} kp_pdf_piece;

bool kp_pdf_digit(char c);

/** Where `words` begin in a piece; NULL if nowhere. */
const char *kp_pdf_find(kp_pdf_piece piece, const char *words);

/** What stands behind a key ("/Length"), up to the end of the piece; empty where there is none. */
kp_pdf_piece kp_pdf_key(kp_pdf_piece piece, const char *key);
long kp_pdf_long(kp_pdf_piece piece, const char *key);

/** The number of the object that "12 0 R" at the start of a piece points to; 0 for none. The next one of
 *  "[1 0 R 2 0 R]", of which one without brackets is the only. The next "/F1 12 0 R" of a dictionary. */
long kp_pdf_reference(kp_pdf_piece piece);
long kp_pdf_next_reference(kp_pdf_piece *piece);
bool kp_pdf_next_pair(kp_pdf_piece *piece, char *name, size_t size, long *number);

/** The letters of one font: a text in UTF-8 for each code. */
typedef struct kp_pdf_font {
    char name[32];
    bool two;           /**< codes of two bytes */
    size_t codes, told; /**< how many there may be; how often the map told of one */
    char (*letters)[8];
} kp_pdf_font;

typedef struct kp_pdf_fonts {
    kp_pdf_font *font;
    size_t count, size;
    bool failed; /**< memory was short */
} kp_pdf_fonts;

/** Adds a font and its map (/ToUnicode). */
void kp_pdf_font_add(kp_pdf_fonts *fonts, const char *name, bool two, kp_pdf_piece map);
void kp_pdf_fonts_end(kp_pdf_fonts *fonts);

/** Appends what a page draws as text, a line for each text that stands by itself. */
void kp_pdf_letters(kp_pdf_piece drawn, const kp_pdf_fonts *fonts, kp_buffer *text);

#endif
