/* SPDX-License-Identifier: MPL-2.0
 *
 * styles.c: how the cells of an .xlsx look.
 */
#include "stored/xlsx/styles.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "stored/colour.h"
#include "stored/format.h"
#include "stored/walk.h"

#define MAIN   "http://schemas.openxmlformats.org/"
#define STRICT "http://purl.oclc.org/ooxml/"
const kp_xml_space KP_XLSX_SPACES[] = {
    {MAIN "spreadsheetml/2006/main", "s"},
    {STRICT "spreadsheetml/main", "s"},
    {MAIN "officeDocument/2006/relationships", "r"},
    {STRICT "officeDocument/relationships", "r"},
    {MAIN "package/2006/relationships", "rel"},
    {MAIN "drawingml/2006/main", "a"},
    {STRICT "drawingml/main", "a"},
    {MAIN "drawingml/2006/spreadsheetDrawing", "xdr"},
    {STRICT "drawingml/spreadsheetDrawing", "xdr"},
    {"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main", "x14"},
    {"http://schemas.microsoft.com/office/excel/2006/main", "xm"},
    {MAIN "drawingml/2006/chart", "c"},
    {STRICT "drawingml/chart", "c"},
    {MAIN "package/2006/content-types", "ct"},
    {MAIN "officeDocument/2006/custom-properties", "cp"},
    {STRICT "officeDocument/customProperties", "cp"},
    {MAIN "officeDocument/2006/extended-properties", "ep"},
    {STRICT "officeDocument/extendedProperties", "ep"},
    {MAIN "officeDocument/2006/docPropsVTypes", "vt"},
    {STRICT "officeDocument/docPropsVTypes", "vt"},
    {NULL, NULL}};

enum { MOST = 65536, NO_COLOUR = -1 };

/* Pieces of styles, which styles of cells name by their numbers. */
typedef struct pieces {
    kp_stored_look *look; /* of which only the piece's own part counts */
    size_t count, size;
} pieces;

typedef struct format {
    long number;
    const char *code;
} format;

typedef struct reading {
    kp_xlsx_styles *styles;
    kp_workbook *workbook;
    pieces fonts, fills;
    format *formats;
    size_t format_count, format_size;
    kp_palette palette;
    kp_stored_look now;    /* of the style that is being read */
    long pattern, fill[2]; /* what stands in a fill: in front, behind */
    bool patterned;
} reading;

static bool room(kp_workbook *workbook, void **list, size_t count, size_t *size, size_t each) {
    if (count < *size) return true;
    size_t wider = *size == 0 ? 32 : *size * 2;
    void *more = wider > MOST ? NULL : realloc(*list, wider * each);
    if (more == NULL) {
        workbook->failed = true;
        return false;
    }
    *list = more;
    *size = wider;
    return true;
}

#define ROOM(workbook, list, count, size)                                                          \
    room(workbook, (void **)&(list), count, &(size), sizeof *(list))

static void add_piece(reading *r, pieces *p) {
    if (ROOM(r->workbook, p->look, p->count, p->size)) p->look[p->count++] = r->now;
}

/* ------------------------------------------------------------------------------------ pieces */

static void on_format(void *data, const kp_xml_element *element) {
    reading *r = data;
    kp_auto_buffer code = {0};
    kp_format_put(&code, KP_WALK_GET(element, "formatCode"));
    if (!ROOM(r->workbook, r->formats, r->format_count, r->format_size)) return;
    r->formats[r->format_count++] =
        (format){KP_WALK_LONG(element, "numFmtId", -1),
                 kp_workbook_keep(r->workbook, kp_buffer_text(&code), code.used)};
}

/* Codes that every program knows by their numbers; those of dates differ by language. */
static const char *built_in(long number) {
    static const struct {
        long number;
        const char *code;
    } CODES[] = {{0, "General"},
                 {1, "0"},
                 {2, "0.00"},
                 {3, "#,##0"},
                 {4, "#,##0.00"},
                 {9, "0%"},
                 {10, "0.00%"},
                 {11, "0.00E+00"},
                 {12, "# ?/?"},
                 {14, "yyyy/m/d"},
                 {37, "#,##0 ;(#,##0)"},
                 {38, "#,##0 ;[RED](#,##0)"},
                 {39, "#,##0.00 ;(#,##0.00)"},
                 {40, "#,##0.00 ;[RED](#,##0.00)"},
                 {49, "@"}};
    for (size_t i = 0; i < sizeof CODES / sizeof *CODES; i++)
        if (CODES[i].number == number) return CODES[i].code;
    return NULL;
}

