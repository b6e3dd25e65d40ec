/* SPDX-License-Identifier: MPL-2.0
 *
 * sheet.c: the cells of one sheet of an .xlsx, and the texts that they name. What lies over the
 * cells is read by over.c.
 */
#include "stored/xlsx/sheet.h"

#include <stdlib.h>
#include <string.h>

#include "stored/colour.h"
#include "stored/shift.h"
#include "stored/walk.h"
#include "stored/xlsx/over.h"

enum { MOST_STRINGS = 2000000, MOST_SHARED = 65536 };

/* -------------------------------------------------------------------------------------- texts */

static int hex(char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                  : -1;
}

/* _x000D_: a letter that XML does not take. */
static long escaped(const char *text) {
    if (text[0] != '_' || text[1] != 'x') return -1;
    long letter = 0;
    for (size_t i = 2; i < 6; i++) {
        int digit = hex(text[i]);
        if (digit < 0) return -1;
        letter = letter * 16 + digit;
    }
    return text[6] == '_' && letter > 0 && (letter < 0xD800 || letter > 0xDFFF) ? letter : -1;
}

static void put_letter(kp_buffer *out, long letter) {
    char bytes[3] = {(char)letter};
    size_t count = 1;
    if (letter >= 0x800) {
        bytes[0] = (char)(0xE0 | letter >> 12);
        bytes[1] = (char)(0x80 | (letter >> 6 & 0x3F));
        bytes[2] = (char)(0x80 | (letter & 0x3F));
        count = 3;
    } else if (letter >= 0x80) {
        bytes[0] = (char)(0xC0 | letter >> 6);
        bytes[1] = (char)(0x80 | (letter & 0x3F));
        count = 2;
    }
    kp_put_bytes(out, bytes, count);
}

static const char *keep_text(kp_workbook *workbook, const char *text, size_t length) {
    if (strstr(text, "_x") == NULL) return kp_workbook_keep(workbook, text, length);
    kp_auto_buffer out = {0};
    for (const char *at = text; at < text + length;) {
        long letter = escaped(at);
        if (letter < 0)
            kp_put_bytes(&out, at, 1);
        else
            put_letter(&out, letter);
        at += letter < 0 ? 1 : 7;
    }
    return kp_workbook_keep(workbook, kp_buffer_text(&out), out.used);
}

/* Letters of a part of a text that nobody sees on white. */
static bool is_faint_colour(const kp_xlsx_styles *styles, const kp_xml_element *element) {
    enum { WHITE = 1, WHITE_AGAIN = 9 };
    long theme = KP_WALK_LONG(element, "theme", -1);
    long indexed = KP_WALK_LONG(element, "indexed", -1);
    long colour = theme >= 0 && theme < KP_THEME_COLOURS ? styles->theme[theme]
                  : indexed == WHITE || indexed == WHITE_AGAIN
                      ? 0xFFFFFF
                      : kp_colour_read(KP_WALK_GET(element, "rgb"));
    return kp_colour_is_faint(colour, -1);
}

static bool is_tiny(const kp_xml_element *element) {
    const char *size = KP_WALK_GET(element, "val");
    return *size != '\0' && strtod(size, NULL) < KP_TINY_LETTERS;
}

typedef struct texts {
    kp_xlsx_strings *strings;
    const kp_xlsx_styles *styles;
    bool faint;
    kp_workbook *workbook;
    kp_buffer text;
} texts;

static void on_text(void *data, const char *text, size_t length) {
    texts *t = data;
    kp_put_bytes(&t->text, text, length);
}

static void on_string(void *data, const kp_xml_element *element) {
    (void)element;
    texts *t = data;
    t->faint = false;
    kp_buffer_clear(&t->text);
}

static void on_run_colour(void *data, const kp_xml_element *element) {
    texts *t = data;
    t->faint = t->faint || is_faint_colour(t->styles, element);
}

static void on_run_size(void *data, const kp_xml_element *element) {
    texts *t = data;
    t->faint = t->faint || is_tiny(element);
}

static void on_string_end(void *data, const char *text, size_t length) {
    (void)text;
    (void)length;
    texts *t = data;
    kp_xlsx_strings *strings = t->strings;
    if (strings->count == strings->size) {
        size_t wider = strings->size == 0 ? 1024 : strings->size * 2;
        const char **more =
            wider > MOST_STRINGS ? NULL : realloc(strings->text, wider * sizeof *more);
        if (more == NULL) {
            t->workbook->failed = true;
            return;
        }
        strings->text = more;
        bool *faint = realloc(strings->faint, wider * sizeof *faint);
        if (faint == NULL) {
            t->workbook->failed = true;
            return;
        }
        strings->faint = faint;
        strings->size = wider;
    }
    strings->faint[strings->count] = t->faint;
    strings->text[strings->count++] =
        keep_text(t->workbook, kp_buffer_text(&t->text), t->text.used);
}

