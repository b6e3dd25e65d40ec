/* SPDX-License-Identifier: MPL-2.0
 *
 * exact.c: a walk over the tags of a sheet as the office wrote it a moment ago. Only the place of
 * a cell and the text of its number are looked at; everything else is copied as it is.
 */
#include "book/exact.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "system/buffer.h"
#include "system/letters.h"
#include "uno/access.h"
#include "uno/package.h"
#include "system/tags.h"

typedef struct walk {
    uno_Interface *sheets;
    uno_Interface *sheet; /**< the one that the walk is in */
    long next_sheet, column, row;
    long rows_ahead; /**< how many rows the present row element stands for */
    bool guarded;    /**< the order of the sheets is protected */
    bool one_bound;  /**< the validation that the walk is in compares with one value */
    int depth;       /**< of tables in tables */
    kp_buffer out;
} walk;

/* ---------------------------------------------------------------------------------- numbers */

static long repeated(kp_tag t, const char *name) {
    const char *value = kp_tag_value(t, name);
    long count = value == NULL ? 1 : strtol(value, NULL, 10);
    return count < 1 ? 1 : count;
}

/* The number of a cell where its text has lost bits; false where the text says it all. */
static bool lost_bits(walk *w, const char *text, double *exact) {
    double written = strtod(text, NULL);
    kp_auto cell = kp_cell_at(w->sheet, w->column, w->row);
    *exact = kp_get_number(cell, "table.XCell::getValue", "");
    double apart = written > *exact ? written - *exact : *exact - written;
    double size = written < 0 ? -written : written;
    return cell != NULL && apart > 0 && apart <= size * 1e-13;
}

static size_t digits(const char *text) {
    size_t count = 0;
    for (; *text != '\0' && *text != '"' && *text != '<' && *text != 'E' && *text != 'e'; text++)
        if (*text >= '0' && *text <= '9') count++;
    return count;
}

/* Copies up to the number, then the number exactly; gives where to go on. */
static const char *put_number(walk *w, const char *from, const char *number) {
    double exact = 0;
    if (digits(number) < 14 || !lost_bits(w, number, &exact)) return from;
    kp_put_bytes(&w->out, from, (size_t)(number - from));
    kp_put_number(&w->out, exact, 17);
    return number + strcspn(number, "\"<");
}

static void enter_sheet(walk *w) {
    kp_release(w->sheet);
    w->sheet = kp_element(w->sheets, (size_t)w->next_sheet++);
    w->row = -1;
    w->rows_ahead = 1;
    w->column = 0;
}

/* ------------------------------------------------------------------------------------- .ods */

static const char *ods_cell(walk *w, kp_tag t, const char *from) {
    const char *number = kp_tag_value(t, "office:value");
    if (number != NULL) from = put_number(w, from, number);
    w->column += repeated(t, "table:number-columns-repeated");
    return from;
}

static const char *ods_tag(walk *w, kp_tag t, const char *from) {
    if (kp_tag_is(t, "table:table")) {
        if (t.text[t.length - 1] != '/') w->depth++;
        if (w->depth == 1) enter_sheet(w);
    } else if (kp_tag_is(t, "/table:table")) {
        w->depth--;
    } else if (w->depth == 1 && kp_tag_is(t, "table:table-row")) {
        w->row += w->rows_ahead;
        w->row = w->row < 0 ? 0 : w->row;
        w->rows_ahead = repeated(t, "table:number-rows-repeated");
        w->column = 0;
    } else if (w->depth == 1 &&
               (kp_tag_is(t, "table:table-cell") || kp_tag_is(t, "table:covered-table-cell"))) {
        return ods_cell(w, t, from);
    }
    return from;
}

/* ------------------------------------------------------------------------------------- .xlsx */

static void xlsx_place(walk *w, kp_tag t) {
    char name[16] = "";
    const char *place = kp_tag_value(t, "r");
    if (place != NULL) snprintf(name, sizeof name, "%.*s", (int)strcspn(place, "\""), place);
    const char *type = kp_tag_value(t, "t");
    if (!kp_cell_place(name, &w->column, &w->row) || (type != NULL && type[0] != 'n'))
        w->column = -1; /* no number */
}

/* Copies up to `value`, an attribute's, then another value for it; gives where to go on. */
static const char *put_instead(walk *w, const char *from, const char *value, const char *other) {
    kp_put_bytes(&w->out, from, (size_t)(value - from));
    kp_put(&w->out, other);
    return value + strcspn(value, "\"");
}

