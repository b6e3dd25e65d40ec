/* SPDX-License-Identifier: MPL-2.0
 *
 * label.c: the words by which a person knows a cell.
 */
#include "book/label.h"

#include <stdlib.h>
#include <string.h>

enum { FAR = 40, LONGEST = 240 };

static char *text_at(uno_Interface *sheet, long column, long row) {
    kp_auto cell = kp_cell_at(sheet, column, row);
    kp_auto_text text = kp_type_of(cell) == KP_CELL_IS_TEXT ? kp_cell_shown(cell) : NULL;
    bool label = text != NULL && *text != '\0' && strlen(text) <= LONGEST;
    return label ? kp_text_take(&text) : NULL;
}

/* The longer of two texts; the other one is freed. */
static char *longer(char *one, char *other) {
    bool first = one != NULL && (other == NULL || strlen(one) >= strlen(other));
    free(first ? other : one);
    return first ? one : other;
}

char *kp_label(uno_Interface *sheet, long column, long row) {
    char *text = NULL;
    for (long x = column - 1; x >= 0 && x > column - FAR; x--)
        text = longer(text, text_at(sheet, x, row));
    for (long y = row - 1; text == NULL && y >= 0 && y > row - FAR; y--)
        text = text_at(sheet, column, y);
    return text == NULL ? strdup("") : text;
}

static const char *stored_at(const kp_stored_sheet *sheet, long column, long row) {
    const kp_stored_cell *cell = kp_stored_at(sheet, column, row);
    bool text = cell != NULL && cell->kind == KP_STORED_TEXT && cell->formula == NULL;
    return text && *cell->text != '\0' && strlen(cell->text) <= LONGEST ? cell->text : NULL;
}

const char *kp_label_stored(const kp_stored_sheet *sheet, long column, long row) {
    const char *label = NULL;
    for (long x = column - 1; x >= 0 && x > column - FAR; x--) {
        const char *text = stored_at(sheet, x, row);
        if (text != NULL && (label == NULL || strlen(text) > strlen(label))) label = text;
    }
    for (long y = row - 1; label == NULL && y >= 0 && y > row - FAR; y--)
        label = stored_at(sheet, column, y);
    return label == NULL ? "" : label;
}
