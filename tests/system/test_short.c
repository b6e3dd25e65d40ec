/* SPDX-License-Identifier: MPL-2.0
 *
 * test_short.c: memory that runs short. Each piece of work below is done again and again, and each
 * time another request for memory fails (and, in a second round, all from that one on), until none
 * is left to fail. It must then tell, or be right; the sanitizers see to what is left behind. The
 * requests of the program are counted by the linker's --wrap (Makefile).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "intake/crew.h"
#include "intake/pile.h"
#include "intake/result.h"
#include "system/job.h"
#include "system/letters.h"
#include "system/lines.h"
#include "system/look.h"
#include "system/path.h"
#include "system/place.h"
#include "system/report.h"
#include "system/work.h"

/* ---------------------------------------------------------------------------------- failures */

static long asked, failing; /* requests so far; the number of the one that fails, 0: none */
static bool from_there_on;

static bool fails(void) {
    asked++;
    return failing != 0 && (asked == failing || (from_there_on && asked > failing));
}

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *memory, size_t size);

void *__wrap_malloc(size_t size) {
    return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size) {
    return fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *memory, size_t size) {
    return fails() ? NULL : __real_realloc(memory, size);
}

/* Some work: true where it was done rightly, false where it told that it was not. Anything else it
 * says by an assertion. */
typedef bool kp_work_done(void);

static void try_all(kp_work_done *work, long at_least) {
    for (int round = 0; round < 2; round++) {
        from_there_on = round == 1;
        failing = asked = 0;
        assert_true(work()); /* nothing fails */
        long requests = asked;
        assert_true(requests >= at_least);
        for (long i = 1; i <= requests; i++) {
            asked = 0;
            failing = i;
            bool done = work();
            long seen = asked;
            failing = 0;
            assert_true(seen >= i);
            assert_false(done); /* none of these can do without */
        }
    }
}

/* --------------------------------------------------------------------------------------- work */

static char base[KP_PATH];
static const kp_bond BOND = {"0.1.0 abc en", {1, 2, 3}};

static const char *in_base(const char *name) {
    static char path[KP_PATH];
    assert_true(kp_path_in(base, name, path));
    return path;
}

static bool write_lines(void) {
    kp_buffer out = {0};
    for (int i = 0; i < 40; i++)
        kp_put_line(&out, "name", "a\tb\n%", "another field", NULL);
    bool done = !out.failed;
    kp_buffer_end(&out);
    return done;
}

static bool read_job(void) {
    kp_job job;
    if (!kp_job_read(&job, in_base("job"))) {
        assert_null(job.text);
        return false;
    }
    assert_string_equal(kp_job_value(&job, "file", 1), "b\tc");
    kp_job_end(&job);
    return true;
}

static bool write_report(void) {
    kp_report report = {{0}, KP_ENGLISH, KP_DONE};
    kp_file_drop(in_base("report"));
    kp_tell_failure(&report, KP_UNWRITABLE, "/a", kp_t("", "words"));
    kp_report_write(&report, in_base("report"));
    char *text = NULL;
    long then = failing;
    long until = asked;
    failing = 0; /* only the writing may fail here */
    text = kp_place_read(in_base("report"), 1000);
    failing = then;
    asked = until;
    bool whole = text != NULL && strcmp(text, "error\t/a: words\nexit\t4\n") == 0;
    bool none = text == NULL;
    free(text);
    assert_true(whole || none); /* never a better outcome than there was */
    return whole;
}

static bool look_at_zip(void) {
    kp_look look = kp_file_look(in_base("zip"));
    assert_true(look.kind == KP_FILE_ZIP || look.kind == KP_FILE_BROKEN);
    return look.kind == KP_FILE_ZIP;
}

static bool copy_letters(void) {
    char *copy = kp_letters_copy("text", 4);
    bool done = copy != NULL;
    free(copy);
    return done;
}

static bool start_process(void) {
    const char *arguments[] = {"/bin/true", NULL};
    kp_process_order order = {arguments, base, 0, 0};
    kp_process process;
    if (!kp_process_start(&process, &order)) {
        assert_int_equal(process.id, 0);
        return false;
    }
    kp_process_kill(&process);
    return true;
}

static void write_result(kp_buffer *out) {
    size_t checks[3] = {0, 0, 0};
    kp_result_begin(out, "name");
    for (int i = 0; i < 20; i++)
        kp_result_finding(out, KP_WRONG, KP_FOUND_CHECK, "計算 B3", "words that take some room");
    kp_result_done(out, 1, checks);
    kp_result_end(out);
}

static bool write_and_read_result(void) {
    kp_buffer out = {0};
    kp_verdict verdict;
    write_result(&out);
    if (out.failed) {
        kp_buffer_end(&out);
        return false;
    }
    if (!kp_result_read(&verdict, out.text)) return false;
    assert_int_equal(verdict.count, 20);
    assert_true(verdict.whole);
    kp_result_free(&verdict);
    return true;
}

static bool store_result(void) {
    size_t wrong = 0;
    kp_buffer out = {0};
    write_result(&out);
    kp_file_drop(in_base("stored"));
    if (out.failed) {
        kp_buffer_end(&out);
        return false;
    }
    kp_fault fault = kp_result_store(&BOND, out.text, "another", "", in_base("stored"), &wrong);
    assert_true(fault == KP_FAULT_NONE || fault == KP_FAULT_MEMORY);
    assert_int_equal(kp_entry_look(in_base("stored")).kind,
                     fault == KP_FAULT_NONE ? KP_ENTRY_FILE : KP_ENTRY_NONE);
    if (fault == KP_FAULT_NONE) assert_int_equal(wrong, 20);
    return fault == KP_FAULT_NONE;
}

