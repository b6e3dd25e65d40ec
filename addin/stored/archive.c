/* SPDX-License-Identifier: MPL-2.0
 *
 * archive.c: the files inside a stranger's zip file.
 */
#include "stored/archive.h"

#include <stdlib.h>
#include <string.h>

#include "uno/access.h"
#include "uno/package.h"
#include "uno/url.h"

/* The largest part of our largest form has 4 MB. */
enum { MOST_BYTES = 64 << 20, STORED = 0, DEFLATED = 8, ENCRYPTED = 1 };

bool kp_archive_fail(kp_archive *archive, kp_reading reading, const char *words, const char *name) {
    if (archive->reading != KP_READ) return false;
    archive->reading = reading;
    kp_put(archive->why, words);
    if (name == NULL) return false;
    kp_put(archive->why, " (");
    kp_put(archive->why, name);
    kp_put(archive->why, ")");
    return false;
}

/* Whether a path inside leads out, or is one that programs take in different ways. */
static bool leads_out(const char *name, size_t length) {
    if (strlen(name) != length || *name == '/' || strchr(name, '\\') != NULL ||
        strchr(name, ':') != NULL)
        return true;
    for (const char *part = name; part != NULL; part = strchr(part, '/')) {
        if (*part == '/') part++;
        if (strncmp(part, "../", 3) == 0 || strcmp(part, "..") == 0 ||
            strncmp(part, "./", 2) == 0 || strncmp(part, "/", 1) == 0)
            return true;
    }
    return false;
}

static bool add_entry(void *data, const kp_zip_entry *entry) {
    kp_archive *archive = data;
    if (leads_out(entry->name, entry->length))
        return kp_archive_fail(archive, KP_READ_BROKEN, "a file inside with an odd name", NULL);
    if ((entry->flags & ENCRYPTED) != 0)
        return kp_archive_fail(archive, KP_READ_ENCRYPTED, "an encrypted file inside", entry->name);
    if (entry->method != STORED && entry->method != DEFLATED)
        return kp_archive_fail(archive, KP_READ_BROKEN, "packed in an odd way", entry->name);
    if (entry->method == STORED && entry->packed != entry->unpacked)
        return kp_archive_fail(archive, KP_READ_BROKEN, "a size that is not true", entry->name);
    if (archive->count == archive->size) {
        size_t size = archive->size == 0 ? 64 : archive->size * 2;
        kp_archive_entry *more = realloc(archive->entries, size * sizeof *more);
        if (more == NULL) return kp_archive_fail(archive, KP_READ_MEMORY, "memory", NULL);
        archive->entries = more;
        archive->size = size;
    }
    const char *name = kp_workbook_keep(archive->workbook, entry->name, entry->length);
    if (name == NULL) return kp_archive_fail(archive, KP_READ_MEMORY, "memory", NULL);
    archive->entries[archive->count++] = (kp_archive_entry){name, (size_t)entry->unpacked, false};
    return true;
}

static int by_name(const void *one, const void *other) {
    const kp_archive_entry *a = one;
    const kp_archive_entry *b = other;
    return strcmp(a->name, b->name);
}

static kp_archive_entry *find(const kp_archive *archive, const char *name) {
    const kp_archive_entry wanted = {name, 0, false};
    return archive->count == 0
               ? NULL
               : bsearch(&wanted, archive->entries, archive->count, sizeof wanted, by_name);
}

bool kp_archive_has(const kp_archive *archive, const char *name) {
    return find(archive, name) != NULL;
}

/* What is no zip file at all. */
static void take_kind(kp_archive *archive, kp_file_kind kind) {
    if (kind == KP_FILE_OLE)
        kp_archive_fail(archive, KP_READ_ENCRYPTED, "encrypted, or of before 2007", NULL);
    else if (kind == KP_FILE_HUGE)
        kp_archive_fail(archive, KP_READ_HUGE, "larger than any submission", NULL);
    else if (kind != KP_FILE_ZIP)
        kp_archive_fail(archive, KP_READ_BROKEN, "no zip file", NULL);
}

static void open_zip(kp_archive *archive, uno_Interface *context, const char *path) {
    kp_auto_text url = kp_url_from_path(path);
    kp_auto_any argument = {0};
    if (url != NULL) kp_any_string(&argument, url);
    if (argument.pType != NULL)
        archive->zip = kp_create_with(context, "packages.zip.ZipFileAccess", &argument, 1);
    if (archive->zip == NULL)
        kp_archive_fail(archive, KP_READ_BROKEN, "the office cannot unpack it", NULL);
}

kp_reading kp_archive_open(kp_archive *archive, kp_workbook *workbook, uno_Interface *context,
                           const char *path, kp_buffer *why) {
    *archive = (kp_archive){.workbook = workbook, .why = why};
    take_kind(archive, kp_zip_visit(path, add_entry, archive));
    if (archive->count > 0)
        qsort(archive->entries, archive->count, sizeof *archive->entries, by_name);
    for (size_t i = 1; i < archive->count; i++)
        if (strcmp(archive->entries[i - 1].name, archive->entries[i].name) == 0)
            kp_archive_fail(archive, KP_READ_BROKEN, "two files of one name inside",
                            archive->entries[i].name);
    if (archive->reading == KP_READ) open_zip(archive, context, path);
    return archive->reading;
}

void kp_archive_end(kp_archive *archive) {
    kp_release(archive->zip);
    free(archive->entries);
    *archive = (kp_archive){0};
}

char *kp_archive_read(kp_archive *archive, const char *name, size_t *size) {
    kp_archive_entry *entry = find(archive, name);
    *size = 0;
    if (entry == NULL || archive->reading != KP_READ) return NULL;
    if (entry->size > MOST_BYTES) {
        kp_archive_fail(archive, KP_READ_HUGE, "a part larger than of any submission", name);
        return NULL;
    }
    if (entry->size == 0) return calloc(1, 1);
    kp_auto stream = kp_get(archive->zip, "container.XNameAccess::getByName", "s", name);
    char *bytes = kp_stream_read(stream, entry->size + 1, size);
    entry->read = true;
    if (bytes != NULL && *size == entry->size) return bytes;
    free(bytes);
    kp_archive_fail(archive, KP_READ_BROKEN, "a damaged part", name);
    return NULL;
}

void kp_archive_read_rest(kp_archive *archive) {
    enum { MOST_REST = 16 << 20 };
    size_t all = 0;
    for (size_t i = 0; i < archive->count && archive->reading == KP_READ; i++) {
        const kp_archive_entry *entry = &archive->entries[i];
        if (entry->read || entry->size > MOST_REST - all) continue;
        size_t size = 0;
        all += entry->size;
        free(kp_archive_read(archive, entry->name, &size));
    }
}
