/* SPDX-License-Identifier: MPL-2.0
 *
 * service.h: the commands as services of the office, which take a job file (job.h) when they are
 * called by `soffice "service:org.kenpocalc.Submit?path"`, and ask the user when they are called
 * by the menu, without a job.
 */
#ifndef KENPO_COMMANDS_SERVICE_H
#define KENPO_COMMANDS_SERVICE_H

#include "uno/object.h"

extern const kp_class KP_SUBMIT, KP_INTAKE, KP_CARRY, KP_COMPARE, KP_IMPORT;

#endif
