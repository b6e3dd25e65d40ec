/* SPDX-License-Identifier: MPL-2.0
 *
 * service.c: the commands as services of the office.
 */
#include "commands/service.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "calc/budget.h"
#include "uno/access.h"
#include "carry/carry.h"
#include "carry/compare.h"
#include "import/dialog.h"
#include "import/import.h"
#include "import/paste.h"
#include "import/values.h"
#include "intake/intake.h"
#include "system/job.h"
#include "system/lines.h"
#include "commands/carry_menu.h"
#include "commands/menu.h"
#include "system/path.h"
#include "system/place.h"
#include "intake/reception.h"
#include "submit/submit.h"
#include "uno/window.h"

typedef void run_job(uno_Interface *context, const kp_job *job, kp_report *report);

/* An office that was started for a job ends with it, but not one that shows what it does. */
static void end_office(uno_Interface *context) {
    kp_auto desktop = kp_create(context, "frame.Desktop");
    kp_do(desktop, "frame.XDesktop::terminate", "");
}

/* "ods xlsx pdf" in any selection. */
static void take_formats(kp_submission *submission, const char *formats) {
    submission->formats[KP_ODS] = strstr(formats, "ods") != NULL;
    submission->formats[KP_XLSX] = strstr(formats, "xlsx") != NULL;
    submission->formats[KP_PDF] = strstr(formats, "pdf") != NULL;
}

static void submit_job(uno_Interface *context, const kp_job *job, kp_report *report) {
    kp_submission submission = {.context = context,
                                .source = kp_job_value(job, "input", 0),
                                .folder = kp_job_value(job, "folder", 0),
                                .work = kp_job_value(job, "work", 0),
                                .values = kp_job_value(job, "values", 0) != NULL,
                                .sheets = kp_job_value(job, "sheets", 0),
                                .coloured = kp_job_value(job, "coloured", 0) != NULL,
                                .insist = kp_job_value(job, "insist", 0) != NULL,
                                .report = report};
    const char *formats = kp_job_value(job, "formats", 0);
    take_formats(&submission, formats == NULL ? "ods xlsx pdf" : formats);
    if (submission.source != NULL && submission.folder != NULL)
        kp_submit(&submission);
    else
        kp_tell_failure(report, KP_USAGE, NULL, kp_t("指定が足りません。", "incomplete job"));
}

/* A worker: one file after another, each with its result. */
static void worker_job(uno_Interface *context, const kp_job *job, kp_report *report) {
    const char *file;
    kp_forms forms = {0};
    for (size_t i = 0; (file = kp_job_value(job, "file", i)) != NULL; i++) {
        const char *target = kp_job_value(job, "result", i);
        kp_auto_buffer result = {0};
        char sum[KP_SHA256_TEXT];
        kp_sha256_file(file, sum);
        kp_intake_order order = {.path = file,
                                 .name = kp_job_value(job, "name", i),
                                 .sum = sum,
                                 .receipt = kp_job_value(job, "receipt", i),
                                 .copy = kp_job_value(job, "copy", i),
                                 .print = kp_job_value(job, "print", i),
                                 .any = kp_job_value(job, "any", 0) != NULL,
                                 .language = report->language};
        if (order.name == NULL) order.name = kp_path_name(file);
        kp_intake_file(context, &order, &forms, &result);
        kp_result_fact(&result, KP_FACT_SUM, sum);
        kp_fault fault = result.failed || target == NULL
                             ? KP_FAULT_MEMORY
                             : kp_place_text(result.text, result.used, target, true);
        if (fault != KP_FAULT_NONE)
            kp_tell_failure(report, KP_UNWRITABLE, target, kp_place_error(fault));
    }
    kp_forms_end(&forms);
}

/* A run of the command line, which shows the lines of a file while they are added to it. */
typedef struct desk {
    uno_Interface *context;
    const char *lines; /**< the path of that file, or NULL */
    kp_language language;
} desk;

static bool go_on(void *data, const kp_reception_progress *progress) {
    const desk *d = data;
    (void)progress;
    kp_handle_events(d->context);
    return true;
}

static void add_line(void *data, const kp_reception_news *news) {
    const desk *d = data;
    kp_auto_buffer line = {0};
    FILE *lines = d->lines == NULL ? NULL : kp_file_append(d->lines);
    if (lines == NULL) return;
    kp_putf(&line, "%zu/%zu ", news->done, news->open);
    kp_put_plain(&line, news->name);
    kp_putf(&line,
            kp_wording(kp_t("  異常 %zu  残り約 %ld 秒\n", "  wrong: %zu  about %ld s left\n"),
                       d->language),
            news->wrong, news->seconds_left);
    fputs(kp_buffer_text(&line), lines);
    fclose(lines);
}

/* All values of that name, ended by NULL, to be freed; NULL where there are none. */
static const char **names_of(const kp_job *job, const char *name) {
    size_t count = 0;
    while (kp_job_value(job, name, count) != NULL)
        count++;
    const char **names = count == 0 ? NULL : calloc(count + 1, sizeof *names);
    for (size_t i = 0; names != NULL && i < count; i++)
        names[i] = kp_job_value(job, name, i);
    return names;
}

