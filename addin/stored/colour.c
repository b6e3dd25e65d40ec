/* SPDX-License-Identifier: MPL-2.0
 *
 * colour.c: colours as files spell them.
 */
#include "stored/colour.h"

#include <stdlib.h>
#include <string.h>

long kp_colour_read(const char *text) {
    if (*text == '#') text++;
    size_t length = strlen(text);
    if ((length != 6 && length != 8) || strspn(text, "0123456789abcdefABCDEF") != length) return -1;
    return (long)(strtoul(text + length - 6, NULL, 16) & 0xFFFFFF);
}

static long part(long colour, int shift) {
    return (colour >> shift) & 0xFF;
}

/* The lightness of the colour is moved, so each part is: towards white, or towards black. */
static long tinted(long value, double tint) {
    double moved =
        tint < 0 ? (double)value * (1 + tint) : (double)value + (255 - (double)value) * tint;
    return moved < 0 ? 0 : moved > 255 ? 255 : (long)(moved + 0.5);
}

long kp_colour_tinted(long colour, double tint) {
    if (colour < 0) return colour;
    return tinted(part(colour, 16), tint) << 16 | tinted(part(colour, 8), tint) << 8 |
           tinted(part(colour, 0), tint);
}

static long mixed(long front, long behind, long percent, int shift) {
    return ((part(front, shift) * percent + part(behind, shift) * (100 - percent)) / 100) << shift;
}

long kp_colour_mixed(long front, long behind, long percent) {
    if (percent >= 100 && front < 0) return -1;
    if (front < 0) front = 0;
    if (behind < 0) behind = 0xFFFFFF;
    return mixed(front, behind, percent, 16) | mixed(front, behind, percent, 8) |
           mixed(front, behind, percent, 0);
}

static long brightness(long colour) {
    return (part(colour, 16) * 299 + part(colour, 8) * 587 + part(colour, 0) * 114) / 255;
}

long kp_colour_contrast(long a, long b) {
    return labs(brightness(a) - brightness(b));
}

bool kp_colour_is_faint(long letters, long ground) {
    enum { FAINT = 180 };
    return kp_colour_contrast(letters < 0 ? 0 : letters, ground < 0 ? 0xFFFFFF : ground) < FAINT;
}

void kp_palette_add(kp_palette *palette, long colour) {
    if (palette->count < KP_PALETTE) palette->colour[palette->count++] = colour;
}

long kp_palette_colour(const kp_palette *palette, long index) {
    static const long EXCEL[] = {
        0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF,
        0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF,
        0x800000, 0x008000, 0x000080, 0x808000, 0x800080, 0x008080, 0xC0C0C0, 0x808080,
        0x9999FF, 0x993366, 0xFFFFCC, 0xCCFFFF, 0x660066, 0xFF8080, 0x0066CC, 0xCCCCFF,
        0x000080, 0xFF00FF, 0xFFFF00, 0x00FFFF, 0x800080, 0x800000, 0x008080, 0x0000FF,
        0x00CCFF, 0xCCFFFF, 0xCCFFCC, 0xFFFF99, 0x99CCFF, 0xFF99CC, 0xCC99FF, 0xFFCC99,
        0x3366FF, 0x33CCCC, 0x99CC00, 0xFFCC00, 0xFF9900, 0xFF6600, 0x666699, 0x969696,
        0x003366, 0x339966, 0x003300, 0x333300, 0x993300, 0x993366, 0x333399, 0x333333};
    if (index < 0) return -1;
    if ((size_t)index < palette->count) return palette->colour[index];
    return index < (long)(sizeof EXCEL / sizeof *EXCEL) ? EXCEL[index] : -1;
}
