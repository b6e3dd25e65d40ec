/* SPDX-License-Identifier: MPL-2.0
 *
 * guess.c: which column of a table is for which field of a list.
 */
#include "import/table/guess.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kenpo/text.h"

/* Titles, units and dates stand above the headings; they are no more than this. */
enum { HEADS = 10, SAMPLE = 200, WORD = 256 };

/* A heading without blanks, in narrow letters; on wish without what brackets say, of the unit mostly. */
static void plain_heading(const char *text, bool whole, char plain[WORD]) {
    size_t used = 0;
    while (*text != '\0' && used + 1 < WORD) {
        char c = kp_narrow(&text);
        if (!whole && (c == '(' || c == '[')) break;
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') continue;
        plain[used++] = kp_capital(c != 0 ? c : *text++);
    }
    plain[used] = '\0';
}

/* How surely a heading is that of the field: 0 for not; a name that is the whole heading is surer than
 * one in it, an earlier name surer than a later one. */
static int likeness(const kp_field *field, const char *heading) {
    enum { WHOLE = 1000, PART = 500, SHORTEST = 4 };
    char plain[WORD];
    char full[WORD];
    plain_heading(heading, false, plain);
    plain_heading(heading, true, full);
    int best = 0;
    int place = 0;
    for (const char *at = field->headings; *plain != '\0' && *at != '\0'; place++) {
        size_t length = strcspn(at, "|");
        char name[WORD] = {0};
        char word[WORD];
        memcpy(name, at, length < WORD ? length : WORD - 1);
        plain_heading(name, true, word);
        bool part = length >= SHORTEST && strstr(full, word) != NULL;
        int found = strcmp(plain, word) == 0 ? WHOLE - place : part ? PART - place : 0;
        if (found > best) best = found;
        at += length + (at[length] == '|');
    }
    return best;
}

static bool is_taken(const long columns[KP_FIELDS], size_t column) {
    for (size_t i = 0; i < KP_FIELDS; i++)
        if (columns[i] == (long)column) return true;
    return false;
}

/* The surest pair of a field without column and a column without field; gives how sure it is. */
static int best_pair(const kp_table *table, const kp_target *target, size_t row,
                     long columns[KP_FIELDS]) {
    int best = 0;
    size_t field = 0;
    size_t column = 0;
    for (size_t f = 0; f < kp_target_fields(target); f++)
        for (size_t c = 0; columns[f] < 0 && c < table->columns; c++) {
            int found =
                is_taken(columns, c) ? 0 : likeness(&target->fields[f], kp_table_at(table, row, c));
            if (found <= best) continue;
            best = found;
            field = f;
            column = c;
        }
    if (best > 0) columns[field] = (long)column;
    return best;
}

static int match_row(const kp_table *table, const kp_target *target, size_t row,
                     long columns[KP_FIELDS]) {
    int sum = 0;
    for (size_t i = 0; i < KP_FIELDS; i++)
        columns[i] = -1;
    for (int found = 1; found > 0; sum += found)
        found = best_pair(table, target, row, columns);
    return sum;
}

/* --------------------------------------------------------------------------- by the contents */

static bool is_number(const char *text) {
    return kp_amount_from(text).kind == KP_AMOUNT_NUMBER;
}

/* How many of the first rows of data hold such a thing there. */
static size_t counted(const kp_table *table, size_t head, size_t column, kp_field_kind kind,
                      kp_target_key key) {
    size_t count = 0;
    kp_month month;
    for (size_t i = head; i < table->count && i < head + SAMPLE; i++) {
        const char *text = kp_table_at(table, i, column);
        bool blank = kp_same_name(text, "");
        bool number = is_number(text);
        if (kind == KP_FIELD_NUMBER)
            count += number;
        else if (kind == KP_FIELD_KEY && key == KP_KEY_MONTH)
            count += kp_month_from(text, &month);
        else
            count += !blank && !number;
    }
    return count;
}

/* Where no heading is known: keys in the first column of keys, numbers in the next columns of numbers. */
static void match_contents(const kp_table *table, kp_choice *choice) {
    const kp_target *target = choice->target;
    size_t fields = kp_target_fields(target);
    for (size_t f = 0; f < fields; f++) {
        kp_field_kind kind = target->fields[f].kind;
        if (kind == KP_FIELD_SECTION || kind == KP_FIELD_TEXT) continue;
        for (size_t c = 0; choice->columns[f] < 0 && c < table->columns; c++) {
            size_t rows =
                table->count - choice->head < SAMPLE ? table->count - choice->head : SAMPLE;
            if (is_taken(choice->columns, c)) continue;
            if (2 * counted(table, choice->head, c, kind, target->key) > rows)
                choice->columns[f] = (long)c;
        }
    }
}

