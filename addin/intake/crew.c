/* SPDX-License-Identifier: MPL-2.0
 *
 * crew.c: who does which file, and what becomes of a worker that fails at one. Workers put their
 * results into their own folders; only the crew writes where results are kept.
 */
#include "intake/crew.h"

#include <stdlib.h>
#include <string.h>

#include "intake/result.h"
#include "system/lines.h"
#include "system/path.h"
#include "system/place.h"
#include "system/work.h"

/* Three offices, each started twice, as a new profile makes it ask for that. */
enum { MOST_OF_ITSELF = 8, MOST_A_BATCH = 100, MOST_STARTS = 6, SECONDS = 120, PATIENCE = 60 };
enum { FIRST_NUMBER = 100001 }; /* of a file in the stage: all as long as each other */

/* Of a copy, and of the same on paper. */
static const char *const ENDINGS[] = {"ods", "pdf"};

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
    seat *seats;
    size_t next, batch, done; /**< files given out; a batch; files with a result */
    long long begun;
    kp_crew_state state;
    kp_fault fault; /**< why a result cannot be written */
};

static bool exists(const char *path) {
    return kp_entry_look(path).kind != KP_ENTRY_NONE;
}

/* ------------------------------------------------------------------------------------ results */

static void count_result(kp_crew *crew, const kp_received *file, size_t wrong) {
    crew->done++;
    if (crew->order.told != NULL) crew->order.told(crew->order.data, file->name, wrong);
}

static void check_stored(kp_crew *crew, const kp_received *file, kp_fault fault, size_t wrong) {
    if (fault == KP_FAULT_NONE) {
        count_result(crew, file, wrong);
        return;
    }
    crew->state = KP_CREW_UNWRITABLE;
    crew->fault = fault;
}

/* Takes a result over from where a worker left it; false where there is none that is whole. */
static bool take_result(kp_crew *crew, const kp_received *file, const char *path,
                        const kp_buffer *more) {
    enum { MOST = 64 << 20 };
    size_t wrong = 0;
    if (!exists(path)) return false;
    kp_fault fault = more->failed
                         ? KP_FAULT_MEMORY
                         : kp_result_store(&crew->order.bond, kp_place_read(path, MOST), file->name,
                                           kp_buffer_text(more), file->result, &wrong);
    kp_file_drop(path);
    if (fault == KP_FAULT_MISSING) return false;
    check_stored(crew, file, fault, wrong);
    return fault == KP_FAULT_NONE;
}

/* The row of a file at which a worker was lost. */
static void write_loss(kp_crew *crew, const kp_received *file, bool slow) {
    static const kp_text SLOW = {"制限時間(%ld秒)内に終わらなかったため打ち切りました。",
                                 "It was not done within the time limit (%ld seconds)."};
    static const kp_text DIED = {
        "処理が異常終了しました(メモリーの上限、または壊れたファイル)。",
        "The worker ended unexpectedly (memory limit, or a damaged file)."};
    kp_buffer words = {0};
    if (slow)
        kp_putf(&words, kp_wording(SLOW, crew->order.language), crew->order.seconds);
    else
        kp_put(&words, kp_wording(DIED, crew->order.language));
    kp_fault fault =
        kp_result_only(&crew->order.bond, file->name, file->sum,
                       slow ? KP_FOUND_SLOW : KP_FOUND_DIED, kp_buffer_text(&words), file->result);
    check_stored(crew, file, fault, 1);
    kp_buffer_end(&words);
}

/* ---------------------------------------------------------------------------------- a worker */

/* Something in the worker's folder; "" where its path would be too long. */
static const char *place_in(const seat *s, const char *part, char path[KP_PATH]) {
    return kp_path_in(s->worker.folder, part, path) ? path : "";
}

/* Where the worker puts the result of a file, or its copy. */
static const char *made_in(const seat *s, size_t file, const char *ending, char path[KP_PATH]) {
    char part[40];
    snprintf(part, sizeof part, "%zu.%s", file, ending);
    return place_in(s, part, path);
}

