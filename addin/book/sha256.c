/* SPDX-License-Identifier: MPL-2.0
 *
 * sha256.c: SHA-256 as FIPS 180-4 has it; the names of that paper.
 */
#include "book/sha256.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "system/system.h"

static const uint32_t K[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t rotr(uint32_t x, int n) {
    return x >> n | x << (32 - n);
}

static void spread(const unsigned char *block, uint32_t w[64]) {
    for (int t = 0; t < 16; t++)
        w[t] = (uint32_t)block[4 * t] << 24 | (uint32_t)block[4 * t + 1] << 16 |
               (uint32_t)block[4 * t + 2] << 8 | block[4 * t + 3];
    for (int t = 16; t < 64; t++) {
        uint32_t s0 = rotr(w[t - 15], 7) ^ rotr(w[t - 15], 18) ^ w[t - 15] >> 3;
        uint32_t s1 = rotr(w[t - 2], 17) ^ rotr(w[t - 2], 19) ^ w[t - 2] >> 10;
        w[t] = s1 + w[t - 7] + s0 + w[t - 16];
    }
}

static void add_block(uint32_t state[8], const unsigned char *block) {
    uint32_t w[64];
    uint32_t v[8]; /* a to h */
    spread(block, w);
    memcpy(v, state, sizeof v);
    for (int t = 0; t < 64; t++) {
        uint32_t s1 = rotr(v[4], 6) ^ rotr(v[4], 11) ^ rotr(v[4], 25);
        uint32_t s0 = rotr(v[0], 2) ^ rotr(v[0], 13) ^ rotr(v[0], 22);
        uint32_t t1 = v[7] + s1 + ((v[4] & v[5]) ^ (~v[4] & v[6])) + K[t] + w[t];
        uint32_t t2 = s0 + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
        memmove(v + 1, v, 7 * sizeof *v);
        v[4] += t1;
        v[0] = t1 + t2;
    }
    for (int i = 0; i < 8; i++)
        state[i] += v[i];
}

kp_sha256 kp_sha256_begin(void) {
    return (kp_sha256){{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c,
                        0x1f83d9ab, 0x5be0cd19},
                       0,
                       {0}};
}

void kp_sha256_add(kp_sha256 *sum, const void *bytes, size_t size) {
    const unsigned char *at = bytes;
    while (size > 0) {
        size_t held = sum->size % 64;
        size_t take = size < 64 - held ? size : 64 - held;
        memcpy(sum->block + held, at, take);
        sum->size += take;
        at += take;
        size -= take;
        if (held + take == 64) add_block(sum->state, sum->block);
    }
}

void kp_sha256_end(kp_sha256 *sum, unsigned char result[KP_SHA256]) {
    static const unsigned char PAD[64] = {0x80};
    unsigned char bits[8];
    for (int i = 0; i < 8; i++)
        bits[i] = (unsigned char)(sum->size * 8 >> (56 - 8 * i));
    size_t held = sum->size % 64;
    kp_sha256_add(sum, PAD, (held < 56 ? 56 : 120) - held);
    kp_sha256_add(sum, bits, sizeof bits);
    for (int i = 0; i < KP_SHA256; i++)
        result[i] = (unsigned char)(sum->state[i / 4] >> (24 - 8 * (i % 4)));
}

void kp_sha256_text(const unsigned char sum[KP_SHA256], char text[KP_SHA256_TEXT]) {
    for (int i = 0; i < KP_SHA256; i++)
        snprintf(text + 2 * i, 3, "%02x", sum[i]);
}

/* The inner sum, then the outer one over it. */
void kp_sha256_keyed(const unsigned char key[KP_SHA256], const void *bytes, size_t size,
                     unsigned char result[KP_SHA256]) {
    static const unsigned char PADS[2] = {0x36, 0x5c};
    unsigned char block[64];
    for (int turn = 0; turn < 2; turn++) {
        kp_sha256 sum = kp_sha256_begin();
        for (int i = 0; i < 64; i++)
            block[i] = (unsigned char)((i < KP_SHA256 ? key[i] : 0) ^ PADS[turn]);
        kp_sha256_add(&sum, block, sizeof block);
        if (turn == 0)
            kp_sha256_add(&sum, bytes, size);
        else
            kp_sha256_add(&sum, result, KP_SHA256);
        kp_sha256_end(&sum, result);
    }
}

void kp_sha256_file(const char *path, char text[KP_SHA256_TEXT]) {
    enum { MOST = 64 << 20, PIECE = 1 << 15 };
    unsigned char piece[PIECE];
    unsigned char result[KP_SHA256];
    kp_sha256 sum = kp_sha256_begin();
    kp_entry entry = kp_entry_look(path); /* a pipe would never open */
    FILE *file = entry.kind == KP_ENTRY_FILE && entry.size <= MOST ? kp_file_open(path) : NULL;
    text[0] = '\0';
    if (file == NULL) return;
    size_t got = 0;
    while ((got = fread(piece, 1, PIECE, file)) > 0 && sum.size <= MOST)
        kp_sha256_add(&sum, piece, got);
    bool whole = ferror(file) == 0 && sum.size <= MOST;
    fclose(file);
    kp_sha256_end(&sum, result);
    if (whole) kp_sha256_text(result, text);
}