/* A folder as the menu does it: «shown» in the user's windows, or without any. */
static void folder_job(uno_Interface *context, const kp_job *job, kp_report *report) {
    desk d = {context, kp_job_value(job, "lines", 0), report->language};
    const char **only = names_of(job, "only");
    kp_reception reception = {.context = context,
                              .folder = kp_job_value(job, "folder", 0),
                              .output = kp_job_value(job, "output", 0),
                              .only = only,
                              .program = kp_job_value(job, "program", 0),
                              .workers = (size_t)kp_job_number(job, "workers"),
                              .seconds = kp_job_number(job, "seconds"),
                              .patience = kp_job_number(job, "patience"),
                              .stage = kp_job_value(job, "stage", 0),
                              .any = kp_job_value(job, "any", 0) != NULL,
                              .copies = kp_job_value(job, "copies", 0) != NULL,
                              .printed = kp_job_value(job, "printed", 0) != NULL,
                              .receipts = kp_job_value(job, "receipts", 0),
                              .megabytes = kp_job_number(job, "megabytes"),
                              .watch = go_on,
                              .told = add_line,
                              .data = &d,
                              .report = report};
    if (kp_job_value(job, "shown", 0) != NULL)
        kp_menu_receive(context, report->language, &reception);
    else if (kp_receive(&reception) == KP_RECEPTION_EMPTY)
        kp_tell_failure(report, KP_UNREADABLE, reception.folder,
                        kp_t("ファイルがありません。", "no files"));
    free(only);
}

/* What a worker does; or a whole run. */
static void intake_job(uno_Interface *context, const kp_job *job, kp_report *report) {
    run_job *kind = kp_job_value(job, "file", 0) != NULL ? worker_job : folder_job;
    kind(context, job, report);
}

static void compare_job(uno_Interface *context, const kp_job *job, kp_report *report) {
    kp_comparing comparing = {.context = context,
                              .before = kp_job_value(job, "before", 0),
                              .after = kp_job_value(job, "after", 0),
                              .target = kp_job_value(job, "target", 0),
                              .report = report};
    if (comparing.before != NULL && comparing.after != NULL)
        kp_compare(&comparing);
    else
        kp_tell_failure(report, KP_USAGE, NULL, kp_t("指定が足りません。", "incomplete job"));
}

static void carry_job(uno_Interface *context, const kp_job *job, kp_report *report) {
    const char **budgets = names_of(job, "input");
    const char *form = kp_job_value(job, "form", 0);
    kp_carrying carrying = {.context = context,
                            .budgets = budgets,
                            .form = form == NULL ? "budget" : form,
                            .target = kp_job_value(job, "target", 0),
                            .list = kp_job_value(job, "list", 0),
                            .report = report};
    while (budgets != NULL && budgets[carrying.count] != NULL)
        carrying.count++;
    kp_carry(&carrying);
    free(budgets);
}

static void table_job(uno_Interface *context, const kp_job *job, kp_report *report) {
    const char *unit = kp_job_value(job, "unit", 0);
    kp_import import = {.context = context,
                        .table = kp_job_value(job, "table", 0),
                        .book = kp_job_value(job, "book", 0),
                        .output = kp_job_value(job, "output", 0),
                        .work = kp_job_value(job, "work", 0),
                        .sheet = kp_job_value(job, "sheet", 0),
                        .target = kp_job_value(job, "target", 0),
                        .columns = kp_job_value(job, "columns", 0),
                        .head = kp_job_value(job, "head", 0),
                        .rounding = kp_job_value(job, "rounding", 0),
                        .any_year = kp_job_value(job, "any", 0) != NULL,
                        .replace = kp_job_value(job, "replace", 0) != NULL,
                        .report = report};
    if (unit != NULL) import.money = strcmp(unit, "yen") == 0 ? KP_MONEY_YEN : KP_MONEY_THOUSAND;
    if (import.table != NULL && import.book != NULL && import.output != NULL)
        kp_import_run(&import);
    else
        kp_tell_failure(report, KP_USAGE, NULL, kp_t("指定が足りません。", "incomplete job"));
}

static void values_job(uno_Interface *context, const kp_job *job, kp_report *report) {
    const kp_values values = {.context = context,
                              .book = kp_job_value(job, "book", 0),
                              .file = kp_job_value(job, "values", 0),
                              .output = kp_job_value(job, "output", 0),
                              .work = kp_job_value(job, "work", 0),
                              .writes = kp_job_value(job, "writes", 0) != NULL,
                              .replace = kp_job_value(job, "replace", 0) != NULL,
                              .report = report};
    if (values.book != NULL && (values.writes || values.output != NULL))
        kp_values_run(&values);
    else
        kp_tell_failure(report, KP_USAGE, NULL, kp_t("指定が足りません。", "incomplete job"));
}

/* A table; or the values of a year. */
static void import_job(uno_Interface *context, const kp_job *job, kp_report *report) {
    run_job *kind = kp_job_value(job, "values", 0) != NULL ? values_job : table_job;
    kind(context, job, report);
}

