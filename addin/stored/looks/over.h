/* SPDX-License-Identifier: MPL-2.0
 *
 * over.h: what the content of an .ods says beside values: conditions, validity, pictures, links,
 * comments, code. No UNO, no I/O.
 */
#ifndef KENPO_STORED_LOOKS_OVER_H
#define KENPO_STORED_LOOKS_OVER_H

#include "stored/looks/styles.h"

/** A validity, by its name. */
typedef struct kp_validity {
    const char *name, *condition, *base, *style;
    const char *hint; /* that is shown where somebody types; NULL none */
    bool told, blank, used;
} kp_validity;

typedef struct kp_over {
    kp_styles styles; /* first */
    kp_workbook *workbook;
    kp_stored_sheet *sheet; /* that is read now; NULL none */
    size_t sheets;          /* so far */
    long row, column, rows;
    long columns; /* so far */
    bool hint_shown;
    kp_validity *validities;
    size_t validity_count, validity_size;
    kp_index validity_names, spelled; /* conditions that a sheet has, by their texts */
    kp_validity now;
    kp_stored_areas areas; /* of a condition */
    size_t rules;
    kp_style_pairs objects; /* embedded ones that are charts, and what they say */
    bool bad;
    kp_buffer place, what, drawn;
    kp_foreign_kind kind; /* of a drawing */
    bool chart;
} kp_over;

kp_xml_end kp_over_read(kp_over *over, char *text, size_t length);
void kp_over_end(kp_over *over);

/** Says the conditions that only styles have. */
void kp_over_maps(kp_over *over);

#endif
