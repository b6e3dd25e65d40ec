/* SPDX-License-Identifier: MPL-2.0
 *
 * carry.c: 引き継ぎ.
 */
#include "carry/carry.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "carry/told.h"
#include "kenpo/year.h"
#include "system/path.h"
#include "system/place.h"
#include "system/work.h"

enum { MOST_BUDGETS = 4 };

typedef struct carrying {
    const kp_carrying *ask;
    kp_filled budgets[MOST_BUDGETS];
    size_t count;
    kp_taking taking;
    char work[KP_PATH];
    char target[KP_PATH], list[KP_PATH];    /* where they go */
    char written[KP_PATH], listed[KP_PATH]; /* on their way */
} carrying;

static bool is_next_year(const carrying *c) {
    return strcmp(c->ask->form, "budget") == 0;
}

static bool refuse(carrying *c, kp_outcome outcome, const char *about, kp_text words) {
    kp_tell_failure(c->ask->report, outcome, about, words);
    return false;
}

/* ------------------------------------------------------------------------------------- budgets */

/* A budget of any version, whole or short; a copy that lost its mark is known by its cells. */
static bool is_budget(const kp_filled *filled) {
    kp_filled_cell found;
    bool other = *filled->mark.file != '\0' && strncmp(filled->mark.file, "budget", 6) != 0;
    return !other && kp_filled_named(filled, "一般_収入合計", &found);
}

static bool read_budget(carrying *c, const char *path) {
    kp_filled *budget = &c->budgets[c->count++];
    double total = 0;
    if (!kp_filled_read(budget, c->ask->context, path, c->ask->report)) return false;
    if (!is_budget(budget))
        return refuse(c, KP_UNREADABLE, path,
                      kp_t("予算書一式ではありません。", "It is no budget (予算書一式)."));
    if (budget->year == 0)
        return refuse(c, KP_UNREADABLE, path,
                      kp_t("年度を読み取れません。表紙の年度を確かめてください。",
                           "Its fiscal year cannot be read. Please see its cover."));
    if (!kp_filled_number(budget, "一般_収入合計", &total))
        return refuse(c, KP_UNREADABLE, path,
                      kp_t("収入合計が計算されていません。記入した予算書を選んでください。",
                           "Its total revenue is not computed. Please choose a budget that is "
                           "filled in."));
    return true;
}

/* Two of one year, or of two societies: which is meant is not for a program to say. */
static bool fits_others(carrying *c, const kp_filled *budget) {
    for (const kp_filled *other = c->budgets; other < budget; other++) {
        if (other->year == budget->year)
            return refuse(c, KP_USAGE, budget->path,
                          kp_t("同じ年度の予算書が二つあります。",
                               "There are two budgets of that fiscal year."));
        if (strcmp(kp_filled_society(other), kp_filled_society(budget)) != 0)
            kp_tell(c->ask->report, "warning", budget->path,
                    kp_t("組合の名称が、ほかの予算書と違います。",
                         "The society's name is not that of the other budget."));
    }
    return true;
}

static bool read_budgets(carrying *c) {
    int newest = 0;
    if (c->ask->count == 0 || c->ask->count > MOST_BUDGETS)
        return refuse(c, KP_USAGE, NULL,
                      kp_t("予算書を 1 冊から 4 冊まで選んでください。",
                           "Please choose one to four budgets."));
    for (size_t i = 0; i < c->ask->count; i++) {
        if (!read_budget(c, c->ask->budgets[i]) || !fits_others(c, &c->budgets[i])) return false;
        if (c->budgets[i].year > newest) newest = c->budgets[i].year;
    }
    c->taking.budgets = c->budgets;
    c->taking.budget_count = c->count;
    c->taking.year = newest + (is_next_year(c) ? 1 : 0);
    return true;
}

/* ---------------------------------------------------------------------------------- the new form */

