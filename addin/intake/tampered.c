/* SPDX-License-Identifier: MPL-2.0
 *
 * tampered.c: whether a submission was changed after it was made.
 */
#include "intake/tampered.h"

#include <stdio.h>
#include <string.h>

#include "book/fingerprint.h"
#include "book/label.h"

/* ---------------------------------------------------------------------------------- the table */

static void check_row(kp_findings *f, const kp_basis_row *row) {
    char check[KP_DIGEST];
    kp_buffer words = {0};
    if (row->kind == KP_ROW_OTHER)
        kp_found_row(f, KP_WRONG, KP_FOUND_DAMAGED_TABLE, row,
                     kp_wording(kp_t("知らない種別の行です。計算し直せません。",
                                     "a row of unknown kind, which cannot be computed again."),
                                f->language));
    kp_basis_check(row, kp_digest_kind_of(kp_basis_get(row, KP_BASIS_CHECK)), check);
    if (strcmp(check, kp_basis_get(row, KP_BASIS_CHECK)) == 0) return;
    kp_putf(&words,
            kp_wording(kp_t("計算根拠の %s 番の行が書き換えられています。",
                            "row %s of 計算根拠 was changed."),
                       f->language),
            kp_basis_get(row, KP_BASIS_NUMBER));
    kp_found_row(f, KP_WRONG, KP_FOUND_CHANGED_ROW, row, kp_buffer_text(&words));
    kp_buffer_end(&words);
}

/* How this copy's checksums were made, as its last row says. */
static kp_digest_kind kind_of(const kp_basis *basis) {
    return basis->count == 0
               ? KP_DIGEST_NEW
               : kp_digest_kind_of(kp_basis_get(&basis->rows[basis->count - 1], KP_BASIS_CHECK));
}

/* What a row is about, in one place: a copy says it once. */
static bool same_row(const kp_basis_row *one, const kp_basis_row *other) {
    static const kp_basis_column SAYS[] = {KP_BASIS_SHEET, KP_BASIS_CELL, KP_BASIS_LABEL,
                                           KP_BASIS_FORMULA, KP_BASIS_RESULT};
    if (one->kind != other->kind || one->column != other->column || one->row != other->row ||
        strcmp(kp_basis_get(one, KP_BASIS_KIND), kp_basis_get(other, KP_BASIS_KIND)) != 0)
        return false;
    for (size_t i = 0; i < sizeof SAYS / sizeof *SAYS; i++)
        if (strcmp(kp_basis_get(one, SAYS[i]), kp_basis_get(other, SAYS[i])) != 0) return false;
    return true;
}

static void tell_row(kp_findings *f, const kp_basis_row *row, kp_text words) {
    kp_found_row(f, KP_WRONG, KP_FOUND_ROW_COUNT, row, kp_wording(words, f->language));
}

static size_t sheet_index(const kp_workbook *workbook, const kp_basis_row *row) {
    const char *name = kp_basis_get(row, KP_BASIS_SHEET);
    size_t i = 0;
    while (i < workbook->count && strcmp(workbook->sheets[i].name, name) != 0)
        i++;
    return i;
}

/* A copy is written at once: its rows are numbered without gaps, sheet by sheet, by one version. The first row that is
 * not so tells it for those behind; checksums that were made right again hide none of this. */
static void check_order(kp_findings *f, const kp_workbook *workbook, const kp_basis *basis) {
    bool numbered = true;
    bool versioned = true;
    size_t sheet = 0;
    for (size_t i = 0; i < basis->count; i++) {
        const kp_basis_row *row = &basis->rows[i];
        char number[32];
        snprintf(number, sizeof number, "%zu", i + 1);
        bool placed = row->placed && row->kind != KP_ROW_SHEET && row->kind != KP_ROW_NAME;
        size_t at = placed ? sheet_index(workbook, row) : sheet;
        if (numbered && (at < sheet || strcmp(number, kp_basis_get(row, KP_BASIS_NUMBER)) != 0)) {
            numbered = false;
            tell_row(f, row,
                     kp_t("番号が順でありません(行の追加・削除・並べ替え)。",
                          "Its number is not the next one (rows added, removed, moved)."));
        }
        sheet = at;
        if (versioned && strcmp(kp_basis_get(row, KP_BASIS_VERSION),
                                kp_basis_get(&basis->rows[0], KP_BASIS_VERSION)) != 0) {
            versioned = false;
            tell_row(
                f, row,
                kp_t("最初の行と違う版の行です。", "Its version is not that of the first row."));
        }
        for (size_t k = 0; k < i; k++)
            if (same_row(&basis->rows[k], row)) {
                tell_row(f, row, kp_t("同じ行が2つあります。", "The same row stands there twice."));
                break;
            }
    }
}

