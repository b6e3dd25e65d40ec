/* SPDX-License-Identifier: MPL-2.0
 *
 * paste.c: the command 貼り付け(入力欄へ).
 */
#include "import/paste.h"

#include <stdlib.h>
#include <string.h>

#include "form/boxes.h"
#include "form/form.h"
#include "import/ask.h"
#include "import/table/amount.h"
#include "import/table/table.h"
#include "kenpo/text.h"
#include "system/letters.h"
#include "system/lines.h"
#include "uno/access.h"
#include "uno/document.h"

typedef struct paste {
    kp_ask ask;
    kp_table table;
    uno_Interface *sheet;
    kp_area from; /**< the selection: its first cell counts */
    long bottom;  /**< the last row that holds anything */
    kp_boxes boxes;
    long *rows; /**< where each row of the table goes; -1: nowhere */
    size_t taken;
    kp_buffer left; /**< what was not taken, line by line */
} paste;

static bool row_is_open(const paste *p, long row) {
    for (size_t i = 0; i < p->table.columns; i++)
        if (!kp_form_locked(p->sheet, p->from.left + (long)i, row)) return true;
    return false;
}

/* ---------------------------------------------------------------------------------- which rows */

/* The open rows from the selected cell on, one after the other; gives how many locked ones lie between. */
static size_t over_locked(paste *p) {
    size_t passed = 0;
    long row = p->from.top;
    for (size_t i = 0; i < p->table.count; i++, row++) {
        size_t locked = 0;
        for (; row <= p->bottom && !row_is_open(p, row); row++)
            locked++;
        if (row > p->bottom && locked > 0) row = p->bottom + 1;
        p->rows[i] = row <= p->bottom ? row : -1;
        passed += p->rows[i] >= 0 ? locked : 0;
    }
    return passed;
}

/* Row by row, as the table has them: gives whether it has nothing where the form takes nothing. */
static bool side_by_side(paste *p) {
    bool blank = true;
    for (size_t i = 0; i < p->table.count; i++) {
        p->rows[i] = p->from.top + (long)i;
        blank = blank && (kp_table_blank(&p->table, i) || row_is_open(p, p->rows[i]));
    }
    return blank;
}

/* Whether the table has rows for the locked ones, too, only who copied it knows: asked, unless there are
 * none, or it is blank just there. */
static void choose_rows(paste *p) {
    if (over_locked(p) == 0 || side_by_side(p)) return;
    bool alike = kp_ask_yes(
        &p->ask,
        kp_ask_say(
            &p->ask,
            kp_t(
                "貼り付け先の間に、入力できない行(小計など)があります。\nコピーした列にも、その行"
                "がありますか。\n\nはい: 行の位置をそろえ、その行の値は捨てます。\nいいえ: その行を"
                "飛ばして、順に入れます。",
                "Rows that are computed (subtotals) lie in between.\nDoes what was copied "
                "have these rows, too?\n\nYes: row by row; their values are "
                "dropped.\nNo: they are passed over.")));
    if (!alike) over_locked(p);
}

/* ---------------------------------------------------------------------------------- one value */

static void leave(paste *p, long column, long row, const char *text, kp_text why) {
    char name[16];
    kp_cell_name(column, row, name);
    kp_putf(&p->left, "%s %s", name, kp_ask_say(&p->ask, kp_t("「", "“")));
    kp_put_seen(&p->left, text);
    kp_putf(&p->left, "%s%s\n", kp_ask_say(&p->ask, kp_t("」: ", "”: ")), kp_ask_say(&p->ask, why));
}

static void leave_by_box(paste *p, long column, long row, const char *text, const kp_box *box) {
    kp_auto_buffer words = {0};
    kp_put(&words,
           kp_ask_say(&p->ask, kp_t("この欄に入力できない値です(", "no value for this cell (")));
    kp_box_say(box, p->ask.language, &words);
    kp_put(&words, ")");
    leave(p, column, row, text, kp_t(kp_buffer_text(&words), kp_buffer_text(&words)));
}

/* Whether a text keeps the rule of a cell: one of a list, or not longer than it may be. */
static bool text_fits(uno_Interface *cell, const char *text) {
    enum { TEXT_LENGTH = 5, LIST = 6 }; /* com.sun.star.sheet.ValidationType */
    kp_auto rule = kp_property_object(cell, "Validation");
    int type = (int)kp_property_number(rule, "Type", 0);
    if (type == LIST) {
        kp_auto_text all = kp_get_text(rule, "sheet.XSheetCondition::getFormula1", "");
        kp_auto_buffer quoted = {0};
        kp_putf(&quoted, "\"%s\"", text);
        return all == NULL || *all != '"' || strstr(all, kp_buffer_text(&quoted)) != NULL;
    }
    kp_auto_text most =
        type == TEXT_LENGTH ? kp_get_text(rule, "sheet.XSheetCondition::getFormula2", "") : NULL;
    long letters = 0;
    for (const char *at = text; *at != '\0'; letters++)
        kp_letter_next(&at);
    return most == NULL || *most == '\0' || letters <= strtol(most, NULL, 10);
}

static void put(paste *p, uno_Interface *cell, const char *text, const kp_num *number) {
    if (number != NULL)
        kp_cell_put_number(cell, kp_num_to_double(*number));
    else
        kp_cell_put_text(cell, text);
    p->taken++;
}

