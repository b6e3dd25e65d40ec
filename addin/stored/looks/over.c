/* SPDX-License-Identifier: MPL-2.0
 *
 * over.c: what the content of an .ods says beside values.
 */
#include "stored/looks/over.h"

#include <stdlib.h>
#include <string.h>

#include "stored/colour.h"
#include "stored/format.h"
#include "stored/looks/pieces.h"
#include "stored/rule.h"
#include "stored/shift.h"
#include "stored/values.h"

enum { MOST_RULES = 200000, MOST_VALIDITIES = 20000, MOST_FOREIGN = 2000, MOST_SIZES = 100000 };

static bool begins(const char *text, const char *with) {
    return strncmp(text, with, strlen(with)) == 0;
}

static const char *keep(kp_over *o, const char *text) {
    return kp_workbook_keep(o->workbook, text, strlen(text));
}

static void tell(kp_over *o, kp_foreign_kind kind, const char *where, const char *what) {
    if (o->workbook->foreign_count < MOST_FOREIGN)
        kp_workbook_add_foreign(o->workbook, kind, where, what);
}

/* What stands in the cell, or on the sheet, that is read now. */
static void tell_here(kp_over *o, kp_foreign_kind kind, const char *what) {
    kp_buffer_clear(&o->place);
    if (o->sheet != NULL) kp_put(&o->place, o->sheet->name);
    if (o->sheet != NULL && o->column >= 0) {
        kp_put(&o->place, " ");
        kp_stored_put_place(&o->place, o->column, o->row);
    }
    tell(o, kind, kp_buffer_text(&o->place), what);
}

/* ---------------------------------------------------------------------------------- positions */

static void on_table(void *data, const kp_xml_element *element) {
    kp_over *o = data;
    bool known = o->sheets < o->workbook->count;
    o->sheet = known ? &o->workbook->sheets[o->sheets++] : NULL;
    o->row = o->rows = 0;
    o->column = -1;
    o->columns = 0;
    const char *style = KP_WALK_GET(element, "table:style-name");
    const kp_style_pair *master = kp_style_pair_of(&o->styles.sheets, style);
    const kp_style_pair *page =
        kp_style_pair_of(&o->styles.pages, master == NULL ? NULL : master->value);
    if (o->sheet == NULL || page == NULL) return;
    o->sheet->header = page->value;
    o->sheet->footer = page->second;
}

static void on_row(void *data, const kp_xml_element *element) {
    kp_over *o = data;
    const char *repeated = KP_WALK_GET(element, "table:number-rows-repeated");
    o->rows = *repeated == '\0' ? 1 : kp_stored_count(repeated, 1, KP_MOST_ROWS);
    o->column = 0;
    double points = kp_style_size(&o->styles.rows, KP_WALK_GET(element, "table:style-name"));
    if (points > 0 && o->sheet != NULL && o->sheet->heights.count < MOST_SIZES)
        kp_workbook_add_size(o->workbook, &o->sheet->heights,
                             (kp_stored_size){o->row, o->row + o->rows - 1, points});
}

static void on_columns(void *data, const kp_xml_element *element) {
    kp_over *o = data;
    const char *repeated = KP_WALK_GET(element, "table:number-columns-repeated");
    long count = *repeated == '\0' ? 1 : kp_stored_count(repeated, 1, KP_MOST_COLUMNS);
    double points = kp_style_size(&o->styles.columns, KP_WALK_GET(element, "table:style-name"));
    if (points > 0 && o->sheet != NULL && o->sheet->widths.count < MOST_SIZES)
        kp_workbook_add_size(o->workbook, &o->sheet->widths,
                             (kp_stored_size){o->columns, o->columns + count - 1, points});
    o->columns += count;
}

static void on_row_end(void *data, const char *text, size_t length) {
    (void)text;
    (void)length;
    kp_over *o = data;
    o->row += o->rows;
    o->column = -1;
}

static const kp_validity *validity_of(const kp_over *o, const char *name) {
    size_t number = kp_index_get(&o->validity_names, name);
    return number == 0 ? NULL : &o->validities[number - 1];
}

static void add_validity(kp_over *o, const kp_validity *v, kp_stored_area area);

