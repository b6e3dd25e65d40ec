/* SPDX-License-Identifier: MPL-2.0
 *
 * url.c: paths and URLs, with the office's own runtime library: names of every kind go there and
 * back, and paths as Windows shows them become ours.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "uno/url.h"

static void test_there_and_back(void **state) {
    (void)state;
    static const char *const PATHS[] = {"/tmp/a", "/tmp/a b/#1 50%+?.ods",
                                        "/予算書/令和7年度 𠮷.ods", "/tmp/back\\slash"};
    for (size_t i = 0; i < sizeof PATHS / sizeof *PATHS; i++) {
        char *url = kp_url_from_path(PATHS[i]);
        assert_non_null(url);
        assert_int_equal(strncmp(url, "file:///", 8), 0);
        assert_null(strpbrk(url, " #?\\"));
        char *path = kp_path_from_url(url);
        assert_non_null(path);
        assert_string_equal(path, PATHS[i]);
        free(path);
        free(url);
    }
    assert_null(kp_path_from_url("https://example.org/a"));
}

static void test_paths_of_windows(void **state) {
    (void)state;
    static const char *const PATHS[][2] = {
        {"C:\\Users\\健保 太郎\\予算 #1.ods", "C:/Users/健保 太郎/予算 #1.ods"},
        {"\\\\?\\C:\\deep\\file", "C:/deep/file"},
        {"\\\\server\\share\\file", "//server/share/file"},
        {"\\\\?\\UNC\\server\\share\\file", "//server/share/file"},
        {"/tmp/back\\slash", "/tmp/back\\slash"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof PATHS / sizeof *PATHS; i++) {
        char path[100];
        strcpy(path, PATHS[i][0]);
        kp_path_straighten(path);
        assert_string_equal(path, PATHS[i][1]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_there_and_back),
        cmocka_unit_test(test_paths_of_windows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
