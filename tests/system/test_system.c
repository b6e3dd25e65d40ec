/* SPDX-License-Identifier: MPL-2.0
 *
 * test_system.c: files, folders, locks and processes as system.h, place.h, work.h and look.h promise
 * them.
 */
#include <sched.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "system/look.h"
#include "system/path.h"
#include "system/place.h"
#include "system/work.h"

static char FOLDER[] = "/tmp/kenpo-test.XXXXXX";

/* One of four texts, so that a call may name several files. */
static const char *in_folder(const char *name) {
    static char paths[4][KP_PATH];
    static size_t next;
    char *path = paths[next++ % 4];
    assert_true(kp_path_in(FOLDER, name, path));
    return path;
}

static void write_file(const char *name, const void *bytes, size_t size) {
    assert_int_equal(kp_place_text(bytes, size, in_folder(name), true), KP_FAULT_NONE);
}

static void assert_holds(const char *name, const char *expected) {
    char *text = kp_place_read(in_folder(name), 1 << 20);
    assert_non_null(text);
    assert_string_equal(text, expected);
    free(text);
}

static kp_fault count_entry(void *data, const char *name) {
    (void)name;
    ++*(int *)data;
    return KP_FAULT_NONE;
}

static int entries(void) {
    int count = 0;
    assert_int_equal(kp_folder_list(FOLDER, count_entry, &count), KP_FAULT_NONE);
    return count;
}

static void test_files_appear_whole(void **state) {
    (void)state;
    const char *first = in_folder("first");
    assert_int_equal(kp_place_text("one", 3, first, false), KP_FAULT_NONE);
    assert_int_equal(kp_place_text("two", 3, first, false), KP_FAULT_EXISTS);
    assert_holds("first", "one");
    assert_int_equal(kp_place_text("two", 3, first, true), KP_FAULT_NONE);
    assert_holds("first", "two");
    assert_int_equal(kp_place_file(first, in_folder("copy")), KP_FAULT_NONE);
    assert_int_equal(kp_place_file(first, in_folder("copy")), KP_FAULT_EXISTS);
    assert_int_equal(kp_place_file(in_folder("none"), in_folder("x")), KP_FAULT_MISSING);
    assert_int_equal(kp_place_text("x", 1, in_folder("none/x"), false), KP_FAULT_MISSING);
    assert_holds("copy", "two");
    assert_int_equal(kp_file_rename(in_folder("copy"), first), KP_FAULT_EXISTS);
    assert_int_equal(kp_file_rename(in_folder("copy"), in_folder("new")), KP_FAULT_NONE);
    assert_holds("new", "two");
    assert_int_equal(entries(), 2);
    assert_int_equal(kp_file_drop(first), KP_FAULT_NONE);
    assert_int_equal(kp_file_drop(first), KP_FAULT_MISSING);
}

/* An arrival that is given up leaves nothing under its name. */
static void test_given_up(void **state) {
    (void)state;
    kp_arrival arrival;
    int before = entries();
    kp_arrival_begin(&arrival, in_folder("half"));
    kp_arrival_write(&arrival, "half", 4);
    arrival.fault = KP_FAULT_DISK;
    assert_int_equal(kp_arrival_finish(&arrival, in_folder("half"), false), KP_FAULT_DISK);
    assert_int_equal(kp_entry_look(in_folder("half")).kind, KP_ENTRY_NONE);
    assert_int_equal(entries(), before);
}

static void test_reading_has_a_limit(void **state) {
    (void)state;
    static char much[10000];
    memset(much, 'a', sizeof much);
    write_file("much", much, sizeof much);
    char *text = kp_place_read(in_folder("much"), sizeof much);
    assert_non_null(text);
    assert_int_equal(strlen(text), sizeof much);
    free(text);
    assert_null(kp_place_read(in_folder("much"), sizeof much - 1));
    assert_null(kp_place_read(in_folder("none"), 100));
}

