/* SPDX-License-Identifier: MPL-2.0
 *
 * face.h: the window of one part: a head, a list and words, laid out in the room that the side gives.
 */
#ifndef KENPO_PANEL_FACE_H
#define KENPO_PANEL_FACE_H

#include "panel/content.h"
#include "panel/controls.h"

/** How the room is shared: of 100 parts below the head so many for the list, the rest for words. */
typedef struct kp_face_shape {
    int list;
    bool list_below; /**< the words stand above the list */
} kp_face_shape;

/** The controls in that window, NULL where there can be none; `listener` hears of the list. */
uno_Interface *kp_face_open(uno_Interface *context, uno_Interface *parent, uno_Interface *listener);
void kp_face_close(uno_Interface *face, uno_Interface *listener);

/** Lays the controls out in that room. */
void kp_face_lay_out(uno_Interface *face, kp_extent room, kp_face_shape shape);

/** Shows the content; what was shown before decides what has to be changed. */
void kp_face_show(uno_Interface *face, const kp_panel_content *before,
                  const kp_panel_content *content);

/** The line that the user has chosen, or -1; and what is said of it. */
long kp_face_chosen(uno_Interface *face);
void kp_face_say(uno_Interface *face, const char *words);

#endif
