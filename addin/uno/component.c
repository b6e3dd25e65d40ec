/* SPDX-License-Identifier: MPL-2.0
 *
 * component.c: the two symbols that a component library exports.
 */
#include "uno/object.h"

#include <string.h>

SAL_DLLPUBLIC_EXPORT void component_getImplementationEnvironment(const char **name,
                                                                 uno_Environment **environment) {
    (void)environment;
    *name = "uno";
}

SAL_DLLPUBLIC_EXPORT void *component_getFactory(const char *implementation, void *manager,
                                                void *key) {
    (void)manager;
    (void)key;
    for (const kp_class *const *kind = KP_CLASSES; *kind != NULL; kind++)
        if (strcmp(implementation, (*kind)->implementation) == 0) return kp_factory(*kind);
    return NULL;
}
