/* SPDX-License-Identifier: MPL-2.0
 *
 * write-parameters.c: a program of the build. Turns addin/rules/parameters.tsv, which explains
 * itself, into C: the enum of the parameters and the table behind kenpo/parameter.h. It writes
 * nothing where a line is not as it must be, and says which (file:line: reason).
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kenpo/num.h"
#include "kenpo/unit.h"
#include "kenpo/year.h"

enum { FIELDS = 8, SOURCES = 100, PARAMETERS = 500, ALIASES = 50, VALUES = 2000 };

/* A line: its words, which lie in the text of the file. */
typedef struct line {
    int number;
    int count;
    char *field[FIELDS];
} line;

typedef struct table {
    const char *file;
    line sources[SOURCES], parameters[PARAMETERS], aliases[ALIASES], values[VALUES];
    size_t source_count, parameter_count, alias_count, value_count;
    size_t owner[VALUES];    /* the parameter that a value belongs to */
    size_t meaning[ALIASES]; /* the parameter that an alias names */
    int faults;
} table;

/* A word of the file, and what stands for it in C. */
typedef struct word {
    const char *word, *c;
} word;

static const word DOCUMENTS[] = {
    {"通知", "KP_NOTICE_2015"},    {"健保連R6", "KP_KENPOREN_2024"},
    {"法", "KP_HEALTH_ACT"},       {"施行令", "KP_HEALTH_ORDER"},
    {"高確法", "KP_ELDERLY_ACT"},  {"介護保険法", "KP_CARE_ACT"},
    {"支援法", "KP_CHILDREN_ACT"}, {"予算編成基準", "KP_BUDGET_STANDARD"},
    {"目安", "KP_NO_SOURCE"},      {NULL, NULL},
};

static const word STANDINGS[] = {
    {"通知", "KP_ORDERED"}, {"公表", "KP_PUBLISHED"},
    {"算出", "KP_DERIVED"}, {"提示", "KP_PROPOSED"},
    {"法令", "KP_STATUTE"}, {"当分の間", "KP_FOR_NOW"},
    {"目安", "KP_GUIDE"},   {NULL, NULL},
};

static const char *in_c(const word *words, const char *wanted) {
    while (words->word != NULL && strcmp(words->word, wanted) != 0)
        words++;
    return words->c;
}

/* The unit of that name, KP_UNITS where there is none. */
static int unit_named(const char *name) {
    int unit = 0;
    while (unit < KP_UNITS && strcmp(kp_unit_words((kp_unit)unit).ja, name) != 0)
        unit++;
    return unit;
}

static void fault(table *t, const line *at, const char *format, ...) {
    va_list words;
    fprintf(stderr, "%s:%d: ", t->file, at->number);
    va_start(words, format);
    vfprintf(stderr, format, words);
    va_end(words);
    fputc('\n', stderr);
    t->faults++;
}

/* ------------------------------------------------------------------------------- reading */

static char *read_file(const char *path) {
    FILE *file = fopen(path, "rb");
    long size;
    if (file == NULL || fseek(file, 0, SEEK_END) != 0 || (size = ftell(file)) < 0) return NULL;
    char *text = malloc((size_t)size + 1);
    rewind(file);
    if (text == NULL || fread(text, 1, (size_t)size, file) != (size_t)size) return NULL;
    text[size] = '\0';
    fclose(file);
    return text;
}

/* The name of a parameter in C: "grant.threshold" is KP_GRANT_THRESHOLD. */
static void write_name(FILE *out, const char *id) {
    fputs("KP_", out);
    for (; *id != '\0'; id++)
        fputc(*id == '.' ? '_' : *id >= 'a' && *id <= 'z' ? *id - 'a' + 'A' : *id, out);
}

/* Whether two ids have the same name in C. */
static bool alike(const char *a, const char *b) {
    while (*a != '\0' && (*a == *b || (strchr("._", *a) && strchr("._", *b) && *b != '\0')))
        a++, b++;
    return *a == *b;
}

static void add_source(table *t, const line *at) {
    if (at->count != 3) fault(t, at, "出典 takes a name and a title");
    if (in_c(DOCUMENTS, at->field[1]) != NULL) fault(t, at, "%s is a document", at->field[1]);
    for (size_t i = 0; i < t->source_count; i++)
        if (strcmp(t->sources[i].field[1], at->field[1]) == 0)
            fault(t, at, "%s is named twice", at->field[1]);
    t->sources[t->source_count++] = *at;
}

static void end_parameter(table *t) {
    if (t->parameter_count == 0) return;
    if (t->value_count == 0 || t->owner[t->value_count - 1] != t->parameter_count - 1)
        fault(t, &t->parameters[t->parameter_count - 1], "the parameter has no value");
}

