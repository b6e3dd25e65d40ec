/* SPDX-License-Identifier: MPL-2.0
 *
 * over.c: what a sheet of an .xlsx says beside its cells.
 */
#include "stored/xlsx/over.h"

#include <string.h>

#include "stored/format.h"
#include "stored/rule.h"
#include "stored/shift.h"

enum { MOST_AREAS = 200000 };

static void copy_word(char *word, size_t size, const char *text) {
    size_t length = strlen(text);
    if (length >= size) length = size - 1;
    memcpy(word, text, length);
    word[length] = '\0';
}

static void on_defaults(void *data, const kp_xml_element *element) {
    kp_xlsx_over *o = data;
    o->rows_hidden = KP_WALK_TRUE(element, "zeroHeight", false);
}

/* What a reader sees in place of numbers; the office lets each sheet say so. */
static void on_view(void *data, const kp_xml_element *element) {
    kp_xlsx_over *o = data;
    if (KP_WALK_TRUE(element, "showFormulas", false))
        kp_workbook_add_setting(o->workbook, "ShowFormulas", "true");
    if (!KP_WALK_TRUE(element, "showZeros", true))
        kp_workbook_add_setting(o->workbook, "ShowZeroValues", "false");
}

static void on_guard(void *data, const kp_xml_element *element) {
    kp_xlsx_over *o = data;
    o->sheet->guarded = KP_WALK_TRUE(element, "sheet", false);
}

static void on_merged(void *data, const kp_xml_element *element) {
    kp_xlsx_over *o = data;
    kp_stored_area area;
    const char *end = NULL;
    if (kp_shift_area(KP_WALK_GET(element, "ref"), &end, &area) && o->rules++ < MOST_AREAS)
        kp_workbook_add_area(o->workbook, &o->sheet->merged, area);
}

/* -------------------------------------------------------------------------------------- rules */

static void on_areas(void *data, const kp_xml_element *element) {
    kp_xlsx_over *o = data;
    kp_buffer_clear(&o->rule.areas);
    kp_put(&o->rule.areas, KP_WALK_GET(element, "sqref"));
}

static void on_rule(void *data, const kp_xml_element *element) {
    kp_xlsx_over *o = data;
    kp_xlsx_rule *rule = &o->rule;
    copy_word(rule->kind, sizeof rule->kind, KP_WALK_GET(element, "type"));
    copy_word(rule->operation, sizeof rule->operation, KP_WALK_GET(element, "operator"));
    copy_word(rule->style, sizeof rule->style, KP_WALK_GET(element, "errorStyle"));
    rule->told = KP_WALK_TRUE(element, "showErrorMessage", false);
    rule->blank = KP_WALK_TRUE(element, "allowBlank", false);
    const char *hint = KP_WALK_GET(element, "prompt");
    kp_buffer_clear(&rule->hint);
    if (KP_WALK_TRUE(element, "showInputMessage", false))
        kp_hint_put(&rule->hint, hint, strlen(hint));
    rule->change = KP_WALK_LONG(element, "dxfId", -1);
    rule->formulas = 0;
    kp_buffer_clear(&rule->formula[0]);
    kp_buffer_clear(&rule->formula[1]);
}

static void on_validity(void *data, const kp_xml_element *element) {
    on_areas(data, element);
    on_rule(data, element);
}

static void on_formula_end(void *data, const char *text, size_t length) {
    kp_xlsx_over *o = data;
    if (o->rule.formulas < 2) kp_put_bytes(&o->rule.formula[o->rule.formulas], text, length);
    o->rule.formulas++;
}

static const char *operation_of(const kp_xlsx_rule *rule, const char *otherwise) {
    static const char *const WORDS[][2] = {{"equal", "="},           {"notEqual", "<>"},
                                           {"lessThan", "<"},        {"lessThanOrEqual", "<="},
                                           {"greaterThan", ">"},     {"greaterThanOrEqual", ">="},
                                           {"between", "between"},   {"notBetween", "not between"},
                                           {"containsText", "text"}, {"notContains", "not text"}};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (strcmp(rule->operation, WORDS[i][0]) == 0) return WORDS[i][1];
    return rule->operation[0] == '\0' ? otherwise : rule->operation;
}

/* The next of some areas, such as "B3:D9 F1"; false at the end. */
static bool next_area(const char **at, kp_stored_area *area) {
    for (*at += strspn(*at, " "); **at != '\0'; *at += strspn(*at, " ")) {
        const char *end = *at;
        bool understood = kp_shift_area(*at, &end, area);
        *at = end + strcspn(end, " ");
        if (understood) return true;
    }
    return false;
}

/* Not every program counts from the first area's corner. Where the formula speaks of a
 * cell in one of them, that is the cell for which it stands. */
