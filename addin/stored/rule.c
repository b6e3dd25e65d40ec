/* SPDX-License-Identifier: MPL-2.0
 *
 * rule.c: a condition or a validity, spelled alike for both formats of files.
 */
#include "stored/rule.h"

#include <string.h>

#include "stored/shift.h"
#include "stored/spelling.h"

static void put_formula(kp_buffer *out, const kp_rule *rule, const char *formula) {
    if (formula == NULL || *formula == '\0') return;
    kp_auto_buffer spelled = {0};
    kp_auto_buffer plain = {0};
    kp_spell(rule->format, formula, &spelled);
    kp_spelled_plain(kp_buffer_text(&spelled), &plain);
    const char *text = kp_buffer_text(&plain);
    kp_put(out, " ");
    kp_shift_put_relative(out, *text == '=' ? text + 1 : text, rule->column, rule->row);
}

void kp_rule_put(kp_buffer *out, const kp_rule *rule) {
    kp_put(out, rule->kind);
    if (*rule->operation != '\0') {
        kp_put(out, " ");
        kp_put(out, rule->operation);
    }
    put_formula(out, rule, rule->first);
    if (strstr(rule->operation, "between") != NULL) put_formula(out, rule, rule->second);
    if (rule->effect != NULL && *rule->effect != '\0') {
        kp_put(out, ": ");
        kp_put(out, rule->effect);
    }
}

void kp_validity_put(kp_buffer *out, bool told, const char *style, bool blank, const char *hint) {
    kp_put(out, !told ? "silent" : *style == '\0' ? "stop" : style);
    if (!blank) kp_put(out, ", not empty");
    if (hint != NULL && *hint != '\0') {
        kp_put(out, ", hint ");
        kp_put(out, hint);
    }
}

/* Some programs keep 255 characters. A line end is "_x000a_" in some. */
void kp_hint_put(kp_buffer *out, const char *text, size_t length) {
    enum { KEPT = 240 };
    size_t letters = 0;
    for (size_t i = 0; i < length && letters < KEPT; i++) {
        if (length - i >= 7 && strncmp(text + i, "_x000", 5) == 0 && text[i + 6] == '_') {
            i += 6;
            continue;
        }
        if ((unsigned char)text[i] <= ' ') continue;
        letters += ((unsigned char)text[i] & 0xC0) != 0x80;
        kp_put_bytes(out, text + i, 1);
    }
}

void kp_drawn_put_range(kp_buffer *out, kp_format format, const char *range) {
    kp_auto_buffer spelled = {0};
    kp_auto_buffer plain = {0};
    kp_spell_name(format, range, &spelled);
    kp_spelled_plain(kp_buffer_text(&spelled), &plain);
    size_t begin = out->used;
    for (const char *at = kp_buffer_text(&plain); *at != '\0'; at++)
        if (*at != '$' && *at != '\'') kp_put_bytes(out, at, 1);
    if (out->used == begin) return;
    char *cell = strrchr(out->text + begin, '.');
    char *colon = cell == NULL ? NULL : strchr(cell, ':');
    if (colon == NULL || strlen(colon + 1) != (size_t)(colon - cell - 1) ||
        strncmp(cell + 1, colon + 1, strlen(colon + 1)) != 0)
        return;
    out->used = (size_t)(colon - out->text); /* one cell, not a range of one */
    *colon = '\0';
}
