/* SPDX-License-Identifier: MPL-2.0
 *
 * import.c: takes a stranger's table into a copy of a workbook.
 */
#include "import/import.h"

#include <stdlib.h>
#include <string.h>

#include "import/copy.h"

typedef struct run {
    const kp_import *ask;
    kp_report *report;
    kp_source source;
    kp_plan_ask plan_ask;
} run;

bool kp_import_doubt(const kp_plan *plan, const kp_target *target, kp_money *money,
                     kp_text *question) {
    bool thousand = false;
    for (size_t i = 0; i < kp_target_fields(target); i++)
        thousand = thousand || target->fields[i].money == KP_MONEY_THOUSAND;
    bool large = plan->scale == KP_SCALE_TOO_LARGE;
    if (plan->scale == KP_SCALE_FITS || large != thousand) return false;
    *money = thousand ? KP_MONEY_YEN : KP_MONEY_THOUSAND;
    *question =
        thousand ? kp_t("表の額は、様式にある額のおよそ 1,000 倍です。表は円単位ですか。",
                        "The amounts are some 1,000 times as large as those of the form. Is the "
                        "table in yen?")
                 : kp_t("表の額は、様式の額から見ておよそ 1,000 分の 1 です。表は千円単位ですか。",
                        "The amounts are some 1,000 times smaller than the form's. Is the table in "
                        "thousands of yen (千円)?");
    return true;
}

static bool fail(run *r, kp_outcome outcome, const char *about, kp_text words) {
    kp_tell_failure(r->report, outcome, about, words);
    return false;
}

/* ------------------------------------------------------------------------------- what is asked */

static bool choose_column(run *r, kp_choice *choice, const char *field, const char *column) {
    for (size_t i = 0; i < kp_target_fields(choice->target); i++) {
        if (strcmp(choice->target->fields[i].id, field) != 0) continue;
        choice->columns[i] =
            strcmp(column, "-") == 0 ? -1 : kp_guess_column(r->plan_ask.table, column);
        if (choice->columns[i] >= 0 || strcmp(column, "-") == 0) return true;
        return fail(r, KP_USAGE, column,
                    kp_t("その見出しの列がありません。", "There is no column of that heading."));
    }
    return fail(r, KP_USAGE, field,
                kp_t("取り込み先にその欄がありません。", "The target has no such field."));
}

/* «pay=標準報酬,heads=C» */
static bool choose_columns(run *r, kp_choice *choice) {
    char *copy = r->ask->columns == NULL ? NULL : strdup(r->ask->columns);
    char *rest = NULL;
    bool fine = true;
    for (char *one = copy == NULL ? NULL : strtok_r(copy, ",", &rest); fine && one != NULL;
         one = strtok_r(NULL, ",", &rest)) {
        char *equals = strchr(one, '=');
        if (equals != NULL) *equals = '\0';
        fine =
            equals != NULL
                ? choose_column(r, choice, one, equals + 1)
                : fail(r, KP_USAGE, one,
                       kp_t("欄=見出し の形で指定してください。", "Please write field=heading."));
    }
    free(copy);
    return fine;
}

static bool choose_rounding(run *r) {
    static const struct {
        const char *word;
        kp_rounding rounding;
    } WORDS[] = {{"down", KP_DOWN}, {"up", KP_UP}, {"half-up", KP_HALF_UP}};
    if (r->ask->rounding == NULL) return true;
    r->plan_ask.to_round = true;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        r->plan_ask.rounding = WORDS[i].rounding;
        if (strcmp(WORDS[i].word, r->ask->rounding) == 0) return true;
    }
    return fail(
        r, KP_USAGE, r->ask->rounding,
        kp_t("端数は down、up、half-up のどれかです。", "Rounding is down, up or half-up."));
}

static bool choose(run *r) {
    size_t sure;
    kp_choice *choice = &r->plan_ask.choice;
    const kp_target *target = r->ask->target == NULL ? NULL : kp_target_named(r->ask->target);
    r->plan_ask.table = kp_source_table(&r->source, r->ask->sheet);
    r->plan_ask.language = r->report->language;
    r->plan_ask.any_year = r->ask->any_year;
    if (r->plan_ask.table == NULL)
        return fail(r, KP_USAGE, r->ask->sheet,
                    kp_t("その名前のシートがありません。", "There is no sheet of that name."));
    if (r->ask->target != NULL && target == NULL)
        return fail(r, KP_USAGE, r->ask->target,
                    kp_t("その名の取り込み先がありません。", "There is no such target."));
    *choice = target == NULL ? kp_guess_target(r->plan_ask.table)
                             : kp_guess(r->plan_ask.table, target, &sure);
    if (r->ask->head != NULL) choice->head = (size_t)strtoul(r->ask->head, NULL, 10);
    if (r->ask->money != KP_MONEY_NONE) choice->money = r->ask->money;
    return choose_columns(r, choice) && choose_rounding(r);
}

