/* SPDX-License-Identifier: MPL-2.0
 *
 * test_refusals.c: what an argument means stands in the row of its function, as the table of bad
 * inputs has it, too; and whatever a function refuses, KENPO_EXPLAIN names the argument: its place,
 * its name, what was given, and why. Every argument of every function is tried.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "interpret.h"
#include "table.h"
#include "calc/function.h"

enum { LONG = 4096 };

/* ------------------------------------------------------------------- kinds, written once more */

static const struct {
    const char *name;
    kp_kind kind;
} CLASSES[] = {
    {"amount", KP_AMOUNT},
    {"divisor", KP_DIVISOR},
    {"signed", KP_SIGNED},
    {"count", KP_COUNT},
    {"own-amount", KP_AMOUNT},
    {"own-positive", KP_POSITIVE},
    {"own-share", KP_SHARE},
    {"months", KP_TWELVE},
    {"decimals", KP_DECIMALS},
    {"factor", KP_POSITIVE},
    {"year", KP_YEAR},
    {"day", KP_DAY},
    {"keyword", KP_KEYWORD},
    {"item", KP_KEYWORD},
    {"amounts", KP_RANGE},
    {"claims", KP_RANGE},
    {"three-years", KP_RANGE},
    {"own-three-years", KP_RANGE},
    {"two-cells", KP_RANGE},
    {"years", KP_RANGE},
    {"years-signed", KP_RANGE},
    {"twelve", KP_RANGE},
    {"rest", KP_REST},
    {"check-values", KP_REST},
    {"check-cells", KP_REST},
    {"share", KP_SHARE},
    {"positive", KP_POSITIVE},
    {"flag", KP_FLAG},
    {"income", KP_AMOUNT},
    {"part", KP_AMOUNT},
    {"whole", KP_DIVISOR},
    {"count-1", KP_ORDINAL},
    {"elderly", KP_COUNT},
    {"members", KP_COUNT},
    {"own-signed", KP_SIGNED},
    {"own-limit", KP_POSITIVE},
    {"own-project-year", KP_ORDINAL},
    {"own-late-years", KP_RANGE},
    {"own-flag", KP_FLAG},
    {"own-late-count", KP_COUNT},
};

static kp_kind kind_of(const char *class_name) {
    for (size_t i = 0; i < sizeof CLASSES / sizeof CLASSES[0]; i++)
        if (strcmp(CLASSES[i].name, class_name) == 0) return CLASSES[i].kind;
    return KP_NO_ARGUMENT;
}

static void test_rows_have_the_kinds_of_the_table(void **state) {
    (void)state;
    table arguments;
    assert_true(table_read(&arguments, "tests/data/bad-input/arguments.tsv", 3));
    for (size_t i = 0; i < KP_FUNCTION_COUNT; i++)
        for (size_t k = 0; k < kp_argument_count(&KP_FUNCTIONS[i]); k++) {
            const kp_argument *argument = &KP_FUNCTIONS[i].arguments[k];
            const char *const first[] = {KP_FUNCTIONS[i].name, argument->id, NULL};
            size_t row = table_find(&arguments, first);
            if (row == arguments.rows) fail_msg("%s %s is not there", first[0], first[1]);
            if (kind_of(table_field(&arguments, row, 2)) != argument->kind)
                fail_msg("%s %s is of another kind", first[0], first[1]);
        }
    table_end(&arguments);
}

/* -------------------------------------------------------------------------------- every refusal */

/* Splits the arguments of an example such as =KENPO_X({1;2};"a;b";3). */
static size_t split_example(const char *example, char parts[KP_ARGUMENTS][LONG]) {
    size_t count = 0;
    size_t used = 0;
    int depth = 0;
    bool quoted = false;
    for (const char *at = strchr(example, '(') + 1; at[1] != '\0'; at++) {
        if (*at == '"') quoted = !quoted;
        depth += !quoted && (*at == '{' || *at == '(');
        depth -= !quoted && (*at == '}' || *at == ')');
        if (*at == ';' && depth == 0 && !quoted) {
            parts[count++][used] = '\0';
            used = 0;
        } else {
            parts[count][used++] = *at;
        }
    }
    parts[count][used] = '\0';
    return used > 0 ? count + 1 : count;
}

