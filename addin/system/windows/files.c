/* SPDX-License-Identifier: MPL-2.0
 *
 * files.c: files, folders and locks on Windows; see system.h. A path comes as UTF-8 with "/" and goes to
 * the system in UTF-16 with "\", a long one with the prefix that lifts the limit of 260 characters.
 * A file on its way is marked as deleted until it is whole, so that it goes with its writer.
 */
#include <fcntl.h>
#include <io.h>
#include <limits.h>
#include <string.h>
#include <windows.h>

#include "system/path.h"
#include "system/windows/wide.h"

static kp_fault fault_of(DWORD error) {
    switch (error) {
    case ERROR_SUCCESS:
        return KP_FAULT_NONE;
    case ERROR_FILE_EXISTS:
    case ERROR_ALREADY_EXISTS:
        return KP_FAULT_EXISTS;
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL:
    case ERROR_NOT_ENOUGH_QUOTA:
        return KP_FAULT_FULL;
    case ERROR_ACCESS_DENIED:
    case ERROR_WRITE_PROTECT:
    case ERROR_SHARING_VIOLATION:
    case ERROR_LOCK_VIOLATION:
        return KP_FAULT_DENIED;
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
    case ERROR_INVALID_DRIVE:
    case ERROR_BAD_NETPATH:
    case ERROR_BAD_NET_NAME:
    case ERROR_DIRECTORY:
        return KP_FAULT_MISSING;
    case ERROR_FILENAME_EXCED_RANGE:
        return KP_FAULT_NAME;
    case ERROR_NOT_ENOUGH_MEMORY:
    case ERROR_OUTOFMEMORY:
        return KP_FAULT_MEMORY;
    default:
        return KP_FAULT_DISK;
    }
}

/* Of a call that gives TRUE where it went well. */
static kp_fault fault_after(BOOL done) {
    return done ? KP_FAULT_NONE : fault_of(GetLastError());
}

/* ------------------------------------------------------------------------------- paths, texts */

/* Room for a path in UTF-16 with its prefix; and from where on a path needs the prefix. */
enum { FROM_HERE_LONG = 240 };

static bool is_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool is_whole(const char *path) {
    return (is_letter(path[0]) && path[1] == ':') || (path[0] == '/' && path[1] == '/');
}

size_t kp_widen(const char *text, wchar_t *out, size_t size) {
    int length = MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, text, -1, out, (int)size);
    if (length == 0) *out = L'\0';
    return length == 0 ? 0 : (size_t)length - 1;
}

size_t kp_shown_path(const char *path, wchar_t *out, size_t size) {
    size_t length = kp_widen(path, out, size - 1);
    for (size_t i = 0; i < length; i++)
        if (out[i] == L'/') out[i] = L'\\';
    if (length == 2 && out[1] == L':') {
        wcscpy(out + 2, L"\\");
        length = 3;
    }
    return length;
}

const wchar_t *kp_wide(const char *path, wchar_t out[KP_WIDE]) {
    static const wchar_t PREFIX[] = L"\\\\?\\";
    static const wchar_t NETWORK[] = L"\\\\?\\UNC";
    size_t length = kp_shown_path(path, out, KP_WIDE - 8);
    if (length < FROM_HERE_LONG || !is_whole(path)) return out;
    bool network = out[0] == L'\\';
    const wchar_t *prefix = network ? NETWORK : PREFIX;
    size_t skipped = network ? 1 : 0; /* of the two "\" at the beginning one stays */
    memmove(out + wcslen(prefix), out + skipped, (length - skipped + 1) * sizeof *out);
    memcpy(out, prefix, wcslen(prefix) * sizeof *out);
    return out;
}

/* What is no UTF-16 becomes U+FFFD: such a file is then seen, and found not to open. */
static bool narrow(const wchar_t *text, char *out, size_t size) {
    return WideCharToMultiByte(CP_UTF8, 0, text, -1, out, (int)size, NULL, NULL) > 0;
}

/* ------------------------------------------------------------------------------------- files */

