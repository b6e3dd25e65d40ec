/* SPDX-License-Identifier: MPL-2.0
 *
 * secrets.c: what only this user knows, on Windows; see system.h. It lies where programs of the user
 * keep what belongs to this machine, which other users may not read.
 */
#define _CRT_RAND_S

#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include "system/path.h"
#include "system/windows/wide.h"

static bool secret_place(wchar_t *path) {
    static const wchar_t FOLDER[] = L"\\kenpo-calc";
    DWORD length = GetEnvironmentVariableW(L"LOCALAPPDATA", path, MAX_PATH);
    if (length == 0 || length >= MAX_PATH) return false;
    wcscat(path, FOLDER);
    CreateDirectoryW(path, NULL);
    wcscat(path, L"\\key");
    return true;
}

static bool read_secret(const wchar_t *path, unsigned char *bytes, size_t size) {
    DWORD got = 0;
    HANDLE file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE) return false;
    LARGE_INTEGER whole = {0};
    bool done = GetFileSizeEx(file, &whole) && whole.QuadPart == (LONGLONG)size &&
                ReadFile(file, bytes, (DWORD)size, &got, NULL) && got == size;
    CloseHandle(file);
    return done;
}

/* Nobody else opens it before it is whole; one that is not whole goes. */
static void write_secret(const wchar_t *path, const unsigned char *bytes, size_t size) {
    DWORD put = 0;
    HANDLE file = CreateFileW(path, GENERIC_WRITE, 0, NULL, CREATE_NEW, 0, NULL);
    if (file == INVALID_HANDLE_VALUE) return;
    bool whole = WriteFile(file, bytes, (DWORD)size, &put, NULL) && put == size;
    CloseHandle(file);
    if (!whole) DeleteFileW(path);
}

void kp_user_secret(unsigned char *bytes, size_t size) {
    wchar_t path[MAX_PATH + 32];
    unsigned int number = 0;
    bool placed = secret_place(path);
    if (placed && read_secret(path, bytes, size)) return;
    for (size_t i = 0; i < size; i++) {
        if (i % sizeof number == 0) rand_s(&number);
        bytes[i] = (unsigned char)(number >> 8 * (i % sizeof number));
    }
    if (!placed) return;
    write_secret(path, bytes, size);
    read_secret(path, bytes, size);
}
