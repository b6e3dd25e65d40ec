/* SPDX-License-Identifier: MPL-2.0
 *
 * open.h: the checks (点検) of severity error that are open in a workbook: they hold its copies
 * back, or, where its user insists, are what the first sheet of a copy tells.
 */
#ifndef KENPO_SUBMIT_OPEN_H
#define KENPO_SUBMIT_OPEN_H

#include "submit/frozen.h"
#include "system/report.h"

/** Tells each open check as a line of that kind ("open", "warning"); gives how many there are. */
size_t kp_open_tell(const kp_basis *basis, const char *kind, kp_report *report);

/** Adds the first sheet 未解消の点検 that lists them. */
void kp_open_sheet(const kp_freeze *freeze);

#endif