static void on_cell(void *data, const kp_xml_element *element) {
    kp_over *o = data;
    const char *name = KP_WALK_GET(element, "table:content-validation-name");
    const char *repeated = KP_WALK_GET(element, "table:number-columns-repeated");
    long count = *repeated == '\0' ? 1 : kp_stored_count(repeated, 1, KP_MOST_COLUMNS);
    const kp_validity *validity = *name == '\0' ? NULL : validity_of(o, name);
    kp_stored_area area = {o->column, o->row, o->column + count - 1, o->row + o->rows - 1};
    if (validity != NULL && o->sheet != NULL && o->rules++ < MOST_RULES)
        add_validity(o, validity, area);
    o->column += count - 1; /* what is in the cell stands at its last column; one cell mostly */
}

static void on_cell_end(void *data, const char *text, size_t length) {
    (void)text;
    (void)length;
    kp_over *o = data;
    o->column++;
}

/* Letters of a part of a cell's text that nobody sees on white. */
static void on_span(void *data, const kp_xml_element *element) {
    kp_over *o = data;
    const char *name = KP_WALK_GET(element, "text:style-name");
    if (*name == '\0' || o->sheet == NULL || o->column < 0) return;
    kp_stored_look look = kp_style_letters(&o->styles, name);
    if (!kp_colour_is_faint(look.colour, -1) && look.size >= KP_TINY_LETTERS && !look.unlettered)
        return;
    kp_stored_area at = {o->column, o->row, o->column, o->row};
    if (o->sheet->faint.count < MOST_FOREIGN)
        kp_workbook_add_area(o->workbook, &o->sheet->faint, at);
}

/* ----------------------------------------------------------------------------------- validity */

static void on_validity(void *data, const kp_xml_element *element) {
    kp_over *o = data;
    o->now = (kp_validity){.name = keep(o, KP_WALK_GET(element, "table:name")),
                           .condition = keep(o, KP_WALK_GET(element, "table:condition")),
                           .base = keep(o, KP_WALK_GET(element, "table:base-cell-address")),
                           .style = "",
                           .blank = KP_WALK_TRUE(element, "table:allow-empty-cell", true)};
}

static void on_refusal(void *data, const kp_xml_element *element) {
    kp_over *o = data;
    const char *style = KP_WALK_GET(element, "table:message-type");
    o->now.told = KP_WALK_TRUE(element, "table:display", false);
    o->now.style = strcmp(style, "stop") == 0 ? "" : keep(o, style);
}

static void on_hint_end(void *data, const char *text, size_t length) {
    kp_over *o = data;
    kp_auto_buffer hint = {0};
    kp_hint_put(&hint, text, length);
    if (o->hint_shown) o->now.hint = keep(o, kp_buffer_text(&hint));
}

static void on_hint(void *data, const kp_xml_element *element) {
    kp_over *o = data;
    o->hint_shown = KP_WALK_TRUE(element, "table:display", false);
}

static void on_validity_end(void *data, const char *text, size_t length) {
    (void)text;
    (void)length;
    kp_over *o = data;
    if (o->validity_count == o->validity_size) {
        size_t wider = o->validity_size == 0 ? 256 : o->validity_size * 2;
        kp_validity *more =
            wider > MOST_VALIDITIES ? NULL : realloc(o->validities, wider * sizeof *more);
        if (more == NULL) o->workbook->failed = true;
        if (more == NULL) return;
        o->validities = more;
        o->validity_size = wider;
    }
    if (o->now.name == NULL || o->now.condition == NULL || o->now.style == NULL) return;
    o->validities[o->validity_count++] = o->now;
    if (!kp_index_put(&o->validity_names, o->now.name, o->validity_count))
        o->workbook->failed = true;
}

/* ------------------------------------------------------------------ conditions as the file has them */

/* The rule as one text that lives as long as the workbook; relative references count from `base`. */
static const char *spell(kp_over *o, const kp_pieces *p, const char *base, const char *effect) {
    kp_auto_buffer first = {0};
    kp_auto_buffer second = {0};
    kp_auto_buffer out = {0};
    kp_stored_area cell = {0, 0, 0, 0};
    kp_stored_read_area(&base, &cell);
    if (p->first.used > 0) kp_putf(&first, "of:=%s", p->first.text);
    if (p->second.used > 0) kp_putf(&second, "of:=%s", p->second.text);
    kp_rule rule = {.format = KP_ODS,
                    .kind = kp_buffer_text(&p->kind),
                    .operation = p->operation,
                    .first = first.text,
                    .second = second.text,
                    .effect = effect,
                    .column = cell.left,
                    .row = cell.top};
    kp_rule_put(&out, &rule);
    return kp_workbook_keep(o->workbook, kp_buffer_text(&out), out.used);
}

