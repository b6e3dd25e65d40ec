/* SPDX-License-Identifier: MPL-2.0
 *
 * frozen.c: the rows about what was replaced.
 */
#include "submit/frozen.h"

#include "book/formula.h"

kp_basis_row *kp_freeze_row(kp_freeze *freeze, kp_row_kind kind, uno_Interface *sheet, long column,
                            long row, const char *formula) {
    kp_auto_text name = kp_object_name(sheet);
    kp_auto_buffer typed = {0};
    kp_basis_row *line = kp_basis_add_at(&freeze->basis, kind, name, column, row);
    if (line == NULL) return NULL;
    kp_formula_typed(formula, &typed);
    kp_basis_set(line, KP_BASIS_FORMULA, kp_buffer_text(&typed));
    return line;
}

void kp_freeze_describe(kp_freeze *freeze, kp_basis_row *row, kp_asked asked, const char *formula) {
    kp_auto_buffer arguments = {0};
    kp_auto_buffer explanation = {0};
    kp_auto_buffer citation = {0};
    kp_describe(asked, formula, freeze->language, &arguments, &explanation, &citation);
    kp_basis_set(row, KP_BASIS_ARGUMENTS, kp_buffer_text(&arguments));
    kp_basis_set(row, KP_BASIS_EXPLANATION, kp_buffer_text(&explanation));
    kp_basis_set(row, KP_BASIS_CITATION, kp_buffer_text(&citation));
    kp_standing standing = kp_ask_checks(asked, formula);
    row->severity = standing.severity;
    row->unknown = standing.unknown;
}

void kp_freeze_problem(kp_freeze *freeze, const char *sheet, const char *cell, kp_text problem) {
    kp_putf(&freeze->problems, "%s%s%s: %s\n", sheet == NULL ? "" : sheet, cell == NULL ? "" : " ",
            cell == NULL ? "" : cell, kp_wording(problem, freeze->language));
}
