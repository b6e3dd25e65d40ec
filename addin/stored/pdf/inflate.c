/* SPDX-License-Identifier: MPL-2.0
 *
 * inflate.c: unpacks by the canonical codes of RFC 1951, bit by bit: simple, and fast enough for the
 * few hundred kilobytes of a print.
 */
#include "stored/pdf/inflate.h"

#include <string.h>

enum { LONGEST = 15, LITERALS = 288, DISTANCES = 30, END = 256 };

typedef struct bits {
    const unsigned char *bytes;
    size_t length, at;
    unsigned held, count; /* bits that were read, and how many */
    bool failed;          /* the packed bytes ended too early, or say what cannot be */
    size_t most;
    kp_buffer *out;
    size_t start; /* of what is unpacked, in `out` */
} bits;

/* How many codes there are of each length, and their symbols in order. */
typedef struct codes {
    unsigned short count[LONGEST + 1], symbol[LITERALS];
} codes;

static unsigned take(bits *b, unsigned count) {
    while (b->count < count) {
        if (b->at == b->length) b->failed = true;
        if (b->failed) return 0;
        b->held |= (unsigned)b->bytes[b->at++] << b->count;
        b->count += 8;
    }
    unsigned value = b->held & ((1u << count) - 1);
    b->held >>= count;
    b->count -= count;
    return value;
}

static void put(bits *b, const char *bytes, size_t length) {
    if (b->out->used - b->start + length > b->most)
        b->failed = true;
    else
        kp_put_bytes(b->out, bytes, length);
    if (b->out->failed) b->failed = true;
}

/* Codes from the length of each symbol's; false where there are more than fit. */
static bool make_codes(codes *c, const unsigned char *lengths, size_t symbols) {
    unsigned short next[LONGEST + 1] = {0};
    long left = 1;
    memset(c->count, 0, sizeof c->count);
    for (size_t i = 0; i < symbols; i++)
        c->count[lengths[i]]++;
    for (unsigned i = 1; i <= LONGEST; i++) {
        left = left * 2 - c->count[i];
        if (left < 0) return false;
        if (i < LONGEST) next[i + 1] = (unsigned short)(next[i] + c->count[i]);
    }
    for (size_t i = 0; i < symbols; i++)
        if (lengths[i] != 0) c->symbol[next[lengths[i]]++] = (unsigned short)i;
    return true;
}

static unsigned decode(bits *b, const codes *c) {
    unsigned code = 0;
    unsigned first = 0;
    unsigned index = 0;
    for (unsigned i = 1; i <= LONGEST && !b->failed; i++) {
        code |= take(b, 1);
        if (code < first + c->count[i]) return c->symbol[index + code - first];
        index += c->count[i];
        first = (first + c->count[i]) << 1;
        code <<= 1;
    }
    b->failed = true;
    return END;
}

/* A piece of what was unpacked, again; it may reach into itself. */
static void repeat(bits *b, size_t distance, size_t length) {
    if (distance > b->out->used - b->start) b->failed = true;
    for (size_t i = 0; i < length && !b->failed; i++) {
        char byte = b->out->text[b->out->used - distance];
        put(b, &byte, 1);
    }
}

static void unpack_codes(bits *b, const codes *literals, const codes *distances) {
    static const unsigned short LENGTHS[] = {3,  4,  5,  6,   7,   8,   9,   10,  11, 13,
                                             15, 17, 19, 23,  27,  31,  35,  43,  51, 59,
                                             67, 83, 99, 115, 131, 163, 195, 227, 258};
    static const unsigned char MORE[] = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2,
                                         2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0};
    static const unsigned short FAR[] = {
        1,   2,   3,   4,   5,   7,    9,    13,   17,   25,   33,   49,   65,    97,    129,
        193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577};
    while (!b->failed) {
        unsigned symbol = decode(b, literals);
        if (symbol == END) return;
        char byte = (char)symbol;
        if (symbol < END) put(b, &byte, 1);
        if (symbol < END) continue;
        symbol -= END + 1;
        if (symbol >= sizeof MORE) b->failed = true;
        if (b->failed) return;
        size_t length = LENGTHS[symbol] + take(b, MORE[symbol]);
        unsigned far = decode(b, distances);
        if (far >= DISTANCES || b->failed) {
            b->failed = true;
            return;
        }
        repeat(b, FAR[far] + take(b, far < 2 ? 0 : far / 2 - 1), length);
    }
}

