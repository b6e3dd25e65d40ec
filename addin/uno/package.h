/* SPDX-License-Identifier: MPL-2.0
 *
 * package.h: the files inside a package (.ods, .xlsx) on disk, read and replaced through the
 * office's own zip code.
 */
#ifndef KENPO_UNO_PACKAGE_H
#define KENPO_UNO_PACKAGE_H

#include "uno/uno.h"

/** Opens the package for reading and writing; `plain` is any zip file, else an ODF package with
 *  its manifest. NULL where it is none. */
uno_Interface *kp_package_open(uno_Interface *context, const char *url, bool plain);

bool kp_package_has(uno_Interface *package, const char *path);

/** The bytes of one file in it, zero-terminated, to be freed; NULL where there is none. */
char *kp_package_read(uno_Interface *package, const char *path, size_t *size);

/** The bytes of an io.XInputStream, at most `most` of them, zero-terminated, to be freed; NULL where
 *  there is none or memory is short. What the stream throws ends it. */
char *kp_stream_read(uno_Interface *stream, size_t most, size_t *size);

/** Calls `visit` for each file of a folder in it. */
typedef void kp_package_visitor(void *data, const char *path);
void kp_package_visit(uno_Interface *package, const char *folder, kp_package_visitor *visit,
                      void *data);

bool kp_package_replace(uno_Interface *context, uno_Interface *package, const char *path,
                        const char *bytes, size_t size);

/** Takes a file out of it; nothing where there is none. */
void kp_package_remove(uno_Interface *package, const char *path);

/** Writes the package back. */
bool kp_package_commit(uno_Interface *package);

#endif
