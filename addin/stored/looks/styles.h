/* SPDX-License-Identifier: MPL-2.0
 *
 * styles.h: styles of an .ods by their names, from styles.xml and content.xml. No UNO, no I/O.
 */
#ifndef KENPO_STORED_LOOKS_STYLES_H
#define KENPO_STORED_LOOKS_STYLES_H

#include "stored/index.h"
#include "stored/looks/number.h"
#include "stored/walk.h"
#include "stored/workbook.h"

/** A style of cells: what it says itself, and whose style it builds on. */
typedef struct kp_style {
    const char *name, *parent;
    bool automatic; /* of content.xml; names of the two kinds may be alike */
    bool own_format, own_colour, own_ground, own_size, own_bold, own_guard, own_print;
    bool own_font, own_struck, own_turned, own_unlettered;
    kp_stored_look look;
} kp_style;

/** A pair of texts: a format and its code; a style of sheets and its page; a page and what it prints. */
typedef struct kp_style_pair {
    const char *name, *value, *second;
} kp_style_pair;

typedef struct kp_style_pairs {
    kp_style_pair *pair;
    size_t count, size;
} kp_style_pairs;

/** A condition that a style has: the office writes them so, too, for older programs. */
typedef struct kp_style_map {
    const char *condition, *applied, *base;
} kp_style_map;

/** How high rows or how wide columns of a style are, in points, by the styles' names. */
typedef struct kp_style_sizes {
    double *points;
    size_t count, size;
    kp_index names;
} kp_style_sizes;

/** First in the data of who reads a part with KP_STYLE_STEPS among its steps. */
typedef struct kp_styles {
    kp_workbook *workbook;
    bool automatic; /**< content.xml is read */
    kp_style *style;
    size_t count, size;
    kp_index
        names[2]; /**< 1 + the index of the last style of a name: of styles.xml, of content.xml */
    kp_style_pairs formats, sheets, pages;
    kp_style_pairs fonts; /**< a font's name in the file, and its family's */
    kp_style_sizes rows, columns;
    const char *sized; /**< the style of rows or columns that is read */
    size_t pictures;   /**< grounds that are pictures */
    kp_style_map *maps;
    size_t map_count, map_size;
    kp_style *now; /**< the style that is read */
    kp_number number;
    const char *number_name;
    kp_buffer printed; /**< header or footer */
    kp_style_pair page;
    bool shown_off; /**< a header that is not shown */
} kp_styles;

/** The steps: outside to styles, in both files. Places up to KP_STYLE_PLACES are theirs. */
enum { KP_STYLE_STEPS = 42, KP_STYLE_PLACES = 40 };
enum { KP_STYLE_DOCUMENT = 1 };
extern const kp_walk_step KP_STYLE[KP_STYLE_STEPS];
extern const kp_xml_space KP_LOOKS_SPACES[];

/** The look of cells of that style, resolved; of NULL the one of cells without. */
kp_stored_look kp_style_look(const kp_styles *styles, const char *name);
/** The look of letters of that style, a part of a cell's text. */
kp_stored_look kp_style_letters(const kp_styles *styles, const char *name);
/** In points; 0 where the style does not say. */
double kp_style_size(const kp_style_sizes *sizes, const char *name);
const kp_style_pair *kp_style_pair_of(const kp_style_pairs *pairs, const char *name);
void kp_styles_end(kp_styles *styles);

#endif
