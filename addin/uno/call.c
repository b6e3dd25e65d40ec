/* SPDX-License-Identifier: MPL-2.0
 *
 * call.c: calling out to the office: names, letters, arguments, the call, what comes back.
 */
#include "uno/call.h"

#include <osl/thread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ARGUMENTS = 8, NAME = 160, FAILURE = 512 };

/* Each thread's text, kept by the office's runtime: C's own _Thread_local would bring a thread
 * library into the library for Windows and the loader among the needs of that for Linux. */
static oslThreadKey failure_key(void) {
    static _Atomic(oslThreadKey) known;
    oslThreadKey before = known;
    if (before != NULL) return before;
    oslThreadKey made = osl_createThreadKey(free);
    if (made == NULL || atomic_compare_exchange_strong(&known, &before, made)) return made;
    osl_destroyThreadKey(made);
    return before;
}

const char *kp_call_failure(void) {
    const char *failure = osl_getThreadKeyData(failure_key());
    return failure == NULL ? "" : failure;
}

static bool fail(const char *method, const char *why) {
    char *failure = osl_getThreadKeyData(failure_key());
    if (failure == NULL) {
        failure = malloc(FAILURE);
        if (failure == NULL || !osl_setThreadKeyData(failure_key(), failure)) {
            free(failure);
            return false;
        }
    }
    snprintf(failure, FAILURE, "%s: %s", method, why);
    return false;
}

/* --------------------------------------------------------------------------------- interfaces */

/* An exception begins with its message. */
static bool fail_as_thrown(const char *method, const uno_Any *exception) {
    bool known = kp_any_class(exception) == typelib_TypeClass_EXCEPTION;
    kp_auto_text said = known ? kp_string_text(*(rtl_uString *const *)exception->pData) : NULL;
    return fail(method, said == NULL || *said == '\0' ? "the office threw" : said);
}

static bool dispatch(uno_Interface *target, const char *method,
                     const typelib_TypeDescription *member, void *result, void **arguments) {
    uno_Any storage;
    uno_Any *exception = &storage;
    target->pDispatcher(target, member, result, arguments, &exception);
    if (exception == NULL) return true;
    fail_as_thrown(method, exception);
    kp_any_end(exception);
    return false;
}

/* Every call asks for an interface first, so this one is known once, as long as the library. */
static const typelib_TypeDescription *query_member(void) {
    static _Atomic(typelib_TypeDescription *) known;
    typelib_TypeDescription *member = known;
    if (member == NULL) known = member = kp_type("com.sun.star.uno.XInterface::queryInterface");
    return member;
}

static uno_Interface *query(uno_Interface *object, typelib_TypeDescriptionReference *type) {
    const typelib_TypeDescription *member = query_member();
    kp_auto_any answer = {0};
    void *arguments[] = {&type};
    if (member == NULL || !dispatch(object, "queryInterface", member, &answer, arguments))
        return NULL;
    return kp_any_object_of(&answer);
}

/* "com.sun.star." before the name. */
static bool whole_name(const char *name, char whole[NAME]) {
    return snprintf(whole, NAME, "com.sun.star.%s", name) < NAME;
}

uno_Interface *kp_query(uno_Interface *object, const char *interface) {
    char whole[NAME];
    bool named = object != NULL && whole_name(interface, whole);
    typelib_TypeDescription *type = named ? kp_type(whole) : NULL;
    uno_Interface *found = type == NULL ? NULL : query(object, type->pWeakRef);
    if (type != NULL) typelib_typedescription_release(type);
    return found;
}

bool kp_attribute_set_text(uno_Interface *object, const char *attribute, const char *utf8) {
    char whole[NAME];
    typelib_TypeDescription *member = whole_name(attribute, whole) ? kp_type(whole) : NULL;
    const typelib_InterfaceAttributeTypeDescription *described = (const void *)member;
    bool fits = member != NULL && member->eTypeClass == typelib_TypeClass_INTERFACE_ATTRIBUTE &&
                described->pAttributeTypeRef->eTypeClass == typelib_TypeClass_STRING;
    kp_auto typed =
        fits && object != NULL ? query(object, described->pInterface->aBase.pWeakRef) : NULL;
    rtl_uString *text = typed == NULL ? NULL : kp_string(utf8);
    void *arguments[] = {&text};
    bool done = text != NULL ? dispatch(typed, attribute, member, NULL, arguments)
                             : fail(attribute, "there is no such attribute");
    if (text != NULL) rtl_uString_release(text);
    if (member != NULL) typelib_typedescription_release(member);
    return done;
}

/* ------------------------------------------------------------------------------------ letters */

