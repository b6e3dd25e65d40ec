/* SPDX-License-Identifier: MPL-2.0
 *
 * runner.c: cmocka inside a real Calc. A service that the office creates from its command line:
 * soffice "service:org.kenpocalc.test.Runner?FOLDER|LANGUAGE|GROUPS|RESULT". It runs the groups,
 * writes the number of failures to the file RESULT and ends the office.
 */
#include "runner.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "uno/access.h"
#include "uno/object.h"
#include "uno/value.h"

session SESSION;

void explain_failure(const char *format, ...) {
    va_list list;
    va_start(list, format);
    fputs("    ", stderr);
    vfprintf(stderr, format, list);
    fputc('\n', stderr);
    va_end(list);
}

static const struct {
    const char *name;
    int (*run)(void);
} GROUPS[] = {
    {"contract", run_contract},     {"cases", run_cases},   {"bad-input", run_bad_input},
    {"dates", run_dates},           {"memory", run_memory}, {"bench", run_bench},
    {"signatures", run_signatures}, {"stored", run_stored},
};

static int run_group(const char *name) {
    for (size_t i = 0; i < sizeof GROUPS / sizeof GROUPS[0]; i++)
        if (strcmp(name, GROUPS[i].name) == 0) return GROUPS[i].run();
    explain_failure("there is no group of tests \"%s\"", name);
    return 1;
}

/* The groups named, between commas; a name that is none, or none at all, is a failure. */
static int run_groups(char *wanted) {
    int failures = *wanted == '\0';
    for (char *name = strsep(&wanted, ","); name != NULL; name = strsep(&wanted, ","))
        failures += run_group(name);
    return failures;
}

static void write_result(const char *path, int failures) {
    FILE *file = fopen(path, "w");
    if (file == NULL) return;
    fprintf(file, "%d\n", failures);
    fclose(file);
}

static char RESULT[1024];
static char GROUPS_WANTED[256];

/* Inside the office's event loop: only there can the office be asked to end. */
static const char *notify(kp_object *self, size_t index, void *result, void **arguments) {
    (void)index;
    (void)result;
    (void)arguments;
    write_result(RESULT, run_groups(GROUPS_WANTED));
    office_end(self->context);
    return NULL;
}

static void call_later(kp_object *self) {
    kp_auto later = kp_create(self->context, "awt.AsyncCallback");
    kp_do(later, "awt.XRequestCallback::addCallback", "os", &self->base, "");
}

/* The office calls this while it starts. */
static const char *trigger(kp_object *self, size_t index, void *result, void **arguments) {
    (void)index;
    (void)result;
    char text[4096];
    char *fields[4];
    char *rest = text;
    if (!kp_string_copy(*(rtl_uString **)arguments[0], text, sizeof text)) return "too long";
    for (size_t i = 0; i < 4; i++)
        fields[i] = strsep(&rest, "|");
    if (fields[3] == NULL) return "FOLDER|LANGUAGE|GROUPS|RESULT expected";
    setvbuf(stdout, NULL, _IOLBF, BUFSIZ); /* so that a test that hangs can be seen */
    SESSION.context = self->context;
    snprintf(SESSION.tests, sizeof SESSION.tests, "%s", fields[0]);
    snprintf(SESSION.language, sizeof SESSION.language, "%s", fields[1]);
    snprintf(GROUPS_WANTED, sizeof GROUPS_WANTED, "%s", fields[2]);
    snprintf(RESULT, sizeof RESULT, "%s", fields[3]);
    call_later(self);
    return NULL;
}

static const kp_class RUNNER = {
    "org.kenpocalc.test.implementation.Runner",
    "org.kenpocalc.test.Runner",
    {{"com.sun.star.task.XJobExecutor", trigger}, {"com.sun.star.awt.XCallback", notify}},
};

const kp_class *const KP_CLASSES[] = {&RUNNER, NULL};
