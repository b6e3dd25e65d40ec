/* SPDX-License-Identifier: MPL-2.0
 *
 * parameter.h: the table behind kenpo/parameter.h, which the build writes from
 * parameters.tsv; for parameter.c and the reference alone.
 */
#ifndef KENPO_RULES_PARAMETER_H
#define KENPO_RULES_PARAMETER_H

#include "kenpo/parameter.h"

/** What a parameter is called. */
typedef struct kp_parameter_label_row {
    const char *name;
    kp_text label;
    kp_unit unit;
} kp_parameter_label_row;

extern const kp_parameter_label_row KP_PARAMETER_LABELS[KP_PARAMETERS];

/** All values, sorted by parameter, then year. */
extern const kp_parameter KP_PARAMETER_VALUES[];
extern const size_t KP_PARAMETER_VALUE_COUNT;

#endif
