/* SPDX-License-Identifier: MPL-2.0
 *
 * cells.h: sheets, rows and cells of an .ods, as its elements begin and end. No UNO, no I/O.
 */
#ifndef KENPO_STORED_ODS_CELLS_H
#define KENPO_STORED_ODS_CELLS_H

#include "stored/ods/ods.h"

/** An element begins. */
typedef void kp_ods_start(kp_ods *ods, const kp_xml_element *element);
kp_ods_start kp_ods_start_table, kp_ods_start_group, kp_ods_start_column, kp_ods_start_row,
    kp_ods_start_cell, kp_ods_start_paragraph, kp_ods_start_spaces, kp_ods_start_tab,
    kp_ods_start_break, kp_ods_start_field, kp_ods_start_subtable;

/** Letters of a paragraph; an element ends. */
void kp_ods_take_text(kp_ods *ods, const char *text, size_t length);
void kp_ods_end_table(kp_ods *ods);
void kp_ods_end_group(kp_ods *ods);
void kp_ods_end_row(kp_ods *ods);
void kp_ods_end_cell(kp_ods *ods);

#endif
