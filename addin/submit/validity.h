/* SPDX-License-Identifier: MPL-2.0
 *
 * validity.h: validity rules that call our functions. A limit becomes its value; a rule that is
 * itself a formula of ours no longer restricts (its hint stays).
 */
#ifndef KENPO_SUBMIT_VALIDITY_H
#define KENPO_SUBMIT_VALIDITY_H

#include "submit/frozen.h"

/** Replaces those of one sheet, with a row of the table for each. */
void kp_freeze_validity(kp_freeze *freeze, uno_Interface *sheet);

#endif
