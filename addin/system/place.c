/* SPDX-License-Identifier: MPL-2.0
 *
 * place.c: putting whole files into a folder. On Linux a new file can stay without a name
 * (O_TMPFILE) until it is whole; where a file system has no such thing, a hidden name ending in
 * ".part" serves, which the next run clears away.
 */
#include "system/place.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

const char *kp_path_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

void kp_path_folder(const char *path, char folder[KP_PATH]) {
    size_t length = (size_t)(kp_path_name(path) - path);
    if (length > 1) length--;
    snprintf(folder, KP_PATH, "%.*s", (int)length, length == 0 ? "." : path);
    if (length == 0) strcpy(folder, ".");
}

/* ------------------------------------------------------------------------------------- bytes */

static int write_all(int file, const char *bytes, size_t size) {
    while (size > 0) {
        ssize_t done = write(file, bytes, size);
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) return errno;
        bytes += done;
        size -= (size_t)done;
    }
    return 0;
}

static int copy_all(int from, int to) {
    char bytes[1 << 16];
    for (;;) {
        ssize_t got = read(from, bytes, sizeof bytes);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return errno;
        if (got == 0) return 0;
        int error = write_all(to, bytes, (size_t)got);
        if (error != 0) return error;
    }
}

static int sync_folder(const char *path) {
    int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return errno;
    int error = fsync(folder) == 0 || errno == EINVAL ? 0 : errno;
    close(folder);
    return error;
}

/* ------------------------------------------------------------------------------- a new file */

typedef struct arrival {
    int file;
    char folder[KP_PATH];
    char part[KP_PATH]; /**< its name on the way, or "" while it has none */
} arrival;

