/* SPDX-License-Identifier: MPL-2.0
 *
 * test_names.c: the system layer with names as people and adversaries give them: files, folders that
 * are swept, writers that are killed, processes and what becomes of them.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "system/letters.h"
#include "system/look.h"
#include "system/path.h"
#include "system/place.h"
#include "system/work.h"

static char base[KP_PATH];

static int make_base(void **state) {
    (void)state;
    return kp_work_begin(NULL, base) == KP_FAULT_NONE ? 0 : -1;
}

static int drop_base(void **state) {
    (void)state;
    kp_work_end(base);
    return kp_entry_look(base).kind == KP_ENTRY_NONE ? 0 : -1;
}

static const char *in_base(const char *name) {
    static char path[KP_PATH];
    assert_true(kp_path_in(base, name, path));
    return path;
}

static void holds(const char *path, const char *text) {
    char *read = kp_place_read(path, 1000);
    assert_non_null(read);
    assert_string_equal(read, text);
    free(read);
}

static kp_fault count_entry(void *data, const char *name) {
    (void)name;
    ++*(size_t *)data;
    return KP_FAULT_NONE;
}

static size_t entries(const char *folder) {
    size_t count = 0;
    assert_int_equal(kp_folder_list(folder, count_entry, &count), KP_FAULT_NONE);
    return count;
}

static const char *const NAMES[] = {
    "plain.ods",
    "予算書 令和8年度.ods",
    "𠮷野家健保.ods",
    "a\tb",
    "line\nend",
    "q'u\"o`te",
    "$(touch ran).",
    "; touch ran",
    "-rf",
    "%s%n%25.ods",
    " blank ",
    "=SUM(1,1)",
};
enum { NAME_COUNT = sizeof NAMES / sizeof *NAMES };

static void places_files_of_any_name(void **state) {
    (void)state;
    for (size_t i = 0; i < NAME_COUNT; i++) {
        const char *path = in_base(NAMES[i]);
        assert_int_equal(kp_place_text("one", 3, path, false), KP_FAULT_NONE);
        assert_int_equal(kp_place_text("two", 3, path, false), KP_FAULT_EXISTS);
        holds(path, "one");
        assert_int_equal(kp_place_text("three", 5, path, true), KP_FAULT_NONE);
        holds(path, "three");
        assert_int_equal(kp_entry_look(path).kind, KP_ENTRY_FILE);
        assert_int_equal(kp_entry_look(path).size, 5);
    }
    assert_int_equal(entries(base), NAME_COUNT);
    for (size_t i = 0; i < NAME_COUNT; i++)
        assert_int_equal(kp_file_drop(in_base(NAMES[i])), KP_FAULT_NONE);
    assert_int_equal(entries(base), 0);
}

static void copies_but_never_replaces(void **state) {
    (void)state;
    char source[KP_PATH];
    strcpy(source, in_base("source"));
    assert_int_equal(kp_place_text("text", 4, source, false), KP_FAULT_NONE);
    assert_int_equal(kp_place_file(source, in_base("𠮷")), KP_FAULT_NONE);
    holds(in_base("𠮷"), "text");
    assert_int_equal(kp_place_file(source, in_base("𠮷")), KP_FAULT_EXISTS);
    assert_int_equal(kp_file_rename(source, in_base("𠮷")), KP_FAULT_EXISTS);
    assert_int_equal(kp_file_rename(source, in_base("moved")), KP_FAULT_NONE);
    assert_int_equal(kp_place_file(source, in_base("other")), KP_FAULT_MISSING);
    assert_int_equal(entries(base), 2);
    kp_file_drop(in_base("𠮷"));
    kp_file_drop(in_base("moved"));
}

static void long_names_and_paths(void **state) {
    (void)state;
    char name[300];
    char deep[KP_PATH];
    memset(name, 'x', sizeof name);
    name[255] = '\0';
    assert_int_equal(kp_place_text("", 0, in_base(name), false), KP_FAULT_NONE);
    assert_int_equal(kp_place_text("1", 1, in_base(name), true), KP_FAULT_NONE);
    assert_int_equal(kp_file_drop(in_base(name)), KP_FAULT_NONE);
    name[255] = 'x';
    name[256] = '\0';
    assert_int_equal(kp_place_text("", 0, in_base(name), false), KP_FAULT_NAME);
    assert_int_equal(kp_place_text("", 0, in_base(name), true), KP_FAULT_NAME);
    assert_int_equal(entries(base), 0);
    strcpy(deep, base);
    for (int i = 0; i < 4; i++) { /* 400 characters, each of three bytes */
        strcat(deep, "/");
        for (int k = 0; k < 80; k++)
            strcat(deep, "健");
        assert_int_equal(kp_folder_make(deep), KP_FAULT_NONE);
        assert_int_equal(kp_folder_make(deep), KP_FAULT_EXISTS);
    }
    strcat(deep, "/𠮷.ods");
    assert_int_equal(kp_place_text("deep", 4, deep, false), KP_FAULT_NONE);
    holds(deep, "deep");
}