kp_xml_end kp_xlsx_strings_read(kp_xlsx_strings *strings, const kp_xlsx_styles *styles,
                                kp_workbook *workbook, char *text, size_t length) {
    enum { LIST = 1, STRING, RUN, LOOK, TEXT };
    static const kp_walk_step STEPS[] = {{0, "s:sst", LIST, NULL, NULL},
                                         {LIST, "s:si", STRING, on_string, on_string_end},
                                         {STRING, "s:t", TEXT, NULL, on_text},
                                         {STRING, "s:r", RUN, NULL, NULL},
                                         {RUN, "s:t", TEXT, NULL, on_text},
                                         {RUN, "s:rPr", LOOK, NULL, NULL},
                                         {LOOK, "s:color", TEXT, on_run_colour, NULL},
                                         {LOOK, "s:sz", TEXT, on_run_size, NULL},
                                         {0, NULL, 0, NULL, NULL}};
    texts t = {.strings = strings, .styles = styles, .workbook = workbook};
    kp_xml_end end = kp_walk(text, length, STEPS, KP_XLSX_SPACES, &t, NULL);
    kp_buffer_end(&t.text);
    return end;
}

void kp_xlsx_strings_end(kp_xlsx_strings *strings) {
    free(strings->text);
    free(strings->faint);
    *strings = (kp_xlsx_strings){0};
}

/* -------------------------------------------------------------------------------------- cells */

/* A formula that other cells share. */
typedef struct shared {
    long number, column, row;
    const char *formula;
} shared;

typedef struct reading {
    kp_xlsx_over over; /* what lies over the cells; it has the sheet as well */
    kp_xlsx *xlsx;
    kp_stored_cell now;
    char kind[12];
    bool has_value, faint;
    bool bad; /* disorder, or more than any submission holds */
    kp_buffer text, formula;
    long row, column; /* of the last cell */
    long number;      /* of a shared formula, -1 none */
    kp_stored_area covered;
    shared *shared;
    size_t shared_count, shared_size;
} reading;

static size_t look_of(const reading *r, long style) {
    const kp_xlsx_styles *styles = &r->xlsx->styles;
    return style >= 0 && (size_t)style < styles->count ? styles->looks[style] : 0;
}

static void count(reading *r) {
    if (++r->xlsx->cells > KP_XLSX_MOST_CELLS) r->bad = true;
}

static void add_blank(reading *r, kp_stored_area area, size_t look) {
    kp_stored_sheet *sheet = r->over.sheet;
    kp_stored_blank *last = sheet->blank_count == 0 ? NULL : &sheet->blanks[sheet->blank_count - 1];
    if (last != NULL && last->look == look && last->area.top == area.top &&
        last->area.bottom == area.bottom && last->area.right + 1 == area.left) {
        last->area.right = area.right;
        return;
    }
    kp_stored_blank *blank = kp_workbook_add_blank(r->xlsx->workbook, sheet);
    if (blank != NULL) *blank = (kp_stored_blank){area, look};
    count(r);
}

static void on_column(void *data, const kp_xml_element *element) {
    reading *r = data;
    long from = KP_WALK_LONG(element, "min", 0) - 1;
    long to = KP_WALK_LONG(element, "max", 0) - 1;
    if (from < 0 || to < from || to > KP_LAST_COLUMN) return;
    kp_stored_area area = {from, 0, to, KP_LAST_ROW};
    const char *width = KP_WALK_GET(element, "width");
    bool narrow = *width != '\0' && strtod(width, NULL) < KP_NARROW_WIDTH;
    if (narrow || KP_WALK_TRUE(element, "hidden", false))
        kp_workbook_add_area(r->xlsx->workbook, &r->over.sheet->hidden_columns, area);
    add_blank(r, area, look_of(r, KP_WALK_LONG(element, "style", 0)));
    if (*width != '\0')
        kp_workbook_add_size(r->xlsx->workbook, &r->over.sheet->widths,
                             (kp_stored_size){from, to, strtod(width, NULL) * KP_LETTER_POINTS});
}

static void hide_row(reading *r, long row) {
    kp_stored_areas *rows = &r->over.sheet->hidden_rows;
    kp_stored_area *last = rows->count == 0 ? NULL : &rows->area[rows->count - 1];
    if (last != NULL && last->bottom + 1 == row)
        last->bottom = row;
    else
        kp_workbook_add_area(r->xlsx->workbook, rows,
                             (kp_stored_area){0, row, KP_LAST_COLUMN, row});
}

