/* SPDX-License-Identifier: MPL-2.0
 *
 * posix.c: the system layer on Linux. A new file can stay without a name (O_TMPFILE) until it is
 * whole; where a file system has no such thing, a hidden name ending in ".part" serves. Between
 * fork and exec only calls that are safe there (POSIX: the async-signal-safe ones, and Linux's prctl
 * and close_range); everything that needs memory is made before.
 */
#include "system/system.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "system/path.h"

static kp_fault fault_of(int error) {
    switch (error) {
    case 0:
        return KP_FAULT_NONE;
    case EEXIST:
        return KP_FAULT_EXISTS;
    case ENOSPC:
    case EDQUOT:
        return KP_FAULT_FULL;
    case EACCES:
    case EPERM:
    case EROFS:
        return KP_FAULT_DENIED;
    case ENOENT:
    case ENOTDIR:
        return KP_FAULT_MISSING;
    case ENAMETOOLONG:
        return KP_FAULT_NAME;
    case ENOMEM:
        return KP_FAULT_MEMORY;
    default:
        return KP_FAULT_DISK;
    }
}

/* Of a call that gives 0 where it went well. */
static kp_fault fault_after(int result) {
    return result == 0 ? KP_FAULT_NONE : fault_of(errno);
}

/* ------------------------------------------------------------------------------------- files */

FILE *kp_file_open(const char *path) {
    return fopen(path, "rbe");
}

FILE *kp_file_append(const char *path) {
    return fopen(path, "abe");
}

kp_fault kp_file_drop(const char *path) {
    return fault_after(unlink(path));
}

kp_fault kp_file_link(const char *from, const char *to) {
    return fault_after(link(from, to));
}

kp_fault kp_file_rename(const char *from, const char *to) {
    return fault_after(renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE));
}

bool kp_file_runs(const char *path) {
    return access(path, X_OK) == 0;
}

/* A name on the way that is short whatever the name at the end, and no other process's. */
static bool name_part(kp_arrival *a) {
    static unsigned long count;
    int length = snprintf(a->part, sizeof a->part, "%s/.kenpo-%ld-%lu.part", a->folder,
                          (long)getpid(), count++);
    return length > 0 && (size_t)length < sizeof a->part;
}

