/* SPDX-License-Identifier: MPL-2.0
 *
 * plan.c: what of a table goes into which cell of a workbook.
 */
#include "import/plan.h"

#include <stdlib.h>
#include <string.h>

#include "import/rows.h"
#include "kenpo/text.h"
#include "kenpo/trace.h"
#include "system/letters.h"
#include "system/lines.h"

/* ----------------------------------------------------------------------------------- items */

static kp_item *add_item(kp_maker *m, kp_item_state state, const char *words) {
    kp_plan *plan = m->plan;
    if (plan->count == plan->size) {
        size_t size = plan->size == 0 ? 64 : plan->size * 2;
        kp_item *items = realloc(plan->items, size * sizeof *items);
        if (items == NULL) {
            plan->failed = true;
            return NULL;
        }
        plan->items = items;
        plan->size = size;
    }
    kp_item *item = &plan->items[plan->count++];
    *item = (kp_item){.state = state, .line = m->line, .number = kp_int(0)};
    item->words = words == NULL ? NULL : kp_letters_copy(words, strlen(words));
    plan->failed = plan->failed || (words != NULL && item->words == NULL);
    plan->states[state]++;
    return item;
}

void kp_maker_refuse(kp_maker *m, const char *value, kp_text why) {
    kp_auto_buffer words = {0};
    if (value != NULL) {
        kp_put(&words, kp_wording(kp_t("「", "“"), m->ask->language));
        kp_put_seen(&words, value);
        kp_put(&words, kp_wording(kp_t("」: ", "”: "), m->ask->language));
    }
    kp_put(&words, kp_wording(why, m->ask->language));
    add_item(m, KP_ITEM_REFUSED, kp_buffer_text(&words));
}

/* ---------------------------------------------------------------------------------- values */

kp_num kp_maker_unit(const kp_maker *m, size_t field, kp_amount_read read) {
    kp_money wanted = m->spot->target->fields[field].money;
    kp_money money = read.money != KP_MONEY_NONE ? read.money : m->ask->choice.money;
    if (wanted == KP_MONEY_NONE || money == KP_MONEY_NONE || money == wanted) return read.number;
    return wanted == KP_MONEY_THOUSAND ? kp_div(read.number, kp_int(1000))
                                       : kp_mul(read.number, kp_int(1000));
}

static kp_num to_whole(kp_maker *m, const kp_box *box, kp_num number) {
    bool whole = box == NULL || box->kind != KP_BOX_WHOLE || kp_is_whole(number);
    if (whole || !m->ask->to_round) return number;
    m->plan->rounded++;
    return kp_round(number, kp_int(1), m->ask->rounding);
}

static void refuse_by_box(kp_maker *m, const char *text, const kp_box *box) {
    kp_auto_buffer ja = {0};
    kp_auto_buffer en = {0};
    kp_put(&ja, "この欄に入力できない値です(");
    kp_put(&en, "no value for this cell (");
    kp_box_say(box, KP_JAPANESE, &ja);
    kp_box_say(box, KP_ENGLISH, &en);
    kp_put(&ja, ")");
    kp_put(&en, ")");
    kp_maker_refuse(m, text, kp_t(kp_buffer_text(&ja), kp_buffer_text(&en)));
}

/* How the value stands to the one in the cell; rows that are yet to be put in are empty. */
static kp_item_state state_of(const kp_maker *m, kp_spot_cell at, bool is_text, kp_num number,
                              const char *text) {
    if (m->spot->target->key == KP_KEY_NONE) return KP_ITEM_NEW;
    kp_auto cell = kp_spot_cell_of(m->spot, at);
    kp_auto_content content = kp_cell_content(cell);
    kp_num there;
    if (content.kind == KP_EMPTY) return KP_ITEM_NEW;
    if (is_text)
        return content.text != NULL && strcmp(content.text, text) == 0 ? KP_ITEM_SAME
                                                                       : KP_ITEM_OTHER;
    bool same = kp_spot_number(cell, &there) && kp_cmp(there, number) == 0;
    return same ? KP_ITEM_SAME : KP_ITEM_OTHER;
}

