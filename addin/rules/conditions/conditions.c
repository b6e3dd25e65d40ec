/* SPDX-License-Identifier: MPL-2.0
 *
 * conditions.c: the conditions that many checks share. Each looks only at its operands, and
 * decides on exact numbers.
 */
#include "rules/conditions/conditions.h"

/* ------------------------------------------------------------------------------- numbers */

void kp_find(kp_finding *finding, kp_num left, kp_relation relation, kp_num right) {
    left = kp_number(finding->run, left);
    right = kp_number(finding->run, right);
    if (finding->run->status != KP_OK) return;
    int order = kp_cmp(left, right);
    finding->holds = relation == KP_EQUAL     ? order == 0
                     : relation == KP_AT_MOST ? order <= 0
                                              : order >= 0;
    finding->difference = order < 0 ? kp_sub(right, left) : kp_sub(left, right);
}

void kp_find_between(kp_finding *finding, kp_num value, kp_num least, kp_num most) {
    kp_find(finding, value, KP_AT_LEAST, least);
    if (finding->holds) kp_find(finding, value, KP_AT_MOST, most);
}

void kp_find_near(kp_finding *finding, kp_num left, kp_num right, kp_num allowed) {
    kp_find(finding, left, KP_EQUAL, right);
    kp_num distance = finding->difference;
    kp_find(finding, distance, KP_AT_MOST, allowed);
    finding->difference = distance;
}

kp_num kp_magnitude(kp_num number) {
    return kp_sign(number) < 0 ? kp_sub(kp_int(0), number) : number;
}

bool kp_within_times(kp_num x, kp_num y, kp_num by) {
    return kp_cmp(kp_mul(x, by), y) >= 0 && kp_cmp(x, kp_mul(y, by)) <= 0;
}

kp_num kp_as_cell(kp_num number) {
    return kp_num_status(number) == KP_OK ? kp_num_from_double(kp_num_to_double(number)) : number;
}

kp_num kp_operand(const kp_operands *operands, size_t index) {
    return operands->of[index]->number;
}

int kp_operand_year(const kp_operands *operands, size_t index) {
    return operands->of[index]->given ? (int)kp_operand(operands, index).numerator : KP_NO_YEAR;
}

kp_num kp_present(kp_finding *finding, kp_parameter_id id) {
    return kp_published(finding->run, id, KP_NO_YEAR);
}

kp_num kp_operand_or(const kp_operands *operands, size_t index, kp_finding *finding,
                     kp_parameter_id id, int year) {
    return operands->of[index]->given ? kp_operand(operands, index)
                                      : kp_published(finding->run, id, year);
}

bool kp_operand_flag(const kp_operands *operands, size_t index) {
    return kp_sign(operands->of[index]->number) > 0;
}

/* -------------------------------------------------------------------------------- ranges */

void kp_point(kp_finding *finding, const kp_value *value, size_t cell, const kp_value *names) {
    finding->at = value;
    finding->cell = cell;
    finding->names = names;
}

size_t kp_cell_count(const kp_range *range) {
    return range->rows * range->columns;
}

kp_num kp_cell_number(kp_run *run, const kp_range *range, size_t index) {
    kp_num number = kp_int(0);
    double cell = 0;
    kp_walk walk = kp_walk_over(run, range);
    if (run->status != KP_OK) return kp_no_number(run->status);
    walk.row = walk.next_row = index / range->columns;
    walk.column = walk.next_column = index % range->columns;
    if (kp_range_cell(range, index, &cell) == KP_CELL_BLANK) return number;
    return kp_walk_next(&walk, &number) ? number : kp_no_number(run->status);
}

size_t kp_same_cells(kp_run *run, const kp_operands *operands, size_t ranges) {
    size_t count = kp_cell_count(&operands->of[0]->range);
    for (size_t i = 1; i < ranges; i++)
        kp_need(run, kp_cell_count(&operands->of[i]->range) == count, 0,
                kp_t("範囲の大きさが揃っていません。同じ数のセルを指定してください。",
                     "The ranges must have the same number of cells."));
    return run->status == KP_OK ? count : 0;
}

/* Whether the names of a range's cells leave this one out: a row that sums up the others. */
static bool is_nameless(const kp_value *value, const kp_value *names, size_t cell) {
    double number;
    if (names == NULL || !names->given) return false;
    if (kp_cell_count(&names->range) != kp_cell_count(&value->range)) return false;
    return kp_range_cell(&names->range, cell, &number) == KP_CELL_BLANK;
}

void kp_find_another(kp_finding *finding, const kp_value *value, size_t cell, const kp_value *names,
                     kp_num number) {
    bool first = finding->holds;
    bool sums_up = is_nameless(value, names, cell);
    bool only_sums = !first && is_nameless(finding->at, finding->names, finding->cell);
    if (first || (only_sums && !sums_up)) {
        finding->x = kp_int(0);
        finding->y = number;
        kp_point(finding, value, cell, names);
    }
    if (first || only_sums || !sums_up) finding->x = kp_add(finding->x, kp_int(1));
    finding->holds = false;
}

