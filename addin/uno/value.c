/* SPDX-License-Identifier: MPL-2.0
 *
 * value.c: strings and anys.
 */
#include "uno/value.h"

#include <stdlib.h>
#include <string.h>

void kp_release(uno_Interface *object) {
    if (object != NULL) object->release(object);
}

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

char *kp_string_text(const rtl_uString *string) {
    size_t size = (size_t)string->length * 3 + 1;
    char *text = malloc(size);
    if (text != NULL) kp_string_copy(string, text, size);
    return text;
}

/* The 16-bit units, which may be in the other order than this machine's. */
static rtl_uString *from_units(const unsigned char *bytes, size_t size, size_t low) {
    sal_Unicode *units = size % 2 == 0 ? malloc(size + 1) : NULL;
    rtl_uString *string = NULL;
    for (size_t i = 0; units != NULL && i < size / 2; i++)
        units[i] = (sal_Unicode)(bytes[2 * i + low] | bytes[2 * i + 1 - low] << 8);
    if (units != NULL) rtl_uString_newFromStr_WithLength(&string, units, (sal_Int32)(size / 2));
    free(units);
    return string;
}

char *kp_text_from(const char *bytes, size_t size, kp_coding coding) {
    static const sal_uInt32 STRICT = RTL_TEXTTOUNICODE_FLAGS_UNDEFINED_ERROR |
                                     RTL_TEXTTOUNICODE_FLAGS_MBUNDEFINED_ERROR |
                                     RTL_TEXTTOUNICODE_FLAGS_INVALID_ERROR;
    rtl_uString *string = NULL;
    if (size > SAL_MAX_INT32 / 4) return NULL;
    if (coding != KP_CP932)
        string = from_units((const unsigned char *)bytes, size, coding == KP_UTF16_BIG);
    else if (!rtl_convertStringToUString(&string, bytes, (sal_Int32)size, RTL_TEXTENCODING_MS_932,
                                         STRICT))
        return NULL;
    if (string == NULL) return NULL;
    char *text = kp_string_text(string);
    bool whole = text != NULL && (*text != '\0' || string->length == 0);
    rtl_uString_release(string);
    if (!whole) free(text);
    return whole ? text : NULL;
}

typelib_TypeDescription *kp_type(const char *name) {
    typelib_TypeDescription *type = NULL;
    rtl_uString *wanted = kp_string(name);
    if (wanted == NULL) return NULL;
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

void kp_any_short(uno_Any *any, sal_Int16 value) {
    construct(any, &value, typelib_TypeClass_SHORT);
}

void kp_any_boolean(uno_Any *any, bool value) {
    sal_Bool truth = value;
    construct(any, &truth, typelib_TypeClass_BOOLEAN);
}

void kp_any_string(uno_Any *any, const char *utf8) {
    rtl_uString *string = kp_string(utf8);
    *any = (uno_Any){0}; /* where memory is short */
    if (string == NULL) return;
    construct(any, &string, typelib_TypeClass_STRING);
    rtl_uString_release(string);
}

bool kp_any_of(uno_Any *any, const void *value, const char *type) {
    typelib_TypeDescription *description = kp_type(type);
    *any = (uno_Any){0};
    if (description == NULL) return false;
    uno_any_construct(any, (void *)(uintptr_t)value, description, NULL);
    typelib_typedescription_release(description);
    return true;
}

bool kp_any_list(uno_Any *any, const char *type, const void *elements, size_t count) {
    typelib_TypeDescription *description = kp_type(type);
    uno_Sequence *sequence = NULL;
    *any = (uno_Any){0};
    if (description == NULL) return false;
    bool made = uno_sequence_construct(&sequence, description, (void *)(uintptr_t)elements,
                                       (sal_Int32)count, NULL);
    if (made) {
        uno_any_construct(any, &sequence, description, NULL);
        uno_destructData(&sequence, description, NULL);
    }
    typelib_typedescription_release(description);
    return made;
}

bool kp_any_texts(uno_Any *any, const char *const *texts, size_t count) {
    rtl_uString **strings = calloc(count + 1, sizeof *strings);
    bool made = strings != NULL;
    for (size_t i = 0; made && i < count; i++)
        made = (strings[i] = kp_string(texts[i])) != NULL;
    made = made && kp_any_list(any, "[]string", strings, count);
    for (size_t i = 0; strings != NULL && i < count; i++)
        if (strings[i] != NULL) rtl_uString_release(strings[i]);
    free(strings);
    return made;
}

void kp_any_end(uno_Any *any) {
    if (any->pType != NULL) uno_any_destruct(any, NULL);
    any->pType = NULL;
}

void kp_text_end(char **text) {
    free(*text);
}

char *kp_text_take(char **text) {
    char *taken = *text;
    *text = NULL;
    return taken;
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
    case typelib_TypeClass_ENUM:
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

bool kp_any_is(const uno_Any *any, const char *type) {
    const rtl_uString *name = any->pType == NULL ? NULL : any->pType->pTypeName;
    size_t length = strlen(type);
    bool same = name != NULL && (size_t)name->length == length;
    for (size_t i = 0; same && i < length; i++)
        same = name->buffer[i] == (sal_Unicode)type[i];
    return same;
}

const uno_Sequence *kp_any_sequence(const uno_Any *any) {
    bool sequence = kp_any_class(any) == typelib_TypeClass_SEQUENCE;
    return sequence ? *(uno_Sequence *const *)any->pData : NULL;
}

/* com.sun.star.beans.PropertyValue as it lies in memory. */
typedef struct property_value {
    rtl_uString *name;
    sal_Int32 handle;
    uno_Any value;
    sal_Int32 state;
} property_value;

static bool fill_setting(const kp_setting *setting, property_value *value) {
    value->name = kp_string(setting->name);
    if (setting->kind == typelib_TypeClass_STRING)
        kp_any_string(&value->value, setting->text);
    else if (setting->kind == typelib_TypeClass_BOOLEAN)
        kp_any_boolean(&value->value, setting->number != 0);
    else
        kp_any_long(&value->value, (sal_Int32)setting->number);
    return value->name != NULL && value->value.pType != NULL;
}

bool kp_any_settings(uno_Any *any, const kp_setting *settings, size_t count) {
    enum { MOST = 16 };
    property_value values[MOST] = {{0}};
    bool made = count <= MOST;
    for (size_t i = 0; made && i < count; i++)
        made = fill_setting(&settings[i], &values[i]);
    made = made && kp_any_list(any, "[]com.sun.star.beans.PropertyValue", values, count);
    for (size_t i = 0; i < MOST; i++) {
        if (values[i].name != NULL) rtl_uString_release(values[i].name);
        kp_any_end(&values[i].value);
    }
    return made;
}
