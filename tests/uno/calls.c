/* SPDX-License-Identifier: MPL-2.0
 *
 * calls.c: calls into an object of the test's own, through the office's runtime library: right ones,
 * wrong ones, ones that throw, and each with every allocation failing once.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "types.h"
#include "uno/access.h"
#include "uno/object.h"

/* --------------------------------------------------------------------------- failing allocations */

static long countdown = -1; /* the allocation that fails, counted down; -1: none */

static bool fails(void) {
    return countdown >= 0 && countdown-- == 0;
}

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void __real_rtl_string2UString(rtl_uString **string, const char *text, sal_Int32 length,
                               rtl_TextEncoding encoding, sal_uInt32 flags);
sal_Bool __real_uno_sequence_construct(uno_Sequence **sequence, typelib_TypeDescription *type,
                                       void *elements, sal_Int32 count, uno_AcquireFunc acquire);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);
void __wrap_rtl_string2UString(rtl_uString **string, const char *text, sal_Int32 length,
                               rtl_TextEncoding encoding, sal_uInt32 flags);
sal_Bool __wrap_uno_sequence_construct(uno_Sequence **sequence, typelib_TypeDescription *type,
                                       void *elements, sal_Int32 count, uno_AcquireFunc acquire);

void *__wrap_malloc(size_t size) {
    return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size) {
    return fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size) {
    return fails() ? NULL : __real_realloc(old, size);
}

void __wrap_rtl_string2UString(rtl_uString **string, const char *text, sal_Int32 length,
                               rtl_TextEncoding encoding, sal_uInt32 flags) {
    if (!fails()) __real_rtl_string2UString(string, text, length, encoding, flags);
}

sal_Bool __wrap_uno_sequence_construct(uno_Sequence **sequence, typelib_TypeDescription *type,
                                       void *elements, sal_Int32 count, uno_AcquireFunc acquire) {
    return fails() ? sal_False
                   : __real_uno_sequence_construct(sequence, type, elements, count, acquire);
}

/* ------------------------------------------------------------------------------------ the object */

enum { NOTHING, ECHO, SUM, IS_FALSE, HALF, SAME, AREA, ANY, READ, LENGTH, FAIL, CHANGE };

static size_t calls;
static typelib_TypeDescription *longs_type; /* known before anything fails */

static void give_longs(uno_Sequence **list, sal_Int32 count) {
    sal_Int32 longs[] = {7, 8, 9};
    __real_uno_sequence_construct(list, longs_type, longs, count, NULL);
}

/* A result is constructed in place, as binary UNO wants it. */
static void give_back(size_t index, void *result, void **a) {
    if (index == READ) {
        give_longs(a[0], *(sal_Int32 *)a[1]);
        *(sal_Int32 *)result = *(sal_Int32 *)a[1];
    } else if (index == LENGTH) {
        *(sal_Int32 *)result = (*(uno_Sequence **)a[0])->nElements;
    } else if (index == ANY) {
        const uno_Any *any = a[0];
        uno_type_any_construct(result, any->pData, any->pType, NULL);
    } else if (index == AREA) {
        *(kp_area *)result = *(kp_area *)a[0];
        ((kp_area *)result)->bottom += ((kp_address *)a[1])->row;
    }
}

/* What each method does. */
static const char *handle(kp_object *self, size_t index, void *result, void **a) {
    (void)self;
    calls++;
    switch (index) {
    case ECHO:
        *(rtl_uString **)result = *(rtl_uString **)a[0];
        rtl_uString_acquire(*(rtl_uString **)result);
        return NULL;
    case SUM:
        *(sal_Int64 *)result =
            *(sal_Int8 *)a[0] + *(sal_Int16 *)a[1] + *(sal_Int32 *)a[2] + *(sal_Int64 *)a[3];
        return NULL;
    case IS_FALSE:
        *(sal_Bool *)result = !*(sal_Bool *)a[0];
        return NULL;
    case HALF:
        *(double *)result = *(double *)a[0] / 2;
        return NULL;
    case SAME:
        *(uno_Interface **)result = *(uno_Interface **)a[0];
        if (*(uno_Interface **)a[0] != NULL)
            (*(uno_Interface **)a[0])->acquire(*(uno_Interface **)a[0]);
        return NULL;
    case FAIL:
        return "it is so";
    default:
        give_back(index, result, a);
        return NULL;
    }
}

