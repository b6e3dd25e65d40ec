/* SPDX-License-Identifier: MPL-2.0
 *
 * guide.c: which cells of a form are to be filled in.
 */
#include "panel/guide.h"

#include <stdlib.h>
#include <string.h>

#include "book/formula.h"
#include "form/form.h"
#include "uno/access.h"

static const char FIRST_BLOCK[] = "記入";

/* What the reading needs: the formulas of each sheet, all at once. */
typedef struct reader {
    const kp_panel_view *view;
    kp_guide *guide;
    uno_Interface *names;
    uno_Any *formulas;
    char **sheets;
    size_t count;
} reader;

/* --------------------------------------------------------------------------------- room */

static void *grown(void *items, size_t count, size_t *size, size_t each) {
    if (count < *size) return items;
    size_t more = *size == 0 ? 64 : *size * 2;
    void *room = realloc(items, more * each);
    if (room != NULL) *size = more;
    return room;
}

static bool add_step(kp_guide *guide, const char *title, bool first) {
    kp_guide_step *steps = grown(guide->steps, guide->step_count, &guide->step_size, sizeof *steps);
    if (steps == NULL) return false;
    guide->steps = steps;
    guide->steps[guide->step_count++] = (kp_guide_step){strdup(title), first};
    return true;
}

static bool has_cell(const kp_guide *guide, long sheet, long column, long row) {
    for (size_t i = 0; i < guide->cell_count; i++) {
        const kp_guide_cell *cell = &guide->cells[i];
        if (cell->sheet == sheet && cell->column == column && cell->row == row) return true;
    }
    return false;
}

/* -------------------------------------------------------------------------------- cells */

/* What stands in a cell as it was typed: of a formula, the formula. */
static char *typed_at(const reader *r, long sheet, long column, long row) {
    if (sheet < 0 || (size_t)sheet >= r->count) return NULL;
    const uno_Sequence *lines = kp_any_sequence(&r->formulas[sheet]);
    if (lines == NULL || row < 0 || row >= lines->nElements) return NULL;
    const uno_Sequence *line = kp_sequence_pointer(lines, (size_t)row);
    if (column < 0 || column >= line->nElements) return NULL;
    return kp_string_text(kp_sequence_pointer(line, (size_t)column));
}

/* A cell that a person fills in: open, and no formula. */
static bool is_open(const reader *r, uno_Interface *sheet, long index, long column, long row) {
    kp_auto_text typed = typed_at(r, index, column, row);
    return (typed == NULL || *typed != '=') && !kp_form_locked(sheet, column, row);
}

static void add_cell(reader *r, long index, long column, long row) {
    kp_guide *guide = r->guide;
    kp_auto sheets = kp_sheets(r->view->document);
    kp_auto sheet = kp_element(sheets, (size_t)index);
    if (has_cell(guide, index, column, row) || !is_open(r, sheet, index, column, row)) return;
    kp_guide_cell *cells = grown(guide->cells, guide->cell_count, &guide->cell_size, sizeof *cells);
    if (cells == NULL) return;
    guide->cells = cells;
    kp_auto_buffer text = {0};
    kp_auto_buffer target = {0};
    kp_auto_text label = kp_panel_label(sheet, column, row);
    kp_panel_place(r->sheets[index], column, row, &text);
    kp_putf(&text, " %s", label == NULL ? "" : label);
    kp_panel_target(r->sheets[index], column, row, &target);
    kp_guide_cell cell = {
        0, index, column, row, strdup(kp_buffer_text(&text)), strdup(kp_buffer_text(&target))};
    cell.step = guide->step_count - 1;
    guide->cells[guide->cell_count++] = cell;
}

static void add_area(reader *r, kp_area area) {
    for (long y = area.top; y <= area.bottom; y++)
        for (long x = area.left; x <= area.right; x++)
            add_cell(r, area.sheet, x, y);
}

/* -------------------------------------------------------------------------------- names */

static bool has_name(const reader *r, const char *name) {
    return kp_get_number(r->names, "container.XNameAccess::hasByName", "s", name) != 0;
}

