/* SPDX-License-Identifier: MPL-2.0
 *
 * boxes.c: the cells of a form that take a number, a year or a day.
 */
#include "form/boxes.h"

#include <stdlib.h>
#include <string.h>

#include "kenpo/date.h"
#include "kenpo/year.h"
#include "uno/access.h"

/* com.sun.star.sheet.ValidationType and ConditionOperator */
enum { WHOLE = 1, DECIMAL = 2, DATE = 3, CUSTOM = 7 };
enum { EQUAL = 1, GREATER = 3, GREATER_EQUAL = 4, LESS = 5, LESS_EQUAL = 6, BETWEEN = 7 };

/* A bound, where it is a plain number. */
static bool bound(uno_Interface *rule, const char *getter, double *number) {
    kp_auto_text text = kp_get_text(rule, getter, "");
    char *end = NULL;
    if (text == NULL) return false;
    *number = strtod(text, &end);
    return end != text && *end == '\0';
}

/* IFERROR(ORG.KENPOCALC.BUDGET.YEAR(C10);0)>=1989 */
static bool read_formula(uno_Interface *rule, kp_box *box) {
    kp_auto_text text = kp_get_text(rule, "sheet.XSheetCondition::getFormula1", "");
    const char *least = text == NULL ? NULL : strstr(text, ">=");
    bool year = text != NULL && strstr(text, ".YEAR(") != NULL;
    bool day = text != NULL && strstr(text, ".DAY(") != NULL;
    if (least == NULL || year == day) return false;
    box->kind = year ? KP_BOX_YEAR : KP_BOX_DAY;
    box->has_least = true;
    box->least = strtod(least + strlen(">="), NULL);
    return true;
}

/* An open bound (greater, less) is taken as if it were closed: no rule of a form has one. */
static bool read_rule(uno_Interface *rule, kp_box *box) {
    int type = (int)kp_property_number(rule, "Type", 0);
    int relation = (int)kp_get_number(rule, "sheet.XSheetCondition::getOperator", "");
    bool least = relation == EQUAL || relation == GREATER || relation == GREATER_EQUAL;
    bool most = relation == EQUAL || relation == LESS || relation == LESS_EQUAL;
    bool both = relation == BETWEEN;
    if (type == CUSTOM) return read_formula(rule, box);
    if (type != WHOLE && type != DECIMAL && type != DATE) return false;
    box->kind = type == WHOLE ? KP_BOX_WHOLE : type == DATE ? KP_BOX_DATE : KP_BOX_NUMBER;
    box->has_least =
        (least || both) && bound(rule, "sheet.XSheetCondition::getFormula1", &box->least);
    box->has_most = (most || both) && bound(rule,
                                            both ? "sheet.XSheetCondition::getFormula2"
                                                 : "sheet.XSheetCondition::getFormula1",
                                            &box->most);
    return true;
}

static void add_areas(kp_boxes *found, uno_Interface *ranges, kp_box box) {
    kp_auto_areas areas = kp_areas_of(ranges);
    kp_box *more = realloc(found->boxes, (found->count + areas.count) * sizeof *more);
    if (more == NULL) return;
    found->boxes = more;
    for (size_t i = 0; i < areas.count; i++) {
        box.area = areas.areas[i];
        found->boxes[found->count++] = box;
    }
}

static void read_sheet(kp_boxes *found, uno_Interface *sheet) {
    kp_auto formats =
        kp_get(sheet, "sheet.XUniqueCellFormatRangesSupplier::getUniqueCellFormatRanges", "");
    size_t count = kp_count(formats);
    for (size_t i = 0; i < count; i++) {
        kp_box box = {0};
        kp_auto ranges = kp_element(formats, i);
        kp_auto rule = kp_property_object(ranges, "Validation");
        if (rule != NULL && read_rule(rule, &box)) add_areas(found, ranges, box);
    }
}

