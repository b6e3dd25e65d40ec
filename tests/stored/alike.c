/* SPDX-License-Identifier: MPL-2.0
 *
 * alike.c: what our reader of XML accepts, libxml2 accepts and understands in the same way. Texts made
 * at random from pieces that matter, and sound ones with bytes changed, through both; the events as text
 * must be equal. What ours refuses is not compared: it is the stricter one.
 * usage: alike SAMPLES SEED
 */
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "stored/xml.h"
#include "system/buffer.h"

static uint64_t state;

static size_t chance_below(size_t limit) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (size_t)(state % limit);
}

/* --------------------------------------------------------------------------- both, as text */

static const kp_xml_space SPACES[] = {{"urn:one", "a"}, {"urn:two", "b"}, {NULL, NULL}};

/* An element's attributes come in any order of the two: sorted. */
static int by_text(const void *one, const void *other) {
    return strcmp(*(char *const *)one, *(char *const *)other);
}

static void put_sorted(kp_buffer *out, kp_buffer *list, size_t count) {
    char *sorted[128];
    for (size_t i = 0; i < count; i++)
        sorted[i] = list[i].text;
    qsort(sorted, count, sizeof *sorted, by_text);
    for (size_t i = 0; i < count; i++)
        kp_put(out, sorted[i]);
    for (size_t i = 0; i < count; i++)
        kp_buffer_end(&list[i]);
}

static bool our_start(void *data, const kp_xml_element *element) {
    kp_buffer list[128] = {{0}};
    kp_putf(data, "(%.*s", (int)element->name.length, element->name.text);
    for (size_t i = 0; i < element->count; i++)
        kp_putf(&list[i], "|%.*s=%s", (int)element->attributes[i].name.length,
                element->attributes[i].name.text, element->attributes[i].value.text);
    put_sorted(data, list, element->count);
    kp_put(data, " ");
    return true;
}

static bool our_end(void *data, const kp_xml_element *element) {
    kp_putf(data, ")%.*s", (int)element->name.length, element->name.text);
    return true;
}

static bool our_text(void *data, const char *text, size_t length) {
    kp_put_bytes(data, text, length);
    return true;
}

static const char *prefix_of(const xmlChar *uri) {
    for (const kp_xml_space *s = SPACES; s->uri != NULL; s++)
        if (strcmp((const char *)uri, s->uri) == 0) return s->prefix;
    return strcmp((const char *)uri, "http://www.w3.org/XML/1998/namespace") == 0 ? "xml" : "?";
}

static void put_name(kp_buffer *out, const xmlChar *uri, const xmlChar *local) {
    if (uri != NULL && *uri != '\0') kp_putf(out, "%s:", prefix_of(uri));
    kp_put(out, (const char *)local);
}

static void their_start(void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri,
                        int spaces, const xmlChar **declared, int count, int defaulted,
                        const xmlChar **attributes) {
    kp_buffer list[128] = {{0}};
    (void)prefix, (void)spaces, (void)declared, (void)defaulted;
    kp_put(data, "(");
    put_name(data, uri, local);
    for (int i = 0; i < count; i++) {
        const xmlChar **a = attributes + (ptrdiff_t)i * 5;
        kp_put(&list[i], "|");
        put_name(&list[i], a[2], a[0]);
        kp_putf(&list[i], "=%.*s", (int)(a[4] - a[3]), a[3]);
    }
    put_sorted(data, list, (size_t)count);
    kp_put(data, " ");
}

static void their_end(void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {
    (void)prefix;
    kp_put(data, ")");
    put_name(data, uri, local);
}

static void their_text(void *data, const xmlChar *text, int length) {
    kp_put_bytes(data, (const char *)text, (size_t)length);
}

/* Whether anything but the spelling of a name space's URI was wrong. */
static bool wrong_there;

static void take_error(void *data, xmlErrorPtr error) {
    (void)data;
    bool uri = error->code == XML_WAR_NS_URI || error->code == XML_WAR_NS_URI_RELATIVE;
    if (!uri && error->level >= XML_ERR_ERROR) wrong_there = true;
}

/* Whether libxml2 finds it well formed, with its name spaces; its events. */
static bool theirs(const char *xml, size_t length, kp_buffer *out) {
    xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC,
                             .startElementNs = their_start,
                             .endElementNs = their_end,
                             .characters = their_text,
                             .ignorableWhitespace = their_text,
                             .cdataBlock = their_text,
                             .serror = take_error};
    wrong_there = false;
    xmlParserCtxtPtr parser = xmlCreateMemoryParserCtxt(xml, (int)length);
    if (parser == NULL) return false;
    xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_NOENT);
    *parser->sax = handler;
    parser->userData = out;
    bool fine = xmlParseDocument(parser) == 0 && !wrong_there;
    xmlFreeParserCtxt(parser);
    return fine;
}

/* --------------------------------------------------------------------------------- texts */

