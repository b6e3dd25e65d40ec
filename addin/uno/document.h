/* SPDX-License-Identifier: MPL-2.0
 *
 * document.h: spreadsheets, their sheets and cells, as the office offers them. Texts are UTF-8;
 * a `char *` that is returned is to be freed by the caller, an object to be released.
 */
#ifndef KENPO_UNO_DOCUMENT_H
#define KENPO_UNO_DOCUMENT_H

#include "uno/uno.h"
#include "uno/url.h"
#include "uno/value.h"

/** Opens a spreadsheet of the kind that `filter` reads, hidden, with macros and links off. Give it
 * a private copy of a user's file: the office would lock the original, and refuses to change some
 *  things in a document that is opened read-only. NULL where it cannot be opened; `message` says
 *  what the office said. */
uno_Interface *kp_document_open(uno_Interface *context, const char *url, const char *filter,
                                char *message, size_t size);

/** A new, hidden, empty spreadsheet. */
uno_Interface *kp_document_new(uno_Interface *context);

/** Stores a copy under `url`; the document itself stays what it is. */
bool kp_document_store(uno_Interface *document, const char *url, const char *filter, char *message,
                       size_t size);

void kp_document_close(uno_Interface *document);

/** A document that only a program works on: it keeps nothing to undo, and rows keep their heights
 *  whatever is put into them. Without this each change of a cell has the office lay out its row
 *  again, which takes more time than all the rest. */
void kp_document_quiet(uno_Interface *document);

/** What is done between the two is undone and redone in one step, which the user sees under that title;
 *  kp_undo_take_back ends it, too, and leaves the document as it was before. */
void kp_undo_begin(uno_Interface *document, const char *title);
void kp_undo_end(uno_Interface *document);
void kp_undo_take_back(uno_Interface *document, const char *title);

/** Recalculates every formula, whether its cells changed or not. */
void kp_document_recalculate(uno_Interface *document);

/** The sheets as a container, one of them, and their number. */
uno_Interface *kp_sheets(uno_Interface *document);
uno_Interface *kp_sheet(uno_Interface *document, const char *name);
size_t kp_sheet_count(uno_Interface *document);
uno_Interface *kp_sheet_add(uno_Interface *document, const char *name, size_t position);
bool kp_sheet_remove(uno_Interface *document, const char *name);
char *kp_object_name(uno_Interface *object);

/** Calls `visit` for each sheet, in their order. The sheets must stay as many meanwhile. */
typedef void kp_sheet_visitor(void *data, uno_Interface *sheet, const char *name);
void kp_each_sheet(uno_Interface *document, kp_sheet_visitor *visit, void *data);

/** The cells that a name of the document stands for, or NULL. */
uno_Interface *kp_named_cells(uno_Interface *document, const char *name);

/** Whether a sheet, or a document's order of sheets, is protected; taking protection away without a
 *  password (false where there is one); and putting it back, without one. */
bool kp_is_protected(uno_Interface *object);
bool kp_unprotect(uno_Interface *object);
void kp_protect(uno_Interface *object);

/** Any number of areas: kp_auto_areas areas = kp_sheet_areas(sheet, KP_FORMULAS); */
typedef struct kp_areas {
    kp_area *areas;
    size_t count;
} kp_areas;
void kp_areas_end(kp_areas *areas);
#define kp_auto_areas __attribute__((cleanup(kp_areas_end))) kp_areas

/** The areas of an XSheetCellRanges; those of `sheet` whose cells hold content of these kinds
 *  (com.sun.star.sheet.CellFlags). None where memory is short. */
enum { KP_CONSTANTS = 1 | 2 | 4, KP_NUMBERS = 1 | 2, KP_FORMULAS = 16 };
kp_areas kp_areas_of(uno_Interface *ranges);
kp_areas kp_sheet_areas(uno_Interface *sheet, int flags);

/** Where cells stand; right and bottom are -1 where there are none. */
kp_area kp_area_of(uno_Interface *cells);

/** From the first cell to the last row and column that hold anything; right and bottom are -1
 *  where the sheet is empty. */
kp_area kp_sheet_content(uno_Interface *sheet);

uno_Interface *kp_area_cells(uno_Interface *sheet, kp_area area);
uno_Interface *kp_cell_at(uno_Interface *sheet, long column, long row);

/** Fills the area, row by row, from an array of anys: numbers, and texts as texts, even those that
 *  begin with "="; an empty text empties its cell. */
bool kp_area_fill(uno_Interface *sheet, kp_area area, const uno_Any *values);

/** Makes the rows of the area as high as what stands in them needs, on paper too, even in a quiet
 *  document. They keep that height from then on. */
void kp_area_fit_rows(uno_Interface *document, uno_Interface *sheet, kp_area area);

/** "B12" of a cell; `name` has at least 16 bytes. */
void kp_cell_name(long column, long row, char *name);
/** The reverse; false for anything but such a name. */
bool kp_cell_place(const char *name, long *column, long *row);

/** What stands in a cell: com.sun.star.table.CellContentType. */
typedef enum kp_cell_type {
    KP_CELL_IS_EMPTY,
    KP_CELL_IS_NUMBER,
    KP_CELL_IS_TEXT,
    KP_CELL_IS_FORMULA
} kp_cell_type;
kp_cell_type kp_type_of(uno_Interface *cell);

/** What a cell shows. */
typedef enum kp_content_kind { KP_EMPTY, KP_NUMBER, KP_STRING, KP_CALC_ERROR } kp_content_kind;
typedef struct kp_content {
    kp_content_kind kind;
    double number;
    char *text; /**< of KP_STRING; of KP_CALC_ERROR as the cell shows it */
    int error;  /**< Calc's code */
} kp_content;

/** The value of a cell, of a formula its result; of NULL, nothing. End it by kp_content_end, or let
 *  it end with the block: kp_auto_content content = kp_cell_content(cell); */
kp_content kp_cell_content(uno_Interface *cell);
void kp_content_end(kp_content *content);
#define kp_auto_content __attribute__((cleanup(kp_content_end))) kp_content

/** An element of what XCellRangeData::getDataArray gave; NULL outside of it. */
const uno_Any *kp_data_at(const uno_Any *data, size_t row, size_t column);

/** The same of such an element. False where only the cell can say: of an error,
 *  of an empty text and of the 0 of an empty cell, which look alike there. */
bool kp_data_content(const uno_Any *value, kp_content *content);

/** What a person sees in the cell; its formula in the office's own spelling, with ";". */
char *kp_cell_shown(uno_Interface *cell);
char *kp_cell_formula(uno_Interface *cell);

/** A cell's number format. What is put into a cell may bring one along: a formula that of a cell it reads, a
 *  text of digits that of texts. */
long kp_cell_format(uno_Interface *cell);
void kp_cell_set_format(uno_Interface *cell, long format);
bool kp_cell_set_formula(uno_Interface *cell, const char *formula);
void kp_cell_set_number(uno_Interface *cell, double number);
/** Text as text: a leading "=" makes no formula of it. */
void kp_cell_set_text(uno_Interface *cell, const char *text);

/** The same, and the cell keeps its number format. */
void kp_cell_put_number(uno_Interface *cell, double number);
void kp_cell_put_text(uno_Interface *cell, const char *text);

/** What a document says about itself; in it, the properties that are not the office's own. */
uno_Interface *kp_document_about(uno_Interface *document);
uno_Interface *kp_document_own_properties(uno_Interface *document);

#endif