/* A worker says that it has come as far as its job: what fails before is no file's fault. */
static bool has_begun(const seat *s) {
    char path[KP_PATH];
    return exists(place_in(s, "begun", path));
}

/* A file, where its result goes, and what a copy is to say of it. */
static void put_file(const kp_crew *crew, const seat *s, size_t index, kp_buffer *job) {
    char path[KP_PATH];
    const kp_received *file = &crew->order.files[index];
    bool copied = file->copy != NULL;
    kp_put_line(job, "file", file->path, NULL);
    kp_put_line(job, "result", made_in(s, index, "result", path), NULL);
    kp_put_line(job, "copy", copied ? made_in(s, index, ENDINGS[0], path) : "", NULL);
    kp_put_line(job, "print",
                copied && crew->order.printed ? made_in(s, index, ENDINGS[1], path) : "", NULL);
    kp_put_line(job, "name", file->name, NULL);
    kp_putf(job, "receipt\t%zu\n", file->receipt);
}

static bool write_job(const kp_crew *crew, const seat *s) {
    char path[KP_PATH];
    kp_buffer job = {0};
    for (size_t i = s->at; i < s->end; i++)
        put_file(crew, s, i, &job);
    if (crew->order.any) kp_put_line(&job, "any", "yes", NULL);
    kp_put_line(&job, "work", place_in(s, "temp", path), NULL);
    kp_put_line(&job, "report", place_in(s, "report", path), NULL);
    kp_put_line(&job, "begun", place_in(s, "begun", path), NULL);
    kp_file_drop(path);
    kp_fault fault = job.failed ? KP_FAULT_MEMORY
                                : kp_place_text(job.text, job.used, place_in(s, "job", path), true);
    kp_buffer_end(&job);
    return fault == KP_FAULT_NONE;
}

/* A start that fails is seen as a worker that ended before its job. The processor time is twice
 * that of all files, as an office works with more than one thread. */
static void start(kp_crew *crew, seat *s, bool fresh) {
    char job[KP_PATH];
    long seconds = crew->order.seconds * (long)(s->end - s->at + 1) * 2;
    s->starts++;
    s->since = kp_clock();
    if (fresh && !kp_worker_lay(&s->worker, &crew->order.kit, s->number)) return;
    if (write_job(crew, s))
        kp_worker_start(&s->worker, &crew->order.kit, place_in(s, "job", job), seconds);
}

static void give_up_file(kp_crew *crew, seat *s, bool slow) {
    write_loss(crew, &crew->order.files[s->at], slow);
    if (crew->state != KP_CREW_BUSY) return;
    s->at++;
    s->deaths = 0;
}

