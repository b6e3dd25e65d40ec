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

void kp_freeze_problem(kp_freeze *freeze, const char *sheet, const char *cell, kp_text problem) {
    kp_putf(&freeze->problems, "%s%s%s: %s\n", sheet == NULL ? "" : sheet, cell == NULL ? "" : " ",
            cell == NULL ? "" : cell, kp_wording(problem, freeze->language));
}
