/* SPDX-License-Identifier: MPL-2.0
 *
 * sha256.h: SHA-256 (FIPS 180-4) of texts and files, and with a key (HMAC, RFC 2104). No UNO, no
 * words: what the sums are for stands in digest.h and result.h.
 */
#ifndef KENPO_BOOK_SHA256_H
#define KENPO_BOOK_SHA256_H

#include <stddef.h>
#include <stdint.h>

/** Bytes of a sum; the room for its hexadecimal digits with their zero. */
enum { KP_SHA256 = 32, KP_SHA256_TEXT = 65 };

typedef struct kp_sha256 {
    uint32_t state[8];
    uint64_t size; /**< bytes so far */
    unsigned char block[64];
} kp_sha256;

kp_sha256 kp_sha256_begin(void);
void kp_sha256_add(kp_sha256 *sum, const void *bytes, size_t size);
void kp_sha256_end(kp_sha256 *sum, unsigned char result[KP_SHA256]);

void kp_sha256_text(const unsigned char sum[KP_SHA256], char text[KP_SHA256_TEXT]);

/** Of bytes with a key of KP_SHA256 bytes: nobody can make it who has not the key. */
void kp_sha256_keyed(const unsigned char key[KP_SHA256], const void *bytes, size_t size,
                     unsigned char result[KP_SHA256]);

/** Of a file, in digits; "" where it cannot be read, or is larger than any submission (64 MB). */
void kp_sha256_file(const char *path, char text[KP_SHA256_TEXT]);

#endif