/* An office that cannot even start within the limit that the user set costs its file's row. */
static void give_up_start(kp_crew *crew, seat *s) {
    give_up_file(crew, s, false);
    s->starts = 0;
    if (s->at < s->end && crew->state == KP_CREW_BUSY) start(crew, s, true);
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

/* Puts a copy under the first name that nobody has, as what lies there may be another's. */
static kp_fault place_copy(const char *from, const char *stem, const char *ending,
                           char path[KP_PATH]) {
    kp_fault fault = KP_FAULT_EXISTS;
    for (int i = 1; i < 1000 && fault == KP_FAULT_EXISTS; i++) {
        int length = i == 1 ? snprintf(path, KP_PATH, "%s.%s", stem, ending)
                            : snprintf(path, KP_PATH, "%s (%d).%s", stem, i, ending);
        fault = length < KP_PATH ? kp_place_file(from, path) : KP_FAULT_NAME;
    }
    return fault;
}

/* Takes a copy over, and writes lines about it. */
static void take_copy(kp_crew *crew, const seat *s, int which, kp_buffer *more) {
    static const kp_fact NAMES[] = {KP_FACT_COPY, KP_FACT_PRINT};
    static const kp_fact SUMS[] = {KP_FACT_COPY_SUM, KP_FACT_PRINT_SUM};
    char from[KP_PATH];
    char path[KP_PATH];
    char sum[KP_SHA256_TEXT];
    if (!exists(made_in(s, s->at, ENDINGS[which], from))) {
        kp_result_fact(more, NAMES[which], KP_RESULT_NO_COPY);
        return;
    }
    kp_fault fault = place_copy(from, crew->order.files[s->at].copy, ENDINGS[which], path);
    kp_sha256_file(from, sum);
    kp_file_drop(from);
    kp_result_fact(more, NAMES[which], kp_path_name(path));
    kp_result_fact(more, SUMS[which], sum);
    if (fault == KP_FAULT_NONE) return;
    crew->state = KP_CREW_UNWRITABLE;
    crew->fault = fault;
}

static bool take_next(kp_crew *crew, const seat *s) {
    char path[KP_PATH];
    kp_auto_buffer more = {0};
    if (s->at == s->end || !exists(made_in(s, s->at, "result", path))) return false;
    if (crew->order.files[s->at].copy != NULL) {
        take_copy(crew, s, 0, &more);
        if (crew->order.printed && crew->state == KP_CREW_BUSY) take_copy(crew, s, 1, &more);
    }
    return crew->state == KP_CREW_BUSY && take_result(crew, &crew->order.files[s->at], path, &more);
}

static void count_results(kp_crew *crew, seat *s) {
    while (take_next(crew, s)) {
        s->at++;
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
    if (seconds > crew->order.patience && !has_begun(s)) seconds = crew->order.patience;
    return kp_clock() - s->since > seconds * 1000;
}

/* Of no use are offices that end before their job again and again, or never come to it. */
static bool is_useless(const seat *s, bool slow) {
    return (slow || s->starts >= MOST_STARTS) && !has_begun(s);
}

static void look_after(kp_crew *crew, seat *s) {
    kp_worker_state state = kp_worker_look(&s->worker); /* before the results: they are all there */
    count_results(crew, s);
    if (crew->state != KP_CREW_BUSY) return;
    bool slow = state == KP_WORKER_BUSY && is_slow(crew, s);
    if (state == KP_WORKER_BUSY && !slow) return;
    kp_worker_kill(&s->worker);
    if (s->at == s->end)
        give_work(crew, s);
    else if (is_useless(s, slow) && crew->order.limited && !slow)
        give_up_start(crew, s);
    else if (is_useless(s, slow))
        crew->state = KP_CREW_IDLE;
    else if (state == KP_WORKER_AGAIN && !has_begun(s)) /* later it is how an office crashes */
        start(crew, s, false);
    else
        replace(crew, s, slow);
}

/* ----------------------------------------------------------------------------- other machines */

static bool stage_file(const kp_crew *crew, size_t index) {
    char part[40];
    char path[KP_PATH];
    const char *source = crew->order.files[index].path;
    const char *point = strrchr(kp_path_name(source), '.');
    bool plain = point != NULL && strlen(point) < 16 &&
                 point[1 + strspn(point + 1, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                             "0123456789")] == '\0';
    snprintf(part, sizeof part, "%zu%s", index + FIRST_NUMBER, plain ? point : "");
    return kp_path_in(crew->order.stage, part, path) &&
           (kp_file_link(source, path) == KP_FAULT_NONE ||
            kp_place_file(source, path) == KP_FAULT_NONE);
}

/* A file that cannot be staged has no result at the end. */
static bool lay_stage(const kp_crew *crew) {
    char list[KP_PATH];
    for (size_t i = 0; i < crew->order.count; i++)
        stage_file(crew, i);
    return kp_path_in(crew->order.stage, "list", list) &&
           kp_place_text("", 0, list, true) == KP_FAULT_NONE;
}

/* "100001.ods.result", or whatever else lies there. */
static kp_fault take_returned(void *data, const char *name) {
    kp_crew *crew = data;
    char folder[KP_PATH];
    char path[KP_PATH];
    unsigned long number = strtoul(name, NULL, 10);
    size_t length = strlen(name);
    if (number < FIRST_NUMBER || number - FIRST_NUMBER >= crew->order.count || length < 7 ||
        strcmp(name + length - 7, ".result") != 0)
        return KP_FAULT_NONE;
    if (kp_path_in(crew->order.stage, "kenpo-results", folder) && kp_path_in(folder, name, path))
        take_result(crew, &crew->order.files[number - FIRST_NUMBER], path, &(kp_buffer){0});
    return crew->fault;
}

static void step_stage(kp_crew *crew) {
    char path[KP_PATH];
    kp_entry finished = {KP_ENTRY_NONE, 0, 0, false};
    if (kp_path_in(crew->order.stage, "finished", path)) finished = kp_entry_look(path);
    if (kp_path_in(crew->order.stage, "kenpo-results", path))
        kp_folder_list(path, take_returned, crew);
    if (crew->state == KP_CREW_BUSY && finished.kind != KP_ENTRY_NONE)
        crew->state =
            finished.size == 0 || crew->done == crew->order.count ? KP_CREW_DONE : KP_CREW_IDLE;
}

/* ------------------------------------------------------------------------------------- whole */

kp_crew_state kp_crew_step(kp_crew *crew) {
    if (crew->order.stage != NULL)
        step_stage(crew);
    else
        for (size_t i = 0; i < crew->order.workers && crew->state == KP_CREW_BUSY; i++)
            look_after(crew, &crew->seats[i]);
    if (crew->state == KP_CREW_BUSY && crew->done == crew->order.count) crew->state = KP_CREW_DONE;
    return crew->state;
}

kp_crew_progress kp_crew_look(const kp_crew *crew) {
    kp_crew_progress progress = {crew->done, NULL, -1, crew->fault};
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
    if (order->workers == 0) {
        order->workers = cores > 1 ? cores - 1 : 1;
        if (order->workers > MOST_OF_ITSELF) order->workers = MOST_OF_ITSELF;
    }
    if (order->workers > order->count) order->workers = order->count;
    if (order->seconds == 0) order->seconds = SECONDS;
    if (order->patience == 0) order->patience = PATIENCE;
    crew->batch = order->count / (order->workers * 4) + 1;
    if (crew->batch > MOST_A_BATCH) crew->batch = MOST_A_BATCH;
}

static bool lay(kp_crew *crew) {
    crew->seats = calloc(crew->order.workers + 1, sizeof *crew->seats);
    for (size_t i = 0; crew->seats != NULL && i < crew->order.workers; i++)
        crew->seats[i].number = i;
    if (crew->seats == NULL || kp_work_begin(NULL, crew->folder) != KP_FAULT_NONE) return false;
    kp_work_sweep(crew->folder);
    crew->hold = kp_work_hold(crew->folder);
    return crew->order.stage != NULL ? lay_stage(crew) : kp_worker_kit_lay(&crew->order.kit);
}

kp_crew *kp_crew_begin(const kp_crew_order *order) {
    kp_crew *crew = calloc(1, sizeof *crew);
    if (crew == NULL) return NULL;
    crew->order = *order;
    crew->order.kit.folder = crew->folder;
    crew->hold = KP_NO_LOCK;
    crew->begun = kp_clock();
    plan(crew);
    if (lay(crew)) return crew;
    kp_crew_end(crew);
    return NULL;
}

void kp_crew_end(kp_crew *crew) {
    if (crew == NULL) return;
    for (size_t i = 0; crew->seats != NULL && i < crew->order.workers; i++)
        kp_worker_kill(&crew->seats[i].worker);
    kp_lock_drop(crew->hold);
    if (crew->folder[0] != '\0') kp_work_end(crew->folder);
    free(crew->seats);
    free(crew);
}