static void tells_what_is_wrong(void **state) {
    (void)state;
    assert_int_equal(kp_place_text("", 0, in_base("none/file"), false), KP_FAULT_MISSING);
    assert_int_equal(kp_folder_make(in_base("none/folder")), KP_FAULT_MISSING);
    assert_int_equal(kp_folder_list(in_base("none"), count_entry, NULL), KP_FAULT_MISSING);
    assert_int_equal(kp_folder_open_to_us(in_base("none")), KP_FAULT_MISSING);
    assert_null(kp_file_open(in_base("none")));
    assert_null(kp_place_read(in_base("none"), 10));
    assert_int_equal(kp_place_text("12345678901", 11, in_base("large"), false), KP_FAULT_NONE);
    assert_null(kp_place_read(in_base("large"), 10));
    assert_false(kp_file_runs(in_base("large")));
    assert_true(kp_file_runs("/bin/sh"));
    assert_true(*kp_place_error(KP_FAULT_FULL).ja != '\0');
    for (int i = KP_FAULT_EXISTS; i < KP_FAULT_DISK; i++)
        for (int k = i + 1; k <= KP_FAULT_DISK; k++)
            assert_string_not_equal(kp_place_error((kp_fault)i).en, kp_place_error((kp_fault)k).en);
}

/* Links are seen, not followed, and removed with their folder, not what they point at. */
static void leaves_alone_what_links_point_at(void **state) {
    (void)state;
    char kept[KP_PATH];
    strcpy(kept, in_base("kept"));
    kp_folder_make(kept);
    kp_place_text("kept", 4, in_base("kept/file"), false);
    kp_folder_make(in_base("gone"));
    assert_int_equal(kp_folder_alias(kept, in_base("gone/link")), KP_FAULT_NONE);
    assert_int_equal(kp_entry_look(in_base("gone/link")).kind, KP_ENTRY_LINK);
    assert_int_equal(mkfifo(in_base("gone/pipe"), 0600), 0);
    assert_int_equal(kp_entry_look(in_base("gone/pipe")).kind, KP_ENTRY_OTHER);
    assert_int_equal(kp_file_look(in_base("gone/pipe")).kind, KP_FILE_MISSING);
    kp_folder_drop(in_base("gone"));
    assert_int_equal(kp_entry_look(in_base("gone")).kind, KP_ENTRY_NONE);
    holds(in_base("kept/file"), "kept");
}

static void locks_and_sweeping(void **state) {
    (void)state;
    char held[KP_PATH], left[KP_PATH], never[KP_PATH];
    assert_int_equal(kp_work_begin(base, held), KP_FAULT_NONE);
    assert_int_equal(kp_work_begin(base, left), KP_FAULT_NONE);
    assert_int_equal(kp_work_begin(base, never), KP_FAULT_NONE);
    kp_lock lock = kp_work_hold(held);
    assert_true(lock != KP_NO_LOCK);
    assert_true(kp_work_hold(held) == KP_NO_LOCK);
    pid_t child = fork(); /* holds a folder and is killed */
    if (child == 0) {
        kp_work_hold(left);
        kill(getpid(), SIGKILL);
    }
    waitpid(child, NULL, 0);
    kp_work_sweep(never);
    assert_int_equal(kp_entry_look(held).kind, KP_ENTRY_FOLDER);
    assert_int_equal(kp_entry_look(left).kind, KP_ENTRY_NONE);
    assert_int_equal(kp_entry_look(never).kind, KP_ENTRY_FOLDER);
    kp_lock_drop(lock);
    kp_work_sweep(never);
    assert_int_equal(kp_entry_look(held).kind, KP_ENTRY_NONE);
    kp_work_end(never);
}

/* A process that is killed while it writes leaves nothing under the name, new or old. */
static void a_writer_that_is_killed(void **state) {
    (void)state;
    kp_place_text("old", 3, in_base("old"), false);
    size_t before = entries(base);
    for (int replace = 0; replace < 2; replace++) {
        pid_t child = fork();
        if (child == 0) {
            kp_arrival arrival;
            kp_arrival_begin(&arrival, in_base(replace ? "old" : "new"));
            kp_arrival_write(&arrival, "half", 4);
            kill(getpid(), SIGKILL);
        }
        waitpid(child, NULL, 0);
    }
    assert_int_equal(entries(base), before);
    holds(in_base("old"), "old");
}

