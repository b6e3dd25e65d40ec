/* SPDX-License-Identifier: MPL-2.0
 *
 * test_xml.c: what the strict reader of XML makes of texts that are well made, and which ones it refuses.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "stored/values.h"
#include "stored/xml.h"
#include "system/buffer.h"

static const kp_xml_space SPACES[] = {{"urn:one", "a"}, {"urn:two", "b"}, {NULL, NULL}};

/* The events as a text: "(name|attribute=value|…" "text" ")". */
static bool start(void *data, const kp_xml_element *element) {
    kp_buffer *out = data;
    kp_putf(out, "(%.*s", (int)element->name.length, element->name.text);
    for (size_t i = 0; i < element->count; i++)
        kp_putf(out, "|%.*s=%s", (int)element->attributes[i].name.length,
                element->attributes[i].name.text, element->attributes[i].value.text);
    kp_put(out, " ");
    return true;
}

static bool end(void *data, const kp_xml_element *element) {
    (void)element;
    kp_put(data, ")");
    return true;
}

static bool text(void *data, const char *letters, size_t length) {
    kp_put_bytes(data, letters, length);
    return !(length >= 4 && memcmp(letters, "stop", 4) == 0);
}

static kp_xml_end read_bytes(const char *xml, size_t length, kp_buffer *out) {
    const kp_xml_handler handler = {start, end, text, out, SPACES};
    size_t at;
    char *copy = malloc(length + 1); /* of just that size: whoever reads beyond is told */
    memcpy(copy, xml, length);
    copy[length] = '\0';
    kp_xml_end done = kp_xml_read(copy, length, &handler, &at);
    assert_true(at <= length);
    free(copy);
    return done;
}

static void is_read(const char *xml, const char *events) {
    kp_auto_buffer out = {0};
    assert_int_equal(read_bytes(xml, strlen(xml), &out), KP_XML_READ);
    assert_string_equal(kp_buffer_text(&out), events);
}

static void ends(const char *xml, kp_xml_end expected) {
    kp_auto_buffer out = {0};
    kp_xml_end done = read_bytes(xml, strlen(xml), &out);
    if (done != expected) print_message("%s\n", xml);
    assert_int_equal(done, expected);
}

static void reads_what_is_well_made(void **state) {
    (void)state;
    is_read("<x/>", "(x )");
    is_read("\xEF\xBB\xBF<?xml version=\"1.0\" encoding='utf-8' standalone=\"yes\"?>\r\n<x></x >\n",
            "(x )");
    is_read("<!-- a > b --><?go on?><x y = '1' z=\"2\" />", "(x|y=1|z=2 )");
    is_read("<x>a<y>b</y><!-- no -->c<?no?>d</x>", "(x a(y b)cd)");
    is_read("<x>&lt;&gt;&amp;&quot;&apos;&#65;&#x3042;&#x1F600;</x>", "(x <>&\"'Aあ😀)");
    is_read("<x y='&lt;&#10;a\n\tb\r\nc&quot;'/>", "(x|y=<\na  b c\" )");
    is_read("<x>a\r\nb\rc<![CDATA[ <&]] \r\n]]>d</x>", "(x a\nb\nc <&]] \nd)");
    is_read("<x><![CDATA[]]]]><![CDATA[>]]></x>", "(x ]]>)");
    is_read("<x y='>' z=']]>'>]] ></x>", "(x|y=>|z=]]> ]] >)");
}

