/* SPDX-License-Identifier: MPL-2.0
 *
 * unlock.h: workbooks whose sheets are protected by a password. Such a password encrypts nothing:
 * it only asks the program not to change cells. On a private copy, whose cells must be asked and
 * replaced, it is taken out of the file; the protection itself stays, without a password. A file
 * that is encrypted stays closed.
 */
#ifndef KENPO_BOOK_UNLOCK_H
#define KENPO_BOOK_UNLOCK_H

#include "uno/uno.h"

/** Takes the passwords of sheets and of the workbook's structure out of the file `path` (.ods,
 * .xlsx and their kin, .fods), which is rewritten only where there are any. Gives whether there
 * were. */
bool kp_unlock_file(uno_Interface *context, const char *path);

#endif
