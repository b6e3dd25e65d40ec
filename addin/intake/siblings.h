/* SPDX-License-Identifier: MPL-2.0
 *
 * siblings.h: what the submissions of one run say of each other: the same society twice, one symbol with
 * two names, two formats of one copy that differ, a file in place of one received before. Each such
 * thing is told in the list only, since the next run may hold other files. No UNO.
 */
#ifndef KENPO_INTAKE_SIBLINGS_H
#define KENPO_INTAKE_SIBLINGS_H

#include "intake/pile.h"

typedef struct kp_siblings kp_siblings;

/** Compares all results of the pile; NULL where memory is short. */
kp_siblings *kp_siblings_begin(const kp_pile *pile, kp_language language);

/** Adds to a result what the others say of it: that of file `index` of the pile. False where memory
 *  is short. What is added points into the siblings. */
bool kp_siblings_add(kp_siblings *siblings, size_t index, kp_verdict *result);

void kp_siblings_end(kp_siblings *siblings);

#endif
