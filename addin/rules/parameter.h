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

/** Another name of a parameter, which KENPO_PARAM takes as well. */
typedef struct kp_parameter_alias {
    const char *name;
    kp_parameter_id id;
} kp_parameter_alias;

/** All of them; the last one has no name. */
extern const kp_parameter_alias KP_PARAMETER_ALIASES[];

/** All values, sorted by parameter, then year. */
extern const kp_parameter KP_PARAMETER_VALUES[];
extern const size_t KP_PARAMETER_VALUE_COUNT;

#endif