/* Beside a year or a day stands the number that it means, under its name and one of these
 * (form.rnc): the cell itself is what is filled in. */
static void as_typed(const reader *r, char *name) {
    static const char *const MEANINGS[] = {"_西暦", "_日"};
    size_t length = strlen(name);
    for (size_t i = 0; i < sizeof MEANINGS / sizeof *MEANINGS; i++) {
        size_t tail = strlen(MEANINGS[i]);
        if (length <= tail || strcmp(name + length - tail, MEANINGS[i]) != 0) continue;
        name[length - tail] = '\0';
        if (!has_name(r, name)) name[length - tail] = MEANINGS[i][0];
        return;
    }
}

/* The cells of a word of a formula on that sheet, a name or a place; none for any other. */
static kp_area cells_of(const reader *r, kp_span word, long sheet) {
    kp_area none = {0, 0, 0, -1, -1};
    char name[256];
    long column = 0;
    long row = 0;
    if (word.length >= sizeof name) return none;
    memcpy(name, word.start, word.length);
    name[word.length] = '\0';
    if (kp_cell_place(name, &column, &row))
        return (kp_area){(sal_Int16)sheet, (sal_Int32)column, (sal_Int32)row, (sal_Int32)column,
                         (sal_Int32)row};
    if (!has_name(r, name)) return none;
    as_typed(r, name);
    kp_auto cells = kp_named_cells(r->view->document, name);
    return cells == NULL ? none : kp_area_of(cells);
}

/* The cells that the formula names, up to `end`. */
static void add_named(reader *r, const char *formula, const char *end, long sheet) {
    kp_span word;
    for (size_t at = 0; kp_formula_word(formula, &at, &word) && word.start < end;) {
        kp_area area = cells_of(r, word, sheet);
        if (area.right >= 0) add_area(r, area);
    }
}

/* ------------------------------------------------------------------------- what comes first */

static void read_first(reader *r) {
    kp_auto block = kp_named_cells(r->view->document, FIRST_BLOCK);
    kp_area area = kp_area_of(block);
    for (long y = area.top; block != NULL && y <= area.bottom; y++) {
        kp_auto_text title = typed_at(r, area.sheet, area.left - 1L, y);
        kp_auto_text formula = typed_at(r, area.sheet, area.left, y);
        if (title == NULL || formula == NULL || !add_step(r->guide, title, true)) return;
        add_named(r, formula, formula + strlen(formula), area.sheet);
    }
}

/* --------------------------------------------------------------- what computed cells wait for */

/* Calls add_named for =IF(COUNT(…)<n;"―";…), as formulas.xsl writes it. */
static void read_formula(reader *r, const char *formula, long sheet) {
    static const char BEGIN[] = "=IF(COUNT(";
    if (strncmp(formula, BEGIN, strlen(BEGIN)) != 0) return;
    const char *names = formula + strlen(BEGIN);
    const char *end = strstr(names, ")<");
    const char *other = strstr(names, ")=");
    if (end != NULL && (other == NULL || end < other)) add_named(r, names, end, sheet);
}

static void read_formulas(reader *r, long sheet) {
    const uno_Sequence *lines = kp_any_sequence(&r->formulas[sheet]);
    for (sal_Int32 y = 0; lines != NULL && y < lines->nElements; y++) {
        const uno_Sequence *line = kp_sequence_pointer(lines, (size_t)y);
        for (sal_Int32 x = 0; x < line->nElements; x++) {
            kp_auto_text formula = kp_string_text(kp_sequence_pointer(line, (size_t)x));
            if (formula != NULL) read_formula(r, formula, sheet);
        }
    }
}

static int by_place(const void *one, const void *other) {
    const kp_guide_cell *a = one;
    const kp_guide_cell *b = other;
    if (a->sheet != b->sheet) return a->sheet < b->sheet ? -1 : 1;
    if (a->row != b->row) return a->row < b->row ? -1 : 1;
    return a->column < b->column ? -1 : a->column > b->column;
}

