/* SPDX-License-Identifier: MPL-2.0
 *
 * menu.c: the commands of the menu.
 */
#include "commands/menu.h"

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "uno/access.h"
#include "uno/document.h"
#include "system/letters.h"
#include "system/path.h"
#include "system/work.h"
#include "form/chosen.h"
#include "intake/kept/called.h"
#include "submit/submit.h"
#include "uno/window.h"

static const char DIALOGS[] = "vnd.sun.star.extension://org.kenpocalc/dialogs/";

/* One command under way: where it shows how far it is, and where the user may stop it. */
typedef struct command {
    uno_Interface *context, *document, *status, *dialog, *watch;
    kp_language language;
    const char *title;
    long step, steps, minutes; /**< as last shown */
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

/* Whether the window is still there to tell something in. */
static void tell(const command *c, kp_message_kind kind, const char *words) {
    if (kp_office_shown(c->context))
        kp_message(c->context, c->document, kind, c->title, words, false);
}

/* The only state that outlives a call: one command at a time in this office, as the user goes on
 * working while it runs and can choose it again. */
static atomic_flag busy = ATOMIC_FLAG_INIT;

static bool begin(const command *c) {
    if (!atomic_flag_test_and_set(&busy)) return true;
    tell(c, KP_TELL_INFO,
         say(c, kp_t("提出用コピーの作成または受付点検が実行中です。\n終わってからもう一度選んでく"
                     "ださい。",
                     "Submission copies or a check of submissions are under way.\n"
                     "Please choose this again when they are done.")));
    return false;
}

static void end(void) {
    atomic_flag_clear(&busy);
}

static void begin_progress(command *c, long steps) {
    c->steps = steps;
    c->status = kp_status_begin(c->document, c->title, steps);
    c->dialog = open_dialog(c, "progress.xdl");
    c->watch = kp_dialog_watch(c->dialog, "stop");
    kp_dialog_label(c->dialog, "stop", say(c, kp_t("中止", "Stop")));
    kp_dialog_show(c->dialog, c->title);
}

/* What the dialog says in two lines, the status bar says in one. */
static void show_progress(command *c, const char *text, const char *name, long step) {
    kp_auto_buffer line = {0};
    kp_putf(&line, "%s  %s", text, name);
    kp_status_step(c->status, kp_buffer_text(&line), step);
    kp_dialog_label(c->dialog, "words", text);
    kp_dialog_label(c->dialog, "name", name);
    kp_dialog_bar(c->dialog, "bar", step, c->steps);
}

/* Lets the user act; false where the command is to stop: the user says so, closed the document, or
 * leaves the office. */
static bool look_for_stop(command *c) {
    kp_handle_events(c->context);
    c->stopped = c->stopped || kp_watch_stop(c->watch) || !kp_office_shown(c->context) ||
                 (c->document != NULL && !kp_document_shown(c->document));
    return !c->stopped;
}

static bool on_step(void *data, kp_text step) {
    command *c = data;
    show_progress(c, say(c, step), "", ++c->step);
    return look_for_stop(c);
}

static void end_progress(command *c) {
    kp_status_end(c->status);
    kp_dialog_end(c->dialog);
    kp_release(c->watch);
    c->status = NULL;
    c->dialog = NULL;
    c->watch = NULL;
}

/* The lines of one kind in a report: paths plainly, others as items. A message is no place for very
 * many. */
static void put_kind(const command *c, const kp_report *report, const char *kind, kp_buffer *out) {
    enum { MOST = 12 };
    const char *item = strcmp(kind, "wrote") == 0 ? "" : say(c, kp_t("・", "- "));
    size_t count = 0;
    size_t length = strlen(kind);
    const char *at = kp_buffer_text(&report->lines);
    for (const char *end; (end = strchr(at, '\n')) != NULL; at = end + 1) {
        bool wanted = strncmp(at, kind, length) == 0 && at[length] == '\t';
        if (!wanted || ++count > MOST) continue;
        kp_put(out, item);
        kp_put_bytes(out, at + length + 1, (size_t)(end - at) - length);
    }
    if (count > MOST)
        kp_putf(out, say(c, kp_t("・ほか %zu 件\n", "- and %zu more\n")), count - MOST);
}

static void put_report(const command *c, const kp_report *report, kp_buffer *out) {
    static const char *const KINDS[] = {"wrote", "error", "open", "warning"};
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++) {
        kp_auto_buffer lines = {0};
        put_kind(c, report, KINDS[i], &lines);
        if (lines.used > 0) kp_putf(out, "%s%s", out->used > 0 ? "\n" : "", lines.text);
    }
}

