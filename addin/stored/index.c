/* SPDX-License-Identifier: MPL-2.0
 *
 * index.c: numbers by names: open addressing, at most half full.
 */
#include "stored/index.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static size_t hash_of(const char *name) {
    uint64_t hash = 14695981039346656037u;
    for (const char *s = name; *s != '\0'; s++)
        hash = (hash ^ (unsigned char)*s) * 1099511628211u;
    return (size_t)(hash ^ hash >> 32);
}

/* Where the name is, or would be; size is a power of two. */
static kp_index_slot *slot_of(const kp_index *index, const char *name) {
    size_t at = hash_of(name) & (index->size - 1);
    while (index->slots[at].name != NULL && strcmp(index->slots[at].name, name) != 0)
        at = (at + 1) & (index->size - 1);
    return &index->slots[at];
}

size_t kp_index_get(const kp_index *index, const char *name) {
    if (index->count == 0) return 0;
    const kp_index_slot *slot = slot_of(index, name);
    return slot->name == NULL ? 0 : slot->number;
}

static bool widen(kp_index *index) {
    kp_index wider = {NULL, index->size == 0 ? 64 : index->size * 2, index->count};
    wider.slots = calloc(wider.size, sizeof *wider.slots);
    if (wider.slots == NULL) return false;
    for (size_t i = 0; i < index->size; i++)
        if (index->slots[i].name != NULL) *slot_of(&wider, index->slots[i].name) = index->slots[i];
    free(index->slots);
    *index = wider;
    return true;
}

bool kp_index_put(kp_index *index, const char *name, size_t number) {
    if (index->count * 2 >= index->size && !widen(index)) return false;
    kp_index_slot *slot = slot_of(index, name);
    index->count += slot->name == NULL;
    if (slot->name == NULL) slot->name = name;
    slot->number = number;
    return true;
}

void kp_index_end(kp_index *index) {
    free(index->slots);
    *index = (kp_index){0};
}
