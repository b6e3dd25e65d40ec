/* SPDX-License-Identifier: MPL-2.0
 *
 * crew.h: who checks the files of a run: a crew of worker offices of this machine, batch by batch,
 * or several machines, to which the command line sends lists of files. A file on which a worker
 * hangs or dies costs one row, and a fresh worker goes on with the next. Nothing here waits: the
 * caller looks in again and again. No UNO calls.
 */
#ifndef KENPO_INTAKE_CREW_H
#define KENPO_INTAKE_CREW_H

#include "intake/pile.h"
#include "intake/apart/worker.h"

/** Called for each file when its result is stored. */
typedef void kp_crew_told(void *data, const char *name, size_t wrong);

typedef struct kp_crew_order {
    const kp_received *files; /**< none of them has a result yet; they outlive the crew */
    size_t count;
    kp_worker_kit kit;    /**< but its folder, which the crew makes and removes */
    bool limited;         /**< the kit's limit of memory is the user's own */
    kp_language language; /**< of the rows that the crew itself writes */
    kp_bond bond;         /**< of the results that it keeps */
    bool any;             /**< a workbook that is no form is only a doubt */
    bool printed;         /**< copies are made as PDF, too */
    size_t workers;       /**< 0: one less than there are cores, at least 1, at most 8 */
    long seconds;         /**< most for one file; 0: 120 */
    long patience;        /**< most until a worker comes to its job; 0: 60 */
    const char *stage;    /**< NULL, or a folder in which other machines find files, see below */
    kp_crew_told *told;   /**< NULL: nobody wants to know */
    void *data;
} kp_crew_order;

/** Where other machines work, nothing is started here. The files lie in the stage under numbers, as
 *  a list of whatever kind of machines can be sent them; the file "list" appears beside them when
 *  all are there. Results come back to its folder "kenpo-results", under "NUMBER.result", until
 *  somebody writes "finished": empty, or not where a machine cannot work, which is told where files
 *  are left then. */
typedef enum kp_crew_state {
    KP_CREW_BUSY,
    KP_CREW_DONE,      /**< every file has its result, but for those lost on other machines */
    KP_CREW_IDLE,      /**< no worker can be started, or none comes to its job */
    KP_CREW_UNWRITABLE /**< a result cannot be written */
} kp_crew_state;

typedef struct kp_crew kp_crew;

/** A new crew; NULL where memory is short or no private folder can be made. */
kp_crew *kp_crew_begin(const kp_crew_order *order);

/** Looks after the workers: sees what is done, ends who is too slow, gives new work. To be called
 *  some times a second while it says KP_CREW_BUSY. */
kp_crew_state kp_crew_step(kp_crew *crew);

typedef struct kp_crew_progress {
    size_t done;
    const char *at;    /**< the name of a file that is being worked on, or NULL */
    long seconds_left; /**< about; -1 while nobody can say */
    kp_fault fault;    /**< why a result cannot be written */
} kp_crew_progress;
kp_crew_progress kp_crew_look(const kp_crew *crew);

/** Ends every worker, removes what the crew made, and keeps the results. NULL is nothing. */
void kp_crew_end(kp_crew *crew);

#endif
