/* SPDX-License-Identifier: MPL-2.0
 *
 * job.c: what a command line hands over.
 */
#include "system/job.h"

#include <stdlib.h>
#include <string.h>

#include "system/lines.h"
#include "system/place.h"

enum { MOST = 16 << 20 };

bool kp_job_read(kp_job *job, const char *path) {
    kp_buffer pairs = {0};
    char *text = kp_place_read(path, MOST);
    char *rest = text;
    for (char *line; (line = kp_line_next(&rest)) != NULL;) {
        char *fields[2];
        if (kp_line_cut(line, fields, 2) < 2) continue;
        kp_put_bytes(&pairs, fields[0], strlen(fields[0]) + 1);
        kp_field_read(fields[1]);
        kp_put_bytes(&pairs, fields[1], strlen(fields[1]) + 1);
    }
    free(text);
    bool read = text != NULL && !pairs.failed;
    if (!read) kp_buffer_end(&pairs);
    *job = (kp_job){pairs.text, pairs.used};
    return read;
}

const char *kp_job_value(const kp_job *job, const char *name, size_t index) {
    const char *end = job->text == NULL ? NULL : job->text + job->size;
    for (const char *at = job->text; at != end;) {
        const char *value = at + strlen(at) + 1;
        if (strcmp(at, name) == 0 && index-- == 0) return value;
        at = value + strlen(value) + 1;
    }
    return NULL;
}

long kp_job_number(const kp_job *job, const char *name) {
    const char *text = kp_job_value(job, name, 0);
    return text == NULL ? 0 : strtol(text, NULL, 10);
}

void kp_job_end(kp_job *job) {
    free(job->text);
    *job = (kp_job){NULL, 0};
}
