/* SPDX-License-Identifier: MPL-2.0
 *
 * package.c: the files inside a package.
 */
#include "uno/package.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "uno/call.h"
#include "uno/value.h"

uno_Interface *kp_package_open(uno_Interface *context, const char *url, bool plain) {
    struct {
        rtl_uString *name;
        uno_Any value;
    } format;
    uno_Any arguments[2];
    format.name = kp_string("StorageFormat");
    kp_any_string(&format.value, plain ? "ZipFormat" : "PackageFormat");
    kp_any_string(&arguments[0], url);
    kp_any_of(&arguments[1], &format, "com.sun.star.beans.NamedValue");
    uno_Interface *package =
        kp_create_with(context, "com.sun.star.packages.comp.ZipPackage",
                       "com.sun.star.container.XHierarchicalNameAccess", arguments, 2);
    kp_any_end(&arguments[0]);
    kp_any_end(&arguments[1]);
    kp_any_end(&format.value);
    rtl_uString_release(format.name);
    return package;
}

/* A file or folder of the package, as the wanted interface. */
static uno_Interface *part(uno_Interface *package, const char *path, const char *interface) {
    rtl_uString *name = kp_string(path);
    uno_Any any;
    uno_Interface *found = NULL;
    if (kp_invoke(package, "com.sun.star.container.XHierarchicalNameAccess::getByHierarchicalName",
                  &any, &name, NULL)) {
        found = kp_query_any(&any, interface);
        kp_any_end(&any);
    }
    rtl_uString_release(name);
    return found;
}

static uno_Interface *entry(uno_Interface *package, const char *path) {
    return part(package, path, "com.sun.star.io.XActiveDataSink");
}

void kp_package_visit(uno_Interface *package, const char *folder, kp_package_visitor *visit,
                      void *data) {
    uno_Interface *names = part(package, folder, "com.sun.star.container.XNameAccess");
    uno_Sequence *list = NULL;
    if (kp_invoke(names, "com.sun.star.container.XNameAccess::getElementNames", &list, NULL)) {
        for (sal_Int32 i = 0; i < list->nElements; i++) {
            char path[512];
            char *name = kp_string_text(kp_sequence_pointer(list, (size_t)i));
            int length = name == NULL ? -1 : snprintf(path, sizeof path, "%s/%s", folder, name);
            if (length > 0 && (size_t)length < sizeof path) visit(data, path);
            free(name);
        }
        kp_sequence_end(list, "[]string");
    }
    kp_release(names);
}

bool kp_package_has(uno_Interface *package, const char *path) {
    uno_Interface *found = entry(package, path);
    kp_release(found);
    return found != NULL;
}

/* Appends what the stream gives next; false at its end or where memory is short. */
static bool read_more(uno_Interface *stream, char **bytes, size_t *size) {
    enum { CHUNK = 1 << 20 };
    uno_Sequence *chunk = NULL;
    sal_Int32 wanted = CHUNK;
    sal_Int32 got = 0;
    if (!kp_invoke(stream, "com.sun.star.io.XInputStream::readBytes", &got, &chunk, &wanted, NULL))
        return false;
    char *more = got > 0 ? realloc(*bytes, *size + (size_t)got + 1) : NULL;
    if (more != NULL) {
        memcpy(more + *size, chunk->elements, (size_t)got);
        *bytes = more;
        *size += (size_t)got;
        more[*size] = '\0';
    }
    kp_sequence_end(chunk, "[]byte");
    return more != NULL;
}

char *kp_package_read(uno_Interface *package, const char *path, size_t *size) {
    uno_Interface *file = entry(package, path);
    uno_Interface *stream =
        kp_invoke_object(file, "com.sun.star.io.XActiveDataSink::getInputStream", NULL);
    char *bytes = NULL;
    *size = 0;
    while (read_more(stream, &bytes, size))
        continue;
    kp_release(stream);
    kp_release(file);
    return bytes;
}

bool kp_package_replace(uno_Interface *context, uno_Interface *package, const char *path,
                        const char *bytes, size_t size) {
    uno_Sequence *content = kp_sequence("[]byte", bytes, size);
    uno_Any argument;
    kp_any_of(&argument, &content, "[]byte");
    uno_Interface *stream = kp_create_with(context, "com.sun.star.io.SequenceInputStream",
                                           "com.sun.star.io.XInputStream", &argument, 1);
    kp_any_end(&argument);
    kp_sequence_end(content, "[]byte");
    uno_Interface *file = entry(package, path);
    bool done = stream != NULL && kp_invoke(file, "com.sun.star.io.XActiveDataSink::setInputStream",
                                            NULL, &stream, NULL);
    kp_release(file);
    kp_release(stream);
    return done;
}

bool kp_package_commit(uno_Interface *package) {
    return kp_invoke(package, "com.sun.star.util.XChangesBatch::commitChanges", NULL, NULL);
}
