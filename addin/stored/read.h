/* SPDX-License-Identifier: MPL-2.0
 *
 * read.h: reads a stranger's file into the model, through the office's zip code, within limits. It
 * opens no document.
 */
#ifndef KENPO_STORED_READ_H
#define KENPO_STORED_READ_H

#include "stored/workbook.h"
#include "system/buffer.h"
#include "uno/uno.h"

typedef enum kp_reading {
    KP_READ,
    KP_READ_BROKEN, /**< no zip, no XML, or not a workbook */
    KP_READ_ENCRYPTED,
    KP_READ_HUGE, /**< a limit was passed */
    KP_READ_MEMORY
} kp_reading;

/** Reads the file at `path`, .ods, .ots or .xlsx by what is in it. `why` says more where it cannot be
 *  read. End the workbook in any case. */
kp_reading kp_workbook_read(kp_workbook *workbook, uno_Interface *context, const char *path,
                            kp_buffer *why);

#endif
