/* SPDX-License-Identifier: MPL-2.0
 *
 * print.c: whether a print says the numbers that its workbook shows.
 */
#include "form/print.h"

#include <stdlib.h>
#include <string.h>

#include "stored/values.h"

enum { FEWEST_DIGITS = 4, MOST_PLACES = 5, NUMBER = 32 };

/* A number as it is written, and the cell that shows it (none: it stands in the print). */
typedef struct number {
    char words[NUMBER];
    const kp_stored_sheet *sheet;
    const kp_stored_cell *cell;
} number;

typedef struct numbers {
    number *all;
    size_t count, size;
    bool failed;
} numbers;

static bool is_of_number(char c) {
    return (c >= '0' && c <= '9') || c == ',' || c == '.';
}

/* The next number of at least four digits in a text, from *at on, which is behind it then. */
static bool next_number(const char **at, char words[NUMBER]) {
    while (**at != '\0') {
        size_t length = 0;
        size_t digits = 0;
        const char *start = *at;
        for (; is_of_number(start[length]); length++)
            digits += start[length] >= '0' && start[length] <= '9';
        *at = start + (length == 0 ? 1 : length);
        while (length > 0 && (start[length - 1] == ',' || start[length - 1] == '.'))
            length--;
        if (digits < FEWEST_DIGITS || length >= NUMBER) continue;
        memcpy(words, start, length);
        words[length] = '\0';
        return true;
    }
    return false;
}

static void add(numbers *n, const char *words, const kp_stored_sheet *sheet,
                const kp_stored_cell *cell) {
    if (n->count == n->size) {
        size_t size = n->size == 0 ? 1024 : n->size * 2;
        number *more = realloc(n->all, size * sizeof *more);
        if (more == NULL) n->failed = true;
        if (more == NULL) return;
        n->all = more;
        n->size = size;
    }
    number *one = &n->all[n->count++];
    one->sheet = sheet;
    one->cell = cell;
    strcpy(one->words, words);
}

static int by_words(const void *a, const void *b) {
    return strcmp(((const number *)a)->words, ((const number *)b)->words);
}

static void sort(numbers *n) {
    if (n->count > 0) qsort(n->all, n->count, sizeof *n->all, by_words);
}

/* How many of the sorted numbers from `at` on are as the first of them. */
static size_t alike(const numbers *n, size_t at) {
    size_t count = 1;
    while (at + count < n->count && strcmp(n->all[at + count].words, n->all[at].words) == 0)
        count++;
    return count;
}

static size_t count_of(const numbers *n, const char *words) {
    size_t from = 0;
    size_t to = n->count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (strcmp(n->all[middle].words, words) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    bool found = from < n->count && strcmp(n->all[from].words, words) == 0;
    return found ? alike(n, from) : 0;
}

/* ------------------------------------------------------------------------------- the workbook */

static bool is_within(const kp_stored_areas *areas, const kp_stored_cell *cell) {
    for (size_t i = 0; i < areas->count; i++) {
        const kp_stored_area *a = &areas->area[i];
        if (cell->column >= a->left && cell->column <= a->right && cell->row >= a->top &&
            cell->row <= a->bottom)
            return true;
    }
    return false;
}

/* Where one sheet has areas to print, sheets without are not printed. */
static bool has_areas(const kp_workbook *workbook) {
    bool any = false;
    for (size_t i = 0; i < workbook->count; i++)
        any = any || workbook->sheets[i].printed.count > 0;
    return any;
}

/* The part of what a cell shows that is a number ("2,779,439" of "2,779,439 千円"). */
static void add_cell(numbers *n, const kp_print_source *source, const kp_stored_sheet *sheet,
                     const kp_stored_cell *cell) {
    char words[NUMBER];
    if (cell->kind != KP_STORED_NUMBER) return;
    char *shown = cell->shown == NULL ? source->shown(source->data, sheet, cell) : NULL;
    const char *at = cell->shown != NULL ? cell->shown : shown != NULL ? shown : "";
    if (next_number(&at, words)) add(n, words, sheet, cell);
    free(shown);
}

/* The numbers of a sheet; those of one of which the print has none at all are taken back: it was not
 * printed. */
static void add_sheet(numbers *n, kp_print *print, const kp_print_source *source,
                      const kp_stored_sheet *sheet, const numbers *in_print) {
    bool areas = has_areas(source->workbook);
    bool any = false;
    size_t before = n->count;
    for (size_t i = 0; i < sheet->count; i++) {
        const kp_stored_cell *cell = &sheet->cells[i];
        if ((!areas || is_within(&sheet->printed, cell)) && !is_within(&sheet->hidden_rows, cell) &&
            !is_within(&sheet->hidden_columns, cell))
            add_cell(n, source, sheet, cell);
    }
    for (size_t i = before; i < n->count && !any; i++)
        any = count_of(in_print, n->all[i].words) > 0;
    if (any || n->count == before) return;
    n->count = before;
    kp_putf(&print->absent, "%s%s", print->absent.used == 0 ? "" : ", ", sheet->name);
}

/* ------------------------------------------------------------------------------------ compare */

/* How many sets a print has: each page that is marked says on a line of its own whether it is of the 正本,
 * of which there is one, or of a 副本. */
static size_t count_sets(const char *text) {
    size_t first = 0;
    size_t others = 0;
    for (const char *line = text; *line != '\0';) {
        size_t length = strcspn(line, "\n");
        first += length == strlen("正本") && memcmp(line, "正本", length) == 0 ? 1 : 0;
        others += length == strlen("副本") && memcmp(line, "副本", length) == 0 ? 1 : 0;
        line += length + (line[length] == '\0' ? 0 : 1);
    }
    return first == 0 ? 1 : 1 + others / first;
}

static void tell_missing(kp_print *print, const number *one) {
    if (print->missing++ >= MOST_PLACES) return;
    kp_putf(&print->places, "%s%s ", print->places.used == 0 ? "" : ", ", one->sheet->name);
    kp_stored_put_place(&print->places, one->cell->column, one->cell->row);
    kp_putf(&print->places, " (%s)", one->words);
}

static void compare(kp_print *print, const numbers *asked, const numbers *in_print, size_t sets) {
    size_t count;
    print->asked = asked->count;
    for (size_t i = 0; i < asked->count; i += count) {
        count = alike(asked, i);
        if (count_of(in_print, asked->all[i].words) < count * sets)
            tell_missing(print, &asked->all[i]);
    }
}

bool kp_print_compare(kp_print *print, const kp_print_source *source, const char *text) {
    char words[NUMBER];
    numbers in_print = {0};
    numbers asked = {0};
    for (const char *at = text; next_number(&at, words);)
        add(&in_print, words, NULL, NULL);
    sort(&in_print);
    for (size_t i = 0; i < source->workbook->count; i++) {
        const kp_stored_sheet *sheet = &source->workbook->sheets[i];
        if (!sheet->hidden && source->printed(source->data, sheet))
            add_sheet(&asked, print, source, sheet, &in_print);
    }
    sort(&asked);
    compare(print, &asked, &in_print, count_sets(text));
    bool done = !in_print.failed && !asked.failed && !print->places.failed && !print->absent.failed;
    free(in_print.all);
    free(asked.all);
    return done;
}

void kp_print_end(kp_print *print) {
    kp_buffer_end(&print->places);
    kp_buffer_end(&print->absent);
}
