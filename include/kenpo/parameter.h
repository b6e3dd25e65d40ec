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
    KP_RESERVE_BENEFIT_MONTHS,   /**< reserve.benefit_months */
    KP_RESERVE_LEVY_MONTHS,      /**< reserve.levy_months */
    KP_OFFICE_GENERAL_SINGLE,    /**< office.general.single */
    KP_OFFICE_GENERAL_MULTI,     /**< office.general.multi */
    KP_OFFICE_CARE_SINGLE,       /**< office.care.single */
    KP_OFFICE_CARE_MULTI,        /**< office.care.multi */
    KP_GRANT_THRESHOLD,          /**< grant.threshold */
    KP_GRANT_RATE_BELOW,         /**< grant.rate_below */
    KP_GRANT_RATE_ABOVE,         /**< grant.rate_above */
    KP_ADJUSTMENT_BASE,          /**< adj.base */
    KP_ADJUSTMENT_GRANT,         /**< adj.kougaku */
    KP_ADJUSTMENT_SUPPORT,       /**< adj.zaisei */
    KP_FEE_GENERAL,              /**< fee.general */
    KP_FEE_OBVIOUS,              /**< fee.obvious */
    KP_FEE_DISPENSING,           /**< fee.dispensing */
    KP_FEE_AVERAGE,              /**< fee.average */
    KP_SYSTEM_FEE,               /**< system.fee */
    KP_SYSTEM_SERVER,            /**< system.server */
    KP_SYSTEM_ONLINE,            /**< system.online */
    KP_SYSTEM_PRESCRIPTION,      /**< system.prescription */
    KP_SYSTEM_RECORDS,           /**< system.records */
    KP_FILING_SOCIETY,           /**< efiling.society */
    KP_FILING_INSURED,           /**< efiling.insured */
    KP_CHILDCARE_RATE,           /**< kodomo.rate */
    KP_CARE_REFERENCE,           /**< care.ref_rate */
    KP_SUPPORT_RATE_LEAST,       /**< support.rate_least */
    KP_SUPPORT_NEEDED_ABOVE,     /**< support.needed_above */
    KP_SUPPORT_ASSETS_BELOW,     /**< support.assets_below */
    KP_PREFECTURE_FLAT,          /**< pref.flat */
    KP_PREFECTURE_STAFF,         /**< pref.flat.staff */
    KP_PREFECTURE_OFFICE,        /**< pref.flat.office */
    KP_PREFECTURE_SOCIETY,       /**< pref.per_society */
    KP_PREFECTURE_PROMOTION,     /**< pref.promo_base */
    KP_PREFECTURE_SPECIAL_LIMIT, /**< pref.special_limit */
    KP_PREFECTURE_SPECIAL_UNIT,  /**< pref.special_unit */
    KP_REGION_CAP,               /**< region.cap */
    KP_REGION_BUDGET,            /**< region.budget */
    KP_REGION_FUND,              /**< region.fund */
    KP_DISASTER_INCOME,          /**< disaster.high_income_std */
    KP_NOTICE_REDUCTION,         /**< notice.reduction_min */
    KP_CHECKUP_PERIOD,           /**< tokutei.period */
    KP_PLAN_EXEMPT_FROM,         /**< plan.exempt_from */
    KP_PLAN_YEARS,               /**< plan.years */
    KP_EARLY_SHARE,              /**< early.share */
    KP_EARLY_FLOOR,              /**< early.floor */
    KP_EARLY_CORRECTION,         /**< early.correction */
    KP_EARLY_EXCLUSION,          /**< early.exclusion */
    KP_EARLY_COST,               /**< early.cost */
    KP_EARLY_BURDEN,             /**< early.burden */
    KP_EARLY_SPECIAL,            /**< early.special */
    KP_EARLY_ESTIMATE,           /**< early.estimate */
    KP_EARLY_STRENGTH,           /**< early.strength */
    KP_EARLY_SHARED,             /**< early.shared */
    KP_EARLY_OFFICE,             /**< early.office */
    KP_LATE_PER_MEMBER,          /**< late.per_member */
    KP_LATE_BURDEN,              /**< late.burden */
    KP_LATE_OFFICE,              /**< late.office */
    KP_NATION_GRANT_SOCIETIES,   /**< nation.grant.societies */
    KP_NATION_GRANT_CASES,       /**< nation.grant.cases */
    KP_NATION_GRANT,             /**< nation.grant */
    KP_NATION_GRANT_RATE,        /**< nation.grant.rate */
    KP_NATION_SUPPORT_SOCIETIES, /**< nation.support.societies */
    KP_NATION_SUPPORT,           /**< nation.support */
    KP_NATION_SUPPORT_RATE,      /**< nation.support.rate */
    KP_NATION_OFFICE,            /**< nation.office */
    KP_NATION_ELDERLY,           /**< nation.elderly */
    KP_NATION_SPECIAL,           /**< nation.special */
    KP_NATION_GRANT_STATE,       /**< nation.grant.state */
    KP_NATION_GRANT_PROJECT,     /**< nation.grant.project */
    KP_NATION_PART_TIME,         /**< nation.part_time */
    KP_NATION_DIGITAL,           /**< nation.digital */
    KP_NATION_BIRTH,             /**< nation.birth */
    KP_NATION_BIRTH_SOCIETIES,   /**< nation.birth.societies */
    KP_NATION_CHILDCARE_SYSTEM,  /**< nation.childcare_system */
    KP_NATION_CHECKUP,           /**< nation.checkup */
    KP_NATION_OPERATION,         /**< nation.operation */
    KP_NATION_REGION_PAID,       /**< nation.region.paid */
    KP_NATION_REGION_SETTLED,    /**< nation.region.settled */
    KP_NATION_SOCIETIES,         /**< nation.societies */
    KP_NATION_INSURED,           /**< nation.insured */
    KP_NATION_PAY,               /**< nation.pay */
    KP_NATION_BONUS,             /**< nation.bonus */
    KP_NATION_RATE,              /**< nation.rate */
    KP_NATION_SPECIFIC,          /**< nation.specific */
    KP_NATION_INCOME,            /**< nation.income */
    KP_NATION_SPENDING,          /**< nation.spending */
    KP_NATION_PREMIUMS,          /**< nation.premiums */
    KP_NATION_BENEFITS,          /**< nation.benefits */
    KP_NATION_LEVIES,            /**< nation.levies */
    KP_NATION_LATE,              /**< nation.late */
    KP_NATION_EARLY,             /**< nation.early */
    KP_NATION_NEEDED_BENEFITS,   /**< nation.needed.benefits */
    KP_NATION_NEEDED_LEVIES,     /**< nation.needed.levies */
    KP_NATION_NEEDED,            /**< nation.needed */
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
kp_unit kp_parameter_unit(kp_parameter_id id);

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