/* A stream of bytes on the file; the processes that are started later do not get it. */
static FILE *stream(const char *path, DWORD access, DWORD how, int flags, const char *mode) {
    enum { ALL = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE };
    wchar_t name[KP_WIDE];
    HANDLE handle = CreateFileW(kp_wide(path, name), access, ALL, NULL, how, 0, NULL);
    if (handle == INVALID_HANDLE_VALUE) return NULL;
    int number = _open_osfhandle((intptr_t)handle, flags | _O_BINARY | _O_NOINHERIT);
    if (number < 0) {
        CloseHandle(handle);
        return NULL;
    }
    FILE *file = _fdopen(number, mode);
    if (file == NULL) _close(number);
    return file;
}

FILE *kp_file_open(const char *path) {
    return stream(path, GENERIC_READ, OPEN_EXISTING, _O_RDONLY, "rb");
}

FILE *kp_file_append(const char *path) {
    return stream(path, FILE_APPEND_DATA | SYNCHRONIZE, OPEN_ALWAYS, _O_WRONLY | _O_APPEND, "ab");
}

kp_fault kp_file_drop(const char *path) {
    wchar_t name[KP_WIDE];
    return fault_after(DeleteFileW(kp_wide(path, name)));
}

kp_fault kp_file_link(const char *from, const char *to) {
    wchar_t old[KP_WIDE];
    wchar_t new[KP_WIDE];
    return fault_after(CreateHardLinkW(kp_wide(to, new), kp_wide(from, old), NULL));
}

/* A virus scanner or an indexer may have the file open for a moment. */
static kp_fault move(const char *from, const char *to, DWORD flags) {
    enum { TRIES = 20, MOMENT = 50 };
    wchar_t old[KP_WIDE];
    wchar_t new[KP_WIDE];
    kp_wide(from, old);
    kp_wide(to, new);
    for (int i = 1;; i++) {
        if (MoveFileExW(old, new, MOVEFILE_WRITE_THROUGH | flags)) return KP_FAULT_NONE;
        DWORD error = GetLastError();
        bool held =
            error == ERROR_SHARING_VIOLATION || (error == ERROR_ACCESS_DENIED && flags != 0);
        if (!held || i == TRIES) return fault_of(error);
        Sleep(MOMENT);
    }
}

kp_fault kp_file_rename(const char *from, const char *to) {
    return move(from, to, 0);
}

bool kp_file_runs(const char *path) {
    return kp_entry_look(path).kind == KP_ENTRY_FILE;
}

/* A name that no other process of this machine, and no earlier call, has given. */
static bool name_own(char path[KP_PATH], const char *folder, const char *prefix, const char *end) {
    static LONG count;
    int length =
        snprintf(path, KP_PATH, "%s/%s%lu-%llx-%ld%s", folder, prefix, GetCurrentProcessId(),
                 GetTickCount64(), InterlockedIncrement(&count), end);
    return length > 0 && length < KP_PATH;
}

static bool mark_deleted(HANDLE file, bool deleted) {
    FILE_DISPOSITION_INFO mark = {deleted};
    return SetFileInformationByHandle(file, FileDispositionInfo, &mark, sizeof mark);
}

void kp_arrival_begin(kp_arrival *a, const char *target) {
    wchar_t name[KP_WIDE];
    a->fault = KP_FAULT_NONE;
    a->file = (intptr_t)INVALID_HANDLE_VALUE;
    kp_path_folder(target, a->folder);
    if (!name_own(a->part, a->folder, ".kenpo-", ".part")) {
        a->fault = KP_FAULT_NAME;
        return;
    }
    HANDLE file = CreateFileW(kp_wide(a->part, name), GENERIC_WRITE | DELETE, 0, NULL, CREATE_NEW,
                              FILE_ATTRIBUTE_NORMAL, NULL);
    a->fault = fault_after(file != INVALID_HANDLE_VALUE);
    a->file = (intptr_t)file;
    if (a->fault == KP_FAULT_NONE)
        mark_deleted(file, true); /* some shares cannot: then a name stays */
}

void kp_arrival_write(kp_arrival *a, const void *bytes, size_t size) {
    const char *at = bytes;
    while (size > 0 && a->fault == KP_FAULT_NONE) {
        DWORD done = 0;
        DWORD piece = size < INT_MAX ? (DWORD)size : INT_MAX;
        a->fault = fault_after(WriteFile((HANDLE)a->file, at, piece, &done, NULL));
        at += done;
        size -= done;
    }
}

