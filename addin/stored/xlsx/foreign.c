/* SPDX-License-Identifier: MPL-2.0
 *
 * foreign.c: what does not belong into a submission, in the package of an .xlsx: what a part
 * relates to, what lies over the cells, and files to which nothing relates.
 */
#include "stored/xlsx/foreign.h"

#include <stdlib.h>
#include <string.h>

#include "stored/xlsx/relations.h"
#include "stored/rule.h"
#include "stored/values.h"
#include "stored/walk.h"
#include "stored/xlsx/styles.h"

enum { MOST = 2000 };

typedef struct reading {
    kp_workbook *workbook;
    const kp_parts *parts;
    const char *const *sheet_parts;
    bool *known;       /* of each file, whether it has its place */
    const char *sheet; /* whose part is read now, or the part */
    kp_buffer place, shape, note;
    kp_foreign_kind kind; /* of a drawing */
    bool chart;
    long column, row;
    bool stop;
    kp_xml_end end;
} reading;

/* What programs put into a workbook without being asked, and what forms have. */
static const char *const USUAL[] = {"officeDocument",
                                    "core-properties",
                                    "coreProperties",
                                    "extended-properties",
                                    "worksheet",
                                    "styles",
                                    "sharedStrings",
                                    "theme",
                                    "calcChain",
                                    "printerSettings",
                                    "extendedProperties",
                                    "custom-properties",
                                    "customProperties",
                                    "thumbnail",
                                    "sheetMetadata",
                                    "docMetadata",
                                    "LabelInfo",
                                    "drawing",
                                    "chart",
                                    "chartStyle",
                                    "chartColorStyle",
                                    "table",
                                    "classificationlabels"};

static const struct {
    const char *type;
    kp_foreign_kind kind;
} FOREIGN[] = {{"vbaProject", KP_FOREIGN_MACRO},
               {"vbaProjectSignature", KP_FOREIGN_MACRO},
               {"wordVbaData", KP_FOREIGN_MACRO},
               {"xlMacrosheet", KP_FOREIGN_MACRO},
               {"xlIntlMacrosheet", KP_FOREIGN_MACRO},
               {"attachedToolbars", KP_FOREIGN_MACRO},
               {"dialogsheet", KP_FOREIGN_MACRO},
               {"control", KP_FOREIGN_MACRO},
               {"activeXControlBinary", KP_FOREIGN_MACRO},
               {"ctrlProp", KP_FOREIGN_OBJECT},
               {"oleObject", KP_FOREIGN_OBJECT},
               {"package", KP_FOREIGN_OBJECT},
               {"chartsheet", KP_FOREIGN_OBJECT},
               {"chartUserShapes", KP_FOREIGN_OBJECT},
               {"pivotTable", KP_FOREIGN_OBJECT},
               {"pivotCacheDefinition", KP_FOREIGN_OBJECT},
               {"pivotCacheRecords", KP_FOREIGN_OBJECT},
               {"slicer", KP_FOREIGN_OBJECT},
               {"slicerCache", KP_FOREIGN_OBJECT},
               {"timeline", KP_FOREIGN_OBJECT},
               {"vmlDrawing", KP_FOREIGN_OBJECT},
               {"image", KP_FOREIGN_PICTURE},
               {"comments", KP_FOREIGN_NOTE},
               {"threadedComment", KP_FOREIGN_NOTE},
               {"person", KP_FOREIGN_NOTE},
               {"hyperlink", KP_FOREIGN_LINK},
               {"externalLink", KP_FOREIGN_LINK},
               {"externalLinkPath", KP_FOREIGN_LINK},
               {"connections", KP_FOREIGN_LINK},
               {"queryTable", KP_FOREIGN_LINK},
               {"volatileDependencies", KP_FOREIGN_LINK}};

