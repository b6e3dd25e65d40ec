/* SPDX-License-Identifier: MPL-2.0
 *
 * budget.h: the service org.kenpocalc.Budget, through which Calc calls the functions of the table.
 */
#ifndef KENPO_CALC_BUDGET_H
#define KENPO_CALC_BUDGET_H

#include "kenpo/status.h"
#include "uno/object.h"

extern const kp_class KP_BUDGET;

/** From now on functions write their texts in that language, whatever the office speaks: a copy
 *  that was made elsewhere is checked in its own language. Back to the office's by
 *  kp_budget_speak_own. Other documents must not be computed meanwhile. */
void kp_budget_speak(kp_language language);
void kp_budget_speak_own(void);

#endif
