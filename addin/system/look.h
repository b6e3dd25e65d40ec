/* SPDX-License-Identifier: MPL-2.0
 *
 * look.h: a look at a file before anybody opens it. No UNO.
 */
#ifndef KENPO_SYSTEM_LOOK_H
#define KENPO_SYSTEM_LOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** What a file is by its first bytes and its size. */
typedef enum kp_file_kind {
    KP_FILE_ZIP,    /**< may be .ods or .xlsx */
    KP_FILE_EMPTY,  /**< no bytes at all */
    KP_FILE_OLE,    /**< an encrypted .xlsx, or a file of before 2007 */
    KP_FILE_PDF,    /**< the printed forms that come with a submission */
    KP_FILE_OTHER,  /**< something else */
    KP_FILE_HUGE,   /**< larger, or unpacking to more, than any submission */
    KP_FILE_BROKEN, /**< begins like a zip file but its directory cannot be read */
    KP_FILE_MISSING /**< cannot be read */
} kp_file_kind;

/** The formats of submission copies; KP_FORMATS: none of them. */
typedef enum kp_format { KP_ODS, KP_XLSX, KP_PDF, KP_FORMATS } kp_format;

typedef struct kp_look {
    kp_file_kind kind;
    kp_format format;   /**< by the ending of its name */
    const char *filter; /**< the office's filter that reads it, by the same; NULL: no workbook */
} kp_look;

/** Looks at the file. A zip file's directory says to what sizes it unpacks: a bomb is told here,
 *  unless it lies, and then the memory limit of the worker stops it. */
kp_look kp_file_look(const char *path);

/** A file inside a zip file, as the directory at its end has it. */
typedef struct kp_zip_entry {
    const char *name; /**< bytes as they stand there, and a zero */
    size_t length;
    uint64_t packed, unpacked;
    unsigned method, flags;
} kp_zip_entry;

/** Calls `visit` for each until it gives false. Says what kp_file_look says of the file. */
typedef bool kp_zip_visitor(void *data, const kp_zip_entry *entry);
kp_file_kind kp_zip_visit(const char *path, kp_zip_visitor *visit, void *data);

#endif