static const char *format_of(reading *r, long number) {
    for (size_t i = r->format_count; i > 0; i--)
        if (r->formats[i - 1].number == number) return r->formats[i - 1].code;
    kp_auto_buffer code = {0};
    if (built_in(number) != NULL)
        kp_format_put(&code, built_in(number));
    else
        kp_putf(&code, "format %ld", number);
    return kp_workbook_keep(r->workbook, kp_buffer_text(&code), code.used);
}

static long colour_of(const reading *r, const kp_xml_element *element) {
    const char *rgb = KP_WALK_GET(element, "rgb");
    const char *theme = KP_WALK_GET(element, "theme");
    const char *tint = KP_WALK_GET(element, "tint");
    long colour = NO_COLOUR;
    if (*theme != '\0') {
        long index = kp_walk_long(theme, -1);
        if (index >= 0 && index < KP_THEME_COLOURS) colour = r->styles->theme[index];
    } else if (*rgb != '\0') {
        colour = kp_colour_read(rgb);
    } else if (!KP_WALK_TRUE(element, "auto", false)) {
        colour = kp_palette_colour(&r->palette, KP_WALK_LONG(element, "indexed", -1));
    }
    return *tint == '\0' ? colour : kp_colour_tinted(colour, strtod(tint, NULL));
}

static void on_begin(void *data, const kp_xml_element *element) {
    (void)element;
    reading *r = data;
    r->now = KP_PLAIN_LOOK;
    r->patterned = false;
    r->fill[0] = r->fill[1] = NO_COLOUR;
}

static void on_bold(void *data, const kp_xml_element *element) {
    reading *r = data;
    r->now.bold = KP_WALK_TRUE(element, "val", true);
}

static void on_struck(void *data, const kp_xml_element *element) {
    reading *r = data;
    r->now.struck = KP_WALK_TRUE(element, "val", true);
}

static void on_font_name(void *data, const kp_xml_element *element) {
    reading *r = data;
    const char *name = KP_WALK_GET(element, "val");
    r->now.font = kp_workbook_keep(r->workbook, name, strlen(name));
}

static void on_alignment(void *data, const kp_xml_element *element) {
    reading *r = data;
    r->now.turned = KP_WALK_LONG(element, "textRotation", 0) != 0;
}

static void on_size(void *data, const kp_xml_element *element) {
    reading *r = data;
    r->now.size = strtod(KP_WALK_GET(element, "val"), NULL);
}

static void on_colour(void *data, const kp_xml_element *element) {
    reading *r = data;
    r->now.colour = colour_of(r, element);
}

static void on_font_end(void *data, const char *text, size_t length) {
    (void)text;
    (void)length;
    reading *r = data;
    add_piece(r, &r->fonts);
}

static void on_pattern(void *data, const kp_xml_element *element) {
    reading *r = data;
    const char *kind = KP_WALK_GET(element, "patternType");
    r->patterned = *kind != '\0' && strcmp(kind, "none") != 0;
    r->pattern = strcmp(kind, "solid") == 0 ? 100 : strcmp(kind, "gray125") == 0 ? 12 : 50;
}

static void on_front(void *data, const kp_xml_element *element) {
    reading *r = data;
    r->fill[0] = colour_of(r, element);
}

static void on_back(void *data, const kp_xml_element *element) {
    reading *r = data;
    r->fill[1] = colour_of(r, element);
}

/* Of a gradient the last colour, so that it is no plain ground. */
static void on_stop(void *data, const kp_xml_element *element) {
    reading *r = data;
    r->patterned = true;
    r->pattern = 100;
    r->fill[0] = colour_of(r, element);
}

static void on_fill_end(void *data, const char *text, size_t length) {
    (void)text;
    (void)length;
    reading *r = data;
    if (r->patterned) r->now.ground = kp_colour_mixed(r->fill[0], r->fill[1], r->pattern);
    add_piece(r, &r->fills);
}

/* ----------------------------------------------------------------------------------- styles */