/* Where rows are hidden unless they say otherwise, those that the file leaves out are hidden too. */
static void on_row(void *data, const kp_xml_element *element) {
    reading *r = data;
    long row = KP_WALK_LONG(element, "r", r->row + 2) - 1;
    if (row <= r->row || row > KP_LAST_ROW) r->bad = true;
    if (r->over.rows_hidden)
        for (long left_out = r->row + 1; left_out < row && left_out <= KP_LAST_ROW; left_out++)
            hide_row(r, left_out);
    r->row = row;
    r->column = -1;
    const char *height = KP_WALK_GET(element, "ht");
    bool flat = *height != '\0' && strtod(height, NULL) < KP_FLAT_HEIGHT;
    if (flat || KP_WALK_TRUE(element, "hidden", false)) hide_row(r, row);
    if (*height != '\0')
        kp_workbook_add_size(r->xlsx->workbook, &r->over.sheet->heights,
                             (kp_stored_size){row, row, strtod(height, NULL)});
    if (KP_WALK_TRUE(element, "customFormat", false))
        add_blank(r, (kp_stored_area){0, row, KP_LAST_COLUMN, row},
                  look_of(r, KP_WALK_LONG(element, "s", 0)));
}

static void on_cell(void *data, const kp_xml_element *element) {
    reading *r = data;
    const char *place = KP_WALK_GET(element, "r");
    const char *end = place;
    kp_stored_area area = {r->column + 1, r->row, r->column + 1, r->row};
    bool understood = *place == '\0' || (kp_shift_area(place, &end, &area) && *end == '\0');
    if (!understood || area.top != r->row || area.left <= r->column) r->bad = true;
    r->column = area.left;
    r->now = (kp_stored_cell){
        .column = area.left, .row = r->row, .look = look_of(r, KP_WALK_LONG(element, "s", 0))};
    strncpy(r->kind, KP_WALK_GET(element, "t"), sizeof r->kind - 1);
    r->has_value = r->faint = false;
    kp_buffer_clear(&r->text);
    kp_buffer_clear(&r->formula);
    r->number = -1;
    r->covered = (kp_stored_area){0, 0, -1, -1};
}

static void on_formula(void *data, const kp_xml_element *element) {
    reading *r = data;
    const char *kind = KP_WALK_GET(element, "t");
    const char *end = NULL;
    if (strcmp(kind, "shared") == 0) r->number = KP_WALK_LONG(element, "si", -1);
    if (strcmp(kind, "array") == 0 &&
        kp_shift_area(KP_WALK_GET(element, "ref"), &end, &r->covered)) {
        r->now.across = r->covered.right - r->covered.left + 1;
        r->now.down = r->covered.bottom - r->covered.top + 1;
    }
    if (strcmp(kind, "dataTable") == 0) kp_put(&r->formula, "MULTIPLE.OPERATIONS()");
}

static void on_formula_end(void *data, const char *text, size_t length) {
    reading *r = data;
    kp_put_bytes(&r->formula, text, length);
}

/* A value twice would be one for us and another for Calc. */
static void on_value_end(void *data, const char *text, size_t length) {
    reading *r = data;
    if (strcmp(r->kind, "inlineStr") == 0) return;
    if (r->has_value) r->bad = true;
    kp_put_bytes(&r->text, text, length);
    r->has_value = true;
}

static void on_run_in_cell(void *data, const kp_xml_element *element) {
    reading *r = data;
    r->faint = r->faint || is_faint_colour(&r->xlsx->styles, element);
}

static void on_size_in_cell(void *data, const kp_xml_element *element) {
    reading *r = data;
    r->faint = r->faint || is_tiny(element);
}

static void on_inline_end(void *data, const char *text, size_t length) {
    reading *r = data;
    if (strcmp(r->kind, "inlineStr") != 0) return;
    kp_put_bytes(&r->text, text, length);
    r->has_value = true;
}

/* A shared formula is spelled at its first cell; the others count from there. */
static void share(reading *r) {
    for (size_t i = r->shared_count; i > 0 && r->formula.used == 0; i--) {
        const shared *s = &r->shared[i - 1];
        if (s->number != r->number) continue;
        kp_shift_put(&r->formula, s->formula, r->now.column - s->column, r->now.row - s->row);
        return;
    }
    if (r->formula.used == 0) return;
    if (r->shared_count == r->shared_size) {
        size_t wider = r->shared_size == 0 ? 64 : r->shared_size * 2;
        shared *more = wider > MOST_SHARED ? NULL : realloc(r->shared, wider * sizeof *more);
        if (more == NULL) {
            r->xlsx->workbook->failed = true;
            return;
        }
        r->shared = more;
        r->shared_size = wider;
    }
    r->shared[r->shared_count++] =
        (shared){r->number, r->now.column, r->now.row,
                 kp_workbook_keep(r->xlsx->workbook, kp_buffer_text(&r->formula), r->formula.used)};
}

