/* SPDX-License-Identifier: MPL-2.0
 *
 * ods.c: what each element of an .ods is for, by the element around it; what has no such place is
 * passed over with all that is in it. Properties, settings and names are read here.
 */
#include "stored/ods/ods.h"

#include <stdlib.h>
#include <string.h>

#include "stored/ods/cells.h"

enum {
    OUTSIDE, /* around the outermost element */
    PASSED,  /* passed over */
    META_DOCUMENT,
    META,
    PRODUCER,
    PROPERTY,
    SETTINGS_DOCUMENT,
    ITEMS,
    ITEM,
    CONTENT_DOCUMENT,
    STYLES,
    SHEET_STYLE,
    BODY,
    WORKBOOK,
    CALCULATION,
    NAMES,
    TABLE,
    COLUMNS,
    ROWS,
    ROW,
    CELL,
    PARAGRAPH,
    ROLES
};

#define GET(element, name) text_of(KP_XML_GET(element, name))

static const char *text_of(const kp_xml_text *value) {
    return value == NULL ? NULL : value->text;
}

static bool same(const char *text, const char *other) {
    return text != NULL && strcmp(text, other) == 0;
}

bool kp_ods_fail(kp_ods *ods, kp_ods_end end, const char *words) {
    if (ods->end != KP_ODS_READ) return false;
    ods->end = end;
    kp_put(ods->why, words);
    return false;
}

static const char *keep(kp_ods *ods, const char *text) {
    return text == NULL ? NULL : kp_workbook_keep(ods->workbook, text, strlen(text));
}

/* ------------------------------------------------------------------ properties and settings */

/* The text of the element follows. */
static void start_text(kp_ods *ods, const kp_xml_element *element) {
    const char *name = GET(element, "meta:name");
    ods->name = keep(ods, name != NULL ? name : GET(element, "config:name"));
    ods->text.used = 0;
    if (ods->text.text != NULL) *ods->text.text = '\0';
}

static void take_text(kp_ods *ods, const char *text, size_t length) {
    enum { MOST = 1 << 16 };
    if (ods->text.used + length <= MOST) kp_put_bytes(&ods->text, text, length);
}

static void end_producer(kp_ods *ods) {
    ods->workbook->producer = keep(ods, kp_buffer_text(&ods->text));
}

static void end_property(kp_ods *ods) {
    if (same(ods->name, "KenpoForm")) ods->workbook->form = keep(ods, kp_buffer_text(&ods->text));
    if (same(ods->name, "KenpoGrows")) ods->workbook->grows = keep(ods, kp_buffer_text(&ods->text));
}

static void tell_setting(kp_ods *ods, const char *name, const char *value) {
    kp_workbook_add_setting(ods->workbook, name, value);
}

static void end_item(kp_ods *ods) {
    static const struct {
        const char *name, *usual;
    } TOLD[] = {{"AutoCalculate", "true"}, {"ShowZeroValues", "true"}, {"HasSheetTabs", "true"}};
    const char *value = kp_buffer_text(&ods->text);
    for (size_t i = 0; i < sizeof TOLD / sizeof *TOLD; i++)
        if (same(ods->name, TOLD[i].name) && strcmp(value, TOLD[i].usual) != 0)
            tell_setting(ods, TOLD[i].name, value);
}

/* What the standard says where an attribute is missing, and what the office has of itself. */
static void start_calculation(kp_ods *ods, const kp_xml_element *element) {
    static const struct {
        const char *attribute, *missing, *usual, *words;
    } KNOWN[] = {
        {"table:case-sensitive", "true", "true", "case of letters counts:"},
        {"table:precision-as-shown", "false", "false", "precision as shown:"},
        {"table:search-criteria-must-apply-to-whole-cell", "true", "true", "whole cells only:"},
        {"table:automatic-find-labels", "true", "false", "labels found automatically:"},
        {"table:use-regular-expressions", "true", "false", "regular expressions:"},
        {"table:use-wildcards", "false", "true", "wildcards:"},
        {"table:null-year", "1930", "1930", "years of two digits from"},
    };
    for (size_t i = 0; i < sizeof KNOWN / sizeof *KNOWN; i++) {
        const char *name = KNOWN[i].attribute;
        const char *value = text_of(kp_xml_value(element, name, strlen(name)));
        if (value == NULL) value = KNOWN[i].missing;
        if (strcmp(value, KNOWN[i].usual) != 0) tell_setting(ods, KNOWN[i].words, value);
    }
}

