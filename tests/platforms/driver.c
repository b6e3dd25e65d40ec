/* SPDX-License-Identifier: MPL-2.0
 *
 * driver.c: calls every function of the extension's library through the dispatcher of binary UNO, as
 * an office does, beside stand-ins for the office's own libraries (tests/platforms/office), and writes
 * what came back, bit by bit. The same driver with the library of another platform must write the
 * same. It knows of the library what users' files know: the IDL and the functions' names.
 * usage: driver LIBRARY LANGUAGE XBudget.idl NAMES FILE…   NAMES: lines of method, tab, name in Calc;
 *        the files hold formulas, one a line or in a table's second column. "-" in place of a file
 *        calls all again and again and says whether strings were left.
 */
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "uno/uno.h"

#ifdef _WIN32
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
static void *symbol(const char *library, const char *name) {
    HMODULE module = LoadLibraryA(library);
    return module == NULL ? NULL : (void *)(uintptr_t)GetProcAddress(module, name);
}
#else
#include <dlfcn.h>
static void *symbol(const char *library, const char *name) {
    void *module = dlopen(library, RTLD_NOW | RTLD_LOCAL);
    if (module == NULL) fprintf(stderr, "%s\n", dlerror());
    return module == NULL ? NULL : dlsym(module, name);
}
#endif

SAL_DLLPUBLIC_IMPORT long stand_in_strings(void);

enum { MOST_FUNCTIONS = 100, MOST_ARGUMENTS = 24, MOST_CELLS = 64, TEXT = 9000 };

typedef enum kind { DOUBLE, TEXT_KIND, RANGE, ANY, DOCUMENT } kind;

typedef struct function {
    char method[64];
    char name[64];
    kind gives;
    size_t count;
    kind takes[MOST_ARGUMENTS];
    size_t calls;
} function;

static function functions[MOST_FUNCTIONS];
static size_t function_count;
static uno_Interface *budget;
static const char *language;
static bool silent;

/* ---------------------------------------------------------------------------- what is called */

static char *read_file(const char *path) {
    FILE *file = fopen(path, "rb");
    char *text = calloc(1, 1 << 20);
    if (file == NULL || fread(text, 1, (1 << 20) - 1, file) == 0) {
        fprintf(stderr, "cannot read %s\n", path);
        exit(2);
    }
    fclose(file);
    return text;
}

static kind kind_of(const char *type) {
    static const char *const NAMES[] = {"double ", "string ", "sequence<", "any ",
                                        "com::sun::star::beans::XPropertySet "};
    type += strspn(type, " \n");
    for (kind k = DOUBLE; k <= DOCUMENT; k++)
        if (strncmp(type, NAMES[k], strlen(NAMES[k])) == 0) return k;
    fprintf(stderr, "a type that is not known: %s\n", type);
    exit(2);
}

/* The methods stand in the IDL as "type name([in] type name, …);". */
static void read_methods(const char *path) {
    char *text = read_file(path);
    for (char *at = strstr(text, "interface"); (at = strchr(at, '(')) != NULL;) {
        function *f = &functions[function_count++];
        char *name = at;
        while (name[-1] != ' ' && name[-1] != '\n')
            name--;
        snprintf(f->method, sizeof f->method, "%.*s", (int)(at - name), name);
        while (*name != '{' && *name != ';')
            name--;
        f->gives = kind_of(name + 1);
        char *end = strstr(at, ");");
        *end = '\0';
        for (char *part = at; (part = strstr(part, "[in]")) != NULL; part++)
            f->takes[f->count++] = kind_of(part + 4);
        at = end + 1;
    }
    free(text);
}

static void read_names(const char *path) {
    char *text = read_file(path);
    size_t named = 0;
    for (char *line = strtok(text, "\n"); line != NULL; line = strtok(NULL, "\n")) {
        char *tab = strchr(line, '\t');
        if (tab == NULL) continue;
        *tab = '\0';
        for (size_t i = 0; i < function_count; i++)
            if (strcmp(functions[i].method, line) == 0)
                named += snprintf(functions[i].name, 64, "%s", tab + 1) > 0;
    }
    free(text);
    if (named != function_count || named == 0) {
        fprintf(stderr, "%zu methods in the IDL, %zu of them have names\n", function_count, named);
        exit(2);
    }
}

/* -------------------------------------------------------------- what the library asks an office */

static rtl_uString *string_of(const char *text) {
    rtl_uString *string = NULL;
    rtl_string2UString(&string, text, (sal_Int32)strlen(text), RTL_TEXTENCODING_UTF8, 0);
    return string;
}

