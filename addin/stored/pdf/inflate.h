/* SPDX-License-Identifier: MPL-2.0
 *
 * inflate.h: unpacks what a PDF has packed (RFC 1950, RFC 1951): the office offers that for zip files
 * only. No UNO, no I/O.
 */
#ifndef KENPO_STORED_PDF_INFLATE_H
#define KENPO_STORED_PDF_INFLATE_H

#include "system/buffer.h"

/** Appends what is packed there to `out`, at most `most` bytes; false where it is damaged, is more, or
 *  memory is short. */
bool kp_inflate(const unsigned char *packed, size_t length, size_t most, kp_buffer *out);

#endif
