/* SPDX-License-Identifier: MPL-2.0
 *
 * intake.c: computes a submission again and compares.
 */
#include "intake/intake.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "book/basis.h"
#include "calc/budget.h"
#include "uno/access.h"
#include "intake/conform.h"
#include "book/digest.h"
#include "book/evaluate.h"
#include "intake/finding.h"
#include "book/fingerprint.h"
#include "book/label.h"
#include "uno/package.h"
#include "system/place.h"
#include "system/work.h"
#include "book/unlock.h"
#include "system/look.h"

const kp_figure KP_FIGURES[] = {
    {"総報酬額", {"総報酬額(千円)", "payroll (1,000 yen)"}},
    {"特定保険料率", {"特定保険料率(‰)", "specific rate (‰)"}},
    {"準備金_保有率_本年度末", {"準備金保有率", "reserve ratio"}},
    {"準備金_介護保有率_本年度末", {"準備金保有率(介護)", "reserve ratio, care"}},
    {"事務費国庫負担金_円", {"事務費国庫負担金(円)", "office subsidy (yen)"}},
    {"高額医療交付金_円", {"高額医療交付金(円)", "grant (yen)"}},
    {NULL, {NULL, NULL}}};

typedef struct intake {
    uno_Interface *context;
    uno_Interface *document;
    kp_forms *forms;
    kp_findings f;
    kp_basis basis;
    bool changed; /**< this round made a number exact */
    bool last;    /**< the round that tells what differs */
} intake;

static const char *plain(const kp_buffer *result) {
    const char *text = kp_buffer_text(result); /* behind "n:" or "t:" */
    return strlen(text) >= 2 ? text + 2 : text;
}

/* «提出 36.5、再計算 36.6» */
static void find_difference(intake *in, kp_text kind, const kp_basis_row *row, kp_text first,
                            const kp_buffer *one, kp_text second, const kp_buffer *other) {
    kp_buffer words = {0};
    kp_putf(&words, "%s %s、%s %s", kp_wording(first, in->f.language), plain(one),
            kp_wording(second, in->f.language), plain(other));
    kp_found_row(&in->f, KP_WRONG, kind, row, kp_buffer_text(&words));
    kp_buffer_end(&words);
}

/* ---------------------------------------------------------------------------------- the table */

static void check_rows(intake *in) {
    for (size_t i = 0; i < in->basis.count; i++) {
        const kp_basis_row *row = &in->basis.rows[i];
        char check[KP_DIGEST];
        kp_basis_check(row, check);
        if (strcmp(check, kp_basis_get(row, KP_BASIS_CHECK)) == 0) continue;
        kp_buffer words = {0};
        kp_putf(&words,
                kp_wording(kp_t("計算根拠の %s 番の行が書き換えられています。",
                                "row %s of 計算根拠 was changed."),
                           in->f.language),
                kp_basis_get(row, KP_BASIS_NUMBER));
        kp_found_row(&in->f, KP_WRONG, kp_t("計算根拠の書換え", "changed row"), row,
                     kp_buffer_text(&words));
        kp_buffer_end(&words);
    }
}

/* Rows that were taken out, put in or moved. */
static void check_total(intake *in) {
    kp_digest digest = kp_digest_begin();
    char all[KP_DIGEST];
    size_t count = in->basis.count;
    const kp_basis_row *total = count == 0 ? NULL : &in->basis.rows[count - 1];
    bool whole = total != NULL && total->kind == KP_ROW_TOTAL;
    for (size_t i = 0; i + 1 < count; i++)
        kp_digest_add(&digest, kp_basis_get(&in->basis.rows[i], KP_BASIS_CHECK));
    kp_digest_end(&digest, all);
    if (!whole) {
        kp_found_plain(
            &in->f, KP_WRONG, kp_t("計算根拠の損傷", "damaged table"), KP_BASIS_NAME,
            kp_t("合計の行がありません。行が削除されたか、表が壊れています。",
                 "The last row is missing: rows were taken out, or the table is damaged."));
        return;
    }
    if (strcmp(all, kp_basis_get(total, KP_BASIS_EXPLANATION)) != 0 ||
        total->result.number != (double)(count - 1))
        kp_found_plain(&in->f, KP_WRONG, kp_t("計算根拠の行の増減", "rows added or removed"),
                       KP_BASIS_NAME,
                       kp_t("全体の照合値が一致しません(行の追加・削除・並べ替え、または書換え)。",
                            "The checksum over all rows differs (rows added, removed, moved or "
                            "changed)."));
}

