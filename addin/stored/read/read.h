/* SPDX-License-Identifier: MPL-2.0
 *
 * read.h: reads a stranger's file into the model, through the office's zip code, within limits. It
 * opens no document.
 */
#ifndef KENPO_STORED_READ_READ_H
#define KENPO_STORED_READ_READ_H

#include "stored/archive.h"

/** Reads the file at `path`, .ods, .ots or .xlsx by what is in it. `why` says more, in English, where it
 *  cannot be read. End the workbook in any case. */
kp_reading kp_workbook_read(kp_workbook *workbook, uno_Interface *context, const char *path,
                            kp_buffer *why);

#endif
