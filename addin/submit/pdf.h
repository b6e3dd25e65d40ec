/* SPDX-License-Identifier: MPL-2.0
 *
 * pdf.h: the forms as three sets in one PDF: 正本, 副本, 副本 (通知 第6の1).
 */
#ifndef KENPO_SUBMIT_PDF_H
#define KENPO_SUBMIT_PDF_H

#include "uno/uno.h"

/** Writes the three sets of the forms in `document` to `url`. A file of its own, under the URL
 *  `work`, is used on the way. */
bool kp_pdf(uno_Interface *context, uno_Interface *document, const char *work, const char *url);

#endif
