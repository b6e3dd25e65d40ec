/* SPDX-License-Identifier: MPL-2.0
 *
 * sheet_of_values.h: the sheet 諸元 of an open workbook, row by row. Its cells are found by their names and by
 * the heads above them.
 */
#ifndef KENPO_IMPORT_SHEET_OF_VALUES_H
#define KENPO_IMPORT_SHEET_OF_VALUES_H

#include "form/boxes.h"
#include "import/table/yearly.h"
#include "uno/document.h"

typedef struct kp_factors {
    uno_Interface *sheet;
    kp_area own;                                                    /**< the society's own values */
    long ids, own_sources, labels, units, years, recorded, sources; /**< columns */
    kp_boxes boxes;
} kp_factors;

typedef struct kp_factor {
    char *id, *label, *unit; /**< NULL where nothing stands there */
    char *source;            /**< of the value in force, as the sheet shows it */
    char *own_source;
    int year;
    bool has_own, has_recorded;
    kp_num own, recorded;
} kp_factor;

/** False where the workbook has none, or one of an older form without sources. End it in any case. */
bool kp_factors_find(kp_factors *factors, uno_Interface *document);
void kp_factors_end(kp_factors *factors);
long kp_factors_rows(const kp_factors *factors);

/** What stands in a row, from 0; end it by kp_factor_end. */
kp_factor kp_factor_at(const kp_factors *factors, long row);
void kp_factor_end(kp_factor *factor);

/** «諸元 H14»: where the own value of a row stands; whether it may be that; and putting it in with its source,
 *  behind which stands who says so. */
void kp_factors_name(const kp_factors *factors, long row, kp_buffer *out);
bool kp_factor_takes(const kp_factors *factors, long row, kp_num value);
void kp_factor_put(const kp_factors *factors, long row, kp_num value, const char *source,
                   const char *who);

/** The name of the society, to be freed, or NULL. */
char *kp_factors_society(uno_Interface *document);

/** Reads a file as a table parted by tabs. */
bool kp_factors_read_file(kp_table *table, uno_Interface *context, const char *path,
                          kp_language language, kp_buffer *why);

#endif
