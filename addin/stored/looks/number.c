/* SPDX-License-Identifier: MPL-2.0
 *
 * number.c: a number format of an .ods as a code.
 */
#include "stored/looks/number.h"

#include <stdlib.h>
#include <string.h>

#include "stored/format.h"
#include "stored/walk.h"

enum { MOST_DIGITS = 30 };

void kp_number_begin(kp_number *number, const kp_xml_element *element) {
    kp_buffer_clear(&number->own);
    kp_buffer_clear(&number->sections);
    number->condition_count = 0;
    bool percent = kp_xml_same(&element->name, "number:percentage-style", 23);
    bool time = kp_xml_same(&element->name, "number:time-style", 17);
    number->kind = percent ? KP_NUMBER_PERCENT : time ? KP_NUMBER_TIME : KP_NUMBER_PLAIN;
    number->open_hours = strcmp(KP_WALK_GET(element, "number:truncate-on-overflow"), "false") == 0;
    if (*KP_WALK_GET(element, "number:transliteration-format") != '\0' ||
        *KP_WALK_GET(element, "number:transliteration-style") != '\0')
        kp_put(&number->own, "[NATNUM]");
}

static void put_many(kp_buffer *out, const char *digit, long count) {
    for (long i = 0; i < count && i < MOST_DIGITS; i++)
        kp_put(out, digit);
}

/* "0000", "#,##0", "#,###", "#" */
static void put_whole(kp_buffer *out, long digits, bool grouped) {
    if (!grouped) {
        put_many(out, "0", digits);
        if (digits <= 0) kp_put(out, "#");
        return;
    }
    for (long at = digits > 4 ? digits : 4; at > 0; at--) {
        kp_put(out, at <= digits ? "0" : "#");
        if (at > 1 && (at - 1) % 3 == 0) kp_put(out, ",");
    }
}

static void put_digits(kp_number *number, const kp_xml_element *element) {
    kp_buffer *out = &number->own;
    long decimals = KP_WALK_LONG(element, "number:decimal-places", -1);
    long whole = KP_WALK_LONG(element, "number:min-integer-digits", 0);
    bool grouped = KP_WALK_TRUE(element, "number:grouping", false);
    if (decimals < 0 && !grouped && whole <= 1) {
        kp_put(out, "General");
        return;
    }
    long least = KP_WALK_LONG(element, "number:min-decimal-places", -1);
    if (least < 0) least = KP_WALK_LONG(element, "loext:min-decimal-places", decimals);
    put_whole(out, whole, grouped);
    if (decimals > 0) kp_put(out, ".");
    put_many(out, "0", least);
    put_many(out, "#", decimals - least);
    for (double factor = strtod(KP_WALK_GET(element, "number:display-factor"), NULL);
         factor >= 1000; factor /= 1000)
        kp_put(out, ",");
}

static void put_scientific(kp_number *number, const kp_xml_element *element) {
    put_whole(&number->own, KP_WALK_LONG(element, "number:min-integer-digits", 1), false);
    long decimals = KP_WALK_LONG(element, "number:decimal-places", 0);
    if (decimals > 0) kp_put(&number->own, ".");
    put_many(&number->own, "0", decimals);
    kp_put(&number->own, "E+");
    put_many(&number->own, "0", KP_WALK_LONG(element, "number:min-exponent-digits", 2));
}

/* Elements that are letters: in the short style, and in the long one. */
static bool put_letters(kp_number *number, const kp_xml_element *element) {
    static const struct {
        const char *name, *brief, *full;
    } LETTERS[] = {{"number:era", "g", "ggg"},
                   {"number:day", "d", "dd"},
                   {"number:day-of-week", "ddd", "dddd"},
                   {"number:minutes", "m", "mm"},
                   {"number:seconds", "s", "ss"},
                   {"number:quarter", "q", "qq"},
                   {"number:am-pm", "am/pm", "am/pm"},
                   {"number:week-of-year", "ww", "ww"},
                   {"number:text-content", "@", "@"},
                   {"number:boolean", "boolean", "boolean"},
                   {"number:fraction", "# ?/?", "# ?/?"}};
    bool full = strcmp(KP_WALK_GET(element, "number:style"), "long") == 0;
    for (size_t i = 0; i < sizeof LETTERS / sizeof *LETTERS; i++) {
        const char *name = LETTERS[i].name;
        if (!kp_xml_same(&element->name, name, strlen(name))) continue;
        kp_put(&number->own, full ? LETTERS[i].full : LETTERS[i].brief);
        return true;
    }
    return false;
}

