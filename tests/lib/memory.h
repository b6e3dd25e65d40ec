/* SPDX-License-Identifier: MPL-2.0
 *
 * memory.h: memory that runs short when a test wants it to. The programs of the host tests are linked
 * with --wrap for malloc, calloc and realloc, so that every allocation of ours comes by here.
 */
#ifndef KENPO_TESTS_MEMORY_H
#define KENPO_TESTS_MEMORY_H

#include <stddef.h>

/** Calls `act` once with memory enough, then again and again, each time with one allocation that
 *  fails: the first, the second, … to the last one that the first call made. `act` is told whether
 *  one fails. Gives how many allocations there were. */
size_t memory_fail_each(void (*act)(int short_of_memory, void *data), void *data);

#endif