static const kp_class CLASS = {
    "org.kenpocalc.test.Thing", "org.kenpocalc.test.Thing", {{"com.sun.star.test.XThing", handle}}};

static kp_object *thing;

static int begin(void **state) {
    (void)state;
    know_types();
    longs_type = kp_type("[]long");
    thing = kp_object_new(&CLASS);
    return thing == NULL ? 1 : 0;
}

static int end(void **state) {
    (void)state;
    kp_release(&thing->base);
    typelib_typedescription_release(longs_type);
    return 0;
}

/* --------------------------------------------------------------------------------- right calls */

static bool text_comes_back(void) {
    kp_auto_text text = kp_get_text(&thing->base, "test.XThing::echo", "s", "健保 a");
    return text != NULL && strcmp(text, "健保 a") == 0;
}

static bool numbers_come_back(void) {
    return kp_get_number(&thing->base, "test.XThing::sum", "ilil", -128, 32767L, 2000000000, 1L) ==
               2000032640.0 &&
           kp_get_number(&thing->base, "test.XThing::isFalse", "b", 0) == 1 &&
           kp_get_number(&thing->base, "test.XThing::half", "d", 3.0) == 1.5;
}

static bool objects_come_back(void) {
    kp_auto same = kp_get(&thing->base, "test.XThing::same", "o", &thing->base);
    kp_auto_any none = {0};
    bool done = kp_get_any(&none, &thing->base, "test.XThing::same", "o", NULL);
    return same == &thing->base && done && *(uno_Interface **)none.pData == NULL;
}

static bool areas_come_back(void) {
    kp_area area = {1, 2, 3, 4, 5};
    kp_address at = {1, 10, 20};
    kp_auto_any any = {0};
    return kp_get_any(&any, &thing->base, "test.XThing::area", "rc", &area, &at) &&
           kp_any_class(&any) == typelib_TypeClass_STRUCT &&
           ((const kp_area *)any.pData)->bottom == 25;
}

static bool any_has(typelib_TypeClass type, double number, const char *letters, ...) {
    static const char METHOD[] = "test.XThing::any";
    kp_auto_any any = {0};
    double found = 0;
    va_list list;
    va_start(list, letters);
    bool done = *letters == 'd' || *letters == 'f'
                    ? kp_get_any(&any, &thing->base, METHOD, letters, va_arg(list, double))
                    : kp_get_any(&any, &thing->base, METHOD, letters, va_arg(list, int));
    va_end(list);
    return done && kp_any_class(&any) == type && kp_any_number(&any, &found) && found == number;
}

static bool values_become_anys(void) {
    kp_area area = {1, 2, 3, 4, 5};
    kp_auto_any ranged = {0};
    kp_auto_text text = kp_get_text(&thing->base, "test.XThing::any", "s", "x");
    kp_auto same = kp_get(&thing->base, "test.XThing::any", "o", &thing->base);
    return any_has(typelib_TypeClass_LONG, 7, "i", 7) &&
           any_has(typelib_TypeClass_SHORT, 7, "h", 7) &&
           any_has(typelib_TypeClass_BOOLEAN, 1, "b", 7) &&
           any_has(typelib_TypeClass_FLOAT, 0.5, "f", 0.5) &&
           any_has(typelib_TypeClass_DOUBLE, 0.1, "d", 0.1) && text != NULL &&
           strcmp(text, "x") == 0 && same == &thing->base &&
           kp_get_any(&ranged, &thing->base, "test.XThing::any", "r", &area) &&
           ((const kp_area *)ranged.pData)->right == 4;
}

static bool values_are_given_back(void) {
    kp_auto_any list = {0};
    bool read = kp_get_number(&thing->base, "test.XThing::read", "*i", &list, 3) == 3;
    const uno_Sequence *longs = kp_any_sequence(&list);
    return read && longs != NULL && longs->nElements == 3 &&
           kp_get_number(&thing->base, "test.XThing::length", "a", &list) == 3;
}

