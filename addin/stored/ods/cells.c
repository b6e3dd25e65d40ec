/* SPDX-License-Identifier: MPL-2.0
 *
 * cells.c: sheets, rows and cells of an .ods.
 */
#include "stored/ods/cells.h"

#include <stdlib.h>
#include <string.h>

#include "stored/values.h"
#include "system/letters.h"

/* The largest form has 20 sheets and 13,000 cells with content. */
enum { MOST_SHEETS = 500, MOST_CELLS = 500000, MOST_BLANKS = 200000, MOST_TEXT = 1 << 20 };

#define GET(element, name) text_of(KP_XML_GET(element, name))

static const char *text_of(const kp_xml_text *value) {
    return value == NULL ? NULL : value->text;
}

static bool same(const char *text, const char *other) {
    return text != NULL && strcmp(text, other) == 0;
}

static long count_of(const char *text, long most) {
    return text == NULL ? 1 : kp_stored_count(text, 1, most);
}

static long least(long one, long other) {
    return one < other ? one : other;
}

/* Makes room for one more in a list of the reader; false where memory is short. */
static bool widen(kp_ods *ods, void **list, size_t count, size_t *size, size_t each) {
    if (count < *size) return true;
    void *more = realloc(*list, (*size == 0 ? 16 : *size * 2) * each);
    if (more == NULL) {
        ods->workbook->failed = true;
        return false;
    }
    *list = more;
    *size = *size == 0 ? 16 : *size * 2;
    return true;
}

/* -------------------------------------------------------------------------------- styles */

/* The number of the style of that name; 0 is no style. */
static size_t style_of(kp_ods *ods, const kp_xml_text *name) {
    if (name == NULL || name->length == 0) return 0;
    size_t known = kp_index_get(&ods->style_index, name->text);
    if (known != 0) return known;
    void *list = (void *)ods->styles;
    bool wide = widen(ods, &list, ods->style_count, &ods->style_size, sizeof *ods->styles);
    ods->styles = list;
    const char *kept = wide ? kp_workbook_keep(ods->workbook, name->text, name->length) : NULL;
    if (kept == NULL) return 0;
    ods->styles[ods->style_count++] = kept;
    if (!kp_index_put(&ods->style_index, kept, ods->style_count)) ods->workbook->failed = true;
    return ods->style_count;
}

/* The style of the cells of a column. */
static size_t column_style(const kp_ods *ods, long column) {
    for (size_t i = 0; i < ods->column_count; i++)
        if (column <= ods->columns[i].last) return ods->columns[i].style;
    return 0;
}

static void add_blank(kp_ods *ods, kp_stored_area area, size_t style) {
    kp_stored_sheet *sheet = ods->sheet;
    kp_stored_blank *last = sheet->blank_count == 0 ? NULL : &sheet->blanks[sheet->blank_count - 1];
    if (last != NULL && last->look == style && last->area.top == area.top &&
        last->area.bottom == area.bottom && last->area.right + 1 == area.left) {
        last->area.right = area.right;
        return;
    }
    if (sheet->blank_count == MOST_BLANKS) {
        kp_ods_fail(ods, KP_ODS_HUGE, "too many cells that have nothing but a style");
        return;
    }
    kp_stored_blank *blank = kp_workbook_add_blank(ods->workbook, sheet);
    if (blank != NULL) *blank = (kp_stored_blank){area, style};
}

/* -------------------------------------------------------------------------------- sheets */

static bool is_hidden_table(const kp_ods *ods, const char *style) {
    for (size_t i = 0; style != NULL && i < ods->hidden_table_count; i++)
        if (strcmp(ods->hidden_tables[i], style) == 0) return true;
    return false;
}

static void take_printed(kp_ods *ods, const char *areas) {
    kp_stored_area area;
    while (areas != NULL && kp_stored_read_area(&areas, &area)) {
        kp_workbook_add_area(ods->workbook, &ods->sheet->printed, area);
        while (*areas == ' ')
            areas++;
    }
}

