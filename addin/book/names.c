/* SPDX-License-Identifier: MPL-2.0
 *
 * names.c: named expressions that depend on our functions.
 */
#include "book/names.h"

#include <stdlib.h>

#include "uno/access.h"
#include "book/formula.h"

static void add_name(kp_names *names, uno_Interface *object) {
    if (names->count == names->size) {
        size_t size = names->size == 0 ? 64 : names->size * 2;
        kp_name *more = realloc(names->names, size * sizeof *more);
        if (more == NULL) return;
        names->names = more;
        names->size = size;
    }
    kp_auto_text title = kp_object_name(object);
    kp_auto_text content = kp_get_text(object, "sheet.XNamedRange::getContent", "");
    kp_auto_any base = {0};
    if (title == NULL || content == NULL ||
        !kp_get_any(&base, object, "sheet.XNamedRange::getReferencePosition", ""))
        return;
    object->acquire(object);
    kp_name name = {object, kp_text_take(&title), kp_text_take(&content),
                    *(const kp_address *)base.pData, false};
    names->names[names->count++] = name;
}

/* Those of a document or a sheet. */
static void add_names(kp_names *names, uno_Interface *owner) {
    kp_auto ranges = kp_property_object(owner, "NamedRanges");
    size_t count = kp_count(ranges);
    for (size_t i = 0; i < count; i++) {
        kp_auto object = kp_element(ranges, i);
        if (object != NULL) add_name(names, object);
    }
}

static void add_names_of_sheet(void *names, uno_Interface *sheet, const char *name) {
    (void)name;
    add_names(names, sheet);
}

bool kp_names_reach(const kp_names *names, const char *formula) {
    if (kp_formula_is_ours(formula)) return true;
    for (size_t i = 0; i < names->count; i++)
        if (names->names[i].ours && kp_formula_mentions(formula, names->names[i].name)) return true;
    return false;
}

/* A name may use another: until nothing changes any more. */
static void mark_ours(kp_names *names) {
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t i = 0; i < names->count; i++) {
            kp_name *name = &names->names[i];
            if (name->ours || !kp_names_reach(names, name->content)) continue;
            name->ours = true;
            changed = true;
        }
    }
}

kp_names kp_names_of(uno_Interface *document) {
    kp_names names = {NULL, 0, 0};
    add_names(&names, document);
    kp_each_sheet(document, add_names_of_sheet, &names);
    mark_ours(&names);
    return names;
}

void kp_names_end(kp_names *names) {
    for (size_t i = 0; i < names->count; i++) {
        kp_release(names->names[i].object);
        free(names->names[i].name);
        free(names->names[i].content);
    }
    free(names->names);
    names->names = NULL;
    names->count = 0;
}