static bool settings_are_made(void) {
    static const kp_setting SETTINGS[] = {{"Hidden", typelib_TypeClass_BOOLEAN, NULL, 1},
                                          {"FilterName", typelib_TypeClass_STRING, "calc8", 0},
                                          {"Mode", typelib_TypeClass_LONG, NULL, 4}};
    kp_auto_any list = {0};
    return kp_any_settings(&list, SETTINGS, 3) && kp_any_sequence(&list)->nElements == 3;
}

static bool lists_go_in(void) {
    static const sal_Int32 LONGS[] = {1, 2};
    kp_auto_any list = {0};
    return kp_any_list(&list, "[]long", LONGS, 2) &&
           kp_get_number(&thing->base, "test.XThing::length", "a", &list) == 2;
}

static bool exceptions_are_told(void) {
    return !kp_do(&thing->base, "test.XThing::fail", "s", "why") &&
           strcmp(kp_call_failure(), "test.XThing::fail: it is so") == 0;
}

typedef bool right_call(void);
static right_call *const RIGHT[] = {text_comes_back, numbers_come_back,  objects_come_back,
                                    areas_come_back, values_become_anys, values_are_given_back,
                                    lists_go_in,     settings_are_made,  exceptions_are_told};

static void test_right_calls(void **state) {
    (void)state;
    long references = thing->references;
    for (size_t i = 0; i < sizeof RIGHT / sizeof RIGHT[0]; i++) {
        assert_true(RIGHT[i]());
        assert_int_equal(thing->references, references);
    }
    assert_true(kp_do(&thing->base, "test.XThing::nothing", ""));
    assert_true(kp_do(&thing->base, "test.XThing::echo", "s", "dropped"));
    assert_int_equal(thing->references, references);
}

/* Every allocation fails once; what was begun is released (the sanitizer looks), nothing is told as
 * done that is not, and afterwards all is as before. */
static void test_failing_allocations(void **state) {
    (void)state;
    size_t failed = 0;
    long references = thing->references;
    for (size_t i = 0; i < sizeof RIGHT / sizeof RIGHT[0]; i++)
        for (long n = 0, left = -1; left < 0; n++) {
            countdown = n;
            bool done = RIGHT[i]();
            left = countdown; /* not reached: all has been tried */
            countdown = -1;
            if (left < 0) {
                assert_false(done);
                failed++;
            }
            assert_int_equal(thing->references, references);
            assert_true(RIGHT[i]());
        }
    assert_true(failed > 30);
}

/* --------------------------------------------------------------------------------- wrong calls */

static const char LETTERS[] = "silhbdforca*x?";

/* What fits a parameter, said once more and otherwise than call.c says it. */
static const char *fitting(const fake_parameter *p) {
    if (p->in && p->out) return "";
    if (p->out) return "*";
    switch (p->type) {
    case typelib_TypeClass_STRING:
        return "sa";
    case typelib_TypeClass_BOOLEAN:
        return "ba";
    case typelib_TypeClass_DOUBLE:
        return "da";
    case typelib_TypeClass_INTERFACE:
        return "oa";
    case typelib_TypeClass_ANY:
        return "silhbdforca";
    case typelib_TypeClass_SEQUENCE:
        return "a";
    case typelib_TypeClass_STRUCT:
        return strstr(p->name, "Range") != NULL ? "ra" : "ca";
    default:
        return "ila";
    }
}

static bool should_fit(const fake_method *method, const char *letters) {
    if (strlen(letters) != (size_t)method->count) return false;
    for (int i = 0; i < method->count; i++)
        if (strchr(fitting(&method->parameters[i]), letters[i]) == NULL) return false;
    return true;
}

static size_t tried;

/* Every text of up to three letters that begins like this one. */
static void try_letters(const fake_method *method, char *letters, size_t length) {
    char name[64];
    snprintf(name, sizeof name, "test.XThing::%s", method->name);
    letters[length] = '\0';
    if (kp_call_fits(name, letters) != should_fit(method, letters))
        fail_msg("%s with \"%s\"", name, letters);
    tried++;
    for (size_t i = 0; length < 3 && i < sizeof LETTERS - 1; i++) {
        letters[length] = LETTERS[i];
        try_letters(method, letters, length + 1);
        letters[length] = '\0';
    }
}