static void show_report(command *c, kp_report *report, kp_text done) {
    kp_auto_buffer words = {0};
    if (c->stopped)
        kp_put(&words, say(c, kp_t("中止しました。\n", "Stopped.\n")));
    else if (report->outcome == KP_DONE)
        kp_putf(&words, "%s\n", say(c, done));
    put_report(c, report, &words);
    tell(c, report->outcome == KP_DONE ? KP_TELL_INFO : KP_TELL_WARNING, kp_buffer_text(&words));
}

/* -------------------------------------------------------------------------- submission copies */

/* What the user wants of the copies: formats, and of the PDF the sheets and colours. */
static bool ask_copies(command *c, kp_submission *ask) {
    static const char *const NAMES[KP_FORMATS] = {"ods", "xlsx", "pdf"};
    uno_Interface *dialog = open_dialog(c, "formats.xdl");
    kp_dialog_label(dialog, "words",
                    say(c, kp_t("作成する形式を選んでください。", "Which formats?")));
    kp_dialog_label(dialog, "ods", say(c, kp_t(".ods(LibreOffice Calc)", ".ods (LibreOffice)")));
    kp_dialog_label(dialog, "xlsx", say(c, kp_t(".xlsx(Excel)", ".xlsx (Excel)")));
    kp_dialog_label(dialog, "pdf",
                    say(c, kp_t(".pdf(正本1部・副本2部)", ".pdf (正本 once, 副本 twice)")));
    kp_dialog_label(dialog, "filed",
                    say(c, kp_t("提出する様式だけ(外すと全シート)", "The forms to hand in only")));
    kp_dialog_label(dialog, "plain",
                    say(c, kp_t("白黒(入力欄の色を出さない)", "Black on white, no input colour")));
    kp_dialog_label(dialog, "cancel", say(c, kp_t("キャンセル", "Cancel")));
    bool yes = kp_dialog_run(dialog, c->title);
    bool any = false;
    for (int i = 0; i < KP_FORMATS; i++) {
        ask->formats[i] = kp_dialog_state(dialog, NAMES[i]);
        any = any || ask->formats[i];
    }
    ask->sheets = kp_dialog_state(dialog, "filed") ? NULL : KP_ALL_SHEETS;
    ask->coloured = !kp_dialog_state(dialog, "plain");
    kp_dialog_end(dialog);
    return yes && any;
}

/* The name of the user's document, "無題.ods" before it was ever saved. */
static char *document_name(const command *c) {
    kp_auto_text url = kp_get_text(c->document, "frame.XModel::getURL", "");
    kp_auto_text path = url == NULL ? NULL : kp_path_from_url(url);
    return strdup(path == NULL || *path == '\0' ? "無題.ods" : kp_path_name(path));
}

static void run_submission(command *c, kp_submission *ask, kp_report *report) {
    begin_progress(c, 4);
    kp_submit(ask);
    end_progress(c);
    if (report->outcome != KP_BLOCKED) return;
    kp_auto_buffer words = {0};
    kp_putf(&words, "%s\n\n", say(c, kp_t("エラーの点検などが残っています。", "Errors are left:")));
    put_kind(c, report, "open", &words);
    kp_putf(&words, "\n%s",
            say(c, kp_t("それでも提出用コピーを作成しますか。\n"
                        "(最初のシートに、残っている点検を記します。)",
                        "Make the copies all the same?\n"
                        "(Their first sheet will say what is open.)")));
    ask->insist = kp_message(c->context, c->document, KP_TELL_WARNING, c->title,
                             kp_buffer_text(&words), true);
    if (!ask->insist) return;
    kp_buffer_end(&report->lines);
    report->outcome = KP_DONE;
    c->step = 0;
    begin_progress(c, 4);
    kp_submit(ask);
    end_progress(c);
}

static const kp_text NO_ROOM = {
    "作業用のコピーを保存できません。ディスクの空き容量を確かめてください。",
    "A working copy cannot be stored. Please see whether the disk is full."};

/* The user's document is stored as a private copy first: as it is on the screen, saved or not. */
static void submit_as_shown(command *c, kp_submission ask) {
    char work[KP_PATH];
    char source[KP_PATH + 16];
    kp_report report = {{0}, c->language, KP_DONE};
    if (kp_work_begin(NULL, work) != KP_FAULT_NONE) {
        tell(c, KP_TELL_ERROR, say(c, NO_ROOM));
        return;
    }
    kp_work_sweep(work);
    kp_lock hold = kp_work_hold(work);
    snprintf(source, sizeof source, "%s/shown.ods", work);
    kp_auto_text url = kp_url_from_path(source);
    kp_auto_text name = document_name(c);
    ask.context = c->context;
    ask.source = source;
    ask.named = name;
    ask.progress = on_step;
    ask.data = c;
    ask.report = &report;
    if (kp_document_store(c->document, url, "calc8", NULL, 0))
        run_submission(c, &ask, &report);
    else
        kp_tell_failure(&report, KP_UNWRITABLE, NULL, NO_ROOM);
    bool refused = report.outcome == KP_BLOCKED && !ask.insist;
    if (!refused)
        show_report(c, &report, kp_t("提出用コピーを作成しました。", "The copies are made:"));
    kp_buffer_end(&report.lines);
    kp_lock_drop(hold);
    kp_work_end(work);
}

