/* SPDX-License-Identifier: MPL-2.0
 *
 * url.c: files as the office names them, and as paths; where this library and the
 * office around it lie.
 */
#include "uno/url.h"

#include <osl/file.h>
#include <osl/module.h>
#include <rtl/bootstrap.h>
#include <stdlib.h>
#include <string.h>

#include "uno/value.h"

char *kp_url_from_path(const char *path) {
    rtl_uString *system = kp_string(path);
    rtl_uString *url = NULL;
    char *text = NULL;
    if (osl_getFileURLFromSystemPath(system, &url) == osl_File_E_None) text = kp_string_text(url);
    rtl_uString_release(system);
    if (url != NULL) rtl_uString_release(url);
    return text;
}

char *kp_path_from_url(const char *url) {
    rtl_uString *string = kp_string(url);
    rtl_uString *path = NULL;
    char *text = NULL;
    if (osl_getSystemPathFromFileURL(string, &path) == osl_File_E_None) text = kp_string_text(path);
    if (text != NULL) kp_path_straighten(text);
    rtl_uString_release(string);
    if (path != NULL) rtl_uString_release(path);
    return text;
}

static bool begins(const char *text, const char *start) {
    return strncmp(text, start, strlen(start)) == 0;
}

void kp_path_straighten(char *path) {
    static const char LONG[] = "\\\\?\\";
    static const char LONG_NETWORK[] = "\\\\?\\UNC\\";
    if (*path == '/') return;
    size_t skipped = begins(path, LONG_NETWORK) ? strlen(LONG_NETWORK) - 2
                     : begins(path, LONG)       ? strlen(LONG)
                                                : 0;
    memmove(path, path + skipped, strlen(path + skipped) + 1);
    if (skipped > strlen(LONG)) *path = '\\';
    for (char *c = path; *c != '\0'; c++)
        if (*c == '\\') *c = '/';
}

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

char *kp_office_program(void) {
    rtl_uString *place = kp_string("$BRAND_BASE_DIR/program/soffice.bin");
    rtl_bootstrap_expandMacros(&place);
    char *url = kp_string_text(place);
    char *path = url == NULL ? NULL : kp_path_from_url(url);
    free(url);
    rtl_uString_release(place);
    return path;
}
