/* SPDX-License-Identifier: MPL-2.0
 *
 * sources.h: which cells a formula reads, as Calc itself understands it: by its references and by the
 * names of cells in it.
 */
#ifndef KENPO_PANEL_SOURCES_H
#define KENPO_PANEL_SOURCES_H

#include "uno/document.h"

/** Cells that a formula reads; `name` is NULL where it says them by their place. An expression that has
 *  a name of its own is none of these: what it reads follows it, `text` is what it says. */
typedef struct kp_source {
    char *name;
    char *text; /**< NULL for cells */
    kp_area area;
} kp_source;

typedef struct kp_sources {
    kp_source *items;
    size_t count, size;
} kp_sources;

/** What the cell's formula reads, each once, in the order of the formula. */
kp_sources kp_sources_of(uno_Interface *document, uno_Interface *cell, const char *formula);
void kp_sources_end(kp_sources *sources);

#endif
