/* SPDX-License-Identifier: MPL-2.0
 *
 * pile.c: what lies in a folder of submissions.
 */
#include "intake/pile.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "intake/result.h"
#include "system/buffer.h"
#include "system/path.h"

static const char OUTPUT[] = "受付点検";
static const char ENDING[] = ".result";
enum { MOST_LEVELS = 32, LONG_NAME = 240, SHORT_NAME = 200 };

/* ----------------------------------------------------------------------- where a result goes */

static unsigned long long hash_of(const char *text, size_t length) {
    unsigned long long hash = 14695981039346656037ULL; /* FNV-1a */
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)text[i]) * 1099511628211ULL;
    return hash;
}

/* Whether it is a folder's name that could be a result's: "x.result", "x.result~", …. */
static bool looks_like_result(const char *part, size_t length) {
    size_t ending = strlen(ENDING);
    while (length > 0 && part[length - 1] == '~')
        length--;
    return length >= ending && strncmp(part + length - ending, ENDING, ending) == 0;
}

/* One part of a path: as it is, but for tabs and line ends; in short, with a hash of the whole,
 * where it would be too long together with its ending. */
static void put_part(kp_buffer *out, const char *part, size_t length, bool folder) {
    size_t kept = length;
    if (length > LONG_NAME)
        for (kept = SHORT_NAME; ((unsigned char)part[kept] & 0xC0) == 0x80;)
            kept--;
    for (size_t i = 0; i < kept; i++)
        kp_put_bytes(out, strchr("\t\n", part[i]) != NULL ? "?" : part + i, 1);
    if (kept < length) kp_putf(out, "~%016llx", hash_of(part, length));
    if (folder && looks_like_result(part, length)) kp_put(out, "~");
}

/* NULL where memory is short. */
static char *result_of(const char *results, const char *name) {
    kp_buffer path = {0};
    kp_put(&path, results);
    for (const char *part = name; part != NULL;) {
        const char *slash = strchr(part, '/');
        size_t length = slash == NULL ? strlen(part) : (size_t)(slash - part);
        kp_put(&path, "/");
        put_part(&path, part, length, slash != NULL);
        part = slash == NULL ? NULL : slash + 1;
    }
    kp_put(&path, ENDING);
    if (path.failed) kp_buffer_end(&path);
    return path.text;
}

/* A name with a line end is told with "?": where another file has just that name, it is told
 * apart by its hash. */
static bool part_from_others(kp_pile *pile, kp_received *file) {
    size_t same = 0;
    for (size_t i = 0; i < pile->count; i++)
        same += strcmp(pile->files[i].result, file->result) == 0 ? 1 : 0;
    if (same < 2) return true;
    kp_buffer path = {0};
    kp_putf(&path, "%s.%016llx%s", file->result, hash_of(file->name, strlen(file->name)), ENDING);
    if (path.failed) return false;
    free(file->result);
    file->result = path.text;
    return true;
}

/* --------------------------------------------------------------------------- what is there */

typedef struct search {
    kp_pile *pile;
    const char *folder, *output, *results;
    size_t root; /**< the bytes of a path before the name that is told */
    int level;
} search;

static bool has_line_end(const char *name) {
    return strpbrk(name, "\t\n") != NULL;
}

/* Takes the path over. */
static kp_fault add(const search *s, char *path, kp_refusal refusal) {
    const char *name = path + s->root;
    if (has_line_end(name)) refusal = KP_REFUSED_NAME;
    char *result = result_of(s->results, name);
    kp_received *more =
        result == NULL ? NULL : realloc(s->pile->files, (s->pile->count + 1) * sizeof *more);
    if (more == NULL) {
        free(result);
        free(path);
        return KP_FAULT_MEMORY;
    }
    s->pile->files = more;
    more[s->pile->count++] = (kp_received){path, name, result, refusal};
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
    if (entry[0] == '.' || strcmp(entry, OUTPUT) == 0) return KP_FAULT_NONE;
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
    search s = {pile, folder, output, results, length + (slash ? 0 : 1), 0};
    kp_fault fault = find_in(&s);
    if (fault != KP_FAULT_NONE || pile->count == 0) return fault;
    kp_pile_order(pile);
    for (size_t i = 0; i < pile->count; i++)
        if (has_line_end(pile->files[i].name) && !part_from_others(pile, &pile->files[i]))
            return KP_FAULT_MEMORY;
    return KP_FAULT_NONE;
}

