/* SPDX-License-Identifier: MPL-2.0
 *
 * intake.c: looks at a submission, opens it, and asks in order: what is in it, was it changed, does
 * it compute to the same, is it as its form.
 */
#include "intake/intake.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "uno/access.h"
#include "book/unlock.h"
#include "calc/budget.h"
#include "calc/function.h"
#include "intake/conform.h"
#include "intake/recompute.h"
#include "intake/tampered.h"
#include "system/look.h"
#include "system/place.h"
#include "system/work.h"
#include "uno/package.h"

typedef struct intake {
    uno_Interface *context;
    uno_Interface *document;
    kp_forms *forms;
    kp_findings f;
    kp_basis basis;
} intake;

/* ------------------------------------------------------------------------- what stands in it */

/* The text of the cell of that name. */
static void put_named(uno_Interface *document, const char *name, kp_buffer *text) {
    kp_auto cells = kp_named_cells(document, name);
    kp_auto cell = cells == NULL ? NULL : kp_cell_at(cells, 0, 0);
    if (cell == NULL) return;
    kp_content content = kp_cell_content(cell);
    if (content.kind == KP_NUMBER)
        kp_put_number(text, content.number, 17);
    else
        kp_put(text, content.text);
    kp_content_end(&content);
}

static void put_fact(intake *in, kp_fact fact, const char *name) {
    kp_buffer text = {0};
    put_named(in->document, name, &text);
    kp_result_fact(in->f.out, fact, kp_buffer_text(&text));
    kp_buffer_end(&text);
}

static void put_figures(intake *in) {
    put_fact(in, KP_FACT_SOCIETY, "組合名称");
    put_fact(in, KP_FACT_SYMBOL, "組合記号");
    put_fact(in, KP_FACT_YEAR, "年度");
    for (size_t i = 0; i < KP_FIGURE_COUNT; i++) {
        kp_buffer text = {0};
        put_named(in->document, KP_FIGURES[i], &text);
        kp_result_figure(in->f.out, i, kp_buffer_text(&text));
        kp_buffer_end(&text);
    }
}

static void put_version(intake *in) {
    const kp_basis_row *row = in->basis.count == 0 ? NULL : &in->basis.rows[0];
    const char *version = row == NULL ? "" : kp_basis_get(row, KP_BASIS_VERSION);
    kp_buffer words = {0};
    kp_result_fact(in->f.out, KP_FACT_VERSION, version);
    if (strcmp(version, KP_VERSION) == 0) return;
    kp_putf(&words,
            kp_wording(kp_t("提出側は %s 版、こちらは %s 版です。",
                            "made with version %s, checked with %s."),
                       in->f.language),
            version, KP_VERSION);
    kp_found(&in->f, KP_NOTE, KP_FOUND_VERSION, "", kp_buffer_text(&words));
    kp_buffer_end(&words);
}

static void check_links(intake *in) {
    static const char *const KINDS[] = {"ExternalDocLinks", "AreaLinks", "DDELinks", "SheetLinks"};
    bool any = false;
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++) {
        kp_auto links = kp_property_object(in->document, KINDS[i]);
        any = any || kp_get_number(links, "container.XElementAccess::hasElements", "") != 0;
    }
    if (any)
        kp_found_plain(&in->f, KP_DOUBT, KP_FOUND_LINK, "",
                       kp_t("他のファイルや場所への参照があります(更新していません)。",
                            "It refers to other files or places (not followed)."));
}

static void check_macros(intake *in, const char *url) {
    static const char *const PARTS[] = {"Basic/script-lc.xml", "xl/vbaProject.bin", "Scripts"};
    kp_auto package = kp_package_open(in->context, url, true);
    bool any = false;
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++)
        any = any || kp_package_has(package, PARTS[i]);
    if (any)
        kp_found_plain(
            &in->f, KP_DOUBT, KP_FOUND_MACRO, "",
            kp_t("マクロが含まれています(実行していません)。", "It contains macros (not run)."));
}

/* ------------------------------------------------------------------------------------- a file */

static void check_document(intake *in) {
    kp_form_mark mark;
    in->f.formed = kp_form_mark_read(in->document, &mark);
    if (!kp_basis_read(&in->basis, in->document)) {
        kp_found_plain(&in->f, KP_WRONG, KP_FOUND_NO_TABLE, "",
                       kp_t("提出用コピーではないか、シート 計算根拠 が失われています。",
                            "It is no submission copy, or its sheet 計算根拠 is lost."));
        kp_conform_gate(&in->f, in->context, in->document, in->forms);
        return;
    }
    put_figures(in);
    put_version(in);
    kp_tampered(&in->f, in->document, &in->basis);
    kp_budget_speak(kp_basis_language(&in->basis, in->f.language));
    kp_recompute(&in->f, in->document, &in->basis);
    kp_conform(&in->f, in->context, in->document, &in->basis, in->forms);
    kp_budget_speak_own();
    kp_result_done(in->f.out, in->basis.count, in->f.checks);
}

