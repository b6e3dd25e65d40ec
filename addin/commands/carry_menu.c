/* SPDX-License-Identifier: MPL-2.0
 *
 * carry_menu.c: the commands of the menu that read filled workbooks and show new ones: 引き継ぎ, and comparing two.
 * What they make are new documents without a name; no document that is open is changed.
 */
#include "commands/carry_menu.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "carry/carry.h"
#include "carry/compare.h"
#include "form/form.h"
#include "system/path.h"
#include "system/work.h"
#include "uno/access.h"
#include "uno/document.h"
#include "uno/window.h"

enum { MOST = 2 };

typedef struct reading {
    uno_Interface *context, *document; /**< the document in the window; NULL: none */
    kp_language language;
    const char *title;
    char work[KP_PATH]; /**< a private folder */
    char *paths[MOST];
    size_t count;
} reading;

static const char *say(const reading *r, kp_text text) {
    return kp_wording(text, r->language);
}

static void tell(const reading *r, kp_message_kind kind, const char *words) {
    kp_message(r->context, r->document, kind, r->title, words, false);
}

static bool begin(reading *r, uno_Interface *context, kp_language language, kp_text title) {
    *r = (reading){.context = context, .language = language};
    r->title = say(r, title);
    r->document = kp_current_document(context);
    kp_fault fault = kp_work_begin(NULL, r->work);
    if (fault == KP_FAULT_NONE) return true;
    tell(
        r, KP_TELL_ERROR,
        say(r,
            kp_t("作業用のフォルダーを作れません。ディスクの空き容量を確かめてください。",
                 "There is no room for files on their way. Please see whether the disk is full.")));
    kp_release(r->document);
    return false;
}

static void end(reading *r) {
    for (size_t i = 0; i < r->count; i++)
        free(r->paths[i]);
    kp_work_end(r->work);
    kp_release(r->document);
}

/* ------------------------------------------------------------------------------------- sources */

static char *name_of(const reading *r) {
    kp_auto_text url = kp_get_text(r->document, "frame.XModel::getURL", "");
    kp_auto_text path = url == NULL || *url == '\0' ? NULL : kp_path_from_url(url);
    return strdup(path == NULL ? "無題.ods" : kp_path_name(path));
}

/* The workbook in the window as it is on the screen, saved or not, in a folder of its own so that it keeps
 * its name. */
static bool take_shown(reading *r) {
    char path[KP_PATH];
    kp_auto_text name = name_of(r);
    char *point = name == NULL ? NULL : strrchr(name, '.');
    if (point != NULL && strlen(point) >= 4) memcpy(point, ".ods", 5);
    if (name == NULL || !kp_path_in(r->work, name, path)) return false;
    kp_auto_text url = kp_url_from_path(path);
    if (url == NULL || !kp_document_store(r->document, url, "calc8", NULL, 0)) return false;
    r->paths[r->count] = strdup(path);
    return r->paths[r->count++] != NULL;
}

/* Whether it is the one in the window that is meant; asked only where that is a budget. */
static bool means_shown(const reading *r) {
    kp_form_mark mark;
    kp_auto_buffer words = {0};
    kp_auto_text name = NULL;
    if (r->document == NULL || !kp_form_mark_read(r->document, &mark) ||
        strncmp(mark.file, "budget", 6) != 0)
        return false;
    name = name_of(r);
    kp_putf(&words,
            say(r, kp_t("開いている「%s」から引き継ぎますか。\n「いいえ」: ファイルを選ぶ",
                        "Take over from «%s», which is open?\nNo: choose a file")),
            name == NULL ? "" : name);
    return kp_message(r->context, r->document, KP_TELL_INFO, r->title, kp_buffer_text(&words),
                      true);
}

static bool ask_files(reading *r, kp_text title, size_t most) {
    char *urls[MOST];
    size_t count = kp_ask_files(r->context, r->document, say(r, title), urls, most);
    for (size_t i = 0; i < count; i++) {
        char *path = kp_path_from_url(urls[i]);
        free(urls[i]);
        if (path != NULL) r->paths[r->count++] = path;
    }
    return count > 0 && r->count > 0;
}

/* --------------------------------------------------------------------------------------- telling */

/* The lines of the report; a message is no place for very many. */
static void show_report(const reading *r, kp_report *report, kp_text done) {
    enum { LINES = 14 };
    kp_auto_buffer words = {0};
    size_t count = 0;
    if (report->outcome <= KP_BLOCKED) kp_putf(&words, "%s\n\n", say(r, done));
    const char *at = kp_buffer_text(&report->lines);
    for (const char *stop; (stop = strchr(at, '\n')) != NULL; at = stop + 1) {
        const char *tab = strchr(at, '\t');
        if (tab == NULL || tab > stop || strncmp(at, "wrote", 5) == 0) continue;
        if (++count <= LINES) kp_put_bytes(&words, tab + 1, (size_t)(stop - tab));
    }
    if (count > LINES)
        kp_putf(&words,
                say(r, kp_t("ほか %zu 件(一覧にあります)\n", "and %zu more (see the list)\n")),
                count - LINES);
    tell(r, report->outcome <= KP_BLOCKED ? KP_TELL_INFO : KP_TELL_WARNING, kp_buffer_text(&words));
}

