/* SPDX-License-Identifier: MPL-2.0
 *
 * average.h: averages of a year's twelve months (年間平均), from March of the year before to
 * February, as the settlement summary asks for them.
 */
#ifndef KENPO_AVERAGE_H
#define KENPO_AVERAGE_H

#include "kenpo/range.h"

/** 平均被保険者数 · Σ of the counts at the end of twelve months ÷ 12, rounded half up to whole
 *  persons (L-13).
 *
 *  No sentence of it is printed in the two documents: rule L-13.
 *
 *  counts  各月末の被保険者数, twelve whole numbers ≥ 0
 *
 *  KP_INVALID: not exactly twelve numbers, text, a negative count, a fraction of a person.
 *  Source: 決算概要表記載要領 4.
 *  Example: eleven months of 5,000 and one of 5,006: 5,000.5, which is 5,001. */
kp_num kp_average_insured(kp_run *run, const kp_range *counts);

/** 平均標準報酬月額 · Σ of twelve months' totals ÷ Σ of the counts, rounded half up to whole 円
 *  (L-13).
 *
 *  No sentence of it is printed in the two documents: rule L-13.
 *
 *  totals  各月の標準報酬月額の総計(免除者を除く), twelve amounts in 円 ≥ 0
 *  counts  同各月末の被保険者数, twelve whole numbers ≥ 0
 *
 *  KP_INVALID: as kp_average_insured. KP_DIVIDE_BY_ZERO: all counts are 0.
 *  Source: 決算概要表記載要領 5.
 *  Example: twelve times 1,900,000,000 円 and 5,000 persons: 380,000 円. */
kp_num kp_average_standard(kp_run *run, const kp_range *totals, const kp_range *counts);

#endif
