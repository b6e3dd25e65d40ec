/* SPDX-License-Identifier: MPL-2.0
 *
 * xlsx.c: the package of an .xlsx: which parts there are, what the workbook says of itself.
 */
#include "stored/xlsx/xlsx.h"

#include <stdlib.h>
#include <string.h>

#include "stored/xlsx/relations.h"
#include "stored/shift.h"
#include "stored/walk.h"
#include "stored/xlsx/foreign.h"
#include "stored/xlsx/sheet.h"

enum { MOST_SHEETS = 500, MOST_NAMES = 20000 };

typedef struct reading {
    kp_xlsx xlsx;
    kp_workbook *workbook;
    const kp_parts *parts;
    kp_relations relations; /* of the workbook */
    const char *sheet_part[MOST_SHEETS];
    kp_buffer *why;
    kp_xlsx_end end;
    bool bad;
    kp_stored_name name; /* that is read now */
    long name_sheet;
    bool wanted; /* the property that is read now is the mark */
} reading;

static void fail(reading *r, kp_xlsx_end end, const char *words, const char *part) {
    if (r->end != KP_XLSX_READ) return;
    r->end = end;
    kp_putf(r->why, "%s (%s)", words, part);
}

static const char *keep(reading *r, const char *text) {
    return kp_workbook_keep(r->workbook, text, strlen(text));
}

/* Whether a part was read to its end. */
static void judge(reading *r, kp_xml_end end, const char *part) {
    if (end == KP_XML_BROKEN) fail(r, KP_XLSX_BROKEN, "no plain XML", part);
    if (end == KP_XML_DEEP) fail(r, KP_XLSX_HUGE, "too deep", part);
    if (end == KP_XML_STOPPED)
        fail(r, KP_XLSX_BROKEN, "more than any submission holds, or out of order", part);
}

/* The text of a part that must be there. */
static char *part_of(reading *r, const char *part, size_t *length) {
    if (r->end != KP_XLSX_READ) return NULL;
    char *text = r->parts->read(r->parts->data, part, length);
    if (text == NULL) fail(r, KP_XLSX_BROKEN, "a part is missing", part);
    return text;
}

static void walk_part(reading *r, const char *part, const kp_walk_step *steps) {
    size_t length = 0;
    char *text = part_of(r, part, &length);
    if (text == NULL) return;
    kp_xml_end end = kp_walk(text, length, steps, KP_XLSX_SPACES, r, &r->bad);
    judge(r, end == KP_XML_READ && r->bad ? KP_XML_STOPPED : end, part);
    free(text);
}

static void read_relations(reading *r, kp_relations *relations, const char *part) {
    kp_auto_buffer path = {0};
    kp_relations_put_path(&path, part);
    size_t length = 0;
    char *text = part_of(r, kp_buffer_text(&path), &length);
    if (text == NULL) return;
    judge(r, kp_relations_read(relations, r->workbook, part, text, length), kp_buffer_text(&path));
    free(text);
}

/* -------------------------------------------------------------------------------- workbook.xml */

static void tell_setting(reading *r, const char *words) {
    kp_workbook_add_setting(r->workbook, words, NULL);
}

static void on_workbook(void *data, const kp_xml_element *element) {
    if (KP_WALK_TRUE(element, "date1904", false)) tell_setting(data, "null date 1904-01-01");
}

static void on_computing(void *data, const kp_xml_element *element) {
    if (KP_WALK_TRUE(element, "iterate", false)) tell_setting(data, "iteration");
    if (!KP_WALK_TRUE(element, "fullPrecision", true))
        tell_setting(data, "precision as shown: true");
    if (strcmp(KP_WALK_GET(element, "calcMode"), "manual") == 0)
        tell_setting(data, "AutoCalculate false");
}

static void on_sheet(void *data, const kp_xml_element *element) {
    reading *r = data;
    const kp_relation *part = kp_relation_of(&r->relations, KP_WALK_GET(element, "r:id"));
    const char *name = KP_WALK_GET(element, "name");
    bool usable = part != NULL && !part->outside && *name != '\0' &&
                  kp_workbook_sheet(r->workbook, name) == NULL && r->workbook->count < MOST_SHEETS;
    if (!usable) {
        r->bad = true;
        return;
    }
    if (strcmp(part->type, "worksheet") != 0) {
        kp_workbook_add_foreign(r->workbook, KP_FOREIGN_OBJECT, name, part->type);
        return;
    }
    kp_stored_sheet *sheet = kp_workbook_add_sheet(r->workbook, name);
    if (sheet == NULL) return;
    const char *state = KP_WALK_GET(element, "state");
    sheet->hidden = *state != '\0' && strcmp(state, "visible") != 0;
    r->sheet_part[r->workbook->count - 1] = part->target;
}

