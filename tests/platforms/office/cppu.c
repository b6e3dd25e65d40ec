/* SPDX-License-Identifier: MPL-2.0
 *
 * cppu.c: types, anys and sequences of the office's cppu3 (libuno_cppu), as far as computing needs
 * them. A type is what its name says: nothing is known of a structure's members, so that an any of a
 * structure keeps no value.
 */
#define CPPU_DLLIMPLEMENTATION

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <typelib/typeclass.h>
typedef enum _typelib_TypeClass _typelib_TypeClass;

#include <rtl/string.h>
#include <rtl/ustring.h>
#include <typelib/typedescription.h>
#include <uno/any2.h>
#include <uno/data.h>
#include <uno/dispatcher.h>
#include <uno/sequence2.h>

/* ------------------------------------------------------------------------------------- types */

typedef struct known {
    struct known *next;
    char *name;
    typelib_TypeDescriptionReference reference;
    union {
        typelib_TypeDescription type;
        typelib_InterfaceTypeDescription interface;
        typelib_InterfaceMethodTypeDescription method;
    } is;
} known;

static known *all;
static typelib_TypeDescriptionReference simple[typelib_TypeClass_INTERFACE_ATTRIBUTE + 1];

static typelib_TypeClass class_of(const char *name) {
    const char *last = strrchr(name, '.');
    if (name[0] == '[') return typelib_TypeClass_SEQUENCE;
    if (strstr(name, "::") != NULL) return typelib_TypeClass_INTERFACE_METHOD;
    if (strcmp(name, "any") == 0) return typelib_TypeClass_ANY;
    if (strcmp(name, "string") == 0) return typelib_TypeClass_STRING;
    if (strcmp(name, "type") == 0) return typelib_TypeClass_TYPE;
    if (strcmp(name, "byte") == 0) return typelib_TypeClass_BYTE;
    if (last != NULL && last[1] == 'X') return typelib_TypeClass_INTERFACE;
    if (strstr(name, "Exception") != NULL) return typelib_TypeClass_EXCEPTION;
    return typelib_TypeClass_STRUCT;
}

static rtl_uString *string_of(const char *text) {
    rtl_uString *string = NULL;
    rtl_string2UString(&string, text, (sal_Int32)strlen(text), RTL_TEXTENCODING_UTF8, 0);
    return string;
}

static void describe_method(known *k);

static known *type_named(const char *name) {
    for (known *k = all; k != NULL; k = k->next)
        if (strcmp(k->name, name) == 0) return k;
    known *k = calloc(1, sizeof *k);
    k->name = strdup(name);
    k->is.type.eTypeClass = class_of(name);
    k->is.type.pTypeName = string_of(name);
    k->is.type.bComplete = 1;
    k->is.type.pWeakRef = &k->reference;
    k->reference.eTypeClass = k->is.type.eTypeClass;
    k->reference.pTypeName = k->is.type.pTypeName;
    k->reference.pType = &k->is.type;
    k->next = all;
    all = k;
    if (k->is.type.eTypeClass == typelib_TypeClass_INTERFACE_METHOD) describe_method(k);
    return k;
}

/* The methods that are called out to, with what they give and take. */
static const struct {
    const char *name;
    const char *gives;
    const char *takes[2];
} METHODS[] = {
    {"uno.XInterface::queryInterface", "any", {"type"}},
    {"uno.XComponentContext::getServiceManager",
     "com.sun.star.lang.XMultiComponentFactory",
     {NULL}},
    {"lang.XMultiComponentFactory::createInstanceWithContext",
     "com.sun.star.uno.XInterface",
     {"string", "com.sun.star.uno.XComponentContext"}},
    {"lang.XMultiServiceFactory::createInstanceWithArguments",
     "com.sun.star.uno.XInterface",
     {"string", "[]any"}},
    {"container.XNameAccess::getByName", "any", {"string"}},
    {"beans.XPropertySet::getPropertyValue", "any", {"string"}},
    {"document.XDocumentPropertiesSupplier::getDocumentProperties",
     "com.sun.star.document.XDocumentProperties",
     {NULL}},
    {"document.XDocumentProperties::getUserDefinedProperties",
     "com.sun.star.beans.XPropertyContainer",
     {NULL}},
};

