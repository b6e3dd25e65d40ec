/* SPDX-License-Identifier: MPL-2.0
 *
 * colour.h: colours as files spell them, as 0xRRGGBB; -1 is none. No UNO, no I/O.
 */
#ifndef KENPO_STORED_COLOUR_H
#define KENPO_STORED_COLOUR_H

#include <stdbool.h>
#include <stddef.h>

/** "#FFF8DC", "FFFFF8DC" (whose first two digits say how much shines through, which nobody shows) or
 *  "FFF8DC"; -1 where it is none of them. */
long kp_colour_read(const char *text);

/** Lighter (up to 1) or darker (down to -1). */
long kp_colour_tinted(long colour, double tint);

/** A pattern of so many per cent of the front's colour. No colour in front is black, behind white. */
long kp_colour_mixed(long front, long behind, long percent);

/** Whether letters of that colour cannot be read on that ground; -1: black, white. */
bool kp_colour_is_faint(long letters, long ground);

/** How far the brightness of two colours is apart: 0 to 1000, black and white. */
long kp_colour_contrast(long a, long b);

/** The colours that numbers stand for: Excel's, or those of the file. */
enum { KP_PALETTE = 64 };
typedef struct kp_palette {
    long colour[KP_PALETTE];
    size_t count; /**< of the file's own; 0: Excel's */
} kp_palette;
void kp_palette_add(kp_palette *palette, long colour);
long kp_palette_colour(const kp_palette *palette, long index);

#endif
