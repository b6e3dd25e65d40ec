/* SPDX-License-Identifier: MPL-2.0
 *
 * summary.c: the lists. Each of the two tables is one row a column: its head, how wide it is, how
 * its cells look, and where they come from.
 */
#include "intake/summary.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "book/look_of_tables.h"
#include "book/panes.h"
#include "intake/siblings.h"
#include "system/lines.h"
#include "system/path.h"
#include "system/place.h"
#include "system/work.h"
#include "uno/access.h"
#include "uno/document.h"
#include "uno/page.h"

enum { TITLE_LINES = 3, SHOWN = 600 };
static const char LIST[] = "受付一覧";
static const char DETAILS[] = "所見一覧";

/* What a row is about: a submission, and, in the second table, one finding. */
typedef struct subject {
    kp_language language;
    size_t number; /**< of the submission, from 1 */
    const kp_received *file;
    const kp_verdict *result;
    const kp_told *told;
    const char *folder; /**< where the list and the copies go */
} subject;

/* Writes what a column says of it; `which` is the column's own. */
typedef void source(const subject *s, int which, kp_buffer *out);

/* How a column looks; numbers are the office's keys of formats. */
typedef enum look { WORDS = -1, PLAIN = 0, THOUSANDS = 3, DECIMALS = 4, PERCENT = 11 } look;

typedef struct column {
    kp_text head;
    int width; /**< 1/100 mm */
    look look; /**< anything but WORDS: a number, where it is one */
    bool centred;
    source *put;
    int which;
    source *in_csv; /**< where the CSV says something else */
} column;

/* ------------------------------------------------------------------------------------ sources */

static void put_number(const subject *s, int which, kp_buffer *out) {
    (void)which;
    kp_putf(out, "%zu", s->number);
}

static void put_receipt(const subject *s, int which, kp_buffer *out) {
    (void)which;
    kp_putf(out, "%zu", s->file->receipt);
}

/* Its beginning is enough on paper; the CSV has it whole. */
static void put_sum(const subject *s, int which, kp_buffer *out) {
    kp_putf(out, "%.*s", which == 0 ? KP_SHA256_TEXT : which, s->result->facts[KP_FACT_SUM]);
}

static void put_whole_sum(const subject *s, int which, kp_buffer *out) {
    (void)which;
    put_sum(s, 0, out);
}

/* The file of its copy, where there is one now; whether somebody wrote in it since. */
static void put_copy(const subject *s, int which, kp_buffer *out) {
    char folder[KP_PATH];
    char path[KP_PATH];
    char sum[KP_SHA256_TEXT];
    const char *name = s->result->facts[which];
    if (*name == '\0' || strcmp(name, KP_RESULT_NO_COPY) == 0 ||
        !kp_path_in(s->folder, KP_KEPT, folder) || !kp_path_in(folder, name, path) ||
        kp_entry_look(path).kind != KP_ENTRY_FILE)
        return;
    kp_sha256_file(path, sum);
    kp_put(out, name);
    if (strcmp(sum, s->result->facts[KP_FACT_COPY_SUM]) != 0)
        kp_put(out, kp_wording(kp_t("(作成後に変更)", " (changed since)"), s->language));
}

static void put_fact(const subject *s, int which, kp_buffer *out) {
    kp_put(out, s->result->facts[which]);
}

static void put_outcome(const subject *s, int which, kp_buffer *out) {
    (void)which;
    const size_t *graves = s->result->graves;
    kp_text outcome = graves[KP_WRONG] > 0   ? kp_t("異常あり", "something is wrong")
                      : graves[KP_DOUBT] > 0 ? kp_t("要確認", "to be looked at")
                                             : kp_t("異常なし", "in order");
    kp_put(out, kp_wording(outcome, s->language));
}

static void put_graves(const subject *s, int which, kp_buffer *out) {
    kp_putf(out, "%zu", s->result->graves[which]);
}

static void put_checks(const subject *s, int which, kp_buffer *out) {
    kp_putf(out, "%ld", s->result->checks[which]);
}

static void put_figure(const subject *s, int which, kp_buffer *out) {
    kp_put(out, s->result->figures[which]);
}

