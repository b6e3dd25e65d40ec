/* SPDX-License-Identifier: MPL-2.0
 *
 * content.h: what one part of the panel shows: a head, lines of which each may lead to cells, and words.
 * No window is known here.
 */
#ifndef KENPO_PANEL_CONTENT_H
#define KENPO_PANEL_CONTENT_H

#include "kenpo/status.h"
#include "system/buffer.h"
#include "uno/document.h"

/** A line, and where it leads: cells as Calc writes them ("$その1.$D$49"), a name, or "" for nowhere. */
typedef struct kp_panel_line {
    char *text;
    char *target;
    char *words; /**< shown below while the line is chosen, or NULL */
} kp_panel_line;

typedef struct kp_content_lines {
    kp_panel_line *lines;
    size_t count, size;
} kp_content_lines;

typedef struct kp_panel_content {
    kp_buffer head, words;
    kp_content_lines list;
} kp_panel_content;

/** What is looked at: a document that may be of any kind, the part of it that is chosen (NULL where
 *  there is none), and the language of the office. */
typedef struct kp_panel_view {
    uno_Interface *context, *document, *chosen;
    kp_language language;
} kp_panel_view;

/** Adds a line; each text is copied, `words` may be NULL. */
void kp_panel_add(kp_panel_content *content, const char *text, const char *target,
                  const char *words);

/** Whether both say the same, and lead to the same. */
bool kp_panel_same(const kp_panel_content *one, const kp_panel_content *other);

void kp_panel_content_end(kp_panel_content *content);

/** "$その1.$D$49" of a cell of that sheet, as kp_panel_find reads it, and "その1!D49" for people. */
void kp_panel_target(const char *sheet, long column, long row, kp_buffer *out);
void kp_panel_place(const char *sheet, long column, long row, kp_buffer *out);

/** The words by which a person knows the cell, to be freed: as kp_label, but what formulas write counts
 *  too, for a screen shows it. */
char *kp_panel_label(uno_Interface *sheet, long column, long row);

/** The cells that a target means, or NULL. */
uno_Interface *kp_panel_find(uno_Interface *document, const char *target);

/** The values of an area, to be read by kp_data_at; false where there are none. */
bool kp_panel_values(uno_Interface *cells, uno_Any *values);

/** Whether there is a spreadsheet, and whether it is made from one of our forms. */
bool kp_panel_is_sheet(const kp_panel_view *view);
bool kp_panel_is_form(const kp_panel_view *view);

#endif
