/* SPDX-License-Identifier: MPL-2.0
 *
 * styles.c: styles of an .ods by their names.
 */
#include "stored/looks/styles.h"

#include <stdlib.h>
#include <string.h>

#include "stored/colour.h"
#include "stored/format.h"

enum { MOST = 20000, DEEP = 16 };

const kp_xml_space KP_LOOKS_SPACES[] = {
    {"urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"},
    {"urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"},
    {"urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"},
    {"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0", "calcext"},
    {"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0", "loext"},
    {"urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"},
    {"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0", "number"},
    {"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo"},
    {"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"},
    {"urn:oasis:names:tc:opendocument:xmlns:script:1.0", "script"},
    {"urn:oasis:names:tc:opendocument:xmlns:form:1.0", "form"},
    {"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest"},
    {"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", "svg"},
    {"urn:oasis:names:tc:opendocument:xmlns:chart:1.0", "chart"},
    {"http://www.w3.org/1999/xlink", "xlink"},
    {NULL, NULL}};

static const char *keep(kp_styles *s, const char *text) {
    return kp_workbook_keep(s->workbook, text, strlen(text));
}

static bool room(kp_styles *s, void **list, size_t count, size_t *size, size_t each) {
    if (count < *size) return true;
    size_t wider = *size == 0 ? 64 : *size * 2;
    void *more = wider > MOST * 2 ? NULL : realloc(*list, wider * each);
    if (more == NULL) s->workbook->failed = true;
    if (more == NULL) return false;
    *list = more;
    *size = wider;
    return true;
}

#define ROOM(s, list, count, size) room(s, (void **)&(list), count, &(size), sizeof *(list))

static void add_pair(kp_styles *s, kp_style_pairs *pairs, kp_style_pair pair) {
    if (ROOM(s, pairs->pair, pairs->count, pairs->size)) pairs->pair[pairs->count++] = pair;
}

const kp_style_pair *kp_style_pair_of(const kp_style_pairs *pairs, const char *name) {
    for (size_t i = pairs->count; name != NULL && i > 0; i--)
        if (strcmp(pairs->pair[i - 1].name, name) == 0) return &pairs->pair[i - 1];
    return NULL;
}

/* ------------------------------------------------------------------------------------ formats */

static void on_format(void *data, const kp_xml_element *element) {
    kp_styles *s = data;
    s->number_name = keep(s, KP_WALK_GET(element, "style:name"));
    kp_number_begin(&s->number, element);
}

static void on_format_end(void *data, const char *text, size_t length) {
    (void)text;
    (void)length;
    kp_styles *s = data;
    kp_auto_buffer code = {0};
    kp_number_put(&code, &s->number);
    const char *kept = kp_workbook_keep(s->workbook, kp_buffer_text(&code), code.used);
    if (s->number_name != NULL && kept != NULL)
        add_pair(s, &s->formats, (kp_style_pair){s->number_name, kept, NULL});
}

static void on_piece(void *data, const kp_xml_element *element) {
    kp_styles *s = data;
    kp_number_piece(&s->number, element);
}

static void on_literal_end(void *data, const char *text, size_t length) {
    kp_styles *s = data;
    kp_number_text(&s->number, text, length);
}

static void on_format_colour(void *data, const kp_xml_element *element) {
    static const struct {
        long colour;
        const char *name;
    } NAMES[] = {{0xFF0000, "RED"},   {0x0000FF, "BLUE"},   {0x000000, "BLACK"},
                 {0xFFFFFF, "WHITE"}, {0x00FF00, "GREEN"},  {0xFFFF00, "YELLOW"},
                 {0x00FFFF, "CYAN"},  {0xFF00FF, "MAGENTA"}};
    kp_styles *s = data;
    long colour = kp_colour_read(KP_WALK_GET(element, "fo:color"));
    if (colour < 0) return;
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (NAMES[i].colour == colour) {
            kp_putf(&s->number.own, "[%s]", NAMES[i].name);
            return;
        }
    kp_putf(&s->number.own, "[%06lX]", (unsigned long)colour);
}

static void on_format_map(void *data, const kp_xml_element *element) {
    kp_styles *s = data;
    const kp_style_pair *other =
        kp_style_pair_of(&s->formats, KP_WALK_GET(element, "style:apply-style-name"));
    kp_number_condition(&s->number, KP_WALK_GET(element, "style:condition"),
                        other == NULL ? "General" : other->value);
}