/* A name of a parameter that no other one has. */
static void check_name(table *t, const line *at) {
    const char *id = at->field[1];
    if (id[0] == '\0' || id[strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789._")] != '\0')
        fault(t, at, "\"%s\": a name has small letters, digits, '.' and '_'", id);
    for (size_t i = 0; i < t->parameter_count; i++)
        if (alike(t->parameters[i].field[1], id)) fault(t, at, "%s stands twice", id);
    for (size_t i = 0; i < t->alias_count; i++)
        if (alike(t->aliases[i].field[1], id)) fault(t, at, "%s stands twice", id);
}

static void add_parameter(table *t, const line *at) {
    end_parameter(t);
    if (at->count < 4 || at->count > 5)
        fault(t, at, "係数 takes a name, its meaning in Japanese and English, a unit");
    if (unit_named(at->field[4]) == KP_UNITS) fault(t, at, "unknown unit \"%s\"", at->field[4]);
    check_name(t, at);
    t->parameters[t->parameter_count++] = *at;
}

static void add_alias(table *t, const line *at) {
    if (at->count != 2) fault(t, at, "別名 takes a name");
    if (t->parameter_count == 0) {
        fault(t, at, "another name stands below its 係数");
        return;
    }
    check_name(t, at);
    t->meaning[t->alias_count] = t->parameter_count - 1;
    t->aliases[t->alias_count++] = *at;
}

static int read_year(const char *text, int otherwise) {
    if (text[0] == '\0') return otherwise;
    if (strlen(text) != 4 || strspn(text, "0123456789") != 4) return 0;
    int year = atoi(text);
    return year >= KP_FIRST_YEAR && year <= KP_LAST_YEAR ? year : 0;
}

static void check_years(table *t, const line *at) {
    int from = read_year(at->field[1], KP_FIRST_YEAR);
    int to = read_year(at->field[2], KP_LAST_YEAR);
    bool lasting = strcmp(at->field[4], "公表") != 0 && strcmp(at->field[4], "算出") != 0 &&
                   strcmp(at->field[4], "提示") != 0;
    if (from == 0 || to == 0 || from > to) fault(t, at, "the years must be two, in their order");
    if (at->field[2][0] == '\0' && !lasting) fault(t, at, "公表, 算出 and 提示 have a last year");
    if (at->field[1][0] == '\0' && strcmp(at->field[4], "目安") != 0)
        fault(t, at, "only 目安 has no first year");
    if (t->value_count == 0 || t->owner[t->value_count - 1] != t->parameter_count - 1) return;
    const line *before = &t->values[t->value_count - 1];
    if (read_year(before->field[2], KP_LAST_YEAR) >= from)
        fault(t, at, "the years overlap with those of line %d, or come before them",
              before->number);
}

static const line *source_named(const table *t, const char *name) {
    for (size_t i = 0; i < t->source_count; i++)
        if (strcmp(t->sources[i].field[1], name) == 0) return &t->sources[i];
    return NULL;
}

static void add_value(table *t, const line *at) {
    if (t->parameter_count == 0) {
        fault(t, at, "a value stands below its 係数");
        return;
    }
    if (at->count < 6 || at->count > 7) {
        fault(t, at, "値 takes first and last year, value, standing, source, place");
        return;
    }
    check_years(t, at);
    if (kp_num_status(kp_num_from_decimal(at->field[3])) != KP_OK)
        fault(t, at, "\"%s\" is no decimal number", at->field[3]);
    if (in_c(STANDINGS, at->field[4]) == NULL)
        fault(t, at, "unknown standing \"%s\"", at->field[4]);
    bool document = in_c(DOCUMENTS, at->field[5]) != NULL;
    if (!document && source_named(t, at->field[5]) == NULL)
        fault(t, at, "unknown source \"%s\"", at->field[5]);
    if (document && at->count < 7) fault(t, at, "where in %s does it stand?", at->field[5]);
    t->owner[t->value_count] = t->parameter_count - 1;
    t->values[t->value_count++] = *at;
}

/* Cuts a line at its tabs; empty fields at its end do not count. */
static void cut(line *at, char *text) {
    at->count = 0;
    for (int i = 0; i < FIELDS; i++)
        at->field[i] = "";
    while (text != NULL && at->count < FIELDS) {
        char *tab = strchr(text, '\t');
        if (tab != NULL) *tab++ = '\0';
        at->field[at->count++] = text;
        text = tab;
    }
    while (at->count > 0 && at->field[at->count - 1][0] == '\0')
        at->count--;
}

static void read_line(table *t, line *at, char *text) {
    if (text[0] == '#') return;
    cut(at, text);
    if (at->count == 0) return;
    if (t->source_count == SOURCES || t->parameter_count == PARAMETERS ||
        t->alias_count == ALIASES || t->value_count == VALUES)
        fault(t, at, "too many lines for this program");
    else if (strcmp(at->field[0], "出典") == 0)
        add_source(t, at);
    else if (strcmp(at->field[0], "係数") == 0)
        add_parameter(t, at);
    else if (strcmp(at->field[0], "別名") == 0)
        add_alias(t, at);
    else if (strcmp(at->field[0], "値") == 0)
        add_value(t, at);
    else
        fault(t, at, "a line begins with 出典, 係数, 別名, 値 or #, not with \"%s\"", at->field[0]);
}

static void read_table(table *t, char *text) {
    line at = {0};
    while (text != NULL) {
        char *end = strchr(text, '\n');
        if (end != NULL) *end++ = '\0';
        at.number++;
        read_line(t, &at, text);
        text = end;
    }
    end_parameter(t);
}

/* ------------------------------------------------------------------------------- writing */

static void quoted(FILE *out, const char *text) {
    fputc('"', out);
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\') fputc('\\', out);
        fputc(*text, out);
    }
    fputc('"', out);
}

static void write_ids(FILE *out, const table *t) {
    fputs("/* Written by the build from parameters.tsv. */\n"
          "#ifndef KENPO_PARAMETER_ID_H\n#define KENPO_PARAMETER_ID_H\n\n"
          "typedef enum kp_parameter_id {\n    KP_NO_PARAMETER,\n",
          out);
    for (size_t i = 0; i < t->parameter_count; i++) {
        fputs("    ", out);
        write_name(out, t->parameters[i].field[1]);
        fprintf(out, ", /**< %s */\n", t->parameters[i].field[1]);
    }
    fputs("    KP_PARAMETERS\n} kp_parameter_id;\n\n#endif\n", out);
}

static void write_label(FILE *out, char *const *field) {
    fputs("    {", out);
    quoted(out, field[1]);
    fputs(", {", out);
    quoted(out, field[2]);
    fputs(", ", out);
    quoted(out, field[3]);
    fprintf(out, "}, (kp_unit)%d},\n", unit_named(field[4]));
}

static void write_aliases(FILE *out, const table *t) {
    fputs("const kp_parameter_alias KP_PARAMETER_ALIASES[] = {\n", out);
    for (size_t i = 0; i < t->alias_count; i++) {
        fputs("    {", out);
        quoted(out, t->aliases[i].field[1]);
        fputs(", ", out);
        write_name(out, t->parameters[t->meaning[i]].field[1]);
        fputs("},\n", out);
    }
    fputs("    {NULL, KP_NO_PARAMETER},\n};\n\n", out);
}

static void write_value(FILE *out, const table *t, size_t index) {
    char *const *field = t->values[index].field;
    const line *page = source_named(t, field[5]);
    fputs("    {", out);
    write_name(out, t->parameters[t->owner[index]].field[1]);
    fprintf(out, ", %d, %d, ", read_year(field[1], KP_FIRST_YEAR),
            read_year(field[2], KP_LAST_YEAR));
    quoted(out, field[3]);
    fprintf(out, ", %s, {%s, ", in_c(STANDINGS, field[4]),
            page == NULL ? in_c(DOCUMENTS, field[5]) : "KP_PUBLIC_PAGE");
    if (page != NULL) quoted(out, page->field[2]);
    if (page != NULL && field[6][0] != '\0') fputs(" \" \" ", out);
    if (page == NULL || field[6][0] != '\0') quoted(out, field[6]);
    fputs("}},\n", out);
}

static void write_table(FILE *out, const table *t) {
    fputs("/* Written by the build from parameters.tsv. */\n"
          "#include \"rules/parameter.h\"\n\n"
          "const kp_parameter_label_row KP_PARAMETER_LABELS[KP_PARAMETERS] = {\n"
          "    {\"\", {\"\", \"\"}, KP_NO_UNIT},\n",
          out);
    for (size_t i = 0; i < t->parameter_count; i++)
        write_label(out, t->parameters[i].field);
    fputs("};\n\n", out);
    write_aliases(out, t);
    fputs("const kp_parameter KP_PARAMETER_VALUES[] = {\n", out);
    for (size_t i = 0; i < t->value_count; i++)
        write_value(out, t, i);
    fputs("};\n\nconst size_t KP_PARAMETER_VALUE_COUNT =\n"
          "    sizeof KP_PARAMETER_VALUES / sizeof KP_PARAMETER_VALUES[0];\n",
          out);
}

static bool write_file(const char *path, void write(FILE *out, const table *t), const table *t) {
    FILE *out = fopen(path, "w");
    if (out == NULL) return false;
    write(out, t);
    bool failed = ferror(out) != 0;
    return fclose(out) == 0 && !failed;
}

int main(int count, char **arguments) {
    static table t;
    if (count != 4) return 2;
    t.file = arguments[1];
    char *text = read_file(arguments[1]);
    if (text == NULL) {
        perror(arguments[1]);
        return 1;
    }
    read_table(&t, text);
    if (t.faults > 0) return 1;
    return !write_file(arguments[2], write_ids, &t) || !write_file(arguments[3], write_table, &t);
}