static void put_date_part(kp_number *number, const kp_xml_element *element) {
    bool full = strcmp(KP_WALK_GET(element, "number:style"), "long") == 0;
    bool era = strcmp(KP_WALK_GET(element, "number:calendar"), "gengou") == 0;
    bool words = KP_WALK_TRUE(element, "number:textual", false);
    kp_buffer *out = &number->own;
    if (kp_xml_same(&element->name, "number:year", 11))
        kp_put(out, era ? full ? "ee" : "e" : full ? "yyyy" : "yy");
    else if (kp_xml_same(&element->name, "number:month", 12))
        kp_put(out, words ? full ? "mmmm" : "mmm" : full ? "mm" : "m");
    else if (kp_xml_same(&element->name, "number:hours", 12))
        kp_put(out, number->open_hours ? "[H]" : full ? "hh" : "h");
}

void kp_number_piece(kp_number *number, const kp_xml_element *element) {
    if (kp_xml_same(&element->name, "number:number", 13)) {
        put_digits(number, element);
    } else if (kp_xml_same(&element->name, "number:scientific-number", 24)) {
        put_scientific(number, element);
    } else if (!put_letters(number, element)) {
        put_date_part(number, element);
    }
}

/* A per cent sign counts where the format is one of per cents. */
void kp_number_text(kp_number *number, const char *text, size_t length) {
    for (size_t i = 0; i < length; i++) {
        bool sign = text[i] == '%' && number->kind == KP_NUMBER_PERCENT;
        if (!sign && (text[i] == '"' || (unsigned char)text[i] < 128)) kp_put(&number->own, "\\");
        kp_put_bytes(&number->own, text + i, 1);
    }
}

void kp_number_condition(kp_number *number, const char *condition, const char *code) {
    if (number->condition_count >= 3 || strncmp(condition, "value()", 7) != 0) return;
    char *kept = number->conditions[number->condition_count++];
    size_t length = strlen(condition + 7);
    if (length > sizeof number->conditions[0] - 1) length = sizeof number->conditions[0] - 1;
    memcpy(kept, condition + 7, length);
    kept[length] = '\0';
    kp_put(&number->sections, code);
    kp_put_bytes(&number->sections, "", 1);
}

/* Whether the conditions are those that sections have of themselves. */
static bool usual(const kp_number *number) {
    const char(*c)[32] = number->conditions;
    if (number->condition_count == 1) return strcmp(c[0], ">=0") == 0;
    return number->condition_count == 2 && strcmp(c[0], ">0") == 0 && strcmp(c[1], "<0") == 0;
}

void kp_number_put(kp_buffer *out, const kp_number *number) {
    kp_auto_buffer code = {0};
    const char *section = kp_buffer_text(&number->sections);
    for (size_t i = 0; i < number->condition_count; i++) {
        if (!usual(number) && number->condition_count < 3)
            kp_putf(&code, "[%s]", number->conditions[i]);
        kp_put(&code, section);
        kp_put(&code, ";");
        section += strlen(section) + 1;
    }
    kp_put(&code, number->own.used > 0          ? number->own.text
                  : number->condition_count > 0 ? ""
                                                : "General");
    kp_format_put(out, kp_buffer_text(&code));
}

void kp_number_free(kp_number *number) {
    kp_buffer_end(&number->own);
    kp_buffer_end(&number->sections);
}