static void start_null_date(kp_ods *ods, const kp_xml_element *element) {
    const char *day = GET(element, "table:date-value");
    if (day != NULL && strcmp(day, "1899-12-30") != 0) tell_setting(ods, "null date", day);
}

static void start_iteration(kp_ods *ods, const kp_xml_element *element) {
    if (same(GET(element, "table:status"), "enable")) tell_setting(ods, "iteration", NULL);
}

/* -------------------------------------------------------------------------- styles, names */

static void start_style(kp_ods *ods, const kp_xml_element *element) {
    bool table = same(GET(element, "style:family"), "table");
    ods->style = table ? keep(ods, GET(element, "style:name")) : NULL;
}

static void start_sheet_properties(kp_ods *ods, const kp_xml_element *element) {
    if (ods->style == NULL || !same(GET(element, "table:display"), "false")) return;
    if (ods->hidden_table_count == ods->hidden_table_size) {
        size_t size = ods->hidden_table_size == 0 ? 16 : ods->hidden_table_size * 2;
        const char **more = realloc(ods->hidden_tables, size * sizeof *more);
        ods->workbook->failed = ods->workbook->failed || more == NULL;
        if (more == NULL) return;
        ods->hidden_tables = more;
        ods->hidden_table_size = size;
    }
    ods->hidden_tables[ods->hidden_table_count++] = ods->style;
}

static void add_name(kp_ods *ods, kp_name_kind kind, const char *name, const char *content,
                     const char *base) {
    enum { MOST_NAMES = 20000 };
    kp_workbook *workbook = ods->workbook;
    if (workbook->name_count == MOST_NAMES) {
        kp_ods_fail(ods, KP_ODS_HUGE, "more than 20,000 names");
        return;
    }
    kp_stored_name *added = kp_workbook_add_name(workbook);
    if (added == NULL) return;
    added->kind = kind;
    added->name = keep(ods, name == NULL ? "" : name);
    added->content = keep(ods, content == NULL ? "" : content);
    added->base = keep(ods, base);
    added->sheet = ods->sheet == NULL ? NULL : ods->sheet->name;
}

static void start_range(kp_ods *ods, const kp_xml_element *element) {
    add_name(ods, KP_NAME_ORDINARY, GET(element, "table:name"),
             GET(element, "table:cell-range-address"), GET(element, "table:base-cell-address"));
}

static void start_expression(kp_ods *ods, const kp_xml_element *element) {
    add_name(ods, KP_NAME_ORDINARY, GET(element, "table:name"), GET(element, "table:expression"),
             GET(element, "table:base-cell-address"));
}

static void start_database(kp_ods *ods, const kp_xml_element *element) {
    add_name(ods, KP_NAME_DATABASE, GET(element, "table:name"),
             GET(element, "table:target-range-address"), NULL);
}

static void start_label(kp_ods *ods, const kp_xml_element *element) {
    add_name(ods, KP_NAME_LABEL, GET(element, "table:label-cell-range-address"),
             GET(element, "table:data-cell-range-address"), GET(element, "table:orientation"));
}

static void start_workbook(kp_ods *ods, const kp_xml_element *element) {
    (void)element;
    if (ods->found) kp_ods_fail(ods, KP_ODS_BROKEN, "two workbooks in one file");
    ods->found = true;
}

static void start_found(kp_ods *ods, const kp_xml_element *element) {
    (void)element;
    ods->found = true;
}

/* The outermost element must be that of the part. */
static void start_document(kp_ods *ods, const kp_xml_element *element) {
    static const char *const ROOTS[] = {"office:document-meta", "office:document-settings",
                                        "office:document-styles", "office:document-content"};
    const char *root = ROOTS[ods->part];
    if (!kp_xml_same(&element->name, root, strlen(root)))
        kp_ods_fail(ods, KP_ODS_BROKEN, "another part than its name says");
    ods->found = ods->part == KP_ODS_STYLES;
}

/* ------------------------------------------------------------------------------ the table */

typedef struct place {
    kp_ods_role around;
    kp_ods_role role;
    kp_xml_text name;
    kp_ods_start *start;
} place;

#define NAMED(name)                                                                                \
    { name, sizeof name - 1 }