/* The first row in which a number stands. */
static size_t first_numbers(const kp_table *table) {
    for (size_t i = 0; i < table->count && i < HEADS; i++)
        for (size_t c = 0; c < table->columns; c++)
            if (is_number(kp_table_at(table, i, c))) return i;
    return 0;
}

/* ---------------------------------------------------------------------------------------- unit */

/* Whether the heading, or a line above it, says in what the amounts are. */
static kp_money money_of(const kp_table *table, const kp_choice *choice) {
    kp_money money = KP_MONEY_NONE;
    for (size_t i = 0; i < choice->head; i++)
        for (size_t c = 0; c < table->columns; c++) {
            const char *text = kp_table_at(table, i, c);
            bool wanted = i + 1 < choice->head || is_taken(choice->columns, c);
            if (wanted && strstr(text, "千円") != NULL)
                money = KP_MONEY_THOUSAND;
            else if (wanted && money == KP_MONEY_NONE && strstr(text, "円") != NULL &&
                     strstr(text, "百万円") == NULL)
                money = KP_MONEY_YEN;
        }
    return money;
}

static bool has_money(const kp_target *target) {
    for (size_t i = 0; i < kp_target_fields(target); i++)
        if (target->fields[i].money != KP_MONEY_NONE) return true;
    return false;
}

kp_choice kp_guess(const kp_table *table, const kp_target *target, size_t *sure) {
    kp_choice choice = {.target = target};
    int best = 0;
    for (size_t i = 0; i < KP_FIELDS; i++)
        choice.columns[i] = -1;
    for (size_t i = 0; i < table->count && i < HEADS; i++) {
        long columns[KP_FIELDS];
        int found = match_row(table, target, i, columns);
        if (found <= best) continue;
        best = found;
        choice.head = i + 1;
        memcpy(choice.columns, columns, sizeof columns);
    }
    *sure = 0;
    for (size_t i = 0; i < KP_FIELDS; i++)
        *sure += choice.columns[i] >= 0;
    if (best == 0) choice.head = first_numbers(table);
    if (*sure < 2) match_contents(table, &choice);
    if (has_money(target)) choice.money = money_of(table, &choice);
    return choice;
}

/* A table whose key column holds none of its keys is of another list. */
static size_t worth(const kp_table *table, const kp_choice *choice, size_t sure) {
    const kp_target *target = choice->target;
    long key = choice->columns[0];
    bool months = target->key == KP_KEY_MONTH && key >= 0 &&
                  counted(table, choice->head, (size_t)key, KP_FIELD_KEY, KP_KEY_MONTH) > 0;
    return sure * 2 + (months ? 1 : 0);
}

kp_choice kp_guess_target(const kp_table *table) {
    size_t best = 0;
    size_t sure;
    kp_choice choice = kp_guess(table, kp_target_at(0), &sure);
    best = worth(table, &choice, sure);
    for (size_t i = 1; kp_target_at(i) != NULL; i++) {
        kp_choice other = kp_guess(table, kp_target_at(i), &sure);
        size_t found = worth(table, &other, sure);
        if (found <= best) continue;
        best = found;
        choice = other;
    }
    return choice;
}

void kp_column_letters(size_t column, char letters[8]) {
    size_t used = 0;
    char turned[8];
    for (size_t rest = column + 1; rest > 0 && used < 6; rest = (rest - 1) / 26)
        turned[used++] = (char)('A' + (rest - 1) % 26);
    size_t at = 0;
    while (used > 0)
        letters[at++] = turned[--used];
    letters[at] = '\0';
}

long kp_guess_column(const kp_table *table, const char *name) {
    for (size_t i = 0; i < table->count && i < HEADS; i++)
        for (size_t c = 0; c < table->columns; c++)
            if (kp_same_name(kp_table_at(table, i, c), name)) return (long)c;
    char *end = NULL;
    long number = strtol(name, &end, 10);
    if (end != name && *end == '\0')
        return number >= 1 && number <= (long)table->columns ? number - 1 : -1;
    for (size_t c = 0; c < table->columns; c++) {
        char letters[8];
        kp_column_letters(c, letters);
        if (kp_same_letters(name, letters)) return (long)c;
    }
    return -1;
}
