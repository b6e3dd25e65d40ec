/* SPDX-License-Identifier: MPL-2.0
 *
 * carry_menu.h: the commands of the menu that read filled workbooks and show new ones.
 */
#ifndef KENPO_COMMANDS_CARRY_MENU_H
#define KENPO_COMMANDS_CARRY_MENU_H

#include "kenpo/status.h"
#include "uno/uno.h"

void kp_menu_carry(uno_Interface *context, kp_language language);
void kp_menu_compare(uno_Interface *context, kp_language language);

#endif
