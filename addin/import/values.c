/* SPDX-License-Identifier: MPL-2.0
 *
 * values.c: the year's values of a workbook to and from a file.
 */
#include "import/values.h"

#include <stdlib.h>
#include <string.h>

#include "import/ask.h"
#include "import/copy.h"
#include "import/sheet_of_values.h"
#include "kenpo/parameter.h"
#include "kenpo/text.h"
#include "system/lines.h"
#include "system/place.h"

/* --------------------------------------------------------------------------------- what is read */

/* What is to become of one line of the file. */
typedef enum change_kind { CHANGE_NEW, CHANGE_SAME, CHANGE_OTHER, CHANGE_REFUSED } change_kind;

typedef struct reading {
    kp_factors factors;
    kp_table table;
    size_t columns[KP_YEARLY_COLUMNS], first;
    change_kind *kinds; /**< of each row of the table */
    long *places;       /**< which row of 諸元 it is for */
    size_t counts[CHANGE_REFUSED + 1];
    kp_buffer lines, refused; /**< what would change, and what is refused, for people */
    kp_language language;
} reading;

static void reading_end(reading *r) {
    kp_factors_end(&r->factors);
    kp_table_end(&r->table);
    kp_buffer_end(&r->lines);
    kp_buffer_end(&r->refused);
    free(r->kinds);
    free(r->places);
}

static const char *say(const reading *r, kp_text text) {
    return kp_wording(text, r->language);
}

static void refuse(reading *r, size_t row, const char *about, kp_text why) {
    kp_putf(&r->refused, say(r, kp_t("%ld 行目 「", "line %ld “")), r->table.rows[row].line);
    kp_put_seen(&r->refused, about);
    kp_putf(&r->refused, "%s%s\n", say(r, kp_t("」: ", "”: ")), say(r, why));
    r->kinds[row] = CHANGE_REFUSED;
}

static bool is_known(const char *id) {
    for (int i = 1; i < KP_PARAMETERS; i++)
        if (kp_same_letters(kp_parameter_name((kp_parameter_id)i), id)) return true;
    return false;
}

/* The row of 諸元 that the value is for; refused where it is for none. */
static long place_of(reading *r, size_t row, const kp_yearly *value) {
    bool other_year = false;
    for (long i = 0; i < kp_factors_rows(&r->factors); i++) {
        kp_factor factor = kp_factor_at(&r->factors, i);
        bool same = factor.id != NULL && kp_same_letters(factor.id, value->id);
        bool found = same && factor.year == value->year;
        bool unit = found && kp_same_name(factor.unit == NULL ? "" : factor.unit, value->unit);
        kp_factor_end(&factor);
        other_year = other_year || same;
        if (found && unit) return i;
        if (!found) continue;
        refuse(r, row, value->unit, kp_t("単位が様式と違います", "the form has another unit"));
        return -1;
    }
    if (other_year)
        refuse(r, row, value->id,
               kp_t("この予算書の年度の値ではありません", "it is of another year than the budget"));
    else if (is_known(value->id))
        refuse(r, row, value->id,
               kp_t("この予算書の諸元にない値です", "this budget has no such value"));
    else
        refuse(r, row, value->id, kp_t("知らない識別名です", "its id is not known"));
    return -1;
}

static change_kind compare(const kp_factor *factor, const kp_yearly *value) {
    if (factor->has_own) {
        bool same = kp_cmp(factor->own, value->value) == 0;
        bool told = factor->own_source != NULL && kp_same_name(factor->own_source, value->source);
        return !same ? CHANGE_OTHER : told ? CHANGE_SAME : CHANGE_NEW;
    }
    if (!factor->has_recorded) return CHANGE_NEW;
    return kp_cmp(factor->recorded, value->value) == 0 ? CHANGE_SAME : CHANGE_OTHER;
}

/* «諸元 H14 高額医療交付金 基準額: 収録なし → 5,000,000 円(出典)» */
static void put_change(reading *r, long place, const kp_factor *factor, const kp_yearly *value) {
    char now[KP_NUM_TEXT];
    char then[KP_NUM_TEXT] = "";
    kp_num_format(value->value, 10, now);
    if (factor->has_own || factor->has_recorded)
        kp_num_format(factor->has_own ? factor->own : factor->recorded, 10, then);
    kp_factors_name(&r->factors, place, &r->lines);
    kp_putf(&r->lines, " %s: %s %s → %s %s(", factor->label == NULL ? "" : factor->label,
            factor->has_own        ? say(r, kp_t("組合の値", "own value"))
            : factor->has_recorded ? say(r, kp_t("収録した値", "recorded"))
                                   : say(r, kp_t("収録なし", "none recorded")),
            then, now, factor->unit == NULL ? "" : factor->unit);
    kp_put_seen(&r->lines, value->source);
    kp_put(&r->lines, ")\n");
}

static bool came_before(const reading *r, size_t row, long place) {
    for (size_t i = r->first; i < row; i++)
        if (r->kinds[i] != CHANGE_REFUSED && r->places[i] == place) return true;
    return false;
}

