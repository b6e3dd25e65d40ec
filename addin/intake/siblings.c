/* SPDX-License-Identifier: MPL-2.0
 *
 * siblings.c: what the submissions of one run say of each other. Names are compared without what
 * nobody sees: blanks, signs of no width, full or half width.
 */
#include "intake/siblings.h"

#include <stdlib.h>
#include <string.h>

#include "system/letters.h"

/* What is compared of a file; all texts are the result's own. */
typedef struct one {
    const kp_received *file;
    kp_verdict result;
    char *society, *symbol; /**< as they are compared; NULL where there is none */
} one;

/* A finding about one of them. */
typedef struct remark {
    size_t about;
    kp_gravity gravity;
    kp_found_kind kind;
    char *words;
} remark;

struct kp_siblings {
    one *all;
    size_t count;
    remark *remarks;
    size_t remark_count, remark_size;
    kp_language language;
    bool failed;
};

/* ------------------------------------------------------------------------------------- names */

static bool is_blank(unsigned long letter) {
    return letter <= ' ' || letter == 0xA0 || letter == 0x3000 || letter == 0x202F;
}

/* As it is compared: a text of its own, NULL where nothing is left or memory is short. */
static char *as_compared(const char *name) {
    kp_buffer text = {0};
    for (const char *at = name; *at != '\0';) {
        const char *from = at;
        unsigned long letter = kp_letter_next(&at);
        if (letter >= 0xFF01 && letter <= 0xFF5E) letter -= 0xFEE0; /* full width */
        char plain = (char)letter;
        if (is_blank(letter) || kp_letter_unseen(letter)) continue;
        if (letter < 0x80)
            kp_put_bytes(&text, &plain, 1);
        else
            kp_put_bytes(&text, from, (size_t)(at - from));
    }
    if (text.failed || text.used == 0) kp_buffer_end(&text);
    return text.text;
}

static bool same(const char *a, const char *b) {
    return a != NULL && b != NULL && strcmp(a, b) == 0;
}

/* ----------------------------------------------------------------------------------- remarks */

/* Takes the words over. */
static void add(kp_siblings *s, size_t about, kp_gravity gravity, kp_found_kind kind,
                kp_buffer *words) {
    if (s->remark_count == s->remark_size) {
        size_t size = s->remark_size == 0 ? 64 : s->remark_size * 2;
        remark *more = realloc(s->remarks, size * sizeof *more);
        if (more == NULL) s->failed = true;
        if (more != NULL) s->remarks = more;
        if (more != NULL) s->remark_size = size;
    }
    if (words->failed || s->remark_count == s->remark_size) {
        s->failed = true;
        kp_buffer_end(words);
        return;
    }
    s->remarks[s->remark_count++] = (remark){about, gravity, kind, words->text};
}

/* "受付番号 3「x.ods」". */
static void put_other(kp_buffer *words, const kp_siblings *s, size_t other) {
    const kp_received *file = s->all[other].file;
    kp_putf(words, kp_wording(kp_t("受付番号 %zu「%s」", "receipt %zu, “%s”"), s->language),
            file->receipt, file->name);
}

static const char *fact(const kp_siblings *s, size_t i, kp_fact which) {
    return s->all[i].result.facts[which];
}

/* ------------------------------------------------------------------------------- comparisons */

/* Two formats of one copy: the same but for the ending. */
static bool is_pair(const char *a, const char *b) {
    const char *points[] = {strrchr(a, '.'), strrchr(b, '.')};
    if (points[0] == NULL || points[1] == NULL || kp_letters_same(points[0], points[1]))
        return false;
    size_t length = (size_t)(points[0] - a);
    return length == (size_t)(points[1] - b) && memcmp(a, b, length) == 0;
}

static bool same_figures(const kp_verdict *a, const kp_verdict *b) {
    for (size_t i = 0; i < KP_FIGURE_COUNT; i++)
        if (strcmp(a->figures[i], b->figures[i]) != 0) return false;
    return strcmp(a->facts[KP_FACT_CONTENT], b->facts[KP_FACT_CONTENT]) == 0;
}

