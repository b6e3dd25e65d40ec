/* SPDX-License-Identifier: MPL-2.0
 *
 * conditions.c: the conditions that many checks share. Each looks only at its operands, and
 * decides on exact numbers.
 */
#include "rules/checks/conditions.h"

#include "kenpo/require.h"

/* ------------------------------------------------------------------------------- numbers */

static kp_status both(kp_num a, kp_num b) {
    kp_status status = kp_num_status(a);
    return status != KP_OK ? status : kp_num_status(b);
}

kp_status kp_find(kp_finding *finding, kp_num left, kp_relation relation, kp_num right) {
    kp_status status = both(left, right);
    if (status != KP_OK) return status;
    int order = kp_cmp(left, right);
    finding->holds = relation == KP_EQUAL     ? order == 0
                     : relation == KP_AT_MOST ? order <= 0
                                              : order >= 0;
    finding->difference = order < 0 ? kp_sub(right, left) : kp_sub(left, right);
    return KP_OK;
}

kp_status kp_find_near(kp_finding *finding, kp_num left, kp_num right, kp_num allowed) {
    kp_status status = kp_find(finding, left, KP_EQUAL, right);
    if (status == KP_OK) status = both(finding->difference, allowed);
    if (status == KP_OK) finding->holds = kp_cmp(finding->difference, allowed) <= 0;
    return status;
}

kp_num kp_as_cell(kp_num number) {
    return kp_num_status(number) == KP_OK ? kp_num_from_double(kp_num_to_double(number)) : number;
}

kp_num kp_operand(const kp_operands *operands, size_t index) {
    return operands->of[index]->number;
}

bool kp_operand_flag(const kp_operands *operands, size_t index) {
    return kp_sign(operands->of[index]->number) > 0;
}

/* -------------------------------------------------------------------------------- ranges */

size_t kp_cell_count(const kp_range *range) {
    return range->rows * range->columns;
}

kp_status kp_cell_number(const kp_range *range, size_t index, kp_trace *trace, kp_num *number) {
    kp_walk walk = kp_walk_over(range);
    walk.row = walk.next_row = index / range->columns;
    walk.column = walk.next_column = index % range->columns;
    double cell = 0;
    kp_cell kind = range->read(range->cells, walk.row, walk.column, &cell);
    *number = kp_int(0);
    if (kind == KP_CELL_BLANK) return KP_OK;
    return kp_walk_next(&walk, trace, number) ? KP_OK : walk.status;
}

kp_status kp_cells_sum(const kp_range *range, kp_trace *trace, kp_num *sum) {
    size_t count;
    return kp_range_sum(range, trace, sum, &count);
}

kp_status kp_same_cells(const kp_operands *operands, size_t ranges, kp_trace *trace) {
    size_t count = kp_cell_count(&operands->of[0]->range);
    for (size_t i = 1; i < ranges; i++)
        if (kp_cell_count(&operands->of[i]->range) != count)
            return kp_fail(trace, KP_INVALID,
                           kp_t("範囲の大きさが揃っていません。同じ数のセルを指定してください。",
                                "The ranges must have the same number of cells."));
    return KP_OK;
}

kp_status kp_find_every(const kp_operands *operands, kp_trace *trace, kp_finding *finding,
                        bool (*fits)(kp_num number)) {
    int64_t wrong = 0;
    for (size_t i = 0; i < operands->repeated; i++) {
        kp_num number;
        kp_walk walk = kp_walk_over(&operands->of[0][i].range);
        while (kp_walk_next(&walk, trace, &number)) {
            if (fits(number) || wrong++ > 0) continue;
            finding->y = number;
            finding->z = kp_int((int64_t)walk.row + 1);
            finding->w = kp_int((int64_t)walk.column + 1);
            finding->v = kp_int((int64_t)i + 1);
        }
        if (walk.status != KP_OK) return walk.status;
    }
    finding->x = kp_int(wrong);
    finding->holds = wrong == 0;
    return KP_OK;
}