/* The rest of the cells, sorted, with a step for each sheet. */
static void read_rest(reader *r) {
    kp_guide *guide = r->guide;
    size_t from = guide->cell_count;
    size_t first_steps = guide->step_count;
    for (size_t i = 0; i < r->count; i++)
        read_formulas(r, (long)i);
    qsort(guide->cells + from, guide->cell_count - from, sizeof *guide->cells, by_place);
    for (size_t i = from; i < guide->cell_count; i++) {
        bool new = i == from || guide->cells[i].sheet != guide->cells[i - 1].sheet;
        if (new && !add_step(guide, r->sheets[guide->cells[i].sheet], false)) break;
        guide->cells[i].step = guide->step_count - 1;
    }
    if (guide->step_count == first_steps) guide->cell_count = from;
}

/* ---------------------------------------------------------------------------------------- all */

/* A cell object follows its cell where rows are put in above it. */
static void mark(kp_guide *guide, uno_Interface *sheet, kp_area used, size_t index) {
    guide->marks[index] =
        kp_cell_at(sheet, used.right < 0 ? 0 : used.right, used.bottom < 0 ? 0 : used.bottom);
    guide->places[index] = kp_area_of(guide->marks[index]);
}

static void read_sheets(reader *r) {
    kp_auto sheets = kp_sheets(r->view->document);
    for (size_t i = 0; i < r->count; i++) {
        kp_auto sheet = kp_element(sheets, i);
        kp_area used = kp_sheet_content(sheet);
        r->sheets[i] = kp_object_name(sheet);
        if (r->sheets[i] == NULL) r->sheets[i] = strdup("");
        mark(r->guide, sheet, used, i);
        kp_auto cells = used.right < 0 ? NULL : kp_area_cells(sheet, used);
        kp_get_any(&r->formulas[i], cells, "sheet.XCellRangeFormula::getFormulaArray", "");
    }
}

static bool begin(reader *r) {
    kp_guide *guide = r->guide;
    r->count = kp_sheet_count(r->view->document);
    r->formulas = calloc(r->count + 1, sizeof *r->formulas);
    r->sheets = calloc(r->count + 1, sizeof *r->sheets);
    guide->marks = calloc(r->count + 1, sizeof(uno_Interface *));
    guide->places = calloc(r->count + 1, sizeof *guide->places);
    bool room =
        r->formulas != NULL && r->sheets != NULL && guide->marks != NULL && guide->places != NULL;
    guide->sheet_count = room ? r->count : 0;
    return room;
}

static void end(reader *r) {
    for (size_t i = 0; i < r->count; i++) {
        if (r->formulas != NULL) kp_any_end(&r->formulas[i]);
        if (r->sheets != NULL) free(r->sheets[i]);
    }
    free(r->formulas);
    free(r->sheets);
}

kp_guide kp_guide_read(const kp_panel_view *view) {
    kp_guide guide = {0};
    if (!kp_panel_is_form(view)) return guide;
    kp_auto names = kp_property_object(view->document, "NamedRanges");
    reader r = {.view = view, .guide = &guide, .names = names};
    if (begin(&r)) {
        read_sheets(&r);
        read_first(&r);
        read_rest(&r);
    }
    end(&r);
    return guide;
}

void kp_guide_end(kp_guide *guide) {
    for (size_t i = 0; i < guide->step_count; i++)
        free(guide->steps[i].title);
    for (size_t i = 0; i < guide->cell_count; i++) {
        free(guide->cells[i].text);
        free(guide->cells[i].target);
    }
    for (size_t i = 0; i < guide->sheet_count; i++)
        kp_release(guide->marks[i]);
    free(guide->steps);
    free(guide->cells);
    free(guide->marks);
    free(guide->places);
    *guide = (kp_guide){0};
}

static bool same_place(const kp_area *one, const kp_area *other) {
    return one->sheet == other->sheet && one->left == other->left && one->top == other->top;
}

bool kp_guide_holds(const kp_guide *guide, const kp_panel_view *view) {
    bool holds = guide->sheet_count == kp_sheet_count(view->document);
    for (size_t i = 0; holds && i < guide->sheet_count; i++) {
        kp_area now = kp_area_of(guide->marks[i]);
        holds = same_place(&now, &guide->places[i]);
    }
    return holds;
}