/* ------------------------------------------------------------------------------------- styles */

/* Before the names of styles of letters, which no file can have in a name. */
static const char LETTERS[] = "\1";

static kp_style *add_style(kp_styles *s, const char *name) {
    if (!ROOM(s, s->style, s->count, s->size)) return NULL;
    kp_style *style = &s->style[s->count];
    *style = (kp_style){.name = keep(s, name), .automatic = s->automatic, .look = KP_PLAIN_LOOK};
    if (style->name == NULL) return NULL;
    s->count++;
    if (!kp_index_put(&s->names[s->automatic], style->name, s->count)) s->workbook->failed = true;
    return style;
}

static void take_format(kp_styles *s, kp_style *style, const char *format) {
    if (*format == '\0') return;
    const kp_style_pair *code = kp_style_pair_of(&s->formats, format);
    style->own_format = true;
    style->look.format = code == NULL ? "General" : code->value;
}

static void on_style(void *data, const kp_xml_element *element) {
    kp_styles *s = data;
    const char *family = KP_WALK_GET(element, "style:family");
    const char *name = KP_WALK_GET(element, "style:name");
    s->now = NULL;
    if (strcmp(family, "table") == 0)
        add_pair(s, &s->sheets,
                 (kp_style_pair){keep(s, name),
                                 keep(s, KP_WALK_GET(element, "style:master-page-name")), NULL});
    bool size = strcmp(family, "table-row") == 0 || strcmp(family, "table-column") == 0;
    s->sized = size ? keep(s, name) : NULL;
    bool letters = strcmp(family, "text") == 0;
    if (!letters && strcmp(family, "table-cell") != 0) return;
    kp_auto_buffer known = {0};
    kp_putf(&known, "%s%s", letters ? LETTERS : "", name);
    s->now = add_style(s, kp_buffer_text(&known));
    if (s->now == NULL) return;
    const char *parent = KP_WALK_GET(element, "style:parent-style-name");
    kp_buffer_clear(&known);
    if (*parent != '\0') kp_putf(&known, "%s%s", letters ? LETTERS : "", parent);
    s->now->parent = keep(s, kp_buffer_text(&known));
    take_format(s, s->now, KP_WALK_GET(element, "style:data-style-name"));
}

/* "0.5in", "12pt", "1.2cm", "3mm" in points; 0 for anything else. */
static double points_of(const char *text) {
    static const struct {
        const char *unit;
        double points;
    } UNITS[] = {{"in", 72}, {"cm", 72 / 2.54}, {"mm", 7.2 / 2.54}, {"pt", 1}, {"pc", 12}};
    char *unit = NULL;
    double number = strtod(text, &unit);
    for (size_t i = 0; unit != text && i < sizeof UNITS / sizeof *UNITS; i++)
        if (strcmp(unit, UNITS[i].unit) == 0) return number * UNITS[i].points;
    return 0;
}

static void add_size(kp_styles *s, kp_style_sizes *sizes, const char *text) {
    if (s->sized == NULL || *text == '\0' || !ROOM(s, sizes->points, sizes->count, sizes->size))
        return;
    sizes->points[sizes->count++] = points_of(text);
    if (!kp_index_put(&sizes->names, s->sized, sizes->count)) s->workbook->failed = true;
}

static void on_row_properties(void *data, const kp_xml_element *element) {
    kp_styles *s = data;
    add_size(s, &s->rows, KP_WALK_GET(element, "style:row-height"));
}

static void on_column_properties(void *data, const kp_xml_element *element) {
    kp_styles *s = data;
    add_size(s, &s->columns, KP_WALK_GET(element, "style:column-width"));
}

double kp_style_size(const kp_style_sizes *sizes, const char *name) {
    size_t number = name == NULL ? 0 : kp_index_get(&sizes->names, name);
    return number == 0 ? 0 : sizes->points[number - 1];
}

/* A picture as the ground of cells or pages. The office writes the element without one, too. */
static void on_picture(void *data, const kp_xml_element *element) {
    kp_styles *s = data;
    const char *target = KP_WALK_GET(element, "xlink:href");
    if (*target == '\0' || s->pictures++ > 100) return;
    kp_auto_buffer what = {0};
    kp_putf(&what, "background %s", target);
    kp_workbook_add_foreign(s->workbook, KP_FOREIGN_PICTURE, "", kp_buffer_text(&what));
}

