/* SPDX-License-Identifier: MPL-2.0
 *
 * spot.h: where in a workbook the rows of a list stand: found by the names of its cells.
 */
#ifndef KENPO_IMPORT_SPOT_H
#define KENPO_IMPORT_SPOT_H

#include "form/boxes.h"
#include "import/table/targets.h"
#include "uno/document.h"

/** The cells of a list in an open workbook. */
typedef struct kp_spot {
    uno_Interface *document;
    const kp_target *target;
    struct kp_spot_part {
        kp_area area; /**< of the part's own name; right is -1 where the workbook has none */
        uno_Interface *sheet;
        long columns[KP_FIELDS]; /**< where each field stands; -1: nowhere */
    } parts[KP_PARTS];
    size_t count;
    kp_boxes boxes; /**< what the cells take */
    int year;       /**< the workbook's fiscal year, or 0 */
} kp_spot;

/** A cell of a list: the part, the row in it (from 0), the field. */
typedef struct kp_spot_cell {
    size_t part;
    long row;
    size_t field;
} kp_spot_cell;

/** Finds them; false where the workbook has no such list. End the spot in any case. */
bool kp_spot_find(kp_spot *spot, uno_Interface *document, const kp_target *target);
void kp_spot_end(kp_spot *spot);

/** The fiscal year of a workbook made from a form, 0 where it says none. */
int kp_spot_year(uno_Interface *document);

long kp_spot_rows(const kp_spot *spot, size_t part);

/** The cell, to be released, or NULL; its name with its sheet, «基礎数値 C7». */
uno_Interface *kp_spot_cell_of(const kp_spot *spot, kp_spot_cell at);
void kp_spot_name(const kp_spot *spot, kp_spot_cell at, kp_buffer *out);

/** Whether it is computed, and so is closed to what is put in; the rule of what it takes, or NULL. */
bool kp_spot_locked(const kp_spot *spot, kp_spot_cell at);
const kp_box *kp_spot_box(const kp_spot *spot, kp_spot_cell at);

/** The name of the item in a row, to be freed, or NULL. */
char *kp_spot_label(const kp_spot *spot, size_t part, long row);

/** Makes the list that may grow (one part) as long as that; the rows put in are empty. False where the sheet is
 *  protected by a password, or where that many rows are more than a form takes. */
bool kp_spot_grow(kp_spot *spot, long rows);

/** «基礎数値 C7». */
void kp_spot_put_place(kp_buffer *out, uno_Interface *sheet, long column, long row);

/** The exact value of a cell, or of the only cell of a name; false where no number stands there. */
bool kp_spot_number(uno_Interface *cell, kp_num *number);
bool kp_spot_named_number(uno_Interface *document, const char *name, kp_num *number);

#endif
