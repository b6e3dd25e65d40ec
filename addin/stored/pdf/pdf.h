/* SPDX-License-Identifier: MPL-2.0
 *
 * pdf.h: the text of a PDF, as its letters say that they read. It opens no document and runs nothing;
 * letters that are drawn as other ones, or pictures of letters, it cannot see. No UNO, no I/O.
 */
#ifndef KENPO_STORED_PDF_PDF_H
#define KENPO_STORED_PDF_PDF_H

#include "system/buffer.h"

typedef enum kp_pdf_end {
    KP_PDF_READ,
    KP_PDF_SILENT, /**< no letters, or letters that do not say what they are */
    KP_PDF_LOCKED, /**< encrypted */
    KP_PDF_BROKEN,
    KP_PDF_HUGE
} kp_pdf_end;

/** Appends the text of all pages, a line for each text that was drawn by itself. */
kp_pdf_end kp_pdf_text(const char *bytes, size_t length, kp_buffer *text);

#endif