static void read_row(reading *r, size_t row) {
    kp_yearly value;
    kp_text why;
    r->places[row] = -1;
    r->kinds[row] = CHANGE_REFUSED;
    if (!kp_yearly_read(&r->table, r->columns, row, &value, &why)) {
        refuse(r, row, value.id, why);
        return;
    }
    long place = place_of(r, row, &value);
    if (place < 0) return;
    if (!kp_factor_takes(&r->factors, place, value.value)) {
        refuse(r, row, kp_table_at(&r->table, row, r->columns[KP_YEARLY_VALUE]),
               kp_t("この欄に入力できない値です", "no value for its cell"));
    } else if (came_before(r, row, place)) {
        refuse(r, row, value.id,
               kp_t("同じ値が前の行にあります", "an earlier line has the same value"));
    } else {
        kp_factor factor = kp_factor_at(&r->factors, place);
        r->places[row] = place;
        r->kinds[row] = compare(&factor, &value);
        if (r->kinds[row] != CHANGE_SAME) put_change(r, place, &factor, &value);
        kp_factor_end(&factor);
    }
}

/* False, and why, where the file is no file of values, or the workbook has none. */
static bool read_all(reading *r, uno_Interface *context, uno_Interface *document, const char *path,
                     kp_buffer *why) {
    if (!kp_factors_find(&r->factors, document)) {
        kp_put(why,
               say(r, kp_t("このワークブックには諸元がありません。", "The workbook has no 諸元.")));
        return false;
    }
    if (!kp_factors_read_file(&r->table, context, path, r->language, why)) return false;
    if (!kp_yearly_heads(&r->table, r->columns, &r->first)) {
        kp_put(why, say(r, kp_t("諸元のファイルではありません(見出し "
                                "年度、識別名、値、単位、出典、作成者 が要ります)。",
                                "It is no file of values: the heads 年度, 識別名, 値, 単位, 出典, "
                                "作成者 are wanted.")));
        return false;
    }
    r->kinds = calloc(r->table.count + 1, sizeof *r->kinds);
    r->places = calloc(r->table.count + 1, sizeof *r->places);
    for (size_t i = r->first; r->kinds != NULL && r->places != NULL && i < r->table.count; i++) {
        r->kinds[i] = CHANGE_SAME;
        r->places[i] = -1;
        if (kp_table_blank(&r->table, i) || *kp_table_at(&r->table, i, 0) == '#') continue;
        read_row(r, i);
        r->counts[r->kinds[i]]++;
    }
    return r->kinds != NULL && r->places != NULL;
}

static void put_values(reading *r, bool replace) {
    for (size_t i = r->first; i < r->table.count; i++) {
        kp_yearly value;
        kp_text why;
        bool goes = r->kinds[i] == CHANGE_NEW || (r->kinds[i] == CHANGE_OTHER && replace);
        if (goes && kp_yearly_read(&r->table, r->columns, i, &value, &why))
            kp_factor_put(&r->factors, r->places[i], value.value, value.source, value.who);
    }
}

/* ------------------------------------------------------------------------------- what is written */

/* Every value in force, with its source. False where the workbook has none. */
static bool write_all(uno_Interface *document, kp_buffer *out, size_t *count) {
    kp_factors factors;
    *count = 0;
    bool found = kp_factors_find(&factors, document);
    kp_auto_text who = found ? kp_factors_society(document) : NULL;
    kp_yearly_begin(out);
    for (long i = 0; found && i < kp_factors_rows(&factors); i++) {
        kp_factor factor = kp_factor_at(&factors, i);
        kp_auto_buffer number = {0};
        if (factor.has_own || factor.has_recorded) {
            kp_put_number(&number, kp_num_to_double(factor.has_own ? factor.own : factor.recorded),
                          15);
            kp_yearly_write(out, factor.year, factor.id, kp_buffer_text(&number), factor.unit,
                            factor.source, who, factor.label);
            ++*count;
        }
        kp_factor_end(&factor);
    }
    kp_factors_end(&factors);
    return found && !out->failed;
}

/* ------------------------------------------------------------------------------------ in windows */

void kp_values_ask_write(uno_Interface *context, kp_language language) {
    kp_ask ask;
    kp_auto_buffer out = {0};
    size_t count = 0;
    if (kp_ask_begin(&ask, context, language, kp_t("諸元を書き出す", "Write the year's values"))) {
        bool found = write_all(ask.document, &out, &count);
        kp_auto_text path =
            found ? kp_ask_path(&ask, kp_t("諸元の書き出し先", "Where to write the values"),
                                "*.tsv", "諸元.tsv")
                  : NULL;
        kp_auto_buffer words = {0};
        kp_fault fault =
            path == NULL ? KP_FAULT_NONE : kp_place_text(out.text, out.used, path, true);
        kp_putf(
            &words,
            kp_ask_say(&ask, kp_t("%zu 個の値を書き出しました。\n", "%zu values are written.\n")),
            count);
        if (!found)
            kp_ask_tell(&ask, KP_TELL_INFO,
                        kp_ask_say(&ask, kp_t("このワークブックには諸元がありません。",
                                              "The workbook has no 諸元.")));
        else if (fault != KP_FAULT_NONE)
            kp_ask_tell(&ask, KP_TELL_WARNING, kp_ask_say(&ask, kp_place_error(fault)));
        else if (path != NULL)
            kp_ask_tell(&ask, KP_TELL_INFO, kp_buffer_text(&words));
    }
    kp_ask_end(&ask);
}

