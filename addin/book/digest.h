/* SPDX-License-Identifier: MPL-2.0
 *
 * digest.h: checksums (照合値) by SHA-1 of the office's own runtime library, which costs no further
 * dependency. They find mistakes, damage and careless changes. They are no signature: whoever can
 * change a file can make a new checksum too. What proves a figure is that the bureau computes it
 * again; see intake.h.
 */
#ifndef KENPO_BOOK_DIGEST_H
#define KENPO_BOOK_DIGEST_H

#include <stdbool.h>

enum { KP_DIGEST = 41 }; /**< 40 hexadecimal digits and a zero */

typedef struct kp_digest {
    void *running;
} kp_digest;

kp_digest kp_digest_begin(void);

/** Adds a text and its end, so that "ab","c" differs from "a","bc". Runs of blanks, line ends and
 *  tabs count as one blank: file formats differ in them. */
void kp_digest_add(kp_digest *digest, const char *text);

/** Writes the result and ends the digest. */
void kp_digest_end(kp_digest *digest, char result[KP_DIGEST]);

#endif