static const place PLACES[] = {
    {OUTSIDE, META_DOCUMENT, NAMED("office:document-meta"), start_document},
    {META_DOCUMENT, META, NAMED("office:meta"), start_found},
    {META, PRODUCER, NAMED("meta:generator"), start_text},
    {META, PROPERTY, NAMED("meta:user-defined"), start_text},
    {OUTSIDE, SETTINGS_DOCUMENT, NAMED("office:document-settings"), start_document},
    {SETTINGS_DOCUMENT, ITEMS, NAMED("office:settings"), start_found},
    {ITEMS, ITEMS, NAMED("config:config-item-set"), NULL},
    {ITEMS, ITEMS, NAMED("config:config-item-map-indexed"), NULL},
    {ITEMS, ITEMS, NAMED("config:config-item-map-named"), NULL},
    {ITEMS, ITEMS, NAMED("config:config-item-map-entry"), NULL},
    {ITEMS, ITEM, NAMED("config:config-item"), start_text},
    {OUTSIDE, CONTENT_DOCUMENT, NAMED("office:document-styles"), start_document},
    {OUTSIDE, CONTENT_DOCUMENT, NAMED("office:document-content"), start_document},
    {CONTENT_DOCUMENT, STYLES, NAMED("office:automatic-styles"), NULL},
    {CONTENT_DOCUMENT, STYLES, NAMED("office:styles"), NULL},
    {STYLES, SHEET_STYLE, NAMED("style:style"), start_style},
    {SHEET_STYLE, PASSED, NAMED("style:table-properties"), start_sheet_properties},
    {CONTENT_DOCUMENT, BODY, NAMED("office:body"), NULL},
    {BODY, WORKBOOK, NAMED("office:spreadsheet"), start_workbook},
    {WORKBOOK, CALCULATION, NAMED("table:calculation-settings"), start_calculation},
    {CALCULATION, PASSED, NAMED("table:null-date"), start_null_date},
    {CALCULATION, PASSED, NAMED("table:iteration"), start_iteration},
    {WORKBOOK, NAMES, NAMED("table:named-expressions"), NULL},
    {WORKBOOK, NAMES, NAMED("table:database-ranges"), NULL},
    {WORKBOOK, NAMES, NAMED("table:label-ranges"), NULL},
    {TABLE, NAMES, NAMED("table:named-expressions"), NULL},
    {NAMES, PASSED, NAMED("table:named-range"), start_range},
    {NAMES, PASSED, NAMED("table:named-expression"), start_expression},
    {NAMES, PASSED, NAMED("table:database-range"), start_database},
    {NAMES, PASSED, NAMED("table:label-range"), start_label},
    {WORKBOOK, TABLE, NAMED("table:table"), kp_ods_start_table},
    {TABLE, COLUMNS, NAMED("table:table-column-group"), kp_ods_start_group},
    {TABLE, COLUMNS, NAMED("table:table-header-columns"), kp_ods_start_group},
    {TABLE, COLUMNS, NAMED("table:table-columns"), kp_ods_start_group},
    {TABLE, PASSED, NAMED("table:table-column"), kp_ods_start_column},
    {COLUMNS, COLUMNS, NAMED("table:table-column-group"), kp_ods_start_group},
    {COLUMNS, COLUMNS, NAMED("table:table-header-columns"), kp_ods_start_group},
    {COLUMNS, COLUMNS, NAMED("table:table-columns"), kp_ods_start_group},
    {COLUMNS, PASSED, NAMED("table:table-column"), kp_ods_start_column},
    {TABLE, ROW, NAMED("table:table-row"), kp_ods_start_row},
    {TABLE, ROWS, NAMED("table:table-row-group"), kp_ods_start_group},
    {TABLE, ROWS, NAMED("table:table-header-rows"), kp_ods_start_group},
    {TABLE, ROWS, NAMED("table:table-rows"), kp_ods_start_group},
    {ROWS, ROW, NAMED("table:table-row"), kp_ods_start_row},
    {ROWS, ROWS, NAMED("table:table-row-group"), kp_ods_start_group},
    {ROWS, ROWS, NAMED("table:table-header-rows"), kp_ods_start_group},
    {ROWS, ROWS, NAMED("table:table-rows"), kp_ods_start_group},
    {ROW, CELL, NAMED("table:table-cell"), kp_ods_start_cell},
    {ROW, CELL, NAMED("table:covered-table-cell"), kp_ods_start_cell},
    {CELL, PARAGRAPH, NAMED("text:p"), kp_ods_start_paragraph},
    {CELL, PASSED, NAMED("table:table"), kp_ods_start_subtable},
    {PARAGRAPH, PARAGRAPH, NAMED("text:span"), NULL},
    {PARAGRAPH, PARAGRAPH, NAMED("text:a"), NULL},
    {PARAGRAPH, PARAGRAPH, NAMED("text:ruby"), NULL},
    {PARAGRAPH, PARAGRAPH, NAMED("text:ruby-base"), NULL},
    {PARAGRAPH, PASSED, NAMED("text:ruby-text"), NULL},
    {PARAGRAPH, PASSED, NAMED("text:s"), kp_ods_start_spaces},
    {PARAGRAPH, PASSED, NAMED("text:tab"), kp_ods_start_tab},
    {PARAGRAPH, PASSED, NAMED("text:line-break"), kp_ods_start_break},
    {PARAGRAPH, PASSED, {NULL, 0}, kp_ods_start_field}, /* whatever else stands there */
};

