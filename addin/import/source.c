/* SPDX-License-Identifier: MPL-2.0
 *
 * source.c: a file that somebody wants to take values from.
 */
#include "import/source.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "stored/read/read.h"
#include "system/letters.h"
#include "system/system.h"
#include "uno/value.h"

typedef struct reading {
    kp_source *source;
    uno_Interface *context;
    const char *path;
    kp_language language;
    kp_buffer *why;
} reading;

static bool refuse(reading *r, kp_text words) {
    kp_put(r->why, kp_wording(words, r->language));
    return false;
}

static bool refuse_table(reading *r, const kp_table *table) {
    if (table->failed_line > 0)
        kp_putf(r->why, kp_wording(kp_t("%ld 行目: ", "line %ld: "), r->language),
                table->failed_line);
    return refuse(r, table->failure);
}

/* Room for one more table, empty. */
static kp_table *add_table(reading *r, const char *name) {
    kp_source *s = r->source;
    kp_table *tables = realloc(s->tables, (s->count + 1) * sizeof *tables);
    if (tables != NULL) s->tables = tables;
    char **names = realloc(s->names, (s->count + 1) * sizeof *names);
    if (names != NULL) s->names = names;
    char *copy = kp_letters_copy(name, strlen(name));
    if (tables == NULL || names == NULL || copy == NULL) {
        free(copy);
        refuse(r, kp_t("メモリーが足りません。", "Memory is short."));
        return NULL;
    }
    s->names[s->count] = copy;
    s->tables[s->count] = (kp_table){0};
    return &s->tables[s->count++];
}

/* --------------------------------------------------------------------------------------- texts */

/* The bytes as UTF-8, to be freed: as it is, or from what Windows and Excel write. */
static char *decode(reading *r, const char *bytes, size_t size) {
    const unsigned char *mark = (const unsigned char *)bytes;
    bool little = size >= 2 && mark[0] == 0xFF && mark[1] == 0xFE;
    if (little || (size >= 2 && mark[0] == 0xFE && mark[1] == 0xFF)) {
        r->source->coding = kp_t("UTF-16", "UTF-16");
        return kp_text_from(bytes + 2, size - 2, little ? KP_UTF16_LITTLE : KP_UTF16_BIG);
    }
    if (kp_table_is_utf8(bytes, size)) {
        r->source->coding = kp_t("UTF-8", "UTF-8");
        return kp_letters_copy(bytes, size);
    }
    r->source->coding = kp_t("Shift_JIS(CP932)", "Shift_JIS (CP932)");
    return kp_text_from(bytes, size, KP_CP932);
}

/* False where the file cannot be read, or is larger than any table. */
static bool read_bytes(const char *path, kp_buffer *bytes) {
    char some[4096];
    FILE *file = kp_file_open(path);
    if (file == NULL) return false;
    for (size_t got;
         (got = fread(some, 1, sizeof some, file)) > 0 && bytes->used <= KP_TABLE_BYTES;)
        kp_put_bytes(bytes, some, got);
    bool whole = ferror(file) == 0 && !bytes->failed;
    fclose(file);
    return whole;
}

static bool read_text(reading *r) {
    kp_auto_buffer bytes = {0};
    if (!read_bytes(r->path, &bytes))
        return refuse(r, kp_t("ファイルを読めません。", "The file cannot be read."));
    if (bytes.used > KP_TABLE_BYTES)
        return refuse(r, kp_t("16 MB を超えています。", "It is larger than 16 MB."));
    kp_auto_text text = decode(r, bytes.text, bytes.used);
    if (text == NULL)
        return refuse(
            r, kp_t("文字コードが UTF-8 でも Shift_JIS でもないか、文字のファイルではありません。",
                    "It is neither UTF-8 nor Shift_JIS, or no text at all."));
    kp_table *table = add_table(r, "");
    if (table == NULL) return false;
    return kp_table_read(table, text, strlen(text), 0) || refuse_table(r, table);
}

/* ----------------------------------------------------------------------------------- workbooks */

static bool take_sheets(reading *r, const kp_workbook *workbook) {
    for (size_t i = 0; i < workbook->count; i++) {
        const kp_stored_sheet *sheet = &workbook->sheets[i];
        if (sheet->count == 0) continue;
        kp_table *table = add_table(r, sheet->name == NULL ? "" : sheet->name);
        if (table == NULL) return false;
        if (!kp_table_take(table, workbook, sheet)) return refuse_table(r, table);
    }
    return r->source->count > 0 ||
           refuse(r, kp_t("値の入ったシートがありません。", "No sheet of it holds anything."));
}

static bool read_workbook(reading *r) {
    static const kp_text WORDS[] = {
        [KP_READ_BROKEN] = {"ワークブックとして読めません。", "It cannot be read as a workbook."},
        [KP_READ_ENCRYPTED] = {"パスワードで暗号化されています。",
                               "It is encrypted by a password."},
        [KP_READ_HUGE] = {"大きすぎます。", "It is too large."},
        [KP_READ_MEMORY] = {"メモリーが足りません。", "Memory is short."}};
    kp_workbook workbook = {0};
    kp_auto_buffer said = {0};
    kp_reading end = kp_workbook_read(&workbook, r->context, r->path, &said);
    bool read = end == KP_READ ? take_sheets(r, &workbook) : refuse(r, WORDS[end]);
    kp_workbook_end(&workbook);
    return read;
}

bool kp_source_read(kp_source *source, uno_Interface *context, const char *path,
                    kp_language language, kp_buffer *why) {
    *source = (kp_source){0};
    reading r = {source, context, path, language, why};
    switch (kp_file_look(path).kind) {
    case KP_FILE_ZIP:
        return read_workbook(&r);
    case KP_FILE_OTHER:
        return read_text(&r);
    case KP_FILE_OLE:
        return refuse(
            &r, kp_t("古い形式(.xls)か、暗号化された .xlsx です。.xlsx または .csv "
                     "で保存し直してください。",
                     "It is an old .xls, or an encrypted .xlsx. Please save it as .xlsx or .csv."));
    case KP_FILE_PDF:
        return refuse(
            &r,
            kp_t("PDF からは取り込めません。表をコピーし、「貼り付け(入力欄へ)」を使ってください。",
                 "Nothing is taken from a PDF. Copy its table, and use «Paste into input cells»."));
    case KP_FILE_HUGE:
        return refuse(&r, kp_t("大きすぎます。", "It is too large."));
    default:
        return refuse(&r, kp_t("読めないか、空のファイルか、壊れています。",
                               "It cannot be read, is empty, or is damaged."));
    }
}

void kp_source_end(kp_source *source) {
    for (size_t i = 0; i < source->count; i++) {
        kp_table_end(&source->tables[i]);
        free(source->names[i]);
    }
    free(source->tables);
    free(source->names);
    *source = (kp_source){0};
}

const kp_table *kp_source_table(const kp_source *source, const char *name) {
    for (size_t i = 0; i < source->count; i++)
        if (name == NULL || strcmp(source->names[i], name) == 0) return &source->tables[i];
    return NULL;
}