/* Excel's rows end at 409.5 points. */
static const char *xlsx_row(walk *w, kp_tag t, const char *from) {
    const char *height = kp_tag_value(t, "ht");
    bool high = height != NULL && strtod(height, NULL) > 409.5;
    return high ? put_instead(w, from, height, "409.5") : from;
}

/* The office writes a second bound, 0, for comparisons with one as well. */
static const char *xlsx_bound(walk *w, kp_tag t, const char *from) {
    static const char END[] = "</formula2>";
    const char *end = w->one_bound ? strstr(t.text, END) : NULL;
    if (end == NULL) return from;
    kp_put_bytes(&w->out, from, (size_t)(t.text - 1 - from));
    return end + sizeof END - 1;
}

static bool compares_with_one(kp_tag t) {
    const char *comparison = kp_tag_value(t, "operator");
    return comparison != NULL && strncmp(comparison, "between\"", 8) != 0 &&
           strncmp(comparison, "notBetween\"", 11) != 0;
}

static const char *xlsx_tag(walk *w, kp_tag t, const char *from) {
    if (kp_tag_is(t, "row")) return xlsx_row(w, t, from);
    if (kp_tag_is(t, "formula2")) return xlsx_bound(w, t, from);
    if (kp_tag_is(t, "dataValidation"))
        w->one_bound = compares_with_one(t);
    else if (kp_tag_is(t, "c"))
        xlsx_place(w, t);
    else if (kp_tag_is(t, "v") && w->column >= 0 && t.text[t.length] != '\0')
        return put_number(w, from, t.text + t.length + 1);
    return from;
}

/* Of a list of fonts, in which the office takes the first that there is, Excel wants one, which its
 * systems have: the last. */
static const char *style_tag(walk *w, kp_tag t, const char *from) {
    const char *fonts = kp_tag_is(t, "name") ? kp_tag_value(t, "val") : NULL;
    const char *last = fonts;
    for (const char *c = fonts; c != NULL && *c != '"' && *c != '\0'; c++)
        if (*c == ';') last = c + 1;
    if (last == fonts) return from;
    kp_put_bytes(&w->out, from, (size_t)(fonts - from));
    return last;
}

/* The office does not say in an .xlsx that the order of the sheets is protected. */
static const char *book_tag(walk *w, kp_tag t, const char *from) {
    static const char NAME[] = "workbookProtection";
    if (!w->guarded || !kp_tag_is(t, NAME) || kp_tag_value(t, "lockStructure") != NULL) return from;
    const char *behind = t.text + sizeof NAME - 1;
    kp_put_bytes(&w->out, from, (size_t)(behind - from));
    kp_put(&w->out, " lockStructure=\"true\"");
    return behind;
}

/* ------------------------------------------------------------------------------------- files */

typedef const char *on_tag(walk *w, kp_tag t, const char *from);

static void rewrite(walk *w, const char *text, on_tag *handle) {
    const char *from = text;
    const char *at = text;
    kp_tag t;
    while (kp_tag_next(&at, &t)) {
        from = handle(w, t, from);
        if (at < from) at = from;
    }
    kp_put(&w->out, from);
}

/* Quotes between the two, plain or as an entity. */
static size_t quotes_between(const char *start, const char *end) {
    static const char ENTITY[] = "&quot;";
    size_t count = 0;
    for (const char *c = start; c < end; c++)
        if (*c == '"' || strncmp(c, ENTITY, sizeof ENTITY - 1) == 0) count++;
    return count;
}

static bool ends_with(const char *text, const char *end, const char *tail) {
    size_t length = strlen(tail);
    return (size_t)(end - text) >= length && strncmp(end - length, tail, length) == 0;
}

/* In an attribute: whether it is a cell's text, or the formula has a string open there. */
static bool words_in_attribute(const char *text, const char *at) {
    const char *start = at;
    while (start > text && start[-1] != '"')
        start--;
    return ends_with(text, start, "string-value=\"") || quotes_between(start, at) % 2 == 1;
}

/* In an element: the same; `start` is behind its tag. */
static bool words_in_element(const char *text, const char *start, const char *at) {
    const char *open = start;
    while (open > text && *open != '<')
        open--;
    kp_tag t = kp_tag_at(open + 1);
    return strncmp(t.text, "text:", 5) == 0 || kp_tag_is(t, "t") || kp_tag_is(t, "v") ||
           quotes_between(start, at) % 2 == 1;
}