static bool show(const reading *r, const char *path) {
    kp_auto_text url = kp_url_from_path(path);
    return url != NULL && kp_show_as_new(r->context, url);
}

/* ------------------------------------------------------------------------------------ 引き継ぎ */

/* The form that the user wants, or NULL. */
static const char *ask_form(const reading *r) {
    static const struct {
        const char *form;
        kp_text words;
    } FORMS[] = {
        {"budget",
         {"翌年度の予算書一式(前年度の予算書から)", "Next year's budget (from last year's)"}},
        {"reserve-plan",
         {"積立計画(同じ年度の予算書から)", "Reserve plan 積立計画 (of that year)"}},
        {"arrears-plan",
         {"診療報酬等未払金返済計画(同じ年度の予算書から)",
          "Arrears plan 未払金返済計画 (of that year)"}},
        {"medium-term-plan",
         {"中期財政運営計画(同じ年度の予算書から)",
          "Medium-term plan 中期財政運営計画 (of that year)"}},
        {"federation-grant",
         {"連合会助成金(同じ年度の予算書から)",
          "Grant to a federation 連合会助成金 (of that year)"}},
    };
    const char *wanted = NULL;
    uno_Interface *dialog =
        kp_dialog(r->context, "vnd.sun.star.extension://org.kenpocalc/dialogs/carry.xdl");
    kp_dialog_label(dialog, "words",
                    say(r, kp_t("予算書から引き継いで作成する様式を選んでください。",
                                "Which form is to take over from a budget?")));
    kp_dialog_label(dialog, "cancel", say(r, kp_t("キャンセル", "Cancel")));
    for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++)
        kp_dialog_label(dialog, FORMS[i].form, say(r, FORMS[i].words));
    bool yes = kp_dialog_run(dialog, r->title);
    for (size_t i = 0; yes && i < sizeof FORMS / sizeof *FORMS; i++)
        if (kp_dialog_state(dialog, FORMS[i].form)) wanted = FORMS[i].form;
    kp_dialog_end(dialog);
    return wanted;
}

static void carry(reading *r, const char *form) {
    char target[KP_PATH];
    char list[KP_PATH];
    kp_report report = {{0}, r->language, KP_DONE};
    kp_carrying carrying = {.context = r->context,
                            .budgets = (const char *const *)r->paths,
                            .count = r->count,
                            .form = form,
                            .target = target,
                            .list = list,
                            .report = &report};
    if (kp_path_in(r->work, "made-new.ods", target) && kp_path_in(r->work, "made-list.ods", list))
        kp_carry(&carrying);
    if (report.outcome == KP_DONE && show(r, target)) show(r, list);
    show_report(r, &report,
                kp_t("新しいワークブックと引継ぎ一覧を開きました。名前を付けて保存してください。",
                     "The new workbook and the list are open. Please save them under a name."));
    kp_buffer_end(&report.lines);
}

void kp_menu_carry(uno_Interface *context, kp_language language) {
    reading r;
    if (!begin(&r, context, language,
               kp_t("前年度の予算書から引き継ぐ", "Take over from a filled budget")))
        return;
    const char *form = ask_form(&r);
    bool chosen =
        form != NULL &&
        (means_shown(&r) ? take_shown(&r)
                         : ask_files(&r,
                                     kp_t("引き継ぐ予算書(その前の年度の予算書も一緒に選べます)",
                                          "The budget (with that of the year before, if you like)"),
                                     MOST));
    if (chosen) carry(&r, form);
    end(&r);
}

/* ------------------------------------------------------------------------------------ comparing */

static void compare(reading *r) {
    char target[KP_PATH];
    kp_report report = {{0}, r->language, KP_DONE};
    kp_comparing comparing = {.context = r->context,
                              .before = r->paths[0],
                              .after = r->paths[1],
                              .target = target,
                              .report = &report};
    if (kp_path_in(r->work, "made-list.ods", target)) kp_compare(&comparing);
    if (report.outcome <= KP_BLOCKED) show(r, target);
    show_report(r, &report,
                report.outcome == KP_DONE
                    ? kp_t("変わった欄はありません。", "Nothing differs.")
                    : kp_t("変更の一覧を開きました。名前を付けて保存してください。",
                           "The list of changes is open. Please save it under a name."));
    kp_buffer_end(&report.lines);
}

void kp_menu_compare(uno_Interface *context, kp_language language) {
    reading r;
    if (!begin(&r, context, language, kp_t("2つの予算書を比べる", "Compare two workbooks"))) return;
    if (ask_files(&r, kp_t("変更前のワークブック", "The workbook before"), 1) &&
        ask_files(&r, kp_t("変更後のワークブック", "The workbook after"), 1))
        compare(&r);
    end(&r);
}
