/* SPDX-License-Identifier: MPL-2.0
 *
 * path.h: paths as texts. No I/O.
 */
#ifndef KENPO_SYSTEM_PATH_H
#define KENPO_SYSTEM_PATH_H

#include <stdbool.h>

#include "system/buffer.h"
#include "system/system.h"

/** The last part of a path, and the path of the folder before it ("." if none). */
const char *kp_path_name(const char *path);
void kp_path_folder(const char *path, char folder[KP_PATH]);

/** "folder/name"; false where that is too long for a path. */
bool kp_path_in(const char *folder, const char *name, char path[KP_PATH]);

/** "file:///…" of an absolute path (on Windows "C:/…" or "//server/…", too), as offices take it on their command lines. */
void kp_put_url(kp_buffer *out, const char *path);

#endif