static void describe_method(known *k) {
    static const char OFFICE[] = "com.sun.star.";
    char *interface = strdup(k->name);
    *strstr(interface, "::") = '\0';
    k->is.method.pInterface = &type_named(interface)->is.interface;
    free(interface);
    for (size_t i = 0; i < sizeof METHODS / sizeof *METHODS; i++) {
        if (strcmp(k->name + strlen(OFFICE), METHODS[i].name) != 0) continue;
        k->is.method.pReturnTypeRef = &type_named(METHODS[i].gives)->reference;
        k->is.method.pParams = calloc(2, sizeof *k->is.method.pParams);
        for (; k->is.method.nParams < 2; k->is.method.nParams++) {
            const char *type = METHODS[i].takes[k->is.method.nParams];
            if (type == NULL) break;
            typelib_MethodParameter *parameter = &k->is.method.pParams[k->is.method.nParams];
            parameter->pTypeRef = &type_named(type)->reference;
            parameter->bIn = 1;
        }
    }
}

void typelib_typedescription_getByName(typelib_TypeDescription **type, rtl_uString *name) {
    rtl_String *utf8 = NULL;
    rtl_uString2String(&utf8, name->buffer, name->length, RTL_TEXTENCODING_UTF8, 0);
    *type = &type_named(utf8->buffer)->is.type;
    rtl_string_release(utf8);
}

void typelib_typedescription_release(typelib_TypeDescription *type) {
    (void)type; /* each lives as long as the library */
}

sal_Bool typelib_typedescription_complete(typelib_TypeDescription **type) {
    return (*type)->bComplete;
}

void typelib_typedescriptionreference_getDescription(typelib_TypeDescription **type,
                                                     typelib_TypeDescriptionReference *reference) {
    *type = reference->pType;
}

typelib_TypeDescriptionReference **typelib_static_type_getByTypeClass(typelib_TypeClass kind) {
    static typelib_TypeDescriptionReference *found[sizeof simple / sizeof *simple];
    simple[kind].eTypeClass = kind;
    found[kind] = &simple[kind];
    return &found[kind];
}

/* -------------------------------------------------------------------------------------- anys */

static size_t size_of(typelib_TypeClass kind) {
    switch (kind) {
    case typelib_TypeClass_BOOLEAN:
    case typelib_TypeClass_BYTE:
        return 1;
    case typelib_TypeClass_LONG:
    case typelib_TypeClass_ENUM:
        return 4;
    case typelib_TypeClass_VOID:
    case typelib_TypeClass_STRUCT:
        return 0;
    default:
        return 8; /* doubles, and whatever is a pointer */
    }
}

void uno_type_any_construct(uno_Any *any, void *value, typelib_TypeDescriptionReference *type,
                            uno_AcquireFunc acquire) {
    (void)acquire;
    if (type == NULL) type = *typelib_static_type_getByTypeClass(typelib_TypeClass_VOID);
    any->pType = type;
    any->pReserved = NULL;
    any->pData = &any->pReserved;
    if (value != NULL) memcpy(&any->pReserved, value, size_of(type->eTypeClass));
    if (any->pReserved == NULL) return;
    if (type->eTypeClass == typelib_TypeClass_STRING ||
        type->eTypeClass == typelib_TypeClass_EXCEPTION)
        rtl_uString_acquire(any->pReserved); /* an exception begins with its message */
    else if (type->eTypeClass == typelib_TypeClass_SEQUENCE)
        ((uno_Sequence *)any->pReserved)->nRefCount++;
    else if (type->eTypeClass == typelib_TypeClass_INTERFACE)
        ((uno_Interface *)any->pReserved)->acquire(any->pReserved);
}

