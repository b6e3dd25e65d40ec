/* SPDX-License-Identifier: MPL-2.0
 *
 * types.h: LibreOffice's sal/types.h for MinGW. The office's header knows Microsoft's compiler and
 * Unix's, so it is read as on Unix, and what a Windows library exports is defined again. Only this
 * header sees SAL_UNX.
 */
#ifndef KENPO_WINDOWS_SAL_TYPES_H
#define KENPO_WINDOWS_SAL_TYPES_H

#define SAL_UNX
#include_next <sal/types.h>
#undef SAL_UNX

#undef SAL_DLLPUBLIC_EXPORT
#undef SAL_DLLPUBLIC_IMPORT
#undef SAL_DLLPRIVATE
#undef SAL_CALL
#define SAL_DLLPUBLIC_EXPORT __declspec(dllexport)
#define SAL_DLLPUBLIC_IMPORT __declspec(dllimport)
#define SAL_DLLPRIVATE
#define SAL_CALL __cdecl

#endif