/* Why a file that looks like a package cannot be opened. */
static void find_unopened(intake *in, const char *url) {
    size_t size = 0;
    kp_auto package = kp_package_open(in->context, url, true);
    char *manifest = kp_package_read(package, "META-INF/manifest.xml", &size);
    if (manifest != NULL && strstr(manifest, "encryption-data") != NULL)
        kp_found_plain(&in->f, KP_WRONG, KP_FOUND_ENCRYPTED, "",
                       kp_t("パスワードで暗号化されているため開けません。",
                            "It is encrypted by a password and cannot be opened."));
    else
        kp_found_plain(&in->f, KP_WRONG, KP_FOUND_UNOPENED, "",
                       kp_t("ファイルが壊れているか、内容が拡張子と違います。",
                            "The file is damaged, or its content is not what its name says."));
    free(manifest);
}

static void check_copy(intake *in, const char *copy, const char *url, const char *filter) {
    check_macros(in, url);
    kp_unlock_file(in->context, copy);
    in->document = kp_document_open(in->context, url, filter, NULL, 0);
    if (in->document == NULL) {
        find_unopened(in, url);
        return;
    }
    kp_document_quiet(in->document);
    check_links(in);
    check_document(in);
    kp_document_close(in->document);
    kp_release(in->document);
    kp_basis_end(&in->basis);
}

static const struct {
    kp_found_kind kind;
    kp_text words;
} LOOKS[] = {
    [KP_FILE_EMPTY] = {KP_FOUND_EMPTY, {"内容がありません。", "There is nothing in it."}},
    [KP_FILE_OLE] = {KP_FOUND_OLD_FORMAT,
                     {"パスワード付きの .xlsx か、2007年より前の形式のため開けません。",
                      "An .xlsx with a password, or a format of before 2007."}},
    [KP_FILE_PDF] = {KP_FOUND_PDF,
                     {"印刷用の PDF です。照合は .ods か .xlsx で行います。",
                      "The printed forms; what is compared is the .ods or .xlsx."}},
    [KP_FILE_OTHER] = {KP_FOUND_NO_SUBMISSION,
                       {"表計算のファイルではありません。", "It is no spreadsheet file."}},
    [KP_FILE_HUGE] = {KP_FOUND_TOO_LARGE,
                      {"展開後の容量が異常に大きいため、開きません。",
                       "It unpacks to too much and is not opened (maybe a zip bomb)."}},
    [KP_FILE_BROKEN] = {KP_FOUND_UNOPENED, {"ファイルが壊れています。", "The file is damaged."}},
    [KP_FILE_MISSING] = {KP_FOUND_UNOPENED, {"ファイルを読めません。", "The file cannot be read."}},
};

static void find_look(intake *in, kp_file_kind kind) {
    kp_found_plain(&in->f, kind == KP_FILE_PDF ? KP_NOTE : KP_WRONG, LOOKS[kind].kind, "",
                   LOOKS[kind].words);
}

static void open_and_check(intake *in, const char *path, const char *filter, const char *work) {
    char copy[KP_PATH + 16];
    snprintf(copy, sizeof copy, "%s/submission", work);
    kp_fault fault = kp_place_file(path, copy);
    char *url = fault == KP_FAULT_NONE ? kp_url_from_path(copy) : NULL;
    if (url == NULL)
        find_look(in, KP_FILE_MISSING);
    else
        check_copy(in, copy, url, filter);
    free(url);
}

void kp_intake_file(uno_Interface *context, const char *path, const char *name, const char *base,
                    kp_language language, kp_forms *forms, kp_buffer *result) {
    intake in = {context, NULL, forms, {language, result, {0}, false}, {0}};
    char work[KP_PATH];
    kp_result_begin(result, name);
    kp_look look = kp_file_look(path);
    if (look.kind == KP_FILE_ZIP && look.filter == NULL) look.kind = KP_FILE_OTHER;
    if (look.kind != KP_FILE_ZIP) {
        find_look(&in, look.kind);
    } else if (kp_work_begin(base, work) == KP_FAULT_NONE) {
        open_and_check(&in, path, look.filter, work);
        kp_work_end(work);
    } else {
        find_look(&in, KP_FILE_MISSING);
    }
    kp_result_end(result);
}
