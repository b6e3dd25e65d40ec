/* SPDX-License-Identifier: MPL-2.0
 *
 * budget.h: the service org.kenpocalc.Budget, through which Calc calls the functions of the table.
 */
#ifndef KENPO_CALC_BUDGET_H
#define KENPO_CALC_BUDGET_H

#include "kenpo/status.h"
#include "uno/object.h"

extern const kp_class KP_BUDGET;

/** The language of the office's windows, asked for anew each time. */
kp_language kp_office_language(uno_Interface *context);

/** The language of a document: that of its own property KenpoLanguage ("ja", as our forms have it;
 *  "en"), or, where it has none, the other one. Functions write their texts in it; where a document
 *  has none, in the office's. (The language of its letters is no answer: offices set that by the system.) */
kp_language kp_budget_language(uno_Interface *document, kp_language otherwise);

/** From now on functions write their texts in that language, whatever document and office speak: a copy
 *  that was made elsewhere is checked in its own language. Back to their own by
 *  kp_budget_speak_own. Other documents must not be computed meanwhile. */
void kp_budget_speak(kp_language language);
void kp_budget_speak_own(void);

#endif
