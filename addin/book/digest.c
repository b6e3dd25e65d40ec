/* SPDX-License-Identifier: MPL-2.0
 *
 * digest.c: checksums.
 */
#include "book/digest.h"

#include <rtl/digest.h>
#include <stdio.h>
#include <string.h>

kp_digest kp_digest_begin(void) {
    kp_digest digest = {rtl_digest_createSHA1()};
    return digest;
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
        rtl_digest_updateSHA1(digest->running, at, (sal_uInt32)length);
        at += length;
        if (!blank(*at)) continue;
        while (blank(*at))
            at++;
        rtl_digest_updateSHA1(digest->running, " ", 1);
    }
    rtl_digest_updateSHA1(digest->running, "", 1);
}

void kp_digest_end(kp_digest *digest, char result[KP_DIGEST]) {
    sal_uInt8 bytes[RTL_DIGEST_LENGTH_SHA1] = {0};
    rtl_digest_getSHA1(digest->running, bytes, sizeof bytes);
    rtl_digest_destroySHA1(digest->running);
    for (size_t i = 0; i < sizeof bytes; i++)
        snprintf(result + 2 * i, 3, "%02x", bytes[i]);
}
