/* SPDX-License-Identifier: MPL-2.0
 *
 * path.c: paths as texts.
 */
#include "system/path.h"

#include <string.h>

const char *kp_path_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

void kp_path_folder(const char *path, char folder[KP_PATH]) {
    size_t length = (size_t)(kp_path_name(path) - path);
    if (length > 1) length--;
    snprintf(folder, KP_PATH, "%.*s", (int)(length == 0 ? 1 : length), length == 0 ? "." : path);
}

bool kp_path_in(const char *folder, const char *name, char path[KP_PATH]) {
    int length = snprintf(path, KP_PATH, "%s/%s", folder, name);
    return length > 0 && length < KP_PATH;
}

void kp_put_url(kp_buffer *out, const char *path) {
    static const char PLAIN[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                "0123456789-._~/:";
    const char *start = strncmp(path, "//", 2) == 0 ? "file:"
                        : *path == '/'              ? "file://"
                                                    : "file:///";
    kp_put(out, start);
    for (const char *at = path; *at != '\0'; at++)
        if (strchr(PLAIN, *at) != NULL)
            kp_put_bytes(out, at, 1);
        else
            kp_putf(out, "%%%02X", (unsigned)(unsigned char)*at);
}
