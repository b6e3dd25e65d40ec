/* SPDX-License-Identifier: MPL-2.0
 *
 * moved.c: formulas that move about.
 */
#include "submit/moved.h"

#include "book/formula.h"
#include "uno/access.h"

uno_Interface *kp_moved_parser(uno_Interface *document, bool english) {
    uno_Interface *parser = kp_create_in(document, "sheet.FormulaParser");
    if (english) kp_property_set_boolean(parser, "CompileEnglish", true);
    return parser;
}

char *kp_moved(uno_Interface *reader, uno_Interface *writer, const char *formula, kp_address from,
               kp_address to) {
    kp_auto_any tokens = {0};
    bool read =
        kp_get_any(&tokens, reader, "sheet.XFormulaParser::parseFormula", "sc", formula, &from);
    return read ? kp_get_text(writer, "sheet.XFormulaParser::printFormula", "ac", &tokens, &to)
                : NULL;
}

void kp_moved_put(uno_Interface *reader, uno_Interface *english, const char *formula,
                  kp_address from, kp_address to, kp_buffer *out) {
    kp_auto_text text = kp_moved(reader, english, formula, from, to);
    if (text != NULL) kp_formula_stored(text, out);
}

bool kp_moved_reaches(const kp_freeze *freeze, const char *formula) {
    kp_auto_buffer stored = {0};
    if (formula != NULL) kp_formula_stored(formula, &stored);
    return kp_names_reach(&freeze->names, kp_buffer_text(&stored));
}

size_t kp_moved_count(const kp_area *area) {
    return (size_t)(area->right - area->left + 1) * (size_t)(area->bottom - area->top + 1);
}

kp_address kp_moved_cell(const kp_area *area, size_t index) {
    size_t width = (size_t)(area->right - area->left + 1);
    kp_address at = {area->sheet, area->left + (sal_Int32)(index % width),
                     area->top + (sal_Int32)(index / width)};
    return at;
}
