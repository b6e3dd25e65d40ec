/* SPDX-License-Identifier: MPL-2.0
 *
 * job.c: what a command line hands over and gets back.
 */
#include "system/job.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "system/place.h"

bool kp_job_read(kp_job *job, const char *path) {
    enum { MOST = 16 << 20 };
    kp_buffer text = {0};
    char bytes[4096];
    FILE *file = fopen(path, "re");
    if (file == NULL) return false;
    for (size_t got; (got = fread(bytes, 1, sizeof bytes, file)) > 0 && text.used < MOST;)
        kp_put_bytes(&text, bytes, got);
    bool read = ferror(file) == 0 && !text.failed && text.text != NULL;
    fclose(file);
    job->text = text.text;
    job->size = text.used;
    for (size_t i = 0; i < job->size; i++)
        if (job->text[i] == '\t' || job->text[i] == '\n') job->text[i] = '\0';
    return read;
}

const char *kp_job_value(const kp_job *job, const char *name, size_t index) {
    const char *end = job->text + job->size;
    for (const char *at = job->text; at != NULL && at < end;) {
        const char *value = at + strlen(at) + 1;
        if (value >= end) return NULL;
        if (strcmp(at, name) == 0 && index-- == 0) return value;
        at = value + strlen(value) + 1;
    }
    return NULL;
}

void kp_job_end(kp_job *job) {
    free(job->text);
    job->text = NULL;
    job->size = 0;
}

void kp_tell_plain(kp_report *report, const char *kind, const char *text) {
    kp_putf(&report->lines, "%s\t", kind);
    for (const char *c = text; *c != '\0'; c++)
        kp_put_bytes(&report->lines, *c == '\n' || *c == '\t' ? " " : c, 1);
    kp_put(&report->lines, "\n");
}

void kp_tell(kp_report *report, const char *kind, const char *about, kp_text words) {
    kp_buffer text = {0};
    if (about != NULL) kp_putf(&text, "%s: ", about);
    kp_put(&text, kp_wording(words, report->language));
    kp_tell_plain(report, kind, kp_buffer_text(&text));
    kp_buffer_end(&text);
}

void kp_tell_failure(kp_report *report, kp_outcome outcome, const char *about, kp_text words) {
    kp_tell(report, "error", about, words);
    if (outcome > report->outcome) report->outcome = outcome;
}

void kp_report_write(kp_report *report, const char *path) {
    kp_putf(&report->lines, "exit\t%d\n", (int)report->outcome);
    if (path != NULL && !report->lines.failed)
        kp_place_text(report->lines.text, report->lines.used, path, true);
    kp_buffer_end(&report->lines);
}
