/* SPDX-License-Identifier: MPL-2.0
 *
 * intake.c: looks at a submission, reads it as data, and asks in order: what is in it, was it
 * changed, is it as its form makes of its inputs, and, where it is made from none, do our functions
 * in it compute to the same.
 */
#include "intake/intake.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "calc/budget.h"
#include "calc/function.h"
#include "form/chosen.h"
#include "form/print.h"
#include "form/values.h"
#include "intake/conform.h"
#include "intake/kept/kept.h"
#include "intake/kept/print.h"
#include "intake/recompute.h"
#include "intake/tampered.h"
#include "stored/pdf/pdf.h"
#include "stored/read/read.h"
#include "stored/spelling.h"
#include "system/look.h"
#include "system/place.h"
#include "uno/access.h"

typedef struct intake {
    uno_Interface *context;
    const kp_intake_order *order;
    uno_Interface *document; /* ours: the form, or the values where there is none */
    kp_forms *forms;
    kp_form *form; /* of the workbook beside a print */
    kp_workbook book;
    kp_findings f;
    kp_basis basis;
    bool tabled; /* it has its 計算根拠 */
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
    kp_auto_buffer text = {0};
    put_named(in->document, name, &text);
    kp_result_fact(in->f.out, fact, kp_buffer_text(&text));
}

static void put_figures(intake *in) {
    put_fact(in, KP_FACT_SOCIETY, "組合名称");
    put_fact(in, KP_FACT_SYMBOL, "組合記号");
    put_fact(in, KP_FACT_YEAR, "年度");
    for (size_t i = 0; i < KP_FIGURE_COUNT; i++) {
        kp_auto_buffer text = {0};
        put_named(in->document, KP_FIGURES[i], &text);
        kp_result_figure(in->f.out, i, kp_buffer_text(&text));
    }
}

static void put_version(intake *in) {
    const kp_basis_row *row = in->basis.count == 0 ? NULL : &in->basis.rows[0];
    const char *version = row == NULL ? "" : kp_basis_get(row, KP_BASIS_VERSION);
    kp_auto_buffer words = {0};
    kp_result_fact(in->f.out, KP_FACT_VERSION, version);
    if (strcmp(version, KP_VERSION) == 0) return;
    kp_putf(&words,
            kp_wording(kp_t("提出側は %s 版、こちらは %s 版です。",
                            "made with version %s, checked with %s."),
                       in->f.language),
            version, KP_VERSION);
    kp_found(&in->f, KP_NOTE, KP_FOUND_VERSION, "", kp_buffer_text(&words));
}

/* -------------------------------------------------------------------------------- what is foreign */

static const struct {
    kp_found_kind kind;
    kp_text words;
} FOREIGN[] = {
    [KP_FOREIGN_MACRO] = {KP_FOUND_MACRO,
                          {"マクロが含まれています(実行していません)。",
                           "It contains macros (not run)."}},
    [KP_FOREIGN_LINK] = {KP_FOUND_LINK,
                         {"他のファイルや場所への参照があります(更新していません)。",
                          "It refers to other files or places (not followed)."}},
    [KP_FOREIGN_OBJECT] = {KP_FOUND_FOREIGN,
                           {"オブジェクトや図形が含まれています。",
                            "It contains objects or drawings."}},
    [KP_FOREIGN_PICTURE] = {KP_FOUND_FOREIGN, {"画像が含まれています。", "It contains pictures."}},
    [KP_FOREIGN_NOTE] = {KP_FOUND_FOREIGN, {"コメントが含まれています。", "It contains comments."}},
    [KP_FOREIGN_STREAM] = {KP_FOUND_FOREIGN,
                           {"表計算に要らないファイルが含まれています。",
                            "It contains files that no workbook needs."}},
};
enum { FOREIGN_KINDS = sizeof FOREIGN / sizeof *FOREIGN, FOREIGN_TOLD = 5 };