void kp_find_every(const kp_operands *operands, kp_finding *finding,
                   bool (*fits)(kp_num number, const kp_num *limits), const kp_num *limits) {
    finding->holds = true;
    for (size_t i = 0; i < operands->repeated && finding->run->status == KP_OK; i++) {
        kp_num number;
        const kp_value *value = kp_again(operands, 0, i);
        const kp_value *names = operands->of[1] == NULL ? NULL : kp_again(operands, 1, i);
        kp_walk walk = kp_walk_over(finding->run, &value->range);
        while (kp_walk_next(&walk, &number))
            if (!fits(number, limits))
                kp_find_another(finding, value, walk.row * value->range.columns + walk.column,
                                names, number);
    }
}

void kp_find_pairs(const kp_operands *operands, kp_finding *finding, kp_relation relation) {
    size_t count = kp_same_cells(finding->run, operands, 2);
    finding->holds = true;
    for (size_t i = 0; kp_searching(finding) && i < count; i++) {
        finding->x = kp_cell_number(finding->run, &operands->of[0]->range, i);
        finding->y = kp_cell_number(finding->run, &operands->of[1]->range, i);
        finding->z = kp_int((int64_t)i + 1);
        kp_find(finding, finding->x, relation, finding->y);
        if (!finding->holds) kp_point(finding, operands->of[0], i, operands->of[2]);
    }
}

/* ---------------------------------------------------------------------------- conditions */

void kp_holds_equal(const kp_operands *o, kp_finding *finding) {
    kp_find(finding, kp_operand(o, 0), KP_EQUAL, kp_operand(o, 1));
}

void kp_holds_at_most(const kp_operands *o, kp_finding *finding) {
    kp_find(finding, kp_operand(o, 0), KP_AT_MOST, kp_operand(o, 1));
}

void kp_holds_at_least(const kp_operands *o, kp_finding *finding) {
    finding->x = kp_div(kp_operand(o, 0), kp_operand(o, 1));
    kp_find(finding, kp_operand(o, 0), KP_AT_LEAST, kp_operand(o, 1));
}

void kp_holds_sum(const kp_operands *o, kp_finding *finding) {
    finding->x = kp_as_cell(kp_add(kp_operand(o, 0), kp_operand(o, 1)));
    kp_find(finding, finding->x, KP_EQUAL, kp_operand(o, 2));
}

void kp_holds_total(const kp_operands *o, kp_finding *finding) {
    kp_num total = kp_int(0);
    for (size_t i = 0; i < o->repeated; i++)
        total = kp_add(total, kp_range_sum(finding->run, &kp_again(o, 1, i)->range));
    finding->x = kp_as_cell(total);
    kp_find(finding, kp_operand(o, 0), KP_EQUAL, finding->x);
}

void kp_holds_zero(const kp_operands *o, kp_finding *finding) {
    kp_find(finding, kp_operand(o, 0), KP_EQUAL, kp_int(0));
}

void kp_holds_positive(const kp_operands *o, kp_finding *finding) {
    finding->holds = kp_sign(kp_operand(o, 0)) > 0;
}

void kp_holds_not_negative(const kp_operands *o, kp_finding *finding) {
    kp_find(finding, kp_operand(o, 0), KP_AT_LEAST, kp_int(0));
}

void kp_holds_flag(const kp_operands *o, kp_finding *finding) {
    kp_holds_positive(o, finding);
}

void kp_holds_entered(const kp_operands *o, kp_finding *finding) {
    kp_holds_positive(o, finding);
}

void kp_holds_stated(const kp_operands *o, kp_finding *finding) {
    finding->holds = o->of[0]->given;
    kp_point(finding, o->of[0], 0, NULL);
}

void kp_holds_as_stated(const kp_operands *o, kp_finding *finding) {
    finding->holds = true;
    if (o->of[0]->given) kp_find(finding, kp_operand(o, 0), KP_EQUAL, kp_operand(o, 1));
}

void kp_holds_order(const kp_operands *o, kp_finding *finding) {
    kp_holds_at_most(o, finding);
    if (kp_sign(kp_operand(o, 0)) == 0 || kp_sign(kp_operand(o, 1)) == 0) finding->holds = true;
}

void kp_holds_pairs_equal(const kp_operands *o, kp_finding *finding) {
    kp_find_pairs(o, finding, KP_EQUAL);
}

void kp_holds_pairs_at_least(const kp_operands *o, kp_finding *finding) {
    kp_find_pairs(o, finding, KP_AT_LEAST);
}
