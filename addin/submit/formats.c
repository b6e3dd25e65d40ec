/* SPDX-License-Identifier: MPL-2.0
 *
 * formats.c: conditional formats. The cells of one are put into groups in which the same entries
 * hold; each group gets a format of its own, in which what depended on us is «always». A format that
 * speaks of cells relative to its own gets one range each: of several ranges the office tells an
 * .xlsx another first cell than Excel counts from, and what is no error would be grey there.
 */
#include "submit/formats.h"

#include <stdlib.h>
#include <string.h>

#include "submit/moved.h"
#include "uno/access.h"

enum { ENTRIES = 16, AREAS = 256, GROUPS = 255, CONDITION = 0, ALWAYS = 24, LISTED = 2000 };

/* An entry of a format: a comparison or a formula, and the style where it holds. */
typedef struct entry {
    long kind, operation; /* com.sun.star.sheet.ConditionEntryType and ConditionOperator2 */
    char *formulas[2];
    char *style;
    bool ours;
} entry;

typedef struct format {
    kp_freeze *freeze;
    uno_Interface *sheet, *formats;
    uno_Interface *local, *english; /* parsers */
    uno_Interface *scratch;
    long id;
    kp_areas areas;
    kp_address base; /* relative references count from here */
    entry entries[ENTRIES];
    size_t count;
    unsigned long truths[GROUPS + 1]; /* the different sets of entries that hold, as bits */
    size_t truth_count;
    unsigned char *group; /* of each cell, its index in truths */
} format;

/* ------------------------------------------------------------------------------------ reading */

static void read_entry(format *f, size_t index, uno_Interface *object) {
    entry *e = &f->entries[index];
    e->kind = (long)kp_get_number(object, "sheet.XConditionEntry::getType", "");
    if (e->kind != CONDITION) return;
    e->operation = (long)kp_property_number(object, "Operator", ALWAYS);
    e->formulas[0] = kp_property_text(object, "Formula1");
    e->formulas[1] = kp_property_text(object, "Formula2");
    e->style = kp_property_text(object, "StyleName");
    e->ours =
        kp_moved_reaches(f->freeze, e->formulas[0]) || kp_moved_reaches(f->freeze, e->formulas[1]);
}

/* The top left corner of all its areas. */
static kp_address corner_of(const kp_areas *areas) {
    kp_address corner = kp_moved_cell(&areas->areas[0], 0);
    for (size_t i = 1; i < areas->count; i++) {
        if (areas->areas[i].left < corner.column) corner.column = areas->areas[i].left;
        if (areas->areas[i].top < corner.row) corner.row = areas->areas[i].top;
    }
    return corner;
}

/* The cell from which its formulas count. That may be any, after a file was read; only the older way
 * to a cell's conditions tells it. */
static kp_address base_of(const format *f) {
    kp_address base = kp_moved_cell(&f->areas.areas[0], 0);
    kp_auto cell = kp_cell_at(f->sheet, base.column, base.row);
    kp_auto entries = kp_property_object(cell, "ConditionalFormat");
    kp_auto_any any = {0};
    if (entries == NULL || kp_count(entries) != f->count) return corner_of(&f->areas);
    kp_auto condition = kp_element(entries, 0);
    if (!kp_get_any(&any, condition, "sheet.XSheetCondition::getSourcePosition", ""))
        return corner_of(&f->areas);
    memcpy(&base, any.pData, sizeof base);
    return base;
}

static void tell_problem(format *f, kp_text problem) {
    kp_auto_text name = kp_object_name(f->sheet);
    kp_freeze_problem(f->freeze, name, NULL, problem);
}

/* False where it cannot be replaced; tells whether something in it is ours. */
static bool read_format(format *f, uno_Interface *object, bool *ours) {
    size_t count = kp_count(object);
    kp_auto range = kp_property_object(object, "Range");
    f->areas = kp_areas_of(range);
    bool plain = count <= ENTRIES && f->areas.count <= AREAS;
    f->id = (long)kp_property_number(object, "ID", -1);
    for (; f->count < count && f->count < ENTRIES; f->count++) {
        kp_auto element = kp_element(object, f->count);
        read_entry(f, f->count, element);
        *ours = *ours || f->entries[f->count].ours;
        plain = plain && f->entries[f->count].kind == CONDITION;
    }
    if (*ours && !plain)
        tell_problem(f, kp_t("カラースケールなどと組み合わせた条件付き書式は置き換えられません。",
                             "a conditional format mixed with colour scales cannot be replaced."));
    if (f->areas.count > 0) f->base = base_of(f);
    return plain && f->areas.count > 0;
}

static void end_format(format *f) {
    for (size_t i = 0; i < f->count; i++) {
        free(f->entries[i].formulas[0]);
        free(f->entries[i].formulas[1]);
        free(f->entries[i].style);
    }
    kp_areas_end(&f->areas);
    kp_release(f->local);
    kp_release(f->english);
    free(f->group);
    free(f);
}

/* ------------------------------------------------------------------------------- what holds */

static void put_formula(format *f, const char *formula, kp_address at, kp_buffer *out) {
    kp_moved_put(f->local, f->english, formula, f->base, at, out);
}