/* An argument on its way. What is held is released with the call. */
typedef struct argument {
    union {
        rtl_uString *string;
        sal_Int8 byte;
        sal_Int16 half;
        sal_Int32 number;
        sal_Int64 hyper;
        float single;
        double real;
        sal_Bool truth;
        uno_Interface *object;
        char room[32]; /* of a value given back */
    } value;
    uno_Any any;
    uno_Any *back; /* where a value given back goes */
    enum { NOTHING, STRING, OBJECT, ANY } holds;
} argument;

typedef struct call {
    const char *method, *letters;
    const typelib_InterfaceMethodTypeDescription *member;
    argument taken[ARGUMENTS];
    void *arguments[ARGUMENTS];
    va_list list;
} call;

static const char AREA[] = "com.sun.star.table.CellRangeAddress";
static const char ADDRESS[] = "com.sun.star.table.CellAddress";

static bool is_type(const typelib_TypeDescriptionReference *type, const char *name) {
    const rtl_uString *own = type->pTypeName;
    sal_Int32 i = 0;
    while (i < own->length && name[i] != '\0' && own->buffer[i] == (sal_Unicode)name[i])
        i++;
    return i == own->length && name[i] == '\0';
}

static bool is_whole(typelib_TypeClass wanted) {
    return wanted == typelib_TypeClass_BYTE || wanted == typelib_TypeClass_SHORT ||
           wanted == typelib_TypeClass_LONG || wanted == typelib_TypeClass_HYPER ||
           wanted == typelib_TypeClass_ENUM;
}

static bool fits(char letter, const typelib_MethodParameter *parameter) {
    typelib_TypeClass wanted = (typelib_TypeClass)parameter->pTypeRef->eTypeClass;
    if (parameter->bIn == parameter->bOut || parameter->bOut != (letter == '*')) return false;
    if (wanted == typelib_TypeClass_ANY) return strchr("silbdorcahf*", letter) != NULL;
    switch (letter) {
    case 's':
        return wanted == typelib_TypeClass_STRING;
    case 'i':
    case 'l':
        return is_whole(wanted);
    case 'b':
        return wanted == typelib_TypeClass_BOOLEAN;
    case 'd':
        return wanted == typelib_TypeClass_DOUBLE;
    case 'o':
        return wanted == typelib_TypeClass_INTERFACE;
    case 'r':
        return is_type(parameter->pTypeRef, AREA);
    case 'c':
        return is_type(parameter->pTypeRef, ADDRESS);
    default:
        return letter == 'a' || letter == '*';
    }
}

static bool letters_fit(const call *c) {
    size_t count = strlen(c->letters);
    bool fit = count == (size_t)c->member->nParams && count <= ARGUMENTS;
    for (size_t i = 0; fit && i < count; i++)
        fit = fits(c->letters[i], &c->member->pParams[i]);
    return fit || fail(c->method, "the letters do not fit the method");
}

/* ---------------------------------------------------------------------------------- arguments */

/* As it comes from the list. */
typedef struct given {
    long whole;
    double real;
    void *pointer;
} given;

static given next_given(call *c, char letter) {
    given g = {0, 0, NULL};
    if (letter == 'i' || letter == 'h' || letter == 'b')
        g.whole = va_arg(c->list, int);
    else if (letter == 'l')
        g.whole = va_arg(c->list, long);
    else if (letter == 'd' || letter == 'f')
        g.real = va_arg(c->list, double);
    else
        g.pointer = va_arg(c->list, void *);
    return g;
}

/* The type that a value of that letter has by itself. */
static typelib_TypeClass class_of(char letter) {
    static const struct {
        char letter;
        typelib_TypeClass type;
    } CLASSES[] = {
        {'s', typelib_TypeClass_STRING},  {'i', typelib_TypeClass_LONG},
        {'l', typelib_TypeClass_LONG},    {'h', typelib_TypeClass_SHORT},
        {'b', typelib_TypeClass_BOOLEAN}, {'d', typelib_TypeClass_DOUBLE},
        {'f', typelib_TypeClass_FLOAT},   {'o', typelib_TypeClass_INTERFACE},
    };
    for (size_t i = 0; i < sizeof CLASSES / sizeof *CLASSES; i++)
        if (CLASSES[i].letter == letter) return CLASSES[i].type;
    return typelib_TypeClass_STRUCT;
}

/* A whole number must fit its type. */
static bool put_whole(argument *a, typelib_TypeClass wanted, long number) {
    switch (wanted) {
    case typelib_TypeClass_BYTE:
        a->value.byte = (sal_Int8)number;
        return a->value.byte == number;
    case typelib_TypeClass_SHORT:
        a->value.half = (sal_Int16)number;
        return a->value.half == number;
    case typelib_TypeClass_HYPER:
        a->value.hyper = number;
        return true;
    default:
        a->value.number = (sal_Int32)number;
        return a->value.number == number;
    }
}