static void open_part(kp_arrival *a) {
    if (!name_part(a)) {
        a->part[0] = '\0';
        a->fault = KP_FAULT_NAME;
        return;
    }
    unlink(a->part); /* left behind by a process of the same number that was killed */
    a->file = open(a->part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (a->file >= 0) return;
    a->fault = fault_of(errno);
    a->part[0] = '\0';
}

void kp_arrival_begin(kp_arrival *a, const char *target) {
    a->fault = KP_FAULT_NONE;
    a->part[0] = '\0';
    kp_path_folder(target, a->folder);
    a->file = open(a->folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
    if (a->file >= 0) return;
    if (errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL || errno == ENOENT)
        open_part(a);
    else
        a->fault = fault_of(errno);
}

void kp_arrival_write(kp_arrival *a, const void *bytes, size_t size) {
    const char *at = bytes;
    while (size > 0 && a->fault == KP_FAULT_NONE) {
        ssize_t done = write((int)a->file, at, size);
        if (done < 0) {
            if (errno != EINTR) a->fault = fault_of(errno);
            continue;
        }
        at += done;
        size -= (size_t)done;
    }
}

static int link_arrival(const kp_arrival *a, const char *target) {
    char self[64];
    if (a->part[0] != '\0') return link(a->part, target);
    snprintf(self, sizeof self, "/proc/self/fd/%d", (int)a->file);
    return linkat(AT_FDCWD, self, AT_FDCWD, target, AT_SYMLINK_FOLLOW);
}

/* Some file systems (USB sticks, some shares) have no links: there a rename that refuses to
 * replace serves. */
static kp_fault name_new(const kp_arrival *a, const char *target) {
    if (link_arrival(a, target) == 0) return KP_FAULT_NONE;
    bool no_links = errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS;
    return a->part[0] != '\0' && no_links ? kp_file_rename(a->part, target) : fault_of(errno);
}

/* Only a file that has a name can take another one's place. */
static kp_fault name_over(kp_arrival *a, const char *target) {
    if (a->part[0] == '\0') {
        kp_arrival named = *a;
        if (!name_part(&named)) return KP_FAULT_NAME;
        unlink(named.part);
        if (link_arrival(a, named.part) != 0) return fault_of(errno);
        memcpy(a->part, named.part, sizeof a->part);
    }
    return fault_after(rename(a->part, target));
}

static kp_fault sync_folder(const char *path) {
    int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return fault_of(errno);
    int error = fsync(folder) == 0 || errno == EINVAL ? 0 : errno;
    close(folder);
    return fault_of(error);
}

kp_fault kp_arrival_finish(kp_arrival *a, const char *target, bool replace) {
    if (a->file < 0) return a->fault;
    if (a->fault == KP_FAULT_NONE) a->fault = fault_after(fsync((int)a->file));
    if (a->fault == KP_FAULT_NONE) a->fault = replace ? name_over(a, target) : name_new(a, target);
    kp_fault closed = fault_after(close((int)a->file));
    if (a->fault == KP_FAULT_NONE) a->fault = closed;
    if (a->part[0] != '\0') unlink(a->part);
    return a->fault == KP_FAULT_NONE ? sync_folder(a->folder) : a->fault;
}

/* ----------------------------------------------------------------------------------- folders */

kp_entry kp_entry_look(const char *path) {
    struct stat about;
    kp_entry none = {KP_ENTRY_NONE, 0, 0, false};
    if (lstat(path, &about) != 0) return none;
    kp_entry_kind kind = S_ISREG(about.st_mode)   ? KP_ENTRY_FILE
                         : S_ISDIR(about.st_mode) ? KP_ENTRY_FOLDER
                         : S_ISLNK(about.st_mode) ? KP_ENTRY_LINK
                                                  : KP_ENTRY_OTHER;
    return (kp_entry){kind, (uint64_t)about.st_size,
                      about.st_mtim.tv_sec * 1000000000LL + about.st_mtim.tv_nsec,
                      about.st_uid == geteuid()};
}

kp_fault kp_folder_make(const char *path) {
    return fault_after(mkdir(path, 0777));
}

kp_fault kp_folder_open_to_us(const char *path) {
    return fault_after(access(path, W_OK | X_OK));
}

kp_fault kp_folder_list(const char *path, kp_folder_visitor *visit, void *data) {
    kp_fault fault = KP_FAULT_NONE;
    DIR *list = opendir(path);
    if (list == NULL) return fault_of(errno);
    for (struct dirent *entry; fault == KP_FAULT_NONE && (entry = readdir(list)) != NULL;)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            fault = visit(data, entry->d_name);
    closedir(list);
    return fault;
}

static int remove_one(const char *path, const struct stat *about, int kind, struct FTW *at) {
    (void)about;
    (void)kind;
    (void)at;
    remove(path);
    return 0;
}

void kp_folder_drop(const char *path) {
    enum { FOLDERS_OPEN = 16 };
    nftw(path, remove_one, FOLDERS_OPEN, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
}

kp_fault kp_folder_alias(const char *folder, const char *path) {
    return fault_after(symlink(folder, path));
}

kp_fault kp_folder_temporary(const char *base, const char *prefix, char folder[KP_PATH]) {
    const char *places[] = {base, getenv("TMPDIR"), "/var/tmp", "/tmp"};
    kp_fault fault = KP_FAULT_MISSING;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        if (places[i] == NULL || *places[i] != '/') continue;
        int length = snprintf(folder, KP_PATH, "%s/%sXXXXXX", places[i], prefix);
        if (length <= 0 || length >= KP_PATH) continue;
        if (mkdtemp(folder) != NULL) return KP_FAULT_NONE;
        fault = fault_of(errno);
    }
    return fault;
}

/* ------------------------------------------------------------------------------------ secrets */

/* $XDG_STATE_HOME/kenpo-calc, made where it is not there. */
static bool secret_place(char path[KP_PATH]) {
    const char *state = getenv("XDG_STATE_HOME");
    const char *home = getenv("HOME");
    bool own = state != NULL && *state == '/';
    if (!own && (home == NULL || *home != '/')) return false;
    int length = snprintf(path, KP_PATH, "%s%s/kenpo-calc/key", own ? state : home,
                          own ? "" : "/.local/state");
    if (length < 0 || length >= KP_PATH) return false;
    for (char *slash = path + 1; (slash = strchr(slash, '/')) != NULL; slash++) {
        *slash = '\0';
        mkdir(path, 0700);
        *slash = '/';
    }
    return true;
}

/* A file that others may read or write keeps no secret. */
static bool read_secret(const char *path, unsigned char *bytes, size_t size) {
    struct stat about;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    bool read_all = file >= 0 && fstat(file, &about) == 0 && S_ISREG(about.st_mode) &&
                    about.st_uid == geteuid() && (about.st_mode & 077) == 0 &&
                    about.st_size == (off_t)size && read(file, bytes, size) == (ssize_t)size;
    if (file >= 0) close(file);
    return read_all;
}

/* Whoever comes first makes it; it appears whole. */
static void write_secret(const char *path, const unsigned char *bytes, size_t size) {
    char part[KP_PATH + 32];
    snprintf(part, sizeof part, "%s.%ld", path, (long)getpid());
    int file = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0) return;
    bool whole = write(file, bytes, size) == (ssize_t)size && fsync(file) == 0;
    close(file);
    if (whole && link(part, path) != 0 && errno != EEXIST) rename(part, path);
    unlink(part);
}

void kp_user_secret(unsigned char *bytes, size_t size) {
    char path[KP_PATH];
    bool placed = secret_place(path);
    if (placed && read_secret(path, bytes, size)) return;
    for (size_t got = 0; got < size;) {
        ssize_t more = getrandom(bytes + got, size - got, 0);
        if (more > 0) got += (size_t)more;
    }
    if (!placed) return;
    write_secret(path, bytes, size);
    unsigned char kept[64];
    if (size <= sizeof kept && read_secret(path, kept, size)) memcpy(bytes, kept, size);
}

/* ------------------------------------------------------------------------------------- locks */

kp_lock kp_lock_take(const char *path, bool create) {
    int lock = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | (create ? O_CREAT : 0), 0600);
    if (lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) == 0) return lock;
    if (lock >= 0) close(lock);
    return KP_NO_LOCK;
}