static bool is_spreadsheet(uno_Interface *document) {
    kp_auto sheet = kp_query(document, "sheet.XSpreadsheetDocument");
    return sheet != NULL;
}

/* The folder that the user chooses, as a path. */
static char *ask_folder(const command *c, kp_text title) {
    kp_auto_text url = kp_ask_folder(c->context, c->document, say(c, title));
    char *path = url == NULL ? NULL : kp_path_from_url(url);
    for (size_t end = path == NULL ? 0 : strlen(path); end > 1 && path[end - 1] == '/'; end--)
        path[end - 1] = '\0';
    return path;
}

void kp_menu_submit(uno_Interface *context, kp_language language) {
    command c = {.context = context, .language = language};
    kp_submission ask = {0};
    c.document = kp_current_document(context);
    c.title = say(&c, kp_t("提出用コピー", "Submission copies"));
    if (is_spreadsheet(c.document) && begin(&c)) {
        kp_auto_text folder =
            ask_copies(&c, &ask)
                ? ask_folder(&c, kp_t("提出用コピーの保存先", "Where to put the copies"))
                : NULL;
        ask.folder = folder;
        if (folder != NULL) submit_as_shown(&c, ask);
        end();
    }
    kp_release(c.document);
}

/* ------------------------------------------------------------------------------------- intake */

static void put_time_left(const command *c, long seconds, kp_buffer *words) {
    if (seconds < 0) return;
    if (seconds < 60)
        kp_put(words, say(c, kp_t("  残り1分未満", "  less than a minute left")));
    else
        kp_putf(words, say(c, kp_t("  残り約 %ld 分", "  about %ld minutes left")),
                (seconds + 59) / 60);
}

/* «12/1400 残り約 3 分» */
static void put_progress(const command *c, const kp_reception_progress *progress,
                         kp_buffer *words) {
    kp_putf(words, "%zu/%zu", progress->done, progress->total);
    if (progress->done == progress->total)
        kp_put(words, say(c, kp_t("  受付一覧を作成しています", "  making the list")));
    else
        put_time_left(c, progress->seconds_left, words);
}

static void show_reception(command *c, const kp_reception_progress *progress) {
    kp_auto_buffer words = {0};
    if (c->steps != (long)progress->total) { /* known only now */
        c->steps = (long)progress->total;
        kp_status_end(c->status);
        c->status = kp_status_begin(c->document, c->title, c->steps);
    }
    put_progress(c, progress, &words);
    show_progress(c, kp_buffer_text(&words), progress->name, (long)progress->done);
}

/* The user works on meanwhile; where the document is closed, or the office ends, so does the run.
 */
static bool on_reception(void *data, const kp_reception_progress *progress) {
    command *c = data;
    bool new = progress->seconds_left / 60 != c->minutes || (long)progress->done != c->step;
    if (new || c->steps != (long)progress->total) show_reception(c, progress);
    c->step = (long)progress->done;
    c->minutes = progress->seconds_left / 60;
    return look_for_stop(c);
}

static void tell_stopped(command *c, size_t done) {
    char words[256];
    snprintf(words, sizeof words,
             say(c, kp_t("中止しました。%zu 件の点検結果は残っています。\n次回は続きから行います。",
                         "Stopped. The results of %zu files are kept;\nthe next run goes on.")),
             done);
    tell(c, KP_TELL_INFO, words);
}

static void tell_list(command *c, const kp_reception *reception) {
    const kp_report *report = reception->report;
    kp_auto_buffer words = {0};
    if (report->outcome <= KP_BLOCKED)
        kp_putf(&words, "%s\n",
                report->outcome == KP_DONE
                    ? say(c, kp_t("受付一覧を作成しました。異常のある提出はありません。",
                                  "The list is made. Nothing is wrong in any file."))
                    : say(c, kp_t("受付一覧を作成しました。異常のある提出があります。",
                                  "The list is made. Something is wrong in some of the files.")));
    put_report(c, report, &words);
    tell(c, report->outcome == KP_DONE ? KP_TELL_INFO : KP_TELL_WARNING, kp_buffer_text(&words));
    kp_auto_text url = kp_url_from_path(reception->list);
    if (report->outcome <= KP_BLOCKED && url != NULL && kp_office_shown(c->context))
        kp_show_document(c->context, url);
}