/* The value of a comparison at a cell: cell, operator, formula; a formula alone is its own. */
static void put_condition(format *f, const entry *e, kp_address at, kp_buffer *out) {
    static const char *const SIGNS[] = {"=", "<", ">", "<=", ">=", "<>"};
    char cell[16];
    kp_cell_name(at.column, at.row, cell);
    kp_put(out, "=");
    if (e->operation >= 0 && e->operation < 6) {
        kp_putf(out, "%s%s(", cell, SIGNS[e->operation]);
        put_formula(f, e->formulas[0], at, out);
        kp_put(out, ")");
    } else if (e->operation == 6 || e->operation == 7) {
        kp_putf(out, "%s(AND(%s>=(", e->operation == 7 ? "NOT" : "", cell);
        put_formula(f, e->formulas[0], at, out);
        kp_putf(out, ");%s<=(", cell);
        put_formula(f, e->formulas[1], at, out);
        kp_put(out, ")))");
    } else {
        put_formula(f, e->formulas[0], at, out);
    }
}

static bool holds(format *f, const entry *e, kp_address at) {
    kp_asked asked = {.cell = f->scratch};
    kp_auto_buffer formula = {0};
    put_condition(f, e, at, &formula);
    kp_auto_content content = kp_ask(asked, kp_buffer_text(&formula));
    return content.kind == KP_NUMBER && content.number != 0;
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
    if (i == f->truth_count && i < GROUPS) f->truths[f->truth_count++] = bits;
    return (unsigned char)i;
}

/* ------------------------------------------------------------------------------------ its cells */

/* A walk over the cells of all areas, numbered from 0. */
typedef struct walk {
    size_t area, inside, index;
    kp_address at;
} walk;

static bool next_cell(const format *f, walk *w) {
    while (w->area < f->areas.count && w->inside == kp_moved_count(&f->areas.areas[w->area])) {
        w->area++;
        w->inside = 0;
    }
    if (w->area == f->areas.count) return false;
    w->at = kp_moved_cell(&f->areas.areas[w->area], w->inside++);
    w->index++;
    return true;
}

static unsigned char group_at(const format *f, const walk *w) {
    return f->group[w->index - 1];
}

/* Puts each cell into its group; false where there are too many. */
static bool find_groups(format *f) {
    size_t total = 0;
    for (size_t a = 0; a < f->areas.count; a++)
        total += kp_moved_count(&f->areas.areas[a]);
    f->group = total <= KP_MOVED_CELLS ? calloc(total + 1, 1) : NULL;
    if (f->group == NULL) return false;
    f->scratch = kp_scratch(f->sheet);
    for (walk w = {0}; next_cell(f, &w);)
        f->group[w.index - 1] = group_of(f, truths_at(f, w.at));
    kp_scratch_end(f->scratch);
    return true;
}

/* A row for each condition of ours, with the cells where it holds. */
static void tell_condition(format *f, size_t index) {
    kp_auto_buffer formula = {0};
    kp_auto_buffer cells = {0};
    kp_address corner = corner_of(&f->areas);
    put_condition(f, &f->entries[index], corner, &formula);
    for (walk w = {0}; next_cell(f, &w) && cells.used <= LISTED;) {
        char name[16];
        if ((f->truths[group_at(f, &w)] >> index & 1) == 0) continue;
        kp_cell_name(w.at.column, w.at.row, name);
        kp_putf(&cells, "%s%s", cells.used > 0 ? ", " : "", name);
    }
    if (cells.used == 0)
        kp_put(&cells, kp_wording(kp_t("該当なし", "nowhere"), f->freeze->language));
    kp_basis_row *row = kp_freeze_row(f->freeze, KP_ROW_CONDITION, f->sheet, corner.column,
                                      corner.row, kp_buffer_text(&formula));
    kp_content result = {KP_STRING, 0, strdup(kp_buffer_text(&cells)), 0};
    if (row != NULL)
        kp_basis_set_result(row, result);
    else
        kp_content_end(&result);
}

/* ------------------------------------------------------------------------------- new formats */

static void add_entry(format *f, uno_Interface *made, const entry *e, kp_address base) {
    static const char *const NAMES[] = {"Formula1", "Formula2"};
    size_t position = kp_count(made);
    kp_do(made, "sheet.XConditionalFormat::createEntry", "il", CONDITION, (long)position);
    kp_auto object = kp_element(made, position);
    kp_property_set_long(object, "Operator", e->ours ? ALWAYS : e->operation);
    for (int i = 0; i < 2; i++) {
        bool kept = !e->ours && e->formulas[i] != NULL;
        kp_auto_text text =
            kept ? kp_moved(f->local, f->local, e->formulas[i], f->base, base) : NULL;
        if (i == 0 || text != NULL)
            kp_property_set_text(object, NAMES[i], text == NULL ? "1" : text);
    }
    kp_property_set_text(object, "StyleName", e->style == NULL ? "" : e->style);
}

