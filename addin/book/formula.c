/* SPDX-License-Identifier: MPL-2.0
 *
 * formula.c: our functions in the text of a formula.
 */
#include "book/formula.h"

#include <string.h>

#include "kenpo/text.h"
#include "stored/spelling.h"
#include "system/letters.h"

static const char SERVICE[] = "ORG.KENPOCALC.BUDGET.";
enum { SERVICE_LENGTH = sizeof SERVICE - 1 };

static bool word_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.' || (unsigned char)c >= 0x80;
}

/* Behind the quoted text that begins at `at`; a doubled quote is part of it. */
static size_t skip_quoted(const char *formula, size_t at) {
    char quote = formula[at++];
    while (formula[at] != '\0') {
        if (formula[at] == quote && formula[at + 1] == quote)
            at += 2;
        else if (formula[at++] == quote)
            break;
    }
    return at;
}

bool kp_formula_word(const char *formula, size_t *at, kp_span *word) {
    size_t i = *at;
    while (formula[i] != '\0' && !word_character(formula[i]))
        i = formula[i] == '"' || formula[i] == '\'' ? skip_quoted(formula, i) : i + 1;
    word->start = formula + i;
    while (word_character(formula[i]))
        i++;
    word->length = (size_t)(formula + i - word->start);
    *at = i;
    return word->length > 0;
}

static bool is_service(kp_span word) {
    return word.length > SERVICE_LENGTH && kp_letters_begin(word.start, SERVICE);
}

bool kp_formula_is_ours(const char *formula) {
    size_t at = 0;
    kp_span word;
    while (kp_formula_word(formula, &at, &word))
        if (is_service(word)) return true;
    return false;
}

/* A name may stand behind its sheet's name and a point. */
static bool word_is_name(kp_span word, const char *name, size_t length) {
    if (word.length < length) return false;
    const char *tail = word.start + word.length - length;
    if (!kp_letters_begin(tail, name)) return false;
    return word.length == length || tail[-1] == '.';
}

bool kp_formula_mentions(const char *formula, const char *name) {
    size_t length = strlen(name);
    size_t at = 0;
    kp_span word;
    while (kp_formula_word(formula, &at, &word))
        if (word_is_name(word, name, length)) return true;
    return false;
}

/* ------------------------------------------------------------------------ what strangers call */

static bool is_among(const char *const *names, size_t count, kp_span word) {
    for (size_t i = 0; i < count; i++)
        if (strlen(names[i]) == word.length && kp_letters_begin(word.start, names[i])) return true;
    return false;
}

static bool computes_from_cells(kp_span word) {
    static const char *const NAMES[] = {
        "ABS",         "ADDRESS",   "AND",      "AVERAGE",    "AVERAGEA",   "AVERAGEIF",
        "AVERAGEIFS",  "CEILING",   "CHOOSE",   "COLUMN",     "COLUMNS",    "CONCAT",
        "CONCATENATE", "COUNT",     "COUNTA",   "COUNTBLANK", "COUNTIF",    "COUNTIFS",
        "DATE",        "DATEVALUE", "DAY",      "DAYS",       "EDATE",      "EOMONTH",
        "EVEN",        "EXACT",     "FALSE",    "FIND",       "FLOOR",      "HLOOKUP",
        "IF",          "IFERROR",   "IFNA",     "IFS",        "INDEX",      "INT",
        "ISBLANK",     "ISERR",     "ISERROR",  "ISLOGICAL",  "ISNA",       "ISNUMBER",
        "ISTEXT",      "LARGE",     "LEFT",     "LEN",        "LOOKUP",     "LOWER",
        "MATCH",       "MAX",       "MAXIFS",   "MEDIAN",     "MID",        "MIN",
        "MINIFS",      "MOD",       "MONTH",    "MROUND",     "N",          "NA",
        "NOT",         "ODD",       "OR",       "POWER",      "PRODUCT",    "QUOTIENT",
        "REPLACE",     "RIGHT",     "ROUND",    "ROUNDDOWN",  "ROUNDUP",    "ROW",
        "ROWS",        "SEARCH",    "SIGN",     "SMALL",      "SQRT",       "SUBSTITUTE",
        "SUBTOTAL",    "SUM",       "SUMIF",    "SUMIFS",     "SUMPRODUCT", "SWITCH",
        "T",           "TEXT",      "TEXTJOIN", "TRANSPOSE",  "TRIM",       "TRUE",
        "TRUNC",       "UPPER",     "VALUE",    "VLOOKUP",    "WEEKDAY",    "XOR",
        "YEAR",        "YEARFRAC"};
    return is_among(NAMES, sizeof NAMES / sizeof *NAMES, word);
}

