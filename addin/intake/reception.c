/* SPDX-License-Identifier: MPL-2.0
 *
 * reception.c: 受付点検 of a folder: what is there, what is open, and the list at the end. No
 * submission is opened in this process.
 */
#include "intake/reception.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "intake/crew.h"
#include "intake/finding.h"
#include "intake/intake.h"
#include "system/lines.h"
#include "system/path.h"
#include "system/place.h"
#include "system/work.h"
#include "uno/language.h"
#include "uno/url.h"

/* Files of the folder with their results: first those that are open, then those that are done. */
typedef struct pile {
    kp_crew_file *files;
    size_t count, open;
} pile;

static char *join(const char *folder, const char *name, const char *ending) {
    kp_buffer path = {0};
    kp_putf(&path, "%s/%s%s", folder, name, ending);
    if (!path.failed) return path.text;
    kp_buffer_end(&path);
    return NULL;
}

/* A name with a line end or a tab cannot be told in a job. */
static bool is_plain(const char *path) {
    return strpbrk(path, "\t\n") == NULL;
}

static char *result_of(const char *results, const char *name) {
    char *result = join(results, name, ".result");
    for (char *at = result; at != NULL && (at = strpbrk(at, "\t\n")) != NULL;)
        *at = '?';
    return result;
}

/* -------------------------------------------------------------------------- what is to be done */

static const char OUTPUT[] = "受付点検";
enum { MOST_LEVELS = 32 };

/* Hidden files are none of ours, nor is what a link points at or what intake itself left. */
static kp_entry_kind kind_of(const char *name, const char *path) {
    bool other = name[0] == '.' || strcmp(name, OUTPUT) == 0;
    return other ? KP_ENTRY_NONE : kp_entry_look(path).kind;
}

/* `name` is the end of the path. */
static bool add_file(pile *all, char *path, const char *name, const char *results) {
    char *result = path == NULL ? NULL : result_of(results, name);
    kp_crew_file *more =
        result == NULL ? NULL : realloc(all->files, (all->count + 1) * sizeof *more);
    if (more == NULL) {
        free(path);
        free(result);
        return false;
    }
    all->files = more;
    all->files[all->count++] = (kp_crew_file){path, name, result};
    return true;
}

static int by_path(const void *a, const void *b) {
    return strcmp(((const kp_crew_file *)a)->path, ((const kp_crew_file *)b)->path);
}

/* The names of files begin behind the first `root` bytes of their paths. */
typedef struct search {
    pile *all;
    const char *folder, *results;
    size_t root;
    int level;
} search;

static kp_fault find_files(const search *s);

static kp_fault find_entry(void *data, const char *entry) {
    const search *s = data;
    char *path = join(s->folder, entry, "");
    kp_entry_kind kind = path == NULL ? KP_ENTRY_NONE : kind_of(entry, path);
    kp_fault fault = KP_FAULT_NONE;
    if (kind == KP_ENTRY_FILE)
        return add_file(s->all, path, path + s->root, s->results) ? KP_FAULT_NONE : KP_FAULT_MEMORY;
    search below = {s->all, path, s->results, s->root, s->level + 1};
    if (kind == KP_ENTRY_FOLDER) fault = find_files(&below);
    free(path);
    return fault;
}

static kp_fault find_files(const search *s) {
    if (s->level > MOST_LEVELS) return KP_FAULT_DISK;
    return kp_folder_list(s->folder, find_entry, (void *)s);
}

/* A result counts while it is younger than its file and than the add-in that made it. */
static bool is_open(const kp_crew_file *file, long long library) {
    kp_entry result = kp_entry_look(file->result);
    return is_plain(file->path) && (result.kind == KP_ENTRY_NONE || library > result.modified ||
                                    kp_entry_look(file->path).modified > result.modified);
}

/* The row of a file that is not given to anybody. */
static void refuse(const kp_crew_file *file, kp_language language) {
    kp_found_only(file->name, language, kp_t("開けない", "cannot be opened"),
                  kp_wording(kp_t("ファイル名に改行またはタブが含まれています。",
                                  "There is a line end or a tab in its name."),
                             language),
                  file->result);
}

static void refuse_names(const pile *all, kp_language language) {
    for (size_t i = 0; i < all->count; i++)
        if (!is_plain(all->files[i].path)) refuse(&all->files[i], language);
}

