/* SPDX-License-Identifier: MPL-2.0
 *
 * summary.c: 受付一覧, one row for each submission, and 所見一覧, one row for each finding, from
 * the result files of intake.h: as a workbook, and the list as CSV (UTF-8 with BOM, as Excel in
 * Japan expects). What stood in a submission is written as text, never as a formula.
 */
#include "intake/intake.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "uno/access.h"
#include "uno/document.h"
#include "uno/page.h"
#include "book/panes.h"
#include "system/place.h"

enum { FIELDS = 8, MOST_FIGURES = 8, SHOWN = 600, KINDS = 16 };

/* One submission, as its row shows it. */
typedef struct submission {
    char *file, *society, *symbol, *year, *form, *version;
    char *figures[MOST_FIGURES];
    long checks[3];
    size_t wrong, doubts, findings;
    char *kinds[KINDS]; /**< of its findings, each once, and how many there are of each */
    size_t counts[KINDS];
    kp_buffer words;
} submission;

typedef struct summary {
    kp_language language;
    uno_Interface *list, *details; /**< the two sheets */
    long line, detail;
    kp_buffer csv;
    size_t wrong; /**< submissions with something wrong */
} summary;

/* ------------------------------------------------------------------------------- reading results
 */

/* Cuts a line at its tabs; gives the number of fields. */
static size_t cut(char *line, char *fields[FIELDS]) {
    size_t count = 0;
    for (char *at = line; at != NULL && count < FIELDS;) {
        fields[count++] = at;
        at = strchr(at, '\t');
        if (at != NULL) *at++ = '\0';
    }
    return count;
}

static void take(char **field, const char *text) {
    free(*field);
    *field = strdup(text);
}

static void take_figure(submission *s, const char *title, const char *text) {
    for (size_t i = 0; KP_FIGURES[i].name != NULL && i < MOST_FIGURES; i++)
        if (strcmp(KP_FIGURES[i].name, title) == 0) take(&s->figures[i], text);
}

static void put_text(uno_Interface *sheet, long column, long row, const char *text) {
    if (text == NULL || *text == '\0') return;
    uno_Interface *cell = kp_cell_at(sheet, column, row);
    kp_cell_set_text(cell, text);
    kp_release(cell);
}

static void put_number(uno_Interface *sheet, long column, long row, const char *text) {
    char *end = NULL;
    double number = strtod(text, &end);
    if (end == text || *end != '\0') {
        put_text(sheet, column, row, text);
        return;
    }
    uno_Interface *cell = kp_cell_at(sheet, column, row);
    kp_cell_set_number(cell, number);
    kp_release(cell);
}

static void count_kind(submission *s, const char *kind) {
    size_t i = 0;
    while (i < KINDS && s->kinds[i] != NULL && strcmp(s->kinds[i], kind) != 0)
        i++;
    if (i == KINDS) return;
    if (s->kinds[i] == NULL) s->kinds[i] = strdup(kind);
    s->counts[i]++;
}

static void take_finding(summary *all, submission *s, char *fields[FIELDS]) {
    bool wrong = strcmp(fields[1], "異常") == 0 || strcmp(fields[1], "wrong") == 0;
    bool doubt = strcmp(fields[1], "注意") == 0 || strcmp(fields[1], "doubt") == 0;
    s->findings++;
    s->wrong += wrong ? 1 : 0;
    s->doubts += doubt ? 1 : 0;
    count_kind(s, fields[2]);
    if (s->words.used < SHOWN)
        kp_putf(&s->words, "%s%s%s%s: %s", s->words.used > 0 ? "\n" : "", fields[2],
                *fields[3] == '\0' ? "" : " ", fields[3], fields[4]);
    all->detail++;
    put_text(all->details, 0, all->detail, s->file);
    put_text(all->details, 1, all->detail, s->society);
    for (int i = 1; i < 5; i++)
        put_text(all->details, i + 1, all->detail, fields[i]);
}

