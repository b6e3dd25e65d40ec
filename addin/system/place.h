/* SPDX-License-Identifier: MPL-2.0
 *
 * place.h: putting whole files into a folder. A file appears under its name in one step and only
 * when every byte of it is on the disk; an existing file is never replaced. Whatever happens in
 * between, power failure included, leaves no half file. No UNO.
 */
#ifndef KENPO_SYSTEM_PLACE_H
#define KENPO_SYSTEM_PLACE_H

#include <stdbool.h>
#include <stddef.h>

#include "kenpo/status.h"

/** Copies the file `source` to the new file `target`. 0, or the errno that says why not: EEXIST
 *  where there is one already, ENOSPC where the disk is full, EACCES where the folder is not
 *  writable, …. */
int kp_place_file(const char *source, const char *target);

/** The same for text in memory; `replace` allows to replace an older file, in one step too. */
int kp_place_text(const char *text, size_t size, const char *target, bool replace);

/** The whole file with a zero behind it, to be freed; NULL where it is empty, cannot be read, or
 * holds more than `most` bytes. */
char *kp_place_read(const char *path, size_t most);

/** What such a number means, in words. */
kp_text kp_place_error(int error);

/** A new private folder for files on their way, inside `base` (NULL: the system's place for such
 *  things), to be removed with everything in it by kp_work_end; false if none. */
enum { KP_PATH = 4096 };
bool kp_work_begin(const char *base, char folder[KP_PATH]);
void kp_work_end(const char *folder);

/** Holds such a folder as long as this process lives: the descriptor, to be closed where it is no
 *  longer needed, or -1. Sweeping removes the folders beside it that were held by a process that
 * was killed; those that nobody ever held stay. */
int kp_work_hold(const char *folder);
void kp_work_sweep(const char *folder);

/** The last part of a path, and the path of the folder before it ("." if none). */
const char *kp_path_name(const char *path);
void kp_path_folder(const char *path, char folder[KP_PATH]);

/** The folder in which this extension lies unpacked, with its templates; false where unknown. */
bool kp_place_extension(char folder[KP_PATH]);

#endif
