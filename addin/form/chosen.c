/* SPDX-License-Identifier: MPL-2.0
 *
 * chosen.c: which sheets of a workbook are printed for submission.
 */
#include "form/chosen.h"

#include <stdlib.h>
#include <string.h>

#include "uno/access.h"
#include "uno/document.h"

static char *filed_by(uno_Interface *document) {
    kp_auto own = kp_document_own_properties(document);
    return kp_property_text(own, "KenpoFiled");
}

/* The name in a list, blanks around it aside: where it ends, or NULL. */
static const char *find(const char *list, const char *marks, const char *name) {
    size_t length = strlen(name);
    for (const char *at = list; *at != '\0';) {
        at += strspn(at, marks);
        size_t size = strcspn(at, marks);
        if (strncmp(at, name, length) == 0 && (size == length || at[length] == ':'))
            return at + length;
        at += size;
    }
    return NULL;
}

/* The budget's year is among ":2026-", ":-2017", ":2012-2015"; so it is where nothing is said. */
static bool in_years(uno_Interface *document, const char *years) {
    kp_auto cells = kp_named_cells(document, "年度_西暦");
    kp_area area = kp_area_of(cells);
    if (*years != ':' || area.right < 0) return true;
    kp_auto cell = kp_get(cells, "table.XCellRange::getCellByPosition", "ll", 0L, 0L);
    kp_auto_content year = kp_cell_content(cell);
    char *end = NULL;
    long first = strtol(years + 1, &end, 10);
    if (first < 0) return year.kind != KP_NUMBER || year.number <= (double)-first;
    long last = *end == '-' && end[1] >= '0' && end[1] <= '9' ? strtol(end + 1, NULL, 10) : 9999;
    return year.kind != KP_NUMBER || (year.number >= (double)first && year.number <= (double)last);
}

bool kp_is_chosen(uno_Interface *document, uno_Interface *sheet, const char *name,
                  const char *chosen) {
    if (name == NULL) return false;
    bool visible = kp_property_number(sheet, "IsVisible", 1) != 0;
    if (chosen != NULL && strcmp(chosen, KP_ALL_SHEETS) != 0)
        return find(chosen, ",、", name) != NULL;
    kp_auto_text filed = chosen != NULL ? NULL : filed_by(document);
    if (filed == NULL || *filed == '\0') return visible;
    const char *at = find(filed, " ", name);
    return visible && at != NULL && in_years(document, at);
}