static bool write_only(void) {
    kp_file_drop(in_base("only"));
    kp_fault fault = kp_result_only(&BOND, "name", "5u3", KP_FOUND_SLOW, "words", in_base("only"));
    assert_true(fault == KP_FAULT_NONE || fault == KP_FAULT_MEMORY);
    assert_int_equal(kp_entry_look(in_base("only")).kind,
                     fault == KP_FAULT_NONE ? KP_ENTRY_FILE : KP_ENTRY_NONE);
    return fault == KP_FAULT_NONE;
}

/* A result that cannot be read for want of memory does not stand: its file is checked again. */
static bool believe_result(void) {
    return kp_result_stands(&BOND, in_base("kept"), "x", "5u3");
}

/* Files found, sorted, and refused where they must be: all of them, or memory is said to be short. */
static bool find_pile(void) {
    kp_pile pile = {0};
    char folder[KP_PATH], output[KP_PATH], results[KP_PATH];
    assert_true(kp_path_in(base, "pile", folder) && kp_path_in(folder, "out", output) &&
                kp_path_in(output, "results", results));
    kp_fault fault = kp_pile_find(&pile, folder, output, results);
    if (fault == KP_FAULT_NONE) {
        assert_int_equal(pile.count, 4);
        fault = kp_pile_sort(&pile, &BOND, &(kp_kept_wish){0}, KP_ENGLISH);
    }
    assert_true(fault == KP_FAULT_NONE || fault == KP_FAULT_MEMORY);
    if (fault == KP_FAULT_NONE) assert_int_equal(pile.open, 3);
    kp_pile_end(&pile);
    return fault == KP_FAULT_NONE;
}

/* A crew whose program ends at once: it says that it is of no use, and leaves nothing behind. */
static bool run_crew(void) {
    kp_received file = {.path = (char *)"/none", .name = "none", .result = NULL};
    char result[KP_PATH];
    strcpy(result, in_base("none.result"));
    file.result = result;
    kp_crew_order order = {.files = &file,
                           .count = 1,
                           .kit = {"/bin/false", base, "ja", NULL, 0},
                           .language = KP_ENGLISH,
                           .workers = 1};
    kp_crew *crew = kp_crew_begin(&order);
    if (crew == NULL) return false;
    kp_crew_state state;
    while ((state = kp_crew_step(crew)) == KP_CREW_BUSY)
        kp_pause(1);
    kp_crew_end(crew);
    assert_int_equal(state, KP_CREW_IDLE);
    assert_int_equal(kp_entry_look(result).kind, KP_ENTRY_NONE);
    return true;
}

#define SHORT(name, at_least)                                                                      \
    static void name##_short(void **s) {                                                           \
        (void)s;                                                                                   \
        try_all(name, at_least);                                                                   \
    }
SHORT(write_lines, 2)
SHORT(read_job, 2)
SHORT(write_report, 2)
SHORT(look_at_zip, 1)
SHORT(copy_letters, 1)
SHORT(start_process, 1)
SHORT(write_and_read_result, 20)
SHORT(store_result, 20)
SHORT(write_only, 1)
SHORT(believe_result, 1)
SHORT(find_pile, 15)

/* A worker that cannot be laid or started is one that failed, so the crew may go on to its end. */
static void a_crew_short(void **state) {
    (void)state;
    failing = asked = 0;
    assert_true(run_crew());
    long requests = asked;
    assert_true(requests > 10);
    for (long i = 1; i <= requests; i++) {
        asked = 0;
        failing = i;
        run_crew();
        failing = 0;
    }
}

static int make_base(void **state) {
    (void)state;
    static const char JOB[] = "file\ta\nfile\tb%09c\nname\tx\n";
    static const char ZIP[] = "PK\3\4PK\5\6\0\0\0\0\0\0\0\0\0\0\0\0\4\0\0\0\0\0";
    if (kp_work_begin(NULL, base) != KP_FAULT_NONE) return -1;
    kp_place_text(JOB, sizeof JOB - 1, in_base("job"), false);
    kp_place_text(ZIP, sizeof ZIP - 1, in_base("zip"), false);
    kp_place_text("@LANGUAGE@", 10, in_base("profile.xcu"), false);
    kp_folder_make(in_base("pile"));
    kp_folder_make(in_base("pile/out"));
    kp_folder_make(in_base("pile/out/results"));
    kp_folder_make(in_base("pile/sub"));
    kp_place_text("x", 1, in_base("pile/a.ods"), false);
    kp_place_text("x", 1, in_base("pile/sub/b.ods"), false);
    kp_place_text("x", 1, in_base("pile/c\td"), false);
    kp_place_text("x", 1, in_base("pile/c?d"), false);
    return kp_result_only(&BOND, "x", "5u3", KP_FOUND_DIED, "", in_base("kept"));
}

static int drop_base(void **state) {
    (void)state;
    kp_work_end(base);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(write_lines_short),
        cmocka_unit_test(read_job_short),
        cmocka_unit_test(write_report_short),
        cmocka_unit_test(look_at_zip_short),
        cmocka_unit_test(copy_letters_short),
        cmocka_unit_test(start_process_short),
        cmocka_unit_test(write_and_read_result_short),
        cmocka_unit_test(store_result_short),
        cmocka_unit_test(write_only_short),
        cmocka_unit_test(believe_result_short),
        cmocka_unit_test(find_pile_short),
        cmocka_unit_test(a_crew_short),
    };
    return cmocka_run_group_tests(tests, make_base, drop_base);
}
