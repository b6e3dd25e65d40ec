/* SPDX-License-Identifier: MPL-2.0
 *
 * ask.h: what the commands of this room share when they ask and tell in windows.
 */
#ifndef KENPO_IMPORT_ASK_H
#define KENPO_IMPORT_ASK_H

#include "kenpo/status.h"
#include "system/buffer.h"
#include "uno/window.h"

/** A command under way in the window of a workbook. */
typedef struct kp_ask {
    uno_Interface *context, *document;
    kp_language language;
    const char *title;
} kp_ask;

/** The workbook that the user works on, which `title` is to be done to; false where it is none. End it. */
bool kp_ask_begin(kp_ask *ask, uno_Interface *context, kp_language language, kp_text title);
void kp_ask_end(kp_ask *ask);

const char *kp_ask_say(const kp_ask *ask, kp_text text);
void kp_ask_tell(const kp_ask *ask, kp_message_kind kind, const char *words);
bool kp_ask_yes(const kp_ask *ask, const char *words);

/** The path of a file that the user chooses, as kp_ask_file; to be freed, or NULL. */
char *kp_ask_path(const kp_ask *ask, kp_text title, const char *endings, const char *fresh);

/** A dialog of the extension, by its file's name. */
uno_Interface *kp_ask_dialog(const kp_ask *ask, const char *name);

/** Shows lines that may be many in a window that scrolls; with `question` asks whether to go on. */
bool kp_ask_lines(const kp_ask *ask, const char *words, const char *lines, bool question);

#endif