void kp_lock_drop(kp_lock lock) {
    if (lock != KP_NO_LOCK) close((int)lock);
}

/* -------------------------------------------------------------------------------------- time */

long long kp_clock(void) {
    struct timespec moment;
    clock_gettime(CLOCK_MONOTONIC, &moment);
    return moment.tv_sec * 1000LL + moment.tv_nsec / 1000000;
}

void kp_pause(long milliseconds) {
    struct timespec moment = {milliseconds / 1000, milliseconds % 1000 * 1000000};
    nanosleep(&moment, NULL);
}

kp_moment kp_local_now(void) {
    struct tm now;
    time_t seconds = time(NULL);
    localtime_r(&seconds, &now);
    return (kp_moment){now.tm_year + 1900, now.tm_mon + 1, now.tm_mday,
                       now.tm_hour,        now.tm_min,     now.tm_sec};
}

/* --------------------------------------------------------------------------------- processes */

size_t kp_cores(void) {
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    return cores > 0 ? (size_t)cores : 1;
}

static bool begins(const char *text, const char *start) {
    return strncmp(text, start, strlen(start)) == 0;
}

/* Our own environment, with another place for temporary files. */
static char **environment_with(char *temporary) {
    size_t count = 0;
    size_t used = 0;
    while (environ[count] != NULL)
        count++;
    char **list = calloc(count + 2, sizeof *list);
    if (list == NULL) return NULL;
    list[used++] = temporary;
    for (size_t i = 0; i < count; i++)
        if (!begins(environ[i], "TMPDIR=") && !begins(environ[i], "TEMP=") &&
            !begins(environ[i], "TMP="))
            list[used++] = environ[i];
    return list;
}

