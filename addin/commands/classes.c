/* SPDX-License-Identifier: MPL-2.0
 *
 * classes.c: everything that the extension's library provides to the office.
 */
#include "calc/budget.h"
#include "commands/aid.h"
#include "commands/service.h"
#include "panel/panel.h"

const kp_class *const KP_CLASSES[] = {&KP_BUDGET, &KP_SUBMIT, &KP_INTAKE, &KP_CARRY, &KP_COMPARE,
                                      &KP_IMPORT, &KP_PANELS, &KP_AID,    NULL};
