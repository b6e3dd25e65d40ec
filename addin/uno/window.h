/* SPDX-License-Identifier: MPL-2.0
 *
 * window.h: asking and telling the user: messages, folders, dialogs described in .xdl files, and
 * progress with a way to stop.
 */
#ifndef KENPO_UNO_WINDOW_H
#define KENPO_UNO_WINDOW_H

#include "uno/uno.h"

/** The document that the user is working on, or NULL. */
uno_Interface *kp_current_document(uno_Interface *context);

/** A message above that document's window (which may be NULL); with `question`, asks yes or no. */
typedef enum kp_message_kind {
    KP_TELL_INFO = 1,
    KP_TELL_WARNING = 2,
    KP_TELL_ERROR = 3
} kp_message_kind;
bool kp_message(uno_Interface *context, uno_Interface *document, kp_message_kind kind,
                const char *title, const char *text, bool question);

/** Asks for a folder, beginning at the one where `document` lies (which may be NULL or new); its
 *  URL, to be freed, or NULL where the user does not want to. */
char *kp_ask_folder(uno_Interface *context, uno_Interface *document, const char *title);

/** Asks for a file that is there, whose name ends as one of `endings` ("*.csv;*.ods"), or, to be made, with the
 *  name `fresh` at first (NULL: one that is there); its URL, to be freed, or NULL. */
char *kp_ask_file(uno_Interface *context, uno_Interface *document, const char *title,
                  const char *endings, const char *fresh);

/** A dialog from its description ("vnd.sun.star.extension://…/name.xdl"), or NULL. */
uno_Interface *kp_dialog(uno_Interface *context, const char *url);
void kp_dialog_label(uno_Interface *dialog, const char *control, const char *text);
/** How far the bar has come. */
void kp_dialog_bar(uno_Interface *dialog, const char *control, long step, long steps);
/** The state of a check box. */
bool kp_dialog_state(uno_Interface *dialog, const char *control);
/** The items of a list box, none of them chosen; which is chosen, from 0, or -1; and choosing one. */
void kp_dialog_items(uno_Interface *dialog, const char *control, const char *const *items,
                     size_t count);
long kp_dialog_chosen(uno_Interface *dialog, const char *control);
void kp_dialog_choose(uno_Interface *dialog, const char *control, long item);
/** Whether a control is seen; the text of a field. */
void kp_dialog_see(uno_Interface *dialog, const char *control, bool seen);
void kp_dialog_text(uno_Interface *dialog, const char *control, const char *text);
/** Calls back whenever the user chooses something in a list box, or ticks a check box; until the dialog
 *  ends. */
typedef void kp_dialog_changed(void *data);
void kp_dialog_listen(uno_Interface *dialog, const char *control, kp_dialog_changed *changed,
                      void *data);
/** Puts a table of texts, row by row, into the dialog where its control `frame` is, which makes way for it, and
 *  fills it anew; each row may have a head. */
void kp_dialog_grid(uno_Interface *context, uno_Interface *dialog, const char *frame);
void kp_dialog_grid_clear(uno_Interface *context, uno_Interface *dialog, const char *frame,
                          size_t columns);
void kp_dialog_grid_row(uno_Interface *dialog, const char *frame, const char *head,
                        const char *const *cells, size_t count);
/** What stands in a field; to be freed. */
char *kp_dialog_typed(uno_Interface *dialog, const char *control);
/** Shows it until the user is done: true for OK. */
bool kp_dialog_run(uno_Interface *dialog, const char *title);
void kp_dialog_show(uno_Interface *dialog, const char *title);
void kp_dialog_end(uno_Interface *dialog);

/** Watches whether the user presses the button `stop` of a dialog that is shown by kp_dialog_show,
 *  or wants to close it: its X does nothing else. To be released by kp_release; NULL where there is
 *  no dialog. */
uno_Interface *kp_dialog_watch(uno_Interface *dialog, const char *stop);
bool kp_watch_stop(const uno_Interface *watch);

/** Whether a document still has its window, and whether the office still shows any: without one it
 *  is ending, and nothing may be shown any more. */
bool kp_document_shown(uno_Interface *document);
bool kp_office_shown(uno_Interface *context);

/** Lets the office handle what the user did meanwhile. */
void kp_handle_events(uno_Interface *context);

/** A text and a bar in the status bar of the document's window; NULL where there is none. */
uno_Interface *kp_status_begin(uno_Interface *document, const char *text, long steps);
void kp_status_step(uno_Interface *status, const char *text, long step);
void kp_status_end(uno_Interface *status);

/** Asks for workbooks that are there, at most so many; gives how many, and their URLs, to be freed. */
size_t kp_ask_files(uno_Interface *context, uno_Interface *document, const char *title, char **urls,
                    size_t most);

/** Opens the file as a new document without a name of its own, for the user to see; the file may go. */
bool kp_show_as_new(uno_Interface *context, const char *url);

/** The text in the clipboard, to be freed; NULL where there is none. */
char *kp_clipboard_text(uno_Interface *context);

/** Opens a document for the user to see. */
void kp_show_document(uno_Interface *context, const char *url);

#endif
