/* SPDX-License-Identifier: MPL-2.0
 *
 * place.h: putting whole files into a folder. A file appears under its name in one step and only
 * when every byte of it is on the disk; an existing file is never replaced. Whatever happens in
 * between, power failure included, leaves no half file. No UNO.
 */
#ifndef KENPO_SYSTEM_PLACE_H
#define KENPO_SYSTEM_PLACE_H

#include "kenpo/status.h"
#include "system/system.h"

/** Copies the file `source` to the new file `target`. */
kp_fault kp_place_file(const char *source, const char *target);

/** The same for text in memory; `replace` allows to replace an older file, in one step too. */
kp_fault kp_place_text(const char *text, size_t size, const char *target, bool replace);

/** The whole file with a zero behind it, to be freed; NULL where it is empty, cannot be read, or
 *  holds more than `most` bytes. */
char *kp_place_read(const char *path, size_t most);

/** What a fault means, in words. */
kp_text kp_place_error(kp_fault fault);

#endif
