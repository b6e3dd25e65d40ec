/* SPDX-License-Identifier: MPL-2.0
 *
 * panes.h: the heads of a table stay in sight while its reader scrolls. The office stores where a
 * window is split only for a document that has a window; ours are made without one, so this writes
 * it into the finished file.
 */
#ifndef KENPO_BOOK_PANES_H
#define KENPO_BOOK_PANES_H

#include "book/exact.h"

/** What stays in sight of a sheet: so many columns from the left, and rows from the top. */
typedef struct kp_panes {
    const char *sheet; /**< its name, without characters that XML would escape */
    long columns, rows;
} kp_panes;

/** Freezes panes of sheets in the .ods under `url`. A file that has no place for it stays as it is.
 */
void kp_panes_freeze(uno_Interface *context, const char *url, const kp_panes *panes, size_t count);

/** Freezes the first `rows` rows of the last sheet of `document`, as stored under `url` in either
 * format. */
void kp_panes_keep(uno_Interface *context, uno_Interface *document, const char *url,
                   kp_format format, long rows);

#endif