static void on_picture_data(void *data, const kp_xml_element *element) {
    (void)element;
    kp_styles *s = data;
    if (s->pictures++ <= 100)
        kp_workbook_add_foreign(s->workbook, KP_FOREIGN_PICTURE, "", "background");
}

static void on_font(void *data, const kp_xml_element *element) {
    kp_styles *s = data;
    const char *family = KP_WALK_GET(element, "svg:font-family");
    kp_auto_buffer plain = {0};
    for (const char *at = family; *at != '\0'; at++)
        if (*at != '\'' && *at != '"') kp_put_bytes(&plain, at, 1);
    add_pair(s, &s->fonts,
             (kp_style_pair){keep(s, KP_WALK_GET(element, "style:name")),
                             keep(s, kp_buffer_text(&plain)), NULL});
}

static void take_turn(kp_style *style, const kp_xml_element *element) {
    const char *angle = KP_WALK_GET(element, "style:rotation-angle");
    const char *direction = KP_WALK_GET(element, "style:direction");
    if (*angle == '\0' && *direction == '\0') return;
    double degrees = strtod(angle, NULL);
    style->own_turned = true;
    style->look.turned = degrees > 0.5 || degrees < -0.5 || strcmp(direction, "ttb") == 0;
}

static void on_cell_properties(void *data, const kp_xml_element *element) {
    kp_styles *s = data;
    if (s->now == NULL) return;
    const char *ground = KP_WALK_GET(element, "fo:background-color");
    const char *guard = KP_WALK_GET(element, "style:cell-protect");
    const char *printed = KP_WALK_GET(element, "style:print-content");
    kp_stored_look *look = &s->now->look;
    take_turn(s->now, element);
    if (*ground != '\0') {
        s->now->own_ground = true;
        look->ground = kp_colour_read(ground);
    }
    if (*guard != '\0') {
        s->now->own_guard = true;
        look->hidden_content = strstr(guard, "hidden-and-protected") != NULL;
        look->hidden_formula = strstr(guard, "formula-hidden") != NULL || look->hidden_content;
        look->locked = strstr(guard, "protected") != NULL;
    }
    if (*printed != '\0') {
        s->now->own_print = true;
        look->unprinted = strcmp(printed, "false") == 0;
    }
}

/* The font of Latin letters and figures; a line through them; whether they are there at all. */
static void take_letters(const kp_styles *s, kp_style *style, const kp_xml_element *element) {
    const char *font = KP_WALK_GET(element, "style:font-name");
    const char *family = KP_WALK_GET(element, "fo:font-family");
    const char *line = KP_WALK_GET(element, "style:text-line-through-style");
    const char *type = KP_WALK_GET(element, "style:text-line-through-type");
    const char *shown = KP_WALK_GET(element, "text:display");
    const kp_style_pair *known = *font == '\0' ? NULL : kp_style_pair_of(&s->fonts, font);
    if (known != NULL) family = known->value;
    if (family != NULL && *family != '\0') {
        style->own_font = true;
        style->look.font = kp_workbook_keep(s->workbook, family, strlen(family));
    }
    if (*line != '\0' || *type != '\0') {
        style->own_struck = true;
        style->look.struck = strcmp(*line != '\0' ? line : type, "none") != 0;
    }
    if (*shown == '\0') return;
    style->own_unlettered = true;
    style->look.unlettered = strcmp(shown, "none") == 0;
}

static void on_text_properties(void *data, const kp_xml_element *element) {
    kp_styles *s = data;
    if (s->now == NULL) return;
    const char *colour = KP_WALK_GET(element, "fo:color");
    const char *size = KP_WALK_GET(element, "fo:font-size");
    const char *weight = KP_WALK_GET(element, "fo:font-weight");
    const char *opacity = KP_WALK_GET(element, "loext:opacity");
    kp_stored_look *look = &s->now->look;
    take_letters(s, s->now, element);
    if (*colour != '\0') look->colour = kp_colour_read(colour);
    bool automatic = KP_WALK_TRUE(element, "style:use-window-font-color", false);
    if (automatic) look->colour = -1;
    if (*opacity != '\0' && strtod(opacity, NULL) < 50) look->colour = 0xFFFFFF;
    if (*colour != '\0' || automatic || *opacity != '\0') s->now->own_colour = true;
    if (*size != '\0' && strchr(size, '%') == NULL) {
        s->now->own_size = true;
        look->size = strtod(size, NULL);
    }
    if (*weight == '\0') return;
    s->now->own_bold = true;
    look->bold = strcmp(weight, "bold") == 0 || strtod(weight, NULL) >= 600;
}

