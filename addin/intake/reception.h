/* SPDX-License-Identifier: MPL-2.0
 *
 * reception.h: 受付点検 of a folder: a crew checks every file in it that has no result yet, then
 * the list of all is made. Results are kept (OUTPUT/results), so that a run that was stopped goes
 * on where it was. The menu and the command line both do it by this.
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

/** Called when a file is done: that there are `done` of the `open` ones, of which this one is the
 *  last, and that `wrong` things are wrong with it. */
typedef struct kp_reception_news {
    size_t done, open, wrong;
    const char *name;
    long seconds_left;
} kp_reception_news;
typedef void kp_reception_told(void *data, const kp_reception_news *news);

typedef enum kp_reception_end {
    KP_RECEPTION_DONE,    /**< the list is made, or the report says why not */
    KP_RECEPTION_STOPPED, /**< the results so far are kept; the next run goes on */
    KP_RECEPTION_EMPTY,   /**< there is no file in the folder */
    KP_RECEPTION_FAILED   /**< the report says why */
} kp_reception_end;

typedef struct kp_reception {
    uno_Interface *context;
    const char *folder;
    const char *output;      /**< where results and list go; NULL: FOLDER/受付点検 */
    const char *const *only; /**< NULL: all; else names of files in the folder, ended by NULL: their
                                  results go into OUTPUT itself, and no list is made */
    const char *program;     /**< the workers' office; NULL: the one in which this runs */
    size_t workers;          /**< 0: as crew.h says, as for the next three */
    long seconds;            /**< most for one file */
    long patience;           /**< most until a worker comes to its job */
    const char *stage;       /**< where other machines work */
    bool any;             /**< workbooks that are no forms are expected, too: 注意, not 異常 */
    bool copies;          /**< makes the 控え of each submission, in OUTPUT/控え */
    bool printed;         /**< as PDF, too */
    const char *receipts; /**< of these only, "3,12-15"; NULL: of all */
    long megabytes;       /**< most address space of a worker; 0: 4096, enough for any */
    kp_reception_watch *watch;
    kp_reception_told *told; /**< NULL: nobody wants to know */
    void *data;
    kp_report *report;
    size_t done;        /**< set: how many files have their result at the end */
    char list[KP_PATH]; /**< set: the path of the list (.ods) where it is done */
} kp_reception;

kp_reception_end kp_receive(kp_reception *reception);

#endif