void kp_ods_start_table(kp_ods *ods, const kp_xml_element *element) {
    kp_workbook *workbook = ods->workbook;
    const char *name = GET(element, "table:name");
    if (name == NULL || *name == '\0') {
        kp_ods_fail(ods, KP_ODS_BROKEN, "a sheet without a name");
        return;
    }
    for (size_t i = 0; i < workbook->count; i++)
        if (workbook->sheets[i].name != NULL && kp_letters_same(workbook->sheets[i].name, name)) {
            kp_ods_fail(ods, KP_ODS_BROKEN, "two sheets of the same name");
            return;
        }
    if (workbook->count == MOST_SHEETS) {
        kp_ods_fail(ods, KP_ODS_HUGE, "more than 500 sheets");
        return;
    }
    ods->sheet = kp_workbook_add_sheet(workbook, name);
    ods->row = ods->column = 0;
    ods->column_count = ods->hidden_groups = 0;
    if (ods->sheet == NULL) return;
    ods->sheet->hidden = is_hidden_table(ods, GET(element, "table:style-name"));
    ods->sheet->guarded = same(GET(element, "table:protected"), "true");
    take_printed(ods, GET(element, "table:print-ranges"));
}

void kp_ods_end_table(kp_ods *ods) {
    ods->sheet = NULL;
}

/* A group of columns or rows may be folded. */
void kp_ods_start_group(kp_ods *ods, const kp_xml_element *element) {
    if (ods->hidden_groups > 0 || same(GET(element, "table:display"), "false"))
        ods->hidden_groups++;
}

void kp_ods_end_group(kp_ods *ods) {
    if (ods->hidden_groups > 0) ods->hidden_groups--;
}

static bool is_hidden(const kp_ods *ods, const kp_xml_element *element) {
    const char *visible = GET(element, "table:visibility");
    return ods->hidden_groups > 0 || same(visible, "collapse") || same(visible, "filter");
}

void kp_ods_start_column(kp_ods *ods, const kp_xml_element *element) {
    long first = ods->column_count == 0 ? 0 : ods->columns[ods->column_count - 1].last + 1;
    long repeated = least(count_of(GET(element, "table:number-columns-repeated"), KP_MOST_COLUMNS),
                          KP_MOST_COLUMNS - first);
    if (ods->sheet == NULL || repeated <= 0) return;
    void *list = ods->columns;
    bool wide = widen(ods, &list, ods->column_count, &ods->column_size, sizeof *ods->columns);
    ods->columns = list;
    if (!wide) return;
    size_t style = style_of(ods, KP_XML_GET(element, "table:default-cell-style-name"));
    long last = first + repeated - 1;
    ods->columns[ods->column_count++] = (kp_ods_column){last, style};
    kp_stored_area area = {first, 0, last, KP_MOST_ROWS - 1};
    if (style != 0) add_blank(ods, area, style);
    if (is_hidden(ods, element))
        kp_workbook_add_area(ods->workbook, &ods->sheet->hidden_columns, area);
}

/* ---------------------------------------------------------------------------------- rows */

void kp_ods_start_row(kp_ods *ods, const kp_xml_element *element) {
    if (ods->sheet == NULL) return;
    ods->column = 0;
    ods->rows = least(count_of(GET(element, "table:number-rows-repeated"), KP_MOST_ROWS),
                      KP_MOST_ROWS - ods->row);
    ods->row_cells = ods->sheet->count;
    ods->row_hidden = is_hidden(ods, element);
}

static bool has_room(kp_ods *ods, size_t cells) {
    if (cells <= MOST_CELLS - ods->cells) return true;
    return kp_ods_fail(ods, KP_ODS_HUGE, "more than 500,000 cells with content");
}