static void tell_reception(command *c, const kp_reception *reception, kp_reception_end end) {
    if (end == KP_RECEPTION_STOPPED)
        tell_stopped(c, reception->done);
    else if (end == KP_RECEPTION_EMPTY)
        tell(c, KP_TELL_INFO,
             say(c, kp_t("このフォルダーにはファイルがありません。", "There are no files in it.")));
    else
        tell_list(c, reception);
}

static void receive_folder(command *c, kp_reception *reception) {
    kp_report report = {{0}, c->language, KP_DONE};
    reception->context = c->context;
    reception->watch = on_reception;
    reception->told = NULL; /* the window tells; what was to be told has data of its own */
    reception->data = c;
    reception->report = &report;
    begin_progress(c, 0); /* how many is known only then */
    kp_reception_end end = kp_receive(reception);
    end_progress(c);
    tell_reception(c, reception, end);
    kp_buffer_end(&report.lines);
}

/* «１２、３» as it is typed in Japan, "12,3". */
static char *as_list(const char *text) {
    kp_auto_buffer list = {0};
    for (const char *at = text == NULL ? "" : text; *at != '\0';) {
        const char *from = at;
        unsigned long letter = kp_letter_next(&at);
        if (letter >= 0xFF10 && letter <= 0xFF19)
            kp_putf(&list, "%d", (int)(letter - 0xFF10));
        else if (letter == 0x3001 || letter == 0xFF0C)
            kp_put(&list, ",");
        else if (letter == 0xFF0D || letter == 0x2212 || letter == 0x301C || letter == 0xFF5E)
            kp_put(&list, "-");
        else if (letter == 0x3000)
            kp_put(&list, " ");
        else
            kp_put_bytes(&list, from, (size_t)(at - from));
    }
    return strdup(kp_buffer_text(&list));
}

static void label_intake(const command *c, uno_Interface *dialog) {
    kp_dialog_label(dialog, "copies",
                    say(c, kp_t("控えを作る(入力値だけを審査側の様式に入れた .ods)",
                                "Copies for the bureau: the inputs in our own form (.ods)")));
    kp_dialog_label(dialog, "printed", say(c, kp_t("PDF も作る", "As PDF, too")));
    kp_dialog_label(
        dialog, "which",
        say(c, kp_t("受付番号(空欄はすべて。例 3,12-15)", "Receipts (empty: all; 3,12-15)")));
    kp_dialog_label(dialog, "any",
                    say(c, kp_t("様式でないワークブックも受け付ける(異常でなく注意)",
                                "Workbooks made from no form are expected, too")));
    kp_dialog_label(dialog, "cancel", say(c, kp_t("キャンセル", "Cancel")));
}

/* What the bureau wants beside the list; *receipts is to be freed. */
static bool ask_intake(const command *c, kp_reception *reception, char **receipts) {
    uno_Interface *dialog = open_dialog(c, "intake.xdl");
    label_intake(c, dialog);
    bool yes = kp_dialog_run(dialog, c->title);
    kp_auto_text text = kp_dialog_typed(dialog, "receipts");
    *receipts = as_list(text);
    reception->any = kp_dialog_state(dialog, "any");
    reception->printed = kp_dialog_state(dialog, "printed");
    reception->copies = reception->printed || kp_dialog_state(dialog, "copies");
    reception->receipts = *receipts;
    kp_dialog_end(dialog);
    if (!yes || *receipts == NULL || **receipts == '\0' || kp_kept_is_list(*receipts)) return yes;
    tell(c, KP_TELL_WARNING,
         say(c, kp_t("受付番号は「3,12-15」のように入れてください。",
                     "Please give receipts like “3,12-15”.")));
    return false;
}

static command intake_command(uno_Interface *context, kp_language language) {
    command c = {.context = context, .language = language};
    c.document = kp_current_document(context);
    c.title = say(&c, kp_t("受付点検", "Check submissions"));
    return c;
}

void kp_menu_receive(uno_Interface *context, kp_language language, kp_reception *reception) {
    command c = intake_command(context, language);
    if (begin(&c)) {
        receive_folder(&c, reception);
        end();
    }
    kp_release(c.document);
}

void kp_menu_intake(uno_Interface *context, kp_language language) {
    command c = intake_command(context, language);
    if (begin(&c)) {
        kp_auto_text folder =
            ask_folder(&c, kp_t("提出されたコピーのフォルダー", "Folder of submissions"));
        kp_reception reception = {.folder = folder};
        kp_auto_text receipts = NULL;
        if (folder != NULL && ask_intake(&c, &reception, &receipts)) receive_folder(&c, &reception);
        end();
    }
    kp_release(c.document);
}
