/* SPDX-License-Identifier: MPL-2.0
 *
 * pile.c: what lies in a folder of submissions.
 */
#include "intake/pile.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "system/buffer.h"
#include "system/letters.h"
#include "system/lines.h"
#include "system/path.h"
#include "system/place.h"

static const char ENDING[] = ".result";
enum { MOST_LEVELS = 32 };

/* ----------------------------------------------------------------------- where a result goes */

/* NULL where memory is short. */
static char *result_of(const char *results, const char *name, bool plain) {
    enum { DIGITS = 32 };
    kp_buffer path = {0};
    char text[KP_SHA256_TEXT];
    unsigned char sum[KP_SHA256];
    kp_sha256 running = kp_sha256_begin();
    kp_sha256_add(&running, name, strlen(name));
    kp_sha256_end(&running, sum);
    kp_sha256_text(sum, text);
    text[DIGITS] = '\0';
    kp_putf(&path, "%s/%s%s", results, plain ? name : text, ENDING);
    if (path.failed) kp_buffer_end(&path);
    return path.text;
}

/* --------------------------------------------------------------------------- what is there */

typedef struct search {
    kp_pile *pile;
    const char *folder, *output, *results;
    size_t root; /**< the bytes of a path before the name that is told */
    int level;
    bool plain; /**< results go under the names themselves */
} search;

static bool has_line_end(const char *name) {
    return strpbrk(name, "\t\n") != NULL;
}

/* Takes the path over. */
static kp_fault add(const search *s, char *path, kp_refusal refusal) {
    const char *name = path + s->root;
    if (has_line_end(name)) refusal = KP_REFUSED_NAME;
    char *result = result_of(s->results, name, s->plain);
    kp_received *more =
        result == NULL ? NULL : realloc(s->pile->files, (s->pile->count + 1) * sizeof *more);
    if (more == NULL) {
        free(result);
        free(path);
        return KP_FAULT_MEMORY;
    }
    s->pile->files = more;
    more[s->pile->count++] = (kp_received){path, name, result, refusal, "", NULL, 0, 0};
    return KP_FAULT_NONE;
}

static kp_fault find_in(const search *s);

/* A folder that cannot be read is told as a whole. */
static kp_fault add_folder(const search *s, char *path) {
    search below = *s;
    below.folder = path;
    below.level++;
    kp_fault fault = find_in(&below);
    if (fault != KP_FAULT_NONE && fault != KP_FAULT_MEMORY) return add(s, path, KP_REFUSED_FOLDER);
    free(path);
    return fault;
}

static kp_fault find_entry(void *data, const char *entry) {
    const search *s = data;
    kp_buffer path = {0};
    if (entry[0] == '.') return KP_FAULT_NONE;
    kp_putf(&path, "%s%s%s", s->folder, s->folder[strlen(s->folder) - 1] == '/' ? "" : "/", entry);
    if (path.failed) return KP_FAULT_MEMORY;
    if (strcmp(path.text, s->output) == 0) {
        kp_buffer_end(&path);
        return KP_FAULT_NONE;
    }
    switch (kp_entry_look(path.text).kind) {
    case KP_ENTRY_FILE:
        return add(s, path.text, KP_NOT_REFUSED);
    case KP_ENTRY_FOLDER:
        return add_folder(s, path.text);
    case KP_ENTRY_NONE: /* of a folder that may be listed, but not entered */
        return add(s, path.text, KP_REFUSED_FOLDER);
    default:
        return add(s, path.text, KP_REFUSED_KIND);
    }
}

static kp_fault find_in(const search *s) {
    if (s->level > MOST_LEVELS) return KP_FAULT_DISK;
    return kp_folder_list(s->folder, find_entry, (void *)s);
}

static int by_path(const void *a, const void *b) {
    return strcmp(((const kp_received *)a)->path, ((const kp_received *)b)->path);
}

void kp_pile_order(kp_pile *pile) {
    qsort(pile->files, pile->count, sizeof *pile->files, by_path);
}

kp_fault kp_pile_find(kp_pile *pile, const char *folder, const char *output, const char *results) {
    size_t length = strlen(folder);
    bool slash = length > 0 && folder[length - 1] == '/';
    search s = {pile, folder, output, results, length + (slash ? 0 : 1), 0, false};
    kp_fault fault = find_in(&s);
    if (fault == KP_FAULT_NONE && pile->count > 0) kp_pile_order(pile);
    return fault;
}

