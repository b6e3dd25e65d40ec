/* SPDX-License-Identifier: MPL-2.0
 *
 * conditions.c: conditional formats and validity rules that call our functions. A condition becomes
 * «always» on the cells where it holds now and vanishes elsewhere; a limit of a validity rule
 * becomes its value; a rule that is itself a formula of ours no longer restricts (its hint stays).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "uno/call.h"
#include "book/evaluate.h"
#include "submit/freeze.h"

enum { MOST_CELLS = 20000, ENTRIES = 16, AREAS = 256, CONDITION = 0, ALWAYS = 24 };

/* ------------------------------------------------------------------- formulas that move about */

static uno_Interface *parser_of(uno_Interface *document, bool english) {
    rtl_uString *service = kp_string("com.sun.star.sheet.FormulaParser");
    uno_Interface *parser = kp_invoke_object(
        document, "com.sun.star.lang.XMultiServiceFactory::createInstance", &service, NULL);
    rtl_uString_release(service);
    if (english) kp_property_set_boolean(parser, "CompileEnglish", true);
    return parser;
}

/* The formula as it reads at another cell. Conditional formats speak the language of the user
 *  interface, validity rules and cells English; the reader and the writer are told which. */
static char *moved(uno_Interface *reader, uno_Interface *writer, const char *formula,
                   kp_address from, kp_address to) {
    rtl_uString *text = kp_string(formula);
    uno_Sequence *tokens = NULL;
    char *result = NULL;
    if (kp_invoke(reader, "com.sun.star.sheet.XFormulaParser::parseFormula", &tokens, &text, &from,
                  NULL)) {
        result = kp_invoke_text(writer, "com.sun.star.sheet.XFormulaParser::printFormula", &tokens,
                                &to, NULL);
        kp_sequence_end(tokens, "[]com.sun.star.sheet.FormulaToken");
    }
    rtl_uString_release(text);
    return result;
}

/* The same, ready for a cell: in the office's spelling. */
static void put_moved(uno_Interface *reader, uno_Interface *english, const char *formula,
                      kp_address from, kp_address to, kp_buffer *out) {
    char *text = moved(reader, english, formula, from, to);
    if (text != NULL) kp_formula_stored(text, out);
    free(text);
}

static bool reaches(const kp_freeze *freeze, const char *formula) {
    kp_buffer stored = {0};
    if (formula != NULL) kp_formula_stored(formula, &stored);
    bool ours = kp_names_reach(&freeze->names, kp_buffer_text(&stored));
    kp_buffer_end(&stored);
    return ours;
}

static void problem(kp_freeze *freeze, uno_Interface *sheet, kp_text what) {
    char *name = kp_object_name(sheet);
    kp_putf(&freeze->problems, "%s: %s\n", name == NULL ? "" : name,
            kp_wording(what, freeze->language));
    free(name);
}

/* ------------------------------------------------------------------------ conditional formats */

typedef struct entry {
    uno_Interface *object;
    long kind, operation;
    char *formulas[2];
    char *style;
    bool ours;
} entry;

typedef struct format {
    kp_freeze *freeze;
    uno_Interface *sheet, *formats;
    uno_Interface *local, *english; /**< parsers */
    uno_Interface *scratch;
    long id;
    kp_area areas[AREAS];
    size_t area_count;
    kp_address base;
    entry entries[ENTRIES];
    size_t count;
    unsigned long truths[1 << 10]; /**< the different sets of entries that hold, as bits */
    size_t truth_count;
    unsigned char *group; /**< of each cell, its index in truths */
} format;

static void read_entry(format *f, uno_Interface *object, entry *e) {
    sal_Int32 kind = -1;
    kp_invoke(object, "com.sun.star.sheet.XConditionEntry::getType", &kind, NULL);
    e->object = object;
    e->kind = kind;
    if (kind != CONDITION) return;
    e->operation = (long)kp_property_number(object, "Operator", ALWAYS);
    e->formulas[0] = kp_property_text(object, "Formula1");
    e->formulas[1] = kp_property_text(object, "Formula2");
    e->style = kp_property_text(object, "StyleName");
    e->ours = reaches(f->freeze, e->formulas[0]) || reaches(f->freeze, e->formulas[1]);
}

static void end_entries(format *f) {
    for (size_t i = 0; i < f->count; i++) {
        entry *e = &f->entries[i];
        free(e->formulas[0]);
        free(e->formulas[1]);
        free(e->style);
        kp_release(e->object);
    }
}

