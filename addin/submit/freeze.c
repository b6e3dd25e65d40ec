/* SPDX-License-Identifier: MPL-2.0
 *
 * freeze.c: the run over a document: names, then sheet by sheet, then labels.
 */
#include "submit/freeze.h"

#include <string.h>

#include "book/label.h"
#include "form/form.h"
#include "submit/cells.h"
#include "submit/formats.h"
#include "submit/validity.h"
#include "uno/access.h"

/* ------------------------------------------------------------------------------------- names */

/* The row of a name carries the name as its label; its value is asked where it was defined. */
static void explain_name(kp_freeze *freeze, const kp_name *name) {
    kp_auto sheets = kp_sheets(freeze->document);
    kp_auto sheet = kp_element(sheets, name->base.sheet < 0 ? 0 : (size_t)name->base.sheet);
    kp_asked asked = {.cell = kp_scratch(sheet)};
    kp_auto_buffer formula = {0};
    kp_putf(&formula, "=%s", name->content);
    kp_basis_row *row = kp_freeze_row(freeze, KP_ROW_NAME, sheet, name->base.column, name->base.row,
                                      kp_buffer_text(&formula));
    if (row != NULL) {
        kp_basis_set_result(row, kp_ask(asked, kp_buffer_text(&formula)));
        kp_describe_row(row, asked, kp_buffer_text(&formula), freeze->language);
        kp_basis_set(row, KP_BASIS_LABEL, name->name);
    }
    kp_scratch_end(asked.cell);
}

static void explain_names(kp_freeze *freeze) {
    for (size_t i = 0; i < freeze->names.count; i++)
        if (freeze->names.names[i].ours) explain_name(freeze, &freeze->names.names[i]);
}

static void point_name(kp_freeze *freeze, const kp_name *name) {
    size_t i = 0;
    while (i < freeze->basis.count &&
           (freeze->basis.rows[i].kind != KP_ROW_NAME ||
            strcmp(kp_basis_get(&freeze->basis.rows[i], KP_BASIS_LABEL), name->name) != 0))
        i++;
    if (i == freeze->basis.count) return;
    kp_auto_buffer content = {0};
    kp_basis_reference(i, &content);
    kp_do(name->object, "sheet.XNamedRange::setContent", "s", kp_buffer_text(&content));
}

void kp_freeze_names(kp_freeze *freeze) {
    for (size_t i = 0; i < freeze->names.count; i++)
        if (freeze->names.names[i].ours) point_name(freeze, &freeze->names.names[i]);
}

/* ------------------------------------------------------------------------------------- whole */

static bool unprotect(kp_freeze *freeze, uno_Interface *object, const char *name) {
    if (kp_unprotect(object)) return true;
    kp_freeze_problem(
        freeze, name, "",
        kp_t("パスワードで保護されています。保護を解除してからやり直してください。",
             "is protected by a password: please take the protection off and try again."));
    return false;
}

/* Labels come last: a text that was a formula's result counts as a label afterwards. */
static void add_labels(kp_freeze *freeze) {
    for (size_t i = 0; i < freeze->basis.count; i++) {
        kp_basis_row *row = &freeze->basis.rows[i];
        if (*kp_basis_get(row, KP_BASIS_LABEL) != '\0' || !row->placed) continue;
        kp_auto sheet = kp_sheet(freeze->document, kp_basis_get(row, KP_BASIS_SHEET));
        kp_auto_text label = kp_label(sheet, row->column, row->row);
        kp_basis_set(row, KP_BASIS_LABEL, label);
    }
}

static void freeze_sheet(void *data, uno_Interface *sheet, const char *name) {
    kp_freeze *freeze = data;
    bool guarded = kp_is_protected(sheet);
    if (guarded && !unprotect(freeze, sheet, name)) return;
    kp_freeze_formats(freeze, sheet);
    kp_freeze_validity(freeze, sheet);
    kp_freeze_cells(freeze, sheet);
    if (guarded) kp_protect(sheet);
}

/* Where the workbook was made from, a path of the officer's PC, is nobody's business; and readers would
 * take it for a link. */
static void forget_template(uno_Interface *document) {
    static const char *const OF_TEMPLATE[] = {"document.XDocumentProperties::TemplateURL",
                                              "document.XDocumentProperties::TemplateName"};
    kp_auto about = kp_document_about(document);
    for (size_t i = 0; i < sizeof OF_TEMPLATE / sizeof *OF_TEMPLATE; i++)
        kp_attribute_set_text(about, OF_TEMPLATE[i], "");
}

bool kp_freeze_document(kp_freeze *freeze) {
    kp_form_mark mark;
    forget_template(freeze->document);
    /* Excel's format does not keep how a form compares texts. */
    if (kp_form_mark_read(freeze->document, &mark))
        kp_property_set_boolean(freeze->document, "IgnoreCase", false);
    kp_document_recalculate(freeze->document);
    freeze->names = kp_names_of(freeze->document);
    freeze->guarded = kp_is_protected(freeze->document);
    if (freeze->guarded) unprotect(freeze, freeze->document, "");
    explain_names(freeze);
    kp_each_sheet(freeze->document, freeze_sheet, freeze);
    add_labels(freeze);
    return freeze->problems.used == 0 && !freeze->problems.failed && !freeze->basis.failed;
}

void kp_freeze_end(kp_freeze *freeze) {
    kp_names_end(&freeze->names);
    kp_basis_end(&freeze->basis);
    kp_buffer_end(&freeze->problems);
}
