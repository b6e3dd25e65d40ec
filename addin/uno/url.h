/* SPDX-License-Identifier: MPL-2.0
 *
 * url.h: files as the office names them, and as paths; where this library and the office around it
 * lie. A path has "/" between its parts on every system: /folder/file, C:/folder/file,
 * //server/share/file. A `char *` is to be freed.
 */
#ifndef KENPO_UNO_URL_H
#define KENPO_UNO_URL_H

/** "file:///…" of a path, and the reverse. NULL where there is none. */
char *kp_url_from_path(const char *path);
char *kp_path_from_url(const char *url);

/** Changes a path as Windows shows it (C:\folder\file, \\server\share\file, each perhaps with the
 *  prefix \\?\ of long paths) to one as it is written here. One that begins with "/" stays. */
void kp_path_straighten(char *path);

/** The path of the library in which this runs, and of the folder in which it lies: the top of the
 *  unpacked extension. To be freed; NULL where it cannot be known. */
char *kp_library_path(void);
char *kp_library_folder(void);

/** The path of the program of the office in which this runs, to be freed; NULL where it cannot be
 *  known. */
char *kp_office_program(void);

#endif
