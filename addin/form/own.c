/* SPDX-License-Identifier: MPL-2.0
 *
 * own.c: the bureau's own copy of a form.
 */
#include "form/own.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "book/evaluate.h"
#include "calc/budget.h"
#include "calc/errors.h"
#include "form/grow.h"
#include "stored/read/read.h"
#include "stored/spelling.h"
#include "uno/access.h"

/* Cells further out belong to no form of ours. */
enum { MOST_COLUMNS = 400, MOST_ROWS = 30000 };

/* ------------------------------------------------------------------------- reading a template */

/* com.sun.star.util.CellProtection begins with IsLocked. */
static bool is_open(uno_Interface *cells) {
    kp_auto_any any = {0};
    return kp_property(cells, "CellProtection", &any) &&
           kp_any_class(&any) == typelib_TypeClass_STRUCT && *(const sal_Bool *)any.pData == 0;
}

/* In the language of any document the first format of its own is the general one. */
static bool is_general(uno_Interface *cells) {
    enum { OF_A_LANGUAGE = 10000 };
    return (long)kp_property_number(cells, "NumberFormat", 0) % OF_A_LANGUAGE == 0;
}

typedef bool is_such(uno_Interface *cells);
typedef void on_area(void *data, const kp_area *area);

/* Calls `on` for each area of cells that are such. */
static void each_area(uno_Interface *sheet, is_such *such, on_area *on, void *data) {
    kp_auto formats =
        kp_get(sheet, "sheet.XUniqueCellFormatRangesSupplier::getUniqueCellFormatRanges", "");
    size_t count = kp_count(formats);
    for (size_t i = 0; i < count; i++) {
        kp_auto ranges = kp_element(formats, i);
        if (!such(ranges)) continue;
        kp_auto_areas areas = kp_areas_of(ranges);
        for (size_t k = 0; k < areas.count; k++)
            if (areas.areas[k].left < MOST_COLUMNS && areas.areas[k].top < MOST_ROWS)
                on(data, &areas.areas[k]);
    }
}

static void widen(void *data, const kp_area *area) {
    kp_own_sheet *s = data;
    if (area->right >= MOST_COLUMNS || area->bottom >= MOST_ROWS) return;
    if (area->right >= s->columns) s->columns = area->right + 1L;
    if (area->bottom >= s->rows) s->rows = area->bottom + 1L;
}

typedef void mark(kp_own_cell *cell);

static void mark_open(kp_own_cell *cell) {
    cell->open = true;
}

static void mark_general(kp_own_cell *cell) {
    cell->general = true;
}

typedef struct marking {
    kp_own_sheet *sheet;
    mark *mark;
} marking;

static void mark_area(void *data, const kp_area *area) {
    const marking *m = data;
    kp_own_sheet *s = m->sheet;
    for (long row = area->top; row <= area->bottom && row < s->rows; row++)
        for (long column = area->left; column <= area->right && column < s->columns; column++)
            m->mark(&s->cells[row * s->columns + column]);
}

static const uno_Any *value_at(const kp_own_sheet *s, long column, long row) {
    return kp_data_at(&s->values, (size_t)row, (size_t)column);
}

static void read_formulas(const kp_form *form, kp_own_sheet *s) {
    kp_auto_any any = {0};
    kp_get_any(&any, s->area, "sheet.XCellRangeFormula::getFormulaArray", "");
    const uno_Sequence *lines = kp_any_sequence(&any);
    for (long row = 0; lines != NULL && row < s->rows; row++) {
        const uno_Sequence *line = kp_sequence_pointer(lines, (size_t)row);
        for (long column = 0; column < s->columns; column++) {
            const rtl_uString *text = kp_sequence_pointer(line, (size_t)column);
            if (text->length == 0) continue;
            kp_own_cell *cell = &s->cells[row * s->columns + column];
            cell->text = kp_string_text(text);
            cell->ours = cell->text != NULL && *cell->text == '=' &&
                         kp_names_reach(&form->names, cell->text);
        }
    }
}

