/* SPDX-License-Identifier: MPL-2.0
 *
 * types.c: types for the tests of calls, told to the runtime library when it asks for them by name.
 */
#include "types.h"

#include <stdio.h>
#include <string.h>

#define OF(type, name)                                                                             \
    { typelib_TypeClass_##type, name, true, false }
#define BACK(type, name)                                                                           \
    { typelib_TypeClass_##type, name, false, true }
#define BOTH(type, name)                                                                           \
    { typelib_TypeClass_##type, name, true, true }

static const char THING[] = "com.sun.star.test.XThing";
static const char AREA[] = "com.sun.star.table.CellRangeAddress";
static const char ADDRESS[] = "com.sun.star.table.CellAddress";
static const char LONGS[] = "[]long";

const fake_method METHODS[] = {
    {"nothing", OF(VOID, "void"), 0, {{0}}},
    {"echo", OF(STRING, "string"), 1, {OF(STRING, "string")}},
    {"sum",
     OF(HYPER, "hyper"),
     4,
     {OF(BYTE, "byte"), OF(SHORT, "short"), OF(LONG, "long"), OF(HYPER, "hyper")}},
    {"isFalse", OF(BOOLEAN, "boolean"), 1, {OF(BOOLEAN, "boolean")}},
    {"half", OF(DOUBLE, "double"), 1, {OF(DOUBLE, "double")}},
    {"same", OF(INTERFACE, THING), 1, {OF(INTERFACE, THING)}},
    {"area", OF(STRUCT, AREA), 2, {OF(STRUCT, AREA), OF(STRUCT, ADDRESS)}},
    {"any", OF(ANY, "any"), 1, {OF(ANY, "any")}},
    {"read", OF(LONG, "long"), 2, {BACK(SEQUENCE, LONGS), OF(LONG, "long")}},
    {"length", OF(LONG, "long"), 1, {OF(SEQUENCE, LONGS)}},
    {"fail", OF(VOID, "void"), 1, {OF(STRING, "string")}},
    {"change", OF(VOID, "void"), 1, {BOTH(LONG, "long")}},
};
const int METHOD_COUNT = sizeof METHODS / sizeof METHODS[0];

static rtl_uString *string(const char *text) {
    rtl_uString *made = NULL;
    rtl_uString_newFromAscii(&made, text);
    return made;
}

typedef struct member {
    typelib_TypeClass type;
    const char *type_name, *name;
} member;

static void make_compound(typelib_TypeDescription **type, typelib_TypeClass kind, rtl_uString *name,
                          const member *members, int count) {
    typelib_CompoundMember_Init inits[5];
    for (int i = 0; i < count; i++) {
        inits[i].eTypeClass = members[i].type;
        inits[i].pTypeName = string(members[i].type_name);
        inits[i].pMemberName = string(members[i].name);
    }
    typelib_typedescription_new(type, kind, name, NULL, count, inits);
    for (int i = 0; i < count; i++) {
        rtl_uString_release(inits[i].pTypeName);
        rtl_uString_release(inits[i].pMemberName);
    }
}

#define SHORT(name)                                                                                \
    { typelib_TypeClass_SHORT, "short", name }
#define LONG(name)                                                                                 \
    { typelib_TypeClass_LONG, "long", name }
static const member AREA_MEMBERS[] = {SHORT("Sheet"), LONG("StartColumn"), LONG("StartRow"),
                                      LONG("EndColumn"), LONG("EndRow")};
static const member ADDRESS_MEMBERS[] = {SHORT("Sheet"), LONG("Column"), LONG("Row")};
static const member EXCEPTION_MEMBERS[] = {
    {typelib_TypeClass_STRING, "string", "Message"},
    {typelib_TypeClass_INTERFACE, "com.sun.star.uno.XInterface", "Context"}};
static const member PROPERTY_MEMBERS[] = {{typelib_TypeClass_STRING, "string", "Name"},
                                          LONG("Handle"),
                                          {typelib_TypeClass_ANY, "any", "Value"},
                                          LONG("State")};

/* The first methods of an interface come from XInterface. */
static void make_interface(typelib_TypeDescription **type, rtl_uString *name, int count) {
    typelib_InterfaceTypeDescription *made = NULL;
    typelib_TypeDescriptionReference *members[16] = {NULL};
    typelib_TypeDescriptionReference *base =
        *typelib_static_type_getByTypeClass(typelib_TypeClass_INTERFACE);
    for (int i = 0; i < count; i++) {
        char text[128];
        snprintf(text, sizeof text, "%s::%s", THING, METHODS[i].name);
        rtl_uString *full = string(text);
        typelib_typedescriptionreference_new(&members[i], typelib_TypeClass_INTERFACE_METHOD, full);
        rtl_uString_release(full);
    }
    typelib_typedescription_newMIInterface(&made, name, 0, 0, 0, 0, 0, 1, &base, count, members);
    for (int i = 0; i < count; i++)
        typelib_typedescriptionreference_release(members[i]);
    *type = &made->aBase;
}

static void make_method(typelib_TypeDescription **type, rtl_uString *name, int index) {
    enum { INHERITED = 3 };
    const fake_method *method = &METHODS[index];
    typelib_InterfaceMethodTypeDescription *made = NULL;
    typelib_Parameter_Init parameters[5];
    rtl_uString *result = string(method->result.name);
    rtl_uString *value = string("value");
    for (int i = 0; i < method->count; i++) {
        const fake_parameter *p = &method->parameters[i];
        typelib_Parameter_Init parameter = {p->type, string(p->name), value, p->in, p->out};
        parameters[i] = parameter;
    }
    typelib_typedescription_newInterfaceMethod(&made, INHERITED + index, sal_False, name,
                                               method->result.type, result, method->count,
                                               parameters, 0, NULL);
    for (int i = 0; i < method->count; i++)
        rtl_uString_release(parameters[i].pTypeName);
    rtl_uString_release(value);
    rtl_uString_release(result);
    *type = &made->aBase.aBase;
}

static void make_type(void *context, typelib_TypeDescription **type, rtl_uString *name) {
    (void)context;
    char text[128] = "";
    for (sal_Int32 i = 0; i < name->length && i < (sal_Int32)sizeof text - 1; i++)
        text[i] = (char)name->buffer[i];
    const char *method = strstr(text, "::");
    if (strcmp(text, AREA) == 0)
        make_compound(type, typelib_TypeClass_STRUCT, name, AREA_MEMBERS, 5);
    else if (strcmp(text, ADDRESS) == 0)
        make_compound(type, typelib_TypeClass_STRUCT, name, ADDRESS_MEMBERS, 3);
    else if (strcmp(text, "com.sun.star.beans.PropertyValue") == 0)
        make_compound(type, typelib_TypeClass_STRUCT, name, PROPERTY_MEMBERS, 4);
    else if (strcmp(text, "com.sun.star.uno.RuntimeException") == 0)
        make_compound(type, typelib_TypeClass_EXCEPTION, name, EXCEPTION_MEMBERS, 2);
    else if (strcmp(text, THING) == 0)
        make_interface(type, name, METHOD_COUNT);
    else if (method == NULL && strstr(text, ".X") != NULL)
        make_interface(type, name, 0);
    for (int i = 0;
         method != NULL && strncmp(text, THING, sizeof THING - 1) == 0 && i < METHOD_COUNT; i++)
        if (strcmp(method + 2, METHODS[i].name) == 0) make_method(type, name, i);
}

void know_types(void) {
    typelib_typedescription_registerCallback(NULL, make_type);
}
