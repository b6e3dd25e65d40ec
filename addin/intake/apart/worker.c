/* SPDX-License-Identifier: MPL-2.0
 *
 * worker.c: a worker office.
 */
#include "intake/apart/worker.h"

#include <stdlib.h>
#include <string.h>

#include "system/buffer.h"
#include "system/path.h"
#include "system/place.h"

/* --------------------------------------------------------------------------------- its folder */

/* A link of our own in a folder of our own: whatever else lies beside the add-in stays out. */
bool kp_worker_kit_lay(const kp_worker_kit *kit) {
    char bundle[KP_PATH];
    char link[KP_PATH];
    return kp_path_in(kit->folder, "bundle", bundle) && kp_path_in(bundle, "kenpo-calc", link) &&
           kp_folder_make(bundle) == KP_FAULT_NONE &&
           kp_folder_alias(kit->extension, link) == KP_FAULT_NONE;
}

/* What a worker's office may not do, whatever the system allows: macros, links, what is fetched, the
 * network (a proxy that nobody is). A release that does not know one of these passes over it. */
static const struct {
    const char *path, *name, *value;
} CLOSED[] = {
    {"Office.Common/Security/Scripting", "MacroSecurityLevel", "3"},
    {"Office.Common/Security/Scripting", "DisableMacrosExecution", "true"},
    {"Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"},
    {"Office.Common/Security/Scripting", "CheckDocumentEvents", "true"},
    {"Office.Common/Security/Scripting", "DisableActiveContent", "true"},
    {"Office.Common/Security/Scripting", "DisablePythonRuntime", "true"},
    {"Office.Common/Security", "DisableEmbeddedFonts", "true"},
    {"Office.Calc/Content/Update", "Link", "2"},
    {"Inet/Settings", "ooInetProxyType", "2"},
    {"Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"},
    {"Inet/Settings", "ooInetHTTPProxyPort", "9"},
    {"Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"},
    {"Inet/Settings", "ooInetHTTPSProxyPort", "9"},
    {"Inet/Settings", "ooInetFTPProxyName", "127.0.0.1"},
    {"Inet/Settings", "ooInetFTPProxyPort", "9"},
    {"Inet/Settings", "ooInetNoProxy", ""},
};

static void put_closed(kp_buffer *text) {
    for (size_t i = 0; i < sizeof CLOSED / sizeof *CLOSED; i++)
        kp_putf(text,
                "<item oor:path=\"/org.openoffice.%s\"><prop oor:name=\"%s\" oor:op=\"fuse\">"
                "<value>%s</value></prop></item>\n",
                CLOSED[i].path, CLOSED[i].name, CLOSED[i].value);
}

/* The profile that the add-in carries, in the language of the user's office, and closed. */
static void put_profile(kp_buffer *text, const char *profile, const char *language) {
    static const char MARK[] = "@LANGUAGE@";
    const char *end = strstr(profile, "</oor:items>");
    const char *rest = profile;
    for (const char *mark; (mark = strstr(rest, MARK)) != NULL; rest = mark + strlen(MARK)) {
        kp_put_bytes(text, rest, (size_t)(mark - rest));
        kp_put(text, language);
    }
    if (end != NULL && end >= rest) {
        kp_put_bytes(text, rest, (size_t)(end - rest));
        put_closed(text);
        rest = end;
    }
    kp_put(text, rest);
}

static bool write_profile(const char *folder, const kp_worker_kit *kit) {
    enum { MOST = 1 << 16 };
    char path[KP_PATH];
    kp_buffer text = {0};
    char *profile =
        kp_path_in(kit->extension, "profile.xcu", path) ? kp_place_read(path, MOST) : NULL;
    if (profile != NULL) put_profile(&text, profile, kit->language);
    free(profile);
    bool written = text.used > 0 && !text.failed &&
                   kp_path_in(folder, "registrymodifications.xcu", path) &&
                   kp_place_text(text.text, text.used, path, true) == KP_FAULT_NONE;
    kp_buffer_end(&text);
    return written;
}

bool kp_worker_lay(kp_worker *worker, const kp_worker_kit *kit, size_t number) {
    static const char *const FOLDERS[] = {"", "/temp", "/profile", "/profile/user"};
    char path[KP_PATH];
    int length = snprintf(worker->folder, KP_PATH, "%s/%zu", kit->folder, number);
    if (length < 0 || length >= KP_PATH) return false;
    worker->process = (kp_process){0};
    kp_folder_drop(worker->folder);
    for (size_t i = 0; i < sizeof FOLDERS / sizeof *FOLDERS; i++) {
        length = snprintf(path, KP_PATH, "%s%s", worker->folder, FOLDERS[i]);
        if (length < 0 || length >= KP_PATH || kp_folder_make(path) != KP_FAULT_NONE) return false;
    }
    return write_profile(path, kit);
}

/* -------------------------------------------------------------------------------- its process */

/* "-env:NAME=file:///…" of a part of a folder. */
static void put_place(kp_buffer *argument, const char *name, const char *folder, const char *part) {
    kp_putf(argument, "-env:%s=", name);
    kp_put_url(argument, folder);
    kp_putf(argument, "/%s", part);
}

/* No extension of other users' either: the worker has this add-in, in this version. */
bool kp_worker_start(kp_worker *worker, const kp_worker_kit *kit, const char *job, long seconds) {
    char temporary[KP_PATH];
    kp_buffer texts[4] = {{0}, {0}, {0}, {0}};
    put_place(&texts[0], "UserInstallation", worker->folder, "profile");
    put_place(&texts[1], "BUNDLED_EXTENSIONS", kit->folder, "bundle");
    put_place(&texts[2], "UNO_SHARED_PACKAGES", kit->folder, "shared");
    kp_putf(&texts[3], "service:org.kenpocalc.Intake?%s", job);
    const char *arguments[] = {kit->program,  texts[0].text, texts[1].text,
                               texts[2].text, "--headless",  "--norestore",
                               "--nologo",    texts[3].text, NULL};
    kp_process_order order = {arguments, temporary, kit->megabytes, seconds, true};
    bool ready = kp_path_in(worker->folder, "temp", temporary);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        ready = ready && !texts[i].failed;
    bool started = ready && kp_process_start(&worker->process, &order);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        kp_buffer_end(&texts[i]);
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