/* Open files come first, each kind in its order; old results go. */
static bool sort_open(pile *all, long long library) {
    kp_crew_file *sorted = calloc(all->count + 1, sizeof *sorted);
    size_t done = 0;
    if (sorted == NULL) return false;
    for (size_t i = 0; i < all->count; i++) {
        if (is_open(&all->files[i], library)) {
            kp_file_drop(all->files[i].result);
            sorted[all->open++] = all->files[i];
        } else {
            all->files[done++] = all->files[i];
        }
    }
    memcpy(sorted + all->open, all->files, done * sizeof *sorted);
    free(all->files);
    all->files = sorted;
    return true;
}

static void end_pile(pile *all) {
    for (size_t i = 0; i < all->count; i++) {
        free((char *)all->files[i].path);
        free((char *)all->files[i].result);
    }
    free(all->files);
}

/* ------------------------------------------------------------------------------------- the run */

static kp_reception_progress progress_of(const pile *all, const kp_crew *crew) {
    kp_crew_progress of_crew = kp_crew_look(crew);
    return (kp_reception_progress){all->count - all->open + of_crew.done, all->count,
                                   of_crew.at == NULL ? "" : of_crew.at, of_crew.seconds_left};
}

static kp_crew_state work(kp_reception *r, const pile *all, kp_crew *crew) {
    enum { MOMENT = 30 };
    for (;;) {
        kp_crew_state state = kp_crew_step(crew);
        kp_reception_progress progress = progress_of(all, crew);
        r->done = progress.done;
        if (state != KP_CREW_BUSY) return state;
        if (!r->watch(r->data, &progress)) return KP_CREW_BUSY;
        kp_pause(MOMENT);
    }
}

static kp_reception_end fail(kp_reception *r, kp_outcome outcome, kp_fault fault) {
    kp_tell_failure(r->report, outcome, r->folder, kp_place_error(fault));
    return KP_RECEPTION_FAILED;
}

/* A worker that cannot even be started says nothing of a file, and no submission is opened in this
 * office in its place. */
static kp_reception_end fail_state(kp_reception *r, kp_crew_state state) {
    if (state == KP_CREW_UNWRITABLE)
        kp_tell_failure(r->report, KP_UNWRITABLE, r->folder,
                        kp_t("点検の結果を書き込めません。", "The results cannot be written."));
    else
        kp_tell_failure(r->report, KP_BROKEN, NULL,
                        kp_t("点検用の LibreOffice を起動できないため、点検を中止しました。"
                             "提出された写しは開いていません。",
                             "No LibreOffice could be started to check the files, so the run was "
                             "ended. No submission was opened."));
    return KP_RECEPTION_FAILED;
}

static kp_reception_end run_crew(kp_reception *r, const pile *all, const char *extension) {
    char program[KP_PATH] = "";
    char tag[16];
    kp_office_locale(r->context, tag, sizeof tag);
    if (r->program == NULL) kp_worker_program(program);
    kp_crew_order order = {
        .files = all->files,
        .count = all->open,
        .kit = {.program = r->program == NULL ? program : r->program,
                .extension = extension,
                .language = tag,
                .megabytes = 4096},
        .language = r->report->language,
        .workers = r->workers,
        .seconds = r->seconds,
    };
    kp_crew *crew = kp_crew_begin(&order);
    kp_crew_state state = crew == NULL ? KP_CREW_IDLE : work(r, all, crew);
    kp_crew_end(crew);
    if (state == KP_CREW_BUSY) return KP_RECEPTION_STOPPED;
    if (state == KP_CREW_DONE) return KP_RECEPTION_DONE;
    return fail_state(r, state);
}

/* ------------------------------------------------------------------------------------ the list */

/* Where the list goes: beside the results, with the time in its name. */
static void name_list(kp_reception *r, const char *output, kp_buffer *job) {
    char stamp[96];
    kp_moment now = kp_local_now();
    snprintf(stamp, sizeof stamp, "%04d%02d%02d-%02d%02d%02d", now.year, now.month, now.day,
             now.hour, now.minute, now.second);
    snprintf(r->list, KP_PATH, "%.*s/受付一覧-%s.ods", KP_PATH - 120, output, stamp);
    char csv[KP_PATH];
    snprintf(csv, sizeof csv, "%.*s/受付一覧-%s.csv", KP_PATH - 120, output, stamp);
    kp_put_line(job, "ods", r->list, NULL);
    kp_put_line(job, "csv", csv, NULL);
}

