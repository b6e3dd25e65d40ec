/* SPDX-License-Identifier: MPL-2.0
 *
 * unlock.c: takes the attributes that hold a password's checksum out of a workbook's XML.
 */
#include "book/unlock.h"

#include "system/buffer.h"
#include "uno/document.h"
#include "uno/package.h"
#include "system/place.h"
#include "system/tags.h"
#include "system/look.h"

/* OpenDocument 1.3 part 3, 19.697 f.; ECMA-376 part 1, 18.2.29 and 18.3.1.85. */
static const char *const PROTECTED[] = {"table", "spreadsheet", "sheetProtection",
                                        "workbookProtection"};
static const char *const KEYS[] = {
    "protection-key",
    "protection-key-digest-algorithm",
    "protection-key-digest-algorithm-2",
    "password",
    "algorithmName",
    "hashValue",
    "saltValue",
    "spinCount",
    "workbookPassword",
    "workbookHashValue",
    "workbookAlgorithmName",
    "workbookSaltValue",
    "workbookSpinCount",
};

static bool may_hold_key(kp_tag tag) {
    for (size_t i = 0; i < sizeof PROTECTED / sizeof *PROTECTED; i++)
        if (kp_tag_is_any(tag, PROTECTED[i])) return true;
    return false;
}

static bool is_key(const kp_attribute *attribute) {
    for (size_t i = 0; i < sizeof KEYS / sizeof *KEYS; i++)
        if (kp_attribute_is_any(attribute, KEYS[i])) return true;
    return false;
}

/* Copies what stands before each key; gives where to go on. */
static const char *drop_keys(kp_tag tag, const char *from, kp_buffer *out) {
    kp_attribute attribute;
    for (size_t at = 0; kp_tag_attribute(tag, &at, &attribute);) {
        if (!is_key(&attribute)) continue;
        kp_put_bytes(out, from, (size_t)(attribute.start - from));
        from = attribute.end;
    }
    return from;
}

/* The text without its keys; false where there is none, or memory is short. */
static bool unlock_text(const char *text, kp_buffer *out) {
    const char *from = text;
    const char *at = text;
    kp_tag tag;
    while (kp_tag_next(&at, &tag))
        if (may_hold_key(tag)) from = drop_keys(tag, from, out);
    if (from == text) return false;
    kp_put(out, from);
    return !out->failed;
}

/* ---------------------------------------------------------------------------------- packages */

typedef struct opened {
    uno_Interface *context, *package;
    bool unlocked;
} opened;

static void unlock_entry(void *data, const char *path) {
    opened *o = data;
    size_t size = 0;
    kp_auto_buffer text = {0};
    kp_auto_text bytes = kp_package_read(o->package, path, &size);
    if (bytes != NULL && unlock_text(bytes, &text) &&
        kp_package_replace(o->context, o->package, path, text.text, text.used))
        o->unlocked = true;
}

static const char CONTENT[] = "content.xml";

static bool is_odf(uno_Interface *context, const char *url) {
    kp_auto package = kp_package_open(context, url, true);
    return kp_package_has(package, CONTENT);
}

static bool unlock_package(uno_Interface *context, const char *path) {
    kp_auto_text url = kp_url_from_path(path);
    bool odf = url != NULL && is_odf(context, url);
    kp_auto package = url == NULL ? NULL : kp_package_open(context, url, !odf);
    opened o = {context, package, false};
    unlock_entry(&o, odf ? CONTENT : "xl/workbook.xml");
    if (!odf) kp_package_visit(package, "xl/worksheets", unlock_entry, &o);
    return o.unlocked && kp_package_commit(package);
}

/* -------------------------------------------------------------------------------- plain files */

static bool unlock_flat(const char *path) {
    enum { MOST = 256 << 20 };
    kp_auto_buffer text = {0};
    kp_auto_text whole = kp_place_read(path, MOST);
    return whole != NULL && unlock_text(whole, &text) &&
           kp_place_text(text.text, text.used, path, true) == KP_FAULT_NONE;
}

bool kp_unlock_file(uno_Interface *context, const char *path) {
    kp_file_kind kind = kp_file_look(path).kind;
    if (kind == KP_FILE_ZIP) return unlock_package(context, path);
    return kind == KP_FILE_OTHER && unlock_flat(path);
}