static void check_version(intake *in) {
    const kp_basis_row *row = in->basis.count == 0 ? NULL : &in->basis.rows[0];
    const char *version = row == NULL ? "" : kp_basis_get(row, KP_BASIS_VERSION);
    kp_put(in->f.out, "version");
    kp_put_result_field(in->f.out, version);
    kp_put(in->f.out, "\n");
    if (strcmp(version, KP_VERSION) == 0) return;
    kp_buffer words = {0};
    kp_putf(&words,
            kp_wording(kp_t("提出側は %s 版、こちらは %s 版です。",
                            "made with version %s, checked with %s."),
                       in->f.language),
            version, KP_VERSION);
    kp_found(&in->f, KP_NOTE, kp_t("版の違い", "other version"), "", kp_buffer_text(&words));
    kp_buffer_end(&words);
}

/* --------------------------------------------------------------------------------- the sheets */

static const kp_basis_row *sheet_row(const kp_basis *basis, const char *name) {
    for (size_t i = 0; i < basis->count; i++)
        if (basis->rows[i].kind == KP_ROW_SHEET &&
            strcmp(kp_basis_get(&basis->rows[i], KP_BASIS_SHEET), name) == 0)
            return &basis->rows[i];
    return NULL;
}

static void compare_sheet(intake *in, const kp_basis_row *then, const kp_basis_row *now) {
    enum { NAMED = 10 };
    kp_buffer words = {0};
    long row = kp_fingerprint_difference(then, now, 0);
    if (row == 0) return;
    kp_put(&words, kp_wording(kp_t("提出用コピーの作成後に変わった行: ",
                                   "rows changed after the copy was made: "),
                              in->f.language));
    for (size_t i = 0; row > 0 && i < NAMED; i++) {
        kp_putf(&words, "%s%ld", i > 0 ? ", " : "", row);
        row = kp_fingerprint_difference(then, now, i + 1);
    }
    if (row != 0) kp_put(&words, " …");
    kp_found(&in->f, KP_WRONG, kp_t("シートの書換え", "changed sheet"),
             kp_basis_get(now, KP_BASIS_SHEET), kp_buffer_text(&words));
    kp_buffer_end(&words);
}

static void check_sheets(intake *in) {
    kp_basis now = {0};
    kp_fingerprint(in->document, &now);
    for (size_t i = 0; i < now.count; i++) {
        const char *name = kp_basis_get(&now.rows[i], KP_BASIS_SHEET);
        const kp_basis_row *then = sheet_row(&in->basis, name);
        if (then != NULL)
            compare_sheet(in, then, &now.rows[i]);
        else
            kp_found_plain(&in->f, KP_WRONG, kp_t("シートの追加", "added sheet"), name,
                           kp_t("提出用コピーになかったシートです。", "was not in the copy."));
    }
    for (size_t i = 0; i < in->basis.count; i++) {
        const kp_basis_row *then = &in->basis.rows[i];
        if (then->kind == KP_ROW_SHEET &&
            sheet_row(&now, kp_basis_get(then, KP_BASIS_SHEET)) == NULL)
            kp_found_plain(&in->f, KP_WRONG, kp_t("シートの削除", "removed sheet"),
                           kp_basis_get(then, KP_BASIS_SHEET),
                           kp_t("シートがありません。", "The sheet is gone."));
    }
    kp_basis_end(&now);
}

/* ------------------------------------------------------------------------------ computing again */

/* Functions and references that would look outside the file are not computed. */
static bool reaches_outside(const char *formula) {
    static const char *const WORDS[] = {"WEBSERVICE", "DDE", "FILTERXML", "INFO"};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (kp_formula_mentions(formula, WORDS[i])) return true;
    return strstr(formula, "://") != NULL || strstr(formula, "'#") != NULL;
}

