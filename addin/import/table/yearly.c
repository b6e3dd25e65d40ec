/* SPDX-License-Identifier: MPL-2.0
 *
 * yearly.c: a file of a year's values.
 */
#include "import/table/yearly.h"

#include <string.h>

#include "import/table/amount.h"
#include "kenpo/text.h"
#include "kenpo/year.h"

static const char *const HEADS[KP_YEARLY_COLUMNS][2] = {
    [KP_YEARLY_YEAR] = {"年度", "year"},     [KP_YEARLY_ID] = {"識別名", "id"},
    [KP_YEARLY_VALUE] = {"値", "value"},     [KP_YEARLY_UNIT] = {"単位", "unit"},
    [KP_YEARLY_SOURCE] = {"出典", "source"}, [KP_YEARLY_WHO] = {"作成者", "who"}};

bool kp_yearly_heads(const kp_table *table, size_t columns[KP_YEARLY_COLUMNS], size_t *first) {
    size_t row = 0;
    while (row < table->count && (*kp_table_at(table, row, 0) == '#' || kp_table_blank(table, row)))
        row++;
    *first = row + 1;
    for (size_t i = 0; i < KP_YEARLY_COLUMNS; i++) {
        bool found = false;
        for (size_t c = 0; c < table->columns && !found; c++) {
            const char *text = kp_table_at(table, row, c);
            found = kp_same_name(text, HEADS[i][0]) || kp_same_name(text, HEADS[i][1]);
            columns[i] = c;
        }
        if (!found) return false;
    }
    return true;
}

bool kp_yearly_read(const kp_table *table, const size_t columns[KP_YEARLY_COLUMNS], size_t row,
                    kp_yearly *value, kp_text *why) {
    enum { MOST_SOURCE = 600 };
    const char *fields[KP_YEARLY_COLUMNS];
    for (size_t i = 0; i < KP_YEARLY_COLUMNS; i++)
        fields[i] = kp_table_at(table, row, columns[i]);
    *value = (kp_yearly){0,
                         kp_int(0),
                         fields[KP_YEARLY_ID],
                         fields[KP_YEARLY_UNIT],
                         fields[KP_YEARLY_SOURCE],
                         fields[KP_YEARLY_WHO]};
    kp_amount_read read = kp_amount_from(fields[KP_YEARLY_VALUE]);
    value->value = read.number;
    *why = (kp_text){NULL, NULL};
    if (kp_year_from_text(fields[KP_YEARLY_YEAR], NULL, &value->year) != KP_OK)
        *why = kp_t("年度として読めません", "its year is no fiscal year");
    else if (read.kind == KP_AMOUNT_BLANK)
        *why = kp_t("値がありません", "it has no value");
    else if (read.kind == KP_AMOUNT_NONE)
        *why = read.why;
    else if (kp_same_name(value->source, ""))
        *why = kp_t("出典がありません", "it has no source");
    else if (strlen(value->source) > MOST_SOURCE)
        *why = kp_t("出典が長すぎます(200 字まで)", "its source is longer than 200 letters");
    return why->ja == NULL;
}

/* A field that a reader of tables gives back as it is. */
static void put_field(kp_buffer *out, const char *text, bool first) {
    kp_put(out, first ? "" : "\t");
    bool quoted = strchr(text, '"') != NULL;
    kp_put(out, quoted ? "\"" : "");
    for (; *text != '\0'; text++) {
        bool blank = *text == '\t' || *text == '\n' || *text == '\r';
        kp_put_bytes(out, blank ? " " : text, 1);
        if (*text == '"') kp_put(out, "\"");
    }
    kp_put(out, quoted ? "\"" : "");
}

void kp_yearly_begin(kp_buffer *out) {
    kp_put(out, "# Kenpo Calc 諸元\n");
    for (size_t i = 0; i < KP_YEARLY_COLUMNS; i++)
        put_field(out, HEADS[i][0], i == 0);
    kp_put(out, "\t係数\n");
}

void kp_yearly_write(kp_buffer *out, int year, const char *id, const char *value, const char *unit,
                     const char *source, const char *who, const char *label) {
    const char *fields[] = {id, value, unit, source, who, label};
    kp_putf(out, "%d", year);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        put_field(out, fields[i] == NULL ? "" : fields[i], false);
    kp_put(out, "\n");
}
