/* SPDX-License-Identifier: MPL-2.0
 *
 * relations.c: what a part of an .xlsx relates to.
 */
#include "stored/xlsx/relations.h"

#include <stdlib.h>
#include <string.h>

#include "stored/walk.h"
#include "stored/xlsx/styles.h"

enum { MOST = 20000 };

static size_t folder_length(const char *part) {
    const char *slash = strrchr(part, '/');
    return slash == NULL ? 0 : (size_t)(slash - part) + 1;
}

void kp_relations_put_path(kp_buffer *out, const char *part) {
    size_t folder = folder_length(part);
    kp_put_bytes(out, part, folder);
    kp_put(out, "_rels/");
    kp_put(out, part + folder);
    kp_put(out, ".rels");
}

typedef struct reading {
    kp_relations *relations;
    kp_workbook *workbook;
    const char *part;
    bool bad;
} reading;

/* Takes the last folder away: "xl/worksheets/" becomes "xl/". */
static void go_up(kp_buffer *path) {
    if (path->used > 0) path->used--;
    while (path->used > 0 && path->text[path->used - 1] != '/')
        path->used--;
}

/* "../drawings/drawing1.xml" of "xl/worksheets/sheet1.xml" is "xl/drawings/drawing1.xml". */
static void put_target(kp_buffer *path, const char *part, const char *target) {
    if (*target != '/') kp_put_bytes(path, part, folder_length(part));
    while (*target != '\0') {
        if (strncmp(target, "../", 3) == 0) {
            go_up(path);
            target += 3;
        } else if (strncmp(target, "./", 2) == 0 || *target == '/') {
            target += *target == '/' ? 1 : 2;
        } else {
            size_t length = strcspn(target, "/");
            if (target[length] == '/') length++;
            kp_put_bytes(path, target, length);
            target += length;
        }
    }
}

static void on_relation(void *data, const kp_xml_element *element) {
    reading *r = data;
    kp_relations *all = r->relations;
    const char *id = KP_WALK_GET(element, "Id");
    if (kp_relation_of(all, id) != NULL) r->bad = true;
    if (all->count == all->size) {
        size_t wider = all->size == 0 ? 16 : all->size * 2;
        kp_relation *more = wider > MOST ? NULL : realloc(all->relation, wider * sizeof *more);
        r->bad = r->bad || more == NULL;
        if (more == NULL) return;
        all->relation = more;
        all->size = wider;
    }
    const char *type = KP_WALK_GET(element, "Type");
    const char *word = strrchr(type, '/') == NULL ? type : strrchr(type, '/') + 1;
    const char *target = KP_WALK_GET(element, "Target");
    bool outside = strcmp(KP_WALK_GET(element, "TargetMode"), "External") == 0;
    kp_auto_buffer path = {0};
    if (outside)
        kp_put(&path, target);
    else
        put_target(&path, r->part, target);
    all->relation[all->count++] =
        (kp_relation){kp_workbook_keep(r->workbook, id, strlen(id)),
                      kp_workbook_keep(r->workbook, word, strlen(word)),
                      kp_workbook_keep(r->workbook, kp_buffer_text(&path), path.used), outside};
    if (r->workbook->failed) all->count--;
}

kp_xml_end kp_relations_read(kp_relations *relations, kp_workbook *workbook, const char *part,
                             char *text, size_t length) {
    static const kp_walk_step STEPS[] = {{0, "rel:Relationships", 1, NULL, NULL},
                                         {1, "rel:Relationship", 2, on_relation, NULL},
                                         {0, NULL, 0, NULL, NULL}};
    reading r = {relations, workbook, part, false};
    kp_xml_end end = kp_walk(text, length, STEPS, KP_XLSX_SPACES, &r, &r.bad);
    return end == KP_XML_READ && r.bad ? KP_XML_STOPPED : end;
}

void kp_relations_end(kp_relations *relations) {
    free(relations->relation);
    *relations = (kp_relations){0};
}

const kp_relation *kp_relation_of(const kp_relations *relations, const char *id) {
    for (size_t i = 0; i < relations->count; i++)
        if (strcmp(relations->relation[i].id, id) == 0) return &relations->relation[i];
    return NULL;
}

const kp_relation *kp_relation_typed(const kp_relations *relations, const char *type) {
    for (size_t i = 0; i < relations->count; i++)
        if (strcmp(relations->relation[i].type, type) == 0) return &relations->relation[i];
    return NULL;
}
