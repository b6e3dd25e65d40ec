/* SPDX-License-Identifier: MPL-2.0
 *
 * relations.h: what a part of an .xlsx relates to, by the list beside it
 * (xl/_rels/workbook.xml.rels). No UNO, no I/O.
 */
#ifndef KENPO_STORED_XLSX_RELATIONS_H
#define KENPO_STORED_XLSX_RELATIONS_H

#include "stored/workbook.h"
#include "stored/xml.h"
#include "system/buffer.h"

typedef struct kp_relation {
    const char *id;
    const char *type;   /**< the last word of its type: "worksheet", "hyperlink" */
    const char *target; /**< a path in the package; of an outer one as the file spells it */
    bool outside;
} kp_relation;

typedef struct kp_relations {
    kp_relation *relation;
    size_t count, size;
} kp_relations;

/** "xl/_rels/workbook.xml.rels" of "xl/workbook.xml"; "_rels/.rels" of "". */
void kp_relations_put_path(kp_buffer *out, const char *part);

/** Reads the list of a part; the text is changed. STOPPED: one id twice, or too many. */
kp_xml_end kp_relations_read(kp_relations *relations, kp_workbook *workbook, const char *part,
                             char *text, size_t length);
void kp_relations_end(kp_relations *relations);

/** The one of that id, and the first of that type; NULL for none. */
const kp_relation *kp_relation_of(const kp_relations *relations, const char *id);
const kp_relation *kp_relation_typed(const kp_relations *relations, const char *type);

#endif
