/* SPDX-License-Identifier: MPL-2.0
 *
 * parts.c: a package of a test's own texts.
 */
#include "parts.h"

#include <string.h>

char *read_part(void *parts, const char *name, size_t *size) {
    for (const part *p = parts; p->name != NULL; p++)
        if (strcmp(p->name, name) == 0) {
            *size = strlen(p->text);
            return strdup(p->text);
        }
    return NULL;
}
