/* SPDX-License-Identifier: MPL-2.0
 *
 * xml.c: reads XML strictly and in place: what an escape stands for is never longer than the escape.
 * One pass, no allocation.
 */
#include "stored/xml.h"

#include <stdint.h>
#include <string.h>

/* Ours nest to 12, have 40 name spaces and 20 attributes. */
enum { MOST_DEEP = 64, MOST_ATTRIBUTES = 96, MOST_BINDINGS = 160, CACHE = 64, RESPELLED = 4096 };

/* A prefix and what it stands for from an element on. */
typedef struct binding {
    kp_xml_text prefix;
    const char *known; /* our prefix of that name space; NULL: not in the list, or none */
    bool declared, same;
    size_t depth;
} binding;

typedef struct reader {
    char *text;
    size_t length, at;
    const kp_xml_handler *handler;
    kp_xml_element element;
    kp_xml_text open[MOST_DEEP]; /* names as the file spells them */
    kp_xml_attribute attributes[MOST_ATTRIBUTES];
    kp_xml_text raw[MOST_ATTRIBUTES]; /* names of attributes as the file spells them */
    size_t raw_count;
    binding bindings[MOST_BINDINGS];
    size_t binding_count;
    unsigned char cache[CACHE]; /* 1 + the binding that a prefix of that hash had last; 0: none */
    char respelled[RESPELLED];  /* names of this element under our prefixes */
    size_t respelled_used;
    kp_xml_end failure;
} reader;

bool kp_xml_same(const kp_xml_text *name, const char *other, size_t length) {
    return name->length == length && memcmp(name->text, other, length) == 0;
}

const kp_xml_text *kp_xml_value(const kp_xml_element *element, const char *name, size_t length) {
    for (size_t i = 0; i < element->count; i++)
        if (kp_xml_same(&element->attributes[i].name, name, length))
            return &element->attributes[i].value;
    return NULL;
}

static bool fail(reader *r, kp_xml_end failure) {
    if (r->failure == KP_XML_READ) r->failure = failure;
    return false;
}

static bool broken(reader *r) {
    return fail(r, KP_XML_BROKEN);
}

