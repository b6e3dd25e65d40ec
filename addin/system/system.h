/* SPDX-License-Identifier: MPL-2.0
 *
 * system.h: all that this add-in asks of the operating system: files, folders, locks, time,
 * processes. posix.c stands behind it; nothing else in the add-in includes a header that only one
 * system has, or reads the environment. Paths are UTF-8 with "/" between their parts. No UNO, no
 * words for users.
 */
#ifndef KENPO_SYSTEM_SYSTEM_H
#define KENPO_SYSTEM_SYSTEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/** The room for any path, with its zero. */
enum { KP_PATH = 4096 };

/** Why something could not be done; place.h has the words. */
typedef enum kp_fault {
    KP_FAULT_NONE = 0,
    KP_FAULT_EXISTS,  /**< there is something of that name already */
    KP_FAULT_FULL,    /**< the disk, or a quota, is full */
    KP_FAULT_DENIED,  /**< no permission, or read-only */
    KP_FAULT_MISSING, /**< no such file or folder */
    KP_FAULT_NAME,    /**< the name is too long */
    KP_FAULT_MEMORY,  /**< memory is short */
    KP_FAULT_DISK     /**< anything else: mostly input or output failed */
} kp_fault;

/* ------------------------------------------------------------------------------------- files */

/** Opens a file to read its bytes; processes that are started later do not get it. NULL if none. */
FILE *kp_file_open(const char *path);

/** The same to add text at its end; it is made where there is none. */
FILE *kp_file_append(const char *path);

kp_fault kp_file_drop(const char *path);

/** Gives the bytes of a file a second name, which takes no room; not every file system can. */
kp_fault kp_file_link(const char *from, const char *to);

/** Gives a file or folder another name, in one step, and never replaces what has it already. */
kp_fault kp_file_rename(const char *from, const char *to);

/** Whether the file is a program that may be started. */
bool kp_file_runs(const char *path);

/** A file on its way into a folder. It has no name, or a hidden one, until every byte of it is on
 *  the disk; whatever ends this process before that, nothing stays under the name it is to get. */
typedef struct kp_arrival {
    intptr_t file;
    char folder[KP_PATH];
    char part[KP_PATH]; /**< its name on the way, or "" while it has none */
    kp_fault fault;     /**< the first thing that failed: then finishing only clears away */
} kp_arrival;

void kp_arrival_begin(kp_arrival *arrival, const char *target);
void kp_arrival_write(kp_arrival *arrival, const void *bytes, size_t size);

/** Syncs the file and names it; where there is one of that name, it fails or, with `replace`, takes
 *  its place, in one step. */
kp_fault kp_arrival_finish(kp_arrival *arrival, const char *target, bool replace);

/* ----------------------------------------------------------------------------------- folders */

typedef enum kp_entry_kind {
    KP_ENTRY_NONE, /**< nothing there, or nothing that may be seen */
    KP_ENTRY_FILE,
    KP_ENTRY_FOLDER,
    KP_ENTRY_LINK, /**< it is never followed */
    KP_ENTRY_OTHER /**< a pipe, a device, … */
} kp_entry_kind;

typedef struct kp_entry {
    kp_entry_kind kind;
    uint64_t size;      /**< bytes of a file */
    long long modified; /**< nanoseconds since 1970 */
    bool own;           /**< it belongs to who runs this */
} kp_entry;

kp_entry kp_entry_look(const char *path);

kp_fault kp_folder_make(const char *path);

/** Whether new files can be put there. */
kp_fault kp_folder_open_to_us(const char *path);

/** Calls `visit` with the name of each entry but "." and "..", in no order, until it gives
 *  something else than KP_FAULT_NONE, and gives that; or why the folder cannot be read. */
typedef kp_fault kp_folder_visitor(void *data, const char *name);
kp_fault kp_folder_list(const char *path, kp_folder_visitor *visit, void *data);

/** Removes the folder and everything in it; links are removed, never followed. */
void kp_folder_drop(const char *path);

/** Makes `path` another name for a folder. */
kp_fault kp_folder_alias(const char *folder, const char *path);

/** A new folder that only its owner may enter, in the first of these that allows it: `base` (may be
 *  NULL), the user's place for temporary files, the system's. Its name begins with `prefix`. */
kp_fault kp_folder_temporary(const char *base, const char *prefix, char folder[KP_PATH]);

/* ------------------------------------------------------------------------------------ secrets */

/** Bytes that only this user knows, the same each time; made when they are wanted first. Where there
 *  is no place to keep them, they are others each time. */
void kp_user_secret(unsigned char *bytes, size_t size);

/* ------------------------------------------------------------------------------------- locks */

/** A lock on a file ends when it is dropped, or when the process that holds it ends in any way. */
typedef intptr_t kp_lock;
static const kp_lock KP_NO_LOCK = -1;

/** Takes the lock on a file, at once or not at all; with `create` makes the file. */
kp_lock kp_lock_take(const char *path, bool create);
void kp_lock_drop(kp_lock lock);

/* -------------------------------------------------------------------------------------- time */

/** Milliseconds since some moment; they never run back. */
long long kp_clock(void);
void kp_pause(long milliseconds);

/** What the clock on the wall shows. */
typedef struct kp_moment {
    int year, month, day, hour, minute, second;
} kp_moment;
kp_moment kp_local_now(void);

/* --------------------------------------------------------------------------------- processes */

size_t kp_cores(void);

/** A process of ours: it reads and writes nothing of ours, and ends when this process ends. */
typedef struct kp_process {
    long id; /**< 0: not running */
    intptr_t handle;
} kp_process;

typedef struct kp_process_order {
    const char *const *arguments; /**< the path of the program, then the others; ended by NULL */
    const char *temporary;        /**< where it puts temporary files; all else it inherits */
    long megabytes;               /**< most address space; 0: no limit */
    long seconds;                 /**< most processor time; 0: no limit */
    bool alone;                   /**< it reaches no network, where the system can see to that */
} kp_process_order;

/** Starts it; false where that fails. A program that cannot be run ends with code 127. */
bool kp_process_start(kp_process *process, const kp_process_order *order);

typedef enum kp_process_state {
    KP_PROCESS_RUNS,
    KP_PROCESS_EXITED, /**< by itself, with *code */
    KP_PROCESS_FELL,   /**< by a signal, a crash, a limit, or it was never started */
    KP_PROCESS_LOST    /**< it ended, and nobody can say how */
} kp_process_state;

/** How it stands; does not wait. Once it ended it is not running any more. */
kp_process_state kp_process_look(kp_process *process, int *code);

/** Ends it and what it started, at once, and waits until it is gone. */
void kp_process_kill(kp_process *process);

#endif
