/* SPDX-License-Identifier: MPL-2.0
 *
 * budget.h: the service org.kenpocalc.Budget, through which Calc calls the functions of the table.
 */
#ifndef KENPO_CALC_BUDGET_H
#define KENPO_CALC_BUDGET_H

#include "object.h"

extern const kp_class KP_BUDGET;

#endif
