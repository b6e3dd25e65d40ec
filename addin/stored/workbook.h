/* SPDX-License-Identifier: MPL-2.0
 *
 * workbook.h: a stranger's workbook as data. It is read from the file's XML (.ods, .xlsx), never
 * opened as a document: nothing in it is computed, followed or run. What is in the model is what the
 * file says, not whether it is true. All texts of the model live as long as the workbook. No UNO.
 */
#ifndef KENPO_STORED_WORKBOOK_H
#define KENPO_STORED_WORKBOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "system/look.h"

typedef enum kp_stored_kind {
    KP_STORED_EMPTY, /**< no content; it may still have a look */
    KP_STORED_NUMBER, /**< also dates (as Calc counts them, day 0 is 1899-12-30), per cents, truth values */
    KP_STORED_TEXT,
    KP_STORED_ERROR /**< an error as English Calc shows it, "#N/A", "Err:502" */
} kp_stored_kind;

typedef struct kp_stored_cell {
    long column, row; /**< from 0 */
    kp_stored_kind kind;
    double number;
    const char *text;  /**< of TEXT and ERROR; else NULL */
    const char *shown; /**< what the file says is seen (.ods text:p); NULL where it does not say */
    const char *
        formula; /**< as the file spells it, "of:=SUM([.A1:.A2])", .xlsx "SUM(A1:A2)"; NULL: none */
    const char *
        typed; /**< "time", "date", or the sign of a currency but the yen: how the file says that the number is meant; NULL */
    long across, down; /**< of an array formula: how many cells it covers; else 0 */
    size_t look;       /**< of workbook->looks */
} kp_stored_cell;

/** Cells from..to, both included and from 0. */
typedef struct kp_stored_area {
    long left, top, right, bottom;
} kp_stored_area;

typedef struct kp_stored_areas {
    kp_stored_area *area;
    size_t count, size;
} kp_stored_areas;

/** How cells are seen: resolved, through styles, defaults and parents, and spelled alike for both
 *  formats. Equal looks have equal numbers within one workbook. */
typedef struct kp_stored_look {
    const char *format; /**< number format as a code in English: "#,##0;-#,##0", "General", "@" */
    long colour;        /**< 0xRRGGBB of letters; -1 automatic */
    long ground;        /**< 0xRRGGBB; -1 none */
    double size;        /**< of letters, in points */
    const char *font;   /**< the name of its family; NULL where the file does not say */
    bool bold, struck, turned; /**< a line through the letters; letters that do not stand upright */
    bool unlettered;           /**< letters that are set not to be shown */
    bool hidden_content, hidden_formula, locked, unprinted;
} kp_stored_look;

/** Smaller letters, in points, cannot be read. */
enum { KP_TINY_LETTERS = 4 };

/** That of a cell of which nothing is said. */
extern const kp_stored_look KP_PLAIN_LOOK;

/** The look of an area of cells that hold nothing: whole columns, rest of a row. */
typedef struct kp_stored_blank {
    kp_stored_area area;
    size_t look;
} kp_stored_blank;

typedef struct kp_stored_rule {
    kp_stored_area area;
    const char *
        rule; /**< a condition and what it does to the look, as one text, spelled alike for both formats */
} kp_stored_rule;

typedef struct kp_stored_rules {
    kp_stored_rule *rule;
    size_t count, size;
} kp_stored_rules;

/** How wide columns, or how high rows, from..to are, in points. */
typedef struct kp_stored_size {
    long from, to;
    double points;
} kp_stored_size;

typedef struct kp_stored_sizes {
    kp_stored_size *size;
    size_t count, room;
} kp_stored_sizes;

typedef struct kp_stored_sheet {
    const char *name;
    bool hidden;
    bool guarded;          /**< the sheet is protected */
    kp_stored_cell *cells; /**< with content, by row, then column */
    size_t count, size;
    kp_stored_blank *
        blanks; /**< without content, where the file gives them a look; may lie over each other: the last holds */
    size_t blank_count, blank_size;
    kp_stored_areas merged, hidden_rows, hidden_columns, printed;
    kp_stored_areas faint; /**< cells in which a part of the letters cannot be seen */
    kp_stored_sizes widths, heights;
    kp_stored_rules conditions, validities;
    size_t charts;     /**< forms have some, so they are not foreign of themselves */
    const char *drawn; /**< what charts say and of which cells, a line each; NULL nothing */
    const char *header, *footer; /**< of the page, as text; NULL none */
} kp_stored_sheet;

