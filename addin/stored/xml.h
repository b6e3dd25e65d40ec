/* SPDX-License-Identifier: MPL-2.0
 *
 * xml.h: reads the XML of a stranger's file, strictly: UTF-8, no document type, no entities but the five
 * of XML, names of ASCII, everything well formed with its name spaces, or it is refused. What
 * it accepts every other reader understands in the same way. It follows nothing. No UNO, no I/O.
 *
 * (The office's own SAX parser would call through a bridge for each element and attribute: see docs/uno-in-c.md.)
 */
#ifndef KENPO_STORED_XML_H
#define KENPO_STORED_XML_H

#include <stdbool.h>
#include <stddef.h>

/** A name space and the prefix that it has here, whatever its prefix in the file. */
typedef struct kp_xml_space {
    const char *uri, *prefix;
} kp_xml_space;

/** A piece of the file; behind the value of an attribute stands a zero. */
typedef struct kp_xml_text {
    const char *text;
    size_t length;
} kp_xml_text;

typedef struct kp_xml_attribute {
    kp_xml_text name; /**< "table:style-name"; "?:name" of a name space that is not in the list */
    kp_xml_text value;
} kp_xml_attribute;

typedef struct kp_xml_element {
    kp_xml_text name;                   /**< "table:table-cell", "?:name" */
    const kp_xml_attribute *attributes; /**< without those that declare name spaces */
    size_t count;
    size_t depth; /**< 1: the outermost */
} kp_xml_element;

/** What is called: all texts are gone after the call. A text may come in pieces; of the end of an
 *  element name and depth are known. Each says whether to go on. */
typedef struct kp_xml_handler {
    bool (*start)(void *data, const kp_xml_element *element);
    bool (*end)(void *data, const kp_xml_element *element);
    bool (*text)(void *data, const char *text, size_t length);
    void *data;
    const kp_xml_space *spaces; /**< ended by {NULL, NULL} */
    /** Whether a prefix may stand for that name space, whose prefix in the list is `known` or NULL;
     *  NULL: any. */
    bool (*allows)(const kp_xml_text *prefix, const kp_xml_text *uri, const char *known);
} kp_xml_handler;

typedef enum kp_xml_end {
    KP_XML_READ,
    KP_XML_BROKEN, /**< not well formed, or not as plain as it must be */
    KP_XML_DEEP,   /**< more elements in each other, or attributes at one, than any file needs */
    KP_XML_STOPPED /**< the handler wanted no more */
} kp_xml_end;

/** Reads the text, which is changed thereby; text[length] is a zero. *at: where it ended. */
kp_xml_end kp_xml_read(char *text, size_t length, const kp_xml_handler *handler, size_t *at);

/** Whether a name is that literal, and the value of that attribute, or NULL. */
#define KP_XML_IS(name, literal)     kp_xml_same(&(name), literal, sizeof(literal) - 1)
#define KP_XML_GET(element, literal) kp_xml_value(element, literal, sizeof(literal) - 1)
bool kp_xml_same(const kp_xml_text *name, const char *other, size_t length);
const kp_xml_text *kp_xml_value(const kp_xml_element *element, const char *name, size_t length);

#endif