static bool open_form(carrying *c) {
    kp_auto_buffer path = {0};
    kp_taking *t = &c->taking;
    t->document = kp_form_open(c->ask->context, c->ask->form, "", &t->form.mark);
    bool known = t->document != NULL && kp_form_path(c->ask->form, "", &path);
    if (!known)
        return refuse(c, KP_BROKEN, c->ask->form,
                      kp_t("様式を開けません。", "The form cannot be opened."));
    bool read = kp_filled_read(&t->form, c->ask->context, kp_buffer_text(&path), c->ask->report);
    t->form.path = c->ask->form;
    return read;
}

/* «予算書一式_令和10年度.ods» beside the budget, unless another name is asked for. */
static bool name_files(carrying *c) {
    char folder[KP_PATH];
    char wareki[64];
    kp_auto_buffer name = {0};
    kp_writer writer = kp_writer_on(wareki, sizeof wareki, KP_JAPANESE);
    kp_write_wareki(&writer, c->taking.year);
    kp_putf(&name, "%s_%s.ods", c->taking.form.mark.title, wareki);
    kp_path_folder(c->ask->budgets[0], folder);
    bool named =
        kp_path_in(c->work, "new.ods", c->written) && kp_path_in(c->work, "list.ods", c->listed);
    if (c->ask->target != NULL)
        named = named && snprintf(c->target, KP_PATH, "%s", c->ask->target) < KP_PATH;
    else
        named = named && kp_path_in(folder, kp_buffer_text(&name), c->target);
    const char *point = strrchr(kp_path_name(c->target), '.');
    int stem = point == NULL ? (int)strlen(c->target) : (int)(point - c->target);
    int length = c->ask->list != NULL
                     ? snprintf(c->list, KP_PATH, "%s", c->ask->list)
                     : snprintf(c->list, KP_PATH, "%.*s_引継ぎ一覧.ods", stem, c->target);
    if (named && length < KP_PATH) return true;
    return refuse(c, KP_UNWRITABLE, c->target, kp_place_error(KP_FAULT_NAME));
}

static bool is_free(carrying *c, const char *path) {
    return kp_entry_look(path).kind == KP_ENTRY_NONE ||
           refuse(c, KP_UNWRITABLE, path, kp_place_error(KP_FAULT_EXISTS));
}

static bool write_files(carrying *c) {
    kp_auto_text url = kp_url_from_path(c->written);
    return (url != NULL && kp_document_store(c->taking.document, url, "calc8", NULL, 0) &&
            kp_told_list(&c->taking, c->ask->context, c->ask->report->language, c->listed)) ||
           refuse(c, KP_UNWRITABLE, c->work, kp_place_error(KP_FAULT_DISK));
}

/* Both or none. */
static void place_files(carrying *c) {
    kp_fault fault = kp_place_file(c->written, c->target);
    const char *about = c->target;
    if (fault == KP_FAULT_NONE) {
        fault = kp_place_file(c->listed, c->list);
        if (fault != KP_FAULT_NONE) kp_file_drop(c->target);
        about = c->list;
    }
    if (fault != KP_FAULT_NONE) {
        refuse(c, KP_UNWRITABLE, about, kp_place_error(fault));
        return;
    }
    kp_tell_plain(c->ask->report, "wrote", c->target);
    kp_tell_plain(c->ask->report, "wrote", c->list);
    kp_told_report(&c->taking, c->ask->report);
}

static bool take(carrying *c) {
    return kp_take_over(&c->taking, c->ask->form) ||
           refuse(c, KP_UNWRITABLE, NULL, kp_place_error(KP_FAULT_MEMORY));
}

void kp_carry(const kp_carrying *ask) {
    carrying *c = calloc(1, sizeof *c);
    if (c == NULL) return;
    c->ask = ask;
    kp_fault fault = kp_work_begin(NULL, c->work);
    if (fault != KP_FAULT_NONE) {
        refuse(c, KP_UNWRITABLE, "/var/tmp", kp_place_error(fault));
    } else {
        if (read_budgets(c) && open_form(c) && name_files(c) && is_free(c, c->target) &&
            is_free(c, c->list) && take(c) && write_files(c))
            place_files(c);
        kp_work_end(c->work);
    }
    kp_taking_end(&c->taking);
    for (size_t i = 0; i < c->count; i++)
        kp_filled_end(&c->budgets[i]);
    free(c);
}