/* ------------------------------------------------------------------------------------- telling */

static void tell_choice(run *r) {
    const kp_choice *choice = &r->plan_ask.choice;
    kp_auto_buffer words = {0};
    kp_put(&words, kp_wording(choice->target->title, r->report->language));
    for (size_t i = 0; i < kp_target_fields(choice->target); i++) {
        char letters[8];
        if (choice->columns[i] < 0) continue;
        kp_column_letters((size_t)choice->columns[i], letters);
        kp_putf(&words, "  %s=%s", choice->target->fields[i].id, letters);
    }
    kp_tell_plain(r->report, "took", kp_buffer_text(&words));
}

static void tell_items(run *r, const kp_plan *plan, const kp_spot *spot) {
    for (size_t i = 0; i < plan->count; i++) {
        const kp_item *item = &plan->items[i];
        bool left =
            item->state == KP_ITEM_REFUSED || (item->state == KP_ITEM_OTHER && !r->ask->replace);
        if (!left) continue;
        kp_auto_buffer words = {0};
        kp_plan_say(plan, spot, item, r->report->language, &words);
        kp_tell_failure(r->report, KP_BLOCKED, NULL,
                        kp_t(kp_buffer_text(&words), kp_buffer_text(&words)));
    }
}

/* --------------------------------------------------------------------------------------- doing */

static bool carry_out(run *r, kp_plan *plan, kp_spot *spot) {
    kp_money money;
    kp_text question;
    if (plan->failed)
        return fail(r, KP_BROKEN, NULL, kp_t("メモリーが足りません。", "Memory is short."));
    if (kp_import_doubt(plan, spot->target, &money, &question)) {
        fail(r, KP_USAGE, NULL, question);
        return fail(r, KP_USAGE, NULL,
                    kp_t("--unit yen か --unit thousand を付けてください。",
                         "Please say --unit yen or --unit thousand."));
    }
    size_t values = plan->states[KP_ITEM_NEW] + (r->ask->replace ? plan->states[KP_ITEM_OTHER] : 0);
    tell_choice(r);
    tell_items(r, plan, spot);
    if (values == 0 && plan->states[KP_ITEM_SAME] == 0)
        return fail(r, KP_UNREADABLE, r->ask->table,
                    kp_t("取り込める値がありません。", "There is nothing in it to take."));
    if (!kp_plan_carry_out(plan, spot, r->ask->replace))
        return fail(
            r, KP_UNREADABLE, r->ask->book,
            kp_t("行を加えられません(シートがパスワードで保護されているか、行が多すぎます)。",
                 "Rows cannot be added: a password protects the sheet, or they are too many."));
    kp_auto_buffer words = {0};
    kp_putf(&words,
            kp_wording(kp_t("%zu 個の値を入れました(同じ値 %zu、端数処理 %zu)。",
                            "%zu values put in (%zu there already, %zu rounded)."),
                       r->report->language),
            values, plan->states[KP_ITEM_SAME], plan->rounded);
    kp_tell_plain(r->report, "took", kp_buffer_text(&words));
    return true;
}

static bool fill(void *data, uno_Interface *document) {
    run *r = data;
    kp_spot spot;
    kp_plan plan;
    if (!kp_spot_find(&spot, document, r->plan_ask.choice.target)) {
        kp_spot_end(&spot);
        return fail(r, KP_UNREADABLE, r->ask->book,
                    kp_t("このワークブックには、その取り込み先がありません。",
                         "The workbook has no such list."));
    }
    kp_plan_make(&plan, &spot, &r->plan_ask);
    bool done = carry_out(r, &plan, &spot);
    kp_plan_end(&plan);
    kp_spot_end(&spot);
    return done;
}

void kp_import_run(const kp_import *import) {
    run r = {.ask = import, .report = import->report};
    kp_auto_buffer why = {0};
    const kp_copy copy = {import->context, import->book, import->output, import->work,
                          import->report};
    if (!kp_source_read(&r.source, import->context, import->table, r.report->language, &why))
        fail(&r, KP_UNREADABLE, import->table, kp_t(kp_buffer_text(&why), kp_buffer_text(&why)));
    else if (choose(&r))
        kp_copy_run(&copy, fill, &r);
    kp_source_end(&r.source);
}
