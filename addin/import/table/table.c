/* SPDX-License-Identifier: MPL-2.0
 *
 * table.c: a stranger's table.
 */
#include "import/table/table.h"

#include <stdlib.h>
#include <string.h>

#include "kenpo/date.h"
#include "kenpo/text.h"
#include "stored/values.h"
#include "system/letters.h"

static bool fail(kp_table *table, long line, kp_text why) {
    if (table->failure.ja == NULL) {
        table->failure = why;
        table->failed_line = line;
    }
    return false;
}

static bool out_of_memory(kp_table *table) {
    return fail(table, 0, kp_t("メモリーが足りません。", "Memory is short."));
}

static kp_table_row *add_row(kp_table *table, long line) {
    if (table->count == KP_TABLE_ROWS) {
        fail(table, line, kp_t("20,000 行を超えています。", "There are more than 20,000 rows."));
        return NULL;
    }
    if (table->count == table->size) {
        size_t size = table->size == 0 ? 64 : table->size * 2;
        kp_table_row *rows = realloc(table->rows, size * sizeof *rows);
        if (rows == NULL) {
            out_of_memory(table);
            return NULL;
        }
        table->rows = rows;
        table->size = size;
    }
    kp_table_row *row = &table->rows[table->count++];
    *row = (kp_table_row){.line = line};
    return row;
}

static bool add_cell(kp_table *table, kp_table_row *row, const char *text, size_t length) {
    if (row->count == KP_TABLE_COLUMNS)
        return fail(table, row->line,
                    kp_t("256 列を超えています。", "There are more than 256 columns."));
    if (row->count == row->size) {
        size_t size = row->size == 0 ? 8 : row->size * 2;
        char **cells = realloc(row->cells, size * sizeof *cells);
        if (cells == NULL) return out_of_memory(table);
        row->cells = cells;
        row->size = size;
    }
    char *copy = kp_letters_copy(text, length);
    if (copy == NULL) return out_of_memory(table);
    row->cells[row->count++] = copy;
    if (row->count > table->columns) table->columns = row->count;
    return true;
}

void kp_table_end(kp_table *table) {
    for (size_t i = 0; i < table->count; i++) {
        for (size_t k = 0; k < table->rows[i].count; k++)
            free(table->rows[i].cells[k]);
        free(table->rows[i].cells);
    }
    free(table->rows);
    *table = (kp_table){0};
}

const char *kp_table_at(const kp_table *table, size_t row, size_t column) {
    bool there = row < table->count && column < table->rows[row].count;
    return there ? table->rows[row].cells[column] : "";
}

bool kp_table_blank(const kp_table *table, size_t row) {
    for (size_t i = 0; i < table->columns; i++)
        if (!kp_same_name(kp_table_at(table, row, i), "")) return false;
    return true;
}

/* ------------------------------------------------------------------------------------ letters */

/* The bytes of the letter of UTF-8 at `text`, 0 where it is none: too long a form, half of a pair, beyond
 * the last one. */
static size_t letter(const unsigned char *text, size_t rest) {
    static const unsigned long LEAST[] = {0, 0, 0x80, 0x800, 0x10000};
    unsigned char first = text[0];
    if (first < 0x80) return first != 0;
    size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || length > rest) return 0;
    unsigned long code = first & (0xFFU >> (length + 1));
    for (size_t i = 1; i < length; i++) {
        if ((text[i] & 0xC0) != 0x80) return 0;
        code = code << 6 | (text[i] & 0x3F);
    }
    bool pair = code >= 0xD800 && code <= 0xDFFF;
    return code < LEAST[length] || code > 0x10FFFF || pair ? 0 : length;
}

bool kp_table_is_utf8(const char *text, size_t size) {
    const unsigned char *bytes = (const unsigned char *)text;
    for (size_t at = 0; at < size;) {
        size_t length = letter(bytes + at, size - at);
        if (length == 0) return false;
        at += length;
    }
    return true;
}

/* ------------------------------------------------------------------------------- parted fields */

typedef struct reader {
    kp_table *table;
    kp_table_row *row; /**< NULL before the first field of a record */
    const char *at, *end;
    long line;
    char parter;
    kp_buffer field;
} reader;

enum { PARTER_KINDS = 3 };
static const char PARTERS[PARTER_KINDS + 1] = "\t,;";

/* In how many of the first lines each stands outside of quotes, and how often in all. */
static void count_parters(const char *at, const char *end, size_t lines[], size_t counts[]) {
    enum { LINES = 50 };
    bool quoted = false;
    bool seen[PARTER_KINDS] = {false};
    for (size_t line = 0; at < end && line < LINES; at++) {
        const char *known = quoted || *at == '\0' ? NULL : strchr(PARTERS, *at);
        if (*at == '"') quoted = !quoted;
        if (*at == '\n') {
            line++;
            memset(seen, 0, sizeof seen);
        }
        if (known == NULL) continue;
        lines[known - PARTERS] += !seen[known - PARTERS];
        seen[known - PARTERS] = true;
        counts[known - PARTERS]++;
    }
}

/* The one that stands in most lines: commas part digits, too. Where two do, tabs, which nothing else has; else
 * that of which there are more. A comma where there is none. */