static uno_Interface *format_by_id(uno_Interface *formats, long id) {
    kp_auto_any any = {0};
    kp_get_any(&any, formats, "sheet.XConditionalFormats::getConditionalFormats", "");
    const uno_Sequence *list = kp_any_sequence(&any);
    for (sal_Int32 i = 0; list != NULL && i < list->nElements; i++) {
        uno_Interface *candidate = kp_sequence_pointer(list, (size_t)i);
        if ((long)kp_property_number(candidate, "ID", -1) != id) continue;
        candidate->acquire(candidate);
        return candidate;
    }
    return NULL;
}

/* The cells of one group as ranges; gives the leftmost cell, of several the topmost: the office lets
 * the formulas of a new format count from there. */
static uno_Interface *group_ranges(format *f, size_t group, kp_address *base) {
    uno_Interface *made = kp_create_in(f->freeze->document, "sheet.SheetCellRanges");
    bool first = true;
    for (walk w = {0}; next_cell(f, &w);) {
        if (group_at(f, &w) != group) continue;
        kp_area area = {w.at.sheet, w.at.column, w.at.row, w.at.column, w.at.row};
        kp_do(made, "sheet.XSheetCellRangeContainer::addRangeAddress", "rb", &area, true);
        if (first || w.at.column < base->column ||
            (w.at.column == base->column && w.at.row < base->row))
            *base = w.at;
        first = false;
    }
    return made;
}

/* A format with those entries whose bits are set; base is where their formulas count from. */
static void make_format(format *f, uno_Interface *ranges, kp_address base, unsigned long bits) {
    kp_auto_any any = {0};
    double id = -1;
    if (!kp_get_any(&any, f->formats, "sheet.XConditionalFormats::createByRange", "o", ranges) ||
        !kp_any_number(&any, &id))
        return;
    kp_auto made = format_by_id(f->formats, (long)id);
    for (size_t i = 0; i < f->count; i++)
        if ((bits >> i & 1) != 0) add_entry(f, made, &f->entries[i], base);
}

static void make_group(format *f, size_t group) {
    if (f->truths[group] == 0) return;
    kp_address base = f->base;
    kp_auto ranges = group_ranges(f, group, &base);
    make_format(f, ranges, base, f->truths[group]);
}

/* Whether a formula reads differently one cell further. */
static bool is_relative(const format *f) {
    kp_address next = {f->base.sheet, f->base.column + 1, f->base.row + 1};
    for (size_t i = 0; i < 2 * f->count; i++) {
        const char *formula = f->entries[i / 2].formulas[i % 2];
        if (formula == NULL || *formula == '\0') continue;
        kp_auto_text here = kp_moved(f->local, f->local, formula, f->base, f->base);
        kp_auto_text there = kp_moved(f->local, f->local, formula, f->base, next);
        if (here != NULL && there != NULL && strcmp(here, there) != 0) return true;
    }
    return false;
}

static void make_area(format *f, const kp_area *area) {
    kp_auto ranges = kp_create_in(f->freeze->document, "sheet.SheetCellRanges");
    kp_do(ranges, "sheet.XSheetCellRangeContainer::addRangeAddress", "rb", area, false);
    make_format(f, ranges, kp_moved_cell(area, 0), ~0UL);
}

/* ------------------------------------------------------------------------------------- whole */

static void replace_format(format *f) {
    if (!find_groups(f)) {
        tell_problem(f, kp_t("条件付き書式の範囲が広すぎます(2万セルまで)。",
                             "a conditional format covers too many cells (20,000 at most)."));
        return;
    }
    for (size_t i = 0; i < f->count; i++)
        if (f->entries[i].ours) tell_condition(f, i);
    kp_do(f->formats, "sheet.XConditionalFormats::removeByID", "l", f->id);
    for (size_t g = 0; g < f->truth_count; g++)
        make_group(f, g);
}

static void spread_format(format *f) {
    kp_do(f->formats, "sheet.XConditionalFormats::removeByID", "l", f->id);
    for (size_t a = 0; a < f->areas.count; a++)
        make_area(f, &f->areas.areas[a]);
}

static void freeze_format(kp_freeze *freeze, uno_Interface *sheet, uno_Interface *formats,
                          uno_Interface *object) {
    format *f = calloc(1, sizeof *f);
    if (f == NULL) return;
    f->freeze = freeze;
    f->sheet = sheet;
    f->formats = formats;
    f->local = kp_moved_parser(freeze->document, false);
    f->english = kp_moved_parser(freeze->document, true);
    bool ours = false;
    if (read_format(f, object, &ours)) {
        if (ours)
            replace_format(f);
        else if (is_relative(f))
            spread_format(f);
    }
    end_format(f);
}

void kp_freeze_formats(kp_freeze *freeze, uno_Interface *sheet) {
    kp_auto formats = kp_property_object(sheet, "ConditionalFormats");
    kp_auto_any any = {0};
    kp_get_any(&any, formats, "sheet.XConditionalFormats::getConditionalFormats", "");
    const uno_Sequence *list = kp_any_sequence(&any);
    for (sal_Int32 i = 0; list != NULL && i < list->nElements; i++)
        freeze_format(freeze, sheet, formats, kp_sequence_pointer(list, (size_t)i));
}
