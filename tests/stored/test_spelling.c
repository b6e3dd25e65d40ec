/* SPDX-License-Identifier: MPL-2.0
 *
 * test_spelling.c: formulas as files spell them and as the office does.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "stored/spelling.h"

static void spelled(kp_format format, const char *stored, const char *expected) {
    kp_auto_buffer out = {0};
    kp_spell(format, stored, &out);
    assert_string_equal(kp_buffer_text(&out), expected);
}

static void formulas_of_files(void **state) {
    (void)state;
    spelled(KP_ODS, "of:=SUM([.A1:.A2])", "=SUM(A1:A2)");
    spelled(KP_ODS, "of:=[$その1.$D$4]+[.B3]*10+0.1", "=$その1.$D$4+B3*10+0.1");
    spelled(KP_ODS, "of:=[$'表 [1]'.A1]&\"[.A1]\"", "=$'表 [1]'.A1&\"[.A1]\"");
    spelled(KP_ODS, "of:=COM.MICROSOFT.IFS([.A1];\"COM.MICROSOFT.X\")",
            "=IFS(A1;\"COM.MICROSOFT.X\")");
    spelled(KP_ODS, "of:=ORG.KENPOCALC.BUDGET.GRANT([.A1:.A3];2024)",
            "=ORG.KENPOCALC.BUDGET.GRANT(A1:A3;2024)");
    spelled(KP_ODS, "of:=[.A1", "=A1");
    spelled(KP_XLSX, "SUM(A1,その1!$A$2:B3)", "=SUM(A1;$その1.$A$2:B3)");
    spelled(KP_XLSX, "'x, y'!A1&\"a,b!\"", "=$'x, y'.A1&\"a,b!\"");
    spelled(KP_XLSX, "SUM({1,2;3,4})", "=SUM({1;2|3;4})");
    spelled(KP_XLSX, "_xlfn.IFNA(率,0)", "=IFNA(率;0)");
    spelled(KP_XLSX, "#ERR502!", "=#ERR502!");
    spelled(KP_XLSX, "IF(A1=#N/A,#DIV/0!,その1!A1)", "=IF(A1=#N/A;#DIV/0!;$その1.A1)");
    spelled(KP_XLSX, "\"never closed", "=\"never closed");
    spelled(KP_XLSX, "'never", "='never");
}

static void names_of_files(void **state) {
    (void)state;
    static const struct {
        kp_format format;
        const char *stored, *expected;
    } NAMES[] = {{KP_ODS, "$その1.$D$46:.$D$47", "$その1.$D$46:$D$47"},
                 {KP_ODS, "of:=[$その1.$D$4]*2", "$その1.$D$4*2"},
                 {KP_XLSX, "その1!$D$46:$D$47", "$その1.$D$46:$D$47"}};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        kp_auto_buffer out = {0};
        kp_spell_name(NAMES[i].format, NAMES[i].stored, &out);
        assert_string_equal(kp_buffer_text(&out), NAMES[i].expected);
    }
}

static void alike_or_not(void **state) {
    (void)state;
    assert_true(kp_spelled_alike("=$その1.A1 + 2", "=その1.A1+2"));
    assert_true(kp_spelled_alike("$その1.$D$46:$その1.$D$47", "$その1.$D$46:$D$47"));
    assert_true(kp_spelled_alike("=$'a b'.A1:$'a b'.B2", "='a b'.A1:B2"));
    assert_false(kp_spelled_alike("=$A$1", "=A1"));
    assert_false(kp_spelled_alike("=\"a b\"", "=\"ab\""));
    assert_false(kp_spelled_alike("=$その1.A1", "=$その2.A1"));
    assert_false(kp_spelled_alike("=$その1.A1:$その2.A1", "=$その1.A1:A1"));
}

static void outside_or_not(void **state) {
    (void)state;
    assert_true(kp_spelled_outside("='file:///etc/hostname'#$Sheet1.A1"));
    assert_true(kp_spelled_outside("=[1]Sheet1.A1"));
    assert_true(kp_spelled_outside("=$'C:\\x\\[b.xlsx]S'.A1"));
    assert_true(kp_spelled_outside("='http://127.0.0.1/'"));
    assert_false(kp_spelled_outside("=HYPERLINK(\"#その1.A1\";\"http://x\")"));
    assert_false(kp_spelled_outside("=$その1.A1+IF(A1=#N/A;0;1)"));
}

static void area_is(const char *content, const char *sheet, long left, long top, long right,
                    long bottom) {
    kp_auto_buffer name = {0};
    kp_stored_area area;
    assert_true(kp_spelled_area(content, &name, &area));
    assert_string_equal(kp_buffer_text(&name), sheet);
    assert_true(area.left == left && area.top == top && area.right == right &&
                area.bottom == bottom);
}

static void areas_of_names(void **state) {
    (void)state;
    kp_auto_buffer name = {0};
    kp_stored_area area;
    area_is("$その1.$D$46:$D$47", "その1", 3, 45, 3, 46);
    area_is("$その1.$D$46:$その1.$E$47", "その1", 3, 45, 4, 46);
    area_is("$'a''b c'.$AA$1", "a'b c", 26, 0, 26, 0);
    assert_false(kp_spelled_area("$その1.$D$46*2", &name, &area));
    assert_false(kp_spelled_area("#REF!.$D$46", &name, &area) && area.left < 0);
    assert_false(kp_spelled_area("$その1.$D$46:$C$47", &name, &area));
    assert_false(kp_spelled_area("", &name, &area));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(formulas_of_files), cmocka_unit_test(names_of_files),
        cmocka_unit_test(alike_or_not),      cmocka_unit_test(outside_or_not),
        cmocka_unit_test(areas_of_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