/* Not limited where `most` is 0. */
static struct rlimit at_most(long most) {
    rlim_t limit = most > 0 ? (rlim_t)most : RLIM_INFINITY;
    return (struct rlimit){limit, limit};
}

/* A file of /proc/self, in the child. */
static void put_own(const char *path, const char *text, size_t size) {
    int file = open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0) return;
    if (write(file, text, size) < 0)
        errno = 0; /* then this user has no number there, which does no harm */
    close(file);
}

/* "1000 1000 1\n": the same number outside and inside. */
static size_t put_map(char map[48], unsigned long number) {
    char digits[24];
    size_t count = 0;
    size_t used = 0;
    do
        digits[count++] = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    for (int turn = 0; turn < 2; turn++) {
        for (size_t i = count; i > 0; i--)
            map[used++] = digits[i - 1];
        map[used++] = ' ';
    }
    map[used++] = '1';
    map[used++] = '\n';
    return used;
}

/* In the child: into a network of its own, in which there is nothing. Whoever is not root needs a
 * name space of users for that, which not every system allows. */
static void leave_network(void) {
    char users[48];
    char groups[48];
    if (unshare(CLONE_NEWNET) == 0) return;
    size_t user = put_map(users, geteuid());
    size_t group = put_map(groups, getegid());
    if (unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) return;
    put_own("/proc/self/setgroups", "deny", 4);
    put_own("/proc/self/uid_map", users, user);
    put_own("/proc/self/gid_map", groups, group);
}

/* In the child. It ends with its parent; where that is gone already, now. A group of its own lets
 * what it starts be ended with it. */
static _Noreturn void become(const kp_process_order *order, char **environment, pid_t parent) {
    sigset_t none;
    struct rlimit memory = at_most(order->megabytes << 20);
    struct rlimit time = at_most(order->seconds);
    struct rlimit no_core = {0, 0};
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(127);
    if (order->alone) leave_network();
    setrlimit(RLIMIT_AS, &memory);
    setrlimit(RLIMIT_CPU, &time);
    setrlimit(RLIMIT_CORE, &no_core);
    int nothing = open("/dev/null", O_RDWR);
    for (int i = 0; i < 3; i++)
        dup2(nothing, i);
    syscall(SYS_close_range, 3U, ~0U, 0U);
    execve(order->arguments[0], (char *const *)order->arguments, environment);
    _exit(127);
}

bool kp_process_start(kp_process *process, const kp_process_order *order) {
    char temporary[KP_PATH + 8];
    pid_t parent = getpid();
    snprintf(temporary, sizeof temporary, "TMPDIR=%s", order->temporary);
    char **environment = environment_with(temporary);
    pid_t id = environment == NULL ? -1 : fork();
    if (id == 0) become(order, environment, parent);
    if (id > 0) setpgid(id, id); /* whichever of the two comes first */
    *process = (kp_process){id > 0 ? id : 0, 0};
    free(environment);
    return id > 0;
}

kp_process_state kp_process_look(kp_process *process, int *code) {
    int status = 0;
    if (process->id == 0) return KP_PROCESS_FELL;
    pid_t ended = waitpid((pid_t)process->id, &status, WNOHANG);
    if (ended == 0) return KP_PROCESS_RUNS;
    process->id = 0;
    if (ended < 0) return KP_PROCESS_LOST;
    if (!WIFEXITED(status)) return KP_PROCESS_FELL;
    *code = WEXITSTATUS(status);
    return KP_PROCESS_EXITED;
}

void kp_process_kill(kp_process *process) {
    if (process->id == 0) return;
    kill((pid_t)-process->id, SIGKILL);
    kill((pid_t)process->id, SIGKILL);
    waitpid((pid_t)process->id, NULL, 0);
    process->id = 0;
}
