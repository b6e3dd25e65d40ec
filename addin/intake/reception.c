/* SPDX-License-Identifier: MPL-2.0
 *
 * reception.c: 受付点検 of a folder: what is there, what is open, and the list at the end. No
 * submission is opened in this process.
 */
#include "intake/reception.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "intake/crew.h"
#include "intake/finding.h"
#include "intake/intake.h"
#include "uno/language.h"

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
static mode_t kind_of(const char *name, const char *path) {
    struct stat about;
    bool other = name[0] == '.' || strcmp(name, OUTPUT) == 0 || lstat(path, &about) != 0;
    return other ? 0 : about.st_mode & S_IFMT;
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

static int find_files(pile *all, const char *folder, size_t root, const char *results, int level);

/* An entry of a folder; the names of files begin behind the first `root` bytes of their paths. */
static int find_entry(pile *all, const char *folder, const char *entry, size_t root,
                      const char *results, int level) {
    char *path = join(folder, entry, "");
    mode_t kind = path == NULL ? 0 : kind_of(entry, path);
    int error = 0;
    if (kind == S_IFREG) return add_file(all, path, path + root, results) ? 0 : ENOMEM;
    if (kind == S_IFDIR) error = find_files(all, path, root, results, level + 1);
    free(path);
    return error;
}

static int find_files(pile *all, const char *folder, size_t root, const char *results, int level) {
    int error = 0;
    DIR *list = opendir(folder);
    if (list == NULL) return errno;
    if (level > MOST_LEVELS) error = ELOOP;
    for (struct dirent *entry; error == 0 && (entry = readdir(list)) != NULL;)
        error = find_entry(all, folder, entry->d_name, root, results, level);
    closedir(list);
    return error;
}

static bool newer(const char *path, const struct stat *than) {
    struct stat about;
    if (stat(path, &about) != 0) return false;
    return about.st_mtim.tv_sec != than->st_mtim.tv_sec
               ? about.st_mtim.tv_sec > than->st_mtim.tv_sec
               : about.st_mtim.tv_nsec > than->st_mtim.tv_nsec;
}

/* A result counts while it is younger than its file and than the add-in that made it. */
static bool is_open(const kp_crew_file *file, const char *library) {
    struct stat about;
    return is_plain(file->path) &&
           (stat(file->result, &about) != 0 || newer(file->path, &about) || newer(library, &about));
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
static bool sort_open(pile *all, const char *library) {
    kp_crew_file *sorted = calloc(all->count + 1, sizeof *sorted);
    size_t done = 0;
    if (sorted == NULL) return false;
    for (size_t i = 0; i < all->count; i++) {
        if (is_open(&all->files[i], library)) {
            remove(all->files[i].result);
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
    static const struct timespec MOMENT = {0, 30 * 1000 * 1000};
    for (;;) {
        kp_crew_state state = kp_crew_step(crew);
        kp_reception_progress progress = progress_of(all, crew);
        r->done = progress.done;
        if (state != KP_CREW_BUSY) return state;
        if (!r->watch(r->data, &progress)) return KP_CREW_BUSY;
        nanosleep(&MOMENT, NULL);
    }
}

static kp_reception_end fail(kp_reception *r, kp_outcome outcome, int error) {
    kp_tell_failure(r->report, outcome, r->folder, kp_place_error(error));
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
    char stamp[32];
    struct tm now;
    time_t seconds = time(NULL);
    localtime_r(&seconds, &now);
    strftime(stamp, sizeof stamp, "%Y%m%d-%H%M%S", &now);
    snprintf(r->list, KP_PATH, "%.*s/受付一覧-%s.ods", KP_PATH - 80, output, stamp);
    kp_putf(job, "ods\t%s\ncsv\t%s/受付一覧-%s.csv\n", r->list, output, stamp);
}

static void make_list(kp_reception *r, pile *all, const char *output) {
    char folder[KP_PATH];
    char path[KP_PATH + 16];
    kp_buffer lines = {0};
    kp_job job = {NULL, 0};
    if (!kp_work_begin(NULL, folder)) return;
    snprintf(path, sizeof path, "%s/job", folder);
    kp_putf(&lines, "work\t%s\n", folder);
    name_list(r, output, &lines);
    qsort(all->files, all->count, sizeof *all->files, by_path);
    for (size_t i = 0; i < all->count; i++)
        kp_putf(&lines, "result\t%s\n", all->files[i].result);
    int error = lines.failed ? ENOMEM : kp_place_text(lines.text, lines.used, path, true);
    if (error == 0 && kp_job_read(&job, path))
        kp_intake_summary(r->context, &job, r->report);
    else
        kp_tell_failure(r->report, KP_UNWRITABLE, folder, kp_place_error(error));
    kp_job_end(&job);
    kp_buffer_end(&lines);
    kp_work_end(folder);
}

/* The folders in which a result lies below the first `root` bytes of its path. */
static int lay_folders(const char *result, size_t root) {
    char path[KP_PATH];
    for (const char *c = result + root; (c = strchr(c, '/')) != NULL; c++) {
        int length = snprintf(path, sizeof path, "%.*s", (int)(c - result), result);
        if (length < 0 || (size_t)length >= sizeof path) return ENAMETOOLONG;
        if (mkdir(path, 0777) != 0 && errno != EEXIST) return errno;
    }
    return 0;
}

/* Makes the folder of results; 0 or the errno. */
static int lay_results(const char *output, const char *results) {
    if (mkdir(output, 0777) != 0 && errno != EEXIST) return errno;
    if (mkdir(results, 0777) != 0 && errno != EEXIST) return errno;
    return access(results, W_OK | X_OK) == 0 ? 0 : errno;
}

static kp_reception_end check_open(kp_reception *r, pile *all, const char *output) {
    char extension[KP_PATH];
    kp_buffer library = {0};
    if (!kp_place_extension(extension)) return fail_state(r, KP_CREW_IDLE);
    kp_putf(&library, "%s/kenpo-calc.so", extension);
    bool sorted = sort_open(all, kp_buffer_text(&library));
    kp_buffer_end(&library);
    if (!sorted) return fail(r, KP_UNWRITABLE, ENOMEM);
    refuse_names(all, r->report->language);
    r->done = all->count - all->open;
    kp_reception_end end = all->open == 0 ? KP_RECEPTION_DONE : run_crew(r, all, extension);
    if (end != KP_RECEPTION_DONE) return end;
    if (!r->watch(r->data, &(kp_reception_progress){r->done, all->count, "", 0}))
        return KP_RECEPTION_STOPPED;
    make_list(r, all, output);
    return end;
}

static kp_reception_end receive(kp_reception *r, pile *all, const char *output,
                                const char *results) {
    int error = is_plain(r->folder) ? find_files(all, r->folder, strlen(r->folder) + 1, results, 0)
                                    : EINVAL;
    if (error != 0) return fail(r, KP_UNREADABLE, error);
    if (all->count == 0) return KP_RECEPTION_EMPTY;
    qsort(all->files, all->count, sizeof *all->files, by_path);
    error = lay_results(output, results);
    for (size_t i = 0; error == 0 && i < all->count; i++)
        error = lay_folders(all->files[i].result, strlen(results) + 1);
    return error == 0 ? check_open(r, all, output) : fail(r, KP_UNWRITABLE, error);
}

kp_reception_end kp_receive(kp_reception *r) {
    pile all = {NULL, 0, 0};
    char *output = join(r->folder, OUTPUT, "");
    char *results = join(r->folder, OUTPUT, "/results");
    kp_reception_end end = output == NULL || results == NULL ? fail(r, KP_UNWRITABLE, ENOMEM)
                                                             : receive(r, &all, output, results);
    end_pile(&all);
    free(results);
    free(output);
    return end;
}