static void knows_name_spaces(void **state) {
    (void)state;
    is_read("<a:x xmlns:a='urn:one' a:y='1' z='2'/>", "(a:x|a:y=1|z=2 )");
    is_read("<q:x xmlns:q='urn:one' q:y='1'/>", "(a:x|a:y=1 )");
    is_read("<x xmlns='urn:one' y='1'><b/></x>", "(a:x|y=1 (a:b ))");
    is_read("<a:x xmlns:a='urn:other' a:y='1'/>", "(?:x|?:y=1 )");
    is_read("<a:x xmlns:a='urn:one'><a:y xmlns:a='urn:two'/><a:z/></a:x>", "(a:x (b:y )(a:z ))");
    is_read("<x xmlns='urn:one'><y xmlns=''/><z/></x>", "(a:x (y )(a:z ))");
    is_read("<x xml:space='preserve'/>", "(x|xml:space=preserve )");
    is_read("<x y='1' xmlns:p='urn:two' p:y='2'/>", "(x|y=1|b:y=2 )");
}

static const char *const BROKEN[] = {
    "",
    " ",
    "x",
    "<あ/>",
    "<",
    "<x",
    "<x>",
    "<x/",
    "</x>",
    "<x></y>",
    "<x/><y/>",
    "<x/>y",
    "y<x/>",
    "<x><y></x></y>",
    "< x/>",
    "<x / >",
    "<x></ x>",
    "<1/>",
    "<x y/>",
    "<x y=/>",
    "<x y=1/>",
    "<x y='1/>",
    "<x y='1'z='2'/>",
    "<x y='<'/>",
    "<x y='1' y='2'/>",
    "<x y='&'/>",
    "<x>&</x>",
    "<x>&;</x>",
    "<x>&a;</x>",
    "<x>&lt</x>",
    "<x>&#;</x>",
    "<x>&#x;</x>",
    "<x>&#0;</x>",
    "<x>&#8;</x>",
    "<x>&#xD800;</x>",
    "<x>&#xFFFE;</x>",
    "<x>&#x110000;</x>",
    "<x>&#99999999999999999999;</x>",
    "<x>&#12a;</x>",
    "<x>]]></x>",
    "<x><![CDATA[</x>",
    "<![CDATA[]]><x/>",
    "<x><!-- a -- b --></x>",
    "<x><!--></x>",
    "<x><!-- a --->",
    "<x><?x</x>",
    "<x><? x?></x>",
    "<?xml version='1.1'?><x/>",
    "<?xml encoding='UTF-8'?><x/>",
    "<?xml version='1.0' encoding='UTF-16'?><x/>",
    "<?xml version='1.0' encoding='Shift_JIS'?><x/>",
    "<?xml version='1.0'",
    " <?xml version='1.0'?><x/>",
    "<?xml version='1.0' standalone='no' encoding='UTF-8'?><x/>",
    "<x><?xml version='1.0'?></x>",
    "<x><?XML ?></x>",
    "<!DOCTYPE x><x/>",
    "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>",
    "<x><!ELEMENT></x>",
    "<a:x/>",
    "<x a:y='1'/>",
    "<a:x xmlns:a=''/>",
    "<a:b:x xmlns:a='urn:one'/>",
    "<a: xmlns:a='urn:one'/>",
    "<x xmlns:a='urn:one' xmlns:b='urn:one' a:y='1' b:y='2'/>",
    "<x xmlns:xml='urn:one'/>",
    "<x xmlns:xmlns='urn:one'/>",
    "<x xmlns:a='http://www.w3.org/XML/1998/namespace'/>",
    "<xmlns:x/>",
    "<x><y xmlns:a='urn:one'/><a:z/></x>",
    "<x>\x01</x>",
    "<x>\xC0\xAF</x>",
    "<x>\xED\xA0\x80</x>",
    "<x>\xF4\x90\x80\x80</x>",
    "<x>\xE3\x81</x>",
    "<x>\xFF</x>",
    "<x>\xEF\xBF\xBE</x>",
    "<x>\x80</x>",
};

static void refuses_what_is_not(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof BROKEN / sizeof *BROKEN; i++)
        ends(BROKEN[i], KP_XML_BROKEN);
    kp_auto_buffer out = {0};
    assert_int_equal(read_bytes("<x>\0</x>", 8, &out), KP_XML_BROKEN);
    assert_int_equal(read_bytes("<x/>\0", 5, &out), KP_XML_BROKEN);
}