static void on_name(void *data, const kp_xml_element *element) {
    reading *r = data;
    r->name = (kp_stored_name){0};
    r->name.name = keep(r, KP_WALK_GET(element, "name"));
    r->name_sheet = KP_WALK_LONG(element, "localSheetId", -1);
    bool code = KP_WALK_TRUE(element, "function", false) ||
                KP_WALK_TRUE(element, "vbProcedure", false) || KP_WALK_TRUE(element, "xlm", false);
    if (code) kp_workbook_add_foreign(r->workbook, KP_FOREIGN_MACRO, r->name.name, "name of code");
}

/* "様式1!$A$1:$G$43,様式1!$A$50:$G$60" */
static void add_printed(reading *r, kp_stored_sheet *sheet, const char *text) {
    for (const char *at = text; *at != '\0';) {
        kp_stored_area area;
        const char *end = at;
        if ((at == text || at[-1] == '!' || at[-1] == ',') && kp_shift_area(at, &end, &area)) {
            kp_workbook_add_area(r->workbook, &sheet->printed, area);
            at = end;
        } else {
            at++;
        }
    }
}

static void on_name_end(void *data, const char *text, size_t length) {
    reading *r = data;
    if (r->name.name == NULL) return;
    bool local = r->name_sheet >= 0 && (size_t)r->name_sheet < r->workbook->count;
    kp_stored_sheet *sheet = local ? &r->workbook->sheets[r->name_sheet] : NULL;
    if (strcmp(r->name.name, "_xlnm.Print_Titles") == 0) return;
    if (strcmp(r->name.name, "_xlnm.Print_Area") == 0 && sheet != NULL) {
        add_printed(r, sheet, text);
        return;
    }
    if (r->workbook->name_count >= MOST_NAMES) {
        r->bad = true;
        return;
    }
    kp_stored_name *name = kp_workbook_add_name(r->workbook);
    if (name == NULL) return;
    bool filter = strcmp(r->name.name, "_xlnm._FilterDatabase") == 0;
    *name = r->name;
    name->kind = filter ? KP_NAME_DATABASE : KP_NAME_ORDINARY;
    name->sheet = sheet == NULL ? NULL : sheet->name;
    name->content = kp_workbook_keep(r->workbook, text, length);
}

static void read_workbook(reading *r, const char *part) {
    enum { BOOK = 1, SHEETS, NAMES, LEAF };
    static const kp_walk_step SHEET_STEPS[] = {{0, "s:workbook", BOOK, NULL, NULL},
                                               {BOOK, "s:workbookPr", LEAF, on_workbook, NULL},
                                               {BOOK, "s:calcPr", LEAF, on_computing, NULL},
                                               {BOOK, "s:sheets", SHEETS, NULL, NULL},
                                               {SHEETS, "s:sheet", LEAF, on_sheet, NULL},
                                               {BOOK, "s:definedNames", NAMES, NULL, NULL},
                                               {NAMES, "s:definedName", LEAF, on_name, on_name_end},
                                               {0, NULL, 0, NULL, NULL}};
    walk_part(r, part, SHEET_STEPS);
    if (r->workbook->count == 0) fail(r, KP_XLSX_BROKEN, "no sheets", part);
}

/* ---------------------------------------------------------------------------------- other parts */

static void read_theme(reading *r) {
    const kp_relation *part = kp_relation_typed(&r->relations, "theme");
    size_t length = 0;
    char *text = part == NULL ? NULL : part_of(r, part->target, &length);
    if (text == NULL) return;
    judge(r, kp_xlsx_theme_read(&r->xlsx.styles, text, length), part->target);
    free(text);
}

static void read_styles(reading *r) {
    const kp_relation *part = kp_relation_typed(&r->relations, "styles");
    size_t length = 0;
    char *text = part == NULL ? NULL : part_of(r, part->target, &length);
    if (text == NULL) return;
    judge(r, kp_xlsx_styles_read(&r->xlsx.styles, r->workbook, text, length), part->target);
    free(text);
}

static void read_strings(reading *r) {
    const kp_relation *part = kp_relation_typed(&r->relations, "sharedStrings");
    size_t length = 0;
    char *text = part == NULL ? NULL : part_of(r, part->target, &length);
    if (text == NULL) return;
    judge(r, kp_xlsx_strings_read(&r->xlsx.strings, &r->xlsx.styles, r->workbook, text, length),
          part->target);
    free(text);
}

static void on_table(void *data, const kp_xml_element *element) {
    reading *r = data;
    kp_stored_name *name = kp_workbook_add_name(r->workbook);
    if (name == NULL) return;
    const char *shown = KP_WALK_GET(element, "displayName");
    *name = (kp_stored_name){.kind = KP_NAME_DATABASE,
                             .name = keep(r, *shown != '\0' ? shown : KP_WALK_GET(element, "name")),
                             .content = keep(r, KP_WALK_GET(element, "ref"))};
}

