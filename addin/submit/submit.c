/* SPDX-License-Identifier: MPL-2.0
 *
 * submit.c: submission copies.
 */
#include "submit/submit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "book/fingerprint.h"
#include "submit/freeze.h"
#include "submit/open.h"
#include "submit/pdf.h"
#include "submit/typed.h"
#include "book/panes.h"
#include "stored/read/read.h"
#include "system/path.h"
#include "system/place.h"
#include "system/work.h"
#include "book/unlock.h"
#include "calc/budget.h"

typedef struct copy {
    const kp_submission *ask;
    kp_report *report;
    kp_freeze freeze;
    bool unlocked; /**< passwords were taken out of the private copy */
    bool written;  /**< the sheet 計算根拠 stands in the document */
    size_t frozen; /**< rows of the table about what was replaced, without those about sheets */
    char work[KP_PATH];
    char targets[KP_FORMATS][KP_PATH];
    char files[KP_FORMATS][KP_PATH + 16];
} copy;

static const char *const ENDINGS[KP_FORMATS] = {"ods", "xlsx", "pdf"};
static const char *const FILTERS[KP_FORMATS] = {"calc8", "Calc MS Excel 2007 XML",
                                                "calc_pdf_Export"};

static bool going_on(copy *c, kp_text step) {
    return c->ask->progress == NULL || c->ask->progress(c->ask->data, step);
}

/* ----------------------------------------------------------------------------------- targets */

static void name_target(copy *c, kp_format format) {
    const char *name = kp_path_name(c->ask->named != NULL ? c->ask->named : c->ask->source);
    const char *point = strrchr(name, '.');
    int stem = point == NULL ? (int)strlen(name) : (int)(point - name);
    snprintf(c->targets[format], KP_PATH, "%s/%.*s_提出用.%s", c->ask->folder, stem, name,
             ENDINGS[format]);
    snprintf(c->files[format], sizeof c->files[format], "%s/copy.%s", c->work, ENDINGS[format]);
}

static bool targets_free(copy *c) {
    bool all = true;
    for (int i = 0; i < KP_FORMATS; i++) {
        if (!c->ask->formats[i] || kp_entry_look(c->targets[i]).kind == KP_ENTRY_NONE) continue;
        kp_tell_failure(c->report, KP_UNWRITABLE, c->targets[i], kp_place_error(KP_FAULT_EXISTS));
        all = false;
    }
    kp_fault fault = kp_folder_open_to_us(c->ask->folder);
    if (fault == KP_FAULT_NONE) return all;
    kp_tell_failure(c->report, KP_UNWRITABLE, c->ask->folder, kp_place_error(fault));
    return false;
}

/* ------------------------------------------------------------------------------------ checks */

/* The first sheet of a copy tells what is open in the language of the workbook. */
static bool put_open(copy *c) {
    kp_open open = kp_open_find(&c->freeze, c->ask->context, c->freeze.language);
    bool whole = !open.failed;
    kp_open_sheet(&c->freeze, &open);
    kp_open_end(&open);
    return whole;
}

/* Whether copies may be made of what is open. */
static bool allowed(copy *c, const kp_open *open) {
    bool insist = c->ask->insist && !open->failed;
    kp_open_tell(open, open->blocks && !insist ? "open" : "warning", c->report);
    if (!open->blocks) return true;
    if (insist && put_open(c)) return true;
    kp_tell_failure(c->report, KP_BLOCKED, NULL,
                    kp_t("エラーの点検などが残っているため、提出用コピーを作成しませんでした。",
                         "No copy was made, because checks of severity error, or other faults, are "
                         "open."));
    return false;
}

static bool checks_allow(copy *c) {
    kp_open open = kp_open_find(&c->freeze, c->ask->context, c->report->language);
    bool yes = allowed(c, &open);
    kp_open_end(&open);
    return yes;
}

/* --------------------------------------------------------------------------- writing a format */

