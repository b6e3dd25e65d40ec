/* SPDX-License-Identifier: MPL-2.0
 *
 * print.h: whether a print says the numbers that its workbook shows, each as often as it has sets of them
 * (正本, 副本). It asks for the letters that the print says it has; what is drawn over them, or as a picture,
 * it cannot see. No UNO, no I/O.
 */
#ifndef KENPO_FORM_PRINT_H
#define KENPO_FORM_PRINT_H

#include "stored/workbook.h"
#include "system/buffer.h"

typedef struct kp_print {
    size_t asked,
        missing;      /**< numbers of four digits and more that are printed; not in the print */
    kp_buffer places; /**< of the first ones that are missing: "その1 D48 (2,779,439), …" */
    kp_buffer absent; /**< sheets of which the print says nothing: "その1, 基礎数値" */
} kp_print;

/** What is asked about the workbook: whether a sheet is printed, and what a cell shows where the file does
 *  not say (to be freed, or NULL). */
typedef struct kp_print_source {
    const kp_workbook *workbook;
    bool (*printed)(void *data, const kp_stored_sheet *sheet);
    char *(*shown)(void *data, const kp_stored_sheet *sheet, const kp_stored_cell *cell);
    void *data;
} kp_print_source;

/** `text` as kp_pdf_text gives it. False where memory is short. End it in any case. */
bool kp_print_compare(kp_print *print, const kp_print_source *source, const char *text);
void kp_print_end(kp_print *print);

#endif