/* The value of a comparison at a cell: cell, operator, formula; a formula alone is its own. */
static void put_condition(format *f, const entry *e, kp_address at, kp_buffer *out) {
    static const char *const SIGNS[] = {"=", "<", ">", "<=", ">=", "<>"};
    char cell[16];
    kp_cell_name(at.column, at.row, cell);
    kp_put(out, "=");
    if (e->operation >= 0 && e->operation < 6) {
        kp_putf(out, "%s%s(", cell, SIGNS[e->operation]);
        put_moved(f->local, f->english, e->formulas[0], f->base, at, out);
        kp_put(out, ")");
    } else if (e->operation == 6 || e->operation == 7) {
        kp_putf(out, "%s(AND(%s>=(", e->operation == 7 ? "NOT" : "", cell);
        put_moved(f->local, f->english, e->formulas[0], f->base, at, out);
        kp_putf(out, ");%s<=(", cell);
        put_moved(f->local, f->english, e->formulas[1], f->base, at, out);
        kp_put(out, ")))");
    } else {
        put_moved(f->local, f->english, e->formulas[0], f->base, at, out);
    }
}

static bool holds(format *f, const entry *e, kp_address at) {
    kp_asked asked = {f->scratch, false, 0, 0};
    kp_buffer formula = {0};
    put_condition(f, e, at, &formula);
    kp_content content = kp_ask(asked, kp_buffer_text(&formula));
    bool truth = content.kind == KP_NUMBER && content.number != 0;
    kp_content_end(&content);
    kp_buffer_end(&formula);
    return truth;
}

static unsigned long truths_at(format *f, kp_address at) {
    unsigned long bits = 0;
    for (size_t i = 0; i < f->count; i++)
        if (!f->entries[i].ours || holds(f, &f->entries[i], at)) bits |= 1UL << i;
    return bits;
}

static unsigned char group_of(format *f, unsigned long bits) {
    size_t i = 0;
    while (i < f->truth_count && f->truths[i] != bits)
        i++;
    if (i == f->truth_count && i < 255) f->truths[f->truth_count++] = bits;
    return (unsigned char)i;
}

static size_t cells_in(const kp_area *area) {
    return (size_t)(area->right - area->left + 1) * (size_t)(area->bottom - area->top + 1);
}

static kp_address cell_in(const kp_area *area, size_t index) {
    size_t width = (size_t)(area->right - area->left + 1);
    kp_address at = {area->sheet, area->left + (sal_Int32)(index % width),
                     area->top + (sal_Int32)(index / width)};
    return at;
}

static void add_entry(format *f, uno_Interface *made, const entry *e, kp_address base) {
    sal_Int32 kind = CONDITION;
    sal_Int32 position = (sal_Int32)kp_count(made);
    kp_invoke(made, "com.sun.star.sheet.XConditionalFormat::createEntry", NULL, &kind, &position,
              NULL);
    uno_Interface *object = kp_element(made, (size_t)position);
    kp_property_set_long(object, "Operator", e->ours ? ALWAYS : e->operation);
    for (int i = 0; i < 2; i++) {
        char *text = e->ours || e->formulas[i] == NULL
                         ? NULL
                         : moved(f->local, f->local, e->formulas[i], f->base, base);
        if (i == 0 || text != NULL)
            kp_property_set_text(object, i == 0 ? "Formula1" : "Formula2",
                                 text == NULL ? "1" : text);
        free(text);
    }
    kp_property_set_text(object, "StyleName", e->style == NULL ? "" : e->style);
    kp_release(object);
}

static uno_Interface *format_by_id(uno_Interface *formats, long id) {
    uno_Sequence *list = NULL;
    uno_Interface *found = NULL;
    if (!kp_invoke(formats, "com.sun.star.sheet.XConditionalFormats::getConditionalFormats", &list,
                   NULL))
        return NULL;
    for (sal_Int32 i = 0; i < list->nElements && found == NULL; i++) {
        uno_Interface *candidate = kp_sequence_pointer(list, (size_t)i);
        if ((long)kp_property_number(candidate, "ID", -1) == id)
            found = kp_query(candidate, "com.sun.star.sheet.XConditionalFormat");
    }
    kp_sequence_end(list, "[]com.sun.star.sheet.XConditionalFormat");
    return found;
}

