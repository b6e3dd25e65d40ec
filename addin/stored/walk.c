/* SPDX-License-Identifier: MPL-2.0
 *
 * walk.c: reads the XML of one part of a package by a table of what stands in what.
 */
#include "stored/walk.h"

#include <stdlib.h>
#include <string.h>

enum { DEEP = 80, PASSED = -2, ANYWHERE = -1 };

typedef struct walker {
    const kp_walk_step *steps;
    const kp_walk_step *open[DEEP]; /* NULL: passed over */
    size_t depth;
    size_t begun[DEEP]; /* where the text of each begins */
    kp_buffer text;
    size_t wanted; /* how many of the open ones want their text */
    void *data;
    const bool *stop;
} walker;

static int place_of(const walker *w) {
    if (w->depth == 0) return 0;
    const kp_walk_step *open = w->open[w->depth - 1];
    return open == NULL ? PASSED : open->to;
}

static const kp_walk_step *step_for(const walker *w, const kp_xml_text *name) {
    int place = place_of(w);
    for (const kp_walk_step *step = w->steps; step->name != NULL; step++)
        if ((step->from == place || step->from == ANYWHERE) &&
            (step->name[0] == '*' || kp_xml_same(name, step->name, strlen(step->name))))
            return step;
    return NULL;
}

static bool start(void *data, const kp_xml_element *element) {
    walker *w = data;
    if (w->depth >= DEEP) return false;
    const kp_walk_step *step = step_for(w, &element->name);
    w->begun[w->depth] = w->text.used;
    w->open[w->depth++] = step;
    if (step == NULL) return true;
    if (step->end != NULL) w->wanted++;
    if (step->begin != NULL) step->begin(w->data, element);
    return w->stop == NULL || !*w->stop;
}

static bool end(void *data, const kp_xml_element *element) {
    (void)element;
    walker *w = data;
    const kp_walk_step *step = w->open[--w->depth];
    if (step == NULL || step->end == NULL) return true;
    size_t begun = w->begun[w->depth];
    step->end(w->data, kp_buffer_text(&w->text) + begun, w->text.used - begun);
    if (--w->wanted == 0) kp_buffer_clear(&w->text);
    return !w->text.failed && (w->stop == NULL || !*w->stop);
}

static bool text(void *data, const char *piece, size_t length) {
    walker *w = data;
    if (w->wanted > 0 && place_of(w) != PASSED) kp_put_bytes(&w->text, piece, length);
    return true;
}

kp_xml_end kp_walk(char *bytes, size_t length, const kp_walk_step *steps,
                   const kp_xml_space *spaces, void *data, const bool *stop) {
    walker w = {.steps = steps, .data = data, .stop = stop};
    kp_xml_handler handler = {start, end, text, &w, spaces};
    size_t at = 0;
    kp_xml_end how = kp_xml_read(bytes, length, &handler, &at);
    kp_buffer_end(&w.text);
    return how;
}

const char *kp_walk_value(const kp_xml_element *element, const char *name, size_t length) {
    const kp_xml_text *value = kp_xml_value(element, name, length);
    return value == NULL ? "" : value->text;
}

long kp_walk_long(const char *text, long otherwise) {
    char *end = NULL;
    long number = strtol(text, &end, 10);
    return end == text || *end != '\0' ? otherwise : number;
}

bool kp_walk_true(const char *text, bool otherwise) {
    if (strcmp(text, "1") == 0 || strcmp(text, "true") == 0 || strcmp(text, "on") == 0) return true;
    return *text == '\0' ? otherwise : false;
}