static void add_validity(kp_over *o, const kp_validity *v, kp_stored_area area) {
    kp_pieces p = {{0}, {0}, {0}, ""};
    kp_auto_buffer effect = {0};
    kp_pieces_validity(&p, v->condition);
    kp_validity_put(&effect, v->told, v->style, v->blank, v->hint);
    const char *text = spell(o, &p, v->base, kp_buffer_text(&effect));
    if (text != NULL && p.kind.used > 0)
        kp_workbook_add_rule(o->workbook, &o->sheet->validities, area, text);
    kp_pieces_end(&p);
}

static void put_effect(const kp_over *o, kp_buffer *out, const char *style) {
    kp_stored_look look = kp_style_look(&o->styles, style);
    kp_change_put(out, &look);
}

static void on_condition_areas(void *data, const kp_xml_element *element) {
    kp_over *o = data;
    const char *areas = KP_WALK_GET(element, "calcext:target-range-address");
    kp_stored_area area;
    o->areas.count = 0;
    while (kp_stored_read_area(&areas, &area) && o->rules++ < MOST_RULES) {
        kp_workbook_add_area(o->workbook, &o->areas, area);
        areas += strspn(areas, " ");
    }
}

static void add_conditions(kp_over *o, const char *text) {
    if (text != NULL && !kp_index_put(&o->spelled, text, 1)) o->workbook->failed = true;
    for (size_t i = 0; text != NULL && i < o->areas.count && o->sheet != NULL; i++)
        kp_workbook_add_rule(o->workbook, &o->sheet->conditions, o->areas.area[i], text);
}

static void on_condition(void *data, const kp_xml_element *element) {
    kp_over *o = data;
    kp_pieces p = {{0}, {0}, {0}, ""};
    kp_auto_buffer effect = {0};
    kp_pieces_condition(&p, KP_WALK_GET(element, "calcext:value"));
    put_effect(o, &effect, KP_WALK_GET(element, "calcext:apply-style-name"));
    add_conditions(o, spell(o, &p, KP_WALK_GET(element, "calcext:base-cell-address"),
                            kp_buffer_text(&effect)));
    kp_pieces_end(&p);
}

/* Bars, icons, scales of colours, days. */
static void on_other_condition(void *data, const kp_xml_element *element) {
    kp_over *o = data;
    add_conditions(o, kp_workbook_keep(o->workbook, element->name.text, element->name.length));
}

/* The office writes each condition at the styles of its cells, too. One that is only there is told at its
 * own cell. */
void kp_over_maps(kp_over *o) {
    for (size_t i = 0; i < o->styles.map_count; i++) {
        const kp_style_map *map = &o->styles.maps[i];
        if (map->condition == NULL || map->base == NULL || map->applied == NULL) continue;
        kp_pieces p = {{0}, {0}, {0}, ""};
        kp_auto_buffer effect = {0};
        kp_pieces_condition(&p,
                            begins(map->condition, "of:") ? map->condition + 3 : map->condition);
        put_effect(o, &effect, map->applied);
        const char *text = spell(o, &p, map->base, kp_buffer_text(&effect));
        kp_pieces_end(&p);
        bool found = text == NULL || kp_index_get(&o->spelled, text) != 0;
        const char *base = map->base;
        kp_stored_area cell = {0, 0, 0, 0};
        kp_stored_read_area(&base, &cell);
        if (!found && o->workbook->count > 0)
            kp_workbook_add_rule(o->workbook, &o->workbook->sheets[0].conditions, cell, text);
    }
}

/* ------------------------------------------------------------------------------------- foreign */

