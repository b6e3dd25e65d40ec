/* SPDX-License-Identifier: MPL-2.0
 *
 * keyed.h: the cells of a filled workbook, each under a key by which another version of the workbook has
 * it, too: the name of the nearest named cells in its row and how far it is from them. So cells are the
 * same whatever rows and columns stand before them.
 */
#ifndef KENPO_CARRY_KEYED_H
#define KENPO_CARRY_KEYED_H

#include "carry/filled.h"

typedef struct kp_keyed {
    char *key;
    const kp_stored_sheet *sheet;
    const kp_stored_cell *cell;
    size_t order; /**< as they stand in the workbook */
    bool open;    /**< a society may fill it */
    bool named;   /**< a name means just it, or it is a check's */
} kp_keyed;

typedef struct kp_keyed_cells {
    kp_keyed *cells; /**< by their keys */
    size_t count, size;
    bool failed; /**< memory was short */
} kp_keyed_cells;

/** Those with content that a reader sees, but for sheets that tell of others. */
kp_keyed_cells kp_keyed_read(const kp_filled *filled);
void kp_keyed_end(kp_keyed_cells *cells);

#endif
