/* SPDX-License-Identifier: MPL-2.0
 *
 * result.c: the result of checking one submission, written and read.
 */
#include "intake/result.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "system/lines.h"
#include "system/place.h"

#define MARK "kenpo-result"
#define SEAL "seal"
static const char VERSION[] = "3";
enum { MOST_BYTES = 64 << 20, FIELDS = 5 };

static const char *const FACTS[KP_FACTS] = {
    [KP_FACT_FILE] = "file",       [KP_FACT_VERSION] = "version",
    [KP_FACT_SOCIETY] = "society", [KP_FACT_SYMBOL] = "symbol",
    [KP_FACT_YEAR] = "year",       [KP_FACT_FORM] = "form",
    [KP_FACT_CONTENT] = "content", [KP_FACT_BESIDE] = "beside",
    [KP_FACT_SUM] = "sum",         [KP_FACT_MAKER] = "maker",
    [KP_FACT_COPY] = "copy",       [KP_FACT_COPY_SUM] = "copy-sum",
    [KP_FACT_PRINT] = "print",     [KP_FACT_PRINT_SUM] = "print-sum",
};

const char *const KP_FIGURES[KP_FIGURE_COUNT] = {
    "総報酬額",
    "特定保険料率",
    "準備金_保有率_本年度末",
    "準備金_介護保有率_本年度末",
    "事務費国庫負担金_円",
    "高額医療交付金_円",
};

/* ----------------------------------------------------------------------------- codes and words */

/* A code that files hold is never given another meaning; words may change. */
static const kp_coded GRAVITIES[KP_GRAVITIES] = {
    [KP_WRONG] = {"wrong", {"異常", "wrong"}},
    [KP_DOUBT] = {"doubt", {"注意", "doubt"}},
    [KP_NOTE] = {"note", {"情報", "note"}},
};