static void take_line(summary *all, submission *s, char *line) {
    char *fields[FIELDS];
    size_t count = cut(line, fields);
    const char *kind = fields[0];
    if (count < 2) return;
    if (strcmp(kind, "file") == 0)
        take(&s->file, fields[1]);
    else if (strcmp(kind, "society") == 0)
        take(&s->society, fields[1]);
    else if (strcmp(kind, "symbol") == 0)
        take(&s->symbol, fields[1]);
    else if (strcmp(kind, "year") == 0)
        take(&s->year, fields[1]);
    else if (strcmp(kind, "form") == 0)
        take(&s->form, fields[1]);
    else if (strcmp(kind, "version") == 0)
        take(&s->version, fields[1]);
    else if (strcmp(kind, "figure") == 0 && count >= 3)
        take_figure(s, fields[1], fields[2]);
    else if (strcmp(kind, "checks") == 0 && count >= 4)
        for (int i = 0; i < 3; i++)
            s->checks[i] = strtol(fields[i + 1], NULL, 10);
    else if (strcmp(kind, "finding") == 0 && count >= 5)
        take_finding(all, s, fields);
}

/* ------------------------------------------------------------------------------------- the list */

static const kp_text HEADS[] = {
    {"番号", "No."},          {"ファイル", "file"},
    {"組合名", "society"},    {"記号", "symbol"},
    {"年度", "fiscal year"},  {"様式", "form"},
    {"照合結果", "outcome"},  {"異常", "wrong"},
    {"注意", "doubts"},       {"点検エラー", "check errors"},
    {"点検注意", "warnings"}, {"点検情報", "notes"},
    {"版", "version"},
};
enum { HEAD_COUNT = sizeof HEADS / sizeof *HEADS, TITLE_LINES = 3 };

/* A field of CSV. What a spreadsheet would take for a formula gets an apostrophe before it. */
static void put_csv(kp_buffer *csv, const char *text, bool first) {
    char *end = NULL;
    const char *from = text == NULL ? "" : text;
    strtod(from, &end);
    bool number = end != from && *end == '\0';
    kp_put(csv, first ? "\"" : ",\"");
    if (!number && *from != '\0' && strchr("=+-@\t", *from) != NULL) kp_put(csv, "'");
    for (const char *c = from; *c != '\0'; c++)
        kp_put(csv, *c == '"' ? "\"\"" : (const char[]){*c, '\0'});
    kp_put(csv, "\"");
}

static void put_heads(summary *all) {
    long column = 0;
    for (size_t i = 0; i < HEAD_COUNT; i++, column++) {
        put_text(all->list, column, TITLE_LINES, kp_wording(HEADS[i], all->language));
        put_csv(&all->csv, kp_wording(HEADS[i], all->language), i == 0);
    }
    for (size_t i = 0; KP_FIGURES[i].name != NULL; i++, column++) {
        put_text(all->list, column, TITLE_LINES, kp_wording(KP_FIGURES[i].title, all->language));
        put_csv(&all->csv, kp_wording(KP_FIGURES[i].title, all->language), false);
    }
    const char *words = kp_wording(kp_t("所見", "findings"), all->language);
    put_text(all->list, column, TITLE_LINES, words);
    put_csv(&all->csv, words, false);
    kp_put(&all->csv, "\r\n");
    static const kp_text DETAILS[] = {{"ファイル", "file"}, {"組合名", "society"},
                                      {"程度", "gravity"},  {"種類", "kind"},
                                      {"場所", "place"},    {"内容", "what was found"}};
    for (long i = 0; i < 6; i++)
        put_text(all->details, i, 0, kp_wording(DETAILS[i], all->language));
}

/* «様式の数式の変更 4、点検 2»: what was found in short; each finding has its own row in 所見一覧.
 */
static void put_kinds(summary *all, const submission *s, long column) {
    kp_buffer text = {0};
    const char *between = kp_wording(kp_t("、", ", "), all->language);
    for (size_t i = 0; i < KINDS && s->kinds[i] != NULL; i++) {
        kp_putf(&text, "%s%s", i > 0 ? between : "", s->kinds[i]);
        if (s->counts[i] > 1) kp_putf(&text, " %zu", s->counts[i]);
    }
    put_text(all->list, column, all->line, kp_buffer_text(&text));
    kp_buffer_end(&text);
}

