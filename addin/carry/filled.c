/* SPDX-License-Identifier: MPL-2.0
 *
 * filled.c: a workbook that somebody filled in, as data.
 */
#include "carry/filled.h"

#include <string.h>

#include "kenpo/year.h"
#include "stored/read/read.h"
#include "stored/spelling.h"
#include "system/path.h"

/* ------------------------------------------------------------------------------------- reading */

static kp_text refusal_of(kp_file_kind kind) {
    static const kp_text WORDS[] = {
        [KP_FILE_EMPTY] = {"ファイルが空です。", "The file is empty."},
        [KP_FILE_OLE] = {"パスワードで暗号化されているか、古い .xls "
                         "形式です。パスワードを外し、.ods か .xlsx で保存してください。",
                         "It is encrypted by a password, or an old .xls. Please store it without "
                         "password as .ods or .xlsx."},
        [KP_FILE_PDF] = {"PDF からは読めません。.ods か .xlsx を選んでください。",
                         "A PDF cannot be read. Please choose the .ods or .xlsx."},
        [KP_FILE_OTHER] = {".ods、.ots、.xlsx のファイルではありません。",
                           "It is no .ods, .ots or .xlsx."},
        [KP_FILE_HUGE] = {"大きすぎるため、読みません。", "It is too large to be read."},
        [KP_FILE_BROKEN] = {"ファイルが壊れています。", "The file is damaged."},
        [KP_FILE_MISSING] = {"ファイルがないか、読めません。",
                             "There is no such file, or it cannot be read."},
    };
    return WORDS[kind];
}

static kp_text fault_of(kp_reading reading) {
    switch (reading) {
    case KP_READ_ENCRYPTED:
        return kp_t("パスワードで暗号化されているため読めません。パスワードを外して保存してくださ"
                    "い。",
                    "It is encrypted by a password. Please store it without one.");
    case KP_READ_HUGE:
        return refusal_of(KP_FILE_HUGE);
    case KP_READ_MEMORY:
        return kp_t("メモリーが足りず、読めません。", "Memory is short; it cannot be read.");
    default:
        return kp_t("ファイルが壊れているか、内容が拡張子と違います。",
                    "The file is damaged, or its content is not what its name says.");
    }
}

/* Years are typed as 2027, R9, 令和9年度; beside the cell the number stands, in forms of this version. */
static int year_of(const kp_filled *filled) {
    double number = 0;
    int year = 0;
    kp_filled_cell found;
    if (kp_filled_number(filled, "年度_西暦", &number) || kp_filled_number(filled, "年度", &number))
        return number >= KP_FIRST_YEAR && number <= KP_LAST_YEAR ? (int)number : 0;
    if (!kp_filled_named(filled, "年度", &found) || found.cell == NULL ||
        found.cell->text == NULL || kp_year_from_text(found.cell->text, NULL, &year) != KP_OK)
        return 0;
    return year;
}

bool kp_filled_read(kp_filled *filled, uno_Interface *context, const char *path,
                    kp_report *report) {
    kp_auto_buffer why = {0};
    *filled = (kp_filled){.path = path};
    kp_file_kind kind = kp_file_look(path).kind;
    if (kind != KP_FILE_ZIP) {
        kp_tell_failure(report, KP_UNREADABLE, path, refusal_of(kind));
        return false;
    }
    kp_reading reading = kp_workbook_read(&filled->workbook, context, path, &why);
    if (reading == KP_READ && filled->workbook.failed) reading = KP_READ_MEMORY;
    if (reading != KP_READ) {
        kp_tell_failure(report, KP_UNREADABLE, path, fault_of(reading));
        return false;
    }
    kp_form_mark_parse(filled->workbook.form, &filled->mark);
    filled->year = year_of(filled);
    return true;
}

void kp_filled_end(kp_filled *filled) {
    kp_workbook_end(&filled->workbook);
    *filled = (kp_filled){0};
}

/* --------------------------------------------------------------------------------------- cells */

static const kp_stored_name *name_of(const kp_workbook *workbook, const char *name) {
    for (size_t i = 0; i < workbook->name_count; i++) {
        const kp_stored_name *at = &workbook->names[i];
        if (at->kind == KP_NAME_ORDINARY && at->sheet == NULL && strcmp(at->name, name) == 0)
            return at;
    }
    return NULL;
}

bool kp_filled_area(const kp_filled *filled, const char *name, const kp_stored_sheet **sheet,
                    kp_stored_area *area) {
    const kp_stored_name *found = name_of(&filled->workbook, name);
    kp_auto_buffer content = {0};
    kp_auto_buffer where = {0};
    if (found == NULL) return false;
    kp_spell_name(filled->workbook.format, found->content, &content);
    if (!kp_spelled_area(kp_buffer_text(&content), &where, area)) return false;
    *sheet = kp_workbook_sheet(&filled->workbook, kp_buffer_text(&where));
    return *sheet != NULL;
}

bool kp_filled_named(const kp_filled *filled, const char *name, kp_filled_cell *found) {
    kp_stored_area area;
    if (!kp_filled_area(filled, name, &found->sheet, &area)) return false;
    found->column = area.left;
    found->row = area.top;
    found->cell = kp_stored_at(found->sheet, area.left, area.top);
    return true;
}

const kp_stored_look *kp_filled_look(const kp_filled *filled, const kp_stored_sheet *sheet,
                                     long column, long row) {
    const kp_stored_cell *cell = kp_stored_at(sheet, column, row);
    size_t look = cell == NULL ? 0 : cell->look;
    for (size_t i = 0; cell == NULL && i < sheet->blank_count; i++) {
        const kp_stored_area *area = &sheet->blanks[i].area;
        if (column >= area->left && column <= area->right && row >= area->top &&
            row <= area->bottom)
            look = sheet->blanks[i].look;
    }
    return &filled->workbook.looks[look];
}

bool kp_filled_number(const kp_filled *filled, const char *name, double *number) {
    kp_filled_cell found;
    bool is = kp_filled_named(filled, name, &found) && found.cell != NULL &&
              found.cell->kind == KP_STORED_NUMBER;
    if (is) *number = found.cell->number;
    return is;
}

const char *kp_filled_society(const kp_filled *filled) {
    kp_filled_cell found;
    bool is = kp_filled_named(filled, "組合名称", &found) && found.cell != NULL &&
              found.cell->text != NULL;
    return is ? found.cell->text : "";
}
