/* SPDX-License-Identifier: MPL-2.0
 *
 * pile.h: what lies in a folder of submissions, and where the result of each goes. Every entry is in
 * it, those that nobody can be given (a folder that cannot be read, a link, a name with a line end)
 * with the reason; but not hidden ones, nor where this run puts its own. No UNO.
 */
#ifndef KENPO_INTAKE_PILE_H
#define KENPO_INTAKE_PILE_H

#include "kenpo/status.h"
#include "intake/kept/called.h"
#include "intake/result.h"
#include "system/system.h"

/** Why an entry is given to nobody. */
typedef enum kp_refusal {
    KP_NOT_REFUSED,
    KP_REFUSED_NAME,   /**< its name holds a line end or a tab */
    KP_REFUSED_KIND,   /**< a link, a pipe, … */
    KP_REFUSED_FOLDER, /**< a folder that cannot be read, or lies too deep */
    KP_REFUSALS
} kp_refusal;

/** A file, how it is told of (its path as seen from the folder), and where its result goes. */
typedef struct kp_received {
    char *path;
    const char *name;
    char *result;
    kp_refusal refusal;
    char sum[KP_SHA256_TEXT]; /**< of its bytes, known when read; "" where it cannot be read */
    char *copy;               /**< the path of its 控え without ending, where one is to be made */
    size_t receipt;           /**< its number, from 1; known when numbered */
    size_t before;            /**< of the last other content that came under its name, or 0 */
} kp_received;

typedef struct kp_pile {
    kp_received *files; /**< in the order of their paths; when sorted, first those that are open */
    size_t count, open;
} kp_pile;

/** Finds everything below `folder` but `output`, where intake puts its own; results go into
 *  `results`, under a sum of the file's name: no name is too long or too odd for that. Fails only where the folder itself cannot be read, or memory is short. */
kp_fault kp_pile_find(kp_pile *pile, const char *folder, const char *output, const char *results);

/** Takes these files of the folder, their names, which are plain ones, ended by NULL; results go
 *  under those names. */
kp_fault kp_pile_take(kp_pile *pile, const char *folder, const char *const *names,
                      const char *results);

/** Reads the sums of all. */
void kp_pile_sum(kp_pile *pile);

/** Sorts those to the front that have no result that stands (result.h), or of which a copy is wanted
 *  that was never made or is gone; drops results that are not to stand, and writes those of what is
 *  refused. Sums must be known; where copies are wanted, numbers too. */
kp_fault kp_pile_sort(kp_pile *pile, const kp_bond *bond, const kp_kept_wish *wish,
                      kp_language language);

/** Puts all in the order of their paths again. */
void kp_pile_order(kp_pile *pile);

/** Gives each file its receipt number: the next one to each content that comes under a name, for ever.
 *  They are kept in `results`. */
kp_fault kp_pile_number(kp_pile *pile, const char *results);

void kp_pile_end(kp_pile *pile);

#endif