static void put_row(summary *all, const submission *s) {
    char numbers[7][24];
    snprintf(numbers[0], 24, "%ld", all->line - TITLE_LINES);
    snprintf(numbers[1], 24, "%zu", s->wrong);
    snprintf(numbers[2], 24, "%zu", s->doubts);
    for (int i = 0; i < 3; i++)
        snprintf(numbers[3 + i], 24, "%ld", s->checks[i]);
    kp_text outcome = s->wrong > 0    ? kp_t("異常あり", "something is wrong")
                      : s->doubts > 0 ? kp_t("要確認", "to be looked at")
                                      : kp_t("異常なし", "in order");
    const char *fields[HEAD_COUNT] = {numbers[0],
                                      s->file,
                                      s->society,
                                      s->symbol,
                                      s->year,
                                      s->form,
                                      kp_wording(outcome, all->language),
                                      numbers[1],
                                      numbers[2],
                                      numbers[3],
                                      numbers[4],
                                      numbers[5],
                                      s->version};
    long column = 0;
    for (; column < HEAD_COUNT; column++) {
        bool number = column == 0 || column == 4 || (column > 6 && column < 12);
        if (number && fields[column] != NULL)
            put_number(all->list, column, all->line, fields[column]);
        else
            put_text(all->list, column, all->line, fields[column]);
        put_csv(&all->csv, fields[column], column == 0);
    }
    for (size_t i = 0; KP_FIGURES[i].name != NULL; i++, column++) {
        if (s->figures[i] != NULL) put_number(all->list, column, all->line, s->figures[i]);
        put_csv(&all->csv, s->figures[i], false);
    }
    put_kinds(all, s, column);
    put_csv(&all->csv, kp_buffer_text(&s->words), false);
    kp_put(&all->csv, "\r\n");
}

static void end_submission(submission *s) {
    char *texts[] = {s->file, s->society, s->symbol, s->year, s->form, s->version};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        free(texts[i]);
    for (size_t i = 0; i < MOST_FIGURES; i++)
        free(s->figures[i]);
    for (size_t i = 0; i < KINDS; i++)
        free(s->kinds[i]);
    kp_buffer_end(&s->words);
}

static void add_result(summary *all, const char *path) {
    char *text = kp_place_read(path, SIZE_MAX);
    char *rest = NULL;
    submission s = {0};
    if (text == NULL) return;
    for (char *line = strtok_r(text, "\n", &rest); line != NULL; line = strtok_r(NULL, "\n", &rest))
        take_line(all, &s, line);
    all->line++;
    put_row(all, &s);
    all->wrong += s.wrong > 0 ? 1 : 0;
    end_submission(&s);
    free(text);
}

/* -------------------------------------------------------------------------------------- looks */

/* One Japanese font for every script, so that figures and words stand on one line; without it an
 * office whose own language is another one takes Chinese shapes. */
static void set_font(uno_Interface *document) {
    static const char FONT[] = "Noto Sans CJK JP;BIZ UDPGothic;Yu Gothic;MS PGothic";
    kp_auto style = kp_style(document, "CellStyles", "Default");
    kp_property_set_text(style, "CharFontName", FONT);
    kp_property_set_text(style, "CharFontNameAsian", FONT);
}

static void center(uno_Interface *sheet, kp_area area) {
    sal_Int32 middle = 2; /* CellHoriJustify_CENTER */
    uno_Interface *cells = kp_area_cells(sheet, area);
    kp_property_set_of(cells, "HoriJustify", &middle, "com.sun.star.table.CellHoriJustify");
    kp_release(cells);
}

static void dress_heads(uno_Interface *sheet, kp_area area) {
    uno_Interface *cells = kp_area_cells(sheet, area);
    kp_cells_bold(cells);
    kp_property_set_long(cells, "CellBackColor", 0xE6E6E6);
    kp_property_set_long(cells, "VertJustify", 2); /* middle */
    kp_release(cells);
    center(sheet, area);
}

