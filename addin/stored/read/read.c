/* SPDX-License-Identifier: MPL-2.0
 *
 * read.c: which files inside a package are read, and in which order.
 */
#include "stored/read/read.h"

#include <stdlib.h>
#include <string.h>

#include "stored/looks/looks.h"
#include "stored/xlsx/xlsx.h"
#include "uno/value.h"

/* An encrypted package tells so in its manifest. */
static void look_for_encryption(kp_archive *archive) {
    size_t size;
    kp_auto_text manifest = kp_archive_read(archive, "META-INF/manifest.xml", &size);
    if (manifest != NULL && (strstr(manifest, "encryption-data") != NULL ||
                             kp_archive_has(archive, "encrypted-package")))
        kp_archive_fail(archive, KP_READ_ENCRYPTED, "encrypted", NULL);
}

static void look_at_type(kp_archive *archive) {
    static const char KIND[] = "application/vnd.oasis.opendocument.spreadsheet";
    size_t size;
    kp_auto_text type = kp_archive_read(archive, "mimetype", &size);
    if (type == NULL || strncmp(type, KIND, sizeof KIND - 1) != 0)
        kp_archive_fail(archive, KP_READ_BROKEN, "no spreadsheet by its type", "mimetype");
}

static void read_part(kp_archive *archive, kp_ods *ods, kp_ods_part part, const char *name) {
    size_t size;
    kp_auto_text text = kp_archive_read(archive, name, &size);
    kp_ods_end end = text == NULL ? KP_ODS_READ : kp_ods_read(ods, part, text, size);
    if (end == KP_ODS_READ || archive->reading != KP_READ) return;
    archive->reading = end == KP_ODS_HUGE ? KP_READ_HUGE : KP_READ_BROKEN; /* ods said why */
}

static char *part_of(void *data, const char *name, size_t *size) {
    return kp_archive_read(data, name, size);
}

/* The names of all files inside, to be freed. */
static const char **names_of(kp_archive *archive) {
    const char **names = calloc(archive->count + 1, sizeof *names);
    if (names == NULL) kp_archive_fail(archive, KP_READ_MEMORY, "memory", NULL);
    for (size_t i = 0; names != NULL && i < archive->count; i++)
        names[i] = archive->entries[i].name;
    return names;
}

static void read_looks(kp_archive *archive, kp_ods *ods) {
    const char **names = archive->reading == KP_READ ? names_of(archive) : NULL;
    if (names == NULL) return;
    const kp_parts parts = {part_of, archive, names, archive->count};
    kp_ods_end end = kp_looks_read(ods, &parts);
    if (end != KP_ODS_READ && archive->reading == KP_READ)
        archive->reading = end == KP_ODS_HUGE ? KP_READ_HUGE : KP_READ_BROKEN; /* ods said why */
    free(names);
}

static void read_ods(kp_archive *archive, kp_workbook *workbook, kp_buffer *why) {
    kp_ods *ods = calloc(1, sizeof *ods);
    if (ods == NULL) {
        kp_archive_fail(archive, KP_READ_MEMORY, "memory", NULL);
        return;
    }
    ods->workbook = workbook;
    ods->why = why;
    workbook->format = KP_ODS;
    look_at_type(archive);
    look_for_encryption(archive);
    read_part(archive, ods, KP_ODS_META, "meta.xml");
    read_part(archive, ods, KP_ODS_SETTINGS, "settings.xml");
    read_part(archive, ods, KP_ODS_STYLES, "styles.xml");
    read_part(archive, ods, KP_ODS_CONTENT, "content.xml");
    read_looks(archive, ods);
    kp_ods_finish(ods);
    free(ods);
}

/* An encrypted .xlsx is no zip file; the archive told. */
static void read_xlsx(kp_archive *archive, kp_workbook *workbook, kp_buffer *why) {
    const char **names = names_of(archive);
    if (names == NULL) return;
    const kp_parts parts = {part_of, archive, names, archive->count};
    kp_buffer said = {0};
    kp_xlsx_end end = kp_xlsx_read(workbook, &parts, &said);
    if (end != KP_XLSX_READ && archive->reading == KP_READ) {
        archive->reading = end == KP_XLSX_HUGE ? KP_READ_HUGE : KP_READ_BROKEN;
        kp_put(why, kp_buffer_text(&said));
    }
    kp_buffer_end(&said);
    free(names);
}

kp_reading kp_workbook_read(kp_workbook *workbook, uno_Interface *context, const char *path,
                            kp_buffer *why) {
    kp_archive archive;
    *workbook = (kp_workbook){.format = KP_FORMATS};
    kp_archive_open(&archive, workbook, context, path, why);
    bool ods = kp_archive_has(&archive, "content.xml");
    bool xlsx = kp_archive_has(&archive, "[Content_Types].xml");
    if (ods == xlsx)
        kp_archive_fail(&archive, KP_READ_BROKEN, ods ? "two formats in one" : "no workbook", NULL);
    else if (ods && archive.reading == KP_READ)
        read_ods(&archive, workbook, why);
    else if (archive.reading == KP_READ)
        read_xlsx(&archive, workbook, why);
    kp_archive_read_rest(&archive);
    if (archive.reading == KP_READ && workbook->failed)
        kp_archive_fail(&archive, KP_READ_MEMORY, "memory", NULL);
    kp_reading reading = archive.reading;
    kp_archive_end(&archive);
    return reading;
}
