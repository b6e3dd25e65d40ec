/* SPDX-License-Identifier: MPL-2.0
 *
 * digest.h: checksums (照合値). They say «unchanged since this program made it», which finds mistakes,
 * damage and careless changes; they do not say «true». They are no signature: whoever can change a
 * file can make new checksums too. What proves a figure is that the bureau computes it again; see
 * intake.h. New ones are SHA-256. Those of versions before are SHA-1 of the office's runtime library,
 * which is not quite SHA-1 for texts of 52 to 55 bytes beyond a multiple of 64; only there are they
 * made so.
 */
#ifndef KENPO_BOOK_DIGEST_H
#define KENPO_BOOK_DIGEST_H

#include <stdbool.h>
#include <stddef.h>

#include "book/sha256.h"

enum { KP_DIGEST = KP_SHA256_TEXT };

typedef enum kp_digest_kind { KP_DIGEST_NEW, KP_DIGEST_OLD } kp_digest_kind;

/** By the length of a checksum. */
kp_digest_kind kp_digest_kind_of(const char *check);

typedef struct kp_digest {
    kp_digest_kind kind;
    void *old;
    kp_sha256 running;
} kp_digest;

kp_digest kp_digest_begin(kp_digest_kind kind);

/** Adds a text and its end, so that "ab","c" differs from "a","bc". Runs of blanks, line ends and
 *  tabs count as one blank: file formats differ in them. */
void kp_digest_add(kp_digest *digest, const char *text);

/** Writes the result and ends the digest. */
void kp_digest_end(kp_digest *digest, char result[KP_DIGEST]);

#endif
