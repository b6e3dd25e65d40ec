/* SPDX-License-Identifier: MPL-2.0
 *
 * basis.h: 計算根拠, the sheet of a submission copy that says for each replaced cell how its value
 * came about: where it stands, its label, the formula as typed, each argument's value, the result,
 * the explanation, the citation, the add-in's version. Each row carries a checksum, and the last
 * row one over all rows, so that a changed row is found and named.
 */
#ifndef KENPO_BOOK_BASIS_H
#define KENPO_BOOK_BASIS_H

#include "system/buffer.h"
#include "uno/document.h"
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
extern const char KP_KIND_CELL[];      /**< セル: a cell's formula */
extern const char KP_KIND_ARRAY[];     /**< 配列: a cell of an array formula; 「配列 2,1」 */
extern const char KP_KIND_NAME[];      /**< 名前: a named expression */
extern const char KP_KIND_CONDITION[]; /**< 条件付き書式 */
extern const char KP_KIND_VALIDITY[];  /**< 入力規則 */
extern const char KP_KIND_SHEET[];     /**< シート: the content of a whole sheet */
extern const char KP_KIND_TOTAL[];     /**< 合計: the last row */

/** The name of the sheet: 計算根拠. */
extern const char KP_BASIS_NAME[];

typedef struct kp_basis_row {
    char *fields[KP_BASIS_COLUMNS]; /**< NULL is empty */
    kp_content result;
    bool settled; /**< intake has computed and compared it */
} kp_basis_row;

typedef struct kp_basis {
    kp_basis_row *rows;
    size_t count;
    size_t size;
    bool failed; /**< memory ran short */
} kp_basis;

/** A new, empty row at the end, or NULL where memory is short. */
kp_basis_row *kp_basis_add(kp_basis *basis);

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

/** The checksum of a row, over everything but the checksum. */
void kp_basis_check(const kp_basis_row *row, char check[]);

/** Numbers the rows, gives them their checksums, and adds the total row about `source`, which also
 *  says in which language our functions wrote their texts. */
void kp_basis_seal(kp_basis *basis, const char *source, kp_language language);

/** That language; `otherwise` where the table, of an older version, does not say. */
kp_language kp_basis_language(const kp_basis *basis, kp_language otherwise);

/** Drops all rows but the first `count`. */
void kp_basis_cut(kp_basis *basis, size_t count);

/** The row of the sheet (from 0) in which row `index` of the table stands. */
long kp_basis_line(size_t index);

/** Writes the sheet into the document, at its end, replacing one that is there already. */
bool kp_basis_write(const kp_basis *basis, uno_Interface *document, kp_language language);

/** Writes only the rows from `from` on, into the sheet that is there already. */
bool kp_basis_write_rows(const kp_basis *basis, size_t from, uno_Interface *document);

/** Reads the sheet. False where the document has none, or none that can be read as such. */
bool kp_basis_read(kp_basis *basis, uno_Interface *document);

void kp_basis_end(kp_basis *basis);

#endif
