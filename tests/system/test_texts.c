/* SPDX-License-Identifier: MPL-2.0
 *
 * test_texts.c: texts that grow, lines of fields, jobs and reports of addin/system, and each of them
 * with every allocation failed once: what is told then is whole, or is said not to be.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "memory.h"
#include "system/buffer.h"
#include "system/job.h"
#include "system/letters.h"
#include "system/lines.h"
#include "system/path.h"
#include "system/place.h"
#include "system/report.h"

static char FOLDER[] = "/tmp/kenpo-test.XXXXXX";

static const char *in_folder(const char *name) {
    static char path[KP_PATH];
    assert_true(kp_path_in(FOLDER, name, path));
    return path;
}

static void put_much(int short_of_memory, void *data) {
    (void)data;
    kp_buffer buffer = {0};
    for (int i = 0; i < 1000; i++) {
        kp_put(&buffer, "健保");
        kp_putf(&buffer, "%d", i % 10);
    }
    assert_int_equal(buffer.failed, short_of_memory);
    if (!short_of_memory) assert_int_equal(buffer.used, 7000);
    assert_int_equal(strlen(kp_buffer_text(&buffer)), buffer.used);
    kp_buffer_end(&buffer);
    assert_string_equal(kp_buffer_text(&buffer), "");
}

static void test_buffer(void **state) {
    (void)state;
    assert_true(memory_fail_each(put_much, NULL) > 5);
    kp_buffer buffer = {0};
    kp_put(&buffer, NULL);
    assert_string_equal(kp_buffer_text(&buffer), "");
    kp_put_number(&buffer, 0.1, 15);
    kp_put_bytes(&buffer, "x\0y", 3);
    assert_int_equal(buffer.used, 6);
    assert_memory_equal(buffer.text, "0.1x\0y", 7);
    kp_buffer_end(&buffer);
}

/* What is written as fields is read as the same fields, whatever stands in it. */
static void test_lines(void **state) {
    (void)state;
    static const char *const FIELDS[] = {"a\tb", "100%", "%09", "line\nend\r", ""};
    kp_buffer text = {0};
    kp_put_line(&text, FIELDS[0], FIELDS[1], FIELDS[2], FIELDS[3], FIELDS[4], NULL);
    kp_put_line(&text, "second", NULL);
    char *rest = text.text;
    char *fields[8];
    assert_int_equal(kp_line_cut(kp_line_next(&rest), fields, 8), 5);
    for (size_t i = 0; i < 5; i++)
        assert_string_equal(kp_field_read(fields[i]), FIELDS[i]);
    assert_string_equal(kp_line_next(&rest), "second");
    assert_null(kp_line_next(&rest));
    kp_buffer_end(&text);
    char three[] = "x\ty\tz";
    assert_int_equal(kp_line_cut(three, fields, 2), 2);
    assert_string_equal(fields[1], "y\tz");
}