static void on_macro(void *data, const kp_xml_element *element) {
    kp_over *o = data;
    kp_buffer_clear(&o->what);
    kp_put_bytes(&o->what, element->name.text, element->name.length);
    const char *target = KP_WALK_GET(element, "xlink:href");
    if (*target != '\0') kp_putf(&o->what, " %s", target);
    tell_here(o, KP_FOREIGN_MACRO, kp_buffer_text(&o->what));
}

static void on_link(void *data, const kp_xml_element *element) {
    kp_over *o = data;
    const char *target = KP_WALK_GET(element, "xlink:href");
    kp_buffer_clear(&o->what);
    kp_put_bytes(&o->what, element->name.text, element->name.length);
    kp_putf(&o->what, " %s", target);
    tell_here(o, KP_FOREIGN_LINK, kp_buffer_text(&o->what));
}

static void on_note_end(void *data, const char *text, size_t length) {
    (void)length;
    tell_here(data, KP_FOREIGN_NOTE, text);
}

static void on_shape(void *data, const kp_xml_element *element) {
    kp_over *o = data;
    o->kind = KP_FOREIGN_OBJECT;
    o->chart = false;
    kp_buffer_clear(&o->what);
    kp_put_bytes(&o->what, element->name.text, element->name.length);
}

/* An embedded chart is the one thing that a form has, too; its picture beside it counts not. */
static void on_object(void *data, const kp_xml_element *element) {
    kp_over *o = data;
    const char *target = KP_WALK_GET(element, "xlink:href");
    if (begins(target, "./")) target += 2;
    kp_buffer_clear(&o->what);
    kp_putf(&o->what, "object %s", target);
    o->chart = o->sheet != NULL && kp_style_pair_of(&o->objects, target) != NULL;
}

static void on_image(void *data, const kp_xml_element *element) {
    kp_over *o = data;
    const char *target = KP_WALK_GET(element, "xlink:href");
    bool own = begins(target, "./ObjectReplacements/") || begins(target, "ObjectReplacements/");
    bool inside = begins(target, "./") || begins(target, "Pictures/") || *target == '\0';
    if (own) return;
    o->chart = false;
    o->kind = inside ? KP_FOREIGN_PICTURE : KP_FOREIGN_LINK;
    kp_buffer_clear(&o->what);
    kp_putf(&o->what, "image %s", target);
}

static void add_chart(kp_over *o) {
    const kp_style_pair *object = kp_style_pair_of(&o->objects, kp_buffer_text(&o->what) + 7);
    o->sheet->charts++;
    if (object != NULL && object->value != NULL)
        kp_workbook_add_drawn(o->workbook, o->sheet, object->value);
}

static void on_shape_end(void *data, const char *text, size_t length) {
    (void)text;
    (void)length;
    kp_over *o = data;
    if (o->chart)
        add_chart(o);
    else
        tell_here(o, o->kind, kp_buffer_text(&o->what));
}

static void on_pivot(void *data, const kp_xml_element *element) {
    on_shape(data, element);
    on_shape_end(data, "", 0);
}

enum {
    BODY = KP_STYLE_PLACES,
    BOOK,
    VALIDITIES,
    VALIDITY,
    HINT,
    LEAF,
    TABLE,
    ROWS,
    ROW,
    CELL,
    PARAGRAPH,
    SHAPES,
    SHAPE,
    NOTE,
    FORMATS,
    FORMAT,
    SCRIPTS,
    LINKS
};