/* What is beside a sheet: tables are names. */
static void read_beside(reading *r, const char *part) {
    static const kp_walk_step STEPS[] = {{0, "s:table", 1, on_table, NULL},
                                         {0, NULL, 0, NULL, NULL}};
    kp_auto_buffer path = {0};
    kp_relations_put_path(&path, part);
    bool there = false;
    for (size_t i = 0; i < r->parts->count && !there; i++)
        there = strcmp(r->parts->names[i], kp_buffer_text(&path)) == 0;
    if (!there) return;
    kp_relations beside = {0};
    read_relations(r, &beside, part);
    for (size_t i = 0; i < beside.count; i++)
        if (strcmp(beside.relation[i].type, "table") == 0 && !beside.relation[i].outside)
            walk_part(r, beside.relation[i].target, STEPS);
    kp_relations_end(&beside);
}

static void read_sheet(reading *r, size_t index) {
    const char *part = r->sheet_part[index];
    size_t length = 0;
    char *text = part_of(r, part, &length);
    if (text == NULL) return;
    judge(r, kp_xlsx_sheet_read(&r->xlsx, index, text, length), part);
    free(text);
    read_beside(r, part);
}

static void on_property(void *data, const kp_xml_element *element) {
    reading *r = data;
    r->wanted = strcmp(KP_WALK_GET(element, "name"), "KenpoForm") == 0;
}

static void on_property_end(void *data, const char *text, size_t length) {
    reading *r = data;
    if (r->wanted) r->workbook->form = kp_workbook_keep(r->workbook, text, length);
}

static void on_producer_end(void *data, const char *text, size_t length) {
    reading *r = data;
    r->workbook->producer = kp_workbook_keep(r->workbook, text, length);
}

static void read_properties(reading *r, const kp_relations *root) {
    static const kp_walk_step OWN[] = {{0, "cp:Properties", 1, NULL, NULL},
                                       {1, "cp:property", 2, on_property, NULL},
                                       {2, "vt:lpwstr", 3, NULL, on_property_end},
                                       {0, NULL, 0, NULL, NULL}};
    static const kp_walk_step PROGRAM[] = {{0, "ep:Properties", 1, NULL, NULL},
                                           {1, "ep:Application", 2, NULL, on_producer_end},
                                           {0, NULL, 0, NULL, NULL}};
    const kp_relation *own = kp_relation_typed(root, "custom-properties");
    const kp_relation *program = kp_relation_typed(root, "extended-properties");
    if (own == NULL) own = kp_relation_typed(root, "customProperties");
    if (program == NULL) program = kp_relation_typed(root, "extendedProperties");
    if (own != NULL && !own->outside) walk_part(r, own->target, OWN);
    if (program != NULL && !program->outside) walk_part(r, program->target, PROGRAM);
}

static void read_all(reading *r) {
    kp_relations root = {0};
    read_relations(r, &root, "");
    const kp_relation *book = kp_relation_typed(&root, "officeDocument");
    if (book == NULL || book->outside) fail(r, KP_XLSX_BROKEN, "no workbook", "_rels/.rels");
    if (r->end == KP_XLSX_READ) {
        read_relations(r, &r->relations, book->target);
        read_workbook(r, book->target);
        read_theme(r);
        read_styles(r);
        read_strings(r);
        for (size_t i = 0; i < r->workbook->count && r->end == KP_XLSX_READ; i++)
            read_sheet(r, i);
        read_properties(r, &root);
        if (r->end == KP_XLSX_READ)
            judge(r, kp_xlsx_foreign(r->workbook, r->parts, r->sheet_part), "_rels");
    }
    kp_relations_end(&root);
}

kp_xlsx_end kp_xlsx_read(kp_workbook *workbook, const kp_parts *parts, kp_buffer *why) {
    reading *r = calloc(1, sizeof *r);
    if (r == NULL) {
        workbook->failed = true;
        return KP_XLSX_READ;
    }
    r->workbook = r->xlsx.workbook = workbook;
    r->parts = parts;
    r->why = why;
    workbook->format = KP_XLSX;
    kp_xlsx_styles_begin(&r->xlsx.styles);
    kp_workbook_look(workbook, &KP_PLAIN_LOOK);
    read_all(r);
    kp_xlsx_end end = r->end;
    kp_xlsx_styles_end(&r->xlsx.styles);
    kp_xlsx_strings_end(&r->xlsx.strings);
    kp_relations_end(&r->relations);
    free(r);
    return end;
}