static void tell(kp_siblings *s, size_t about, size_t other, kp_gravity gravity, kp_found_kind kind,
                 kp_text before) {
    kp_buffer words = {0};
    kp_put(&words, kp_wording(before, s->language));
    put_other(&words, s, other);
    add(s, about, gravity, kind, &words);
}

/* What is told of two files of one society, form and year. */
static void compare_same(kp_siblings *s, size_t about, size_t other) {
    if (!is_pair(s->all[about].file->name, s->all[other].file->name))
        tell(s, about, other, KP_DOUBT, KP_FOUND_TWICE,
             kp_t("同じ組合・年度・様式の提出がほかにもあります: ",
                  "There is another submission of this society, year and form: "));
    else if (!same_figures(&s->all[about].result, &s->all[other].result))
        tell(s, about, other, KP_WRONG, KP_FOUND_PAIR,
             kp_t("同じ写しの別の形式と、入力または主な数値が違います: ",
                  "Inputs or key figures differ from the other format of this copy: "));
}

static void compare_names(kp_siblings *s, size_t about, size_t other) {
    bool name = same(s->all[about].society, s->all[other].society);
    bool symbol = same(s->all[about].symbol, s->all[other].symbol);
    kp_buffer words = {0};
    if (name == symbol || s->all[about].society == NULL || s->all[other].society == NULL ||
        s->all[about].symbol == NULL || s->all[other].symbol == NULL)
        return;
    put_other(&words, s, other);
    kp_putf(&words,
            kp_wording(symbol ? kp_t("では、同じ組合記号の組合名が「%s」です。",
                                     " has this symbol with the name “%s”.")
                              : kp_t("では、同じ組合名の組合記号が「%s」です。",
                                     " has this society with the symbol “%s”."),
                       s->language),
            fact(s, other, symbol ? KP_FACT_SOCIETY : KP_FACT_SYMBOL));
    add(s, about, KP_DOUBT, KP_FOUND_SOCIETY, &words);
}

/* All numbers are another society's. */
static void compare_content(kp_siblings *s, size_t about, size_t other) {
    const char *content = fact(s, about, KP_FACT_CONTENT);
    if (*content != '\0' && strcmp(content, fact(s, other, KP_FACT_CONTENT)) == 0 &&
        !same(s->all[about].symbol, s->all[other].symbol))
        tell(s, about, other, KP_DOUBT, KP_FOUND_SAME_CONTENT,
             kp_t("別の組合の提出と、入力された数値がすべて同じです: ",
                  "All numbers that were typed in are those of another society's: "));
}

static void compare_two(kp_siblings *s, size_t about, size_t other) {
    const one *a = &s->all[about];
    const one *b = &s->all[other];
    bool form = *a->result.facts[KP_FACT_FORM] != '\0' &&
                strcmp(fact(s, about, KP_FACT_FORM), fact(s, other, KP_FACT_FORM)) == 0;
    compare_names(s, about, other);
    if (!form) return;
    compare_content(s, about, other);
    if (same(a->symbol, b->symbol) &&
        strcmp(fact(s, about, KP_FACT_YEAR), fact(s, other, KP_FACT_YEAR)) == 0)
        compare_same(s, about, other);
}

/* Only one remark of a kind about a file: the first of the others is enough to look there. */
static void compare_with_others(kp_siblings *s, size_t about) {
    bool told[KP_FOUND_KINDS] = {false};
    for (size_t other = 0; other < s->count; other++) {
        size_t before = s->remark_count;
        if (other == about) continue;
        compare_two(s, about, other);
        for (size_t i = before; i < s->remark_count;) {
            remark *r = &s->remarks[i];
            if (told[r->kind]) {
                free(r->words);
                *r = s->remarks[--s->remark_count];
                continue;
            }
            told[r->kind] = true;
            i++;
        }
    }
}

static bool of_form(const kp_siblings *s, size_t i, const char *form) {
    return strcmp(fact(s, i, KP_FACT_FORM), form) == 0;
}

/* The year of more than half of the files of that form, at least three; "" if there is none. The
 * only one that can be is what is left when years that differ take each other away. */
