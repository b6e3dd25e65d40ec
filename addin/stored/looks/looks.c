/* SPDX-License-Identifier: MPL-2.0
 *
 * looks.c: how an .ods looks, and what in it is foreign.
 */
#include "stored/looks/looks.h"

#include <stdlib.h>
#include <string.h>

#include "stored/looks/over.h"
#include "stored/rule.h"

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

/* ------------------------------------------------------------------------------------- charts */

static void add_line(kp_over *o, const char *mark, const char *text, size_t length) {
    enum { MOST = 4000 };
    if (o->drawn.used > MOST) return;
    if (o->drawn.used > 0) kp_put(&o->drawn, "\n");
    kp_put(&o->drawn, mark);
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)text[i] > ' ') kp_put_bytes(&o->drawn, text + i, 1);
}

static void on_chart_words(void *data, const char *text, size_t length) {
    add_line(data, "", text, length);
}

static void on_series(void *data, const kp_xml_element *element) {
    kp_auto_buffer range = {0};
    kp_drawn_put_range(&range, KP_ODS, KP_WALK_GET(element, "chart:values-cell-range-address"));
    add_line(data, "=", kp_buffer_text(&range), range.used);
}

static void on_odd(void *data, const kp_xml_element *element) {
    add_line(data, "+", element->name.text, element->name.length);
}

/* What a chart says, as lines: words, "=" and the cells that it shows, "+" and what is no part of a chart. */
static kp_xml_end read_chart(kp_over *over, char *text, size_t length) {
    enum { DOCUMENT = 1, BODY, BOX, CHART, TITLE, WORDS, PLOT, AXIS, LEAF };
    static const kp_walk_step STEPS[] = {{0, "office:document-content", DOCUMENT, NULL, NULL},
                                         {DOCUMENT, "office:body", BODY, NULL, NULL},
                                         {BODY, "office:chart", BOX, NULL, NULL},
                                         {BOX, "chart:chart", CHART, NULL, NULL},
                                         {CHART, "chart:title", TITLE, NULL, NULL},
                                         {CHART, "chart:subtitle", TITLE, NULL, NULL},
                                         {CHART, "chart:footer", TITLE, NULL, NULL},
                                         {TITLE, "text:p", WORDS, NULL, on_chart_words},
                                         {WORDS, "text:span", WORDS, NULL, NULL},
                                         {CHART, "chart:plot-area", PLOT, NULL, NULL},
                                         {PLOT, "chart:axis", AXIS, NULL, NULL},
                                         {AXIS, "chart:title", TITLE, NULL, NULL},
                                         {PLOT, "chart:series", LEAF, on_series, NULL},
                                         {CHART, "chart:legend", LEAF, NULL, NULL},
                                         {CHART, "table:table", LEAF, NULL, NULL},
                                         {CHART, "*", LEAF, on_odd, NULL},
                                         {0, NULL, 0, NULL, NULL}};
    kp_buffer_clear(&over->drawn);
    return kp_walk(text, length, STEPS, KP_LOOKS_SPACES, over, NULL);
}

/* ------------------------------------------------------------------------------------ contents */

/* Some files have their place in every .ods; what they hold must be what belongs there: a picture of the
 * first page, which ends where a PNG ends, and no keys at all. */
static void look_into_files(const kp_over *o, const kp_parts *parts) {
    static const char KEYS[] = "Configurations2/accelerator/current.xml";
    static const char THUMBNAIL[] = "Thumbnails/thumbnail.png";
    static const char BEGIN[] = "\x89PNG\r\n\x1a\n";
    static const char END[] = "IEND\xae\x42\x60\x82";
    size_t keys = 0;
    size_t size = 0;
    char *bytes = parts->read(parts->data, KEYS, &keys);
    free(bytes);
    if (keys > 0) kp_workbook_add_foreign(o->workbook, KP_FOREIGN_MACRO, KEYS, "");
    bytes = parts->read(parts->data, THUMBNAIL, &size);
    bool picture = size > sizeof BEGIN + sizeof END &&
                   memcmp(bytes, BEGIN, sizeof BEGIN - 1) == 0 &&
                   memcmp(bytes + size - (sizeof END - 1), END, sizeof END - 1) == 0;
    if (bytes != NULL && size > 0 && !picture)
        kp_workbook_add_foreign(o->workbook, KP_FOREIGN_STREAM, THUMBNAIL, "");
    free(bytes);
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

static void read_charts(kp_ods *ods, kp_over *over, const kp_parts *parts) {
    enum { MOST = 200 };
    for (size_t i = 0; i < over->objects.count && i < MOST; i++) {
        kp_auto_buffer name = {0};
        kp_putf(&name, "%s/content.xml", over->objects.pair[i].name);
        kp_buffer_clear(&over->drawn);
        read_part(ods, over, parts, kp_buffer_text(&name), read_chart);
        over->objects.pair[i].value =
            kp_workbook_keep(ods->workbook, kp_buffer_text(&over->drawn), over->drawn.used);
    }
}

kp_ods_end kp_looks_read(kp_ods *ods, const kp_parts *parts) {
    kp_over *over = calloc(1, sizeof *over);
    if (over == NULL) {
        ods->workbook->failed = true;
        return ods->end;
    }
    over->workbook = over->styles.workbook = ods->workbook;
    read_part(ods, over, parts, "META-INF/manifest.xml", read_manifest);
    read_charts(ods, over, parts);
    read_part(ods, over, parts, "styles.xml", kp_over_read);
    over->styles.automatic = true;
    read_part(ods, over, parts, "content.xml", kp_over_read);
    kp_over_maps(over);
    resolve(ods, over);
    look_at_files(over, parts);
    look_into_files(over, parts);
    kp_over_end(over);
    free(over);
    return ods->end;
}
