/* SPDX-License-Identifier: MPL-2.0
 *
 * form.c: the official forms that this extension carries, to compare a workbook with.
 */
#include "form/form.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "form/grow.h"
#include "uno/access.h"
#include "uno/url.h"

static const char MARK[] = "KenpoForm";

/* -------------------------------------------------------------------------------------- marks */

/* The name of a template's file is part of a path: nothing but such names gets there. */
static bool is_file_name(const char *text) {
    return *text != '\0' && text[strspn(text, "abcdefghijklmnopqrstuvwxyz-")] == '\0';
}

bool kp_form_mark_read(uno_Interface *document, kp_form_mark *mark) {
    kp_auto about =
        kp_get(document, "document.XDocumentPropertiesSupplier::getDocumentProperties", "");
    kp_auto own = kp_get(about, "document.XDocumentProperties::getUserDefinedProperties", "");
    kp_auto_text text = kp_property_text(own, MARK);
    memset(mark, 0, sizeof *mark);
    bool read = text != NULL &&
                sscanf(text, "%63s %63s %255[^\n]", mark->file, mark->version, mark->title) == 3;
    return read && is_file_name(mark->file);
}

/* -------------------------------------------------------------------------- reading a template */

bool kp_form_locked(uno_Interface *sheet, long column, long row) {
    kp_auto cell = kp_cell_at(sheet, column, row);
    kp_auto_any any = {0};
    bool known =
        kp_property(cell, "CellProtection", &any) && kp_any_class(&any) == typelib_TypeClass_STRUCT;
    /* com.sun.star.util.CellProtection begins with IsLocked */
    return !known || *(const sal_Bool *)any.pData != 0;
}

static bool is_number(const char *text) {
    char *end = NULL;
    strtod(text, &end);
    return end != text && *end == '\0';
}

static void add_cell(kp_form_sheet *sheet, long column, long row, char *text) {
    kp_form_cell *cells = realloc(sheet->cells, (sheet->count + 1) * sizeof *cells);
    if (cells == NULL) {
        free(text);
        return;
    }
    kp_form_cell cell = {column, row, *text != '=' && !is_number(text), text};
    sheet->cells = cells;
    sheet->cells[sheet->count++] = cell;
}

/* The formulas of an area as an any, which holds the lines that are given. */
static const uno_Sequence *formulas(uno_Interface *sheet, kp_area area, uno_Any *any) {
    kp_auto cells = area.bottom < 0 ? NULL : kp_area_cells(sheet, area);
    kp_get_any(any, cells, "sheet.XCellRangeFormula::getFormulaArray", "");
    return kp_any_sequence(any);
}

static char *formula_at(const uno_Sequence *lines, long column, long row) {
    const uno_Sequence *line = kp_sequence_pointer(lines, (size_t)row);
    return kp_string_text(kp_sequence_pointer(line, (size_t)column));
}

static void read_sheet(uno_Interface *sheet, kp_form_sheet *into) {
    into->name = kp_object_name(sheet);
    into->area = kp_sheet_content(sheet);
    kp_auto_any any = {0};
    const uno_Sequence *lines = formulas(sheet, into->area, &any);
    if (lines == NULL) return;
    for (long row = 0; row <= into->area.bottom; row++)
        for (long column = 0; column <= into->area.right; column++) {
            char *text = formula_at(lines, column, row);
            if (text != NULL && *text != '\0' && kp_form_locked(sheet, column, row))
                add_cell(into, column, row, text);
            else
                free(text);
        }
}

static void read_form(uno_Interface *document, kp_form *form) {
    kp_auto sheets = kp_sheets(document);
    size_t count = kp_count(sheets);
    form->sheets = calloc(count, sizeof *form->sheets);
    for (size_t i = 0; form->sheets != NULL && i < count; i++) {
        kp_auto sheet = kp_element(sheets, i);
        read_sheet(sheet, &form->sheets[form->count++]);
    }
    form->names = kp_names_of(document);
    form->boxes = kp_boxes_read(document);
}

/* Opens the template of that file; NULL where it is none. */
static uno_Interface *open_template(uno_Interface *context, const char *file, kp_form_mark *mark) {
    kp_auto_buffer path = {0};
    kp_auto_text folder = kp_library_folder();
    if (folder == NULL) return NULL;
    kp_putf(&path, "%s/templates/kenpo/%s.ots", folder, file);
    kp_auto_text url = kp_url_from_path(kp_buffer_text(&path));
    uno_Interface *document =
        url == NULL ? NULL : kp_document_open(context, url, "calc8_template", NULL, 0);
    if (document == NULL) return NULL;
    kp_document_quiet(document);
    if (kp_form_mark_read(document, mark) && strcmp(mark->file, file) == 0) return document;
    kp_document_close(document);
    kp_release(document);
    return NULL;
}

static bool fits(const kp_form *form, const char *file, uno_Interface *document) {
    if (strcmp(form->mark.file, file) != 0) return false;
    kp_auto_buffer size = {0};
    kp_grown_size(form->growing, document, &size);
    return strcmp(kp_buffer_text(&size), kp_buffer_text(&form->size)) == 0;
}

