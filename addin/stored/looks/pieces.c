/* SPDX-License-Identifier: MPL-2.0
 *
 * pieces.c: conditions and validities as an .ods spells them, in pieces.
 */
#include "stored/looks/pieces.h"

#include <string.h>

static bool begins(const char *text, const char *with) {
    return strncmp(text, with, strlen(with)) == 0;
}

/* The arguments between brackets, which end the text: "0,200)" at the outermost comma or semicolon. */
static void split(kp_pieces *p, const char *text, bool two) {
    size_t depth = 0;
    bool quoted = false;
    size_t length = strlen(text);
    if (length > 0 && text[length - 1] == ')') length--;
    kp_buffer *into = &p->first;
    for (size_t i = 0; i < length; i++) {
        char c = text[i];
        if (c == '"') quoted = !quoted;
        if (!quoted && (c == '(' || c == '[')) depth++;
        if (!quoted && depth > 0 && (c == ')' || c == ']')) depth--;
        if (two && !quoted && depth == 0 && into == &p->first && (c == ',' || c == ';'))
            into = &p->second;
        else
            kp_put_bytes(into, text + i, 1);
    }
}

static const char *operation_at(const char *text, size_t *length) {
    static const char *const ALL[] = {"<=", ">=", "<>", "!=", "<", ">", "="};
    for (size_t i = 0; i < sizeof ALL / sizeof *ALL; i++)
        if (begins(text, ALL[i])) {
            *length = strlen(ALL[i]);
            return strcmp(ALL[i], "!=") == 0 ? "<>" : ALL[i];
        }
    return NULL;
}

/* "between(1,2)", ">=0" */
static bool take_comparison(kp_pieces *p, const char *text) {
    size_t length = 0;
    const char *operation = operation_at(text, &length);
    if (begins(text, "between(") || begins(text, "not-between(")) {
        p->operation = *text == 'b' ? "between" : "not between";
        split(p, strchr(text, '(') + 1, true);
    } else if (operation != NULL) {
        p->operation = operation;
        kp_put(&p->first, text + length);
    } else {
        return false;
    }
    return true;
}

/* Of a condition: "formula-is(…)", "between(…)", ">=0"; in styles "is-true-formula(…)",
 * "cell-content()>=0", "cell-content-is-between(…)". */
void kp_pieces_condition(kp_pieces *p, const char *text) {
    p->operation = "";
    const char *rest = text;
    if (begins(rest, "cell-content-is-"))
        rest += 16;
    else if (begins(rest, "cell-content()"))
        rest += 14;
    bool formula = begins(text, "formula-is(") || begins(text, "is-true-formula(");
    if (formula) {
        kp_put(&p->kind, "formula");
        split(p, strchr(text, '(') + 1, false);
    } else if (take_comparison(p, rest)) {
        kp_put(&p->kind, "value");
    } else {
        kp_put(&p->kind, text);
    }
}

/* Of a validity: "of:cell-content-is-whole-number() and cell-content()>=0". */
void kp_pieces_validity(kp_pieces *p, const char *text) {
    static const char *const KINDS[][2] = {{"cell-content-is-whole-number() and ", "whole"},
                                           {"cell-content-is-decimal-number() and ", "decimal"},
                                           {"cell-content-is-date() and ", "date"},
                                           {"cell-content-is-time() and ", "time"},
                                           {"cell-content-text-length", "textLength"}};
    if (begins(text, "of:")) text += 3;
    p->operation = "";
    if (begins(text, "cell-content-is-in-list(")) {
        kp_put(&p->kind, "list ");
        for (const char *at = text + 24; *at != '\0' && at[1] != '\0'; at++)
            if (*at != '"') kp_put_bytes(&p->kind, at, 1);
        return;
    }
    if (begins(text, "is-true-formula(")) {
        kp_put(&p->kind, "custom");
        split(p, text + 16, false);
        return;
    }
    const char *rest = text;
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS && rest == text; i++)
        if (begins(text, KINDS[i][0])) {
            kp_put(&p->kind, KINDS[i][1]);
            rest = text + strlen(KINDS[i][0]);
        }
    if (begins(rest, "cell-content-is-")) rest += 16;
    if (begins(rest, "cell-content()")) rest += 14;
    if (begins(rest, "-is-")) rest += 4;
    if (begins(rest, "()")) rest += 2;
    if (!take_comparison(p, rest)) kp_put(&p->kind, rest);
}

void kp_pieces_end(kp_pieces *p) {
    kp_buffer_end(&p->kind);
    kp_buffer_end(&p->first);
    kp_buffer_end(&p->second);
}