static void text_of(const rtl_uString *string, char *out, size_t size) {
    rtl_String *utf8 = NULL;
    rtl_uString2String(&utf8, string->buffer, string->length, RTL_TEXTENCODING_UTF8, 0);
    snprintf(out, size, "%s", utf8->buffer);
    rtl_string_release(utf8);
}

static typelib_TypeDescription *type_of(const char *name) {
    rtl_uString *string = string_of(name);
    typelib_TypeDescription *type = NULL;
    typelib_typedescription_getByName(&type, string);
    rtl_uString_release(string);
    return type;
}

static void any_of_text(uno_Any *any, const char *text) {
    rtl_uString *string = string_of(text);
    uno_type_any_construct(any, &string,
                           *typelib_static_type_getByTypeClass(typelib_TypeClass_STRING), NULL);
    rtl_uString_release(string);
}

static void stay(uno_Interface *object) {
    (void)object;
}

/* One object is the whole office: context, service manager, configuration, document. It is every
 * interface, makes itself, and answers the language; the document counts its dates as usual. */
static void answer(uno_Interface *self, const typelib_TypeDescription *member, void *result,
                   void **arguments, uno_Any **exception) {
    char name[256];
    *exception = NULL;
    text_of(member->pTypeName, name, sizeof name);
    const char *method = strstr(name, "::") + 2;
    if (strcmp(method, "queryInterface") == 0) {
        char wanted[256];
        text_of((*(typelib_TypeDescriptionReference **)arguments[0])->pTypeName, wanted,
                sizeof wanted);
        uno_any_construct(result, &self, type_of(wanted), NULL);
    } else if (strcmp(method, "getByName") == 0) {
        any_of_text(result, language);
    } else if (strcmp(method, "getPropertyValue") == 0) {
        uno_any_construct(result, NULL, NULL, NULL);
    } else {
        *(uno_Interface **)result = self;
    }
}

static uno_Interface office = {stay, stay, answer};

/* ------------------------------------------------------------------------------------- calling */

/* A value of a formula. */
typedef struct value {
    bool is_text, is_range, is_none, failed;
    double number;
    char *text;
    size_t count; /**< of a range */
    struct value *cells;
} value;

static void any_of(uno_Any *any, const value *v);

static uno_Sequence *column_of(const value *v) {
    uno_Sequence *rows = calloc(1, sizeof *rows + (v->count + 1) * sizeof(void *));
    rows->nRefCount = 1;
    rows->nElements = (sal_Int32)(v->is_range ? v->count : 1);
    for (sal_Int32 i = 0; i < rows->nElements; i++) {
        uno_Sequence *row = calloc(1, sizeof *row + sizeof(uno_Any));
        row->nRefCount = 1;
        row->nElements = 1;
        any_of((uno_Any *)(void *)row->elements, v->is_range ? &v->cells[i] : v);
        ((uno_Sequence **)(void *)rows->elements)[i] = row;
    }
    return rows;
}

static void end_column(uno_Sequence *rows) {
    for (sal_Int32 i = 0; i < rows->nElements; i++) {
        uno_Sequence *row = ((uno_Sequence **)(void *)rows->elements)[i];
        uno_any_destruct((uno_Any *)(void *)row->elements, NULL);
        free(row);
    }
    free(rows);
}

static void any_of(uno_Any *any, const value *v) {
    double number = v->number;
    if (v->is_none)
        uno_any_construct(any, NULL, NULL, NULL);
    else if (v->is_text)
        any_of_text(any, v->text);
    else
        uno_type_any_construct(any, &number,
                               *typelib_static_type_getByTypeClass(typelib_TypeClass_DOUBLE), NULL);
}

/* An argument as it lies in memory, by its type in the IDL. */
typedef union slot {
    double number;
    rtl_uString *string;
    uno_Sequence *rows;
    uno_Any any;
    uno_Interface *object;
} slot;

/* False where Calc would not even call. */
static bool fill(slot *s, kind type, const value *v) {
    memset(s, 0, sizeof *s);
    if (type == DOCUMENT) s->object = &office;
    if (type == DOUBLE) s->number = v->number;
    if (type == TEXT_KIND) s->string = string_of(v->is_text ? v->text : "");
    if (type == RANGE) s->rows = column_of(v);
    if (type == ANY && v->is_range) {
        s->rows = column_of(v);
        uno_Sequence *rows = s->rows;
        uno_any_construct(&s->any, &rows, type_of("[][]any"), NULL);
    } else if (type == ANY) {
        any_of(&s->any, v);
    }
    return type != DOUBLE || (!v->is_text && !v->is_range && !v->is_none);
}

