/* SPDX-License-Identifier: MPL-2.0
 *
 * format.h: codes of number formats, and what a condition does to a look, spelled alike for both
 * formats of files. No UNO, no I/O.
 */
#ifndef KENPO_STORED_FORMAT_H
#define KENPO_STORED_FORMAT_H

#include "stored/workbook.h"
#include "system/buffer.h"

/** The code with every literal in quotes ("\▲#,##0" is "▲"#,##0), without languages, widths of blanks
 *  and fillings, which change no character that is read. */
void kp_format_put(kp_buffer *out, const char *code);

/** What the look has that a plain cell has not: "colour FF0000; bold". Black letters and a white ground
 *  are plain: programs write them or leave them out. */
void kp_change_put(kp_buffer *out, const kp_stored_look *look);

/** What a header or footer says, without blanks and fields: "C|写R|/". In `raw` each part begins with
 *  KP_PRINTED_PART and L, C or R. */
#define KP_PRINTED_PART '\1'
void kp_printed_put(kp_buffer *out, const char *raw);

#endif
