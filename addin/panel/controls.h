/* SPDX-License-Identifier: MPL-2.0
 *
 * controls.h: a window of controls inside another one, as a panel at the side has it. Its controls are
 * those of an .xdl file, known by their names; where they stand is said in pixels.
 */
#ifndef KENPO_PANEL_CONTROLS_H
#define KENPO_PANEL_CONTROLS_H

#include "uno/uno.h"

/** A window from its description, inside `parent`; NULL where there can be none. */
uno_Interface *kp_inner_window(uno_Interface *context, const char *url, uno_Interface *parent);
void kp_inner_end(uno_Interface *window);

/** The width and height of a window. */
typedef struct kp_extent {
    long width, height;
} kp_extent;
kp_extent kp_window_extent(uno_Interface *window);
void kp_window_place(uno_Interface *window, long x, long y, kp_extent extent);

/** Puts a control there; one without height is not shown. How high a line of its text is. */
void kp_control_place(uno_Interface *window, const char *control, long x, long y, kp_extent extent);
long kp_control_line(uno_Interface *window, const char *control);

/** What a label or a field says; the lines of a list, of which none is chosen then. */
void kp_control_say(uno_Interface *window, const char *control, const char *text);
void kp_control_list(uno_Interface *window, const char *control, const char *const *lines,
                     size_t count);

/** Gives it the keyboard. */
void kp_control_focus(uno_Interface *window, const char *control);

/** The line of a list that is chosen, or -1; choosing one, which its listeners hear of. */
long kp_control_chosen(uno_Interface *window, const char *control);
void kp_control_choose(uno_Interface *window, const char *control, long line);

/** Tells `listener` what the user does in a list: awt.XItemListener of each line that is chosen,
 *  awt.XActionListener of a double click, awt.XKeyListener of keys. */
void kp_control_listen(uno_Interface *window, const char *control, uno_Interface *listener);
void kp_control_deafen(uno_Interface *window, const char *control, uno_Interface *listener);

/** Whether an awt.KeyEvent is of the key Return. */
bool kp_is_return(const void *event);

#endif