static void read_values(kp_own_sheet *s) {
    kp_any_end(&s->values);
    s->values = (uno_Any){0};
    kp_get_any(&s->values, s->area, "sheet.XCellRangeData::getDataArray", "");
}

/* Behind the form's own columns stand the answers. */
static bool read_sheet(const kp_form *form, uno_Interface *sheet, kp_own_sheet *s) {
    kp_area content = kp_sheet_content(sheet);
    s->sheet = sheet;
    s->name = kp_object_name(sheet);
    s->columns = content.right + 1L;
    s->rows = content.bottom + 1L;
    each_area(sheet, is_open, widen, s);
    if (s->columns < 1 || s->rows < 1) s->columns = s->rows = 1;
    s->cells = calloc((size_t)(s->columns * s->rows), sizeof *s->cells);
    if (s->cells == NULL || s->name == NULL) return false;
    kp_area whole = {0, 0, 0, (sal_Int32)s->columns - 1, (sal_Int32)s->rows - 1};
    s->area = kp_area_cells(sheet, whole);
    s->answers = kp_answers_begin(sheet, s->columns + 1);
    s->guarded = kp_is_protected(sheet);
    kp_unprotect(sheet);
    each_area(sheet, is_open, mark_area, &(marking){s, mark_open});
    each_area(sheet, is_general, mark_area, &(marking){s, mark_general});
    read_formulas(form, s);
    read_values(s);
    return s->answers != NULL;
}

static void end_form(kp_form *form) {
    for (size_t i = 0; i < form->count; i++) {
        kp_own_sheet *s = &form->sheets[i];
        for (long k = 0; s->cells != NULL && k < s->columns * s->rows; k++) {
            free(s->cells[k].text);
            free(s->cells[k].alike[0]);
            free(s->cells[k].alike[1]);
        }
        free(s->cells);
        free(s->name);
        kp_any_end(&s->values);
        kp_answers_end(s->answers);
        kp_release(s->area);
        kp_release(s->sheet);
    }
    free(form->sheets);
    kp_workbook_end(&form->stored);
    kp_names_end(&form->names);
    kp_boxes_end(&form->boxes);
    kp_buffer_end(&form->size);
    free(form->growing);
    if (form->document != NULL) kp_document_close(form->document);
    kp_release(form->document);
    free(form);
}

static bool read_form(kp_form *form) {
    kp_auto sheets = kp_sheets(form->document);
    size_t count = kp_count(sheets);
    form->names = kp_names_of(form->document);
    form->boxes = kp_boxes_read(form->document);
    form->sheets = calloc(count, sizeof *form->sheets);
    bool read = form->sheets != NULL;
    for (size_t i = 0; read && i < count; i++)
        read = read_sheet(form, kp_element(sheets, i), &form->sheets[form->count++]);
    return read;
}

static void read_looks(kp_form *form, uno_Interface *context) {
    kp_auto_buffer path = {0};
    kp_auto_buffer why = {0};
    if (kp_form_path(form->mark.file, form->asked, &path))
        kp_workbook_read(&form->stored, context, kp_buffer_text(&path), &why);
}

static kp_form *make(uno_Interface *context, const char *file, const char *version,
                     const kp_workbook *workbook) {
    kp_form *form = calloc(1, sizeof *form);
    if (form == NULL) return NULL;
    form->spoken = -1;
    snprintf(form->asked, sizeof form->asked, "%s", version);
    form->document = kp_form_open(context, file, version, &form->mark);
    if (form->document != NULL) {
        form->growing = kp_growing(form->document);
        kp_grow(form->growing, form->document, kp_measure_workbook, workbook);
        kp_grown_size(form->growing, kp_measure_workbook, workbook, &form->size);
        read_looks(form, context);
        if (read_form(form)) return form;
    }
    end_form(form);
    return NULL;
}

/* ------------------------------------------------------------------------------------- kept */