static const kp_coded KINDS[KP_FOUND_KINDS] = {
    [KP_FOUND_OTHER] = {"other", {"", ""}},
    [KP_FOUND_CHECK] = {"check", {"点検", "check"}},
    [KP_FOUND_EMPTY] = {"empty", {"空のファイル", "empty file"}},
    [KP_FOUND_OLD_FORMAT] = {"old-format", {"暗号化または旧形式", "encrypted or old format"}},
    [KP_FOUND_PDF] = {"pdf", {"PDF", "PDF"}},
    [KP_FOUND_NO_SUBMISSION] = {"no-submission", {"提出用コピーでない", "no submission"}},
    [KP_FOUND_TOO_LARGE] = {"too-large", {"大きすぎる", "too large"}},
    [KP_FOUND_UNOPENED] = {"unopened", {"開けない", "cannot be opened"}},
    [KP_FOUND_ENCRYPTED] = {"encrypted", {"暗号化", "encrypted"}},
    [KP_FOUND_SLOW] = {"slow", {"時間切れ", "time limit"}},
    [KP_FOUND_DIED] = {"died", {"異常終了", "ended unexpectedly"}},
    [KP_FOUND_LOST] = {"lost", {"未処理", "not checked"}},
    [KP_FOUND_NO_TABLE] = {"no-table", {"計算根拠なし", "no 計算根拠"}},
    [KP_FOUND_DAMAGED_TABLE] = {"damaged-table", {"計算根拠の損傷", "damaged table"}},
    [KP_FOUND_CHANGED_ROW] = {"changed-row", {"計算根拠の書換え", "changed row"}},
    [KP_FOUND_ROW_COUNT] = {"row-count", {"計算根拠の行の増減", "rows added or removed"}},
    [KP_FOUND_VERSION] = {"version", {"版の違い", "other version"}},
    [KP_FOUND_CHANGED_SHEET] = {"changed-sheet", {"シートの書換え", "changed sheet"}},
    [KP_FOUND_ADDED_SHEET] = {"added-sheet", {"シートの追加", "added sheet"}},
    [KP_FOUND_REMOVED_SHEET] = {"removed-sheet", {"シートの削除", "removed sheet"}},
    [KP_FOUND_LOCKED_SHEET] = {"locked-sheet", {"パスワード付きのシート", "sheet with a password"}},
    [KP_FOUND_CHANGED_LABEL] = {"changed-label", {"見出しの書換え", "changed label"}},
    [KP_FOUND_CHANGED_VALUE] = {"changed-value", {"値の書換え", "changed value"}},
    [KP_FOUND_OTHER_VALUE] = {"other-value", {"再計算との不一致", "computes to another value"}},
    [KP_FOUND_NOT_COMPUTED] = {"not-computed", {"計算しない数式", "formula not computed"}},
    [KP_FOUND_LINK] = {"link", {"外部リンク", "external link"}},
    [KP_FOUND_MACRO] = {"macro", {"マクロ", "macro"}},
    [KP_FOUND_NO_FORM] = {"form-none", {"様式でない", "not made from a form"}},
    [KP_FOUND_FORM_VERSION] = {"form-version", {"様式の版の違い", "form of another version"}},
    [KP_FOUND_FORM_SHEET] = {"form-sheet", {"様式のシートの欠落", "sheet of the form missing"}},
    [KP_FOUND_FORM_NAME] = {"form-name", {"様式の名前の変更", "name of the form changed"}},
    [KP_FOUND_FORM_CELL] = {"form-cell", {"様式の数式の変更", "formula of the form changed"}},
    [KP_FOUND_FORM_TEXT] = {"form-text", {"様式の文言の変更", "text of the form changed"}},
    [KP_FOUND_UNCHECKED] = {"unchecked", {"未計算の点検", "check that could not be run"}},
    [KP_FOUND_ERROR_VALUE] = {"error-value", {"エラー値", "error value"}},
    [KP_FOUND_TEXT_ENTRY] = {"text-entry", {"数値欄の文字", "text where a number is wanted"}},
    [KP_FOUND_OUTSIDE_ENTRY] = {"outside-entry", {"範囲外の値", "value that its cell refuses"}},
    [KP_FOUND_LOOKS] = {"looks", {"見え方の違い", "seen otherwise"}},
    [KP_FOUND_TWICE] = {"twice", {"提出の重複", "submitted twice"}},
    [KP_FOUND_PAIR] = {"pair", {"二つの形式の不一致", "formats of a copy differ"}},
    [KP_FOUND_SOCIETY] = {"society", {"組合名と記号の食違い", "name and symbol disagree"}},
    [KP_FOUND_SAME_CONTENT] = {"same-content", {"別の組合と同じ入力", "same inputs as another"}},
    [KP_FOUND_OTHER_YEAR] = {"other-year", {"年度の違い", "other fiscal year"}},
    [KP_FOUND_REPLACED] = {"replaced", {"差替え", "replaced"}},
    [KP_FOUND_FORMULA_ENTRY] = {"formula-entry", {"入力欄の数式", "formula in an input cell"}},
    [KP_FOUND_EXTRA] = {"extra", {"様式にない内容", "not in the form"}},
    [KP_FOUND_SHOWN] = {"shown", {"表示の相違", "shows something else"}},
    [KP_FOUND_FOREIGN] = {"foreign", {"異物", "does not belong there"}},
    [KP_FOUND_NO_COPY] = {"no-copy", {"控えなし", "no copy for the bureau"}},
    [KP_FOUND_PRINT] = {"print", {"印刷との不一致", "print differs"}},
    [KP_FOUND_SETTINGS] = {"settings", {"計算の設定", "settings of computing"}},
};

const kp_coded *kp_gravity_coded(kp_gravity gravity) {
    return &GRAVITIES[gravity];
}

const kp_coded *kp_kind_coded(kp_found_kind kind) {
    return &KINDS[kind];
}

kp_gravity kp_gravity_named(const char *name) {
    int i = 0;
    while (i < KP_GRAVITIES && strcmp(GRAVITIES[i].code, name) != 0)
        i++;
    return (kp_gravity)i;
}

kp_found_kind kp_kind_named(const char *name) {
    int i = KP_FOUND_OTHER + 1;
    while (i < KP_FOUND_KINDS && strcmp(KINDS[i].code, name) != 0)
        i++;
    return i < KP_FOUND_KINDS ? (kp_found_kind)i : KP_FOUND_OTHER;
}

/* ----------------------------------------------------------------------------------- writing */

void kp_result_begin(kp_buffer *out, const char *name) {
    kp_put_line(out, MARK, VERSION, NULL);
    kp_result_fact(out, KP_FACT_FILE, name);
}

void kp_result_fact(kp_buffer *out, kp_fact fact, const char *text) {
    kp_put_line(out, FACTS[fact], text == NULL ? "" : text, NULL);
}

