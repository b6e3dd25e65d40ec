/* SPDX-License-Identifier: MPL-2.0
 *
 * test_tags.c: the walk over tags, on texts that are well made and on such that are not.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "system/tags.h"

/* The tags of the text, each followed by "|". */
static const char *tags_of(const char *text) {
    static char all[256];
    kp_tag tag;
    size_t used = 0;
    all[0] = '\0';
    for (const char *at = text; kp_tag_next(&at, &tag) && used < 200;)
        used += (size_t)snprintf(all + used, sizeof all - used, "%.*s|", (int)tag.length, tag.text);
    return all;
}

static void finds_tags(void **state) {
    (void)state;
    assert_string_equal(tags_of("<a><b x=\"1\"/>text</a>"), "a|b x=\"1\"/|/a|");
    assert_string_equal(tags_of("<a x='>\"'>"), "a x='>\"'|");
    assert_string_equal(tags_of("no tag"), "");
    assert_string_equal(tags_of("<!-- it's <b> --><c>"), "!-- it's <b> --|c|");
    assert_string_equal(tags_of("<![CDATA[ <b \" ]]><c>"), "![CDATA[ <b \" ]]|c|");
}

static void ends_with_the_text(void **state) {
    (void)state;
    assert_string_equal(tags_of("<"), "|");
    assert_string_equal(tags_of("<a x=\"1"), "a x=\"1|");
    assert_string_equal(tags_of("<!-- "), "!-- |");
    kp_attribute attribute;
    size_t at = 0;
    assert_false(kp_tag_attribute(kp_tag_at("a x=\"1"), &at, &attribute));
    assert_false(kp_tag_attribute(kp_tag_at("a x="), &at, &attribute));
    assert_false(kp_tag_attribute(kp_tag_at("a x"), &at, &attribute));
    assert_false(kp_tag_attribute(kp_tag_at(""), &at, &attribute));
    assert_false(kp_tag_is_any(kp_tag_at("t:"), "table"));
    assert_false(kp_tag_is_any(kp_tag_at(""), "table"));
}

static void knows_names(void **state) {
    (void)state;
    assert_true(kp_tag_is(kp_tag_at("table:table>"), "table:table"));
    assert_true(kp_tag_is(kp_tag_at("c/>"), "c"));
    assert_true(kp_tag_is(kp_tag_at("c\n r='A1'>"), "c"));
    assert_false(kp_tag_is(kp_tag_at("table:table-row>"), "table:table"));
    assert_true(kp_tag_is_any(kp_tag_at("x:sheetProtection sheet=\"1\">"), "sheetProtection"));
    assert_true(kp_tag_is_any(kp_tag_at("sheetProtection>"), "sheetProtection"));
    assert_false(kp_tag_is_any(kp_tag_at("v a=\"x:sheetProtection\">"), "sheetProtection"));
}

static void reads_attributes(void **state) {
    (void)state;
    kp_tag tag = kp_tag_at("c r = \"A1\"\n t='s' x:y=\"a=b\"/>");
    assert_memory_equal(kp_tag_value(tag, "r"), "A1\"", 3);
    assert_memory_equal(kp_tag_value(tag, "t"), "s'", 2);
    assert_memory_equal(kp_tag_value(tag, "x:y"), "a=b\"", 4);
    assert_null(kp_tag_value(tag, "y"));
    assert_null(kp_tag_value(tag, "a"));
    kp_attribute attribute;
    size_t at = 0;
    assert_true(kp_tag_attribute(tag, &at, &attribute));
    assert_memory_equal(attribute.start, " r = \"A1\"", (size_t)(attribute.end - attribute.start));
    assert_true(kp_tag_attribute(tag, &at, &attribute));
    assert_true(kp_tag_attribute(tag, &at, &attribute));
    assert_true(kp_attribute_is_any(&attribute, "y"));
    assert_false(kp_attribute_is_any(&attribute, "x:y"));
    assert_false(kp_tag_attribute(tag, &at, &attribute));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_tags),
        cmocka_unit_test(ends_with_the_text),
        cmocka_unit_test(knows_names),
        cmocka_unit_test(reads_attributes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