/* ------------------------------------------------------------- jobs of the command line */

/* Whoever started this office knows now that it has found the extension. */
static void tell_begun(const kp_job *job) {
    const char *path = kp_job_value(job, "begun", 0);
    if (path != NULL) kp_place_text("", 0, path, true);
}

static void run(uno_Interface *context, const char *path, run_job *command) {
    kp_job job = {NULL, 0};
    kp_report report = {{0}, kp_office_language(context), KP_DONE};
    bool read = kp_job_read(&job, path);
    bool ends = !read || kp_job_value(&job, "shown", 0) == NULL;
    if (read) {
        tell_begun(&job);
        command(context, &job, &report);
        kp_report_write(&report, kp_job_value(&job, "report", 0));
    }
    kp_job_end(&job);
    if (ends) end_office(context);
}

/* XJobExecutor::trigger(string). The office does not end while it is still handling its command
 * line, so the job runs a moment later, when the office calls back. */
static const char *handle_trigger(kp_object *self, size_t index, void *result, void **arguments) {
    (void)index;
    (void)result;
    kp_auto_text path = kp_string_text(*(rtl_uString **)arguments[0]);
    kp_auto later = kp_create(self->context, "awt.AsyncCallback");
    kp_do(later, "awt.XRequestCallback::addCallback", "os", &self->base, path);
    return NULL;
}

/* XCallback::notify(any) */
typedef void ask_user(uno_Interface *context, kp_language language);

static const char *handle(kp_object *self, void **arguments, run_job *command, ask_user *ask) {
    const rtl_uString *string = kp_any_text(arguments[0]);
    kp_auto_text path = string == NULL ? NULL : kp_string_text(string);
    if (path != NULL && *path != '\0')
        run(self->context, path, command);
    else if (path != NULL)
        ask(self->context, kp_office_language(self->context));
    return NULL;
}

static const char *handle_submit(kp_object *self, size_t index, void *result, void **arguments) {
    (void)index;
    (void)result;
    return handle(self, arguments, submit_job, kp_menu_submit);
}

static const char *handle_intake(kp_object *self, size_t index, void *result, void **arguments) {
    (void)index;
    (void)result;
    return handle(self, arguments, intake_job, kp_menu_intake);
}

static const char *handle_compare(kp_object *self, size_t index, void *result, void **arguments) {
    (void)index;
    (void)result;
    return handle(self, arguments, compare_job, kp_menu_compare);
}

static const char *handle_carry(kp_object *self, size_t index, void *result, void **arguments) {
    (void)index;
    (void)result;
    return handle(self, arguments, carry_job, kp_menu_carry);
}

/* What else this service does in windows, by the word that the menu gives in place of a job. */
static ask_user *asked_by(const char *word) {
    static const struct {
        const char *word;
        ask_user *ask;
    } WORDS[] = {{"paste", kp_paste_ask},
                 {"write-values", kp_values_ask_write},
                 {"read-values", kp_values_ask_read}};
    for (size_t i = 0; word != NULL && i < sizeof WORDS / sizeof *WORDS; i++)
        if (strcmp(WORDS[i].word, word) == 0) return WORDS[i].ask;
    return NULL;
}

static const char *handle_import(kp_object *self, size_t index, void *result, void **arguments) {
    const rtl_uString *string = kp_any_text(arguments[0]);
    kp_auto_text word = string == NULL ? NULL : kp_string_text(string);
    ask_user *ask = asked_by(word);
    (void)index;
    (void)result;
    if (ask == NULL) return handle(self, arguments, import_job, kp_import_ask);
    ask(self->context, kp_office_language(self->context));
    return NULL;
}

const kp_class KP_SUBMIT = {
    "org.kenpocalc.implementation.Submit",
    "org.kenpocalc.Submit",
    {{"com.sun.star.task.XJobExecutor", handle_trigger},
     {"com.sun.star.awt.XCallback", handle_submit}},
};

const kp_class KP_INTAKE = {
    "org.kenpocalc.implementation.Intake",
    "org.kenpocalc.Intake",
    {{"com.sun.star.task.XJobExecutor", handle_trigger},
     {"com.sun.star.awt.XCallback", handle_intake}},
};

const kp_class KP_COMPARE = {
    "org.kenpocalc.implementation.Compare",
    "org.kenpocalc.Compare",
    {{"com.sun.star.task.XJobExecutor", handle_trigger},
     {"com.sun.star.awt.XCallback", handle_compare}},
};

const kp_class KP_CARRY = {
    "org.kenpocalc.implementation.Carry",
    "org.kenpocalc.Carry",
    {{"com.sun.star.task.XJobExecutor", handle_trigger},
     {"com.sun.star.awt.XCallback", handle_carry}},
};

const kp_class KP_IMPORT = {
    "org.kenpocalc.implementation.Import",
    "org.kenpocalc.Import",
    {{"com.sun.star.task.XJobExecutor", handle_trigger},
     {"com.sun.star.awt.XCallback", handle_import}},
};
