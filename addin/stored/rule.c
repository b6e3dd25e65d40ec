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

void kp_validity_put(kp_buffer *out, bool told, const char *style, bool blank) {
    kp_put(out, !told ? "silent" : *style == '\0' ? "stop" : style);
    if (!blank) kp_put(out, ", not empty");
}
