/* SPDX-License-Identifier: MPL-2.0
 *
 * paste.h: the command 貼り付け(入力欄へ): a column or block of the clipboard, from wherever, goes into the open
 * cells from the selected one on. Locked rows are passed over, texts become numbers, and each cell keeps
 * its style and its rule. One step to undo.
 */
#ifndef KENPO_IMPORT_PASTE_H
#define KENPO_IMPORT_PASTE_H

#include "kenpo/status.h"
#include "uno/uno.h"

void kp_paste_ask(uno_Interface *context, kp_language language);

#endif