static void find_base(kp_rule *rule, const char *areas) {
    long column = rule->column;
    long row = rule->row;
    kp_stored_area area;
    if (rule->first == NULL || !kp_shift_first(rule->first, &column, &row)) return;
    for (const char *at = areas; next_area(&at, &area);) {
        bool inside =
            column >= area.left && column <= area.right && row >= area.top && row <= area.bottom;
        if (!inside) continue;
        rule->column = column;
        rule->row = row;
        return;
    }
}

/* The rule for each of its areas; its formulas count from the first one's corner. */
static void add_rule(kp_xlsx_over *o, kp_stored_rules *rules, kp_rule *rule) {
    const char *areas = kp_buffer_text(&o->rule.areas);
    kp_stored_area area;
    rule->format = KP_XLSX;
    const char *first = areas;
    if (!next_area(&first, &area)) return;
    rule->column = area.left;
    rule->row = area.top;
    find_base(rule, areas);
    kp_auto_buffer text = {0};
    kp_rule_put(&text, rule);
    const char *spelled = kp_workbook_keep(o->workbook, kp_buffer_text(&text), text.used);
    for (const char *at = areas; next_area(&at, &area) && o->rules++ < MOST_AREAS;)
        kp_workbook_add_rule(o->workbook, rules, area, spelled);
}

/* Kinds that say what their formula says, too. */
static bool has_formula(const char *kind) {
    static const char *const KINDS[] = {"expression",     "containsErrors",  "notContainsErrors",
                                        "containsBlanks", "beginsWith",      "endsWith",
                                        "containsText",   "notContainsText", "notContainsBlanks"};
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (strcmp(kind, KINDS[i]) == 0) return true;
    return false;
}

static void on_condition_end(void *data, const char *text, size_t length) {
    (void)text;
    (void)length;
    kp_xlsx_over *o = data;
    const kp_xlsx_rule *now = &o->rule;
    bool formula = has_formula(now->kind) && now->formulas > 0;
    bool value = strcmp(now->kind, "cellIs") == 0;
    bool known = now->change >= 0 && (size_t)now->change < o->styles->change_count;
    kp_rule rule = {.kind = formula ? "formula"
                            : value ? "value"
                                    : now->kind,
                    .operation = formula ? "" : operation_of(now, ""),
                    .first = kp_buffer_text(&now->formula[0]),
                    .second = kp_buffer_text(&now->formula[1]),
                    .effect = known ? o->styles->changes[now->change] : ""};
    add_rule(o, &o->sheet->conditions, &rule);
}

/* A list is written in quotes, with commas: "はい,いいえ". Anything else is a formula. */
static bool take_list(const kp_xlsx_rule *now, kp_buffer *list) {
    const char *text = kp_buffer_text(&now->formula[0]);
    size_t length = strlen(text);
    if (strcmp(now->kind, "list") != 0 || length < 2 || *text != '"') return false;
    kp_put(list, "list ");
    for (size_t i = 1; i + 1 < length; i++)
        kp_put_bytes(list, text[i] == ',' ? ";" : text + i, 1);
    return true;
}

static void on_validity_end(void *data, const char *text, size_t length) {
    (void)text;
    (void)length;
    kp_xlsx_over *o = data;
    const kp_xlsx_rule *now = &o->rule;
    if (now->kind[0] == '\0' || strcmp(now->kind, "none") == 0) return;
    kp_auto_buffer effect = {0};
    kp_validity_put(&effect, now->told, now->style, now->blank, kp_buffer_text(&now->hint));
    kp_auto_buffer list = {0};
    bool listed = take_list(now, &list);
    bool compared = strcmp(now->kind, "list") != 0 && strcmp(now->kind, "custom") != 0;
    kp_rule rule = {.kind = listed ? kp_buffer_text(&list) : now->kind,
                    .operation = compared ? operation_of(now, "between") : "",
                    .first = listed ? NULL : kp_buffer_text(&now->formula[0]),
                    .second = kp_buffer_text(&now->formula[1]),
                    .effect = kp_buffer_text(&effect)};
    add_rule(o, &o->sheet->validities, &rule);
}

/* A rule of the newer kind has its cells behind it, and is none of ours: told as it stands. */
static void on_newer_rule(void *data, const kp_xml_element *element) {
    on_rule(data, element);
}

static void on_newer_areas_end(void *data, const char *text, size_t length) {
    (void)length;
    kp_xlsx_over *o = data;
    kp_buffer_clear(&o->rule.areas);
    kp_put(&o->rule.areas, text);
    kp_rule rule = {.kind = o->rule.kind[0] == '\0' ? "newer" : o->rule.kind,
                    .operation = "",
                    .first = kp_buffer_text(&o->rule.formula[0]),
                    .effect = "of 2010"};
    add_rule(o, &o->sheet->conditions, &rule);
}

