/* SPDX-License-Identifier: MPL-2.0
 *
 * values.h: the year's values (諸元) of a workbook to and from a file (table/yearly.h). What is read goes into
 * 組合の値, with its source beside; nothing that stands there makes way unasked.
 */
#ifndef KENPO_IMPORT_VALUES_H
#define KENPO_IMPORT_VALUES_H

#include "system/report.h"
#include "uno/uno.h"

/** The commands 諸元を書き出す… and 諸元を読み込む…, in windows. */
void kp_values_ask_write(uno_Interface *context, kp_language language);
void kp_values_ask_read(uno_Interface *context, kp_language language);

typedef struct kp_values {
    uno_Interface *context;
    const char *book;   /**< path of the workbook, which is not changed */
    const char *file;   /**< of the values: read, or, where `writes`, made */
    const char *output; /**< the copy with the values that were read */
    const char *work;   /**< where private copies may lie; NULL: the system's place */
    bool writes, replace;
    kp_report *report;
} kp_values;

/** The same without windows: "wrote", and a "warning" for each line that was not taken (KP_BLOCKED). */
void kp_values_run(const kp_values *values);

#endif
