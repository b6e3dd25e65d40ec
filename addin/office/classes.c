/* SPDX-License-Identifier: MPL-2.0
 *
 * classes.c: everything that the extension's library provides to the office.
 */
#include "budget.h"

const kp_class *const KP_CLASSES[] = {&KP_BUDGET, NULL};