static bool looks_at_the_world(kp_span word) {
    static const char *const NAMES[] = {"CELL",
                                        "CURRENT",
                                        "DDE",
                                        "FILTERXML",
                                        "GETPIVOTDATA",
                                        "HYPERLINK",
                                        "INDIRECT",
                                        "INFO",
                                        "MULTIPLE.OPERATIONS",
                                        "NOW",
                                        "OFFSET",
                                        "RAND",
                                        "RAND.NV",
                                        "RANDARRAY",
                                        "RANDBETWEEN",
                                        "RANDBETWEEN.NV",
                                        "SHEET",
                                        "SHEETS",
                                        "STYLE",
                                        "TODAY",
                                        "WEBSERVICE"};
    return is_among(NAMES, sizeof NAMES / sizeof *NAMES, word);
}

kp_formula_reach kp_formula_reaches(const char *formula) {
    kp_formula_reach reach = kp_spelled_outside(formula) ? KP_REACH_WORLD : KP_REACH_CELLS;
    size_t at = 0;
    kp_span word;
    while (kp_formula_word(formula, &at, &word)) {
        const char *behind = word.start + word.length;
        while (*behind == ' ')
            behind++;
        if (looks_at_the_world(word))
            reach = *behind == '(' ? KP_REACH_WORLD : reach;
        else if (*behind == '(' && !computes_from_cells(word) && !is_service(word) &&
                 reach == KP_REACH_CELLS)
            reach = KP_REACH_UNKNOWN;
    }
    return reach;
}

/* --------------------------------------------------------------------------------------- calls */

static const kp_function *function_of(kp_span word) {
    for (size_t i = 0; i < KP_FUNCTION_COUNT; i++) {
        const char *method = KP_FUNCTIONS[i].method;
        if (strlen(method) == word.length - SERVICE_LENGTH &&
            kp_letters_begin(word.start + SERVICE_LENGTH, method))
            return &KP_FUNCTIONS[i];
    }
    return NULL;
}

static kp_span trimmed(const char *start, const char *end) {
    while (start < end && *start == ' ')
        start++;
    while (end > start && end[-1] == ' ')
        end--;
    kp_span span = {start, (size_t)(end - start)};
    return span;
}

static void add_argument(kp_formula_call *call, const char *start, const char *end) {
    if (call->count < KP_CALL_ARGUMENTS) call->arguments[call->count++] = trimmed(start, end);
}

/* Reads the arguments from behind the opening parenthesis to the closing one. */
static void read_arguments(const char *text, kp_formula_call *call) {
    int depth = 0;
    const char *start = text;
    size_t i = 0;
    call->count = 0;
    while (text[i] != '\0') {
        char c = text[i];
        if (c == '"' || c == '\'') {
            i = skip_quoted(text, i);
            continue;
        }
        if (c == '(' || c == '{') depth++;
        if ((c == ')' || c == '}') && depth-- == 0) break;
        if (c == ';' && depth == 0) {
            add_argument(call, start, text + i);
            start = text + i + 1;
        }
        i++;
    }
    if (call->count > 0 || trimmed(start, text + i).length > 0) add_argument(call, start, text + i);
}

bool kp_formula_next_call(const char *formula, size_t *at, kp_formula_call *call) {
    kp_span word;
    while (kp_formula_word(formula, at, &word)) {
        if (!is_service(word)) continue;
        const char *behind = word.start + word.length;
        while (*behind == ' ')
            behind++;
        if (*behind != '(') continue;
        call->function = function_of(word);
        read_arguments(behind + 1, call);
        return true;
    }
    return false;
}

