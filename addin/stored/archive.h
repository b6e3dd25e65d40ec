/* SPDX-License-Identifier: MPL-2.0
 *
 * archive.h: the files inside a stranger's zip file, unpacked by the office, within limits. Nothing of
 * it is ever written to the disk.
 */
#ifndef KENPO_STORED_ARCHIVE_H
#define KENPO_STORED_ARCHIVE_H

#include "stored/workbook.h"
#include "system/buffer.h"
#include "uno/uno.h"

typedef enum kp_reading {
    KP_READ,
    KP_READ_BROKEN, /**< no zip, no XML, or not a workbook */
    KP_READ_ENCRYPTED,
    KP_READ_HUGE, /**< a limit was passed */
    KP_READ_MEMORY
} kp_reading;

typedef struct kp_archive_entry {
    const char *name; /**< lives as long as the workbook */
    size_t size;      /**< unpacked */
    bool read;        /**< it was unpacked, and is as long as it says */
} kp_archive_entry;

typedef struct kp_archive {
    uno_Interface *zip;
    kp_workbook *workbook; /**< who keeps the names */
    kp_archive_entry *entries;
    size_t count, size;
    kp_buffer *why;
    kp_reading reading;
} kp_archive;

/** Unpacks what nobody has read, as far as it is small: files inside must be what the zip file says of
 *  them, whether they are needed or not. */
void kp_archive_read_rest(kp_archive *archive);

/** Opens the file at `path`. What no program makes is refused: two files of one name, a path that leads
 *  out, an encrypted one. End it in any case. */
kp_reading kp_archive_open(kp_archive *archive, kp_workbook *workbook, uno_Interface *context,
                           const char *path, kp_buffer *why);
void kp_archive_end(kp_archive *archive);

bool kp_archive_has(const kp_archive *archive, const char *name);

/** The bytes of a file inside, zero-terminated, to be freed; NULL where there is none, or where it is
 *  not of the size that the directory says, larger than any part of a submission, or damaged: then
 *  archive->reading is no longer KP_READ. */
char *kp_archive_read(kp_archive *archive, const char *name, size_t *size);

/** Ends the reading with words. Gives false. */
bool kp_archive_fail(kp_archive *archive, kp_reading reading, const char *words, const char *name);

#endif
