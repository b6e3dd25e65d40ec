/* SPDX-License-Identifier: MPL-2.0
 *
 * moved.h: formulas as they read at another cell, and the cells of areas one by one.
 */
#ifndef KENPO_SUBMIT_MOVED_H
#define KENPO_SUBMIT_MOVED_H

#include "submit/frozen.h"

/** So many cells of one conditional format or validity rule are looked at one by one. */
enum { KP_MOVED_CELLS = 20000 };

/** The office's reader and writer of formulas, to be released. Conditional formats speak the
 *  language of the user interface, validity rules and cells English. */
uno_Interface *kp_moved_parser(uno_Interface *document, bool english);

/** The formula, read by one parser, as another one writes it at another cell; to be freed, NULL
 *  where it cannot be read. */
char *kp_moved(uno_Interface *reader, uno_Interface *writer, const char *formula, kp_address from,
               kp_address to);

/** The same, ready for a cell: in the office's spelling. */
void kp_moved_put(uno_Interface *reader, uno_Interface *english, const char *formula,
                  kp_address from, kp_address to, kp_buffer *out);

/** Whether a formula as people type it, or NULL, reaches our functions. */
bool kp_moved_reaches(const kp_freeze *freeze, const char *formula);

/** How many cells an area has, and one of them, row by row. */
size_t kp_moved_count(const kp_area *area);
kp_address kp_moved_cell(const kp_area *area, size_t index);

#endif