/* The cells of one group as a range; gives its first cell. */
static uno_Interface *group_range(format *f, size_t group, kp_address *base) {
    rtl_uString *service = kp_string("com.sun.star.sheet.SheetCellRanges");
    uno_Interface *made =
        kp_invoke_object(f->freeze->document,
                         "com.sun.star.lang.XMultiServiceFactory::createInstance", &service, NULL);
    rtl_uString_release(service);
    sal_Bool merge = 1;
    size_t index = 0;
    bool first = true;
    for (size_t a = 0; a < f->area_count; a++)
        for (size_t i = 0; i < cells_in(&f->areas[a]); i++, index++) {
            if (f->group[index] != group) continue;
            kp_address at = cell_in(&f->areas[a], i);
            kp_area area = {at.sheet, at.column, at.row, at.column, at.row};
            kp_invoke(made, "com.sun.star.sheet.XSheetCellRangeContainer::addRangeAddress", NULL,
                      &area, &merge, NULL);
            if (first || at.column < base->column) base->column = at.column;
            if (first || at.row < base->row) base->row = at.row;
            first = false;
        }
    uno_Interface *ranges = kp_query(made, "com.sun.star.sheet.XSheetCellRanges");
    kp_release(made);
    return ranges;
}

static void make_group(format *f, size_t group) {
    kp_address base = f->base;
    sal_Int32 id = -1;
    bool any = false;
    for (size_t i = 0; i < f->count; i++)
        any = any || (f->truths[group] >> i & 1) != 0;
    if (!any) return;
    uno_Interface *ranges = group_range(f, group, &base);
    if (kp_invoke(f->formats, "com.sun.star.sheet.XConditionalFormats::createByRange", &id, &ranges,
                  NULL)) {
        uno_Interface *made = format_by_id(f->formats, id);
        for (size_t i = 0; i < f->count; i++)
            if ((f->truths[group] >> i & 1) != 0) add_entry(f, made, &f->entries[i], base);
        kp_release(made);
    }
    kp_release(ranges);
}

/* A row for each condition of ours, with the cells where it holds. */
static void tell_condition(format *f, size_t index) {
    kp_buffer formula = {0};
    kp_buffer cells = {0};
    size_t cell = 0;
    put_condition(f, &f->entries[index], f->base, &formula);
    for (size_t a = 0; a < f->area_count; a++)
        for (size_t i = 0; i < cells_in(&f->areas[a]); i++, cell++) {
            if ((f->truths[f->group[cell]] >> index & 1) == 0 || cells.used > 2000) continue;
            char name[16];
            kp_address at = cell_in(&f->areas[a], i);
            kp_cell_name(at.column, at.row, name);
            kp_putf(&cells, "%s%s", cells.used > 0 ? ", " : "", name);
        }
    kp_basis_row *row = kp_freeze_row(f->freeze, KP_KIND_CONDITION, f->sheet, f->base.column,
                                      f->base.row, kp_buffer_text(&formula));
    kp_content result = {KP_STRING, 0,
                         strdup(cells.used > 0
                                    ? cells.text
                                    : kp_wording(kp_t("該当なし", "nowhere"), f->freeze->language)),
                         0};
    if (row != NULL) kp_basis_set_result(row, result);
    kp_buffer_end(&formula);
    kp_buffer_end(&cells);
}

static void replace_format(format *f) {
    size_t total = 0;
    size_t index = 0;
    for (size_t a = 0; a < f->area_count; a++)
        total += cells_in(&f->areas[a]);
    f->group = total <= MOST_CELLS ? calloc(total + 1, 1) : NULL;
    if (f->group == NULL) {
        problem(f->freeze, f->sheet,
                kp_t("条件付き書式の範囲が広すぎます(2万セルまで)。",
                     "a conditional format covers too many cells (20,000 at most)."));
        return;
    }
    f->scratch = kp_scratch(f->sheet);
    for (size_t a = 0; a < f->area_count; a++)
        for (size_t i = 0; i < cells_in(&f->areas[a]); i++)
            f->group[index++] = group_of(f, truths_at(f, cell_in(&f->areas[a], i)));
    kp_scratch_end(f->scratch);
    for (size_t i = 0; i < f->count; i++)
        if (f->entries[i].ours) tell_condition(f, i);
    sal_Int32 id = (sal_Int32)f->id;
    kp_invoke(f->formats, "com.sun.star.sheet.XConditionalFormats::removeByID", NULL, &id, NULL);
    for (size_t g = 0; g < f->truth_count; g++)
        make_group(f, g);
    free(f->group);
}