kp_fault kp_arrival_finish(kp_arrival *a, const char *target, bool replace) {
    HANDLE file = (HANDLE)a->file;
    if (file == INVALID_HANDLE_VALUE) return a->fault;
    if (a->fault == KP_FAULT_NONE) a->fault = fault_after(FlushFileBuffers(file));
    if (a->fault == KP_FAULT_NONE) mark_deleted(file, false);
    kp_fault closed = fault_after(CloseHandle(file));
    if (a->fault == KP_FAULT_NONE) a->fault = closed;
    if (a->fault == KP_FAULT_NONE)
        a->fault = move(a->part, target, replace ? MOVEFILE_REPLACE_EXISTING : 0);
    if (a->fault != KP_FAULT_NONE) kp_file_drop(a->part);
    return a->fault;
}

/* ----------------------------------------------------------------------------------- folders */

/* OneDrive's files are reparse points as links are; only what stands for another name is a link. */
static bool is_link(const wchar_t *name, DWORD attributes) {
    WIN32_FIND_DATAW about;
    if ((attributes & FILE_ATTRIBUTE_REPARSE_POINT) == 0) return false;
    HANDLE list = FindFirstFileW(name, &about);
    if (list == INVALID_HANDLE_VALUE) return true;
    FindClose(list);
    return IsReparseTagNameSurrogate(about.dwReserved0);
}

static long long nanoseconds(FILETIME time) {
    static const long long FROM_1601_TO_1970 = 116444736000000000LL; /* in steps of 100 ns */
    long long steps = (long long)time.dwHighDateTime << 32 | time.dwLowDateTime;
    return (steps - FROM_1601_TO_1970) * 100;
}

/* Windows gives each user a place of his own for temporary files, and keeps others out of it: what
 * can be locked and removed there is own. */
