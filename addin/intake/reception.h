/* SPDX-License-Identifier: MPL-2.0
 *
 * reception.h: 受付点検 of a folder: a crew of worker offices checks every file in it that has no
 * result yet, then the list of all is made. The results lie where bin/kenpo-intake puts them
 * (FOLDER/受付点検/results), so either goes on where the other was stopped.
 */
#ifndef KENPO_INTAKE_RECEPTION_H
#define KENPO_INTAKE_RECEPTION_H

#include "system/report.h"
#include "system/system.h"
#include "uno/uno.h"

typedef struct kp_reception_progress {
    size_t done, total; /**< files of the folder; those done before count */
    const char *name;   /**< of a file that is being worked on, or "" */
    long seconds_left;  /**< about; -1 while nobody can say */
} kp_reception_progress;

/** Called some times a second; false stops the run. */
typedef bool kp_reception_watch(void *data, const kp_reception_progress *progress);

typedef enum kp_reception_end {
    KP_RECEPTION_DONE,    /**< the list is made, or the report says why not */
    KP_RECEPTION_STOPPED, /**< the results so far are kept; the next run goes on */
    KP_RECEPTION_EMPTY,   /**< there is no file in the folder */
    KP_RECEPTION_FAILED   /**< the report says why */
} kp_reception_end;

typedef struct kp_reception {
    uno_Interface *context;
    const char *folder;
    const char *program; /**< the workers' office; NULL: the one in which this runs */
    size_t workers;      /**< 0: as crew.h says */
    long seconds;        /**< most for one file; 0: as crew.h says */
    kp_reception_watch *watch;
    void *data;
    kp_report *report;
    size_t done;        /**< set: how many files have their result at the end */
    char list[KP_PATH]; /**< set: the path of the list (.ods) where it is done */
} kp_reception;

kp_reception_end kp_receive(kp_reception *reception);

#endif