/* What stands in the row stands in the following ones, too. */
static void repeat_row(kp_ods *ods) {
    kp_stored_sheet *sheet = ods->sheet;
    size_t first = ods->row_cells;
    size_t count = sheet->count - first;
    if (count == 0 || !has_room(ods, count * (size_t)(ods->rows - 1))) return;
    ods->cells += count * (size_t)(ods->rows - 1);
    for (long i = 1; i < ods->rows; i++)
        for (size_t k = 0; k < count; k++) {
            kp_stored_cell *copy = kp_workbook_add_cell(ods->workbook, sheet);
            if (copy == NULL) return;
            *copy = sheet->cells[first + k];
            copy->row += i;
        }
}

void kp_ods_end_row(kp_ods *ods) {
    kp_stored_sheet *sheet = ods->sheet;
    if (sheet == NULL || ods->rows <= 0) return;
    if (ods->rows > 1) repeat_row(ods);
    kp_stored_area area = {0, ods->row, KP_MOST_COLUMNS - 1, ods->row + ods->rows - 1};
    kp_stored_areas *hidden = &sheet->hidden_rows;
    kp_stored_area *last = hidden->count == 0 ? NULL : &hidden->area[hidden->count - 1];
    if (ods->row_hidden && last != NULL && last->bottom + 1 == area.top)
        last->bottom = area.bottom;
    else if (ods->row_hidden)
        kp_workbook_add_area(ods->workbook, hidden, area);
    ods->row += ods->rows;
}

/* --------------------------------------------------------------------------------- cells */

/* What stands in attributes is gone when the cell ends. */
static const char *keep(kp_ods *ods, const kp_xml_text *value) {
    return value == NULL || value->length == 0
               ? NULL
               : kp_workbook_keep(ods->workbook, value->text, value->length);
}

/* The number that an attribute says; what is none is an error of that text. */
static void take_value(kp_ods *ods, const kp_xml_element *element, const char *type) {
    static const struct {
        const char *type, *attribute;
        bool (*read)(const char *text, double *number);
    } KINDS[] = {{"float", "office:value", kp_stored_number},
                 {"percentage", "office:value", kp_stored_number},
                 {"currency", "office:value", kp_stored_number},
                 {"date", "office:date-value", kp_stored_day},
                 {"time", "office:time-value", kp_stored_duration}};
    kp_stored_cell *cell = &ods->cell.cell;
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++) {
        if (strcmp(type, KINDS[i].type) != 0) continue;
        const char *name = KINDS[i].attribute;
        const kp_xml_text *value = kp_xml_value(element, name, strlen(name));
        cell->kind = KP_STORED_NUMBER; /* without a value Calc takes 0 */
        if (value == NULL || value->length == 0 || KINDS[i].read(value->text, &cell->number))
            return;
        cell->kind = KP_STORED_ERROR;
        cell->text = keep(ods, value);
    }
    if (strcmp(type, "boolean") != 0) return;
    const kp_xml_text *truth = KP_XML_GET(element, "office:boolean-value");
    bool right = truth != NULL && (KP_XML_IS(*truth, "true") || KP_XML_IS(*truth, "false"));
    cell->kind = right ? KP_STORED_NUMBER : KP_STORED_ERROR;
    cell->number = right && KP_XML_IS(*truth, "true");
    if (!right) cell->text = truth == NULL ? "" : keep(ods, truth);
}

/* A time, a day, an amount in another currency: some readers show it as such. */
static void take_meaning(kp_ods *ods, const kp_xml_element *element, const char *type) {
    const kp_xml_text *currency = KP_XML_GET(element, "office:currency");
    bool yen = currency == NULL || currency->length == 0 || KP_XML_IS(*currency, "JPY");
    if (strcmp(type, "time") == 0 || strcmp(type, "date") == 0)
        ods->cell.cell.typed = *type == 't' ? "time" : "date";
    else if (strcmp(type, "currency") == 0 && !yen)
        ods->cell.cell.typed = keep(ods, currency);
}

/* Which type a cell has, and its value where an attribute says it. Where the two types that a file may
 * give are not the same, readers would not agree. */
