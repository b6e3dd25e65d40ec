/* SPDX-License-Identifier: MPL-2.0
 *
 * aid.c: what the menu opens beside the work.
 */
#include "commands/aid.h"

#include <string.h>

#include "panel/panel.h"
#include "uno/value.h"

/* XJobExecutor::trigger(string) */
static const char *handle_trigger(kp_object *self, size_t index, void *result, void **arguments) {
    (void)index;
    (void)result;
    kp_auto_text what = kp_string_text(*(rtl_uString **)arguments[0]);
    if (what != NULL && strcmp(what, "panel") == 0) kp_panel_show(self->context);
    return NULL;
}

const kp_class KP_AID = {
    "org.kenpocalc.implementation.Aid",
    "org.kenpocalc.Aid",
    {{"com.sun.star.task.XJobExecutor", handle_trigger}},
};