void kp_result_figure(kp_buffer *out, size_t figure, const char *number) {
    kp_put_line(out, "figure", KP_FIGURES[figure], number, NULL);
}

void kp_result_done(kp_buffer *out, size_t rows, const size_t checks[3]) {
    kp_putf(out, "rows\t%zu\nchecks\t%zu\t%zu\t%zu\n", rows, checks[0], checks[1], checks[2]);
}

void kp_result_finding(kp_buffer *out, kp_gravity gravity, kp_found_kind kind, const char *place,
                       const char *words) {
    kp_put_line(out, "finding", kp_gravity_coded(gravity)->code, kp_kind_coded(kind)->code,
                place == NULL ? "" : place, words == NULL ? "" : words, NULL);
}

void kp_result_end(kp_buffer *out) {
    kp_put(out, "end\n");
}

/* ----------------------------------------------------------------------------------- keeping */

static void seal_of(const kp_bond *bond, const char *text, size_t size, char seal[KP_SHA256_TEXT]) {
    unsigned char sum[KP_SHA256];
    kp_sha256_keyed(bond->key, text, size, sum);
    kp_sha256_text(sum, seal);
}

/* Ends the text, which it takes over, with what it is bound to, and writes it. */
static kp_fault keep(const kp_bond *bond, kp_buffer *text, const char *path) {
    char seal[KP_SHA256_TEXT];
    kp_result_fact(text, KP_FACT_MAKER, bond->maker);
    if (!text->failed) seal_of(bond, text->text, text->used, seal);
    if (!text->failed) kp_put_line(text, SEAL, seal, NULL);
    kp_fault fault =
        text->failed ? KP_FAULT_MEMORY : kp_place_text(text->text, text->used, path, true);
    kp_buffer_end(text);
    return fault;
}

kp_fault kp_result_only(const kp_bond *bond, const char *name, const char *sum, kp_found_kind kind,
                        const char *words, const char *path) {
    kp_buffer text = {0};
    kp_result_begin(&text, name);
    kp_result_finding(&text, KP_WRONG, kind, "", words);
    kp_result_end(&text);
    kp_result_fact(&text, KP_FACT_SUM, sum);
    return keep(bond, &text, path);
}

/* Past the lines that tell what this is and of which file. */
static const char *behind_name(const char *text) {
    static const char *const HEADS[] = {MARK, "file"};
    for (size_t i = 0; text != NULL && i < sizeof HEADS / sizeof *HEADS; i++) {
        if (strncmp(text, HEADS[i], strlen(HEADS[i])) != 0) return NULL;
        text = strchr(text, '\n');
        if (text != NULL) text++;
    }
    return text;
}

/* The line that begins so, behind a line end; NULL if none. */
static char *line_of(char *text, const char *name) {
    for (char *at = text; (at = strchr(at, '\n')) != NULL;) {
        at++;
        if (strncmp(at, name, strlen(name)) == 0 && at[strlen(name)] == '\t') return at;
    }
    return NULL;
}

/* What another machine's office adds where it keeps its results is not ours; its version must be. */
static bool take_off_bond(char *text, const char *maker) {
    char *line = line_of(text, FACTS[KP_FACT_MAKER]);
    if (line == NULL) return true;
    size_t version = strcspn(maker, " ");
    const char *other = line + strlen(FACTS[KP_FACT_MAKER]) + 1;
    *line = '\0';
    return strncmp(other, maker, version) == 0 && strchr(" \n", other[version]) != NULL;
}

kp_fault kp_result_store(const kp_bond *bond, char *text, const char *name, const char *more,
                         const char *path, size_t *wrong) {
    kp_buffer out = {0};
    kp_verdict result;
    bool ours = text != NULL && take_off_bond(text, bond->maker);
    const char *rest = ours ? behind_name(text) : NULL;
    kp_result_begin(&out, name);
    kp_put(&out, rest);
    kp_put(&out, more);
    kp_fault fault = out.failed ? KP_FAULT_MEMORY : KP_FAULT_NONE;
    bool read = kp_result_read(&result, text);
    if (rest == NULL || (read && !result.whole)) fault = KP_FAULT_MISSING;
    if (!read && fault == KP_FAULT_NONE) fault = KP_FAULT_MEMORY;
    *wrong = result.graves[KP_WRONG];
    kp_result_free(&result);
    if (fault == KP_FAULT_NONE) return keep(bond, &out, path);
    kp_buffer_end(&out);
    return fault;
}

