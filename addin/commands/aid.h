/* SPDX-License-Identifier: MPL-2.0
 *
 * aid.h: the service org.kenpocalc.Aid: what the menu opens beside the work: the panel at the side.
 */
#ifndef KENPO_COMMANDS_AID_H
#define KENPO_COMMANDS_AID_H

#include "uno/object.h"

/** Called by the menu as "service:org.kenpocalc.Aid?WHAT". */
extern const kp_class KP_AID;

#endif
