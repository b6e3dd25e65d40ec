/* SPDX-License-Identifier: MPL-2.0
 *
 * foreign.c: blocks of other callers than Calc.
 */
#include "calc/foreign.h"

/* A row, and what its elements are; NULL and VOID where there is none. */
typedef struct row {
    const uno_Sequence *line;
    typelib_TypeClass of;
} row;

static const struct {
    const char *rows, *row;
    typelib_TypeClass of;
} KINDS[] = {{"[][]any", "[]any", typelib_TypeClass_ANY},
             {"[][]double", "[]double", typelib_TypeClass_DOUBLE},
             {"[][]string", "[]string", typelib_TypeClass_STRING}};
enum { KIND_COUNT = sizeof KINDS / sizeof *KINDS };

static row row_at(const uno_Any *any, size_t index) {
    const uno_Sequence *rows = kp_any_sequence(any);
    for (size_t i = 0; i < KIND_COUNT; i++)
        if (kp_any_is(any, KINDS[i].rows))
            return (row){kp_sequence_pointer(rows, index), KINDS[i].of};
    const uno_Any *own =
        kp_any_is(any, "[]any") ? (const uno_Any *)(const void *)rows->elements + index : NULL;
    for (size_t i = 0; own != NULL && i < KIND_COUNT; i++)
        if (kp_any_is(own, KINDS[i].row)) return (row){kp_any_sequence(own), KINDS[i].of};
    return (row){NULL, typelib_TypeClass_VOID};
}

kp_cell kp_cell_of_any(const uno_Any *cell, double *number) {
    if (kp_any_number(cell, number)) return KP_CELL_NUMBER;
    const rtl_uString *text = kp_any_text(cell);
    if (text != NULL) return text->length == 0 ? KP_CELL_BLANK : KP_CELL_TEXT;
    return kp_any_class(cell) == typelib_TypeClass_VOID ? KP_CELL_BLANK : KP_CELL_TEXT;
}

static kp_cell read_cell(const void *cells, size_t index, size_t column, double *number) {
    row r = row_at(cells, index);
    const void *elements = r.line->elements;
    if (r.of == typelib_TypeClass_ANY)
        return kp_cell_of_any((const uno_Any *)elements + column, number);
    if (r.of == typelib_TypeClass_STRING) {
        const rtl_uString *text = kp_sequence_pointer(r.line, column);
        return text->length == 0 ? KP_CELL_BLANK : KP_CELL_TEXT;
    }
    *number = ((const double *)elements)[column];
    return KP_CELL_NUMBER;
}

bool kp_foreign_block(const uno_Any *any, kp_range *range) {
    const uno_Sequence *rows = kp_any_sequence(any);
    size_t count = rows == NULL ? 0 : (size_t)rows->nElements;
    for (size_t i = 0; i < count; i++) {
        row r = row_at(any, i);
        size_t columns = r.line == NULL ? 0 : (size_t)r.line->nElements;
        if (columns == 0 || (i > 0 && columns != range->columns)) return false;
        *range = (kp_range){any, read_cell, count, columns, 0};
    }
    return count > 0;
}
