/* SPDX-License-Identifier: MPL-2.0
 *
 * mirror.h: a formula of the user's document asked elsewhere: in a workbook without a window, in which
 * the cells that it reads hold the same values at the same places under the same names. The user's own
 * document is only read: nothing is put into it, not even for a moment.
 */
#ifndef KENPO_PANEL_MIRROR_H
#define KENPO_PANEL_MIRROR_H

#include "book/evaluate.h"
#include "panel/sources.h"

typedef struct kp_mirror {
    uno_Interface *document;
    kp_asked asked;
    double cells; /**< so many were copied */
} kp_mirror;

/** What `cell`, on the sheet of that name, reads; `asked` then stands where the cell does. False where
 *  there is too much of it or no such workbook can be had. To be ended in any case. */
enum { KP_MIRROR_MOST = 50000 };
bool kp_mirror_begin(kp_mirror *mirror, uno_Interface *context, uno_Interface *document,
                     uno_Interface *cell, const kp_sources *sources, kp_language language);
void kp_mirror_end(kp_mirror *mirror);

#endif
