/* SPDX-License-Identifier: MPL-2.0
 *
 * parameter.h: numbers that a year or a law fixes (年度ごとの係数): unit prices, rates, thresholds.
 * They stand in addin/rules/parameters.tsv, each once with its source, and nowhere in the code. A
 * year outside every row is not published (KP_NOT_PUBLISHED): never the nearest year.
 *
 * kp_parameter_id names them: "grant.threshold", as KENPO_PARAM and the table call it, is
 * KP_GRANT_THRESHOLD. KP_NO_PARAMETER is 0; KP_PARAMETERS comes after the last.
 */
#ifndef KENPO_PARAMETER_H
#define KENPO_PARAMETER_H

#include "kenpo/num.h"
#include "kenpo/parameter_id.h"
#include "kenpo/run.h"
#include "kenpo/source.h"
#include "kenpo/status.h"
#include "kenpo/trace.h"

/** How binding a number is. */
typedef enum kp_standing {
    KP_ORDERED,   /**< 通知: ordered by a notification of the ministry */
    KP_PUBLISHED, /**< 公表: printed in a source document or on a public page */
    KP_DERIVED,   /**< 公表値から算出: follows from printed numbers by one subtraction */
    KP_PROPOSED,  /**< 提示額: proposed, not yet in force */
    KP_STATUTE,   /**< 法令: set by act, order or public notice; holds until it is amended */
    KP_FOR_NOW,   /**< 当分の間: set "for the time being"; holds until it is amended */
    KP_GUIDE      /**< 目安: a guide of Kenpo Calc for its checks, no law */
} kp_standing;

/** One value for the fiscal years from … to (both included). */
typedef struct kp_parameter {
    kp_parameter_id id;
    int from;
    int to;
    const char *value; /**< decimal text */
    kp_standing standing;
    kp_citation citation;
} kp_parameter;

/** The text id, such as "grant.threshold". */
const char *kp_parameter_name(kp_parameter_id id);

/** What the parameter is, and its unit. */
kp_text kp_parameter_label(kp_parameter_id id);
kp_unit kp_parameter_unit(kp_parameter_id id);

/** The parameter with that text id or alias, capital letters or not; KP_INVALID for an unknown one. */
kp_parameter_id kp_parameter_named(kp_run *run, const char *name);

/** No year: what holds until it is amended is meant, the law of the present. */
enum { KP_NO_YEAR = 0 };

/** The row for that year, or NULL where no value is published. With KP_NO_YEAR: the row that holds
 *  until it is amended, or NULL where a value ends with a year. */
const kp_parameter *kp_parameter_row(kp_parameter_id id, int year);

/** Whether a value is published for that year or for one before it. */
bool kp_parameter_begun(kp_parameter_id id, int year);

/** The value for that year, said with its source; KP_NOT_PUBLISHED where the table has none. */
kp_num kp_published(kp_run *run, kp_parameter_id id, int year);

/** Says the step of a value that the user gave in the parameter's stead, and passes it on. */
kp_num kp_own(kp_run *run, kp_parameter_id id, kp_num value);

/** Appends citation and standing of a row, as KENPO_SOURCE shows them. */
void kp_write_parameter_source(kp_writer *writer, const kp_parameter *row);

#endif
