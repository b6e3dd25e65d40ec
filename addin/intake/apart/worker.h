/* SPDX-License-Identifier: MPL-2.0
 *
 * worker.h: a worker office: a process apart from the user's office, with a fresh profile of its
 * own and this add-in, that does one job (job.h) and ends. What a hostile file does there costs
 * that process and nothing else; it dies with the office that started it. It reaches no network (on
 * Linux it has none, where the system allows to say so), runs no macro, follows no link. No UNO.
 */
#ifndef KENPO_INTAKE_APART_WORKER_H
#define KENPO_INTAKE_APART_WORKER_H

#include "system/system.h"

/** What the workers of one run have in common. */
typedef struct kp_worker_kit {
    const char *program;   /**< the office to start; a process whose id is that of the office */
    const char *extension; /**< the folder in which this add-in lies unpacked */
    const char *language;  /**< of its user interface, "ja" */
    const char *folder;    /**< private; everything below it goes with it */
    long megabytes;        /**< limit of the address space, 0: none */
} kp_worker_kit;

typedef struct kp_worker {
    char folder[KP_PATH]; /**< its own, inside the kit's */
    kp_process process;
} kp_worker;

typedef enum kp_worker_state {
    KP_WORKER_BUSY,
    KP_WORKER_AGAIN, /**< it asked to be started again, as an office does with a new profile */
    KP_WORKER_ENDED  /**< well or badly: what it left behind tells */
} kp_worker_state;

/** Prepares what all workers of a kit share; once for each kit. */
bool kp_worker_kit_lay(const kp_worker_kit *kit);

/** Makes the worker's folder anew, with a fresh profile, under a number. */
bool kp_worker_lay(kp_worker *worker, const kp_worker_kit *kit, size_t number);

/** Starts it on a job file, with at most so many seconds of processor time. */
bool kp_worker_start(kp_worker *worker, const kp_worker_kit *kit, const char *job, long seconds);

/** How it stands with a worker that was started; does not wait. */
kp_worker_state kp_worker_look(kp_worker *worker);

/** Ends its process at once, if it runs. */
void kp_worker_kill(kp_worker *worker);

#endif
