/* SPDX-License-Identifier: MPL-2.0
 *
 * wide.h: paths as Windows takes them, for the files of this folder and no others.
 */
#ifndef KENPO_SYSTEM_WINDOWS_WIDE_H
#define KENPO_SYSTEM_WINDOWS_WIDE_H

#include <stddef.h>
#include <wchar.h>

#include "system/system.h"

/** The room for any path in UTF-16 with its prefix. */
enum { KP_WIDE = KP_PATH + 16 };

/** The text in UTF-16 and its length; where it has no room or is no UTF-8, an empty text, which no
 *  call accepts for a path. */
size_t kp_widen(const char *text, wchar_t *out, size_t size);

/** As Windows shows a path, C:\folder\file, and its length. A drive alone means its top. */
size_t kp_shown_path(const char *path, wchar_t *out, size_t size);

/** As calls take a path: C:\…, \\?\C:\… or \\?\UNC\server\share\…; gives `out`. */
const wchar_t *kp_wide(const char *path, wchar_t out[KP_WIDE]);

#endif
