/* SPDX-License-Identifier: MPL-2.0
 *
 * library.c: where the office found this library.
 */
#include "uno/library.h"

#include <osl/module.h>
#include <stdlib.h>
#include <string.h>

#include "uno/document.h"

char *kp_library_path(void) {
    static char here;
    rtl_uString *place = NULL;
    if (!osl_getModuleURLFromAddress(&here, &place)) return NULL;
    char *url = kp_string_text(place);
    char *path = url == NULL ? NULL : kp_path_from_url(url);
    free(url);
    rtl_uString_release(place);
    return path;
}

char *kp_library_folder(void) {
    char *path = kp_library_path();
    char *slash = path == NULL ? NULL : strrchr(path, '/');
    if (slash != NULL) *slash = '\0';
    return path;
}
