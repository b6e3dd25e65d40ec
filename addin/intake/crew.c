/* SPDX-License-Identifier: MPL-2.0
 *
 * crew.c: who does which file, and what becomes of a worker that fails at one.
 */
#include "intake/crew.h"

#include <stdio.h>
#include <stdlib.h>

#include "intake/finding.h"
#include "system/lines.h"
#include "system/path.h"
#include "system/place.h"
#include "system/work.h"

/* Three offices, each started twice, as a new profile makes it ask for that. */
enum { MOST_WORKERS = 8, MOST_A_BATCH = 100, MOST_STARTS = 6, SECONDS = 120, PATIENCE = 60 };

/* A place for one worker, and its batch: the files from `at` up to `end`. */
typedef struct seat {
    kp_worker worker;
    size_t number, at, end;
    size_t starts;   /**< in a row, without having come as far as its job */
    size_t deaths;   /**< of workers at the file `at` */
    long long since; /**< when its last file was done, in milliseconds */
} seat;

struct kp_crew {
    kp_crew_order order;
    char folder[KP_PATH];
    kp_lock hold; /**< on the folder, so that it is swept away if this office is killed */
    seat seats[MOST_WORKERS];
    size_t next, batch, done; /**< files given out; a batch; files with a result */
    long long begun;
    kp_crew_state state;
};

static bool exists(const char *path) {
    return kp_entry_look(path).kind != KP_ENTRY_NONE;
}

/* ---------------------------------------------------------------------------------- its work */

/* Where a worker says that it has come as far as its job: what fails before is no file's fault. */
static void put_sign(const seat *s, kp_buffer *path) {
    kp_putf(path, "%s/begun", s->worker.folder);
}

static void remove_sign(const seat *s) {
    kp_buffer path = {0};
    put_sign(s, &path);
    kp_file_drop(kp_buffer_text(&path));
    kp_buffer_end(&path);
}

static bool has_begun(const seat *s) {
    kp_buffer path = {0};
    put_sign(s, &path);
    bool begun = exists(kp_buffer_text(&path));
    kp_buffer_end(&path);
    return begun;
}

static void put_file(kp_buffer *job, const kp_crew_file *file) {
    kp_put_line(job, "file", file->path, NULL);
    kp_put_line(job, "name", file->name, NULL);
    kp_put_line(job, "result", file->result, NULL);
}

/* Something in the folder of the worker. */
static void put_place(kp_buffer *job, const seat *s, const char *name, const char *part) {
    char path[KP_PATH];
    if (kp_path_in(s->worker.folder, part, path)) kp_put_line(job, name, path, NULL);
}

static bool write_job(const kp_crew *crew, const seat *s, const char *path) {
    kp_buffer job = {0};
    for (size_t i = s->at; i < s->end; i++)
        put_file(&job, &crew->order.files[i]);
    put_place(&job, s, "work", "temp");
    put_place(&job, s, "report", "report");
    put_place(&job, s, "begun", "begun");
    bool written = !job.failed && kp_place_text(job.text, job.used, path, true) == KP_FAULT_NONE;
    kp_buffer_end(&job);
    return written;
}

/* A start that fails is seen as a worker that ended before its job. The processor time is twice
 * that of all files, as an office works with more than one thread. */
static void start(kp_crew *crew, seat *s, bool fresh) {
    kp_buffer job = {0};
    long seconds = crew->order.seconds * (long)(s->end - s->at + 1) * 2;
    s->starts++;
    s->since = kp_clock();
    if (fresh && !kp_worker_lay(&s->worker, &crew->order.kit, s->number)) return;
    remove_sign(s);
    kp_putf(&job, "%s/job", s->worker.folder);
    if (write_job(crew, s, kp_buffer_text(&job)))
        kp_worker_start(&s->worker, &crew->order.kit, kp_buffer_text(&job), seconds);
    kp_buffer_end(&job);
}

/* --------------------------------------------------------------------------------- its losses */

/* The row of a file on which a worker was lost, in the words of bin/kenpo-intake. */
static kp_fault write_loss(const kp_crew *crew, const kp_crew_file *file, bool slow) {
    kp_language language = crew->order.language;
    char words[200];
    if (!slow)
        return kp_found_only(
            file->name, language, kp_t("異常終了", "ended unexpectedly"),
            kp_wording(kp_t("処理が異常終了しました(メモリーの上限、または壊れたファイル)。",
                            "The worker ended unexpectedly (memory limit, or a damaged file)."),
                       language),
            file->result);
    snprintf(words, sizeof words,
             kp_wording(kp_t("制限時間(%ld秒)内に終わらなかったため打ち切りました。",
                             "It was not done within the time limit (%ld seconds)."),
                        language),
             crew->order.seconds);
    return kp_found_only(file->name, language, kp_t("時間切れ", "time limit"), words, file->result);
}

static void give_up_file(kp_crew *crew, seat *s, bool slow) {
    if (write_loss(crew, &crew->order.files[s->at], slow) != KP_FAULT_NONE) {
        crew->state = KP_CREW_UNWRITABLE;
        return;
    }
    s->at++;
    s->deaths = 0;
    crew->done++;
}

