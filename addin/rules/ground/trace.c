/* SPDX-License-Identifier: MPL-2.0
 *
 * trace.c: building an explanation in a buffer of fixed size. No allocation, no formatting library.
 */
#include "kenpo/trace.h"

#include <string.h>

#include "kenpo/text.h"

static const char CUT[] = "…";

kp_writer kp_writer_on(char *buffer, size_t size, kp_language language) {
    kp_writer writer = {buffer, size, 0, language};
    buffer[0] = '\0';
    return writer;
}

void kp_write(kp_writer *writer, const char *text) {
    size_t length = strlen(text);
    size_t room = writer->size - sizeof CUT - writer->used;
    bool cut = length > room;
    if (writer->used + sizeof CUT > writer->size) return; /* cut before */
    if (cut) {
        length = room;
        while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80)
            length--;
    }
    memcpy(writer->buffer + writer->used, text, length);
    writer->used += length;
    writer->buffer[writer->used] = '\0';
    if (cut) {
        memcpy(writer->buffer + writer->used, CUT, sizeof CUT);
        writer->used = writer->size;
    }
}

void kp_write_text(kp_writer *writer, kp_text text) {
    kp_write(writer, kp_wording(text, writer->language));
}

void kp_write_number(kp_writer *writer, kp_num number) {
    char text[KP_NUM_TEXT];
    kp_num_format(number, 10, text);
    kp_write(writer, text);
}

static void drop_separators(char *text) {
    char *end = text;
    for (const char *at = text; *at != '\0'; at++)
        if (*at != ',') *end++ = *at;
    *end = '\0';
}

void kp_write_quantity(kp_writer *writer, kp_num number, kp_unit unit) {
    char text[KP_NUM_TEXT];
    if (unit == KP_PERCENT) {
        kp_write_percent(writer, number);
        return;
    }
    kp_num_format(number, 10, text);
    if (unit == KP_FISCAL_YEAR) drop_separators(text);
    kp_write(writer, text);
    if (unit != KP_NO_UNIT) kp_write(writer, " ");
    kp_write_text(writer, kp_unit_words(unit));
    if (unit != KP_RATIO) return;
    kp_write(writer, " = ");
    kp_write_percent(writer, number);
}

void kp_write_percent(kp_writer *writer, kp_num ratio) {
    char text[KP_NUM_TEXT] = "—";
    kp_num percent = kp_mul(ratio, kp_int(100));
    if (kp_num_status(percent) == KP_OK) kp_num_format(percent, 4, text);
    kp_write(writer, text);
    kp_write(writer, " %");
}

void kp_write_found(kp_writer *writer, kp_num number, bool percent) {
    bool below =
        writer->language == KP_JAPANESE && kp_num_status(number) == KP_OK && kp_sign(number) < 0;
    if (below) kp_write(writer, "▲");
    if (below) number = kp_sub(kp_int(0), number);
    if (percent)
        kp_write_percent(writer, number);
    else
        kp_write_number(writer, number);
}

void kp_trace_label(kp_trace *trace, kp_text label) {
    kp_writer *writer = &trace->writer;
    const char *words = kp_wording(label, writer->language);
    char first[] = {kp_capital(words[0]), '\0'};
    kp_write_number(writer, kp_int(++trace->steps));
    kp_write(writer, ". ");
    bool small = first[0] != words[0];
    kp_write(writer, small ? first : "");
    kp_write(writer, words + (small ? 1 : 0));
    kp_write(writer, " = ");
}

void kp_trace_step(kp_trace *trace, kp_text label, kp_num value, kp_unit unit) {
    if (trace == NULL || kp_num_status(value) != KP_OK) return;
    kp_trace_label(trace, label);
    kp_write_quantity(&trace->writer, value, unit);
    kp_write(&trace->writer, "\n");
}

void kp_trace_note(kp_trace *trace, kp_text remark) {
    if (trace == NULL) return;
    kp_write_text(&trace->writer, remark);
    kp_write(&trace->writer, "\n");
}

kp_status kp_fail(kp_trace *trace, kp_status status, kp_text reason) {
    kp_trace_note(trace, reason);
    return status;
}
