/* SPDX-License-Identifier: MPL-2.0
 *
 * work.c: private folders for files on their way.
 */
#include "system/work.h"

#include <string.h>

#include "system/path.h"

static const char WORK[] = "kenpo-calc-";

kp_fault kp_work_begin(const char *base, char folder[KP_PATH]) {
    return kp_folder_temporary(base, WORK, folder);
}

void kp_work_end(const char *folder) {
    kp_folder_drop(folder);
}

static kp_lock lock_of(const char *folder, bool create) {
    char path[KP_PATH];
    return kp_path_in(folder, "lock", path) ? kp_lock_take(path, create) : KP_NO_LOCK;
}

kp_lock kp_work_hold(const char *folder) {
    return lock_of(folder, true);
}

/* The lock of a folder whose owner is gone can be had. */
static kp_fault sweep_one(void *base, const char *name) {
    char path[KP_PATH];
    if (strncmp(name, WORK, strlen(WORK)) != 0 || !kp_path_in(base, name, path))
        return KP_FAULT_NONE;
    kp_entry entry = kp_entry_look(path);
    kp_lock lock = entry.kind == KP_ENTRY_FOLDER && entry.own ? lock_of(path, false) : KP_NO_LOCK;
    if (lock == KP_NO_LOCK) return KP_FAULT_NONE;
    kp_lock_drop(lock);
    kp_work_end(path);
    return KP_FAULT_NONE;
}

void kp_work_sweep(const char *folder) {
    char base[KP_PATH];
    kp_path_folder(folder, base);
    kp_folder_list(base, sweep_one, base);
}
