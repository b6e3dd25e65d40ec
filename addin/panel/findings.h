/* SPDX-License-Identifier: MPL-2.0
 *
 * findings.h: 点検: the open findings of a workbook, the gravest first, each leading to the cell that it
 * is about.
 */
#ifndef KENPO_PANEL_FINDINGS_H
#define KENPO_PANEL_FINDINGS_H

#include "panel/content.h"

void kp_findings_tell(const kp_panel_view *view, kp_panel_content *content);

#endif