/* -------------------------------------------------------------------------- the two spellings */

/* Writes something in place of a word, and moves *at where it takes more than the word. */
typedef bool translate(kp_span word, size_t *at, kp_buffer *out);

static bool to_typed(kp_span word, size_t *at, kp_buffer *out) {
    (void)at;
    const kp_function *function = is_service(word) ? function_of(word) : NULL;
    if (function != NULL) kp_put(out, function->name);
    return function != NULL;
}

static void put_stored(const kp_function *function, kp_buffer *out) {
    kp_put(out, SERVICE);
    for (const char *c = function->method; *c != '\0'; c++) {
        char upper = kp_capital(*c);
        kp_put_bytes(out, &upper, 1);
    }
}

static bool to_stored(kp_span word, size_t *at, kp_buffer *out) {
    (void)at;
    for (size_t i = 0; i < KP_FUNCTION_COUNT; i++) {
        const char *name = KP_FUNCTIONS[i].name;
        if (strlen(name) != word.length || !kp_letters_begin(word.start, name)) continue;
        put_stored(&KP_FUNCTIONS[i], out);
        return true;
    }
    return false;
}

static bool is_check(kp_span word) {
    const kp_function *function = is_service(word) ? function_of(word) : NULL;
    return function != NULL && function->tell == kp_tell_check;
}

static bool to_level(kp_span word, size_t *at, kp_buffer *out) {
    (void)at;
    if (!is_check(word)) return false;
    for (size_t i = 0; i < KP_FUNCTION_COUNT; i++)
        if (KP_FUNCTIONS[i].compute == kp_check_level) put_stored(&KP_FUNCTIONS[i], out);
    return true;
}

static bool is_word(kp_span word, const char *text) {
    return word.length == strlen(text) && kp_letters_begin(word.start, text);
}

/* Whether the word catches errors of a check: IFERROR or IFNA, called on one. */
static bool catches_check(kp_span word) {
    if (!is_word(word, "IFERROR") && !is_word(word, "IFNA")) return false;
    const char *open = word.start + word.length;
    if (*open != '(') return false;
    kp_formula_call call;
    read_arguments(open + 1, &call);
    kp_span inner;
    for (size_t at = 0; call.count > 0 && kp_formula_word(call.arguments[0].start, &at, &inner);)
        if (inner.start < call.arguments[0].start + call.arguments[0].length && is_check(inner))
            return true;
    return false;
}

/* IFERROR(check;otherwise) becomes CHOOSE(1;check;otherwise), which lets the error through. */
static bool to_uncaught(kp_span word, size_t *at, kp_buffer *out) {
    if (!catches_check(word)) return false;
    kp_put(out, "CHOOSE(1;");
    *at += 1;
    return true;
}

static void rewrite(const char *formula, translate *translate_word, kp_buffer *out) {
    size_t done = 0;
    size_t at = 0;
    kp_span word;
    while (kp_formula_word(formula, &at, &word)) {
        size_t start = (size_t)(word.start - formula);
        kp_put_bytes(out, formula + done, start - done);
        if (!translate_word(word, &at, out)) kp_put_bytes(out, word.start, word.length);
        done = at;
    }
    kp_put(out, formula + done);
}

void kp_formula_typed(const char *stored, kp_buffer *out) {
    rewrite(stored, to_typed, out);
}

void kp_formula_stored(const char *typed, kp_buffer *out) {
    rewrite(typed, to_stored, out);
}

void kp_formula_levels(const char *stored, kp_buffer *out) {
    rewrite(stored, to_level, out);
}

void kp_formula_uncaught(const char *stored, kp_buffer *out) {
    rewrite(stored, to_uncaught, out);
}

bool kp_formula_is_check(const char *formula) {
    size_t at = 0;
    kp_span word;
    while (kp_formula_word(formula, &at, &word))
        if (is_check(word)) return true;
    return false;
}