static void take_text(reading *r, const char *text, size_t length) {
    r->now.kind = KP_STORED_TEXT;
    r->now.text = keep_text(r->xlsx->workbook, text, length);
}

static void take_value(reading *r) {
    const char *text = kp_buffer_text(&r->text);
    const char *kind = r->kind;
    if (strcmp(kind, "s") == 0) {
        const kp_xlsx_strings *strings = &r->xlsx->strings;
        long number = kp_walk_long(text, -1);
        bool there = number >= 0 && (size_t)number < strings->count;
        r->now.kind = KP_STORED_TEXT;
        r->now.text = there ? strings->text[number] : "";
        r->faint = there && strings->faint[number];
    } else if (strcmp(kind, "str") == 0 || strcmp(kind, "inlineStr") == 0 ||
               strcmp(kind, "d") == 0) {
        take_text(r, text, r->text.used);
    } else if (strcmp(kind, "e") == 0) {
        take_text(r, text, r->text.used);
        r->now.kind = KP_STORED_ERROR;
    } else if (*text != '\0') {
        char *end = NULL;
        r->now.number = strtod(text, &end);
        r->now.kind = KP_STORED_NUMBER;
        if (*end != '\0' || text[strspn(text, "+-.0123456789eE")] != '\0') r->bad = true;
    }
}

static void on_cell_end(void *data, const char *text, size_t length) {
    (void)text;
    (void)length;
    reading *r = data;
    if (r->number >= 0) share(r);
    if (r->has_value) take_value(r);
    if (r->formula.used > 0)
        r->now.formula =
            kp_workbook_keep(r->xlsx->workbook, kp_buffer_text(&r->formula), r->formula.used);
    if (r->now.kind == KP_STORED_EMPTY && r->now.formula == NULL) {
        add_blank(r, (kp_stored_area){r->now.column, r->now.row, r->now.column, r->now.row},
                  r->now.look);
        return;
    }
    if (r->faint)
        kp_workbook_add_area(
            r->xlsx->workbook, &r->over.sheet->faint,
            (kp_stored_area){r->now.column, r->now.row, r->now.column, r->now.row});
    kp_stored_cell *cell = kp_workbook_add_cell(r->xlsx->workbook, r->over.sheet);
    if (cell != NULL) *cell = r->now;
    count(r);
}

enum {
    SHEET = KP_OVER_SHEET,
    COLUMNS = KP_OVER_PLACES,
    COLUMN,
    DATA,
    ROW,
    CELL,
    FORMULA,
    VALUE,
    INLINE,
    RUN,
    LOOK
};

static const kp_walk_step CELLS[] = {{ROW, "s:c", CELL, on_cell, on_cell_end},
                                     {CELL, "s:v", VALUE, NULL, on_value_end},
                                     {CELL, "s:f", FORMULA, on_formula, on_formula_end},
                                     {DATA, "s:row", ROW, on_row, NULL},
                                     {CELL, "s:is", INLINE, NULL, NULL},
                                     {INLINE, "s:t", VALUE, NULL, on_inline_end},
                                     {INLINE, "s:r", RUN, NULL, NULL},
                                     {RUN, "s:t", VALUE, NULL, on_inline_end},
                                     {RUN, "s:rPr", LOOK, NULL, NULL},
                                     {LOOK, "s:color", VALUE, on_run_in_cell, NULL},
                                     {LOOK, "s:sz", VALUE, on_size_in_cell, NULL},
                                     {SHEET, "s:sheetData", DATA, NULL, NULL},
                                     {SHEET, "s:cols", COLUMNS, NULL, NULL},
                                     {COLUMNS, "s:col", COLUMN, on_column, NULL}};
enum { CELL_STEPS = sizeof CELLS / sizeof *CELLS };

kp_xml_end kp_xlsx_sheet_read(kp_xlsx *xlsx, size_t index, char *text, size_t length) {
    kp_walk_step steps[CELL_STEPS + KP_OVER_STEPS];
    memcpy(steps, CELLS, sizeof CELLS);
    memcpy(steps + CELL_STEPS, KP_OVER, sizeof(kp_walk_step) * KP_OVER_STEPS);
    reading r = {.over = {.workbook = xlsx->workbook,
                          .sheet = &xlsx->workbook->sheets[index],
                          .styles = &xlsx->styles},
                 .xlsx = xlsx,
                 .row = -1};
    kp_xml_end end = kp_walk(text, length, steps, KP_XLSX_SPACES, &r, &r.bad);
    kp_xlsx_over_end(&r.over);
    kp_buffer_end(&r.text);
    kp_buffer_end(&r.formula);
    free(r.shared);
    return end == KP_XML_READ && r.bad ? KP_XML_STOPPED : end;
}