static void on_style(void *data, const kp_xml_element *element) {
    reading *r = data;
    size_t font = (size_t)KP_WALK_LONG(element, "fontId", 0);
    size_t fill = (size_t)KP_WALK_LONG(element, "fillId", 0);
    r->now = font < r->fonts.count ? r->fonts.look[font] : KP_PLAIN_LOOK;
    r->now.ground = fill < r->fills.count ? r->fills.look[fill].ground : NO_COLOUR;
    r->now.format = format_of(r, KP_WALK_LONG(element, "numFmtId", 0));
}

static void on_protection(void *data, const kp_xml_element *element) {
    reading *r = data;
    r->now.locked = KP_WALK_TRUE(element, "locked", true);
    r->now.hidden_formula = KP_WALK_TRUE(element, "hidden", false);
}

static void on_style_end(void *data, const char *text, size_t length) {
    (void)text;
    (void)length;
    reading *r = data;
    kp_xlsx_styles *styles = r->styles;
    if (ROOM(r->workbook, styles->looks, styles->count, styles->size))
        styles->looks[styles->count++] = kp_workbook_look(r->workbook, &r->now);
}

static void on_change_format(void *data, const kp_xml_element *element) {
    reading *r = data;
    kp_auto_buffer code = {0};
    kp_format_put(&code, KP_WALK_GET(element, "formatCode"));
    r->now.format = kp_workbook_keep(r->workbook, kp_buffer_text(&code), code.used);
}

/* In a condition's fill the colour behind is the one that is seen. */
static void on_change_end(void *data, const char *text, size_t length) {
    (void)text;
    (void)length;
    reading *r = data;
    kp_xlsx_styles *styles = r->styles;
    r->now.ground = r->fill[1] != NO_COLOUR ? r->fill[1] : r->fill[0];
    kp_auto_buffer change = {0};
    kp_change_put(&change, &r->now);
    if (ROOM(r->workbook, styles->changes, styles->change_count, styles->change_size))
        styles->changes[styles->change_count++] =
            kp_workbook_keep(r->workbook, kp_buffer_text(&change), change.used);
}

static void on_indexed(void *data, const kp_xml_element *element) {
    reading *r = data;
    kp_palette_add(&r->palette, kp_colour_read(KP_WALK_GET(element, "rgb")));
}

enum {
    SHEET = 1,
    FORMATS,
    FORMAT,
    FONTS,
    FONT,
    BOLD,
    SIZE,
    COLOUR,
    FILLS,
    FILL,
    PATTERN,
    FRONT,
    BACK,
    GRADIENT,
    STOP,
    CELLS,
    STYLE,
    PROTECTION,
    CHANGES,
    CHANGE,
    CHANGE_FONT,
    CHANGE_FILL,
    CHANGE_FORMAT,
    COLOURS,
    INDEXED
};

/* Colours come behind the pieces that name them: they are read first. */
static const kp_walk_step PALETTE[] = {{0, "s:styleSheet", SHEET, NULL, NULL},
                                       {SHEET, "s:colors", COLOURS, NULL, NULL},
                                       {COLOURS, "s:indexedColors", INDEXED, NULL, NULL},
                                       {INDEXED, "s:rgbColor", COLOUR, on_indexed, NULL},
                                       {0, NULL, 0, NULL, NULL}};

