/* SPDX-License-Identifier: MPL-2.0
 *
 * copy.h: a copy of a workbook that a command fills, without windows. The workbook itself stays as it is.
 */
#ifndef KENPO_IMPORT_COPY_H
#define KENPO_IMPORT_COPY_H

#include "system/report.h"
#include "system/system.h"
#include "uno/uno.h"

typedef struct kp_copy {
    uno_Interface *context;
    const char *book;   /**< path of the workbook */
    const char *output; /**< path of the copy, which must be new; NULL: nothing is stored */
    const char *work;   /**< where private copies may lie; NULL: the system's place */
    kp_report *report;
} kp_copy;

/** Fills the document; where it gives false, it has told why, and nothing is stored. */
typedef bool kp_copy_fill(void *data, uno_Interface *document);

/** Opens a private copy, has it filled, and stores it as what the workbook is, a template as a workbook; tells
 *  what was written, or why nothing. */
void kp_copy_run(const kp_copy *copy, kp_copy_fill *fill, void *data);

#endif
