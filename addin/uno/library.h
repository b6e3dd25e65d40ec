/* SPDX-License-Identifier: MPL-2.0
 *
 * library.h: where the office found this library.
 */
#ifndef KENPO_UNO_LIBRARY_H
#define KENPO_UNO_LIBRARY_H

/** The path of the library in which this runs, and of the folder in which it lies: the top of the
 *  unpacked extension. To be freed; NULL where it cannot be known. */
char *kp_library_path(void);
char *kp_library_folder(void);

#endif
