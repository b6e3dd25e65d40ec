/* SPDX-License-Identifier: MPL-2.0
 *
 * story.h: この値の計算過程: how the value of the chosen cell came about. Of our functions, what
 * KENPO_EXPLAIN says: the steps with their numbers, the parameters, the law. Of any formula, the cells
 * that it is made of. Of a cell to be filled in, what belongs there.
 */
#ifndef KENPO_PANEL_STORY_H
#define KENPO_PANEL_STORY_H

#include "panel/content.h"

void kp_story_tell(const kp_panel_view *view, kp_panel_content *content);

#endif