static void on_style_map(void *data, const kp_xml_element *element) {
    kp_styles *s = data;
    if (s->now == NULL || !ROOM(s, s->maps, s->map_count, s->map_size)) return;
    s->maps[s->map_count++] =
        (kp_style_map){keep(s, KP_WALK_GET(element, "style:condition")),
                       keep(s, KP_WALK_GET(element, "style:apply-style-name")),
                       keep(s, KP_WALK_GET(element, "style:base-cell-address"))};
}

static const kp_style *find(const kp_styles *s, const char *name, bool automatic) {
    size_t number = kp_index_get(&s->names[automatic], name);
    return number == 0 ? NULL : &s->style[number - 1];
}

static void inherit(kp_stored_look *look, const kp_style *style) {
    const kp_stored_look *own = &style->look;
    if (style->own_format) look->format = own->format;
    if (style->own_colour) look->colour = own->colour;
    if (style->own_ground) look->ground = own->ground;
    if (style->own_size) look->size = own->size;
    if (style->own_bold) look->bold = own->bold;
    if (style->own_print) look->unprinted = own->unprinted;
    if (style->own_font) look->font = own->font;
    if (style->own_struck) look->struck = own->struck;
    if (style->own_turned) look->turned = own->turned;
    if (style->own_unlettered) look->unlettered = own->unlettered;
    if (!style->own_guard) return;
    look->hidden_content = own->hidden_content;
    look->hidden_formula = own->hidden_formula;
    look->locked = own->locked;
}

/* Defaults, then parents, then the style itself. A style without a parent builds on the defaults. */
kp_stored_look kp_style_look(const kp_styles *s, const char *name) {
    const kp_style *chain[DEEP];
    size_t count = 0;
    kp_stored_look look = KP_PLAIN_LOOK;
    if (name == NULL || *name == '\0') name = "Default";
    const kp_style *style = find(s, name, true);
    if (style == NULL) style = find(s, name, false);
    while (style != NULL && count < DEEP) {
        chain[count++] = style;
        style =
            style->parent == NULL || *style->parent == '\0' ? NULL : find(s, style->parent, false);
    }
    const kp_style *defaults = find(s, "", false);
    if (defaults != NULL) inherit(&look, defaults);
    while (count > 0)
        inherit(&look, chain[--count]);
    return look;
}

kp_stored_look kp_style_letters(const kp_styles *s, const char *name) {
    kp_auto_buffer known = {0};
    kp_putf(&known, "%s%s", LETTERS, name);
    return kp_style_look(s, kp_buffer_text(&known));
}

/* -------------------------------------------------------------------------- header and footer */

static void on_page(void *data, const kp_xml_element *element) {
    kp_styles *s = data;
    s->page = (kp_style_pair){keep(s, KP_WALK_GET(element, "style:name")), NULL, NULL};
}

static void on_page_end(void *data, const char *text, size_t length) {
    (void)text;
    (void)length;
    kp_styles *s = data;
    if (s->page.name != NULL) add_pair(s, &s->pages, s->page);
}

static void on_printed(void *data, const kp_xml_element *element) {
    kp_styles *s = data;
    s->shown_off = !KP_WALK_TRUE(element, "style:display", true);
    kp_buffer_clear(&s->printed);
}

static void on_region(void *data, const kp_xml_element *element) {
    kp_styles *s = data;
    bool left = kp_xml_same(&element->name, "style:region-left", 17);
    bool right = kp_xml_same(&element->name, "style:region-right", 18);
    kp_putf(&s->printed, "%c%c", KP_PRINTED_PART, left ? 'L' : right ? 'R' : 'C');
}

static void on_printed_text(void *data, const char *text, size_t length) {
    kp_styles *s = data;
    kp_put_bytes(&s->printed, text, length);
}

static const char *keep_printed(kp_styles *s) {
    kp_auto_buffer out = {0};
    if (!s->shown_off) kp_printed_put(&out, kp_buffer_text(&s->printed));
    return out.used == 0 ? NULL : kp_workbook_keep(s->workbook, out.text, out.used);
}

static void on_header_end(void *data, const char *text, size_t length) {
    (void)text;
    (void)length;
    kp_styles *s = data;
    s->page.value = keep_printed(s);
}

static void on_footer_end(void *data, const char *text, size_t length) {
    (void)text;
    (void)length;
    kp_styles *s = data;
    s->page.second = keep_printed(s);
}

