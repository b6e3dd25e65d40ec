/* SPDX-License-Identifier: MPL-2.0
 *
 * memory.c: see memory.h.
 */
#include "memory.h"

#include <stdbool.h>

/* The names that the linker gives: __wrap_ is called in place of, __real_ is, the function. */
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *block, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *block, size_t size);

static size_t asked;
static size_t failing; /* 0: none */

static bool fails(void) {
    return ++asked == failing;
}

void *__wrap_malloc(size_t size) {
    return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size) {
    return fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *block, size_t size) {
    return fails() ? NULL : __real_realloc(block, size);
}

size_t memory_fail_each(void (*act)(int short_of_memory, void *data), void *data) {
    asked = 0;
    failing = 0;
    act(0, data);
    size_t count = asked;
    for (size_t i = 1; i <= count; i++) {
        asked = 0;
        failing = i;
        act(1, data);
    }
    failing = 0;
    return count;
}
