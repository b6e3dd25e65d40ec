/* SPDX-License-Identifier: MPL-2.0
 *
 * steps.h: 手順: what comes next: the steps of the guide with how far each is, and each cell that is
 * still empty.
 */
#ifndef KENPO_PANEL_STEPS_H
#define KENPO_PANEL_STEPS_H

#include "panel/guide.h"

void kp_steps_tell(const kp_panel_view *view, const kp_guide *guide, kp_panel_content *content);

#endif