kp_entry kp_entry_look(const char *path) {
    wchar_t name[KP_WIDE];
    WIN32_FILE_ATTRIBUTE_DATA about;
    if (!GetFileAttributesExW(kp_wide(path, name), GetFileExInfoStandard, &about))
        return (kp_entry){KP_ENTRY_NONE, 0, 0, false};
    DWORD attributes = about.dwFileAttributes;
    kp_entry_kind kind = is_link(name, attributes)                      ? KP_ENTRY_LINK
                         : (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0 ? KP_ENTRY_FOLDER
                         : (attributes & FILE_ATTRIBUTE_DEVICE) != 0    ? KP_ENTRY_OTHER
                                                                        : KP_ENTRY_FILE;
    return (kp_entry){kind, (uint64_t)about.nFileSizeHigh << 32 | about.nFileSizeLow,
                      nanoseconds(about.ftLastWriteTime), true};
}

kp_fault kp_folder_make(const char *path) {
    wchar_t name[KP_WIDE];
    return fault_after(CreateDirectoryW(kp_wide(path, name), NULL));
}

/* Rights on Windows are known when they are used. */
kp_fault kp_folder_open_to_us(const char *path) {
    char file[KP_PATH];
    wchar_t name[KP_WIDE];
    if (!name_own(file, path, ".kenpo-", ".part")) return KP_FAULT_NAME;
    HANDLE made = CreateFileW(kp_wide(file, name), GENERIC_WRITE, 0, NULL, CREATE_NEW,
                              FILE_FLAG_DELETE_ON_CLOSE, NULL);
    return made == INVALID_HANDLE_VALUE ? fault_of(GetLastError()) : fault_after(CloseHandle(made));
}

static kp_fault visit_one(const WIN32_FIND_DATAW *entry, kp_folder_visitor *visit, void *data) {
    char name[MAX_PATH * 3 + 1]; /* a UTF-16 unit takes at most three bytes */
    if (wcscmp(entry->cFileName, L".") == 0 || wcscmp(entry->cFileName, L"..") == 0)
        return KP_FAULT_NONE;
    return narrow(entry->cFileName, name, sizeof name) ? visit(data, name) : KP_FAULT_NAME;
}

kp_fault kp_folder_list(const char *path, kp_folder_visitor *visit, void *data) {
    char all[KP_PATH];
    wchar_t name[KP_WIDE];
    WIN32_FIND_DATAW entry;
    if (!kp_path_in(path, "*", all)) return KP_FAULT_NAME;
    HANDLE list = FindFirstFileW(kp_wide(all, name), &entry);
    if (list == INVALID_HANDLE_VALUE) return fault_of(GetLastError());
    kp_fault fault = visit_one(&entry, visit, data);
    while (fault == KP_FAULT_NONE && FindNextFileW(list, &entry))
        fault = visit_one(&entry, visit, data);
    FindClose(list);
    return fault;
}

/* One that is read-only goes as well; of a link to a folder only the link. */
static kp_fault drop_one(void *folder, const char *entry) {
    char path[KP_PATH];
    wchar_t name[KP_WIDE];
    if (!kp_path_in(folder, entry, path)) return KP_FAULT_NONE;
    DWORD attributes = GetFileAttributesW(kp_wide(path, name));
    if ((attributes & FILE_ATTRIBUTE_READONLY) != 0)
        SetFileAttributesW(name, FILE_ATTRIBUTE_NORMAL);
    if ((attributes & FILE_ATTRIBUTE_DIRECTORY) == 0)
        DeleteFileW(name);
    else if (is_link(name, attributes))
        RemoveDirectoryW(name);
    else
        kp_folder_drop(path);
    return KP_FAULT_NONE;
}

void kp_folder_drop(const char *path) {
    wchar_t name[KP_WIDE];
    kp_folder_list(path, drop_one, (void *)(uintptr_t)path);
    RemoveDirectoryW(kp_wide(path, name));
}

/* From where to where a folder is copied. */
typedef struct copy {
    const char *from;
    const char *to;
} copy;

static kp_fault copy_one(void *data, const char *entry) {
    const copy *folders = data;
    char from[KP_PATH];
    char to[KP_PATH];
    wchar_t source[KP_WIDE];
    wchar_t target[KP_WIDE];
    if (!kp_path_in(folders->from, entry, from) || !kp_path_in(folders->to, entry, to))
        return KP_FAULT_NAME;
    if (kp_entry_look(from).kind == KP_ENTRY_FOLDER) return kp_folder_alias(from, to);
    return fault_after(CopyFileW(kp_wide(from, source), kp_wide(to, target), TRUE));
}

/* Links are for administrators here, so it is a copy. */
kp_fault kp_folder_alias(const char *folder, const char *path) {
    copy folders = {folder, path};
    kp_fault fault = kp_folder_make(path);
    return fault == KP_FAULT_NONE ? kp_folder_list(folder, copy_one, &folders) : fault;
}

/* The user's place for temporary files, with "/" and none at the end; "" if unknown. */
static void temporary_place(char place[KP_PATH]) {
    wchar_t found[KP_WIDE];
    DWORD length = GetTempPathW(KP_WIDE, found);
    if (length == 0 || length >= KP_WIDE || !narrow(found, place, KP_PATH)) *place = '\0';
    for (char *c = place; *c != '\0'; c++)
        if (*c == '\\') *c = '/';
    size_t used = strlen(place);
    if (used > 0 && place[used - 1] == '/') place[used - 1] = '\0';
}

kp_fault kp_folder_temporary(const char *base, const char *prefix, char folder[KP_PATH]) {
    char own[KP_PATH];
    temporary_place(own);
    const char *places[] = {base, own};
    kp_fault fault = KP_FAULT_MISSING;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        if (places[i] == NULL || !is_whole(places[i]) || !name_own(folder, places[i], prefix, ""))
            continue;
        fault = kp_folder_make(folder);
        if (fault == KP_FAULT_NONE) return fault;
    }
    return fault;
}

/* ------------------------------------------------------------------------------------- locks */

/* A file that is shared with nobody. */
kp_lock kp_lock_take(const char *path, bool create) {
    wchar_t name[KP_WIDE];
    return (kp_lock)CreateFileW(kp_wide(path, name), GENERIC_READ | GENERIC_WRITE, 0, NULL,
                                create ? OPEN_ALWAYS : OPEN_EXISTING,
                                FILE_ATTRIBUTE_NORMAL | FILE_FLAG_OPEN_REPARSE_POINT, NULL);
}

void kp_lock_drop(kp_lock lock) {
    if (lock != KP_NO_LOCK) CloseHandle((HANDLE)lock);
}