static void take_text(kp_maker *m, kp_spot_cell at, const char *text) {
    enum { LETTERS = 60 };
    size_t letters = 0;
    for (const char *c = text; *c != '\0'; letters++)
        kp_letter_next(&c);
    if (kp_same_name(text, "")) return;
    if (letters > LETTERS) {
        kp_maker_refuse(m, text, kp_t("60 字を超えています", "it has more than 60 letters"));
        return;
    }
    kp_item *item = add_item(m, state_of(m, at, true, kp_int(0), text), text);
    if (item == NULL) return;
    item->at = at;
    item->is_text = true;
}

static void take_number(kp_maker *m, kp_spot_cell at, const char *text) {
    kp_spot_cell like = at;
    if (m->spot->target->key == KP_KEY_NONE) like.row = 0;
    kp_amount_read read = kp_amount_from(text);
    if (read.kind == KP_AMOUNT_BLANK) return;
    if (read.kind == KP_AMOUNT_NONE) {
        kp_maker_refuse(m, text, read.why);
        return;
    }
    const kp_box *box = kp_spot_box(m->spot, like);
    kp_num number = to_whole(m, box, kp_maker_unit(m, at.field, read));
    if (kp_spot_locked(m->spot, like)) {
        kp_maker_refuse(m, text, kp_t("計算で求める欄で、入力できません", "its cell is computed"));
        return;
    }
    if (kp_num_status(number) != KP_OK ||
        (box != NULL && !kp_box_takes(box, kp_num_to_double(number)))) {
        refuse_by_box(m, text, box);
        return;
    }
    kp_item *item = add_item(m, state_of(m, at, false, number, NULL), NULL);
    if (item == NULL) return;
    item->at = at;
    item->number = number;
}

void kp_maker_take_row(kp_maker *m, size_t row, size_t part, long slot) {
    const kp_target *target = m->spot->target;
    for (size_t f = 0; f < kp_target_fields(target); f++) {
        long column = m->ask->choice.columns[f];
        kp_spot_cell at = {part, slot, f};
        if (column < 0 || m->spot->parts[part].columns[f] < 0) continue;
        const char *text = kp_table_at(m->ask->table, row, (size_t)column);
        if (target->fields[f].kind == KP_FIELD_NUMBER)
            take_number(m, at, text);
        else
            take_text(m, at, text);
    }
}

/* ------------------------------------------------------------------------------------- scale */

typedef struct mean {
    kp_num sum;
    int64_t count;
} mean;

static void add(mean *m, kp_num number) {
    kp_num sum = kp_sign(number) == 0 ? m->sum : kp_add(m->sum, number);
    if (kp_sign(number) == 0 || kp_num_status(sum) != KP_OK) return;
    m->sum = sum;
    m->count++;
}

static kp_num mean_of(const mean *m) {
    return m->count == 0 ? kp_int(0) : kp_div(m->sum, kp_int(m->count));
}

/* What stands in the cells of a field, and of its like beside: last year's. */
static void add_cells(mean *m, const kp_spot *spot, size_t field) {
    for (size_t p = 0; p < spot->count; p++)
        for (long row = 0; row < kp_spot_rows(spot, p); row++) {
            kp_spot_cell at = {p, row, field};
            kp_num number;
            kp_auto cell = kp_spot_locked(spot, at) ? NULL : kp_spot_cell_of(spot, at);
            if (kp_spot_number(cell, &number)) add(m, number);
        }
}

static kp_num usual(const kp_spot *spot) {
    mean there = {kp_int(0), 0};
    kp_num one;
    kp_num other;
    for (size_t f = 0; f < kp_target_fields(spot->target); f++)
        if (spot->target->fields[f].money != KP_MONEY_NONE) add_cells(&there, spot, f);
    if (there.count > 0 || spot->target->usual[0] == NULL) return mean_of(&there);
    if (!kp_spot_named_number(spot->document, spot->target->usual[0], &one) ||
        !kp_spot_named_number(spot->document, spot->target->usual[1], &other))
        return kp_int(0);
    return kp_mul(one, other);
}