static bool put_string(argument *a, const char *text) {
    a->value.string = text == NULL ? NULL : kp_string(text);
    if (a->value.string != NULL) a->holds = STRING;
    return a->holds == STRING;
}

static bool put_object(argument *a, uno_Interface *object,
                       typelib_TypeDescriptionReference *interface) {
    a->value.object = object == NULL ? NULL : query(object, interface);
    a->holds = OBJECT;
    return object == NULL || a->value.object != NULL;
}

static bool put_value(argument *a, typelib_TypeDescriptionReference *type, given g) {
    switch ((typelib_TypeClass)type->eTypeClass) {
    case typelib_TypeClass_STRING:
        return put_string(a, g.pointer);
    case typelib_TypeClass_INTERFACE:
        return put_object(a, g.pointer, type);
    case typelib_TypeClass_BOOLEAN:
        a->value.truth = g.whole != 0;
        return true;
    case typelib_TypeClass_FLOAT:
        a->value.single = (float)g.real;
        return true;
    case typelib_TypeClass_DOUBLE:
        a->value.real = g.real;
        return true;
    default:
        return put_whole(a, (typelib_TypeClass)type->eTypeClass, g.whole);
    }
}

static void end_argument(argument *a) {
    if (a->holds == STRING)
        rtl_uString_release(a->value.string);
    else if (a->holds == OBJECT)
        kp_release(a->value.object);
    else if (a->holds == ANY)
        kp_any_end(&a->any);
    a->holds = NOTHING;
}

/* The value as an any of the type it has by itself. */
static bool put_any(argument *a, char letter, given g) {
    bool area = letter == 'r';
    if (area || letter == 'c') {
        if (g.pointer == NULL || !kp_any_of(&a->any, g.pointer, area ? AREA : ADDRESS))
            return false;
    } else {
        typelib_TypeDescriptionReference *type = kp_simple_type(class_of(letter));
        if (!put_value(a, type, g)) return false;
        argument plain = *a;
        uno_type_any_construct(&a->any, &plain.value, type, NULL);
        end_argument(&plain);
    }
    a->holds = ANY;
    return true;
}

/* What an any holds, of just that type. */
static void *content_of(const uno_Any *any, const typelib_TypeDescriptionReference *type) {
    if (any == NULL || any->pType == NULL) return NULL;
    if (type->eTypeClass == typelib_TypeClass_ANY) return (void *)(uintptr_t)any;
    const rtl_uString *a = any->pType->pTypeName;
    const rtl_uString *b = type->pTypeName;
    bool same = rtl_ustr_compare_WithLength(a->buffer, a->length, b->buffer, b->length) == 0;
    return same ? any->pData : NULL;
}

/* Whether there is room for a value of that type. */
static bool has_room(typelib_TypeDescriptionReference *type, size_t room) {
    typelib_TypeDescription *description = NULL;
    typelib_typedescriptionreference_getDescription(&description, type);
    bool fit = description != NULL && (size_t)description->nSize <= room;
    if (description != NULL) typelib_typedescription_release(description);
    return fit;
}

static bool take(call *c, size_t i) {
    typelib_TypeDescriptionReference *type = c->member->pParams[i].pTypeRef;
    argument *a = &c->taken[i];
    char letter = c->letters[i];
    given g = next_given(c, letter);
    c->arguments[i] = &a->value;
    if (letter == '*') {
        a->back = g.pointer;
        return a->back != NULL && has_room(type, sizeof a->value);
    }
    if (letter == 'a' ||
        ((letter == 'r' || letter == 'c') && type->eTypeClass != typelib_TypeClass_ANY)) {
        c->arguments[i] = letter == 'a' ? content_of(g.pointer, type) : g.pointer;
        return c->arguments[i] != NULL;
    }
    if (type->eTypeClass != typelib_TypeClass_ANY) return put_value(a, type, g);
    c->arguments[i] = &a->any;
    return put_any(a, letter, g);
}

static bool take_all(call *c) {
    for (size_t i = 0; i < (size_t)c->member->nParams; i++)
        if (!take(c, i))
            return fail(c->method, "an argument is missing, too large or of another kind");
    return true;
}

/* ----------------------------------------------------------------------------------- the call */

/* A value that was given back as an any, which then holds it. */
static void wrap(uno_Any *any, void *value, typelib_TypeDescriptionReference *type) {
    uno_type_any_construct(any, value, type, NULL);
    uno_type_destructData(value, type, NULL);
}