static void time_goes_on(void **state) {
    (void)state;
    long long then = kp_clock();
    kp_pause(20);
    assert_true(kp_clock() >= then + 20);
    kp_moment now = kp_local_now();
    assert_true(now.year > 2020 && now.month >= 1 && now.month <= 12 && now.day >= 1);
    assert_true(kp_cores() >= 1);
}

/* ------------------------------------------------------------------------------- processes */

static kp_process start(const char *script, const char *argument, long megabytes, long seconds) {
    const char *arguments[] = {"/bin/sh", "-c", script, "sh", argument, NULL};
    kp_process_order order = {arguments, base, megabytes, seconds};
    kp_process process;
    assert_true(kp_process_start(&process, &order));
    return process;
}

static kp_process_state ended(kp_process *process, int *code) {
    kp_process_state state;
    while ((state = kp_process_look(process, code)) == KP_PROCESS_RUNS)
        kp_pause(5);
    assert_int_equal(process->id, 0);
    return state;
}

static void arguments_arrive_as_they_are(void **state) {
    (void)state;
    char script[KP_PATH + 64];
    int code = -1;
    snprintf(script, sizeof script, "printf %%s \"$1\" >'%s'; exit 7", in_base("said"));
    for (size_t i = 0; i < NAME_COUNT; i++) {
        kp_process process = start(script, NAMES[i], 0, 0);
        assert_int_equal(ended(&process, &code), KP_PROCESS_EXITED);
        assert_int_equal(code, 7);
        holds(in_base("said"), NAMES[i]);
    }
    assert_int_equal(kp_entry_look(in_base("ran")).kind, KP_ENTRY_NONE);
}

static void its_place_for_temporary_files(void **state) {
    (void)state;
    char script[KP_PATH + 64];
    int code = -1;
    setenv("TMPDIR", "/nowhere", 1);
    setenv("KENPO_OF_OURS", "kept", 1);
    snprintf(script, sizeof script, "printf %%s \"$TMPDIR $KENPO_OF_OURS\" >'%s'", in_base("said"));
    kp_process process = start(script, "", 0, 0);
    assert_int_equal(ended(&process, &code), KP_PROCESS_EXITED);
    char expected[KP_PATH + 8];
    snprintf(expected, sizeof expected, "%s kept", base);
    holds(in_base("said"), expected);
    unsetenv("TMPDIR");
    unsetenv("KENPO_OF_OURS");
}

static void ends_badly(void **state) {
    (void)state;
    int code = -1;
    const char *arguments[] = {"/no/such/program", NULL};
    kp_process_order order = {arguments, base, 0, 0};
    kp_process process;
    assert_true(kp_process_start(&process, &order));
    assert_int_equal(ended(&process, &code), KP_PROCESS_EXITED);
    assert_int_equal(code, 127);
    process = start("kill -SEGV $$", "", 0, 0);
    assert_int_equal(ended(&process, &code), KP_PROCESS_FELL);
    assert_int_equal(kp_process_look(&process, &code), KP_PROCESS_FELL);
}

static void limits_hold(void **state) {
    (void)state;
    int code = 0;
    kp_process process = start("while :; do :; done", "", 0, 1);
    assert_int_equal(ended(&process, &code), KP_PROCESS_FELL);
    process = start("x=$(head -c 300000000 /dev/zero | tr '\\0' x); exit 0", "", 100, 0);
    kp_process_state state_of_it = ended(&process, &code);
    assert_true(state_of_it == KP_PROCESS_FELL || code != 0);
}

static bool lives(long id) {
    char path[64], line[512] = "";
    snprintf(path, sizeof path, "/proc/%ld/stat", id);
    FILE *file = fopen(path, "r");
    if (file == NULL) return false;
    char *got = fgets(line, sizeof line, file);
    fclose(file);
    return got != NULL && strstr(line, ") Z ") == NULL;
}

/* The process ids that a script wrote, once they are there. */
static long id_in(const char *path) {
    char *text = NULL;
    for (int i = 0; i < 400 && (text = kp_place_read(path, 100)) == NULL; i++)
        kp_pause(5);
    assert_non_null(text);
    long id = strtol(text, NULL, 10);
    free(text);
    return id;
}

static void kills_what_it_started_too(void **state) {
    (void)state;
    char script[KP_PATH + 64];
    snprintf(script, sizeof script, "sleep 100 & echo $! >'%s'; wait", in_base("child"));
    kp_process process = start(script, "", 0, 0);
    long child = id_in(in_base("child"));
    assert_true(lives(child));
    kp_process_kill(&process);
    assert_int_equal(process.id, 0);
    for (int i = 0; i < 200 && lives(child); i++)
        kp_pause(5);
    assert_false(lives(child));
    kp_process_kill(&process); /* nothing */
}