/* How often the kind of finding `index` occurs; 0 where an earlier one is of that kind too. */
static size_t count_kind(const subject *s, size_t index) {
    size_t count = 0;
    const char *kind = kp_told_kind(&s->result->findings[index], s->language);
    for (size_t i = 0; i < s->result->count; i++) {
        if (strcmp(kp_told_kind(&s->result->findings[i], s->language), kind) != 0) continue;
        if (i < index) return 0;
        count++;
    }
    return count;
}

/* «様式の数式の変更 4、点検 2»: what was found in short; each finding has its own row in 所見一覧. */
static void put_kinds(const subject *s, int which, kp_buffer *out) {
    (void)which;
    const char *between = "";
    for (size_t i = 0; i < s->result->count && out->used < SHOWN; i++) {
        size_t count = count_kind(s, i);
        if (count == 0) continue;
        kp_putf(out, "%s%s", between, kp_told_kind(&s->result->findings[i], s->language));
        if (count > 1) kp_putf(out, " %zu", count);
        between = kp_wording(kp_t("、", ", "), s->language);
    }
}

static void put_findings(const subject *s, int which, kp_buffer *out) {
    (void)which;
    for (size_t i = 0; i < s->result->count && out->used < SHOWN; i++) {
        const kp_told *told = &s->result->findings[i];
        kp_putf(out, "%s%s%s%s: %s", out->used > 0 ? "\n" : "", kp_told_kind(told, s->language),
                *told->place == '\0' ? "" : " ", told->place, told->words);
    }
}

static void put_gravity(const subject *s, int which, kp_buffer *out) {
    (void)which;
    kp_put(out, kp_wording(kp_gravity_coded(s->told->gravity)->words, s->language));
}

static void put_kind(const subject *s, int which, kp_buffer *out) {
    (void)which;
    kp_put(out, kp_told_kind(s->told, s->language));
}

static void put_place(const subject *s, int which, kp_buffer *out) {
    (void)which;
    kp_put(out, s->told->place);
}

static void put_words(const subject *s, int which, kp_buffer *out) {
    (void)which;
    kp_put(out, s->told->words);
}

/* --------------------------------------------------------------------------------- the columns */

static const column OF_SUBMISSIONS[] = {
    {{"番号", "No."}, 1400, PLAIN, true, put_number},
    {{"受付番号", "receipt"}, 1900, PLAIN, true, put_receipt},
    {{"ファイル", "file"}, 5200, WORDS, false, put_fact, KP_FACT_FILE},
    {{"組合名", "society"}, 4600, WORDS, false, put_fact, KP_FACT_SOCIETY},
    {{"記号", "symbol"}, 2200, WORDS, false, put_fact, KP_FACT_SYMBOL},
    {{"年度", "fiscal year"}, 1700, PLAIN, true, put_fact, KP_FACT_YEAR},
    {{"様式", "form"}, 3200, WORDS, false, put_fact, KP_FACT_FORM},
    {{"照合結果", "outcome"}, 2600, WORDS, false, put_outcome},
    {{"異常", "wrong"}, 1700, PLAIN, true, put_graves, KP_WRONG},
    {{"注意", "doubts"}, 1700, PLAIN, true, put_graves, KP_DOUBT},
    {{"点検エラー", "check errors"}, 2300, PLAIN, true, put_checks, 0},
    {{"点検注意", "warnings"}, 2300, PLAIN, true, put_checks, 1},
    {{"点検情報", "notes"}, 2300, PLAIN, true, put_checks, 2},
    {{"版", "version"}, 1900, WORDS, true, put_fact, KP_FACT_VERSION},
    {{"総報酬額(千円)", "payroll (1,000 yen)"}, 3300, THOUSANDS, false, put_figure, 0},
    {{"特定保険料率(‰)", "specific rate (‰)"}, 3200, DECIMALS, false, put_figure, 1},
    {{"準備金保有率", "reserve ratio"}, 3200, PERCENT, false, put_figure, 2},
    {{"準備金保有率(介護)", "reserve ratio, care"}, 3800, PERCENT, false, put_figure, 3},
    {{"事務費国庫負担金(円)", "office subsidy (yen)"}, 4000, THOUSANDS, false, put_figure, 4},
    {{"高額医療交付金(円)", "grant (yen)"}, 3800, THOUSANDS, false, put_figure, 5},
    {{"所見", "findings"}, 9000, WORDS, false, put_kinds, 0, put_findings},
    {{"SHA-256", "SHA-256"}, 3400, WORDS, false, put_sum, 16, put_whole_sum},
    {{"控え", "copy for the bureau"}, 5200, WORDS, false, put_copy, KP_FACT_COPY},
};