static bool is_usual(const char *type) {
    for (size_t i = 0; i < sizeof USUAL / sizeof *USUAL; i++)
        if (strcmp(type, USUAL[i]) == 0) return true;
    return false;
}

static kp_foreign_kind kind_of(const char *type) {
    for (size_t i = 0; i < sizeof FOREIGN / sizeof *FOREIGN; i++)
        if (strcmp(type, FOREIGN[i].type) == 0) return FOREIGN[i].kind;
    return KP_FOREIGN_STREAM;
}

static void tell(reading *r, kp_foreign_kind kind, const char *where, const char *what) {
    if (r->workbook->foreign_count < MOST) kp_workbook_add_foreign(r->workbook, kind, where, what);
}

static void know(reading *r, const char *name) {
    for (size_t i = 0; i < r->parts->count; i++)
        if (strcmp(r->parts->names[i], name) == 0) r->known[i] = true;
}

/* The sheet of that part, else the part itself. */
static const char *sheet_of(const reading *r, const char *part) {
    for (size_t i = 0; i < r->workbook->count; i++)
        if (r->sheet_parts[i] != NULL && strcmp(r->sheet_parts[i], part) == 0)
            return r->workbook->sheets[i].name;
    return *part == '\0' ? "_rels/.rels" : part;
}

static void walk_part(reading *r, const char *part, const kp_walk_step *steps) {
    size_t length = 0;
    char *text = r->parts->read(r->parts->data, part, &length);
    if (text == NULL) return;
    kp_xml_end end = kp_walk(text, length, steps, KP_XLSX_SPACES, r, &r->stop);
    if (end != KP_XML_READ) tell(r, KP_FOREIGN_STREAM, part, "no plain XML");
    free(text);
}

/* ----------------------------------------------------------------------------------- drawings */

static void on_anchor(void *data, const kp_xml_element *element) {
    (void)element;
    reading *r = data;
    r->column = r->row = 0;
    r->kind = KP_FOREIGN_OBJECT;
    r->chart = false;
    kp_buffer_clear(&r->shape);
}

static void on_column_end(void *data, const char *text, size_t length) {
    (void)length;
    reading *r = data;
    r->column = kp_walk_long(text, 0);
}

static void on_row_end(void *data, const char *text, size_t length) {
    (void)length;
    reading *r = data;
    r->row = kp_walk_long(text, 0);
}

static void on_shape(void *data, const kp_xml_element *element) {
    reading *r = data;
    const char *name = element->name.text;
    kp_buffer_clear(&r->shape);
    kp_put_bytes(&r->shape, name, element->name.length);
    if (kp_xml_same(&element->name, "xdr:pic", 7)) r->kind = KP_FOREIGN_PICTURE;
}

static void on_chart(void *data, const kp_xml_element *element) {
    static const char CHART[] = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    reading *r = data;
    if (strcmp(KP_WALK_GET(element, "uri"), CHART) != 0) return;
    r->chart = true;
}

static void on_passed(void *data, const kp_xml_element *element) {
    (void)data;
    (void)element;
}

static void on_anchor_end(void *data, const char *text, size_t length) {
    (void)text;
    (void)length;
    reading *r = data;
    const char *what = r->shape.used > 0 ? r->shape.text : "drawing";
    for (size_t i = 0; i < r->workbook->count && r->chart; i++)
        if (r->workbook->sheets[i].name == r->sheet) {
            r->workbook->sheets[i].charts++;
            return;
        }
    kp_buffer_clear(&r->place);
    kp_put(&r->place, r->sheet);
    kp_put(&r->place, " ");
    kp_stored_put_place(&r->place, r->column, r->row);
    tell(r, r->kind, kp_buffer_text(&r->place), what);
}

enum { ALL = 1, ANCHOR, FROM, LEAF, PLAIN, SHAPE, GRAPHIC, DATA };

