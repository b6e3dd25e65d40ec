/* SPDX-License-Identifier: MPL-2.0
 *
 * form.c: the official forms that this extension carries.
 */
#include "form/form.h"

#include <stdio.h>
#include <string.h>

#include "form/grow.h"
#include "system/system.h"
#include "uno/access.h"
#include "uno/url.h"

static const char MARK[] = "KenpoForm";

/* -------------------------------------------------------------------------------------- marks */

/* The names of a template's file and folder are parts of a path: nothing but such names gets there. */
static bool is_file_name(const char *text) {
    return *text != '\0' && text[strspn(text, "abcdefghijklmnopqrstuvwxyz-")] == '\0';
}

static bool is_version(const char *text) {
    return *text >= '0' && *text <= '9' && text[strspn(text, "0123456789.")] == '\0' &&
           strstr(text, "..") == NULL;
}

bool kp_form_mark_parse(const char *text, kp_form_mark *mark) {
    memset(mark, 0, sizeof *mark);
    bool read = text != NULL &&
                sscanf(text, "%63s %63s %255[^\n]", mark->file, mark->version, mark->title) == 3;
    return read && is_file_name(mark->file);
}

bool kp_form_mark_read(uno_Interface *document, kp_form_mark *mark) {
    kp_auto own = kp_document_own_properties(document);
    kp_auto_text text = kp_property_text(own, MARK);
    return kp_form_mark_parse(text, mark);
}

/* ---------------------------------------------------------------------------------- templates */

bool kp_form_locked(uno_Interface *sheet, long column, long row) {
    kp_auto cell = kp_cell_at(sheet, column, row);
    kp_auto_any any = {0};
    bool known =
        kp_property(cell, "CellProtection", &any) && kp_any_class(&any) == typelib_TypeClass_STRUCT;
    /* com.sun.star.util.CellProtection begins with IsLocked */
    return !known || *(const sal_Bool *)any.pData != 0;
}

static bool is_file(const kp_buffer *path) {
    return !path->failed && kp_entry_look(kp_buffer_text(path)).kind == KP_ENTRY_FILE;
}

bool kp_form_path(const char *file, const char *version, kp_buffer *path) {
    kp_auto_text folder = kp_library_folder();
    if (folder == NULL || !is_file_name(file)) return false;
    if (is_version(version)) {
        kp_putf(path, "%s/templates/kenpo/%s/%s.ots", folder, version, file);
        if (is_file(path)) return true;
        path->used = 0;
    }
    kp_putf(path, "%s/templates/kenpo/%s.ots", folder, file);
    return is_file(path);
}

uno_Interface *kp_form_open(uno_Interface *context, const char *file, const char *version,
                            kp_form_mark *mark) {
    kp_auto_buffer path = {0};
    if (!kp_form_path(file, version, &path)) return NULL;
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

kp_boxes kp_form_boxes(uno_Interface *context, const char *file, uno_Interface *document) {
    kp_form_mark mark;
    kp_auto template = kp_form_open(context, file, "", &mark);
    if (template == NULL) return (kp_boxes){0};
    kp_auto_text growing = kp_growing(template);
    kp_grow(growing, template, kp_measure_document, document);
    kp_boxes boxes = kp_boxes_read(template);
    kp_document_close(template);
    return boxes;
}

const char *kp_form_file(size_t index) {
    static const char *const FILES[] = {"budget",           "budget-sample", "reserve-plan",
                                        "medium-term-plan", "arrears-plan",  "founding",
                                        "federation-grant"};
    return index < sizeof FILES / sizeof *FILES ? FILES[index] : NULL;
}