static const column OF_FINDINGS[] = {
    {{"ファイル", "file"}, 5200, WORDS, false, put_fact, KP_FACT_FILE},
    {{"組合名", "society"}, 4600, WORDS, false, put_fact, KP_FACT_SOCIETY},
    {{"重要度", "gravity"}, 1900, WORDS, false, put_gravity},
    {{"種類", "kind"}, 4200, WORDS, false, put_kind},
    {{"場所", "place"}, 7000, WORDS, false, put_place},
    {{"内容", "what was found"}, 12000, WORDS, false, put_words},
};

/* A table on its sheet. */
typedef struct table {
    const column *columns;
    size_t count;
    uno_Interface *sheet;
    sal_Int16 index;  /**< of the sheet */
    long heads, line; /**< the rows of its heads and of what was written last */
} table;

typedef struct summary {
    kp_language language;
    const char *folder;
    table list, details;
    kp_buffer csv;
    size_t wrong; /**< submissions with something wrong */
    kp_siblings *siblings;
    bool short_of_memory; /**< something could not be told */
} summary;

/* ------------------------------------------------------------------------------------- writing */

static void put_cell(const table *t, long x, long y, look shown, const char *text) {
    char *end = NULL;
    double number = strtod(text, &end);
    if (*text == '\0') return;
    kp_auto cell = kp_cell_at(t->sheet, x, y);
    if (shown != WORDS && *end == '\0')
        kp_cell_set_number(cell, number);
    else
        kp_cell_set_text(cell, text);
}

static void put_heads(const summary *all, const table *t, kp_buffer *csv) {
    for (size_t i = 0; i < t->count; i++) {
        const char *head = kp_wording(t->columns[i].head, all->language);
        put_cell(t, (long)i, t->heads, WORDS, head);
        if (csv != NULL) kp_put_csv(csv, head, i == 0);
    }
    if (csv != NULL) kp_put(csv, "\r\n");
}

static void take_seen(const subject *s, source *put, int which, kp_buffer *seen) {
    kp_buffer text = {0};
    put(s, which, &text);
    kp_put_seen(seen, kp_buffer_text(&text));
    if (text.failed) seen->failed = true;
    kp_buffer_end(&text);
}

static void put_row(table *t, const subject *s, kp_buffer *csv) {
    t->line++;
    for (size_t i = 0; i < t->count; i++) {
        const column *c = &t->columns[i];
        kp_buffer text = {0};
        take_seen(s, c->put, c->which, &text);
        put_cell(t, (long)i, t->line, c->look, kp_buffer_text(&text));
        if (csv != NULL && c->in_csv != NULL) {
            kp_buffer_end(&text);
            take_seen(s, c->in_csv, c->which, &text);
        }
        if (csv != NULL) kp_put_csv(csv, kp_buffer_text(&text), i == 0);
        kp_buffer_end(&text);
    }
    if (csv != NULL) kp_put(csv, "\r\n");
}

/* A file that has no result was lost on its way: by another machine, or by who took it away. */
static bool open_result(const summary *all, const kp_received *file, kp_verdict *result) {
    kp_buffer text = {0};
    if (kp_result_open(result, file->result)) return true;
    kp_result_begin(&text, file->name);
    kp_result_finding(
        &text, KP_WRONG, KP_FOUND_LOST, "",
        kp_wording(kp_t("ワーカーから結果が返りませんでした。もう一度実行してください。",
                        "No result came back from the worker. Please run this again."),
                   all->language));
    if (text.failed) kp_buffer_end(&text);
    return kp_result_read(result, text.text);
}

static void add_submission(summary *all, const kp_received *file, size_t number) {
    kp_verdict result;
    if (!open_result(all, file, &result)) return;
    if (all->siblings == NULL || !kp_siblings_add(all->siblings, number - 1, &result))
        all->short_of_memory = true;
    subject s = {all->language, number, file, &result, NULL, all->folder};
    put_row(&all->list, &s, &all->csv);
    for (size_t i = 0; i < result.count; i++) {
        s.told = &result.findings[i];
        put_row(&all->details, &s, NULL);
    }
    all->wrong += result.graves[KP_WRONG] > 0 ? 1 : 0;
    kp_result_free(&result);
}