/* The list of all that would change comes first. */
static void ask_and_put(const kp_ask *ask, reading *r) {
    kp_auto_buffer words = {0};
    size_t changes = r->counts[CHANGE_NEW] + r->counts[CHANGE_OTHER];
    kp_putf(&words,
            kp_ask_say(ask, kp_t("入れる値 %zu、今と違う値 %zu、同じ値 %zu、読めない行 %zu。\n",
                                 "New: %zu. Other than now: %zu. The same: %zu. Refused: %zu.\n")),
            r->counts[CHANGE_NEW], r->counts[CHANGE_OTHER], r->counts[CHANGE_SAME],
            r->counts[CHANGE_REFUSED]);
    kp_put(&words,
           changes > 0
               ? kp_ask_say(ask, kp_t("組合の値に入れますか。", "Put them into 組合の値?"))
               : kp_ask_say(ask, kp_t("入れる値はありません。", "There is nothing to put in.")));
    kp_put(&r->lines, kp_buffer_text(&r->refused));
    if (!kp_ask_lines(ask, kp_buffer_text(&words), kp_buffer_text(&r->lines), changes > 0) ||
        changes == 0)
        return;
    bool replace =
        r->counts[CHANGE_OTHER] > 0 &&
        kp_ask_yes(ask, kp_ask_say(ask, kp_t("今と違う値も、読み込んだ値に置き換えますか。",
                                             "Let those that differ make way, too?")));
    kp_undo_begin(ask->document, ask->title);
    put_values(r, replace);
    kp_undo_end(ask->document);
}

void kp_values_ask_read(uno_Interface *context, kp_language language) {
    kp_ask ask;
    reading r = {.language = language};
    kp_auto_buffer why = {0};
    if (kp_ask_begin(&ask, context, language, kp_t("諸元を読み込む", "Read the year's values"))) {
        kp_auto_text path =
            kp_ask_path(&ask, kp_t("読み込む諸元", "Values to read"), "*.tsv;*.txt;*.csv", NULL);
        if (path != NULL && read_all(&r, context, ask.document, path, &why))
            ask_and_put(&ask, &r);
        else if (path != NULL)
            kp_ask_tell(&ask, KP_TELL_WARNING, kp_buffer_text(&why));
    }
    reading_end(&r);
    kp_ask_end(&ask);
}

/* --------------------------------------------------------------------------------- without windows */

static void tell_lines(kp_report *report, const char *kind, const kp_buffer *lines) {
    char *copy = strdup(kp_buffer_text(lines));
    char *rest = copy;
    for (char *line = copy == NULL ? NULL : kp_line_next(&rest); line != NULL;
         line = kp_line_next(&rest))
        if (strcmp(kind, "warning") == 0)
            kp_tell_failure(report, KP_BLOCKED, NULL, kp_t(line, line));
        else
            kp_tell_plain(report, kind, line);
    free(copy);
}

static bool fill(void *data, uno_Interface *document) {
    const kp_values *ask = data;
    reading r = {.language = ask->report->language};
    kp_auto_buffer why = {0};
    bool read = read_all(&r, ask->context, document, ask->file, &why);
    if (!read) {
        kp_tell_failure(ask->report, KP_UNREADABLE, ask->file,
                        kp_t(kp_buffer_text(&why), kp_buffer_text(&why)));
    } else {
        tell_lines(ask->report, "took", &r.lines);
        tell_lines(ask->report, "warning", &r.refused);
        if (r.counts[CHANGE_OTHER] > 0 && !ask->replace)
            kp_tell_failure(ask->report, KP_BLOCKED, NULL,
                            kp_t("今と違う値は置き換えていません(--replace)。",
                                 "Values that differ stay as they are (--replace)."));
        put_values(&r, ask->replace);
    }
    reading_end(&r);
    return read;
}

static bool write_file(void *data, uno_Interface *document) {
    const kp_values *ask = data;
    kp_auto_buffer out = {0};
    size_t count;
    if (!write_all(document, &out, &count)) {
        kp_tell_failure(
            ask->report, KP_UNREADABLE, ask->book,
            kp_t("このワークブックには諸元がありません。", "The workbook has no 諸元."));
        return false;
    }
    kp_fault fault = kp_place_text(out.text, out.used, ask->file, false);
    if (fault == KP_FAULT_NONE)
        kp_tell_plain(ask->report, "wrote", ask->file);
    else
        kp_tell_failure(ask->report, KP_UNWRITABLE, ask->file, kp_place_error(fault));
    return true;
}

void kp_values_run(const kp_values *values) {
    kp_values ask = *values;
    const kp_copy copy = {ask.context, ask.book, ask.writes ? NULL : ask.output, ask.work,
                          ask.report};
    kp_copy_run(&copy, ask.writes ? write_file : fill, &ask);
}
