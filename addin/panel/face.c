/* SPDX-License-Identifier: MPL-2.0
 *
 * face.c: the window of one part.
 */
#include "panel/face.h"

#include <stdlib.h>
#include <string.h>

static const char FACE[] = "vnd.sun.star.extension://org.kenpocalc/dialogs/panel.xdl";

uno_Interface *kp_face_open(uno_Interface *context, uno_Interface *parent,
                            uno_Interface *listener) {
    uno_Interface *face = kp_inner_window(context, FACE, parent);
    if (face == NULL) return NULL;
    kp_control_listen(face, "list", listener);
    return face;
}

void kp_face_close(uno_Interface *face, uno_Interface *listener) {
    kp_control_deafen(face, "list", listener);
    kp_inner_end(face);
}

void kp_face_lay_out(uno_Interface *face, kp_extent room, kp_face_shape shape) {
    enum { EDGE = 6, LEAST = 40, HEAD_LINES = 2 };
    long width = room.width - 2L * EDGE;
    long head = kp_control_line(face, "line") * HEAD_LINES + EDGE;
    long below = room.height - head - 2L * EDGE;
    if (width < LEAST || below < LEAST) return;
    long list = below * shape.list / 100;
    long words = shape.list < 100 ? below - list - EDGE : 0;
    long list_at = shape.list_below ? head + words + 2L * EDGE : head + EDGE;
    long words_at = shape.list_below ? head + EDGE : head + list + 2L * EDGE;
    kp_window_place(face, 0, 0, room);
    kp_control_place(face, "line", 0, 0, (kp_extent){0, 0}); /* it is only measured */
    kp_control_place(face, "head", EDGE, EDGE, (kp_extent){width, head});
    kp_control_place(face, "list", EDGE, list_at, (kp_extent){width, list});
    kp_control_place(face, "words", EDGE, words_at, (kp_extent){width, words});
}

static bool same_list(const kp_panel_content *one, const kp_panel_content *other) {
    bool same = one->list.count == other->list.count;
    for (size_t i = 0; same && i < one->list.count; i++)
        same = strcmp(one->list.lines[i].text, other->list.lines[i].text) == 0;
    return same;
}

/* The line that was chosen stays so where it is still there. */
static void show_list(uno_Interface *face, const kp_panel_content *content) {
    const char **lines = calloc(content->list.count + 1, sizeof *lines);
    long chosen = kp_face_chosen(face);
    for (size_t i = 0; lines != NULL && i < content->list.count; i++)
        lines[i] = content->list.lines[i].text;
    if (lines != NULL) kp_control_list(face, "list", lines, content->list.count);
    if (chosen >= 0 && (size_t)chosen < content->list.count)
        kp_control_choose(face, "list", chosen);
    free(lines);
}

void kp_face_show(uno_Interface *face, const kp_panel_content *before,
                  const kp_panel_content *content) {
    kp_control_say(face, "head", kp_buffer_text(&content->head));
    kp_control_say(face, "words", kp_buffer_text(&content->words));
    if (!same_list(before, content)) show_list(face, content);
}

long kp_face_chosen(uno_Interface *face) {
    return kp_control_chosen(face, "list");
}

void kp_face_say(uno_Interface *face, const char *words) {
    kp_control_say(face, "words", words);
}
