/* SPDX-License-Identifier: MPL-2.0
 *
 * validity.c: validity rules.
 */
#include "submit/validity.h"

#include <stdlib.h>
#include <string.h>

#include "submit/moved.h"
#include "uno/access.h"

enum { ANY = 0, CUSTOM = 7 }; /* com.sun.star.sheet.ValidationType */

typedef struct rule {
    kp_freeze *freeze;
    uno_Interface *sheet, *object, *english, *scratch;
    kp_address base;
    char *formulas[2];
} rule;

static const char *const GETTERS[] = {"sheet.XSheetCondition::getFormula1",
                                      "sheet.XSheetCondition::getFormula2"};
static const char *const SETTERS[] = {"sheet.XSheetCondition::setFormula1",
                                      "sheet.XSheetCondition::setFormula2"};

static void set_formula(rule *r, int which, const kp_content *value) {
    kp_auto_buffer text = {0};
    if (value->kind == KP_NUMBER)
        kp_put_number(&text, value->number, 17);
    else
        kp_putf(&text, "\"%s\"", value->text == NULL ? "" : value->text);
    kp_do(r->object, SETTERS[which], "s", kp_buffer_text(&text));
}

/* Takes over the value. */
static void tell_rule(rule *r, kp_address at, const char *formula, kp_content value) {
    kp_basis_row *row =
        kp_freeze_row(r->freeze, KP_ROW_VALIDITY, r->sheet, at.column, at.row, formula);
    if (row != NULL)
        kp_basis_set_result(row, value);
    else
        kp_content_end(&value);
}

/* Replaces the formulas of ours in the rule by their values at that cell. */
static void evaluate_rule(rule *r, kp_address at) {
    kp_asked asked = {.cell = r->scratch};
    for (int i = 0; i < 2; i++) {
        if (!kp_moved_reaches(r->freeze, r->formulas[i])) continue;
        kp_auto_buffer formula = {0};
        kp_put(&formula, "=");
        kp_moved_put(r->english, r->english, r->formulas[i], r->base, at, &formula);
        kp_content value = kp_ask(asked, kp_buffer_text(&formula));
        set_formula(r, i, &value);
        tell_rule(r, at, kp_buffer_text(&formula), value);
    }
}

static void apply_rule(rule *r, kp_area area) {
    kp_auto cells = kp_area_cells(r->sheet, area);
    kp_do(cells, "beans.XPropertySet::setPropertyValue", "so", "Validation", r->object);
}

static void drop_rule(rule *r, kp_area area) {
    sal_Int32 none = ANY;
    kp_property_set_of(r->object, "Type", &none, "com.sun.star.sheet.ValidationType");
    for (int i = 0; i < 2; i++)
        kp_do(r->object, SETTERS[i], "s", "");
    kp_content words = {
        KP_STRING, 0,
        strdup(kp_wording(kp_t("制限なし(アドインなしでは判定できないため)",
                               "no restriction (it cannot be judged without the add-in)"),
                          r->freeze->language)),
        0};
    kp_auto_buffer formula = {0};
    kp_putf(&formula, "=%s", r->formulas[0]);
    tell_rule(r, kp_moved_cell(&area, 0), kp_buffer_text(&formula), words);
    apply_rule(r, area);
}

static bool absolute(rule *r) {
    kp_address other = {r->base.sheet, r->base.column + 1, r->base.row + 1};
    bool same = true;
    for (int i = 0; i < 2; i++) {
        kp_auto_text here = kp_moved(r->english, r->english, r->formulas[i], r->base, r->base);
        kp_auto_text there = kp_moved(r->english, r->english, r->formulas[i], r->base, other);
        same = same && here != NULL && there != NULL && strcmp(here, there) == 0;
    }
    return same;
}

static void freeze_area(rule *r, kp_area area) {
    bool custom = kp_property_number(r->object, "Type", ANY) == CUSTOM;
    bool whole = absolute(r);
    size_t count = whole ? 1 : kp_moved_count(&area);
    if (custom || count > KP_MOVED_CELLS) {
        drop_rule(r, area);
        return;
    }
    r->scratch = kp_scratch(r->sheet);
    for (size_t i = 0; i < count; i++) {
        kp_address at = kp_moved_cell(&area, i);
        kp_area cell = {at.sheet, at.column, at.row, at.column, at.row};
        evaluate_rule(r, at);
        apply_rule(r, whole ? area : cell);
    }
    kp_scratch_end(r->scratch);
}

static bool is_ours(const rule *r) {
    return kp_moved_reaches(r->freeze, r->formulas[0]) ||
           kp_moved_reaches(r->freeze, r->formulas[1]);
}

static void freeze_areas(rule *r, uno_Interface *ranges) {
    kp_auto_any base = {0};
    kp_auto_areas areas = kp_areas_of(ranges);
    if (!kp_get_any(&base, r->object, "sheet.XSheetCondition::getSourcePosition", "")) return;
    r->base = *(const kp_address *)base.pData;
    for (size_t i = 0; i < areas.count; i++)
        freeze_area(r, areas.areas[i]);
}

static void freeze_rule(kp_freeze *freeze, uno_Interface *sheet, uno_Interface *ranges) {
    kp_auto object = kp_property_object(ranges, "Validation");
    if (object == NULL) return;
    kp_auto english = kp_moved_parser(freeze->document, true);
    kp_auto_text first = kp_get_text(object, GETTERS[0], "");
    kp_auto_text second = kp_get_text(object, GETTERS[1], "");
    rule r = {freeze, sheet, object, english, NULL, {0, 0, 0}, {first, second}};
    if (is_ours(&r)) freeze_areas(&r, ranges);
}

void kp_freeze_validity(kp_freeze *freeze, uno_Interface *sheet) {
    kp_auto formats =
        kp_get(sheet, "sheet.XUniqueCellFormatRangesSupplier::getUniqueCellFormatRanges", "");
    size_t count = kp_count(formats);
    for (size_t i = 0; i < count; i++) {
        kp_auto ranges = kp_element(formats, i);
        freeze_rule(freeze, sheet, ranges);
    }
}
