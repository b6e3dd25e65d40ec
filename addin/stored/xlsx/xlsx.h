/* SPDX-License-Identifier: MPL-2.0
 *
 * xlsx.h: the files inside an .xlsx into the model of a workbook. No UNO, no I/O.
 */
#ifndef KENPO_STORED_XLSX_XLSX_H
#define KENPO_STORED_XLSX_XLSX_H

#include "stored/parts.h"
#include "stored/workbook.h"
#include "system/buffer.h"

typedef enum kp_xlsx_end {
    KP_XLSX_READ,
    KP_XLSX_BROKEN, /**< no XML, or not what a workbook has there */
    KP_XLSX_HUGE    /**< a limit was passed */
} kp_xlsx_end;

/** Where it does not end well, `why` says more. */
kp_xlsx_end kp_xlsx_read(kp_workbook *workbook, const kp_parts *parts, kp_buffer *why);

#endif