static const kp_walk_step DRAWING[] = {{0, "xdr:wsDr", ALL, NULL, NULL},
                                       {ALL, "*", ANCHOR, on_anchor, on_anchor_end},
                                       {ANCHOR, "xdr:from", FROM, NULL, NULL},
                                       {FROM, "xdr:col", LEAF, NULL, on_column_end},
                                       {FROM, "xdr:row", LEAF, NULL, on_row_end},
                                       {ANCHOR, "xdr:to", PLAIN, on_passed, NULL},
                                       {ANCHOR, "xdr:pos", PLAIN, on_passed, NULL},
                                       {ANCHOR, "xdr:ext", PLAIN, on_passed, NULL},
                                       {ANCHOR, "xdr:clientData", PLAIN, on_passed, NULL},
                                       {ANCHOR, "*", SHAPE, on_shape, NULL},
                                       {SHAPE, "a:graphic", GRAPHIC, NULL, NULL},
                                       {GRAPHIC, "a:graphicData", DATA, on_chart, NULL},
                                       {0, NULL, 0, NULL, NULL}};

/* ----------------------------------------------------------------------------------- comments */

static void on_note(void *data, const kp_xml_element *element) {
    reading *r = data;
    kp_buffer_clear(&r->place);
    kp_put(&r->place, r->sheet);
    kp_put(&r->place, " ");
    kp_put(&r->place, KP_WALK_GET(element, "ref"));
    kp_buffer_clear(&r->note);
}

static void on_words(void *data, const char *text, size_t length) {
    reading *r = data;
    kp_put_bytes(&r->note, text, length);
}

static void on_note_end(void *data, const char *text, size_t length) {
    (void)text;
    (void)length;
    reading *r = data;
    tell(r, KP_FOREIGN_NOTE, kp_buffer_text(&r->place), kp_buffer_text(&r->note));
}

static const kp_walk_step NOTES[] = {{0, "s:comments", ALL, NULL, NULL},
                                     {ALL, "s:commentList", ANCHOR, NULL, NULL},
                                     {ANCHOR, "s:comment", FROM, on_note, on_note_end},
                                     {FROM, "s:text", LEAF, NULL, NULL},
                                     {LEAF, "s:t", PLAIN, NULL, on_words},
                                     {LEAF, "s:r", SHAPE, NULL, NULL},
                                     {SHAPE, "s:t", PLAIN, NULL, on_words},
                                     {0, NULL, 0, NULL, NULL}};

/* ------------------------------------------------------------------------------------- charts */

static kp_stored_sheet *sheet_named(const reading *r) {
    for (size_t i = 0; i < r->workbook->count; i++)
        if (r->workbook->sheets[i].name == r->sheet) return &r->workbook->sheets[i];
    return NULL;
}

/* The same lines as of an .ods: words, "=" and cells. */
static void add_drawn(reading *r, const char *mark, const char *text) {
    kp_auto_buffer line = {0};
    kp_stored_sheet *sheet = sheet_named(r);
    kp_put(&line, mark);
    for (const char *at = text; *at != '\0'; at++)
        if ((unsigned char)*at > ' ') kp_put_bytes(&line, at, 1);
    if (sheet != NULL && line.used > 0)
        kp_workbook_add_drawn(r->workbook, sheet, kp_buffer_text(&line));
}

static void on_title_end(void *data, const char *text, size_t length) {
    (void)length;
    add_drawn(data, "", text);
}

static void on_range_end(void *data, const char *text, size_t length) {
    (void)length;
    kp_auto_buffer range = {0};
    kp_drawn_put_range(&range, KP_XLSX, text);
    add_drawn(data, "=", kp_buffer_text(&range));
}

enum {
    SPACE = 1,
    CHART,
    TITLE,
    WORDS,
    RICH,
    PARAGRAPH,
    LETTERS,
    PLOT,
    PART,
    SERIES,
    VALUES,
    NUMBERS,
    END
};