static void make_list(kp_reception *r, pile *all, const char *output) {
    char folder[KP_PATH];
    char path[KP_PATH + 16];
    kp_buffer lines = {0};
    kp_job job = {NULL, 0};
    if (kp_work_begin(NULL, folder) != KP_FAULT_NONE) return;
    snprintf(path, sizeof path, "%s/job", folder);
    kp_put_line(&lines, "work", folder, NULL);
    name_list(r, output, &lines);
    qsort(all->files, all->count, sizeof *all->files, by_path);
    for (size_t i = 0; i < all->count; i++)
        kp_put_line(&lines, "result", all->files[i].result, NULL);
    kp_fault error =
        lines.failed ? KP_FAULT_MEMORY : kp_place_text(lines.text, lines.used, path, true);
    if (error == KP_FAULT_NONE && kp_job_read(&job, path))
        kp_intake_summary(r->context, &job, r->report);
    else
        kp_tell_failure(r->report, KP_UNWRITABLE, folder, kp_place_error(error));
    kp_job_end(&job);
    kp_buffer_end(&lines);
    kp_work_end(folder);
}

static kp_fault lay_folder(const char *path) {
    kp_fault fault = kp_folder_make(path);
    return fault == KP_FAULT_EXISTS ? KP_FAULT_NONE : fault;
}

/* The folders in which a result lies below the first `root` bytes of its path. */
static kp_fault lay_folders(const char *result, size_t root) {
    char path[KP_PATH];
    for (const char *c = result + root; (c = strchr(c, '/')) != NULL; c++) {
        int length = snprintf(path, sizeof path, "%.*s", (int)(c - result), result);
        if (length < 0 || (size_t)length >= sizeof path) return KP_FAULT_NAME;
        kp_fault fault = lay_folder(path);
        if (fault != KP_FAULT_NONE) return fault;
    }
    return KP_FAULT_NONE;
}

/* Makes the folder of results. */
static kp_fault lay_results(const char *output, const char *results) {
    kp_fault fault = lay_folder(output);
    if (fault == KP_FAULT_NONE) fault = lay_folder(results);
    return fault == KP_FAULT_NONE ? kp_folder_open_to_us(results) : fault;
}

static kp_reception_end check_all(kp_reception *r, pile *all, const char *output,
                                  const char *extension) {
    refuse_names(all, r->report->language);
    r->done = all->count - all->open;
    kp_reception_end end = all->open == 0 ? KP_RECEPTION_DONE : run_crew(r, all, extension);
    if (end != KP_RECEPTION_DONE) return end;
    if (!r->watch(r->data, &(kp_reception_progress){r->done, all->count, "", 0}))
        return KP_RECEPTION_STOPPED;
    make_list(r, all, output);
    return end;
}

static kp_reception_end check_open(kp_reception *r, pile *all, const char *output) {
    char *library = kp_library_path();
    char *extension = kp_library_folder();
    kp_reception_end end = KP_RECEPTION_FAILED;
    if (library == NULL || extension == NULL)
        fail_state(r, KP_CREW_IDLE);
    else if (!sort_open(all, kp_entry_look(library).modified))
        fail(r, KP_UNWRITABLE, KP_FAULT_MEMORY);
    else
        end = check_all(r, all, output, extension);
    free(extension);
    free(library);
    return end;
}

static kp_reception_end receive(kp_reception *r, pile *all, const char *output,
                                const char *results) {
    search s = {all, r->folder, results, strlen(r->folder) + 1, 0};
    kp_fault fault = is_plain(r->folder) ? find_files(&s) : KP_FAULT_DISK;
    if (fault != KP_FAULT_NONE) return fail(r, KP_UNREADABLE, fault);
    if (all->count == 0) return KP_RECEPTION_EMPTY;
    qsort(all->files, all->count, sizeof *all->files, by_path);
    fault = lay_results(output, results);
    for (size_t i = 0; fault == KP_FAULT_NONE && i < all->count; i++)
        fault = lay_folders(all->files[i].result, strlen(results) + 1);
    return fault == KP_FAULT_NONE ? check_open(r, all, output) : fail(r, KP_UNWRITABLE, fault);
}

kp_reception_end kp_receive(kp_reception *r) {
    pile all = {NULL, 0, 0};
    char *output = join(r->folder, OUTPUT, "");
    char *results = join(r->folder, OUTPUT, "/results");
    kp_reception_end end = output == NULL || results == NULL
                               ? fail(r, KP_UNWRITABLE, KP_FAULT_MEMORY)
                               : receive(r, &all, output, results);
    end_pile(&all);
    free(results);
    free(output);
    return end;
}