static kp_asked asked_for(const kp_basis_row *row, uno_Interface *cell) {
    kp_asked asked = {cell, row->kind == KP_ROW_ELEMENT, row->element_row, row->element_column};
    return asked;
}

static void count_check(intake *in, const kp_basis_row *row, const char *result) {
    kp_buffer place = {0};
    kp_put_place(&place, kp_basis_get(row, KP_BASIS_SHEET), kp_basis_get(row, KP_BASIS_CELL),
                 kp_basis_get(row, KP_BASIS_LABEL));
    if (strstr(kp_basis_get(row, KP_BASIS_FORMULA), "KENPO_CHECK(") != NULL)
        kp_found_check(&in->f, kp_buffer_text(&place), result);
    kp_buffer_end(&place);
}

static void tell_differences(intake *in, const kp_basis_row *row, kp_buffer texts[3], bool cell,
                             bool again) {
    static const kp_text TABLE = {"計算根拠", "計算根拠"};
    if (cell)
        find_difference(in, kp_t("値の書換え", "changed value"), row, TABLE, &texts[0],
                        kp_t("セル", "cell"), &texts[1]);
    if (again)
        find_difference(in, kp_t("再計算との不一致", "computes to another value"), row, TABLE,
                        &texts[0], kp_t("再計算", "computed again"), &texts[2]);
}

/* Compares what the table says, what stands in the cell (NULL: in none) and what was computed.
 * Where they differ that is told in the last round only; false means: not settled yet. */
static bool settle(intake *in, const kp_basis_row *row, const kp_content *stands,
                   const kp_content *again) {
    kp_buffer texts[3] = {{0}, {0}, {0}};
    kp_result_text(&row->result, &texts[0]);
    kp_result_text(stands == NULL ? &row->result : stands, &texts[1]);
    kp_result_text(again, &texts[2]);
    bool other_cell = strcmp(kp_buffer_text(&texts[0]), kp_buffer_text(&texts[1])) != 0;
    bool other_again = strcmp(kp_buffer_text(&texts[0]), kp_buffer_text(&texts[2])) != 0;
    bool settled = in->last || (!other_cell && !other_again);
    if (settled) {
        tell_differences(in, row, texts, other_cell, other_again);
        if (!row->settled) count_check(in, row, plain(&texts[2]));
    }
    for (int i = 0; i < 3; i++)
        kp_buffer_end(&texts[i]);
    return settled;
}

/* A file that was stored again holds 15 digits of a number. Where they agree, the cell gets all
 * that were computed, so that what depends on it is computed as it was. */
static void put_exact(intake *in, uno_Interface *cell, const kp_content *stands,
                      const kp_content *again) {
    in->changed = in->changed || memcmp(&stands->number, &again->number, sizeof again->number) != 0;
    kp_cell_put(cell, again);
}

static bool compute_cell(intake *in, const kp_basis_row *row, uno_Interface *cell,
                         const char *formula) {
    kp_content stands = kp_cell_content(cell);
    kp_content again = kp_ask(asked_for(row, cell), formula);
    bool settled = settle(in, row, &stands, &again);
    if (settled && !in->last && again.kind == KP_NUMBER)
        put_exact(in, cell, &stands, &again);
    else
        kp_cell_put(cell, &stands);
    kp_content_end(&stands);
    kp_content_end(&again);
    return settled;
}

/* In a copy a name stands for the result in its row of 計算根拠. */
static void put_name(intake *in, const kp_basis_row *row, const kp_content *again) {
    uno_Interface *sheet = kp_sheet(in->document, KP_BASIS_NAME);
    uno_Interface *cell =
        kp_cell_at(sheet, KP_BASIS_RESULT, kp_basis_line((size_t)(row - in->basis.rows)));
    kp_content stands = kp_cell_content(cell);
    if (stands.kind == KP_NUMBER) put_exact(in, cell, &stands, again);
    kp_content_end(&stands);
    kp_release(cell);
    kp_release(sheet);
}

