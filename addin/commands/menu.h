/* SPDX-License-Identifier: MPL-2.0
 *
 * menu.h: the commands of the menu 健保予算, which ask the user and tell what became of it.
 */
#ifndef KENPO_COMMANDS_MENU_H
#define KENPO_COMMANDS_MENU_H

#include "kenpo/status.h"
#include "intake/reception.h"
#include "uno/uno.h"

void kp_menu_submit(uno_Interface *context, kp_language language);
void kp_menu_intake(uno_Interface *context, kp_language language);

/** The same with the folder known: shows progress and outcome in the office's windows. */
void kp_menu_receive(uno_Interface *context, kp_language language, kp_reception *reception);

#endif