/* «…(Basic/Standard/Auto.xml: Auto)»: the first few of each kind. */
static void find_foreign(intake *in, kp_foreign_kind kind) {
    size_t count = 0;
    kp_auto_buffer words = {0};
    kp_put(&words, kp_wording(FOREIGN[kind].words, in->f.language));
    for (size_t i = 0; i < in->book.foreign_count; i++) {
        const kp_foreign *foreign = &in->book.foreign[i];
        if (foreign->kind != kind || count++ >= FOREIGN_TOLD) continue;
        kp_putf(&words, "%s%s", count > 1 ? "、" : " ",
                foreign->where == NULL ? "" : foreign->where);
        if (foreign->what != NULL && *foreign->what != '\0')
            kp_putf(&words, " (%s)", foreign->what);
    }
    if (count > FOREIGN_TOLD) kp_putf(&words, " … (%zu)", count);
    if (count > 0) kp_found(&in->f, KP_DOUBT, FOREIGN[kind].kind, "", kp_buffer_text(&words));
}

/* A formula or a name that refers to something outside. */
static bool links_outside(const kp_workbook *book) {
    kp_auto_buffer text = {0};
    for (size_t s = 0; s < book->count; s++)
        for (size_t i = 0; i < book->sheets[s].count; i++) {
            const char *formula = book->sheets[s].cells[i].formula;
            if (formula == NULL || strpbrk(formula, "#[\\:") == NULL) continue;
            text.used = 0;
            kp_spell(book->format, formula, &text);
            if (kp_spelled_outside(kp_buffer_text(&text))) return true;
        }
    for (size_t i = 0; i < book->name_count; i++) {
        text.used = 0;
        kp_spell_name(book->format, book->names[i].content, &text);
        if (kp_spelled_outside(kp_buffer_text(&text))) return true;
    }
    return false;
}

static void check_foreign(intake *in) {
    for (int i = 0; i < FOREIGN_KINDS; i++)
        find_foreign(in, (kp_foreign_kind)i);
    if (links_outside(&in->book))
        kp_found_plain(&in->f, KP_DOUBT, KP_FOUND_LINK, "", FOREIGN[KP_FOREIGN_LINK].words);
    kp_found_settings(&in->f, in->book.settings);
}

/* ------------------------------------------------------------------------------------- a file */

/* The submission's own: our functions' texts were written in it. */
static kp_language language_of(const intake *in) {
    return kp_basis_language(&in->basis, in->f.language);
}

static void check_formed(intake *in, kp_form *form, const kp_form_mark *mark) {
    in->f.formed = true;
    in->document = form->document;
    kp_recompute_link(&in->f, form, &in->basis);
    put_figures(in);
    char typed[KP_SHA256_TEXT];
    kp_own_typed(form, typed);
    kp_result_fact(in->f.out, KP_FACT_FORM, form->mark.title);
    kp_result_fact(in->f.out, KP_FACT_CONTENT, typed);
    kp_recompute_form(&in->f, form, &in->book, &in->basis, language_of(in));
    kp_conform(&in->f, form, mark, &in->book);
}

/* Rows of 計算根拠 that no form computes, from the values that stand in the submission. */
static void check_values(intake *in, bool formed) {
    in->document = kp_values_document(in->context, &in->book);
    if (in->document == NULL) return;
    kp_budget_speak(language_of(in));
    if (!formed) put_figures(in);
    kp_recompute(&in->f, in->document, &in->basis);
    if (!formed) kp_conform_loose(&in->f, in->document);
    kp_document_close(in->document);
    kp_release(in->document);
}

static void check_loose(intake *in, const kp_form_mark *mark) {
    in->f.formed = *mark->file != '\0'; /* it says that it is made from a form, which is not here */
    kp_result_fact(in->f.out, KP_FACT_FORM, "");
    bool allowed = in->order->any && !in->f.formed;
    kp_found_plain(&in->f, allowed ? KP_DOUBT : KP_WRONG, KP_FOUND_NO_FORM, "",
                   kp_t("Kenpo Calc の様式から作られたものではないため、様式との照合と、様式が"
                        "定める点検はしていません。",
                        "It was not made from a form of Kenpo Calc: it was not compared with "
                        "one, and the form's checks were not run."));
    check_values(in, false);
}

/* ------------------------------------------------------------------------------------- the copy */

enum { HEADS = 7 };

static void put_head(kp_kept_row *row, const char *words, const char *value) {
    row->fields[0] = words;
    row->fields[1] = value;
}