static void dies_with_its_parent(void **state) {
    (void)state;
    char script[KP_PATH + 64];
    snprintf(script, sizeof script, "echo $$ >'%s'; exec sleep 100", in_base("orphan"));
    pid_t parent = fork();
    if (parent == 0) {
        start(script, "", 0, 0);
        for (;;)
            kp_pause(1000);
    }
    long orphan = id_in(in_base("orphan"));
    kill(parent, SIGKILL);
    waitpid(parent, NULL, 0);
    for (int i = 0; i < 200 && lives(orphan); i++)
        kp_pause(5);
    assert_false(lives(orphan));
}

/* ------------------------------------------------------------------------------- texts, looks */

static void letters(void **state) {
    (void)state;
    char *copy = kp_letters_copy("予算書", 3);
    assert_string_equal(copy, "予");
    free(copy);
    copy = kp_letters_copy(NULL, 0);
    assert_string_equal(copy, "");
    free(copy);
    assert_true(kp_letters_same(".ODS", ".ods"));
    assert_false(kp_letters_same(".ods", ".od"));
    assert_false(kp_letters_same(".od", ".ods"));
    assert_string_equal(kp_letters_find("an ORG.Kenpo x", "org.kenpo"), "ORG.Kenpo x");
    assert_null(kp_letters_find("an ORG.Kenp", "org.kenpo"));
    assert_null(kp_letters_find("", "x"));
    assert_string_equal(kp_letters_find("aab", "ab"), "ab");
}

static void path_parts(void **state) {
    (void)state;
    char folder[KP_PATH];
    kp_path_folder("/a/b", folder);
    assert_string_equal(folder, "/a");
    kp_path_folder("/a", folder);
    assert_string_equal(folder, "/");
    kp_path_folder("a", folder);
    assert_string_equal(folder, ".");
    assert_string_equal(kp_path_name("/a/b\n"), "b\n");
    char name[KP_PATH];
    memset(name, 'x', sizeof name);
    name[sizeof name - 1] = '\0';
    assert_false(kp_path_in("/a", name, folder));
}

static kp_file_kind kind_of(const char *bytes, size_t size) {
    kp_place_text(bytes, size, in_base("looked.at"), true);
    return kp_file_look(in_base("looked.at")).kind;
}

static void looks(void **state) {
    (void)state;
    static const char EMPTY_ZIP[] = "PK\3\4PK\5\6\0\0\0\0\0\0\0\0\0\0\0\0\4\0\0\0\0\0";
    assert_int_equal(kind_of("", 0), KP_FILE_EMPTY);
    assert_int_equal(kind_of("text", 4), KP_FILE_OTHER);
    assert_int_equal(kind_of("%PDF-1.7", 8), KP_FILE_PDF);
    assert_int_equal(kind_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8), KP_FILE_OLE);
    assert_int_equal(kind_of("PK\3\4 and no more", 16), KP_FILE_BROKEN);
    assert_int_equal(kind_of(EMPTY_ZIP, sizeof EMPTY_ZIP - 1), KP_FILE_ZIP);
    kp_look look = kp_file_look("/none/予算.XLSX");
    assert_int_equal(look.kind, KP_FILE_MISSING);
    assert_int_equal(look.format, KP_XLSX);
    assert_string_equal(look.filter, "Calc MS Excel 2007 XML");
    assert_null(kp_file_look("/none/予算.txt").filter);
    assert_null(kp_file_look("/none.ods/予算").filter);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_files_of_any_name),
        cmocka_unit_test(copies_but_never_replaces),
        cmocka_unit_test(long_names_and_paths),
        cmocka_unit_test(tells_what_is_wrong),
        cmocka_unit_test(leaves_alone_what_links_point_at),
        cmocka_unit_test(locks_and_sweeping),
        cmocka_unit_test(a_writer_that_is_killed),
        cmocka_unit_test(time_goes_on),
        cmocka_unit_test(arguments_arrive_as_they_are),
        cmocka_unit_test(its_place_for_temporary_files),
        cmocka_unit_test(ends_badly),
        cmocka_unit_test(limits_hold),
        cmocka_unit_test(kills_what_it_started_too),
        cmocka_unit_test(dies_with_its_parent),
        cmocka_unit_test(letters),
        cmocka_unit_test(path_parts),
        cmocka_unit_test(looks),
    };
    return cmocka_run_group_tests(tests, make_base, drop_base);
}
