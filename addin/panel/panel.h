/* SPDX-License-Identifier: MPL-2.0
 *
 * panel.h: the deck 健保予算 at the side of Calc's window: 手順, 点検, この値の計算過程. The office makes a
 * part where its window shows it, by the factory; each part looks at the document of its own window, when
 * something changed there and nothing else waits, and only while it can be seen.
 */
#ifndef KENPO_PANEL_PANEL_H
#define KENPO_PANEL_PANEL_H

#include "uno/object.h"

/** The factory of the parts, as Factories.xcu names it. */
extern const kp_class KP_PANELS;

/** Shows the deck in the window of the document that the user works on, and goes there with the
 *  keyboard; false where that window has no side. */
bool kp_panel_show(uno_Interface *context);

#endif