void uno_any_construct(uno_Any *any, void *value, typelib_TypeDescription *type,
                       uno_AcquireFunc acquire) {
    uno_type_any_construct(any, value, type == NULL ? NULL : type->pWeakRef, acquire);
}

static void end_sequence(uno_Sequence *sequence, const typelib_TypeDescriptionReference *type);

void uno_any_destruct(uno_Any *any, uno_ReleaseFunc release) {
    (void)release;
    typelib_TypeClass kind = any->pType->eTypeClass;
    if (any->pReserved == NULL) return;
    if (kind == typelib_TypeClass_STRING || kind == typelib_TypeClass_EXCEPTION)
        rtl_uString_release(any->pReserved);
    else if (kind == typelib_TypeClass_SEQUENCE)
        end_sequence(any->pReserved, any->pType);
    else if (kind == typelib_TypeClass_INTERFACE)
        ((uno_Interface *)any->pReserved)->release(any->pReserved);
}

/* --------------------------------------------------------------------------------- sequences */

/* The type of a sequence's elements; NULL where they are structures. */
static typelib_TypeDescriptionReference *elements_of(const typelib_TypeDescriptionReference *type) {
    char name[128] = "";
    for (sal_Int32 i = 2; i < type->pTypeName->length && i < 127; i++)
        name[i - 2] = (char)type->pTypeName->buffer[i];
    typelib_TypeDescriptionReference *found = &type_named(name)->reference;
    return found->eTypeClass == typelib_TypeClass_STRUCT ? NULL : found;
}

static bool is_any(const typelib_TypeDescriptionReference *type) {
    return type != NULL && type->eTypeClass == typelib_TypeClass_ANY;
}

sal_Bool uno_sequence_construct(uno_Sequence **made, typelib_TypeDescription *type, void *values,
                                sal_Int32 count, uno_AcquireFunc acquire) {
    typelib_TypeDescriptionReference *element = elements_of(type->pWeakRef);
    size_t size = is_any(element) ? sizeof(uno_Any) : element == NULL ? 0 : sizeof(void *);
    *made = calloc(1, sizeof **made + (size_t)count * size);
    (*made)->nRefCount = 1;
    (*made)->nElements = count;
    char *at = (*made)->elements;
    for (sal_Int32 i = 0; i < count && values != NULL && size > 0; i++, at += size) {
        const void *value = (const char *)values + (size_t)i * size;
        if (is_any(element)) {
            const uno_Any *from = value;
            uno_type_any_construct((uno_Any *)(void *)at, from->pData, from->pType, acquire);
        } else {
            memcpy(at, value, size);
            if (element->eTypeClass == typelib_TypeClass_STRING)
                rtl_uString_acquire(*(rtl_uString **)(void *)at);
        }
    }
    return 1;
}

static void end_sequence(uno_Sequence *sequence, const typelib_TypeDescriptionReference *type) {
    if (--sequence->nRefCount != 0) return;
    typelib_TypeDescriptionReference *element = elements_of(type);
    for (sal_Int32 i = 0; i < sequence->nElements; i++) {
        if (is_any(element))
            uno_any_destruct((uno_Any *)(void *)sequence->elements + i, NULL);
        else if (element != NULL && element->eTypeClass == typelib_TypeClass_STRING)
            rtl_uString_release(((rtl_uString **)(void *)sequence->elements)[i]);
    }
    free(sequence);
}

void uno_type_destructData(void *value, typelib_TypeDescriptionReference *type,
                           uno_ReleaseFunc release) {
    uno_Any any;
    memset(&any, 0, sizeof any);
    any.pType = type;
    if (type->eTypeClass != typelib_TypeClass_VOID) memcpy(&any.pReserved, value, sizeof(void *));
    uno_any_destruct(&any, release);
}

void uno_destructData(void *value, typelib_TypeDescription *type, uno_ReleaseFunc release) {
    (void)release;
    if (type->eTypeClass == typelib_TypeClass_SEQUENCE)
        end_sequence(*(uno_Sequence **)value, type->pWeakRef);
}
