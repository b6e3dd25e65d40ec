/* SPDX-License-Identifier: MPL-2.0
 *
 * digest.c: checksums.
 */
#include "book/digest.h"

#include <rtl/digest.h>
#include <stdio.h>
#include <string.h>

kp_digest_kind kp_digest_kind_of(const char *check) {
    return strlen(check) == 2 * RTL_DIGEST_LENGTH_SHA1 ? KP_DIGEST_OLD : KP_DIGEST_NEW;
}

kp_digest kp_digest_begin(kp_digest_kind kind) {
    return (kp_digest){kind, kind == KP_DIGEST_OLD ? rtl_digest_createSHA1() : NULL,
                       kp_sha256_begin()};
}

static void add(kp_digest *digest, const char *bytes, size_t size) {
    if (digest->kind == KP_DIGEST_OLD)
        rtl_digest_updateSHA1(digest->old, bytes, (sal_uInt32)size);
    else
        kp_sha256_add(&digest->running, bytes, size);
}

static bool blank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

void kp_digest_add(kp_digest *digest, const char *text) {
    const char *at = text == NULL ? "" : text;
    while (*at != '\0') {
        size_t length = 0;
        while (at[length] != '\0' && !blank(at[length]))
            length++;
        add(digest, at, length);
        at += length;
        if (!blank(*at)) continue;
        while (blank(*at))
            at++;
        add(digest, " ", 1);
    }
    add(digest, "", 1);
}

void kp_digest_end(kp_digest *digest, char result[KP_DIGEST]) {
    unsigned char bytes[KP_SHA256] = {0};
    if (digest->kind == KP_DIGEST_NEW) {
        kp_sha256_end(&digest->running, bytes);
        kp_sha256_text(bytes, result);
        return;
    }
    rtl_digest_getSHA1(digest->old, bytes, RTL_DIGEST_LENGTH_SHA1);
    rtl_digest_destroySHA1(digest->old);
    for (size_t i = 0; i < RTL_DIGEST_LENGTH_SHA1; i++)
        snprintf(result + 2 * i, 3, "%02x", bytes[i]);
}