static bool fits(const kp_form *form, const char *file, const char *version,
                 const kp_workbook *workbook) {
    kp_auto_buffer size = {0};
    if (strcmp(form->mark.file, file) != 0 || strcmp(form->asked, version) != 0) return false;
    kp_grown_size(form->growing, kp_measure_workbook, workbook, &size);
    return strcmp(kp_buffer_text(&size), kp_buffer_text(&form->size)) == 0;
}

/* The last one used comes first; the one that was not used for longest makes room. */
static kp_form *to_front(kp_forms *forms, size_t index, kp_form *form) {
    memmove(&forms->forms[1], &forms->forms[0], index * sizeof forms->forms[0]);
    return forms->forms[0] = form;
}

kp_form *kp_forms_get(kp_forms *forms, uno_Interface *context, const char *file,
                      const char *version, const kp_workbook *workbook) {
    for (size_t i = 0; i < forms->count; i++)
        if (fits(forms->forms[i], file, version, workbook))
            return to_front(forms, i, forms->forms[i]);
    kp_form *form = make(context, file, version, workbook);
    if (form == NULL) return NULL;
    if (forms->count == KP_FORMS_OPEN)
        end_form(forms->forms[forms->count - 1]);
    else
        forms->count++;
    return to_front(forms, forms->count - 1, form);
}

void kp_forms_end(kp_forms *forms) {
    for (size_t i = 0; i < forms->count; i++)
        end_form(forms->forms[i]);
    forms->count = 0;
}

/* ----------------------------------------------------------------------------------- computing */

/* Excel knows few errors; the formula of an error says which one it was: "#ERR502!". */
static int error_of(const kp_stored_cell *cell, const char *text) {
    const char *said = cell->formula == NULL ? NULL : strstr(cell->formula, "#ERR");
    int code = said == NULL ? 0 : (int)strtol(said + strlen("#ERR"), NULL, 10);
    return code > 0 ? code : kp_error_code(text);
}

kp_content kp_stored_content(const kp_stored_cell *cell) {
    kp_content content = {KP_EMPTY, 0, NULL, 0};
    if (cell == NULL || (cell->kind == KP_STORED_EMPTY && cell->formula == NULL)) return content;
    if (cell->kind == KP_STORED_NUMBER) {
        content.kind = KP_NUMBER;
        content.number = cell->number;
        return content;
    }
    content.kind = cell->kind == KP_STORED_ERROR ? KP_CALC_ERROR : KP_STRING;
    content.text = strdup(cell->text == NULL ? "" : cell->text);
    if (content.kind == KP_CALC_ERROR && content.text != NULL)
        content.error = error_of(cell, content.text);
    return content;
}

static bool holds_already(const uno_Any *now, const kp_content *wanted) {
    double number = 0;
    if (now == NULL) return false;
    if (kp_any_number(now, &number))
        return wanted->kind == KP_NUMBER && memcmp(&number, &wanted->number, sizeof number) == 0;
    const rtl_uString *text = kp_any_text(now);
    if (text == NULL) return false;
    if (wanted->kind == KP_EMPTY) return text->length == 0;
    if (wanted->kind != KP_STRING || wanted->text == NULL || *wanted->text == '\0') return false;
    kp_auto_text utf8 = kp_string_text(text);
    return utf8 != NULL && strcmp(utf8, wanted->text) == 0;
}

/* A formula that the form itself offers in an open cell stays, or comes back. */
static void put_form_formula(kp_own_sheet *s, kp_own_cell *cell, long column, long row) {
    if (!cell->replaced) return;
    kp_auto object = kp_cell_at(s->sheet, column, row);
    kp_cell_set_formula(object, cell->text);
    cell->replaced = false;
}

static void put_input(const kp_form *form, kp_own_sheet *s, kp_own_cell *cell,
                      const kp_stored_cell *given, kp_format format, long at) {
    long column = at % s->columns;
    long row = at / s->columns;
    bool offered = cell->text != NULL && *cell->text == '=';
    if (offered && given != NULL && given->formula != NULL &&
        kp_own_formula_is(form, cell, format, given->formula)) {
        put_form_formula(s, cell, column, row);
        return;
    }
    kp_auto_content wanted = kp_stored_content(given);
    if ((!offered || cell->replaced) && holds_already(value_at(s, column, row), &wanted)) return;
    kp_auto object = kp_cell_at(s->sheet, column, row);
    kp_cell_put(object, &wanted);
    cell->replaced = offered;
}