static const kp_walk_step CHARTS[] = {{0, "c:chartSpace", SPACE, NULL, NULL},
                                      {SPACE, "c:chart", CHART, NULL, NULL},
                                      {CHART, "c:title", TITLE, NULL, NULL},
                                      {TITLE, "c:tx", WORDS, NULL, NULL},
                                      {WORDS, "c:rich", RICH, NULL, NULL},
                                      {RICH, "a:p", PARAGRAPH, NULL, on_title_end},
                                      {PARAGRAPH, "a:r", LETTERS, NULL, NULL},
                                      {PARAGRAPH, "a:fld", LETTERS, NULL, NULL},
                                      {LETTERS, "a:t", END, NULL, NULL},
                                      {CHART, "c:plotArea", PLOT, NULL, NULL},
                                      {PLOT, "*", PART, NULL, NULL},
                                      {PART, "c:title", TITLE, NULL, NULL},
                                      {PART, "c:ser", SERIES, NULL, NULL},
                                      {SERIES, "c:val", VALUES, NULL, NULL},
                                      {VALUES, "c:numRef", NUMBERS, NULL, NULL},
                                      {NUMBERS, "c:f", END, NULL, on_range_end},
                                      {0, NULL, 0, NULL, NULL}};

/* Of a drawing on the sheet that is looked at. */
static void look_at_charts(reading *r, const char *drawing) {
    kp_auto_buffer path = {0};
    kp_relations_put_path(&path, drawing);
    size_t length = 0;
    bool there = false;
    for (size_t i = 0; i < r->parts->count && !there; i++)
        there = strcmp(r->parts->names[i], kp_buffer_text(&path)) == 0;
    char *text = there ? r->parts->read(r->parts->data, kp_buffer_text(&path), &length) : NULL;
    if (text == NULL) return;
    kp_relations relations = {0};
    kp_relations_read(&relations, r->workbook, drawing, text, length);
    for (size_t i = 0; i < relations.count; i++)
        if (strcmp(relations.relation[i].type, "chart") == 0 && !relations.relation[i].outside)
            walk_part(r, relations.relation[i].target, CHARTS);
    kp_relations_end(&relations);
    free(text);
}

/* ------------------------------------------------------------------------------- content types */

/* What the package says of its files. Pictures of the usual kinds are told where they are used. */
static void on_type(void *data, const kp_xml_element *element) {
    static const char *const USUAL_TYPES[] = {"spreadsheetml.sheet.main+xml",
                                              "spreadsheetml.worksheet+xml",
                                              "spreadsheetml.styles+xml",
                                              "spreadsheetml.sharedStrings+xml",
                                              "spreadsheetml.calcChain+xml",
                                              "spreadsheetml.table+xml",
                                              "spreadsheetml.comments+xml",
                                              "spreadsheetml.printerSettings",
                                              "spreadsheetml.sheetMetadata+xml",
                                              "theme+xml",
                                              "core-properties+xml",
                                              "extended-properties+xml",
                                              "custom-properties+xml",
                                              "drawing+xml",
                                              "drawingml.chart+xml",
                                              "chartstyle+xml",
                                              "chartcolorstyle+xml",
                                              "relationships+xml",
                                              "vmlDrawing",
                                              "application/xml",
                                              "docMetadata.LabelInfo+xml",
                                              "application/x-fontdata",
                                              "image/png",
                                              "image/jpeg",
                                              "image/gif",
                                              "image/x-emf",
                                              "image/x-wmf"};
    reading *r = data;
    const char *type = KP_WALK_GET(element, "ContentType");
    size_t length = strlen(type);
    for (size_t i = 0; i < sizeof USUAL_TYPES / sizeof *USUAL_TYPES; i++) {
        size_t usual = strlen(USUAL_TYPES[i]);
        if (usual <= length && strcmp(type + length - usual, USUAL_TYPES[i]) == 0) return;
    }
    bool macro = strstr(type, "macro") != NULL || strstr(type, "vba") != NULL ||
                 strstr(type, "activeX") != NULL;
    tell(r, macro ? KP_FOREIGN_MACRO : KP_FOREIGN_STREAM, "[Content_Types].xml", type);
}

