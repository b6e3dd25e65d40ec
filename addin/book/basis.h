/* SPDX-License-Identifier: MPL-2.0
 *
 * basis.h: 計算根拠, the sheet of a submission copy that says for each replaced cell how its value
 * came about: where it stands, its label, the formula as typed, each argument's value, the result,
 * the explanation, the citation, the add-in's version. Each row carries a checksum, and the last
 * row one over all rows, so that a changed row is found and named.
 */
#ifndef KENPO_BOOK_BASIS_H
#define KENPO_BOOK_BASIS_H

#include "book/digest.h"
#include "stored/workbook.h"
#include "system/buffer.h"
#include "uno/document.h"
#include "kenpo/check.h"
#include "kenpo/status.h"

/** The columns of the sheet, in their order. */
typedef enum kp_basis_column {
    KP_BASIS_NUMBER,
    KP_BASIS_KIND,
    KP_BASIS_SHEET,
    KP_BASIS_CELL,
    KP_BASIS_LABEL,
    KP_BASIS_FORMULA,
    KP_BASIS_ARGUMENTS,
    KP_BASIS_RESULT,
    KP_BASIS_EXPLANATION,
    KP_BASIS_CITATION,
    KP_BASIS_VERSION,
    KP_BASIS_CHECK,
    KP_BASIS_COLUMNS
} kp_basis_column;

/** What a row is about; files hold the Japanese words, whatever the office's language. */
typedef enum kp_row_kind {
    KP_ROW_OTHER,     /**< none of these: a table that was changed */
    KP_ROW_CELL,      /**< セル: a cell's formula */
    KP_ROW_ELEMENT,   /**< 配列 2,1: a cell of an array formula, in its row 2 and column 1 */
    KP_ROW_NAME,      /**< 名前: a named expression; its label is the name */
    KP_ROW_CONDITION, /**< 条件付き書式 */
    KP_ROW_VALIDITY,  /**< 入力規則 */
    KP_ROW_SHEET,     /**< シート: the content of a whole sheet */
    KP_ROW_TOTAL      /**< 合計: the last row */
} kp_row_kind;

/** The name of the sheet: 計算根拠. */
extern const char KP_BASIS_NAME[];

/** A row: its texts, and what they say, parsed once where the row is made or read. */
typedef struct kp_basis_row {
    char *fields[KP_BASIS_COLUMNS]; /**< NULL is empty */
    kp_row_kind kind;
    int element_row, element_column; /**< of KP_ROW_ELEMENT, from 1 */
    bool placed;                     /**< the cell is one: */
    long column, row;                /**< from 0 */
    kp_content result;
    kp_severity severity; /**< of a check: what it finds; only in memory, as the next */
    bool unknown;         /**< what it finds is not known: then that is what it could find */
    bool settled;         /**< intake has computed and compared it */
    bool failed;          /**< a text of it is lost: memory ran short */
} kp_basis_row;

typedef struct kp_basis {
    kp_basis_row *rows;
    size_t count;
    size_t size;
    bool failed; /**< memory ran short; known when it is sealed or read */
} kp_basis;

/** A new row of that kind about a cell of a sheet; column and line from 0, -1 for none. NULL where
 *  memory is short. An element of an array formula also says which, from 1. */
kp_basis_row *kp_basis_add_at(kp_basis *basis, kp_row_kind kind, const char *sheet, long column,
                              long line);
void kp_basis_set_element(kp_basis_row *row, int element_row, int element_column);

/** Sets a field to a copy of `text`. */
void kp_basis_set(kp_basis_row *row, kp_basis_column column, const char *text);
const char *kp_basis_get(const kp_basis_row *row, kp_basis_column column);

/** Takes over the result and writes its text. */
void kp_basis_set_result(kp_basis_row *row, kp_content result);

/** A result as it is shown: numbers with 15 digits, errors as English Calc shows them. */
void kp_result_plain(const kp_content *result, kp_buffer *out);

/** A result as text that says its kind: numbers with 15 digits, errors as English Calc shows
 *  them. Two results are equal if these texts are. */
void kp_result_text(const kp_content *result, kp_buffer *out);

/** Whether both are the same, a number to the last bit. */
bool kp_result_same(const kp_content *one, const kp_content *other);

/** Whether both are the same as far as a file keeps them: 15 digits of a number. */
bool kp_result_alike(const kp_content *one, const kp_content *other);

/** The checksum of a row, over everything but the checksum. */
void kp_basis_check(const kp_basis_row *row, kp_digest_kind kind, char check[KP_DIGEST]);

/** Numbers the rows, gives them their checksums, and adds the total row about `source`, which also
 *  says in which language our functions wrote their texts. */
void kp_basis_seal(kp_basis *basis, const char *source, kp_language language);

/** That language; `otherwise` where the table, of an older version, does not say. */
kp_language kp_basis_language(const kp_basis *basis, kp_language otherwise);

/** Moves the rows of the other table to the end of this one. */
void kp_basis_take(kp_basis *basis, kp_basis *other);

/** Drops all rows but the first `count`. */
void kp_basis_cut(kp_basis *basis, size_t count);

/** The row of the sheet (from 0) in which row `index` of the table stands; and the reference to its
 *  result, "$計算根拠.$H$5". */
long kp_basis_line(size_t index);
void kp_basis_reference(size_t index, kp_buffer *out);

/** Writes the sheet into the document, at its end, replacing one that is there already. */
bool kp_basis_write(const kp_basis *basis, uno_Interface *document, kp_language language);

/** Writes only the rows from `from` on, into the sheet that is there already. */
bool kp_basis_write_rows(const kp_basis *basis, size_t from, uno_Interface *document);

/** Reads the sheet. False where the workbook has none, or none that can be read as such. */
bool kp_basis_read(kp_basis *basis, const kp_workbook *workbook);

/** Whether that sheet holds nothing but the table: its title and heads as this extension writes
 *  them, in either language, and no more. Else the place of the first cell that does not belong
 *  there, at least 16 bytes. */
bool kp_basis_is_plain(const kp_basis *basis, const kp_workbook *workbook, char *place);

void kp_basis_end(kp_basis *basis);

#endif
