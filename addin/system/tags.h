/* SPDX-License-Identifier: MPL-2.0
 *
 * tags.h: a walk over the tags of an XML text, in place. It looks at what the text says and keeps
 * everything else as it is; it is no parser, knows no entities and no name spaces. No UNO, no I/O.
 */
#ifndef KENPO_SYSTEM_TAGS_H
#define KENPO_SYSTEM_TAGS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct kp_tag {
    const char *text; /**< behind the "<" */
    size_t length;    /**< up to the ">" */
} kp_tag;

/** The tag that begins there, behind its "<". */
kp_tag kp_tag_at(const char *text);

/** The next tag from *at on; *at is its end then. What stands in comments and CDATA is no tag. */
bool kp_tag_next(const char **at, kp_tag *tag);

/** Whether the tag has that name ("table:table", "/table:table"). */
bool kp_tag_is(kp_tag tag, const char *name);

/** The same, whatever prefix stands before the name. */
bool kp_tag_is_any(kp_tag tag, const char *local);

typedef struct kp_attribute {
    const char *start; /**< the blank before its name */
    const char *end;   /**< behind its closing quote */
    const char *name;
    size_t name_length;
    const char *value;
} kp_attribute;

/** The next attribute from *at on, which is 0 at first. */
bool kp_tag_attribute(kp_tag tag, size_t *at, kp_attribute *attribute);

/** Whether the attribute has that name, whatever prefix stands before it. */
bool kp_attribute_is_any(const kp_attribute *attribute, const char *local);

/** The value of the attribute of that name (with its prefix), up to its quote; NULL if none. */
const char *kp_tag_value(kp_tag tag, const char *name);

#endif
