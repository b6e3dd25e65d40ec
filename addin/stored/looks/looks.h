/* SPDX-License-Identifier: MPL-2.0
 *
 * looks.h: how an .ods looks, and what in it is foreign, into the model. No UNO, no I/O.
 */
#ifndef KENPO_STORED_LOOKS_LOOKS_H
#define KENPO_STORED_LOOKS_LOOKS_H

#include "stored/ods/ods.h"
#include "stored/parts.h"

/** Reads the styles and the content again, once `ods` has read them and before it is finished: the
 *  cells' looks are then looks. `parts` gives the texts. */
kp_ods_end kp_looks_read(kp_ods *ods, const kp_parts *parts);

#endif