static void put_title(summary *all, size_t count) {
    kp_buffer words = {0};
    put_cell(&all->list, 0, 0, WORDS,
             kp_wording(kp_t("受付一覧", "List of submissions"), all->language));
    kp_putf(&words,
            kp_wording(kp_t("提出 %zu 件、異常あり %zu 件。",
                            "%zu submissions, %zu with something wrong."),
                       all->language),
            count, all->wrong);
    put_cell(&all->list, 0, 1, WORDS, kp_buffer_text(&words));
    kp_buffer_end(&words);
}

/* -------------------------------------------------------------------------------------- looks */

/* The cells of a table from one column to another, heads included or not. */
static kp_area area_of(const table *t, size_t left, size_t right, bool heads) {
    return (kp_area){t->index, (sal_Int32)left, (sal_Int32)(t->heads + (heads ? 0 : 1)),
                     (sal_Int32)right, (sal_Int32)t->line};
}

static void dress_column(const table *t, size_t index) {
    const column *c = &t->columns[index];
    if (c->centred) {
        kp_auto all = kp_area_cells(t->sheet, area_of(t, index, index, true));
        kp_cells_centre(all);
    }
    if (c->look > PLAIN && t->line > t->heads) {
        kp_auto cells = kp_area_cells(t->sheet, area_of(t, index, index, false));
        kp_property_set_long(cells, "NumberFormat", c->look);
    }
}

/* Buttons at the heads to show only some rows: those with something wrong, those of one society. */
static void add_filter(uno_Interface *document, const char *name, kp_area area) {
    kp_auto ranges = kp_property_object(document, "DatabaseRanges");
    kp_do(ranges, "sheet.XDatabaseRanges::addNewByName", "sr", name, &area);
    kp_auto range = kp_named(ranges, name);
    kp_property_set_boolean(range, "AutoFilter", true);
}

/* Lines around the cells, and a little room inside them. */
static void dress_cells(const table *t, kp_area area) {
    enum { BESIDE = 70 }; /* 1/100 mm */
    kp_auto cells = kp_area_cells(t->sheet, area);
    kp_table_lines(t->sheet, area);
    kp_property_set_long(cells, "ParaLeftMargin", BESIDE);
    kp_property_set_long(cells, "ParaRightMargin", BESIDE);
}

static void dress_heads(const table *t, kp_area area) {
    area.bottom = area.top;
    kp_table_head_look(t->sheet, area);
}

static void dress_table(uno_Interface *document, const table *t, const char *filter,
                        const char *name) {
    kp_area area = area_of(t, 0, t->count - 1, true);
    for (size_t i = 0; i < t->count; i++)
        kp_sheet_width(t->sheet, (long)i, t->columns[i].width);
    dress_cells(t, area);
    dress_heads(t, area);
    for (size_t i = 0; i < t->count; i++)
        dress_column(t, i);
    kp_area_fit_rows(document, t->sheet, area);
    add_filter(document, filter, area);
    kp_sheet_print_wide(document, t->sheet, name, t->heads);
}

static void dress(uno_Interface *document, const summary *all) {
    kp_table_font(document);
    dress_table(document, &all->list, "受付", LIST);
    dress_table(document, &all->details, "所見", DETAILS);
    kp_auto title = kp_cell_at(all->list.sheet, 0, 0);
    kp_cells_size(title, 14);
}

/* ------------------------------------------------------------------------------------- whole */

/* A name that nobody has yet: two runs may end in the same second. */
static kp_fault name_lists(const char *folder, char list[KP_PATH], char csv[KP_PATH]) {
    char name[128];
    kp_moment now = kp_local_now();
    for (int i = 1; i < 100; i++) {
        int length = snprintf(name, sizeof name, "%s-%04d%02d%02d-%02d%02d%02d", LIST, now.year,
                              now.month, now.day, now.hour, now.minute, now.second);
        if (i > 1) snprintf(name + length, sizeof name - (size_t)length, "-%d", i);
        if (!kp_path_in(folder, name, list) || strlen(list) + sizeof ".ods" > KP_PATH)
            return KP_FAULT_NAME;
        strcpy(csv, list);
        strcat(list, ".ods");
        strcat(csv, ".csv");
        if (kp_entry_look(list).kind == KP_ENTRY_NONE && kp_entry_look(csv).kind == KP_ENTRY_NONE)
            return KP_FAULT_NONE;
    }
    return KP_FAULT_EXISTS;
}