static void empty(slot *s, kind type, const value *v) {
    if (type == TEXT_KIND) rtl_uString_release(s->string);
    if (type == RANGE) end_column(s->rows);
    if (type == ANY && v->is_range)
        end_column(s->any.pReserved);
    else if (type == ANY)
        uno_any_destruct(&s->any, NULL);
}

/* One call of method `index` of an interface. False where an exception came back. */
static bool dispatch(uno_Interface *object, const char *interface, size_t index, void *result,
                     void **arguments) {
    uno_Any thrown;
    uno_Any *exception = &thrown;
    typelib_InterfaceMethodTypeDescription method;
    memset(&method, 0, sizeof method);
    method.aBase.aBase.eTypeClass = typelib_TypeClass_INTERFACE_METHOD;
    method.aBase.nPosition = (sal_Int32)(3 + index);
    method.pInterface = (void *)type_of(interface);
    object->pDispatcher(object, &method.aBase.aBase, result, arguments, &exception);
    if (exception == NULL) return true;
    uno_any_destruct(exception, NULL);
    return false;
}

/* What came back, as bits or as text. */
static value take(const function *f, const uno_Any *any, double number) {
    value v = {.number = number};
    char text[TEXT];
    if (f->gives == ANY && any->pType->eTypeClass == typelib_TypeClass_STRING) {
        text_of(*(rtl_uString *const *)any->pData, text, sizeof text);
        v.is_text = true;
        v.text = strdup(text);
        if (!silent) printf("%s = \"%s\"\n", f->name, text);
        return v;
    }
    if (f->gives == ANY) v.number = *(const double *)any->pData;
    uint64_t bits;
    memcpy(&bits, &v.number, sizeof bits);
    v.failed = v.number != v.number;
    if (!silent) printf("%s = %016" PRIx64 "\n", f->name, bits);
    return v;
}

static value call(function *f, const value *given, size_t count) {
    static const value NONE = {.is_none = true};
    slot slots[MOST_ARGUMENTS];
    void *arguments[MOST_ARGUMENTS];
    const value *values[MOST_ARGUMENTS];
    size_t used = 0;
    bool called = true;
    for (size_t i = 0; i < f->count; i++) {
        bool own = f->takes[i] != DOCUMENT;
        values[i] = own && used < count ? &given[used++] : &NONE;
        called = fill(&slots[i], f->takes[i], values[i]) && called;
        arguments[i] = &slots[i];
    }
    uno_Any any = {NULL, NULL, NULL};
    double number = 0;
    void *result = f->gives == ANY ? (void *)&any : &number;
    value v = {.failed = true};
    if (!called || used < count) {
        if (!silent) printf("%s is not called\n", f->name);
    } else if (!dispatch(budget, "org.kenpocalc.XBudget", (size_t)(f - functions), result,
                         arguments)) {
        if (!silent) printf("%s: an exception\n", f->name);
    } else {
        f->calls++;
        v = take(f, &any, number);
        if (f->gives == ANY) uno_any_destruct(&any, NULL);
    }
    for (size_t i = 0; i < f->count; i++)
        empty(&slots[i], f->takes[i], values[i]);
    return v;
}

/* ------------------------------------------------------------------------------------ formulas */

static const char *at;
static value sum(void);

static bool accept(char c) {
    at += strspn(at, " ");
    if (*at != c) return false;
    at++;
    return true;
}

static void lost(void) {
    fprintf(stderr, "this formula is not understood, at: %s\n", at);
    exit(2);
}

static void end_value(value *v) {
    for (size_t i = 0; i < v->count; i++)
        free(v->cells[i].text);
    free(v->cells);
    free(v->text);
}

static value text_value(void) {
    size_t length = strcspn(at, "\"");
    value v = {.is_text = true, .text = calloc(1, length + 1)};
    memcpy(v.text, at, length);
    at += length;
    if (!accept('"')) lost();
    return v;
}

static value array_value(void) {
    value v = {.is_range = true, .cells = calloc(MOST_CELLS, sizeof *v.cells)};
    do
        v.cells[v.count++] = sum();
    while (accept(';') && v.count < MOST_CELLS);
    if (!accept('}')) lost();
    return v;
}