kp_fault kp_pile_take(kp_pile *pile, const char *folder, const char *const *names,
                      const char *results) {
    search s = {pile, folder, "", results, strlen(folder) + 1, 0, true};
    kp_fault fault = KP_FAULT_NONE;
    for (size_t i = 0; names[i] != NULL && fault == KP_FAULT_NONE; i++) {
        kp_buffer path = {0};
        kp_putf(&path, "%s/%s", folder, names[i]);
        fault = path.failed ? KP_FAULT_MEMORY : add(&s, path.text, KP_NOT_REFUSED);
    }
    return fault;
}

/* -------------------------------------------------------------------------------- what is open */

void kp_pile_sum(kp_pile *pile) {
    for (size_t i = 0; i < pile->count; i++)
        if (pile->files[i].refusal == KP_NOT_REFUSED)
            kp_sha256_file(pile->files[i].path, pile->files[i].sum);
}

/* A copy of which nothing is known, or that is gone; but not of what there can be none, and not one
 * that the reviewer wrote in. */
static bool lacks(const kp_kept_wish *wish, const char *name) {
    char path[KP_PATH];
    if (strcmp(name, KP_RESULT_NO_COPY) == 0) return false;
    return *name == '\0' || !kp_path_in(wish->folder, name, path) ||
           kp_entry_look(path).kind != KP_ENTRY_FILE;
}

static bool lacks_copy(const kp_received *file, const kp_kept_wish *wish) {
    kp_verdict result;
    if (!kp_kept_is_wanted(wish, file->receipt) || !kp_result_open(&result, file->result))
        return false;
    bool lacking = lacks(wish, result.facts[KP_FACT_COPY]) ||
                   (wish->printed && lacks(wish, result.facts[KP_FACT_PRINT]));
    kp_result_free(&result);
    return lacking;
}

/* The workbook that lies beside a print: of its name but for the ending. */
static const char *sum_beside(const kp_pile *pile, const kp_received *file) {
    static const char *const ENDINGS[] = {".ods", ".xlsx"};
    const char *point = strrchr(file->name, '.');
    size_t stem = point == NULL ? 0 : (size_t)(point - file->name);
    for (size_t e = 0; e < 2 && stem > 0; e++)
        for (size_t i = 0; i < pile->count; i++) {
            const char *name = pile->files[i].name;
            if (strncmp(name, file->name, stem) == 0 && strcmp(name + stem, ENDINGS[e]) == 0 &&
                pile->files[i].refusal == KP_NOT_REFUSED)
                return pile->files[i].sum;
        }
    return "";
}

/* A print was compared with what lay beside it then. */
static bool has_another_beside(const kp_pile *pile, const kp_received *file) {
    kp_verdict result;
    const char *point = strrchr(file->name, '.');
    if (point == NULL || !kp_letters_same(point, ".pdf") || !kp_result_open(&result, file->result))
        return false;
    bool another = strcmp(result.facts[KP_FACT_BESIDE], sum_beside(pile, file)) != 0;
    kp_result_free(&result);
    return another;
}

static bool is_open(const kp_pile *pile, const kp_received *file, const kp_bond *bond,
                    const kp_kept_wish *wish) {
    return file->refusal == KP_NOT_REFUSED &&
           (!kp_result_stands(bond, file->result, file->name, file->sum) ||
            lacks_copy(file, wish) || has_another_beside(pile, file));
}

/* A copy that is as we made it makes room for the one that will be made again. */
static void drop_copy(const kp_kept_wish *wish, const char *name, const char *wanted) {
    char path[KP_PATH];
    char sum[KP_SHA256_TEXT];
    if (*name == '\0' || strchr(name, '/') != NULL || !kp_path_in(wish->folder, name, path)) return;
    kp_sha256_file(path, sum);
    if (*sum != '\0' && strcmp(sum, wanted) == 0) kp_file_drop(path);
}

/* Only a result that stands can say which copy is ours. */
static void drop_copies(const kp_received *file, const kp_bond *bond, const kp_kept_wish *wish) {
    kp_verdict result;
    if (!kp_kept_is_wanted(wish, file->receipt) ||
        !kp_result_stands(bond, file->result, file->name, file->sum) ||
        !kp_result_open(&result, file->result))
        return;
    drop_copy(wish, result.facts[KP_FACT_COPY], result.facts[KP_FACT_COPY_SUM]);
    drop_copy(wish, result.facts[KP_FACT_PRINT], result.facts[KP_FACT_PRINT_SUM]);
    kp_result_free(&result);
}

/* Where its copy goes. */
static kp_fault plan_copy(kp_received *file, const kp_kept_wish *wish) {
    kp_buffer path = {0};
    if (!kp_kept_is_wanted(wish, file->receipt)) return KP_FAULT_NONE;
    kp_putf(&path, "%s/", wish->folder);
    kp_kept_name(file->receipt, file->name, &path);
    if (path.failed) kp_buffer_end(&path);
    file->copy = path.text;
    return file->copy == NULL ? KP_FAULT_MEMORY : KP_FAULT_NONE;
}

