/* SPDX-License-Identifier: MPL-2.0
 *
 * finding.c: what intake finds in a submission, as lines of its result.
 */
#include "intake/finding.h"

#include <string.h>

void kp_found(kp_findings *f, kp_gravity gravity, kp_found_kind kind, const char *place,
              const char *words) {
    kp_result_finding(f->out, gravity, kind, place, words);
}

void kp_found_plain(kp_findings *f, kp_gravity gravity, kp_found_kind kind, const char *place,
                    kp_text words) {
    kp_found(f, gravity, kind, place, kp_wording(words, f->language));
}

void kp_put_place(kp_buffer *out, const char *sheet, const char *cell, const char *label) {
    kp_putf(out, "%s %s", sheet, cell);
    if (label != NULL && *label != '\0') kp_putf(out, " (%s)", label);
}

void kp_put_row_place(kp_buffer *out, const kp_basis_row *row) {
    kp_put_place(out, kp_basis_get(row, KP_BASIS_SHEET), kp_basis_get(row, KP_BASIS_CELL),
                 kp_basis_get(row, KP_BASIS_LABEL));
}

void kp_found_row(kp_findings *f, kp_gravity gravity, kp_found_kind kind, const kp_basis_row *row,
                  const char *words) {
    kp_buffer place = {0};
    kp_put_row_place(&place, row);
    kp_found(f, gravity, kind, kp_buffer_text(&place), words);
    kp_buffer_end(&place);
}

void kp_found_check(kp_findings *f, const char *place, kp_standing standing, const char *words) {
    static const kp_gravity GRAVITIES[] = {
        [KP_INFO] = KP_NOTE, [KP_WARNING] = KP_DOUBT, [KP_ERROR] = KP_WRONG};
    if (standing.unknown && f->formed && standing.severity == KP_ERROR)
        kp_found(f, KP_WRONG, KP_FOUND_UNCHECKED, place, words);
    if (standing.unknown || standing.severity == KP_PASS) return;
    f->checks[GRAVITIES[standing.severity]]++;
    kp_found(f, GRAVITIES[standing.severity], KP_FOUND_CHECK, place, words);
}

/* ------------------------------------------------------------------------------------- settings */

/* The words of one that the reader of a workbook tells; the value, where it has one, is behind them. */
static const struct {
    const char *told;
    kp_text words;
} SETTINGS[] = {
    {"case of letters counts: ", {"大文字と小文字の区別", "case of letters counts"}},
    {"precision as shown: ", {"表示桁数での計算", "precision as shown"}},
    {"whole cells only: ", {"検索条件とセル全体の一致", "search criteria match whole cells"}},
    {"labels found automatically: ", {"見出しの自動検索", "labels found automatically"}},
    {"regular expressions: ", {"正規表現", "regular expressions"}},
    {"wildcards: ", {"ワイルドカード", "wildcards"}},
    {"years of two digits from ", {"2桁の年の始まり", "years of two digits from"}},
    {"null date ", {"日付の起点", "day 0 of dates"}},
    {"iteration", {"反復計算", "iteration"}},
    {"AutoCalculate ", {"自動再計算", "automatic computing"}},
    {"ShowFormulas ", {"値の代わりに数式を表示", "formulas shown in place of values"}},
    {"ShowZeroValues ", {"0 の表示", "zeros shown"}},
    {"HasSheetTabs ", {"シート見出しの表示", "tabs of sheets shown"}},
};

static void put_value(kp_buffer *out, const char *value, size_t length, kp_language language) {
    static const struct {
        const char *told;
        kp_text words;
    } VALUES[] = {{"true", {"有効", "on"}}, {"false", {"無効", "off"}}};
    if (length > 0) kp_put(out, ": ");
    for (size_t i = 0; i < sizeof VALUES / sizeof *VALUES; i++)
        if (length == strlen(VALUES[i].told) && memcmp(value, VALUES[i].told, length) == 0) {
            kp_put(out, kp_wording(VALUES[i].words, language));
            return;
        }
    kp_put_bytes(out, value, length);
}

static void put_settings(kp_buffer *out, const char *settings, kp_language language) {
    while (*settings != '\0') {
        const char *end = strstr(settings, "; ");
        size_t length = end == NULL ? strlen(settings) : (size_t)(end - settings);
        size_t name = 0;
        for (size_t i = 0; i < sizeof SETTINGS / sizeof *SETTINGS; i++)
            if (strncmp(settings, SETTINGS[i].told, strlen(SETTINGS[i].told)) == 0) {
                name = strlen(SETTINGS[i].told);
                kp_put(out, kp_wording(SETTINGS[i].words, language));
            }
        put_value(out, settings + name, length - name, language);
        settings += length;
        if (end == NULL) continue;
        kp_put(out, language == KP_JAPANESE ? "、" : ", ");
        settings += 2;
    }
}

void kp_found_settings(kp_findings *f, const char *settings) {
    if (settings == NULL) return;
    kp_auto_buffer words = {0};
    put_settings(&words, settings, f->language);
    kp_found(f, KP_WRONG, KP_FOUND_SETTINGS, "", kp_buffer_text(&words));
}
