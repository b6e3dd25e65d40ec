/* SPDX-License-Identifier: MPL-2.0
 *
 * list.c: workbooks that tell something in tables.
 */
#include "carry/list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "book/panes.h"
#include "system/buffer.h"
#include "uno/access.h"
#include "uno/page.h"

enum { SHEETS = 4, NAME = 64, CODE = 128, TITLE_POINTS = 14, BESIDE = 70 /* 1/100 mm */ };

struct kp_list {
    uno_Interface *context, *document, *formats;
    kp_language language;
    uno_Any locale;
    char names[SHEETS][NAME];
    kp_panes panes[SHEETS];
    size_t sheets;
    uno_Interface *sheet; /**< the one at hand */
    size_t columns;
    long heads, line; /**< the rows of its heads and of what was written last */
    char code[CODE];  /**< the number format that was asked for last, and its key */
    long key;
};

/* com.sun.star.lang.Locale */
typedef struct locale {
    rtl_uString *language, *country, *variant;
} locale;

/* Codes of number formats are in English. */
static void set_locale(kp_list *list) {
    locale english = {kp_string("en"), kp_string("US"), kp_string("")};
    if (english.language != NULL && english.country != NULL && english.variant != NULL)
        kp_any_of(&list->locale, &english, "com.sun.star.lang.Locale");
    if (english.language != NULL) rtl_uString_release(english.language);
    if (english.country != NULL) rtl_uString_release(english.country);
    if (english.variant != NULL) rtl_uString_release(english.variant);
}

kp_list *kp_list_begin(uno_Interface *context, kp_language language) {
    kp_list *list = calloc(1, sizeof *list);
    if (list == NULL) return NULL;
    list->context = context;
    list->language = language;
    list->document = kp_document_new(context);
    list->formats = kp_get(list->document, "util.XNumberFormatsSupplier::getNumberFormats", "");
    set_locale(list);
    if (list->document == NULL) {
        kp_list_end(list);
        return NULL;
    }
    kp_document_quiet(list->document);
    kp_table_font(list->document);
    return list;
}

void kp_list_end(kp_list *list) {
    if (list == NULL) return;
    if (list->document != NULL) kp_document_close(list->document);
    kp_any_end(&list->locale);
    kp_release(list->sheet);
    kp_release(list->formats);
    kp_release(list->document);
    free(list);
}

/* ------------------------------------------------------------------------------------- sheets */

/* Lines, a little room inside them, rows as high as their texts, and how it prints. */
static void dress(kp_list *list) {
    if (list->sheet == NULL || list->columns == 0) return;
    sal_Int16 index = (sal_Int16)(list->sheets - 1);
    kp_area table = {index, 0, (sal_Int32)list->heads, (sal_Int32)list->columns - 1,
                     (sal_Int32)list->line};
    kp_auto cells = kp_area_cells(list->sheet, table);
    kp_table_lines(list->sheet, table);
    kp_property_set_long(cells, "ParaLeftMargin", BESIDE);
    kp_property_set_long(cells, "ParaRightMargin", BESIDE);
    kp_area_fit_rows(list->document, list->sheet, table);
    kp_sheet_print_wide(list->document, list->sheet, list->names[list->sheets - 1], list->heads);
    list->panes[list->sheets - 1] = (kp_panes){list->names[list->sheets - 1], 0, list->heads + 1};
    list->columns = 0;
}

void kp_list_sheet(kp_list *list, const char *name, const char *title) {
    dress(list);
    if (list->sheets == SHEETS) return;
    kp_release(list->sheet);
    snprintf(list->names[list->sheets], NAME, "%s", name);
    list->sheet = kp_sheet_add(list->document, name, list->sheets);
    list->sheets++;
    list->line = 0;
    kp_auto cell = kp_cell_at(list->sheet, 0, 0);
    kp_cell_set_text(cell, title);
    kp_cells_size(cell, TITLE_POINTS);
}

void kp_list_line(kp_list *list, const char *words) {
    kp_table_text(list->sheet, 0, ++list->line, words);
}

void kp_list_heads(kp_list *list, const kp_table_column *columns, size_t count) {
    list->heads = list->line += 2;
    list->columns = count;
    kp_table_heads(list->sheet, list->heads, columns, count, list->language);
}

/* --------------------------------------------------------------------------------------- rows */

void kp_list_row(kp_list *list) {
    list->line++;
}

long kp_list_rows(const kp_list *list) {
    return list->line - list->heads;
}

void kp_list_text(kp_list *list, long column, const char *text) {
    kp_table_text(list->sheet, column, list->line, text);
}

static long key_of(kp_list *list, const char *format) {
    static const char QUERY[] = "util.XNumberFormats::queryKey";
    static const char ADD[] = "util.XNumberFormats::addNew";
    if (strcmp(list->code, format) == 0) return list->key;
    long key = (long)kp_get_number(list->formats, QUERY, "sab", format, &list->locale, false);
    if (key < 0) key = (long)kp_get_number(list->formats, ADD, "sa", format, &list->locale);
    snprintf(list->code, CODE, "%s", format);
    return list->key = key;
}

void kp_list_number(kp_list *list, long column, double number, const char *format) {
    kp_auto cell = kp_cell_at(list->sheet, column, list->line);
    kp_cell_set_number(cell, number);
    if (strcmp(format, "General") != 0 && strlen(format) < CODE)
        kp_cell_set_format(cell, key_of(list, format));
}

/* A text in a formula stands between quotes, a quote inside it twice. */
static void put_quoted(kp_buffer *out, const char *text) {
    kp_put(out, "\"");
    for (; *text != '\0'; text++)
        kp_put_bytes(out, *text == '"' ? "\"\"" : text, *text == '"' ? 2 : 1);
    kp_put(out, "\"");
}

void kp_list_link(kp_list *list, long column, const char *url, const char *text) {
    kp_auto_buffer formula = {0};
    kp_auto cell = kp_cell_at(list->sheet, column, list->line);
    kp_put(&formula, "=HYPERLINK(");
    put_quoted(&formula, url);
    kp_put(&formula, ";");
    put_quoted(&formula, text);
    kp_put(&formula, ")");
    if (!formula.failed) kp_cell_set_formula(cell, kp_buffer_text(&formula));
}

/* ------------------------------------------------------------------------------------- storing */

/* The sheet with which a new document begins goes when the others are there. */
static void drop_first(kp_list *list) {
    kp_auto sheets = kp_sheets(list->document);
    if (kp_count(sheets) <= list->sheets) return;
    kp_auto last = kp_element(sheets, list->sheets);
    kp_auto_text name = kp_object_name(last);
    if (name != NULL) kp_sheet_remove(list->document, name);
}

bool kp_list_store(kp_list *list, const char *path) {
    kp_auto_text url = kp_url_from_path(path);
    dress(list);
    drop_first(list);
    if (url == NULL || !kp_document_store(list->document, url, "calc8", NULL, 0)) return false;
    kp_panes_freeze(list->context, url, list->panes, list->sheets);
    return true;
}