static void test_letters_and_paths(void **state) {
    (void)state;
    assert_true(kp_letters_same("KENPO_Grant", "kenpo_gRANT"));
    assert_false(kp_letters_same("grant", "grants"));
    assert_string_equal(kp_letters_find("a KENPO_X", "kenpo_"), "KENPO_X");
    assert_null(kp_letters_find("ken", "kenpo"));
    char folder[KP_PATH];
    char path[KP_PATH];
    char name[KP_PATH];
    kp_path_folder("/a/b.ods", folder);
    assert_string_equal(folder, "/a");
    kp_path_folder("b.ods", folder);
    assert_string_equal(folder, ".");
    assert_string_equal(kp_path_name("/a/b.ods"), "b.ods");
    memset(name, 'x', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    assert_false(kp_path_in("/a", name, path));
}

static const char *in_csv(kp_buffer *out, const char *text) {
    kp_buffer_end(out);
    kp_put_csv(out, text, true);
    return kp_buffer_text(out);
}

static const char *seen(kp_buffer *out, const char *text) {
    kp_buffer_end(out);
    kp_put_seen(out, text);
    return kp_buffer_text(out);
}

/* No spreadsheet takes a text for a formula, however wide its sign and whatever blanks are before
 * it; numbers stay numbers. Letters that nobody sees are told. */
static void test_lists(void **state) {
    (void)state;
    static const char *const FORMULAS[] = {"=1+1", " =1+1", "＝1+1", "　=1+1", " 　＋1a",
                                           "@a",   "-a",    "－a",   "\t=1",   "\ta"};
    kp_buffer out = {0};
    for (size_t i = 0; i < sizeof FORMULAS / sizeof *FORMULAS; i++)
        assert_memory_equal(in_csv(&out, FORMULAS[i]), "\"'", 2);
    assert_string_equal(in_csv(&out, "-12.5"), "\"-12.5\"");
    assert_string_equal(in_csv(&out, "a=\"b\""), "\"a=\"\"b\"\"\"");
    assert_string_equal(in_csv(&out, "令和9年度"), "\"令和9年度\"");
    assert_string_equal(in_csv(&out, ""), "\"\"");
    assert_string_equal(seen(&out, "甲\xE2\x80\xAE組合\xE2\x80\x8B\n乙 丙"),
                        "甲[U+202E]組合[U+200B]\n乙 丙");
    assert_string_equal(seen(&out, "\xE7\x94"), "\xE7\x94"); /* a letter that is cut off */
    char *name = malloc(40001);
    assert_non_null(name);
    memset(name, 'x', 40000);
    name[40000] = '\0';
    assert_true(strlen(seen(&out, name)) < 6100);
    free(name);
    kp_buffer_end(&out);
}

static void read_job(int short_of_memory, void *data) {
    kp_job job;
    bool read = kp_job_read(&job, data);
    assert_int_equal(read, !short_of_memory);
    if (read) {
        assert_string_equal(kp_job_value(&job, "file", 1), "二\t番目");
        assert_int_equal(kp_job_number(&job, "workers"), 3);
    }
    assert_null(kp_job_value(&job, "file", 2));
    assert_int_equal(kp_job_number(&job, "none"), 0);
    kp_job_end(&job);
}

static void test_job(void **state) {
    (void)state;
    static const char TEXT[] = "file\t一\nworkers\t3\nno value\nfile\t二%09番目";
    const char *path = in_folder("job");
    assert_int_equal(kp_place_text(TEXT, sizeof TEXT - 1, path, false), KP_FAULT_NONE);
    assert_true(memory_fail_each(read_job, (void *)(uintptr_t)path) >= 2);
    kp_job job;
    assert_false(kp_job_read(&job, in_folder("none")));
}

/* A report is whole, or it is not written: the command's door then says that the office broke off. */
static void write_report(int short_of_memory, void *data) {
    static const char WHOLE[] = "wrote\ta b\nerror\tbook.ods: The disk is full.\nexit\t4\n";
    const char *path = data;
    kp_report report = {{0}, KP_ENGLISH, KP_DONE};
    unlink(path);
    kp_tell_plain(&report, "wrote", "a\nb");
    kp_tell_failure(&report, KP_UNWRITABLE, "book.ods", kp_place_error(KP_FAULT_FULL));
    kp_report_write(&report, path);
    char read[256] = "";
    FILE *file = fopen(path, "r");
    if (file != NULL) {
        read[fread(read, 1, sizeof read - 1, file)] = '\0';
        fclose(file);
    }
    if (file != NULL || !short_of_memory) assert_string_equal(read, WHOLE);
}

static void test_report(void **state) {
    (void)state;
    assert_true(memory_fail_each(write_report, (void *)(uintptr_t)in_folder("report")) >= 2);
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
        cmocka_unit_test(test_buffer),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_letters_and_paths),
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_job),
        cmocka_unit_test(test_report),
    };
    return cmocka_run_group_tests_name("texts of the system layer", tests, begin, end);
}
