/* SPDX-License-Identifier: MPL-2.0
 *
 * menu.c: the commands of the menu.
 */
#include "menu.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "call.h"
#include "document.h"
#include "intake.h"
#include "place.h"
#include "submit.h"
#include "window.h"

static const char DIALOGS[] = "vnd.sun.star.extension://org.kenpocalc/dialogs/";

/* One command under way: where it shows how far it is, and where the user may stop it. */
typedef struct command {
    uno_Interface *context, *document, *status, *dialog;
    kp_language language;
    const char *title;
    long step;
    bool stopped;
} command;

static const char *say(const command *c, kp_text text) {
    return kp_wording(text, c->language);
}

static uno_Interface *open_dialog(const command *c, const char *name) {
    char url[128];
    snprintf(url, sizeof url, "%s%s", DIALOGS, name);
    return kp_dialog(c->context, url);
}

static void begin_progress(command *c, long steps) {
    c->status = kp_status_begin(c->document, c->title, steps);
    c->dialog = open_dialog(c, "progress.xdl");
    kp_dialog_label(c->dialog, "stop", say(c, kp_t("中止", "Stop")));
    kp_dialog_show(c->dialog, c->title);
}

static bool on_progress(command *c, const char *text) {
    kp_status_step(c->status, text, ++c->step);
    kp_dialog_label(c->dialog, "words", text);
    kp_handle_events(c->context);
    c->stopped = c->stopped || kp_dialog_state(c->dialog, "stop");
    return !c->stopped;
}

static bool on_step(void *data, kp_text step) {
    command *c = data;
    return on_progress(c, say(c, step));
}

static void end_progress(command *c) {
    kp_status_end(c->status);
    kp_dialog_end(c->dialog);
    c->status = NULL;
    c->dialog = NULL;
}

/* The lines of a report without their kinds. */
static void put_words(const kp_report *report, kp_buffer *out) {
    enum { MOST = 3000 };
    const char *at = kp_buffer_text(&report->lines);
    while (*at != '\0' && out->used < MOST) {
        const char *end = strchr(at, '\n');
        const char *tab = strchr(at, '\t');
        if (end == NULL || tab == NULL || tab > end) break;
        kp_put_bytes(out, tab + 1, (size_t)(end - tab));
        at = end + 1;
    }
    if (*at != '\0') kp_put(out, "…\n");
}

static void show_report(command *c, kp_report *report, kp_text done) {
    kp_buffer words = {0};
    if (c->stopped)
        kp_put(&words, say(c, kp_t("中止しました。\n", "Stopped.\n")));
    else if (report->outcome == KP_DONE)
        kp_putf(&words, "%s\n\n", say(c, done));
    put_words(report, &words);
    kp_message(c->context, c->document, report->outcome == KP_DONE ? KP_TELL_INFO : KP_TELL_WARNING,
               c->title, kp_buffer_text(&words), false);
    kp_buffer_end(&words);
}

/* -------------------------------------------------------------------------- submission copies */

static bool ask_formats(command *c, bool formats[KP_FORMATS]) {
    static const char *const NAMES[KP_FORMATS] = {"ods", "xlsx", "pdf"};
    uno_Interface *dialog = open_dialog(c, "formats.xdl");
    kp_dialog_label(dialog, "words",
                    say(c, kp_t("作成する形式を選んでください。", "Which formats?")));
    kp_dialog_label(dialog, "ods", say(c, kp_t(".ods(LibreOffice Calc)", ".ods (LibreOffice)")));
    kp_dialog_label(dialog, "xlsx", say(c, kp_t(".xlsx(Excel)", ".xlsx (Excel)")));
    kp_dialog_label(dialog, "pdf",
                    say(c, kp_t(".pdf(正本1部・副本2部)", ".pdf (正本, 副本, 副本)")));
    kp_dialog_label(dialog, "cancel", say(c, kp_t("キャンセル", "Cancel")));
    bool yes = kp_dialog_run(dialog, c->title);
    bool any = false;
    for (int i = 0; i < KP_FORMATS; i++) {
        formats[i] = kp_dialog_state(dialog, NAMES[i]);
        any = any || formats[i];
    }
    kp_dialog_end(dialog);
    return yes && any;
}

