/* SPDX-License-Identifier: MPL-2.0
 *
 * looks.c: how an .ods looks, and what in it is foreign.
 */
#include "stored/looks/looks.h"

#include <stdlib.h>
#include <string.h>

#include "stored/looks/over.h"

static bool begins(const char *text, const char *with) {
    return strncmp(text, with, strlen(with)) == 0;
}

/* ------------------------------------------------------------------------------ the package */

/* "Object 1/" of charts, from the manifest, by which the office opens them. */
static void on_entry(void *data, const kp_xml_element *element) {
    kp_over *o = data;
    const char *path = KP_WALK_GET(element, "manifest:full-path");
    const char *type = KP_WALK_GET(element, "manifest:media-type");
    size_t length = strlen(path);
    if (length < 2 || path[length - 1] != '/' ||
        strcmp(type, "application/vnd.oasis.opendocument.chart") != 0)
        return;
    kp_style_pairs *objects = &o->objects;
    kp_style_pair *more = realloc(objects->pair, (objects->count + 1) * sizeof *more);
    if (more == NULL) {
        o->workbook->failed = true;
        return;
    }
    objects->pair = more;
    objects->pair[objects->count] =
        (kp_style_pair){kp_workbook_keep(o->workbook, path, length - 1), NULL, NULL};
    if (objects->pair[objects->count].name != NULL) objects->count++;
}

/* Files that every .ods may have. A folder of one of its charts is told with the chart. */
static bool is_usual(const kp_over *o, const char *name) {
    static const char *const USUAL[] = {"mimetype",
                                        "content.xml",
                                        "styles.xml",
                                        "meta.xml",
                                        "settings.xml",
                                        "manifest.rdf",
                                        "META-INF/manifest.xml",
                                        "Thumbnails/thumbnail.png",
                                        "Configurations2/accelerator/current.xml",
                                        "layout-cache"};
    size_t length = strlen(name);
    if (length == 0 || name[length - 1] == '/') return true;
    for (size_t i = 0; i < sizeof USUAL / sizeof *USUAL; i++)
        if (strcmp(name, USUAL[i]) == 0) return true;
    if (begins(name, "ObjectReplacements/")) name += 19;
    for (size_t i = 0; i < o->objects.count; i++) {
        const char *object = o->objects.pair[i].name;
        size_t known = strlen(object);
        if (begins(name, object) && (name[known] == '\0' || name[known] == '/')) {
            const char *file = name + known + (name[known] == '/' ? 1 : 0);
            return strcmp(file, "") == 0 || strcmp(file, "content.xml") == 0 ||
                   strcmp(file, "styles.xml") == 0 || strcmp(file, "meta.xml") == 0 ||
                   strcmp(file, "settings.xml") == 0;
        }
    }
    return false;
}

static kp_foreign_kind kind_of(const char *name) {
    if (begins(name, "Basic/") || begins(name, "Scripts/") || begins(name, "Dialogs/") ||
        begins(name, "META-INF/macrosignatures"))
        return KP_FOREIGN_MACRO;
    if (begins(name, "Object") || strstr(name, ".bin") != NULL) return KP_FOREIGN_OBJECT;
    return begins(name, "Pictures/") || begins(name, "media/") ? KP_FOREIGN_PICTURE
                                                               : KP_FOREIGN_STREAM;
}

static void look_at_files(const kp_over *o, const kp_parts *parts) {
    for (size_t i = 0; i < parts->count && o->workbook->foreign_count < 2000; i++)
        if (!is_usual(o, parts->names[i]))
            kp_workbook_add_foreign(o->workbook, kind_of(parts->names[i]), parts->names[i], "");
}

/* ---------------------------------------------------------------------------------- the looks */

/* Numbers of styles become numbers of looks. */
static void resolve(kp_ods *ods, const kp_over *o) {
    kp_workbook *w = ods->workbook;
    size_t *looks = calloc(ods->style_count + 1, sizeof *looks);
    if (looks == NULL) {
        w->failed = true;
        return;
    }
    for (size_t i = 0; i <= ods->style_count; i++) {
        kp_stored_look look = kp_style_look(&o->styles, i == 0 ? NULL : ods->styles[i - 1]);
        looks[i] = kp_workbook_look(w, &look);
    }
    for (size_t s = 0; s < w->count; s++) {
        kp_stored_sheet *sheet = &w->sheets[s];
        for (size_t i = 0; i < sheet->count; i++)
            if (sheet->cells[i].look <= ods->style_count)
                sheet->cells[i].look = looks[sheet->cells[i].look];
        for (size_t i = 0; i < sheet->blank_count; i++)
            if (sheet->blanks[i].look <= ods->style_count)
                sheet->blanks[i].look = looks[sheet->blanks[i].look];
    }
    free(looks);
}

typedef kp_xml_end reader(kp_over *over, char *text, size_t length);

static kp_xml_end read_manifest(kp_over *over, char *text, size_t length) {
    static const kp_walk_step STEPS[] = {{0, "manifest:manifest", 1, NULL, NULL},
                                         {1, "manifest:file-entry", 2, on_entry, NULL},
                                         {0, NULL, 0, NULL, NULL}};
    return kp_walk(text, length, STEPS, KP_LOOKS_SPACES, over, NULL);
}

static void read_part(kp_ods *ods, kp_over *over, const kp_parts *parts, const char *name,
                      reader *read) {
    size_t length = 0;
    char *text = ods->end == KP_ODS_READ ? parts->read(parts->data, name, &length) : NULL;
    if (text == NULL) return;
    kp_xml_end end = read(over, text, length);
    free(text);
    if (end == KP_XML_READ) return;
    kp_ods_fail(ods, end == KP_XML_DEEP ? KP_ODS_HUGE : KP_ODS_BROKEN, "no plain XML");
}

kp_ods_end kp_looks_read(kp_ods *ods, const kp_parts *parts) {
    kp_over *over = calloc(1, sizeof *over);
    if (over == NULL) {
        ods->workbook->failed = true;
        return ods->end;
    }
    over->workbook = over->styles.workbook = ods->workbook;
    read_part(ods, over, parts, "META-INF/manifest.xml", read_manifest);
    read_part(ods, over, parts, "styles.xml", kp_over_read);
    over->styles.automatic = true;
    read_part(ods, over, parts, "content.xml", kp_over_read);
    kp_over_maps(over);
    resolve(ods, over);
    look_at_files(over, parts);
    kp_over_end(over);
    free(over);
    return ods->end;
}
