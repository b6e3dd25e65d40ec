/* SPDX-License-Identifier: MPL-2.0
 *
 * package.c: the files inside a package.
 */
#include "uno/package.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "uno/access.h"
#include "uno/value.h"

uno_Interface *kp_package_open(uno_Interface *context, const char *url, bool plain) {
    struct {
        rtl_uString *name;
        uno_Any value;
    } format = {kp_string("StorageFormat"), {0}};
    uno_Any arguments[2] = {{0}, {0}};
    kp_any_string(&format.value, plain ? "ZipFormat" : "PackageFormat");
    kp_any_string(&arguments[0], url);
    bool made = format.name != NULL && format.value.pType != NULL && arguments[0].pType != NULL &&
                kp_any_of(&arguments[1], &format, "com.sun.star.beans.NamedValue");
    uno_Interface *package =
        made ? kp_create_with(context, "packages.comp.ZipPackage", arguments, 2) : NULL;
    kp_any_end(&arguments[0]);
    kp_any_end(&arguments[1]);
    kp_any_end(&format.value);
    if (format.name != NULL) rtl_uString_release(format.name);
    return package;
}

/* A file or folder of the package. */
static uno_Interface *part(uno_Interface *package, const char *path) {
    return kp_get(package, "container.XHierarchicalNameAccess::getByHierarchicalName", "s", path);
}

void kp_package_visit(uno_Interface *package, const char *folder, kp_package_visitor *visit,
                      void *data) {
    kp_auto names = part(package, folder);
    kp_auto_any any = {0};
    kp_get_any(&any, names, "container.XNameAccess::getElementNames", "");
    const uno_Sequence *list = kp_any_sequence(&any);
    for (sal_Int32 i = 0; list != NULL && i < list->nElements; i++) {
        char path[512];
        kp_auto_text name = kp_string_text(kp_sequence_pointer(list, (size_t)i));
        int length = name == NULL ? -1 : snprintf(path, sizeof path, "%s/%s", folder, name);
        if (length > 0 && (size_t)length < sizeof path) visit(data, path);
    }
}

bool kp_package_has(uno_Interface *package, const char *path) {
    kp_auto found = part(package, path);
    kp_auto file = kp_query(found, "io.XActiveDataSink");
    return file != NULL;
}

/* Appends what the stream gives next; false at its end or where memory is short. */
static bool read_more(uno_Interface *stream, char **bytes, size_t *size, size_t most) {
    enum { CHUNK = 1 << 20 };
    kp_auto_any any = {0};
    long wanted = most - *size < CHUNK ? (long)(most - *size) : CHUNK;
    if (wanted == 0) return false;
    size_t got = (size_t)kp_get_number(stream, "io.XInputStream::readBytes", "*l", &any, wanted);
    const uno_Sequence *chunk = kp_any_sequence(&any);
    char *more = chunk == NULL || got == 0 ? NULL : realloc(*bytes, *size + got + 1);
    if (more == NULL) return false;
    memcpy(more + *size, chunk->elements, got);
    *bytes = more;
    *size += got;
    more[*size] = '\0';
    return true;
}

char *kp_stream_read(uno_Interface *stream, size_t most, size_t *size) {
    char *bytes = NULL;
    *size = 0;
    while (read_more(stream, &bytes, size, most))
        continue;
    return bytes;
}

char *kp_package_read(uno_Interface *package, const char *path, size_t *size) {
    kp_auto file = part(package, path);
    kp_auto stream = kp_get(file, "io.XActiveDataSink::getInputStream", "");
    return kp_stream_read(stream, SIZE_MAX - 1, size);
}

bool kp_package_replace(uno_Interface *context, uno_Interface *package, const char *path,
                        const char *bytes, size_t size) {
    kp_auto_any content = {0};
    if (!kp_any_list(&content, "[]byte", bytes, size)) return false;
    kp_auto stream = kp_create_with(context, "io.SequenceInputStream", &content, 1);
    kp_auto file = part(package, path);
    return stream != NULL && kp_do(file, "io.XActiveDataSink::setInputStream", "o", stream);
}

void kp_package_remove(uno_Interface *package, const char *path) {
    char folder[512];
    const char *slash = strrchr(path, '/');
    int length =
        slash == NULL ? -1 : snprintf(folder, sizeof folder, "%.*s", (int)(slash - path), path);
    if (length <= 0 || (size_t)length >= sizeof folder || !kp_package_has(package, path)) return;
    kp_auto names = part(package, folder);
    kp_do(names, "container.XNameContainer::removeByName", "s", slash + 1);
}

bool kp_package_commit(uno_Interface *package) {
    return kp_do(package, "util.XChangesBatch::commitChanges", "");
}
