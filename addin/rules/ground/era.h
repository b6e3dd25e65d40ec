/* SPDX-License-Identifier: MPL-2.0
 *
 * era.h: the eras (年号), and how years and days are spelled by them. Used by year.c and date.c only.
 */
#ifndef KENPO_RULES_GROUND_ERA_H
#define KENPO_RULES_GROUND_ERA_H

#include <stdbool.h>
#include <stddef.h>

#include "kenpo/date.h"

/** An era: its names, its first day, and its last year as officers wrote it. */
typedef struct kp_era {
    const char *name;
    const char *character;
    char letter;
    kp_date first;
    int years;
} kp_era;

/** The eras, the latest first. */
enum { KP_ERA_COUNT = 4 };
extern const kp_era KP_ERAS[KP_ERA_COUNT];

/** The text without blanks and with narrow digits and capital letters; false if it is too long. */
bool kp_plain_text(const char *text, char *plain, size_t size);

/** Whether the text goes on with that word, which is then passed over. */
bool kp_skip_word(const char **at, const char *word);

/** The era that the text begins with, which is passed over; NULL where it begins with none. */
const kp_era *kp_read_era(const char **at);

/** A number of at most `digits` digits, 元 for the first year; -1 where there is none. */
int kp_read_count(const char **at, int digits);

#endif
