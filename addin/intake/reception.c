/* SPDX-License-Identifier: MPL-2.0
 *
 * reception.c: 受付点検 of a folder. No submission is opened in this process.
 */
#include "intake/reception.h"

#include <stdlib.h>

#include "calc/function.h"
#include "intake/crew.h"
#include "intake/summary.h"
#include "system/path.h"
#include "system/place.h"
#include "uno/language.h"
#include "uno/url.h"

/* A reception under way. */
typedef struct handling {
    kp_reception *r;
    kp_pile pile;
    kp_crew *crew;
    kp_bond bond;
    char maker[128];
    kp_kept_wish wish;
    char output[KP_PATH], results[KP_PATH], copies[KP_PATH];
} handling;

static kp_reception_end fail(const handling *h, kp_outcome outcome, const char *about,
                             kp_fault fault) {
    kp_tell_failure(h->r->report, outcome, about, kp_place_error(fault));
    return KP_RECEPTION_FAILED;
}

/* A worker that cannot even be started says nothing of a file, and no submission is opened in this
 * office in its place. */
static kp_reception_end fail_state(const handling *h, kp_crew_state state, kp_fault fault) {
    kp_report *report = h->r->report;
    if (state == KP_CREW_UNWRITABLE) {
        kp_tell_failure(report, KP_UNWRITABLE, h->r->folder,
                        kp_t("点検の結果を書き込めません。", "The results cannot be written."));
        return fail(h, KP_UNWRITABLE, h->results, fault);
    }
    kp_tell_failure(report, KP_BROKEN, NULL,
                    kp_t("点検用の LibreOffice を起動できないため、点検を中止しました。"
                         "提出されたコピーは開いていません。",
                         "No LibreOffice could be started to check the files, so the run was "
                         "ended. No submission was opened."));
    return KP_RECEPTION_FAILED;
}

/* ------------------------------------------------------------------------------------- the run */

static void tell_news(void *data, const char *name, size_t wrong) {
    handling *h = data;
    if (h->r->told == NULL) return;
    kp_crew_progress crew = kp_crew_look(h->crew);
    kp_reception_news news = {crew.done, h->pile.open, wrong, name, crew.seconds_left};
    h->r->told(h->r->data, &news);
}

static kp_crew_state work(handling *h) {
    enum { MOMENT = 30 };
    for (;;) {
        kp_crew_state state = kp_crew_step(h->crew);
        kp_crew_progress crew = kp_crew_look(h->crew);
        kp_reception_progress progress = {h->pile.count - h->pile.open + crew.done, h->pile.count,
                                          crew.at == NULL ? "" : crew.at, crew.seconds_left};
        h->r->done = progress.done;
        if (state != KP_CREW_BUSY) return state;
        if (!h->r->watch(h->r->data, &progress)) return KP_CREW_BUSY;
        kp_pause(MOMENT);
    }
}

static kp_reception_end run_crew(handling *h, const kp_worker_kit *kit) {
    const kp_reception *r = h->r;
    kp_crew_order order = {
        .files = h->pile.files,
        .count = h->pile.open,
        .kit = *kit,
        .limited = r->megabytes != 0,
        .language = r->report->language,
        .bond = h->bond,
        .any = r->any,
        .printed = r->printed,
        .workers = r->workers,
        .seconds = r->seconds,
        .patience = r->patience,
        .stage = r->stage,
        .told = tell_news,
        .data = h,
    };
    h->crew = kp_crew_begin(&order);
    kp_crew_state state = h->crew == NULL ? KP_CREW_IDLE : work(h);
    kp_fault fault = h->crew == NULL ? KP_FAULT_NONE : kp_crew_look(h->crew).fault;
    kp_crew_end(h->crew);
    if (state == KP_CREW_BUSY) return KP_RECEPTION_STOPPED;
    return state == KP_CREW_DONE ? KP_RECEPTION_DONE : fail_state(h, state, fault);
}

