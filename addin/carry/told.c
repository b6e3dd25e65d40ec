/* SPDX-License-Identifier: MPL-2.0
 *
 * told.c: the list of what a new form took over.
 */
#include "carry/told.h"
#include "kenpo/year.h"

#include <stdio.h>
#include <string.h>

#include "book/label.h"
#include "system/path.h"

static const kp_text REASONS[] = {
    [KP_HAS_NOTHING] = {"元の予算書の欄が空いている", "the budget's cell is empty"},
    [KP_HAS_NO_CELL] = {"元の予算書の様式にこの欄がない", "the budget's form has no such cell"},
    [KP_HAS_ERROR] = {"元の予算書の欄がエラー値になっている", "an error stands in the budget"},
    [KP_NOT_ACCEPTED] = {"この欄に入力できる値ではない", "this cell does not take that value"},
    [KP_OWN] = {NULL, NULL},
};

static void put_year(kp_buffer *out, int year, kp_language language) {
    char wareki[64];
    kp_writer writer = kp_writer_on(wareki, sizeof wareki, language);
    kp_write_wareki(&writer, year);
    kp_putf(out, "%s", wareki);
}

static void put_place(kp_list *list, long column, const kp_filled_cell *at) {
    char name[16];
    if (at->sheet == NULL) return;
    kp_cell_name(at->column, at->row, name);
    kp_list_text(list, column, at->sheet->name);
    kp_list_text(list, column + 1, name);
}

static void put_number(kp_list *list) {
    kp_list_row(list);
    kp_list_number(list, 0, (double)kp_list_rows(list), "General");
}

/* ----------------------------------------------------------------------------- what was not taken */

static void put_reason(const kp_taking *taking, const kp_taken *taken, kp_language language,
                       kp_buffer *words) {
    if (taken->fate == KP_OWN) {
        kp_put(words, kp_wording(taken->row->remark, language));
    } else if (taken->fate == KP_NO_BUDGET) {
        put_year(words, taking->year - taken->row->back, language);
        kp_put(words,
               kp_wording(kp_t("の予算書が選ばれていない", ": no budget was given"), language));
    } else {
        kp_put(words, kp_wording(REASONS[taken->fate], language));
    }
}

static void put_left(kp_list *list, const kp_taking *taking, const kp_taken *taken,
                     kp_language language) {
    kp_auto_buffer words = {0};
    kp_auto_buffer label = {0};
    put_number(list);
    put_place(list, 1, &taken->target);
    kp_put(&label, kp_label_stored(taken->target.sheet, taken->target.column, taken->target.row));
    if (taken->cells > 1)
        kp_putf(&label, kp_wording(kp_t(" ほか %zu 欄", " and %zu more"), language),
                taken->cells - 1);
    kp_list_text(list, 3, kp_buffer_text(&label));
    put_reason(taking, taken, language, &words);
    kp_list_text(list, 4, kp_buffer_text(&words));
    if (taken->from != NULL) put_place(list, 5, &taken->source);
}

static void list_left(kp_list *list, const kp_taking *taking, kp_language language) {
    static const kp_table_column COLUMNS[] = {
        {{"番号", "No."}, 1400},          {{"シート", "sheet"}, 3400},
        {{"セル", "cell"}, 1700},         {{"欄", "cell of"}, 8200},
        {{"理由", "why"}, 9000},          {{"元のシート", "budget's sheet"}, 3400},
        {{"元のセル", "its cell"}, 1900},
    };
    kp_list_heads(list, COLUMNS, sizeof COLUMNS / sizeof *COLUMNS);
    for (size_t i = 0; i < taking->count; i++)
        if (taking->taken[i].fate > KP_AS_IT_IS)
            put_left(list, taking, &taking->taken[i], language);
}

/* --------------------------------------------------------------------------------- what was taken */

static void put_value(kp_list *list, const kp_taking *taking, const kp_taken *taken) {
    const kp_filled_cell *target = &taken->target;
    kp_auto_content content = kp_taken_content(taken);
    const char *format =
        kp_filled_look(&taking->form, target->sheet, target->column, target->row)->format;
    if (content.kind == KP_NUMBER)
        kp_list_number(list, 4, content.number, format);
    else
        kp_list_text(list, 4, content.text);
}

