/* SPDX-License-Identifier: MPL-2.0
 *
 * number.h: a number format of an .ods, whose pieces are elements, as a code: number:number with
 * grouping is "#,##0". No UNO, no I/O.
 */
#ifndef KENPO_STORED_LOOKS_NUMBER_H
#define KENPO_STORED_LOOKS_NUMBER_H

#include "stored/xml.h"
#include "system/buffer.h"

typedef enum kp_number_kind { KP_NUMBER_PLAIN, KP_NUMBER_PERCENT, KP_NUMBER_TIME } kp_number_kind;

/** A format that is read now. The codes of other formats, which its conditions name, come by `code_of`. */
typedef struct kp_number {
    kp_number_kind kind;
    kp_buffer own;      /* what its elements say */
    kp_buffer sections; /* of its conditions, each ended by ";" */
    char conditions[3][32];
    size_t condition_count;
    bool open_hours; /* hours do not end at 24 */
} kp_number;

void kp_number_begin(kp_number *number, const kp_xml_element *element);

/** One of its elements begins; a literal text ends. */
void kp_number_piece(kp_number *number, const kp_xml_element *element);
void kp_number_text(kp_number *number, const char *text, size_t length);

/** A condition, "value()>=0", and the code of the format that holds then. */
void kp_number_condition(kp_number *number, const char *condition, const char *code);

/** The whole code, as format.h spells codes. */
void kp_number_put(kp_buffer *out, const kp_number *number);
void kp_number_free(kp_number *number);

#endif