static void put_inputs(const kp_form *form, kp_own_sheet *s, const kp_workbook *workbook) {
    const kp_stored_sheet *theirs = kp_workbook_sheet(workbook, s->name);
    for (long i = 0; i < s->columns * s->rows; i++) {
        if (!s->cells[i].open) continue;
        const kp_stored_cell *given =
            theirs == NULL ? NULL : kp_stored_at(theirs, i % s->columns, i / s->columns);
        put_input(form, s, &s->cells[i], given, workbook->format, i);
    }
}

/* Nothing is computed before everything is there. */
void kp_own_compute(kp_form *form, const kp_workbook *workbook, kp_language language) {
    kp_do(form->document, "sheet.XCalculatable::enableAutomaticCalculation", "b", false);
    for (size_t i = 0; i < form->count; i++)
        put_inputs(form, &form->sheets[i], workbook);
    kp_budget_speak(language);
    if (form->spoken != (int)language)
        kp_document_recalculate(form->document);
    else
        kp_do(form->document, "sheet.XCalculatable::calculate", "");
    form->spoken = (int)language;
    kp_do(form->document, "sheet.XCalculatable::enableAutomaticCalculation", "b", true);
    for (size_t i = 0; i < form->count; i++) {
        read_values(&form->sheets[i]);
        kp_answers_renew(form->sheets[i].answers);
    }
}

/* ------------------------------------------------------------------------------------- asking */

kp_own_sheet *kp_own_named(const kp_form *form, const char *name) {
    for (size_t i = 0; i < form->count; i++)
        if (strcmp(form->sheets[i].name, name) == 0) return &form->sheets[i];
    return NULL;
}

kp_own_cell *kp_own_at(const kp_own_sheet *s, long column, long row) {
    bool inside = column >= 0 && row >= 0 && column < s->columns && row < s->rows;
    return inside ? &s->cells[row * s->columns + column] : NULL;
}

kp_content kp_own_value(const kp_own_sheet *s, long column, long row) {
    kp_content content = {KP_EMPTY, 0, NULL, 0};
    const uno_Any *value = value_at(s, column, row);
    const kp_own_cell *cell = kp_own_at(s, column, row);
    bool formed = cell != NULL && cell->text != NULL && *cell->text == '=';
    if (!kp_data_content(value, &content) &&
        (formed || value == NULL || kp_any_text(value) == NULL)) {
        kp_auto object = kp_cell_at(s->sheet, column, row);
        content = kp_cell_content(object);
    }
    return content;
}

bool kp_own_is_error(const kp_own_sheet *s, long column, long row) {
    double number = 0;
    const uno_Any *value = value_at(s, column, row);
    if (value == NULL || kp_any_number(value, &number)) return false;
    const rtl_uString *text = kp_any_text(value);
    if (text == NULL) return true;
    kp_auto_text utf8 = text->length > 0 && text->length < 16 ? kp_string_text(text) : NULL;
    return utf8 != NULL && kp_error_is_name(utf8);
}

char *kp_own_shown(const kp_own_sheet *s, long column, long row) {
    kp_auto cell = kp_cell_at(s->sheet, column, row);
    return kp_cell_shown(cell);
}

/* Our number for theirs, where they are alike and not the same. */
static bool is_exact(const kp_form *form, const char *name, long column, long row, double theirs,
                     double *ours) {
    const kp_own_sheet *s = kp_own_named(form, name);
    const kp_own_cell *cell = s == NULL ? NULL : kp_own_at(s, column, row);
    const uno_Any *value = cell == NULL || cell->open ? NULL : value_at(s, column, row);
    if (value == NULL || !kp_any_number(value, ours)) return false;
    kp_content one = {KP_NUMBER, theirs, NULL, 0};
    kp_content other = {KP_NUMBER, *ours, NULL, 0};
    return kp_result_alike(&one, &other) && !kp_result_same(&one, &other);
}

