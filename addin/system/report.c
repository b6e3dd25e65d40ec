/* SPDX-License-Identifier: MPL-2.0
 *
 * report.c: what a command has to tell.
 */
#include "system/report.h"

#include "system/lines.h"
#include "system/place.h"

void kp_tell_plain(kp_report *report, const char *kind, const char *text) {
    kp_putf(&report->lines, "%s\t", kind);
    kp_put_plain(&report->lines, text);
    kp_put(&report->lines, "\n");
}

void kp_tell(kp_report *report, const char *kind, const char *about, kp_text words) {
    kp_buffer text = {0};
    if (about != NULL) kp_putf(&text, "%s: ", about);
    kp_put(&text, kp_wording(words, report->language));
    kp_tell_plain(report, kind, kp_buffer_text(&text));
    if (text.failed) report->lines.failed = true;
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