static const char *const PIECES[] = {
    "<",
    ">",
    "/",
    "</",
    "/>",
    "<x",
    "<x>",
    "</x>",
    "<x/>",
    "<a:x",
    "</a:x>",
    "<b:y ",
    "</b:y>",
    " y='1'",
    " y=\"2\"",
    " z='&amp;'",
    " a:y='3'",
    " b:y='4'",
    " xmlns='urn:one'",
    " xmlns:a='urn:one'",
    " xmlns:b='urn:two'",
    " xmlns:b='urn:one'",
    " xmlns:q='urn:three'",
    " xmlns=''",
    "<q:x",
    "</q:x>",
    " q:y='5'",
    " xml:lang='ja'",
    "&lt;",
    "&gt;",
    "&#65;",
    "&#x3042;",
    "&#10;",
    "&#13;",
    "&#0;",
    "&quot;",
    "&a;",
    "&",
    ";",
    "]]>",
    "<![CDATA[",
    "]]",
    "<!--",
    "-->",
    "--",
    "-",
    "<?p ",
    "?>",
    "<?xml version='1.0'?>",
    "<!DOCTYPE x>",
    "\r\n",
    "\r",
    "\n",
    "\t",
    " ",
    "あ",
    "😀",
    "\xEF\xBB\xBF",
    "\x01",
    "\xC0",
    "\xE3\x81",
    "t",
    "'",
    "\"",
    "=",
    ":",
    "1",
};
static const char *const SOUND[] = {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a:x xmlns:a='urn:one' xmlns='urn:two' "
    "a:y='&amp;&#x41;' z=\"a\tb\"><!-- c -->t<y q='1'/><![CDATA[<c>]]><?p i?></a:x>\n",
    "<x xmlns:b='urn:two'><b:y b:z='1' z='2'>\r\n<y xmlns='urn:one' xmlns:q='urn:three' "
    "q:z='3'><q:y/>あ&lt;</y></b:y></x>",
    "<x><y><z a='1' b='2' c='3'>text &amp; &gt; more</z></y><y/></x>",
};

static void make_text(kp_buffer *text) {
    if (chance_below(2) == 0) {
        kp_put(text, SOUND[chance_below(sizeof SOUND / sizeof *SOUND)]);
        for (size_t changes = 1 + chance_below(3); changes > 0; changes--) {
            const char *piece = PIECES[chance_below(sizeof PIECES / sizeof *PIECES)];
            kp_auto_buffer changed = {0};
            size_t at = chance_below(text->used + 1);
            size_t gone = chance_below(3) == 0 ? chance_below(8) : 0;
            if (gone > text->used - at) gone = text->used - at;
            kp_put_bytes(&changed, text->text, at);
            if (chance_below(4) != 0) kp_put(&changed, piece);
            kp_put(&changed, text->text + at + gone);
            kp_buffer swap = *text;
            *text = changed;
            changed = swap;
        }
        return;
    }
    kp_put(text, "<x xmlns:a='urn:one'");
    for (size_t pieces = chance_below(12); pieces > 0; pieces--)
        kp_put(text, PIECES[chance_below(sizeof PIECES / sizeof *PIECES)]);
    if (chance_below(2) == 0) kp_put(text, "</x>");
}

/* Counts what ours accepts; false where libxml2 does not agree. */
static bool compare(const kp_buffer *text, size_t *accepted) {
    kp_auto_buffer ours = {0};
    kp_auto_buffer other = {0};
    const kp_xml_handler handler = {our_start, our_end, our_text, &ours, SPACES};
    size_t at;
    char *copy = malloc(text->used + 1);
    memcpy(copy, text->text, text->used + 1);
    kp_xml_end end = kp_xml_read(copy, text->used, &handler, &at);
    free(copy);
    if (end != KP_XML_READ) return true;
    ++*accepted;
    bool fine = theirs(text->text, text->used, &other);
    if (fine && strcmp(kp_buffer_text(&ours), kp_buffer_text(&other)) == 0) return true;
    printf("not alike: %s\n  ours   %s\n  theirs %s%s\n", text->text, kp_buffer_text(&ours),
           fine ? "" : "(refused) ", kp_buffer_text(&other));
    return false;
}

int main(int arguments, char **words) {
    size_t samples = arguments > 1 ? strtoul(words[1], NULL, 10) : 100000;
    size_t accepted = 0;
    size_t wrong = 0;
    state = arguments > 2 ? strtoul(words[2], NULL, 10) | 1 : 1;
    for (size_t i = 0; i < samples && wrong < 10; i++) {
        kp_auto_buffer text = {0};
        make_text(&text);
        wrong += !compare(&text, &accepted);
    }
    printf("XML as libxml2 understands it: %zu of %zu texts accepted, %zu not alike\n", accepted,
           samples, wrong);
    return wrong > 0 || accepted == 0;
}
