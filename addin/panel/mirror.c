/* SPDX-License-Identifier: MPL-2.0
 *
 * mirror.c: the cells that a formula reads, in a workbook of their own.
 */
#include "panel/mirror.h"

#include <stdlib.h>
#include <string.h>

#include "panel/content.h"
#include "uno/access.h"

/* The sheet of the mirror that stands for sheet `index` of the document. */
static uno_Interface *sheet_for(uno_Interface *mirror, uno_Interface *document, long index) {
    kp_auto sheets = kp_sheets(document);
    kp_auto sheet = kp_element(sheets, (size_t)index);
    kp_auto_text name = kp_object_name(sheet);
    if (name == NULL) return NULL;
    uno_Interface *known = kp_sheet(mirror, name);
    return known != NULL ? known : kp_sheet_add(mirror, name, kp_sheet_count(mirror));
}

static kp_area within(kp_area area, kp_area used) {
    if (area.right > used.right) area.right = used.right;
    if (area.bottom > used.bottom) area.bottom = used.bottom;
    return area;
}

/* What the array of values does not tell apart: errors and empty texts are no empty cells. */
static void copy_odd_cell(uno_Interface *from, uno_Interface *to, long column, long row) {
    kp_auto cell = kp_cell_at(from, column, row);
    if (kp_type_of(cell) != KP_CELL_IS_FORMULA) return;
    kp_auto_content content = kp_cell_content(cell);
    kp_auto copy = kp_cell_at(to, column, row);
    kp_cell_put(copy, &content);
}

static void copy_odd_cells(uno_Interface *from, uno_Interface *to, kp_area area,
                           const uno_Any *values) {
    for (long y = 0; y <= area.bottom - area.top; y++)
        for (long x = 0; x <= area.right - area.left; x++) {
            const uno_Any *value = kp_data_at(values, (size_t)y, (size_t)x);
            const rtl_uString *text = value == NULL ? NULL : kp_any_text(value);
            bool plain = text != NULL
                             ? text->length > 0
                             : value != NULL && kp_any_class(value) == typelib_TypeClass_DOUBLE;
            if (!plain) copy_odd_cell(from, to, area.left + x, area.top + y);
        }
}

static bool copy_area(kp_mirror *mirror, uno_Interface *document, kp_area area) {
    kp_auto sheets = kp_sheets(document);
    kp_auto from = kp_element(sheets, (size_t)area.sheet);
    kp_auto to = sheet_for(mirror->document, document, area.sheet);
    kp_area part = within(area, kp_sheet_content(from));
    if (to == NULL) return false;
    if (part.right < part.left || part.bottom < part.top) return true;
    mirror->cells += (double)(part.right - part.left + 1) * (double)(part.bottom - part.top + 1);
    if (mirror->cells > KP_MIRROR_MOST) return false;
    kp_auto cells = kp_area_cells(from, part);
    kp_auto copies = kp_area_cells(to, part);
    kp_auto_any values = {0};
    if (!kp_panel_values(cells, &values) ||
        !kp_do(copies, "sheet.XCellRangeData::setDataArray", "a", &values))
        return false;
    copy_odd_cells(from, to, part, &values);
    return true;
}

/* A name, which means there what it means here. */
static void copy_name(uno_Interface *mirror, uno_Interface *document, const kp_source *source) {
    kp_auto here = kp_property_object(document, "NamedRanges");
    kp_auto named = kp_named(here, source->name);
    kp_auto there = kp_property_object(mirror, "NamedRanges");
    kp_auto_text content = kp_get_text(named, "sheet.XNamedRange::getContent", "");
    kp_address base = {0, 0, 0};
    kp_auto_any any = {0};
    if (kp_get_any(&any, named, "sheet.XNamedRange::getReferencePosition", ""))
        base = *(const kp_address *)any.pData;
    kp_auto sheet = sheet_for(mirror, document, base.sheet);
    base.sheet = kp_area_of(sheet).sheet;
    kp_do(there, "sheet.XNamedRanges::addNewByName", "sscl", source->name, content, &base, 0L);
}

/* Functions that write texts do so in the language of their document. */
static void speak(uno_Interface *mirror, kp_language language) {
    kp_auto own = kp_document_own_properties(mirror);
    kp_do(own, "beans.XPropertyContainer::addProperty", "sis", "KenpoLanguage", 0,
          language == KP_JAPANESE ? "ja" : "en");
}

static uno_Interface *new_workbook(uno_Interface *context) {
    uno_Interface *workbook = kp_create(context, "sheet.SpreadsheetDocument");
    if (workbook == NULL || kp_do(workbook, "frame.XLoadable::initNew", "")) return workbook;
    kp_release(workbook);
    return NULL;
}

bool kp_mirror_begin(kp_mirror *mirror, uno_Interface *context, uno_Interface *document,
                     uno_Interface *cell, const kp_sources *sources, kp_language language) {
    *mirror = (kp_mirror){0};
    mirror->document = new_workbook(context);
    if (mirror->document == NULL) return false;
    kp_document_quiet(mirror->document);
    speak(mirror->document, language);
    bool done = true;
    for (size_t i = 0; done && i < sources->count; i++)
        if (sources->items[i].text == NULL)
            done = copy_area(mirror, document, sources->items[i].area);
    for (size_t i = 0; done && i < sources->count; i++)
        if (sources->items[i].name != NULL)
            copy_name(mirror->document, document, &sources->items[i]);
    kp_area place = kp_area_of(cell);
    kp_auto sheet = sheet_for(mirror->document, document, place.sheet);
    mirror->asked.cell = kp_cell_at(sheet, place.left, place.top);
    return done && mirror->asked.cell != NULL;
}

void kp_mirror_end(kp_mirror *mirror) {
    kp_release(mirror->asked.cell);
    if (mirror->document != NULL) kp_document_close(mirror->document);
    kp_release(mirror->document);
    *mirror = (kp_mirror){0};
}