static bool compute_name(intake *in, const kp_basis_row *row, uno_Interface *sheet,
                         const char *formula) {
    kp_asked asked = {kp_scratch(sheet), false, 0, 0};
    kp_content again = kp_ask(asked, formula);
    bool settled = settle(in, row, NULL, &again);
    if (settled && !in->last && again.kind == KP_NUMBER) put_name(in, row, &again);
    kp_content_end(&again);
    kp_scratch_end(asked.cell);
    return settled;
}

static bool compute_row(intake *in, const kp_basis_row *row) {
    bool settled = true;
    kp_buffer formula = {0};
    uno_Interface *sheet = kp_sheet(in->document, kp_basis_get(row, KP_BASIS_SHEET));
    uno_Interface *cell = row->placed ? kp_cell_at(sheet, row->column, row->row) : NULL;
    kp_formula_stored(kp_basis_get(row, KP_BASIS_FORMULA), &formula);
    const char *text = kp_buffer_text(&formula);
    if (cell == NULL)
        kp_found_row(
            &in->f, KP_WRONG, kp_t("計算根拠の損傷", "damaged table"), row,
            kp_wording(kp_t("セルがありません。", "There is no such cell."), in->f.language));
    else if (reaches_outside(text) || *text != '=')
        kp_found_row(&in->f, KP_WRONG, kp_t("計算しない数式", "formula not computed"), row,
                     kp_wording(kp_t("ファイルの外を参照する数式、または数式でないものです。",
                                     "It reaches outside the file, or is no formula."),
                                in->f.language));
    else if (row->kind == KP_ROW_NAME)
        settled = compute_name(in, row, sheet, text);
    else
        settled = compute_cell(in, row, cell, text);
    kp_buffer_end(&formula);
    kp_release(cell);
    kp_release(sheet);
    return settled;
}

static bool computable(const kp_basis_row *row) {
    return row->kind == KP_ROW_CELL || row->kind == KP_ROW_ELEMENT || row->kind == KP_ROW_NAME;
}

/* Gives the number of rows that are not settled; `all` does the settled ones again too. */
static size_t compute_round(intake *in, bool all) {
    size_t left = 0;
    for (size_t i = 0; i < in->basis.count; i++) {
        kp_basis_row *row = &in->basis.rows[i];
        if ((row->settled && !all) || !computable(row)) continue;
        row->settled = compute_row(in, row);
        left += row->settled ? 0 : 1;
    }
    return left;
}

/* While a round settles rows or makes numbers exact, others may follow; then the last one tells
 * what differs. A file that is as it was made takes one round. */
static void compute_rows(intake *in) {
    enum { MOST_ROUNDS = 8 };
    size_t before = in->basis.count + 1;
    size_t left = compute_round(in, false);
    for (int i = 1; i < MOST_ROUNDS && (in->changed || (left > 0 && left < before)); i++) {
        bool all = in->changed;
        in->changed = false;
        before = left;
        left = compute_round(in, all);
    }
    in->last = true;
    if (left > 0) compute_round(in, false);
}

static void check_label(intake *in, const kp_basis_row *row) {
    if (row->kind == KP_ROW_NAME || row->kind == KP_ROW_SHEET || row->kind == KP_ROW_TOTAL ||
        !row->placed)
        return;
    uno_Interface *sheet = kp_sheet(in->document, kp_basis_get(row, KP_BASIS_SHEET));
    char *label = sheet == NULL ? NULL : kp_label(sheet, row->column, row->row);
    if (label != NULL && strcmp(label, kp_basis_get(row, KP_BASIS_LABEL)) != 0) {
        kp_buffer words = {0};
        kp_putf(&words, "%s「%s」", kp_wording(kp_t("現在の見出し", "label now"), in->f.language),
                label);
        kp_found_row(&in->f, KP_WRONG, kp_t("見出しの書換え", "changed label"), row,
                     kp_buffer_text(&words));
        kp_buffer_end(&words);
    }
    free(label);
    kp_release(sheet);
}

static void unprotect_sheets(intake *in) {
    uno_Interface *sheets = kp_sheets(in->document);
    size_t count = kp_count(sheets);
    for (size_t i = 0; i < count; i++) {
        uno_Interface *sheet = kp_element(sheets, i);
        char *name = kp_object_name(sheet);
        if (!kp_unprotect(sheet))
            kp_found_plain(
                &in->f, KP_DOUBT, kp_t("パスワード付きのシート", "sheet with a password"), name,
                kp_t("保護を解除できないため、再計算できません。", "It cannot be computed again."));
        free(name);
        kp_release(sheet);
    }
    kp_release(sheets);
}