/* What the file was. */
static void put_file(const intake *in, const char *time, kp_kept_row *rows) {
    kp_language l = in->f.language;
    rows[0].fields[0] = kp_wording(
        kp_t(
            "控え: 提出されたファイルの入力欄の値だけを審査側の様式に入れ、計算したもの",
            "Copy: only what was typed into the file that was submitted, in the bureau's own form, "
            "computed there"),
        l);
    put_head(&rows[1], kp_wording(kp_t("受付番号", "receipt"), l), in->order->receipt);
    put_head(&rows[2], kp_wording(kp_t("ファイル", "file"), l), in->order->name);
    put_head(&rows[3], "SHA-256", in->order->sum);
    put_head(&rows[4], kp_wording(kp_t("作成日時", "made"), l), time);
    put_head(&rows[5], "Kenpo Calc", KP_VERSION);
}

/* The findings so far; what the other submissions say of it is in the list only. */
static void put_findings(const intake *in, const kp_verdict *found, kp_kept_row *rows) {
    kp_language l = in->f.language;
    *rows++ = (kp_kept_row){
        {kp_wording(kp_t("重要度", "gravity"), l), kp_wording(kp_t("種類", "kind"), l),
         kp_wording(kp_t("場所", "place"), l), kp_wording(kp_t("内容", "what was found"), l)}};
    for (size_t i = 0; i < found->count; i++) {
        const kp_told *told = &found->findings[i];
        *rows++ = (kp_kept_row){{kp_wording(kp_gravity_coded(told->gravity)->words, l),
                                 kp_told_kind(told, l), told->place, told->words}};
    }
}

static void put_mark(const intake *in, const char *time, kp_buffer *mark) {
    kp_putf(mark,
            kp_wording(kp_t("受付番号 %s の提出の控え(SHA-256 %s、%s)",
                            "copy of the submission of receipt %s (SHA-256 %s, %s)"),
                       in->f.language),
            in->order->receipt, in->order->sum, time);
}

static bool store_copy(const intake *in, const kp_form *form) {
    char time[32];
    kp_verdict found;
    kp_auto_buffer mark = {0};
    kp_moment now = kp_local_now();
    if (!kp_result_read(&found, strdup(kp_buffer_text(in->f.out)))) return false;
    kp_kept_row *rows = calloc(HEADS + found.count, sizeof *rows);
    snprintf(time, sizeof time, "%04d-%02d-%02d %02d:%02d:%02d", now.year, now.month, now.day,
             now.hour, now.minute, now.second);
    put_mark(in, time, &mark);
    bool done = rows != NULL && !mark.failed;
    if (done) put_file(in, time, rows);
    if (done) put_findings(in, &found, &rows[HEADS - 1]);
    kp_kept_about about = {kp_buffer_text(&mark), rows, HEADS + found.count};
    done = done && kp_kept_store(in->context, form, &about, in->order->copy);
    free(rows);
    kp_result_free(&found);
    return done;
}

static void make_copy(intake *in, const kp_form *form) {
    const kp_intake_order *o = in->order;
    bool printed = o->print != NULL && *o->print != '\0';
    if (o->copy == NULL || *o->copy == '\0') return;
    if (store_copy(in, form) && (!printed || kp_kept_print(in->context, o->copy, o->print))) return;
    kp_found_plain(
        &in->f, KP_DOUBT, KP_FOUND_NO_COPY, "",
        kp_t("控えを作成できませんでした。", "The copy for the bureau could not be made."));
}

/* ------------------------------------------------------------------------------------- whole */

static void check_workbook(intake *in) {
    kp_form_mark mark;
    in->tabled = kp_basis_read(&in->basis, &in->book);
    kp_form *form = kp_conform_form(in->context, &in->book, in->forms, &mark);
    if (form != NULL) {
        kp_own_compute(form, &in->book, language_of(in));
        kp_own_exact(form, &in->book, &in->basis);
    }
    if (in->tabled) {
        put_version(in);
        kp_tampered(&in->f, &in->book, &in->basis);
    } else {
        kp_found_plain(&in->f, KP_WRONG, KP_FOUND_NO_TABLE, "",
                       kp_t("提出用コピーではないか、シート 計算根拠 が失われています。",
                            "It is no submission copy, or its sheet 計算根拠 is lost."));
    }
    check_foreign(in);
    if (form == NULL)
        check_loose(in, &mark);
    else
        check_formed(in, form, &mark);
    if (form != NULL && kp_recompute_is_open(&in->basis)) check_values(in, true);
    kp_budget_speak_own();
    if (in->tabled) kp_result_done(in->f.out, in->basis.count, in->f.checks);
    if (form != NULL) make_copy(in, form);
}

