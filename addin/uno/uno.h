/* SPDX-License-Identifier: MPL-2.0
 *
 * uno.h: the headers of binary UNO, made fit for C. LibreOffice's own headers contain a few words
 * of C++; what they need is declared here, once.
 */
#ifndef KENPO_UNO_UNO_H
#define KENPO_UNO_UNO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <typelib/typeclass.h>
typedef enum _typelib_TypeClass _typelib_TypeClass;

#include <rtl/string.h>
#include <rtl/ustring.h>
#include <typelib/typedescription.h>
#include <uno/any2.h>
#include <uno/data.h>
#include <uno/dispatcher.h>
#include <uno/environment.h>
#include <uno/sequence2.h>

#endif
