/* SPDX-License-Identifier: MPL-2.0
 *
 * panes.h: the heads of 計算根拠 stay in sight while its reader scrolls. The office stores where a
 * window is split only for a document that has a window; a copy is made without one, so this writes
 * it into the finished file.
 */
#ifndef KENPO_OFFICE_PANES_H
#define KENPO_OFFICE_PANES_H

#include "exact.h"

/** Freezes the first `rows` rows of the last sheet of `document`, as stored under `url`. A file
 * that has no place for it stays as it is. */
void kp_panes_keep(uno_Interface *context, uno_Interface *document, const char *url,
                   kp_format format, long rows);

#endif