/* Why a file that looks like a package cannot be read. */
static void find_unread(intake *in, kp_reading reading, const kp_buffer *why) {
    static const struct {
        kp_found_kind kind;
        kp_text words;
    } OF[] = {
        [KP_READ_BROKEN] = {KP_FOUND_UNOPENED,
                            {"ファイルが壊れているか、内容が拡張子と違います。",
                             "The file is damaged, or its content is not what its name says."}},
        [KP_READ_ENCRYPTED] = {KP_FOUND_ENCRYPTED,
                               {"パスワードで暗号化されているため開けません。",
                                "It is encrypted by a password and cannot be opened."}},
        [KP_READ_HUGE] = {KP_FOUND_TOO_LARGE,
                          {"中身が大きすぎるため、読みません。",
                           "What is in it is too large; it was not read."}},
        [KP_READ_MEMORY] = {KP_FOUND_TOO_LARGE,
                            {"メモリーが足りず、読めません。",
                             "Memory is short; it was not read."}},
    };
    kp_auto_buffer words = {0};
    kp_put(&words, kp_wording(OF[reading].words, in->f.language));
    if (why->used > 0) kp_putf(&words, " (%s)", kp_buffer_text(why));
    kp_found(&in->f, KP_WRONG, OF[reading].kind, "", kp_buffer_text(&words));
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

/* -------------------------------------------------------------------------------------- prints */

static bool is_printed(void *data, const kp_stored_sheet *sheet) {
    const intake *in = data;
    if (in->form == NULL) return strcmp(sheet->name, KP_BASIS_NAME) != 0;
    const kp_own_sheet *own = kp_own_named(in->form, sheet->name);
    return own != NULL && kp_is_chosen(in->form->document, own->sheet, sheet->name, NULL);
}

static char *shown_by_form(void *data, const kp_stored_sheet *sheet, const kp_stored_cell *cell) {
    const intake *in = data;
    const kp_own_sheet *own = in->form == NULL ? NULL : kp_own_named(in->form, sheet->name);
    return own == NULL ? NULL : kp_own_shown(own, cell->column, cell->row);
}

/* The path of the workbook that lies beside a print, under its name. */
static bool find_beside(const char *path, char beside[KP_PATH]) {
    static const char *const ENDINGS[] = {".ods", ".xlsx"};
    const char *point = strrchr(path, '.');
    for (size_t i = 0; i < 2 && point != NULL; i++) {
        int length = snprintf(beside, KP_PATH, "%.*s%s", (int)(point - path), path, ENDINGS[i]);
        if (length < KP_PATH && kp_entry_look(beside).kind == KP_ENTRY_FILE) return true;
    }
    return false;
}

static void tell_missing(intake *in, const kp_print *print) {
    kp_auto_buffer words = {0};
    kp_putf(&words,
            kp_wording(kp_t("同じ名前のワークブックが示す4桁以上の数値 %zu 個のうち %zu "
                            "種類が、PDF に足りません: %s",
                            "Of %zu numbers of four digits or more that the workbook of the same "
                            "name shows, %zu are not, or not as often, in this print: %s"),
                       in->f.language),
            print->asked, print->missing, kp_buffer_text(&print->places));
    kp_found(&in->f, KP_WRONG, KP_FOUND_PRINT, "", kp_buffer_text(&words));
}

static void tell_print(intake *in, const kp_print *print) {
    kp_auto_buffer words = {0};
    if (print->missing > 0) tell_missing(in, print);
    if (print->absent.used > 0)
        kp_found_plain(&in->f, KP_DOUBT, KP_FOUND_PRINT, kp_buffer_text(&print->absent),
                       kp_t("提出する様式ですが、PDF にその数値がありません。",
                            "It is to be handed in, but none of its numbers is in this print."));
    if (print->missing > 0 || print->asked == 0) return;
    kp_putf(&words,
            kp_wording(kp_t("同じ名前のワークブックが示す4桁以上の数値 %zu "
                            "個は、すべて PDF にあります。",
                            "All %zu numbers of four digits or more that the workbook of the same "
                            "name shows are in it."),
                       in->f.language),
            print->asked);
    kp_found(&in->f, KP_NOTE, KP_FOUND_PDF, "", kp_buffer_text(&words));
}

/* Encrypted, scanned, damaged, too large: a person must look. */
static void tell_unread(intake *in, kp_pdf_end end) {
    static const kp_text WHY[] = {
        [KP_PDF_READ] = {"同じ名前のワークブックを読めないため",
                         "the workbook of that name cannot be read"},
        [KP_PDF_SILENT] = {"文字のない PDF(画像など)のため", "it has no letters, as a scan"},
        [KP_PDF_LOCKED] = {"暗号化されているため", "it is encrypted"},
        [KP_PDF_BROKEN] = {"壊れているため", "it is damaged"},
        [KP_PDF_HUGE] = {"大きすぎるため", "it is too large"},
    };
    kp_auto_buffer words = {0};
    kp_putf(&words,
            kp_wording(kp_t("%s、PDF の数値を照合していません。",
                            "The numbers of this print were not compared: %s."),
                       in->f.language),
            kp_wording(WHY[end], in->f.language));
    kp_found(&in->f, KP_DOUBT, KP_FOUND_PRINT, "", kp_buffer_text(&words));
}

static kp_pdf_end read_print(const char *path, kp_buffer *text) {
    enum { MOST = 32 << 20 };
    kp_entry entry = kp_entry_look(path);
    if (entry.size > MOST) return KP_PDF_HUGE;
    kp_auto_text bytes = kp_place_read(path, MOST);
    return bytes == NULL ? KP_PDF_BROKEN : kp_pdf_text(bytes, (size_t)entry.size, text);
}

static void compare_print(intake *in, const char *text) {
    kp_print print = {0};
    kp_form_mark mark;
    kp_basis_read(&in->basis, &in->book);
    in->form = kp_conform_form(in->context, &in->book, in->forms, &mark);
    if (in->form != NULL) kp_own_compute(in->form, &in->book, language_of(in));
    kp_budget_speak_own();
    kp_print_source source = {&in->book, is_printed, shown_by_form, in};
    if (kp_print_compare(&print, &source, text))
        tell_print(in, &print);
    else
        tell_unread(in, KP_PDF_HUGE);
    kp_print_end(&print);
    kp_basis_end(&in->basis);
}

/* A print is no submission; whether it says the numbers of the one that lies beside it. */
static void check_print(intake *in) {
    char beside[KP_PATH];
    char sum[KP_SHA256_TEXT];
    kp_auto_buffer why = {0};
    kp_auto_buffer text = {0};
    find_look(in, KP_FILE_PDF);
    if (!find_beside(in->order->path, beside)) return;
    kp_sha256_file(beside, sum);
    kp_result_fact(in->f.out, KP_FACT_BESIDE, sum);
    kp_pdf_end end = read_print(in->order->path, &text);
    if (end != KP_PDF_READ)
        tell_unread(in, end);
    else if (kp_workbook_read(&in->book, in->context, beside, &why) != KP_READ)
        tell_unread(in, KP_PDF_READ);
    else
        compare_print(in, kp_buffer_text(&text));
    kp_workbook_end(&in->book);
}

static void read_and_check(intake *in) {
    kp_auto_buffer why = {0};
    kp_reading reading = kp_workbook_read(&in->book, in->context, in->order->path, &why);
    if (reading == KP_READ && !in->book.failed)
        check_workbook(in);
    else
        find_unread(in, reading == KP_READ ? KP_READ_MEMORY : reading, &why);
    kp_basis_end(&in->basis);
    kp_workbook_end(&in->book);
}

void kp_intake_file(uno_Interface *context, const kp_intake_order *order, kp_forms *forms,
                    kp_buffer *result) {
    intake in = {.context = context, .order = order, .forms = forms};
    in.f = (kp_findings){order->language, result, {0}, false};
    kp_result_begin(result, order->name);
    kp_look look = kp_file_look(order->path);
    if (look.kind == KP_FILE_ZIP && look.filter == NULL) look.kind = KP_FILE_OTHER;
    if (look.kind == KP_FILE_PDF)
        check_print(&in);
    else if (look.kind == KP_FILE_ZIP)
        read_and_check(&in);
    else
        find_look(&in, look.kind);
    kp_result_end(result);
}
