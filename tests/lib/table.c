/* SPDX-License-Identifier: MPL-2.0
 *
 * table.c: see table.h.
 */
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The whole file as a text, or NULL. */
static char *read_whole(const char *path) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) return NULL;
    char *text = NULL;
    size_t size = 0;
    size_t used = 0;
    do {
        size = 2 * size + 65536;
        char *larger = realloc(text, size);
        if (larger == NULL) break;
        text = larger;
        used += fread(text + used, 1, size - used - 1, file);
    } while (used == size - 1);
    fclose(file);
    if (text != NULL) text[used] = '\0';
    return text;
}

static bool fault(const char *path, size_t line, const char *what) {
    fprintf(stderr, "%s:%zu: %s\n", path, line, what);
    return false;
}

/* Cuts a line at its tabs into so many fields; false where it has more or fewer. */
static bool cut(char *line, char **fields, size_t columns) {
    for (size_t i = 0; i < columns; i++) {
        fields[i] = line;
        if (line == NULL) return false;
        line = strchr(line, '\t');
        if (line != NULL) *line++ = '\0';
    }
    return line == NULL;
}

static bool is_row(const char *line) {
    return *line != '\0' && *line != '#';
}

static bool take_rows(table *out, const char *path, char *at) {
    for (size_t line = 1; at != NULL; line++) {
        char *begin = at;
        at = strchr(at, '\n');
        if (at != NULL) *at++ = '\0';
        begin[strcspn(begin, "\r")] = '\0';
        if (!is_row(begin)) continue;
        size_t used = (out->rows + 1) * out->columns;
        char **fields = realloc(out->fields, used * sizeof *fields);
        if (fields == NULL) return fault(path, line, "no memory");
        out->fields = fields;
        if (!cut(begin, fields + out->rows * out->columns, out->columns))
            return fault(path, line, "not as many columns as there should be");
        out->rows += line > 1; /* the first line names the columns */
    }
    return true;
}

bool table_read(table *out, const char *path, size_t columns) {
    table empty = {NULL, NULL, columns, 0};
    *out = empty;
    out->text = read_whole(path);
    if (out->text == NULL) return fault(path, 0, "cannot be read");
    if (!take_rows(out, path, out->text)) return false;
    return out->rows > 0 ? true : fault(path, 1, "has no row");
}

void table_end(table *t) {
    free(t->fields);
    free(t->text);
}

const char *table_field(const table *t, size_t row, size_t column) {
    return t->fields[row * t->columns + column];
}

double table_number(const char *text) {
    char *end;
    double number = strtod(text, &end);
    return *end == '/' ? number / strtod(end + 1, NULL) : number;
}

size_t table_find(const table *t, const char *const *first) {
    for (size_t row = 0; row < t->rows; row++) {
        size_t i = 0;
        while (first[i] != NULL && strcmp(first[i], table_field(t, row, i)) == 0)
            i++;
        if (first[i] == NULL) return row;
    }
    return t->rows;
}