/* The name of the user's document, "無題.ods" before it was ever saved. */
static char *document_name(const command *c) {
    char *url = kp_invoke_text(c->document, "com.sun.star.frame.XModel::getURL", NULL);
    char *path = url == NULL ? NULL : kp_path_from_url(url);
    char *name = strdup(path == NULL || *path == '\0' ? "無題.ods" : kp_path_name(path));
    free(path);
    free(url);
    return name;
}

static void run_submission(command *c, kp_submission *ask, kp_report *report) {
    begin_progress(c, 4);
    kp_submit(ask);
    end_progress(c);
    if (report->outcome != KP_BLOCKED) return;
    kp_buffer words = {0};
    put_words(report, &words);
    kp_putf(&words, "\n%s",
            say(c, kp_t("それでも作成しますか(写しの最初のシートに未解消の点検を記します)。",
                        "Make the copies all the same? Their first sheet will say what is open.")));
    ask->insist = kp_message(c->context, c->document, KP_TELL_WARNING, c->title,
                             kp_buffer_text(&words), true);
    kp_buffer_end(&words);
    if (!ask->insist) return;
    kp_buffer_end(&report->lines);
    report->outcome = KP_DONE;
    c->step = 0;
    begin_progress(c, 4);
    kp_submit(ask);
    end_progress(c);
}

/* The user's document is stored as a private copy first: as it is on the screen, saved or not. */
static void submit_as_shown(command *c, const char *folder, const bool formats[KP_FORMATS]) {
    char work[KP_PATH];
    char source[KP_PATH + 16];
    kp_report report = {{0}, c->language, KP_DONE};
    if (!kp_work_begin(NULL, work)) return;
    snprintf(source, sizeof source, "%s/shown.ods", work);
    char *url = kp_url_from_path(source);
    char *name = document_name(c);
    kp_submission ask = {.context = c->context,
                         .source = source,
                         .named = name,
                         .folder = folder,
                         .progress = on_step,
                         .data = c,
                         .report = &report};
    memcpy(ask.formats, formats, sizeof ask.formats);
    if (kp_document_store(c->document, url, "calc8", NULL, 0)) run_submission(c, &ask, &report);
    bool refused = report.outcome == KP_BLOCKED && !ask.insist;
    if (!refused)
        show_report(c, &report, kp_t("提出用コピーを作成しました。", "The copies are made:"));
    kp_buffer_end(&report.lines);
    free(name);
    free(url);
    kp_work_end(work);
}

static bool is_spreadsheet(uno_Interface *document) {
    uno_Interface *sheet = kp_query(document, "com.sun.star.sheet.XSpreadsheetDocument");
    kp_release(sheet);
    return sheet != NULL;
}

/* The folder that the user chooses, as a path. */
static char *ask_folder(const command *c, kp_text title) {
    char *url = kp_ask_folder(c->context, c->document, say(c, title));
    char *path = url == NULL ? NULL : kp_path_from_url(url);
    free(url);
    return path;
}

void kp_menu_submit(uno_Interface *context, kp_language language) {
    command c = {.context = context, .language = language};
    bool formats[KP_FORMATS];
    c.document = kp_current_document(context);
    c.title = say(&c, kp_t("提出用コピー", "Submission copies"));
    if (is_spreadsheet(c.document) && ask_formats(&c, formats)) {
        char *folder = ask_folder(&c, kp_t("提出用コピーの保存先", "Where to put the copies"));
        if (folder != NULL) submit_as_shown(&c, folder, formats);
        free(folder);
    }
    kp_release(c.document);
}

/* ------------------------------------------------------------------------------------- intake */