/* Buttons at the heads to show only some rows: those with something wrong, those of one society. */
static void add_filter(uno_Interface *document, const char *name, kp_area area) {
    kp_auto ranges = kp_property_object(document, "DatabaseRanges");
    kp_do(ranges, "sheet.XDatabaseRanges::addNewByName", "sr", name, &area);
    kp_auto range = kp_named(ranges, name);
    kp_property_set_boolean(range, "AutoFilter", true);
}

/* Lines around the cells of a table, and a little room inside them. */
static void dress_table(uno_Interface *sheet, kp_area area) {
    enum { LINES = 0xB0B0B0, BESIDE = 70 }; /* 1/100 mm */
    uno_Interface *cells = kp_area_cells(sheet, area);
    kp_property_set_long(cells, "ParaLeftMargin", BESIDE);
    kp_property_set_long(cells, "ParaRightMargin", BESIDE);
    kp_release(cells);
    kp_area_rule(sheet, area, LINES);
}

static void wrap(uno_Interface *sheet, long last, long right) {
    kp_area area = {0, 0, 0, (sal_Int32)right, (sal_Int32)last};
    uno_Interface *cells = kp_area_cells(sheet, area);
    kp_property_set_boolean(cells, "IsTextWrapped", true);
    kp_property_set_long(cells, "VertJustify", 1); /* top */
    kp_release(cells);
    kp_area title = {0, 0, 0, (sal_Int32)right, 2};
    cells = kp_area_cells(sheet, title);
    if (last > 2 && right > 5) kp_property_set_boolean(cells, "IsTextWrapped", false);
    kp_release(cells);
}

/* Separators for amounts, percent for ratios: by what the figure is called. */
static void set_formats(summary *all) {
    enum { THOUSANDS = 3, TWO_DECIMALS = 4, PERCENT = 11 };
    for (size_t i = 0; KP_FIGURES[i].name != NULL; i++) {
        bool ratio = strstr(KP_FIGURES[i].name, "保有率") != NULL;
        bool rate = strstr(KP_FIGURES[i].name, "保険料率") != NULL;
        kp_area area = {0, (sal_Int32)(HEAD_COUNT + i), TITLE_LINES + 1,
                        (sal_Int32)(HEAD_COUNT + i), (sal_Int32)all->line};
        uno_Interface *cells = kp_area_cells(all->list, area);
        kp_property_set_long(cells, "NumberFormat",
                             ratio  ? PERCENT
                             : rate ? TWO_DECIMALS
                                    : THOUSANDS);
        kp_release(cells);
    }
}

/* The columns of the list that hold neither names nor amounts. */
static void center_columns(summary *all) {
    static const int COLUMNS[] = {0, 4, 7, 8, 9, 10, 11, 12};
    for (size_t i = 0; i < sizeof COLUMNS / sizeof *COLUMNS; i++)
        center(all->list, (kp_area){0, COLUMNS[i], TITLE_LINES, COLUMNS[i], (sal_Int32)all->line});
}

static void dress(summary *all, uno_Interface *document) {
    static const int LIST[] = {1400, 5200, 4600, 2200, 1700, 3200, 2600, 1700, 1700, 2300,
                               2300, 2300, 1900, 3300, 3200, 3200, 3800, 4000, 3800, 9000};
    static const int DETAILS[] = {5200, 4600, 1900, 4200, 7000, 12000};
    kp_area heads = {0, 0, TITLE_LINES, HEAD_COUNT + 6, TITLE_LINES};
    kp_area detail_heads = {1, 0, 0, 5, 0};
    kp_area list = {0, 0, TITLE_LINES, HEAD_COUNT + 6, (sal_Int32)all->line};
    kp_area details = {1, 0, 0, 5, (sal_Int32)all->detail};
    set_font(document);
    kp_sheet_widths(all->list, LIST, sizeof LIST / sizeof *LIST);
    kp_sheet_widths(all->details, DETAILS, sizeof DETAILS / sizeof *DETAILS);
    if (all->line > TITLE_LINES) set_formats(all);
    wrap(all->list, all->line, HEAD_COUNT + 6);
    wrap(all->details, all->detail, 5);
    dress_table(all->list, list);
    dress_table(all->details, details);
    dress_heads(all->list, heads);
    dress_heads(all->details, detail_heads);
    center_columns(all);
    kp_area_fit_rows(document, all->list, list);
    kp_area_fit_rows(document, all->details, details);
    add_filter(document, "受付", list);
    add_filter(document, "所見", details);
    uno_Interface *title = kp_cell_at(all->list, 0, 0);
    kp_cells_size(title, 14);
    kp_release(title);
}

