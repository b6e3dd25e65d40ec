/* SPDX-License-Identifier: MPL-2.0
 *
 * pdf.h: the forms as three sets in one PDF: 正本, 副本, 副本 (通知 第6の1).
 */
#ifndef KENPO_SUBMIT_PDF_H
#define KENPO_SUBMIT_PDF_H

#include "uno/uno.h"

/** What is in it: the sheets as kp_is_chosen takes them, and whether the colours of the screen. */
typedef struct kp_pdf_choice {
    const char *sheets;
    bool coloured;
} kp_pdf_choice;

typedef enum kp_pdf_end { KP_PDF_MADE, KP_PDF_FAILED, KP_PDF_NO_SHEET } kp_pdf_end;

/** Writes the three sets of the forms in `document` to `url`, the pages of each form numbered by
 *  themselves. A file of its own, under the URL `work`, is used on the way. */
kp_pdf_end kp_pdf(uno_Interface *context, uno_Interface *document, const char *work,
                  const char *url, const kp_pdf_choice *choice);

#endif
