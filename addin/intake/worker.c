/* SPDX-License-Identifier: MPL-2.0
 *
 * worker.c: a worker office. Between fork and exec only calls that are safe there (POSIX: the
 * async-signal-safe ones, and Linux's prctl and close_range); everything that needs memory is made
 * before.
 */
#include "intake/worker.h"

#include <fcntl.h>
#include <rtl/bootstrap.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "system/buffer.h"
#include "uno/document.h"

bool kp_worker_program(char path[KP_PATH]) {
    rtl_uString *place = kp_string("$BRAND_BASE_DIR/program/soffice.bin");
    rtl_bootstrap_expandMacros(&place);
    char *url = kp_string_text(place);
    char *found = url == NULL ? NULL : kp_path_from_url(url);
    bool known = found != NULL && strlen(found) < KP_PATH && access(found, X_OK) == 0;
    if (known) strcpy(path, found);
    free(found);
    free(url);
    rtl_uString_release(place);
    return known;
}

/* --------------------------------------------------------------------------------- its folder */

static bool path_in(const char *folder, const char *name, char path[KP_PATH]) {
    int length = snprintf(path, KP_PATH, "%s/%s", folder, name);
    return length > 0 && length < KP_PATH;
}

/* A link of our own in a folder of our own: whatever else lies beside the add-in stays out. */
bool kp_worker_kit_lay(const kp_worker_kit *kit) {
    char bundle[KP_PATH];
    char link[KP_PATH];
    return path_in(kit->folder, "bundle", bundle) && path_in(bundle, "kenpo-calc", link) &&
           mkdir(bundle, 0700) == 0 && symlink(kit->extension, link) == 0;
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
    bool written = !text.failed && path_in(folder, "registrymodifications.xcu", path) &&
                   kp_place_text(text.text, text.used, path, true) == 0;
    kp_buffer_end(&text);
    return written;
}

bool kp_worker_lay(kp_worker *worker, const kp_worker_kit *kit, size_t number) {
    static const char *const FOLDERS[] = {"", "/temp", "/profile", "/profile/user"};
    char path[KP_PATH];
    int length = snprintf(worker->folder, KP_PATH, "%s/%zu", kit->folder, number);
    if (length < 0 || length >= KP_PATH) return false;
    worker->pid = 0;
    kp_work_end(worker->folder);
    for (size_t i = 0; i < sizeof FOLDERS / sizeof *FOLDERS; i++) {
        length = snprintf(path, KP_PATH, "%s%s", worker->folder, FOLDERS[i]);
        if (length < 0 || length >= KP_PATH || mkdir(path, 0700) != 0) return false;
    }
    return write_profile(path, kit->language);
}

/* -------------------------------------------------------------------------------- its process */

enum { ARGUMENTS = 12 };

typedef struct start {
    char *arguments[ARGUMENTS];
    size_t count;
    char **environment;
    pid_t parent;
    long megabytes, seconds;
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
    char *url = path_in(folder, part, path) ? kp_url_from_path(path) : NULL;
    s->failed = s->failed || url == NULL;
    if (url != NULL) add_argument(s, name, url);
    free(url);
}

/* The office's own environment, with temporary files in the worker's folder. */
static char **environment_of(char *temporary) {
    size_t count = 0;
    size_t used = 0;
    while (environ[count] != NULL)
        count++;
    char **list = calloc(count + 2, sizeof *list);
    if (list == NULL) return NULL;
    list[used++] = temporary;
    for (size_t i = 0; i < count; i++) {
        bool place = strncmp(environ[i], "TMPDIR=", 7) == 0 ||
                     strncmp(environ[i], "TEMP=", 5) == 0 || strncmp(environ[i], "TMP=", 4) == 0;
        if (!place) list[used++] = environ[i];
    }
    return list;
}

/* Not limited where `most` is 0. */
static struct rlimit at_most(long most) {
    rlim_t limit = most > 0 ? (rlim_t)most : RLIM_INFINITY;
    return (struct rlimit){limit, limit};
}

/* In the child. It ends with its parent; where that is gone already, now. */
static _Noreturn void become_office(const start *s) {
    sigset_t none;
    struct rlimit memory = at_most(s->megabytes << 20);
    struct rlimit time = at_most(s->seconds);
    struct rlimit no_core = {0, 0};
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != s->parent) _exit(127);
    setrlimit(RLIMIT_AS, &memory);
    setrlimit(RLIMIT_CPU, &time);
    setrlimit(RLIMIT_CORE, &no_core);
    int nothing = open("/dev/null", O_RDWR);
    for (int i = 0; i < 3; i++)
        dup2(nothing, i);
    syscall(SYS_close_range, 3U, ~0U, 0U);
    execve(s->arguments[0], s->arguments, s->environment);
    _exit(127);
}

static void end_start(start *s) {
    for (size_t i = 0; i < s->count; i++)
        free(s->arguments[i]);
    free(s->environment);
}

bool kp_worker_start(kp_worker *worker, const kp_worker_kit *kit, const char *job, long seconds) {
    start s = {.parent = getpid(), .megabytes = kit->megabytes, .seconds = seconds};
    kp_buffer temporary = {0};
    kp_putf(&temporary, "TMPDIR=%s/temp", worker->folder);
    s.environment = environment_of(temporary.text);
    add_argument(&s, "", kit->program);
    add_place(&s, "-env:UserInstallation=", worker->folder, "profile");
    add_place(&s, "-env:BUNDLED_EXTENSIONS=", kit->folder, "bundle");
    /* No extension of other users' either: the worker has this add-in, in this version. */
    add_place(&s, "-env:UNO_SHARED_PACKAGES=", kit->folder, "shared");
    add_argument(&s, "--", "headless");
    add_argument(&s, "--", "norestore");
    add_argument(&s, "--", "nologo");
    add_argument(&s, "service:org.kenpocalc.Intake?", job);
    pid_t pid = s.failed || temporary.failed || s.environment == NULL ? -1 : fork();
    if (pid == 0) become_office(&s);
    worker->pid = pid > 0 ? pid : 0;
    end_start(&s);
    kp_buffer_end(&temporary);
    return pid > 0;
}

/* The office's own starter heeds these exit codes in the same way. Where somebody else in this
 * process fetched the exit code first, or nobody may, it is worth a try too. */
kp_worker_state kp_worker_look(kp_worker *worker) {
    enum { AFTER_CRASH = 79, AFTER_SETTING_UP = 81 };
    int status = 0;
    if (worker->pid == 0) return KP_WORKER_ENDED;
    pid_t ended = waitpid(worker->pid, &status, WNOHANG);
    if (ended == 0) return KP_WORKER_BUSY;
    worker->pid = 0;
    if (ended < 0) return KP_WORKER_AGAIN;
    int code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    return code == AFTER_CRASH || code == AFTER_SETTING_UP ? KP_WORKER_AGAIN : KP_WORKER_ENDED;
}

void kp_worker_kill(kp_worker *worker) {
    if (worker->pid == 0) return;
    kill(worker->pid, SIGKILL);
    waitpid(worker->pid, NULL, 0);
    worker->pid = 0;
}