static void take_type(kp_ods *ods, const kp_xml_element *element) {
    kp_ods_cell *read = &ods->cell;
    const kp_xml_text *office = KP_XML_GET(element, "office:value-type");
    const kp_xml_text *newer = KP_XML_GET(element, "calcext:value-type");
    read->error = newer != NULL && KP_XML_IS(*newer, "error");
    read->untyped = office == NULL && newer == NULL;
    if (newer != NULL && !read->error &&
        (office == NULL || !kp_xml_same(newer, office->text, office->length))) {
        read->cell.kind = KP_STORED_ERROR;
        read->cell.text = keep(ods, newer);
    } else if (office != NULL && KP_XML_IS(*office, "string")) {
        read->cell.kind = KP_STORED_TEXT;
        read->own_text = keep(ods, KP_XML_GET(element, "office:string-value"));
    } else if (office != NULL) {
        take_value(ods, element, office->text);
        take_meaning(ods, element, office->text);
    }
}

static void take_merge(kp_ods *ods, const kp_xml_element *element) {
    long across = count_of(GET(element, "table:number-columns-spanned"), KP_MOST_COLUMNS);
    long down = count_of(GET(element, "table:number-rows-spanned"), KP_MOST_ROWS);
    if (across == 1 && down == 1) return;
    kp_stored_area area = {ods->column, ods->row, least(ods->column + across, KP_MOST_COLUMNS) - 1,
                           least(ods->row + down, KP_MOST_ROWS) - 1};
    kp_workbook_add_area(ods->workbook, &ods->sheet->merged, area);
}

void kp_ods_start_cell(kp_ods *ods, const kp_xml_element *element) {
    kp_ods_cell *read = &ods->cell;
    kp_buffer shown = read->shown;
    shown.used = 0;
    if (shown.text != NULL) *shown.text = '\0';
    *read = (kp_ods_cell){.shown = shown};
    if (ods->sheet == NULL) return;
    kp_stored_cell *cell = &read->cell;
    read->repeated = count_of(GET(element, "table:number-columns-repeated"), KP_MOST_COLUMNS);
    cell->column = ods->column;
    cell->row = ods->row;
    const kp_xml_text *style = KP_XML_GET(element, "table:style-name");
    read->styled = style != NULL;
    cell->look = style_of(ods, style);
    cell->formula = keep(ods, KP_XML_GET(element, "table:formula"));
    const char *across = GET(element, "table:number-matrix-columns-spanned");
    const char *down = GET(element, "table:number-matrix-rows-spanned");
    if (cell->formula != NULL && (across != NULL || down != NULL)) {
        cell->across = count_of(across, KP_MOST_COLUMNS);
        cell->down = count_of(down, KP_MOST_ROWS);
    }
    if (cell->formula != NULL && (read->repeated > 1 || ods->rows > 1))
        kp_ods_fail(ods, KP_ODS_BROKEN, "a formula that is repeated"); /* the office loses cells */
    take_type(ods, element);
    take_merge(ods, element);
}

/* An error as English Calc shows it: "エラー:502" is "Err:502". */
static const char *error_text(kp_ods *ods, const char *shown) {
    const char *colon = strrchr(shown, ':');
    if (colon == NULL || strlen(colon + 1) != 3 || strspn(colon + 1, "0123456789") != 3)
        return kp_workbook_keep(ods->workbook, shown, strlen(shown));
    kp_auto_buffer text = {0};
    kp_putf(&text, "Err%s", colon);
    if (text.failed) ods->workbook->failed = true;
    return kp_workbook_keep(ods->workbook, kp_buffer_text(&text), text.used);
}

