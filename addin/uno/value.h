/* SPDX-License-Identifier: MPL-2.0
 *
 * value.h: values of UNO in C: objects, strings and anys. Ownership follows UNO: who constructs, releases.
 */
#ifndef KENPO_UNO_VALUE_H
#define KENPO_UNO_VALUE_H

#include "uno/uno.h"

/** Releases `object`; NULL is nothing. */
void kp_release(uno_Interface *object);

/** An object that is released where the block ends: kp_auto sheet = kp_sheet(document, name); */
static inline void kp_release_at(uno_Interface **object) {
    if (*object != NULL) (*object)->release(*object);
}
#define kp_auto __attribute__((cleanup(kp_release_at))) uno_Interface *

/** A rectangle of cells, both ends included; com.sun.star.table.CellRangeAddress in memory. */
typedef struct kp_area {
    sal_Int16 sheet;
    sal_Int32 left, top, right, bottom;
} kp_area;

/** com.sun.star.table.CellAddress in memory. */
typedef struct kp_address {
    sal_Int16 sheet;
    sal_Int32 column, row;
} kp_address;

/** A new string from UTF-8; the caller releases it. NULL where memory is short. */
rtl_uString *kp_string(const char *utf8);

/** Copies a string as UTF-8 into `buffer`; false where it does not fit (then it is empty). */
bool kp_string_copy(const rtl_uString *string, char *buffer, size_t size);

/** A copy as UTF-8, to be freed, or NULL where memory is short. */
char *kp_string_text(const rtl_uString *string);

/** Bytes that another program wrote, as UTF-8, to be freed: Shift_JIS as Windows has it (CP932, with ①㈱髙),
 *  or UTF-16 of either order. NULL where they are none, hold a zero, or memory is short. */
typedef enum kp_coding { KP_CP932, KP_UTF16_LITTLE, KP_UTF16_BIG } kp_coding;
char *kp_text_from(const char *bytes, size_t size, kp_coding coding);

/** The description of the type of that name ("[]string", "com.sun.star.…"), to be released by the
 *  caller, or NULL where it is not known. */
typelib_TypeDescription *kp_type(const char *name);

/** The type of a class that has no name of its own (double, string, any, …). Not to be released. */
typelib_TypeDescriptionReference *kp_simple_type(typelib_TypeClass type_class);

/** Constructs an any (whose memory is not initialised). */
void kp_any_void(uno_Any *any);
void kp_any_double(uno_Any *any, double value);
void kp_any_long(uno_Any *any, sal_Int32 value);
void kp_any_short(uno_Any *any, sal_Int16 value);
void kp_any_boolean(uno_Any *any, bool value);
void kp_any_string(uno_Any *any, const char *utf8);

/** A value of a named type, a struct or an enum; and a sequence ("[]any") of elements that lie in
 *  memory one after the other. False where the type is not known or memory is short: then the any
 *  is empty. */
bool kp_any_of(uno_Any *any, const void *value, const char *type);
bool kp_any_list(uno_Any *any, const char *type, const void *elements, size_t count);

/** A sequence of strings from as many texts; false as kp_any_list. */
bool kp_any_texts(uno_Any *any, const char *const *texts, size_t count);

/** Releases what the any holds; of {0}, nothing. */
void kp_any_end(uno_Any *any);

/** An any that ends where the block does: kp_auto_any value = {0}; and a text that is freed. */
#define kp_auto_any __attribute__((cleanup(kp_any_end))) uno_Any
void kp_text_end(char **text);
#define kp_auto_text __attribute__((cleanup(kp_text_end))) char *
/** Such a text, handed on to someone else who frees it. */
char *kp_text_take(char **text);

/** The class of what the any holds. */
static inline typelib_TypeClass kp_any_class(const uno_Any *any) {
    return any->pType == NULL ? typelib_TypeClass_VOID : (typelib_TypeClass)any->pType->eTypeClass;
}

/** Whether the any holds a value of just the type of that name ("[][]any"). */
bool kp_any_is(const uno_Any *any, const char *type);

/** The number in an any of any numeric type, an enum, or a boolean as 0 or 1; false for anything else. */
bool kp_any_number(const uno_Any *any, double *number);

/** The sequence in an any, or NULL. Not to be ended. */
const uno_Sequence *kp_any_sequence(const uno_Any *any);

/** The string in an any, or NULL. Not to be released. */
const rtl_uString *kp_any_text(const uno_Any *any);

/** A setting by name, as loading and storing take them. */
typedef struct kp_setting {
    const char *name;
    typelib_TypeClass kind; /**< STRING, BOOLEAN or LONG */
    const char *text;
    long number;
} kp_setting;

/** A sequence<PropertyValue> of `count` settings, at most 16; false as kp_any_list. */
bool kp_any_settings(uno_Any *any, const kp_setting *settings, size_t count);

/** Element `index` of a sequence of strings, interfaces or sequences. */
static inline void *kp_sequence_pointer(const uno_Sequence *sequence, size_t index) {
    return ((void *const *)(const void *)sequence->elements)[index];
}

#endif
