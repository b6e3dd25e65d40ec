/* SPDX-License-Identifier: MPL-2.0
 *
 * lines.h: texts of lines of fields, with a tab between two fields: jobs, reports, results. In a
 * field "%", tab, line end and carriage return are written %25, %09, %0A and %0D, so that no name
 * of a file and no text of a stranger can end a field or add a line. No I/O.
 */
#ifndef KENPO_SYSTEM_LINES_H
#define KENPO_SYSTEM_LINES_H

#include "system/buffer.h"

/** Writes a line of fields, ended by NULL. */
void kp_put_line(kp_buffer *out, const char *first, ...) __attribute__((sentinel));

/** Writes one field of a line, escaped. */
void kp_put_field(kp_buffer *out, const char *text);

/** The line at *rest, ended by a zero in place; *rest is what follows it. NULL at the end. */
char *kp_line_next(char **rest);

/** Cuts a line at its tabs, in place; gives the number of fields, at most `most`: the last one keeps
 *  the rest. */
size_t kp_line_cut(char *line, char *fields[], size_t most);

/** Puts back what a field says, in place. */
char *kp_field_read(char *field);

/** Writes text on one line as people read it: a blank for each tab and line end. */
void kp_put_plain(kp_buffer *out, const char *text);

/** Writes a field of CSV, with a comma before it unless it is the first of its row. What some
 *  spreadsheet would take for a formula gets an apostrophe before it. */
void kp_put_csv(kp_buffer *out, const char *text, bool first);

/** Writes text as a reader is to see it: letters that nobody sees are told ("[U+202E]"), and what never
 *  ends is cut. */
void kp_put_seen(kp_buffer *out, const char *text);

#endif
