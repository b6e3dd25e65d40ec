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

#include "system/letters.h"
#include "system/path.h"

/* A filled 予算書 is below 1 MB, and unpacks to below 10 MB. */
static const uint64_t MOST_PACKED = 64u << 20;
static const uint64_t MOST_UNPACKED = 256u << 20;
enum { END_SIZE = 22, ENTRY_SIZE = 46, TAIL = 1 << 16, MOST_ENTRIES = 20000, MOST_NAME = 1 << 16 };

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

/* Who wants to see the entries; visit may be NULL. */
typedef struct visitor {
    kp_zip_visitor *visit;
    void *data;
} visitor;

/* One entry, with its name; false where it cannot be read. */
static bool read_entry(FILE *file, kp_zip_entry *entry, char *name) {
    unsigned char bytes[ENTRY_SIZE];
    if (fread(bytes, 1, ENTRY_SIZE, file) != ENTRY_SIZE || memcmp(bytes, "PK\1\2", 4) != 0)
        return false;
    size_t length = (size_t)number(bytes + 28, 2);
    long skip = (long)(number(bytes + 30, 2) + number(bytes + 32, 2));
    if (fread(name, 1, length, file) != length || fseek(file, skip, SEEK_CUR) != 0) return false;
    name[length] = '\0';
    *entry = (kp_zip_entry){name,
                            length,
                            number(bytes + 20, 4),
                            number(bytes + 24, 4),
                            (unsigned)number(bytes + 10, 2),
                            (unsigned)number(bytes + 8, 2)};
    return true;
}

static kp_file_kind walk(FILE *file, uint64_t offset, uint64_t entries, visitor who) {
    uint64_t total = 0;
    kp_zip_entry entry;
    if (entries > MOST_ENTRIES) return KP_FILE_HUGE;
    char *name = malloc(MOST_NAME);
    bool fine = name != NULL && fseek(file, (long)offset, SEEK_SET) == 0;
    for (uint64_t i = 0; fine && i < entries && total <= MOST_UNPACKED; i++) {
        fine = read_entry(file, &entry, name);
        if (!fine) break;
        total += entry.unpacked;
        if (who.visit != NULL && !who.visit(who.data, &entry)) break;
    }
    free(name);
    return !fine ? KP_FILE_BROKEN : total > MOST_UNPACKED ? KP_FILE_HUGE : KP_FILE_ZIP;
}

static kp_file_kind look_at_zip(FILE *file, uint64_t size, visitor who) {
    unsigned char *tail = malloc(TAIL);
    size_t length = size < TAIL ? (size_t)size : TAIL;
    kp_file_kind kind = KP_FILE_BROKEN;
    if (tail != NULL && fseek(file, (long)(size - length), SEEK_SET) == 0 &&
        fread(tail, 1, length, file) == length) {
        const unsigned char *end = find_end(tail, length);
        if (end != NULL) kind = walk(file, number(end + 16, 4), number(end + 10, 2), who);
    }
    free(tail);
    return kind;
}

static kp_file_kind look(FILE *file, uint64_t size, visitor who) {
    unsigned char first[8] = {0};
    if (size == 0) return KP_FILE_EMPTY;
    if (size > MOST_PACKED) return KP_FILE_HUGE;
    size_t got = fread(first, 1, sizeof first, file);
    if (got >= 8 && memcmp(first, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) == 0) return KP_FILE_OLE;
    if (got >= 5 && memcmp(first, "%PDF-", 5) == 0) return KP_FILE_PDF;
    if (got < 4 || memcmp(first, "PK\3\4", 4) != 0) return KP_FILE_OTHER;
    return look_at_zip(file, size, who);
}

kp_file_kind kp_zip_visit(const char *path, kp_zip_visitor *visit, void *data) {
    kp_entry entry = kp_entry_look(path); /* a pipe would never open */
    FILE *file = entry.kind == KP_ENTRY_FILE ? kp_file_open(path) : NULL;
    if (file == NULL) return KP_FILE_MISSING;
    kp_file_kind kind = look(file, entry.size, (visitor){visit, data});
    fclose(file);
    return kind;
}

kp_look kp_file_look(const char *path) {
    static const struct {
        const char *ending;
        kp_format format;
        const char *filter;
    } KNOWN[] = {
        {".ods", KP_ODS, "calc8"},
        {".ots", KP_ODS, "calc8_template"},
        {".fods", KP_FORMATS, "OpenDocument Spreadsheet Flat XML"},
        {".xlsx", KP_XLSX, "Calc MS Excel 2007 XML"},
        {".xlsm", KP_XLSX, "Calc MS Excel 2007 VBA XML"},
        {".xls", KP_FORMATS, "MS Excel 97"},
        {".pdf", KP_PDF, NULL},
    };
    kp_look found = {kp_zip_visit(path, NULL, NULL), KP_FORMATS, NULL};
    const char *point = strrchr(kp_path_name(path), '.');
    for (size_t i = 0; point != NULL && i < sizeof KNOWN / sizeof *KNOWN; i++)
        if (kp_letters_same(point, KNOWN[i].ending)) {
            found.format = KNOWN[i].format;
            found.filter = KNOWN[i].filter;
        }
    return found;
}