static const kp_walk_step STYLES[] = {{0, "s:styleSheet", SHEET, NULL, NULL},
                                      {SHEET, "s:numFmts", FORMATS, NULL, NULL},
                                      {FORMATS, "s:numFmt", FORMAT, on_format, NULL},
                                      {SHEET, "s:fonts", FONTS, NULL, NULL},
                                      {FONTS, "s:font", FONT, on_begin, on_font_end},
                                      {FONT, "s:b", BOLD, on_bold, NULL},
                                      {FONT, "s:sz", SIZE, on_size, NULL},
                                      {FONT, "s:strike", BOLD, on_struck, NULL},
                                      {FONT, "s:name", BOLD, on_font_name, NULL},
                                      {FONT, "s:color", COLOUR, on_colour, NULL},
                                      {SHEET, "s:fills", FILLS, NULL, NULL},
                                      {FILLS, "s:fill", FILL, on_begin, on_fill_end},
                                      {FILL, "s:patternFill", PATTERN, on_pattern, NULL},
                                      {PATTERN, "s:fgColor", FRONT, on_front, NULL},
                                      {PATTERN, "s:bgColor", BACK, on_back, NULL},
                                      {FILL, "s:gradientFill", GRADIENT, NULL, NULL},
                                      {GRADIENT, "s:stop", STOP, NULL, NULL},
                                      {STOP, "s:color", COLOUR, on_stop, NULL},
                                      {SHEET, "s:cellXfs", CELLS, NULL, NULL},
                                      {CELLS, "s:xf", STYLE, on_style, on_style_end},
                                      {STYLE, "s:alignment", PROTECTION, on_alignment, NULL},
                                      {STYLE, "s:protection", PROTECTION, on_protection, NULL},
                                      {SHEET, "s:dxfs", CHANGES, NULL, NULL},
                                      {CHANGES, "s:dxf", CHANGE, on_begin, on_change_end},
                                      {CHANGE, "s:font", CHANGE_FONT, NULL, NULL},
                                      {CHANGE_FONT, "s:b", BOLD, on_bold, NULL},
                                      {CHANGE_FONT, "s:color", COLOUR, on_colour, NULL},
                                      {CHANGE, "s:fill", CHANGE_FILL, NULL, NULL},
                                      {CHANGE_FILL, "s:patternFill", PATTERN, NULL, NULL},
                                      {CHANGE, "s:numFmt", CHANGE_FORMAT, on_change_format, NULL},
                                      {0, NULL, 0, NULL, NULL}};

kp_xml_end kp_xlsx_styles_read(kp_xlsx_styles *styles, kp_workbook *workbook, char *text,
                               size_t length) {
    reading r = {.styles = styles, .workbook = workbook};
    char *copy = malloc(length + 1);
    if (copy == NULL) {
        workbook->failed = true;
        return KP_XML_STOPPED;
    }
    memcpy(copy, text, length + 1);
    kp_xml_end end = kp_walk(copy, length, PALETTE, KP_XLSX_SPACES, &r, NULL);
    free(copy);
    if (end == KP_XML_READ) end = kp_walk(text, length, STYLES, KP_XLSX_SPACES, &r, NULL);
    free(r.fonts.look);
    free(r.fills.look);
    free(r.formats);
    return end;
}

void kp_xlsx_styles_end(kp_xlsx_styles *styles) {
    free(styles->looks);
    free(styles->changes);
    *styles = (kp_xlsx_styles){0};
}

/* ------------------------------------------------------------------------------------- theme */

void kp_xlsx_styles_begin(kp_xlsx_styles *styles) {
    static const long OFFICE[KP_THEME_COLOURS] = {0xFFFFFF, 0x000000, 0xEEECE1, 0x1F497D,
                                                  0x4F81BD, 0xC0504D, 0x9BBB59, 0x8064A2,
                                                  0x4BACC6, 0xF79646, 0x0000FF, 0x800080};
    *styles = (kp_xlsx_styles){0};
    memcpy(styles->theme, OFFICE, sizeof OFFICE);
}

typedef struct theme {
    kp_xlsx_styles *styles;
    size_t count;
} theme;

/* The file has dark, light, dark, light; numbers of colours count light, dark, light, dark. */
static void on_theme_colour(void *data, const kp_xml_element *element) {
    static const unsigned char PLACE[KP_THEME_COLOURS] = {1, 0, 3, 2, 4, 5, 6, 7, 8, 9, 10, 11};
    theme *t = data;
    const char *last = KP_WALK_GET(element, "lastClr");
    long colour = kp_colour_read(*last != '\0' ? last : KP_WALK_GET(element, "val"));
    if (t->count < KP_THEME_COLOURS) t->styles->theme[PLACE[t->count++]] = colour;
}

kp_xml_end kp_xlsx_theme_read(kp_xlsx_styles *styles, char *text, size_t length) {
    static const kp_walk_step STEPS[] = {{0, "a:theme", SHEET, NULL, NULL},
                                         {SHEET, "a:themeElements", FORMATS, NULL, NULL},
                                         {FORMATS, "a:clrScheme", COLOURS, NULL, NULL},
                                         {COLOURS, "*", STOP, NULL, NULL},
                                         {STOP, "*", COLOUR, on_theme_colour, NULL},
                                         {0, NULL, 0, NULL, NULL}};
    theme t = {styles, 0};
    return kp_walk(text, length, STEPS, KP_XLSX_SPACES, &t, NULL);
}