static void unpack_fixed(bits *b) {
    unsigned char lengths[LITERALS];
    codes literals;
    codes distances;
    for (int i = 0; i < LITERALS; i++)
        lengths[i] = i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8;
    make_codes(&literals, lengths, LITERALS);
    memset(lengths, 5, DISTANCES);
    make_codes(&distances, lengths, DISTANCES);
    unpack_codes(b, &literals, &distances);
}

/* The lengths of the codes, which are packed themselves. */
static void read_lengths(bits *b, const codes *c, unsigned char *lengths, size_t count) {
    size_t i = 0;
    while (i < count && !b->failed) {
        unsigned symbol = decode(b, c);
        unsigned char value = 0;
        size_t times = 1;
        if (symbol < 16) value = (unsigned char)symbol;
        if (symbol == 16 && i == 0) b->failed = true;
        if (b->failed) return;
        if (symbol == 16) value = lengths[i - 1];
        if (symbol == 16) times = 3 + take(b, 2);
        if (symbol == 17) times = 3 + take(b, 3);
        if (symbol == 18) times = 11 + take(b, 7);
        if (symbol > 18 || times > count - i) b->failed = true;
        for (; times > 0 && !b->failed; times--)
            lengths[i++] = value;
    }
}

static void unpack_dynamic(bits *b) {
    static const unsigned char ORDER[] = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                          11, 4,  12, 3, 13, 2, 14, 1, 15};
    unsigned char lengths[LITERALS + 32] = {0};
    codes literals;
    codes distances;
    size_t many = take(b, 5) + 257;
    size_t far = take(b, 5) + 1;
    size_t own = take(b, 4) + 4;
    if (many > LITERALS || far > DISTANCES) b->failed = true;
    for (size_t i = 0; i < own && !b->failed; i++)
        lengths[ORDER[i]] = (unsigned char)take(b, 3);
    if (b->failed || !make_codes(&literals, lengths, 19)) b->failed = true;
    if (b->failed) return;
    memset(lengths, 0, sizeof lengths);
    read_lengths(b, &literals, lengths, many + far);
    if (b->failed || !make_codes(&literals, lengths, many) ||
        !make_codes(&distances, lengths + many, far))
        b->failed = true;
    else
        unpack_codes(b, &literals, &distances);
}

static void unpack_stored(bits *b) {
    b->held = b->count = 0;
    if (b->length - b->at < 4) b->failed = true;
    if (b->failed) return;
    const unsigned char *head = b->bytes + b->at;
    size_t length = head[0] | (size_t)head[1] << 8;
    bool right = (head[2] | (size_t)head[3] << 8) == (length ^ 0xFFFF);
    b->at += 4;
    if (!right || length > b->length - b->at) b->failed = true;
    if (b->failed) return;
    put(b, (const char *)b->bytes + b->at, length);
    b->at += length;
}

bool kp_inflate(const unsigned char *packed, size_t length, size_t most, kp_buffer *out) {
    bits b = {
        .bytes = packed, .length = length, .at = 2, .most = most, .out = out, .start = out->used};
    if (length < 2 || (packed[0] & 0x0F) != 8 || (packed[0] * 256u + packed[1]) % 31 != 0 ||
        (packed[1] & 0x20) != 0)
        return false;
    bool last = false;
    while (!last && !b.failed) {
        last = take(&b, 1) != 0;
        unsigned kind = take(&b, 2);
        if (kind == 0)
            unpack_stored(&b);
        else if (kind == 1)
            unpack_fixed(&b);
        else if (kind == 2)
            unpack_dynamic(&b);
        else
            b.failed = true;
    }
    return !b.failed;
}