static void test_every_signature(void **state) {
    (void)state;
    char letters[8];
    for (int i = 0; i < METHOD_COUNT; i++)
        try_letters(&METHODS[i], letters, 0);
    assert_true(tried > 30000);
    for (size_t i = 0; i < sizeof LETTERS - 1; i++) {
        snprintf(letters, sizeof letters, "ili%c", LETTERS[i]);
        assert_int_equal(kp_call_fits("test.XThing::sum", letters),
                         should_fit(&METHODS[SUM], letters));
    }
}

/* The object is not called, no argument is read (there is none), and it is told. */
static void test_wrong_letters_read_nothing(void **state) {
    (void)state;
    size_t before = calls;
    assert_false(kp_do(&thing->base, "test.XThing::echo", "d"));
    assert_non_null(strstr(kp_call_failure(), "test.XThing::echo: the letters"));
    assert_null(kp_get(&thing->base, "test.XThing::same", ""));
    assert_null(kp_get_text(&thing->base, "test.XThing::echo", "ss"));
    assert_true(kp_get_number(&thing->base, "test.XThing::half", "s") == 0);
    assert_false(kp_do(&thing->base, "test.XThing::change", "i"));
    assert_false(kp_do(&thing->base, "test.XThing::missing", "s"));
    assert_non_null(strstr(kp_call_failure(), "no such method"));
    assert_false(kp_do(&thing->base, "test.XThing", ""));
    assert_false(kp_do(NULL, "test.XThing::nothing", ""));
    assert_non_null(strstr(kp_call_failure(), "no object"));
    assert_int_equal(calls, before);
}

static void test_wrong_arguments(void **state) {
    (void)state;
    static const char SUM_OF[] = "test.XThing::sum";
    size_t before = calls;
    kp_auto_any longs = {0};
    kp_auto_any word = {0};
    long references = thing->references;
    kp_any_long(&longs, 3);
    kp_any_string(&word, "x");
    assert_false(kp_do(&thing->base, SUM_OF, "iiii", 128, 0, 0, 0));
    assert_false(kp_do(&thing->base, SUM_OF, "iiii", 0, -32769, 0, 0));
    assert_false(kp_do(&thing->base, SUM_OF, "iili", 0, 0, 2147483648L, 0));
    assert_false(kp_do(&thing->base, "test.XThing::any", "l", 2147483648L));
    assert_false(kp_do(&thing->base, "test.XThing::any", "h", 40000));
    assert_false(kp_do(&thing->base, "test.XThing::echo", "s", NULL));
    assert_false(kp_do(&thing->base, "test.XThing::length", "a", &longs));
    assert_false(kp_do(&thing->base, "test.XThing::length", "a", NULL));
    assert_false(kp_do(&thing->base, "test.XThing::area", "rc", NULL, NULL));
    assert_false(kp_do(&thing->base, "test.XThing::read", "*i", NULL, 1));
    assert_int_equal(calls, before);
    assert_int_equal(thing->references, references);
    assert_true(kp_get_number(&thing->base, "test.XThing::sum", "aiii", &word, 0, 0, 0) == 0);
    assert_int_equal(calls, before);
}

static void test_exceptions(void **state) {
    (void)state;
    long references = thing->references;
    kp_auto_any any = {0};
    assert_false(kp_do(&thing->base, "test.XThing::fail", "s", "why"));
    assert_string_equal(kp_call_failure(), "test.XThing::fail: it is so");
    assert_false(kp_get_any(&any, &thing->base, "test.XThing::fail", "s", "why"));
    assert_int_equal(kp_any_class(&any), typelib_TypeClass_VOID);
    assert_null(kp_query(&thing->base, "test.XOther"));
    assert_int_equal(thing->references, references);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_right_calls),
        cmocka_unit_test(test_every_signature),
        cmocka_unit_test(test_wrong_letters_read_nothing),
        cmocka_unit_test(test_wrong_arguments),
        cmocka_unit_test(test_exceptions),
        cmocka_unit_test(test_failing_allocations),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