/* What a cell holds, now that its paragraphs are known. */
static void settle(kp_ods *ods) {
    kp_ods_cell *read = &ods->cell;
    kp_stored_cell *cell = &read->cell;
    const char *shown = kp_buffer_text(&read->shown);
    if (read->shown.failed) ods->workbook->failed = true;
    if (read->paragraphs > 0)
        cell->shown = kp_workbook_keep(ods->workbook, shown, read->shown.used);
    if (read->error) {
        cell->kind = KP_STORED_ERROR;
        cell->text = error_text(ods, shown);
    } else if (cell->kind == KP_STORED_TEXT || (read->untyped && *shown != '\0')) {
        cell->kind = KP_STORED_TEXT;
        cell->text = read->own_text != NULL ? read->own_text
                     : cell->shown != NULL  ? cell->shown
                                            : "";
        bool nothing = *cell->text == '\0' && read->paragraphs == 0;
        if (nothing && cell->formula == NULL) cell->kind = KP_STORED_EMPTY;
    }
}

void kp_ods_end_cell(kp_ods *ods) {
    kp_ods_cell *read = &ods->cell;
    kp_stored_sheet *sheet = ods->sheet;
    if (sheet == NULL) return;
    long repeated = least(read->repeated, KP_MOST_COLUMNS - ods->column);
    settle(ods);
    kp_stored_area area = {ods->column, ods->row, ods->column + repeated - 1,
                           ods->row + ods->rows - 1};
    ods->column += read->repeated;
    if (repeated <= 0 || ods->rows <= 0) return; /* beyond what Calc has */
    if (read->cell.kind == KP_STORED_EMPTY && read->cell.formula == NULL) {
        if (read->styled) add_blank(ods, area, read->cell.look);
        return;
    }
    if (!has_room(ods, (size_t)repeated)) return;
    ods->cells += (size_t)repeated;
    for (long i = 0; i < repeated; i++) {
        kp_stored_cell *cell = kp_workbook_add_cell(ods->workbook, sheet);
        if (cell == NULL) return;
        *cell = read->cell;
        cell->column += i;
        if (!read->styled) cell->look = column_style(ods, cell->column);
    }
}

/* --------------------------------------------------------------------------------- texts */

void kp_ods_take_text(kp_ods *ods, const char *text, size_t length) {
    kp_buffer *shown = &ods->cell.shown;
    if (length > MOST_TEXT - shown->used)
        kp_ods_fail(ods, KP_ODS_HUGE, "a cell with more than a million letters");
    else
        kp_put_bytes(shown, text, length);
}

void kp_ods_start_paragraph(kp_ods *ods, const kp_xml_element *element) {
    (void)element;
    if (ods->cell.paragraphs++ > 0) kp_ods_take_text(ods, "\n", 1);
}

void kp_ods_start_spaces(kp_ods *ods, const kp_xml_element *element) {
    const char *text = GET(element, "text:c");
    long count = text == NULL ? 1 : kp_stored_count(text, 0, MOST_TEXT + 1);
    for (long i = 0; i < count && ods->end == KP_ODS_READ; i++)
        kp_ods_take_text(ods, " ", 1);
}

void kp_ods_start_tab(kp_ods *ods, const kp_xml_element *element) {
    (void)element;
    kp_ods_take_text(ods, "\t", 1);
}

void kp_ods_start_break(kp_ods *ods, const kp_xml_element *element) {
    (void)element;
    kp_ods_take_text(ods, "\n", 1);
}

/* A field shows what the office makes of it, not the text that the file has for it. */
void kp_ods_start_field(kp_ods *ods, const kp_xml_element *element) {
    kp_auto_buffer where = {0};
    if (ods->sheet == NULL) return;
    kp_put(&where, ods->sheet->name);
    kp_put(&where, " ");
    kp_stored_put_place(&where, ods->column, ods->row);
    kp_auto_buffer what = {0};
    kp_put_bytes(&what, element->name.text, element->name.length);
    if (where.failed || what.failed) ods->workbook->failed = true;
    kp_workbook_add_foreign(ods->workbook, KP_FOREIGN_OBJECT, kp_buffer_text(&where),
                            kp_buffer_text(&what));
}

void kp_ods_start_subtable(kp_ods *ods, const kp_xml_element *element) {
    (void)element;
    kp_ods_fail(ods, KP_ODS_BROKEN, "a table inside a cell");
}