/* So many of each, one in the other or one after the other. */
static char *many(const char *before, const char *each, size_t count, const char *behind) {
    kp_buffer xml = {0};
    kp_put(&xml, before);
    for (size_t i = 0; i < count; i++)
        kp_putf(&xml, each, (int)i);
    kp_put(&xml, behind);
    return xml.text;
}

static void keeps_within_limits(void **state) {
    (void)state;
    const struct {
        const char *before, *each;
        size_t count;
        const char *behind;
        kp_xml_end expected;
    } CASES[] = {
        {"", "<x>", 64, "", KP_XML_BROKEN},
        {"", "<x>", 65, "", KP_XML_DEEP},
        {"<x", " y%d=''", 96, "/>", KP_XML_READ},
        {"<x", " y%d=''", 97, "/>", KP_XML_DEEP},
        {"<x>", "<y xmlns:a%d='urn:one'>", 60, "", KP_XML_BROKEN},
        {"<x", " xmlns:a%d='urn:one'", 96, "/>", KP_XML_READ},
        {"<q:x xmlns:q='urn:one'", " q:a234567890123456789012345678901234567890123456789%d=''", 90,
         "/>", KP_XML_BROKEN},
        {"<x>", "<y xmlns:a%d='urn:one'/>", 10000, "</x>", KP_XML_READ},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char *xml = many(CASES[i].before, CASES[i].each, CASES[i].count, CASES[i].behind);
        ends(xml, CASES[i].expected);
        free(xml);
    }
    ends("<x>stop<y></x>", KP_XML_STOPPED);
}

/* Every beginning of a text, and every text with one byte changed, ends somehow and reads no further. */
static void takes_whatever_comes(void **state) {
    (void)state;
    static const char WHOLE[] =
        "<?xml version=\"1.0\"?><!--c--><a:x xmlns:a='urn:one' xmlns='urn:two' a:y='&amp;&#x41;'>"
        "t]]<![CDATA[c]]><b z='1'/><?p i?></a:x>";
    for (size_t length = 0; length < sizeof WHOLE; length++) {
        kp_auto_buffer out = {0};
        read_bytes(WHOLE, length, &out);
    }
    char changed[sizeof WHOLE];
    for (size_t i = 0; i + 1 < sizeof WHOLE; i++)
        for (int byte = 0; byte < 256; byte++) {
            kp_auto_buffer out = {0};
            memcpy(changed, WHOLE, sizeof WHOLE);
            changed[i] = (char)byte;
            read_bytes(changed, sizeof WHOLE - 1, &out);
        }
}

static void reads_values(void **state) {
    (void)state;
    double number = 0;
    static const struct {
        bool (*read)(const char *text, double *number);
        const char *text;
        double number;
    } RIGHT[] = {
        {kp_stored_number, "0", 0},
        {kp_stored_number, "-12.5E+3", -12500},
        {kp_stored_number, ".5", 0.5},
        {kp_stored_number, "5.", 5},
        {kp_stored_number, "123456789012345678901234567890123456789012345678901234567890123456789",
         123456789012345678901234567890123456789012345678901234567890123456789.0},
        {kp_stored_day, "1899-12-30", 0},
        {kp_stored_day, "1900-03-01", 61},
        {kp_stored_day, "2026-11-24", 46350},
        {kp_stored_day, "2024-02-29T18:00", 45351.75},
        {kp_stored_day, "1899-12-29T12:00:00.000", -0.5},
        {kp_stored_duration, "PT36H", 1.5},
        {kp_stored_duration, "-PT0H45M0.0S", -0.03125},
    };
    for (size_t i = 0; i < sizeof RIGHT / sizeof *RIGHT; i++) {
        assert_true(RIGHT[i].read(RIGHT[i].text, &number));
        assert_float_equal(number, RIGHT[i].number, 1e-12);
    }
}