static void put_taken(kp_list *list, const kp_taking *taking, const kp_taken *taken,
                      kp_language language) {
    kp_auto_buffer year = {0};
    put_number(list);
    put_place(list, 1, &taken->target);
    kp_list_text(list, 3,
                 kp_label_stored(taken->target.sheet, taken->target.column, taken->target.row));
    put_value(list, taking, taken);
    put_year(&year, taken->from->year, language);
    kp_list_text(list, 5, kp_buffer_text(&year));
    put_place(list, 6, &taken->source);
    if (taken->row->remark.ja != NULL)
        kp_list_text(list, 8, kp_wording(taken->row->remark, language));
}

static void list_taken(kp_list *list, const kp_taking *taking, kp_language language) {
    static const kp_table_column COLUMNS[] = {
        {{"番号", "No."}, 1400},
        {{"シート", "sheet"}, 3200},
        {{"セル", "cell"}, 1700},
        {{"欄", "cell of"}, 7000},
        {{"値", "value"}, 3400},
        {{"元の予算書", "of the budget of"}, 2600},
        {{"元のシート", "its sheet"}, 3200},
        {{"元のセル", "its cell"}, 1900},
        {{"注意", "note"}, 6600},
    };
    kp_list_heads(list, COLUMNS, sizeof COLUMNS / sizeof *COLUMNS);
    for (size_t i = 0; i < taking->count; i++)
        if (taking->taken[i].fate == KP_TAKEN) put_taken(list, taking, &taking->taken[i], language);
}

/* --------------------------------------------------------------------------------------- whole */

/* «令和10年度 予算書一式: 引き継いだ欄 212、引き継げなかった欄 5。» */
static void put_summary(const kp_taking *taking, kp_language language, kp_buffer *words) {
    size_t own = kp_taking_count(taking, KP_OWN);
    size_t same = kp_taking_count(taking, KP_AS_IT_IS);
    size_t taken = kp_taking_count(taking, KP_TAKEN);
    put_year(words, taking->year, language);
    kp_putf(words,
            kp_wording(kp_t(" %s: 引き継いだ欄 %zu、初めから同じ欄 %zu、引き継げなかった欄 %zu",
                            " %s: %zu cells taken over, %zu the same already, %zu not taken over"),
                       language),
            taking->form.mark.title, taken, same, taking->count - taken - same - own);
}

static void put_lines(kp_list *list, const kp_taking *taking, kp_language language) {
    kp_auto_buffer words = {0};
    put_summary(taking, language, &words);
    kp_list_line(list, kp_buffer_text(&words));
    for (size_t i = 0; i < taking->budget_count; i++) {
        kp_auto_buffer line = {0};
        kp_put(&line, kp_wording(kp_t("元の予算書: ", "from the budget: "), language));
        put_year(&line, taking->budgets[i].year, language);
        kp_putf(&line, "  %s  %s", kp_filled_society(&taking->budgets[i]),
                kp_path_name(taking->budgets[i].path));
        kp_list_line(list, kp_buffer_text(&line));
    }
}

bool kp_told_list(const kp_taking *taking, uno_Interface *context, kp_language language,
                  const char *path) {
    kp_text left = kp_t("引き継げなかった欄", "Cells not taken over");
    kp_text taken = kp_t("引き継いだ欄", "Cells taken over");
    kp_list *list = kp_list_begin(context, language);
    if (list == NULL) return false;
    kp_list_sheet(list, kp_wording(left, language), kp_wording(left, language));
    put_lines(list, taking, language);
    list_left(list, taking, language);
    kp_list_sheet(list, kp_wording(taken, language), kp_wording(taken, language));
    put_lines(list, taking, language);
    list_taken(list, taking, language);
    bool stored = kp_list_store(list, path);
    kp_list_end(list);
    return stored;
}

void kp_told_report(const kp_taking *taking, kp_report *report) {
    kp_auto_buffer words = {0};
    put_summary(taking, report->language, &words);
    kp_tell_plain(report, "filled", kp_buffer_text(&words));
    for (size_t i = 0; i < taking->count; i++) {
        const kp_taken *taken = &taking->taken[i];
        kp_auto_buffer line = {0};
        char name[16];
        if (taken->fate <= KP_HAS_NOTHING || taken->fate == KP_OWN) continue;
        kp_cell_name(taken->target.column, taken->target.row, name);
        kp_putf(&line, "%s %s %s: ", taken->target.sheet->name, name,
                kp_label_stored(taken->target.sheet, taken->target.column, taken->target.row));
        put_reason(taking, taken, report->language, &line);
        kp_tell_plain(report, "left", kp_buffer_text(&line));
    }
}
