/* SPDX-License-Identifier: MPL-2.0
 *
 * typesizes.h: the sizes of C's types on 64-bit Windows. LibreOffice's own file of this name is
 * written for the system on which its packages were built (on Linux a long has 8 bytes).
 */
#ifndef CONFIG_TYPESIZES_H
#define CONFIG_TYPESIZES_H

#define SAL_TYPES_ALIGNMENT2     2
#define SAL_TYPES_ALIGNMENT4     4
#define SAL_TYPES_ALIGNMENT8     8
#define SAL_TYPES_SIZEOFSHORT    2
#define SAL_TYPES_SIZEOFINT      4
#define SAL_TYPES_SIZEOFLONG     4
#define SAL_TYPES_SIZEOFLONGLONG 8
#define SAL_TYPES_SIZEOFPOINTER  8

#endif
