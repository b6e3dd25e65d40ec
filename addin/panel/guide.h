/* SPDX-License-Identifier: MPL-2.0
 *
 * guide.h: which cells of a form are to be filled in, and in which order. The form itself says both: its
 * block 記入 lists what is filled in first; beyond that, a computed cell that shows ― names the numbers
 * that it waits for. Read once for a document, as looking at all formulas takes longer than a keystroke may.
 */
#ifndef KENPO_PANEL_GUIDE_H
#define KENPO_PANEL_GUIDE_H

#include "panel/content.h"

/** A cell to be filled in. */
typedef struct kp_guide_cell {
    size_t step;
    long sheet, column, row;
    char *text;   /**< «基礎数値!C7 月末の被保険者数» */
    char *target; /**< as content.h has it */
} kp_guide_cell;

/** A step: some cells. Those of 記入 come first; then one for each sheet. */
typedef struct kp_guide_step {
    char *title;
    bool first; /**< of 記入 */
} kp_guide_step;

typedef struct kp_guide {
    kp_guide_step *steps;
    size_t step_count, step_size;
    kp_guide_cell *cells; /**< step by step; within one, as the form has them */
    size_t cell_count, cell_size;
    uno_Interface **marks; /**< the last cell of each sheet: where it moves, rows were put in */
    kp_area *places;
    size_t sheet_count;
} kp_guide;

/** Reads the guide of a document; empty where it is none of a form. */
kp_guide kp_guide_read(const kp_panel_view *view);
void kp_guide_end(kp_guide *guide);

/** Whether all cells are still where they were. */
bool kp_guide_holds(const kp_guide *guide, const kp_panel_view *view);

#endif