typedef enum kp_name_kind {
    KP_NAME_ORDINARY,
    KP_NAME_DATABASE, /**< a database range, which a formula may call by its name; .xlsx: a table */
    KP_NAME_LABEL     /**< a range whose labels a formula may call */
} kp_name_kind;

typedef struct kp_stored_name {
    kp_name_kind kind;
    const char *name;
    const char *sheet;   /**< NULL: of the workbook */
    const char *content; /**< as the file spells it: "$その1.$B$3", an expression */
    const char
        *base; /**< the cell that what is relative in it counts from, "$その1.$B$3"; or NULL */
} kp_stored_name;

/** What does not belong into a submission: a macro, an object, a picture, a link … */
typedef enum kp_foreign_kind {
    KP_FOREIGN_MACRO,  /**< a script in any language, a dialog, an event that is bound */
    KP_FOREIGN_LINK,   /**< to anything outside the file */
    KP_FOREIGN_OBJECT, /**< an embedded object, control, drawing over cells */
    KP_FOREIGN_PICTURE,
    KP_FOREIGN_NOTE,  /**< a comment in a cell */
    KP_FOREIGN_STREAM /**< a file in the package that nobody needs */
} kp_foreign_kind;

typedef struct kp_foreign {
    kp_foreign_kind kind;
    const char *where; /**< path in the package, or "sheet B12" */
    const char *what;
} kp_foreign;

typedef struct kp_workbook {
    kp_format format;     /**< by what is in it, whatever its name */
    const char *form;     /**< the mark of a form (property KenpoForm), or NULL */
    const char *grows;    /**< tables that may be longer (property KenpoGrows), or NULL */
    const char *producer; /**< the program that stored the file, or NULL */
    kp_stored_sheet *sheets;
    size_t count, size;
    kp_stored_name *names;
    size_t name_count, name_size;
    kp_stored_look *looks; /**< the first is that of a cell with none */
    size_t look_count, look_size;
    kp_foreign *foreign;
    size_t foreign_count, foreign_size;
    const char *
        settings; /**< of computing, as far as they are not the office's own: "null date 1904; precision as shown" or NULL */
    struct kp_pool_block *texts;
    bool failed; /**< memory was short: something is missing */
} kp_workbook;

void kp_workbook_end(kp_workbook *workbook);

/** The sheet of that name, and what stands in a cell of it; NULL for none. */
const kp_stored_sheet *kp_workbook_sheet(const kp_workbook *workbook, const char *name);
const kp_stored_cell *kp_stored_at(const kp_stored_sheet *sheet, long column, long row);

/** For the readers of both formats: a copy of the text that lives as long as the workbook, and a new
 *  element of a list, all zero. NULL where memory is short; then the workbook has failed. */
const char *kp_workbook_keep(kp_workbook *workbook, const char *text, size_t length);
kp_stored_sheet *kp_workbook_add_sheet(kp_workbook *workbook, const char *name);
kp_stored_cell *kp_workbook_add_cell(kp_workbook *workbook, kp_stored_sheet *sheet);
kp_stored_blank *kp_workbook_add_blank(kp_workbook *workbook, kp_stored_sheet *sheet);
kp_stored_name *kp_workbook_add_name(kp_workbook *workbook);
void kp_workbook_add_area(kp_workbook *workbook, kp_stored_areas *areas, kp_stored_area area);
void kp_workbook_add_size(kp_workbook *workbook, kp_stored_sizes *sizes, kp_stored_size size);
/** Adds a line to what the sheet's charts say. */
void kp_workbook_add_drawn(kp_workbook *workbook, kp_stored_sheet *sheet, const char *line);
void kp_workbook_add_rule(kp_workbook *workbook, kp_stored_rules *rules, kp_stored_area area,
                          const char *rule);
void kp_workbook_add_foreign(kp_workbook *workbook, kp_foreign_kind kind, const char *where,
                             const char *what);
/** A setting that is not the office's own; value may be NULL. */
void kp_workbook_add_setting(kp_workbook *workbook, const char *name, const char *value);
/** The number of that look, which is put into the list where it is new. */
size_t kp_workbook_look(kp_workbook *workbook, const kp_stored_look *look);

#endif
