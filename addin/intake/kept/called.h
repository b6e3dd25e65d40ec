/* SPDX-License-Identifier: MPL-2.0
 *
 * called.h: which submissions are to have a 控え, and what it is called: its receipt number and what is
 * harmless of the file's name («00012_予算書»). No UNO.
 */
#ifndef KENPO_INTAKE_KEPT_CALLED_H
#define KENPO_INTAKE_KEPT_CALLED_H

#include <stdbool.h>
#include <stddef.h>

#include "system/buffer.h"

/** The name of the folder of copies, and of the last sheet of each. */
#define KP_KEPT "控え"

/** What the bureau wants. */
typedef struct kp_kept_wish {
    const char *folder;   /**< where copies go; NULL: none are wanted */
    const char *receipts; /**< of these submissions only, "3,12-15"; NULL or "": of all */
    bool printed;         /**< as PDF, too */
} kp_kept_wish;

/** Whether the text is such a list of numbers. */
bool kp_kept_is_list(const char *receipts);

bool kp_kept_is_wanted(const kp_kept_wish *wish, size_t receipt);

/** The name of a copy, without folder and ending, from the name that the file came under. */
void kp_kept_name(size_t receipt, const char *name, kp_buffer *out);

#endif