/* Means of some thirty times each other are of one size; what is a thousand times as large is not. */
static kp_scale compare(kp_num theirs, kp_num ours) {
    enum { NEAR = 30, FAR = 30000 };
    if (kp_sign(theirs) <= 0 || kp_sign(ours) <= 0) return KP_SCALE_FITS;
    kp_num ratio = kp_div(theirs, ours);
    if (kp_num_status(ratio) != KP_OK) return KP_SCALE_FITS;
    if (kp_cmp(ratio, kp_int(NEAR)) > 0 && kp_cmp(ratio, kp_int(FAR)) < 0)
        return KP_SCALE_TOO_LARGE;
    kp_num inverse = kp_div(kp_int(1), ratio);
    bool small = kp_cmp(inverse, kp_int(NEAR)) > 0 && kp_cmp(inverse, kp_int(FAR)) < 0;
    return small ? KP_SCALE_TOO_SMALL : KP_SCALE_FITS;
}

static kp_scale scale_of(const kp_maker *m) {
    mean theirs = {kp_int(0), 0};
    if (m->ask->choice.money != KP_MONEY_NONE) return KP_SCALE_FITS;
    for (size_t f = 0; f < kp_target_fields(m->spot->target); f++) {
        long column = m->ask->choice.columns[f];
        if (column < 0 || m->spot->target->fields[f].money == KP_MONEY_NONE) continue;
        for (size_t i = m->ask->choice.head; i < m->ask->table->count; i++) {
            kp_amount_read read = kp_amount_from(kp_table_at(m->ask->table, i, (size_t)column));
            if (read.kind == KP_AMOUNT_NUMBER && read.money == KP_MONEY_NONE)
                add(&theirs, read.number);
        }
    }
    return compare(mean_of(&theirs), theirs.count == 0 ? kp_int(0) : usual(m->spot));
}

/* ------------------------------------------------------------------------------------- whole */

void kp_plan_make(kp_plan *plan, const kp_spot *spot, const kp_plan_ask *ask) {
    *plan = (kp_plan){0};
    kp_maker m = {.plan = plan, .spot = spot, .ask = ask};
    kp_maker_rows(&m);
    plan->scale = scale_of(&m);
}

void kp_plan_end(kp_plan *plan) {
    for (size_t i = 0; i < plan->count; i++)
        free(plan->items[i].words);
    free(plan->items);
    *plan = (kp_plan){0};
}

static void put_in(const kp_spot *spot, const kp_item *item, kp_spot_cell at) {
    kp_auto cell = kp_spot_cell_of(spot, at);
    if (item->is_text)
        kp_cell_put_text(cell, item->words);
    else
        kp_cell_put_number(cell, kp_num_to_double(item->number));
}

bool kp_plan_carry_out(const kp_plan *plan, kp_spot *spot, bool replace) {
    bool keyless = spot->target->key == KP_KEY_NONE;
    if (keyless && plan->new_rows > plan->free_rows &&
        !kp_spot_grow(spot, kp_spot_rows(spot, 0) + plan->new_rows - plan->free_rows))
        return false;
    long *slots = keyless ? kp_rows_free(spot) : NULL;
    if (keyless && slots == NULL) return false;
    for (size_t i = 0; i < plan->count; i++) {
        const kp_item *item = &plan->items[i];
        kp_spot_cell at = item->at;
        if (item->state != KP_ITEM_NEW && (item->state != KP_ITEM_OTHER || !replace)) continue;
        if (keyless) at.row = slots[at.row];
        put_in(spot, item, at);
    }
    free(slots);
    return true;
}

void kp_plan_say(const kp_plan *plan, const kp_spot *spot, const kp_item *item,
                 kp_language language, kp_buffer *out) {
    (void)plan;
    if (item->line > 0)
        kp_putf(out, kp_wording(kp_t("%ld 行目 ", "line %ld "), language), item->line);
    if (item->state == KP_ITEM_REFUSED) {
        kp_put(out, item->words);
        return;
    }
    kp_auto cell = kp_spot_cell_of(spot, item->at);
    kp_auto_text shown = kp_cell_shown(cell);
    kp_spot_name(spot, item->at, out);
    kp_putf(out,
            kp_wording(kp_t(": 別の値があります(%s)。置き換えません。",
                            ": another value stands there (%s), and stays."),
                       language),
            shown == NULL ? "" : shown);
}
