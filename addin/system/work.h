/* SPDX-License-Identifier: MPL-2.0
 *
 * work.h: private folders for files on their way. Each is removed by who made it; those of a
 * process that was killed are swept away by the next one. No UNO.
 */
#ifndef KENPO_SYSTEM_WORK_H
#define KENPO_SYSTEM_WORK_H

#include "system/system.h"

/** A new one inside `base` (NULL: the system's place for such things), to be removed with
 *  everything in it by kp_work_end. */
kp_fault kp_work_begin(const char *base, char folder[KP_PATH]);
void kp_work_end(const char *folder);

/** Holds such a folder as long as this process lives, or until the lock is dropped, before the
 *  folder is removed. Sweeping removes the folders beside it that were held by a process that was
 *  killed; those that nobody ever held stay. */
kp_lock kp_work_hold(const char *folder);
void kp_work_sweep(const char *folder);

#endif
