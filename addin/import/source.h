/* SPDX-License-Identifier: MPL-2.0
 *
 * source.h: a file that somebody wants to take values from: .csv (UTF-8, UTF-16, Shift_JIS), .xlsx, .ods.
 * It is read as data, never opened as a document.
 */
#ifndef KENPO_IMPORT_SOURCE_H
#define KENPO_IMPORT_SOURCE_H

#include "import/table/table.h"
#include "system/buffer.h"
#include "uno/uno.h"

/** Its sheets that hold anything; a .csv has one, which has no name. */
typedef struct kp_source {
    kp_table *tables;
    char **names;
    size_t count;
    kp_text coding; /**< of a text: "Shift_JIS (CP932)" */
} kp_source;

/** Reads the file; where it cannot, false, and `why` says in words what is wrong with it, with the line
 *  where it is one. End the source in any case. */
bool kp_source_read(kp_source *source, uno_Interface *context, const char *path,
                    kp_language language, kp_buffer *why);
void kp_source_end(kp_source *source);

/** The sheet of that name, the first one for NULL; NULL for none. */
const kp_table *kp_source_table(const kp_source *source, const char *name);

#endif
