/* SPDX-License-Identifier: MPL-2.0
 *
 * formats.h: conditional formats that call our functions. A condition of ours becomes «always» on
 * the cells where it holds now and vanishes elsewhere.
 */
#ifndef KENPO_SUBMIT_FORMATS_H
#define KENPO_SUBMIT_FORMATS_H

#include "submit/frozen.h"

/** Replaces those of one sheet, with a row of the table for each condition of ours. One that is
 *  mixed with colour scales, or covers too many cells, is told as a problem. */
void kp_freeze_formats(kp_freeze *freeze, uno_Interface *sheet);

#endif
