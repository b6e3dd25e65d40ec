/* SPDX-License-Identifier: MPL-2.0
 *
 * values.h: a workbook that is made from no form, as an empty document of ours that holds the values
 * of its cells, where its functions' calls can be computed again. None of its formulas is in it.
 */
#ifndef KENPO_FORM_VALUES_H
#define KENPO_FORM_VALUES_H

#include "stored/workbook.h"
#include "uno/document.h"

/** A new document with its sheets, the values of their cells, and those names that stand for cells.
 *  NULL where that cannot be made. */
uno_Interface *kp_values_document(uno_Interface *context, const kp_workbook *workbook);

#endif