static kp_fault refuse(const kp_received *file, const kp_bond *bond, kp_language language) {
    static const kp_text WORDS[KP_REFUSALS] = {
        [KP_REFUSED_NAME] = {"ファイル名に改行またはタブが含まれています。",
                             "There is a line end or a tab in its name."},
        [KP_REFUSED_KIND] = {"リンクなど、通常のファイルではないため開きません。",
                             "It is a link, or no ordinary file, and is not opened."},
        [KP_REFUSED_FOLDER] = {"フォルダーを読めません(権限がないか、階層が深すぎます)。",
                               "The folder cannot be read (no permission, or too deep)."},
    };
    return kp_result_only(bond, file->name, "", KP_FOUND_UNOPENED,
                          kp_wording(WORDS[file->refusal], language), file->result);
}

kp_fault kp_pile_sort(kp_pile *pile, const kp_bond *bond, const kp_kept_wish *wish,
                      kp_language language) {
    kp_received *sorted = calloc(pile->count + 1, sizeof *sorted);
    bool *open = calloc(pile->count + 1, sizeof *open);
    kp_fault fault = sorted == NULL || open == NULL ? KP_FAULT_MEMORY : KP_FAULT_NONE;
    size_t done = 0;
    for (size_t i = 0; i < pile->count && fault == KP_FAULT_NONE; i++)
        open[i] = is_open(pile, &pile->files[i], bond, wish);
    if (fault != KP_FAULT_NONE) {
        free(sorted);
        free(open);
        return fault;
    }
    for (size_t i = 0; i < pile->count; i++) {
        kp_received *file = &pile->files[i];
        if (open[i]) {
            drop_copies(file, bond, wish);
            kp_file_drop(file->result);
            if (fault == KP_FAULT_NONE) fault = plan_copy(file, wish);
            sorted[pile->open++] = *file;
        } else {
            if (file->refusal != KP_NOT_REFUSED && fault == KP_FAULT_NONE)
                fault = refuse(file, bond, language);
            pile->files[done++] = *file;
        }
    }
    memcpy(sorted + pile->open, pile->files, done * sizeof *sorted);
    free(open);
    free(pile->files);
    pile->files = sorted;
    return fault;
}

/* --------------------------------------------------------------------------------- receipts */

/* Lines of number, sum, name. A line gives its file the number or is what came before it. */
static void take_receipt(kp_pile *pile, size_t number, const char *sum, const char *name) {
    for (size_t i = 0; i < pile->count; i++) {
        kp_received *file = &pile->files[i];
        if (strcmp(file->name, name) != 0) continue;
        if (strcmp(file->sum, sum) == 0)
            file->receipt = number;
        else
            file->before = number;
    }
}

/* Gives the highest number. */
static size_t read_receipts(kp_pile *pile, char *text) {
    size_t highest = 0;
    char *rest = text;
    char *fields[3];
    for (char *line; (line = kp_line_next(&rest)) != NULL;) {
        if (kp_line_cut(line, fields, 3) < 3) continue;
        size_t number = strtoul(fields[0], NULL, 10);
        if (number > highest) highest = number;
        take_receipt(pile, number, fields[1], kp_field_read(fields[2]));
    }
    return highest;
}

kp_fault kp_pile_number(kp_pile *pile, const char *results) {
    enum { MOST = 64 << 20 };
    char path[KP_PATH];
    char number[24];
    if (!kp_path_in(results, "receipts", path)) return KP_FAULT_NAME;
    kp_buffer all = {0};
    char *text = kp_place_read(path, MOST);
    kp_put(&all, text);
    size_t highest = read_receipts(pile, text);
    free(text);
    for (size_t i = 0; i < pile->count; i++) {
        kp_received *file = &pile->files[i];
        if (file->receipt != 0) continue;
        file->receipt = ++highest;
        snprintf(number, sizeof number, "%zu", highest);
        kp_put_line(&all, number, file->sum, file->name, NULL);
    }
    kp_fault fault = all.failed ? KP_FAULT_MEMORY : kp_place_text(all.text, all.used, path, true);
    kp_buffer_end(&all);
    return fault;
}

void kp_pile_end(kp_pile *pile) {
    for (size_t i = 0; i < pile->count; i++) {
        free(pile->files[i].path);
        free(pile->files[i].result);
        free(pile->files[i].copy);
    }
    free(pile->files);
    *pile = (kp_pile){0};
}