typedef void end_element(kp_ods *ods);
static end_element *const ENDS[ROLES] = {
    [PRODUCER] = end_producer,  [PROPERTY] = end_property,    [ITEM] = end_item,
    [TABLE] = kp_ods_end_table, [COLUMNS] = kp_ods_end_group, [ROWS] = kp_ods_end_group,
    [ROW] = kp_ods_end_row,     [CELL] = kp_ods_end_cell,
};

/* Whatever leads out of the file, in elements of any kind: a template, a font, a page to be fetched. */
static void find_link(kp_ods *ods, const kp_xml_element *element) {
    const kp_xml_text *target = KP_XML_GET(element, "xlink:href");
    if (target == NULL || ods->link_count == KP_ODS_LINKS || *target->text == '#') return;
    bool out = strchr(target->text, ':') != NULL || *target->text == '/' ||
               strncmp(target->text, "..", 2) == 0;
    if (!out) return;
    kp_workbook *workbook = ods->workbook;
    ods->link_of[ods->link_count] =
        kp_workbook_keep(workbook, element->name.text, element->name.length);
    ods->links[ods->link_count] = keep(ods, target->text);
    if (ods->links[ods->link_count] != NULL) ods->link_count++;
}

/* Those that were not told with what they are for. */
static void tell_links(const kp_ods *ods) {
    const kp_workbook *w = ods->workbook;
    for (size_t i = 0; i < ods->link_count; i++) {
        bool told = false;
        for (size_t k = 0; k < w->foreign_count && !told; k++)
            told = w->foreign[k].what != NULL && strstr(w->foreign[k].what, ods->links[i]) != NULL;
        if (told) continue;
        kp_auto_buffer what = {0};
        kp_putf(&what, "%s %s", ods->link_of[i] == NULL ? "" : ods->link_of[i], ods->links[i]);
        kp_workbook_add_foreign(ods->workbook, KP_FOREIGN_LINK, "", kp_buffer_text(&what));
    }
}

static bool start(void *data, const kp_xml_element *element) {
    kp_ods *ods = data;
    find_link(ods, element);
    kp_ods_role around = ods->depth == 0 ? OUTSIDE : ods->roles[ods->depth - 1];
    kp_ods_role role = PASSED;
    for (size_t i = 0; around != PASSED && i < sizeof PLACES / sizeof *PLACES; i++) {
        const place *p = &PLACES[i];
        if (p->around != around ||
            (p->name.text != NULL && !kp_xml_same(&element->name, p->name.text, p->name.length)))
            continue;
        role = p->role;
        if (p->start != NULL) p->start(ods, element);
        break;
    }
    ods->roles[ods->depth++] = role;
    return ods->end == KP_ODS_READ;
}

static bool end(void *data, const kp_xml_element *element) {
    kp_ods *ods = data;
    (void)element;
    kp_ods_role role = ods->roles[--ods->depth];
    if (ENDS[role] != NULL) ENDS[role](ods);
    return ods->end == KP_ODS_READ;
}

static bool text(void *data, const char *letters, size_t length) {
    kp_ods *ods = data;
    kp_ods_role role = ods->roles[ods->depth - 1];
    if (role == PARAGRAPH)
        kp_ods_take_text(ods, letters, length);
    else if (role == PRODUCER || role == PROPERTY || role == ITEM)
        take_text(ods, letters, length);
    return ods->end == KP_ODS_READ;
}

#define ODF "urn:oasis:names:tc:opendocument:xmlns:"
#define TDF "urn:org:documentfoundation:names:experimental:"