static void refuses_values(void **state) {
    (void)state;
    double number = 0;
    static const char *const WRONG[] = {"",    " 1",  "1 ",    "1,5", "0x10", "1e", "--1",
                                        "inf", "nan", "1e999", ".",   "+",    "１"};
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++)
        assert_false(kp_stored_number(WRONG[i], &number));
    static const char *const NO_DAY[] = {
        "",           "2026",        "2026-13-01",       "2025-02-29",
        "2026-1-1",   "2026-01-01T", "2026-01-01T25:00", "2026-01-01x",
        "1900-02-29", "-2026-01-01"};
    for (size_t i = 0; i < sizeof NO_DAY / sizeof *NO_DAY; i++)
        assert_false(kp_stored_day(NO_DAY[i], &number));
    static const char *const NO_TIME[] = {"",       "PT",  "P1D", "PT1",  "PT1S1H",
                                          "PT1H1H", "PTH", "-",   "PT-1H"};
    for (size_t i = 0; i < sizeof NO_TIME / sizeof *NO_TIME; i++)
        assert_false(kp_stored_duration(NO_TIME[i], &number));
    assert_int_equal(kp_stored_count("12", 1, 100), 12);
    assert_int_equal(kp_stored_count("2147483647", 1, 100), 100);
    assert_int_equal(kp_stored_count("2147483648", 1, 100), 1);
    assert_int_equal(kp_stored_count("99999999999999999999999999", 1, 100), 1);
    assert_int_equal(kp_stored_count(" +3x", 1, 100), 3);
    assert_int_equal(kp_stored_count("-5", 1, 100), 1);
    assert_int_equal(kp_stored_count("0", 1, 100), 1);
    assert_int_equal(kp_stored_count("x", 1, 100), 1);
}

static void reads_places(void **state) {
    (void)state;
    static const struct {
        const char *text, *rest;
        kp_stored_area area;
    } RIGHT[] = {
        {"B3", "", {1, 2, 1, 2}},
        {"$その1.$B$3:$その1.$C$4", "", {1, 2, 2, 3}},
        {"$その1.$B$3:.$C$4 A1", " A1", {1, 2, 2, 3}},
        {"'it''s. x'.XFD1048576", "", {16383, 1048575, 16383, 1048575}},
    };
    for (size_t i = 0; i < sizeof RIGHT / sizeof *RIGHT; i++) {
        const char *at = RIGHT[i].text;
        kp_stored_area area;
        assert_true(kp_stored_read_area(&at, &area));
        assert_memory_equal(&area, &RIGHT[i].area, sizeof area);
        assert_string_equal(at, RIGHT[i].rest);
    }
    static const char *const WRONG[] = {"",
                                        "B",
                                        "3",
                                        "B0",
                                        "XFE1",
                                        "A1048577",
                                        "C1:B1",
                                        "B3:",
                                        "'x.B3",
                                        "B3:'",
                                        "#REF!",
                                        "B3x",
                                        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA1",
                                        "A99999999999999999999999"};
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        const char *at = WRONG[i];
        kp_stored_area area;
        assert_false(kp_stored_read_area(&at, &area));
    }
    kp_auto_buffer place = {0};
    kp_stored_put_place(&place, 16383, 1048575);
    kp_stored_put_place(&place, 25, 0);
    kp_stored_put_place(&place, 26, 0);
    assert_string_equal(kp_buffer_text(&place), "XFD1048576Z1AA1");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_is_well_made), cmocka_unit_test(knows_name_spaces),
        cmocka_unit_test(refuses_what_is_not),     cmocka_unit_test(keeps_within_limits),
        cmocka_unit_test(takes_whatever_comes),    cmocka_unit_test(reads_values),
        cmocka_unit_test(refuses_values),          cmocka_unit_test(reads_places),
    };
    return cmocka_run_group_tests_name("XML and values of stored workbooks", tests, NULL, NULL);
}