static kp_reception_end check_open(handling *h, const char *extension) {
    enum { MEGABYTES = 4096 };
    char language[16];
    const kp_reception *r = h->r;
    char *program = r->program == NULL ? kp_office_program() : NULL;
    kp_office_locale(r->context, language, sizeof language);
    kp_worker_kit kit = {.program = r->program == NULL ? program : r->program,
                         .extension = extension,
                         .language = language,
                         .megabytes = r->megabytes == 0 ? MEGABYTES : r->megabytes};
    kp_reception_end end = kit.program == NULL || extension == NULL
                               ? fail_state(h, KP_CREW_IDLE, KP_FAULT_NONE)
                               : run_crew(h, &kit);
    free(program);
    return end;
}

/* ------------------------------------------------------------------------------------- whole */

static kp_fault lay_folder(const char *path) {
    kp_fault fault = kp_folder_make(path);
    return fault == KP_FAULT_EXISTS ? KP_FAULT_NONE : fault;
}

/* Makes the folders of results. */
static kp_fault lay_results(const handling *h) {
    kp_fault fault = lay_folder(h->output);
    if (fault == KP_FAULT_NONE) fault = lay_folder(h->results);
    if (fault == KP_FAULT_NONE && h->wish.folder != NULL) fault = lay_folder(h->wish.folder);
    return fault == KP_FAULT_NONE ? kp_folder_open_to_us(h->results) : fault;
}

/* Another add-in, even of the same version, or another measure: then all is done anew. */
static void bind_results(handling *h) {
    char library_sum[KP_SHA256_TEXT];
    char *library = kp_library_path();
    kp_sha256_file(library == NULL ? "" : library, library_sum);
    free(library);
    snprintf(h->maker, sizeof h->maker, "%s %s%s", KP_VERSION, library_sum,
             h->r->any ? " any" : "");
    h->bond.maker = h->maker;
    kp_user_secret(h->bond.key, sizeof h->bond.key);
}

static kp_reception_end make_list(handling *h) {
    kp_reception *r = h->r;
    kp_reception_progress last = {r->done, h->pile.count, "", 0};
    if (!r->watch(r->data, &last)) return KP_RECEPTION_STOPPED;
    kp_pile_order(&h->pile);
    kp_summary(r->context, &h->pile, h->output, r->report, r->list);
    return KP_RECEPTION_DONE;
}

static kp_reception_end receive(handling *h) {
    kp_reception *r = h->r;
    kp_fault fault = r->only != NULL ? kp_pile_take(&h->pile, r->folder, r->only, h->results)
                                     : kp_pile_find(&h->pile, r->folder, h->output, h->results);
    if (fault != KP_FAULT_NONE) return fail(h, KP_UNREADABLE, r->folder, fault);
    if (h->pile.count == 0) return KP_RECEPTION_EMPTY;
    fault = lay_results(h);
    bind_results(h);
    kp_pile_sum(&h->pile);
    if (fault == KP_FAULT_NONE && r->only == NULL) fault = kp_pile_number(&h->pile, h->results);
    if (fault == KP_FAULT_NONE)
        fault = kp_pile_sort(&h->pile, &h->bond, &h->wish, r->report->language);
    if (fault != KP_FAULT_NONE) return fail(h, KP_UNWRITABLE, h->output, fault);
    r->done = h->pile.count - h->pile.open;
    char *extension = kp_library_folder();
    kp_reception_end end = h->pile.open == 0 ? KP_RECEPTION_DONE : check_open(h, extension);
    free(extension);
    return end == KP_RECEPTION_DONE && r->only == NULL ? make_list(h) : end;
}

kp_reception_end kp_receive(kp_reception *r) {
    handling h = {.r = r};
    bool placed = r->output != NULL || kp_path_in(r->folder, "受付点検", h.output);
    if (r->output != NULL) snprintf(h.output, KP_PATH, "%s", r->output);
    placed = placed && kp_path_in(h.output, KP_KEPT, h.copies);
    h.wish = (kp_kept_wish){r->copies ? h.copies : NULL, r->receipts, r->printed};
    kp_reception_end end =
        placed && kp_path_in(h.output, r->only == NULL ? "results" : ".", h.results)
            ? receive(&h)
            : fail(&h, KP_UNWRITABLE, r->folder, KP_FAULT_NAME);
    kp_pile_end(&h.pile);
    return end;
}