/* The sheet 計算根拠: whole at first, then only what differs from format to format. */
static bool write_basis(copy *c) {
    kp_basis *basis = &c->freeze.basis;
    kp_basis_seal(basis, kp_path_name(c->ask->named != NULL ? c->ask->named : c->ask->source),
                  c->freeze.language);
    if (c->written) return kp_basis_write_rows(basis, c->frozen, c->freeze.document);
    c->written = kp_basis_write(basis, c->freeze.document, c->freeze.language);
    kp_freeze_names(&c->freeze);
    if (c->freeze.guarded) kp_protect(c->freeze.document);
    return c->written;
}

static bool store(copy *c, kp_format format) {
    char message[512];
    kp_auto_text url = kp_url_from_path(c->files[format]);
    if (kp_document_store(c->freeze.document, url, FILTERS[format], message, sizeof message))
        return true;
    kp_tell_failure(c->report, KP_UNWRITABLE, message,
                    kp_t("書き出せませんでした。", "The copy could not be written."));
    return false;
}

static bool same_cell(uno_Interface *document, const kp_basis_row *row) {
    if (row->kind != KP_ROW_CELL && row->kind != KP_ROW_ELEMENT) return true;
    kp_auto sheet = kp_sheet(document, kp_basis_get(row, KP_BASIS_SHEET));
    kp_auto cell = kp_cell_at(sheet, row->column, row->row);
    kp_auto_content content = kp_cell_content(cell);
    return kp_result_same(&content, &row->result);
}

/* Compares every replaced cell to the last bit. */
static bool same_cells(copy *c, uno_Interface *written) {
    const kp_basis *basis = &c->freeze.basis;
    for (size_t i = 0; i < c->frozen; i++) {
        if (same_cell(written, &basis->rows[i])) continue;
        kp_auto_buffer place = {0};
        kp_putf(&place, "%s %s", kp_basis_get(&basis->rows[i], KP_BASIS_SHEET),
                kp_basis_get(&basis->rows[i], KP_BASIS_CELL));
        kp_tell(c->report, "error", kp_buffer_text(&place),
                kp_t("ファイルの値が一致しません。", "the value in the file differs."));
        return false;
    }
    return true;
}

/* The codes of the sheets of the file, read as intake will read it. */
static bool read_codes(copy *c, kp_format format, kp_basis *codes) {
    kp_workbook book = {0};
    kp_auto_buffer why = {0};
    bool read =
        kp_workbook_read(&book, c->ask->context, c->files[format], &why) == KP_READ && !book.failed;
    if (read) kp_fingerprint_stored(&book, codes);
    kp_workbook_end(&book);
    return read;
}

/* Whether the codes of the sheets in the table are those of the file; if not, takes the file's. */
static bool same_sheets(copy *c, kp_basis *now) {
    kp_basis *basis = &c->freeze.basis;
    bool same = c->frozen + now->count + 1 == basis->count; /* and the total */
    for (size_t i = 0; same && i < now->count; i++)
        same = kp_fingerprint_difference(&basis->rows[c->frozen + i], &now->rows[i], 0) == 0;
    if (same) return true;
    kp_basis_cut(basis, c->frozen);
    kp_basis_take(basis, now);
    return false;
}

typedef enum outcome { SAME, OTHER_SHEETS, FAILED } outcome;

/* Reads the file back and compares. */
static outcome compare_book(copy *c, const char *url, kp_format format) {
    kp_auto written = kp_document_open(c->ask->context, url, FILTERS[format], NULL, 0);
    if (written == NULL) return FAILED;
    kp_basis codes = {0};
    outcome found = !same_cells(c, written) || !read_codes(c, format, &codes) ? FAILED
                    : same_sheets(c, &codes)                                  ? SAME
                                                                              : OTHER_SHEETS;
    kp_basis_end(&codes);
    kp_document_close(written);
    return found;
}