kp_boxes kp_boxes_read(uno_Interface *document) {
    kp_boxes found = {0};
    kp_auto sheets = kp_sheets(document);
    size_t count = kp_count(sheets);
    found.sheets = calloc(count + 1, sizeof *found.sheets);
    for (size_t i = 0; found.sheets != NULL && i < count; i++) {
        kp_auto sheet = kp_element(sheets, i);
        found.sheets[found.sheet_count++] = kp_object_name(sheet);
        read_sheet(&found, sheet);
    }
    return found;
}

void kp_boxes_end(kp_boxes *boxes) {
    for (size_t i = 0; i < boxes->sheet_count; i++)
        free(boxes->sheets[i]);
    free(boxes->sheets);
    free(boxes->boxes);
    *boxes = (kp_boxes){0};
}

const kp_box *kp_boxes_at(const kp_boxes *boxes, long sheet, long column, long row) {
    for (size_t i = 0; i < boxes->count; i++) {
        kp_area area = boxes->boxes[i].area;
        if (area.sheet == sheet && column >= area.left && column <= area.right && row >= area.top &&
            row <= area.bottom)
            return &boxes->boxes[i];
    }
    return NULL;
}

/* A fraction that is only how a computer rounds is none. */
static bool is_whole(double number) {
    static const double MOST = 9e15;
    static const double ROUNDED = 1e-6;
    if (number < -MOST || number > MOST) return true;
    double rest = number - (double)(long long)number;
    rest = rest < 0 ? -rest : rest;
    return rest < ROUNDED || rest > 1 - ROUNDED;
}

static bool within(const kp_box *box, double number) {
    return (!box->has_least || number >= box->least) && (!box->has_most || number <= box->most);
}

bool kp_box_takes(const kp_box *box, double number) {
    int year = 0;
    kp_date day = {0};
    kp_num exact = kp_num_from_double(number);
    if (box->kind == KP_BOX_YEAR)
        return kp_year_from_number(exact, NULL, &year) == KP_OK && within(box, year);
    if (box->kind == KP_BOX_DAY)
        return kp_date_from_number(exact, NULL, &day) == KP_OK &&
               within(box, (double)kp_date_days(day));
    return (box->kind != KP_BOX_WHOLE || is_whole(number)) && within(box, number);
}

bool kp_box_takes_text(const kp_box *box, const char *text) {
    int year = 0;
    kp_date day = {0};
    if (box->kind == KP_BOX_YEAR)
        return kp_year_from_text(text, NULL, &year) == KP_OK && within(box, year);
    return box->kind == KP_BOX_DAY && kp_date_from_text(text, NULL, &day) == KP_OK &&
           within(box, (double)kp_date_days(day));
}

/* What stands where a rule must have both bounds, as Excel wants, but nobody means one. */
static const double NO_BOUND = 999999999999999;

void kp_box_say(const kp_box *box, kp_language language, kp_buffer *why) {
    static const kp_text KINDS[] = {
        [KP_BOX_NUMBER] = {"数", "a number"},
        [KP_BOX_WHOLE] = {"整数", "a whole number"},
        [KP_BOX_DATE] = {"日付", "a date"},
        [KP_BOX_YEAR] = {"年度(令和9、R9、2027)", "a fiscal year: 令和9, R9, 2027"},
        [KP_BOX_DAY] = {"日付(令和9年3月5日、R9.3.5、2027/3/5)",
                        "a date: 令和9年3月5日, R9.3.5, 2027/3/5"}};
    kp_put(why, kp_wording(KINDS[box->kind], language));
    if (box->kind == KP_BOX_DATE || box->kind == KP_BOX_DAY) return;
    if (box->has_least && box->least > -NO_BOUND) {
        kp_put(why, kp_wording(kp_t("、", ", at least "), language));
        kp_put_number(why, box->least, 15);
        kp_put(why, kp_wording(kp_t(" 以上", ""), language));
    }
    if (box->has_most && box->most < NO_BOUND) {
        kp_put(why, kp_wording(kp_t("、", ", at most "), language));
        kp_put_number(why, box->most, 15);
        kp_put(why, kp_wording(kp_t(" 以下", ""), language));
    }
}