static void put_by_box(paste *p, uno_Interface *cell, const char *text, const kp_box *box,
                       long column, long row) {
    kp_amount_read read = kp_amount_from(text);
    if (kp_box_takes_text(box, text))
        put(p, cell, text, NULL);
    else if (read.kind == KP_AMOUNT_NONE)
        leave(p, column, row, text, read.why);
    else if (read.kind == KP_AMOUNT_NUMBER && kp_box_takes(box, kp_num_to_double(read.number)))
        put(p, cell, NULL, &read.number);
    else if (read.kind == KP_AMOUNT_NUMBER)
        leave_by_box(p, column, row, text, box);
}

static void put_one(paste *p, const char *text, long column, long row) {
    if (kp_same_name(text, "")) return;
    if (row < 0 || kp_form_locked(p->sheet, column, row)) {
        leave(p, column, row < 0 ? p->bottom : row, text,
              row < 0 ? kp_t("入力欄が足りません", "there are no more open cells")
                      : kp_t("入力できない欄です", "its cell is not open"));
        return;
    }
    kp_auto cell = kp_cell_at(p->sheet, column, row);
    const kp_box *box = kp_boxes_at(&p->boxes, p->from.sheet, column, row);
    if (box != NULL)
        put_by_box(p, cell, text, box, column, row);
    else if (text_fits(cell, text))
        put(p, cell, text, NULL);
    else
        leave(p, column, row, text, kp_t("この欄に入力できない文字です", "no text for this cell"));
}

/* -------------------------------------------------------------------------------------- whole */

static void put_all(paste *p) {
    for (size_t i = 0; i < p->table.count; i++)
        for (size_t c = 0; c < p->table.rows[i].count; c++)
            put_one(p, kp_table_at(&p->table, i, c), p->from.left + (long)c, p->rows[i]);
}

static void tell(paste *p) {
    kp_auto_buffer words = {0};
    kp_putf(&words,
            kp_ask_say(&p->ask, kp_t("%zu 個の値を入れました(元に戻す: Ctrl+Z)。",
                                     "%zu values are put in (undo: Ctrl+Z).")),
            p->taken);
    if (p->left.used == 0) {
        kp_ask_tell(&p->ask, KP_TELL_INFO, kp_buffer_text(&words));
        return;
    }
    kp_put(&words, kp_ask_say(&p->ask, kp_t("\n入れなかったもの:", "\nNot taken:")));
    kp_ask_lines(&p->ask, kp_buffer_text(&words), kp_buffer_text(&p->left), false);
}

/* The first cell of what is selected, where that is cells of one sheet. */
static bool find_selection(paste *p) {
    kp_auto controller = kp_get(p->ask.document, "frame.XModel::getCurrentController", "");
    kp_auto selection = kp_get(controller, "view.XSelectionSupplier::getSelection", "");
    kp_auto cells = kp_query(selection, "sheet.XCellRangeAddressable");
    p->from = kp_area_of(cells);
    if (cells == NULL || p->from.right < 0) return false;
    kp_auto sheets = kp_sheets(p->ask.document);
    p->sheet = kp_element(sheets, (size_t)p->from.sheet);
    p->bottom = kp_sheet_content(p->sheet).bottom;
    if (p->bottom < p->from.top) p->bottom = p->from.top;
    return true;
}

static bool find_text(paste *p) {
    kp_auto_text text = kp_clipboard_text(p->ask.context);
    if (text == NULL || *text == '\0') {
        kp_ask_tell(
            &p->ask, KP_TELL_INFO,
            kp_ask_say(&p->ask, kp_t("クリップボードに文字がありません。先にコピーしてください。",
                                     "There is no text in the clipboard: copy something.")));
        return false;
    }
    if (kp_table_read(&p->table, text, strlen(text), '\t') && p->table.count > 0) return true;
    if (p->table.failure.ja != NULL)
        kp_ask_tell(&p->ask, KP_TELL_WARNING, kp_ask_say(&p->ask, p->table.failure));
    return false;
}

static void paste_here(paste *p) {
    if (!find_text(p)) return;
    if (!find_selection(p)) {
        kp_ask_tell(&p->ask, KP_TELL_INFO,
                    kp_ask_say(&p->ask, kp_t("貼り付け先の最初の欄を一つ選んでください。",
                                             "Please select the first cell to paste into.")));
        return;
    }
    p->rows = calloc(p->table.count, sizeof *p->rows);
    if (p->rows == NULL) return;
    p->boxes = kp_boxes_read(p->ask.document);
    choose_rows(p);
    kp_undo_begin(p->ask.document, p->ask.title);
    put_all(p);
    kp_undo_end(p->ask.document);
    tell(p);
}

void kp_paste_ask(uno_Interface *context, kp_language language) {
    paste p = {.sheet = NULL};
    if (kp_ask_begin(&p.ask, context, language,
                     kp_t("貼り付け(入力欄へ)", "Paste into input cells")))
        paste_here(&p);
    kp_table_end(&p.table);
    kp_boxes_end(&p.boxes);
    kp_buffer_end(&p.left);
    kp_release(p.sheet);
    free(p.rows);
    kp_ask_end(&p.ask);
}