/* Rows that were taken out, put in or moved. */
static void check_total(kp_findings *f, const kp_basis *basis) {
    char all[KP_DIGEST];
    const kp_basis_row *total = basis->count == 0 ? NULL : &basis->rows[basis->count - 1];
    kp_digest digest = kp_digest_begin(kind_of(basis));
    bool whole = total != NULL && total->kind == KP_ROW_TOTAL;
    for (size_t i = 0; i + 1 < basis->count; i++)
        kp_digest_add(&digest, kp_basis_get(&basis->rows[i], KP_BASIS_CHECK));
    kp_digest_end(&digest, all);
    if (!whole)
        kp_found_plain(
            f, KP_WRONG, KP_FOUND_DAMAGED_TABLE, KP_BASIS_NAME,
            kp_t("合計の行がありません。行が削除されたか、表が壊れています。",
                 "The last row is missing: rows were taken out, or the table is damaged."));
    else if (strcmp(all, kp_basis_get(total, KP_BASIS_EXPLANATION)) != 0 ||
             total->result.number != (double)(basis->count - 1))
        kp_found_plain(f, KP_WRONG, KP_FOUND_ROW_COUNT, KP_BASIS_NAME,
                       kp_t("全体の照合値が一致しません(行の追加・削除・並べ替え、または書換え)。",
                            "The checksum over all rows differs (rows added, removed, moved or "
                            "changed)."));
}

/* --------------------------------------------------------------------------------- the sheets */

static const kp_basis_row *sheet_row(const kp_basis *basis, const char *name) {
    for (size_t i = 0; i < basis->count; i++)
        if (basis->rows[i].kind == KP_ROW_SHEET &&
            strcmp(kp_basis_get(&basis->rows[i], KP_BASIS_SHEET), name) == 0)
            return &basis->rows[i];
    return NULL;
}

static void compare_sheet(kp_findings *f, const kp_basis_row *then, const kp_basis_row *now) {
    enum { NAMED = 10 };
    kp_buffer words = {0};
    long row = kp_fingerprint_difference(then, now, 0);
    if (row == 0) return;
    kp_put(&words, kp_wording(kp_t("提出用コピーの作成後に変わった行: ",
                                   "rows changed after the copy was made: "),
                              f->language));
    for (size_t i = 0; row > 0 && i < NAMED; i++) {
        kp_putf(&words, "%s%ld", i > 0 ? ", " : "", row);
        row = kp_fingerprint_difference(then, now, i + 1);
    }
    if (row != 0) kp_put(&words, " …");
    kp_found(f, KP_WRONG, KP_FOUND_CHANGED_SHEET, kp_basis_get(now, KP_BASIS_SHEET),
             kp_buffer_text(&words));
    kp_buffer_end(&words);
}

/* Copies of older versions made their codes in another way. */
static void check_sheets(kp_findings *f, const kp_workbook *workbook, const kp_basis *basis) {
    kp_basis now = {0};
    kp_fingerprint_stored(workbook, &now);
    for (size_t i = 0; i < now.count; i++) {
        const char *name = kp_basis_get(&now.rows[i], KP_BASIS_SHEET);
        const kp_basis_row *then = sheet_row(basis, name);
        if (then != NULL && kp_fingerprint_is_known(then))
            compare_sheet(f, then, &now.rows[i]);
        else if (then == NULL)
            kp_found_plain(f, KP_WRONG, KP_FOUND_ADDED_SHEET, name,
                           kp_t("提出用コピーになかったシートです。", "was not in the copy."));
    }
    for (size_t i = 0; i < basis->count; i++) {
        const char *name = kp_basis_get(&basis->rows[i], KP_BASIS_SHEET);
        if (basis->rows[i].kind == KP_ROW_SHEET && sheet_row(&now, name) == NULL)
            kp_found_plain(f, KP_WRONG, KP_FOUND_REMOVED_SHEET, name,
                           kp_t("シートがありません。", "The sheet is gone."));
    }
    kp_basis_end(&now);
}

/* What else stands on the sheet may be taken for ours. */
static void check_rest(kp_findings *f, const kp_workbook *workbook, const kp_basis *basis) {
    char cell[16];
    kp_auto_buffer place = {0};
    if (kp_basis_is_plain(basis, workbook, cell)) return;
    kp_putf(&place, "%s %s", KP_BASIS_NAME, cell);
    kp_found(f, KP_WRONG, KP_FOUND_EXTRA, kp_buffer_text(&place),
             kp_wording(kp_t("表の題や見出しが違うか、表にない内容があります。",
                             "The title or the heads are others, or something stands outside of "
                             "the table."),
                        f->language));
}

/* --------------------------------------------------------------------------------- the labels */

static void check_label(kp_findings *f, const kp_workbook *workbook, const kp_basis_row *row) {
    if (row->kind == KP_ROW_NAME || row->kind == KP_ROW_SHEET || row->kind == KP_ROW_TOTAL ||
        !row->placed)
        return;
    const kp_stored_sheet *sheet = kp_workbook_sheet(workbook, kp_basis_get(row, KP_BASIS_SHEET));
    const char *label = sheet == NULL ? NULL : kp_label_stored(sheet, row->column, row->row);
    if (label != NULL && strcmp(label, kp_basis_get(row, KP_BASIS_LABEL)) != 0) {
        kp_buffer words = {0};
        kp_putf(&words, "%s「%s」", kp_wording(kp_t("現在の見出し", "label now"), f->language),
                label);
        kp_found_row(f, KP_WRONG, KP_FOUND_CHANGED_LABEL, row, kp_buffer_text(&words));
        kp_buffer_end(&words);
    }
}

void kp_tampered(kp_findings *f, const kp_workbook *workbook, const kp_basis *basis) {
    for (size_t i = 0; i < basis->count; i++)
        check_row(f, &basis->rows[i]);
    check_order(f, workbook, basis);
    check_total(f, basis);
    check_sheets(f, workbook, basis);
    check_rest(f, workbook, basis);
    for (size_t i = 0; i < basis->count; i++)
        check_label(f, workbook, &basis->rows[i]);
}