static const char *usual_year(const kp_siblings *s, const char *form) {
    const char *left = "";
    size_t weight = 0, count = 0, all = 0;
    for (size_t i = 0; i < s->count; i++) {
        if (!of_form(s, i, form)) continue;
        const char *year = fact(s, i, KP_FACT_YEAR);
        if (weight == 0) left = year;
        weight = strcmp(left, year) == 0 ? weight + 1 : weight - 1;
    }
    for (size_t i = 0; i < s->count; i++) {
        if (!of_form(s, i, form)) continue;
        all++;
        count += strcmp(fact(s, i, KP_FACT_YEAR), left) == 0 ? 1 : 0;
    }
    return count >= 3 && count * 2 > all ? left : "";
}

static void compare_year(kp_siblings *s, size_t i) {
    const char *form = fact(s, i, KP_FACT_FORM);
    const char *year = fact(s, i, KP_FACT_YEAR);
    const char *usual = *form == '\0' || *year == '\0' ? "" : usual_year(s, form);
    kp_buffer words = {0};
    if (*usual == '\0' || strcmp(usual, year) == 0) return;
    kp_putf(&words,
            kp_wording(kp_t("この様式のほかの提出の多くは %s 年度です。",
                            "Most submissions of this form are of fiscal year %s."),
                       s->language),
            usual);
    add(s, i, KP_DOUBT, KP_FOUND_OTHER_YEAR, &words);
}

static void tell_replaced(kp_siblings *s, size_t i) {
    const kp_received *file = s->all[i].file;
    kp_buffer words = {0};
    if (file->before == 0) return;
    kp_putf(&words,
            kp_wording(kp_t("前に受け付けた同じ名前のファイル(受付番号 %zu)と内容が違います。",
                            "A file of this name was received before (receipt %zu) with another "
                            "content."),
                       s->language),
            file->before);
    add(s, i, KP_NOTE, KP_FOUND_REPLACED, &words);
}

/* ------------------------------------------------------------------------------------- whole */

static bool open_one(one *o, const kp_received *file) {
    o->file = file;
    if (!kp_result_open(&o->result, file->result) && !kp_result_read(&o->result, calloc(1, 1)))
        return false;
    o->society = as_compared(o->result.facts[KP_FACT_SOCIETY]);
    o->symbol = as_compared(o->result.facts[KP_FACT_SYMBOL]);
    return true;
}

kp_siblings *kp_siblings_begin(const kp_pile *pile, kp_language language) {
    kp_siblings *s = calloc(1, sizeof *s);
    if (s == NULL) return NULL;
    s->language = language;
    s->all = calloc(pile->count + 1, sizeof *s->all);
    while (s->all != NULL && s->count < pile->count &&
           open_one(&s->all[s->count], &pile->files[s->count]))
        s->count++;
    s->failed = s->all == NULL || s->count < pile->count;
    for (size_t i = 0; i < s->count && !s->failed; i++) {
        compare_with_others(s, i);
        compare_year(s, i);
        tell_replaced(s, i);
    }
    if (!s->failed) return s;
    kp_siblings_end(s);
    return NULL;
}

bool kp_siblings_add(kp_siblings *siblings, size_t index, kp_verdict *result) {
    for (size_t i = 0; i < siblings->remark_count; i++) {
        const remark *r = &siblings->remarks[i];
        if (r->about != index) continue;
        kp_told *more = realloc(result->findings, (result->count + 1) * sizeof *more);
        if (more == NULL) return false;
        result->findings = more;
        more[result->count++] =
            (kp_told){r->gravity, r->kind, kp_kind_coded(r->kind)->code, "", r->words};
        result->graves[r->gravity]++;
    }
    return true;
}

void kp_siblings_end(kp_siblings *siblings) {
    if (siblings == NULL) return;
    for (size_t i = 0; i < siblings->count; i++) {
        kp_result_free(&siblings->all[i].result);
        free(siblings->all[i].society);
        free(siblings->all[i].symbol);
    }
    for (size_t i = 0; i < siblings->remark_count; i++)
        free(siblings->remarks[i].words);
    free(siblings->all);
    free(siblings->remarks);
    free(siblings);
}