static int by_name(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

typedef struct names {
    char **list;
    size_t count;
} names;

static bool is_file(const char *folder, const char *name) {
    char path[KP_PATH];
    struct stat about;
    int length = snprintf(path, sizeof path, "%s/%s", folder, name);
    return length > 0 && length < KP_PATH && stat(path, &about) == 0 && S_ISREG(about.st_mode);
}

/* The files of a folder, sorted; hidden ones are none of ours. */
static names files_of(const char *folder) {
    names found = {NULL, 0};
    DIR *handle = opendir(folder);
    if (handle == NULL) return found;
    for (struct dirent *entry = readdir(handle); entry != NULL; entry = readdir(handle)) {
        if (entry->d_name[0] == '.' || !is_file(folder, entry->d_name)) continue;
        char **more = realloc(found.list, (found.count + 1) * sizeof *more);
        if (more == NULL) break;
        found.list = more;
        found.list[found.count++] = strdup(entry->d_name);
    }
    closedir(handle);
    if (found.count > 0) qsort(found.list, found.count, sizeof *found.list, by_name);
    return found;
}

static void check_file(command *c, const char *folder, const char *name, const char *work,
                       size_t index, kp_buffer *job) {
    kp_buffer path = {0};
    kp_buffer target = {0};
    kp_buffer result = {0};
    kp_putf(&path, "%s/%s", folder, name);
    kp_putf(&target, "%s/%zu.result", work, index);
    kp_forms forms = {NULL, 0};
    kp_intake_file(c->context, kp_buffer_text(&path), work, c->language, &forms, &result);
    kp_forms_end(&forms);
    kp_place_text(result.text, result.used, kp_buffer_text(&target), true);
    kp_putf(job, "result\t%s\n", kp_buffer_text(&target));
    kp_buffer_end(&path);
    kp_buffer_end(&target);
    kp_buffer_end(&result);
}

static bool check_files(command *c, const char *folder, const char *work, kp_buffer *job) {
    names files = files_of(folder);
    begin_progress(c, (long)files.count + 1);
    for (size_t i = 0; i < files.count; i++) {
        char words[512];
        snprintf(words, sizeof words, "%zu/%zu %.400s", i + 1, files.count, files.list[i]);
        if (!c->stopped && on_progress(c, words))
            check_file(c, folder, files.list[i], work, i, job);
        free(files.list[i]);
    }
    free(files.list);
    end_progress(c);
    return files.count > 0 && !c->stopped;
}

/* Where the list goes: beside the submissions, with the time in its name. */
static void name_list(const char *folder, kp_buffer *job, char ods[KP_PATH]) {
    char stamp[32];
    struct tm now;
    time_t seconds = time(NULL);
    localtime_r(&seconds, &now);
    strftime(stamp, sizeof stamp, "%Y%m%d-%H%M%S", &now);
    snprintf(ods, KP_PATH, "%s/受付点検", folder);
    mkdir(ods, 0777);
    snprintf(ods, KP_PATH, "%.*s/受付点検/受付一覧-%s.ods", KP_PATH - 80, folder, stamp);
    kp_putf(job, "ods\t%s\ncsv\t%.*s/受付点検/受付一覧-%s.csv\n", ods, KP_PATH - 80, folder, stamp);
}

static void write_summary(command *c, kp_buffer *lines, const char *work, const char *ods) {
    char path[KP_PATH + 16];
    kp_job job = {NULL, 0};
    kp_report report = {{0}, c->language, KP_DONE};
    snprintf(path, sizeof path, "%s/job", work);
    if (kp_place_text(lines->text, lines->used, path, true) == 0 && kp_job_read(&job, path))
        kp_intake_summary(c->context, &job, &report);
    kp_job_end(&job);
    show_report(c, &report, kp_t("受付一覧を作成しました。", "The list is made:"));
    char *url = kp_url_from_path(ods);
    if (report.outcome <= KP_BLOCKED && url != NULL) kp_show_document(c->context, url);
    free(url);
    kp_buffer_end(&report.lines);
}

void kp_menu_intake(uno_Interface *context, kp_language language) {
    command c = {.context = context, .language = language};
    char work[KP_PATH];
    c.document = kp_current_document(context);
    c.title = say(&c, kp_t("受付点検", "Check submissions"));
    char *folder = ask_folder(&c, kp_t("提出された写しのフォルダー", "Folder of submissions"));
    if (folder != NULL && kp_work_begin(NULL, work)) {
        kp_buffer job = {0};
        char ods[KP_PATH];
        kp_putf(&job, "work\t%s\n", work);
        if (check_files(&c, folder, work, &job)) {
            name_list(folder, &job, ods);
            write_summary(&c, &job, work, ods);
        } else {
            kp_message(context, c.document, KP_TELL_INFO, c.title,
                       c.stopped ? say(&c, kp_t("中止しました。", "Stopped."))
                                 : say(&c, kp_t("ファイルがありません。", "There are no files.")),
                       false);
        }
        kp_buffer_end(&job);
        kp_work_end(work);
    }
    free(folder);
    kp_release(c.document);
}
