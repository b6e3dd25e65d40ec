/* SPDX-License-Identifier: MPL-2.0
 *
 * entered.c: what formulas in input cells give.
 */
#include "form/entered.h"

#include <stdlib.h>
#include <string.h>

#include "book/formula.h"
#include "stored/spelling.h"
#include "uno/access.h"

enum { MOST = 20000, LONGEST = 4000 };

typedef struct asking {
    kp_entered entry;
    uno_Interface *cell; /* NULL: not asked */
    long format;
    kp_content gives;
} asking;

typedef struct list {
    kp_form *form;
    kp_format format;
    asking *asking;
    size_t count, size;
} list;

static asking *add(list *l, kp_entered entry) {
    if (l->count == l->size) {
        size_t wider = l->size == 0 ? 32 : l->size * 2;
        asking *more = wider > MOST ? NULL : realloc(l->asking, wider * sizeof *more);
        if (more == NULL) return NULL;
        l->asking = more;
        l->size = wider;
    }
    l->asking[l->count] = (asking){.entry = entry};
    return &l->asking[l->count++];
}

/* A truth value, an error, an empty text: programs store these as formulas. */
static bool is_constant(const char *text) {
    double number = 0;
    return kp_spelled_truth(text, &number) || strcmp(text, "=\"\"") == 0 ||
           (text[0] == '=' && text[1] == '#');
}

static void look_at(list *l, kp_entered entry) {
    kp_own_cell *own = kp_own_at(entry.sheet, entry.column, entry.row);
    kp_auto_buffer spelled = {0};
    kp_spell(l->format, entry.stored->formula, &spelled);
    const char *text = kp_buffer_text(&spelled);
    if (is_constant(text) || kp_own_formula_is(l->form, own, l->format, entry.stored->formula))
        return;
    entry.asked = kp_formula_reaches(text) == KP_REACH_CELLS && !kp_spelled_outside(text) &&
                  spelled.used < LONGEST && entry.stored->across <= 1 && entry.stored->down <= 1;
    asking *a = add(l, entry);
    if (a == NULL || !entry.asked) return;
    a->cell = kp_cell_at(entry.sheet->sheet, entry.column, entry.row);
    a->format = kp_cell_format(a->cell);
    kp_cell_set_formula(a->cell, text);
}

static void find(list *l, kp_own_sheet *sheet, const kp_stored_sheet *theirs) {
    for (size_t i = 0; theirs != NULL && i < theirs->count; i++) {
        const kp_stored_cell *cell = &theirs->cells[i];
        const kp_own_cell *own = kp_own_at(sheet, cell->column, cell->row);
        if (own != NULL && own->open && cell->formula != NULL)
            look_at(l, (kp_entered){sheet, cell->column, cell->row, cell, false, NULL});
    }
}

static void compute(const list *l) {
    kp_do(l->form->document, "sheet.XCalculatable::calculate", "");
}

static void put_back(asking *a) {
    kp_auto_content stood = kp_stored_content(a->entry.stored);
    kp_cell_put(a->cell, &stood);
    kp_cell_set_format(a->cell, a->format);
    kp_release(a->cell);
}

void kp_entered_ask(kp_form *form, const kp_workbook *workbook, kp_entered_found *found,
                    void *data) {
    list l = {.form = form, .format = workbook->format};
    bool asked = false;
    kp_do(form->document, "sheet.XCalculatable::enableAutomaticCalculation", "b", false);
    for (size_t i = 0; i < form->count; i++)
        find(&l, &form->sheets[i], kp_workbook_sheet(workbook, form->sheets[i].name));
    for (size_t i = 0; i < l.count; i++)
        asked = asked || l.asking[i].cell != NULL;
    if (asked) compute(&l);
    for (size_t i = 0; i < l.count; i++)
        if (l.asking[i].cell != NULL) l.asking[i].gives = kp_cell_content(l.asking[i].cell);
    for (size_t i = 0; i < l.count; i++)
        if (l.asking[i].cell != NULL) put_back(&l.asking[i]);
    if (asked) compute(&l);
    kp_do(form->document, "sheet.XCalculatable::enableAutomaticCalculation", "b", true);
    for (size_t i = 0; i < l.count; i++) {
        asking *a = &l.asking[i];
        a->entry.gives = a->entry.asked ? &a->gives : NULL;
        found(data, &a->entry);
        kp_content_end(&a->gives);
    }
    free(l.asking);
}