static outcome write_book(copy *c, kp_format format) {
    if (!write_basis(c) || !store(c, format)) return FAILED;
    kp_auto_text url = kp_url_from_path(c->files[format]);
    if (!kp_exact_file(c->ask->context, c->freeze.document, url, format)) return FAILED;
    kp_panes_keep(c->ask->context, c->freeze.document, url, format, kp_basis_line(0));
    return compare_book(c, url, format);
}

/* What fails for want of room in the place for temporary files fails in many ways: try how much there
 * is. */
static bool lacks_room(const copy *c) {
    enum { ENOUGH = 8 << 20 };
    char path[KP_PATH];
    char *bytes = kp_path_in(c->work, "room", path) ? calloc(1, ENOUGH) : NULL;
    if (bytes == NULL) return false;
    kp_fault fault = kp_place_text(bytes, ENOUGH, path, true);
    free(bytes);
    kp_file_drop(path);
    if (fault == KP_FAULT_FULL)
        kp_tell_failure(c->report, KP_UNWRITABLE, c->work, kp_place_error(fault));
    return fault == KP_FAULT_FULL;
}

/* The codes of the sheets must be those of the file read back. Mostly they are those of the
 * document in memory; where the format spells a formula differently, a second round takes them. */
static bool make_book(copy *c, kp_format format) {
    kp_basis_cut(&c->freeze.basis, c->frozen);
    kp_fingerprint(c->freeze.document, &c->freeze.basis);
    outcome found = write_book(c, format);
    if (found == OTHER_SHEETS) found = write_book(c, format);
    if (found == SAME) return true;
    if (lacks_room(c)) return false;
    kp_tell_failure(c->report, KP_UNREADABLE, ENDINGS[format],
                    kp_t("この形式では、アドインなしで同じ値になるコピーを作れませんでした。",
                         "In this format no copy could be made that gives the same values without "
                         "the add-in."));
    return false;
}

static bool make_pdf(copy *c) {
    char work[KP_PATH + 16];
    snprintf(work, sizeof work, "%s/sets.ods", c->work);
    kp_auto_text sets = kp_url_from_path(work);
    kp_auto_text url = kp_url_from_path(c->files[KP_PDF]);
    kp_pdf_choice choice = {c->ask->sheets, c->ask->coloured};
    kp_pdf_end end = kp_pdf(c->ask->context, c->freeze.document, sets, url, &choice);
    if (end == KP_PDF_NO_SHEET)
        kp_tell_failure(c->report, KP_USAGE, c->ask->sheets,
                        kp_t("その名前のシートがありません。", "There is no sheet of that name."));
    else if (end == KP_PDF_FAILED && !lacks_room(c))
        kp_tell_failure(c->report, KP_UNWRITABLE, NULL,
                        kp_t("PDF を作成できませんでした。", "The PDF could not be made."));
    return end == KP_PDF_MADE;
}

static bool make_formats(copy *c) {
    if (c->ask->formats[KP_PDF] &&
        (!going_on(c, kp_t("PDF を作成しています", "Making the PDF")) || !make_pdf(c)))
        return false;
    for (int i = KP_ODS; i <= KP_XLSX; i++) {
        if (!c->ask->formats[i]) continue;
        if (!going_on(c, i == KP_ODS ? kp_t(".ods を作成しています", "Making the .ods")
                                     : kp_t(".xlsx を作成しています", "Making the .xlsx")))
            return false;
        if (!make_book(c, (kp_format)i)) return false;
    }
    return true;
}

/* All or none: where one cannot be placed, those that this run placed go again. */
static void place_formats(copy *c) {
    int placed = 0;
    kp_fault fault = KP_FAULT_NONE;
    for (; placed < KP_FORMATS && fault == KP_FAULT_NONE; placed++)
        if (c->ask->formats[placed]) fault = kp_place_file(c->files[placed], c->targets[placed]);
    if (fault != KP_FAULT_NONE) {
        kp_tell_failure(c->report, KP_UNWRITABLE, c->targets[--placed], kp_place_error(fault));
        while (placed-- > 0)
            if (c->ask->formats[placed]) kp_file_drop(c->targets[placed]);
        return;
    }
    for (int i = 0; i < KP_FORMATS; i++)
        if (c->ask->formats[i]) kp_tell_plain(c->report, "wrote", c->targets[i]);
}