kp_status kp_find_pairs(const kp_operands *operands, kp_trace *trace, kp_finding *finding,
                        kp_relation relation) {
    kp_status status = kp_same_cells(operands, 2, trace);
    size_t count = kp_cell_count(&operands->of[0]->range);
    finding->holds = true;
    for (size_t i = 0; status == KP_OK && finding->holds && i < count; i++) {
        status = kp_cell_number(&operands->of[0]->range, i, trace, &finding->x);
        if (status == KP_OK)
            status = kp_cell_number(&operands->of[1]->range, i, trace, &finding->y);
        if (status == KP_OK) status = kp_find(finding, finding->x, relation, finding->y);
        finding->z = kp_int((int64_t)i + 1);
    }
    return status;
}

/* ---------------------------------------------------------------------------- conditions */

kp_status kp_holds_equal(const kp_operands *o, kp_trace *trace, kp_finding *finding) {
    (void)trace;
    return kp_find(finding, kp_operand(o, 0), KP_EQUAL, kp_operand(o, 1));
}

kp_status kp_holds_at_most(const kp_operands *o, kp_trace *trace, kp_finding *finding) {
    (void)trace;
    return kp_find(finding, kp_operand(o, 0), KP_AT_MOST, kp_operand(o, 1));
}

kp_status kp_holds_at_least(const kp_operands *o, kp_trace *trace, kp_finding *finding) {
    (void)trace;
    finding->x = kp_div(kp_operand(o, 0), kp_operand(o, 1));
    return kp_find(finding, kp_operand(o, 0), KP_AT_LEAST, kp_operand(o, 1));
}

kp_status kp_holds_sum(const kp_operands *o, kp_trace *trace, kp_finding *finding) {
    (void)trace;
    finding->x = kp_as_cell(kp_add(kp_operand(o, 0), kp_operand(o, 1)));
    return kp_find(finding, finding->x, KP_EQUAL, kp_operand(o, 2));
}

kp_status kp_holds_total(const kp_operands *o, kp_trace *trace, kp_finding *finding) {
    kp_num total = kp_int(0);
    for (size_t i = 0; i < o->repeated; i++) {
        kp_num sum;
        kp_status status = kp_cells_sum(&o->of[1][i].range, trace, &sum);
        if (status != KP_OK) return status;
        total = kp_add(total, sum);
    }
    finding->x = kp_as_cell(total);
    return kp_find(finding, kp_operand(o, 0), KP_EQUAL, finding->x);
}

kp_status kp_holds_zero(const kp_operands *o, kp_trace *trace, kp_finding *finding) {
    (void)trace;
    return kp_find(finding, kp_operand(o, 0), KP_EQUAL, kp_int(0));
}

kp_status kp_holds_positive(const kp_operands *o, kp_trace *trace, kp_finding *finding) {
    (void)trace;
    finding->holds = kp_sign(kp_operand(o, 0)) > 0;
    return KP_OK;
}

kp_status kp_holds_not_negative(const kp_operands *o, kp_trace *trace, kp_finding *finding) {
    (void)trace;
    return kp_find(finding, kp_operand(o, 0), KP_AT_LEAST, kp_int(0));
}

kp_status kp_holds_flag(const kp_operands *o, kp_trace *trace, kp_finding *finding) {
    return kp_holds_positive(o, trace, finding);
}

kp_status kp_holds_entered(const kp_operands *o, kp_trace *trace, kp_finding *finding) {
    return kp_holds_positive(o, trace, finding);
}

kp_status kp_holds_order(const kp_operands *o, kp_trace *trace, kp_finding *finding) {
    if (kp_sign(kp_operand(o, 0)) == 0 || kp_sign(kp_operand(o, 1)) == 0) {
        finding->holds = true;
        return KP_OK;
    }
    return kp_holds_at_most(o, trace, finding);
}

kp_status kp_holds_pairs_equal(const kp_operands *o, kp_trace *trace, kp_finding *finding) {
    return kp_find_pairs(o, trace, finding, KP_EQUAL);
}

kp_status kp_holds_pairs_at_least(const kp_operands *o, kp_trace *trace, kp_finding *finding) {
    return kp_find_pairs(o, trace, finding, KP_AT_LEAST);
}