/* --------------------------------------------------------------------------- header and footer */

/* "&L&8&F&C&A": what is said, without fields, sizes and fonts. */
static void put_printed(kp_buffer *out, const char *text) {
    for (const char *at = text; *at != '\0'; at++) {
        if (*at != '&') {
            kp_put_bytes(out, at, 1);
            continue;
        }
        at++;
        if (*at == '\0') return;
        if (*at == '"') {
            at += strcspn(at + 1, "\"") + 1;
            if (*at == '\0') return;
        } else if (*at >= '0' && *at <= '9') {
            at += strspn(at, "0123456789") - 1;
        } else if (strchr("LCR", *at) != NULL) {
            kp_putf(out, "%c%c", KP_PRINTED_PART, *at);
        } else if (*at == '&') {
            kp_put(out, "&");
        } else if (*at == 'K') {
            at += strspn(at + 1, "0123456789ABCDEFabcdef+-");
        }
    }
}

static void keep_printed(kp_xlsx_over *o, const char **place, const char *text) {
    if (*place != NULL || *text == '\0') return;
    kp_auto_buffer raw = {0};
    kp_auto_buffer out = {0};
    put_printed(&raw, text);
    kp_printed_put(&out, kp_buffer_text(&raw));
    if (out.used > 0) *place = kp_workbook_keep(o->workbook, out.text, out.used);
}

static void on_header_end(void *data, const char *text, size_t length) {
    (void)length;
    kp_xlsx_over *o = data;
    keep_printed(o, &o->sheet->header, text);
}

static void on_footer_end(void *data, const char *text, size_t length) {
    (void)length;
    kp_xlsx_over *o = data;
    keep_printed(o, &o->sheet->footer, text);
}

enum {
    SHEET = KP_OVER_SHEET,
    GUARD = KP_OVER_PLACES,
    VIEWS,
    MERGED,
    CONDITIONS,
    CONDITION,
    VALIDITIES,
    VALIDITY,
    FORMULA,
    PRINTED,
    EXTENSIONS,
    EXTENSION,
    NEWER_LIST,
    NEWER
};

const kp_walk_step KP_OVER[KP_OVER_STEPS] = {
    {0, "s:worksheet", SHEET, NULL, NULL},
    {SHEET, "s:sheetFormatPr", GUARD, on_defaults, NULL},
    {SHEET, "s:sheetViews", VIEWS, NULL, NULL},
    {VIEWS, "s:sheetView", GUARD, on_view, NULL},
    {SHEET, "s:sheetProtection", GUARD, on_guard, NULL},
    {SHEET, "s:mergeCells", MERGED, NULL, NULL},
    {MERGED, "s:mergeCell", GUARD, on_merged, NULL},
    {SHEET, "s:conditionalFormatting", CONDITIONS, on_areas, NULL},
    {CONDITIONS, "s:cfRule", CONDITION, on_rule, on_condition_end},
    {CONDITION, "s:formula", FORMULA, NULL, on_formula_end},
    {SHEET, "s:dataValidations", VALIDITIES, NULL, NULL},
    {VALIDITIES, "s:dataValidation", VALIDITY, on_validity, on_validity_end},
    {VALIDITY, "s:formula1", FORMULA, NULL, on_formula_end},
    {VALIDITY, "s:formula2", FORMULA, NULL, on_formula_end},
    {SHEET, "s:headerFooter", PRINTED, NULL, NULL},
    {PRINTED, "s:oddHeader", FORMULA, NULL, on_header_end},
    {PRINTED, "s:oddFooter", FORMULA, NULL, on_footer_end},
    {PRINTED, "s:firstHeader", FORMULA, NULL, on_header_end},
    {PRINTED, "s:firstFooter", FORMULA, NULL, on_footer_end},
    {SHEET, "s:extLst", EXTENSIONS, NULL, NULL},
    {EXTENSIONS, "s:ext", EXTENSION, NULL, NULL},
    {EXTENSION, "x14:conditionalFormattings", NEWER_LIST, NULL, NULL},
    {NEWER_LIST, "x14:conditionalFormatting", NEWER, NULL, NULL},
    {NEWER, "x14:cfRule", CONDITION, on_newer_rule, NULL},
    {CONDITION, "xm:f", FORMULA, NULL, on_formula_end},
    {NEWER, "xm:sqref", FORMULA, NULL, on_newer_areas_end},
    {0, NULL, 0, NULL, NULL}};

void kp_xlsx_over_end(kp_xlsx_over *over) {
    kp_buffer_end(&over->rule.formula[0]);
    kp_buffer_end(&over->rule.formula[1]);
    kp_buffer_end(&over->rule.areas);
    kp_buffer_end(&over->rule.hint);
}