void kp_own_exact(const kp_form *form, kp_workbook *workbook, kp_basis *basis) {
    double ours = 0;
    for (size_t s = 0; s < workbook->count; s++)
        for (size_t i = 0; i < workbook->sheets[s].count; i++) {
            kp_stored_cell *cell = &workbook->sheets[s].cells[i];
            if (cell->kind == KP_STORED_NUMBER &&
                is_exact(form, workbook->sheets[s].name, cell->column, cell->row, cell->number,
                         &ours))
                cell->number = ours;
        }
    for (size_t i = 0; i < basis->count; i++) {
        kp_basis_row *row = &basis->rows[i];
        if (row->kind == KP_ROW_CELL && row->placed && row->result.kind == KP_NUMBER &&
            is_exact(form, kp_basis_get(row, KP_BASIS_SHEET), row->column, row->row,
                     row->result.number, &ours))
            kp_basis_set_result(row, (kp_content){KP_NUMBER, ours, NULL, 0});
    }
}

/* What the office makes of a formula when it has read it; it is not computed. */
static char *read_again(uno_Interface *parser, const char *formula) {
    kp_address at = {0, 0, 0};
    kp_auto_any tokens = {0};
    if (kp_spelled_outside(formula) ||
        !kp_get_any(&tokens, parser, "sheet.XFormulaParser::parseFormula", "sc", formula, &at))
        return NULL;
    return kp_get_text(parser, "sheet.XFormulaParser::printFormula", "ac", &tokens, &at);
}

static bool read_alike(const kp_form *form, const char *one, const char *other) {
    kp_auto parser = kp_create_in(form->document, "sheet.FormulaParser");
    kp_property_set_boolean(parser, "CompileEnglish", true);
    kp_auto_text a = read_again(parser, one);
    kp_auto_text b = read_again(parser, other);
    return a != NULL && b != NULL && kp_spelled_alike(a, b);
}

bool kp_own_formula_is(const kp_form *form, kp_own_cell *cell, kp_format format,
                       const char *formula) {
    char **known = &cell->alike[format == KP_XLSX ? 1 : 0];
    if (cell->text == NULL || *cell->text != '=') return false;
    if (*known != NULL && strcmp(*known, formula) == 0) return true;
    kp_auto_buffer spelled = {0};
    kp_spell(format, formula, &spelled);
    const char *text = kp_buffer_text(&spelled);
    if (!kp_spelled_alike(cell->text, text) && !read_alike(form, cell->text, text)) return false;
    free(*known);
    *known = strdup(formula);
    return true;
}

/* The least that nobody else types in by chance. */
enum { TYPED = 10 };

void kp_own_typed(const kp_form *form, char sum[KP_SHA256_TEXT]) {
    size_t count = 0;
    unsigned char bytes[KP_SHA256];
    kp_sha256 typed = kp_sha256_begin();
    for (size_t s = 0; s < form->count; s++) {
        const kp_own_sheet *sheet = &form->sheets[s];
        for (long i = 0; i < sheet->columns * sheet->rows; i++) {
            const kp_own_cell *cell = &sheet->cells[i];
            bool computed = cell->text != NULL && *cell->text == '=' && !cell->replaced;
            if (!cell->open || computed) continue;
            kp_auto_content value = kp_own_value(sheet, i % sheet->columns, i / sheet->columns);
            char text[64];
            if (value.kind != KP_NUMBER) continue;
            int size = snprintf(text, sizeof text, "%zu %ld %.17g\n", s, i, value.number);
            kp_sha256_add(&typed, text, (size_t)size);
            count++;
        }
    }
    kp_sha256_end(&typed, bytes);
    kp_sha256_text(bytes, sum);
    if (count < TYPED) *sum = '\0';
}
