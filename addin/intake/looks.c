/* SPDX-License-Identifier: MPL-2.0
 *
 * looks.c: what a reader of a submission would see otherwise than its form shows it.
 */
#include "intake/looks.h"

#include <stdlib.h>
#include <string.h>

#include "form/looks.h"
#include "stored/values.h"

enum { PLACES = 5, MOST = 400 };

/* Differences of one kind and gravity on one sheet. */
typedef struct group {
    kp_look_kind kind;
    bool grave;
    const char *sheet;
    size_t count;
    kp_buffer places;
    char *kept[2]; /* of the first: as the form has it, and as it is */
} group;

typedef struct groups {
    group *group;
    size_t count;
} groups;

static group *group_of(groups *all, const kp_look_difference *d) {
    for (size_t i = 0; i < all->count; i++) {
        group *g = &all->group[i];
        if (g->kind == d->kind && g->grave == d->grave && strcmp(g->sheet, d->sheet) == 0) return g;
    }
    if (all->count == MOST) return NULL;
    group *g = &all->group[all->count++];
    *g = (group){.kind = d->kind, .grave = d->grave, .sheet = d->sheet};
    g->kept[0] = strdup(d->then);
    g->kept[1] = strdup(d->now);
    return g;
}

/* "B12", "B12:D14", of whole rows "12", of whole columns "C". */
static void put_area(kp_buffer *out, kp_stored_area area) {
    kp_auto_buffer cell = {0};
    if (area.right == -1) return;
    if (area.right == -2) {
        kp_putf(out, "%ld", area.top + 1);
        return;
    }
    kp_stored_put_place(&cell, area.left, area.bottom == -2 ? 0 : area.top);
    if (area.bottom == -2) {
        kp_put_bytes(out, cell.text, strcspn(kp_buffer_text(&cell), "0123456789"));
        return;
    }
    kp_put(out, kp_buffer_text(&cell));
    if (area.left == area.right && area.top == area.bottom) return;
    kp_put(out, ":");
    kp_stored_put_place(out, area.right, area.bottom);
}

static void on_difference(void *data, const kp_look_difference *difference) {
    group *g = group_of(data, difference);
    if (g == NULL) return;
    if (g->count < PLACES) {
        if (g->places.used > 0) kp_put(&g->places, " ");
        put_area(&g->places, difference->area);
    }
    g->count++;
}

/* ------------------------------------------------------------------------------------- words */

static const struct {
    kp_text grave, slight;
} WORDS[KP_LOOK_KINDS] = {
    [KP_LOOK_FORMAT] =
        {{"数値の表示形式が様式と違い、別の数値に見えます",
          "Numbers are shown in another format than the form's and may read otherwise"},
         {"表示形式が様式と違います", "The number format is not the form's"}},
    [KP_LOOK_COLOUR] = {{"文字が地の色に紛れて見えません",
                         "Letters cannot be told from their ground"},
                        {"文字や地の色が様式と違います", "Colours are not the form's"}},
    [KP_LOOK_SIZE] = {{"文字が読めないほど小さくなっています", "Letters are too small to be read"},
                      {"文字の大きさが様式と違います", "The size of letters is not the form's"}},
    [KP_LOOK_LETTERS] =
        {{"数字が記号の書体になっています", "Figures are in a font of signs"},
         {"文字の書体、太字、取消線または向きが様式と違います",
          "The font, weight, strike-out or direction of letters is not the form's"}},
    [KP_LOOK_FAINT] = {{"文字の一部が見えない色や大きさになっています",
                        "A part of the letters has a colour or size that cannot be seen"},
                       {"", ""}},
    [KP_LOOK_GUARD] = {{"", ""},
                       {"シートまたはセルの保護が様式と違います",
                        "The protection of the sheet or of cells is not the form's"}},
    [KP_LOOK_ROOM] = {{"", ""},
                      {"行の高さまたは列の幅が様式よりはるかに小さくなっています",
                       "Rows or columns have much less room than in the form"}},
    [KP_LOOK_UNSEEN] = {{"内容が表示または印刷されない設定のセルがあります",
                         "Cells are set not to be shown or printed"},
                        {"", ""}},
    [KP_LOOK_HIDDEN] = {{"様式で見える行または列が隠されています",
                         "Rows or columns that the form shows are hidden"},
                        {"", ""}},
    [KP_LOOK_REVEALED] = {{"", ""},
                          {"様式で隠れている行または列が表示されています",
                           "Rows or columns that the form hides are shown"}},
    [KP_LOOK_MERGED] = {{"結合したセルが別の値を覆っています", "Merged cells cover other values"},
                        {"セルの結合が様式と違います", "Merged cells are not the form's"}},
    [KP_LOOK_CONDITION] = {{"条件付き書式が、数値を別のものに、または見えなくします",
                            "A conditional format shows numbers otherwise, or not at all"},
                           {"条件付き書式が様式と違います",
                            "Conditional formats are not the form's"}},
    [KP_LOOK_VALIDITY] = {{"", ""},
                          {"入力規則が様式と違います", "What cells take is not as in the form"}},
    [KP_LOOK_PRINTED] = {{"", ""},
                         {"ヘッダー、フッターまたは印刷範囲が様式と違います",
                          "Header, footer or print range are not the form's"}},
    [KP_LOOK_CHART] = {{"", ""}, {"グラフが様式と違います", "Charts are not the form's"}},
    [KP_LOOK_SHEET] = {{"シートが隠されています", "The sheet is hidden"}, {"", ""}},
    [KP_LOOK_ORDER] = {{"", ""},
                       {"シートの順が様式と違います", "Sheets are not in the form's order"}}};

static void put_words(kp_buffer *out, const group *g, kp_language language) {
    kp_text said = g->grave ? WORDS[g->kind].grave : WORDS[g->kind].slight;
    bool japanese = language == KP_JAPANESE;
    kp_put(out, kp_wording(said, language));
    if (g->places.used > 0) {
        kp_putf(out, japanese ? "(%s" : " (%s", g->places.text);
        if (g->count > PLACES)
            kp_putf(out, japanese ? " ほか計 %zu か所" : " … %zu in all", g->count);
        kp_put(out, japanese ? ")" : ")");
    }
    bool spoken = g->kind != KP_LOOK_SHEET && g->kept[0] != NULL && g->kept[1] != NULL &&
                  (*g->kept[0] != '\0' || *g->kept[1] != '\0');
    if (spoken)
        kp_putf(out,
                japanese ? "。様式は「%s」、提出は「%s」" : ": the form has \"%s\", it has \"%s\"",
                g->kept[0], g->kept[1]);
    kp_put(out, japanese ? "。" : ".");
}

void kp_find_looks(kp_findings *f, const kp_workbook *form, const kp_workbook *submission) {
    groups all = {calloc(MOST, sizeof(group)), 0};
    if (all.group == NULL) return;
    kp_looks_compare(form, submission, on_difference, &all);
    for (size_t i = 0; i < all.count; i++) {
        group *g = &all.group[i];
        kp_auto_buffer words = {0};
        put_words(&words, g, f->language);
        kp_found(f, g->grave ? KP_WRONG : KP_DOUBT, KP_FOUND_LOOKS, g->sheet,
                 kp_buffer_text(&words));
        kp_buffer_end(&g->places);
        free(g->kept[0]);
        free(g->kept[1]);
    }
    free(all.group);
}