static bool is_sealed(const kp_bond *bond, char *text) {
    char seal[KP_SHA256_TEXT];
    char *line = line_of(text, SEAL);
    if (line == NULL) return false;
    seal_of(bond, text, (size_t)(line - text), seal);
    const char *said = line + strlen(SEAL) + 1;
    return strncmp(said, seal, strlen(seal)) == 0 && strcmp(said + strlen(seal), "\n") == 0;
}

bool kp_result_stands(const kp_bond *bond, const char *path, const char *name, const char *sum) {
    kp_verdict result;
    char *text = kp_place_read(path, MOST_BYTES);
    if (text == NULL || *sum == '\0' || !is_sealed(bond, text)) {
        free(text);
        return false;
    }
    bool stands = kp_result_read(&result, text) && result.whole &&
                  strcmp(result.facts[KP_FACT_FILE], name) == 0 &&
                  strcmp(result.facts[KP_FACT_SUM], sum) == 0 &&
                  strcmp(result.facts[KP_FACT_MAKER], bond->maker) == 0;
    kp_result_free(&result);
    return stands;
}

/* ----------------------------------------------------------------------------------- reading */

static bool add_finding(kp_verdict *result, char *fields[FIELDS]) {
    kp_told *more = realloc(result->findings, (result->count + 1) * sizeof *more);
    if (more == NULL) return false;
    result->findings = more;
    kp_gravity gravity = kp_gravity_named(fields[1]);
    if (gravity == KP_GRAVITIES) gravity = KP_WRONG; /* of a version that knows more */
    more[result->count++] =
        (kp_told){gravity, kp_kind_named(fields[2]), fields[2], fields[3], fields[4]};
    result->graves[gravity]++;
    return true;
}

static void take_figure(kp_verdict *result, const char *name, const char *number) {
    for (size_t i = 0; i < KP_FIGURE_COUNT; i++)
        if (strcmp(KP_FIGURES[i], name) == 0) result->figures[i] = number;
}

static void take_fact(kp_verdict *result, const char *name, const char *text) {
    for (size_t i = 0; i < KP_FACTS; i++)
        if (strcmp(FACTS[i], name) == 0) result->facts[i] = text;
}

/* False only where memory is short: what cannot be understood is passed over. */
static bool take_line(kp_verdict *result, char *fields[FIELDS], size_t count) {
    const char *name = fields[0];
    if (strcmp(name, "end") == 0) result->whole = true;
    if (count == FIELDS && strcmp(name, "finding") == 0) return add_finding(result, fields);
    if (count == 3 && strcmp(name, "figure") == 0) take_figure(result, fields[1], fields[2]);
    if (count == 4 && strcmp(name, "checks") == 0)
        for (int i = 0; i < 3; i++)
            result->checks[i] = strtol(fields[i + 1], NULL, 10);
    if (count == 2) take_fact(result, name, fields[1]);
    return true;
}

bool kp_result_read(kp_verdict *result, char *text) {
    bool done = text != NULL;
    char *rest = text;
    char *fields[FIELDS];
    *result = (kp_verdict){.text = text};
    for (size_t i = 0; i < KP_FACTS; i++)
        result->facts[i] = "";
    for (size_t i = 0; i < KP_FIGURE_COUNT; i++)
        result->figures[i] = "";
    for (char *line; done && (line = kp_line_next(&rest)) != NULL;) {
        size_t count = kp_line_cut(line, fields, FIELDS);
        for (size_t i = 1; i < count; i++)
            kp_field_read(fields[i]);
        done = take_line(result, fields, count);
    }
    if (!done) kp_result_free(result);
    return done;
}

bool kp_result_open(kp_verdict *result, const char *path) {
    return kp_result_read(result, kp_place_read(path, MOST_BYTES));
}

void kp_result_free(kp_verdict *result) {
    free(result->findings);
    free(result->text);
    *result = (kp_verdict){0};
}

const char *kp_told_kind(const kp_told *told, kp_language language) {
    return told->kind == KP_FOUND_OTHER ? told->name
                                        : kp_wording(kp_kind_coded(told->kind)->words, language);
}
