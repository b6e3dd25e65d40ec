/* SPDX-License-Identifier: MPL-2.0
 *
 * look.c: a look at a file before anybody opens it.
 */
#include "system/look.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* A filled 予算書 is below 1 MB, and unpacks to below 10 MB. */
static const uint64_t MOST_PACKED = 64u << 20;
static const uint64_t MOST_UNPACKED = 256u << 20;
enum { END_SIZE = 22, ENTRY_SIZE = 46, TAIL = 1 << 16, MOST_ENTRIES = 20000 };

static uint64_t number(const unsigned char *bytes, int count) {
    uint64_t value = 0;
    while (count-- > 0)
        value = value << 8 | bytes[count];
    return value;
}

/* The record at the end of a zip file that says where its directory lies; NULL if none. */
static const unsigned char *find_end(const unsigned char *tail, size_t size) {
    for (size_t i = size; i >= END_SIZE; i--)
        if (memcmp(tail + i - END_SIZE, "PK\5\6", 4) == 0) return tail + i - END_SIZE;
    return NULL;
}

static kp_file_kind add_sizes(FILE *file, uint64_t offset, uint64_t entries) {
    uint64_t total = 0;
    unsigned char entry[ENTRY_SIZE];
    if (entries > MOST_ENTRIES) return KP_FILE_HUGE;
    if (fseek(file, (long)offset, SEEK_SET) != 0) return KP_FILE_BROKEN;
    for (uint64_t i = 0; i < entries; i++) {
        if (fread(entry, 1, ENTRY_SIZE, file) != ENTRY_SIZE || memcmp(entry, "PK\1\2", 4) != 0)
            return KP_FILE_BROKEN;
        total += number(entry + 24, 4);
        long skip = (long)(number(entry + 28, 2) + number(entry + 30, 2) + number(entry + 32, 2));
        if (fseek(file, skip, SEEK_CUR) != 0) return KP_FILE_BROKEN;
        if (total > MOST_UNPACKED) return KP_FILE_HUGE;
    }
    return KP_FILE_ZIP;
}

static kp_file_kind look_at_zip(FILE *file, uint64_t size) {
    unsigned char *tail = malloc(TAIL);
    size_t length = size < TAIL ? (size_t)size : TAIL;
    kp_file_kind kind = KP_FILE_BROKEN;
    if (tail != NULL && fseek(file, (long)(size - length), SEEK_SET) == 0 &&
        fread(tail, 1, length, file) == length) {
        const unsigned char *end = find_end(tail, length);
        if (end != NULL) kind = add_sizes(file, number(end + 16, 4), number(end + 10, 2));
    }
    free(tail);
    return kind;
}

static kp_file_kind look(FILE *file, uint64_t size) {
    unsigned char first[8] = {0};
    if (size == 0) return KP_FILE_EMPTY;
    if (size > MOST_PACKED) return KP_FILE_HUGE;
    size_t got = fread(first, 1, sizeof first, file);
    if (got >= 8 && memcmp(first, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) == 0) return KP_FILE_OLE;
    if (got >= 5 && memcmp(first, "%PDF-", 5) == 0) return KP_FILE_PDF;
    if (got < 4 || memcmp(first, "PK\3\4", 4) != 0) return KP_FILE_OTHER;
    return look_at_zip(file, size);
}

kp_file_kind kp_file_look(const char *path) {
    struct stat about;
    if (stat(path, &about) != 0 || !S_ISREG(about.st_mode)) return KP_FILE_MISSING;
    FILE *file = fopen(path, "rbe");
    if (file == NULL) return KP_FILE_MISSING;
    kp_file_kind kind = look(file, (uint64_t)about.st_size);
    fclose(file);
    return kind;
}
