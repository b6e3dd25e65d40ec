/* SPDX-License-Identifier: MPL-2.0
 *
 * contract.c: the table of functions against the interface that users' files store, read back from
 * the office by reflection; and that every function explains its own example in the office's
 * language.
 */
#include <stdio.h>
#include <string.h>

#include "cases.h"
#include "calc/function.h"
#include "runner.h"
#include "uno/value.h"

static void name_of(const rtl_uString *string, char *text, size_t size) {
    assert_true(kp_string_copy(string, text, size));
}

/* The type that an argument of this kind has in the IDL; see function.h. */
static const char *type_of(const kp_argument *argument) {
    switch (argument->kind) {
    case KP_REST:
    case KP_YEAR:
    case KP_DAY:
        return "any";
    case KP_RANGE:
        return argument->need == KP_OPTIONAL ? "any" : "[][]any";
    case KP_KEYWORD:
        return argument->need == KP_OPTIONAL ? "any" : "string";
    default:
        return argument->need == KP_OPTIONAL ? "any" : "double";
    }
}

static void compare_argument(const kp_argument *argument, const char *id,
                             const typelib_MethodParameter *parameter) {
    char text[256];
    name_of(parameter->pName, text, sizeof text);
    assert_string_equal(text, id);
    name_of(parameter->pTypeRef->pTypeName, text, sizeof text);
    assert_string_equal(text, type_of(argument));
}

static void compare_method(const kp_function *function,
                           const typelib_InterfaceMethodTypeDescription *method) {
    char text[256];
    sal_Int32 next = kp_takes_workbook(function) ? 1 : 0; /* Calc hands over the document first */
    name_of(method->aBase.pMemberName, text, sizeof text);
    assert_string_equal(text, function->method);
    name_of(method->pReturnTypeRef->pTypeName, text, sizeof text);
    assert_string_equal(text, kp_gives_text(function) ? "any" : "double");
    for (size_t i = 0; i < kp_argument_count(function); i++) {
        const kp_argument *argument = &function->arguments[i];
        int times = argument->kind == KP_REST ? KP_REST_ARGUMENTS : 1;
        for (int k = 1; k <= times; k++) {
            if (times == 1)
                snprintf(text, sizeof text, "%s", argument->id);
            else
                snprintf(text, sizeof text, "%s%d", argument->id, k);
            assert_true(next < method->nParams);
            compare_argument(argument, text, &method->pParams[next++]);
        }
    }
    assert_int_equal(method->nParams, next);
}

static void test_table_is_idl(void **state) {
    (void)state;
    typelib_TypeDescription *type = kp_type("org.kenpocalc.XBudget");
    assert_non_null(type);
    typelib_typedescription_complete(&type);
    const typelib_InterfaceTypeDescription *interface = (const void *)type;
    assert_int_equal(interface->nMembers, KP_FUNCTION_COUNT);
    for (size_t i = 0; i < KP_FUNCTION_COUNT; i++) {
        typelib_TypeDescription *member = NULL;
        typelib_typedescriptionreference_getDescription(&member, interface->ppMembers[i]);
        assert_int_equal(member->eTypeClass, typelib_TypeClass_INTERFACE_METHOD);
        compare_method(&KP_FUNCTIONS[i], (const void *)member);
        typelib_typedescription_release(member);
    }
    typelib_typedescription_release(type);
}

/* =KENPO_X(arguments) as =KENPO_EXPLAIN("KENPO_X";arguments). */
static void explain_formula(const char *formula, char *out, size_t size) {
    const char *open = strchr(formula, '(');
    const char *arguments = open + 1;
    snprintf(out, size, "=KENPO_EXPLAIN(\"%.*s\"%s%s", (int)(open - formula - 1), formula + 1,
             *arguments == ')' ? "" : ";", arguments);
}

static void test_every_example(void **state) {
    (void)state;
    struct sheet sheet;
    assert_true(sheet_open(SESSION.context, "private:factory/scalc", &sheet));
    bool japanese = strncmp(SESSION.language, "ja", 2) == 0;
    for (size_t i = 0; i < KP_FUNCTION_COUNT; i++) {
        const kp_function *function = &KP_FUNCTIONS[i];
        char formula[1024];
        char text[16384];
        sheet_type(&sheet, 0, 0, function->example);
        if (sheet_error(&sheet, 0, 0) != 0) explain_failure("%s", function->example);
        assert_int_equal(sheet_error(&sheet, 0, 0), 0);
        assert_true(sheet_is_text(&sheet, 0, 0) == kp_gives_text(function));
        if (strcmp(function->name, "KENPO_EXPLAIN") == 0) continue;
        explain_formula(function->example, formula, sizeof formula);
        sheet_type(&sheet, 0, 1, formula);
        sheet_shown(&sheet, 0, 1, text, sizeof text);
        bool explained = strstr(text, function->name) == text &&
                         strstr(text, kp_wording(function->summary,
                                                 japanese ? KP_JAPANESE : KP_ENGLISH)) != NULL;
        if (!explained) explain_failure("%s\n%s", formula, text);
        assert_true(explained);
    }
    sheet_close(&sheet);
}

int run_contract(void) {
    const struct CMUnitTest contract[] = {
        cmocka_unit_test(test_table_is_idl),
        cmocka_unit_test(test_every_example),
    };
    return cmocka_run_group_tests(contract, NULL, NULL);
}
