/* SPDX-License-Identifier: MPL-2.0
 *
 * value.c: strings and anys.
 */
#include "value.h"

#include <string.h>

rtl_uString *kp_string(const char *utf8) {
    rtl_uString *string = NULL;
    rtl_string2UString(&string, utf8, (sal_Int32)strlen(utf8), RTL_TEXTENCODING_UTF8,
                       RTL_TEXTTOUNICODE_FLAGS_UNDEFINED_DEFAULT |
                           RTL_TEXTTOUNICODE_FLAGS_MBUNDEFINED_DEFAULT |
                           RTL_TEXTTOUNICODE_FLAGS_INVALID_DEFAULT);
    return string;
}

bool kp_string_copy(const rtl_uString *string, char *buffer, size_t size) {
    rtl_String *utf8 = NULL;
    rtl_uString2String(&utf8, string->buffer, string->length, RTL_TEXTENCODING_UTF8,
                       RTL_UNICODETOTEXT_FLAGS_UNDEFINED_DEFAULT |
                           RTL_UNICODETOTEXT_FLAGS_INVALID_DEFAULT);
    size_t length = (size_t)utf8->length;
    bool fits = length < size && memchr(utf8->buffer, '\0', length) == NULL;
    if (fits) memcpy(buffer, utf8->buffer, length);
    buffer[fits ? length : 0] = '\0';
    rtl_string_release(utf8);
    return fits;
}

typelib_TypeDescription *kp_type(const char *name) {
    typelib_TypeDescription *type = NULL;
    rtl_uString *wanted = kp_string(name);
    typelib_typedescription_getByName(&type, wanted);
    rtl_uString_release(wanted);
    return type;
}

typelib_TypeDescriptionReference *kp_simple_type(typelib_TypeClass type_class) {
    return *typelib_static_type_getByTypeClass(type_class);
}

void kp_any_void(uno_Any *any) {
    uno_any_construct(any, NULL, NULL, NULL);
}

static void construct(uno_Any *any, void *value, typelib_TypeClass type_class) {
    uno_type_any_construct(any, value, kp_simple_type(type_class), NULL);
}

void kp_any_double(uno_Any *any, double value) {
    construct(any, &value, typelib_TypeClass_DOUBLE);
}

void kp_any_long(uno_Any *any, sal_Int32 value) {
    construct(any, &value, typelib_TypeClass_LONG);
}

void kp_any_boolean(uno_Any *any, bool value) {
    sal_Bool truth = value;
    construct(any, &truth, typelib_TypeClass_BOOLEAN);
}

void kp_any_string(uno_Any *any, const char *utf8) {
    rtl_uString *string = kp_string(utf8);
    construct(any, &string, typelib_TypeClass_STRING);
    rtl_uString_release(string);
}

void kp_any_end(uno_Any *any) {
    uno_any_destruct(any, NULL);
}

bool kp_any_number(const uno_Any *any, double *number) {
    switch (kp_any_class(any)) {
    case typelib_TypeClass_DOUBLE:
        *number = *(const double *)any->pData;
        return true;
    case typelib_TypeClass_FLOAT:
        *number = *(const float *)any->pData;
        return true;
    case typelib_TypeClass_LONG:
        *number = *(const sal_Int32 *)any->pData;
        return true;
    case typelib_TypeClass_SHORT:
        *number = *(const sal_Int16 *)any->pData;
        return true;
    case typelib_TypeClass_BYTE:
        *number = *(const sal_Int8 *)any->pData;
        return true;
    case typelib_TypeClass_HYPER:
        *number = (double)*(const sal_Int64 *)any->pData;
        return true;
    case typelib_TypeClass_BOOLEAN:
        *number = *(const sal_Bool *)any->pData;
        return true;
    default:
        return false;
    }
}

const rtl_uString *kp_any_text(const uno_Any *any) {
    return kp_any_class(any) == typelib_TypeClass_STRING ? *(rtl_uString *const *)any->pData : NULL;
}