static bool read_format(format *f, uno_Interface *object) {
    bool ours = false;
    bool plain = true;
    size_t count = kp_count(object);
    f->id = (long)kp_property_number(object, "ID", -1);
    for (f->count = 0; f->count < count && f->count < ENTRIES; f->count++) {
        read_entry(f, kp_element(object, f->count), &f->entries[f->count]);
        ours = ours || f->entries[f->count].ours;
        plain = plain && f->entries[f->count].kind == CONDITION;
    }
    uno_Interface *range = kp_property_object(object, "Range");
    uno_Sequence *list = NULL;
    if (kp_invoke(range, "com.sun.star.sheet.XSheetCellRanges::getRangeAddresses", &list, NULL)) {
        f->area_count = (size_t)list->nElements < AREAS ? (size_t)list->nElements : AREAS;
        memcpy(f->areas, list->elements, f->area_count * sizeof *f->areas);
        plain = plain && (size_t)list->nElements <= AREAS && count <= ENTRIES;
        kp_sequence_end(list, "[]com.sun.star.table.CellRangeAddress");
    }
    kp_release(range);
    if (ours && !plain)
        problem(f->freeze, f->sheet,
                kp_t("カラースケールなどと組み合わせた条件付き書式は置き換えられません。",
                     "a conditional format mixed with colour scales cannot be replaced."));
    return ours && plain && f->area_count > 0;
}

/* Relative references count from the top left corner of all its areas. */
static void find_base(format *f) {
    kp_address base = {f->areas[0].sheet, f->areas[0].left, f->areas[0].top};
    for (size_t i = 1; i < f->area_count; i++) {
        if (f->areas[i].left < base.column) base.column = f->areas[i].left;
        if (f->areas[i].top < base.row) base.row = f->areas[i].top;
    }
    f->base = base;
}

static void freeze_format(kp_freeze *freeze, uno_Interface *sheet, uno_Interface *formats,
                          uno_Interface *object) {
    format *f = calloc(1, sizeof *f);
    if (f == NULL) return;
    f->freeze = freeze;
    f->sheet = sheet;
    f->formats = formats;
    f->local = parser_of(freeze->document, false);
    f->english = parser_of(freeze->document, true);
    if (read_format(f, object)) {
        find_base(f);
        replace_format(f);
    }
    end_entries(f);
    kp_release(f->local);
    kp_release(f->english);
    free(f);
}

void kp_freeze_conditions(kp_freeze *freeze, uno_Interface *sheet) {
    uno_Interface *formats = kp_property_object(sheet, "ConditionalFormats");
    uno_Sequence *list = NULL;
    if (kp_invoke(formats, "com.sun.star.sheet.XConditionalFormats::getConditionalFormats", &list,
                  NULL)) {
        for (sal_Int32 i = 0; i < list->nElements; i++)
            freeze_format(freeze, sheet, formats, kp_sequence_pointer(list, (size_t)i));
        kp_sequence_end(list, "[]com.sun.star.sheet.XConditionalFormat");
    }
    kp_release(formats);
}

/* ------------------------------------------------------------------------------ validity rules */

enum { ANY = 0, CUSTOM = 7 };

typedef struct rule {
    kp_freeze *freeze;
    uno_Interface *sheet, *object, *english, *scratch;
    kp_address base;
    char *formulas[2];
} rule;

static const char *const GETTERS[] = {"com.sun.star.sheet.XSheetCondition::getFormula1",
                                      "com.sun.star.sheet.XSheetCondition::getFormula2"};
static const char *const SETTERS[] = {"com.sun.star.sheet.XSheetCondition::setFormula1",
                                      "com.sun.star.sheet.XSheetCondition::setFormula2"};

static void set_formula(rule *r, int which, const kp_content *value) {
    kp_buffer text = {0};
    if (value->kind == KP_NUMBER)
        kp_put_number(&text, value->number, 17);
    else
        kp_putf(&text, "\"%s\"", value->text == NULL ? "" : value->text);
    rtl_uString *string = kp_string(kp_buffer_text(&text));
    kp_invoke(r->object, SETTERS[which], NULL, &string, NULL);
    rtl_uString_release(string);
    kp_buffer_end(&text);
}

static void tell_rule(rule *r, kp_address at, const char *formula, const kp_content *value) {
    kp_basis_row *row =
        kp_freeze_row(r->freeze, KP_KIND_VALIDITY, r->sheet, at.column, at.row, formula);
    kp_content copy = *value;
    if (copy.text != NULL) copy.text = strdup(copy.text);
    if (row != NULL) kp_basis_set_result(row, copy);
}

/* Replaces the formulas of ours in the rule by their values at that cell. */
static void evaluate_rule(rule *r, kp_address at) {
    kp_asked asked = {r->scratch, false, 0, 0};
    for (int i = 0; i < 2; i++) {
        if (!reaches(r->freeze, r->formulas[i])) continue;
        kp_buffer formula = {0};
        kp_put(&formula, "=");
        put_moved(r->english, r->english, r->formulas[i], r->base, at, &formula);
        kp_content value = kp_ask(asked, kp_buffer_text(&formula));
        set_formula(r, i, &value);
        tell_rule(r, at, kp_buffer_text(&formula), &value);
        kp_content_end(&value);
        kp_buffer_end(&formula);
    }
}

