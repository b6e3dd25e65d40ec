/* SPDX-License-Identifier: MPL-2.0
 *
 * tags.c: a walk over the tags of an XML text.
 */
#include "system/tags.h"

#include <string.h>

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static size_t past(const char *text, const char *end) {
    const char *found = strstr(text, end);
    return found == NULL ? strlen(text) : (size_t)(found - text) + strlen(end) - 1;
}

static bool begins(const char *text, const char *start) {
    return strncmp(text, start, strlen(start)) == 0;
}

kp_tag kp_tag_at(const char *text) {
    size_t i = 0;
    char quote = '\0';
    kp_tag tag = {text, 0};
    if (begins(text, "!--"))
        i = past(text, "-->");
    else if (begins(text, "![CDATA["))
        i = past(text, "]]>");
    else
        for (; text[i] != '\0' && (quote != '\0' || text[i] != '>'); i++)
            if (quote != '\0')
                quote = text[i] == quote ? '\0' : quote;
            else if (text[i] == '"' || text[i] == '\'')
                quote = text[i];
    tag.length = i;
    return tag;
}

bool kp_tag_next(const char **at, kp_tag *tag) {
    const char *start = strchr(*at, '<');
    if (start == NULL) return false;
    *tag = kp_tag_at(start + 1);
    *at = tag->text + tag->length;
    return true;
}

bool kp_tag_is(kp_tag tag, const char *name) {
    size_t length = strlen(name);
    return tag.length >= length && strncmp(tag.text, name, length) == 0 &&
           (tag.length == length || tag.text[length] == '/' || is_blank(tag.text[length]));
}

bool kp_tag_is_any(kp_tag tag, const char *local) {
    size_t prefix = 0;
    while (prefix < tag.length && !is_blank(tag.text[prefix]) && tag.text[prefix] != ':')
        prefix++;
    kp_tag rest = {tag.text + prefix + 1, tag.length - prefix - 1};
    return kp_tag_is(tag, local) ||
           (prefix < tag.length && tag.text[prefix] == ':' && kp_tag_is(rest, local));
}

/* From `i` on, up to what ends a name. */
static size_t name_end(kp_tag tag, size_t i) {
    while (i < tag.length && tag.text[i] != '=' && !is_blank(tag.text[i]))
        i++;
    return i;
}

static size_t skip_blanks(kp_tag tag, size_t i) {
    while (i < tag.length && is_blank(tag.text[i]))
        i++;
    return i;
}

bool kp_tag_attribute(kp_tag tag, size_t *at, kp_attribute *attribute) {
    size_t start = *at == 0 ? name_end(tag, 0) : *at;
    size_t name = skip_blanks(tag, start);
    size_t end = name_end(tag, name);
    size_t value = skip_blanks(tag, end);
    if (value >= tag.length || tag.text[value] != '=') return false;
    value = skip_blanks(tag, value + 1);
    if (value >= tag.length || (tag.text[value] != '"' && tag.text[value] != '\'')) return false;
    const char *close = memchr(tag.text + value + 1, tag.text[value], tag.length - value - 1);
    if (close == NULL) return false;
    *attribute = (kp_attribute){tag.text + start, close + 1, tag.text + name, end - name,
                                tag.text + value + 1};
    *at = (size_t)(close + 1 - tag.text);
    return true;
}

bool kp_attribute_is_any(const kp_attribute *attribute, const char *local) {
    const char *colon = memchr(attribute->name, ':', attribute->name_length);
    const char *name = colon == NULL ? attribute->name : colon + 1;
    size_t length = attribute->name_length - (size_t)(name - attribute->name);
    return length == strlen(local) && strncmp(name, local, length) == 0;
}

const char *kp_tag_value(kp_tag tag, const char *name) {
    kp_attribute attribute;
    for (size_t at = 0; kp_tag_attribute(tag, &at, &attribute);)
        if (attribute.name_length == strlen(name) &&
            strncmp(attribute.name, name, attribute.name_length) == 0)
            return attribute.value;
    return NULL;
}
