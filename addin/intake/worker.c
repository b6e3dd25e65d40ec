/* SPDX-License-Identifier: MPL-2.0
 *
 * worker.c: a worker office.
 */
#include "intake/worker.h"

#include <rtl/bootstrap.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "system/buffer.h"
#include "system/path.h"
#include "system/place.h"
#include "uno/document.h"

bool kp_worker_program(char path[KP_PATH]) {
    rtl_uString *place = kp_string("$BRAND_BASE_DIR/program/soffice.bin");
    rtl_bootstrap_expandMacros(&place);
    char *url = kp_string_text(place);
    char *found = url == NULL ? NULL : kp_path_from_url(url);
    bool known = found != NULL && strlen(found) < KP_PATH && kp_file_runs(found);
    if (known) strcpy(path, found);
    free(found);
    free(url);
    rtl_uString_release(place);
    return known;
}

/* --------------------------------------------------------------------------------- its folder */

/* A link of our own in a folder of our own: whatever else lies beside the add-in stays out. */
bool kp_worker_kit_lay(const kp_worker_kit *kit) {
    char bundle[KP_PATH];
    char link[KP_PATH];
    return kp_path_in(kit->folder, "bundle", bundle) && kp_path_in(bundle, "kenpo-calc", link) &&
           kp_folder_make(bundle) == KP_FAULT_NONE &&
           kp_folder_alias(kit->extension, link) == KP_FAULT_NONE;
}

/* The language of the user's office; no assistant, no tip. */
static bool write_profile(const char *folder, const char *language) {
    static const char HEAD[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\" "
                               "xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" "
                               "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n";
    const char *const items[][3] = {
        {"Setup/L10N", "ooLocale", language},
        {"Office.Linguistic/General", "UILocale", language},
        {"Office.Common/Misc", "FirstRun", "false"},
        {"Office.Common/Misc", "ShowTipOfTheDay", "false"},
        {"Setup/Product", "ooSetupLastVersion", "99.9"},
    };
    char path[KP_PATH];
    kp_buffer text = {0};
    kp_put(&text, HEAD);
    for (size_t i = 0; i < sizeof items / sizeof *items; i++)
        kp_putf(&text,
                "<item oor:path=\"/org.openoffice.%s\"><prop oor:name=\"%s\" oor:op=\"fuse\">"
                "<value>%s</value></prop></item>\n",
                items[i][0], items[i][1], items[i][2]);
    kp_put(&text, "</oor:items>\n");
    bool written = !text.failed && kp_path_in(folder, "registrymodifications.xcu", path) &&
                   kp_place_text(text.text, text.used, path, true) == KP_FAULT_NONE;
    kp_buffer_end(&text);
    return written;
}

bool kp_worker_lay(kp_worker *worker, const kp_worker_kit *kit, size_t number) {
    static const char *const FOLDERS[] = {"", "/temp", "/profile", "/profile/user"};
    char path[KP_PATH];
    int length = snprintf(worker->folder, KP_PATH, "%s/%zu", kit->folder, number);
    if (length < 0 || length >= KP_PATH) return false;
    worker->process.id = 0;
    kp_folder_drop(worker->folder);
    for (size_t i = 0; i < sizeof FOLDERS / sizeof *FOLDERS; i++) {
        length = snprintf(path, KP_PATH, "%s%s", worker->folder, FOLDERS[i]);
        if (length < 0 || length >= KP_PATH || kp_folder_make(path) != KP_FAULT_NONE) return false;
    }
    return write_profile(path, kit->language);
}

/* -------------------------------------------------------------------------------- its process */

enum { ARGUMENTS = 12 };

typedef struct start {
    char *arguments[ARGUMENTS];
    size_t count;
    bool failed;
} start;

static void add_argument(start *s, const char *before, const char *text) {
    kp_buffer words = {0};
    kp_putf(&words, "%s%s", before, text);
    s->failed = s->failed || words.failed || s->count + 1 >= ARGUMENTS;
    if (s->failed)
        kp_buffer_end(&words);
    else
        s->arguments[s->count++] = words.text;
}

/* "-env:NAME=file:///…" of a part of a folder. */
static void add_place(start *s, const char *name, const char *folder, const char *part) {
    char path[KP_PATH];
    char *url = kp_path_in(folder, part, path) ? kp_url_from_path(path) : NULL;
    s->failed = s->failed || url == NULL;
    if (url != NULL) add_argument(s, name, url);
    free(url);
}

static void end_start(start *s) {
    for (size_t i = 0; i < s->count; i++)
        free(s->arguments[i]);
}

bool kp_worker_start(kp_worker *worker, const kp_worker_kit *kit, const char *job, long seconds) {
    start s = {0};
    char temporary[KP_PATH];
    s.failed = !kp_path_in(worker->folder, "temp", temporary);
    add_argument(&s, "", kit->program);
    add_place(&s, "-env:UserInstallation=", worker->folder, "profile");
    add_place(&s, "-env:BUNDLED_EXTENSIONS=", kit->folder, "bundle");
    /* No extension of other users' either: the worker has this add-in, in this version. */
    add_place(&s, "-env:UNO_SHARED_PACKAGES=", kit->folder, "shared");
    add_argument(&s, "--", "headless");
    add_argument(&s, "--", "norestore");
    add_argument(&s, "--", "nologo");
    add_argument(&s, "service:org.kenpocalc.Intake?", job);
    kp_process_order order = {(const char *const *)s.arguments, temporary, kit->megabytes, seconds};
    bool started = !s.failed && kp_process_start(&worker->process, &order);
    end_start(&s);
    return started;
}

/* The office's own starter heeds these exit codes in the same way. Where somebody else in this
 * process fetched the exit code first, or nobody may, it is worth a try too. */
kp_worker_state kp_worker_look(kp_worker *worker) {
    enum { AFTER_CRASH = 79, AFTER_SETTING_UP = 81 };
    int code = 0;
    switch (kp_process_look(&worker->process, &code)) {
    case KP_PROCESS_RUNS:
        return KP_WORKER_BUSY;
    case KP_PROCESS_LOST:
        return KP_WORKER_AGAIN;
    case KP_PROCESS_EXITED:
        return code == AFTER_CRASH || code == AFTER_SETTING_UP ? KP_WORKER_AGAIN : KP_WORKER_ENDED;
    default:
        return KP_WORKER_ENDED;
    }
}

void kp_worker_kill(kp_worker *worker) {
    kp_process_kill(&worker->process);
}