static const kp_walk_step STEPS[] = {
    {ROW, "table:table-cell", CELL, on_cell, on_cell_end},
    {ROW, "table:covered-table-cell", CELL, on_cell, on_cell_end},
    {CELL, "text:p", PARAGRAPH, NULL, NULL},
    {PARAGRAPH, "text:span", PARAGRAPH, on_span, NULL},
    {PARAGRAPH, "text:a", PARAGRAPH, on_link, NULL},
    {CELL, "office:annotation", NOTE, NULL, on_note_end},
    {NOTE, "text:p", NOTE, NULL, NULL},
    {NOTE, "text:span", NOTE, NULL, NULL},
    {NOTE, "text:a", NOTE, on_link, NULL},
    {CELL, "table:detective", LEAF, NULL, NULL},
    {CELL, "table:cell-range-source", LEAF, on_link, NULL},
    {CELL, "*", SHAPE, on_shape, on_shape_end},
    {SHAPE, "draw:object", LEAF, on_object, NULL},
    {SHAPE, "draw:object-ole", LEAF, on_object, NULL},
    {SHAPE, "draw:image", LEAF, on_image, NULL},
    {SHAPE, "office:event-listeners", SCRIPTS, NULL, NULL},
    {TABLE, "table:table-row", ROW, on_row, on_row_end},
    {TABLE, "table:table-row-group", TABLE, NULL, NULL},
    {TABLE, "table:table-header-rows", TABLE, NULL, NULL},
    {TABLE, "table:table-rows", TABLE, NULL, NULL},
    {TABLE, "table:table-column", LEAF, on_columns, NULL},
    {TABLE, "table:table-column-group", TABLE, NULL, NULL},
    {TABLE, "table:table-header-columns", TABLE, NULL, NULL},
    {TABLE, "table:table-columns", TABLE, NULL, NULL},
    {TABLE, "table:shapes", SHAPES, NULL, NULL},
    {SHAPES, "*", SHAPE, on_shape, on_shape_end},
    {TABLE, "table:table-source", LEAF, on_link, NULL},
    {TABLE, "office:dde-source", LEAF, on_link, NULL},
    {TABLE, "office:event-listeners", SCRIPTS, NULL, NULL},
    {TABLE, "office:forms", SHAPES, NULL, NULL},
    {TABLE, "calcext:conditional-formats", FORMATS, NULL, NULL},
    {FORMATS, "calcext:conditional-format", FORMAT, on_condition_areas, NULL},
    {FORMAT, "calcext:condition", LEAF, on_condition, NULL},
    {FORMAT, "*", LEAF, on_other_condition, NULL},
    {KP_STYLE_DOCUMENT, "office:scripts", SCRIPTS, NULL, NULL},
    {SCRIPTS, "office:event-listeners", SCRIPTS, NULL, NULL},
    {SCRIPTS, "*", LEAF, on_macro, NULL},
    {KP_STYLE_DOCUMENT, "office:body", BODY, NULL, NULL},
    {BODY, "office:spreadsheet", BOOK, NULL, NULL},
    {BOOK, "table:table", TABLE, on_table, NULL},
    {BOOK, "table:content-validations", VALIDITIES, NULL, NULL},
    {VALIDITIES, "table:content-validation", VALIDITY, on_validity, on_validity_end},
    {VALIDITY, "table:error-message", LEAF, on_refusal, NULL},
    {VALIDITY, "table:help-message", HINT, on_hint, on_hint_end},
    {HINT, "text:p", HINT, NULL, NULL},
    {VALIDITY, "table:error-macro", LEAF, on_macro, NULL},
    {VALIDITY, "office:event-listeners", SCRIPTS, NULL, NULL},
    {BOOK, "table:dde-links", LINKS, NULL, NULL},
    {LINKS, "*", LEAF, on_link, NULL},
    {BOOK, "table:data-pilot-tables", LINKS + 1, NULL, NULL},
    {LINKS + 1, "*", LEAF, on_pivot, NULL},
    {BOOK, "table:tracked-changes", LEAF, on_pivot, NULL},
    {BOOK, "table:consolidation", LEAF, on_pivot, NULL},
    {BOOK, "office:forms", SHAPES, NULL, NULL}};
enum { OVER_STEPS = sizeof STEPS / sizeof *STEPS };

kp_xml_end kp_over_read(kp_over *o, char *text, size_t length) {
    kp_walk_step steps[OVER_STEPS + KP_STYLE_STEPS];
    memcpy(steps, STEPS, sizeof STEPS);
    memcpy(steps + OVER_STEPS, KP_STYLE, sizeof(kp_walk_step) * KP_STYLE_STEPS);
    o->column = -1;
    o->sheet = NULL;
    return kp_walk(text, length, steps, KP_LOOKS_SPACES, o, NULL);
}

void kp_over_end(kp_over *o) {
    kp_styles_end(&o->styles);
    free(o->validities);
    kp_index_end(&o->validity_names);
    kp_index_end(&o->spelled);
    free(o->areas.area);
    free(o->objects.pair);
    kp_buffer_end(&o->place);
    kp_buffer_end(&o->what);
    kp_buffer_end(&o->drawn);
}
