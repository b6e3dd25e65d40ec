/* SPDX-License-Identifier: MPL-2.0
 *
 * index.h: numbers by names. A stranger's file may have as many names as it likes. No UNO, no I/O.
 */
#ifndef KENPO_STORED_INDEX_H
#define KENPO_STORED_INDEX_H

#include <stdbool.h>
#include <stddef.h>

typedef struct kp_index_slot {
    const char *name; /**< NULL: free */
    size_t number;
} kp_index_slot;

typedef struct kp_index {
    kp_index_slot *slots;
    size_t size, count;
} kp_index;

/** The number of that name; 0 for none. */
size_t kp_index_get(const kp_index *index, const char *name);

/** Gives a name, which must stay as long as the index, a number above 0, or another one than it had.
 *  False where memory is short. */
bool kp_index_put(kp_index *index, const char *name, size_t number);
void kp_index_end(kp_index *index);

#endif