/* ------------------------------------------------------------------------- what stands in it */

/* The cell of that name. */
static kp_content named_content(intake *in, const char *name) {
    kp_auto cells = kp_named_cells(in->document, name);
    kp_auto cell = kp_cell_at(cells, 0, 0);
    return kp_cell_content(cell);
}

static void put_named(intake *in, const char *kind, const char *title, const char *name) {
    kp_content content = named_content(in, name);
    kp_buffer text = {0};
    if (content.kind == KP_NUMBER)
        kp_put_number(&text, content.number, 17);
    else
        kp_put(&text, content.text);
    kp_put(in->f.out, kind);
    if (title != NULL) kp_put_result_field(in->f.out, title);
    kp_put_result_field(in->f.out, kp_buffer_text(&text));
    kp_put(in->f.out, "\n");
    kp_buffer_end(&text);
    kp_content_end(&content);
}

static void put_figures(intake *in) {
    put_named(in, "society", NULL, "組合名称");
    put_named(in, "symbol", NULL, "組合記号");
    put_named(in, "year", NULL, "年度");
    for (size_t i = 0; KP_FIGURES[i].name != NULL; i++)
        put_named(in, "figure", KP_FIGURES[i].name, KP_FIGURES[i].name);
}

static bool has_elements(intake *in, const char *property) {
    kp_auto container = kp_property_object(in->document, property);
    return kp_get_number(container, "container.XElementAccess::hasElements", "") != 0;
}

static void check_links(intake *in) {
    if (has_elements(in, "ExternalDocLinks") || has_elements(in, "AreaLinks") ||
        has_elements(in, "DDELinks") || has_elements(in, "SheetLinks"))
        kp_found_plain(&in->f, KP_DOUBT, kp_t("外部リンク", "external link"), "",
                       kp_t("他のファイルや場所への参照があります(更新していません)。",
                            "It refers to other files or places (not followed)."));
}

static void check_macros(intake *in, const char *url) {
    uno_Interface *package = kp_package_open(in->context, url, true);
    if (kp_package_has(package, "Basic/script-lc.xml") ||
        kp_package_has(package, "xl/vbaProject.bin") || kp_package_has(package, "Scripts"))
        kp_found_plain(
            &in->f, KP_DOUBT, kp_t("マクロ", "macro"), "",
            kp_t("マクロが含まれています(実行していません)。", "It contains macros (not run)."));
    kp_release(package);
}

/* ------------------------------------------------------------------------------------- a file */

static void check_document(intake *in) {
    if (!kp_basis_read(&in->basis, in->document)) {
        kp_found_plain(&in->f, KP_WRONG, kp_t("計算根拠なし", "no 計算根拠"), "",
                       kp_t("提出用コピーではないか、シート 計算根拠 が失われています。",
                            "It is no submission copy, or its sheet 計算根拠 is lost."));
        return;
    }
    put_figures(in);
    check_version(in);
    check_rows(in);
    check_total(in);
    check_sheets(in);
    for (size_t i = 0; i < in->basis.count; i++)
        check_label(in, &in->basis.rows[i]);
    unprotect_sheets(in);
    kp_budget_speak(kp_basis_language(&in->basis, in->f.language));
    compute_rows(in);
    kp_conform(&in->f, in->context, in->document, &in->basis, in->forms);
    kp_budget_speak_own();
    kp_putf(in->f.out, "rows\t%zu\nchecks\t%zu\t%zu\t%zu\n", in->basis.count, in->f.checks[0],
            in->f.checks[1], in->f.checks[2]);
}

