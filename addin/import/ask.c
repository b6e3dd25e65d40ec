/* SPDX-License-Identifier: MPL-2.0
 *
 * ask.c: asking and telling in windows.
 */
#include "import/ask.h"

#include <stdio.h>

#include "uno/call.h"
#include "uno/url.h"
#include "uno/value.h"

bool kp_ask_begin(kp_ask *ask, uno_Interface *context, kp_language language, kp_text title) {
    *ask = (kp_ask){context, kp_current_document(context), language, kp_wording(title, language)};
    kp_auto sheets = kp_query(ask->document, "sheet.XSpreadsheetDocument");
    return sheets != NULL;
}

void kp_ask_end(kp_ask *ask) {
    kp_release(ask->document);
    ask->document = NULL;
}

const char *kp_ask_say(const kp_ask *ask, kp_text text) {
    return kp_wording(text, ask->language);
}

void kp_ask_tell(const kp_ask *ask, kp_message_kind kind, const char *words) {
    kp_message(ask->context, ask->document, kind, ask->title, words, false);
}

bool kp_ask_yes(const kp_ask *ask, const char *words) {
    return kp_message(ask->context, ask->document, KP_TELL_WARNING, ask->title, words, true);
}

char *kp_ask_path(const kp_ask *ask, kp_text title, const char *endings, const char *fresh) {
    kp_auto_text url =
        kp_ask_file(ask->context, ask->document, kp_ask_say(ask, title), endings, fresh);
    return url == NULL ? NULL : kp_path_from_url(url);
}

uno_Interface *kp_ask_dialog(const kp_ask *ask, const char *name) {
    char url[128];
    snprintf(url, sizeof url, "vnd.sun.star.extension://org.kenpocalc/dialogs/%s", name);
    uno_Interface *dialog = kp_dialog(ask->context, url);
    kp_dialog_label(dialog, "cancel", kp_ask_say(ask, kp_t("キャンセル", "Cancel")));
    return dialog;
}

bool kp_ask_lines(const kp_ask *ask, const char *words, const char *lines, bool question) {
    uno_Interface *dialog = kp_ask_dialog(ask, "told.xdl");
    kp_dialog_label(dialog, "words", words);
    kp_dialog_text(dialog, "lines", lines);
    kp_dialog_see(dialog, "cancel", question);
    bool yes = kp_dialog_run(dialog, ask->title);
    kp_dialog_end(dialog);
    return yes;
}
