/* SPDX-License-Identifier: MPL-2.0
 *
 * parameter.h: numbers that a year fixes (年度ごとの係数): unit prices, rates, thresholds. Only
 * what one of the two source documents prints, or a public page that the row names, stands in the
 * table. A year outside every row is not published (KP_NOT_PUBLISHED): never the nearest year.
 */
#ifndef KENPO_PARAMETER_H
#define KENPO_PARAMETER_H

#include "kenpo/num.h"
#include "kenpo/source.h"
#include "kenpo/status.h"
#include "kenpo/trace.h"

/** What a year fixes. The text id that KENPO_PARAM takes stands beside each. */
typedef enum kp_parameter_id {
    KP_RESERVE_BENEFIT_MONTHS, /**< reserve.benefit_months */
    KP_RESERVE_LEVY_MONTHS,    /**< reserve.levy_months */
    KP_OFFICE_GENERAL_SINGLE,  /**< office.general.single */
    KP_OFFICE_GENERAL_MULTI,   /**< office.general.multi */
    KP_OFFICE_CARE_SINGLE,     /**< office.care.single */
    KP_OFFICE_CARE_MULTI,      /**< office.care.multi */
    KP_GRANT_THRESHOLD,        /**< grant.threshold */
    KP_GRANT_RATE_BELOW,       /**< grant.rate_below */
    KP_GRANT_RATE_ABOVE,       /**< grant.rate_above */
    KP_PARAMETERS
} kp_parameter_id;

/** How binding a number is. */
typedef enum kp_publication {
    KP_PUBLISHED, /**< 公表: printed in a source document or on a public page */
    KP_DERIVED,   /**< 公表値から算出: follows from printed numbers by one subtraction */
    KP_PROPOSED   /**< 提示額: proposed, not yet in force */
} kp_publication;

/** One value for the fiscal years from … to (both included). */
typedef struct kp_parameter {
    kp_parameter_id id;
    int from;
    int to;
    const char *value; /**< decimal text */
    kp_publication publication;
    kp_citation citation;
} kp_parameter;

/** The text id, such as "grant.threshold". */
const char *kp_parameter_name(kp_parameter_id id);

/** What the parameter is, and its unit. */
kp_text kp_parameter_label(kp_parameter_id id);
kp_text kp_parameter_unit(kp_parameter_id id);

/** The parameter with that text id, capital letters or not; KP_INVALID for an unknown one. */
kp_status kp_parameter_from_name(const char *name, kp_trace *trace, kp_parameter_id *id);

/** The row for that year, or NULL where no value is published. */
const kp_parameter *kp_parameter_row(kp_parameter_id id, int year);

/** The value for that year, with a step in the trace that names its source.
 *  KP_NOT_PUBLISHED where the table has none. */
kp_status kp_parameter_value(kp_parameter_id id, int year, kp_trace *trace, kp_num *value);

/** The society's own value where it is given (not NULL), else the published one of the year. */
kp_status kp_parameter_or(const kp_num *own, kp_parameter_id id, int year, kp_trace *trace,
                          kp_num *value);

/** Appends citation and standing of a row, as KENPO_SOURCE shows them. */
void kp_write_parameter_source(kp_writer *writer, const kp_parameter *row);

#endif