/* ------------------------------------------------------------------------------------- whole */

static void tell_problems(copy *c) {
    char *line = strdup(kp_buffer_text(&c->freeze.problems));
    char *rest = NULL;
    for (char *at = line == NULL ? NULL : strtok_r(line, "\n", &rest); at != NULL;
         at = strtok_r(NULL, "\n", &rest))
        kp_tell_plain(c->report, "error", at);
    free(line);
    kp_tell_failure(c->report, KP_UNREADABLE, NULL,
                    kp_t("提出用コピーを作成できませんでした。", "No copy could be made."));
}

static void name_if_protected(void *names, uno_Interface *sheet, const char *name) {
    const kp_buffer *so_far = names;
    if (kp_is_protected(sheet)) kp_putf(names, "%s%s", so_far->used > 0 ? "、" : "", name);
}

/* Which sheets a password no longer guards: the protection is there, the password is not. */
static void tell_unlocked(copy *c) {
    kp_auto_buffer names = {0};
    kp_each_sheet(c->freeze.document, name_if_protected, &names);
    kp_tell(c->report, "warning", names.used > 0 ? kp_buffer_text(&names) : NULL,
            kp_t("元のワークブックは、パスワード付きで保護されています。提出用コピーのシートと"
                 "ワークブックの保護には、パスワードがありません。",
                 "The workbook is protected by a password. In the copies the protection of sheets "
                 "and workbook has no password."));
}

static void submit_document(copy *c) {
    kp_document_quiet(c->freeze.document);
    c->freeze.language = kp_budget_language(c->freeze.document, c->report->language);
    if (!going_on(c, kp_t("関数を値に置き換えています", "Replacing functions by values"))) return;
    kp_typed_formulas(c->freeze.document, c->ask->values, c->report);
    if (!kp_freeze_document(&c->freeze)) {
        tell_problems(c);
        return;
    }
    c->frozen = c->freeze.basis.count;
    if (!checks_allow(c) || !make_formats(c)) return;
    place_formats(c);
    if (c->unlocked) tell_unlocked(c);
}

/* The office works on a private copy, so that the original stays as it is, not even locked. */
static uno_Interface *open_copy(copy *c) {
    char path[KP_PATH + 16];
    const char *filter = kp_file_look(c->ask->source).filter;
    snprintf(path, sizeof path, "%s/source", c->work);
    if (filter == NULL || kp_place_file(c->ask->source, path) != KP_FAULT_NONE) return NULL;
    c->unlocked = kp_unlock_file(c->ask->context, path);
    char *url = kp_url_from_path(path);
    uno_Interface *document = kp_document_open(c->ask->context, url, filter, NULL, 0);
    free(url);
    return document;
}

static void open_and_submit(copy *c) {
    c->freeze.document = open_copy(c);
    if (c->freeze.document == NULL) {
        kp_tell_failure(c->report, KP_UNREADABLE, c->ask->source,
                        kp_t("ワークブックを開けません。", "The workbook cannot be opened."));
        return;
    }
    submit_document(c);
    kp_document_close(c->freeze.document);
    kp_release(c->freeze.document);
    kp_freeze_end(&c->freeze);
}

void kp_submit(const kp_submission *submission) {
    copy *c = calloc(1, sizeof *c);
    if (c == NULL) return;
    c->ask = submission;
    c->report = submission->report;
    kp_fault fault = kp_work_begin(submission->work, c->work);
    if (fault == KP_FAULT_NONE) {
        for (int i = 0; i < KP_FORMATS; i++)
            name_target(c, (kp_format)i);
        if (targets_free(c)) open_and_submit(c);
        kp_work_end(c->work);
    } else {
        kp_tell_failure(c->report, KP_UNWRITABLE, "/var/tmp", kp_place_error(fault));
    }
    free(c);
}