/* Those that the office knows, with the prefixes that it gives them. */
static const kp_xml_space SPACES[] = {
    {ODF "table:1.0", "table"},
    {ODF "text:1.0", "text"},
    {ODF "office:1.0", "office"},
    {TDF "calc:xmlns:calcext:1.0", "calcext"},
    {TDF "office:xmlns:loext:1.0", "loext"},
    {ODF "style:1.0", "style"},
    {ODF "datastyle:1.0", "number"},
    {ODF "xsl-fo-compatible:1.0", "fo"},
    {ODF "svg-compatible:1.0", "svg"},
    {ODF "drawing:1.0", "draw"},
    {ODF "presentation:1.0", "presentation"},
    {ODF "script:1.0", "script"},
    {ODF "form:1.0", "form"},
    {ODF "meta:1.0", "meta"},
    {ODF "config:1.0", "config"},
    {ODF "manifest:1.0", "manifest"},
    {ODF "chart:1.0", "chart"},
    {ODF "dr3d:1.0", "dr3d"},
    {ODF "database:1.0", "db"},
    {ODF "animation:1.0", "anim"},
    {ODF "smil-compatible:1.0", "smil"},
    {ODF "of:1.2", "of"},
    {"http://www.w3.org/1999/xlink", "xlink"},
    {"http://purl.org/dc/elements/1.1/", "dc"},
    {"http://www.w3.org/1998/Math/MathML", "math"},
    {"http://www.w3.org/1999/xhtml", "xhtml"},
    {"http://www.w3.org/2001/xml-events", "dom"},
    {"http://www.w3.org/2001/XMLSchema", "xsd"},
    {"http://www.w3.org/2001/XMLSchema-instance", "xsi"},
    {"http://www.w3.org/2002/xforms", "xforms"},
    {"http://www.w3.org/2003/g/data-view#", "grddl"},
    {"http://www.w3.org/TR/css3-text/", "css3t"},
    {"http://openoffice.org/2004/office", "ooo"},
    {"http://openoffice.org/2004/writer", "ooow"},
    {"http://openoffice.org/2004/calc", "oooc"},
    {"http://openoffice.org/2005/report", "rpt"},
    {"http://openoffice.org/2009/office", "officeooo"},
    {"http://openoffice.org/2009/table", "tableooo"},
    {"http://openoffice.org/2010/draw", "drawooo"},
    {"urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0", "field"},
    {"urn:openoffice:names:experimental:ooxml-odf-interop:xmlns:form:1.0", "formx"},
    {NULL, NULL},
};

/* The office takes other spellings of these name spaces for the same ones, and a prefix that it knows
 * for its own name space whatever the file says: no program writes such, so it is refused. */
static bool allows(const kp_xml_text *prefix, const kp_xml_text *uri, const char *known) {
    static const char *const TAKEN[] = {ODF,
                                        "urn:oasis:names:tc:openoffice:",
                                        "http://www.oasis-open.org/",
                                        "http://docs.oasis-open.org/",
                                        "http://openoffice.org/2000/",
                                        "http://openoffice.org/2001/"};
    for (const kp_xml_space *s = SPACES; s->uri != NULL; s++)
        if (s->prefix != known && kp_xml_same(prefix, s->prefix, strlen(s->prefix))) return false;
    if (known != NULL) return true;
    for (size_t i = 0; i < sizeof TAKEN / sizeof *TAKEN; i++)
        if (strncmp(uri->text, TAKEN[i], strlen(TAKEN[i])) == 0) return false;
    bool w3 = strncmp(uri->text, "http://www.w3.org/", 18) == 0;
    return !w3 || (strstr(uri->text, "xlink") == NULL && strstr(uri->text, "xforms") == NULL);
}

kp_ods_end kp_ods_read(kp_ods *ods, kp_ods_part part, char *letters, size_t length) {
    static const char *const FILES[] = {"meta.xml", "settings.xml", "styles.xml", "content.xml"};
    const kp_xml_handler handler = {start, end, text, ods, SPACES, allows};
    size_t at;
    ods->part = part;
    ods->depth = 0;
    ods->sheet = NULL;
    ods->found = false;
    kp_xml_end done = kp_xml_read(letters, length, &handler, &at);
    if (done == KP_XML_BROKEN) kp_ods_fail(ods, KP_ODS_BROKEN, "no plain XML");
    if (done == KP_XML_DEEP) kp_ods_fail(ods, KP_ODS_HUGE, "too deep");
    if (!ods->found) kp_ods_fail(ods, KP_ODS_BROKEN, "no workbook's");
    if (ods->end != KP_ODS_READ) kp_putf(ods->why, " (%s, byte %zu)", FILES[part], at);
    return ods->end;
}

void kp_ods_finish(kp_ods *ods) {
    tell_links(ods);
    free(ods->styles);
    kp_index_end(&ods->style_index);
    free(ods->hidden_tables);
    free(ods->columns);
    if (ods->text.failed) ods->workbook->failed = true;
    kp_buffer_end(&ods->text);
    kp_buffer_end(&ods->cell.shown);
}
