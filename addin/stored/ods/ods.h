/* SPDX-License-Identifier: MPL-2.0
 *
 * ods.h: the files inside an .ods, as texts, into the model of a workbook. What Calc would show of
 * them is taken; what Calc passes over is passed over. No UNO, no I/O.
 */
#ifndef KENPO_STORED_ODS_ODS_H
#define KENPO_STORED_ODS_ODS_H

#include "stored/index.h"
#include "stored/workbook.h"
#include "stored/xml.h"
#include "system/buffer.h"

/** What a file inside the package tells; read them in this order. */
typedef enum kp_ods_part {
    KP_ODS_META,
    KP_ODS_SETTINGS,
    KP_ODS_STYLES,
    KP_ODS_CONTENT
} kp_ods_part;

typedef enum kp_ods_end {
    KP_ODS_READ,
    KP_ODS_BROKEN, /**< no XML, or not what a workbook has there */
    KP_ODS_HUGE    /**< a limit was passed */
} kp_ods_end;

/** What an open element is for; see the tables of ods.c and cells.c. */
typedef unsigned char kp_ods_role;

/** What is read of a cell before it ends. */
typedef struct kp_ods_cell {
    kp_stored_cell cell;
    long repeated;
    kp_buffer shown; /**< the text of its paragraphs */
    size_t paragraphs;
    bool styled;          /**< it has a style of its own */
    bool error;           /**< calcext:value-type="error" */
    bool untyped;         /**< it says no type at all */
    const char *own_text; /**< office:string-value */
} kp_ods_cell;

/** Columns up to `last`, from the one behind the element before, and the style of their cells. */
typedef struct kp_ods_column {
    long last;
    size_t style;
} kp_ods_column;

/** So many links are told; a file with more has told enough. */
enum { KP_ODS_LINKS = 50 };

/** The reading of one package. */
typedef struct kp_ods {
    kp_workbook *workbook;
    kp_buffer *why;
    kp_ods_part part;
    kp_ods_end end;
    kp_ods_role roles[64]; /**< of the open elements */
    size_t depth;          /**< how many are open */
    bool found;            /**< the part held what it is for */
    kp_buffer text;        /**< of the element that is read now */
    const char *name;      /**< of a property or setting that is read now */

    kp_stored_sheet *sheet; /**< the one that is read now; NULL none */
    long row, column, rows; /**< where, and for how many rows a row stands */
    size_t row_cells;       /**< how many cells there were before the row */
    size_t hidden_groups;
    bool row_hidden;
    kp_ods_column *columns; /**< of the sheet */
    size_t column_count, column_size;
    kp_ods_cell cell;
    size_t cells; /**< of all sheets */

    const char **styles; /**< of cells; until the end a look is 1 + the index of the style, or 0 */
    size_t style_count, style_size;
    kp_index style_index;
    const char **hidden_tables; /**< names of the styles of sheets that hide them */
    size_t hidden_table_count, hidden_table_size;
    const char *style;                 /**< of a sheet, whose properties are read now */
    const char *links[KP_ODS_LINKS];   /**< targets outside the file, whatever element names them */
    const char *link_of[KP_ODS_LINKS]; /**< those elements */
    size_t link_count;
} kp_ods;

/** Reads one of the files; `text` is changed thereby. Where it does not end well, `why` says more. */
kp_ods_end kp_ods_read(kp_ods *ods, kp_ods_part part, char *text, size_t length);

/** Puts right what only the end of all parts tells, and releases what reading needed. */
void kp_ods_finish(kp_ods *ods);

/** For the modules of this reader: ends the reading, with words. Gives false. */
bool kp_ods_fail(kp_ods *ods, kp_ods_end end, const char *words);

#endif
