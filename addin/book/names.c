/* SPDX-License-Identifier: MPL-2.0
 *
 * names.c: named expressions that depend on our functions.
 */
#include "book/names.h"

#include <stdlib.h>

#include "uno/call.h"
#include "book/formula.h"

static void add_name(kp_names *names, uno_Interface *object) {
    if (names->count == names->size) {
        size_t size = names->size == 0 ? 64 : names->size * 2;
        kp_name *more = realloc(names->names, size * sizeof *more);
        if (more == NULL) return;
        names->names = more;
        names->size = size;
    }
    kp_name name = {object,
                    kp_object_name(object),
                    kp_invoke_text(object, "com.sun.star.sheet.XNamedRange::getContent", NULL),
                    {0, 0, 0},
                    false};
    kp_invoke(object, "com.sun.star.sheet.XNamedRange::getReferencePosition", &name.base, NULL);
    if (name.name == NULL || name.content == NULL) {
        free(name.name);
        free(name.content);
        return;
    }
    object->acquire(object);
    names->names[names->count++] = name;
}

static void add_names(kp_names *names, uno_Interface *owner) {
    uno_Interface *ranges = kp_property_object(owner, "NamedRanges");
    size_t count = kp_count(ranges);
    for (size_t i = 0; i < count; i++) {
        uno_Interface *object = kp_element(ranges, i);
        if (object != NULL) add_name(names, object);
        kp_release(object);
    }
    kp_release(ranges);
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
    uno_Interface *sheets = kp_sheets(document);
    size_t count = kp_count(sheets);
    for (size_t i = 0; i < count; i++) {
        uno_Interface *sheet = kp_element(sheets, i);
        add_names(&names, sheet);
        kp_release(sheet);
    }
    kp_release(sheets);
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