/* Stored where it can still be changed; a list whose heads scroll away is a list all the same. */
static bool store_list(uno_Interface *context, uno_Interface *document, const char *path) {
    static const kp_panes PANES[] = {{LIST, 2, TITLE_LINES + 1}, {DETAILS, 1, 1}};
    char *url = kp_url_from_path(path);
    bool stored = url != NULL && kp_document_store(document, url, "calc8", NULL, 0);
    if (stored) kp_panes_freeze(context, url, PANES, sizeof PANES / sizeof *PANES);
    free(url);
    return stored;
}

static kp_fault place_list(uno_Interface *context, uno_Interface *document, const char *list) {
    char folder[KP_PATH];
    char path[KP_PATH];
    kp_fault fault = kp_work_begin(NULL, folder);
    if (fault != KP_FAULT_NONE) return fault;
    bool stored = kp_path_in(folder, "list.ods", path) && store_list(context, document, path);
    fault = stored ? kp_place_file(path, list) : KP_FAULT_DISK;
    kp_work_end(folder);
    return fault;
}

static void write_lists(uno_Interface *context, uno_Interface *document, const summary *all,
                        const char *folder, kp_report *report, char list[KP_PATH]) {
    char csv[KP_PATH];
    kp_fault fault =
        all->csv.failed || all->short_of_memory ? KP_FAULT_MEMORY : name_lists(folder, list, csv);
    if (fault == KP_FAULT_NONE) fault = place_list(context, document, list);
    if (fault == KP_FAULT_NONE) fault = kp_place_text(all->csv.text, all->csv.used, csv, false);
    if (fault != KP_FAULT_NONE) {
        kp_tell_failure(report, KP_UNWRITABLE, list, kp_place_error(fault));
        return;
    }
    kp_tell_plain(report, "wrote", list);
    kp_tell_plain(report, "wrote", csv);
}

/* The sheet with which a new document begins goes when the others are there. */
static void add_sheets(uno_Interface *document, summary *all) {
    kp_auto sheets = kp_sheets(document);
    kp_auto first = kp_element(sheets, 0);
    char *name = kp_object_name(first);
    all->list.sheet = kp_sheet_add(document, LIST, 0);
    all->details.sheet = kp_sheet_add(document, DETAILS, 1);
    if (name != NULL) kp_sheet_remove(document, name);
    free(name);
}

void kp_summary(uno_Interface *context, const kp_pile *pile, const char *folder, kp_report *report,
                char list[KP_PATH]) {
    kp_auto document = kp_document_new(context);
    summary all = {.language = report->language, .folder = folder};
    all.list = (table){OF_SUBMISSIONS, sizeof OF_SUBMISSIONS / sizeof *OF_SUBMISSIONS,
                       NULL,           0,
                       TITLE_LINES,    TITLE_LINES};
    all.details = (table){OF_FINDINGS, sizeof OF_FINDINGS / sizeof *OF_FINDINGS, NULL, 1, 0, 0};
    add_sheets(document, &all);
    kp_put(&all.csv, "\xEF\xBB\xBF");
    all.siblings = kp_siblings_begin(pile, report->language);
    put_heads(&all, &all.list, &all.csv);
    put_heads(&all, &all.details, NULL);
    for (size_t i = 0; i < pile->count; i++)
        add_submission(&all, &pile->files[i], i + 1);
    put_title(&all, pile->count);
    dress(document, &all);
    write_lists(context, document, &all, folder, report, list);
    if (all.wrong > 0 && report->outcome == KP_DONE) report->outcome = KP_BLOCKED;
    kp_buffer_end(&all.csv);
    kp_siblings_end(all.siblings);
    kp_release(all.list.sheet);
    kp_release(all.details.sheet);
    kp_document_close(document);
}