/* The call with all that it needs; the result, of any type, becomes an any. */
static bool call_out(call *c, uno_Interface *typed, uno_Any *result) {
    union {
        double aligned;
        uno_Any any;
        char room[256];
    } value;
    typelib_TypeDescriptionReference *type = c->member->pReturnTypeRef;
    bool is_any = type->eTypeClass == typelib_TypeClass_ANY;
    const typelib_TypeDescription *member = &c->member->aBase.aBase;
    if (!has_room(type, sizeof value)) return fail(c->method, "the result is too large");
    if (!dispatch(typed, c->method, member, is_any ? (void *)result : &value, c->arguments)) {
        *result = (uno_Any){0};
        return false;
    }
    if (!is_any && type->eTypeClass != typelib_TypeClass_VOID) wrap(result, &value, type);
    for (size_t i = 0; i < (size_t)c->member->nParams; i++)
        if (c->taken[i].back != NULL)
            wrap(c->taken[i].back, &c->taken[i].value, c->member->pParams[i].pTypeRef);
    return true;
}

static bool call_member(call *c, uno_Interface *object, uno_Any *result) {
    if (object == NULL) return fail(c->method, "there is no object");
    kp_auto typed = query(object, c->member->pInterface->aBase.pWeakRef);
    if (typed == NULL) return fail(c->method, "the object does not know this interface");
    bool done = take_all(c) && call_out(c, typed, result);
    for (size_t i = 0; i < ARGUMENTS; i++)
        end_argument(&c->taken[i]);
    return done;
}

/* The description of the method that is named, to be released, or NULL. */
static typelib_TypeDescription *method_of(call *c) {
    char whole[NAME];
    typelib_TypeDescription *member = whole_name(c->method, whole) ? kp_type(whole) : NULL;
    if (member != NULL && member->eTypeClass == typelib_TypeClass_INTERFACE_METHOD) {
        c->member = (const void *)member;
        return member;
    }
    if (member != NULL) typelib_typedescription_release(member);
    fail(c->method, "there is no such method");
    return NULL;
}

static bool perform(call *c, uno_Interface *object, uno_Any *result) {
    typelib_TypeDescription *member = method_of(c);
    *result = (uno_Any){0};
    bool done = member != NULL && letters_fit(c) && call_member(c, object, result);
    if (member != NULL) typelib_typedescription_release(member);
    return done;
}

bool kp_call_fits(const char *method, const char *letters) {
    call c = {.method = method, .letters = letters};
    typelib_TypeDescription *member = method_of(&c);
    bool fit = member != NULL && letters_fit(&c);
    if (member != NULL) typelib_typedescription_release(member);
    return fit;
}

bool kp_do(uno_Interface *object, const char *method, const char *letters, ...) {
    kp_auto_any dropped = {0};
    call c = {.method = method, .letters = letters};
    va_start(c.list, letters);
    bool done = perform(&c, object, &dropped);
    va_end(c.list);
    return done;
}

uno_Interface *kp_get(uno_Interface *object, const char *method, const char *letters, ...) {
    kp_auto_any result = {0};
    call c = {.method = method, .letters = letters};
    va_start(c.list, letters);
    perform(&c, object, &result);
    va_end(c.list);
    return kp_any_object_of(&result);
}

char *kp_get_text(uno_Interface *object, const char *method, const char *letters, ...) {
    kp_auto_any result = {0};
    call c = {.method = method, .letters = letters};
    va_start(c.list, letters);
    perform(&c, object, &result);
    va_end(c.list);
    const rtl_uString *text = kp_any_text(&result);
    return text == NULL ? NULL : kp_string_text(text);
}

double kp_get_number(uno_Interface *object, const char *method, const char *letters, ...) {
    kp_auto_any result = {0};
    double number = 0;
    call c = {.method = method, .letters = letters};
    va_start(c.list, letters);
    perform(&c, object, &result);
    va_end(c.list);
    kp_any_number(&result, &number);
    return number;
}

bool kp_get_any(uno_Any *value, uno_Interface *object, const char *method, const char *letters,
                ...) {
    call c = {.method = method, .letters = letters};
    va_start(c.list, letters);
    bool done = perform(&c, object, value);
    va_end(c.list);
    return done;
}

uno_Interface *kp_any_object_of(const uno_Any *any) {
    uno_Interface *object = NULL;
    if (kp_any_class(any) == typelib_TypeClass_INTERFACE) object = *(uno_Interface **)any->pData;
    if (object != NULL) object->acquire(object);
    return object;
}
