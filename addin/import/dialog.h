/* SPDX-License-Identifier: MPL-2.0
 *
 * dialog.h: the command 取り込む…: asks for a file, shows its first rows and what of it would go where, and
 * puts it into the workbook on the screen, in one step to undo.
 */
#ifndef KENPO_IMPORT_DIALOG_H
#define KENPO_IMPORT_DIALOG_H

#include "kenpo/status.h"
#include "uno/uno.h"

void kp_import_ask(uno_Interface *context, kp_language language);

#endif