static const kp_walk_step TYPES[] = {
    {0, "ct:Types", ALL, NULL, NULL}, {ALL, "*", LEAF, on_type, NULL}, {0, NULL, 0, NULL, NULL}};

/* ---------------------------------------------------------------------------------- relations */

static void look_at(reading *r, const char *part, const kp_relation *relation) {
    r->sheet = sheet_of(r, part);
    if (!relation->outside) know(r, relation->target);
    if (strcmp(relation->type, "comments") == 0 && !relation->outside) {
        walk_part(r, relation->target, NOTES);
    } else if (strcmp(relation->type, "drawing") == 0 && !relation->outside) {
        walk_part(r, relation->target, DRAWING);
        look_at_charts(r, relation->target);
    } else if (relation->outside || !is_usual(relation->type)) {
        kp_foreign_kind kind = kind_of(relation->type);
        bool link = relation->outside && kind != KP_FOREIGN_MACRO;
        kp_buffer_clear(&r->note);
        kp_putf(&r->note, "%s %s", relation->type, relation->target);
        tell(r, link ? KP_FOREIGN_LINK : kind, r->sheet, kp_buffer_text(&r->note));
    }
}

/* The part of a list of relations: "xl/workbook.xml" of "xl/_rels/workbook.xml.rels". */
static bool put_part(kp_buffer *out, const char *list) {
    const char *folder = strstr(list, "_rels/");
    size_t length = strlen(list);
    if (folder == NULL || strcmp(list + length - 5, ".rels") != 0) return false;
    if (folder != list && folder[-1] != '/') return false;
    kp_put_bytes(out, list, (size_t)(folder - list));
    kp_put_bytes(out, folder + 6, length - 5 - (size_t)(folder + 6 - list));
    return strchr(folder + 6, '/') == NULL;
}

static void look_at_list(reading *r, size_t index) {
    const char *name = r->parts->names[index];
    kp_auto_buffer part = {0};
    if (strlen(name) < 11 || !put_part(&part, name)) return;
    r->known[index] = true;
    size_t length = 0;
    char *text = r->parts->read(r->parts->data, name, &length);
    if (text == NULL) return;
    kp_relations relations = {0};
    kp_xml_end end =
        kp_relations_read(&relations, r->workbook, kp_buffer_text(&part), text, length);
    if (end != KP_XML_READ) r->end = end;
    for (size_t i = 0; i < relations.count; i++)
        look_at(r, kp_buffer_text(&part), &relations.relation[i]);
    kp_relations_end(&relations);
    free(text);
}

kp_xml_end kp_xlsx_foreign(kp_workbook *workbook, const kp_parts *parts,
                           const char *const *sheet_parts) {
    reading r = {.workbook = workbook,
                 .parts = parts,
                 .sheet_parts = sheet_parts,
                 .known = calloc(parts->count + 1, sizeof(bool)),
                 .end = KP_XML_READ};
    workbook->failed = workbook->failed || r.known == NULL;
    walk_part(&r, "[Content_Types].xml", TYPES);
    for (size_t i = 0; i < parts->count && r.known != NULL; i++)
        look_at_list(&r, i);
    for (size_t i = 0; i < parts->count && r.known != NULL; i++) {
        const char *name = parts->names[i];
        bool folder = *name == '\0' || name[strlen(name) - 1] == '/';
        if (!r.known[i] && !folder && strcmp(name, "[Content_Types].xml") != 0)
            tell(&r, KP_FOREIGN_STREAM, name, "");
    }
    free(r.known);
    kp_buffer_end(&r.place);
    kp_buffer_end(&r.shape);
    kp_buffer_end(&r.note);
    return r.end;
}