static char guess_parter(const char *at, const char *end) {
    size_t lines[PARTER_KINDS] = {0};
    size_t counts[PARTER_KINDS] = {0};
    size_t best = 0;
    count_parters(at, end, lines, counts);
    for (size_t i = 1; i < PARTER_KINDS; i++)
        if (lines[i] > lines[best] ||
            (lines[i] == lines[best] && best > 0 && counts[i] > counts[best]))
            best = i;
    return lines[best] == 0 ? ',' : PARTERS[best];
}

static bool at_line_end(const reader *r) {
    return r->at == r->end || *r->at == '\n' || *r->at == '\r';
}

static bool read_quoted(reader *r) {
    long begun = r->line;
    for (r->at++; r->at < r->end; r->at++) {
        if (*r->at == '"') {
            if (r->at + 1 == r->end || r->at[1] != '"') break;
            r->at++;
        }
        if (*r->at == '\n') r->line++;
        kp_put_bytes(&r->field, r->at, 1);
    }
    if (r->at == r->end)
        return fail(r->table, begun,
                    kp_t("引用符(\")が閉じていません。", "A quotation mark is never closed."));
    r->at++;
    return true;
}

static bool read_field(reader *r) {
    kp_buffer_clear(&r->field);
    if (r->at < r->end && *r->at == '"' && !read_quoted(r)) return false;
    const char *from = r->at;
    while (!at_line_end(r) && *r->at != r->parter)
        r->at++;
    kp_put_bytes(&r->field, from, (size_t)(r->at - from));
    if (r->field.failed) return out_of_memory(r->table);
    return add_cell(r->table, r->row, kp_buffer_text(&r->field), r->field.used);
}

static bool read_record(reader *r) {
    r->row = add_row(r->table, r->line);
    bool more = r->row != NULL;
    while (more && read_field(r)) {
        more = r->at < r->end && *r->at == r->parter;
        if (more) r->at++;
    }
    if (r->table->failure.ja != NULL) return false;
    if (r->at < r->end && *r->at == '\r') r->at++;
    if (r->at < r->end && *r->at == '\n') r->at++;
    r->line++;
    return true;
}

bool kp_table_read(kp_table *table, const char *text, size_t size, char parter) {
    *table = (kp_table){0};
    if (size > KP_TABLE_BYTES)
        return fail(table, 0, kp_t("16 MB を超えています。", "It is larger than 16 MB."));
    if (size >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) {
        text += 3;
        size -= 3;
    }
    if (!kp_table_is_utf8(text, size))
        return fail(table, 0, kp_t("文字として読めません。", "It cannot be read as text."));
    reader r = {.table = table, .at = text, .end = text + size, .line = 1, .parter = parter};
    if (parter == 0) r.parter = guess_parter(text, text + size);
    bool going = true;
    while (going && r.at < r.end)
        going = read_record(&r);
    kp_buffer_end(&r.field);
    return table->failure.ja == NULL;
}

/* ------------------------------------------------------------------------------------- sheets */

/* Whether a number of that format is seen as a day: a code with years or eras, or with months and no
 * hours. Letters in quotes and brackets say nothing. */
static bool is_day(const char *format) {
    bool month = false;
    bool time = false;
    for (; *format != '\0' && *format != ';'; format++) {
        const char *end = *format == '"'   ? strchr(format + 1, '"')
                          : *format == '[' ? strchr(format, ']')
                                           : NULL;
        if (end != NULL) {
            format = end;
            continue;
        }
        char c = kp_capital(*format);
        if (c == 'G' && kp_letters_begin(format, "General")) return false;
        if (c == 'Y' || c == 'D' || (c == 'G' && format[1] != '\0')) return true;
        month = month || c == 'M';
        time = time || c == 'H' || c == 'S';
    }
    return month && !time;
}

static void put_cell(const kp_workbook *workbook, const kp_stored_cell *cell, kp_buffer *out) {
    static const double MOST_DAYS = 100000;
    bool number = cell->kind == KP_STORED_NUMBER;
    const char *format =
        cell->look < workbook->look_count ? workbook->looks[cell->look].format : "";
    if (number && format != NULL && is_day(format) && cell->number >= 1 &&
        cell->number < MOST_DAYS) {
        char text[16];
        kp_writer writer = kp_writer_on(text, sizeof text, KP_ENGLISH);
        kp_write_date(&writer, kp_date_from_days((int64_t)cell->number));
        kp_put(out, text);
    } else if (number) {
        kp_put_number(out, cell->number, 15);
    } else if (cell->text != NULL) {
        kp_put(out, cell->text);
    }
}

/* What is beyond the limits of a table is no cell of one: looks may reach further than contents. */
static bool take_cell(kp_table *table, const kp_workbook *workbook, const kp_stored_cell *cell) {
    kp_table_row *row = table->count == 0 ? NULL : &table->rows[table->count - 1];
    if (row == NULL || row->line != cell->row + 1) row = add_row(table, cell->row + 1);
    kp_auto_buffer text = {0};
    put_cell(workbook, cell, &text);
    if (row == NULL) return false;
    if (text.failed) return out_of_memory(table);
    while ((long)row->count < cell->column)
        if (!add_cell(table, row, "", 0)) return false;
    return add_cell(table, row, kp_buffer_text(&text), text.used);
}

bool kp_table_take(kp_table *table, const kp_workbook *workbook, const kp_stored_sheet *sheet) {
    *table = (kp_table){0};
    bool going = true;
    for (size_t i = 0; going && i < sheet->count; i++)
        if (sheet->cells[i].kind != KP_STORED_EMPTY)
            going = take_cell(table, workbook, &sheet->cells[i]);
    return table->failure.ja == NULL;
}