static void test_looks(void **state) {
    (void)state;
    write_file("empty.ods", "", 0);
    write_file("old.xlsx", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
    write_file("print.pdf", "%PDF-1.6", 8);
    write_file("broken.ods", "PK\3\4 and nothing behind", 23);
    write_file("memo.txt", "memo", 4);
    assert_int_equal(kp_file_look(in_folder("empty.ods")).kind, KP_FILE_EMPTY);
    assert_int_equal(kp_file_look(in_folder("old.xlsx")).kind, KP_FILE_OLE);
    assert_int_equal(kp_file_look(in_folder("print.pdf")).kind, KP_FILE_PDF);
    assert_int_equal(kp_file_look(in_folder("broken.ods")).kind, KP_FILE_BROKEN);
    assert_int_equal(kp_file_look(in_folder("memo.txt")).kind, KP_FILE_OTHER);
    assert_int_equal(kp_file_look(in_folder("none.ods")).kind, KP_FILE_MISSING);
    assert_int_equal(kp_file_look(in_folder("old.xlsx")).format, KP_XLSX);
    assert_null(kp_file_look(in_folder("memo.txt")).filter);
}

/* A folder that nobody holds any more is swept away; one that is held, and a stranger's, stay. */
static void test_work_folders(void **state) {
    (void)state;
    char held[KP_PATH];
    char left[KP_PATH];
    char mine[KP_PATH];
    assert_int_equal(kp_work_begin(FOLDER, held), KP_FAULT_NONE);
    assert_int_equal(kp_work_begin(FOLDER, left), KP_FAULT_NONE);
    assert_int_equal(kp_work_begin(FOLDER, mine), KP_FAULT_NONE);
    struct stat status;
    assert_int_equal(stat(held, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0700);
    kp_lock lock = kp_work_hold(held);
    assert_true(lock != KP_NO_LOCK);
    kp_lock_drop(kp_work_hold(left));
    kp_work_sweep(mine);
    assert_int_equal(kp_entry_look(held).kind, KP_ENTRY_FOLDER);
    assert_int_equal(kp_entry_look(left).kind, KP_ENTRY_NONE);
    assert_int_equal(kp_entry_look(mine).kind, KP_ENTRY_FOLDER);
    kp_lock_drop(lock);
    kp_work_end(held);
    kp_work_end(mine);
    assert_int_equal(kp_entry_look(held).kind, KP_ENTRY_NONE);
}

/* Links are removed, never followed. */
static void test_links(void **state) {
    (void)state;
    write_file("kept", "kept", 4);
    assert_int_equal(kp_folder_make(in_folder("dropped")), KP_FAULT_NONE);
    assert_int_equal(kp_folder_make(in_folder("dropped")), KP_FAULT_EXISTS);
    assert_int_equal(symlink(in_folder("kept"), in_folder("dropped/link")), 0);
    assert_int_equal(symlink(FOLDER, in_folder("dropped/folder")), 0);
    assert_int_equal(kp_entry_look(in_folder("dropped/link")).kind, KP_ENTRY_LINK);
    kp_folder_drop(in_folder("dropped"));
    assert_int_equal(kp_entry_look(in_folder("dropped")).kind, KP_ENTRY_NONE);
    assert_holds("kept", "kept");
}

/* Waits until the process has ended; fails after ten seconds. */
static kp_process_state ended(kp_process *process, int *code) {
    long long last = kp_clock() + 10000;
    kp_process_state how = KP_PROCESS_RUNS;
    while (how == KP_PROCESS_RUNS && kp_clock() < last) {
        how = kp_process_look(process, code);
        kp_pause(5);
    }
    return how;
}

static kp_process_state run(const char *const *arguments, long megabytes, int *code) {
    kp_process process;
    kp_process_order order = {arguments, FOLDER, megabytes, 0};
    assert_true(kp_process_start(&process, &order));
    return ended(&process, code);
}

static void test_processes(void **state) {
    (void)state;
    const char *const seven[] = {"/bin/sh", "-c", "exit 7", NULL};
    const char *const falls[] = {"/bin/sh", "-c", "kill -SEGV $$", NULL};
    const char *const none[] = {"/nowhere/at/all", NULL};
    const char *const place[] = {"/bin/sh", "-c", "echo \"$TMPDIR\" >\"$TMPDIR/place\"", NULL};
    int code = -1;
    assert_int_equal(run(seven, 0, &code), KP_PROCESS_EXITED);
    assert_int_equal(code, 7);
    assert_int_equal(run(falls, 0, &code), KP_PROCESS_FELL);
    assert_int_equal(run(none, 0, &code), KP_PROCESS_EXITED);
    assert_int_equal(code, 127);
    assert_int_equal(run(place, 0, &code), KP_PROCESS_EXITED);
    char *text = kp_place_read(in_folder("place"), 4096);
    assert_non_null(text);
    assert_memory_equal(text, FOLDER, strlen(FOLDER));
    free(text);
}

/* Killed, a process takes with it what it started. */
static void test_kill(void **state) {
    (void)state;
    const char *const sleeps[] = {
        "/bin/sh", "-c",
        "sleep 100 & echo $! >\"$TMPDIR/child\"; mv \"$TMPDIR/child\" \"$TMPDIR/pid\"; wait", NULL};
    kp_process process;
    kp_process_order order = {sleeps, FOLDER, 0, 0};
    assert_true(kp_process_start(&process, &order));
    for (int i = 0; i < 1000 && kp_entry_look(in_folder("pid")).kind == KP_ENTRY_NONE; i++)
        kp_pause(10);
    char *text = kp_place_read(in_folder("pid"), 100);
    assert_non_null(text);
    pid_t child = (pid_t)strtol(text, NULL, 10);
    free(text);
    assert_int_equal(kill(child, 0), 0);
    kp_process_kill(&process);
    assert_int_equal(process.id, 0);
    char line[KP_PATH];
    snprintf(line, sizeof line, "/proc/%ld/status", (long)child);
    for (int i = 0; i < 500 && kp_entry_look(line).kind != KP_ENTRY_NONE; i++) {
        char *status = kp_place_read(line, 8192); /* dead, and not yet fetched by its new parent */
        bool dead = status == NULL || strstr(status, "State:\tZ") != NULL;
        free(status);
        if (dead) return;
        kp_pause(10);
    }
    assert_int_equal(kp_entry_look(line).kind, KP_ENTRY_NONE);
}

/* The name of the network in which a process is, as it sees it itself. */
static char *network_of(bool alone) {
    const char *const looks[] = {
        "/bin/sh", "-c", "readlink /proc/self/ns/net >\"$TMPDIR/net\"; id -u >>\"$TMPDIR/net\"",
        NULL};
    kp_process process;
    int code = -1;
    kp_process_order order = {looks, FOLDER, 0, 0, alone};
    assert_true(kp_process_start(&process, &order));
    assert_int_equal(ended(&process, &code), KP_PROCESS_EXITED);
    char *text = kp_place_read(in_folder("net"), 100);
    assert_non_null(text);
    assert_true(strncmp(text, "net:[", 5) == 0);
    return text;
}

/* Whether this system lets us have a network of our own, as root or by a name space of users. */
static bool may_leave(void) {
    pid_t child = fork();
    if (child == 0)
        _exit(unshare(CLONE_NEWNET) == 0 || unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0 ? 0 : 1);
    int status = -1;
    waitpid(child, &status, 0);
    return status == 0;
}

static void test_alone(void **state) {
    (void)state;
    char *ours = network_of(false);
    char *alone = network_of(true);
    if (may_leave())
        assert_string_not_equal(ours, alone);
    else
        print_message("this system gives nobody a network of his own\n");
    assert_string_equal(strchr(ours, '\n'), strchr(alone, '\n')); /* as the same user */
    free(ours);
    free(alone);
}

static int begin(void **state) {
    (void)state;
    return mkdtemp(FOLDER) == NULL ? -1 : 0;
}

static int end(void **state) {
    (void)state;
    kp_folder_drop(FOLDER);
    return kp_entry_look(FOLDER).kind == KP_ENTRY_NONE ? 0 : -1;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_files_appear_whole),
        cmocka_unit_test(test_given_up),
        cmocka_unit_test(test_reading_has_a_limit),
        cmocka_unit_test(test_looks),
        cmocka_unit_test(test_work_folders),
        cmocka_unit_test(test_links),
        cmocka_unit_test(test_processes),
        cmocka_unit_test(test_kill),
        cmocka_unit_test(test_alone),
    };
    return cmocka_run_group_tests_name("system layer", tests, begin, end);
}