/* ------------------------------------------------------------------------------------- whole */

static void put_title(summary *all, size_t count) {
    kp_buffer words = {0};
    put_text(all->list, 0, 0, kp_wording(kp_t("受付一覧", "List of submissions"), all->language));
    kp_putf(&words,
            kp_wording(kp_t("提出 %zu 件、異常あり %zu 件。",
                            "%zu submissions, %zu with something wrong."),
                       all->language),
            count, all->wrong);
    put_text(all->list, 0, 1, kp_buffer_text(&words));
    kp_buffer_end(&words);
}

/* Stored where it can still be changed; a list whose heads scroll away is a list all the same. */
static bool store_list(uno_Interface *context, uno_Interface *document, const char *path) {
    static const kp_panes PANES[] = {{"受付一覧", 2, TITLE_LINES + 1}, {"所見一覧", 1, 1}};
    char *url = kp_url_from_path(path);
    bool stored = url != NULL && kp_document_store(document, url, "calc8", NULL, 0);
    if (stored) kp_panes_freeze(context, url, PANES, sizeof PANES / sizeof *PANES);
    free(url);
    return stored;
}

static void write_list(uno_Interface *context, uno_Interface *document, summary *all,
                       const kp_job *job, kp_report *report) {
    const char *work = kp_job_value(job, "work", 0);
    const char *ods = kp_job_value(job, "ods", 0);
    const char *csv = kp_job_value(job, "csv", 0);
    char path[KP_PATH];
    if (ods == NULL || csv == NULL) return;
    snprintf(path, sizeof path, "%s/list.ods", work == NULL ? "/var/tmp" : work);
    kp_fault error = store_list(context, document, path) ? kp_place_file(path, ods) : KP_FAULT_DISK;
    if (error == KP_FAULT_NONE) error = kp_place_text(all->csv.text, all->csv.used, csv, false);
    if (error != KP_FAULT_NONE)
        kp_tell_failure(report, KP_UNWRITABLE, ods, kp_place_error(error));
    else {
        kp_tell_plain(report, "wrote", ods);
        kp_tell_plain(report, "wrote", csv);
    }
}

/* The one that a new document has. */
static void drop_sheet(uno_Interface *document, size_t index) {
    kp_auto sheets = kp_sheets(document);
    kp_auto spare = kp_element(sheets, index);
    kp_auto_text name = kp_object_name(spare);
    kp_sheet_remove(document, name);
}

void kp_intake_summary(uno_Interface *context, const kp_job *job, kp_report *report) {
    uno_Interface *document = kp_document_new(context);
    summary all = {report->language, NULL, NULL, TITLE_LINES, 0, {0}, 0};
    const char *path;
    size_t count = 0;
    all.list = kp_sheet_add(document, "受付一覧", 0);
    all.details = kp_sheet_add(document, "所見一覧", 1);
    drop_sheet(document, 2);
    kp_put(&all.csv, "\xEF\xBB\xBF");
    put_heads(&all);
    for (; (path = kp_job_value(job, "result", count)) != NULL; count++)
        add_result(&all, path);
    put_title(&all, count);
    dress(&all, document);
    kp_sheet_print_wide(document, all.list, "受付一覧", TITLE_LINES);
    kp_sheet_print_wide(document, all.details, "所見一覧", 0);
    write_list(context, document, &all, job, report);
    if (all.wrong > 0 && report->outcome == KP_DONE) report->outcome = KP_BLOCKED;
    kp_buffer_end(&all.csv);
    kp_release(all.list);
    kp_release(all.details);
    kp_document_close(document);
    kp_release(document);
}