/* The example with another argument at `which`; with NULL it ends before it. */
static void build(const kp_function *function, size_t which, const char *input, char *formula) {
    static char parts[KP_ARGUMENTS][LONG];
    size_t count = split_example(function->example, parts);
    size_t end = input == NULL ? which : which + 1 > count ? which + 1 : count;
    int length = snprintf(formula, LONG, "=%s(", function->name);
    for (size_t i = 0; i < end; i++)
        length += snprintf(formula + length, (size_t)(LONG - length), "%s%s", i > 0 ? ";" : "",
                           i == which  ? input
                           : i < count ? parts[i]
                                       : "");
    snprintf(formula + length, (size_t)(LONG - length), ")");
}

static void opening(const kp_function *function, size_t place, kp_language language, char *text) {
    kp_text name = function->arguments[place].name;
    if (language == KP_JAPANESE)
        snprintf(text, LONG, "引数 %d「%s」: ", (int)place + 1, name.ja);
    else
        snprintf(text, LONG, "Argument %d (%s): ", (int)place + 1, name.en);
}

/* Explains the call; whether it is refused, and then, whether it names the argument at `which`.
 * Another argument may be at fault where two belong together; then that one is named. */
static bool refused(const kp_function *function, size_t which, const char *input,
                    kp_language language, bool *itself) {
    char formula[LONG], text[LONG], named[LONG];
    build(function, which, input, formula);
    if (!formula_explain(formula, language, text, sizeof text)) fail_msg("cannot read %s", formula);
    bool error = strstr(text, "Err:50") != NULL || strstr(text, ": #") != NULL;
    bool any = false;
    *itself = false;
    for (size_t i = 0; i < kp_argument_count(function); i++) {
        opening(function, i, language, named);
        bool here = strstr(text, named) != NULL;
        any = any || here;
        *itself = *itself || (here && i == which);
    }
    if (error && !any) fail_msg("%s does not name an argument:\n%s", formula, text);
    bool number = input != NULL && (input[0] == '-' || (input[0] >= '0' && input[0] <= '9'));
    bool large = number && strlen(input) > 4; /* is said with separators, or not at all */
    if (*itself && number && !large && strstr(text, input) == NULL)
        fail_msg("%s does not say what was given:\n%s", formula, text);
    return error;
}

static void try_argument(const kp_function *function, size_t which, kp_language language) {
    static const char *const BAD[] = {"\"百\"",   "-1",    "0.5",      "1E+300",
                                      "0",        "{1;2}", "{-1}",     "{\"x\";1;2}",
                                      "{1;-1;1}", "\"\"",  "123456789"};
    const kp_argument *argument = &function->arguments[which];
    bool itself = false;
    bool ever = false;
    for (size_t i = 0; i < sizeof BAD / sizeof BAD[0]; i++) {
        refused(function, which, BAD[i], language, &itself);
        ever = ever || itself;
    }
    if (!ever) fail_msg("%s: nothing is refused of %s", function->name, argument->id);
    if (argument->need != KP_REQUIRED) return;
    assert_true(refused(function, which, NULL, language, &itself));
    if (!itself) fail_msg("%s: a missing %s is not named", function->name, argument->id);
}

static void test_every_refusal_names_its_argument(void **state) {
    (void)state;
    for (int language = KP_JAPANESE; language <= KP_ENGLISH; language++)
        for (size_t i = 0; i < KP_FUNCTION_COUNT; i++) {
            const kp_function *function = &KP_FUNCTIONS[i];
            if (function->tell == kp_tell_explanation) continue; /* does not explain itself */
            for (size_t k = 0; k < kp_argument_count(function); k++)
                if (function->arguments[k].kind != KP_REST)
                    try_argument(function, k, (kp_language)language);
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_have_the_kinds_of_the_table),
        cmocka_unit_test(test_every_refusal_names_its_argument),
    };
    return cmocka_run_group_tests_name("refusals", tests, NULL, NULL);
}
