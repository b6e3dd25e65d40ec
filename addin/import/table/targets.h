/* SPDX-License-Identifier: MPL-2.0
 *
 * targets.h: the lists of the forms that take a stranger's table: by the names of their cells, with the
 * headings by which other programs call their columns. One table; nothing else knows any of them.
 */
#ifndef KENPO_IMPORT_TABLE_TARGETS_H
#define KENPO_IMPORT_TABLE_TARGETS_H

#include "import/table/amount.h"

/** What tells a row of a table which row of the form it is for. */
typedef enum kp_target_key {
    KP_KEY_NONE,  /**< nothing: one row after the other, behind those that are filled */
    KP_KEY_MONTH, /**< a month, from March of the year on */
    KP_KEY_LABEL  /**< the name of an item, as the form has it */
} kp_target_key;

typedef enum kp_field_kind {
    KP_FIELD_KEY,
    KP_FIELD_SECTION, /**< 収入 or 支出, where an item's name stands in both */
    KP_FIELD_TEXT,
    KP_FIELD_NUMBER
} kp_field_kind;

/** A column that a list takes. */
typedef struct kp_field {
    const char *id; /**< of the command line */
    kp_text label;
    kp_field_kind kind;
    kp_money money;       /**< what the form's cells are in */
    const char *suffix;   /**< behind the name of each part (below): "_前年度" */
    int aside;            /**< columns to the right of the part */
    const char *headings; /**< as other programs have it, the surest first, with | between */
} kp_field;

enum { KP_FIELDS = 6, KP_PARTS = 8 };

/** A list: it may lie in several parts of the form, which stand under one another. */
typedef struct kp_target {
    const char *id;
    kp_text title;
    kp_target_key key;
    const char
        *parts[KP_PARTS]; /**< names of cells, to whose rows the rows go; NULL behind the last */
    const char *labels;   /**< suffix of the cells that hold the items' names */
    const char *usual[2]; /**< cells whose product such an amount usually has the size of, where the
                                      list itself is empty; or NULL */
    bool grows;           /**< rows may be added (form/grow.h) */
    kp_field fields[KP_FIELDS + 1];
} kp_target;

/** The targets, by `index` from 0, NULL behind the last one; and the one of that id, or NULL. */
const kp_target *kp_target_at(size_t index);
const kp_target *kp_target_named(const char *id);

size_t kp_target_fields(const kp_target *target);

#endif