/* ------------------------------------------------------------------------------- characters */

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool begins_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_name(char c) {
    return begins_name(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

/* A character that may stand in XML. */
static bool is_character(uint32_t c) {
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
    return c < 0xD800 || (c > 0xDFFF && c < 0xFFFE) || (c > 0xFFFF && c <= 0x10FFFF);
}

/* How many bytes the character there has; 0 where it is none. */
static size_t character(const unsigned char *s) {
    static const uint32_t LEAST[] = {0, 0, 0x80, 0x800, 0x10000};
    if (s[0] < 0x80) return is_character(s[0]) ? 1 : 0;
    size_t size = s[0] >= 0xF0 && s[0] < 0xF8 ? 4 : s[0] >= 0xE0 ? 3 : 2;
    if (s[0] < 0xC0 || s[0] >= 0xF8) return 0;
    uint32_t c = s[0] & (0xFFu >> (size + 1));
    for (size_t i = 1; i < size; i++) {
        if ((s[i] & 0xC0) != 0x80) return 0; /* the zero at the end, too */
        c = c << 6 | (s[i] & 0x3Fu);
    }
    return c >= LEAST[size] && is_character(c) ? size : 0;
}

static bool all_characters(const char *text, size_t length) {
    const unsigned char *s = (const unsigned char *)text;
    for (size_t i = 0; i < length;) {
        size_t size = s[i] >= 0x20 && s[i] < 0x80 ? 1 : character(s + i);
        if (size == 0) return false;
        i += size;
    }
    return true;
}

static size_t put_character(char *to, uint32_t c) {
    if (c < 0x80) {
        to[0] = (char)c;
        return 1;
    }
    size_t size = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (size_t i = size; i-- > 1; c >>= 6)
        to[i] = (char)(0x80 | (c & 0x3F));
    to[0] = (char)((0xF00u >> size & 0xFF) | c);
    return size;
}

/* The number of "#123" or "#x7B", up to its end; 0 where it is none. */
static uint32_t numbered(const char *s, const char *end) {
    uint32_t base = s[1] == 'x' ? 16 : 10;
    uint32_t c = 0;
    s += base == 16 ? 2 : 1;
    if (s == end) return 0;
    for (; s < end; s++) {
        uint32_t digit = *s >= '0' && *s <= '9'   ? (uint32_t)(*s - '0')
                         : *s >= 'a' && *s <= 'f' ? (uint32_t)(*s - 'a' + 10)
                         : *s >= 'A' && *s <= 'F' ? (uint32_t)(*s - 'A' + 10)
                                                  : 99;
        if (digit >= base || c > 0x10FFFF) return 0;
        c = c * base + digit;
    }
    return is_character(c) ? c : 0;
}

/* What the escape behind the "&" at `s` stands for, written at `to`; gives its end, or NULL. */
static const char *unescape(const char *s, const char *end, char *to, size_t *written) {
    static const struct {
        const char *name;
        char c;
    } KNOWN[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
    const char *stop = memchr(s, ';', (size_t)(end - s));
    if (stop == NULL || stop == s) return NULL;
    uint32_t c = s[0] == '#' ? numbered(s, stop) : 0;
    for (size_t i = 0; c == 0 && i < sizeof KNOWN / sizeof *KNOWN; i++)
        if (strlen(KNOWN[i].name) == (size_t)(stop - s) &&
            memcmp(s, KNOWN[i].name, (size_t)(stop - s)) == 0)
            c = (unsigned char)KNOWN[i].c;
    if (c == 0) return NULL;
    *written = put_character(to, c);
    return stop + 1;
}

/* Puts in place what a text or a value stands for: escapes, ends of lines, blanks of a value. Sets
 * its length; false where something stands there that may not. */
static bool settle(char *start, const char *end, bool value, size_t *length) {
    char *to = start;
    for (const char *s = start; s < end;) {
        size_t written = 1;
        if (*s == '&') {
            s = unescape(s + 1, end, to, &written);
            if (s == NULL) return false;
        } else if (*s == '<') {
            return false;
        } else if (*s == '\r') {
            s += s + 1 < end && s[1] == '\n' ? 2 : 1;
            *to = value ? ' ' : '\n';
        } else {
            *to = value && is_blank(*s) ? ' ' : *s;
            s++;
        }
        to += written;
    }
    *length = (size_t)(to - start);
    return true;
}

/* ------------------------------------------------------------------------------ name spaces */

static const binding *find_binding(reader *r, const char *prefix, size_t length) {
    size_t hash = length == 0 ? 0
                              : ((size_t)(unsigned char)prefix[0] * 7 + length * 31 +
                                 (size_t)(unsigned char)prefix[length - 1]) %
                                    CACHE;
    size_t last = r->cache[hash];
    if (last != 0 && kp_xml_same(&r->bindings[last - 1].prefix, prefix, length))
        return &r->bindings[last - 1];
    for (size_t i = r->binding_count; i-- > 0;)
        if (kp_xml_same(&r->bindings[i].prefix, prefix, length)) {
            r->cache[hash] = (unsigned char)(i + 1);
            return &r->bindings[i];
        }
    return NULL;
}

static void bind(reader *r, kp_xml_text prefix, const kp_xml_text *uri, size_t depth) {
    binding *b = &r->bindings[r->binding_count++];
    *b = (binding){prefix, NULL, uri->length > 0, false, depth};
    for (const kp_xml_space *s = r->handler->spaces; b->known == NULL && s->uri != NULL; s++)
        if (kp_xml_same(uri, s->uri, strlen(s->uri))) b->known = s->prefix;
    b->same = b->known != NULL && kp_xml_same(&prefix, b->known, strlen(b->known));
    memset(r->cache, 0, sizeof r->cache);
}

static void unbind(reader *r, size_t depth) {
    size_t before = r->binding_count;
    while (r->binding_count > 0 && r->bindings[r->binding_count - 1].depth >= depth)
        r->binding_count--;
    if (before != r->binding_count) memset(r->cache, 0, sizeof r->cache);
}

/* The name under our prefix. `plain`: without a prefix it has no name space (an attribute). */
static bool respell(reader *r, kp_xml_text raw, bool plain, kp_xml_text *name) {
    const char *colon = memchr(raw.text, ':', raw.length);
    size_t length = colon == NULL ? 0 : (size_t)(colon - raw.text);
    kp_xml_text local = {colon == NULL ? raw.text : colon + 1, 0};
    *name = raw;
    if (colon == NULL && plain) return true;
    const binding *b = find_binding(r, raw.text, length);
    if (colon != NULL && (b == NULL || !b->declared)) return false;
    if (b == NULL || !b->declared || b->same) return true; /* without one stays without one */
    local.length = raw.length - (size_t)(local.text - raw.text);
    const char *prefix = b->known == NULL ? "?" : b->known;
    size_t wide = strlen(prefix);
    char *to = r->respelled + r->respelled_used;
    if (wide + 1 + local.length >= RESPELLED - r->respelled_used) return false;
    memcpy(to, prefix, wide);
    to[wide] = ':';
    memcpy(to + wide + 1, local.text, local.length);
    to[wide + 1 + local.length] = '\0';
    *name = (kp_xml_text){to, wide + 1 + local.length};
    r->respelled_used += name->length + 1;
    return true;
}

/* ------------------------------------------------------------------------------------- tags */

/* A name from `at` on, with at most one colon in its middle. */
static bool read_name(reader *r, kp_xml_text *name) {
    const char *start = r->text + r->at;
    const char *s = start;
    const char *colon = NULL;
    if (!begins_name(*s)) return broken(r);
    for (; is_name(*s) || *s == ':'; s++)
        if (*s == ':') {
            if (colon != NULL || !begins_name(s[1])) return broken(r);
            colon = s;
        }
    *name = (kp_xml_text){start, (size_t)(s - start)};
    r->at += name->length;
    return true;
}

static bool skip_blanks(reader *r) {
    size_t before = r->at;
    while (is_blank(r->text[r->at]))
        r->at++;
    return r->at > before;
}

/* xmlns="…" or xmlns:prefix="…" */
static bool read_binding(reader *r, const kp_xml_text *name, const kp_xml_text *value) {
    static const char XML[] = "http://www.w3.org/XML/1998/namespace";
    static const char XMLNS[] = "http://www.w3.org/2000/xmlns/";
    kp_xml_text prefix = {name->text + 5, 0};
    if (name->length > 5) {
        prefix = (kp_xml_text){name->text + 6, name->length - 6};
        if (value->length == 0) return broken(r);
    }
    if (r->binding_count == MOST_BINDINGS) return fail(r, KP_XML_DEEP);
    if (kp_xml_same(&prefix, "xml", 3) || kp_xml_same(&prefix, "xmlns", 5) ||
        kp_xml_same(value, XML, sizeof XML - 1) || kp_xml_same(value, XMLNS, sizeof XMLNS - 1))
        return broken(r);
    bind(r, prefix, value, r->element.depth);
    const kp_xml_handler *h = r->handler;
    const char *known = r->bindings[r->binding_count - 1].known;
    return value->length == 0 || h->allows == NULL || h->allows(&prefix, value, known) || broken(r);
}

static bool declares(const kp_xml_text *name) {
    return name->length >= 5 && memcmp(name->text, "xmlns", 5) == 0 &&
           (name->length == 5 || name->text[5] == ':');
}

/* An attribute, from its name on: into the list, or a binding. */
static bool read_attribute(reader *r) {
    kp_xml_text name;
    kp_xml_text value;
    if (!read_name(r, &name)) return false;
    skip_blanks(r);
    if (r->text[r->at] != '=') return broken(r);
    r->at++;
    skip_blanks(r);
    char quote = r->text[r->at];
    if (quote != '"' && quote != '\'') return broken(r);
    char *start = r->text + r->at + 1;
    char *end = memchr(start, quote, r->length - r->at - 1);
    if (end == NULL || !settle(start, end, true, &value.length)) return broken(r);
    value.text = start;
    r->at = (size_t)(end - r->text) + 1;
    start[value.length] = '\0';
    for (size_t i = 0; i < r->raw_count; i++)
        if (kp_xml_same(&r->raw[i], name.text, name.length)) return broken(r);
    if (r->raw_count == MOST_ATTRIBUTES) return fail(r, KP_XML_DEEP);
    r->raw[r->raw_count] = name;
    r->attributes[r->raw_count++].value = value;
    return !declares(&name) || read_binding(r, &name, &value);
}

/* Names of the element and of its attributes under our prefixes, now that its bindings are known.
 * Two of the same name are refused, but not two of name spaces that we do not know. */
static bool settle_names(reader *r, kp_xml_text name) {
    size_t count = 0;
    r->respelled_used = 0;
    if (!respell(r, name, false, &r->element.name)) return broken(r);
    for (size_t i = 0; i < r->raw_count; i++) {
        if (declares(&r->raw[i])) continue;
        kp_xml_attribute *a = &r->attributes[count];
        a->value = r->attributes[i].value;
        if (!respell(r, r->raw[i], true, &a->name)) return broken(r);
        for (size_t k = 0; k < count; k++)
            if (a->name.text[0] != '?' &&
                kp_xml_same(&a->name, r->attributes[k].name.text, r->attributes[k].name.length))
                return broken(r);
        count++;
    }
    r->element.attributes = r->attributes;
    r->element.count = count;
    return true;
}

static bool finish(reader *r) {
    const kp_xml_handler *h = r->handler;
    r->element.attributes = NULL;
    r->element.count = 0;
    if (!h->end(h->data, &r->element)) return fail(r, KP_XML_STOPPED);
    unbind(r, r->element.depth);
    r->element.depth--;
    return true;
}

static bool read_start(reader *r) {
    const kp_xml_handler *h = r->handler;
    kp_xml_text name;
    if (r->element.depth == MOST_DEEP) return fail(r, KP_XML_DEEP);
    if (!read_name(r, &name)) return false;
    r->open[r->element.depth++] = name;
    r->raw_count = 0;
    while (skip_blanks(r) && begins_name(r->text[r->at]))
        if (!read_attribute(r)) return false;
    bool empty = r->text[r->at] == '/';
    if (empty) r->at++;
    if (r->text[r->at] != '>') return broken(r);
    r->at++;
    if (!settle_names(r, name)) return false;
    if (!h->start(h->data, &r->element)) return fail(r, KP_XML_STOPPED);
    return !empty || finish(r);
}

static bool read_end(reader *r) {
    kp_xml_text name;
    r->at++;
    if (r->element.depth == 0 || !read_name(r, &name)) return broken(r);
    const kp_xml_text *open = &r->open[r->element.depth - 1];
    if (!kp_xml_same(&name, open->text, open->length)) return broken(r);
    skip_blanks(r);
    if (r->text[r->at] != '>') return broken(r);
    r->at++;
    r->respelled_used = 0;
    return respell(r, name, false, &r->element.name) ? finish(r) : broken(r);
}

/* ---------------------------------------------------------------------------- all the rest */

static bool begins(const reader *r, const char *start) {
    return strncmp(r->text + r->at, start, strlen(start)) == 0;
}

/* The end of what begins there, behind `skip` bytes; NULL where there is none. */
static char *find_end(const reader *r, size_t skip, const char *end) {
    return strstr(r->text + r->at + skip, end);
}

static bool tell(reader *r, const char *text, size_t length) {
    const kp_xml_handler *h = r->handler;
    return length == 0 || h->text(h->data, text, length) || fail(r, KP_XML_STOPPED);
}

static bool read_comment(reader *r) {
    char *end = find_end(r, 4, "--");
    if (end == NULL || end[2] != '>') return broken(r);
    r->at = (size_t)(end - r->text) + 3;
    return true;
}

static bool read_cdata(reader *r) {
    enum { OPENING = 9, CLOSING = 3 };
    char *start = r->text + r->at + OPENING;
    char *end = find_end(r, OPENING, "]]>");
    if (r->element.depth == 0 || end == NULL) return broken(r);
    char *to = start;
    for (const char *s = start; s < end; s++)
        if (*s != '\r')
            *to++ = *s;
        else if (s + 1 == end || s[1] != '\n')
            *to++ = '\n';
    r->at = (size_t)(end - r->text) + CLOSING;
    return tell(r, start, (size_t)(to - start));
}

/* An instruction means nothing here; "<?xml" may stand at the beginning only. */
static bool read_instruction(reader *r) {
    kp_xml_text name;
    char *end = find_end(r, 2, "?>");
    r->at += 2;
    if (end == NULL || !read_name(r, &name) || memchr(name.text, ':', name.length) != NULL ||
        (r->text + r->at != end && !is_blank(r->text[r->at])))
        return broken(r);
    if (name.length == 3 && (name.text[0] | 32) == 'x' && (name.text[1] | 32) == 'm' &&
        (name.text[2] | 32) == 'l')
        return broken(r);
    r->at = (size_t)(end - r->text) + 2;
    return true;
}

/* Text up to the next tag. "]]>" may not stand in it. */
static bool read_text(reader *r) {
    char *start = r->text + r->at;
    char *end = memchr(start, '<', r->length - r->at);
    size_t length;
    if (end == NULL) end = r->text + r->length;
    r->at = (size_t)(end - r->text);
    if (r->element.depth == 0) {
        for (const char *s = start; s < end; s++)
            if (!is_blank(*s)) return broken(r);
        return true;
    }
    for (const char *s = start; (s = memchr(s, ']', (size_t)(end - s))) != NULL; s++)
        if (end - s >= 3 && s[1] == ']' && s[2] == '>') return broken(r);
    return settle(start, end, false, &length) ? tell(r, start, length) : broken(r);
}

static bool read_next(reader *r, bool *any) {
    if (r->text[r->at] != '<') return read_text(r);
    if (begins(r, "<!--")) return read_comment(r);
    if (begins(r, "<![CDATA[")) return read_cdata(r);
    if (begins(r, "<?")) return read_instruction(r);
    r->at++;
    if (r->text[r->at] == '/') return read_end(r);
    if (r->element.depth == 0 && *any) return broken(r); /* a second outermost element */
    *any = true;
    return read_start(r);
}

/* «version="1.0" encoding="UTF-8" standalone="…"»: another encoding or version is refused. */
static bool read_declaration(reader *r) {
    static const char *const NAMES[] = {"version", "encoding", "standalone"};
    size_t next = 0;
    if (!begins(r, "<?xml") || !is_blank(r->text[r->at + 5])) return true;
    r->at += 5;
    r->raw_count = 0;
    while (skip_blanks(r) && begins_name(r->text[r->at])) {
        if (!read_attribute(r)) return false;
        const kp_xml_text *name = &r->raw[r->raw_count - 1];
        const kp_xml_text *value = &r->attributes[r->raw_count - 1].value;
        while (next < 3 && !kp_xml_same(name, NAMES[next], strlen(NAMES[next])))
            next++;
        bool right = next == 0   ? kp_xml_same(value, "1.0", 3)
                     : next == 1 ? kp_xml_same(value, "UTF-8", 5) || kp_xml_same(value, "utf-8", 5)
                                 : kp_xml_same(value, "yes", 3) || kp_xml_same(value, "no", 2);
        if (next == 3 || !right || (r->raw_count == 1 && next != 0)) return broken(r);
        next++;
    }
    if (r->raw_count == 0 || !begins(r, "?>")) return broken(r);
    r->at += 2;
    return true;
}

kp_xml_end kp_xml_read(char *text, size_t length, const kp_xml_handler *handler, size_t *at) {
    static const kp_xml_text PREFIX = {"xml", 3};
    reader r = {.text = text, .length = length, .handler = handler};
    bool any = false;
    r.bindings[r.binding_count++] = (binding){PREFIX, "xml", true, true, 0};
    if (begins(&r, "\xEF\xBB\xBF")) r.at = 3;
    bool fine = all_characters(text, length) ? read_declaration(&r) : broken(&r);
    while (fine && r.at < length)
        fine = read_next(&r, &any);
    if (fine && (!any || r.element.depth != 0)) broken(&r);
    *at = r.at;
    return r.failure;
}