static int open_arrival(const char *target, arrival *a) {
    kp_path_folder(target, a->folder);
    a->part[0] = '\0';
    a->file = open(a->folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
    if (a->file >= 0) return 0;
    if (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL && errno != ENOENT) return errno;
    int length = snprintf(a->part, sizeof a->part, "%s/.%s.part", a->folder, kp_path_name(target));
    if (length < 0 || (size_t)length >= sizeof a->part) return ENAMETOOLONG;
    unlink(a->part); /* left behind by a run that was killed */
    a->file = open(a->part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    return a->file < 0 ? errno : 0;
}

static int link_arrival(const arrival *a, const char *target) {
    char self[64];
    if (a->part[0] != '\0') return link(a->part, target) == 0 ? 0 : errno;
    snprintf(self, sizeof self, "/proc/self/fd/%d", a->file);
    int done = linkat(AT_FDCWD, self, AT_FDCWD, target, AT_SYMLINK_FOLLOW);
    return done == 0 ? 0 : errno;
}

/* Some file systems (USB sticks, some shares) have no links: there a rename that refuses to
 * replace serves. */
static int name_arrival(const arrival *a, const char *target) {
    int error = link_arrival(a, target);
    if (a->part[0] != '\0' && (error == EPERM || error == EOPNOTSUPP || error == ENOSYS))
        error = renameat2(AT_FDCWD, a->part, AT_FDCWD, target, RENAME_NOREPLACE) == 0 ? 0 : errno;
    return error;
}

/* Syncs, names and closes what `error` says was written well. */
static int finish_arrival(arrival *a, const char *target, int error) {
    if (error == 0 && fsync(a->file) != 0) error = errno;
    if (error == 0) error = name_arrival(a, target);
    if (close(a->file) != 0 && error == 0) error = errno;
    if (a->part[0] != '\0') unlink(a->part);
    return error == 0 ? sync_folder(a->folder) : error;
}

int kp_place_file(const char *source, const char *target) {
    arrival a;
    int from = open(source, O_RDONLY | O_CLOEXEC);
    if (from < 0) return errno;
    int error = open_arrival(target, &a);
    if (error == 0) error = finish_arrival(&a, target, copy_all(from, a.file));
    close(from);
    return error;
}

static int replace_text(const char *text, size_t size, const char *target) {
    char part[KP_PATH];
    char folder[KP_PATH];
    kp_path_folder(target, folder);
    int length = snprintf(part, sizeof part, "%s.%ld.part", target, (long)getpid());
    if (length < 0 || (size_t)length >= sizeof part) return ENAMETOOLONG;
    int file = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (file < 0) return errno;
    int error = write_all(file, text, size);
    if (error == 0 && fsync(file) != 0) error = errno;
    if (close(file) != 0 && error == 0) error = errno;
    if (error == 0 && rename(part, target) != 0) error = errno;
    if (error != 0) unlink(part);
    return error == 0 ? sync_folder(folder) : error;
}

int kp_place_text(const char *text, size_t size, const char *target, bool replace) {
    arrival a;
    if (replace) return replace_text(text, size, target);
    int error = open_arrival(target, &a);
    return error == 0 ? finish_arrival(&a, target, write_all(a.file, text, size)) : error;
}

char *kp_place_read(const char *path, size_t most) {
    struct stat about;
    FILE *file = fopen(path, "rbe");
    bool sized = file != NULL && fstat(fileno(file), &about) == 0 && about.st_size > 0 &&
                 (size_t)about.st_size <= most;
    size_t size = sized ? (size_t)about.st_size : 0;
    char *text = sized ? calloc(size + 1, 1) : NULL;
    if (text != NULL && fread(text, 1, size, file) != size) {
        free(text);
        text = NULL;
    }
    if (file != NULL) fclose(file);
    return text;
}

kp_text kp_place_error(int error) {
    switch (error) {
    case EEXIST:
        return kp_t("同じ名前のファイルが既にあります。上書きしません。",
                    "There is a file of that name already; it is not replaced.");
    case ENOSPC:
    case EDQUOT:
        return kp_t("ディスクの空き容量が足りません。", "The disk is full.");
    case EACCES:
    case EPERM:
    case EROFS:
        return kp_t("フォルダーに書き込めません(権限がないか、読み取り専用です)。",
                    "The folder cannot be written to (no permission, or read-only).");
    case ENOENT:
    case ENOTDIR:
        return kp_t("フォルダーが見つかりません。", "There is no such folder.");
    case ENAMETOOLONG:
        return kp_t("名前が長すぎます。", "The name is too long.");
    default:
        return kp_t("書き込めませんでした(入出力エラー)。", "Writing failed (input/output error).");
    }
}

/* ------------------------------------------------------------------------- files on their way */

static const char WORK[] = "kenpo-calc-";

bool kp_work_begin(const char *base, char folder[KP_PATH]) {
    const char *places[] = {base, getenv("TMPDIR"), "/var/tmp", "/tmp"};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        if (places[i] == NULL || *places[i] != '/') continue;
        int length = snprintf(folder, KP_PATH, "%s/%sXXXXXX", places[i], WORK);
        if (length > 0 && length < KP_PATH && mkdtemp(folder) != NULL) return true;
    }
    return false;
}

static int remove_one(const char *path, const struct stat *about, int kind, struct FTW *at) {
    (void)about;
    (void)kind;
    (void)at;
    remove(path);
    return 0;
}

/* Links are removed, never followed. */
void kp_work_end(const char *folder) {
    enum { FOLDERS_OPEN = 16 };
    nftw(folder, remove_one, FOLDERS_OPEN, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
}

/* The lock of a folder whose owner is gone can be had. */
static int lock_of(const char *folder, int flags) {
    char path[KP_PATH];
    int length = snprintf(path, sizeof path, "%s/lock", folder);
    if (length < 0 || length >= KP_PATH) return -1;
    int lock = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | flags, 0600);
    if (lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) == 0) return lock;
    if (lock >= 0) close(lock);
    return -1;
}

int kp_work_hold(const char *folder) {
    return lock_of(folder, O_CREAT);
}

static void sweep_one(const char *folder) {
    struct stat about;
    if (lstat(folder, &about) != 0 || !S_ISDIR(about.st_mode) || about.st_uid != geteuid()) return;
    int lock = lock_of(folder, 0);
    if (lock < 0) return;
    kp_work_end(folder);
    close(lock);
}

void kp_work_sweep(const char *folder) {
    char base[KP_PATH];
    char path[KP_PATH];
    kp_path_folder(folder, base);
    DIR *list = opendir(base);
    if (list == NULL) return;
    for (struct dirent *entry; (entry = readdir(list)) != NULL;) {
        int length = snprintf(path, sizeof path, "%s/%s", base, entry->d_name);
        if (strncmp(entry->d_name, WORK, strlen(WORK)) == 0 && length > 0 && length < KP_PATH)
            sweep_one(path);
    }
    closedir(list);
}

/* The library lies at the top of the extension. */
bool kp_place_extension(char folder[KP_PATH]) {
    static const char HERE = 0;
    Dl_info library;
    if (dladdr(&HERE, &library) == 0 || library.dli_fname == NULL) return false;
    kp_path_folder(library.dli_fname, folder);
    return true;
}