static void on_default(void *data, const kp_xml_element *element) {
    kp_styles *s = data;
    bool cells = strcmp(KP_WALK_GET(element, "style:family"), "table-cell") == 0;
    s->now = cells ? add_style(s, "") : NULL;
    s->sized = NULL;
}

enum {
    DOCUMENT = KP_STYLE_DOCUMENT,
    STYLES,
    FORMAT,
    LITERAL,
    LEAF,
    STYLE,
    MASTERS,
    PAGE,
    PRINTED,
    REGION,
    WORDS,
    LAYOUT,
    PICTURE,
    FONTS
};

const kp_walk_step KP_STYLE[KP_STYLE_STEPS] = {
    {0, "office:document-styles", DOCUMENT, NULL, NULL},
    {0, "office:document-content", DOCUMENT, NULL, NULL},
    {DOCUMENT, "office:styles", STYLES, NULL, NULL},
    {DOCUMENT, "office:automatic-styles", STYLES, NULL, NULL},
    {STYLES, "number:number-style", FORMAT, on_format, on_format_end},
    {STYLES, "number:percentage-style", FORMAT, on_format, on_format_end},
    {STYLES, "number:currency-style", FORMAT, on_format, on_format_end},
    {STYLES, "number:date-style", FORMAT, on_format, on_format_end},
    {STYLES, "number:time-style", FORMAT, on_format, on_format_end},
    {STYLES, "number:text-style", FORMAT, on_format, on_format_end},
    {STYLES, "number:boolean-style", FORMAT, on_format, on_format_end},
    {FORMAT, "number:text", LITERAL, NULL, on_literal_end},
    {FORMAT, "number:currency-symbol", LITERAL, NULL, on_literal_end},
    {FORMAT, "style:text-properties", LEAF, on_format_colour, NULL},
    {FORMAT, "style:map", LEAF, on_format_map, NULL},
    {FORMAT, "number:fill-character", LEAF, NULL, NULL},
    {FORMAT, "loext:fill-character", LEAF, NULL, NULL},
    {FORMAT, "*", LEAF, on_piece, NULL},
    {STYLES, "style:default-style", STYLE, on_default, NULL},
    {STYLES, "style:style", STYLE, on_style, NULL},
    {STYLE, "style:table-cell-properties", LAYOUT, on_cell_properties, NULL},
    {STYLE, "style:text-properties", LEAF, on_text_properties, NULL},
    {STYLE, "style:map", LEAF, on_style_map, NULL},
    {STYLE, "style:table-row-properties", LEAF, on_row_properties, NULL},
    {STYLE, "style:table-column-properties", LEAF, on_column_properties, NULL},
    {LAYOUT, "style:page-layout-properties", LAYOUT, NULL, NULL},
    {LAYOUT, "style:background-image", PICTURE, on_picture, NULL},
    {PICTURE, "office:binary-data", LEAF, on_picture_data, NULL},
    {STYLES, "style:page-layout", LAYOUT, NULL, NULL},
    {DOCUMENT, "office:font-face-decls", FONTS, NULL, NULL},
    {FONTS, "style:font-face", LEAF, on_font, NULL},
    {DOCUMENT, "office:master-styles", MASTERS, NULL, NULL},
    {MASTERS, "style:master-page", PAGE, on_page, on_page_end},
    {PAGE, "style:header", PRINTED, on_printed, on_header_end},
    {PAGE, "style:footer", PRINTED, on_printed, on_footer_end},
    {PRINTED, "style:region-left", REGION, on_region, NULL},
    {PRINTED, "style:region-center", REGION, on_region, NULL},
    {PRINTED, "style:region-right", REGION, on_region, NULL},
    {PRINTED, "text:p", WORDS, NULL, on_printed_text},
    {REGION, "text:p", WORDS, NULL, on_printed_text},
    {WORDS, "text:span", WORDS, NULL, NULL},
    {0, NULL, 0, NULL, NULL}};

void kp_styles_end(kp_styles *s) {
    free(s->style);
    kp_index_end(&s->names[0]);
    kp_index_end(&s->names[1]);
    free(s->formats.pair);
    free(s->sheets.pair);
    free(s->pages.pair);
    free(s->fonts.pair);
    free(s->rows.points);
    free(s->columns.points);
    kp_index_end(&s->rows.names);
    kp_index_end(&s->columns.names);
    free(s->maps);
    kp_number_free(&s->number);
    kp_buffer_end(&s->printed);
}