kp_fault kp_pile_take(kp_pile *pile, const char *folder, const char *const *names,
                      const char *results) {
    search s = {pile, folder, "", results, strlen(folder) + 1, 0};
    kp_fault fault = KP_FAULT_NONE;
    for (size_t i = 0; names[i] != NULL && fault == KP_FAULT_NONE; i++) {
        kp_buffer path = {0};
        kp_putf(&path, "%s/%s", folder, names[i]);
        fault = path.failed ? KP_FAULT_MEMORY : add(&s, path.text, KP_NOT_REFUSED);
    }
    return fault;
}

/* -------------------------------------------------------------------------------- what is open */

kp_fault kp_pile_lay(const kp_pile *pile, const char *results) {
    char path[KP_PATH];
    kp_fault fault = KP_FAULT_NONE;
    for (size_t i = 0; i < pile->count; i++) {
        const char *result = pile->files[i].result;
        for (const char *c = result + strlen(results) + 1; (c = strchr(c, '/')) != NULL; c++) {
            int length = snprintf(path, sizeof path, "%.*s", (int)(c - result), result);
            if (length < 0 || length >= KP_PATH) return KP_FAULT_NAME;
            fault = kp_folder_make(path);
            if (fault != KP_FAULT_NONE && fault != KP_FAULT_EXISTS) return fault;
        }
    }
    return KP_FAULT_NONE;
}

/* A result counts while it is younger than its file and than the add-in that made it. */
static bool is_open(const kp_received *file, long long library) {
    if (file->refusal != KP_NOT_REFUSED) return false;
    kp_entry result = kp_entry_look(file->result);
    return result.kind == KP_ENTRY_NONE || library > result.modified ||
           kp_entry_look(file->path).modified > result.modified;
}

static kp_fault refuse(const kp_received *file, kp_language language) {
    static const kp_text WORDS[KP_REFUSALS] = {
        [KP_REFUSED_NAME] = {"ファイル名に改行またはタブが含まれています。",
                             "There is a line end or a tab in its name."},
        [KP_REFUSED_KIND] = {"リンクなど、通常のファイルではないため開きません。",
                             "It is a link, or no ordinary file, and is not opened."},
        [KP_REFUSED_FOLDER] = {"フォルダーを読めません(権限がないか、階層が深すぎます)。",
                               "The folder cannot be read (no permission, or too deep)."},
    };
    return kp_result_only(file->name, KP_FOUND_UNOPENED, kp_wording(WORDS[file->refusal], language),
                          file->result);
}

kp_fault kp_pile_sort(kp_pile *pile, long long library, kp_language language) {
    kp_received *sorted = calloc(pile->count + 1, sizeof *sorted);
    kp_fault fault = KP_FAULT_NONE;
    size_t done = 0;
    if (sorted == NULL) return KP_FAULT_MEMORY;
    for (size_t i = 0; i < pile->count; i++) {
        const kp_received *file = &pile->files[i];
        if (is_open(file, library)) {
            kp_file_drop(file->result);
            sorted[pile->open++] = *file;
        } else {
            if (file->refusal != KP_NOT_REFUSED && fault == KP_FAULT_NONE)
                fault = refuse(file, language);
            pile->files[done++] = *file;
        }
    }
    memcpy(sorted + pile->open, pile->files, done * sizeof *sorted);
    free(pile->files);
    pile->files = sorted;
    return fault;
}

void kp_pile_end(kp_pile *pile) {
    for (size_t i = 0; i < pile->count; i++) {
        free(pile->files[i].path);
        free(pile->files[i].result);
    }
    free(pile->files);
    *pile = (kp_pile){0};
}