static void apply_rule(rule *r, kp_area area) {
    kp_auto cells = kp_area_cells(r->sheet, area);
    kp_do(cells, "beans.XPropertySet::setPropertyValue", "so", "Validation", r->object);
}

static void drop_rule(rule *r, kp_area area) {
    sal_Int32 none = ANY;
    kp_property_set_of(r->object, "Type", &none, "com.sun.star.sheet.ValidationType");
    for (int i = 0; i < 2; i++) {
        rtl_uString *nothing = kp_string("");
        kp_invoke(r->object, SETTERS[i], NULL, &nothing, NULL);
        rtl_uString_release(nothing);
    }
    kp_content words = {
        KP_STRING, 0,
        strdup(kp_wording(kp_t("制限なし(アドインなしでは判定できないため)",
                               "no restriction (it cannot be judged without the add-in)"),
                          r->freeze->language)),
        0};
    kp_address at = {area.sheet, area.left, area.top};
    kp_buffer formula = {0};
    kp_putf(&formula, "=%s", r->formulas[0]);
    tell_rule(r, at, kp_buffer_text(&formula), &words);
    kp_buffer_end(&formula);
    kp_content_end(&words);
    apply_rule(r, area);
}

static bool absolute(rule *r) {
    kp_address other = {r->base.sheet, r->base.column + 1, r->base.row + 1};
    bool same = true;
    for (int i = 0; i < 2; i++) {
        char *here = moved(r->english, r->english, r->formulas[i], r->base, r->base);
        char *there = moved(r->english, r->english, r->formulas[i], r->base, other);
        same = same && here != NULL && there != NULL && strcmp(here, there) == 0;
        free(here);
        free(there);
    }
    return same;
}

static void freeze_area(rule *r, kp_area area) {
    bool custom = kp_property_number(r->object, "Type", ANY) == CUSTOM;
    bool whole = absolute(r);
    if (custom || (!whole && cells_in(&area) > MOST_CELLS)) {
        drop_rule(r, area);
        return;
    }
    r->scratch = kp_scratch(r->sheet);
    for (size_t i = 0; i < (whole ? 1 : cells_in(&area)); i++) {
        kp_address at = cell_in(&area, i);
        kp_area cell = {at.sheet, at.column, at.row, at.column, at.row};
        evaluate_rule(r, at);
        apply_rule(r, whole ? area : cell);
    }
    kp_scratch_end(r->scratch);
}

static void freeze_rule(kp_freeze *freeze, uno_Interface *sheet, uno_Interface *ranges,
                        uno_Interface *object) {
    rule r = {freeze,
              sheet,
              object,
              parser_of(freeze->document, true),
              NULL,
              {0, 0, 0},
              {kp_invoke_text(object, GETTERS[0], NULL), kp_invoke_text(object, GETTERS[1], NULL)}};
    uno_Sequence *list = NULL;
    bool ours = reaches(freeze, r.formulas[0]) || reaches(freeze, r.formulas[1]);
    if (ours &&
        kp_invoke(object, "com.sun.star.sheet.XSheetCondition::getSourcePosition", &r.base, NULL) &&
        kp_invoke(ranges, "com.sun.star.sheet.XSheetCellRanges::getRangeAddresses", &list, NULL)) {
        for (sal_Int32 i = 0; i < list->nElements; i++)
            freeze_area(&r, ((const kp_area *)(const void *)list->elements)[i]);
        kp_sequence_end(list, "[]com.sun.star.table.CellRangeAddress");
    }
    kp_release(r.english);
    free(r.formulas[0]);
    free(r.formulas[1]);
}

void kp_freeze_validity(kp_freeze *freeze, uno_Interface *sheet) {
    uno_Interface *formats = kp_invoke_object(
        sheet, "com.sun.star.sheet.XUniqueCellFormatRangesSupplier::getUniqueCellFormatRanges",
        NULL);
    size_t count = kp_count(formats);
    for (size_t i = 0; i < count; i++) {
        uno_Interface *ranges = kp_element(formats, i);
        uno_Interface *validation = kp_property_object(ranges, "Validation");
        uno_Interface *object = kp_query(validation, "com.sun.star.beans.XPropertySet");
        if (object != NULL) freeze_rule(freeze, sheet, ranges, object);
        kp_release(object);
        kp_release(validation);
        kp_release(ranges);
    }
    kp_release(formats);
}