static bool in_words(const char *text, const char *at) {
    const char *start = at;
    while (start > text && start[-1] != '<' && start[-1] != '>')
        start--;
    bool element = start > text && start[-1] == '>';
    return element ? words_in_element(text, start, at) : words_in_attribute(text, at);
}

/* Nothing of ours may be left: without the add-in it would be #NAME?. */
static bool free_of_ours(const char *text) {
    static const char OURS[] = "ORG.KENPOCALC.";
    const char *at = text;
    for (; (at = kp_letters_find(at, OURS)) != NULL; at += sizeof OURS - 1)
        if (!in_words(text, at)) return false;
    return true;
}

static bool rewrite_file(uno_Interface *context, uno_Interface *package, walk *w, const char *path,
                         on_tag *handle) {
    size_t size = 0;
    kp_auto_text text = kp_package_read(package, path, &size);
    bool done = text != NULL && free_of_ours(text);
    w->out.used = 0;
    if (done) rewrite(w, text, handle);
    done = done && !w->out.failed &&
           kp_package_replace(context, package, path, w->out.text, w->out.used);
    return done;
}

/* "…/style3.xml" or "…/colors3.xml"; "styles.xml" is something else. */
static bool is_chart_style(const char *path) {
    const char *name = path;
    for (const char *c = path; *c != '"' && *c != '\0'; c++)
        if (*c == '/') name = c + 1;
    size_t length = strncmp(name, "style", 5) == 0 ? 5 : strncmp(name, "colors", 6) == 0 ? 6 : 0;
    return length > 0 && name[length] >= '0' && name[length] <= '9';
}

static const char *chart_tag(walk *w, kp_tag t, const char *from) {
    const char *path = kp_tag_is(t, "Override")       ? kp_tag_value(t, "PartName")
                       : kp_tag_is(t, "Relationship") ? kp_tag_value(t, "Target")
                                                      : NULL;
    if (path == NULL || !is_chart_style(path)) return from;
    kp_put_bytes(&w->out, from, (size_t)(t.text - 1 - from));
    return t.text + t.length + 1;
}

/* LibreOffice 26.8 writes styles of charts that break their schema. A chart needs none. */
static bool drop_chart_styles(uno_Interface *context, uno_Interface *package, walk *w) {
    char path[64] = "xl/charts/chart1.xml";
    bool done = true;
    bool found = false;
    for (int i = 1; done && kp_package_has(package, path); i++) {
        snprintf(path, sizeof path, "xl/charts/_rels/chart%d.xml.rels", i);
        bool related = kp_package_has(package, path);
        if (related) done = rewrite_file(context, package, w, path, chart_tag);
        snprintf(path, sizeof path, "xl/charts/style%d.xml", i);
        kp_package_remove(package, path);
        snprintf(path, sizeof path, "xl/charts/colors%d.xml", i);
        kp_package_remove(package, path);
        found = found || related;
        snprintf(path, sizeof path, "xl/charts/chart%d.xml", i + 1);
    }
    return done && (!found || rewrite_file(context, package, w, "[Content_Types].xml", chart_tag));
}

static bool rewrite_xlsx(uno_Interface *context, uno_Interface *package, walk *w) {
    bool done = true;
    size_t count = kp_count(w->sheets);
    for (size_t i = 0; done && i < count; i++) {
        char path[64];
        snprintf(path, sizeof path, "xl/worksheets/sheet%zu.xml", i + 1);
        enter_sheet(w);
        done = rewrite_file(context, package, w, path, xlsx_tag);
    }
    done = done && rewrite_file(context, package, w, "xl/workbook.xml", book_tag) &&
           rewrite_file(context, package, w, "xl/styles.xml", style_tag) &&
           drop_chart_styles(context, package, w);
    return done;
}

bool kp_exact_file(uno_Interface *context, uno_Interface *document, const char *url,
                   kp_format format) {
    walk w = {.sheets = kp_sheets(document), .rows_ahead = 1};
    w.guarded = kp_is_protected(document);
    kp_auto package = kp_package_open(context, url, format == KP_XLSX);
    bool done = package != NULL &&
                (format == KP_XLSX ? rewrite_xlsx(context, package, &w)
                                   : rewrite_file(context, package, &w, "content.xml", ods_tag));
    done = done && kp_package_commit(package);
    kp_buffer_end(&w.out);
    kp_release(w.sheet);
    kp_release(w.sheets);
    return done;
}