/* Why a file that looks like a package cannot be opened. */
static void find_unopened(intake *in, const char *url) {
    size_t size = 0;
    uno_Interface *package = kp_package_open(in->context, url, true);
    char *manifest = kp_package_read(package, "META-INF/manifest.xml", &size);
    bool locked = manifest != NULL && strstr(manifest, "encryption-data") != NULL;
    if (locked)
        kp_found_plain(&in->f, KP_WRONG, kp_t("暗号化", "encrypted"), "",
                       kp_t("パスワードで暗号化されているため開けません。",
                            "It is encrypted by a password and cannot be opened."));
    else
        kp_found_plain(&in->f, KP_WRONG, kp_t("開けない", "cannot be opened"), "",
                       kp_t("ファイルが壊れているか、内容が拡張子と違います。",
                            "The file is damaged, or its content is not what its name says."));
    free(manifest);
    kp_release(package);
}

static void open_and_check(intake *in, const char *path, const char *filter, const char *work) {
    char copy[KP_PATH + 16];
    snprintf(copy, sizeof copy, "%s/submission", work);
    char *url = kp_place_file(path, copy) == KP_FAULT_NONE ? kp_url_from_path(copy) : NULL;
    if (url != NULL) {
        check_macros(in, url);
        kp_unlock_file(in->context, copy);
        in->document = kp_document_open(in->context, url, filter, NULL, 0);
        if (in->document == NULL) {
            find_unopened(in, url);
        } else {
            kp_document_quiet(in->document);
            check_links(in);
            check_document(in);
            kp_document_close(in->document);
            kp_release(in->document);
        }
    } else {
        kp_found_plain(&in->f, KP_WRONG, kp_t("開けない", "cannot be opened"), "",
                       kp_t("ファイルを読めません。", "The file cannot be read."));
    }
    free(url);
    kp_basis_end(&in->basis);
}

typedef struct look_finding {
    kp_text kind, words;
} look_finding;

static const look_finding LOOKS[] = {
    [KP_FILE_EMPTY] = {{"空のファイル", "empty file"},
                       {"内容がありません。", "There is nothing in it."}},
    [KP_FILE_OLE] = {{"暗号化または旧形式", "encrypted or old format"},
                     {"パスワード付きの .xlsx か、2007年より前の形式のため開けません。",
                      "An .xlsx with a password, or a format of before 2007."}},
    [KP_FILE_PDF] = {{"PDF", "PDF"},
                     {"印刷用の PDF です。照合は .ods か .xlsx で行います。",
                      "The printed forms; what is compared is the .ods or .xlsx."}},
    [KP_FILE_OTHER] = {{"提出用コピーでない", "no submission"},
                       {"表計算のファイルではありません。", "It is no spreadsheet file."}},
    [KP_FILE_HUGE] = {{"大きすぎる", "too large"},
                      {"展開すると大きすぎるため、開きません(圧縮爆弾の疑い)。",
                       "It unpacks to too much and is not opened (maybe a zip bomb)."}},
    [KP_FILE_BROKEN] = {{"開けない", "cannot be opened"},
                        {"ファイルが壊れています。", "The file is damaged."}},
    [KP_FILE_MISSING] = {{"開けない", "cannot be opened"},
                         {"ファイルを読めません。", "The file cannot be read."}},
};

void kp_intake_file(uno_Interface *context, const char *path, const char *name, const char *base,
                    kp_language language, kp_forms *forms, kp_buffer *result) {
    intake in = {context, NULL, forms, {language, result, {0}}, {0}, false, false};
    char work[KP_PATH];
    kp_put_name(result, name);
    kp_look look = kp_file_look(path);
    kp_file_kind kind = look.kind;
    if (kind == KP_FILE_PDF) {
        kp_found_plain(&in.f, KP_NOTE, LOOKS[kind].kind, "", LOOKS[kind].words);
    } else if (kind != KP_FILE_ZIP) {
        kp_found_plain(&in.f, KP_WRONG, LOOKS[kind].kind, "", LOOKS[kind].words);
    } else if (look.filter == NULL) {
        kp_found_plain(&in.f, KP_WRONG, LOOKS[KP_FILE_OTHER].kind, "", LOOKS[KP_FILE_OTHER].words);
    } else if (kp_work_begin(base, work) == KP_FAULT_NONE) {
        open_and_check(&in, path, look.filter, work);
        kp_work_end(work);
    }
    kp_put(result, "end\n");
}