static value call_value(const char *name, size_t length) {
    value given[MOST_ARGUMENTS];
    size_t count = 0;
    bool failed = false;
    for (bool more = !accept(')'); more && count < MOST_ARGUMENTS;) {
        at += strspn(at, " ");
        given[count] = *at == ';' || *at == ')' ? (value){.is_none = true} : sum();
        failed = failed || given[count++].failed;
        more = accept(';');
        if (!more && !accept(')')) lost();
    }
    value v = {.failed = true};
    bool known = false;
    for (size_t i = 0; i < function_count; i++) {
        if (strlen(functions[i].name) != length || strncmp(functions[i].name, name, length) != 0)
            continue;
        known = true;
        if (!failed) v = call(&functions[i], given, count);
    }
    for (size_t i = 0; i < count; i++)
        end_value(&given[i]);
    if (strncmp(name, "TRUE", length) == 0) return (value){.number = 1};
    if (strncmp(name, "FALSE", length) == 0) return (value){.number = 0};
    if (!known) lost();
    return v;
}

static value factor(void) {
    if (accept('-')) {
        value v = factor();
        v.number = -v.number;
        return v;
    }
    if (accept('(')) {
        value v = sum();
        if (!accept(')')) lost();
        return v;
    }
    if (accept('"')) return text_value();
    if (accept('{')) return array_value();
    size_t length = strspn(at, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_");
    const char *name = at;
    at += length;
    if (length > 0 && accept('(')) return call_value(name, length);
    char *end;
    value v = {.number = strtod(at, &end)};
    if (end == at) lost();
    at = end;
    return v;
}

static value product(void) {
    value v = factor();
    while (*at == '*' || *at == '/') {
        bool times = *at++ == '*';
        value w = factor();
        v.failed = v.failed || w.failed || (!times && w.number == 0);
        v.number = times ? v.number * w.number : w.number == 0 ? 0 : v.number / w.number;
    }
    return v;
}

static value sum(void) {
    value v = product();
    while (*at == '+' || *at == '-') {
        double sign = *at++ == '+' ? 1 : -1;
        value w = product();
        v.failed = v.failed || w.failed;
        v.number += sign * w.number;
    }
    return v;
}

/* ----------------------------------------------------------------------------------------- all */

static size_t compute_file(const char *path) {
    char *text = read_file(path);
    size_t formulas = 0;
    for (char *line = strtok(text, "\n"); line != NULL; line = strtok(NULL, "\n")) {
        char *formula = strchr(line, '=');
        if (*line == '#' || formula == NULL || (formula != line && formula[-1] != '\t')) continue;
        at = formula + 1;
        value v = sum();
        if (*at != '\t' && *at != '\0' && *at != '\r') lost();
        end_value(&v);
        formulas++;
    }
    free(text);
    return formulas;
}

/* False, and says so, where strings are left after some hundred thousand calls. */
static bool none_left(char **files, int count) {
    enum { ROUNDS = 200 };
    silent = true;
    for (int k = 0; k < count; k++)
        compute_file(files[k]);
    long before = stand_in_strings();
    for (int i = 0; i < ROUNDS; i++)
        for (int k = 0; k < count; k++)
            compute_file(files[k]);
    long left = stand_in_strings() - before;
    fprintf(stderr, "%ld strings left after %d rounds\n", left, ROUNDS);
    return left == 0;
}

static uno_Interface *make_budget(const char *library) {
    typedef void *get_factory(const char *, void *, void *);
    void *found = symbol(library, "component_getFactory");
    if (found == NULL) return NULL;
    uno_Interface *factory =
        ((get_factory *)(uintptr_t)found)("org.kenpocalc.implementation.Budget", NULL, NULL);
    uno_Interface *made = NULL;
    uno_Interface *context = &office;
    void *arguments[] = {&context};
    return factory != NULL && dispatch(factory, "com.sun.star.lang.XSingleComponentFactory", 0,
                                       &made, arguments)
               ? made
               : NULL;
}

int main(int count, char **words) {
    if (count < 6) return 2;
    bool again = strcmp(words[count - 1], "-") == 0;
    int files = count - 5 - again;
    language = words[2];
    read_methods(words[3]);
    read_names(words[4]);
    budget = make_budget(words[1]);
    if (budget == NULL) {
        fprintf(stderr, "%s cannot be loaded\n", words[1]);
        return 2;
    }
    if (again) return none_left(words + 5, files) ? 0 : 1;
    size_t formulas = 0;
    for (int i = 0; i < files; i++)
        formulas += compute_file(words[5 + i]);
    size_t called = 0;
    for (size_t i = 0; i < function_count; i++) {
        called += functions[i].calls > 0;
        if (functions[i].calls == 0) fprintf(stderr, "%s was never called\n", functions[i].name);
    }
    printf("%zu formulas, %zu of %zu functions called\n", formulas, called, function_count);
    return called == function_count && formulas > 0 ? 0 : 1;
}
