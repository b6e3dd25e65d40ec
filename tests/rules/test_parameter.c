/* SPDX-License-Identifier: MPL-2.0
 *
 * test_parameter.c: the table of parameters against parameters.txt, which is kept by hand: every id
 * in every year from 2012 to 2030.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "rules/parameter.h"

enum { FIRST = 2012, LAST = 2030, YEARS = LAST - FIRST + 1 };

/* What the file expects: "" where the year must not be published. */
static struct {
    char value[32];
    char standing;
} expected[KP_PARAMETERS][YEARS];

/* The parameter of that name, KP_NO_PARAMETER where there is none; and a value with its status. */
static kp_parameter_id id_of(const char *name) {
    kp_run run = kp_run_begin(NULL);
    return kp_parameter_named(&run, name);
}

static kp_status value_of(kp_parameter_id id, int year, kp_trace *trace, kp_num *value) {
    kp_run run = kp_run_begin(trace);
    return kp_end(&run, kp_published(&run, id, year), value);
}

static int read_expectations(void **state) {
    char line[256], name[64], value[32], standing;
    int from, to;
    (void)state;
    FILE *file = fopen("tests/rules/parameters.txt", "r");
    if (file == NULL) return -1;
    while (fgets(line, sizeof line, file) != NULL) {
        if (line[0] == '#') continue;
        if (sscanf(line, "%63s %d %d %31s %c", name, &from, &to, value, &standing) != 5) return -1;
        kp_parameter_id id = id_of(name);
        if (id == KP_NO_PARAMETER) return -1;
        for (int year = from; year <= to; year++) {
            strcpy(expected[id][year - FIRST].value, value);
            expected[id][year - FIRST].standing = standing;
        }
    }
    return fclose(file);
}

static void test_every_id_and_year(void **state) {
    (void)state;
    static const char STANDING[] = {
        [KP_PUBLISHED] = 'p', [KP_DERIVED] = 'd', [KP_PROPOSED] = 'x', [KP_ORDERED] = 'n',
        [KP_STATUTE] = 'l',   [KP_FOR_NOW] = 'f', [KP_GUIDE] = 'g'};
    for (int id = KP_NO_PARAMETER + 1; id < KP_PARAMETERS; id++)
        for (int year = FIRST; year <= LAST; year++) {
            const char *value = expected[id][year - FIRST].value;
            kp_num got;
            kp_status status = value_of((kp_parameter_id)id, year, NULL, &got);
            if (*value == '\0' && status == KP_NOT_PUBLISHED) continue;
            if (*value == '\0' || status != KP_OK || kp_cmp(got, kp_num_from_decimal(value)) != 0 ||
                STANDING[kp_parameter_row((kp_parameter_id)id, year)->standing] !=
                    expected[id][year - FIRST].standing)
                fail_msg("%s in %d: the file says '%s'", kp_parameter_name((kp_parameter_id)id),
                         year, value);
        }
}

static void test_every_id_has_a_value(void **state) {
    (void)state;
    for (int id = KP_NO_PARAMETER + 1; id < KP_PARAMETERS; id++) {
        int values = 0;
        const char *name = kp_parameter_name((kp_parameter_id)id);
        assert_int_equal(id_of(name), id);
        for (int i = 0; i < YEARS; i++)
            values += expected[id][i].value[0] != '\0';
        assert_true(values > 0);
        assert_true(*kp_parameter_label((kp_parameter_id)id).ja != '\0');
        assert_true(*kp_parameter_label((kp_parameter_id)id).en != '\0');
        assert_non_null(kp_unit_words(kp_parameter_unit((kp_parameter_id)id)).ja);
    }
}

/* What an older file calls by another name is the same parameter. */
static void test_aliases(void **state) {
    (void)state;
    assert_int_equal(id_of("nation.grant.project"), KP_NATION_GRANT_STATE);
    assert_int_equal(id_of("Nation.Grant.Project"), KP_NATION_GRANT_STATE);
    for (const kp_parameter_alias *alias = KP_PARAMETER_ALIASES; alias->name != NULL; alias++) {
        assert_int_equal(id_of(alias->name), alias->id);
        assert_string_not_equal(kp_parameter_name(alias->id), alias->name);
    }
}

static void test_rows_are_sorted_and_cited(void **state) {
    (void)state;
    for (size_t i = 0; i < KP_PARAMETER_VALUE_COUNT; i++) {
        const kp_parameter *row = &KP_PARAMETER_VALUES[i];
        char text[1024];
        kp_writer writer = kp_writer_on(text, sizeof text, KP_ENGLISH);
        kp_write_parameter_source(&writer, row);
        assert_non_null(strstr(text, row->citation.place));
        assert_true(row->citation.document != KP_NO_SOURCE || row->standing == KP_GUIDE);
        assert_true(row->from <= row->to);
        assert_int_equal(kp_num_status(kp_num_from_decimal(row->value)), KP_OK);
        if (i == 0) continue;
        const kp_parameter *before = row - 1;
        assert_true(before->id < row->id || (before->id == row->id && before->to < row->from));
    }
}

static void test_explains_source_and_absence(void **state) {
    (void)state;
    char text[2048];
    kp_num value;
    kp_num own = kp_int(13);
    kp_trace trace = {kp_writer_on(text, sizeof text, KP_ENGLISH), 0};
    assert_int_equal(value_of(KP_SYSTEM_FEE, 2026, &trace, &value), KP_OK);
    assert_non_null(strstr(text, "4.64 yen a member-month"));
    assert_non_null(strstr(text, "[proposed]"));
    assert_non_null(strstr(text, "令和8年度"));
    assert_int_equal(value_of(KP_SYSTEM_FEE, 2027, &trace, &value), KP_NOT_PUBLISHED);
    assert_non_null(strstr(text, "令和9年度: no value is published for \"Common systems: price\""));
    kp_run run = kp_run_begin(&trace);
    assert_int_equal(kp_cmp(kp_own(&run, KP_SYSTEM_FEE, own), own), 0);
    assert_non_null(strstr(text, "value entered by the user"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_id_and_year),
        cmocka_unit_test(test_every_id_has_a_value),
        cmocka_unit_test(test_aliases),
        cmocka_unit_test(test_rows_are_sorted_and_cited),
        cmocka_unit_test(test_explains_source_and_absence),
    };
    return cmocka_run_group_tests_name("parameters", tests, read_expectations, NULL);
}
