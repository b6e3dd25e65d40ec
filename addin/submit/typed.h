/* SPDX-License-Identifier: MPL-2.0
 *
 * typed.h: formulas in cells that are meant for typing. At intake what such a cell gives is taken as it
 * stands and its formula is told; who does not want that has values put in their place.
 */
#ifndef KENPO_SUBMIT_TYPED_H
#define KENPO_SUBMIT_TYPED_H

#include "system/report.h"
#include "uno/uno.h"

/** Tells which unlocked cells of the document hold formulas; with `values`, puts what each gives in its
 *  place, but for errors, which the gate tells. */
void kp_typed_formulas(uno_Interface *document, bool values, kp_report *report);

#endif