/* The worker was lost: before it came to any file, because no office starts; or on a file, which is
 * to blame where it was too slow, or where a second worker died of it. */
static void replace(kp_crew *crew, seat *s, bool slow) {
    if (has_begun(s)) {
        s->starts = 0;
        s->deaths++;
        if (slow || s->deaths > 1) give_up_file(crew, s, slow);
    }
    if (s->at < s->end && crew->state == KP_CREW_BUSY) start(crew, s, true);
}

/* ---------------------------------------------------------------------------------- the round */

static void count_results(kp_crew *crew, seat *s) {
    while (s->at < s->end && exists(crew->order.files[s->at].result)) {
        s->at++;
        crew->done++;
        s->starts = 0;
        s->deaths = 0;
        s->since = kp_clock();
    }
}

static void give_work(kp_crew *crew, seat *s) {
    size_t left = crew->order.count - crew->next;
    if (left == 0) return;
    s->at = crew->next;
    s->end = s->at + (left < crew->batch ? left : crew->batch);
    crew->next = s->end;
    s->starts = 0;
    start(crew, s, s->worker.folder[0] == '\0');
}

/* One that does not come to its job in time is an office that cannot load the add-in. */
static bool is_slow(const kp_crew *crew, const seat *s) {
    long seconds = crew->order.seconds;
    if (seconds > PATIENCE && !has_begun(s)) seconds = PATIENCE;
    return kp_clock() - s->since > seconds * 1000;
}

/* Of no use are offices that end before their job again and again, or never come to it. */
static bool is_useless(const seat *s, bool slow) {
    return (slow || s->starts >= MOST_STARTS) && !has_begun(s);
}

static void look_after(kp_crew *crew, seat *s) {
    kp_worker_state state = kp_worker_look(&s->worker); /* before the results: they are all there */
    count_results(crew, s);
    bool slow = state == KP_WORKER_BUSY && is_slow(crew, s);
    if (state == KP_WORKER_BUSY && !slow) return;
    kp_worker_kill(&s->worker);
    if (s->at == s->end)
        give_work(crew, s);
    else if (is_useless(s, slow))
        crew->state = KP_CREW_IDLE;
    else if (state == KP_WORKER_AGAIN && !has_begun(s)) /* later it is how an office crashes */
        start(crew, s, false);
    else
        replace(crew, s, slow);
}

kp_crew_state kp_crew_step(kp_crew *crew) {
    for (size_t i = 0; i < crew->order.workers && crew->state == KP_CREW_BUSY; i++)
        look_after(crew, &crew->seats[i]);
    if (crew->state == KP_CREW_BUSY && crew->done == crew->order.count) crew->state = KP_CREW_DONE;
    return crew->state;
}

kp_crew_progress kp_crew_look(const kp_crew *crew) {
    kp_crew_progress progress = {crew->done, NULL, -1};
    for (size_t i = 0; i < crew->order.workers && progress.at == NULL; i++)
        if (crew->seats[i].at < crew->seats[i].end)
            progress.at = crew->order.files[crew->seats[i].at].name;
    if (crew->done > 0)
        progress.seconds_left =
            (long)((kp_clock() - crew->begun) * (long long)(crew->order.count - crew->done) /
                   (long long)crew->done / 1000);
    return progress;
}

/* Batches small enough to keep all workers busy, large enough to start few offices. */
static void plan(kp_crew *crew) {
    kp_crew_order *order = &crew->order;
    size_t cores = kp_cores();
    if (order->workers == 0) order->workers = cores > 1 ? cores - 1 : 1;
    if (order->workers > MOST_WORKERS) order->workers = MOST_WORKERS;
    if (order->seconds == 0) order->seconds = SECONDS;
    crew->batch = order->count / (order->workers * 4) + 1;
    if (crew->batch > MOST_A_BATCH) crew->batch = MOST_A_BATCH;
}

static void end_folder(kp_crew *crew) {
    kp_lock_drop(crew->hold);
    kp_work_end(crew->folder);
}

kp_crew *kp_crew_begin(const kp_crew_order *order) {
    kp_crew *crew = calloc(1, sizeof *crew);
    if (crew == NULL) return NULL;
    crew->order = *order;
    crew->order.kit.folder = crew->folder;
    crew->begun = kp_clock();
    plan(crew);
    for (size_t i = 0; i < MOST_WORKERS; i++)
        crew->seats[i].number = i;
    bool made = kp_work_begin(NULL, crew->folder) == KP_FAULT_NONE;
    if (made) kp_work_sweep(crew->folder);
    crew->hold = made ? kp_work_hold(crew->folder) : KP_NO_LOCK;
    if (made && kp_worker_kit_lay(&crew->order.kit)) return crew;
    if (made) end_folder(crew);
    free(crew);
    return NULL;
}

void kp_crew_end(kp_crew *crew) {
    if (crew == NULL) return;
    for (size_t i = 0; i < crew->order.workers; i++)
        kp_worker_kill(&crew->seats[i].worker);
    end_folder(crew);
    free(crew);
}