const kp_form *kp_forms_get(kp_forms *forms, uno_Interface *context, const char *file,
                            uno_Interface *document) {
    for (size_t i = 0; i < forms->count; i++)
        if (fits(&forms->forms[i], file, document)) return &forms->forms[i];
    kp_form form = {0};
    kp_form *more = realloc(forms->forms, (forms->count + 1) * sizeof *more);
    if (more == NULL) return NULL;
    forms->forms = more;
    kp_auto template = open_template(context, file, &form.mark);
    if (template == NULL) return NULL;
    form.growing = kp_growing(template);
    kp_grow(form.growing, template, document);
    kp_grown_size(form.growing, document, &form.size);
    read_form(template, &form);
    kp_document_close(template);
    forms->forms[forms->count] = form;
    return &forms->forms[forms->count++];
}

kp_boxes kp_form_boxes(uno_Interface *context, const char *file, uno_Interface *document) {
    kp_form_mark mark;
    kp_auto template = open_template(context, file, &mark);
    if (template == NULL) return (kp_boxes){0};
    kp_auto_text growing = kp_growing(template);
    kp_grow(growing, template, document);
    kp_boxes boxes = kp_boxes_read(template);
    kp_document_close(template);
    return boxes;
}

static void end_sheet(kp_form_sheet *sheet) {
    for (size_t i = 0; i < sheet->count; i++)
        free(sheet->cells[i].text);
    free(sheet->cells);
    free(sheet->name);
}

void kp_forms_end(kp_forms *forms) {
    for (size_t i = 0; i < forms->count; i++) {
        kp_form *form = &forms->forms[i];
        for (size_t k = 0; k < form->count; k++)
            end_sheet(&form->sheets[k]);
        free(form->sheets);
        kp_names_end(&form->names);
        kp_boxes_end(&form->boxes);
        kp_buffer_end(&form->size);
        free(form->growing);
    }
    free(forms->forms);
    memset(forms, 0, sizeof *forms);
}

/* ---------------------------------------------------------------------------------- comparing */

static void compare_cells(const kp_form_sheet *sheet, const uno_Sequence *lines,
                          kp_form_found *found, void *data) {
    for (size_t i = 0; i < sheet->count; i++) {
        const kp_form_cell *cell = &sheet->cells[i];
        char *now = formula_at(lines, cell->column, cell->row);
        kp_form_difference difference = {cell->constant_text ? KP_FORM_TEXT : KP_FORM_CELL,
                                         sheet->name,
                                         cell->column,
                                         cell->row,
                                         cell->text,
                                         now == NULL ? "" : now};
        if (strcmp(difference.now, cell->text) != 0) found(data, &difference);
        free(now);
    }
}

static void compare_sheet(const kp_form_sheet *sheet, uno_Interface *document, kp_form_found *found,
                          void *data) {
    kp_auto there = kp_sheet(document, sheet->name);
    kp_form_difference gone = {KP_FORM_NO_SHEET, sheet->name, 0, 0, "", ""};
    kp_auto_any any = {0};
    const uno_Sequence *lines = there == NULL ? NULL : formulas(there, sheet->area, &any);
    if (there == NULL) found(data, &gone);
    if (lines != NULL) compare_cells(sheet, lines, found, data);
}

/* $その1.$D$46:$その1.$D$47 and $その1.$D$46:$D$47 are the same; files of Excel have the latter. */
static bool same_reference(const char *one, const char *other) {
    size_t colon = strcspn(one, ":");
    size_t sheet = strcspn(one, ".") + 1;
    if (strncmp(one, other, colon + 1) != 0) return strcmp(one, other) == 0;
    if (one[colon] == '\0') return true;
    const char *ends[] = {one + colon + 1, other + colon + 1};
    for (int i = 0; i < 2; i++)
        if (strncmp(ends[i], one, sheet) == 0) ends[i] += sheet;
    return strcmp(ends[0], ends[1]) == 0;
}

static char *name_content(uno_Interface *names, const char *name) {
    kp_auto object = kp_named(names, name);
    return kp_get_text(object, "sheet.XNamedRange::getContent", "");
}

static void compare_names(const kp_form *form, uno_Interface *document, kp_form_found *found,
                          void *data) {
    uno_Interface *names = kp_property_object(document, "NamedRanges");
    for (size_t i = 0; i < form->names.count; i++) {
        const kp_name *name = &form->names.names[i];
        char *now = name_content(names, name->name);
        kp_form_difference difference = {KP_FORM_NAME,          name->name, 0, 0, name->content,
                                         now == NULL ? "" : now};
        if (!same_reference(name->content, difference.now)) found(data, &difference);
        free(now);
    }
    kp_release(names);
}

void kp_form_compare(const kp_form *form, uno_Interface *document, kp_form_found *found,
                     void *data) {
    for (size_t i = 0; i < form->count; i++)
        compare_sheet(&form->sheets[i], document, found, data);
    compare_names(form, document, found, data);
}
